//! Where one case is tried: a server, a transport, boards that nobody else uses, and a book of what was seen.

use crate::board::Board;
use crate::server::Server;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, expect};
use crate::wire::{Ask, Frame, Kind, Transport};
use rand::RngExt;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Frames that a failure shows.
const FRAMES_SHOWN: usize = 12;
/// Characters of each.
const FRAME_SHOWN: usize = 400;

/// One case's place.
#[derive(Clone)]
pub(crate) struct Ground {
    pub(crate) server: Arc<Server>,
    pub(crate) transport: &'static dyn Transport,
    pub(crate) book: Arc<Book>,
}

/// What a case has seen, over all of its connections.
#[derive(Default)]
pub(crate) struct Book {
    last: Mutex<VecDeque<String>>,
    /// Entries by board and version: the same everywhere and for ever.
    entries: Mutex<BTreeMap<(String, u64), Value>>,
}

impl Ground {
    /// A board with a name that was never used.
    pub(crate) async fn board(&self) -> Verdict<Board> {
        Board::new(self.server.clone(), self.name()).await
    }

    /// A name that was never used.
    pub(crate) fn name(&self) -> String {
        self.name_under("conformance-")
    }

    /// The same, beginning with this.
    pub(crate) fn name_under(&self, start: &str) -> String {
        format!("{start}{:016x}", rand::rng().random::<u64>())
    }

    /// Opens a connection.
    pub(crate) async fn open(&self, ask: &Ask) -> Verdict<Terminal> {
        self.book.note(&format!("(a {} connects with {:?})", ask.kind.name(), ask.cursor()));
        let wire = self.transport.open(&self.server, ask).await?;
        Ok(Terminal::new(wire, ask, self.book.clone()))
    }

    /// A terminal that comes back to a board with a cursor.
    pub(crate) async fn back(&self, kind: Kind, board: &Board, cursor: &str) -> Verdict<Terminal> {
        self.open(&Ask::new(kind, &board.name).after(cursor)).await
    }

    /// A terminal that has nothing.
    pub(crate) async fn fresh(&self, kind: Kind, board: &Board) -> Verdict<Terminal> {
        self.open(&Ask::new(kind, &board.name)).await
    }
}

impl Book {
    /// Remembers a line for a failure.
    pub(crate) fn note(&self, line: &str) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() == FRAMES_SHOWN {
            last.pop_front();
        }
        last.push_back(line.chars().take(FRAME_SHOWN).collect());
    }

    /// The last lines.
    pub(crate) fn last(&self) -> Vec<String> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// An entry is what it was when it came before, on whatever connection.
    pub(crate) fn compare(&self, frame: &Frame) -> Verdict {
        let Some(version) = frame.version() else { return Ok(()) };
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (frame.board().to_owned(), version);
        let known = entries.entry(key).or_insert_with(|| frame.value.clone());
        let promise = format_args!("version {version} as it came before: {known}");
        expect(*known == frame.value, promise, &frame.text)
    }
}
