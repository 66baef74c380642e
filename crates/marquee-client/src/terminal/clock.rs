//! The server's clock as a terminal knows it, learnt from pings. It leans towards what it learns and never jumps, unless
//! it is far off: a ribbon that jumps is seen. It reads no clock itself; all times are whole milliseconds.

use std::collections::VecDeque;

/// How many samples are remembered; beyond it the oldest goes.
const SAMPLES_MAX: usize = 16;
/// A correction may take one part in so many of the passing time: 5 %.
const SLEW: i64 = 20;
/// A clock that is further off than this jumps, ms.
const JUMP_MS: i64 = 2_000;

#[derive(Clone, Copy, Debug)]
struct Sample {
    offset_ms: i64,
    round_trip_ms: i64,
}

/// What the offset rests on so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Ground {
    #[default]
    Nothing,
    Hello,
    Samples,
}

/// The rule: the median of the better half of the last samples, slewed.
#[derive(Clone, Debug, Default)]
pub(super) struct Clock {
    samples: VecDeque<Sample>,
    ground: Ground,
    target_ms: i64,
    applied_ms: i64,
    applied_at: u64,
}

fn signed(time: u64) -> i64 {
    i64::try_from(time).unwrap_or(i64::MAX)
}

impl Clock {
    /// The server's time minus this one's, as it is applied now, ms.
    pub(super) fn offset_ms(&self, now: u64) -> i64 {
        let most = signed(now.saturating_sub(self.applied_at)) / SLEW;
        self.applied_ms + (self.target_ms - self.applied_ms).clamp(-most, most)
    }

    /// The server's time, ms.
    pub(super) fn server_time(&self, now: u64) -> u64 {
        now.saturating_add_signed(self.offset_ms(now))
    }

    /// A new connection says what time it is: rough, as nobody knows how long it was on its way.
    pub(super) fn hello(&mut self, server_time: u64, received: u64) {
        self.samples.clear();
        let offset_ms = signed(server_time) - signed(received);
        if self.ground == Ground::Nothing || self.is_far(offset_ms, received) {
            self.jump(offset_ms, received);
        }
        if self.ground == Ground::Nothing {
            self.ground = Ground::Hello;
        }
    }

    /// A ping came back.
    pub(super) fn sample(&mut self, sent: u64, server_time: u64, received: u64) {
        let round_trip_ms = signed(received.saturating_sub(sent));
        if self.samples.len() == SAMPLES_MAX {
            self.samples.pop_front();
        }
        let middle = signed(sent) + round_trip_ms / 2;
        self.samples.push_back(Sample { offset_ms: signed(server_time) - middle, round_trip_ms });
        let target = self.median();
        if self.ground != Ground::Samples || self.is_far(target, received) {
            self.jump(target, received);
        } else {
            self.applied_ms = self.offset_ms(received);
            self.applied_at = received;
            self.target_ms = target;
        }
        self.ground = Ground::Samples;
    }

    fn median(&self) -> i64 {
        let mut best: Vec<Sample> = self.samples.iter().copied().collect();
        best.sort_by_key(|sample| sample.round_trip_ms);
        best.truncate(best.len().div_ceil(2));
        best.sort_by_key(|sample| sample.offset_ms);
        let at = |place: usize| best.get(place).map_or(0, |sample| sample.offset_ms);
        let middle = best.len() / 2;
        if best.len() % 2 == 1 { at(middle) } else { (at(middle.saturating_sub(1)) + at(middle)) / 2 }
    }

    fn is_far(&self, offset_ms: i64, now: u64) -> bool {
        (offset_ms - self.offset_ms(now)).abs() > JUMP_MS
    }

    fn jump(&mut self, target_ms: i64, now: u64) {
        self.target_ms = target_ms;
        self.applied_ms = target_ms;
        self.applied_at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hello_is_taken_until_a_ping_knows_better() {
        let mut clock = Clock::default();
        clock.hello(501_000, 1_000);
        assert_eq!(clock.server_time(1_500), 501_500);
        clock.sample(1_500, 501_600, 1_700);
        assert_eq!(clock.offset_ms(1_700), 500_000, "the middle of the way there and back");
    }

    #[test]
    fn the_slow_half_of_the_pings_is_not_listened_to() {
        let mut clock = Clock::default();
        for (at, offset, round_trip) in
            [(0, 100, 10), (1_000, 102, 12), (2_000, 900, 800), (3_000, -700, 900), (4_000, 101, 11)]
        {
            let received = at + round_trip;
            clock.sample(at, (at + round_trip / 2).saturating_add_signed(offset), received);
        }
        assert_eq!(clock.offset_ms(100_000), 101);
    }

    #[test]
    fn a_small_correction_leans_and_a_great_one_jumps() {
        let mut clock = Clock::default();
        clock.sample(0, 1_000, 0);
        assert_eq!(clock.offset_ms(0), 1_000);
        for _ in 0..SAMPLES_MAX {
            clock.sample(10_000, 11_100, 10_000);
        }
        assert_eq!(clock.offset_ms(10_000), 1_000, "not at once");
        assert_eq!(clock.offset_ms(11_000), 1_050, "by one part in twenty of the time that passes");
        assert_eq!(clock.offset_ms(12_000), 1_100);
        assert_eq!(clock.offset_ms(99_000), 1_100, "and not beyond");
        clock.hello(500_000, 100_000);
        assert_eq!(clock.offset_ms(100_000), 400_000, "a server's clock of another day");
    }
}
