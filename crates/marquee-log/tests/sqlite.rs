//! The SQLite log: the suite that every backend runs, and what one file has beyond it.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::board::{Position, RULES};
use marquee_core::{BoardName, Epoch, Version};
use marquee_log::{
    AppendError, Batch, BoardBatch, Checkpoint, Log, OpenError, ReadError, Record, Records, SqliteLog,
};
use std::path::Path;
use std::sync::Arc;

fn open(folder: &Path) -> Arc<dyn Log> {
    Arc::new(SqliteLog::open(folder, || Epoch::parse("testepoch").unwrap()).unwrap())
}

#[test]
fn it_keeps_the_law() {
    marquee_log::conformance::suite(&open, &|| Box::new(tempfile::tempdir().unwrap()));
}

fn batch(version: u64, bytes: usize) -> Batch {
    let body = vec![b'x'; bytes].into();
    let record = Record { version: Version(version), at: version, kind: "put".into(), body };
    let board = BoardBatch { records: vec![record], ids: Vec::new() };
    Batch { position: Position(version), boards: vec![(BoardName::main(), board)] }
}

#[test]
fn two_processes_never_share_it() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let second = SqliteLog::open(folder.path(), || unreachable!("there is a log already"));
    assert_eq!(second.err(), Some(OpenError::InUse));
    drop(log);
    open(folder.path());
}

#[test]
fn a_damaged_middle_is_reported_and_what_precedes_it_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    for version in 1..=9 {
        log.append(&batch(version, 10)).unwrap();
    }
    drop(log);
    let file = rusqlite::Connection::open(folder.path().join("marquee.db")).unwrap();
    file.execute("UPDATE entries SET body = x'00' WHERE version = 5", []).unwrap();
    drop(file);
    let log = open(folder.path());
    let Records::Next(before) = log.read_after(&BoardName::main(), Version(0), 4).unwrap() else {
        panic!("nothing is trimmed")
    };
    assert_eq!(before.len(), 4);
    let damaged = ReadError::Damaged { board: BoardName::main(), version: Version(5) };
    assert_eq!(log.read_after(&BoardName::main(), Version(4), 10), Err(damaged.clone()));
    drop(log);
    let file = rusqlite::Connection::open(folder.path().join("marquee.db")).unwrap();
    file.execute("DELETE FROM entries WHERE version = 5", []).unwrap();
    drop(file);
    assert_eq!(open(folder.path()).read_after(&BoardName::main(), Version(4), 10), Err(damaged));
}

#[test]
fn a_damaged_checkpoint_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    log.append(&batch(1, 10)).unwrap();
    let checkpoint = Checkpoint { version: Version(1), at: 1, rules: RULES, body: "state".into() };
    log.keep_checkpoints(&[(BoardName::main(), checkpoint)]).unwrap();
    drop(log);
    let file = rusqlite::Connection::open(folder.path().join("marquee.db")).unwrap();
    file.execute("UPDATE checkpoints SET body = x'00'", []).unwrap();
    drop(file);
    let damaged = ReadError::Damaged { board: BoardName::main(), version: Version(1) };
    assert_eq!(open(folder.path()).checkpoint(&BoardName::main()), Err(damaged));
}

#[test]
fn the_wal_does_not_grow_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    for version in 1..=1_000 {
        log.append(&batch(version, 60_000)).unwrap();
    }
    let wal = std::fs::metadata(folder.path().join("marquee.db-wal")).unwrap().len();
    assert!(wal < 40 << 20, "60 MB were written, the WAL has {wal} bytes");
}

/// A small file system of its own; needs root, as CI has it.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount(mib: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={mib}m");
        let done = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .stderr(std::process::Stdio::null())
            .status();
        done.is_ok_and(|status| status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = std::process::Command::new("umount").arg(self.0.path()).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("{} stays mounted", self.0.path().display());
        }
    }
}

#[test]
fn a_full_disk_refuses_loses_nothing_and_recovers() {
    let Some(disk) = SmallDisk::mount(24) else {
        assert!(std::env::var_os("CI").is_none(), "CI must be able to mount a tmpfs");
        eprintln!("skipped: no right to mount a tmpfs here");
        return;
    };
    let ballast = disk.0.path().join("ballast");
    std::fs::write(&ballast, vec![0; 6 << 20]).unwrap();
    let log = open(disk.0.path());
    let mut head = 0;
    let refused = loop {
        match log.append(&batch(head + 1, 100_000)) {
            Ok(()) => head += 1,
            Err(error) => break error,
        }
        assert!(head < 1_000, "24 MB hold no 100 MB");
    };
    assert_eq!(refused, AppendError::NoRoom);
    for _ in 0..20 {
        assert_eq!(log.append(&batch(head + 1, 100_000)), Err(AppendError::NoRoom), "it can be tried again");
    }
    let mut after = 0;
    while after < head {
        let Records::Next(piece) = log.read_after(&BoardName::main(), Version(after), 32).unwrap() else {
            panic!("nothing is trimmed")
        };
        after += piece.len() as u64;
    }
    std::fs::remove_file(&ballast).unwrap();
    log.append(&batch(head + 1, 100_000)).expect("there is room again");
    drop(log);
    assert_eq!(open(disk.0.path()).boards().unwrap()[0].1.head, Version(head + 1));
}
