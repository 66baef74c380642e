//! Every path as its callers see it, against a whole server in this process. A test's module is its path.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

mod drain;
mod harness;
mod notify;
mod slow;
mod sse;
mod wire;
mod ws;
mod ws_bad;
mod ws_resume;
