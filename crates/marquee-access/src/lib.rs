//! Who may, at this moment: the keys that are in force, tokens that were verified, and what was taken back. The rules of tokens
//! are `marquee-auth`'s, the state is the board `_auth`'s; here they meet the clock. It speaks no HTTP, and no diagnostic of it
//! holds a byte of a token.
//!
//! | module | holds |
//! |---|---|
//! | [`authority`] | who may come and stay: keys, and what `_auth` says was taken back |
//! | [`clients`] | who may log in, and by what secret |
//! | [`logins`] | what comes of a login: tokens, and what takes them back |
//! | [`cutter`] | what holders of connections are told, and that they have done it |
//! | [`keyring`] | the keys in force, and the tokens that were verified with them |
//! | [`limits`] | how often whoever is known may come |

pub mod authority;
pub mod clients;
pub mod cutter;
pub mod keyring;
pub mod limits;
pub mod logins;

pub use authority::Authority;
pub use clients::Clients;
pub use cutter::{Cut, Cutter};
pub use keyring::Keyring;
pub use limits::{Limits, RetryAfter};
pub use logins::Logins;
