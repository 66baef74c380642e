//! Tokens, keys and scopes as pure rules: who a token says it is, and what that one may do. It reads no clock, no file and no
//! network, and rolls no dice: times, ids and chance are handed in. It remembers no token: what is revoked is known elsewhere.
//!
//! | module | holds |
//! |---|---|
//! | [`key`] | keys by their `kid`, from secrets and PEM |
//! | [`algorithm`] | the four ways of signing |
//! | [`verify`] | whether a token is taken, and the order of the questions |
//! | [`claims`] | what a token says, read strictly |
//! | [`issue`] | our own tokens |
//! | [`make`] | new keys, of chance that is handed in |
//! | [`jwks`] | public keys, ours for others and others' for us |
//! | [`refresh`] | refresh tokens, known without being stored |
//! | [`device`] | devices that sign their requests in place of carrying a token |
//! | [`cookie`] | login cookies and what is stored of them |
//! | [`refusal`] | why a token is not taken |
//! | `json` | JSON in which nothing stands twice |
//!
//! Why it stands on the crates below `jsonwebtoken`, and which algorithm to prefer, is told in
//! `docs/adr/0016-tokens-are-checked-by-rules-of-our-own.md`.

pub mod algorithm;
pub mod claims;
pub mod cookie;
pub mod device;
pub mod issue;
mod json;
pub mod jwks;
pub mod key;
pub mod make;
pub mod refresh;
pub mod refusal;
pub mod verify;

pub use algorithm::Algorithm;
pub use cookie::Cookie;
pub use device::{Device, DeviceError, Devices, Signed};
pub use issue::{Grant, IssueError, Issuer};
pub use key::{Key, KeyError, Keys};
pub use marquee_core::scope::{ScopeError, Scopes};
pub use refresh::{Family, RefreshSecret};
pub use refusal::{Claim, Part, Refusal};
pub use verify::{Foreign, KeyId, Verified, Verifier, VerifierError};
