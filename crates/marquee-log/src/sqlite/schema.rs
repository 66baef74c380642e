//! The file's format: its tables, its number, and the steps from each older one. It never touches a file of
//! another program or of a newer release.

use crate::law::OpenError;
use marquee_core::Epoch;
use marquee_faults::{Bug, planted};
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use std::path::Path;

/// Marks the file as ours: "MARQ".
pub(super) const APPLICATION_ID: i64 = 0x4d41_5251;
/// Pages of 4 KiB kept in memory a connection, in KiB (negative, as SQLite wants it).
const CACHE_KIB: i64 = -16_000;

/// Step n leads from format n to n + 1. A step, once released, never changes.
pub(super) const STEPS: &[&str] = &["
    CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE boards (
        no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        oldest INTEGER NOT NULL, head INTEGER NOT NULL, at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE entries (
        board INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
        checksum INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (board, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ids (
        board INTEGER NOT NULL, id TEXT NOT NULL, notice TEXT NOT NULL, hash BLOB NOT NULL, content BLOB NOT NULL,
        version INTEGER NOT NULL, seen_at INTEGER NOT NULL, seq INTEGER NOT NULL, expires_at INTEGER NOT NULL,
        ended INTEGER NOT NULL, PRIMARY KEY (board, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoints (
        board INTEGER PRIMARY KEY, version INTEGER NOT NULL, at INTEGER NOT NULL, rules INTEGER NOT NULL,
        checksum INTEGER NOT NULL, body BLOB NOT NULL
    ) STRICT;
    INSERT INTO meta VALUES ('position', 0);
",
// Folds: whether a notice is scheduled, how many publishes it stands for, when folds last made an entry.
"
    ALTER TABLE ids ADD COLUMN scheduled INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ids ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE ids ADD COLUMN folded_at INTEGER NOT NULL DEFAULT 0;
"];

/// Opens the file for writing, brings it to the newest format and gives its epoch.
pub(super) fn open(path: &Path, new_epoch: impl FnOnce() -> Epoch) -> Result<(Connection, Epoch), OpenError> {
    let mut connection = Connection::open(path).map_err(open_error)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(open_error)?;
    let synchronous = if planted(Bug::NeverSynced) { "OFF" } else { "FULL" };
    connection.pragma_update(None, "synchronous", synchronous).map_err(open_error)?;
    connection.pragma_update(None, "cache_size", CACHE_KIB).map_err(open_error)?;
    // Checkpoints of the WAL are made by the writer itself, which sees their errors.
    connection.pragma_update(None, "wal_autocheckpoint", 0).map_err(open_error)?;
    migrate(&mut connection, STEPS)?;
    let stored: Option<String> =
        match connection.query_row("SELECT value FROM meta WHERE name = 'epoch'", [], |row| row.get(0)) {
            Ok(epoch) => Some(epoch),
            Err(rusqlite::Error::QueryReturnedNoRows) => None,
            Err(error) => return Err(open_error(error)),
        };
    let epoch = match stored.filter(|_| !planted(Bug::EpochAnew)) {
        Some(epoch) => Epoch::parse(&epoch)
            .ok_or_else(|| OpenError::NotALog { detail: format!("its epoch is {epoch:?}") })?,
        None => {
            let epoch = new_epoch();
            connection
                .execute("INSERT OR REPLACE INTO meta VALUES ('epoch', ?1)", [epoch.as_str()])
                .map_err(open_error)?;
            epoch
        }
    };
    Ok((connection, epoch))
}

/// Takes the file through every step that it lacks, all in one transaction: a failed step leaves it as it was.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<(), OpenError> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(open_error)?;
    let pragma = |name| transaction.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (owner, found) =
        (pragma("application_id").map_err(open_error)?, pragma("user_version").map_err(open_error)?);
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if owner != APPLICATION_ID {
        let tables: i64 = transaction
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .map_err(open_error)?;
        if owner != 0 || found != 0 || tables != 0 {
            return Err(OpenError::NotALog { detail: "the file is another program's database".into() });
        }
    }
    if found > known {
        return Err(OpenError::NewerFormat { found, known });
    }
    for step in steps.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step).map_err(open_error)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(open_error)?;
    transaction.pragma_update(None, "user_version", known).map_err(open_error)?;
    transaction.commit().map_err(open_error)
}

pub(super) fn open_error(error: rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::InUse,
        Some(ErrorCode::NotADatabase) => OpenError::NotALog { detail: error.to_string() },
        _ => OpenError::Failed { detail: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn epoch() -> Epoch {
        Epoch::parse("testepoch").unwrap()
    }

    #[test]
    fn an_older_format_is_brought_forward_with_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.db");
        drop(open(&path, epoch).unwrap());
        let mut connection = Connection::open(&path).unwrap();
        connection.execute("INSERT INTO boards VALUES (1, 'ops', 1, 7, 99)", []).unwrap();
        let next = "ALTER TABLE boards ADD COLUMN note TEXT NOT NULL DEFAULT 'new'";
        let newer = [STEPS, &[next]].concat();
        migrate(&mut connection, &newer).unwrap();
        let read = connection
            .query_row("SELECT name, head, note FROM boards", [], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
            })
            .unwrap();
        assert_eq!(read, ("ops".into(), 7, "new".into()));
        migrate(&mut connection, &newer).unwrap();
        drop(connection);
        let known = i64::try_from(STEPS.len()).unwrap();
        assert_eq!(open(&path, epoch).unwrap_err(), OpenError::NewerFormat { found: known + 1, known });
    }

    #[test]
    fn ids_of_the_first_release_stand_for_one_publish_each() {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = Connection::open(folder.path().join("log.db")).unwrap();
        migrate(&mut connection, &STEPS[..1]).unwrap();
        connection.execute("INSERT INTO ids VALUES (1, 'a', 'a', x'00', x'00', 2, 5, 1, 9, 0)", []).unwrap();
        migrate(&mut connection, STEPS).unwrap();
        let read: (i64, i64, i64) = connection
            .query_row("SELECT scheduled, count, folded_at FROM ids", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap();
        assert_eq!(read, (0, 1, 0));
    }

    #[test]
    fn a_failed_step_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.db");
        drop(open(&path, epoch).unwrap());
        let mut connection = Connection::open(&path).unwrap();
        let bad = [STEPS, &["ALTER TABLE boards ADD COLUMN note TEXT; SELECT * FROM nowhere"]].concat();
        assert!(migrate(&mut connection, &bad).is_err());
        drop(connection);
        assert_eq!(open(&path, epoch).unwrap().1, epoch());
    }

    #[test]
    fn another_programs_file_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
        assert!(matches!(open(&path, epoch), Err(OpenError::NotALog { .. })));
        std::fs::write(
            &path,
            "this is a letter, and no database at all; it is long enough to be read as one",
        )
        .unwrap();
        assert!(matches!(open(&path, epoch), Err(OpenError::NotALog { .. })));
    }

    #[test]
    fn the_epoch_is_minted_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.db");
        assert_eq!(open(&path, epoch).unwrap().1.as_str(), "testepoch");
        assert_eq!(open(&path, || unreachable!("minted before")).unwrap().1.as_str(), "testepoch");
    }
}
