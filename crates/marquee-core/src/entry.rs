//! One change of a board: the only thing that its log holds. An entry is a fact; it is never taken back.

use crate::auth::{Fact, Reader};
use crate::{Cursor, Notice, NoticeId, Policy, Version};
use std::sync::Arc;

/// One change, with its number and its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number on its board.
    pub version: Version,
    /// When it applies, ms; never below the entry before it.
    pub at: u64,
    /// What it does.
    pub change: Change,
}

/// What an entry does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A notice is there, or is there anew.
    Put(Arc<Notice>),
    /// A notice leaves, also from the ribbon.
    Delete {
        /// Which.
        id: NoticeId,
        /// Why.
        reason: DeleteReason,
    },
    /// The board plays differently from now on.
    Policy {
        /// How.
        policy: Arc<Policy>,
        /// Whether it was given for this board, and not as the default of all.
        own: bool,
    },
    /// On the board `_auth` alone: a reader of another board has gone on.
    Cursor {
        /// Who, and of which board.
        reader: Arc<Reader>,
        /// The last entry that it has.
        seen: Cursor,
    },
    /// On the board `_auth` alone: something about tokens.
    Auth(Fact),
}

impl Change {
    /// The word for it on the wire and in the store.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Put(_) => "put",
            Self::Delete { .. } => "delete",
            Self::Policy { .. } => "policy",
            Self::Cursor { .. } => "cursor",
            Self::Auth(Fact::Revoked(_)) => "revoked",
            Self::Auth(Fact::Family(_)) => "family",
            Self::Auth(Fact::Cookie(_)) => "cookie",
        }
    }
}

/// Why a notice left before its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeleteReason {
    /// A publisher took it back.
    Retracted,
    /// What it told of is over.
    Resolved,
    /// The board was full.
    Evicted,
}

impl DeleteReason {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Retracted => "retracted",
            Self::Resolved => "resolved",
            Self::Evicted => "evicted",
        }
    }

    /// The reason of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Retracted, Self::Resolved, Self::Evicted].into_iter().find(|reason| reason.name() == word)
    }
}
