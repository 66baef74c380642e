//! What is on screen at a time: a copy of the state, advanced. It never changes the timeline it looks at.

use super::{Slot, Timeline};
use crate::{NoticeId, Version};

/// What every screen of a board shows at one time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Screen {
    /// The time, ms.
    pub at: u64,
    /// The ribbon's position, in thousandths of a cell.
    pub x: u64,
    /// What is on top.
    pub pin: Option<Pinned>,
    /// What is entering, or last entered.
    pub slot: Option<Shown>,
    /// What has ended but may still be on the glass, oldest first.
    pub trail: Vec<Shown>,
    /// The active notices, in order of version.
    pub active: Vec<NoticeId>,
}

/// A stretch of the ribbon.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub struct Shown {
    pub id: NoticeId,
    pub rev: Version,
    pub head: u64,
    pub end: u64,
}

/// A pin.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub struct Pinned {
    pub id: NoticeId,
    pub rev: Version,
    pub from: u64,
    pub until: u64,
}

impl From<&Slot> for Shown {
    fn from(slot: &Slot) -> Self {
        Self { id: slot.notice.id.clone(), rev: slot.notice.rev, head: slot.head, end: slot.end }
    }
}

impl Timeline {
    /// The screen at a time; one before the last entry is taken as that.
    pub fn screen(&self, at: u64) -> Screen {
        let mut copy = self.clone();
        copy.advance(at);
        Screen {
            at: copy.now,
            x: copy.x,
            pin: copy.pin.as_ref().map(|pin| Pinned {
                id: pin.notice.id.clone(),
                rev: pin.notice.rev,
                from: pin.from,
                until: pin.until,
            }),
            slot: copy.slot.as_ref().map(Shown::from),
            trail: copy.trail.iter().map(Shown::from).collect(),
            active: copy.active.iter().map(|active| active.notice.id.clone()).collect(),
        }
    }
}
