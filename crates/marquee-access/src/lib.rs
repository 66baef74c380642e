//! Who may, at this moment: the keys that are in force, tokens that were verified, and what was taken back. The rules of tokens
//! are `marquee-auth`'s, the state is the board `_auth`'s; here they meet the clock. It speaks no HTTP, and no diagnostic of it
//! holds a byte of a token.
//!
//! | module | holds |
//! |---|---|
//! | [`keyring`] | the keys in force, and the tokens that were verified with them |

pub mod keyring;

pub use keyring::Keyring;
