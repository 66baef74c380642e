//! Writing the file: one transaction and one sync a batch. It never tries a failed sync again.

use crate::law::{AppendError, Batch, BoardBatch, Checkpoint, Record};
use marquee_core::board::{Ended, IdChange};
use marquee_core::{BoardName, Version};
use marquee_faults::{Bug, Place, planted, reach};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, ffi, params};
use std::collections::HashMap;

/// How much the WAL grows before it is folded into the file, in pages of 4 KiB.
const WAL_PAGES: i64 = 2_000;
/// How often, in batches, the WAL's size is looked at.
const WAL_LOOK: u32 = 16;

/// The only connection that writes.
pub(super) struct Writer {
    connection: Connection,
    boards: HashMap<BoardName, Shelf>,
    since_look: u32,
    /// Set when the disk failed: nothing is written any more.
    lost: Option<AppendError>,
}

/// Where a board stands in the file.
#[derive(Clone, Copy)]
struct Shelf {
    no: i64,
    oldest: Version,
    head: Version,
    at: u64,
    checkpoint: Version,
}

/// CRC-32C of everything that an entry is.
pub(super) fn checksum(board: &BoardName, record: &Record) -> u32 {
    let sum = crc32c::crc32c(board.as_str().as_bytes());
    let sum = crc32c::crc32c_append(sum, &record.version.0.to_be_bytes());
    let sum = crc32c::crc32c_append(sum, &record.at.to_be_bytes());
    let sum = crc32c::crc32c_append(sum, record.kind.as_bytes());
    crc32c::crc32c_append(sum, &record.body)
}

pub(super) fn checkpoint_checksum(board: &BoardName, checkpoint: &Checkpoint) -> u32 {
    let sum = crc32c::crc32c(board.as_str().as_bytes());
    let sum = crc32c::crc32c_append(sum, &checkpoint.version.0.to_be_bytes());
    let sum = crc32c::crc32c_append(sum, &checkpoint.at.to_be_bytes());
    let sum = crc32c::crc32c_append(sum, &checkpoint.rules.to_be_bytes());
    crc32c::crc32c_append(sum, &checkpoint.body)
}

impl Writer {
    pub(super) fn new(connection: Connection) -> rusqlite::Result<Self> {
        connection.set_prepared_statement_cache_capacity(32);
        let mut boards = HashMap::new();
        {
            let mut statement = connection.prepare(
                "SELECT no, name, oldest, head, boards.at, coalesce(version, 0)
                 FROM boards LEFT JOIN checkpoints ON board = no",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let version =
                    |column| Ok::<_, rusqlite::Error>(Version(row.get::<_, i64>(column)?.cast_unsigned()));
                let shelf = Shelf {
                    no: row.get(0)?,
                    oldest: version(2)?,
                    head: version(3)?,
                    at: version(4)?.0,
                    checkpoint: version(5)?,
                };
                if let Some(name) = BoardName::from_store(row.get_ref(1)?.as_str()?) {
                    boards.insert(name, shelf);
                }
            }
        }
        Ok(Self { connection, boards, since_look: 0, lost: None })
    }

    pub(super) fn append(&mut self, batch: &Batch) -> Result<(), AppendError> {
        self.refuse_if_lost()?;
        let mut moved = Vec::with_capacity(batch.boards.len());
        for (board, added) in &batch.boards {
            moved.push((board, self.continues(board, added)?));
        }
        let result = self.transact(|transaction| {
            for ((board, added), (_, shelf)) in batch.boards.iter().zip(&mut moved) {
                append_board(transaction, board, added, shelf)?;
            }
            transaction
                .prepare_cached("UPDATE meta SET value = ?1 WHERE name = 'position'")?
                .execute([batch.position.0.cast_signed()])?;
            reach(Place::BeforeSync);
            Ok(())
        });
        result?;
        for (board, shelf) in moved {
            self.boards.insert(board.clone(), shelf);
        }
        self.fold_wal()
    }

    /// Where the board stands after what is added; an error if that does not follow on what is there.
    fn continues(&self, board: &BoardName, added: &BoardBatch) -> Result<Shelf, AppendError> {
        let fresh = Shelf { no: 0, oldest: Version(1), head: Version(0), at: 0, checkpoint: Version(0) };
        let mut shelf = self.boards.get(board).copied().unwrap_or(fresh);
        for record in &added.records {
            if record.version != shelf.head.next() || record.at < shelf.at {
                let detail = format!(
                    "board {board} is at version {} of {} ms, the entry is {} of {} ms",
                    shelf.head, shelf.at, record.version, record.at
                );
                return Err(AppendError::OutOfOrder { detail });
            }
            shelf.head = record.version;
            shelf.at = record.at;
        }
        Ok(shelf)
    }

    pub(super) fn keep_checkpoints(
        &mut self,
        checkpoints: &[(BoardName, Checkpoint)],
    ) -> Result<(), AppendError> {
        self.refuse_if_lost()?;
        let mut known = Vec::with_capacity(checkpoints.len());
        for (board, checkpoint) in checkpoints {
            let Some(shelf) = self.boards.get(board).filter(|shelf| checkpoint.version <= shelf.head) else {
                let detail =
                    format!("board {board} has no version {} to be a checkpoint of", checkpoint.version);
                return Err(AppendError::OutOfOrder { detail });
            };
            known.push((board, shelf.no, checkpoint));
        }
        self.transact(|transaction| {
            let mut statement = transaction
                .prepare_cached("INSERT OR REPLACE INTO checkpoints VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
            for (board, no, checkpoint) in &known {
                statement.execute(params![
                    no,
                    checkpoint.version.0.cast_signed(),
                    checkpoint.at.cast_signed(),
                    checkpoint.rules,
                    checkpoint_checksum(board, checkpoint),
                    &checkpoint.body[..],
                ])?;
            }
            reach(Place::InCheckpoint);
            Ok(())
        })?;
        for (board, checkpoint) in checkpoints {
            if let Some(shelf) = self.boards.get_mut(board) {
                shelf.checkpoint = checkpoint.version;
            }
        }
        self.fold_wal()
    }

    pub(super) fn trim(&mut self, board: &BoardName, before: Version) -> Result<Version, AppendError> {
        self.refuse_if_lost()?;
        let Some(shelf) = self.boards.get(board).copied() else { return Ok(Version(1)) };
        let oldest = before.min(shelf.checkpoint.next()).max(shelf.oldest);
        if oldest == shelf.oldest {
            return Ok(oldest);
        }
        self.transact(|transaction| {
            transaction
                .prepare_cached("DELETE FROM entries WHERE board = ?1 AND version < ?2")?
                .execute(params![shelf.no, oldest.0.cast_signed()])?;
            transaction
                .prepare_cached("UPDATE boards SET oldest = ?2 WHERE no = ?1")?
                .execute(params![shelf.no, oldest.0.cast_signed()])?;
            Ok(())
        })?;
        if let Some(shelf) = self.boards.get_mut(board) {
            shelf.oldest = oldest;
        }
        Ok(oldest)
    }

    /// Tells the newest time of a board without entries: that of its state.
    pub(super) fn stands_at(&mut self, board: &BoardName, at: u64) -> Result<(), AppendError> {
        self.refuse_if_lost()?;
        let Some(no) = self.boards.get(board).map(|shelf| shelf.no) else { return Ok(()) };
        self.transact(|transaction| {
            transaction.execute("UPDATE boards SET at = ?2 WHERE no = ?1", params![no, at.cast_signed()])?;
            Ok(())
        })?;
        if let Some(shelf) = self.boards.get_mut(board) {
            shelf.at = at;
        }
        Ok(())
    }

    /// Folds the whole WAL into the file and closes it.
    pub(super) fn finish(self) -> rusqlite::Result<()> {
        self.connection.pragma_update(None, "synchronous", "FULL")?;
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.connection.close().map_err(|(_, error)| error)
    }

    fn refuse_if_lost(&self) -> Result<(), AppendError> {
        self.lost.clone().map_or(Ok(()), Err)
    }

    fn transact(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), AppendError> {
        let result = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .and_then(|transaction| write(&transaction).and_then(|()| transaction.commit()));
        result.map_err(|error| self.failed(&error))
    }

    /// From time to time the WAL is folded into the file; an error of that is an error of the log.
    fn fold_wal(&mut self) -> Result<(), AppendError> {
        self.since_look += 1;
        if self.since_look < WAL_LOOK {
            return Ok(());
        }
        self.since_look = 0;
        let folded = self
            .connection
            .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get::<_, i64>(1))
            .and_then(|pages| {
                if pages < WAL_PAGES {
                    return Ok(());
                }
                self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            });
        match folded.map_err(|error| self.failed(&error)) {
            // What was to be appended is on disk; the WAL only stays long until there is room.
            Err(AppendError::NoRoom) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn failed(&mut self, error: &rusqlite::Error) -> AppendError {
        let extended = error.sqlite_error().map(|error| error.extended_code);
        if error.sqlite_error_code() == Some(ErrorCode::DiskFull)
            || extended == Some(ffi::SQLITE_IOERR_SHMSIZE)
        {
            return AppendError::NoRoom;
        }
        let detail = match self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true) {
            // Closing would sync the WAL again and fold it into the file: what could not be synced stays as it is.
            Ok(_) => error.to_string(),
            Err(refused) => format!("{error}; {refused}"),
        };
        let lost = AppendError::Lost { detail };
        self.lost = Some(lost.clone());
        lost
    }
}

fn append_board(
    transaction: &Transaction<'_>,
    board: &BoardName,
    added: &BoardBatch,
    shelf: &mut Shelf,
) -> rusqlite::Result<()> {
    if shelf.no == 0 {
        transaction
            .prepare_cached("INSERT INTO boards (name, oldest, head, at) VALUES (?1, 1, 0, 0)")?
            .execute([board.as_str()])?;
        shelf.no = transaction.last_insert_rowid();
    }
    let mut insert = transaction.prepare_cached("INSERT INTO entries VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for record in &added.records {
        insert.execute(params![
            shelf.no,
            record.version.0.cast_signed(),
            record.at.cast_signed(),
            &*record.kind,
            checksum(board, record),
            &record.body[..],
        ])?;
    }
    if !added.records.is_empty() {
        transaction
            .prepare_cached("UPDATE boards SET head = ?2, at = ?3 WHERE no = ?1")?
            .execute(params![shelf.no, shelf.head.0.cast_signed(), shelf.at.cast_signed()])?;
    }
    let changes = if planted(Bug::IdsNotKept) { &[] } else { &added.ids[..] };
    for change in changes {
        match change {
            IdChange::Remember(id, row) => {
                let ended = match row.ended {
                    None => 0,
                    Some(Ended::Deleted) => 1,
                    Some(Ended::Evicted) => 2,
                };
                transaction
                    .prepare_cached(
                        "INSERT OR REPLACE INTO ids VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                         ?12, ?13)",
                    )?
                    .execute(params![
                        shelf.no,
                        id.as_str(),
                        row.notice.as_str(),
                        row.hash,
                        row.content,
                        row.version.0.cast_signed(),
                        row.seen_at.cast_signed(),
                        row.seq.cast_signed(),
                        row.expires_at.cast_signed(),
                        ended,
                        row.scheduled,
                        row.count,
                        row.folded_at.cast_signed(),
                    ])?;
            }
            IdChange::Forget(id) => {
                transaction
                    .prepare_cached("DELETE FROM ids WHERE board = ?1 AND id = ?2")?
                    .execute(params![shelf.no, id.as_str()])?;
            }
        }
    }
    Ok(())
}
