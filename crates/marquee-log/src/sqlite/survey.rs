//! A whole log read once: every entry, checkpoint and row of ids, as a start would read them and further. What is
//! damaged is noted and read past. It never writes, and never stops at the first damage.

use super::report::{Damage, Part, Report, Step};
use super::schema::{APPLICATION_ID, STEPS};
use super::write::checksum;
use super::{Meaning, read};
use crate::law::{Checkpoint, ReadError};
use marquee_core::{BoardName, Epoch, Version};
use rusqlite::{Connection, OptionalExtension, params};

/// Lines of SQLite's own check that are read.
const ENGINE_LINES: usize = 20;
/// So often it is told how far the reading is, in entries.
const TELL_EVERY: u64 = 4_096;

/// Versions of a board that are tried one by one where pages cannot be read.
const FAILURES_MAX: u32 = 100_000;

/// What was found, and what a repair wants to know of each board.
pub(super) struct Survey {
    pub(super) report: Report,
    pub(super) boards: Vec<Found>,
}

/// What was found of one board.
pub(super) struct Found {
    pub(super) name: BoardName,
    pub(super) no: i64,
    pub(super) oldest: Version,
    pub(super) head: Version,
    /// Stretches of versions that are damaged or missing, in order.
    pub(super) bad: Vec<(Version, Version)>,
    /// Its state, if that is whole.
    pub(super) checkpoint: Option<Checkpoint>,
}

/// Reads everything within the connection's transaction.
pub(super) fn survey(connection: &Connection, meaning: &dyn Meaning, tell: &mut dyn FnMut(Step)) -> Survey {
    let mut report = Report::default();
    tell(Step::Engine);
    engine(connection, &mut report);
    meta(connection, &mut report);
    let mut boards = Vec::new();
    for row in rows(connection, &mut report) {
        let Some(name) = BoardName::from_store(&row.name) else {
            report.whole_log(Part::Board, format!("{:?} is no board's name", row.name));
            continue;
        };
        report.boards += 1;
        let mut found = Found {
            name,
            no: row.no,
            oldest: Version(row.oldest.max(1)),
            head: Version(row.head),
            bad: Vec::new(),
            checkpoint: None,
        };
        if row.oldest == 0 || row.oldest > row.head + 1 {
            let detail = format!("its versions are said to be {} to {}", row.oldest, row.head);
            report.of_board(Part::Board, &found.name, detail);
        }
        entries(connection, &mut found, row.at, meaning, &mut report, tell);
        checkpoint(connection, &mut found, meaning, &mut report);
        ids(connection, &found, &mut report);
        boards.push(found);
    }
    strays(connection, &mut report);
    Survey { report, boards }
}

/// Whether the file is a log of ours in the newest format; `Err`: what it is.
pub(super) fn ours(connection: &Connection) -> rusqlite::Result<Result<(), String>> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (owner, found) = (pragma("application_id")?, pragma("user_version")?);
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    Ok(if owner != APPLICATION_ID {
        Err("the file marquee.db is another program's database".into())
    } else if found > known {
        Err(format!(
            "the log has format {found}, this release knows up to {known}: use the release that wrote it"
        ))
    } else if found < known {
        Err(format!(
            "the log has format {found}, older than {known}: a start of the server brings it forward"
        ))
    } else {
        Ok(())
    })
}

fn engine(connection: &Connection, report: &mut Report) {
    let lines = || -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare(&format!("PRAGMA integrity_check({ENGINE_LINES})"))?;
        statement.query_map([], |row| row.get(0))?.collect()
    };
    match lines() {
        Ok(lines) => {
            for line in lines.into_iter().filter(|line| line != "ok") {
                report.whole_log(Part::File, line);
            }
        }
        Err(error) => report.whole_log(Part::File, error.to_string()),
    }
}

fn meta(connection: &Connection, report: &mut Report) {
    let epoch = connection
        .query_row("SELECT value FROM meta WHERE name = 'epoch'", [], |row| row.get::<_, String>(0))
        .optional();
    match epoch {
        Ok(Some(name)) => {
            report.epoch = Epoch::parse(&name);
            if report.epoch.is_none() {
                report.whole_log(Part::Meta, format!("{name:?} is no epoch"));
            }
        }
        Ok(None) => report.whole_log(Part::Meta, "the epoch is missing"),
        Err(error) => report.whole_log(Part::Meta, format!("the epoch cannot be read: {error}")),
    }
    match read::position(connection) {
        Ok(position) => report.position = Some(position.0),
        Err(error) => report.whole_log(Part::Meta, format!("the position cannot be read: {error}")),
    }
}

struct Row {
    no: i64,
    name: String,
    oldest: u64,
    head: u64,
    at: u64,
}

fn rows(connection: &Connection, report: &mut Report) -> Vec<Row> {
    let mut found = Vec::new();
    let mut read = || -> rusqlite::Result<()> {
        let mut statement =
            connection.prepare("SELECT no, name, oldest, head, at FROM boards ORDER BY no")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let number = |column| row.get::<_, i64>(column).map(|number| u64::try_from(number).unwrap_or(0));
            let (oldest, head, at) = (number(2)?, number(3)?, number(4)?);
            found.push(Row { no: row.get(0)?, name: row.get(1)?, oldest, head, at });
        }
        Ok(())
    };
    if let Err(error) = read() {
        report.whole_log(Part::Board, format!("not every board can be listed: {error}"));
    }
    found
}

/// One board's entries, each against its checksum, from the oldest to the head without a hole.
fn entries(
    connection: &Connection,
    found: &mut Found,
    stored_at: u64,
    meaning: &dyn Meaning,
    report: &mut Report,
    tell: &mut dyn FnMut(Step),
) {
    let epoch = known_epoch(report);
    let (mut expected, mut at, mut failures) = (found.oldest, 0, 0);
    let mut bad = Stretches::default();
    while expected <= found.head {
        // After a page that cannot be read the reading begins anew beyond it.
        let read = connection.prepare_cached(
            "SELECT version, at, kind, checksum, body FROM entries WHERE board = ?1 AND version >= ?2
             ORDER BY version",
        );
        let failed = read.and_then(|mut statement| {
            let mut rows = statement.query(params![found.no, expected.0.cast_signed()])?;
            while let Some(row) = rows.next()? {
                let version = Version(row.get::<_, i64>(0)?.cast_unsigned());
                if version > found.head {
                    break;
                }
                if version > expected {
                    bad.add(expected, Version(version.0 - 1), "is missing");
                }
                match read::record(row) {
                    Ok((record, stored)) if checksum(&found.name, &record) == stored => {
                        match meaning.entry(&found.name, &epoch, &record).map(drop) {
                            Ok(()) if record.at < at => {
                                bad.add(version, version, "is older than the one before")
                            }
                            Ok(()) => {
                                at = record.at;
                                report.entries += 1;
                            }
                            Err(detail) => bad.add(version, version, &detail),
                        }
                    }
                    Ok(_) => bad.add(version, version, "does not have its checksum"),
                    Err(error) => bad.add(version, version, &format!("is no entry: {error}")),
                }
                if version.0.is_multiple_of(TELL_EVERY) {
                    tell(Step::Board { board: found.name.clone(), version, head: found.head });
                }
                expected = version.next();
            }
            if expected <= found.head {
                bad.add(expected, found.head, "is missing");
                expected = found.head.next();
            }
            Ok(())
        });
        if let Err(error) = failed {
            failures += 1;
            // A version that cannot be read hides no more than its page; a table that cannot hides all.
            let last = if failures < FAILURES_MAX { expected } else { found.head };
            bad.add(expected, last, &format!("cannot be read: {error}"));
            expected = last.next();
        }
    }
    let beyond =
        connection.query_row("SELECT max(version) FROM entries WHERE board = ?1", [found.no], |row| {
            row.get::<_, Option<i64>>(0)
        });
    if let Ok(Some(newest)) = beyond
        && newest > found.head.0.cast_signed()
    {
        let detail = format!("its head is said to be {}, its entries go on to {newest}", found.head);
        report.of_board(Part::Board, &found.name, detail);
    }
    let whole_to_the_head = bad.stretches.last().is_none_or(|(_, last, _)| *last < found.head);
    if whole_to_the_head && found.oldest <= found.head && at != stored_at {
        let detail = format!("its newest time is said to be {stored_at}, its newest entry is of {at}");
        report.of_board(Part::Board, &found.name, detail);
    }
    for (first, last, detail) in bad.stretches {
        let (board, versions) = (Some(found.name.clone()), Some((first, last)));
        report.add(Damage { part: Part::Entry, board, versions, detail });
        found.bad.push((first, last));
    }
}

/// Neighbours with the same damage are one.
#[derive(Default)]
struct Stretches {
    stretches: Vec<(Version, Version, String)>,
}

impl Stretches {
    fn add(&mut self, first: Version, last: Version, detail: &str) {
        match self.stretches.last_mut() {
            Some((_, end, known)) if end.next() == first && known == detail => *end = last,
            _ => self.stretches.push((first, last, detail.to_owned())),
        }
    }
}

/// Under which epoch what is stored is tried: it has to be some.
fn known_epoch(report: &Report) -> Epoch {
    let unknown = || Epoch::parse("unknown0").unwrap_or_else(|| unreachable!("it keeps the rule"));
    report.epoch.clone().unwrap_or_else(unknown)
}

fn checkpoint(connection: &Connection, found: &mut Found, meaning: &dyn Meaning, report: &mut Report) {
    let epoch = known_epoch(report);
    let board = found.name.clone();
    let mut damaged = |version: Option<Version>, detail: String| {
        let versions = version.map(|version| (version, version));
        report.add(Damage { part: Part::Checkpoint, board: Some(board.clone()), versions, detail });
    };
    let mut whole = 0;
    match read::checkpoint(connection, &found.name) {
        Ok(None) if found.oldest > Version(1) => {
            damaged(None, format!("it is missing, and the entries begin with version {}", found.oldest));
        }
        Ok(None) => {}
        Ok(Some(checkpoint)) => match meaning.checkpoint(&found.name, &epoch, &checkpoint).map(drop) {
            Ok(()) if checkpoint.version > found.head || checkpoint.version.next() < found.oldest => {
                let detail = format!("the entries are {} to {}", found.oldest, found.head);
                damaged(Some(checkpoint.version), detail);
            }
            Ok(()) => {
                whole = 1;
                found.checkpoint = Some(checkpoint);
            }
            Err(detail) => damaged(Some(checkpoint.version), detail),
        },
        Err(ReadError::Damaged { version, .. }) => {
            damaged(Some(version), "does not have its checksum".into());
        }
        Err(error) => damaged(None, error.to_string()),
    }
    report.checkpoints += whole;
}

fn ids(connection: &Connection, found: &Found, report: &mut Report) {
    match read::ids(connection, &found.name) {
        Ok(rows) => {
            report.ids += rows.len() as u64;
            let beyond = rows.iter().filter(|(_, row)| row.version > found.head).count();
            if beyond > 0 {
                let detail = format!("{beyond} rows name a version above {}", found.head);
                report.of_board(Part::Ids, &found.name, detail);
            }
        }
        Err(ReadError::Damaged { .. }) => {
            report.of_board(Part::Ids, &found.name, "rows of what is remembered of ids cannot be read");
        }
        Err(error) => report.of_board(Part::Ids, &found.name, error.to_string()),
    }
}

/// Rows of boards that are not listed.
fn strays(connection: &Connection, report: &mut Report) {
    for table in ["entries", "ids", "checkpoints"] {
        let found = connection.query_row(
            &format!("SELECT count(*) FROM {table} WHERE board NOT IN (SELECT no FROM boards)"),
            [],
            |row| row.get::<_, i64>(0),
        );
        // What cannot be counted was told above.
        if let Ok(rows @ 1..) = found {
            report
                .whole_log(Part::Board, format!("{rows} rows of {table} are of boards that are not listed"));
        }
    }
}
