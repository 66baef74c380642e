//! The newest entries in memory, in front of the log, and who waits for the next one. It is told of an entry only
//! after that is on disk, so nothing read here can be taken back; what it no longer holds is read from the log.

use crate::law::{Bounds, Log, ReadError, Record};
use bytes::Bytes;
use marquee_core::{BoardName, Epoch, Version};
use marquee_faults::{Bug, planted};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use tokio::sync::Notify;

/// Entries that are held of one board; the oldest goes first.
const ENTRIES_PER_BOARD: usize = 1_024;
/// Bytes of entries that are held of one board; the oldest goes first. Encodings that somebody has asked for come on top,
/// [`FORMS`] at most and each about as long as its entry.
const BYTES_PER_BOARD: usize = 4 << 20;
/// The same over all boards; the oldest of all goes first.
const BYTES_MAX: usize = 256 << 20;
/// How many encodings an entry may have beside its own.
const FORMS: usize = 4;
/// What an entry takes beyond its bytes.
const OVERHEAD_BYTES: usize = 256;
/// So many places of entries that are gone already are kept before they are cleared away.
const STALE_MAX: usize = 4_096;

/// An entry in memory, and each encoding of it, made once.
#[derive(Debug)]
pub struct Kept {
    /// The entry.
    pub record: Record,
    forms: [OnceLock<Bytes>; FORMS],
}

impl Kept {
    /// The entry, without any encoding yet.
    pub fn new(record: Record) -> Self {
        Self { record, forms: Default::default() }
    }

    /// An encoding of the entry: made by whoever asks first, the same bytes for everyone after.
    /// A number that has no place is made anew each time.
    pub fn form(&self, number: usize, make: impl FnOnce(&Record) -> Bytes) -> Bytes {
        match self.forms.get(number) {
            Some(form) => form.get_or_init(|| make(&self.record)).clone(),
            None => make(&self.record),
        }
    }

    fn footprint(&self) -> usize {
        OVERHEAD_BYTES + self.record.body.len()
    }
}

/// What reading from memory gives.
#[derive(Debug)]
pub enum Recent {
    /// The next entries, in order; empty at the head.
    Next(Vec<Arc<Kept>>),
    /// They are not in memory any more: the log has them, or has trimmed them.
    Behind,
}

/// The ring in front of a log.
pub struct Ring {
    log: Arc<dyn Log>,
    /// Entries that are held of one board.
    most: usize,
    shelves: RwLock<HashMap<BoardName, Arc<Mutex<Shelf>>>>,
    order: Mutex<Order>,
    /// Boards of which something on disk is damaged, each with the version that was found first.
    damages: Mutex<BTreeMap<BoardName, Version>>,
}

#[derive(Default)]
struct Shelf {
    entries: VecDeque<Arc<Kept>>,
    bytes: usize,
    bounds: Bounds,
    watchers: Vec<(u64, Arc<Notify>)>,
    next_watcher: u64,
}

/// All entries by age over all boards, to find the oldest.
#[derive(Default)]
struct Order {
    places: VecDeque<(Arc<Mutex<Shelf>>, Version)>,
    stale: usize,
    bytes: usize,
}

impl Ring {
    /// An empty ring that knows where each board of the log stands.
    pub fn new(log: Arc<dyn Log>) -> Result<Self, ReadError> {
        Self::of(log, ENTRIES_PER_BOARD)
    }

    /// The same, with room for so many entries of one board and no more: a simulation wants its end to be near.
    pub fn of(log: Arc<dyn Log>, most: usize) -> Result<Self, ReadError> {
        let shelves = log
            .boards()?
            .into_iter()
            .map(|(board, bounds)| (board, Arc::new(Mutex::new(Shelf { bounds, ..Shelf::default() }))))
            .collect();
        let (order, damages) = (Mutex::default(), Mutex::default());
        Ok(Self { log, most, shelves: RwLock::new(shelves), order, damages })
    }

    /// The log behind it.
    pub fn log(&self) -> &Arc<dyn Log> {
        &self.log
    }

    /// The log's epoch.
    pub fn epoch(&self) -> Epoch {
        self.log.epoch()
    }

    /// Where a board stands; of one that was never written, head 0 and oldest 1.
    pub fn bounds(&self, board: &BoardName) -> Bounds {
        self.find(board).map_or(NOTHING, |shelf| lock(&shelf).bounds)
    }

    /// Every board that has been written, by name.
    pub fn boards(&self) -> Vec<(BoardName, Bounds)> {
        let shelves = self.shelves.read().unwrap_or_else(PoisonError::into_inner);
        let mut boards: Vec<_> = shelves
            .iter()
            .map(|(board, shelf)| (board.clone(), lock(shelf).bounds))
            .filter(|(_, bounds)| bounds.head > Version(0))
            .collect();
        boards.sort_by(|(left, _), (right, _)| left.cmp(right));
        boards
    }

    /// The entries after a version, at most `limit` of them, if they are still in memory.
    pub fn read_after(&self, board: &BoardName, after: Version, limit: usize) -> Recent {
        let Some(shelf) = self.find(board) else { return Recent::Next(Vec::new()) };
        let shelf = lock(&shelf);
        if after >= shelf.bounds.head {
            return Recent::Next(Vec::new());
        }
        // What is trimmed is not shown from memory either: the log says so.
        if after.next() < shelf.bounds.oldest {
            return Recent::Behind;
        }
        let first = shelf.bounds.head.0 + 1 - shelf.entries.len() as u64;
        let Some(skip) = (after.0 + 1).checked_sub(first).and_then(|skip| usize::try_from(skip).ok()) else {
            if planted(Bug::RingHasAHole) && !shelf.entries.is_empty() {
                return Recent::Next(shelf.entries.iter().take(limit).cloned().collect());
            }
            return Recent::Behind;
        };
        Recent::Next(shelf.entries.iter().skip(skip).take(limit).cloned().collect())
    }

    /// Tells of entries that are on disk, and wakes who waits for them.
    pub fn publish(&self, board: &BoardName, records: Vec<Record>) {
        let shared = self.find_or_make(board);
        let mut order = lock(&self.order);
        let mut shelf = lock(&shared);
        for record in records {
            shelf.bounds.head = record.version;
            shelf.bounds.at = record.at;
            let kept = Arc::new(Kept::new(record));
            order.bytes += kept.footprint();
            shelf.bytes += kept.footprint();
            order.places.push_back((shared.clone(), kept.record.version));
            shelf.entries.push_back(kept);
        }
        while shelf.entries.len() > self.most || shelf.bytes > BYTES_PER_BOARD {
            order.bytes -= shelf.drop_oldest();
            order.stale += 1;
        }
        let woken = if planted(Bug::WakeLost) { &[] } else { &shelf.watchers[..] };
        for (_, watcher) in woken {
            watcher.notify_one();
        }
        drop(shelf);
        order.bound();
    }

    /// Tells that a board can be read from this version on only; what precedes it leaves memory, too. It is told
    /// before the log trims: a reader who finds nothing there any more then knows where reading can begin.
    pub fn trimmed(&self, board: &BoardName, oldest: Version) {
        let Some(shared) = self.find(board) else { return };
        let mut order = lock(&self.order);
        let mut shelf = lock(&shared);
        shelf.bounds.oldest = oldest;
        while shelf.entries.front().is_some_and(|kept| kept.record.version < oldest) {
            order.bytes -= shelf.drop_oldest();
            order.stale += 1;
        }
        drop(shelf);
        order.bound();
    }

    /// Notes that something of a board is damaged on disk; whether nothing of it was known to be.
    pub fn note_damage(&self, board: &BoardName, version: Version) -> bool {
        let mut damages = lock(&self.damages);
        let new = !damages.contains_key(board);
        damages.entry(board.clone()).or_insert(version);
        new
    }

    /// The boards of which something is damaged, each with the version that was found first; 0: something beside its
    /// entries.
    pub fn damages(&self) -> BTreeMap<BoardName, Version> {
        lock(&self.damages).clone()
    }

    /// Wakes `who` at each new entry of a board, written or not yet, until the watch is dropped.
    pub fn watch(self: &Arc<Self>, board: &BoardName, who: Arc<Notify>) -> Watch {
        let mut shelves = self.shelves.write().unwrap_or_else(PoisonError::into_inner);
        let shelf = shelves.entry(board.clone()).or_insert_with(new_shelf).clone();
        let mut locked = lock(&shelf);
        let number = locked.next_watcher;
        locked.next_watcher += 1;
        locked.watchers.push((number, who));
        drop(locked);
        drop(shelves);
        Watch { ring: self.clone(), board: board.clone(), number }
    }

    fn find(&self, board: &BoardName) -> Option<Arc<Mutex<Shelf>>> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner).get(board).cloned()
    }

    fn find_or_make(&self, board: &BoardName) -> Arc<Mutex<Shelf>> {
        if let Some(shelf) = self.find(board) {
            return shelf;
        }
        let mut shelves = self.shelves.write().unwrap_or_else(PoisonError::into_inner);
        shelves.entry(board.clone()).or_insert_with(new_shelf).clone()
    }
}

/// Wakes its owner as long as it is held.
pub struct Watch {
    ring: Arc<Ring>,
    board: BoardName,
    number: u64,
}

impl Drop for Watch {
    fn drop(&mut self) {
        let mut shelves = self.ring.shelves.write().unwrap_or_else(PoisonError::into_inner);
        let Some(shelf) = shelves.get(&self.board) else { return };
        let mut locked = lock(shelf);
        locked.watchers.retain(|(number, _)| *number != self.number);
        // A board that nobody has written and nobody waits for leaves nothing behind.
        let empty = locked.watchers.is_empty() && locked.bounds.head == Version(0);
        drop(locked);
        if empty {
            shelves.remove(&self.board);
        }
    }
}

const NOTHING: Bounds = Bounds { oldest: Version(1), head: Version(0), at: 0 };

fn new_shelf() -> Arc<Mutex<Shelf>> {
    Arc::new(Mutex::new(Shelf { bounds: NOTHING, ..Shelf::default() }))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shelf {
    /// Gives the bytes that became free.
    fn drop_oldest(&mut self) -> usize {
        let freed = self.entries.pop_front().map_or(0, |kept| kept.footprint());
        self.bytes -= freed;
        freed
    }

    fn holds(&self, version: Version) -> bool {
        self.entries.front().is_some_and(|kept| kept.record.version <= version)
    }
}

impl Order {
    fn bound(&mut self) {
        while self.bytes > BYTES_MAX {
            let Some((shelf, version)) = self.places.pop_front() else { return };
            let mut shelf = lock(&shelf);
            if shelf.holds(version) {
                self.bytes -= shelf.drop_oldest();
            } else {
                self.stale = self.stale.saturating_sub(1);
            }
        }
        if self.stale > STALE_MAX && self.stale * 2 > self.places.len() {
            self.places.retain(|(shelf, version)| lock(shelf).holds(*version));
            self.stale = 0;
        }
    }
}
