//! The network, made up: connections with ways that take time, room for so much, and an end that one side may not hear
//! of. It carries real bytes and looks into none of them.

use crate::world::Grant;
use bytes::Bytes;
use marquee_core::{BoardName, Cursor};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What goes to a terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Down {
    Frame(Bytes),
    Ping,
    Close(u16),
    /// The connection is over, and nobody said why.
    Cut,
}

/// What comes from it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Up {
    Message(String),
    Pong,
}

/// One connection.
pub(crate) struct Link {
    pub(crate) terminal: usize,
    /// The process that it leads to.
    pub(crate) process: u64,
    /// On the way to the terminal, or not read yet.
    pub(crate) down: VecDeque<Down>,
    /// So much may be on the way; then whoever sends waits.
    pub(crate) room: usize,
    /// How long the terminal takes for each.
    pub(crate) read_ms: u64,
    /// When the last that was sent arrives.
    pub(crate) down_at: u64,
    pub(crate) up_at: u64,
    /// Nothing gets through any more, and nobody is told.
    pub(crate) dead: bool,
    /// When the server last heard of it.
    pub(crate) heard: u64,
    /// Since when there is no room.
    pub(crate) stuck: Option<u64>,
    /// What the terminal said it had, by board.
    pub(crate) asked: BTreeMap<BoardName, Asked>,
    /// Up to which version it was sent everything.
    pub(crate) sent: BTreeMap<BoardName, u64>,
    /// Boards whose subscription the terminal knows to have begun.
    pub(crate) begun: BTreeSet<BoardName>,
    /// What its token opens; absent: it came without one, and everything is open.
    pub(crate) grant: Option<Grant>,
}

/// What a terminal says that it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Asked {
    Nothing,
    Invalid,
    Cursor(Cursor),
    /// What the server remembers, once it is found.
    Server(Option<Cursor>),
}

impl Asked {
    pub(crate) fn cursor(&self) -> Option<&Cursor> {
        match self {
            Self::Cursor(cursor) | Self::Server(Some(cursor)) => Some(cursor),
            Self::Nothing | Self::Invalid | Self::Server(None) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Invalid => Some("what is this".into()),
            Self::Cursor(cursor) => Some(cursor.to_string()),
            Self::Server(_) => Some("server".into()),
        }
    }
}

impl Link {
    pub(crate) fn has_room(&self) -> bool {
        self.down.len() < self.room
    }
}
