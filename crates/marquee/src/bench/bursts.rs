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
}

/// What it was like.
pub(crate) struct Side {
    /// CPU of a delivery.
    pub(crate) us: f64,
    pub(crate) deliveries: u64,
    pub(crate) load_percent: f64,
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
        let mut bursts = 0;
        while begun.elapsed() < lasts || bursts == 0 {
            std::thread::sleep((every * bursts).saturating_sub(begun.elapsed()));
            crowd.expect(self.burst)?;
            let sent_ns = send()?;
            let last_ns = crowd.all_there()?;
            crowd.since(sent_ns)?;
            last_times.add(Duration::from_nanos(last_ns.saturating_sub(sent_ns)));
            bursts += 1;
        }
        let passed = begun.elapsed();
        let deliveries = u64::from(bursts) * (self.burst * self.terminals) as u64;
        let us = Taken::now(pid, self.core)?.us_since(before) / deliveries as f64;
        let load_percent = Taken::now(crowd.pid(), None)?.percent_since(load, passed);
        Ok(Side { us, deliveries, load_percent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
