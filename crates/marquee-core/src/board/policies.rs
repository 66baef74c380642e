//! How a board's policy changes: given, taken back, or followed from the defaults; and who has to go when a new one
//! leaves less room. What a policy means is the timeline's business.

use super::boards::holds;
use super::command::{Precondition, Terms};
use super::outcome::{Outcome, Rejection};
use super::step::{Result, Step};
use super::{Board, PolicyMark};
use crate::{Change, DeleteReason, Entry, NoticeId, Policy, Timeline, Version};
use std::sync::Arc;

impl Board {
    /// The policy in force, as it is told.
    pub(super) fn policy_outcome(&self) -> Outcome {
        let PolicyMark { version, own } = self.policy;
        Outcome::Policy { version, policy: self.timeline.policy().clone(), own }
    }
}

impl Step<'_> {
    pub(super) fn set_policy(&mut self, policy: &Arc<Policy>, only_if: Option<&Precondition>) -> Result {
        self.require(only_if)?;
        if **policy != **self.board.timeline.policy() {
            self.put_policy(policy, true);
        }
        Ok(self.board.policy_outcome())
    }

    pub(super) fn drop_policy(&mut self, terms: &Terms, only_if: Option<&Precondition>) -> Result {
        self.require(only_if)?;
        if self.board.policy.own || terms.first_policy != *self.board.timeline.policy() {
            self.put_policy(&terms.first_policy, false);
        }
        Ok(self.board.policy_outcome())
    }

    pub(super) fn take_defaults(&mut self, terms: &Terms) {
        if !self.board.policy.own && terms.first_policy != *self.board.timeline.policy() {
            self.put_policy(&terms.first_policy, false);
        }
    }

    fn require(&self, only_if: Option<&Precondition>) -> std::result::Result<(), Rejection> {
        let version = self.board.policy.version;
        if holds(only_if, Some(version)) { Ok(()) } else { Err(Rejection::PolicyMoved { version }) }
    }

    fn put_policy(&mut self, policy: &Arc<Policy>, own: bool) {
        let version = self.append(Change::Policy { policy: policy.clone(), own });
        self.board.policy = PolicyMark { version, own };
        let going = beyond(&self.board.timeline, policy.max_active);
        for id in going {
            self.remove(&id, DeleteReason::Evicted);
        }
    }
}

/// Who has to go so that no more than `most` are active: what is on screen last, else the least, the oldest first.
fn beyond(timeline: &Timeline, most: usize) -> Vec<NoticeId> {
    let (active, policy, stage) = (timeline.active(), timeline.policy(), timeline.stage());
    let mut going: Vec<_> = active.iter().collect();
    going.sort_by_key(|active| {
        let weight = policy.level(active.level()).weight;
        (stage.contains(&Some(active.version)), weight, active.version)
    });
    going.truncate(active.len().saturating_sub(most));
    going.into_iter().map(|active| active.notice.id.clone()).collect()
}

/// What a policy would play.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preview {
    /// What holds the ribbon, one after the other.
    pub slots: Vec<Stretch>,
    /// What is held on top of it.
    pub pins: Vec<Stretch>,
}

/// One notice on screen, from when until when, ms.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "told above")]
pub struct Stretch {
    pub from: u64,
    pub until: u64,
    pub id: NoticeId,
}

/// Stretches under way: each is known by its notice and where it began, and ends when another is there.
#[derive(Default)]
struct Track {
    done: Vec<Stretch>,
    open: Option<(NoticeId, u64, u64)>,
}

impl Track {
    fn note(&mut self, shown: Option<(&NoticeId, u64)>, now: u64) {
        if self.open.as_ref().map(|(id, began, _)| (id, *began)) == shown {
            return;
        }
        if let Some((id, _, from)) = self.open.take() {
            self.done.push(Stretch { from, until: now, id });
        }
        self.open = shown.map(|(id, began)| (id.clone(), began, now));
    }
}

/// What a board would play under a policy from now on, if nothing else came. What is on now begins now, what is cut
/// off ends with the window.
pub fn preview(mut timeline: Timeline, policy: &Arc<Policy>, now: u64, for_ms: u64) -> Preview {
    let now = now.max(timeline.now());
    let apply = |timeline: &mut Timeline, change| {
        let applied = timeline.apply(&Entry { version: Version(0), at: now, change });
        debug_assert_eq!(applied, Ok(()));
    };
    apply(&mut timeline, Change::Policy { policy: policy.clone(), own: true });
    for id in beyond(&timeline, policy.max_active) {
        apply(&mut timeline, Change::Delete { id, reason: DeleteReason::Evicted });
    }
    let until = now.saturating_add(for_ms);
    let (mut slots, mut pins) = (Track::default(), Track::default());
    loop {
        let now = timeline.now();
        slots.note(timeline.slot().map(|slot| (&slot.notice.id, slot.head)), now);
        pins.note(timeline.pin().map(|pin| (&pin.notice.id, pin.from)), now);
        match timeline.next_instant().filter(|next| *next < until) {
            Some(next) => timeline.advance(next),
            None => break,
        }
    }
    slots.note(None, until);
    pins.note(None, until);
    Preview { slots: slots.done, pins: pins.done }
}
