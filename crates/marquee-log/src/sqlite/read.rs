//! Reading the file: each entry and checkpoint against its checksum. It never writes.

use super::write::checksum;
use crate::law::{Bounds, Checkpoint, ReadError, Record, Records};
use bytes::Bytes;
use marquee_core::board::{Ended, Position, Remembered};
use marquee_core::{BoardName, NoticeId, Version};
use rusqlite::{Connection, OptionalExtension, Row, params};
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
    while let Some(row) = rows.next().map_err(failed)? {
        let (record, stored) = record(row).map_err(failed)?;
        if record.version != expected || checksum(board, &record) != stored {
            return Err(ReadError::Damaged { board: board.clone(), version: expected });
        }
        records.push(record);
        expected = expected.next();
    }
    let complete = records.len() == usize::try_from(limit).unwrap_or(usize::MAX) || expected.0 == head + 1;
    if !complete && after.0 < head {
        return Err(ReadError::Damaged { board: board.clone(), version: expected });
    }
    Ok(Records::Next(records))
}

fn record(row: &Row<'_>) -> rusqlite::Result<(Record, u32)> {
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

pub(super) fn ids(
    connection: &Connection,
    board: &BoardName,
) -> Result<Vec<(NoticeId, Remembered)>, ReadError> {
    let mut statement = connection
        .prepare_cached(
            "SELECT id, notice, hash, content, version, seen_at, seq, expires_at, ended, scheduled, count,
                    folded_at
             FROM ids WHERE board = (SELECT no FROM boards WHERE name = ?1)",
        )
        .map_err(failed)?;
    let rows = statement
        .query_map([board.as_str()], |row| {
            let id = NoticeId::parse(row.get_ref(0)?.as_str()?);
            let notice = NoticeId::parse(row.get_ref(1)?.as_str()?);
            let row = Remembered {
                notice: match notice {
                    Some(notice) => notice,
                    None => return Ok(None),
                },
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
            Ok(id.map(|id| (id, row)))
        })
        .map_err(failed)?;
    rows.map(|row| {
        row.map_err(failed)?
            .ok_or_else(|| ReadError::Failed { detail: format!("board {board}: a row of ids has no id") })
    })
    .collect()
}

pub(super) fn checkpoint(
    connection: &Connection,
    board: &BoardName,
) -> Result<Option<Checkpoint>, ReadError> {
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
        })
        .map_err(failed)?;
    let Some((checkpoint, stored)) = found else { return Ok(None) };
    if super::write::checkpoint_checksum(board, &checkpoint) != stored {
        return Err(ReadError::Damaged { board: board.clone(), version: checkpoint.version });
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
        .prepare_cached("SELECT at FROM entries WHERE board = ?1 AND version = ?2")
        .map_err(failed)?;
    while low < high {
        let middle = low + (high - low) / 2;
        let time = statement
            .query_row(params![no, middle.cast_signed()], |row| number(row, 0))
            .optional()
            .map_err(failed)?
            .ok_or_else(|| ReadError::Damaged { board: board.clone(), version: Version(middle) })?;
        if time < at { low = middle + 1 } else { high = middle }
    }
    Ok((low > oldest).then(|| Version(low - 1)))
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(column)?.cast_unsigned())
}
