//! Bursts of notices at a rate, each waited for until every terminal has it, and what that took: CPU of whoever sends, time
//! of each delivery. Who sends is the caller's business.

use super::crowd::Crowd;
use super::pinned::Taken;
use super::times::Times;
use crate::Failure;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Keys of notices: each replaces one, so each is one entry.
const KEYS: u64 = 32;

/// Notices of one length, each other than those before.
pub(crate) struct Notices {
    pub(crate) board: &'static str,
    pub(crate) characters: usize,
    pub(crate) han: bool,
    pub(crate) published: u64,
}

impl Notices {
    /// The next so many.
    pub(crate) fn next(&mut self, count: usize) -> Value {
        let mut notice = || {
            self.published += 1;
            let number = self.published;
            json!({
                "id": format!("n{number:07}"), "board": self.board, "key": format!("k{:02}", number % KEYS),
                "text": text(self.characters, self.han, number),
            })
        };
        json!((0..count).map(|_| notice()).collect::<Vec<_>>())
    }
}

fn text(characters: usize, han: bool, number: u64) -> String {
    let number = format!("{number:07} ");
    let fill = if han { '走' } else { 'x' };
    number.chars().chain(std::iter::repeat(fill)).take(characters).collect()
}

/// How they come.
#[derive(Clone, Copy)]
pub(crate) struct Bursts {
    /// A second.
    pub(crate) rate: u32,
    pub(crate) seconds: f64,
    /// Those that are waited for.
    pub(crate) terminals: usize,
    pub(crate) burst: usize,
    /// Of whoever sends.
    pub(crate) core: Option<usize>,
    /// Whether the terminals count the times of these apart from others.
    pub(crate) apart: bool,
}

/// What it was like.
pub(crate) struct Side {
    /// CPU of a delivery.
    pub(crate) us: f64,
    pub(crate) deliveries: u64,
    /// From each burst's first byte until it was with all; pauses between are not in it.
    pub(crate) busy: Duration,
    /// CPU of the terminals, what they count after a burst included.
    pub(crate) load: Duration,
}

impl Side {
    /// Deliveries a second while bursts are on their way.
    pub(crate) fn per_s(sides: &[Self]) -> f64 {
        deliveries(sides) / busy(sides).as_secs_f64()
    }

    /// CPU of the terminals while bursts are on their way, in percent of a core: near 100 they are what limits.
    pub(crate) fn load_percent(sides: &[Self]) -> f64 {
        100.0 * load(sides).as_secs_f64() / busy(sides).as_secs_f64()
    }

    /// Deliveries a second that the terminals could take, if they did nothing else.
    pub(crate) fn load_per_s(sides: &[Self]) -> f64 {
        deliveries(sides) / load(sides).as_secs_f64()
    }
}

fn deliveries(sides: &[Side]) -> f64 {
    sides.iter().map(|side| side.deliveries).sum::<u64>() as f64
}

fn busy(sides: &[Side]) -> Duration {
    sides.iter().map(|side| side.busy).sum()
}

fn load(sides: &[Side]) -> Duration {
    sides.iter().map(|side| side.load).sum()
}

impl Bursts {
    /// One after the other for as long as is asked. `send` tells when it began.
    pub(crate) fn side(
        self,
        pid: u32,
        crowd: &mut Crowd,
        last_times: &mut Times,
        mut send: impl FnMut() -> Result<u64, Failure>,
    ) -> Result<Side, Failure> {
        let every = Duration::from_secs(1) / self.rate;
        let lasts = Duration::from_secs_f64(self.seconds);
        let (begun, before) = (Instant::now(), Taken::now(pid, self.core)?);
        let load = Taken::now(crowd.pid(), None)?;
        let (mut bursts, mut busy) = (0, Duration::ZERO);
        while begun.elapsed() < lasts || bursts == 0 {
            std::thread::sleep((every * bursts).saturating_sub(begun.elapsed()));
            crowd.expect(self.burst)?;
            let sent_ns = send()?;
            let last_ns = crowd.all_there()?;
            crowd.since(sent_ns, self.apart)?;
            let took = Duration::from_nanos(last_ns.saturating_sub(sent_ns));
            last_times.add(took);
            busy += took;
            bursts += 1;
        }
        let deliveries = u64::from(bursts) * (self.burst * self.terminals) as u64;
        let us = Taken::now(pid, self.core)?.us_since(before) / deliveries as f64;
        let load = Taken::now(crowd.pid(), None)?.us_since(load);
        Ok(Side { us, deliveries, busy, load: Duration::from_secs_f64(load / 1e6) })
    }

    /// The same bursts at the same rate where no terminal is: CPU µs, over as many deliveries as there would be.
    pub(crate) fn unheard(
        self,
        pid: u32,
        mut send: impl FnMut() -> Result<u64, Failure>,
    ) -> Result<f64, Failure> {
        let every = Duration::from_secs(1) / self.rate;
        let lasts = Duration::from_secs_f64(self.seconds);
        let (begun, before) = (Instant::now(), Taken::now(pid, self.core)?);
        let mut bursts = 0;
        while begun.elapsed() < lasts || bursts == 0 {
            std::thread::sleep((every * bursts).saturating_sub(begun.elapsed()));
            send()?;
            bursts += 1;
        }
        let deliveries = u64::from(bursts) * (self.burst * self.terminals) as u64;
        Ok(Taken::now(pid, self.core)?.us_since(before) / deliveries as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_take_is_held_against_the_time_that_bursts_are_on_their_way() {
        let side = |deliveries, busy, load| {
            let [busy, load] = [busy, load].map(Duration::from_millis);
            Side { us: 1.0, deliveries, busy, load }
        };
        let sides = [side(100, 300, 90), side(300, 100, 10)];
        assert_eq!(
            [Side::per_s(&sides), Side::load_percent(&sides), Side::load_per_s(&sides)],
            [1_000.0, 25.0, 4_000.0]
        );
    }

    #[test]
    fn notices_have_their_length_and_differ() {
        for han in [false, true] {
            assert_eq!(text(40, han, 7).chars().count(), 40);
            assert_ne!(text(40, han, 7), text(40, han, 8));
        }
        let mut notices = Notices { board: "wall", characters: 9, han: false, published: 0 };
        assert_eq!(notices.next(2)[1]["id"], "n0000002");
        assert_eq!(notices.next(1)[0]["text"], "0000003 x");
    }
}
