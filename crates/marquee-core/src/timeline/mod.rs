//! The pure function (state, time) → what is on screen; every terminal plays the same one, so screens agree
//! without talking. Integers only: time in ms, positions in thousandths of a cell. It never reads a clock.
//!
//! ```text
//!   trail (ended, still on the glass)        slot (under way)
//!  ├──────────────┤  ├──────────────┤  gap  ├───────────────── ─ ─ ┤
//!  head         end  head         end      head      x             end
//!                                                    ▲ right edge of the glass
//! ```

mod advance;
mod apply;
mod screen;

pub use apply::ApplyError;
pub use screen::{Pinned, Screen, Shown};

use crate::{Level, Notice, NoticeId, Policy, Version};
use foldhash::{HashMap, HashMapExt};
use std::collections::VecDeque;
use std::sync::Arc;

/// What a weight divides: a notice of weight w waits 1,000,000 / w of a turn.
const STRIDE: u64 = 1_000_000;
/// How far behind the glass's edge a slot is kept: 512 cells.
pub(crate) const TRAIL_REACH: u64 = 512_000;
/// How many ended slots are kept at most.
pub(crate) const TRAIL_MAX: usize = 64;

/// A notice that is not over yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Active {
    /// The notice as its newest put has it.
    pub notice: Arc<Notice>,
    /// The version of its first put: its place among equals.
    pub version: Version,
    /// Whether its time has come.
    pub started: bool,
    /// What it has used of its turns: the least is next.
    pub pass: u64,
    /// The notice's, kept here too: what is asked of every notice at once is not looked up in each.
    level: Level,
    /// The same.
    expires_at: u64,
}

impl Active {
    /// A notice in the state that it is in.
    pub fn new(notice: Arc<Notice>, version: Version, started: bool, pass: u64) -> Self {
        let (level, expires_at) = (notice.level, notice.expires_at);
        Self { notice, version, started, pass, level, expires_at }
    }

    /// How urgent it is.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The notice has a newer put; what it had before.
    fn renew(&mut self, notice: Arc<Notice>) -> Arc<Notice> {
        (self.level, self.expires_at) = (notice.level, notice.expires_at);
        std::mem::replace(&mut self.notice, notice)
    }
}

/// The stretch of the ribbon that one notice holds, with the notice as it was when it entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// What is shown.
    pub notice: Arc<Notice>,
    /// Where it entered.
    pub head: u64,
    /// From where the next may enter.
    pub end: u64,
}

/// One notice on top while the ribbon stands still.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pin {
    /// What is shown.
    pub notice: Arc<Notice>,
    /// Since when, ms.
    pub from: u64,
    /// Until when, ms.
    pub until: u64,
}

/// The state of a board's play, as of its last entry or watermark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timeline {
    policy: Arc<Policy>,
    now: u64,
    x: u64,
    floor: u64,
    rest: u64,
    /// In order of version.
    active: Vec<Active>,
    /// What they take together, in bytes.
    footprint: usize,
    /// Where in `active` to look: the version of an id's first put.
    index: HashMap<NoticeId, Version>,
    /// The least `expires_at` of `active` and the least `starts_at` of those not started; `u64::MAX`: none.
    next_expiry: u64,
    next_start: u64,
    slot: Option<Slot>,
    last: Option<NoticeId>,
    trail: VecDeque<Slot>,
    pin: Option<Pin>,
    queue: VecDeque<NoticeId>,
}

/// A timeline's state taken apart: for snapshots and checkpoints, which are built from it and give it back.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each field is one of PROTOCOL.md's snapshot, by the same name")]
pub struct Parts {
    pub policy: Arc<Policy>,
    pub now: u64,
    pub x: u64,
    pub floor: u64,
    pub rest: u64,
    pub active: Vec<Active>,
    pub slot: Option<Slot>,
    pub last: Option<NoticeId>,
    pub trail: Vec<Slot>,
    pub pin: Option<Pin>,
    pub queue: Vec<NoticeId>,
}

impl Timeline {
    /// The state at a board's first entry, under the policy then in force.
    pub fn new(policy: Arc<Policy>, at: u64) -> Self {
        Self {
            policy,
            now: at,
            x: 0,
            floor: 0,
            rest: 0,
            active: Vec::new(),
            footprint: 0,
            index: HashMap::new(),
            next_expiry: u64::MAX,
            next_start: u64::MAX,
            slot: None,
            last: None,
            trail: VecDeque::new(),
            pin: None,
            queue: VecDeque::new(),
        }
    }

    /// The timeline that was taken apart. What does not fit together (an id in the queue that is not active)
    /// is left out: a snapshot from elsewhere cannot break the machine.
    pub fn from_parts(parts: Parts) -> Self {
        let mut timeline = Self::new(parts.policy, parts.now);
        timeline.x = parts.x;
        timeline.floor = parts.floor;
        timeline.rest = parts.rest;
        timeline.active = parts.active;
        timeline.active.sort_by_key(|active| active.version);
        timeline.index =
            timeline.active.iter().map(|active| (active.notice.id.clone(), active.version)).collect();
        timeline.footprint = timeline.active.iter().map(|active| active.notice.footprint()).sum();
        timeline.slot = parts.slot;
        timeline.last = parts.last;
        timeline.trail = parts.trail.into();
        timeline.pin = parts.pin;
        timeline.queue = parts.queue.into_iter().filter(|id| timeline.index.contains_key(id)).collect();
        timeline.find_next();
        timeline
    }

    /// The state taken apart.
    pub fn parts(&self) -> Parts {
        Parts {
            policy: self.policy.clone(),
            now: self.now,
            x: self.x,
            floor: self.floor,
            rest: self.rest,
            active: self.active.clone(),
            slot: self.slot.clone(),
            last: self.last.clone(),
            trail: self.trail.iter().cloned().collect(),
            pin: self.pin.clone(),
            queue: self.queue.iter().cloned().collect(),
        }
    }

    /// The time it is advanced to, ms.
    pub fn now(&self) -> u64 {
        self.now
    }

    /// The policy in force.
    pub fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }

    /// The active notices, in order of version.
    pub fn active(&self) -> &[Active] {
        &self.active
    }

    /// What the active notices take together, in bytes.
    pub fn footprint(&self) -> usize {
        self.footprint
    }

    /// The active notice with this id.
    pub fn find(&self, id: &NoticeId) -> Option<&Active> {
        self.position(id).map(|at| &self.active[at])
    }

    /// The notice on top, if one is.
    pub fn pin(&self) -> Option<&Pin> {
        self.pin.as_ref()
    }

    /// The slot under way, if one is.
    pub fn slot(&self) -> Option<&Slot> {
        self.slot.as_ref()
    }

    /// The ribbon's position, in thousandths of a cell.
    pub fn x(&self) -> u64 {
        self.x
    }

    /// What has ended but may still be on the glass, oldest first.
    pub fn trail(&self) -> impl Iterator<Item = &Slot> {
        self.trail.iter()
    }

    /// All that is on the ribbon, oldest first.
    pub fn ribbon(&self) -> impl Iterator<Item = &Slot> {
        self.trail.iter().chain(&self.slot)
    }

    /// Whether a notice, active or not, is in the slot, in the trail or pinned.
    pub fn shows(&self, id: &NoticeId) -> bool {
        self.slot.iter().chain(&self.trail).any(|slot| slot.notice.id == *id)
            || self.pin.as_ref().is_some_and(|pin| pin.notice.id == *id)
    }

    /// The first versions of the pinned notice and of the slot's, as far as they are active: such are the last to go.
    pub fn stage(&self) -> [Option<Version>; 2] {
        let pinned = self.pin.as_ref().map(|pin| &pin.notice.id);
        let slotted = self.slot.as_ref().map(|slot| &slot.notice.id);
        [pinned, slotted].map(|id| self.index.get(id?).copied())
    }

    fn position(&self, id: &NoticeId) -> Option<usize> {
        let version = self.index.get(id)?;
        self.active.binary_search_by_key(version, |active| active.version).ok()
    }

    fn find_next(&mut self) {
        (self.next_expiry, self.next_start) = (u64::MAX, u64::MAX);
        for active in &self.active {
            self.next_expiry = self.next_expiry.min(active.expires_at);
            if !active.started {
                self.next_start = self.next_start.min(active.notice.starts_at);
            }
        }
    }
}

#[cfg(test)]
mod tests;
