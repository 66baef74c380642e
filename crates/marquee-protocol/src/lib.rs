//! The wire of Marquee: JSON in and out, and what a client is told when something is wrong with it.

pub mod frame;
pub mod policy;
