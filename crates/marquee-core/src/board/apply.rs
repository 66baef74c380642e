//! One command on one board: each operation from its checks to its entries. A rejected command leaves no entry.

use super::admission::Newcomer;
use super::command::{Draft, Op};
use super::memory::{Ended, Remembered};
use super::outcome::{IdChange, Outcome, Placed, Rejection, State, Status};
use super::{Applied, Board};
use crate::{Change, DeleteReason, Entry, Notice, NoticeId, Version};
use std::sync::Arc;

/// What one command has come to so far.
struct Step<'a> {
    board: &'a mut Board,
    at: u64,
    next_seq: &'a mut u64,
    entries: Vec<Entry>,
    ids: Vec<IdChange>,
}

impl Board {
    /// Applies an operation; `next_seq` numbers the ids that are remembered.
    pub(super) fn apply(&mut self, op: &Op, at: u64, next_seq: &mut u64) -> Applied {
        let at = at.max(self.timeline.now());
        let mut ids = Vec::new();
        self.timeline.advance(at);
        self.memory.forget(&self.timeline, at, &mut ids);
        let mut step = Step { board: self, at, next_seq, entries: Vec::new(), ids };
        let outcome = match op {
            Op::Publish(draft) => step.publish(draft),
            Op::Replace(draft) => step.replace(draft),
            Op::Upsert { draft, renew_below_ms } => step.upsert(draft, *renew_below_ms),
            Op::Delete(id) => step.delete(id),
            Op::DeleteByKey { key, reason } => step.delete_by_key(key, *reason),
        };
        let outcome = outcome.unwrap_or_else(Outcome::Rejected);
        let (entries, ids) = (step.entries, step.ids);
        self.drop_stale_keys();
        Applied { entries, ids, forgotten: Vec::new(), outcome }
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

type Result = std::result::Result<Outcome, Rejection>;

impl Step<'_> {
    /// POST: the same id again is a duplicate, an active notice with the key is replaced, else it is new.
    fn publish(&mut self, draft: &Draft) -> Result {
        if let Some(row) = self.board.memory.find(&draft.id) {
            if row.hash != draft.hash {
                return Err(Rejection::Conflict);
            }
            let state = self.board.memory.state(row, &self.board.timeline);
            let (version, expires_at) = (row.version, row.expires_at);
            let expires_at =
                self.board.timeline.find(&row.notice).map_or(expires_at, |active| active.notice.expires_at);
            let (id, status) = (row.notice.clone(), Status::Duplicate(state));
            return Ok(Outcome::Placed(Placed { id, version, status, expires_at }));
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
        let active = self.board.timeline.find(&target).map(|active| active.notice.expires_at);
        if let Some(by) = keyed.filter(|by| *by != target || active.is_none()) {
            return Err(Rejection::KeyTaken { by });
        }
        let Some(expires_at) = active else {
            return self.create(draft);
        };
        if let Some(row) = self.board.memory.find(&target).filter(|row| row.content == draft.hash) {
            let status = Status::Duplicate(State::Active);
            return Ok(Outcome::Placed(Placed { id: target, version: row.version, status, expires_at }));
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

    fn create(&mut self, draft: &Draft) -> Result {
        let placed = self.put(draft, &draft.id, None)?;
        self.remember(draft, &draft.id, placed.version, placed.expires_at);
        Ok(Outcome::Placed(placed))
    }

    fn put_over(&mut self, target: &NoticeId, draft: &Draft) -> std::result::Result<Placed, Rejection> {
        let placed = self.put(draft, target, Some(target))?;
        self.board.memory.amend(target, &mut self.ids, |row| {
            row.content = draft.hash;
            row.expires_at = placed.expires_at;
        });
        Ok(placed)
    }

    /// Makes room and puts the notice.
    fn put(
        &mut self,
        draft: &Draft,
        id: &NoticeId,
        instead_of: Option<&NoticeId>,
    ) -> std::result::Result<Placed, Rejection> {
        let ttl = draft.ttl.unwrap_or(self.board.timeline.policy().ttl);
        let starts_at = draft.starts_at.unwrap_or(self.at);
        let expires_at = starts_at.saturating_add(ttl * 1_000);
        if expires_at <= self.at {
            return Err(Rejection::AlreadyOver { expires_at });
        }
        let mut notice = Notice {
            id: id.clone(),
            rev: Version(0),
            level: draft.level,
            text: draft.text.clone(),
            html: draft.html.clone(),
            tags: draft.tags.clone(),
            key: draft.key.clone(),
            link: draft.link.clone(),
            data: draft.data.clone(),
            cells: draft.cells,
            count: 1,
            starts_at,
            expires_at,
            trace_id: draft.trace_id.clone(),
        };
        let newcomer = Newcomer { level: draft.level, footprint: notice.footprint(), instead_of };
        let max_active = self.board.timeline.policy().max_active;
        for gone in self.board.make_room(&newcomer).ok_or(Rejection::BoardFull { max_active })? {
            self.remove(&gone, DeleteReason::Evicted);
        }
        notice.rev = self.board.version.next();
        if let Some(key) = &notice.key {
            self.board.keys.insert(key.clone(), id.clone());
        }
        let version = self.append(Change::Put(Arc::new(notice)));
        let status = if instead_of.is_some() { Status::Replaced } else { Status::Accepted };
        Ok(Placed { id: id.clone(), version, status, expires_at })
    }

    fn remove(&mut self, id: &NoticeId, reason: DeleteReason) -> Version {
        let ended = if reason == DeleteReason::Evicted { Ended::Evicted } else { Ended::Deleted };
        self.board.memory.amend(id, &mut self.ids, |row| row.ended = Some(ended));
        self.append(Change::Delete { id: id.clone(), reason })
    }

    fn append(&mut self, change: Change) -> Version {
        let version = self.board.version.next();
        let entry = Entry { version, at: self.at, change };
        // Its time is the one that the timeline was advanced to above, so it cannot be too late.
        let applied = self.board.timeline.apply(&entry);
        debug_assert_eq!(applied, Ok(()));
        self.board.version = version;
        self.entries.push(entry);
        version
    }

    fn remember(&mut self, draft: &Draft, notice: &NoticeId, version: Version, expires_at: u64) {
        let row = Remembered {
            notice: notice.clone(),
            hash: draft.hash,
            content: draft.hash,
            version,
            seen_at: self.at,
            seq: *self.next_seq,
            expires_at,
            ended: None,
        };
        *self.next_seq += 1;
        self.board.memory.remember(draft.id.clone(), row, &mut self.ids);
    }
}
