//! What a board is asked to do. A command carries all that depends on chance, on a library or on configuration,
//! so that applying it anywhere, at any later date, gives the same entries. It carries no time.

use crate::auth::{Ask, Reader};
use crate::{BoardName, Cursor, DeleteReason, Level, NoticeId, Policy, Version};
use std::sync::Arc;

/// The rules by which this release makes commands; a machine knows every number that commands were kept under.
pub const RULES: u16 = 2;

/// SHA-256 of a notice's content, its first 16 bytes: fields as given, normalised, without defaults.
pub type ContentHash = [u8; 16];

/// Where a command stands in the sequencer's order: 1, 2, 3 …; 0 is before the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Position(pub u64);

/// One thing to do to one board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Command {
    /// By which rules it is to be applied.
    pub rules: u16,
    /// The board.
    pub board: BoardName,
    /// The configuration in force when it was made, as far as the machine needs it.
    pub terms: Arc<Terms>,
    /// What to do.
    pub op: Op,
}

/// What the machine needs to know of the configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// The first entry of a board that its first write creates.
    pub first_policy: Arc<Policy>,
    /// Boards there may be.
    pub max_boards: usize,
    /// Ids that are remembered over all boards.
    pub max_ids: usize,
}

impl Default for Terms {
    fn default() -> Self {
        Self { first_policy: Arc::new(Policy::default()), max_boards: 10_000, max_ids: 5_000_000 }
    }
}

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Op {
    /// POST: idempotent by id, replaces by key.
    Publish(Draft),
    /// PUT: creates or replaces by id.
    Replace(Draft),
    /// A hook's notice, known by its key: equal content is renewed only if less than this is left of it, ms.
    Upsert {
        /// The notice; it has a key.
        draft: Draft,
        /// Renewed below this.
        renew_below_ms: u64,
    },
    /// The notice leaves, also from the ribbon.
    Delete(NoticeId),
    /// The active notice with this key leaves.
    DeleteByKey {
        /// The key.
        key: Box<str>,
        /// Why.
        reason: DeleteReason,
    },
    /// What folds have only counted is shown, where its second is over. Asked for by whoever applies commands; a
    /// second one does nothing.
    Settle,
    /// PUT of a policy: from now on the board has its own.
    SetPolicy {
        /// Whole, within its bounds.
        policy: Arc<Policy>,
        /// Only if this holds.
        only_if: Option<Precondition>,
    },
    /// The board goes back to the defaults: the terms' `first_policy`.
    DropPolicy {
        /// Only if this holds.
        only_if: Option<Precondition>,
    },
    /// The defaults have changed: a board without a policy of its own takes the terms' `first_policy`.
    TakeDefaults,
    /// On the board `_auth` alone: readers of other boards have gone on.
    Advance(Box<[(Arc<Reader>, Cursor)]>),
    /// On the board `_auth` alone: tokens, families and cookies.
    Auth(Box<Ask>),
}

/// What has to hold for a policy to be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Precondition {
    /// The board was written before.
    Exists,
    /// Its newest `policy` entry is one of these; 0 stands for a board that was never written.
    VersionIn(Box<[Version]>),
}

/// A notice as its publisher gave it, cleaned and measured, but without time and version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Given or minted.
    pub id: NoticeId,
    /// What makes two publishes the same.
    pub hash: ContentHash,
    /// How urgent it is.
    pub level: Level,
    /// Cleaned text.
    pub text: Box<str>,
    /// Sanitised markup.
    pub html: Option<Box<str>>,
    /// Words to filter by.
    pub tags: Box<[Box<str>]>,
    /// What it is about.
    pub key: Option<Box<str>>,
    /// An https URL.
    pub link: Option<Box<str>>,
    /// A JSON object, compact.
    pub data: Option<Box<str>>,
    /// The width of the text, in cells.
    pub cells: u32,
    /// How long it lives, s; else the policy says.
    pub ttl: Option<u64>,
    /// From when it is shown, ms; else at once.
    pub starts_at: Option<u64>,
    /// The trace it came by: 32 lower-case hex digits.
    pub trace_id: Box<str>,
}
