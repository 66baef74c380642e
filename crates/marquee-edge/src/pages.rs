//! Entries that were read from disk, shared: what many terminals have missed is read once, and each of its encodings is
//! made once. It holds no cursor, and is bounded: what is let go is read again.

use marquee_core::{BoardName, Version};
use marquee_log::{Kept, Records, Ring};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Versions that a page spans.
const SPAN: u64 = 256;
/// Bytes of entries that pages hold; the page that was begun first goes first.
const BYTES_MAX: usize = 32 << 20;

/// Pages of all boards.
pub(crate) struct Pages {
    ring: Arc<Ring>,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    pages: HashMap<Number, Counted>,
    /// In the order in which they were begun.
    order: VecDeque<Number>,
    bytes: usize,
}

/// A board, and which of its pages.
type Number = (BoardName, u64);

struct Counted {
    page: Arc<Page>,
    bytes: usize,
}

/// Entries without a hole. One who misses some reads them; the others wait for it here.
type Page = tokio::sync::Mutex<Arc<[Arc<Kept>]>>;

impl Pages {
    pub(crate) fn new(ring: Arc<Ring>) -> Self {
        Self { ring, held: Mutex::default() }
    }

    pub(crate) fn ring(&self) -> &Arc<Ring> {
        &self.ring
    }

    /// Some of the entries after a version, at least one; `None`: there is none that could be shared, and why so the log
    /// has to say itself.
    pub(crate) async fn read(
        &self,
        board: &BoardName,
        after: Version,
        limit: usize,
    ) -> Option<Vec<Arc<Kept>>> {
        let oldest = self.ring.bounds(board).oldest;
        if after.next() < oldest {
            return None;
        }
        let number = (board.clone(), after.next().0 / SPAN);
        let page = self.page(&number);
        let mut entries = page.lock().await;
        if let Some(found) = part(&entries, after, limit) {
            return Some(found);
        }
        let first = (number.1 * SPAN).max(oldest.0).max(1);
        let most = usize::try_from((number.1 + 1) * SPAN - first).ok()?;
        let (log, name) = (self.ring.log().clone(), board.clone());
        let read = move || log.read_after(&name, Version(first - 1), most);
        let Ok(Ok(Records::Next(records))) = tokio::task::spawn_blocking(read).await else { return None };
        let bytes = records.iter().map(|record| record.body.len()).sum();
        *entries = records.into_iter().map(|record| Arc::new(Kept::new(record))).collect();
        self.count(&number, bytes);
        part(&entries, after, limit)
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn page(&self, number: &Number) -> Arc<Page> {
        let held = &mut *self.lock();
        if let Some(counted) = held.pages.get(number) {
            return counted.page.clone();
        }
        let page = Arc::new(Page::new(Arc::default()));
        held.pages.insert(number.clone(), Counted { page: page.clone(), bytes: 0 });
        held.order.push_back(number.clone());
        page
    }

    /// A page has this many bytes now; others may have to go for it.
    fn count(&self, number: &Number, bytes: usize) {
        let held = &mut *self.lock();
        if let Some(counted) = held.pages.get_mut(number) {
            held.bytes = held.bytes + bytes - counted.bytes;
            counted.bytes = bytes;
        }
        while held.bytes > BYTES_MAX
            && let Some(first) = held.order.pop_front()
        {
            held.bytes -= held.pages.remove(&first).map_or(0, |counted| counted.bytes);
        }
    }
}

/// What of a page follows a version.
fn part(entries: &[Arc<Kept>], after: Version, limit: usize) -> Option<Vec<Arc<Kept>>> {
    let first = entries.first()?.record.version;
    let skip = usize::try_from(after.next().0.checked_sub(first.0)?).ok()?;
    let found: Vec<_> = entries.iter().skip(skip).take(limit).cloned().collect();
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use marquee_core::Epoch;
    use marquee_log::faults::FaultyLog;
    use marquee_log::{Batch, BoardBatch, Log, Record, SqliteLog};

    struct Rig {
        pages: Arc<Pages>,
        log: Arc<FaultyLog>,
        _folder: tempfile::TempDir,
    }

    /// A board with so many entries on disk and none in memory, as after a start.
    fn rig(entries: u64, bytes: usize) -> Rig {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = SqliteLog::open(folder.path(), || Epoch::parse("testepoch").unwrap()).unwrap();
        let log = FaultyLog::new(Arc::new(sqlite));
        append(&*log, 1..=entries, bytes);
        let ring = Arc::new(Ring::new(log.clone()).unwrap());
        Rig { pages: Arc::new(Pages::new(ring)), log, _folder: folder }
    }

    fn append(log: &dyn Log, versions: std::ops::RangeInclusive<u64>, bytes: usize) -> Vec<Record> {
        let record = |version| Record {
            version: Version(version),
            at: version,
            kind: "put".into(),
            body: Bytes::from(vec![b'x'; bytes]),
        };
        let records: Vec<_> = versions.map(record).collect();
        let board = BoardBatch { records: records.clone(), ..BoardBatch::default() };
        log.append(&Batch { boards: vec![(BoardName::main(), board)], ..Batch::default() }).unwrap();
        records
    }

    /// The versions that somebody gets who goes on until there is no more.
    async fn walk(pages: &Pages, mut after: Version, limit: usize) -> Vec<u64> {
        let mut seen = Vec::new();
        while let Some(entries) = pages.read(&BoardName::main(), after, limit).await {
            assert!(entries.len() <= limit);
            seen.extend(entries.iter().map(|kept| kept.record.version.0));
            after = Version(*seen.last().unwrap());
        }
        seen
    }

    #[tokio::test]
    async fn what_many_have_missed_is_read_once_and_each_gets_all_of_it() {
        let rig = rig(1_000, 10);
        let readers = (0..100u64).map(|n| {
            let pages = rig.pages.clone();
            tokio::spawn(async move { (n * 7, walk(&pages, Version(n * 7), 64).await) })
        });
        for reader in futures_util::future::join_all(readers).await {
            let (after, seen) = reader.unwrap();
            assert!(seen.iter().copied().eq(after + 1..=1_000), "after {after}");
        }
        // Pages 0 to 3; and at the end each finds that the last one has no more.
        assert!((4..=104).contains(&rig.log.reads()), "{} reads", rig.log.reads());
        let before = rig.log.reads();
        let one = rig.pages.read(&BoardName::main(), Version(300), 64).await.unwrap();
        let two = rig.pages.read(&BoardName::main(), Version(300), 64).await.unwrap();
        assert!(Arc::ptr_eq(&one[0], &two[0]) && rig.log.reads() == before, "they share what they read");
    }

    #[tokio::test]
    async fn a_page_that_was_not_full_is_read_again_when_there_is_more() {
        let rig = rig(300, 10);
        assert_eq!(walk(&rig.pages, Version(250), 64).await, (251..=300).collect::<Vec<_>>());
        append(&*rig.log, 301..=400, 10);
        assert_eq!(walk(&rig.pages, Version(250), 64).await, (251..=400).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn what_is_trimmed_is_not_shown_and_what_follows_it_is() {
        let rig = rig(600, 10);
        assert_eq!(walk(&rig.pages, Version(0), 64).await.len(), 600);
        let main = BoardName::main();
        rig.pages.ring().trimmed(&main, Version(300));
        rig.log.trim(&main, Version(300)).unwrap();
        assert!(rig.pages.read(&main, Version(298), 64).await.is_none());
        assert_eq!(walk(&rig.pages, Version(299), 64).await, (300..=600).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn pages_are_bounded_and_what_is_let_go_is_read_again() {
        let rig = rig(2_000, 40_000);
        assert_eq!(walk(&rig.pages, Version(0), 64).await.len(), 2_000);
        {
            let held = rig.pages.lock();
            assert!((BYTES_MAX / 2..=BYTES_MAX).contains(&held.bytes), "{} bytes are held", held.bytes);
            assert_eq!(held.pages.len(), held.order.len());
        }
        assert_eq!(walk(&rig.pages, Version(0), 64).await.len(), 2_000);
    }
}
