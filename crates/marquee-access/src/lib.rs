//! Who may, at this moment: the keys that are in force, tokens that were verified, and what was taken back. The rules of tokens
//! are `marquee-auth`'s, the state is the board `_auth`'s; here they meet the clock. It speaks no HTTP, and no diagnostic of it
//! holds a byte of a token.
//!
//! | module | holds |
//! |---|---|
//! | [`keyring`] | the keys in force, and the tokens that were verified with them |
//! | [`limits`] | how often whoever is known may come |

pub mod keyring;
pub mod limits;

pub use keyring::Keyring;
pub use limits::{Limits, RetryAfter};
