//! The board machine, clause by clause.

#![expect(clippy::cast_possible_truncation, reason = "the numbers of tests are small")]

use super::*;
use crate::{Change, DeleteReason, Level};
use proptest::prelude::*;

mod folds;
mod policies;

const T: u64 = 1_700_000_000_000;

fn draft(id: &str, text: &str) -> Draft {
    let mut hash = [0; 16];
    for (at, byte) in text.bytes().enumerate() {
        hash[at % 16] ^= byte.rotate_left(at as u32 / 16);
    }
    Draft {
        id: NoticeId::parse(id).unwrap(),
        hash,
        level: Level::Info,
        text: text.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: text.len() as u32,
        ttl: None,
        starts_at: None,
        trace_id: "".into(),
    }
}

fn keyed(id: &str, text: &str, key: &str) -> Draft {
    Draft { key: Some(key.into()), ..draft(id, text) }
}

fn id(id: &str) -> NoticeId {
    NoticeId::parse(id).unwrap()
}

#[derive(Default)]
struct Rig {
    boards: Boards,
    terms: Terms,
}

impl Rig {
    fn with(policy: Policy) -> Self {
        Self { terms: Terms { first_policy: Arc::new(policy), ..Terms::default() }, ..Self::default() }
    }

    fn run(&mut self, at: u64, op: Op) -> Applied {
        let (terms, board) = (Arc::new(self.terms.clone()), BoardName::main());
        self.boards.apply(&Command { rules: RULES, board, terms, op }, at)
    }

    fn placed(&mut self, at: u64, op: Op) -> Placed {
        match self.run(at, op).outcome {
            Outcome::Placed(placed) => placed,
            other => panic!("not placed: {other:?}"),
        }
    }

    fn rejected(&mut self, at: u64, op: Op) -> Rejection {
        let applied = self.run(at, op);
        assert!(applied.entries.is_empty(), "a rejected command left {:?}", applied.entries);
        match applied.outcome {
            Outcome::Rejected(rejection) => rejection,
            other => panic!("not rejected: {other:?}"),
        }
    }

    fn board(&self) -> &Board {
        self.boards.board(&BoardName::main()).unwrap()
    }

    fn active(&self) -> Vec<&str> {
        self.board().timeline().active().iter().map(|active| active.notice.id.as_str()).collect()
    }
}

#[test]
fn a_boards_first_entry_is_the_policy_in_force() {
    let mut rig = Rig::default();
    let applied = rig.run(T, Op::Publish(draft("a", "one")));
    assert_eq!(applied.entries[0].change, Change::Policy { policy: Arc::new(Policy::default()), own: false });
    assert_eq!(applied.entries.iter().map(|entry| entry.version.0).collect::<Vec<_>>(), [1, 2]);
    assert!(
        matches!(&applied.entries[1].change, Change::Put(notice) if notice.rev == Version(2) && notice.count == 1)
    );
}

#[test]
fn a_write_that_comes_to_nothing_creates_no_board() {
    let mut rig = Rig::default();
    let over = Draft { starts_at: Some(T - 10_000), ttl: Some(10), ..draft("a", "one") };
    assert_eq!(rig.rejected(T, Op::Publish(over)), Rejection::AlreadyOver { expires_at: T });
    assert_eq!(rig.rejected(T, Op::Delete(id("a"))), Rejection::NotFound);
    assert!(rig.boards.board(&BoardName::main()).is_none());
}

#[test]
fn the_same_publish_again_is_a_duplicate_and_says_where_the_notice_stands() {
    let mut rig = Rig::default();
    let first = rig.placed(T, Op::Publish(draft("a", "one")));
    let again = rig.run(T + 5, Op::Publish(draft("a", "one")));
    assert!(again.entries.is_empty());
    let expected = Placed { status: Status::Duplicate(State::Active), ..first };
    assert_eq!(again.outcome, Outcome::Placed(expected));
    assert_eq!(rig.rejected(T + 6, Op::Publish(draft("a", "two"))), Rejection::Conflict);
    let later = rig.placed(T + 600_000, Op::Publish(draft("a", "one")));
    assert_eq!(later.status, Status::Duplicate(State::Expired));
    rig.placed(T + 600_001, Op::Publish(draft("b", "two")));
    rig.run(T + 600_002, Op::Delete(id("b")));
    assert_eq!(
        rig.placed(T + 600_003, Op::Publish(draft("b", "two"))).status,
        Status::Duplicate(State::Deleted)
    );
}

#[test]
fn an_id_is_forgotten_a_day_after_its_publish() {
    let mut rig = Rig::default();
    rig.placed(T, Op::Publish(draft("a", "one")));
    let op = || Op::Publish(draft("a", "one"));
    assert_eq!(rig.placed(T + 86_399_999, op()).status, Status::Duplicate(State::Expired));
    assert_eq!(rig.placed(T + 86_400_000, op()).status, Status::Accepted);
}

#[test]
fn an_id_is_remembered_while_its_notice_is_active_and_forgotten_at_the_first_command_after() {
    let mut rig = Rig::default();
    let long = || Op::Publish(Draft { ttl: Some(2 * 86_400), ..draft("a", "one") });
    rig.placed(T, long());
    assert_eq!(rig.placed(T + 86_400_000, long()).status, Status::Duplicate(State::Active));
    let forgotten = rig.run(T + 2 * 86_400_000, Op::Publish(draft("b", "two")));
    assert!(forgotten.ids.contains(&IdChange::Forget(id("a"))));
    assert_eq!(rig.placed(T + 2 * 86_400_000, long()).status, Status::Accepted);
}

#[test]
fn over_all_boards_the_oldest_ids_go_first() {
    let mut rig = Rig { terms: Terms { max_ids: 3, ..Terms::default() }, ..Rig::default() };
    let short = |name: &str| Op::Publish(Draft { ttl: Some(1), ..draft(name, "x") });
    for (n, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
        rig.placed(T + 2_000 * n as u64, short(name));
    }
    assert_eq!(rig.board().memory.len(), 3);
    assert!(rig.board().remembered(&id("a")).is_none());
    assert!(rig.board().remembered(&id("b")).is_some());
}

#[test]
fn a_key_has_one_active_notice_and_the_newer_content_takes_its_place() {
    let mut rig = Rig::default();
    let first = rig.placed(T, Op::Publish(keyed("a", "disk 91 %", "disk")));
    let second = rig.placed(T + 1_000, Op::Publish(keyed("b", "disk 95 %", "disk")));
    assert_eq!((second.id.as_str(), second.status), ("a", Status::Replaced));
    assert!(second.version > first.version);
    assert_eq!(rig.active(), ["a"]);
    assert_eq!(&*rig.board().timeline().active()[0].notice.text, "disk 95 %");
    // Both publishes are safe to repeat, and both ids name the notice.
    assert_eq!(
        rig.placed(T + 2_000, Op::Publish(keyed("a", "disk 91 %", "disk"))).status,
        Status::Duplicate(State::Active)
    );
    assert_eq!(rig.placed(T + 2_000, Op::Publish(keyed("b", "disk 95 %", "disk"))).id, id("a"));
    let deleted = rig.run(T + 3_000, Op::Delete(id("b"))).outcome;
    assert_eq!(deleted, Outcome::Deleted { id: id("a"), version: Version(4) });
    assert_eq!(
        rig.placed(T + 4_000, Op::Publish(keyed("b", "disk 95 %", "disk"))).status,
        Status::Duplicate(State::Deleted)
    );
}

#[test]
fn a_key_is_free_again_when_its_notice_is_over() {
    let mut rig = Rig::default();
    rig.placed(T, Op::Publish(keyed("a", "one", "k")));
    let next = rig.placed(T + 600_000, Op::Publish(keyed("b", "two", "k")));
    assert_eq!((next.id.as_str(), next.status), ("b", Status::Accepted));
}

#[test]
fn put_creates_replaces_and_leaves_equal_content_alone() {
    let mut rig = Rig::default();
    assert_eq!(rig.placed(T, Op::Replace(draft("a", "one"))).status, Status::Accepted);
    let same = rig.run(T + 1, Op::Replace(draft("a", "one")));
    assert!(same.entries.is_empty());
    let changed = rig.placed(T + 2, Op::Replace(draft("a", "two")));
    assert_eq!((changed.status, changed.version), (Status::Replaced, Version(3)));
    assert_eq!(rig.rejected(T + 3, Op::Publish(draft("a", "one"))), Rejection::Conflict);
    assert_eq!(rig.placed(T + 3, Op::Publish(draft("a", "two"))).status, Status::Duplicate(State::Active));
    rig.placed(T + 4, Op::Publish(keyed("b", "three", "k")));
    assert_eq!(
        rig.rejected(T + 5, Op::Replace(keyed("a", "four", "k"))),
        Rejection::KeyTaken { by: id("b") }
    );
    assert_eq!(
        rig.rejected(T + 5, Op::Replace(keyed("c", "four", "k"))),
        Rejection::KeyTaken { by: id("b") }
    );
}

#[test]
fn what_has_expired_can_be_taken_off_the_ribbon_while_it_is_still_on_it() {
    let mut rig = Rig::default();
    rig.placed(T, Op::Publish(Draft { ttl: Some(1), cells: 400, ..draft("a", "wide") }));
    let gone = rig.run(T + 5_000, Op::Delete(id("a")));
    assert_eq!(gone.outcome, Outcome::Deleted { id: id("a"), version: Version(3) });
    assert!(rig.board().timeline().slot().is_none());
    assert_eq!(rig.rejected(T + 5_001, Op::Delete(id("a"))), Rejection::NotFound);
}

#[test]
fn a_hooks_notice_is_renewed_only_when_half_of_its_life_is_over() {
    let mut rig = Rig::default();
    let firing = |minted: &str| Op::Upsert {
        draft: Draft { ttl: Some(1_000), ..keyed(minted, "disk", "fp") },
        renew_below_ms: 500_000,
    };
    assert_eq!(rig.placed(T, firing("u1")).status, Status::Accepted);
    let early = rig.run(T + 500_000, firing("u2"));
    assert!(early.entries.is_empty());
    let late = rig.run(T + 500_001, firing("u3"));
    assert_eq!(late.entries.len(), 1);
    let Outcome::Placed(placed) = late.outcome else { panic!() };
    assert_eq!(placed.status, Status::Duplicate(State::Active));
    assert_eq!((placed.id.as_str(), placed.expires_at), ("u1", T + 1_500_001));
    let resolved = |key: &str| Op::DeleteByKey { key: key.into(), reason: DeleteReason::Resolved };
    assert_eq!(
        rig.run(T + 500_002, resolved("fp")).outcome,
        Outcome::Deleted { id: id("u1"), version: Version(4) }
    );
    assert_eq!(rig.run(T + 500_003, resolved("fp")).outcome, Outcome::Unknown);
}

#[test]
fn a_full_board_lets_the_least_and_oldest_go() {
    let mut rig = Rig::with(Policy { max_active: 3, ..Policy::default() });
    let leveled = |name: &str, level| Op::Publish(Draft { level, ..draft(name, name) });
    rig.placed(T, leveled("slot", Level::Low));
    rig.placed(T + 1, leveled("low", Level::Low));
    rig.placed(T + 2, leveled("info", Level::Info));
    let applied = rig.run(T + 3, leveled("warn", Level::Warning));
    assert_eq!(applied.entries[0].change, Change::Delete { id: id("low"), reason: DeleteReason::Evicted });
    assert_eq!(rig.active(), ["slot", "info", "warn"]);
    assert_eq!(rig.rejected(T + 4, leveled("l2", Level::Low)), Rejection::BoardFull { max_active: 3 });
    assert_eq!(rig.placed(T + 5, leveled("i2", Level::Info)).status, Status::Accepted);
    assert_eq!(rig.active(), ["slot", "warn", "i2"]);
    assert_eq!(rig.placed(T + 6, leveled("low", Level::Low)).status, Status::Duplicate(State::Evicted));
}

#[test]
fn one_mebibyte_of_active_notices_is_the_most() {
    let mut rig = Rig::with(Policy { max_active: 1_000, fold_ms: 0, ..Policy::default() });
    let data: Box<str> = format!("{{\"a\":\"{}\"}}", "x".repeat(4_000)).into();
    for n in 0..300 {
        let big = Draft { data: Some(data.clone()), ..draft(&format!("n{n}"), "big") };
        rig.placed(T + n, Op::Publish(big));
        let bytes: usize = rig.board().timeline().active().iter().map(|a| a.notice.footprint()).sum();
        assert!(bytes <= ACTIVE_BYTES_MAX);
    }
    assert!(rig.active().len() > 200);
}

#[test]
fn there_are_no_more_boards_than_there_may_be() {
    let mut rig = Rig { terms: Terms { max_boards: 1, ..Terms::default() }, ..Rig::default() };
    rig.placed(T, Op::Publish(draft("a", "one")));
    let terms = Arc::new(rig.terms.clone());
    let board = BoardName::parse("second").unwrap();
    let second = Command { rules: RULES, board, terms, op: Op::Publish(draft("a", "one")) };
    assert_eq!(rig.boards.apply(&second, T).outcome, Outcome::Rejected(Rejection::TooManyBoards { most: 1 }));
    let nothing = Command { op: Op::Delete(id("a")), ..second };
    assert_eq!(
        rig.boards.apply(&nothing, T).outcome,
        Outcome::Rejected(Rejection::NotFound),
        "it needs no board"
    );
}

fn any_op() -> impl Strategy<Value = Op> {
    let any_draft = (0u8..12, 0u8..4, 0usize..4, proptest::option::of(0u8..3), 1u64..30, 0u64..9_000);
    let any_draft = any_draft.prop_map(|(name, text, level, key, ttl, delay)| Draft {
        level: Level::ALL[level],
        key: key.map(|key| format!("k{key}").into()),
        ttl: Some(ttl),
        starts_at: (delay > 6_000).then_some(T + delay * 10),
        ..draft(&format!("n{name}"), &format!("text {text}"))
    });
    prop_oneof![
        5 => any_draft.clone().prop_map(Op::Publish),
        3 => any_draft.clone().prop_map(Op::Replace),
        2 => any_draft.prop_map(|draft| {
            Op::Upsert { draft: Draft { key: Some("k0".into()), ..draft }, renew_below_ms: 5_000 }
        }),
        2 => (0u8..12).prop_map(|name| Op::Delete(id(&format!("n{name}")))),
        1 => (0u8..3).prop_map(|key| Op::DeleteByKey {
            key: format!("k{key}").into(),
            reason: DeleteReason::Resolved
        }),
    ]
}

proptest! {
    /// What a restart has: the timeline's parts, the version, and the id rows that commands gave out.
    #[test]
    fn a_machine_restored_at_any_point_gives_the_same_entries_and_answers(
        ops in proptest::collection::vec((any_op(), 0u64..8_000), 1..60),
        cut in any::<proptest::sample::Index>(),
    ) {
        let (main, mut at) = (BoardName::main(), T);
        let mut rig = Rig::with(Policy { max_active: 4, ..Policy::default() });
        let mut restored = Rig::with(Policy { max_active: 4, ..Policy::default() });
        let mut rows = std::collections::HashMap::new();
        let cut = cut.index(ops.len());
        let mut newest = 0;
        for (step, (op, elapsed)) in ops.into_iter().enumerate() {
            at += elapsed;
            if step == cut && let Some(board) = rig.boards.board(&main) {
                let rows = rows.clone().into_iter().collect();
                let timeline = Timeline::from_parts(board.timeline().parts());
                let state = Some((timeline, board.policy_mark()));
                let again = Board::restore(Replica::restore(board.version(), state), rows).unwrap();
                restored.boards.insert(main.clone(), again);
            }
            let applied = rig.run(at, op.clone());
            for entry in &applied.entries {
                prop_assert_eq!(entry.version.0, newest + 1);
                newest += 1;
            }
            for change in &applied.ids {
                match change {
                    IdChange::Remember(id, row) => rows.insert(id.clone(), row.clone()),
                    IdChange::Forget(id) => rows.remove(id),
                };
            }
            if step >= cut {
                prop_assert_eq!(restored.run(at, op), applied);
            }
            if let Some(board) = rig.boards.board(&main) {
                prop_assert!(board.timeline().active().len() <= 4);
            }
        }
    }
}
