//! Every path as its callers see it, against a whole server in this process. A test's module is its path.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

mod acks;
mod batches;
mod block_list;
mod boards;
mod bodies;
mod damage;
mod devices;
mod disk;
mod door;
mod drain;
mod eviction;
mod folds;
mod fuzz;
mod guard;
mod harness;
mod hooks;
mod hooks_alertmanager;
mod hooks_entry;
mod hooks_sources;
mod idempotency;
mod keys;
mod lifecycle;
mod limits;
mod notices;
mod notify;
mod now;
mod openapi;
mod origins;
mod policy;
mod policy_file;
mod protobuf;
mod protobuf_ws;
mod service;
mod slow;
mod snapshot;
mod sse;
mod sync;
mod terminals;
mod tokens;
mod trim;
mod wire;
mod ws;
mod ws_bad;
mod ws_resume;
