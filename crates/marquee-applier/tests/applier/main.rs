//! The applier on a real log, sound, failing, damaged and trimmed.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

mod commit;
mod damage;
mod readers;
mod rig;
mod trimming;
