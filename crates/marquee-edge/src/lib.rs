//! Terminals over WebSocket and SSE. Each connection is a cursor and a thin driver around the core's session:
//! replay, live and slow are one path, and no terminal has a queue. It writes nothing to the log.
//!
//! | module | holds |
//! |---|---|
//! | [`edge`] | what all connections share: the ring, the clock, where boards stand |
//! | [`router`] | their paths |
//! | [`door`] | the first words of a connection |
//! | [`cores`] | what the connections of one core share |
//! | `index`, `severed` | who came by what, and how a stream hears that it has to go |
//! | `live` | who has all of a board, and the rounds that send each what comes |
//! | `connection`, `goodbye` | one WebSocket: heard, written, ended |
//! | `wire` | the subprotocols, as finished messages |
//! | `wheel` | when each connection is due |
//! | [`placed`] | a stream that counts among all connections |
//! | `conversation` | one connection without its transport: what goes out next |
//! | `seats` | where it hears that a board has moved |
//! | `sync`, `snapshot` | a board over plain HTTP |
//! | `terminals` | who is connected, and how far each has been written |
//! | `connected` | the same as the operator asks for it |
//! | `encoded` | snapshots as finished bytes, bounded |
//! | `replica` | one timeline a followed board, for snapshots |
//! | `teller` | who tells terminals what to show that do not play the timeline |
//! | `plan` | what was planned, for what terminals say they showed |
//! | `glass`, `shown` | what they say was on their glass, kept and read |
//! | `acks` | how far terminals say they are, on its way to the log |
//! | `reader` | entries from memory or from disk |
//! | `pages` | what was read from disk, shared by all who missed it, bounded |
//! | `turns` | a few who catch up at a time, so that others are heard |
//! | `ws`, `sse` | how each of the two transports begins; what SSE says |
//! | `ask` | what a terminal says of itself when it connects |
//! | [`drain`] | going away without a stampede |

mod acks;
mod ask;
mod connected;
mod connection;
mod conversation;
pub mod cores;
pub mod door;
pub mod drain;
pub mod edge;
mod encoded;
mod glass;
mod goodbye;
mod index;
mod live;
mod pages;
pub mod placed;
mod plan;
mod reader;
mod replica;
pub mod router;
mod seats;
mod severed;
mod shown;
mod snapshot;
mod sse;
mod sync;
mod teller;
mod terminals;
mod turns;
mod wheel;
mod wire;
mod ws;

pub use ask::is_in_chat;
pub use drain::Drain;
pub use edge::{Edge, Setup};
pub use placed::Placed;
pub use severed::Outlet;
