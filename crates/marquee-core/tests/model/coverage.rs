//! What the random commands come to, counted: a model-based test whose commands never meet proves nothing. The
//! numbers are those of fixed seeds.

use crate::commands::{Kind, case};
use crate::{STEPS, Store};
use marquee_core::board::{Applied, Boards, Command, IdChange, Op, Outcome, Placed, Status};
use marquee_core::{BoardName, Change, DeleteReason};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use std::fmt::Debug;

const CASES: usize = 400;

/// What has to happen, and in those cases at least how often.
const LEAST: [(&str, usize); 50] = [
    ("op Publish", 2_000),
    ("op Replace", 500),
    ("op Upsert", 500),
    ("op Delete", 500),
    ("op DeleteByKey", 200),
    ("op Settle", 200),
    ("op SetPolicy", 200),
    ("op DropPolicy", 100),
    ("op TakeDefaults", 100),
    ("outcome Placed", 2_000),
    ("outcome Deleted", 200),
    ("outcome Unknown", 100),
    ("outcome Rejected", 500),
    ("outcome Policy", 200),
    ("outcome Done", 200),
    ("status Accepted", 1_000),
    ("status Replaced", 100),
    ("status Folded", 100),
    ("status Duplicate(Active)", 100),
    ("status Duplicate(Expired)", 100),
    ("status Duplicate(Deleted)", 20),
    ("status Duplicate(Evicted)", 30),
    ("rejection Conflict", 100),
    ("rejection KeyTaken", 50),
    ("rejection AlreadyOver", 50),
    ("rejection BoardFull", 100),
    ("rejection TooManyBoards", 30),
    ("rejection NotFound", 100),
    ("rejection PolicyMoved", 30),
    ("reason Retracted", 100),
    ("reason Resolved", 20),
    ("reason Evicted", 300),
    ("a fold with an entry", 50),
    ("a fold without an entry", 50),
    ("a fold into a notice that lives longer than the newcomer", 30),
    ("a settle with an entry", 20),
    ("a settle of several", 2),
    ("a settle that waits", 15),
    ("a duplicate of an id that was taken in", 30),
    ("a duplicate of an id that was folded", 30),
    ("a delete of an id that was taken in", 30),
    ("an id is taken in", 200),
    ("an id that was taken in stands for itself", 20),
    ("an id is forgotten", 500),
    ("an id of another board is forgotten", 30),
    ("a hook's notice is renewed", 15),
    ("a policy evicts", 50),
    ("an eviction beside a pin", 50),
    ("an eviction of a heavy notice", 30),
    ("a policy evicts who is on stage", 4),
];

/// The variant's name, with what it holds only where that is a single word.
fn word(value: &impl Debug) -> String {
    let text = format!("{value:?}");
    text.split([' ', '{']).next().unwrap_or_default().to_owned()
}

#[derive(Default)]
struct Tally {
    seen: BTreeMap<String, usize>,
    boards: Boards,
    store: Store,
    /// Ids whose publish was folded.
    folded: Vec<(BoardName, marquee_core::NoticeId)>,
}

impl Tally {
    fn add(&mut self, what: impl Into<String>) {
        *self.seen.entry(what.into()).or_default() += 1;
    }

    fn add_if(&mut self, condition: bool, what: &str) {
        if condition {
            self.add(what);
        }
    }

    fn step(&mut self, kind: Kind, at: u64, command: &Command) {
        let before = self.boards.board(&command.board).cloned();
        let applied = self.boards.apply(command, at);
        let op = word(&command.op);
        self.add(format!("op {}", op.split('(').next().unwrap_or_default()));
        self.outcome(command, &applied);
        self.entries(kind, command, &applied, before.as_ref());
        self.ids(command, &applied);
        self.store.take(&command.board, &applied);
    }

    fn outcome(&mut self, command: &Command, applied: &Applied) {
        let outcome = word(&applied.outcome);
        self.add(format!("outcome {}", outcome.split('(').next().unwrap_or_default()));
        let named = |id: &marquee_core::NoticeId| (command.board.clone(), id.clone());
        match &applied.outcome {
            Outcome::Rejected(rejection) => self.add(format!("rejection {}", word(rejection))),
            Outcome::Placed(placed) => {
                self.add(format!("status {}", word(&placed.status)));
                self.placed(command, applied, placed);
            }
            Outcome::Deleted { id, .. } => {
                let is_other = matches!(&command.op, Op::Delete(asked) if asked != id);
                self.add_if(is_other, "a delete of an id that was taken in");
            }
            Outcome::Done if command.op == Op::Settle => {
                let board = self.boards.board(&command.board);
                let waits = board.is_some_and(|board| {
                    board.timeline().active().iter().any(|active| {
                        let row = board.remembered(&active.notice.id);
                        row.is_some_and(|row| row.count != active.notice.count)
                    })
                });
                self.add_if(waits, "a settle that waits");
                self.add_if(!applied.entries.is_empty(), "a settle with an entry");
                self.add_if(applied.entries.len() > 1, "a settle of several");
            }
            Outcome::Policy { .. } | Outcome::Unknown | Outcome::Auth { .. } | Outcome::Done => {}
        }
        if let (Op::Publish(draft), Outcome::Placed(Placed { status: Status::Folded, .. })) =
            (&command.op, &applied.outcome)
        {
            self.folded.push(named(&draft.id));
        }
    }

    fn placed(&mut self, command: &Command, applied: &Applied, placed: &Placed) {
        match (&command.op, placed.status) {
            (Op::Publish(draft), Status::Folded) => {
                let has_entry = !applied.entries.is_empty();
                self.add(if has_entry { "a fold with an entry" } else { "a fold without an entry" });
                let ends = draft.ttl.map(|ttl| ttl * 1_000);
                let at = self.boards.board(&command.board).map_or(0, |board| board.timeline().now());
                let outlives = ends.is_some_and(|ttl_ms| at + ttl_ms < placed.expires_at);
                self.add_if(outlives, "a fold into a notice that lives longer than the newcomer");
            }
            (Op::Publish(draft), Status::Duplicate(_)) if draft.id != placed.id => {
                let was_folded = self.folded.contains(&(command.board.clone(), draft.id.clone()));
                self.add_if(was_folded, "a duplicate of an id that was folded");
                self.add_if(!was_folded, "a duplicate of an id that was taken in");
            }
            (Op::Upsert { .. }, Status::Duplicate(_)) => {
                self.add_if(!applied.entries.is_empty(), "a hook's notice is renewed");
            }
            _ => {}
        }
    }

    fn entries(
        &mut self,
        kind: Kind,
        command: &Command,
        applied: &Applied,
        before: Option<&marquee_core::board::Board>,
    ) {
        let is_policy = matches!(command.op, Op::SetPolicy { .. } | Op::DropPolicy { .. } | Op::TakeDefaults);
        for entry in &applied.entries {
            let Change::Delete { id, reason } = &entry.change else { continue };
            self.add(format!("reason {reason:?}"));
            if *reason != DeleteReason::Evicted {
                continue;
            }
            let mut timeline = before.expect("a new board evicts nobody").timeline().clone();
            timeline.advance(entry.at);
            let is_staged = timeline.pin().is_some_and(|pin| pin.notice.id == *id)
                || timeline.slot().is_some_and(|slot| slot.notice.id == *id);
            self.add_if(is_policy, "a policy evicts");
            self.add_if(is_policy && is_staged, "a policy evicts who is on stage");
            self.add_if(!is_policy && timeline.pin().is_some(), "an eviction beside a pin");
            self.add_if(!is_policy && kind == Kind::Heavy, "an eviction of a heavy notice");
        }
    }

    fn ids(&mut self, command: &Command, applied: &Applied) {
        for change in &applied.ids {
            match change {
                IdChange::Forget(_) => self.add("an id is forgotten"),
                IdChange::Remember(id, row) if row.notice != *id => self.add("an id is taken in"),
                IdChange::Remember(id, row) => {
                    let was_taken_in =
                        self.store.notice(&command.board, id).is_some_and(|notice| notice != id);
                    let is_same =
                        row.seen_at < self.boards.board(&command.board).map_or(0, |b| b.timeline().now());
                    self.add_if(was_taken_in && is_same, "an id that was taken in stands for itself");
                }
            }
        }
        self.add_if(!applied.elsewhere.is_empty(), "an id of another board is forgotten");
    }
}

#[test]
fn the_random_commands_come_to_everything_that_a_command_can_come_to() {
    let (mut runner, strategy) = (TestRunner::deterministic(), case(STEPS));
    let mut tally = Tally::default();
    for _ in 0..CASES {
        let case = strategy.new_tree(&mut runner).expect("a case").current();
        tally = Tally { seen: tally.seen, ..Tally::default() };
        for (at, command) in case.commands() {
            tally.step(case.kind, at, &command);
        }
    }
    let seen = |what: &str| tally.seen.get(what).copied().unwrap_or(0);
    let short: Vec<_> = LEAST.iter().filter(|(what, least)| seen(what) < *least).collect();
    assert!(short.is_empty(), "too seldom: {short:?} of {:#?}", tally.seen);
    let unknown: Vec<_> =
        tally.seen.keys().filter(|what| LEAST.iter().all(|(known, _)| known != what)).collect();
    assert!(unknown.is_empty(), "it happens, and nobody asks for it: {unknown:?}");
}
