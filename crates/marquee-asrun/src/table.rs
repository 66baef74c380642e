//! The records in a SQLite file of their own, in the order in which they began. A file that is none is put aside. What is
//! older than is kept, and more than is kept, goes.

use crate::{KEPT_MS, Place, RECORDS_MAX, Record};
use marquee_core::policy::Play;
use marquee_core::session::{Outcome, Shown};
use marquee_core::{BoardName, NoticeId, Version};
use rusqlite::{Connection, ErrorCode, Row, params};
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// The file within the data folder.
pub const FILE_NAME: &str = "shown.db";
/// What is too old is looked for this often, ms.
const PRUNE_EVERY_MS: u64 = 60_000;
/// Another program may read the file meanwhile: it is waited for so long.
const BUSY: Duration = Duration::from_secs(5);

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS shown (
        number INTEGER PRIMARY KEY, board TEXT NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL,
        terminal TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, play TEXT, outcome TEXT NOT NULL,
        offset_ms INTEGER, planned INTEGER);
    CREATE INDEX IF NOT EXISTS shown_by_board ON shown (board, began, number);
    CREATE INDEX IF NOT EXISTS shown_by_age ON shown (began);
";

/// The file cannot be used.
#[derive(Debug)]
pub struct TableError(rusqlite::Error);

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "what was shown cannot be kept in {FILE_NAME}: {}", self.0)
    }
}

impl std::error::Error for TableError {}

impl From<rusqlite::Error> for TableError {
    fn from(error: rusqlite::Error) -> Self {
        Self(error)
    }
}

pub(crate) struct Table {
    connection: Connection,
    pruned_at: u64,
}

impl Table {
    pub(crate) fn open(file: &Path) -> Result<Self, TableError> {
        match Self::opened(file) {
            Err(TableError(error)) if is_damage(&error) => {
                let aside = file.with_extension("db.damaged");
                tracing::error!(%error, aside = %aside.display(), "what was shown cannot be read: a new file is begun");
                for ending in ["", "-wal", "-shm"] {
                    let of = |path: &Path| {
                        let mut name = path.as_os_str().to_owned();
                        name.push(ending);
                        name
                    };
                    // What is not there cannot be put aside.
                    let _moved = std::fs::rename(of(file), of(&aside));
                }
                Self::opened(file)
            }
            opened => opened,
        }
    }

    fn opened(file: &Path) -> Result<Self, TableError> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(BUSY)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // An observation: a power cut may cost the last of them.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection, pruned_at: 0 })
    }

    pub(crate) fn write(&mut self, records: &[Record], now: u64) -> Result<(), TableError> {
        let transaction = self.connection.transaction()?;
        {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO shown (board, began, ended, terminal, id, rev, play, outcome, offset_ms, planned)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?;
            for Record { terminal, board, shown, planned } in records {
                insert.execute(params![
                    board.as_str(),
                    signed(shown.from),
                    signed(shown.until),
                    &**terminal,
                    shown.id.as_str(),
                    signed(shown.rev.0),
                    shown.play.map(Play::name),
                    shown.outcome.name(),
                    shown.offset_ms,
                    planned.map(signed),
                ])?;
            }
        }
        if now >= self.pruned_at + PRUNE_EVERY_MS {
            transaction
                .execute("DELETE FROM shown WHERE began < ?1", [signed(now.saturating_sub(KEPT_MS))])?;
            transaction.execute(
                "DELETE FROM shown WHERE number <= (SELECT max(number) FROM shown) - ?1",
                [signed(RECORDS_MAX)],
            )?;
            self.pruned_at = now;
        }
        transaction.commit()?;
        Ok(())
    }

    pub(crate) fn read(
        &self,
        board: &BoardName,
        from: u64,
        to: u64,
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<(Place, Record)>, TableError> {
        let mut select = self.connection.prepare_cached(
            "SELECT number, began, ended, terminal, id, rev, play, outcome, offset_ms, planned FROM shown
             WHERE board = ?1 AND began < ?2 AND (began, number) > (?3, ?4) ORDER BY began, number LIMIT ?5",
        )?;
        let after = after.unwrap_or(Place { from, number: -1 });
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let bounds = params![board.as_str(), signed(to), signed(after.from), after.number, limit];
        let rows = select.query_map(bounds, |row| record(board, row))?;
        // A row that says nothing that we could have written is passed over.
        let known = rows.filter_map(Result::transpose);
        Ok(known.collect::<Result<_, _>>()?)
    }
}

fn record(board: &BoardName, row: &Row<'_>) -> rusqlite::Result<Option<(Place, Record)>> {
    let place = Place { from: unsigned(row.get(1)?), number: row.get(0)? };
    let (id, outcome): (String, String) = (row.get(4)?, row.get(7)?);
    let play: Option<String> = row.get(6)?;
    let (Some(id), Some(outcome)) = (NoticeId::parse(&id), Outcome::parse(&outcome)) else { return Ok(None) };
    let shown = Shown {
        id,
        rev: Version(unsigned(row.get(5)?)),
        play: play.as_deref().and_then(Play::parse),
        from: place.from,
        until: unsigned(row.get(2)?),
        outcome,
        offset_ms: row.get(8)?,
    };
    let planned: Option<i64> = row.get(9)?;
    let terminal: String = row.get(3)?;
    let record =
        Record { terminal: terminal.into(), board: board.clone(), shown, planned: planned.map(unsigned) };
    Ok(Some((place, record)))
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
