//! Where order becomes fact: it reads commands in the sequencer's order, applies them to the board machine,
//! commits what comes of them, and only then answers publishers and shows terminals. It decides nothing that the
//! machine or the log decides, and answers nothing that is not on disk.
//!
//! ```text
//!  submit ──► sequencer ──► apply a batch ──► one commit ──┬──► ring, terminals
//!    ▲                      (machine locked)               └──► answers ──┐
//!    └────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`applier`] | the handle: submit and wait, look at the machine, how it goes |
//! | `commit` | the thread: batches, checkpoints, trimming |
//! | [`restore`] | the machine as the log has it |

pub mod applier;
mod commit;
pub mod restore;

pub use applier::{Applier, Health, Keep, NotDone, Start, StartError};
pub use restore::RestoreError;
