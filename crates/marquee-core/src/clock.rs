//! One time for `at` and `server_time`: it starts at max(wall clock, newest `at`), runs on the monotonic clock
//! and leans towards wall time by at most 5 %. It never goes back, and follows no jump of the wall clock.

/// How strongly the clock leans towards wall time: one part in so many of the time that passes.
const LEAN: u64 = 20;
/// A wall clock that is further away than this is reported, not followed, ms.
pub const JUMP_MS: u64 = 60_000;

/// What the clock says, and whether the wall clock has jumped since it was last asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Milliseconds since the Unix epoch.
    pub now: u64,
    /// The wall clock's distance if it has just left (`Some`) the range that is followed, ms, + is ahead.
    pub jumped: Option<i64>,
}

/// The rule; whoever owns it feeds it both clocks.
#[derive(Clone, Debug)]
pub struct Clock {
    now: u64,
    mono: u64,
    /// Elapsed time not yet turned into lean, ms.
    unleaned: u64,
    astray: bool,
}

impl Clock {
    /// Starts at the wall clock's time, or at the newest `at` that the log has, if that is later.
    pub fn start(wall: u64, mono: u64, newest_at: u64) -> Self {
        Self { now: wall.max(newest_at), mono, unleaned: 0, astray: false }
    }

    /// The time at these readings of both clocks, in ms.
    pub fn read(&mut self, wall: u64, mono: u64) -> Reading {
        let elapsed = mono.saturating_sub(self.mono);
        self.mono = self.mono.max(mono);
        self.now += elapsed;
        let ahead = wall.cast_signed() - self.now.cast_signed();
        if ahead.unsigned_abs() > JUMP_MS {
            let jumped = (!self.astray).then_some(ahead);
            self.astray = true;
            return Reading { now: self.now, jumped };
        }
        self.astray = false;
        self.unleaned += elapsed;
        let lean = (self.unleaned / LEAN).min(ahead.unsigned_abs());
        if ahead == 0 {
            self.unleaned = 0;
        } else if lean > 0 {
            self.unleaned -= lean * LEAN;
            // Leaning back takes no more than a twentieth of what has passed, so time still goes forward.
            self.now = if ahead > 0 { self.now + lean } else { self.now - lean.min(elapsed) };
        }
        Reading { now: self.now, jumped: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_starts_at_the_newest_at_if_the_wall_clock_is_behind() {
        assert_eq!(Clock::start(1_000, 0, 5_000).read(1_000, 0).now, 5_000);
        assert_eq!(Clock::start(9_000, 0, 5_000).read(9_000, 0).now, 9_000);
    }

    #[test]
    fn it_leans_by_a_twentieth_until_it_agrees() {
        let mut clock = Clock::start(100_000, 0, 110_000);
        assert_eq!(clock.read(120_000, 20_000).now, 129_000);
        assert_eq!(clock.read(300_000, 200_000).now, 300_000);
    }

    #[test]
    fn a_jump_is_reported_once_and_not_followed() {
        let mut clock = Clock::start(1_000_000, 0, 0);
        assert_eq!(clock.read(2_000_000, 1_000), Reading { now: 1_001_000, jumped: Some(999_000) });
        assert_eq!(clock.read(2_001_000, 2_000), Reading { now: 1_002_000, jumped: None });
        assert_eq!(clock.read(1_003_000, 3_000), Reading { now: 1_003_000, jumped: None });
        assert_eq!(clock.read(1_000, 4_000).jumped, Some(-1_003_000));
    }

    proptest! {
        #[test]
        fn it_never_goes_back_and_never_leans_more_than_a_twentieth(
            steps in proptest::collection::vec((0u64..5_000, -90_000i64..90_000), 1..60)
        ) {
            let (mut wall, mut mono) = (1_000_000_000i64, 0);
            let mut clock = Clock::start(wall.cast_unsigned(), mono, 0);
            let (begin, mut last) = (clock.read(wall.cast_unsigned(), mono).now, 0);
            for (elapsed, drift) in steps {
                mono += elapsed;
                wall += elapsed.cast_signed() + drift;
                let now = clock.read(wall.cast_unsigned(), mono).now;
                prop_assert!(now >= last);
                last = now;
            }
            let ran = last - begin;
            prop_assert!(ran.abs_diff(mono) <= mono / LEAN + 1, "{ran} in {mono}");
        }
    }
}
