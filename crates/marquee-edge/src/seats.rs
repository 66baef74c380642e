//! Where a connection waits for its boards to move, and where it is known by what it came. Each transport has its own way to be woken; what has moved, and what
//! that means, is not told here.

use marquee_core::{Access, BoardName};
use marquee_log::Ring;
use marquee_log::ring::Watch;
use std::sync::Arc;
use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;

/// Takes a seat at each board that a connection follows.
pub(crate) trait Seats {
    /// Held for as long as the board is followed.
    type Seat;

    /// From now on the connection hears of each new entry of a board, written or not yet.
    fn take(&self, board: &BoardName) -> Self::Seat;

    /// From now on the connection is looked at whenever there is news, for as long as what is returned is held.
    fn wakes_at(&self, news: watch::Receiver<u64>) -> Wakes;

    /// The connection is here by something else from now on.
    fn comes_by(&self, access: &Access);
}

/// A task that wakes a connection; it ends with this.
pub(crate) struct Wakes(AbortHandle);

impl Wakes {
    /// Calls `wake` whenever there is news. The calling thread has to own connections.
    pub(crate) fn calling(mut news: watch::Receiver<u64>, wake: impl Fn() + 'static) -> Self {
        let waking = async move {
            while news.changed().await.is_ok() {
                wake();
            }
        };
        Self(tokio::task::spawn_local(waking).abort_handle())
    }
}

impl Drop for Wakes {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// One that is woken by itself.
pub(crate) struct Alone {
    pub(crate) ring: Arc<Ring>,
    pub(crate) moved: Arc<Notify>,
}

impl Seats for Alone {
    type Seat = Watch;

    fn take(&self, board: &BoardName) -> Watch {
        self.ring.watch(board, self.moved.clone())
    }

    fn wakes_at(&self, news: watch::Receiver<u64>) -> Wakes {
        let moved = self.moved.clone();
        Wakes::calling(news, move || moved.notify_one())
    }

    /// It has no way to say so.
    fn comes_by(&self, _: &Access) {}
}
