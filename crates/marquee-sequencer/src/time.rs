//! One clock for `at` and `server_time`: the thin shell around the core's rule, fed by this machine's clocks.
//! It never goes back.

use marquee_core::clock::Clock;
use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The clock of one process.
#[derive(Debug)]
pub struct Time {
    started: Instant,
    clock: Mutex<Clock>,
}

impl Time {
    /// Starts at the wall clock's time, or at the newest `at` of the log, if that is later; ms.
    pub fn start(newest_at: u64) -> Self {
        let started = Instant::now();
        Self { started, clock: Mutex::new(Clock::start(wall(), 0, newest_at)) }
    }

    /// Milliseconds since the Unix epoch.
    pub fn now(&self) -> u64 {
        let mut clock = self.clock.lock().unwrap_or_else(PoisonError::into_inner);
        let reading = clock.read(wall(), millis(self.started.elapsed().as_millis()));
        drop(clock);
        if let Some(ahead) = reading.jumped {
            tracing::warn!(
                ahead_ms = ahead,
                "the wall clock has jumped: entries keep the old time, which leans towards it once it is near"
            );
        }
        reading.now
    }
}

fn wall() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| millis(since.as_millis()))
}

fn millis(wide: u128) -> u64 {
    u64::try_from(wide).unwrap_or(u64::MAX)
}
