//! How often whoever is known may come: notices a second a token, requests for tokens a second an address. Each has a second's
//! worth at once, and gets it back evenly (GCRA, by `governor`). It answers at once and never waits; who is forgotten, because
//! too many others came since, has a second's worth anew.

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::{Quota, RateLimiter};
use lru::LruCache;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Those of each kind who are remembered; beyond it whoever has not come for longest is forgotten.
pub const REMEMBERED_MAX: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// How much of an IPv6 address says whose it is: whoever has one has this whole network.
const NETWORK_BITS: u32 = 64;

/// It was too much; how long until there is room, in whole seconds, rounded up: 1 at least.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RetryAfter {
    /// What `Retry-After` says.
    pub seconds: u64,
}

/// The limits in force. `C` is the clock: another one is for tests.
pub struct Limits<C: Clock = MonotonicClock> {
    notices: Option<Budget<C>>,
    token_requests: Option<Budget<C>>,
}

/// What each of many has of one thing.
struct Budget<C: Clock> {
    limiter: RateLimiter<Box<str>, Owed, C, NoOpMiddleware<C::Instant>>,
    owed: Owed,
    a_second: NonZeroU32,
}

/// Until when what each has taken is paid back: a bounded table.
#[derive(Clone)]
struct Owed(Arc<Mutex<LruCache<Box<str>, Nanos>>>);

/// Nothing of whoever came.
impl<C: Clock> fmt::Debug for Limits<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = |budget: &Option<Budget<C>>| budget.as_ref().map_or(0, |budget| budget.a_second.get());
        write!(
            f,
            "Limits({} notices/s, {} token requests/s)",
            rate(&self.notices),
            rate(&self.token_requests)
        )
    }
}

impl Limits {
    /// So many a second, each; 0: no limit.
    pub fn new(notices_per_s: u32, token_requests_per_s: u32) -> Self {
        Self::with_clock(notices_per_s, token_requests_per_s, &MonotonicClock)
    }

    /// No limit of anything.
    pub fn none() -> Self {
        Self::new(0, 0)
    }
}

impl<C: Clock + Clone> Limits<C> {
    /// The same by another clock.
    pub fn with_clock(notices_per_s: u32, token_requests_per_s: u32, clock: &C) -> Self {
        let budget =
            |a_second| NonZeroU32::new(a_second).map(|a_second| Budget::new(a_second, clock.clone()));
        Self { notices: budget(notices_per_s), token_requests: budget(token_requests_per_s) }
    }

    /// Takes room for so many notices of that publisher, together or not at all. More than a second's worth are let through where
    /// nothing is owed, and all of them are owed from then on: so the largest batch is never refused for good, and on average
    /// nobody has more than his rate.
    pub fn publish(&self, publisher: &str, notices: usize) -> Result<(), RetryAfter> {
        let notices = u32::try_from(notices).unwrap_or(u32::MAX);
        self.notices.as_ref().map_or(Ok(()), |budget| budget.take(publisher, notices))
    }

    /// Takes room for one request for a token; [`asker`] says of whom.
    pub fn token_request(&self, who: &str) -> Result<(), RetryAfter> {
        self.token_requests.as_ref().map_or(Ok(()), |budget| budget.take(who, 1))
    }
}

/// Who asks for a token: an address (of IPv6 its network), and the client that it names. Give `client_id` only where it is one
/// that is configured: with made-up ones an address could take as often as it likes, and with them apart from the address anyone
/// could use up what another one has.
pub fn asker(address: IpAddr, client_id: Option<&str>) -> String {
    let network = match address.to_canonical() {
        IpAddr::V6(address) => {
            let bits = u128::from(address) >> (128 - NETWORK_BITS) << (128 - NETWORK_BITS);
            IpAddr::V6(Ipv6Addr::from(bits))
        }
        address => address,
    };
    format!("{network} {}", client_id.unwrap_or_default())
}

impl<C: Clock> Budget<C> {
    fn new(a_second: NonZeroU32, clock: C) -> Self {
        let owed = Owed(Arc::new(Mutex::new(LruCache::new(REMEMBERED_MAX))));
        let limiter = RateLimiter::new(Quota::per_second(a_second), owed.clone(), clock);
        Self { limiter, owed, a_second }
    }

    fn take(&self, who: &str, number: u32) -> Result<(), RetryAfter> {
        let at_once = NonZeroU32::new(number.min(self.a_second.get()));
        let Some(at_once) = at_once else { return Ok(()) };
        let who: Box<str> = who.into();
        match self.limiter.check_key_n(&who, at_once) {
            Ok(Ok(())) => {
                self.owed.add(&who, self.pays_back_in(number - at_once.get()));
                Ok(())
            }
            Ok(Err(not_until)) => {
                let wait = not_until.wait_time_from(self.limiter.clock().now());
                Err(RetryAfter { seconds: rounded_up(wait) })
            }
            Err(_) => unreachable!("a second's worth is what may be taken at once"),
        }
    }

    fn pays_back_in(&self, number: u32) -> Duration {
        Duration::from_secs(1) * number / self.a_second.get()
    }
}

impl Owed {
    fn add(&self, who: &str, more: Duration) {
        if more.is_zero() {
            return;
        }
        if let Some(until) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(who) {
            *until = *until + more;
        }
    }
}

impl StateStore for Owed {
    type Key = Box<str>;

    fn measure_and_replace<T, F, E>(&self, who: &Box<str>, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut owed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (answer, until) = measure(owed.get(who).copied())?;
        owed.put(who.clone(), until);
        Ok(answer)
    }
}

fn rounded_up(wait: Duration) -> u64 {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn limits(notices: u32, requests: u32) -> (Limits<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (Limits::with_clock(notices, requests, &clock), clock)
    }

    const fn after(seconds: u64) -> Result<(), RetryAfter> {
        Err(RetryAfter { seconds })
    }

    #[test]
    fn a_second_s_worth_is_there_at_once_and_comes_back_evenly() {
        let (limits, clock) = limits(0, 10);
        for _ in 0..10 {
            assert_eq!(limits.token_request("a"), Ok(()));
        }
        assert_eq!(limits.token_request("a"), after(1));
        assert_eq!(limits.token_request("b"), Ok(()), "another one has his own");
        clock.advance(Duration::from_millis(99));
        assert_eq!(limits.token_request("a"), after(1));
        clock.advance(Duration::from_millis(1));
        assert_eq!((limits.token_request("a"), limits.token_request("a")), (Ok(()), after(1)));
        clock.advance(Duration::from_secs(3_600));
        let passed = (0..100).filter(|_| limits.token_request("a").is_ok()).count();
        assert_eq!(passed, 10, "an hour of rest is worth no more than a second");
    }

    #[test]
    fn the_largest_batch_passes_within_a_second_however_much_went_before() {
        let (limits, clock) = limits(2_000, 0);
        while limits.publish("t", 7).is_ok() {}
        while limits.publish("t", 1).is_ok() {}
        assert_eq!(limits.publish("t", 1_000), after(1));
        clock.advance(Duration::from_millis(500));
        assert_eq!(limits.publish("t", 1_000), Ok(()), "half a second is room for a thousand");
        assert_eq!(limits.publish("t", 1), after(1), "they counted one by one");
    }

    #[test]
    fn what_has_no_room_takes_none() {
        let (limits, clock) = limits(2_000, 0);
        assert_eq!(limits.publish("t", 1_500), Ok(()));
        for _ in 0..100 {
            assert_eq!(limits.publish("t", 1_000), after(1));
        }
        assert_eq!(limits.publish("t", 500), Ok(()));
        clock.advance(Duration::from_millis(1));
        assert_eq!((limits.publish("t", 3), limits.publish("t", 2)), (after(1), Ok(())));
        assert_eq!(limits.publish("t", 0), Ok(()), "nothing has always room");
    }

    #[test]
    fn more_than_a_second_s_worth_is_let_through_and_owed() {
        let (limits, clock) = limits(100, 0);
        assert_eq!(limits.publish("t", 1_000), Ok(()), "no batch is refused for good");
        assert_eq!(limits.publish("t", 1), after(10), "a second's worth was there, and nine are owed");
        clock.advance(Duration::from_millis(9_000));
        assert_eq!(limits.publish("t", 1), after(1));
        clock.advance(Duration::from_millis(10));
        assert_eq!(limits.publish("t", 1), Ok(()));
        assert_eq!(limits.publish("t", 1_000), after(1), "it waits until nothing is owed");
        clock.advance(Duration::from_secs(1));
        assert_eq!(limits.publish("t", usize::MAX), Ok(()), "and no number is too large to count");
        assert!(limits.publish("t", 1).is_err());
    }

    #[test]
    fn on_average_nobody_has_more_than_his_rate() {
        for batch in [1, 30, 99, 100, 101, 999] {
            let (limits, clock) = limits(100, 0);
            let mut passed = 0;
            for _ in 0..600_000 {
                if limits.publish("t", batch).is_ok() {
                    passed += batch;
                }
                clock.advance(Duration::from_millis(1));
            }
            // Ten minutes, a second's worth at the start, and a batch that is still owed.
            let most = 600 * 100 + 100 + batch;
            assert!((59_000..=most).contains(&passed), "{batch}: {passed}");
        }
    }

    #[test]
    fn nothing_is_limited_where_the_rate_is_0() {
        let none = Limits::none();
        for _ in 0..10_000 {
            assert_eq!((none.publish("t", 4_096), none.token_request("a")), (Ok(()), Ok(())));
        }
        assert_eq!(format!("{:?}", Limits::new(5, 0)), "Limits(5 notices/s, 0 token requests/s)");
    }

    #[test]
    fn a_flood_of_others_is_not_remembered_without_end() {
        let (limits, _clock) = limits(1, 1);
        let held =
            |budget: &Option<Budget<_>>| budget.as_ref().map(|budget| budget.owed.0.lock().unwrap().len());
        assert_eq!(limits.publish("first", 1), Ok(()));
        for n in 0..REMEMBERED_MAX.get() * 3 {
            let who = n.to_string();
            assert_eq!((limits.publish(&who, 1), limits.token_request(&who)), (Ok(()), Ok(())));
        }
        let most = Some(REMEMBERED_MAX.get());
        assert_eq!((held(&limits.notices), held(&limits.token_requests)), (most, most));
        let newest = (REMEMBERED_MAX.get() * 3 - 1).to_string();
        assert_eq!(limits.publish(&newest, 1), after(1), "whoever came last is remembered");
        assert_eq!(limits.publish("first", 1), Ok(()), "who came first is forgotten");
    }

    #[test]
    fn whoever_asks_is_an_address_and_a_client() {
        let of = |address: &str, client: Option<&str>| asker(address.parse().unwrap(), client);
        let same =
            [("192.0.2.1", "::ffff:192.0.2.1"), ("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff")];
        for (one, other) in same {
            assert_eq!(of(one, None), of(other, None), "{one} {other}");
        }
        let all = [
            of("192.0.2.1", None),
            of("192.0.2.1", Some("wall")),
            of("192.0.2.2", Some("wall")),
            of("2001:db8:0:1::1", None),
            of("2001:db8:0:2::1", None),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
    }
}
