//! What was really on this glass, and how that ended: it follows the pictures that are drawn, and reports what has left. It draws nothing and
//! reads no clock.

use marquee_client::terminal::{Outcome, Play, Shown};
use marquee_core::timeline::Slot;
use marquee_core::{NoticeId, Timeline, Version};
use std::collections::BTreeMap;

/// Something that is on.
struct On {
    id: NoticeId,
    rev: Version,
    from: u64,
}

/// A pin that is up: since when on all screens, until when, and until when if nobody hurries it.
struct Up {
    on: On,
    began: u64,
    until: u64,
    whole: u64,
    expires_at: u64,
}

/// What is on, as of the last look.
pub(super) struct Seen {
    board: String,
    at: u64,
    ribbon: BTreeMap<u64, On>,
    pin: Option<Up>,
}

/// Where a slot is beside the glass.
enum Place {
    Before,
    /// On it, since so many thousandths of a cell.
    On(u64),
    /// Behind it, since so many.
    Behind(u64),
}

fn place(slot: &Slot, x: u64, width: u16) -> Place {
    let Some(gone) = x.checked_sub(slot.head) else { return Place::Before };
    match gone.checked_sub((u64::from(width) + u64::from(slot.notice.cells)) * 1_000) {
        Some(beyond) => Place::Behind(beyond),
        None => Place::On(gone),
    }
}

impl Seen {
    pub(super) fn new(board: &str) -> Self {
        Self { board: board.to_owned(), at: 0, ribbon: BTreeMap::new(), pin: None }
    }

    /// Looks at the play, advanced to now, on a glass so many cells wide; what has left since the last look.
    pub(super) fn look(&mut self, play: &Timeline, width: u16, offset_ms: i64) -> Vec<Shown> {
        let (now, x, speed) = (play.now(), play.x(), play.policy().speed.max(1));
        // When it was so far: not before the last look, where it was not so yet.
        let last = if self.at == 0 { now } else { self.at.min(now) };
        let since = |way: u64| now.saturating_sub(way / speed).max(last);
        let mut left = Vec::new();
        let mut still = BTreeMap::new();
        for slot in play.ribbon() {
            let known = self.ribbon.remove(&slot.head);
            match (place(slot, x, width), known) {
                (Place::On(_), Some(on)) => drop(still.insert(slot.head, on)),
                (Place::On(way), None) => {
                    let on = On { id: slot.notice.id.clone(), rev: slot.notice.rev, from: since(way) };
                    still.insert(slot.head, on);
                }
                (Place::Behind(way), Some(on)) => {
                    left.push((on, Play::Scroll, since(way), Outcome::Completed))
                }
                (Place::Before | Place::Behind(_), _) => {}
            }
        }
        // What is not on the ribbon any more was taken from it.
        let taken = std::mem::replace(&mut self.ribbon, still);
        left.extend(taken.into_values().map(|on| (on, Play::Scroll, now, Outcome::Cut)));
        left.extend(self.look_at_pin(play));
        self.at = now;
        let report = |(on, play, until, outcome): (On, Play, u64, Outcome)| Shown {
            board: self.board.clone(),
            id: on.id.as_str().to_owned(),
            rev: on.rev.0,
            play,
            from: on.from,
            until: until.max(on.from),
            outcome,
            offset_ms: Some(offset_ms),
        };
        left.into_iter().map(report).collect()
    }

    fn look_at_pin(&mut self, play: &Timeline) -> Option<(On, Play, u64, Outcome)> {
        let (now, pin) = (play.now(), play.pin());
        let same = |up: &Up| {
            pin.is_some_and(|pin| {
                (&pin.notice.id, pin.notice.rev, pin.from) == (&up.on.id, up.on.rev, up.began)
            })
        };
        let down = self.pin.take_if(|up| !same(up));
        match (&mut self.pin, pin) {
            (Some(up), Some(pin)) => up.until = pin.until,
            (up, Some(pin)) => {
                let from = if self.at == 0 { now } else { pin.from.max(self.at) };
                let on = On { id: pin.notice.id.clone(), rev: pin.notice.rev, from };
                let whole = pin.from + play.policy().level(pin.notice.level).hold_ms;
                let expires_at = pin.notice.expires_at;
                *up = Some(Up { on, began: pin.from, until: pin.until, whole, expires_at });
            }
            (_, None) => {}
        }
        down.map(|Up { on, until, whole, expires_at, .. }| {
            let outcome = if whole <= now {
                Outcome::Completed
            } else if expires_at <= now {
                Outcome::Expired
            } else if play.find(&on.id).is_some_and(|active| active.notice.rev == on.rev) {
                Outcome::Preempted
            } else {
                Outcome::Cut
            };
            (on, Play::Pin, until.min(now), outcome)
        })
    }
}
