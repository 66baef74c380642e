//! How an entry changes the timeline. It takes every entry at its own time, never at the present one.

use super::{Active, Timeline};
use crate::policy::Play;
use crate::{Change, Entry, Notice, NoticeId, Policy};
use std::fmt;
use std::sync::Arc;

/// An entry that cannot be applied: its time is below the one the timeline is advanced to.
/// Whoever meets it starts again from a snapshot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ApplyError {
    /// The entry's time, ms.
    pub at: u64,
    /// The timeline's, ms.
    pub now: u64,
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the entry is of {} ms, but the timeline is at {} ms already", self.at, self.now)
    }
}

impl std::error::Error for ApplyError {}

impl Timeline {
    /// Advances to the entry's time and applies it.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), ApplyError> {
        if entry.at < self.now {
            return Err(ApplyError { at: entry.at, now: self.now });
        }
        self.advance(entry.at);
        match &entry.change {
            Change::Put(notice) => self.put(entry, notice),
            Change::Delete { id, .. } => self.delete(id),
            Change::Policy { policy, .. } => self.replace_policy(policy),
            // It stands on the board `_auth` alone, which has no timeline.
            Change::Cursor { .. } | Change::Auth(_) => {}
        }
        let (policy, active, index) = (&self.policy, &self.active, &self.index);
        self.queue.retain(|id| {
            index
                .get(id)
                .and_then(|version| active.binary_search_by_key(version, |active| active.version).ok())
                .is_some_and(|at| policy.level(active[at].level()).play == Play::Pin)
        });
        self.instant();
        Ok(())
    }

    fn put(&mut self, entry: &Entry, notice: &Arc<Notice>) {
        let Some(at) = self.position(&notice.id) else {
            self.index.insert(notice.id.clone(), entry.version);
            self.active.push(Active::new(notice.clone(), entry.version, false, 0));
            self.footprint += notice.footprint();
            self.next_expiry = self.next_expiry.min(notice.expires_at);
            self.next_start = self.next_start.min(notice.starts_at);
            return;
        };
        let active = &mut self.active[at];
        let before = active.renew(notice.clone());
        self.footprint = self.footprint + notice.footprint() - before.footprint();
        let started = active.started;
        if self.next_expiry == before.expires_at || (!started && self.next_start == before.starts_at) {
            self.find_next();
        } else {
            self.next_expiry = self.next_expiry.min(notice.expires_at);
            if !started {
                self.next_start = self.next_start.min(notice.starts_at);
            }
        }
        if let Some(pin) = self.pin.as_mut().filter(|pin| pin.notice.id == notice.id) {
            pin.notice = notice.clone();
            return;
        }
        let pinned_before = self.policy.level(before.level).play == Play::Pin;
        if started && !pinned_before && self.policy.level(notice.level).play == Play::Pin {
            self.join(notice.id.clone());
        }
    }

    fn delete(&mut self, id: &NoticeId) {
        if let Some(gone) = self.leave(id) {
            let may_start = !gone.started && gone.notice.starts_at <= self.next_start;
            if gone.expires_at <= self.next_expiry || may_start {
                self.find_next();
            }
        }
        if self.slot.as_ref().is_some_and(|slot| slot.notice.id == *id) {
            self.slot = None;
        }
        self.trail.retain(|slot| slot.notice.id != *id);
    }

    fn replace_policy(&mut self, policy: &Arc<Policy>) {
        self.policy = policy.clone();
        self.bound_queue();
    }
}
