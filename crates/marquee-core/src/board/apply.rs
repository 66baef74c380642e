//! One command on one board: what each operation means, from its checks to its answer. How an entry is made is a
//! step's business.

use super::command::{Draft, Op, Terms};
use super::outcome::{Outcome, Placed, Rejection, State, Status};
use super::step::{Result, Step};
use super::{Applied, Board};
use crate::{DeleteReason, NoticeId};

impl Board {
    /// Applies an operation; `next_seq` numbers the ids that are remembered.
    pub(super) fn apply(&mut self, op: &Op, terms: &Terms, at: u64, next_seq: &mut u64) -> Applied {
        let mut step = Step::begin(self, at, next_seq);
        let outcome = match op {
            Op::Publish(draft) => step.publish(draft),
            Op::Replace(draft) => step.replace(draft),
            Op::Upsert { draft, renew_below_ms } => step.upsert(draft, *renew_below_ms),
            Op::Delete(id) => step.delete(id),
            Op::DeleteByKey { key, reason } => step.delete_by_key(key, *reason),
            Op::Settle => {
                step.settle();
                Ok(Outcome::Done)
            }
            Op::SetPolicy { policy, only_if } => step.set_policy(policy, only_if.as_ref()),
            Op::DropPolicy { only_if } => step.drop_policy(terms, only_if.as_ref()),
            Op::TakeDefaults => {
                step.take_defaults(terms);
                Ok(Outcome::Done)
            }
            // It is the board `_auth` that does these.
            Op::Advance(_) | Op::Auth(_) => Ok(Outcome::Done),
        };
        let applied = step.end(outcome.unwrap_or_else(Outcome::Rejected));
        self.memory.release(&self.timeline);
        self.drop_stale_keys();
        applied
    }

    fn active_with_key(&self, key: Option<&str>) -> Option<NoticeId> {
        let key = key?;
        let id = self.keys.get(key)?;
        let active = self.timeline.find(id)?;
        (active.notice.key.as_deref() == Some(key)).then(|| id.clone())
    }

    /// Keys of notices that are gone are found out when they are looked up; this keeps them few meanwhile.
    fn drop_stale_keys(&mut self) {
        if self.keys.len() > 2 * self.timeline.active().len() + 16 {
            let timeline = &self.timeline;
            self.keys.retain(|key, id| {
                timeline.find(id).is_some_and(|active| active.notice.key.as_ref() == Some(key))
            });
        }
    }
}

impl Step<'_> {
    /// POST: the same id again is a duplicate, an active notice that says the same is folded into, one with the key is
    /// replaced, else it is new.
    fn publish(&mut self, draft: &Draft) -> Result {
        if let Some(row) = self.board.memory.find(&draft.id) {
            if row.hash != draft.hash {
                return Err(Rejection::Conflict);
            }
            let state = self.board.memory.state(row, &self.board.timeline);
            let expires_at = self.board.memory.find(&row.notice).unwrap_or(row).expires_at;
            let (id, version, status) = (row.notice.clone(), row.version, Status::Duplicate(state));
            return Ok(Outcome::Placed(Placed { id, version, status, expires_at }));
        }
        if let Some(into) = self.board.alike(draft, self.at) {
            return Ok(Outcome::Placed(self.fold(draft, &into)));
        }
        let Some(target) = self.board.active_with_key(draft.key.as_deref()) else {
            return self.create(draft);
        };
        let placed = self.put_over(&target, draft)?;
        self.remember(draft, &target, placed.version, placed.expires_at);
        Ok(Outcome::Placed(placed))
    }

    /// PUT: by id alone; a key that another notice has is a fault of the request.
    fn replace(&mut self, draft: &Draft) -> Result {
        let target = self.named(&draft.id);
        let keyed = self.board.active_with_key(draft.key.as_deref());
        if let Some(by) = keyed.filter(|by| *by != target) {
            return Err(Rejection::KeyTaken { by });
        }
        if self.board.timeline.find(&target).is_none() {
            return self.create(draft);
        }
        if let Some(row) = self.board.memory.find(&target).filter(|row| row.content == draft.hash) {
            let status = Status::Duplicate(State::Active);
            let (version, expires_at) = (row.version, row.expires_at);
            return Ok(Outcome::Placed(Placed { id: target, version, status, expires_at }));
        }
        let placed = self.put_over(&target, draft)?;
        // From now on a POST of this id means this content; so it does under the id that was taken in.
        self.board.memory.amend(&target, &mut self.ids, |row| row.hash = draft.hash);
        if draft.id != target {
            self.board.memory.amend(&draft.id, &mut self.ids, |row| row.hash = draft.hash);
        }
        Ok(Outcome::Placed(placed))
    }

    /// A hook's notice: equal content is an entry only if it is about to run out.
    fn upsert(&mut self, draft: &Draft, renew_below_ms: u64) -> Result {
        let Some(target) = self.board.active_with_key(draft.key.as_deref()) else {
            return self.create(draft);
        };
        let row = self.board.memory.find(&target).filter(|row| row.content == draft.hash).cloned();
        let expires_at = self.board.timeline.find(&target).map_or(0, |active| active.notice.expires_at);
        match row {
            Some(row) if expires_at.saturating_sub(self.at) >= renew_below_ms => {
                let status = Status::Duplicate(State::Active);
                Ok(Outcome::Placed(Placed { id: target, version: row.version, status, expires_at }))
            }
            Some(_) => {
                let placed = self.put_over(&target, draft)?;
                Ok(Outcome::Placed(Placed { status: Status::Duplicate(State::Active), ..placed }))
            }
            None => Ok(Outcome::Placed(self.put_over(&target, draft)?)),
        }
    }

    fn delete(&mut self, id: &NoticeId) -> Result {
        let id = self.named(id);
        if self.board.timeline.find(&id).is_none() && !self.board.timeline.shows(&id) {
            return Err(Rejection::NotFound);
        }
        let version = self.remove(&id, DeleteReason::Retracted);
        Ok(Outcome::Deleted { id, version })
    }

    fn delete_by_key(&mut self, key: &str, reason: DeleteReason) -> Result {
        let Some(id) = self.board.active_with_key(Some(key)) else {
            return Ok(Outcome::Unknown);
        };
        let version = self.remove(&id, reason);
        Ok(Outcome::Deleted { id, version })
    }

    /// The notice that an id names: its own, or the one that took it in.
    fn named(&self, id: &NoticeId) -> NoticeId {
        self.board.memory.find(id).map_or_else(|| id.clone(), |row| row.notice.clone())
    }
}
