//! What gives commands one order and a time. It knows nothing of what they do, and keeps none of them: what has
//! to outlive the process is in the log once it has been applied.
//!
//! | module | holds |
//! |---|---|
//! | [`law`] | the traits, their law and a picture of the positions |
//! | [`embedded`] | the order of one process: a bounded channel |
//! | [`time`] | one clock for `at` and `server_time` |
//! | `conformance` | the suite that every backend runs (for tests) |

#[cfg(feature = "conformance")]
pub mod conformance;
pub mod embedded;
pub mod law;
pub mod time;

pub use law::{CommandId, Next, Ordered, Orders, Sequencer, SubmitError};
pub use time::{Clocks, Time};
