//! What a repair keeps, what it drops, and what it says of it.

use crate::{Plain, board, damages, epoch, open, repair, sql, two_boards, verify};
use marquee_core::Version;
use marquee_log::sqlite::{self, CareError, Loss, Outcome};
use marquee_log::{Log, ReadError, Records, SqliteLog};
use std::path::Path;

fn bounds(log: &SqliteLog, name: &str) -> Option<(u64, u64, u64)> {
    let boards = log.boards().unwrap().into_iter();
    let mut found = boards.filter(|(known, _)| *known == board(name));
    found.next().map(|(_, bounds)| (bounds.oldest.0, bounds.head.0, bounds.at))
}

fn repaired(folder: &Path, words: &str) -> (Vec<Loss>, SqliteLog) {
    two_boards(folder);
    sql(folder, words);
    let Outcome::Repaired { lost, kept, now, found } = repair(folder).unwrap() else {
        panic!("{words}: whole")
    };
    assert!(!found.is_whole() && now.is_whole(), "{words}: {:?}", damages(&now));
    assert!(damages(&verify(folder)).is_empty(), "{words}");
    assert!(kept.join("marquee.db").exists() && !folder.join("marquee.repair").exists(), "{words}");
    let log = SqliteLog::open(folder, || unreachable!("it has one")).unwrap();
    assert_eq!(log.epoch(), epoch("newepoch"), "{words}");
    (lost, log)
}

fn newest(name: &str, from: u64, to: u64) -> Loss {
    Loss::Newest { board: board(name), from: Version(from), to: Version(to) }
}

fn oldest(name: &str, from: u64, to: u64) -> Loss {
    Loss::Oldest { board: board(name), from: Version(from), to: Version(to) }
}

#[test]
fn what_precedes_the_damage_is_kept_and_what_lies_beyond_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let (lost, log) =
        repaired(folder.path(), "UPDATE entries SET body = x'00' WHERE version = 15 AND board = 1");
    assert_eq!(lost, [newest("ops", 15, 20)]);
    assert_eq!(bounds(&log, "ops"), Some((4, 14, 1_014)));
    assert_eq!(bounds(&log, "lobby"), Some((1, 20, 1_020)), "the other board has all");
    let Records::Next(kept) = log.read_after(&board("ops"), Version(3), 100).unwrap() else {
        panic!("trimmed")
    };
    assert_eq!(kept.len(), 11);
    assert!(kept[0].body.starts_with(b"newepoch.4 "), "{:?}", kept[0].body);
    assert_eq!(log.checkpoint(&board("ops")).unwrap().unwrap().version, Version(10));
    let ids = log.ids(&board("ops")).unwrap();
    assert!(ids.iter().all(|(_, row)| row.version <= Version(14)), "a lost publish is not remembered");
    assert_eq!(ids.len(), 14);
    assert_eq!(log.position().unwrap().0, 20);
    log.append(&crate::batch("ops", 15)).expect("it goes on after what was kept");
}

#[test]
fn damage_below_the_state_costs_the_oldest_entries_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (lost, log) = repaired(folder.path(), "DELETE FROM entries WHERE version IN (6, 8) AND board = 1");
    assert_eq!(lost, [oldest("ops", 4, 8)]);
    assert_eq!(bounds(&log, "ops"), Some((9, 20, 1_020)));
    assert_eq!(log.ids(&board("ops")).unwrap().len(), 20);
}

#[test]
fn a_state_is_enough_where_every_entry_after_it_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (lost, log) =
        repaired(folder.path(), "UPDATE entries SET body = x'00' WHERE version >= 10 AND board = 1");
    assert_eq!(lost, [oldest("ops", 4, 10), newest("ops", 11, 20)]);
    assert_eq!(
        bounds(&log, "ops"),
        Some((11, 10, 1_010)),
        "nothing is left to read, and the time is the state's"
    );
    log.append(&crate::batch("ops", 11)).unwrap();
}

#[test]
fn a_state_is_let_go_where_all_entries_are_there_and_a_board_where_they_are_not() {
    let folder = tempfile::tempdir().unwrap();
    {
        let log = open(folder.path());
        crate::append(&log, "whole", 1..=5);
        crate::keep(&log, "whole", 5);
    }
    let (lost, log) = repaired(folder.path(), "UPDATE checkpoints SET body = x'00'");
    let all = Loss::Board { board: board("ops"), from: Version(4), to: Version(20) };
    assert_eq!(lost, [all]);
    assert_eq!((bounds(&log, "ops"), log.checkpoint(&board("ops"))), (None, Ok(None)));
    assert_eq!(bounds(&log, "whole"), Some((1, 5, 1_005)), "its entries make its state");
    assert_eq!(log.checkpoint(&board("whole")), Ok(None));
    log.append(&crate::batch("ops", 1)).expect("the board begins anew");
}

#[test]
fn rows_that_name_no_id_go_and_the_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (lost, log) = repaired(folder.path(), "UPDATE ids SET id = '' WHERE version = 7 AND board = 1");
    assert_eq!(lost, [Loss::Ids { board: board("ops"), rows: 1 }]);
    assert_eq!(log.ids(&board("ops")).unwrap().len(), 19);
}

#[test]
fn what_the_log_knows_of_itself_is_made_anew() {
    for words in [
        "DELETE FROM meta WHERE name = 'epoch'",
        "DELETE FROM meta WHERE name = 'position'",
        "UPDATE boards SET at = 5 WHERE name = 'ops'",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (lost, log) = repaired(folder.path(), words);
        assert_eq!((lost, bounds(&log, "ops")), (vec![], Some((4, 20, 1_020))), "{words}");
    }
}

#[test]
fn a_page_that_is_none_costs_its_entries_alone() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path());
    let path = folder.path().join("marquee.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(12).rposition(|window| window == b"oldepoch.20 ").unwrap();
    let page = place / 4_096 * 4_096;
    bytes[page..page + 100].fill(0xff);
    std::fs::write(&path, bytes).unwrap();
    let Outcome::Repaired { lost, now, .. } = repair(folder.path()).unwrap() else { panic!("damaged") };
    assert!(now.is_whole() && now.entries > 0 && !lost.is_empty(), "{lost:?}");
    let log = open(folder.path());
    for (name, bounds) in log.boards().unwrap() {
        let read = log.read_after(&name, Version(bounds.oldest.0 - 1), 100);
        assert!(!matches!(read, Err(ReadError::Damaged { .. })), "{name}: {read:?}");
    }
}

#[test]
fn a_whole_log_is_left_alone_unless_it_is_to_be_another_history() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path());
    let before = std::fs::read(folder.path().join("marquee.db")).unwrap();
    assert!(matches!(repair(folder.path()), Ok(Outcome::Whole(report)) if report.is_whole()));
    assert!(std::fs::read(folder.path().join("marquee.db")).unwrap() == before);
    assert!(!folder.path().join("damaged-1").exists());
    let renamed = sqlite::repair(folder.path(), true, || epoch("newepoch"), &Plain, &mut |_| {}).unwrap();
    assert!(matches!(renamed, Outcome::Repaired { lost, .. } if lost.is_empty()));
    let log = open(folder.path());
    assert_eq!((log.epoch(), bounds(&log, "ops")), (epoch("newepoch"), Some((4, 20, 1_020))));
    let Records::Next(all) = log.read_after(&board("ops"), Version(3), 100).unwrap() else {
        panic!("trimmed")
    };
    assert!(all.iter().all(|record| record.body.starts_with(b"newepoch.")));
}

#[test]
fn a_running_server_is_not_repaired_under() {
    let folder = tempfile::tempdir().unwrap();
    let _log = open(folder.path());
    assert_eq!(repair(folder.path()).unwrap_err(), CareError::InUse);
}

#[test]
fn a_repair_that_was_interrupted_anywhere_is_begun_anew() {
    // After each move of the swap: which of the two files are still in place, and whether the new one is.
    for (moved, put) in [(0, false), (1, false), (2, false), (2, true)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        two_boards(path);
        sql(path, "UPDATE entries SET body = x'00' WHERE version = 15 AND board = 1");
        std::fs::create_dir(path.join("damaged-1")).unwrap();
        std::fs::write(path.join("marquee.repair"), "damaged-1").unwrap();
        std::fs::write(path.join("marquee.db-wal"), "").unwrap();
        for file in ["marquee.db", "marquee.db-wal"].iter().take(moved) {
            std::fs::rename(path.join(file), path.join("damaged-1").join(file)).unwrap();
        }
        if put {
            std::fs::write(path.join("marquee.db"), "the new one").unwrap();
        }
        let refused = SqliteLog::open(path, || unreachable!("half a repair is no log"));
        assert_eq!(refused.err(), Some(marquee_log::OpenError::RepairUnfinished), "{moved} {put}");
        let Outcome::Repaired { lost, now, .. } = repair(path).unwrap() else { panic!("{moved} {put}") };
        assert_eq!((lost, now.is_whole()), (vec![newest("ops", 15, 20)], true), "{moved} {put}");
        assert_eq!(open(path).epoch(), epoch("newepoch"));
    }
}
