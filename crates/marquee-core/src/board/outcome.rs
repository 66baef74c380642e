//! What a command comes to: the answer's content, without its words and status codes.

use super::Remembered;
use crate::auth::Answer;
use crate::{NoticeId, Policy, Version};
use std::sync::Arc;

/// What the publisher is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The notice has a place.
    Placed(Placed),
    /// It has left.
    Deleted {
        /// The notice's id; for an id that another took in, that one's.
        id: NoticeId,
        /// The entry.
        version: Version,
    },
    /// There was nothing to delete under this key: fine.
    Unknown,
    /// This is the board's policy now.
    Policy {
        /// Its entry; 0: the board was never written.
        version: Version,
        /// As it is in force.
        policy: Arc<Policy>,
        /// Whether it was given for this board, and not as the default of all.
        own: bool,
    },
    /// What was asked of `_auth` came to this.
    Auth {
        /// The newest entry of `_auth` by then: whoever has taken that in knows of it.
        version: Version,
        /// To what.
        answer: Answer,
    },
    /// Nobody is told more.
    Done,
    /// It has no place, and why. No entry came of it.
    Rejected(Rejection),
}

/// Where a published notice ended up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The active notice's id.
    pub id: NoticeId,
    /// The entry that the answer speaks of.
    pub version: Version,
    /// What became of the publish.
    pub status: Status,
    /// When the notice is over, ms.
    pub expires_at: u64,
}

/// What became of a publish.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// A new notice.
    Accepted,
    /// An active notice has new content.
    Replaced,
    /// An active notice says the same: it stands for one publish more.
    Folded,
    /// It was there already; where its notice stands now.
    Duplicate(State),
}

/// Where a remembered notice stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum State {
    Active,
    Expired,
    Deleted,
    Evicted,
}

/// Why a command came to nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rejection {
    /// The id is remembered with other content.
    Conflict,
    /// Another active notice has the key.
    KeyTaken {
        /// That notice.
        by: NoticeId,
    },
    /// It would be over before it began.
    AlreadyOver {
        /// When, ms.
        expires_at: u64,
    },
    /// The board is full, and the newcomer is the least of all.
    BoardFull {
        /// Notices that the policy allows.
        max_active: usize,
    },
    /// There are as many boards as there may be.
    TooManyBoards {
        /// How many.
        most: usize,
    },
    /// Nothing with this id is active or still on the ribbon.
    NotFound,
    /// The policy is another one than the caller knows.
    PolicyMoved {
        /// Its version.
        version: Version,
    },
}

/// A change in what is remembered of ids, to be stored with the entries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IdChange {
    /// The id is remembered like this from now on.
    Remember(NoticeId, Remembered),
    /// The id is forgotten.
    Forget(NoticeId),
}
