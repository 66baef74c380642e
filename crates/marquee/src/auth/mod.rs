//! `marquee init`, `token`, `client`, `keys` and `revoke`: from nothing to a server that knows who may do what. Keys and tokens are made here
//! and judged by `marquee-auth`; the server is not needed for any but `revoke`, and no secret is ever shown but the token that was
//! asked for.
//!
//! | module | holds |
//! |---|---|
//! | [`arguments`] | what can be asked, and its help |
//! | [`init`] | a configuration, a key and a first token |
//! | [`token`] | a token, signed here |
//! | [`client`] | a secret for one who logs in by himself |
//! | [`keys`] | the keys listed, changed, taken out |
//! | [`revoke`] | tokens taken back, by the server |
//! | [`bearer`] | the token that a command calls with |
//! | [`ring`] | the keys of a configuration, read |
//! | [`keyfile`] | the text of a file of keys, changed |
//! | [`files`] | files that only their owner reads |
//! | [`mint`] | chance, the clock, new keys and tokens |

pub(crate) mod arguments;
pub(crate) mod bearer;
pub(crate) mod client;
mod files;
pub(crate) mod init;
mod keyfile;
pub(crate) mod keys;
mod mint;
pub(crate) mod revoke;
mod ring;
pub(crate) mod token;
