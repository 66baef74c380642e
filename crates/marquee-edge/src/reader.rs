//! Entries for one connection: from memory where they are, else from pages that all who missed them share, else from
//! disk. It never waits on the disk in a connection's own thread.

use crate::pages::Pages;
use marquee_core::session::{Filter, Reading, Seen};
use marquee_core::{BoardName, Change, Version};
use marquee_log::ring::Recent;
use marquee_log::{Kept, ReadError, Records};
use marquee_protocol::frame::decode_entry;
use std::sync::Arc;

/// What reading gave.
pub(crate) enum Page {
    /// The next entries, in order.
    Next(Vec<Arc<Kept>>),
    /// They are not kept any more.
    Trimmed,
    /// The log could not be read.
    Failed,
}

/// The entries after a version, at most `limit` of them.
pub(crate) async fn read(pages: &Pages, board: &BoardName, after: Version, limit: usize) -> Page {
    let ring = pages.ring();
    if let Recent::Next(kept) = ring.read_after(board, after, limit) {
        return Page::Next(kept);
    }
    if let Some(kept) = pages.read(board, after, limit).await {
        return Page::Next(kept);
    }
    let (log, name) = (ring.log().clone(), board.clone());
    let read = tokio::task::spawn_blocking(move || log.read_after(&name, after, limit)).await;
    match read {
        Ok(Ok(Records::Next(records))) => {
            Page::Next(records.into_iter().map(|record| Arc::new(Kept::new(record))).collect())
        }
        Ok(Ok(Records::Trimmed { .. })) => Page::Trimmed,
        // Whoever reads it again and again finds the same: it is told once.
        Ok(Err(ReadError::Damaged { board: damaged, version })) if !ring.note_damage(&damaged, version) => {
            Page::Failed
        }
        Ok(Err(error)) => failed(board, &error.to_string()),
        Err(error) => failed(board, &ReadError::Failed { detail: error.to_string() }.to_string()),
    }
}

fn failed(board: &BoardName, error: &str) -> Page {
    tracing::error!(%board, error, "a terminal cannot be served from the log");
    Page::Failed
}

impl Page {
    /// What the session needs to know of it.
    pub(crate) fn reading(&self, filter: &Filter) -> Reading {
        match self {
            Self::Next(entries) => Reading::Entries(entries.iter().map(|kept| seen(kept, filter)).collect()),
            Self::Trimmed => Reading::Trimmed,
            Self::Failed => Reading::Failed,
        }
    }
}

fn seen(kept: &Kept, filter: &Filter) -> Seen {
    let record = &kept.record;
    Seen { version: record.version, at: record.at, passes: filter.is_open() || passes(kept, filter) }
}

/// What cannot be read here is not for us to hide.
fn passes(kept: &Kept, filter: &Filter) -> bool {
    let Ok(Some(entry)) = decode_entry(&kept.record.body) else { return true };
    match &entry.change {
        Change::Put(notice) => filter.admits(notice.level, notice.tags.iter().map(|tag| &**tag)),
        Change::Delete { .. } | Change::Policy { .. } | Change::Cursor { .. } | Change::Auth(_) => true,
    }
}
