//! Bounds that random commands seldom or never reach: the day of an id to the millisecond, the 100,000 ids of a
//! board, and what else once went wrong at an edge.

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
        self.told(at, &command(op))
    }

    fn told(&mut self, at: u64, command: &Command) -> Applied {
        self.step(0, at, command).unwrap_or_else(|differs| panic!("{differs}"))
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

/// A notice's second of folds is its own: one of the same id before it has none left to give.
#[test]
fn a_settle_waits_for_the_second_of_the_notice_that_is_there_now() {
    let mut rig = Rig::default();
    let same = |name| Draft { text: "same".into(), ..draft(name, 60) };
    rig.both(T, Op::Replace(same("n")));
    assert_eq!(rig.status(T, same("a")).1, Status::Folded);
    assert_eq!(rig.status(T + 100, same("b")).1, Status::Folded);
    rig.both(T + 150, Op::Delete(id("n")));
    rig.both(T + 200, Op::Replace(same("n")));
    assert_eq!(rig.status(T + 300, same("c")).1, Status::Folded);
    assert_eq!(rig.status(T + 400, same("d")).1, Status::Folded);
    assert!(rig.both(T + 1_299, Op::Settle).entries.is_empty());
    assert_eq!(rig.both(T + 1_300, Op::Settle).entries.len(), 1);
}

#[test]
fn who_came_last_can_be_folded_into_however_many_came_before() {
    let mut rig = Rig::default();
    for n in 0..16 {
        rig.status(T + 2_000 * n, draft(&format!("n{n}"), 1));
    }
    let same = |name| Draft { text: "same".into(), ..draft(name, 60) };
    assert_eq!(rig.status(T + 40_000, same("a")), (id("a"), Status::Accepted));
    assert_eq!(rig.status(T + 40_001, same("b")), (id("a"), Status::Folded));
}

#[test]
fn a_repeat_is_told_the_end_that_the_fold_gave_whichever_way_it_comes() {
    let mut rig = Rig::default();
    let same = |name| Draft { text: "same".into(), ..draft(name, 60) };
    rig.both(T, Op::Replace(same("a")));
    rig.status(T, same("b"));
    assert_eq!(rig.status(T + 1, same("c")), (id("a"), Status::Folded));
    for op in [Op::Replace(same("a")), Op::Publish(same("a")), Op::Publish(same("c"))] {
        let Outcome::Placed(placed) = rig.both(T + 2, op).outcome else { panic!("not placed") };
        assert_eq!((placed.status, placed.expires_at), (Status::Duplicate(State::Active), T + 60_001));
    }
}

/// Once there is room again, nobody goes for the sake of others who have gone already.
#[test]
fn an_id_that_could_not_go_while_its_notice_was_active_goes_later_only_if_there_are_still_too_many() {
    let terms = Arc::new(Terms { max_ids: 1, ..Terms::default() });
    let mut rig = Rig::default();
    let mut on = |name: &str, at, op| {
        let board = BoardName::parse(name).expect("a board's name");
        rig.told(at, &Command { board, terms: terms.clone(), ..command(op) })
    };
    on("x", T, Op::Publish(draft("a", 1)));
    on("y", T, Op::Publish(draft("b", 2)));
    let applied = on("x", T + 1_000, Op::Settle);
    assert_eq!(applied.ids, [IdChange::Forget(id("a"))]);
    let applied = on("y", T + 2_000, Op::Publish(draft("b", 2)));
    assert_eq!(placed(&applied), (id("b"), Status::Duplicate(State::Expired)));
}

#[test]
fn the_oldest_id_whose_notice_is_over_goes_before_a_newer_one() {
    let terms = Arc::new(Terms { max_ids: 2, ..Terms::default() });
    let mut rig = Rig::default();
    let mut run = |at, op| rig.told(at, &Command { terms: terms.clone(), ..command(op) });
    run(T, Op::Publish(draft("a", 60)));
    run(T + 1, Op::Publish(draft("b", 60)));
    run(T + 2, Op::Publish(draft("c", 60)));
    let applied = run(T + 3, Op::Delete(id("a")));
    assert!(applied.ids.contains(&IdChange::Forget(id("a"))), "{:?}", applied.ids);
}
