//! The board machine: (state, command, time) → entries and an answer. Deduplication, keys, eviction and expiry are
//! its rules; it reads only commands, its state and `at`, so the same commands give the same entries everywhere.
//! It never keeps what it has not been told to: what must outlive a crash leaves it as entries and id rows.

mod admission;
mod apply;
pub mod command;
mod memory;
pub mod outcome;

pub use command::{Command, ContentHash, Draft, Op, Position, RULES, Terms};
pub use memory::{Ended, Remembered};
pub use outcome::{IdChange, Outcome, Placed, Rejection, State, Status};

use crate::{BoardName, Entry, NoticeId, Policy, Timeline, Version};
use memory::Memory;
use std::collections::{BTreeMap, HashMap};
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
}

/// What a command did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// New entries, in order.
    pub entries: Vec<Entry>,
    /// What changed in what is remembered of the board's ids.
    pub ids: Vec<IdChange>,
    /// Ids that other boards forgot, because there were too many over all.
    pub forgotten: Vec<(BoardName, NoticeId)>,
    /// What the publisher is told.
    pub outcome: Outcome,
}

/// Every board there is: the machine that commands are applied to.
#[derive(Clone, Debug, Default)]
pub struct Boards {
    boards: BTreeMap<BoardName, Board>,
    /// Ids remembered over all boards.
    ids: usize,
    /// The number that the next remembered id gets: their age.
    next_seq: u64,
}

impl Board {
    fn new(policy: Arc<Policy>, at: u64) -> Self {
        Self {
            timeline: Timeline::new(policy, at),
            version: Version(0),
            keys: HashMap::new(),
            memory: Memory::default(),
        }
    }

    /// A board as it was: its timeline and version from a checkpoint or from entries, its ids from their rows.
    pub fn restore(timeline: Timeline, version: Version, rows: Vec<(NoticeId, Remembered)>) -> Self {
        let keys = timeline
            .active()
            .iter()
            .filter_map(|active| Some((active.notice.key.clone()?, active.notice.id.clone())))
            .collect();
        let memory = Memory::restore(rows);
        Self { timeline, version, keys, memory }
    }

    /// How it plays.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Its newest entry's number.
    pub fn version(&self) -> Version {
        self.version
    }

    /// What is remembered of an id.
    pub fn remembered(&self, id: &NoticeId) -> Option<&Remembered> {
        self.memory.find(id)
    }
}

impl Boards {
    /// A board, if it exists.
    pub fn board(&self, name: &BoardName) -> Option<&Board> {
        self.boards.get(name)
    }

    /// All boards, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&BoardName, &Board)> {
        self.boards.iter()
    }

    /// Puts a restored board in the place of what was there.
    pub fn insert(&mut self, name: BoardName, board: Board) {
        self.next_seq = self.next_seq.max(board.memory.newest_seq() + 1);
        self.ids += board.memory.len();
        if let Some(before) = self.boards.insert(name, board) {
            self.ids -= before.memory.len();
        }
    }

    /// Forgets a board, as if it had never been written.
    pub fn remove(&mut self, name: &BoardName) {
        if let Some(before) = self.boards.remove(name) {
            self.ids -= before.memory.len();
        }
    }

    /// Applies a command at a time that is never below the one before on the same board.
    pub fn apply(&mut self, command: &Command, at: u64) -> Applied {
        let terms = &command.terms;
        if let Some(board) = self.boards.get_mut(&command.board) {
            let before = board.memory.len();
            let applied = board.apply(&command.op, at, &mut self.next_seq);
            self.ids = self.ids + board.memory.len() - before;
            return self.bounded(command, applied);
        }
        let next_seq = self.next_seq;
        let mut board = Board::new(terms.first_policy.clone(), at);
        board.version = board.version.next();
        let first =
            Entry { version: board.version, at, change: crate::Change::Policy(terms.first_policy.clone()) };
        let mut applied = board.apply(&command.op, at, &mut self.next_seq);
        if applied.entries.is_empty() {
            return applied;
        }
        if self.boards.len() >= terms.max_boards {
            self.next_seq = next_seq;
            return Applied::rejected(Rejection::TooManyBoards { most: terms.max_boards });
        }
        applied.entries.insert(0, first);
        self.ids += board.memory.len();
        self.boards.insert(command.board.clone(), board);
        self.bounded(command, applied)
    }

    /// Over all boards no more ids than the terms allow: the oldest go first, but none of an active notice.
    fn bounded(&mut self, command: &Command, mut applied: Applied) -> Applied {
        while self.ids > command.terms.max_ids {
            let oldest = self
                .boards
                .iter()
                .filter_map(|(name, board)| Some((board.memory.oldest_seq()?, name.clone())))
                .min();
            let Some((_, name)) = oldest else { break };
            let Some(board) = self.boards.get_mut(&name) else { break };
            let (before, mut changes) = (board.memory.len(), Vec::new());
            board.memory.drop_oldest(&board.timeline, &mut changes);
            self.ids = self.ids + board.memory.len() - before;
            if name == command.board {
                applied.ids.append(&mut changes);
            }
            applied.forgotten.extend(changes.into_iter().filter_map(|change| match change {
                IdChange::Forget(id) => Some((name.clone(), id)),
                IdChange::Remember(..) => None,
            }));
        }
        applied
    }
}

impl Applied {
    fn rejected(rejection: Rejection) -> Self {
        Self {
            entries: Vec::new(),
            ids: Vec::new(),
            forgotten: Vec::new(),
            outcome: Outcome::Rejected(rejection),
        }
    }
}

#[cfg(test)]
mod tests;
