//! What one command has come to so far, and how its entries are made: room first, then the put. It knows no
//! operation.

use super::admission::Newcomer;
use super::command::Draft;
use super::memory::{Ended, Remembered};
use super::outcome::{IdChange, Outcome, Placed, Rejection, Status};
use super::{Applied, Board};
use crate::{Change, DeleteReason, Entry, Notice, NoticeId, Version};
use std::sync::Arc;

/// What an operation comes to.
pub(super) type Result = std::result::Result<Outcome, Rejection>;

/// One command under way.
pub(super) struct Step<'a> {
    pub(super) board: &'a mut Board,
    pub(super) at: u64,
    next_seq: &'a mut u64,
    entries: Vec<Entry>,
    pub(super) ids: Vec<IdChange>,
}

impl<'a> Step<'a> {
    /// Time moves on before anything is done.
    pub(super) fn begin(board: &'a mut Board, at: u64, next_seq: &'a mut u64) -> Self {
        let at = at.max(board.timeline.now());
        let mut ids = Vec::new();
        board.timeline.advance(at);
        board.memory.forget(&board.timeline, at, &mut ids);
        Self { board, at, next_seq, entries: Vec::new(), ids }
    }

    pub(super) fn end(self, outcome: Outcome) -> Applied {
        Applied { entries: self.entries, ids: self.ids, ..Applied::nothing(outcome) }
    }

    /// How long the draft's notice lives.
    pub(super) fn ttl_ms(&self, draft: &Draft) -> u64 {
        draft.ttl.unwrap_or(self.board.timeline.policy().ttl) * 1_000
    }

    pub(super) fn create(&mut self, draft: &Draft) -> Result {
        let placed = self.put(draft, &draft.id, None)?;
        self.remember(draft, &draft.id, placed.version, placed.expires_at);
        Ok(Outcome::Placed(placed))
    }

    pub(super) fn put_over(
        &mut self,
        target: &NoticeId,
        draft: &Draft,
    ) -> std::result::Result<Placed, Rejection> {
        let placed = self.put(draft, target, Some(target))?;
        self.board.memory.amend(target, &mut self.ids, |row| {
            row.content = draft.hash;
            row.expires_at = placed.expires_at;
            row.scheduled = draft.starts_at.is_some();
            row.count = 1;
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
        let starts_at = draft.starts_at.unwrap_or(self.at);
        let expires_at = starts_at.saturating_add(self.ttl_ms(draft));
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
        let notice = Arc::new(notice);
        let version = self.append(Change::Put(notice.clone()));
        self.board.folds.note(&notice, &self.board.timeline);
        let status = if instead_of.is_some() { Status::Replaced } else { Status::Accepted };
        Ok(Placed { id: id.clone(), version, status, expires_at })
    }

    pub(super) fn remove(&mut self, id: &NoticeId, reason: DeleteReason) -> Version {
        let ended = if reason == DeleteReason::Evicted { Ended::Evicted } else { Ended::Deleted };
        self.board.memory.amend(id, &mut self.ids, |row| row.ended = Some(ended));
        self.append(Change::Delete { id: id.clone(), reason })
    }

    pub(super) fn append(&mut self, change: Change) -> Version {
        let version = self.board.version.next();
        let entry = Entry { version, at: self.at, change };
        // Its time is the one that the timeline was advanced to above, so it cannot be too late.
        let applied = self.board.timeline.apply(&entry);
        debug_assert_eq!(applied, Ok(()));
        self.board.version = version;
        self.entries.push(entry);
        version
    }

    pub(super) fn remember(&mut self, draft: &Draft, notice: &NoticeId, version: Version, expires_at: u64) {
        let row = Remembered {
            notice: notice.clone(),
            hash: draft.hash,
            content: draft.hash,
            version,
            seen_at: self.at,
            seq: *self.next_seq,
            expires_at,
            ended: None,
            scheduled: draft.starts_at.is_some(),
            count: 1,
            folded_at: 0,
        };
        *self.next_seq += 1;
        self.board.memory.remember(draft.id.clone(), row, &mut self.ids);
    }
}
