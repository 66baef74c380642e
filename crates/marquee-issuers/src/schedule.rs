//! When an issuer's keys are fetched next, as a pure machine over milliseconds of any clock that only goes on. It fetches nothing.
//!
//! Keys are good for as long as their document says, within bounds. A token with a key that nobody knows may be the first of a new
//! one: then they are fetched at once, but because of such tokens once a minute at most, whoever sends how many of them.

/// The shortest time for which keys are good, whatever their document says.
pub const FRESH_MS_MIN: u64 = 5 * 60 * 1_000;
/// The longest.
pub const FRESH_MS_MAX: u64 = 24 * 60 * 60 * 1_000;
/// How long keys are good whose document does not say it.
pub const FRESH_MS: u64 = 60 * 60 * 1_000;
/// Between two fetches because of unknown keys there is at least this.
pub const UNKNOWN_MS: u64 = 60 * 1_000;
/// When a fetch that failed is tried again for the first time; each further time takes twice as long.
pub const RETRY_MS: u64 = 5 * 1_000;
/// The longest time until it is tried again.
pub const RETRY_MS_MAX: u64 = 60 * 1_000;

/// What is known of one issuer's fetches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    due_at: u64,
    /// Whether it is because of an unknown key that it is due then.
    for_unknown: bool,
    /// When it was last fetched because of an unknown key.
    unknown_at: Option<u64>,
    /// Failures since the last success.
    failures: u32,
}

impl Schedule {
    /// Nothing is fetched yet: it is due at once.
    pub fn new(now: u64) -> Self {
        Self { due_at: now, for_unknown: false, unknown_at: None, failures: 0 }
    }

    /// How long nothing is due, ms; 0: a fetch is.
    pub fn wait(&self, now: u64) -> u64 {
        self.due_at.saturating_sub(now)
    }

    /// A token named a key that nobody has.
    pub fn unknown(&mut self, now: u64) {
        // What fails is tried again within a minute anyway.
        if self.failures > 0 {
            return;
        }
        let earliest = self.unknown_at.map_or(now, |at| now.max(at.saturating_add(UNKNOWN_MS)));
        if earliest < self.due_at {
            self.due_at = earliest;
            self.for_unknown = true;
        }
    }

    /// The fetch that was due begins.
    pub fn begins(&mut self, now: u64) {
        if std::mem::take(&mut self.for_unknown) {
            self.unknown_at = Some(now);
        }
    }

    /// It gave keys, which their document calls good for so many seconds.
    pub fn succeeded(&mut self, now: u64, max_age_s: Option<u64>) {
        self.failures = 0;
        let fresh_ms = max_age_s.map_or(FRESH_MS, |seconds| seconds.saturating_mul(1_000));
        self.due_at = now.saturating_add(fresh_ms.clamp(FRESH_MS_MIN, FRESH_MS_MAX));
    }

    /// It gave none.
    pub fn failed(&mut self, now: u64) {
        let again_ms = RETRY_MS.saturating_mul(1 << self.failures.min(16)).min(RETRY_MS_MAX);
        self.failures = self.failures.saturating_add(1);
        self.due_at = now.saturating_add(again_ms);
    }
}

/// How long an answer says that it is good, in seconds, by its `Cache-Control`; what says that it is not to be kept is 0.
pub fn max_age_s<'a>(headers: impl IntoIterator<Item = &'a str>) -> Option<u64> {
    let mut found = None;
    for directive in headers.into_iter().flat_map(|header| header.split(',')) {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        let name = name.trim();
        if name.eq_ignore_ascii_case("no-store") || name.eq_ignore_ascii_case("no-cache") {
            return Some(0);
        }
        if name.eq_ignore_ascii_case("max-age") && found.is_none() {
            // A number without end is a long time all the same.
            let digits = value.trim().trim_matches('"');
            if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                found = Some(digits.parse().unwrap_or(u64::MAX));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fetched at 0, and good for an hour.
    fn fresh() -> Schedule {
        let mut schedule = Schedule::new(0);
        assert_eq!(schedule.wait(0), 0, "at the start it is due");
        schedule.begins(0);
        schedule.succeeded(0, None);
        assert_eq!(schedule.wait(0), FRESH_MS);
        schedule
    }

    #[test]
    fn keys_are_good_for_as_long_as_they_say_within_bounds() {
        for (said, ms) in [
            (None, FRESH_MS),
            (Some(0), FRESH_MS_MIN),
            (Some(299), FRESH_MS_MIN),
            (Some(301), 301_000),
            (Some(7_200), 7_200_000),
            (Some(86_401), FRESH_MS_MAX),
            (Some(u64::MAX), FRESH_MS_MAX),
        ] {
            let mut schedule = fresh();
            schedule.succeeded(1_000, said);
            assert_eq!(schedule.wait(1_000), ms, "{said:?}");
            assert_eq!((schedule.wait(999 + ms), schedule.wait(1_000 + ms)), (1, 0), "{said:?}");
        }
    }

    #[test]
    fn unknown_keys_make_one_fetch_a_minute_and_not_more_in_a_day_of_them() {
        let mut schedule = fresh();
        let mut fetched = Vec::new();
        // A token with an unknown key each second.
        for now in (1..24 * 3_600).map(|second| second * 1_000) {
            schedule.unknown(now);
            if schedule.wait(now) == 0 {
                schedule.begins(now);
                schedule.succeeded(now, None);
                fetched.push(now);
            }
        }
        assert_eq!(fetched[0], 1_000, "the first is at once");
        assert!(fetched.windows(2).all(|pair| pair[1] - pair[0] == UNKNOWN_MS), "{fetched:?}");
    }

    #[test]
    fn one_that_comes_within_the_minute_is_heard_at_its_end() {
        let mut schedule = fresh();
        schedule.unknown(10_000);
        schedule.begins(10_000);
        schedule.succeeded(10_500, None);
        schedule.unknown(12_000);
        schedule.unknown(30_000);
        assert_eq!(schedule.wait(12_000), 58_000);
        assert_eq!(schedule.wait(70_000), 0);
        schedule.begins(70_000);
        schedule.succeeded(70_100, None);
        assert_eq!(schedule.wait(70_100), FRESH_MS, "and that is all");
    }

    #[test]
    fn a_fetch_that_was_due_anyway_takes_nothing_from_the_minute() {
        let mut schedule = fresh();
        schedule.begins(FRESH_MS);
        schedule.succeeded(FRESH_MS, None);
        schedule.unknown(FRESH_MS + 1);
        assert_eq!(schedule.wait(FRESH_MS + 1), 0);
    }

    #[test]
    fn what_fails_is_tried_again_ever_later_and_no_token_hastens_it() {
        let mut schedule = fresh();
        let (mut now, mut waits) = (FRESH_MS, Vec::new());
        for _ in 0..40 {
            schedule.begins(now);
            schedule.failed(now);
            schedule.unknown(now);
            waits.push(schedule.wait(now) / 1_000);
            now += schedule.wait(now);
        }
        assert_eq!(waits[..6], [5, 10, 20, 40, 60, 60]);
        assert!(waits[6..].iter().all(|wait| *wait == 60));
        schedule.succeeded(now, None);
        schedule.failed(now);
        assert_eq!(schedule.wait(now), RETRY_MS, "a success forgets them");
    }

    #[test]
    fn cache_control_is_read_as_it_is_written() {
        for (headers, expected) in [
            (&["max-age=60"][..], Some(60)),
            (&["public, MAX-AGE = \"600\" , must-revalidate"], Some(600)),
            (&["public", "max-age=7"], Some(7)),
            (&["max-age=7, max-age=8"], Some(7)),
            (&["s-maxage=60"], None),
            (&["max-age=soon", "max-age=-1", "max-age=", ""], None),
            (&["max-age=99999999999999999999999"], Some(u64::MAX)),
            (&["max-age=60, no-store"], Some(0)),
            (&["No-Cache"], Some(0)),
            (&[], None),
        ] {
            assert_eq!(max_age_s(headers.iter().copied()), expected, "{headers:?}");
        }
    }
}
