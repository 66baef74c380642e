//! Every board there is, the machine that commands are applied to: which boards come to be, and what bounds them
//! all together. What a command does to one board is not decided here.

use super::command::{Command, Op, Precondition, Terms};
use super::outcome::{IdChange, Outcome, Rejection};
use super::{Applied, Board};
use crate::auth::Auth;
use crate::{BoardName, Change, Entry, Policy, Version};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All boards.
#[derive(Clone, Debug, Default)]
pub struct Boards {
    boards: BTreeMap<BoardName, Board>,
    /// The reserved board `_auth`: it is none of those that are listed, counted or played.
    auth: Auth,
    /// Ids remembered over all boards.
    ids: usize,
    /// The number that the next remembered id gets: their age.
    next_seq: u64,
    /// Boards by the age of their oldest id that may be forgotten.
    oldest: BTreeSet<(u64, BoardName)>,
    /// Boards by the time at which a settle is due.
    settles: BTreeSet<(u64, BoardName)>,
}

/// What of one board the whole keeps account of.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Account {
    ids: usize,
    oldest: Option<u64>,
    settle: Option<u64>,
}

impl Account {
    fn of(board: &Board) -> Self {
        Self { ids: board.memory.len(), oldest: board.memory.oldest_seq(), settle: board.folds.next_settle() }
    }
}

impl Boards {
    /// A board, if it exists.
    pub fn board(&self, name: &BoardName) -> Option<&Board> {
        self.boards.get(name)
    }

    /// The server's own board of those who come back.
    pub fn auth(&self) -> &Auth {
        &self.auth
    }

    /// Puts it, as it was restored, in the place of what was there.
    pub fn set_auth(&mut self, auth: Auth) {
        self.auth = auth;
    }

    /// All boards, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&BoardName, &Board)> {
        self.boards.iter()
    }

    /// The boards that wait for a [`Op::Settle`], the earliest first, each with the time from which one does something.
    pub fn settles(&self) -> impl Iterator<Item = (u64, &BoardName)> {
        self.settles.iter().map(|(due, name)| (*due, name))
    }

    /// Puts a restored board in the place of what was there.
    pub fn insert(&mut self, name: BoardName, board: Board) {
        self.next_seq = self.next_seq.max(board.memory.newest_seq() + 1);
        let after = Account::of(&board);
        let before =
            self.boards.insert(name.clone(), board).map_or_else(Account::default, |b| Account::of(&b));
        self.keep_account(&name, before, after);
    }

    /// Forgets a board, as if it had never been written.
    pub fn remove(&mut self, name: &BoardName) {
        if let Some(before) = self.boards.remove(name) {
            self.keep_account(name, Account::of(&before), Account::default());
        }
    }

    /// Applies a command at a time that is never below the one before on the same board.
    pub fn apply(&mut self, command: &Command, at: u64) -> Applied {
        let (terms, name) = (&command.terms, &command.board);
        if *name == BoardName::auth() {
            let (entries, outcome) = match &command.op {
                Op::Advance(moves) => (self.auth.advance(moves, at), Outcome::Done),
                Op::Auth(ask) => {
                    let (entries, answer) = self.auth.ask(ask, at);
                    (entries, Outcome::Auth { version: self.auth.version(), answer })
                }
                _ => (Vec::new(), Outcome::Done),
            };
            return Applied { entries, ..Applied::nothing(outcome) };
        }
        if let Some(board) = self.boards.get_mut(name) {
            let before = Account::of(board);
            let applied = board.apply(&command.op, terms, at, &mut self.next_seq);
            let after = Account::of(board);
            self.keep_account(name, before, after);
            return self.bounded(command, applied);
        }
        let next_seq = self.next_seq;
        let Some((board, applied)) = self.first_write(&command.op, terms, at) else {
            return Applied::nothing(unwritten(&command.op, terms));
        };
        if applied.entries.is_empty() {
            return applied;
        }
        if self.boards.len() >= terms.max_boards {
            self.next_seq = next_seq;
            return Applied::nothing(Outcome::Rejected(Rejection::TooManyBoards { most: terms.max_boards }));
        }
        self.insert(name.clone(), board);
        self.bounded(command, applied)
    }

    /// A board whose first entry is a policy, and what the command makes of it; `None`: the command makes no board.
    fn first_write(&mut self, op: &Op, terms: &Terms, at: u64) -> Option<(Board, Applied)> {
        let begin = |policy: &Arc<Policy>, own| {
            let board = Board::new(policy.clone(), own, at);
            let change = Change::Policy { policy: policy.clone(), own };
            let first = Entry { version: board.version, at, change };
            (board, first)
        };
        match op {
            Op::Settle | Op::TakeDefaults | Op::Advance(_) | Op::Auth(_) | Op::DropPolicy { .. } => None,
            Op::SetPolicy { only_if, .. } if !holds(only_if.as_ref(), None) => None,
            Op::SetPolicy { policy, .. } => {
                let (board, first) = begin(policy, true);
                let outcome = board.policy_outcome();
                Some((board, Applied { entries: vec![first], ..Applied::nothing(outcome) }))
            }
            _ => {
                let (mut board, first) = begin(&terms.first_policy, false);
                let mut applied = board.apply(op, terms, at, &mut self.next_seq);
                if !applied.entries.is_empty() {
                    applied.entries.insert(0, first);
                }
                Some((board, applied))
            }
        }
    }

    /// Over all boards no more ids than the terms allow: the oldest go first, but none of an active notice.
    fn bounded(&mut self, command: &Command, mut applied: Applied) -> Applied {
        while self.ids > command.terms.max_ids {
            let Some((_, name)) = self.oldest.first().cloned() else { break };
            let Some(board) = self.boards.get_mut(&name) else { break };
            let (before, mut changes) = (Account::of(board), Vec::new());
            board.memory.drop_oldest(&board.timeline, &mut changes);
            let after = Account::of(board);
            self.keep_account(&name, before, after);
            if name == command.board {
                applied.ids.append(&mut changes);
            } else {
                applied.elsewhere.extend(changes.into_iter().map(|change: IdChange| (name.clone(), change)));
            }
        }
        applied
    }

    fn keep_account(&mut self, name: &BoardName, before: Account, after: Account) {
        self.ids = self.ids + after.ids - before.ids;
        move_place(&mut self.oldest, name, before.oldest, after.oldest);
        move_place(&mut self.settles, name, before.settle, after.settle);
    }
}

fn move_place(
    places: &mut BTreeSet<(u64, BoardName)>,
    name: &BoardName,
    before: Option<u64>,
    after: Option<u64>,
) {
    if before == after {
        return;
    }
    if let Some(before) = before {
        places.remove(&(before, name.clone()));
    }
    if let Some(after) = after {
        places.insert((after, name.clone()));
    }
}

/// What is told of a board that was never written, and is not by this.
fn unwritten(op: &Op, terms: &Terms) -> Outcome {
    match op {
        Op::DropPolicy { only_if } if holds(only_if.as_ref(), None) => {
            Outcome::Policy { version: Version(0), policy: terms.first_policy.clone(), own: false }
        }
        Op::SetPolicy { .. } | Op::DropPolicy { .. } => {
            Outcome::Rejected(Rejection::PolicyMoved { version: Version(0) })
        }
        _ => Outcome::Done,
    }
}

/// Whether a condition holds of a board whose policy has this version; `None`: it was never written.
pub(super) fn holds(only_if: Option<&Precondition>, version: Option<Version>) -> bool {
    match only_if {
        None => true,
        Some(Precondition::Exists) => version.is_some(),
        Some(Precondition::VersionIn(known)) => known.contains(&version.unwrap_or(Version(0))),
    }
}
