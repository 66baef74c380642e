//! A policy given, taken back and followed from the defaults, clause by clause.

use super::*;

fn small(max_active: usize) -> Arc<Policy> {
    Arc::new(Policy { max_active, ..Policy::default() })
}

fn set(policy: &Arc<Policy>) -> Op {
    Op::SetPolicy { policy: policy.clone(), only_if: None }
}

fn told(applied: &Applied) -> (u64, usize, bool) {
    match &applied.outcome {
        Outcome::Policy { version, policy, own } => (version.0, policy.max_active, *own),
        other => panic!("no policy: {other:?}"),
    }
}

#[test]
fn a_first_write_that_is_a_policy_is_the_only_first_entry() {
    let mut rig = Rig::default();
    let applied = rig.run(T, set(&small(9)));
    assert_eq!((told(&applied), applied.entries.len()), ((1, 9, true), 1));
    assert_eq!(applied.entries[0].change, Change::Policy { policy: small(9), own: true });
    assert_eq!(rig.run(T, set(&small(9))).entries, [], "the same again");
    rig.run(T, Op::Publish(draft("a", "x")));
    assert_eq!(
        told(&rig.run(T, set(&small(9)))),
        (1, 9, true),
        "the version is the policy's, not the board's"
    );
}

#[test]
fn less_room_evicts_at_once_the_least_and_oldest_first_and_what_is_on_screen_last() {
    let mut rig = Rig::default();
    let low = |name: &str| Draft { level: Level::Low, ..draft(name, name) };
    rig.run(T, Op::Publish(low("slot")));
    let urgent = Draft { level: Level::Urgent, ..draft("pin", "pin") };
    rig.run(T, Op::Publish(urgent));
    for name in ["info1", "info2"] {
        rig.run(T, Op::Publish(draft(name, name)));
    }
    rig.run(T, Op::Publish(low("low")));
    let gone = |applied: &Applied| {
        let deletes = applied.entries.iter().filter_map(|entry| match &entry.change {
            Change::Delete { id, reason: DeleteReason::Evicted } => Some(id.to_string()),
            _ => None,
        });
        deletes.collect::<Vec<_>>()
    };
    let applied = rig.run(T + 1, set(&small(3)));
    assert!(matches!(applied.entries[0].change, Change::Policy { .. }), "the policy first");
    assert_eq!(gone(&applied), ["low", "info1"]);
    assert_eq!(gone(&rig.run(T + 2, set(&small(1)))), ["info2", "slot"]);
    assert_eq!(rig.active(), ["pin"]);
}

#[test]
fn a_policy_changes_only_if_what_is_required_holds() {
    let in_versions = |versions: &[u64]| {
        Some(Precondition::VersionIn(versions.iter().map(|version| Version(*version)).collect()))
    };
    let mut rig = Rig::default();
    let only_if = |policy: &Arc<Policy>, only_if| Op::SetPolicy { policy: policy.clone(), only_if };
    let moved = |version| Rejection::PolicyMoved { version: Version(version) };
    assert_eq!(rig.rejected(T, only_if(&small(2), Some(Precondition::Exists))), moved(0));
    assert_eq!(rig.rejected(T, only_if(&small(2), in_versions(&[1]))), moved(0));
    assert_eq!(told(&rig.run(T, only_if(&small(2), in_versions(&[0])))), (1, 2, true));
    assert_eq!(rig.rejected(T, only_if(&small(3), in_versions(&[0, 2]))), moved(1));
    assert_eq!(told(&rig.run(T, only_if(&small(3), in_versions(&[5, 1])))), (2, 3, true));
    assert_eq!(told(&rig.run(T, only_if(&small(4), Some(Precondition::Exists)))), (3, 4, true));
    assert_eq!(rig.rejected(T, Op::DropPolicy { only_if: in_versions(&[2]) }), moved(3));
}

#[test]
fn boards_without_a_policy_of_their_own_follow_the_defaults() {
    let mut rig = Rig::default();
    assert_eq!(rig.run(T, Op::TakeDefaults).outcome, Outcome::Done);
    assert!(rig.boards.board(&BoardName::main()).is_none(), "following makes no board");
    rig.run(T, Op::Publish(draft("a", "x")));
    assert_eq!(rig.run(T, Op::TakeDefaults).entries, [], "the same");
    rig.terms.first_policy = small(7);
    assert_eq!(rig.run(T, Op::TakeDefaults).entries.len(), 1);
    assert_eq!(rig.board().timeline().policy().max_active, 7);
    rig.run(T, set(&small(5)));
    rig.terms.first_policy = small(8);
    assert_eq!(rig.run(T, Op::TakeDefaults).entries, [], "its own stays");
    assert_eq!(told(&rig.run(T, Op::DropPolicy { only_if: None })), (5, 8, false));
    rig.terms.first_policy = small(9);
    assert_eq!(rig.run(T, Op::TakeDefaults).entries.len(), 1, "from then on it follows again");
}

#[test]
fn taking_back_the_policy_of_a_board_never_written_tells_the_defaults_and_makes_none() {
    let mut rig = Rig::default();
    let applied = rig.run(T, Op::DropPolicy { only_if: None });
    assert_eq!((told(&applied), applied.entries.len()), ((0, 64, false), 0));
    assert!(rig.boards.board(&BoardName::main()).is_none());
}

#[test]
fn a_preview_plays_what_would_come() {
    let mut rig = Rig::default();
    let wide = |name: &str, level| Draft { cells: 28, level, ..draft(name, name) };
    rig.run(T, Op::Publish(wide("a", Level::Info)));
    rig.run(T, Op::Publish(wide("b", Level::Info)));
    rig.run(T, Op::Publish(wide("u", Level::Urgent)));
    let timeline = || rig.board().timeline().clone();
    let brief = |stretches: &[Stretch]| {
        let one = |s: &Stretch| (s.id.to_string(), s.from - T, s.until - T);
        stretches.iter().map(one).collect::<Vec<_>>()
    };
    // 28 + 8 cells at 12 a second are 3 s; the pin of u goes first and holds the ribbon.
    let played = preview(timeline(), &Arc::new(Policy::default()), T + 1_000, 23_000);
    assert_eq!(brief(&played.pins), [("u".into(), 1_000, 15_000)]);
    assert_eq!(brief(&played.slots)[0], ("a".into(), 1_000, 18_000), "what is on now begins now");
    assert_eq!(brief(&played.slots).last().unwrap().2, 24_000, "what is cut off ends with the window");
    // Nothing is pinned under this one, and everything goes by twice as fast.
    let mut flat = Policy { speed: 24, ..Policy::default() };
    flat.levels[Level::Urgent as usize].play = crate::policy::Play::Scroll;
    let played = preview(timeline(), &Arc::new(Policy { max_active: 2, ..flat }), T + 20_000, 3_000);
    assert_eq!(played.pins, []);
    assert!(played.slots.iter().all(|slot| slot.id.as_str() != "a"), "a would be evicted: {played:?}");
}
