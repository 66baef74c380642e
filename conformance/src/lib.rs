//! The conformance suite of resume: what PROTOCOL.md promises to a terminal that was away, tried from outside on any
//! server that speaks the protocol. It imports nothing of ours, so that what it finds is about the wire alone.
//!
//! | module | holds |
//! |---|---|
//! | `cases` | what is tried, each in plain words with the promise that it checks |
//! | `run` | all of them in order: side by side where they can be, alone where the server is restarted |
//! | `ground`, `board`, `terminal` | what a case works with: boards of its own, who writes on them, who comes back |
//! | `law`, `replica` | what holds of every frame; what a terminal believes to be active |
//! | `wire` | WebSocket, SSE and its parser behind one trait |
//! | `server` | plain HTTP, and the command that restarts the server |
//! | `tokens` | what it comes with where a server asks for tokens |
//! | `verdict` | how a case ends before its end |

mod board;
mod cases;
mod ground;
mod law;
mod replica;
mod run;
mod server;
mod terminal;
mod tokens;
mod verdict;
mod wire;

pub use cases::{Carrier, listed};
pub use run::{Outcome, Plan, Report, run};
pub use server::Server;
pub use tokens::Tokens;
