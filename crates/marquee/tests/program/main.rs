//! The program as its users run it: a process of its own, with signals, crashes and a disk that fills up.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

mod bench;
mod command_line;
mod counting;
mod crash;
mod descriptors;
mod diagnostics;
mod disk;
mod half_open;
mod keys;
mod led;
mod log;
mod process;
mod secured;
mod signals;
mod storm;
mod watch;
