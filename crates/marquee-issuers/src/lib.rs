//! Other issuers' public keys: fetched from where they publish them (JWKS), and handed to the keyring. All of it happens on
//! threads of its own: no request ever waits for an issuer, and none makes more than one fetch a minute. It judges no token and
//! reads no key by itself: what a document says is `marquee-auth`'s business.
//!
//! | module | holds |
//! |---|---|
//! | [`source`] | an issuer, and where its keys are: which URLs are taken |
//! | [`address`] | which addresses belong to everyone, and which hop may go where |
//! | [`schedule`] | when the next fetch is due |
//! | [`fetch`] | one fetch, bounded in every direction |
//! | [`follow`] | a thread an issuer that does all that |
//!
//! Why it is so is told in `docs/adr/0017-an-issuers-keys-are-fetched-beside-all-requests.md`.

pub mod address;
pub mod fetch;
pub mod follow;
pub mod schedule;
pub mod source;

pub use follow::{Following, follow};
pub use source::{Source, SourceError};
