//! The end of the write-ahead log: a tail that was torn was never answered and is no damage; a damaged middle is,
//! because SQLite would drop all that lies beyond it without a word.

use crate::{append, board, crashed, damages, open, repair, verify};
use marquee_core::{Epoch, Version};
use marquee_log::sqlite::{Loss, Outcome, Part};
use marquee_log::{Log, OpenError, SqliteLog};
use std::path::Path;

const HEADER: usize = 32;
const FRAME: usize = 24 + 4_096;

/// A log that crashed after three batches; where each batch ends in its WAL.
fn three_batches(folder: &Path) -> (Vec<u8>, [usize; 3]) {
    let running = tempfile::tempdir().unwrap();
    let log = open(running.path());
    let mut ends = [0; 3];
    for (version, end) in (1..=3).zip(&mut ends) {
        append(&log, "ops", version..=version);
        *end = std::fs::metadata(running.path().join("marquee.db-wal")).unwrap().len() as usize;
    }
    crashed(running.path(), folder);
    (std::fs::read(folder.join("marquee.db-wal")).unwrap(), ends)
}

fn try_open(folder: &Path) -> Result<SqliteLog, OpenError> {
    SqliteLog::open(folder, || Epoch::parse("unwanted").unwrap())
}

#[test]
fn a_tail_cut_at_any_byte_is_the_batch_that_was_never_answered() {
    let whole = tempfile::tempdir().unwrap();
    let (wal, [_, second, third]) = three_batches(whole.path());
    assert_eq!(wal.len(), third);
    assert!(third - second > FRAME, "a batch has several frames");
    let near = |place: usize| (place - second) % FRAME < 26 || (place - second) % FRAME > FRAME - 3;
    for cut in (second..third).filter(|place| near(*place) || place % 509 == 0) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(whole.path().join("marquee.db"), folder.path().join("marquee.db")).unwrap();
        std::fs::write(folder.path().join("marquee.db-wal"), &wal[..cut]).unwrap();
        let report = verify(folder.path());
        assert_eq!(damages(&report), Vec::<String>::new(), "cut at {cut}");
        assert_eq!(report.torn_bytes > 0, cut - second >= FRAME, "cut at {cut}: {}", report.torn_bytes);
        assert_eq!(report.entries, 2, "cut at {cut}");
        let log = try_open(folder.path()).unwrap();
        assert_eq!(log.boards().unwrap()[0].1.head, Version(2), "cut at {cut}");
        append(&log, "ops", 3..=3);
    }
}

#[test]
fn a_damaged_middle_is_not_taken_for_a_torn_tail() {
    let whole = tempfile::tempdir().unwrap();
    let (wal, [first, second, _]) = three_batches(whole.path());
    let mut places: Vec<usize> = (HEADER..second).step_by(FRAME).map(|frame| frame + 24 + 2_000).collect();
    places.extend([3, 17, HEADER + 4, HEADER + 9, first + 17]);
    for place in places {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(whole.path().join("marquee.db"), folder.path().join("marquee.db")).unwrap();
        let mut damaged = wal.clone();
        damaged[place] ^= 0x10;
        std::fs::write(folder.path().join("marquee.db-wal"), damaged).unwrap();
        assert!(matches!(try_open(folder.path()), Err(OpenError::DamagedWal { .. })), "byte {place}");
        let report = verify(folder.path());
        assert!(
            report.damages.iter().any(|damage| damage.part == Part::Wal),
            "byte {place}: {:?}",
            damages(&report)
        );
    }
}

#[test]
fn what_an_older_round_left_behind_is_no_tail() {
    let folder = tempfile::tempdir().unwrap();
    let running = tempfile::tempdir().unwrap();
    let log = open(running.path());
    // Far enough that the WAL begins anew and is shorter than it was.
    let mut version = 0;
    let mut largest = 0;
    while version < 3_000 {
        append(&log, "ops", version + 1..=version + 100);
        version += 100;
        largest = largest.max(std::fs::metadata(running.path().join("marquee.db-wal")).unwrap().len());
    }
    assert!(largest > 2_000 * 4_096, "the WAL never began anew: {largest}");
    crashed(running.path(), folder.path());
    let report = verify(folder.path());
    assert_eq!((damages(&report), report.torn_bytes, report.entries), (vec![], 0, version));
    assert_eq!(try_open(folder.path()).unwrap().boards().unwrap()[0].1.head, Version(version));
}

#[test]
fn a_repair_goes_on_without_what_lay_beyond_and_names_a_new_history() {
    let folder = tempfile::tempdir().unwrap();
    let (mut wal, [first, _, _]) = three_batches(folder.path());
    wal[first + 24 + 100] ^= 1;
    std::fs::write(folder.path().join("marquee.db-wal"), wal).unwrap();
    let Outcome::Repaired { lost, kept, now, .. } = repair(folder.path()).unwrap() else { panic!("damaged") };
    assert_eq!(lost, [Loss::Commits]);
    assert!(kept.join("marquee.db-wal").exists() && kept.join("marquee.db").exists());
    assert!(now.is_whole() && now.entries == 1, "{now:?}");
    let log = try_open(folder.path()).unwrap();
    assert_eq!((log.epoch().as_str(), log.boards().unwrap()), ("newepoch", vec![(board("ops"), bounds())]));
}

fn bounds() -> marquee_log::Bounds {
    marquee_log::Bounds { oldest: Version(1), head: Version(1), at: 1_001 }
}
