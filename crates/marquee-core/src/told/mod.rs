//! What a terminal is told that does not play the timeline itself: show this from then until then, or clear. The same
//! for all of a board. It only looks at timelines, and reads no clock.
//!
//! ```text
//!  timeline ──look(now)──►┌──────┐──Show, Clear──► terminals, ahead of time
//!                         │ Told │──opening──────► whoever has just come
//!                         └──────┘──when to look again
//! ```
//!
//! A terminal follows three rules. What is shown from a later time on waits until then, and a newer cue takes its place. A
//! scrolling text in force says where the ribbon is at its `from`, and how fast it moves: all that were let in move with
//! it, and a pin is over as of then. From a pin's `from` on the ribbon stands still, also where that is past.

mod stage;

pub use stage::Show;

use crate::timeline::{TRAIL_MAX, TRAIL_REACH};
use crate::{NoticeId, Timeline};
use stage::{Stage, show_of_slot};

/// So long before it begins a cue is given at most, ms.
pub const AHEAD_MS: u64 = 500;

/// One thing that terminals are told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cue {
    /// Show this.
    Show(Show),
    /// This notice leaves the glass at once, wherever it is; without one, nothing more enters and no pin is up.
    Clear(Option<NoticeId>),
}

/// What has been told of one board.
#[derive(Clone, Debug)]
pub struct Told {
    stage: Stage,
    waiting: Option<Stage>,
    /// What was let in and may be on a glass still: where it entered, where it ends, and whose it is.
    glass: Vec<(u64, u64, NoticeId)>,
    speed: u64,
    opening: Vec<Cue>,
}

/// What a look came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// What is to be told now, in order.
    pub cues: Vec<Cue>,
    /// When to look again although nothing happens, ms; `u64::MAX`: never.
    pub again_at: u64,
}

impl Told {
    /// Nothing has been told yet.
    pub fn new() -> Self {
        let opening = vec![Cue::Clear(None)];
        Self { stage: Stage::Nothing, waiting: None, glass: Vec::new(), speed: 0, opening }
    }

    /// What one is told who has just come, as of the last look: all that may be on the glass, then what is on.
    pub fn opening(&self) -> &[Cue] {
        &self.opening
    }

    /// Looks at a timeline, as of its last entry, at a time that is not below that entry's.
    pub fn look(&mut self, timeline: &Timeline, now: u64) -> Look {
        let mut present = timeline.clone();
        present.advance(now);
        // What waited until now was begun, whether it was to be or not.
        let begun = self.waiting.take_if(|waiting| waiting.from() <= now);
        self.glass.extend(begun.as_ref().and_then(Stage::let_in));
        let mut cues = self.taken_back(&present);
        let stage = Stage::of(&present);
        let foreseen = begun.as_ref().unwrap_or(&self.stage) == &stage;
        let faster = std::mem::replace(&mut self.speed, present.policy().speed) != present.policy().speed;
        // It has moved beneath a pin of which nobody knew that it was over.
        let moved =
            !foreseen && self.stage.pinned_at().is_some() && self.stage.pinned_at() != stage.pinned_at();
        let beneath = present.slot().filter(|_| present.pin().is_some());
        for slot in present.trail().chain(beneath) {
            let known = self.glass.iter().any(|(head, ..)| *head == slot.head);
            let hidden = cues.contains(&Cue::Clear(Some(slot.notice.id.clone())));
            if !known || hidden || faster || moved {
                cues.push(Cue::Show(show_of_slot(&present, slot)));
            }
        }
        self.glass = glass(&present);
        if !foreseen || !cues.is_empty() {
            self.waiting = None;
            cues.push(stage.cue());
        }
        self.stage = stage;
        let again_at = self.announce(&present, now, &mut cues);
        self.opening = opening(&present, &self.stage, self.waiting.as_ref());
        Look { cues, again_at }
    }

    /// What was let in and has left the ribbon before it was beyond every glass.
    fn taken_back(&self, present: &Timeline) -> Vec<Cue> {
        let mut cues = Vec::new();
        // One that is older than the oldest of a full trail has been forgotten, not taken back.
        let full = present.trail().count() >= TRAIL_MAX;
        let oldest = present.trail().next().filter(|_| full).map_or(0, |slot| slot.head);
        for (head, end, id) in &self.glass {
            let there = present.ribbon().any(|slot| slot.head == *head);
            if there || *head < oldest || present.x().saturating_sub(*end) >= TRAIL_REACH {
                continue;
            }
            let cue = Cue::Clear(Some(id.clone()));
            if !cues.contains(&cue) {
                cues.push(cue);
            }
        }
        cues
    }

    /// What begins soon is told now; when to look again.
    fn announce(&mut self, present: &Timeline, now: u64, cues: &mut Vec<Cue>) -> u64 {
        let mut ahead = present.clone();
        while let Some(time) = ahead.next_instant() {
            if time > now + AHEAD_MS {
                self.call_off(cues);
                return (time - AHEAD_MS).max(now + 1);
            }
            ahead.advance(time);
            let next = Stage::of(&ahead);
            if next == self.stage {
                continue;
            }
            if next.from() < time {
                // The end of everything, or a pin that is up and will be shorter: that is told when it is so.
                self.call_off(cues);
            } else if self.waiting.as_ref() != Some(&next) {
                cues.push(next.cue());
                self.waiting = Some(next);
            }
            return time.max(now + 1);
        }
        self.call_off(cues);
        u64::MAX
    }

    /// What waits does not come: what is on is told again, and takes its place.
    fn call_off(&mut self, cues: &mut Vec<Cue>) {
        if self.waiting.take().is_some() {
            cues.push(self.stage.cue());
        }
    }
}

impl Default for Told {
    fn default() -> Self {
        Self::new()
    }
}

fn glass(present: &Timeline) -> Vec<(u64, u64, NoticeId)> {
    present.ribbon().map(|slot| (slot.head, slot.end, slot.notice.id.clone())).collect()
}

fn opening(present: &Timeline, stage: &Stage, waiting: Option<&Stage>) -> Vec<Cue> {
    let beneath = present.slot().filter(|_| present.pin().is_some());
    let before =
        present.trail().chain(beneath).filter(|slot| present.x().saturating_sub(slot.end) < TRAIL_REACH);
    let shows = before.map(|slot| Cue::Show(show_of_slot(present, slot)));
    shows.chain([stage.cue()]).chain(waiting.map(Stage::cue)).collect()
}

#[cfg(test)]
mod tests;
