//! What a look through a log finds, and that it changes nothing.

use crate::{board, damages, open, sql, two_boards, verify};
use marquee_core::Version;
use marquee_log::Log;
use marquee_log::sqlite::{self, CareError, Part};

#[test]
fn a_whole_log_is_whole_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path());
    let report = verify(folder.path());
    assert_eq!(damages(&report), Vec::<String>::new());
    assert_eq!((report.boards, report.entries, report.ids, report.checkpoints), (2, 37, 40, 1));
    assert_eq!((report.epoch.unwrap().as_str(), report.position), ("oldepoch", Some(20)));
    assert!(!report.in_use && report.torn_bytes == 0);
}

#[test]
fn every_kind_of_damage_is_named_with_its_place() {
    for (words, named) in [
        (
            "UPDATE entries SET body = x'00' WHERE version = 15 AND board = 2",
            "entry, board lobby, version 15",
        ),
        ("UPDATE entries SET at = 1 WHERE version = 15 AND board = 1", "entry, board ops, version 15"),
        ("UPDATE entries SET kind = 'delete' WHERE version = 9 AND board = 1", "entry, board ops, version 9"),
        (
            "DELETE FROM entries WHERE version BETWEEN 5 AND 8 AND board = 2",
            "entry, board lobby, versions 5 to 8",
        ),
        ("DELETE FROM entries WHERE version > 18 AND board = 2", "entry, board lobby, versions 19 to 20"),
        ("DELETE FROM entries WHERE version < 3 AND board = 2", "entry, board lobby, versions 1 to 2"),
        ("UPDATE checkpoints SET body = x'00'", "checkpoint, board ops, version 10"),
        ("DELETE FROM checkpoints", "checkpoint, board ops: it is missing"),
        ("UPDATE ids SET id = '' WHERE version = 7 AND board = 1", "ids, board ops"),
        ("UPDATE ids SET version = 99 WHERE version = 7 AND board = 1", "ids, board ops"),
        ("UPDATE boards SET head = 19 WHERE name = 'ops'", "board, board ops: its head is said to be 19"),
        ("UPDATE boards SET at = 5 WHERE name = 'ops'", "board, board ops: its newest time"),
        ("UPDATE boards SET name = 'No Board' WHERE name = 'ops'", "board: \"No Board\" is no board's name"),
        ("DELETE FROM boards WHERE name = 'lobby'", "board: 20 rows of entries are of boards"),
        ("DELETE FROM meta WHERE name = 'epoch'", "meta: the epoch is missing"),
        ("UPDATE meta SET value = 'No' WHERE name = 'epoch'", "meta: \"No\" is no epoch"),
        ("DELETE FROM meta WHERE name = 'position'", "meta: the position cannot be read"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        two_boards(folder.path());
        sql(folder.path(), words);
        let found = damages(&verify(folder.path()));
        assert!(found.iter().any(|damage| damage.starts_with(named)), "{words}: {found:#?}");
    }
}

#[test]
fn damages_in_a_row_are_told_as_one_stretch_and_all_are_told() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path());
    sql(folder.path(), "UPDATE entries SET body = x'00' WHERE version IN (5, 6, 7, 12) AND board = 1");
    let report = verify(folder.path());
    let found: Vec<_> = report.damages.iter().map(|damage| (damage.part, damage.versions)).collect();
    let stretch = |first, last| (Part::Entry, Some((Version(first), Version(last))));
    assert_eq!(found, [stretch(5, 7), stretch(12, 12)]);
    assert_eq!(report.entries, 33);
}

#[test]
fn pages_that_are_no_pages_are_read_past() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path());
    let path = folder.path().join("marquee.db");
    let mut bytes = std::fs::read(&path).unwrap();
    // The last leaf with entries of ops: its head becomes nonsense, its neighbours stay.
    let place = bytes.windows(12).rposition(|window| window == b"oldepoch.20 ").unwrap();
    let page = place / 4_096 * 4_096;
    bytes[page..page + 100].fill(0xff);
    std::fs::write(&path, bytes).unwrap();
    let report = verify(folder.path());
    assert!(report.damages.iter().any(|damage| damage.part == Part::File), "{:?}", damages(&report));
    assert!(report.damages.iter().any(|damage| damage.part == Part::Entry), "{:?}", damages(&report));
    assert!(report.entries > 0, "what can be read is read");
}

#[test]
fn looking_changes_nothing_and_a_server_may_run() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    crate::append(&log, "ops", 1..=5);
    let files =
        || ["marquee.db", "marquee.db-wal"].map(|file| std::fs::read(folder.path().join(file)).unwrap());
    let before = files();
    let report = verify(folder.path());
    assert!(report.in_use && report.is_whole(), "{report:?}");
    assert_eq!(report.entries, 5);
    assert!(files() == before, "a look beside a server changed its files");
    crate::append(&log, "ops", 6..=6);
    assert_eq!(log.boards().unwrap()[0].1.head, Version(6), "the server goes on");
    drop(log);
    let stopped = std::fs::read(folder.path().join("marquee.db")).unwrap();
    assert!(verify(folder.path()).is_whole());
    assert!(std::fs::read(folder.path().join("marquee.db")).unwrap() == stopped);
    assert_eq!(open(folder.path()).boards().unwrap()[0].0, board("ops"));
}

#[test]
fn what_is_no_log_is_not_taken_for_a_damaged_one() {
    let folder = tempfile::tempdir().unwrap();
    let verify = |folder: &std::path::Path| sqlite::verify(folder, &crate::Plain, &mut |_| {});
    assert_eq!(verify(folder.path()), Err(CareError::NoLog { folder: folder.path().to_owned() }));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
    let theirs = rusqlite::Connection::open(folder.path().join("marquee.db")).unwrap();
    theirs.execute_batch("CREATE TABLE theirs (a)").unwrap();
    drop(theirs);
    assert!(matches!(verify(folder.path()), Err(CareError::NotOurs { .. })));
    std::fs::write(folder.path().join("marquee.db"), "no database, only words. ".repeat(100)).unwrap();
    assert_eq!(damages(&verify(folder.path()).unwrap()), ["file: file is not a database"]);
}
