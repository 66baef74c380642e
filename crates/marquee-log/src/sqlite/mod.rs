//! The log in one SQLite file: WAL, synchronous=FULL, one writer, readers beside it. It decides nothing about
//! boards: it keeps what it is given, with a checksum, and gives it back.

mod backup;
mod read;
mod repair;
mod report;
mod schema;
mod survey;
mod verify;
mod wal;
mod write;

pub use backup::backup;
pub use repair::{Loss, Outcome, repair};
pub use report::{CareError, Damage, Part, Report, Step};
pub use verify::verify;

use crate::law::{AppendError, Batch, Bounds, Checkpoint, Log, OpenError, ReadError, Record, Records};
use bytes::Bytes;
use marquee_core::board::{Position, Remembered};
use marquee_core::{BoardName, Epoch, NoticeId, Version};
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use wal::Tail;
use write::Writer;

/// The file within the data folder.
pub const FILE_NAME: &str = "marquee.db";
/// Locked by the process that writes the log.
const LOCK_NAME: &str = "marquee.lock";
/// There while a repair is under way; it names the folder that keeps the old files.
const REPAIR_NAME: &str = "marquee.repair";
/// How many may read at the same time; a further one waits.
const READERS_MAX: usize = 4;

/// A log in a SQLite file.
pub struct SqliteLog {
    path: PathBuf,
    epoch: Epoch,
    /// Locked for as long as the log is open.
    _lock: File,
    writer: Mutex<Writer>,
    readers: Mutex<Readers>,
    returned: Condvar,
}

#[derive(Default)]
struct Readers {
    idle: Vec<Connection>,
    out: usize,
}

impl SqliteLog {
    /// Opens the log in a folder, creating both if they are not there; `new_epoch` names the history of a new one.
    pub fn open(folder: &Path, new_epoch: impl FnOnce() -> Epoch) -> Result<Self, OpenError> {
        std::fs::create_dir_all(folder)
            .map_err(|error| OpenError::Failed { detail: format!("{}: {error}", folder.display()) })?;
        let lock = lock(&folder.join(LOCK_NAME))?;
        if folder.join(REPAIR_NAME).exists() {
            return Err(OpenError::RepairUnfinished);
        }
        let path = folder.join(FILE_NAME);
        look_at_wal(folder)?;
        let (connection, epoch) = schema::open(&path, new_epoch)?;
        let writer = Writer::new(connection).map_err(schema::open_error)?;
        Ok(Self {
            path,
            epoch,
            _lock: lock,
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            returned: Condvar::new(),
        })
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends a reader's connection.
    fn reading<T>(&self, read: impl FnOnce(&Connection) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        while readers.idle.is_empty() && readers.out == READERS_MAX {
            readers = self.returned.wait(readers).unwrap_or_else(PoisonError::into_inner);
        }
        let idle = readers.idle.pop();
        readers.out += 1;
        drop(readers);
        let connection = idle.map_or_else(|| self.connect_reader(), Ok);
        let result = connection.and_then(|connection| Ok((read(&connection)?, connection)));
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        readers.out -= 1;
        self.returned.notify_one();
        // A connection that failed is not lent again.
        let (value, connection) = result?;
        readers.idle.push(connection);
        Ok(value)
    }

    fn connect_reader(&self) -> Result<Connection, ReadError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).map_err(read::failed)?;
        connection.busy_timeout(std::time::Duration::from_secs(5)).map_err(read::failed)?;
        Ok(connection)
    }
}

/// SQLite would drop all that lies beyond a damaged frame without a word; what had been answered is not dropped so.
fn look_at_wal(folder: &Path) -> Result<(), OpenError> {
    let path = folder.join(format!("{FILE_NAME}-wal"));
    let failed = |error: std::io::Error| OpenError::Failed { detail: format!("{}: {error}", path.display()) };
    match wal::look(&path).map_err(failed)? {
        Tail::Whole => Ok(()),
        Tail::Torn { bytes } => {
            tracing::info!(
                bytes,
                "the last batch was never whole: nobody was answered for it, and it is dropped"
            );
            Ok(())
        }
        Tail::Damaged { frame, batches } => Err(OpenError::DamagedWal { frame, batches }),
    }
}

/// Makes sense of what is stored, which the log itself does not, and gives it as it is in a history of another name.
pub trait Meaning {
    /// An entry's bytes under an epoch; `Err`: it is none, and why.
    fn entry(&self, board: &BoardName, epoch: &Epoch, record: &Record) -> Result<Bytes, String>;

    /// A state's bytes under an epoch; `Err`: it is none, and why.
    fn checkpoint(&self, board: &BoardName, epoch: &Epoch, checkpoint: &Checkpoint) -> Result<Bytes, String>;
}

/// Two servers never write one log: the second finds this file locked. The lock ends with the process.
fn lock(path: &Path) -> Result<File, OpenError> {
    let failed = |error: std::io::Error| OpenError::Failed { detail: format!("{}: {error}", path.display()) };
    let file = File::options().create(true).append(true).open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

impl Log for SqliteLog {
    fn epoch(&self) -> Epoch {
        self.epoch.clone()
    }

    fn position(&self) -> Result<Position, ReadError> {
        self.reading(read::position)
    }

    fn boards(&self) -> Result<Vec<(BoardName, Bounds)>, ReadError> {
        self.reading(read::boards)
    }

    fn append(&self, batch: &Batch) -> Result<(), AppendError> {
        self.writer().append(batch)
    }

    fn read_after(&self, board: &BoardName, after: Version, limit: usize) -> Result<Records, ReadError> {
        self.reading(|connection| read::after(connection, board, after, limit))
    }

    fn ids(&self, board: &BoardName) -> Result<Vec<(NoticeId, Remembered)>, ReadError> {
        self.reading(|connection| read::ids(connection, board))
    }

    fn keep_checkpoints(&self, checkpoints: &[(BoardName, Checkpoint)]) -> Result<(), AppendError> {
        self.writer().keep_checkpoints(checkpoints)
    }

    fn checkpoint(&self, board: &BoardName) -> Result<Option<Checkpoint>, ReadError> {
        self.reading(|connection| read::checkpoint(connection, board))
    }

    fn trim(&self, board: &BoardName, before: Version) -> Result<Version, AppendError> {
        self.writer().trim(board, before)
    }

    fn newest_before(&self, board: &BoardName, at: u64) -> Result<Option<Version>, ReadError> {
        self.reading(|connection| read::newest_before(connection, board, at))
    }
}
