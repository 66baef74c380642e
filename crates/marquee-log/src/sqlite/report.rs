//! What a look through a whole log finds: how much there is, and each damage with its place and what to do. It reads
//! nothing itself.

use marquee_core::{BoardName, Epoch, Version};
use std::fmt;
use std::path::PathBuf;

/// Damages that are named; of the rest the number is told.
const DAMAGES_MAX: usize = 1_000;

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The history's name, if it can be read.
    pub epoch: Option<Epoch>,
    /// The last command that is in the log, if that can be read.
    pub position: Option<u64>,
    /// How many boards.
    pub boards: u64,
    /// How many entries are whole.
    pub entries: u64,
    /// How many ids are remembered.
    pub ids: u64,
    /// How many checkpoints are whole.
    pub checkpoints: u64,
    /// Another process writes the log: what it wrote after the look began is not in the report.
    pub in_use: bool,
    /// Bytes of a batch that was never whole, at the end of the WAL: nobody was answered for it, so it is no damage.
    pub torn_bytes: u64,
    /// What is damaged, the first of it.
    pub damages: Vec<Damage>,
    /// How many more damages there are.
    pub more: u64,
}

/// One damage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// What is damaged.
    pub part: Part,
    /// Whose it is, where it is a board's.
    pub board: Option<BoardName>,
    /// The first and the last version that are affected, where it is some.
    pub versions: Option<(Version, Version)>,
    /// What was found.
    pub detail: String,
}

/// What can be damaged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The database file as a whole: SQLite's own check.
    File,
    /// The write-ahead log, in its middle.
    Wal,
    /// Epoch or position.
    Meta,
    /// What is known of a board as a whole.
    Board,
    /// Entries.
    Entry,
    /// A board's state.
    Checkpoint,
    /// What is remembered of a board's ids.
    Ids,
    /// A repair that was interrupted.
    Repair,
}

impl Part {
    /// A word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Wal => "wal",
            Self::Meta => "meta",
            Self::Board => "board",
            Self::Entry => "entry",
            Self::Checkpoint => "checkpoint",
            Self::Ids => "ids",
            Self::Repair => "repair",
        }
    }

    /// What to do about it.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Repair => "run marquee log repair again: it begins anew with the files as they were",
            _ => "restore a copy, or stop the server and run marquee log repair, which tells what it drops",
        }
    }
}

impl Report {
    /// Whether nothing is damaged.
    pub fn is_whole(&self) -> bool {
        self.damages.is_empty()
    }

    pub(super) fn add(&mut self, damage: Damage) {
        if self.damages.len() < DAMAGES_MAX {
            self.damages.push(damage);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn whole_log(&mut self, part: Part, detail: impl Into<String>) {
        self.add(Damage { part, board: None, versions: None, detail: detail.into() });
    }

    pub(super) fn of_board(&mut self, part: Part, board: &BoardName, detail: impl Into<String>) {
        self.add(Damage { part, board: Some(board.clone()), versions: None, detail: detail.into() });
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.part.word())?;
        if let Some(board) = &self.board {
            write!(f, ", board {board}")?;
        }
        match self.versions {
            Some((first, last)) if first == last => write!(f, ", version {first}")?,
            Some((first, last)) => write!(f, ", versions {first} to {last}")?,
            None => {}
        }
        write!(f, ": {}", self.detail)
    }
}

/// How far a long look, copy or repair is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// SQLite checks its own structures.
    Engine,
    /// A board's entries are read: the version that it is at, and the newest.
    Board {
        /// The board.
        board: BoardName,
        /// The version that it is at.
        version: Version,
        /// The newest.
        head: Version,
    },
    /// The file is copied.
    Copy {
        /// Pages that are done.
        pages: u64,
        /// All pages.
        of: u64,
    },
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engine => write!(f, "the file's own structures are checked"),
            Self::Board { board, version, head } => {
                write!(f, "board {board}: at version {version} of {head}")
            }
            Self::Copy { pages, of } => write!(f, "{pages} of {of} pages are copied"),
        }
    }
}

/// Why a log could not be looked at, copied or repaired.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CareError {
    /// There is no log in the folder.
    NoLog {
        /// The folder.
        folder: PathBuf,
    },
    /// A server has the log.
    InUse,
    /// The file is another program's, or another release's.
    NotOurs {
        /// What was found.
        detail: String,
    },
    /// What is to be written is there already.
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// So much is damaged that nothing can be kept.
    Hopeless {
        /// What cannot be read.
        detail: String,
    },
    /// The disk or the engine refused.
    Failed {
        /// What it said.
        detail: String,
    },
}

impl fmt::Display for CareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLog { folder } => {
                write!(f, "there is no log in {}: name its folder with --data", folder.display())
            }
            Self::InUse => write!(f, "a server has the log open: stop it first"),
            Self::NotOurs { detail } => f.write_str(detail),
            Self::Exists { path } => {
                write!(f, "{} is there already: name a folder that has no log", path.display())
            }
            Self::Hopeless { detail } => {
                write!(f, "{detail}, so there is nothing that a repair could keep: restore a copy")
            }
            Self::Failed { detail } => f.write_str(detail),
        }
    }
}

impl std::error::Error for CareError {}
