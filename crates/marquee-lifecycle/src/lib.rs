//! What has become of each notice on this node: accepted, stored, delivered, ended, each with its time, and a line in
//! the diagnostics for each. It is an observation beside the log and never state: nothing depends on it, it is
//! bounded, and a restart forgets it.
//!
//! | module | holds |
//! |---|---|
//! | `track` | one notice's stages |
//! | `news` | the newest stages, for those who listen |

mod news;
mod track;

pub use news::Stage;
pub use track::{Delivered, End, Lifecycle, Seen};

use marquee_core::{BoardName, Change, Entry, NoticeId, Version};
use news::News;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// Notices that are remembered over all boards; the oldest go first.
pub const NOTICES_MAX: usize = 10_000;

/// All of them; cheap to clone.
#[derive(Clone, Debug)]
pub struct Lifecycles {
    inner: Arc<Mutex<Inner>>,
    /// Changes with each stage that is told to those who listen.
    heard: watch::Sender<u64>,
}

#[derive(Debug)]
struct Inner {
    most: usize,
    boards: HashMap<BoardName, Board>,
    /// By age. One may be stale: it counts only if the notice is there with that first version.
    order: VecDeque<(BoardName, NoticeId, Version)>,
    news: News,
}

#[derive(Debug, Default)]
struct Board {
    tracks: HashMap<NoticeId, Lifecycle>,
    /// Notices that have not ended, by the version of their newest put.
    live: BTreeMap<Version, NoticeId>,
    /// The same by when they are over.
    over: BTreeSet<(u64, NoticeId)>,
}

impl Default for Lifecycles {
    fn default() -> Self {
        Self::new(NOTICES_MAX)
    }
}

impl Lifecycles {
    /// At most so many notices are remembered.
    pub fn new(most: usize) -> Self {
        let inner = Inner { most, boards: HashMap::new(), order: VecDeque::new(), news: News::default() };
        Self { inner: Arc::new(Mutex::new(inner)), heard: watch::Sender::new(0) }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something, and wakes who listens if that was a stage of some notice.
    fn change<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        let mut inner = self.lock();
        inner.news.wanted = self.heard.receiver_count() > 0;
        let before = inner.news.count();
        let came_to = change(&mut inner);
        let count = inner.news.count();
        drop(inner);
        if count != before {
            self.heard.send_replace(count);
        }
        came_to
    }

    /// From now on stages are told, for as long as what is returned is held: it changes with each, and is how many there were.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.heard.subscribe()
    }

    /// The stages after so many, as far as they are kept, and how many there were.
    pub fn after(&self, count: u64) -> (Vec<Stage>, u64) {
        let inner = self.lock();
        (inner.news.after(count).cloned().collect(), inner.news.count())
    }

    /// Entries of a board are on disk, as of a time; nobody has been shown them yet.
    pub fn stored<'a>(&self, board: &BoardName, entries: impl Iterator<Item = &'a Entry>, at: u64) {
        self.change(|inner| {
            inner.boards.entry(board.clone()).or_default().expire(board, at, &mut inner.news);
            for entry in entries {
                inner.store(board, entry, at);
            }
            inner.bound();
        });
    }

    /// So many terminals have been sent a board's entries after one version and up to another; after 0: its whole state.
    pub fn delivered(&self, board: &BoardName, after: Version, upto: Version, terminals: u64, at: u64) {
        if terminals > 0 {
            self.change(|inner| {
                if let Some(tracks) = inner.boards.get_mut(board) {
                    tracks.deliver(board, after.next()..=upto, terminals, at, &mut inner.news);
                }
            });
        }
    }

    /// A terminal says that a notice, as of this put, was on its glass since a time.
    pub fn shown(&self, board: &BoardName, id: &NoticeId, rev: Version, at: u64) {
        self.change(|inner| {
            let track = inner.boards.get_mut(board).and_then(|tracks| tracks.tracks.get_mut(id));
            if let Some(track) = track.filter(|track| track.rev == rev)
                && track.show(at)
            {
                track.tell(board, id, "shown", at, &mut inner.news);
            }
        });
    }

    /// Time has come to this: what is over by then has ended, also where nobody publishes any more.
    pub fn expire(&self, now: u64) {
        self.change(|inner| {
            for (board, tracks) in &mut inner.boards {
                tracks.expire(board, now, &mut inner.news);
            }
        });
    }

    /// What is known of a notice; `None`: nothing any more.
    pub fn of(&self, board: &BoardName, id: &NoticeId, now: u64) -> Option<Lifecycle> {
        self.change(|inner| {
            let tracks = inner.boards.get_mut(board)?;
            tracks.expire(board, now, &mut inner.news);
            tracks.tracks.get(id).cloned()
        })
    }
}

impl Inner {
    fn store(&mut self, board: &BoardName, entry: &Entry, at: u64) {
        let tracks = self.boards.entry(board.clone()).or_default();
        match &entry.change {
            Change::Put(notice) => {
                let known = tracks.tracks.get(&notice.id).filter(|track| track.end.is_none());
                let track = match known {
                    Some(track) => track.renewed(notice, entry),
                    None => {
                        let track = Lifecycle::begun(notice, entry, at);
                        track.tell(board, &notice.id, "accepted", entry.at, &mut self.news);
                        self.order.push_back((board.clone(), notice.id.clone(), entry.version));
                        track
                    }
                };
                track.tell(board, &notice.id, "stored", at, &mut self.news);
                tracks.put(&notice.id, track);
            }
            Change::Delete { id, reason } => tracks.end(board, id, End::Deleted(*reason), at, &mut self.news),
            Change::Policy { .. } | Change::Cursor { .. } | Change::Auth(_) => {}
        }
    }

    fn bound(&mut self) {
        while self.order.len() > self.most {
            let Some((board, id, version)) = self.order.pop_front() else { return };
            let Some(tracks) = self.boards.get_mut(&board) else { continue };
            if tracks.tracks.get(&id).is_some_and(|track| track.version == version) {
                tracks.forget(&id);
            }
            if tracks.tracks.is_empty() {
                self.boards.remove(&board);
            }
        }
    }
}

impl Board {
    fn put(&mut self, id: &NoticeId, track: Lifecycle) {
        self.forget(id);
        self.live.insert(track.rev, id.clone());
        self.over.insert((track.expires_at, id.clone()));
        self.tracks.insert(id.clone(), track);
    }

    fn forget(&mut self, id: &NoticeId) {
        if let Some(before) = self.tracks.remove(id) {
            self.settle(id, before.rev, before.expires_at);
        }
    }

    /// It can neither be delivered nor expire any more.
    fn settle(&mut self, id: &NoticeId, rev: Version, expires_at: u64) {
        self.live.remove(&rev);
        self.over.remove(&(expires_at, id.clone()));
    }

    fn end(&mut self, board: &BoardName, id: &NoticeId, end: End, at: u64, news: &mut News) {
        // What has expired may be taken off the ribbon later: it ended when it expired.
        let Some(track) = self.tracks.get_mut(id).filter(|track| track.end.is_none()) else {
            return;
        };
        track.end = Some((end, at));
        track.tell(board, id, end.name(), at, news);
        let (rev, expires_at) = (track.rev, track.expires_at);
        self.settle(id, rev, expires_at);
    }

    fn expire(&mut self, board: &BoardName, now: u64, news: &mut News) {
        while let Some((expires_at, id)) = self.over.first().filter(|(over, _)| *over <= now).cloned() {
            self.over.pop_first();
            self.end(board, &id, End::Expired, expires_at, news);
        }
    }

    fn deliver(
        &mut self,
        board: &BoardName,
        versions: std::ops::RangeInclusive<Version>,
        terminals: u64,
        at: u64,
        news: &mut News,
    ) {
        if versions.is_empty() {
            return;
        }
        for id in self.live.range(versions).map(|(_, id)| id) {
            let Some(track) = self.tracks.get_mut(id) else { continue };
            if track.deliver(terminals, at) {
                track.tell(board, id, "delivered", at, news);
            }
        }
    }
}

#[cfg(test)]
mod tests;
