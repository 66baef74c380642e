//! The ring: what it holds is what the log has, and who waits is woken.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::board::Position;
use marquee_core::{BoardName, Epoch, Version};
use marquee_log::ring::Recent;
use marquee_log::{Batch, BoardBatch, Record, Ring, SqliteLog};
use proptest::prelude::*;
use std::sync::Arc;
use tokio::sync::Notify;

fn record(version: u64, bytes: usize) -> Record {
    let mut body = version.to_string().into_bytes();
    body.resize(bytes.max(body.len()), b' ');
    Record { version: Version(version), at: version, kind: "put".into(), body: body.into() }
}

fn ring(folder: &tempfile::TempDir) -> Arc<Ring> {
    let log = SqliteLog::open(folder.path(), || Epoch::parse("testepoch").unwrap()).unwrap();
    Arc::new(Ring::new(Arc::new(log)).unwrap())
}

fn versions(recent: Recent) -> Option<Vec<u64>> {
    match recent {
        Recent::Next(kept) => Some(kept.iter().map(|kept| kept.record.version.0).collect()),
        Recent::Behind => None,
    }
}

#[test]
fn it_holds_the_newest_and_says_when_it_holds_no_longer() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(&folder);
    let board = BoardName::main();
    assert_eq!(versions(ring.read_after(&board, Version(0), 10)), Some(vec![]));
    for version in 1..=2_000 {
        ring.publish(&board, vec![record(version, 10)]);
    }
    assert_eq!(ring.bounds(&board).head, Version(2_000));
    assert_eq!(versions(ring.read_after(&board, Version(1_998), 10)), Some(vec![1_999, 2_000]));
    assert_eq!(versions(ring.read_after(&board, Version(976), 2)), Some(vec![977, 978]));
    assert_eq!(versions(ring.read_after(&board, Version(975), 2)), None);
    assert_eq!(versions(ring.read_after(&board, Version(2_000), 2)), Some(vec![]));
}

#[test]
fn large_entries_push_out_more() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(&folder);
    let board = BoardName::main();
    for version in 1..=100 {
        ring.publish(&board, vec![record(version, 100_000)]);
    }
    assert_eq!(versions(ring.read_after(&board, Version(50), 2)), None);
    assert_eq!(versions(ring.read_after(&board, Version(90), 2)), Some(vec![91, 92]));
}

#[test]
fn over_all_boards_the_oldest_goes() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(&folder);
    let board = |n: u32| BoardName::parse(&format!("b{n}")).unwrap();
    for n in 0..100 {
        ring.publish(&board(n), (1..=4).map(|version| record(version, 1_000_000)).collect());
    }
    assert_eq!(versions(ring.read_after(&board(0), Version(3), 2)), None, "400 MB are not held");
    assert_eq!(versions(ring.read_after(&board(99), Version(0), 9)), Some(vec![1, 2, 3, 4]));
}

#[test]
fn it_knows_where_the_log_stands_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let board = BoardName::main();
    {
        let ring = ring(&folder);
        let added = BoardBatch { records: vec![record(1, 5), record(2, 5)], ids: Vec::new() };
        ring.log().append(&Batch { position: Position(1), boards: vec![(board.clone(), added)] }).unwrap();
    }
    let ring = ring(&folder);
    assert_eq!((ring.bounds(&board).oldest, ring.bounds(&board).head), (Version(1), Version(2)));
    assert_eq!(versions(ring.read_after(&board, Version(0), 9)), None, "the log has them");
    ring.publish(&board, vec![record(3, 5)]);
    assert_eq!(versions(ring.read_after(&board, Version(2), 9)), Some(vec![3]));
    assert_eq!(versions(ring.read_after(&board, Version(1), 9)), None);
}

#[tokio::test]
async fn who_watches_is_woken_and_a_watch_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let ring = ring(&folder);
    let (board, other) = (BoardName::main(), BoardName::parse("other").unwrap());
    let woken = Arc::new(Notify::new());
    let watch = ring.watch(&board, woken.clone());
    let unused = ring.watch(&other, woken.clone());
    ring.publish(&board, vec![record(1, 5)]);
    woken.notified().await;
    drop((watch, unused));
    ring.publish(&board, vec![record(2, 5)]);
    let again = tokio::time::timeout(std::time::Duration::from_millis(1), woken.notified()).await;
    assert!(again.is_err(), "nobody watches any more");
    assert_eq!(ring.boards().len(), 1);
}

#[test]
fn an_encoding_is_made_once() {
    let kept = marquee_log::Kept::new(record(1, 5));
    let first = kept.form(1, |record| record.body.clone());
    let second = kept.form(1, |_| panic!("it is there already"));
    assert_eq!(first, second);
}

proptest! {
    #[test]
    fn what_it_gives_is_always_what_follows(
        sizes in proptest::collection::vec((0usize..200_000, 1usize..5), 1..120), after in 0u64..400, limit in 1usize..50
    ) {
        let folder = tempfile::tempdir().unwrap();
        let ring = ring(&folder);
        let board = BoardName::main();
        let mut head = 0;
        for (bytes, count) in sizes {
            let records = (0..count).map(|_| { head += 1; record(head, bytes) }).collect();
            ring.publish(&board, records);
        }
        if let Some(found) = versions(ring.read_after(&board, Version(after), limit)) {
            let expected: Vec<u64> = (after + 1..=head).take(limit).collect();
            prop_assert_eq!(found, expected);
        } else {
            prop_assert!(after < head);
        }
    }
}
