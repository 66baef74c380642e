//! Who is connected, and how far each has been written: a row for each board that a connection follows, for as long as
//! it does. It is bounded as connections and their boards are. Nothing depends on it, and it knows no addresses.

use crate::teller::Teller;
use marquee_core::session::{Kind, SessionId, Terminal};
use marquee_core::{BoardName, Version};
use marquee_protocol::answer::TransportWord;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How a terminal is connected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Transport {
    /// `/v1/ws`.
    Ws,
    /// `/v1/sse`.
    Sse,
}

/// Which row: of a session, of a board.
pub(crate) type Key = (SessionId, BoardName);

/// Every row, by session and board.
#[derive(Default)]
pub(crate) struct Terminals {
    rows: Mutex<BTreeMap<Key, Arc<Row>>>,
}

/// One board that a connection follows.
pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) kind: Kind,
    pub(crate) transport: Transport,
    pub(crate) name: Option<Box<str>>,
    /// Since when, ms.
    pub(crate) since: u64,
    /// The last entry that was written to it, not only given out.
    written: AtomicU64,
    /// Of one that is told what to show: who tells it, and how many cues it was told.
    told: Option<(Arc<Teller>, AtomicU64)>,
}

/// A connection's hold on its row: gone with it.
pub(crate) struct Place {
    terminals: Arc<Terminals>,
    row: Arc<Row>,
}

impl Transport {
    /// Whether a terminal can be asked for an answer.
    pub(crate) fn answers(self) -> bool {
        self == Self::Ws
    }
}

impl From<Transport> for TransportWord {
    fn from(transport: Transport) -> Self {
        match transport {
            Transport::Ws => Self::Ws,
            Transport::Sse => Self::Sse,
        }
    }
}

impl Terminals {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Key, Arc<Row>>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection follows a board from now on.
    pub(crate) fn enter(
        self: &Arc<Self>,
        terminal: &Terminal,
        transport: Transport,
        board: BoardName,
        teller: Option<Arc<Teller>>,
        now: u64,
    ) -> Place {
        let row = Arc::new(Row {
            key: (terminal.session, board),
            kind: terminal.kind,
            transport,
            name: terminal.name.clone(),
            since: now,
            written: AtomicU64::new(0),
            told: teller.map(|teller| (teller, AtomicU64::new(0))),
        });
        self.lock().insert(row.key.clone(), row.clone());
        Place { terminals: self.clone(), row }
    }

    /// The rows after one, which need not be there any more; at most so many.
    pub(crate) fn after(&self, key: Option<Key>, limit: usize) -> Vec<Arc<Row>> {
        let from = key.map_or(Bound::Unbounded, Bound::Excluded);
        self.lock().range((from, Bound::Unbounded)).take(limit).map(|(_, row)| row.clone()).collect()
    }
}

impl Row {
    /// The last entry that was written to it, or is in what it was told; 0: none was.
    pub(crate) fn written(&self) -> Version {
        if let Some((teller, told)) = &self.told
            && let Some(version) = teller.version(told.load(Ordering::Relaxed))
        {
            return version;
        }
        Version(self.written.load(Ordering::Relaxed))
    }
}

impl Place {
    /// It has been written up to here.
    pub(crate) fn moved(&self, upto: Version) {
        self.row.written.store(upto.0, Ordering::Relaxed);
    }
}

impl Place {
    /// It has been told so many cues, which is up to here.
    pub(crate) fn told(&self, count: u64, upto: Version) {
        if let Some((_, told)) = &self.row.told {
            told.store(count, Ordering::Relaxed);
        }
        self.moved(upto);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.terminals.lock().remove(&self.row.key);
    }
}
