//! Where a connection waits for its boards to move, and where it is known by what it came. Each transport has its own way to be woken; what has moved, and what
//! that means, is not told here.

use marquee_core::{Access, BoardName};
use marquee_log::Ring;
use marquee_log::ring::Watch;
use std::sync::Arc;
use tokio::sync::Notify;

/// Takes a seat at each board that a connection follows.
pub(crate) trait Seats {
    /// Held for as long as the board is followed.
    type Seat;

    /// From now on the connection hears of each new entry of a board, written or not yet.
    fn take(&self, board: &BoardName) -> Self::Seat;

    /// The connection is here by something else from now on.
    fn comes_by(&self, access: &Access);
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

    /// It has no way to say so.
    fn comes_by(&self, _: &Access) {}
}
