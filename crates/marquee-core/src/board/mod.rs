//! The board machine: (state, command, time) → entries and an answer. Deduplication, keys, eviction and expiry are
//! its rules; it reads only commands, its state and `at`, so the same commands give the same entries everywhere.
//! It never keeps what it has not been told to: what must outlive a crash leaves it as entries and id rows.

mod admission;
mod apply;
mod boards;
pub mod command;
mod folds;
mod memory;
pub mod outcome;
mod policies;
mod step;

pub use boards::Boards;
pub use command::{Command, ContentHash, Draft, Op, Position, Precondition, RULES, Terms};
pub use memory::{Ended, Remembered};
pub use outcome::{IdChange, Outcome, Placed, Rejection, State, Status};
pub use policies::{Preview, Stretch, preview};

use crate::replica::PolicyMark;
use crate::{BoardName, Entry, NoticeId, Policy, Replica, Timeline, Version};
use foldhash::{HashMap, HashMapExt};
use folds::Folds;
use memory::Memory;
use std::sync::Arc;

/// The most that a board's active notices may take together, in bytes.
pub const ACTIVE_BYTES_MAX: usize = 1 << 20;

/// One board's state.
#[derive(Clone, Debug)]
pub struct Board {
    timeline: Timeline,
    version: Version,
    /// Active notices by key. An entry may be stale: it counts only if its notice is active and has the key.
    keys: HashMap<Box<str>, NoticeId>,
    memory: Memory,
    folds: Folds,
    policy: PolicyMark,
}

/// What a command did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// New entries, in order.
    pub entries: Vec<Entry>,
    /// What changed in what is remembered of the board's ids.
    pub ids: Vec<IdChange>,
    /// What changed in what is remembered of other boards' ids, because there were too many over all.
    pub elsewhere: Vec<(BoardName, IdChange)>,
    /// What the publisher is told.
    pub outcome: Outcome,
}

impl Board {
    /// A board whose first entry is a policy.
    fn new(policy: Arc<Policy>, own: bool, at: u64) -> Self {
        let version = Version(0).next();
        Self {
            timeline: Timeline::new(policy, at),
            version,
            keys: HashMap::new(),
            memory: Memory::default(),
            folds: Folds::default(),
            policy: PolicyMark { version, own },
        }
    }

    /// A board as it was: its state from a checkpoint or from entries, its ids from their rows. `None`: it was never
    /// written.
    pub fn restore(replica: Replica, rows: Vec<(NoticeId, Remembered)>) -> Option<Self> {
        let version = replica.version();
        let (timeline, policy) = replica.into_state()?;
        let active = timeline.active().iter();
        let keys = active
            .filter_map(|active| Some((active.notice.key.clone()?, active.notice.id.clone())))
            .collect();
        let memory = Memory::restore(rows);
        let folds = Folds::restore(&timeline, &memory);
        Some(Self { timeline, version, keys, memory, folds, policy })
    }

    /// How it plays.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Its newest entry's number.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Where its policy comes from.
    pub fn policy_mark(&self) -> PolicyMark {
        self.policy
    }

    /// Its state as a snapshot or checkpoint holds it.
    pub fn state(&self) -> (&Timeline, PolicyMark) {
        (&self.timeline, self.policy)
    }

    /// What is remembered of an id.
    pub fn remembered(&self, id: &NoticeId) -> Option<&Remembered> {
        self.memory.find(id)
    }
}

impl Applied {
    fn nothing(outcome: Outcome) -> Self {
        Self { entries: Vec::new(), ids: Vec::new(), elsewhere: Vec::new(), outcome }
    }
}

#[cfg(test)]
mod tests;
