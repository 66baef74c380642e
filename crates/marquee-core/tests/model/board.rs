//! A second set of boards, as plain as PROTOCOL.md puts it: what there is, how a board begins, what is forgotten.
//! It shares the machine's data types and none of its functions; it never needs to be fast.

use crate::ribbon::Ribbon;
use crate::turn::Turn;
use marquee_core::board::{Command, ContentHash, Ended, Op, Outcome, Precondition, Rejection};
use marquee_core::{BoardName, Change, Entry, NoticeId, Policy, Version};
use std::sync::Arc;

const DAY_MS: u64 = 86_400_000;
const IDS_OF_A_BOARD: usize = 100_000;

/// What is known of one id that was published.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) board: BoardName,
    pub(crate) id: NoticeId,
    /// The notice that it names.
    pub(crate) notice: NoticeId,
    pub(crate) hash: ContentHash,
    pub(crate) version: u64,
    pub(crate) seen_at: u64,
    pub(crate) ended: Option<Ended>,
    pub(crate) expires_at: u64,
    pub(crate) content: ContentHash,
    pub(crate) scheduled: bool,
    pub(crate) count: u32,
    pub(crate) folded_at: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Board {
    pub(crate) name: BoardName,
    pub(crate) version: u64,
    pub(crate) policy_version: u64,
    pub(crate) own_policy: bool,
    pub(crate) ribbon: Ribbon,
}

/// All boards, and what is remembered over all of them, the oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) boards: Vec<Board>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) entries: Vec<Entry>,
    pub(crate) outcome: Outcome,
}

impl World {
    pub(crate) fn apply(&mut self, command: &Command, at: u64) -> Told {
        let before = self.clone();
        let told = self.run(command, at);
        if before.boards.len() < self.boards.len() && before.boards.len() >= command.terms.max_boards {
            *self = before;
            let rejection = Rejection::TooManyBoards { most: command.terms.max_boards };
            return Told { entries: Vec::new(), outcome: Outcome::Rejected(rejection) };
        }
        while self.rows.len() > command.terms.max_ids {
            let Some(oldest) = self.rows.iter().position(|row| !self.is_active_notices_own(row)) else {
                break;
            };
            self.forget(oldest);
        }
        told
    }

    fn run(&mut self, command: &Command, at: u64) -> Told {
        let is_known = self.boards.iter().any(|board| board.name == command.board);
        if is_known {
            self.board(&command.board).ribbon.advance(at);
            self.forget_what_is_due(&command.board, at);
            return self.turn(command, at, Vec::new());
        }
        let before = self.clone();
        let terms = &command.terms;
        let nothing = |outcome| Told { entries: Vec::new(), outcome };
        match &command.op {
            Op::Settle | Op::TakeDefaults => nothing(Outcome::Done),
            Op::SetPolicy { only_if, .. } | Op::DropPolicy { only_if } if !holds(only_if.as_ref(), None) => {
                nothing(Outcome::Rejected(Rejection::PolicyMoved { version: Version(0) }))
            }
            Op::DropPolicy { .. } => {
                let policy = terms.first_policy.clone();
                nothing(Outcome::Policy { version: Version(0), policy, own: false })
            }
            Op::SetPolicy { policy, .. } => {
                let entry = self.begin(&command.board, policy, true, at);
                let outcome = Outcome::Policy { version: Version(1), policy: policy.clone(), own: true };
                Told { entries: vec![entry], outcome }
            }
            _ => {
                let entry = self.begin(&command.board, &terms.first_policy, false, at);
                let mut told = self.turn(command, at, vec![entry]);
                if told.entries.len() == 1 {
                    told.entries.clear();
                    *self = before;
                }
                told
            }
        }
    }

    fn begin(&mut self, name: &BoardName, policy: &Arc<Policy>, own: bool, at: u64) -> Entry {
        self.boards.push(Board {
            name: name.clone(),
            version: 1,
            policy_version: 1,
            own_policy: own,
            ribbon: Ribbon::new(policy.clone(), at),
        });
        Entry { version: Version(1), at, change: Change::Policy { policy: policy.clone(), own } }
    }

    fn turn(&mut self, command: &Command, at: u64, entries: Vec<Entry>) -> Told {
        let name = &command.board;
        let mut turn = Turn { world: self, name, terms: &command.terms, at, entries };
        let outcome = match &command.op {
            Op::Publish(draft) => turn.publish(draft),
            Op::Replace(draft) => turn.replace(draft),
            Op::Upsert { draft, renew_below_ms } => turn.upsert(draft, *renew_below_ms),
            Op::Delete(id) => turn.delete(id),
            Op::DeleteByKey { key, reason } => Ok(turn.delete_by_key(key, *reason)),
            Op::Settle => Ok(turn.settle()),
            Op::SetPolicy { policy, only_if } => turn.set_policy(policy, only_if.as_ref()),
            Op::DropPolicy { only_if } => turn.drop_policy(only_if.as_ref()),
            Op::TakeDefaults => Ok(turn.take_defaults()),
            Op::Advance(_) | Op::Auth(_) => unreachable!("the model has no board of readers"),
        };
        let outcome = outcome.unwrap_or_else(Outcome::Rejected);
        Told { entries: turn.entries, outcome }
    }

    pub(crate) fn board(&mut self, name: &BoardName) -> &mut Board {
        self.boards.iter_mut().find(|board| board.name == *name).expect("the board exists")
    }

    /// Whether the notice that an id names is active, as of its board's newest command.
    fn is_active(&self, row: &Row) -> bool {
        self.boards.iter().any(|board| board.name == row.board && board.ribbon.find(&row.notice).is_some())
    }

    /// Whether an id is that of an active notice, which is never forgotten: who was only taken in may be.
    fn is_active_notices_own(&self, row: &Row) -> bool {
        row.notice == row.id && self.is_active(row)
    }

    fn forget_what_is_due(&mut self, name: &BoardName, at: u64) {
        let is_due = |world: &Self, place: usize| {
            let row = &world.rows[place];
            let newer = world.rows[place + 1..].iter().filter(|newer| newer.board == *name).count();
            row.board == *name
                && !world.is_active(row)
                && (at >= row.seen_at + DAY_MS || newer >= IDS_OF_A_BOARD)
        };
        while let Some(place) = (0..self.rows.len()).find(|place| is_due(self, *place)) {
            self.forget(place);
        }
    }

    /// Who was taken in by the notice stands for itself from then on.
    fn forget(&mut self, place: usize) {
        let gone = self.rows.remove(place);
        if gone.notice != gone.id {
            return;
        }
        for row in self.rows.iter_mut().filter(|row| row.board == gone.board && row.notice == gone.id) {
            row.notice = row.id.clone();
            row.ended = gone.ended;
            row.expires_at = gone.expires_at;
        }
    }
}

/// Whether a precondition holds for a board whose policy has this version; `None`: it was never written.
pub(crate) fn holds(only_if: Option<&Precondition>, policy_version: Option<u64>) -> bool {
    match only_if {
        None => true,
        Some(Precondition::Exists) => policy_version.is_some(),
        Some(Precondition::VersionIn(versions)) => {
            versions.iter().any(|version| version.0 == policy_version.unwrap_or(0))
        }
    }
}
