//! The applier's thread and the world take turns: one of them runs, the other stands still, so that a world with the
//! real applier in it is as repeatable as one of a single thread. It decides nothing.
//!
//! ```text
//!   world ──go──► the applier runs ──stop──► the world runs ──go──► …
//!                                   (it waits for commands, or for the disk, or it has ended)
//! ```

use marquee_core::{BoardName, Version};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Where the applier stands still.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// It waits for commands, at most so long.
    Waiting(Duration),
    /// It waits for the disk.
    Writing(Write),
    /// Its thread comes to its end.
    Ended,
}

/// What is on its way to the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Write {
    /// A batch.
    Append,
    /// States.
    Checkpoints,
    /// Old entries go.
    Trim {
        /// Of this board.
        board: BoardName,
        /// Those below.
        before: Version,
    },
}

/// How it goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Go {
    /// It takes what waits.
    On,
    /// The order is over.
    End,
    /// What it was writing has come to this.
    Written(Written),
}

/// What has become of a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// It is synced.
    Synced,
    /// The disk is full; nothing was written.
    NoRoom,
    /// The sync failed, or the power. The disk may have taken it all the same.
    Lost {
        /// Whether it has.
        kept: bool,
    },
}

/// Whose turn it is.
#[derive(Default, Debug)]
pub struct Turns {
    inner: Mutex<Inner>,
    changed: Condvar,
}

#[derive(Default, Debug)]
struct Inner {
    stop: Option<Stop>,
    go: Option<Go>,
}

impl Turns {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The applier stands still, until the world lets it go on.
    pub(crate) fn stop(&self, stop: Stop) -> Go {
        let mut inner = self.lock();
        inner.stop = Some(stop);
        self.changed.notify_all();
        loop {
            if let Some(go) = inner.go.take() {
                return go;
            }
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The applier will not stand still any more.
    pub(crate) fn ended(&self) {
        self.lock().stop = Some(Stop::Ended);
        self.changed.notify_all();
    }

    /// The world waits until the applier stands still.
    pub(crate) fn wait(&self) -> Stop {
        let mut inner = self.lock();
        loop {
            if let Some(stop) = inner.stop.take() {
                return stop;
            }
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The world lets the applier go on, and waits until it stands still again.
    pub(crate) fn go(&self, go: Go) -> Stop {
        self.lock().go = Some(go);
        self.changed.notify_all();
        self.wait()
    }
}
