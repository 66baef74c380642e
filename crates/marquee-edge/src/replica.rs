//! One timeline a followed board, fed from the log like any terminal's, and its snapshot, encoded once a version.
//! It lives as long as somebody follows the board.

use crate::reader::{self, Page};
use bytes::Bytes;
use marquee_applier::Applier;
use marquee_applier::restore::Restored;
use marquee_core::{BoardName, Cursor, Replica, Timeline, Version};
use marquee_log::Ring;
use marquee_protocol::frame::{decode_entry, encode_snapshot};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Entries that are read at once.
const PAGE: usize = 512;

/// A board's whole state as of one entry, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(crate) cursor: Cursor,
    /// ms.
    pub(crate) at: u64,
    pub(crate) frame: Bytes,
}

/// Every board's.
pub(crate) struct Replicas {
    ring: Arc<Ring>,
    applier: Applier,
    boards: Mutex<HashMap<BoardName, Weak<Shared>>>,
}

/// One board's, shared by all who follow it.
pub(crate) struct Shared {
    board: BoardName,
    held: tokio::sync::Mutex<Held>,
}

#[derive(Default)]
struct Held {
    /// Absent until somebody asks, and again when it could not be continued.
    replica: Option<Restored>,
    encoded: Option<Snapshot>,
}

impl Replicas {
    pub(crate) fn new(ring: Arc<Ring>, applier: Applier) -> Self {
        Self { ring, applier, boards: Mutex::default() }
    }

    /// The replica of a board; it is dropped with the last who holds it.
    pub(crate) fn of(&self, board: &BoardName) -> Arc<Shared> {
        let mut boards = self.boards.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shared) = boards.get(board).and_then(Weak::upgrade) {
            return shared;
        }
        boards.retain(|_, shared| shared.strong_count() > 0);
        let shared = Arc::new(Shared { board: board.clone(), held: tokio::sync::Mutex::default() });
        boards.insert(board.clone(), Arc::downgrade(&shared));
        shared
    }

    /// The board's snapshot as of its head; `None`: the log could not be read, and the operator has been told.
    pub(crate) async fn snapshot(&self, shared: &Shared) -> Option<Snapshot> {
        let mut held = shared.held.lock().await;
        let replica = match held.replica.take() {
            Some(replica) => replica,
            None => self.restore(&shared.board).await?,
        };
        // Beyond its damage there is nothing to catch up with.
        let restored = match replica {
            Restored { replica, damaged: None } => {
                Restored { replica: self.catch_up(&shared.board, replica).await?, damaged: None }
            }
            damaged => damaged,
        };
        let replica = &restored.replica;
        let version = replica.version();
        let written = version != Version(0);
        let known = held.encoded.take().filter(|snapshot| written && snapshot.cursor.version == version);
        let snapshot = known.unwrap_or_else(|| self.encode(&shared.board, replica));
        held.encoded = Some(snapshot.clone());
        held.replica = Some(restored);
        Some(snapshot)
    }

    async fn restore(&self, board: &BoardName) -> Option<Restored> {
        let (log, name) = (self.ring.log().clone(), board.clone());
        let restore =
            move || marquee_applier::restore::replica(&*log, &name).map_err(|error| error.to_string());
        let restored = tokio::task::spawn_blocking(restore).await.map_err(|error| error.to_string());
        let restored = restored
            .and_then(|restored| restored)
            .inspect_err(|error| tracing::error!(%board, error, "no snapshot can be made"))
            .ok()?;
        if let Some(version) = restored.damaged
            && self.ring.note_damage(board, version)
        {
            tracing::error!(%board, %version, "the board is damaged on disk: what precedes this version is shown");
        }
        // A board without any state is not one that was never written.
        (restored.damaged.is_none() || restored.replica.timeline().is_some()).then_some(restored)
    }

    async fn catch_up(&self, board: &BoardName, mut replica: Replica) -> Option<Replica> {
        loop {
            let entries = match reader::read(&self.ring, board, replica.version(), PAGE).await {
                Page::Next(entries) => entries,
                // It stood still for longer than entries are kept: the newest checkpoint is nearer.
                Page::Trimmed => {
                    let restored = self.restore(board).await?;
                    if restored.damaged.is_some() {
                        return Some(restored.replica);
                    }
                    replica = restored.replica;
                    continue;
                }
                Page::Failed => return None,
            };
            if entries.is_empty() {
                return Some(replica);
            }
            for kept in entries {
                let version = kept.record.version;
                let applied = match decode_entry(&kept.record.body) {
                    Ok(Some(entry)) => replica.apply(&entry),
                    Ok(None) => replica.pass_over(version),
                    Err(error) => {
                        tracing::error!(%board, %version, %error, "no snapshot can be made");
                        return None;
                    }
                };
                if let Err(error) = applied {
                    tracing::error!(%board, %version, %error, "no snapshot can be made");
                    return None;
                }
            }
        }
    }

    fn encode(&self, board: &BoardName, replica: &Replica) -> Snapshot {
        let (epoch, version) = (self.ring.epoch(), replica.version());
        let at = replica.timeline().map_or(0, Timeline::now);
        // A board that was never written is shown under the defaults of now.
        let first_policy = &self.applier.terms().first_policy;
        let frame = encode_snapshot(board, &epoch, version, at, replica.state(), first_policy);
        Snapshot { cursor: Cursor { epoch, version }, at, frame }
    }
}
