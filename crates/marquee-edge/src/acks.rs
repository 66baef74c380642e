//! How far terminals say they are, on its way to the log: gathered for a moment, so that a terminal that acknowledges
//! each entry costs no entry each. What is gathered is lost with the process; what is in the log is not.

use marquee_applier::{Applier, NotDone};
use marquee_core::auth::Reader;
use marquee_core::board::Op;
use marquee_core::{BoardName, Cursor};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// How long acknowledgements are gathered; the promise is that a crash loses those of 5 s at most. On a full disk they wait
/// longer, and while the server drains none is kept.
const GATHER: Duration = Duration::from_secs(2);
/// Readers that one command moves.
const AT_ONCE: usize = 1_000;
/// Readers that are gathered at most. One more is not taken: its next acknowledgement may be.
const READERS_MAX: usize = 100_000;

pub(crate) struct Acks {
    applier: Applier,
    gathered: Mutex<HashMap<Arc<Reader>, Cursor>>,
    came: Notify,
    /// Whether it was told that there is no room; once for each time that there is none.
    told: AtomicBool,
}

impl Acks {
    pub(crate) fn new(applier: Applier) -> Self {
        Self { applier, gathered: Mutex::default(), came: Notify::new(), told: AtomicBool::new(false) }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<Reader>, Cursor>> {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A reader is here, and will not be taken back.
    pub(crate) fn note(&self, reader: Reader, seen: Cursor) {
        {
            let mut gathered = self.lock();
            let full = gathered.len() >= READERS_MAX;
            match gathered.get_mut(&reader) {
                Some(known) if known.epoch == seen.epoch && known.version >= seen.version => return,
                Some(known) => *known = seen,
                None if full => {
                    if !self.told.swap(true, Ordering::Relaxed) {
                        tracing::warn!(READERS_MAX, "acknowledgements are not taken: too many wait");
                    }
                    return;
                }
                None => {
                    gathered.insert(Arc::new(reader), seen);
                }
            }
        }
        self.came.notify_one();
    }

    /// Where a reader was last; `None`: nowhere that is known.
    pub(crate) async fn find(&self, reader: &Reader) -> Option<Cursor> {
        if let Some(seen) = self.lock().get(reader) {
            return Some(seen.clone());
        }
        let boards = self.applier.boards().await.ok()?;
        boards.auth().place(reader).map(|place| place.seen.clone())
    }

    /// Brings what is gathered to the log, from time to time, for as long as it is polled.
    pub(crate) async fn run(&self) {
        loop {
            self.came.notified().await;
            tokio::time::sleep(GATHER).await;
            self.keep().await;
        }
    }

    /// Brings what is gathered to the log now.
    pub(crate) async fn keep(&self) {
        let gathered: Vec<_> = self.lock().drain().collect();
        self.told.store(false, Ordering::Relaxed);
        for some in gathered.chunks(AT_ONCE) {
            match self.applier.submit(BoardName::auth(), Op::Advance(some.into())).await {
                Ok(_) => {}
                // The server goes away, or `_auth` is damaged: the terminal is where it was kept last.
                Err(NotDone::Closed | NotDone::Lost | NotDone::Damaged { .. }) => return,
                // A later round tries again; who went on meanwhile is further already.
                Err(NotDone::Overloaded | NotDone::NoRoom) => {
                    let mut gathered = self.lock();
                    for (reader, seen) in some {
                        gathered.entry(reader.clone()).or_insert_with(|| seen.clone());
                    }
                    drop(gathered);
                    self.came.notify_one();
                }
            }
        }
    }
}
