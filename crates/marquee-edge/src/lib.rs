//! Terminals over WebSocket and SSE. Each connection is a cursor and a thin driver around the core's session:
//! replay, live and slow are one path, and no terminal has a queue. It writes nothing to the log.
//!
//! | module | holds |
//! |---|---|
//! | [`edge`] | what all connections share: the ring, the clock, where boards stand |
//! | [`router`] | their paths |
//! | `conversation` | one connection without its transport: what goes out next |
//! | `sync`, `snapshot` | a board over plain HTTP |
//! | `terminals` | who is connected, and how far each has been written |
//! | `connected` | the same as the operator asks for it |
//! | `encoded` | snapshots as finished bytes, bounded |
//! | `replica` | one timeline a followed board, for snapshots |
//! | `acks` | how far terminals say they are, on its way to the log |
//! | `reader` | entries from memory or from disk |
//! | `pages` | what was read from disk, shared by all who missed it, bounded |
//! | `turns` | a few who catch up at a time, so that others are heard |
//! | `ws`, `sse` | the two transports |
//! | `wire` | JSON or Protobuf, as a WebSocket terminal chose |
//! | `ask` | what a terminal says of itself when it connects |
//! | [`drain`] | going away without a stampede |

mod acks;
mod ask;
mod connected;
mod conversation;
pub mod drain;
pub mod edge;
mod encoded;
mod pages;
mod reader;
mod replica;
pub mod router;
mod snapshot;
mod sse;
mod sync;
mod terminals;
mod turns;
mod wire;
mod ws;

pub use drain::Drain;
pub use edge::{Edge, Setup};
