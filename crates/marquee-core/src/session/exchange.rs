//! What goes into the session machine and what comes out of it, as values. They decide nothing.

use super::frame::{Close, Frame, Kind};
use super::shown::Shown;
use crate::{Access, BoardName, Cursor, Level, Version};
use std::fmt;

/// Where a board stands. The watermark is read before the head, so that nothing slips in between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The first version that is kept.
    pub oldest: Version,
    /// The newest.
    pub head: Version,
    /// The newest entry's time, ms.
    pub at: u64,
    /// No later entry will be stamped below this, ms.
    pub watermark: u64,
}

/// Whoever knows where boards stand.
pub trait Standings {
    /// Of a board that was never written: oldest 1, head 0.
    fn standing(&self, board: &BoardName) -> Standing;

    /// How many cues of a board have been told; 0: none yet. Asked for terminals that are told.
    fn told(&self, board: &BoardName) -> u64;
}

/// What a terminal says it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LastSeen {
    /// It has nothing.
    Nothing,
    /// It has everything up to here.
    Cursor(Cursor),
    /// It said something that is no cursor.
    Invalid,
    /// It wants to go on from where it last said that it is.
    Server,
}

impl LastSeen {
    /// What a text means; an empty one is none.
    pub fn parse(text: Option<&str>) -> Self {
        match text {
            None | Some("") => Self::Nothing,
            Some("server") => Self::Server,
            Some(text) => Cursor::parse(text).map_or(Self::Invalid, Self::Cursor),
        }
    }
}

/// Which puts a feed wants; deletes and policies always pass.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Filter {
    /// Any of these; empty: all.
    pub tags: Vec<Box<str>>,
    /// At least as urgent as this.
    pub min_level: Option<Level>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_open(&self) -> bool {
        self.tags.is_empty() && self.min_level.is_none()
    }

    /// Whether a put of a notice with this level and these tags passes.
    pub fn admits<'a>(&self, level: Level, mut tags: impl Iterator<Item = &'a str>) -> bool {
        self.min_level.is_none_or(|floor| level.at_least(floor))
            && (self.tags.is_empty() || tags.any(|tag| self.tags.iter().any(|wanted| **wanted == *tag)))
    }
}

/// A text that is nobody else's business: it is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub Box<str>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// What a terminal asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Follow a board.
    Subscribe {
        /// The board.
        board: BoardName,
        /// What the terminal has of it.
        last_seen: LastSeen,
        /// What it wants of it.
        filter: Filter,
    },
    /// Follow it no longer.
    Unsubscribe {
        /// The board.
        board: BoardName,
    },
    /// It has taken in everything up to here: the server is to remember that.
    Ack {
        /// The board.
        board: BoardName,
        /// The last entry that it has.
        cursor: Cursor,
    },
    /// This was really on its glass.
    Shown {
        /// The board.
        board: BoardName,
        /// What, and how it went.
        shown: Shown,
    },
    /// Here is a newer token, to go on with.
    Token(Secret),
    /// Are you there, and what time is it?
    Ping {
        /// Given back as it is.
        ts: i64,
    },
    /// Something of a later protocol: passed over.
    Unknown,
}

/// One entry that was read, as far as the machine needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Its number.
    pub version: Version,
    /// Its time, ms.
    pub at: u64,
    /// Whether the board's filter lets it through.
    pub passes: bool,
}

/// What a read gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// The next entries.
    Entries(Vec<Seen>),
    /// They were trimmed in the meantime.
    Trimmed,
    /// The log could not be read.
    Failed,
}

/// What to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Send this frame.
    Send(Frame),
    /// Send entries of those that were read last on this board, without a hole.
    Deliver {
        /// The board.
        board: BoardName,
        /// Those after this one …
        after: Version,
        /// … and up to this one.
        upto: Version,
    },
    /// Read entries, and say so with [`Session::read`](super::Session::read).
    Read {
        /// The board.
        board: BoardName,
        /// Those after this version.
        after: Version,
        /// At most so many.
        limit: usize,
    },
    /// Send the board's snapshot, and say so with [`Session::snapshotted`](super::Session::snapshotted).
    Snapshot {
        /// The board.
        board: BoardName,
    },
    /// Send the cues after so many, and say so with [`Session::told`](super::Session::told).
    Tell {
        /// The board.
        board: BoardName,
        /// How many it has been told; 0: it begins with what is on.
        after: u64,
    },
    /// Note what was really on the terminal's glass.
    Record {
        /// The board.
        board: BoardName,
        /// What the terminal calls itself.
        name: Box<str>,
        /// What, and how it went.
        shown: Shown,
    },
    /// Look up how far the terminal said it was, and say so with [`Session::recalled`](super::Session::recalled).
    Recall {
        /// The board.
        board: BoardName,
        /// What the terminal calls itself.
        name: Box<str>,
    },
    /// Remember how far the terminal says it is.
    Keep {
        /// The board.
        board: BoardName,
        /// What the terminal calls itself.
        name: Box<str>,
        /// The last entry that it has.
        cursor: Cursor,
    },
    /// Look whether a token is good, and say so with [`Session::renewed`](super::Session::renewed).
    Verify(Secret),
    /// Send a control frame that asks for an answer.
    Ping,
    /// End the connection.
    Close(Close),
}

impl Action {
    /// The board that it is about; `None`: about the connection.
    pub fn board(&self) -> Option<&BoardName> {
        match self {
            Self::Send(frame) => frame.board(),
            Self::Deliver { board, .. }
            | Self::Read { board, .. }
            | Self::Snapshot { board }
            | Self::Tell { board, .. }
            | Self::Record { board, .. }
            | Self::Recall { board, .. }
            | Self::Keep { board, .. } => Some(board),
            Self::Verify(_) | Self::Ping | Self::Close(_) => None,
        }
    }
}

/// A connection's name, written `s-` and 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SessionId(pub u64);

impl SessionId {
    /// The connection of a name; `None`: it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("s-").filter(|digits| digits.len() == 16)?;
        let lower = digits.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        u64::from_str_radix(digits, 16).ok().filter(|_| lower).map(Self)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s-{:016x}", self.0)
    }
}

/// Who is connected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terminal {
    /// A name for the connection.
    pub session: SessionId,
    /// How it takes part.
    pub kind: Kind,
    /// What it calls itself.
    pub name: Option<Box<str>>,
    /// What it may do.
    pub access: Access,
}
