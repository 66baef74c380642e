//! A log that is looked through, copied and repaired: what is damaged is named, what is whole is kept, and nothing
//! else is said to be lost. Files are damaged here as a disk would: bytes change, rows go, tails are cut.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

mod backup;
mod repair;
mod verify;
mod wal;

use bytes::Bytes;
use marquee_core::board::{IdChange, Position, RULES, Remembered};
use marquee_core::{BoardName, Epoch, NoticeId, Version};
use marquee_log::sqlite::{self, CareError, Meaning, Outcome, Report, Step};
use marquee_log::{Batch, BoardBatch, Checkpoint, Log, Record, SqliteLog};
use std::path::Path;

/// Bytes that say their own version and the epoch of their log, as real entries do.
struct Plain;

impl Meaning for Plain {
    fn entry(&self, _: &BoardName, epoch: &Epoch, record: &Record) -> Result<Bytes, String> {
        let text = std::str::from_utf8(&record.body).map_err(|error| error.to_string())?;
        let (_, rest) = text.split_once('.').ok_or("it has no cursor")?;
        Ok(format!("{epoch}.{rest}").into())
    }

    fn checkpoint(&self, _: &BoardName, epoch: &Epoch, checkpoint: &Checkpoint) -> Result<Bytes, String> {
        let text = std::str::from_utf8(&checkpoint.body).map_err(|error| error.to_string())?;
        let (_, rest) = text.split_once('.').ok_or("it has no cursor")?;
        Ok(format!("{epoch}.{rest}").into())
    }
}

fn epoch(name: &str) -> Epoch {
    Epoch::parse(name).unwrap()
}

fn board(name: &str) -> BoardName {
    BoardName::parse(name).unwrap()
}

fn open(folder: &Path) -> SqliteLog {
    SqliteLog::open(folder, || epoch("oldepoch")).unwrap()
}

fn record(version: u64) -> Record {
    let body = format!("oldepoch.{version} {}", "x".repeat(200)).into();
    Record { version: Version(version), at: 1_000 + version, kind: "put".into(), body }
}

/// A batch with one entry of a board, and the id that brought it.
fn batch(name: &str, version: u64) -> Batch {
    let id = NoticeId::parse(&format!("{name}-{version}")).unwrap();
    let row = Remembered {
        notice: id.clone(),
        hash: [1; 16],
        content: [1; 16],
        version: Version(version),
        seen_at: 1_000 + version,
        seq: version,
        expires_at: 900_000,
        ended: None,
        scheduled: false,
        count: 1,
        folded_at: 0,
    };
    let added = BoardBatch { records: vec![record(version)], ids: vec![IdChange::Remember(id, row)] };
    Batch { position: Position(version), boards: vec![(board(name), added)] }
}

fn append(log: &SqliteLog, name: &str, versions: std::ops::RangeInclusive<u64>) {
    for version in versions {
        log.append(&batch(name, version)).unwrap();
    }
}

fn keep(log: &SqliteLog, name: &str, version: u64) {
    let body = format!("oldepoch.{version} state").into();
    let checkpoint = Checkpoint { version: Version(version), at: 1_000 + version, rules: RULES, body };
    log.keep_checkpoints(&[(board(name), checkpoint)]).unwrap();
}

/// Two boards of twenty entries; `ops` has a checkpoint at 10 and is trimmed below 4.
fn two_boards(folder: &Path) {
    let log = open(folder);
    append(&log, "ops", 1..=20);
    append(&log, "lobby", 1..=20);
    keep(&log, "ops", 10);
    log.trim(&board("ops"), Version(4)).unwrap();
}

fn sql(folder: &Path, words: &str) {
    let file = rusqlite::Connection::open(folder.join("marquee.db")).unwrap();
    assert!(file.execute(words, []).unwrap() > 0, "{words} changed nothing");
}

fn verify(folder: &Path) -> Report {
    sqlite::verify(folder, &Plain, &mut |_: Step| {}).unwrap()
}

fn repair(folder: &Path) -> Result<Outcome, CareError> {
    sqlite::repair(folder, false, || epoch("newepoch"), &Plain, &mut |_: Step| {})
}

fn damages(report: &Report) -> Vec<String> {
    report.damages.iter().map(ToString::to_string).collect()
}

/// The last leaf with entries of ops: its head becomes nonsense, its neighbours stay.
fn ruin_a_page(folder: &Path) {
    let path = folder.join("marquee.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(12).rposition(|window| window == b"oldepoch.20 ").unwrap();
    let page = place / 4_096 * 4_096;
    bytes[page..page + 100].fill(0xff);
    std::fs::write(&path, bytes).unwrap();
}

/// The files of a log as a crash leaves them: nothing is closed or folded.
fn crashed(from: &Path, to: &Path) {
    for file in ["marquee.db", "marquee.db-wal"] {
        std::fs::copy(from.join(file), to.join(file)).unwrap();
    }
}
