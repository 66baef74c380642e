//! The log's trait and its law. It says what survives what, and never how.
//!
//! ```text
//!             trimmed             kept (disk)          ring (memory)
//!  board  ├──────────────┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓┤
//!         1            oldest          ▲                       head
//!                        ▲             └ newest checkpoint: all after it is kept for a restart
//!                        └ first version that can be read: a reader of `after` needs after ≥ oldest − 1
//! ```
//!
//! 1. **Durable**: when [`Log::append`] returns `Ok`, the whole batch is on disk and survives the loss of the
//!    process and of power. When it returns an error, none of it is there, now or after a restart; the one
//!    exception is [`AppendError::Lost`], after which nothing is known until the log is opened again.
//! 2. **Whole**: a batch is there altogether or not at all: entries, id rows and position.
//! 3. **In order**: a board's versions are 1, 2, 3 … without hole; a batch that does not continue its boards is
//!    refused and changes nothing.
//! 4. **The same**: a version that was read once reads the same for ever, or is below `oldest`, or is reported
//!    as damaged. It is never another entry and never silently missing.
//! 5. **Trimming** takes the oldest only, never an entry above the board's newest checkpoint.
//! 6. Reading never waits for appending.

use bytes::Bytes;
use marquee_core::board::{IdChange, Position, Remembered};
use marquee_core::{BoardName, Epoch, NoticeId, Version};
use std::fmt;
use std::sync::Arc;

/// One entry as the log holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Its number on its board.
    pub version: Version,
    /// When it applies, ms.
    pub at: u64,
    /// What it is, a word; the log takes any.
    pub kind: Arc<str>,
    /// The entry itself.
    pub body: Bytes,
}

/// What one commit brings: all of it, or nothing.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The last command whose entries are in it.
    pub position: Position,
    /// By board; a board stands in it once.
    pub boards: Vec<(BoardName, BoardBatch)>,
}

/// What one commit brings to one board.
#[derive(Clone, Debug, Default)]
pub struct BoardBatch {
    /// New entries, in order.
    pub records: Vec<Record>,
    /// What changed in what is remembered of ids, in order.
    pub ids: Vec<IdChange>,
}

/// Which versions of a board can be read. `oldest` is `head + 1` if none can.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bounds {
    /// The first version that can be read.
    pub oldest: Version,
    /// The newest version.
    pub head: Version,
    /// The newest entry's time, ms.
    pub at: u64,
}

/// What reading gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Records {
    /// The next entries, in order; empty at the head.
    Next(Vec<Record>),
    /// What was asked for is trimmed: reading can begin with this version.
    Trimmed {
        /// The first version that can be read.
        oldest: Version,
    },
}

/// A board's whole state as of one entry, so that a restart replays little.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// As of this entry.
    pub version: Version,
    /// As of this time, ms.
    pub at: u64,
    /// The rules of the commands that led to it.
    pub rules: u16,
    /// The state.
    pub body: Bytes,
}

/// A durable log of many boards.
pub trait Log: Send + Sync + 'static {
    /// The history that the log holds.
    fn epoch(&self) -> Epoch;

    /// The last command that is in the log: the sequencer goes on after it.
    fn position(&self) -> Result<Position, ReadError>;

    /// Every board and which of its versions can be read, by name.
    fn boards(&self) -> Result<Vec<(BoardName, Bounds)>, ReadError>;

    /// Adds a batch and waits until it is on disk.
    fn append(&self, batch: &Batch) -> Result<(), AppendError>;

    /// The entries after a version, at most `limit` of them. Of a board that was never written: none. Of a damaged
    /// entry, those that precede it; only who has read them is told of it.
    fn read_after(&self, board: &BoardName, after: Version, limit: usize) -> Result<Records, ReadError>;

    /// What is remembered of a board's ids.
    fn ids(&self, board: &BoardName) -> Result<Vec<(NoticeId, Remembered)>, ReadError>;

    /// Keeps boards' states, each in the place of the one before.
    fn keep_checkpoints(&self, checkpoints: &[(BoardName, Checkpoint)]) -> Result<(), AppendError>;

    /// A board's newest state.
    fn checkpoint(&self, board: &BoardName) -> Result<Option<Checkpoint>, ReadError>;

    /// Drops a board's entries below a version, but none above its newest checkpoint; gives the new oldest.
    fn trim(&self, board: &BoardName, before: Version) -> Result<Version, AppendError>;

    /// The newest version of a board whose time is below `at`, ms; `None`: there is none.
    fn newest_before(&self, board: &BoardName, at: u64) -> Result<Option<Version>, ReadError>;
}

/// Why a batch is not in the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AppendError {
    /// The disk is full. Nothing of the batch is there; reading goes on; the next batch may find room.
    NoRoom,
    /// The batch does not continue a board.
    OutOfOrder {
        /// Which board, and what was wrong.
        detail: String,
    },
    /// The disk failed, perhaps in the midst of a sync: what it holds is unknown. Nothing may be appended,
    /// answered or shown any more; the process ends, and opening the log again tells.
    Lost {
        /// What the disk said.
        detail: String,
    },
}

/// Why nothing could be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// An entry or checkpoint does not have its checksum, or an entry is missing.
    Damaged {
        /// The board.
        board: BoardName,
        /// The version of the entry or checkpoint; 0: what is kept beside them, or a checkpoint that cannot even say.
        version: Version,
    },
    /// The disk or the engine refused.
    Failed {
        /// What it said.
        detail: String,
    },
}

/// Why a log could not be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// It was written by a newer release.
    NewerFormat {
        /// Its format.
        found: i64,
        /// The newest that this release knows.
        known: i64,
    },
    /// It is no log of ours.
    NotALog {
        /// What was found.
        detail: String,
    },
    /// Another process has it.
    InUse,
    /// A part of what was committed last is damaged, and what was committed after it could not be read any more.
    DamagedWal {
        /// The first damaged frame; 0: the header.
        frame: u64,
        /// How many batches lie beyond it, at least.
        batches: u64,
    },
    /// A repair began and did not end.
    RepairUnfinished,
    /// The disk or the engine refused.
    Failed {
        /// What it said.
        detail: String,
    },
}

impl fmt::Display for AppendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRoom => write!(f, "the disk is full: free some room, then publishing goes on by itself"),
            Self::OutOfOrder { detail } => write!(f, "the batch does not continue the log: {detail}"),
            Self::Lost { detail } => write!(f, "the disk failed while writing the log: {detail}"),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { board, version: Version(0) } => {
                write!(f, "board {board}: what is kept beside its entries is damaged on disk")
            }
            Self::Damaged { board, version } => {
                write!(f, "board {board}: version {version} is damaged on disk")
            }
            Self::Failed { detail } => write!(f, "the log could not be read: {detail}"),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewerFormat { found, known } => write!(
                f,
                "the log has format {found}, this release knows up to {known}: start the release that wrote it"
            ),
            Self::DamagedWal { frame, batches } => write!(
                f,
                "the write-ahead log is damaged at frame {frame}, and {batches} or more batches that were answered lie \
                 beyond it: restore a copy, or run marquee log repair, which goes on without them"
            ),
            Self::RepairUnfinished => {
                write!(f, "a repair of the log was interrupted: run marquee log repair again")
            }
            Self::NotALog { detail } => write!(f, "this is no log of Marquee: {detail}"),
            Self::InUse => {
                write!(f, "another process has the log open: stop it, or choose another --data folder")
            }
            Self::Failed { detail } => write!(f, "the log could not be opened: {detail}"),
        }
    }
}

impl std::error::Error for AppendError {}
impl std::error::Error for ReadError {}
impl std::error::Error for OpenError {}
