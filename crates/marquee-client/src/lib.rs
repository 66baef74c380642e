//! A client in Rust: notices to a Marquee server, repeated safely until they are answered, and tokens taken back. It keeps nothing:
//! what was not answered is the caller's to repeat.
//!
//! | module | holds |
//! |---|---|
//! | [`publisher`] | publish and wait for the answer |
//! | [`operator`] | take tokens back |
//! | [`bearer`] | a token, carried and never shown |

pub mod bearer;
pub mod operator;
pub mod publisher;

pub use bearer::Bearer;
pub use operator::{Operator, Revocation, RevokeError, Revoked};
pub use publisher::{Notice, PublishError, Published, Publisher};
