//! When each connection of one core is to be looked at again: one place for all of them, so that thousands of deadlines
//! cost a timer. It knows no clock; what is far off is gathered, so that those who are due at about the same time are
//! looked at at once.

use std::collections::BTreeSet;

/// A deadline farther off than this is gathered with others, ms.
const FAR_MS: u64 = 4_000;
/// Those that fall into the same stretch of so many ms are due together, at its end.
const STRETCH_MS: u64 = 500;

/// The deadlines, one a connection at most.
#[derive(Default)]
pub(crate) struct Wheel {
    due: BTreeSet<(u64, usize)>,
}

impl Wheel {
    /// A connection is due then, and no more when it was before. What is returned has to be given back at the next change:
    /// when it will be looked at; `u64::MAX`: never.
    pub(crate) fn set(&mut self, key: usize, before: u64, deadline: u64, now: u64) -> u64 {
        let at = if deadline == u64::MAX || deadline.saturating_sub(now) < FAR_MS {
            deadline
        } else {
            deadline.checked_next_multiple_of(STRETCH_MS).unwrap_or(deadline)
        };
        if at != before {
            self.due.remove(&(before, key));
            if at != u64::MAX {
                self.due.insert((at, key));
            }
        }
        at
    }

    /// The next connection that is due.
    pub(crate) fn take(&mut self, now: u64) -> Option<usize> {
        if self.next()? > now {
            return None;
        }
        self.due.pop_first().map(|(_, key)| key)
    }

    /// When the first is due, ms.
    pub(crate) fn next(&self) -> Option<u64> {
        self.due.first().map(|(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_connection_has_one_deadline_and_far_ones_come_together() {
        let mut wheel = Wheel::default();
        assert_eq!(wheel.next(), None);
        let first = wheel.set(1, u64::MAX, 25_001, 0);
        assert_eq!((first, wheel.set(2, u64::MAX, 25_499, 0)), (25_500, 25_500));
        assert_eq!(wheel.set(1, first, 25_001, 24_000), 25_001, "what is near is exact");
        assert_eq!(wheel.next(), Some(25_001));
        assert_eq!(wheel.set(1, 25_001, u64::MAX, 24_000), u64::MAX);
        assert_eq!(wheel.take(25_499), None);
        assert_eq!((wheel.take(25_500), wheel.take(25_500)), (Some(2), None));
        assert_eq!(wheel.next(), None, "nothing is left behind");
    }

    #[test]
    fn a_deadline_that_has_passed_is_due_at_once() {
        let mut wheel = Wheel::default();
        wheel.set(7, u64::MAX, 3, 1_000);
        wheel.set(8, u64::MAX, u64::MAX - 1, 1_000);
        assert_eq!(wheel.take(1_000), Some(7));
    }
}
