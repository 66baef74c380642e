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
//! | [`applier`] | the handle: submit and wait, look at the machine |
//! | `commit` | the thread: batches, checkpoints, trimming |
//! | [`health`] | how writing goes, and what that means for whoever waits |
//! | [`trim`] | entries that are let go |
//! | `settles` | when what folds have counted is shown |
//! | [`restore`] | the machine as the log has it |

pub mod applier;
mod commit;
pub mod health;
pub mod restore;
mod settles;
pub mod trim;

pub use applier::{Applier, Start, StartError};
pub use health::{Health, Keep, NotDone};
pub use restore::RestoreError;
pub use trim::Trimmed;
