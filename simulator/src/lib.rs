//! A whole world by a number: publishers, the server and terminals in virtual time, on a disk, a network and clocks that
//! fail. The machines in it are the real ones; what is made up is what they run on. The same number is the same world.
//!
//! | module | holds |
//! |---|---|
//! | [`world`] | the world: events in order of time, who acts in it, what fails |
//! | `plan` | what a world is like, by its number |
//! | [`turns`], [`disk`], `order` | the real applier, in turns with the world; its disk, its order and its clocks |
//! | `process`, `conversation` | one process of the server; one connection of it |
//! | `network` | connections: ways that take time, room, ends |
//! | `truth` | what is true of the boards, and the judge of all proofs |
//! | [`history`], [`coverage`] | what happened; what was met |

mod conversation;
pub mod coverage;
pub mod disk;
pub mod history;
mod network;
mod order;
mod plan;
mod process;
mod truth;
pub mod turns;
pub mod world;

pub use world::{Outcome, play};
