//! One timeline a followed board, fed from the log like any terminal's, and its snapshot, encoded once a version.
//! It lives as long as somebody follows the board; the finished snapshot may outlive it.

use crate::encoded::{Cache, Snapshot};
use crate::pages::Pages;
use crate::reader::{self, Page};
use crate::wire::Wire;
use bytes::Bytes;
use marquee_applier::Applier;
use marquee_applier::restore::Restored;
use marquee_core::{BoardName, Cursor, Timeline, Version};
use marquee_faults::{Bug, planted};
use marquee_log::Ring;
use marquee_protocol::coding::Coding;
use marquee_protocol::frame::{decode_entry, encode_snapshot};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Entries that are read at once.
const PAGE: usize = 512;

/// Every board's.
pub(crate) struct Replicas {
    ring: Arc<Ring>,
    pages: Arc<Pages>,
    applier: Applier,
    boards: Mutex<HashMap<BoardName, Weak<Shared>>>,
    encoded: Cache,
}

/// One board's, shared by all who follow it.
pub(crate) struct Shared {
    board: BoardName,
    /// Absent until somebody asks, and again when it could not be continued.
    held: tokio::sync::Mutex<Option<Restored>>,
}

impl Replicas {
    pub(crate) fn new(pages: Arc<Pages>, applier: Applier) -> Self {
        Self {
            ring: pages.ring().clone(),
            pages,
            applier,
            boards: Mutex::default(),
            encoded: Cache::default(),
        }
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
    pub(crate) async fn snapshot(&self, shared: &Shared) -> Option<Arc<Snapshot>> {
        let board = &shared.board;
        if let Some(known) = self.known(board) {
            return Some(known);
        }
        // One of all who ask makes it; the others wait here, and find it made.
        let mut held = shared.held.lock().await;
        if let Some(known) = self.known(board) {
            return Some(known);
        }
        let restored = match held.take() {
            Some(restored) => restored,
            None => self.restore(board).await?,
        };
        let restored = self.catch_up(board, restored).await?;
        let version = restored.replica.version();
        if let Some(known) = self.encoded.get(board, version) {
            *held = Some(restored);
            return Some(known);
        }
        let (snapshot, restored) = self.encode(board, restored).await?;
        *held = Some(restored);
        // The defaults of a board that was never written may change, and no version tells of it.
        if version != Version(0) {
            self.encoded.put(snapshot.clone());
        }
        Some(snapshot)
    }

    /// The board's play as of its head, and which entry that is; `None`: the log could not be read, and the operator has been
    /// told.
    pub(crate) async fn play(&self, shared: &Shared) -> Option<(Version, Option<Timeline>)> {
        let board = &shared.board;
        let mut held = shared.held.lock().await;
        let restored = match held.take() {
            Some(restored) => restored,
            None => self.restore(board).await?,
        };
        let restored = self.catch_up(board, restored).await?;
        let play = (restored.replica.version(), restored.replica.timeline().cloned());
        *held = Some(restored);
        Some(play)
    }

    /// A form of a snapshot, made once; `None`: it could not be made, and the operator has been told.
    pub(crate) async fn form(&self, snapshot: &Snapshot, coding: Coding) -> Option<Bytes> {
        let form = snapshot.form(coding).await;
        self.encoded.grown();
        let told =
            |error: &_| tracing::error!(board = %snapshot.board, %error, "a snapshot cannot be compressed");
        form.inspect_err(told).ok()
    }

    /// A snapshot's frame as a terminal is spoken to, made once; `None`: it could not be made, and the operator has been
    /// told.
    pub(crate) async fn spoken(&self, snapshot: &Snapshot, wire: Wire) -> Option<Bytes> {
        if let Some(made) = snapshot.made(wire) {
            return Some(made);
        }
        let frame = snapshot.protobuf().await;
        self.encoded.grown();
        let told =
            |error: &_| tracing::error!(board = %snapshot.board, %error, "a snapshot has no Protobuf frame");
        frame.inspect_err(told).ok()
    }

    /// The finished snapshot as of the head, if there is one.
    pub(crate) fn known(&self, board: &BoardName) -> Option<Arc<Snapshot>> {
        let head = self.ring.bounds(board).head;
        if planted(Bug::SnapshotIsStale) {
            let old = (1..=head.0).rev().find_map(|version| self.encoded.get(board, Version(version)))?;
            let cursor = Cursor { epoch: self.ring.epoch(), version: head };
            return Some(Arc::new(Snapshot::new(board.clone(), cursor, old.at, old.frame.clone())));
        }
        self.encoded.get(board, head)
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

    /// As far as the board goes; beyond a damage there is nothing to catch up with.
    async fn catch_up(&self, board: &BoardName, mut restored: Restored) -> Option<Restored> {
        while restored.damaged.is_none() {
            let replica = &mut restored.replica;
            let entries = match reader::read(&self.pages, board, replica.version(), PAGE).await {
                Page::Next(entries) if entries.is_empty() => break,
                Page::Next(entries) => entries,
                // It stood still for longer than entries are kept: the newest checkpoint is nearer.
                Page::Trimmed => {
                    restored = self.restore(board).await?;
                    continue;
                }
                Page::Failed => return None,
            };
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
        Some(restored)
    }

    /// Off the connections' threads: a full board takes some ms.
    async fn encode(&self, board: &BoardName, restored: Restored) -> Option<(Arc<Snapshot>, Restored)> {
        // A board that was never written is shown under the defaults of now.
        let first_policy = self.applier.terms().first_policy.clone();
        let (board, epoch) = (board.clone(), self.ring.epoch());
        let encode = move || {
            let replica = &restored.replica;
            let version = replica.version();
            let at = replica.timeline().map_or(0, Timeline::now);
            let frame = encode_snapshot(&board, &epoch, version, at, replica.state(), &first_policy);
            let cursor = Cursor { epoch, version };
            tracing::debug!(%board, %cursor, "a snapshot is encoded");
            (Arc::new(Snapshot::new(board, cursor, at, frame)), restored)
        };
        let encoded = tokio::task::spawn_blocking(encode).await;
        encoded.inspect_err(|error| tracing::error!(%error, "no snapshot can be made")).ok()
    }
}
