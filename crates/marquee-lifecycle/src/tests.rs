//! Stages, clause by clause.

use super::*;
use marquee_core::{DeleteReason, Level, Notice, Policy};

fn board() -> BoardName {
    BoardName::main()
}

fn id(name: &str) -> NoticeId {
    NoticeId::parse(name).unwrap_or_else(|| panic!("no id: {name}"))
}

fn put(version: u64, name: &str, expires_at: u64) -> Entry {
    let notice = Notice {
        id: id(name),
        rev: Version(version),
        level: Level::Info,
        text: "x".into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 1,
        count: 1,
        starts_at: version,
        expires_at,
        trace_id: "t".into(),
    };
    Entry { version: Version(version), at: version, change: Change::Put(Arc::new(notice)) }
}

fn delete(version: u64, name: &str, reason: DeleteReason) -> Entry {
    Entry { version: Version(version), at: version, change: Change::Delete { id: id(name), reason } }
}

fn of(lifecycles: &Lifecycles, name: &str, now: u64) -> Lifecycle {
    lifecycles.of(&board(), &id(name), now).unwrap_or_else(|| panic!("{name} is not known"))
}

#[test]
fn each_stage_has_its_time() {
    let lifecycles = Lifecycles::default();
    let policy = Change::Policy { policy: Arc::new(Policy::default()), own: false };
    let first = Entry { version: Version(1), at: 1, change: policy };
    lifecycles.stored(&board(), [&first, &put(2, "a", 900)].into_iter(), 5);
    let known = of(&lifecycles, "a", 10);
    assert_eq!((known.accepted_at, known.stored_at, known.delivered, known.end), (2, 5, None, None));
    lifecycles.delivered(&board(), Version(1), Version(2), 1, 7);
    lifecycles.delivered(&board(), Version(0), Version(2), 1, 9);
    lifecycles.delivered(&board(), Version(2), Version(2), 1, 9);
    lifecycles.delivered(&board(), Version(2), Version(5), 1, 9);
    assert_eq!(of(&lifecycles, "a", 10).delivered, Some(Delivered { at: 7, terminals: 2 }));
    lifecycles.stored(&board(), [&delete(3, "a", DeleteReason::Resolved)].into_iter(), 20);
    lifecycles.delivered(&board(), Version(0), Version(3), 1, 21);
    let known = of(&lifecycles, "a", 1_000);
    assert_eq!(known.end, Some((End::Deleted(DeleteReason::Resolved), 20)), "it expires no more");
    assert_eq!(known.delivered.map(|delivered| delivered.terminals), Some(2), "nor is it delivered");
}

#[test]
fn a_newer_put_is_delivered_anew_and_a_snapshot_delivers_all_that_is_active() {
    let lifecycles = Lifecycles::default();
    lifecycles.stored(&board(), [&put(2, "a", 900), &put(3, "b", 900)].into_iter(), 5);
    lifecycles.delivered(&board(), Version(1), Version(3), 1, 6);
    lifecycles.stored(&board(), [&put(4, "a", 950)].into_iter(), 7);
    let known = of(&lifecycles, "a", 8);
    assert_eq!((known.version, known.rev, known.expires_at), (Version(2), Version(4), 950));
    assert_eq!(known.delivered, Some(Delivered { at: 6, terminals: 0 }));
    lifecycles.delivered(&board(), Version(0), Version(4), 1, 9);
    assert_eq!(of(&lifecycles, "a", 10).delivered, Some(Delivered { at: 6, terminals: 1 }));
    assert_eq!(of(&lifecycles, "b", 10).delivered, Some(Delivered { at: 6, terminals: 2 }));
}

#[test]
fn a_notice_that_expires_ended_when_it_did() {
    let lifecycles = Lifecycles::default();
    lifecycles.stored(&board(), [&put(2, "a", 100)].into_iter(), 5);
    assert_eq!(of(&lifecycles, "a", 99).end, None);
    assert_eq!(of(&lifecycles, "a", 500).end, Some((End::Expired, 100)));
    lifecycles.stored(&board(), [&delete(3, "a", DeleteReason::Retracted)].into_iter(), 510);
    assert_eq!(of(&lifecycles, "a", 520).end, Some((End::Expired, 100)), "taken off the ribbon later");
    lifecycles.stored(&board(), [&put(4, "a", 900)].into_iter(), 530);
    let again = of(&lifecycles, "a", 540);
    assert_eq!((again.version, again.end), (Version(4), None), "a new life begins anew");
}

#[test]
fn the_oldest_are_forgotten_and_nothing_of_them_stays() {
    let lifecycles = Lifecycles::new(3);
    for version in 2..100 {
        lifecycles.stored(&board(), [&put(version, &format!("n{version}"), 900)].into_iter(), version);
    }
    // One id again and again: each life counts, and the newest is kept.
    for version in 100..110 {
        let entries =
            [put(2 * version, "same", 900), delete(2 * version + 1, "same", DeleteReason::Retracted)];
        lifecycles.stored(&board(), entries.iter(), version);
    }
    assert_eq!(lifecycles.of(&board(), &id("n98"), 100), None);
    assert_eq!(of(&lifecycles, "same", 200).version, Version(218));
    let inner = lifecycles.lock();
    let tracks = &inner.boards[&board()];
    assert!(
        inner.order.len() <= 3
            && tracks.tracks.len() <= 3
            && tracks.live.is_empty()
            && tracks.over.is_empty()
    );
}

#[test]
fn who_listens_is_told_each_stage_once_and_while_nobody_does_none_is_kept() {
    let lifecycles = Lifecycles::default();
    lifecycles.stored(&board(), [put(1, "a", 50)].iter(), 2);
    assert_eq!(lifecycles.after(0), (Vec::new(), 0));
    let news = lifecycles.listen();
    lifecycles.stored(&board(), [put(3, "b", 50)].iter(), 4);
    lifecycles.delivered(&board(), Version(0), Version(3), 1, 5);
    lifecycles.delivered(&board(), Version(2), Version(3), 1, 6);
    lifecycles.shown(&board(), &id("b"), Version(3), 7);
    lifecycles.shown(&board(), &id("b"), Version(3), 9);
    lifecycles.shown(&board(), &id("b"), Version(2), 10);
    lifecycles.expire(50);
    let (stages, count) = lifecycles.after(0);
    let told: Vec<_> = stages.iter().map(|stage| (stage.id.as_str(), stage.stage, stage.at)).collect();
    let expected = [
        ("b", "accepted", 3),
        ("b", "stored", 4),
        ("a", "delivered", 5),
        ("b", "delivered", 5),
        ("b", "shown", 7),
        ("a", "expired", 50),
        ("b", "expired", 50),
    ];
    assert_eq!((told, *news.borrow()), (expected.to_vec(), 7));
    assert_eq!((lifecycles.after(count).0, lifecycles.after(6).0.len()), (Vec::new(), 1));
    let shown = of(&lifecycles, "b", 50).shown;
    assert_eq!(shown, Some(Seen { at: 7, times: 2 }), "of its newest put alone");
}

#[test]
fn a_listener_that_is_too_slow_misses_the_oldest() {
    let lifecycles = Lifecycles::default();
    let _news = lifecycles.listen();
    for version in 1..=1_000 {
        lifecycles.stored(&board(), [put(version, &format!("n{version}"), 5_000)].iter(), version);
    }
    let (stages, count) = lifecycles.after(0);
    assert_eq!((stages.len(), count, &*stages[0].id.to_string()), (1_024, 2_000, "n489"));
}
