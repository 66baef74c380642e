//! A log whose disk fails on demand, for tests of every room that writes. It invents no failure of its own.

use crate::law::{AppendError, Batch, Bounds, Checkpoint, Log, ReadError, Records};
use marquee_core::board::{Position, Remembered};
use marquee_core::{BoardName, Epoch, NoticeId, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What the disk does to the next batches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is full: nothing of a batch is written, until [`FaultyLog::mend`].
    NoRoom,
    /// The sync fails; the batch may have been written all the same.
    FailedSync {
        /// Whether it had been.
        written: bool,
    },
}

/// A log in front of another one.
pub struct FaultyLog {
    log: Arc<dyn Log>,
    fault: Mutex<Option<Fault>>,
    reads: AtomicU64,
}

impl FaultyLog {
    /// A log that fails when it is told to.
    pub fn new(log: Arc<dyn Log>) -> Arc<Self> {
        Arc::new(Self { log, fault: Mutex::new(None), reads: AtomicU64::new(0) })
    }

    /// From now on the disk does this.
    pub fn fail(&self, fault: Fault) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
    }

    /// The disk works again.
    pub fn mend(&self) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// How often entries were read.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    fn write<T>(&self, write: impl FnOnce(&dyn Log) -> Result<T, AppendError>) -> Result<T, AppendError> {
        let fault = *self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        match fault {
            None => write(&*self.log),
            Some(Fault::NoRoom) => Err(AppendError::NoRoom),
            Some(Fault::FailedSync { written }) => {
                if written {
                    write(&*self.log)?;
                }
                Err(AppendError::Lost { detail: "fdatasync: Input/output error".into() })
            }
        }
    }
}

impl Log for FaultyLog {
    fn epoch(&self) -> Epoch {
        self.log.epoch()
    }

    fn position(&self) -> Result<Position, ReadError> {
        self.log.position()
    }

    fn boards(&self) -> Result<Vec<(BoardName, Bounds)>, ReadError> {
        self.log.boards()
    }

    fn append(&self, batch: &Batch) -> Result<(), AppendError> {
        self.write(|log| log.append(batch))
    }

    fn read_after(&self, board: &BoardName, after: Version, limit: usize) -> Result<Records, ReadError> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.log.read_after(board, after, limit)
    }

    fn ids(&self, board: &BoardName) -> Result<Vec<(NoticeId, Remembered)>, ReadError> {
        self.log.ids(board)
    }

    fn keep_checkpoints(&self, checkpoints: &[(BoardName, Checkpoint)]) -> Result<(), AppendError> {
        self.write(|log| log.keep_checkpoints(checkpoints))
    }

    fn checkpoint(&self, board: &BoardName) -> Result<Option<Checkpoint>, ReadError> {
        self.log.checkpoint(board)
    }

    fn trim(&self, board: &BoardName, before: Version) -> Result<Version, AppendError> {
        self.write(|log| log.trim(board, before))
    }

    fn newest_before(&self, board: &BoardName, at: u64) -> Result<Option<Version>, ReadError> {
        self.log.newest_before(board, at)
    }
}
