//! The suite that every backend of the log runs: each clause of the law, tried on a real store.
//! It knows the trait alone; whatever a backend promises beyond the law is its own to test.

use crate::law::{AppendError, Batch, BoardBatch, Bounds, Checkpoint, Log, Record, Records};
use marquee_core::board::{Ended, IdChange, Position, Remembered};
use marquee_core::{BoardName, NoticeId, Version};
use std::path::Path;
use std::sync::Arc;

/// Opens a backend's log in a folder: the same log each time.
pub type Open = dyn Fn(&Path) -> Arc<dyn Log>;

/// One clause of the law, tried in a folder of its own.
type Clause = fn(&Open, &Path);

/// Runs the whole suite, each clause in an empty folder that `empty` makes.
pub fn suite(open: &Open, empty: &dyn Fn() -> Box<dyn AsRef<Path>>) {
    let clauses: [(&str, Clause); 9] = [
        ("what was appended is there after opening again", durable),
        ("a batch is there altogether or not at all", whole),
        ("a batch that does not continue its board is refused", in_order),
        ("reading goes on from a cursor in pieces of any size", in_pieces),
        ("trimming takes the oldest, never above the checkpoint", trimmed),
        ("a checkpoint stands in the place of the one before", checkpoints),
        ("what is remembered of ids is stored with the entries", ids),
        ("times find versions", times),
        ("reading goes on beside appending", beside),
    ];
    for (name, clause) in clauses {
        let folder = empty();
        eprintln!("log law: {name}");
        clause(open, (*folder).as_ref());
    }
}

fn board(name: &str) -> BoardName {
    BoardName::parse(name).expect("a board's name")
}

/// The entry of a version: its time and bytes follow from its number.
fn record(version: u64) -> Record {
    let kind =
        ["put", "delete", "policy", "some-kind-of-tomorrow"][usize::try_from(version % 4).unwrap_or(0)];
    Record {
        version: Version(version),
        at: 1_000 + version * 10,
        kind: kind.into(),
        body: format!("{{\"n\":{version}}}").into(),
    }
}

fn batch(position: u64, parts: &[(&str, std::ops::RangeInclusive<u64>)]) -> Batch {
    let boards = parts.iter().map(|(name, versions)| {
        let records = versions.clone().map(record).collect();
        (board(name), BoardBatch { records, ids: Vec::new() })
    });
    Batch { position: Position(position), boards: boards.collect() }
}

fn read(log: &dyn Log, name: &str, after: u64, limit: usize) -> Vec<Record> {
    match log.read_after(&board(name), Version(after), limit).expect("readable") {
        Records::Next(records) => records,
        Records::Trimmed { oldest } => panic!("trimmed to {oldest}"),
    }
}

fn durable(open: &Open, folder: &Path) {
    let log = open(folder);
    let epoch = log.epoch();
    assert_eq!(log.position(), Ok(Position(0)));
    assert_eq!(log.boards(), Ok(Vec::new()));
    assert!(read(&*log, "ops", 0, 10).is_empty(), "a board that was never written has no entries");
    log.append(&batch(7, &[("ops", 1..=3), ("lobby", 1..=1)])).expect("appended");
    drop(log);
    let log = open(folder);
    assert_eq!(log.epoch(), epoch, "the epoch is one a log");
    assert_eq!(log.position(), Ok(Position(7)));
    let bounds = |head| Bounds { oldest: Version(1), head: Version(head), at: 1_000 + head * 10 };
    assert_eq!(log.boards(), Ok(vec![(board("lobby"), bounds(1)), (board("ops"), bounds(3))]));
    assert_eq!(read(&*log, "ops", 0, 10), (1..=3).map(record).collect::<Vec<_>>());
    log.append(&batch(8, &[("ops", 4..=4)])).expect("it goes on where it stood");
    assert_eq!(read(&*log, "ops", 3, 10), vec![record(4)]);
}

fn whole(open: &Open, folder: &Path) {
    let log = open(folder);
    log.append(&batch(1, &[("ops", 1..=2)])).expect("appended");
    // The first board continues, the second does not: neither may move.
    let refused = log.append(&batch(2, &[("ops", 3..=3), ("lobby", 2..=2)]));
    assert!(matches!(refused, Err(AppendError::OutOfOrder { .. })), "{refused:?}");
    drop(log);
    let log = open(folder);
    assert_eq!(log.position(), Ok(Position(1)));
    assert!(read(&*log, "ops", 2, 10).is_empty());
    assert!(read(&*log, "lobby", 0, 10).is_empty());
}

fn in_order(open: &Open, folder: &Path) {
    let log = open(folder);
    let refused = |batch: &Batch, why: &str| {
        assert!(matches!(log.append(batch), Err(AppendError::OutOfOrder { .. })), "{why}");
    };
    refused(&batch(1, &[("ops", 2..=2)]), "a board begins with version 1");
    log.append(&batch(1, &[("ops", 1..=2)])).expect("appended");
    refused(&batch(2, &[("ops", 2..=2)]), "a version is written once");
    refused(&batch(2, &[("ops", 4..=4)]), "no hole");
    let mut back = batch(2, &[("ops", 3..=3)]);
    back.boards[0].1.records[0].at = 1;
    refused(&back, "time never goes back");
    log.append(&batch(2, &[("ops", 3..=3)])).expect("a refused batch leaves the log usable");
}

fn in_pieces(open: &Open, folder: &Path) {
    let log = open(folder);
    log.append(&batch(1, &[("ops", 1..=100)])).expect("appended");
    for limit in [1, 7, 99, 100, 1_000] {
        let (mut after, mut all) = (0, Vec::new());
        loop {
            let piece = read(&*log, "ops", after, limit);
            assert!(piece.len() <= limit);
            let Some(last) = piece.last() else { break };
            after = last.version.0;
            all.extend(piece);
        }
        assert_eq!(all, (1..=100).map(record).collect::<Vec<_>>());
    }
    assert!(read(&*log, "ops", 100, 5).is_empty(), "nothing is above the head");
    assert!(read(&*log, "ops", 5_000, 5).is_empty(), "nor far above it");
}

fn trimmed(open: &Open, folder: &Path) {
    let log = open(folder);
    log.append(&batch(1, &[("ops", 1..=50)])).expect("appended");
    assert_eq!(log.trim(&board("ops"), Version(40)), Ok(Version(1)), "without a checkpoint nothing goes");
    log.keep_checkpoints(&[(board("ops"), checkpoint(20, "as of 20"))]).expect("kept");
    assert_eq!(log.trim(&board("ops"), Version(10)), Ok(Version(10)));
    assert_eq!(log.trim(&board("ops"), Version(5)), Ok(Version(10)), "what is gone does not come back");
    assert_eq!(log.trim(&board("ops"), Version(40)), Ok(Version(21)), "all after the checkpoint stays");
    drop(log);
    let log = open(folder);
    let trimmed = log.read_after(&board("ops"), Version(19), 10);
    assert_eq!(trimmed, Ok(Records::Trimmed { oldest: Version(21) }));
    assert_eq!(read(&*log, "ops", 20, 100), (21..=50).map(record).collect::<Vec<_>>());
    assert_eq!(log.boards().expect("readable")[0].1.oldest, Version(21));
    log.append(&batch(2, &[("ops", 51..=51)])).expect("appended");
    log.keep_checkpoints(&[(board("ops"), checkpoint(51, "as of 51"))]).expect("kept");
    assert_eq!(
        log.trim(&board("ops"), Version(1_000)),
        Ok(Version(52)),
        "all may go: a reader at the head is fine"
    );
    assert!(read(&*log, "ops", 51, 10).is_empty());
    log.append(&batch(3, &[("ops", 52..=52)])).expect("versions go on after all were trimmed");
    assert_eq!(log.trim(&board("nowhere"), Version(9)), Ok(Version(1)));
}

fn checkpoint(version: u64, body: &str) -> Checkpoint {
    Checkpoint {
        version: Version(version),
        at: 1_000 + version * 10,
        rules: 1,
        body: body.to_owned().into_bytes().into(),
    }
}

fn checkpoints(open: &Open, folder: &Path) {
    let log = open(folder);
    assert_eq!(log.checkpoint(&board("ops")), Ok(None));
    log.append(&batch(1, &[("ops", 1..=5), ("lobby", 1..=5)])).expect("appended");
    let both = [(board("ops"), checkpoint(3, "three")), (board("lobby"), checkpoint(4, "four"))];
    log.keep_checkpoints(&both).expect("kept");
    log.keep_checkpoints(&[(board("ops"), checkpoint(5, "five"))]).expect("kept");
    let beyond = log.keep_checkpoints(&[(board("ops"), checkpoint(6, "six"))]);
    assert!(matches!(beyond, Err(AppendError::OutOfOrder { .. })), "no checkpoint of what is not there");
    drop(log);
    let log = open(folder);
    assert_eq!(log.checkpoint(&board("ops")), Ok(Some(checkpoint(5, "five"))));
    assert_eq!(log.checkpoint(&board("lobby")), Ok(Some(checkpoint(4, "four"))));
}

fn ids(open: &Open, folder: &Path) {
    let id = |name: &str| NoticeId::parse(name).expect("an id");
    let row = |seq: u64, ended| Remembered {
        notice: id("taken-in-by"),
        hash: [7; 16],
        content: [8; 16],
        version: Version(2),
        seen_at: 5_000,
        seq,
        expires_at: u64::MAX >> 12,
        ended,
        scheduled: ended.is_none(),
        count: 3,
        folded_at: u64::MAX >> 13,
    };
    let log = open(folder);
    let mut first = batch(1, &[("ops", 1..=2)]);
    first.boards[0].1.ids = vec![
        IdChange::Remember(id("a"), row(1, None)),
        IdChange::Remember(id("b"), row(2, Some(Ended::Deleted))),
        IdChange::Remember(id("a"), row(3, Some(Ended::Evicted))),
    ];
    log.append(&first).expect("appended");
    let second = BoardBatch { records: Vec::new(), ids: vec![IdChange::Forget(id("b"))] };
    let second = Batch { position: Position(2), boards: vec![(board("ops"), second)] };
    log.append(&second).expect("ids may change without an entry");
    drop(log);
    let log = open(folder);
    assert_eq!(log.ids(&board("ops")), Ok(vec![(id("a"), row(3, Some(Ended::Evicted)))]));
    assert_eq!(log.ids(&board("lobby")), Ok(Vec::new()));
    assert_eq!(log.position(), Ok(Position(2)));
}

fn times(open: &Open, folder: &Path) {
    let log = open(folder);
    assert_eq!(log.newest_before(&board("ops"), 5_000), Ok(None));
    log.append(&batch(1, &[("ops", 1..=50)])).expect("appended");
    for (at, version) in [(1_010, None), (1_011, Some(1)), (1_255, Some(25)), (9_999, Some(50))] {
        assert_eq!(log.newest_before(&board("ops"), at), Ok(version.map(Version)), "before {at} ms");
    }
}

fn beside(open: &Open, folder: &Path) {
    const HEAD: u64 = 400;
    let log = open(folder);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for version in 1..=HEAD {
                log.append(&batch(version, &[("ops", version..=version)])).expect("appended");
            }
        });
        for _ in 0..3 {
            scope.spawn(|| {
                let mut after = 0;
                while after < HEAD {
                    for next in read(&*log, "ops", after, 64) {
                        assert_eq!(next, record(after + 1), "no hole, no repeat, never half an entry");
                        after += 1;
                    }
                }
            });
        }
    });
}
