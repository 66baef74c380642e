//! Which settles are asked for: what folds have only counted shows when its second is over, also where nobody
//! publishes any more. It decides when to ask; what a settle does is the machine's business.

use marquee_core::BoardName;
use std::collections::HashSet;
use std::time::Duration;

/// How long it waits for the next one, if none is known.
const IDLE: Duration = Duration::from_secs(3_600);
/// When to try again what was not taken.
const AGAIN: Duration = Duration::from_millis(200);

/// The boards whose settle is under way.
#[derive(Debug, Default)]
pub(crate) struct Settles {
    asked: HashSet<BoardName>,
    /// The disk was full: the next ones are asked for a little later.
    refused: bool,
}

impl Settles {
    /// Asks for what is due, as far as it is taken, each board once at a time. `settles` come the earliest first.
    /// Gives how long the next one can wait.
    pub(crate) fn ask<'a>(
        &mut self,
        now: u64,
        settles: impl Iterator<Item = (u64, &'a BoardName)>,
        mut submit: impl FnMut(BoardName) -> bool,
    ) -> Duration {
        if std::mem::take(&mut self.refused) {
            return AGAIN;
        }
        for (due, board) in settles {
            if self.asked.contains(board) {
                continue;
            }
            if due > now {
                return Duration::from_millis(due - now);
            }
            if !submit(board.clone()) {
                return AGAIN;
            }
            self.asked.insert(board.clone());
        }
        IDLE
    }

    /// A board's settle has been applied.
    pub(crate) fn applied(&mut self, board: &BoardName) {
        self.asked.remove(board);
    }

    /// What was applied is not on disk: whatever was asked for is asked for again.
    pub(crate) fn refused(&mut self) {
        self.asked.clear();
        self.refused = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<BoardName> {
        names.iter().map(|name| BoardName::parse(name).unwrap()).collect()
    }

    #[test]
    fn what_is_due_is_asked_for_once_until_it_was_applied() {
        let boards = names(&["a", "b", "c"]);
        let due = [(5, &boards[0]), (10, &boards[1]), (30, &boards[2])];
        let mut settles = Settles::default();
        let mut asked = Vec::new();
        let mut ask = |settles: &mut Settles, now| {
            settles.ask(now, due.into_iter(), |board| {
                asked.push(board.to_string());
                true
            })
        };
        assert_eq!(ask(&mut settles, 10), Duration::from_millis(20));
        assert_eq!(ask(&mut settles, 12), Duration::from_millis(18));
        settles.applied(&boards[0]);
        ask(&mut settles, 13);
        assert_eq!(asked, ["a", "b", "a"]);
    }

    #[test]
    fn what_was_not_taken_or_not_stored_is_asked_for_again() {
        let boards = names(&["a"]);
        let due = [(5, &boards[0])];
        let mut settles = Settles::default();
        assert_eq!(settles.ask(9, due.into_iter(), |_| false), AGAIN);
        assert_eq!(settles.ask(9, due.into_iter(), |_| true), IDLE);
        settles.refused();
        assert_eq!(settles.ask(9, due.into_iter(), |_| unreachable!("not at once")), AGAIN);
        assert_eq!(settles.ask(9, due.into_iter(), |_| true), IDLE);
    }
}
