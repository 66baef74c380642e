//! Those on one core who follow one board and have all of it: when it moves, a round sends each of them everything
//! between its cursor and the head, in one write, the same bytes for all. It waits for nobody: whoever cannot be served
//! so is told that the board has moved, and sees to it by itself.

use crate::connection::Connection;
use crate::cores::Core;
use crate::wire::Wire;
use bytes::{Bytes, BytesMut};
use marquee_core::{BoardName, Version};
use marquee_log::Kept;
use marquee_log::ring::{Recent, Watch};
use slab::Slab;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use tokio::sync::Notify;

/// Entries that one write carries at most.
const ENTRIES_MAX: usize = 64;
/// Bytes after which no further entry is taken into it.
const BYTES_MAX: usize = 64 << 10;
/// So many terminals are served before whoever else is ready gets its turn: about a millisecond.
const TERMINALS_AT_ONCE: usize = 256;

/// One board's followers on one core.
pub(crate) struct Live {
    core: Weak<Core>,
    board: BoardName,
    followers: RefCell<Slab<Weak<Connection>>>,
    /// Up to where rounds have gone.
    head: Cell<Version>,
    moved: Arc<Notify>,
    _watch: Watch,
}

/// A connection's place among them, for as long as it follows the board.
pub(crate) struct Seat {
    live: Rc<Live>,
    number: usize,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.live.followers.borrow_mut().try_remove(self.number);
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        // Its rounds end.
        self.moved.notify_one();
        if let Some(core) = self.core.upgrade() {
            core.forget(&self.board);
        }
    }
}

impl Live {
    /// Nobody's yet; its rounds are made for as long as somebody holds it.
    pub(crate) fn begin(core: &Rc<Core>, board: &BoardName) -> Rc<Self> {
        let (ring, moved) = (&core.edge.shared.ring, Arc::new(Notify::new()));
        let watch = ring.watch(board, moved.clone());
        let head = Cell::new(ring.bounds(board).head);
        let live = Rc::new(Self {
            core: Rc::downgrade(core),
            board: board.clone(),
            followers: RefCell::default(),
            head,
            moved: moved.clone(),
            _watch: watch,
        });
        let (held, core) = (Rc::downgrade(&live), core.clone());
        tokio::task::spawn_local(async move {
            loop {
                moved.notified().await;
                let Some(live) = held.upgrade() else { return };
                live.rounds(&core).await;
            }
        });
        live
    }

    /// Takes a place.
    pub(crate) fn seat(self: Rc<Self>, connection: Weak<Connection>) -> Seat {
        let number = self.followers.borrow_mut().insert(connection);
        Seat { live: self, number }
    }

    /// Until nothing is left between here and the head.
    async fn rounds(&self, core: &Core) {
        let shared = &core.edge.shared;
        loop {
            let after = self.head.get();
            let entries = match shared.ring.read_after(&self.board, after, ENTRIES_MAX) {
                Recent::Next(entries) => entries,
                Recent::Behind => {
                    self.head.set(shared.ring.bounds(&self.board).head);
                    return self.tell_all();
                }
            };
            let Some(window) = Window::new(entries) else { return };
            self.head.set(window.upto());
            self.round(core, &window).await;
        }
    }

    async fn round(&self, core: &Core, window: &Window) {
        let places = self.followers.borrow().capacity();
        let mut sent = 0;
        for number in 0..places {
            if number % TERMINALS_AT_ONCE == 0 && number > 0 {
                self.count(core, window, &mut sent);
                tokio::task::yield_now().await;
            }
            let follower = self.followers.borrow().get(number).and_then(Weak::upgrade);
            if follower.is_some_and(|connection| connection.advance(&self.board, window)) {
                sent += 1;
            }
        }
        self.count(core, window, &mut sent);
    }

    /// Whoever asks what has become of a notice hears of it.
    fn count(&self, core: &Core, window: &Window, sent: &mut u64) {
        let shared = &core.edge.shared;
        let terminals = std::mem::take(sent);
        shared.lifecycles.delivered(&self.board, window.after, window.upto(), terminals, shared.time.now());
    }

    fn tell_all(&self) {
        for (_, follower) in &*self.followers.borrow() {
            if let Some(connection) = follower.upgrade() {
                connection.stir();
            }
        }
    }
}

/// Entries without a hole that go out together, each encoding of them made once and laid end to end.
pub(crate) struct Window {
    after: Version,
    entries: Vec<Arc<Kept>>,
    laid: [OnceCell<Laid>; Wire::ALL.len()],
}

struct Laid {
    bytes: Bytes,
    /// Where each entry ends in them.
    ends: Vec<usize>,
}

/// Where a write that was cut short has left off.
pub(crate) struct Cut {
    /// The last entry of which anything was written.
    pub(crate) upto: Version,
    /// Its time, ms.
    pub(crate) at: u64,
    /// What of it is still to be written.
    pub(crate) rest: Bytes,
}

impl Window {
    /// As many of them as one write takes; `None`: there are none.
    fn new(mut entries: Vec<Arc<Kept>>) -> Option<Self> {
        let mut bytes = 0;
        let count = entries.iter().take_while(|kept| {
            let takes = bytes < BYTES_MAX;
            bytes += kept.record.body.len();
            takes
        });
        let count = count.count();
        entries.truncate(count);
        let after = Version(entries.first()?.record.version.0 - 1);
        Some(Self { after, entries, laid: Default::default() })
    }

    /// The last version.
    pub(crate) fn upto(&self) -> Version {
        Version(self.after.0 + self.entries.len() as u64)
    }

    /// The last one's time, ms.
    pub(crate) fn at(&self) -> u64 {
        self.entries.last().map_or(0, |kept| kept.record.at)
    }

    /// Which of the entries is the first after a version; `None`: it is not among them, or none is.
    fn place(&self, after: Version) -> Option<usize> {
        let place = usize::try_from(after.0.checked_sub(self.after.0)?).ok()?;
        (place < self.entries.len()).then_some(place)
    }

    fn laid(&self, wire: Wire) -> &Laid {
        self.laid[wire as usize].get_or_init(|| {
            if let [one] = &self.entries[..] {
                let bytes = wire.entry(one);
                return Laid { ends: vec![bytes.len()], bytes };
            }
            let (mut bytes, mut ends) = (BytesMut::new(), Vec::with_capacity(self.entries.len()));
            for kept in &self.entries {
                bytes.extend_from_slice(&wire.entry(kept));
                ends.push(bytes.len());
            }
            Laid { bytes: bytes.freeze(), ends }
        })
    }

    /// All that follows a version; `None`: nothing here does, or not without a hole.
    pub(crate) fn bytes(&self, wire: Wire, after: Version) -> Option<&[u8]> {
        let place = self.place(after)?;
        let laid = self.laid(wire);
        let begins = place.checked_sub(1).map_or(0, |before| laid.ends[before]);
        Some(&laid.bytes[begins..])
    }

    /// Where one stands who has got so many of the bytes that follow a version, at least one and not all.
    pub(crate) fn cut(&self, wire: Wire, after: Version, written: usize) -> Option<Cut> {
        let place = self.place(after)?;
        let laid = self.laid(wire);
        let begins = place.checked_sub(1).map_or(0, |before| laid.ends[before]);
        let stopped = begins + written;
        let last = laid.ends.partition_point(|end| *end < stopped);
        let kept = self.entries.get(last)?;
        let whole = wire.entry(kept);
        let left = laid.ends[last] - stopped;
        Some(Cut { upto: kept.record.version, at: kept.record.at, rest: whole.slice(whole.len() - left..) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_log::Record;
    use proptest::prelude::*;

    fn window(first: u64, lengths: &[usize]) -> Option<Window> {
        let kept = |(n, length): (usize, &usize)| {
            let letter = b"abcdefghij"[n % 10];
            let version = Version(first + n as u64);
            let body = Bytes::from(vec![letter; *length]);
            Arc::new(Kept::new(Record { version, at: 100 + version.0, kind: "put".into(), body }))
        };
        Window::new(lengths.iter().enumerate().map(kept).collect())
    }

    #[test]
    fn a_window_is_all_that_follows_a_version_and_nothing_with_a_hole() {
        let window = window(5, &[3, 4, 5]).unwrap();
        assert_eq!((window.after, window.upto(), window.at()), (Version(4), Version(7), 107));
        let after = |version| window.bytes(Wire::Json, Version(version));
        assert_eq!(after(4), Some(&b"\x81\x03aaa\x81\x04bbbb\x81\x05ccccc"[..]));
        assert_eq!(after(6), Some(&b"\x81\x05ccccc"[..]));
        assert_eq!((after(3), after(7), after(8)), (None, None, None));
        assert!(super::tests::window(5, &[]).is_none());
    }

    #[test]
    fn a_window_is_bounded_and_has_one_entry_at_least() {
        assert_eq!(window(1, &[BYTES_MAX * 2, 1]).unwrap().upto(), Version(1));
        assert_eq!(window(1, &[BYTES_MAX - 1, 5, 1]).unwrap().upto(), Version(2));
    }

    proptest! {
        /// Whatever was written of a window: with the rest of the last entry, and what follows that one, it is all.
        #[test]
        fn a_write_that_was_cut_short_goes_on_where_it_stopped(
            lengths in proptest::collection::vec(0usize..300, 1..20),
            skipped in 0usize..19,
            written in 0usize..10_000,
        ) {
            let window = window(10, &lengths).unwrap();
            let after = Version(9 + (skipped % lengths.len()) as u64);
            let all = window.bytes(Wire::Json, after).unwrap();
            let written = 1 + written % (all.len() - 1);
            let cut = window.cut(Wire::Json, after, written).unwrap();
            let following = window.bytes(Wire::Json, cut.upto).unwrap_or_default();
            prop_assert_eq!([&all[..written], &cut.rest, following].concat(), all);
            prop_assert_eq!(cut.at, 100 + cut.upto.0);
            let got = window.entries.iter().filter(|kept| kept.record.version <= cut.upto);
            prop_assert!(got.count() > 0);
        }
    }
}
