//! What a board remembers of the ids that were published to it, and for how long. It holds no notices.

use super::{ContentHash, IdChange, State};
use crate::{NoticeId, Timeline, Version};
use foldhash::HashMap;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The ages of ids past their time whose notice is active, by that notice.
    held: BTreeMap<NoticeId, BTreeSet<u64>>,
    /// Those of them that name another notice, by age: where there are too many over all boards, they go too.
    spare: BTreeMap<u64, NoticeId>,
    /// Those of them that are their notice's own, by age.
    own: BTreeMap<u64, NoticeId>,
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

    /// The age of the oldest id that may go where there are too many over all boards.
    pub(super) fn oldest_seq(&self) -> Option<u64> {
        self.order.keys().next().into_iter().chain(self.spare.keys().next()).min().copied()
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
        self.release(timeline);
        while let Some((seq, id)) = self.order.first_key_value() {
            let due = self.rows.get(id).is_none_or(|row| row.seen_at + WINDOW_MS <= at);
            if !due && self.order.len() <= IDS_PER_BOARD {
                break;
            }
            let (seq, id) = (*seq, id.clone());
            self.order.remove(&seq);
            match self.rows.get(&id).map(|row| row.notice.clone()) {
                Some(notice) if timeline.find(&notice).is_some() => self.hold(seq, id, notice),
                _ => self.drop(id, changes),
            }
        }
    }

    /// Ids whose notice is over may go again, as their age has it.
    pub(super) fn release(&mut self, timeline: &Timeline) {
        let over: Vec<NoticeId> =
            self.held.keys().filter(|notice| timeline.find(notice).is_none()).cloned().collect();
        for notice in over {
            for seq in self.held.remove(&notice).unwrap_or_default() {
                if let Some(id) = self.spare.remove(&seq).or_else(|| self.own.remove(&seq)) {
                    self.order.insert(seq, id);
                }
            }
        }
    }

    /// Forgets the oldest id, unless it is an active notice's own.
    pub(super) fn drop_oldest(&mut self, timeline: &Timeline, changes: &mut Vec<IdChange>) {
        let Some(seq) = self.oldest_seq() else { return };
        if let Some(id) = self.spare.remove(&seq) {
            if let Some(ages) = self.rows.get(&id).and_then(|row| self.held.get_mut(&row.notice)) {
                ages.remove(&seq);
            }
            self.drop(id, changes);
            return;
        }
        let Some(id) = self.order.remove(&seq) else { return };
        if timeline.find(&id).is_some() {
            self.hold(seq, id.clone(), id);
        } else {
            self.drop(id, changes);
        }
    }

    fn hold(&mut self, seq: u64, id: NoticeId, notice: NoticeId) {
        let ages = if id == notice { &mut self.own } else { &mut self.spare };
        ages.insert(seq, id);
        self.held.entry(notice).or_default().insert(seq);
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
