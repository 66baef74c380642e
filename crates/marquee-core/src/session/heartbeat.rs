//! When to ask a silent terminal whether it is there, and when to give it up. What is sent to it does not count.

use super::frame::Heartbeat;

/// The watch over one connection's silence.
#[derive(Clone, Debug)]
pub(super) struct Pulse {
    rule: Heartbeat,
    failures: u32,
    asked: bool,
    next: u64,
}

/// What the silence asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beat {
    Ping,
    Lost,
}

impl Pulse {
    pub(super) fn new(rule: Heartbeat, now: u64) -> Self {
        Self { rule, failures: 0, asked: false, next: now + rule.interval_ms }
    }

    pub(super) fn heard(&mut self, now: u64) {
        *self = Self::new(self.rule, now);
    }

    /// When there is something to do next, ms.
    pub(super) fn deadline(&self) -> u64 {
        self.next
    }

    /// Asks already, if it would ask for the first time by then; whoever does not answer is given up no sooner for it.
    pub(super) fn ask_by(&mut self, then: u64) -> bool {
        let asks = !self.asked && self.next <= then;
        if asks {
            self.asked = true;
            self.next = self.next.saturating_add(self.rule.timeout_ms);
        }
        asks
    }

    pub(super) fn poll(&mut self, now: u64) -> Option<Beat> {
        if now < self.next {
            return None;
        }
        if self.asked {
            self.failures += 1;
            if self.failures >= self.rule.max_failures {
                self.next = u64::MAX;
                return Some(Beat::Lost);
            }
        }
        self.asked = true;
        self.next = now + self.rule.timeout_ms;
        Some(Beat::Ping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_asked_then_counted_then_given_up() {
        let mut pulse = Pulse::new(Heartbeat::default(), 0);
        let mut seen = Vec::new();
        for now in 0..400_000 {
            if let Some(beat) = pulse.poll(now) {
                seen.push((now, beat));
            }
        }
        let expected =
            [(30_000, Beat::Ping), (75_000, Beat::Ping), (120_000, Beat::Ping), (165_000, Beat::Lost)];
        assert_eq!(seen, expected);
    }

    #[test]
    fn asking_sooner_gives_nobody_up_sooner() {
        let mut pulse = Pulse::new(Heartbeat::default(), 0);
        assert!(!pulse.ask_by(29_999));
        assert!(pulse.ask_by(30_000), "25 s may have passed");
        assert!(!pulse.ask_by(u64::MAX), "it has been asked");
        let beats = (0..400_000).filter_map(|now| Some((now, pulse.poll(now)?))).collect::<Vec<_>>();
        assert_eq!(beats, [(75_000, Beat::Ping), (120_000, Beat::Ping), (165_000, Beat::Lost)]);
    }

    #[test]
    fn a_word_starts_it_anew() {
        let mut pulse = Pulse::new(Heartbeat::default(), 0);
        assert_eq!(pulse.poll(30_000), Some(Beat::Ping));
        assert_eq!(pulse.poll(75_000), Some(Beat::Ping));
        pulse.heard(80_000);
        assert_eq!(pulse.deadline(), 110_000);
        assert_eq!(pulse.poll(109_999), None);
        assert_eq!(pulse.poll(110_000), Some(Beat::Ping));
        assert_eq!(pulse.poll(155_000), Some(Beat::Ping), "failures were forgotten");
    }
}
