//! What is let go of a board's entries: by age, by number and by hand, each to the edge, and never what a restart
//! needs. Ring and log agree on where reading can begin.

use crate::rig::{Rig, crashed, placed, start, start_keeping};
use marquee_applier::{Keep, NotDone, Trimmed};
use marquee_core::{BoardName, Version};
use marquee_log::faults::Fault;
use marquee_log::ring::Recent;
use marquee_log::{Log, Records};

async fn thirty(rig: &Rig) {
    for n in 0..30 {
        placed(rig.publish(&format!("n{n}")).await);
    }
}

/// Where reading can begin, as ring and log say alike; each place is tried on both sides of the edge.
fn oldest(rig: &Rig) -> u64 {
    let main = BoardName::main();
    let bounds = rig.ring.bounds(&main);
    let stored = rig.log.boards().unwrap()[0].1;
    assert_eq!((bounds.oldest, bounds.head), (stored.oldest, stored.head), "ring and log do not agree");
    let at_the_edge = Version(bounds.oldest.0 - 1);
    let Ok(Records::Next(next)) = rig.log.read_after(&main, at_the_edge, 1_000) else { panic!("a hole") };
    assert_eq!(next.len() as u64, bounds.head.0 + 1 - bounds.oldest.0);
    match rig.ring.read_after(&main, at_the_edge, 1_000) {
        Recent::Next(kept) => assert_eq!(kept.len(), next.len()),
        Recent::Behind => {}
    }
    if let Some(before) = at_the_edge.0.checked_sub(1) {
        let trimmed = Ok(Records::Trimmed { oldest: bounds.oldest });
        assert_eq!(rig.log.read_after(&main, Version(before), 1_000), trimmed);
        let recent = rig.ring.read_after(&main, Version(before), 1_000);
        assert!(matches!(recent, Recent::Behind), "memory shows what is trimmed: {recent:?}");
    }
    bounds.oldest.0
}

#[tokio::test]
async fn as_many_are_kept_as_are_to_be_and_not_one_more() {
    for (keep_entries, expected) in [(30, 2), (31, 1), (32, 1), (1, 31)] {
        let folder = tempfile::tempdir().unwrap();
        let rig = start_keeping(folder.path(), Keep { keep_entries, ..Keep::default() });
        thirty(&rig).await;
        rig.applier.stop();
        assert_eq!(oldest(&rig), expected, "{keep_entries} of 31");
    }
}

#[tokio::test]
async fn whichever_ends_first_ends_them() {
    let main = BoardName::main();
    for (keep, expected) in [
        (Keep { keep_ms: 0, keep_entries: 100 }, None),
        (Keep { keep_ms: 86_400_000, keep_entries: 5 }, Some(27)),
        (Keep { keep_ms: 86_400_000, keep_entries: 100 }, Some(1)),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let rig = start_keeping(folder.path(), keep);
        thirty(&rig).await;
        let newest = rig.ring.bounds(&main).at;
        // By age, everything that is older than now goes: now is some time after the newest entry.
        while rig.applier.watermark() <= newest {
            tokio::task::yield_now().await;
        }
        rig.applier.stop();
        assert_eq!(oldest(&rig), expected.unwrap_or(32), "{keep:?}");
        drop(rig);
        let rig = start(folder.path());
        assert_eq!(rig.active().await.len(), 30, "a restart has all of the state");
        assert_eq!(placed(rig.publish("next").await).version, Version(32));
    }
}

#[tokio::test]
async fn by_hand_entries_go_up_to_the_one_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    thirty(&rig).await;
    let main = BoardName::main();
    for (before, expected) in [(1, 1), (10, 10), (10, 10), (4, 10), (31, 31), (32, 32), (9_999, 32)] {
        let trimmed = rig.applier.trim(main.clone(), Version(before)).await;
        let expected = Trimmed { oldest: Version(expected), head: Version(31) };
        assert_eq!(trimmed, Ok(Some(expected)), "below {before}");
        assert_eq!(oldest(&rig), expected.oldest.0, "below {before}");
    }
    assert_eq!(rig.applier.trim(BoardName::parse("nowhere").unwrap(), Version(1)).await, Ok(None));
    // No stop, so no last checkpoint: what was kept before the trim is enough.
    let copy = crashed(folder.path());
    let again = start(copy.path());
    assert_eq!(again.active().await, rig.active().await);
    assert_eq!(placed(rig.publish("next").await).version, Version(32));
    assert_eq!(oldest(&rig), 32);
}

#[tokio::test]
async fn a_trim_that_finds_no_room_changes_nothing_and_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    thirty(&rig).await;
    let main = BoardName::main();
    rig.log.fail(Fault::NoRoom);
    assert_eq!(rig.applier.trim(main.clone(), Version(10)).await, Err(NotDone::NoRoom));
    rig.log.mend();
    assert_eq!(oldest(&rig), 1);
    // The state is kept now, so it is the trim itself that finds no room.
    rig.applier.trim(main.clone(), Version(2)).await.unwrap();
    rig.log.fail(Fault::NoRoom);
    assert_eq!(rig.applier.trim(main.clone(), Version(10)).await, Err(NotDone::NoRoom));
    rig.log.mend();
    assert_eq!(oldest(&rig), 2);
    let trimmed = rig.applier.trim(main, Version(10)).await.unwrap().unwrap();
    assert_eq!(trimmed.oldest, Version(10));
    rig.applier.stop();
    assert_eq!(rig.applier.trim(BoardName::main(), Version(11)).await, Err(NotDone::Closed));
}

#[tokio::test]
async fn a_failed_sync_of_a_trim_ends_the_log_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    thirty(&rig).await;
    rig.log.fail(Fault::FailedSync { written: false });
    assert_eq!(rig.applier.trim(BoardName::main(), Version(10)).await, Err(NotDone::Lost));
    rig.log.mend();
    assert!(rig.publish("late").await.is_err(), "it never writes again");
}
