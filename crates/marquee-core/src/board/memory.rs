//! What a board remembers of the ids that were published to it, and for how long. It holds no notices.

use super::{ContentHash, IdChange, State};
use crate::{NoticeId, Timeline, Version};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How long an id is remembered after its publish, ms.
const WINDOW_MS: u64 = 86_400_000;
/// How many ids of a board are remembered; those of active notices beyond them.
const IDS_PER_BOARD: usize = 100_000;

/// What is remembered of one id. What speaks of the notice itself counts only in the row of the notice's own id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remembered {
    /// The notice that the id names: itself, or the one that took it in.
    pub notice: NoticeId,
    /// The content it was published with.
    pub hash: ContentHash,
    /// The content that its notice has now.
    pub content: ContentHash,
    /// The first version.
    pub version: Version,
    /// When it was published, ms.
    pub seen_at: u64,
    /// Its age among all ids.
    pub seq: u64,
    /// When its notice is over, ms, as of its newest put or fold.
    pub expires_at: u64,
    /// Whether its notice left before its time.
    pub ended: Option<Ended>,
    /// Whether its notice's newest content came with a `starts_at`.
    pub scheduled: bool,
    /// How many publishes its notice stands for; entries may show fewer for a while.
    pub count: u32,
    /// When a fold last made an entry of its notice, ms; 0: never.
    pub folded_at: u64,
}

/// How a notice left before its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum Ended {
    Deleted,
    Evicted,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    rows: HashMap<NoticeId, Remembered>,
    /// By age, but for those that are held.
    order: BTreeMap<u64, NoticeId>,
    /// Ids past their time whose notice is active, by that notice.
    held: BTreeMap<NoticeId, Vec<NoticeId>>,
    /// Ids that name another notice, by that notice. One may be stale: it counts only if its row says the same.
    guests: HashMap<NoticeId, BTreeSet<NoticeId>>,
}

impl Memory {
    pub(super) fn restore(rows: Vec<(NoticeId, Remembered)>) -> Self {
        let mut memory = Self::default();
        for (id, row) in rows {
            memory.take(id, row);
        }
        memory
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn find(&self, id: &NoticeId) -> Option<&Remembered> {
        self.rows.get(id)
    }

    pub(super) fn newest_seq(&self) -> u64 {
        self.rows.values().map(|row| row.seq).max().unwrap_or(0)
    }

    pub(super) fn oldest_seq(&self) -> Option<u64> {
        self.order.keys().next().copied()
    }

    /// Where the notice of an id stands.
    pub(super) fn state(&self, row: &Remembered, timeline: &Timeline) -> State {
        if timeline.find(&row.notice).is_some() {
            return State::Active;
        }
        match self.rows.get(&row.notice).unwrap_or(row).ended {
            None => State::Expired,
            Some(Ended::Deleted) => State::Deleted,
            Some(Ended::Evicted) => State::Evicted,
        }
    }

    pub(super) fn remember(&mut self, id: NoticeId, row: Remembered, changes: &mut Vec<IdChange>) {
        changes.push(IdChange::Remember(id.clone(), row.clone()));
        if let Some(before) = self.rows.get(&id) {
            self.order.remove(&before.seq);
        }
        self.take(id, row);
    }

    fn take(&mut self, id: NoticeId, row: Remembered) {
        if row.notice != id {
            self.guests.entry(row.notice.clone()).or_default().insert(id.clone());
        }
        self.order.insert(row.seq, id.clone());
        self.rows.insert(id, row);
    }

    /// Changes the row of a notice's own id, keeping its age.
    pub(super) fn amend(
        &mut self,
        id: &NoticeId,
        changes: &mut Vec<IdChange>,
        change: impl FnOnce(&mut Remembered),
    ) {
        if let Some(row) = self.rows.get_mut(id) {
            change(row);
            changes.push(IdChange::Remember(id.clone(), row.clone()));
        }
    }

    /// Forgets the ids whose time has come, as the first thing that a command does.
    pub(super) fn forget(&mut self, timeline: &Timeline, at: u64, changes: &mut Vec<IdChange>) {
        let over: Vec<NoticeId> =
            self.held.keys().filter(|notice| timeline.find(notice).is_none()).cloned().collect();
        for notice in over {
            for id in self.held.remove(&notice).unwrap_or_default() {
                self.drop(id, changes);
            }
        }
        while let Some((seq, id)) = self.order.first_key_value() {
            let due = self.rows.get(id).is_none_or(|row| row.seen_at + WINDOW_MS <= at);
            if !due && self.order.len() <= IDS_PER_BOARD {
                break;
            }
            let (seq, id) = (*seq, id.clone());
            self.order.remove(&seq);
            self.drop_or_hold(id, timeline, changes);
        }
    }

    /// Forgets the oldest id, or holds it while its notice is active.
    pub(super) fn drop_oldest(&mut self, timeline: &Timeline, changes: &mut Vec<IdChange>) {
        if let Some((_, id)) = self.order.pop_first() {
            self.drop_or_hold(id, timeline, changes);
        }
    }

    fn drop_or_hold(&mut self, id: NoticeId, timeline: &Timeline, changes: &mut Vec<IdChange>) {
        match self.rows.get(&id) {
            Some(row) if timeline.find(&row.notice).is_some() => {
                self.held.entry(row.notice.clone()).or_default().push(id);
            }
            _ => self.drop(id, changes),
        }
    }

    /// Forgets an id. Those that named its notice stand for themselves from now on, with the end that it had: whoever
    /// publishes under the forgotten id later has nothing to do with them.
    fn drop(&mut self, id: NoticeId, changes: &mut Vec<IdChange>) {
        let Some(gone) = self.rows.remove(&id) else { return };
        for guest in self.guests.remove(&id).unwrap_or_default() {
            if let Some(row) = self.rows.get_mut(&guest).filter(|row| row.notice == id) {
                row.notice = guest.clone();
                row.ended = gone.ended;
                row.expires_at = gone.expires_at;
                changes.push(IdChange::Remember(guest, row.clone()));
            }
        }
        if let Some(guests) = self.guests.get_mut(&gone.notice) {
            guests.remove(&id);
            if guests.is_empty() {
                self.guests.remove(&gone.notice);
            }
        }
        changes.push(IdChange::Forget(id));
    }
}
