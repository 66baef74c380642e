//! How writing goes, what that means for whoever waits for a command, and how long what was written stays. It holds
//! no state of its own.

use marquee_core::board::Outcome;
use marquee_core::{BoardName, Version};
use marquee_sequencer::CommandId;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, RwLock};
use tokio::sync::oneshot;

/// How writing goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Health {
    /// Commits succeed.
    Ready,
    /// The disk is full: publishing is refused, reading goes on, and the next command tries again.
    Full,
    /// The server is going away: publishing is refused, reading goes on.
    Closed,
    /// What the disk holds is unknown: nothing is answered any more, and the process has to end.
    Lost {
        /// What the disk said.
        detail: String,
    },
}

/// How long entries are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keep {
    /// Entries older than this go, ms: 7 days.
    pub keep_ms: u64,
    /// Of a board, at most so many stay: 100,000.
    pub keep_entries: u64,
}

impl Default for Keep {
    fn default() -> Self {
        Self { keep_ms: 7 * 86_400_000, keep_entries: 100_000 }
    }
}

/// Why a command has no outcome.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotDone {
    /// Too many are waiting.
    Overloaded,
    /// The server is going away.
    Closed,
    /// The disk is full; nothing was done.
    NoRoom,
    /// The log is lost; whether anything was done is unknown.
    Lost,
    /// The board is damaged on disk: what precedes the damage can be read, and nothing is done to it.
    Damaged {
        /// The board.
        board: BoardName,
        /// The first damaged version; 0: something beside its entries.
        version: Version,
    },
}

/// Boards to which nothing is applied, because they are damaged: each with the version.
pub(crate) type Stopped = Arc<RwLock<BTreeMap<BoardName, Version>>>;

/// Who waits for which command.
pub(crate) type Waiting = Arc<Mutex<Waiters>>;
/// Them, each by what was submitted.
pub(crate) type Waiters = HashMap<CommandId, oneshot::Sender<Result<Outcome, NotDone>>>;
/// What one of them waits for.
pub(crate) type Answer = oneshot::Receiver<Result<Outcome, NotDone>>;
