//! How a stream over SSE hears that whoever it is for has to go. Its body is pulled by HTTP, so nothing can be taken out of it
//! from outside: it looks before each piece, and what HTTP has taken before and the socket has not is kept from going out. It
//! decides nothing.

use crate::cores::Core;
use futures_util::task::AtomicWaker;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Context;
use tokio::sync::Notify;

/// Where a connection's bytes go out, as far as a stream on it may stop them.
#[derive(Debug, Default)]
pub struct Outlet {
    stopped: AtomicBool,
    waits: AtomicWaker,
}

impl Outlet {
    /// What the socket has not taken yet is not to go out.
    fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.waits.wake();
    }

    /// Whether that was said; if not, the one who waits with bytes is woken when it is.
    pub(crate) fn is_stopped(&self, context: &Context<'_>) -> bool {
        self.waits.register(context.waker());
        self.stopped.load(Ordering::Acquire)
    }
}

/// Said once, and never taken back.
#[derive(Debug)]
pub(crate) struct Severed {
    said: AtomicBool,
    moved: Arc<Notify>,
    outlet: Option<Arc<Outlet>>,
}

impl Severed {
    /// Wakes whoever waits for its boards to move, too.
    pub(crate) fn new(moved: Arc<Notify>, outlet: Option<Arc<Outlet>>) -> Self {
        Self { said: AtomicBool::new(false), moved, outlet }
    }

    /// It has to go.
    pub(crate) fn say(&self) {
        self.said.store(true, Ordering::Release);
        self.moved.notify_one();
        if let Some(outlet) = &self.outlet {
            outlet.stop();
        }
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
