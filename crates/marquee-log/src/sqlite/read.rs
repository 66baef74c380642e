//! Reading the file: each entry and checkpoint against its checksum. It never writes.

use super::write::checksum;
use crate::law::{Bounds, Checkpoint, ReadError, Record, Records};
use bytes::Bytes;
use marquee_core::board::{Ended, Position, Remembered};
use marquee_core::{BoardName, NoticeId, Version};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};
use std::sync::Arc;

pub(super) fn failed(error: rusqlite::Error) -> ReadError {
    ReadError::Failed { detail: error.to_string() }
}

pub(super) fn position(connection: &Connection) -> Result<Position, ReadError> {
    connection
        .prepare_cached("SELECT value FROM meta WHERE name = 'position'")
        .and_then(|mut statement| statement.query_row([], |row| Ok(Position(number(row, 0)?))))
        .map_err(failed)
}

pub(super) fn boards(connection: &Connection) -> Result<Vec<(BoardName, Bounds)>, ReadError> {
    let mut statement = connection
        .prepare_cached("SELECT name, oldest, head, at FROM boards ORDER BY name")
        .map_err(failed)?;
    let rows = statement
        .query_map([], |row| {
            let bounds = Bounds {
                oldest: Version(number(row, 1)?),
                head: Version(number(row, 2)?),
                at: number(row, 3)?,
            };
            Ok((row.get::<_, String>(0)?, bounds))
        })
        .map_err(failed)?;
    rows.map(|row| {
        let (name, bounds) = row.map_err(failed)?;
        let board = BoardName::from_store(&name)
            .ok_or_else(|| ReadError::Failed { detail: format!("{name:?} is no board's name") })?;
        Ok((board, bounds))
    })
    .collect()
}

pub(super) fn after(
    connection: &Connection,
    board: &BoardName,
    after: Version,
    limit: usize,
) -> Result<Records, ReadError> {
    // One transaction, so that trimming in between is not taken for a hole.
    let transaction = connection.unchecked_transaction().map_err(failed)?;
    let found = transaction
        .prepare_cached("SELECT no, oldest, head FROM boards WHERE name = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([board.as_str()], |row| {
                    Ok((row.get::<_, i64>(0)?, number(row, 1)?, number(row, 2)?))
                })
                .optional()
        })
        .map_err(failed)?;
    let Some((no, oldest, head)) = found else {
        return Ok(Records::Next(Vec::new()));
    };
    if after.0 + 1 < oldest {
        return Ok(Records::Trimmed { oldest: Version(oldest) });
    }
    let mut statement = transaction
        .prepare_cached(
            "SELECT version, at, kind, checksum, body FROM entries
             WHERE board = ?1 AND version > ?2 ORDER BY version LIMIT ?3",
        )
        .map_err(failed)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(params![no, after.0.cast_signed(), limit]).map_err(failed)?;
    let mut records = Vec::new();
    let mut expected = after.next();
    let whole = loop {
        match rows.next() {
            Ok(None) => {
                let all = records.len() == usize::try_from(limit).unwrap_or(usize::MAX);
                break all || expected.0 > head;
            }
            Ok(Some(row)) => match record(row) {
                Ok((record, stored)) if record.version == expected && checksum(board, &record) == stored => {
                    records.push(record);
                    expected = expected.next();
                }
                // What cannot even be read as a row of ours is as damaged as one with a wrong checksum.
                Ok(_) | Err(_) => break false,
            },
            Err(error) if is_damage(&error) => break false,
            Err(error) => return Err(failed(error)),
        }
    };
    // What precedes the damage can be read; whoever has read it is told of the damage.
    if !whole && records.is_empty() {
        return Err(ReadError::Damaged { board: board.clone(), version: expected });
    }
    Ok(Records::Next(records))
}

/// Whether the engine says that the file is not as it was written; anything else may go by.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// An entry and the checksum that was stored with it.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<(Record, u32)> {
    let kind: Arc<str> = match row.get_ref(2)?.as_str()? {
        // The kinds that nearly every entry has are not allocated anew each time.
        "put" => KINDS.with(|kinds| kinds[0].clone()),
        "delete" => KINDS.with(|kinds| kinds[1].clone()),
        other => other.into(),
    };
    let body = Bytes::copy_from_slice(row.get_ref(4)?.as_blob()?);
    let record = Record { version: Version(number(row, 0)?), at: number(row, 1)?, kind, body };
    Ok((record, row.get(3)?))
}

thread_local! {
    static KINDS: [Arc<str>; 2] = ["put".into(), "delete".into()];
}

/// A row of ids; `None`: it names no id.
pub(super) type IdRow = Option<(NoticeId, Remembered)>;

/// The rows of ids, each as it reads, for as long as the engine reads any.
pub(super) fn id_rows(
    connection: &Connection,
    board: &BoardName,
    mut take: impl FnMut(rusqlite::Result<IdRow>),
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT id, notice, hash, content, version, seen_at, seq, expires_at, ended, scheduled, count,
                folded_at
         FROM ids WHERE board = (SELECT no FROM boards WHERE name = ?1)",
    )?;
    let mut rows = statement.query([board.as_str()])?;
    while let Some(row) = rows.next()? {
        take(id_row(row));
    }
    Ok(())
}

fn id_row(row: &Row<'_>) -> rusqlite::Result<IdRow> {
    let id = NoticeId::parse(row.get_ref(0)?.as_str()?);
    let notice = NoticeId::parse(row.get_ref(1)?.as_str()?);
    let (Some(id), Some(notice)) = (id, notice) else { return Ok(None) };
    let row = Remembered {
        notice,
        hash: row.get(2)?,
        content: row.get(3)?,
        version: Version(number(row, 4)?),
        seen_at: number(row, 5)?,
        seq: number(row, 6)?,
        expires_at: number(row, 7)?,
        ended: match row.get::<_, i64>(8)? {
            0 => None,
            1 => Some(Ended::Deleted),
            _ => Some(Ended::Evicted),
        },
        scheduled: row.get(9)?,
        count: row.get(10)?,
        folded_at: number(row, 11)?,
    };
    Ok(Some((id, row)))
}

pub(super) fn ids(
    connection: &Connection,
    board: &BoardName,
) -> Result<Vec<(NoticeId, Remembered)>, ReadError> {
    let (mut rows, mut wrong) = (Vec::new(), false);
    let read = id_rows(connection, board, |row| match row {
        Ok(Some(row)) => rows.push(row),
        Ok(None) | Err(_) => wrong = true,
    });
    match read {
        Err(error) if is_damage(&error) => wrong = true,
        Err(error) => return Err(failed(error)),
        Ok(()) => {}
    }
    if wrong { Err(ReadError::Damaged { board: board.clone(), version: Version(0) }) } else { Ok(rows) }
}

pub(super) fn checkpoint(
    connection: &Connection,
    board: &BoardName,
) -> Result<Option<Checkpoint>, ReadError> {
    let damaged = |version| ReadError::Damaged { board: board.clone(), version };
    let found = connection
        .prepare_cached(
            "SELECT version, at, rules, checksum, body FROM checkpoints
             WHERE board = (SELECT no FROM boards WHERE name = ?1)",
        )
        .and_then(|mut statement| {
            statement
                .query_row([board.as_str()], |row| {
                    let body = Bytes::copy_from_slice(row.get_ref(4)?.as_blob()?);
                    let (version, at) = (Version(number(row, 0)?), number(row, 1)?);
                    Ok((Checkpoint { version, at, rules: row.get(2)?, body }, row.get::<_, u32>(3)?))
                })
                .optional()
        });
    let found = match found {
        Ok(found) => found,
        // Which one it was the row itself cannot say any more.
        Err(error) if is_damage(&error) || error.sqlite_error().is_none() => return Err(damaged(Version(0))),
        Err(error) => return Err(failed(error)),
    };
    let Some((checkpoint, stored)) = found else { return Ok(None) };
    if super::write::checkpoint_checksum(board, &checkpoint) != stored {
        return Err(damaged(checkpoint.version));
    }
    Ok(Some(checkpoint))
}

pub(super) fn newest_before(
    connection: &Connection,
    board: &BoardName,
    at: u64,
) -> Result<Option<Version>, ReadError> {
    let bounds = connection
        .prepare_cached("SELECT no, oldest, head FROM boards WHERE name = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([board.as_str()], |row| {
                    Ok((row.get::<_, i64>(0)?, number(row, 1)?, number(row, 2)?))
                })
                .optional()
        })
        .map_err(failed)?;
    let Some((no, oldest, head)) = bounds else { return Ok(None) };
    // Times grow with versions, so the place is found by halving, without an index of times.
    let (mut low, mut high) = (oldest, head + 1);
    let mut statement = connection
        .prepare_cached(
            "SELECT version, at, kind, checksum, body FROM entries WHERE board = ?1 AND version = ?2",
        )
        .map_err(failed)?;
    while low < high {
        let middle = low + (high - low) / 2;
        // A time that is damaged would lead astray, so the whole entry is held against its checksum.
        let found = statement.query_row(params![no, middle.cast_signed()], record).optional();
        let time = match found {
            Ok(Some((record, stored))) if checksum(board, &record) == stored => record.at,
            Err(error) if !is_damage(&error) && error.sqlite_error().is_some() => return Err(failed(error)),
            _ => return Err(ReadError::Damaged { board: board.clone(), version: Version(middle) }),
        };
        if time < at { low = middle + 1 } else { high = middle }
    }
    Ok((low > oldest).then(|| Version(low - 1)))
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(column)?.cast_unsigned())
}
