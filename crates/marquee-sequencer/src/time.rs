//! One clock for `at` and `server_time`: the thin shell around the core's rule, fed by this machine's clocks.
//! It never goes back.

use marquee_core::clock::Clock;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Two clocks to feed it.
pub trait Clocks: fmt::Debug + Send + Sync + 'static {
    /// Milliseconds since the Unix epoch; it may jump.
    fn wall(&self) -> u64;

    /// Milliseconds since some moment; it only goes forward.
    fn mono(&self) -> u64;
}

/// This machine's.
#[derive(Debug)]
struct Machine {
    started: Instant,
}

impl Clocks for Machine {
    fn wall(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| millis(since.as_millis()))
    }

    fn mono(&self) -> u64 {
        millis(self.started.elapsed().as_millis())
    }
}

/// The clock of one process.
#[derive(Debug)]
pub struct Time {
    clocks: Box<dyn Clocks>,
    clock: Mutex<Clock>,
}

impl Time {
    /// Starts at the wall clock's time, or at the newest `at` of the log, if that is later; ms.
    pub fn start(newest_at: u64) -> Self {
        Self::fed_by(Box::new(Machine { started: Instant::now() }), newest_at)
    }

    /// The same, fed by other clocks than this machine's: a simulation has its own.
    pub fn fed_by(clocks: Box<dyn Clocks>, newest_at: u64) -> Self {
        let clock = Clock::start(clocks.wall(), clocks.mono(), newest_at);
        Self { clocks, clock: Mutex::new(clock) }
    }

    /// Milliseconds since the Unix epoch.
    pub fn now(&self) -> u64 {
        let mut clock = self.clock.lock().unwrap_or_else(PoisonError::into_inner);
        let reading = clock.read(self.clocks.wall(), self.clocks.mono());
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

fn millis(wide: u128) -> u64 {
    u64::try_from(wide).unwrap_or(u64::MAX)
}
