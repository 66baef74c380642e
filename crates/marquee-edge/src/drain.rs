//! Going away without a stampede: each connection gets its own moment within the window, and its own time to come
//! back. It closes nothing itself.

use rand::RngExt;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// The least time after which a terminal is asked to come back, ms.
const RETRY_AFTER_MIN_MS: u64 = 500;
/// The most, ms.
const RETRY_AFTER_MAX_MS: u64 = 5_000;

/// Whether the server stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// It does.
    Serving,
    /// It goes: every connection is told by then.
    Draining {
        /// The end of the window.
        until: Instant,
    },
    /// It ends at once: every connection is closed now.
    Ending,
}

/// Tells every connection when it is time to go.
#[derive(Clone, Debug)]
pub struct Drain {
    phase: watch::Sender<Phase>,
}

impl Default for Drain {
    fn default() -> Self {
        Self { phase: watch::Sender::new(Phase::Serving) }
    }
}

impl Drain {
    /// From now on nobody is welcome, and who is here leaves within the window.
    pub fn begin(&self, window: Duration) {
        self.phase.send_replace(Phase::Draining { until: Instant::now() + window });
    }

    /// There is no more time: who is still here is closed now.
    pub fn hurry(&self) {
        self.phase.send_replace(Phase::Ending);
    }

    /// Whether it has begun.
    pub fn has_begun(&self) -> bool {
        *self.phase.borrow() != Phase::Serving
    }

    /// For a connection, to hear of it.
    pub fn watch(&self) -> watch::Receiver<Phase> {
        self.phase.subscribe()
    }
}

/// This connection's moment within the window.
pub(crate) fn moment(until: Instant) -> Instant {
    let left = until.saturating_duration_since(Instant::now());
    Instant::now() + left.mul_f64(rand::rng().random_range(0.0..0.9))
}

/// When this terminal is to come back, ms.
pub(crate) fn retry_after_ms() -> u64 {
    rand::rng().random_range(RETRY_AFTER_MIN_MS..=RETRY_AFTER_MAX_MS)
}
