//! As-run records: what was really on terminals' glass, as they say. A bounded table in a file of its own beside the log; it
//! is an observation and never state: nothing depends on it, and a server goes on without it.
//!
//! | module | holds |
//! |---|---|
//! | `record` | one record |
//! | `table` | the records in a SQLite file |
//!
//! What terminals say is gathered in memory, and written from time to time: a crash loses what was not written.

mod record;
mod table;

pub use record::{Place, Record};
pub use table::{FILE_NAME, TableError};

use marquee_core::BoardName;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use table::Table;

/// How long a record is kept after what it tells of, ms: 7 days.
pub const KEPT_MS: u64 = 7 * 24 * 3_600_000;
/// Records that are kept; the oldest go first.
pub const RECORDS_MAX: u64 = 1_000_000;
/// Records that wait to be written; one more is not taken, and that is told.
const GATHERED_MAX: usize = 20_000;

/// All of them; cheap to clone.
#[derive(Clone)]
pub struct AsRun {
    inner: Arc<Inner>,
}

struct Inner {
    file: PathBuf,
    gathered: Mutex<Gathered>,
    /// Opened when there is something to write, or something was written before.
    table: Mutex<Option<Table>>,
}

#[derive(Default)]
struct Gathered {
    records: Vec<Record>,
    /// How many were not taken since the last were written.
    dropped: u64,
}

impl AsRun {
    /// The records of a data folder. Nothing is opened yet.
    pub fn in_folder(folder: &Path) -> Self {
        let (gathered, table) = (Mutex::default(), Mutex::default());
        Self { inner: Arc::new(Inner { file: folder.join(FILE_NAME), gathered, table }) }
    }

    /// Takes a record, to be written soon; whether there was room for it.
    pub fn note(&self, record: Record) -> bool {
        let mut gathered = lock(&self.inner.gathered);
        if gathered.records.len() >= GATHERED_MAX {
            gathered.dropped += 1;
            return false;
        }
        gathered.records.push(record);
        true
    }

    /// Writes what was gathered, as of a time, and forgets what is too old. It waits for the disk.
    pub fn write(&self, now: u64) -> Result<(), TableError> {
        let Gathered { records, dropped } = std::mem::take(&mut *lock(&self.inner.gathered));
        if dropped > 0 {
            tracing::warn!(dropped, "what was shown is not kept: more was said than could be written");
        }
        if records.is_empty() {
            return Ok(());
        }
        let mut table = lock(&self.inner.table);
        self.opened(&mut table, true)?.map_or(Ok(()), |table| table.write(&records, now))
    }

    /// Records of a board from one time to another (not included), in order of when they began; those after a place; at most
    /// so many. It waits for the disk.
    pub fn read(
        &self,
        board: &BoardName,
        (from, to): (u64, u64),
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<(Place, Record)>, TableError> {
        let mut table = lock(&self.inner.table);
        self.opened(&mut table, false)?
            .map_or(Ok(Vec::new()), |table| table.read(board, from, to, after, limit))
    }

    /// The table; none if there is no file and none is to be made.
    fn opened<'a>(
        &self,
        table: &'a mut Option<Table>,
        make: bool,
    ) -> Result<Option<&'a mut Table>, TableError> {
        if table.is_none() && (make || self.inner.file.exists()) {
            *table = Some(Table::open(&self.inner.file)?);
        }
        Ok(table.as_mut())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
