//! Durations counted into buckets, each less than 2 % wide: percentiles of any number of answers in 16 KiB. It keeps
//! no single one but the longest.

use std::time::Duration;

/// Parts of each power of two.
const PARTS: usize = 64;
const PARTS_BITS: u32 = PARTS.trailing_zeros();
/// Powers of two, in µs: the last bucket ends above an hour.
const POWERS: usize = 28;

/// How long answers took.
#[derive(Clone)]
pub(crate) struct Times {
    buckets: Vec<u64>,
    count: u64,
    longest: Duration,
}

impl Default for Times {
    fn default() -> Self {
        Self { buckets: vec![0; PARTS * POWERS], count: 0, longest: Duration::ZERO }
    }
}

impl Times {
    pub(crate) fn add(&mut self, took: Duration) {
        let us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.buckets[place(us).min(PARTS * POWERS - 1)] += 1;
        self.count += 1;
        self.longest = self.longest.max(took);
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// The time within which so many of a hundred were answered, ms: the end of its bucket; 0 of none.
    pub(crate) fn percentile_ms(&self, percent: f64) -> f64 {
        let rank = (self.count as f64 * percent / 100.0).ceil().max(1.0);
        let mut passed = 0;
        for (place, count) in self.buckets.iter().enumerate() {
            passed += count;
            if passed as f64 >= rank {
                return (end_us(place) as f64 / 1_000.0).min(self.longest_ms());
            }
        }
        0.0
    }

    pub(crate) fn longest_ms(&self) -> f64 {
        self.longest.as_secs_f64() * 1_000.0
    }
}

/// Below `PARTS` µs a bucket is one µs wide; above, a power of two has `PARTS` of them.
fn place(us: u64) -> usize {
    let power = us.max(1).ilog2().saturating_sub(PARTS_BITS);
    let part = us >> power;
    usize::try_from(u64::from(power) * PARTS as u64 + part).unwrap_or(usize::MAX)
}

/// Where a bucket ends, in µs.
fn end_us(place: usize) -> u64 {
    let power = (place / PARTS).saturating_sub(1);
    let part = place - power * PARTS;
    (part as u64 + 1) << power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_ends_above_what_it_holds_and_by_less_than_2_percent() {
        for us in (0..5_000).chain([63_999, 1_000_000, 59_999_999, 3_600_000_000]) {
            let end = end_us(place(us));
            assert!(end > us && (end - us) as f64 <= 1.0 + us as f64 * 0.02, "{us} is in a bucket to {end}");
            assert!(place(us) < PARTS * POWERS);
        }
    }

    #[test]
    fn percentiles_are_those_of_what_was_added() {
        let mut times = Times::default();
        assert_eq!(times.percentile_ms(99.0), 0.0);
        for ms in 1..=100 {
            times.add(Duration::from_millis(ms));
        }
        for (percent, ms) in [(50.0, 50.0), (99.0, 99.0), (100.0, 100.0)] {
            let told = times.percentile_ms(percent);
            assert!((ms..ms * 1.02).contains(&told), "p{percent} is {told} ms");
        }
        assert_eq!((times.count(), times.longest_ms()), (100, 100.0));
    }
}
