//! RFC 6455 as pure rules for the server's side: bytes in, messages out; heads and close frames out. It does no I/O, reads
//! no clock, and allocates nothing for a message that arrives whole, because ten thousand connections rest most of the
//! time and are sent the same bytes.
//!
//! | module | holds |
//! |---|---|
//! | [`inbound`] | what has come of a message, until it is whole |
//! | [`head`] | the head of a frame, both ways |
//! | [`close`](mod@close) | close codes, and how a connection is ended |
//! | [`handshake`] | the answer to a key |
//! | `mask` | what a client does to its bytes |

pub mod close;
pub mod handshake;
pub mod head;
pub mod inbound;
mod mask;

pub use close::close;
pub use handshake::accept_key;
pub use head::{Head, Opcode, control, framed, head};
pub use inbound::{Inbound, Message, Violation};
