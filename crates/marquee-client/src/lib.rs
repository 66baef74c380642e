//! A client in Rust: notices to a Marquee server, repeated safely until they are answered, tokens taken back, and a terminal that
//! follows a board. It keeps nothing on disk: what was not answered is the caller's to repeat.
//!
//! | module | holds |
//! |---|---|
//! | [`publisher`] | publish and wait for the answer |
//! | [`operator`] | take tokens back |
//! | [`terminal`] | follow a board and stay connected |
//! | [`bearer`] | a token, carried and never shown |

pub mod bearer;
pub mod operator;
pub mod publisher;
pub mod terminal;

pub use bearer::Bearer;
pub use operator::{Operator, Revocation, RevokeError, Revoked};
pub use publisher::{Notice, PublishError, Published, Publisher};
pub use terminal::Terminal;
