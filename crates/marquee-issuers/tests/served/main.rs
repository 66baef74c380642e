//! Fetches from a small HTTP server of the tests: what is taken, where a fetch does not go, and what it does not wait for.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod fetching;
mod following;
mod server;
