//! How a stream over SSE hears that whoever it is for has to go. Its body is pulled by HTTP, so nothing can be taken out of it
//! from outside: it looks before each piece. It decides nothing.

use crate::cores::Core;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

/// Said once, and never taken back.
#[derive(Debug)]
pub(crate) struct Severed {
    said: AtomicBool,
    moved: Arc<Notify>,
}

impl Severed {
    /// Wakes whoever waits for its boards to move, too.
    pub(crate) fn new(moved: Arc<Notify>) -> Self {
        Self { said: AtomicBool::new(false), moved }
    }

    /// It has to go.
    pub(crate) fn say(&self) {
        self.said.store(true, Ordering::Release);
        self.moved.notify_one();
    }

    /// Whether it has to.
    pub(crate) fn is_said(&self) -> bool {
        self.said.load(Ordering::Acquire)
    }
}

/// A stream's place among those of its core, for as long as it is held.
#[derive(Debug)]
pub(crate) struct Entered(pub(crate) usize);

impl Drop for Entered {
    fn drop(&mut self) {
        // A body is dropped where it was made, unless that core is at its end.
        if let Some(core) = Core::of_this_thread() {
            core.leave(self.0, u64::MAX);
        }
    }
}
