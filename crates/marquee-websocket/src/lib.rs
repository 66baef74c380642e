//! RFC 6455 as pure rules, for the server's side: a terminal's bytes become messages, ours get their heads. A general
//! socket keeps kilobytes a connection and copies each delivery; this keeps two words, and an entry's frame is made
//! once for all who get it. It does no I/O, reads no clock, and knows no extension.
//!
//! | module | holds |
//! |---|---|
//! | `inbound` | what has come, until it is a whole message |
//! | `frame` | a terminal's head: what it may say and how long its frame is |
//! | `mask` | what a client hides its bytes with |
//! | `message` | what is heard, what is wrong, and the codes to close with |
//! | `outbound` | what the server sends |
//! | `handshake` | the answer to a terminal's key |

mod frame;
mod handshake;
mod inbound;
mod mask;
mod message;
mod outbound;

pub use handshake::accept_key;
pub use inbound::Inbound;
pub use message::{Message, Opcode, Violation};
pub use outbound::{CONTROL_MAX, Control, Head, close, framed, head, ping, pong};
