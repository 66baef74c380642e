//! A publisher in Rust: notices to a Marquee server, repeated safely until they are answered. It keeps nothing:
//! what was not answered is the caller's to repeat.
//!
//! | module | holds |
//! |---|---|
//! | [`publisher`] | publish and wait for the answer |

pub mod publisher;

pub use publisher::{Notice, PublishError, Published, Publisher};
