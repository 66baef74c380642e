//! The bounds that random commands do not reach: the day of an id to the millisecond, and the 100,000 ids of a board.

use crate::Rig;
use marquee_core::board::{
    Applied, Boards, Command, Draft, IdChange, Op, Outcome, RULES, State, Status, Terms,
};
use marquee_core::{BoardName, Level, NoticeId, Policy};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;
const DAY_MS: u64 = 86_400_000;

fn id(name: &str) -> NoticeId {
    NoticeId::parse(name).expect("an id")
}

fn draft(name: &str, ttl: u64) -> Draft {
    Draft {
        id: id(name),
        hash: [1; 16],
        level: Level::Info,
        text: name.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 1,
        ttl: Some(ttl),
        starts_at: None,
        trace_id: "".into(),
    }
}

fn keyed(name: &str, ttl: u64) -> Draft {
    Draft { key: Some("k".into()), ..draft(name, ttl) }
}

fn command(op: Op) -> Command {
    Command { rules: RULES, board: BoardName::main(), terms: Arc::new(Terms::default()), op }
}

impl Rig {
    fn both(&mut self, at: u64, op: Op) -> Applied {
        self.step(0, at, &command(op)).unwrap_or_else(|differs| panic!("{differs}"))
    }

    fn status(&mut self, at: u64, draft: Draft) -> (NoticeId, Status) {
        placed(&self.both(at, Op::Publish(draft)))
    }
}

fn placed(applied: &Applied) -> (NoticeId, Status) {
    match &applied.outcome {
        Outcome::Placed(placed) => (placed.id.clone(), placed.status),
        other => panic!("not placed: {other:?}"),
    }
}

#[test]
fn an_id_is_remembered_for_a_day_to_the_millisecond() {
    let mut rig = Rig::default();
    rig.status(T, draft("a", 1));
    rig.status(T + 1, draft("b", 1));
    let expired = Status::Duplicate(State::Expired);
    assert_eq!(rig.status(T + DAY_MS - 1, draft("a", 1)), (id("a"), expired));
    assert_eq!(rig.status(T + DAY_MS, draft("a", 1)), (id("a"), Status::Accepted));
    assert_eq!(rig.status(T + DAY_MS, draft("b", 1)), (id("b"), expired));
    assert_eq!(rig.status(T + DAY_MS + 1, draft("b", 1)), (id("b"), Status::Accepted));
}

#[test]
fn an_active_notices_ids_outlive_the_day_and_go_with_the_first_command_after_its_end() {
    let mut rig = Rig::default();
    rig.status(T, keyed("a", 2 * 86_400));
    rig.status(T + 1, keyed("b", 2 * 86_400));
    let active = Status::Duplicate(State::Active);
    let end = T + 1 + 2 * DAY_MS;
    assert_eq!(rig.status(end - 1, keyed("a", 2 * 86_400)), (id("a"), active));
    assert_eq!(rig.status(end - 1, keyed("b", 2 * 86_400)), (id("a"), active));
    let applied =
        rig.both(end, Op::DeleteByKey { key: "k".into(), reason: marquee_core::DeleteReason::Resolved });
    assert_eq!(applied.outcome, Outcome::Unknown);
    for gone in ["a", "b"] {
        assert!(applied.ids.contains(&IdChange::Forget(id(gone))), "{gone} of {:?}", applied.ids);
    }
}

#[test]
fn who_was_taken_in_stands_for_itself_when_the_notices_own_id_is_forgotten() {
    let mut rig = Rig::default();
    rig.status(T, keyed("a", 10));
    assert_eq!(rig.status(T + 5_000, keyed("b", 10)), (id("a"), Status::Replaced));
    rig.both(T + 6_000, Op::Delete(id("b")));
    let deleted = Status::Duplicate(State::Deleted);
    assert_eq!(rig.status(T + DAY_MS - 1, keyed("b", 10)), (id("a"), deleted));
    assert_eq!(rig.status(T + DAY_MS, keyed("b", 10)), (id("b"), deleted));
    assert_eq!(rig.status(T + DAY_MS + 1, keyed("a", 10)), (id("a"), Status::Accepted));
    assert_eq!(rig.status(T + DAY_MS + 2, keyed("b", 10)), (id("b"), deleted), "it names itself for good");
    assert_eq!(rig.status(T + DAY_MS + 5_000, keyed("b", 10)), (id("a"), Status::Replaced));
}

/// The model would search through 100,000 rows with each command; the machine is on its own here.
#[test]
fn an_id_is_remembered_until_100000_newer_ones_are_but_never_forgotten_while_its_notice_is_active() {
    let terms = Arc::new(Terms {
        first_policy: Arc::new(Policy { fold_ms: 0, speed: 1, gap: 200, ..Policy::default() }),
        ..Terms::default()
    });
    let mut boards = Boards::default();
    let mut publish =
        |at, draft| boards.apply(&Command { terms: terms.clone(), ..command(Op::Publish(draft)) }, at);
    publish(T, draft("long", 86_400));
    let expired = Status::Duplicate(State::Expired);
    let mut at = T;
    for n in 0..100_000 {
        at += 500;
        let applied = publish(at, draft(&format!("n{n}"), 1));
        assert_eq!(applied.ids.len(), 1, "nothing is forgotten with {n} of them");
    }
    assert_eq!(placed(&publish(at, draft("n0", 1))), (id("n0"), expired));
    publish(at, draft("n100000", 1));
    let next = publish(at, draft("n1", 1));
    assert_eq!(placed(&next), (id("n1"), expired));
    assert_eq!(next.ids, [IdChange::Forget(id("n0"))]);
    assert_eq!(placed(&publish(at, draft("long", 86_400))), (id("long"), Status::Duplicate(State::Active)));
    assert_eq!(placed(&publish(at, draft("n0", 1))), (id("n0"), Status::Accepted));
}
