//! The disk, made up: it keeps what was synced, and of what was only written what it likes. It is a log like any other
//! and is held to the log's law by the log's own suite; what is lost, full or slow is the world's to say.

use crate::turns::{Go, Stop, Turns, Write, Written};
use marquee_core::board::{IdChange, Position, Remembered};
use marquee_core::{BoardName, Epoch, NoticeId, Version};
use marquee_log::{AppendError, Batch, BoardBatch, Bounds, Checkpoint, Log, ReadError, Record, Records};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is synced: it outlives every process.
#[derive(Clone, Debug)]
pub struct Platter {
    epoch: Epoch,
    position: Position,
    boards: BTreeMap<BoardName, Shelf>,
}

#[derive(Clone, Debug)]
struct Shelf {
    records: VecDeque<Record>,
    bounds: Bounds,
    ids: BTreeMap<Box<str>, (NoticeId, Remembered)>,
    checkpoint: Option<Checkpoint>,
}

const FRESH: Shelf = Shelf {
    records: VecDeque::new(),
    bounds: Bounds { oldest: Version(1), head: Version(0), at: 0 },
    ids: BTreeMap::new(),
    checkpoint: None,
};

impl Platter {
    /// An empty one.
    pub fn new(epoch: Epoch) -> Self {
        Self { epoch, position: Position(0), boards: BTreeMap::new() }
    }

    /// The history that it holds.
    pub fn epoch(&self) -> &Epoch {
        &self.epoch
    }

    /// Which versions of a board it holds.
    pub fn bounds(&self, board: &BoardName) -> Bounds {
        self.boards.get(board).map_or(FRESH.bounds, |shelf| shelf.bounds)
    }

    /// Every board, by name.
    pub fn boards(&self) -> impl Iterator<Item = (&BoardName, Bounds)> {
        self.boards.iter().map(|(name, shelf)| (name, shelf.bounds))
    }

    /// The entries of a board that it holds.
    pub fn records(&self, board: &BoardName) -> impl Iterator<Item = &Record> {
        self.boards.get(board).into_iter().flat_map(|shelf| &shelf.records)
    }

    /// It becomes another history, as a repaired copy does: each body is written anew by `rename`.
    pub fn renamed(
        mut self,
        epoch: Epoch,
        rename: &dyn Fn(&BoardName, &Epoch, &Record) -> bytes::Bytes,
        state: &dyn Fn(&BoardName, &Epoch, &Checkpoint) -> bytes::Bytes,
    ) -> Self {
        for (name, shelf) in &mut self.boards {
            for record in &mut shelf.records {
                record.body = rename(name, &epoch, record);
            }
            if let Some(checkpoint) = &mut shelf.checkpoint {
                checkpoint.body = state(name, &epoch, checkpoint);
            }
        }
        self.epoch = epoch;
        self
    }

    fn append(&mut self, batch: &Batch) -> Result<(), AppendError> {
        for (board, added) in &batch.boards {
            self.follows(board, added)?;
        }
        for (board, added) in &batch.boards {
            let shelf = self.boards.entry(board.clone()).or_insert(FRESH);
            for record in &added.records {
                shelf.bounds.head = record.version;
                shelf.bounds.at = record.at;
                shelf.records.push_back(record.clone());
            }
            for change in &added.ids {
                match change {
                    IdChange::Remember(id, row) => {
                        shelf.ids.insert(id.as_str().into(), (id.clone(), row.clone()));
                    }
                    IdChange::Forget(id) => drop(shelf.ids.remove(id.as_str())),
                }
            }
        }
        self.position = batch.position;
        Ok(())
    }

    fn follows(&self, board: &BoardName, added: &BoardBatch) -> Result<(), AppendError> {
        let mut bounds = self.bounds(board);
        for record in &added.records {
            if record.version != bounds.head.next() || record.at < bounds.at {
                let detail = format!("board {board} stands at {bounds:?}, the entry is {}", record.version);
                return Err(AppendError::OutOfOrder { detail });
            }
            (bounds.head, bounds.at) = (record.version, record.at);
        }
        Ok(())
    }

    fn keep(&mut self, checkpoints: &[(BoardName, Checkpoint)]) -> Result<(), AppendError> {
        for (board, checkpoint) in checkpoints {
            if self.boards.get(board).is_none_or(|shelf| checkpoint.version > shelf.bounds.head) {
                let detail = format!("board {board} has no version {}", checkpoint.version);
                return Err(AppendError::OutOfOrder { detail });
            }
        }
        for (board, checkpoint) in checkpoints {
            if let Some(shelf) = self.boards.get_mut(board) {
                shelf.checkpoint = Some(checkpoint.clone());
            }
        }
        Ok(())
    }

    fn trim(&mut self, board: &BoardName, before: Version) -> Version {
        let Some(shelf) = self.boards.get_mut(board) else { return Version(1) };
        let kept = shelf.checkpoint.as_ref().map_or(Version(0), |checkpoint| checkpoint.version);
        let oldest = before.min(kept.next()).max(shelf.bounds.oldest);
        while shelf.records.front().is_some_and(|record| record.version < oldest) {
            shelf.records.pop_front();
        }
        shelf.bounds.oldest = oldest;
        oldest
    }
}

/// One process's way to the disk.
pub struct Disk {
    platter: Arc<Mutex<Platter>>,
    /// Absent where nobody says what becomes of a write: then it is synced.
    turns: Option<Arc<Turns>>,
}

impl Disk {
    /// A way to the platter. With `turns` each write waits until the world has said what becomes of it.
    pub fn new(platter: Arc<Mutex<Platter>>, turns: Option<Arc<Turns>>) -> Self {
        Self { platter, turns }
    }

    fn lock(&self) -> MutexGuard<'_, Platter> {
        self.platter.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write<T>(
        &self,
        what: Write,
        write: impl FnOnce(&mut Platter) -> Result<T, AppendError>,
    ) -> Result<T, AppendError> {
        let go =
            self.turns.as_ref().map_or(Go::Written(Written::Synced), |turns| turns.stop(Stop::Writing(what)));
        match go {
            Go::Written(Written::Synced) => write(&mut self.lock()),
            Go::Written(Written::NoRoom) => Err(AppendError::NoRoom),
            Go::Written(Written::Lost { kept }) => {
                if kept {
                    write(&mut self.lock())?;
                }
                Err(AppendError::Lost { detail: "the sync failed".into() })
            }
            Go::On | Go::End => Err(AppendError::Lost { detail: "the process is over".into() }),
        }
    }
}

impl Log for Disk {
    fn epoch(&self) -> Epoch {
        self.lock().epoch.clone()
    }

    fn position(&self) -> Result<Position, ReadError> {
        Ok(self.lock().position)
    }

    fn boards(&self) -> Result<Vec<(BoardName, Bounds)>, ReadError> {
        Ok(self.lock().boards().map(|(name, bounds)| (name.clone(), bounds)).collect())
    }

    fn append(&self, batch: &Batch) -> Result<(), AppendError> {
        self.write(Write::Append, |platter| platter.append(batch))
    }

    fn read_after(&self, board: &BoardName, after: Version, limit: usize) -> Result<Records, ReadError> {
        let platter = self.lock();
        let Some(shelf) = platter.boards.get(board) else { return Ok(Records::Next(Vec::new())) };
        let oldest = shelf.bounds.oldest;
        if after.next() < oldest {
            return Ok(Records::Trimmed { oldest });
        }
        let skip = usize::try_from(after.0 + 1 - oldest.0).unwrap_or(usize::MAX);
        Ok(Records::Next(shelf.records.iter().skip(skip).take(limit).cloned().collect()))
    }

    fn ids(&self, board: &BoardName) -> Result<Vec<(NoticeId, Remembered)>, ReadError> {
        Ok(self
            .lock()
            .boards
            .get(board)
            .map(|shelf| shelf.ids.values().cloned().collect())
            .unwrap_or_default())
    }

    fn keep_checkpoints(&self, checkpoints: &[(BoardName, Checkpoint)]) -> Result<(), AppendError> {
        self.write(Write::Checkpoints, |platter| platter.keep(checkpoints))
    }

    fn checkpoint(&self, board: &BoardName) -> Result<Option<Checkpoint>, ReadError> {
        Ok(self.lock().boards.get(board).and_then(|shelf| shelf.checkpoint.clone()))
    }

    fn trim(&self, board: &BoardName, before: Version) -> Result<Version, AppendError> {
        let what = Write::Trim { board: board.clone(), before };
        self.write(what, |platter| Ok(platter.trim(board, before)))
    }

    fn newest_before(&self, board: &BoardName, at: u64) -> Result<Option<Version>, ReadError> {
        let platter = self.lock();
        let mut records = platter.records(board);
        Ok(records.by_ref().take_while(|record| record.at < at).last().map(|record| record.version))
    }
}
