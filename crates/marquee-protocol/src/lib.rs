//! The wire of Marquee: JSON in and out, and what a client is told when something is wrong with it.
//!
//! | module | holds |
//! |---|---|
//! | [`frame`] | what terminals are told and say |
//! | [`policy`] | a policy as JSON |
//! | [`problem`] | what a client is told when something is wrong |
//! | [`trace`] | the trace that a request belongs to |

pub mod frame;
pub mod policy;
pub mod problem;
pub mod trace;
