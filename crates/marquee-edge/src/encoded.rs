//! Snapshots as finished bytes: each version is encoded once, and each compressed or binary form of it made once, when somebody
//! first asks for it, for whoever asks after. What is held over all boards has a bound; it decides nothing else.

use crate::wire::Wire;
use bytes::Bytes;
use marquee_core::{BoardName, Cursor, Version};
use marquee_protocol::coding::Coding;
use marquee_protocol::frame::protobuf::snapshot_of_json;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::OnceCell;

/// Bytes that are held of all boards' snapshots, compressed forms too. Above it those that nobody has asked for for
/// longest go; whoever is being sent one keeps it until it is sent.
const BYTES_MAX: usize = 64 << 20;
/// What a snapshot takes beyond its bytes.
const OVERHEAD_BYTES: usize = 512;
/// Of gzip: a ratio near the best, at a few ms a MiB.
const GZIP_LEVEL: u32 = 6;
/// Of brotli: above it time grows faster than what it saves.
const BROTLI_QUALITY: i32 = 5;
/// Of brotli: how far back it looks, as a power of two.
const BROTLI_WINDOW: i32 = 22;
/// Of zstd: its own default.
const ZSTD_LEVEL: i32 = 3;

/// A board's whole state as of one entry, ready to be sent.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) board: BoardName,
    pub(crate) cursor: Cursor,
    /// ms.
    pub(crate) at: u64,
    pub(crate) frame: Bytes,
    zstd: OnceCell<Bytes>,
    br: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
    protobuf: OnceCell<Bytes>,
}

impl Snapshot {
    /// Without any compressed form yet.
    pub(crate) fn new(board: BoardName, cursor: Cursor, at: u64, frame: Bytes) -> Self {
        let (zstd, br, gzip, protobuf) = Default::default();
        Self { board, cursor, at, frame, zstd, br, gzip, protobuf }
    }

    fn cell(&self, coding: Coding) -> Option<&OnceCell<Bytes>> {
        match coding {
            Coding::Zstd => Some(&self.zstd),
            Coding::Br => Some(&self.br),
            Coding::Gzip => Some(&self.gzip),
            Coding::Identity => None,
        }
    }

    /// The frame in a form, made off the connections' threads by whoever asks first.
    pub(crate) async fn form(&self, coding: Coding) -> io::Result<Bytes> {
        let Some(cell) = self.cell(coding) else { return Ok(self.frame.clone()) };
        let make = || async {
            let frame = self.frame.clone();
            tracing::debug!(board = %self.board, cursor = %self.cursor, form = coding.name(), "a snapshot is compressed");
            tokio::task::spawn_blocking(move || compress(coding, &frame)).await.map_err(io::Error::other)?
        };
        cell.get_or_try_init(make).await.cloned()
    }

    /// The frame as a terminal is spoken to, if that is made.
    pub(crate) fn made(&self, wire: Wire) -> Option<Bytes> {
        match wire {
            Wire::Json => Some(self.frame.clone()),
            Wire::Protobuf => self.protobuf.get().cloned(),
        }
    }

    /// The frame in Protobuf, made off the connections' threads by whoever asks first.
    pub(crate) async fn protobuf(&self) -> io::Result<Bytes> {
        let make = || async {
            let frame = self.frame.clone();
            let made = tokio::task::spawn_blocking(move || snapshot_of_json(&frame)).await;
            made.map_err(io::Error::other)?.map_err(io::Error::other)
        };
        self.protobuf.get_or_try_init(make).await.cloned()
    }

    fn bytes(&self) -> usize {
        let forms = [&self.zstd, &self.br, &self.gzip, &self.protobuf].into_iter().filter_map(OnceCell::get);
        OVERHEAD_BYTES + self.frame.len() + forms.map(Bytes::len).sum::<usize>()
    }
}

fn compress(coding: Coding, frame: &[u8]) -> io::Result<Bytes> {
    let mut out = Vec::new();
    match coding {
        Coding::Zstd => zstd::stream::copy_encode(frame, &mut out, ZSTD_LEVEL)?,
        Coding::Br => {
            let params = brotli::enc::BrotliEncoderParams {
                quality: BROTLI_QUALITY,
                lgwin: BROTLI_WINDOW,
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &*frame, &mut out, &params)?;
        }
        Coding::Gzip => {
            let mut gzip = flate2::write::GzEncoder::new(&mut out, flate2::Compression::new(GZIP_LEVEL));
            gzip.write_all(frame)?;
            gzip.finish()?;
        }
        Coding::Identity => out.extend_from_slice(frame),
    }
    Ok(out.into())
}

/// The newest snapshots of the boards that were asked for last, one a board.
pub(crate) struct Cache {
    /// Who was asked for last stands last.
    held: Mutex<VecDeque<Arc<Snapshot>>>,
    bytes_max: usize,
}

impl Default for Cache {
    fn default() -> Self {
        Self { held: Mutex::default(), bytes_max: BYTES_MAX }
    }
}

impl Cache {
    /// The board's snapshot, if it is there and of this version.
    pub(crate) fn get(&self, board: &BoardName, version: Version) -> Option<Arc<Snapshot>> {
        let mut held = self.lock();
        let place = held.iter().position(|snapshot| snapshot.board == *board)?;
        if held[place].cursor.version != version {
            return None;
        }
        let found = held.remove(place)?;
        held.push_back(found.clone());
        Some(found)
    }

    /// Holds a snapshot in the place of the board's older one.
    pub(crate) fn put(&self, snapshot: Arc<Snapshot>) {
        let mut held = self.lock();
        held.retain(|known| known.board != snapshot.board);
        held.push_back(snapshot);
        self.bound(&mut held);
    }

    /// A form was made: what is held has grown.
    pub(crate) fn grown(&self) {
        self.bound(&mut self.lock());
    }

    fn bound(&self, held: &mut VecDeque<Arc<Snapshot>>) {
        let mut bytes: usize = held.iter().map(|snapshot| snapshot.bytes()).sum();
        while bytes > self.bytes_max {
            let Some(oldest) = held.pop_front() else { return };
            bytes = bytes.saturating_sub(oldest.bytes());
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Arc<Snapshot>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::Epoch;

    fn snapshot(board: &str, version: u64, bytes: usize) -> Arc<Snapshot> {
        let cursor = Cursor { epoch: Epoch::parse("testepoch").unwrap(), version: Version(version) };
        let frame = Bytes::from(vec![b'x'; bytes]);
        Arc::new(Snapshot::new(BoardName::parse(board).unwrap(), cursor, 0, frame))
    }

    fn has(cache: &Cache, board: &str, version: u64) -> bool {
        cache.get(&BoardName::parse(board).unwrap(), Version(version)).is_some()
    }

    #[test]
    fn who_was_not_asked_for_for_longest_goes_first_and_forms_count() {
        let cache = Cache { bytes_max: 3 * (1_000 + OVERHEAD_BYTES), ..Cache::default() };
        for board in ["a", "b", "c"] {
            cache.put(snapshot(board, 1, 1_000));
        }
        assert!(has(&cache, "a", 1), "asked for again");
        cache.put(snapshot("d", 1, 1_000));
        assert!(!has(&cache, "b", 1) && has(&cache, "a", 1));
        cache.put(snapshot("a", 2, 1_000));
        assert!(!has(&cache, "a", 1) && has(&cache, "a", 2) && has(&cache, "c", 1), "one a board");
        let grown = snapshot("e", 1, 900);
        cache.put(grown.clone());
        assert!(has(&cache, "c", 1) && has(&cache, "e", 1));
        grown.gzip.set(Bytes::from(vec![0; 500])).unwrap();
        grown.protobuf.set(Bytes::from(vec![0; 500])).unwrap();
        cache.grown();
        assert!(!has(&cache, "a", 2) && has(&cache, "e", 1));
        cache.put(snapshot("f", 1, 100_000));
        assert!(!has(&cache, "e", 1) && !has(&cache, "f", 1), "what is larger than all is not held");
    }
}
