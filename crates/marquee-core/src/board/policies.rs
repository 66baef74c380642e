//! How a board's policy changes: given, taken back, or followed from the defaults; and who has to go when a new one
//! leaves less room. What a policy means is the timeline's business.

use super::boards::holds;
use super::command::{Precondition, Terms};
use super::outcome::{Outcome, Rejection};
use super::step::{Result, Step};
use super::{Board, PolicyMark};
use crate::{Change, DeleteReason, NoticeId, Policy};
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
        let going = self.board.beyond(policy.max_active);
        for id in going {
            self.remove(&id, DeleteReason::Evicted);
        }
    }
}

impl Board {
    /// Who has to go so that no more than `most` are active: what is on screen last, else the least, the oldest first.
    fn beyond(&self, most: usize) -> Vec<NoticeId> {
        let active = self.timeline.active();
        let policy = self.timeline.policy();
        let mut going: Vec<_> = active.iter().collect();
        going.sort_by_cached_key(|active| {
            let weight = policy.level(active.notice.level).weight;
            (self.on_stage(&active.notice.id), weight, active.version)
        });
        going.truncate(active.len().saturating_sub(most));
        going.into_iter().map(|active| active.notice.id.clone()).collect()
    }
}
