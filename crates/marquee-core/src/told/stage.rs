//! What is on at one time: a pin, a slot under way, or nothing; and how it is told. Two stages are equal if a terminal
//! that was told of one need not be told of the other.

use super::Cue;
use crate::policy::Play;
use crate::timeline::Slot;
use crate::{Notice, NoticeId, Timeline};
use std::sync::Arc;

/// A notice that is to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Show {
    /// What.
    pub notice: Arc<Notice>,
    /// On the ribbon, or on top.
    pub play: Play,
    /// Since when, or from when on, ms.
    pub from: u64,
    /// Of a pin, when it goes; on the ribbon, when the next may enter if nothing comes between, ms.
    pub until: u64,
    /// On the ribbon: where it entered, in thousandths of a cell. The same text, told of again, has the same.
    pub head: u64,
    /// On the ribbon: how far its left edge is to the left of the wall's right edge at `from`, in thousandths of a cell.
    pub offset: u64,
    /// How fast the ribbon moves, in cells a second.
    pub speed: u64,
    /// The policy's colour of its level.
    pub color: Box<str>,
}

/// What is on.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    Nothing,
    Pin(Show),
    Slot(Show),
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::Pin(one), Self::Pin(two)) => one == two,
            // While the ribbon moves, `from` and `offset` differ from look to look and say the same.
            (Self::Slot(one), Self::Slot(two)) => {
                one.head == two.head
                    && one.notice == two.notice
                    && (one.until, one.speed, &one.color) == (two.until, two.speed, &two.color)
            }
            _ => false,
        }
    }
}

impl Stage {
    pub(super) fn of(present: &Timeline) -> Self {
        if let Some(pin) = present.pin() {
            let show = show(present, &pin.notice, Play::Pin, (pin.from, pin.until), (0, 0));
            return Self::Pin(show);
        }
        match present.slot() {
            Some(slot) => Self::Slot(show_of_slot(present, slot)),
            None => Self::Nothing,
        }
    }

    /// When it began or begins, ms.
    pub(super) fn from(&self) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Pin(show) | Self::Slot(show) => show.from,
        }
    }

    /// Since when a pin is up, ms.
    pub(super) fn pinned_at(&self) -> Option<u64> {
        match self {
            Self::Pin(show) => Some(show.from),
            Self::Nothing | Self::Slot(..) => None,
        }
    }

    /// What it lets in onto the glass: where that entered and ends, and whose it is.
    pub(super) fn let_in(&self) -> Option<(u64, u64, NoticeId)> {
        match self {
            Self::Slot(show) => Some((show.head, show.head, show.notice.id.clone())),
            Self::Nothing | Self::Pin(_) => None,
        }
    }

    pub(super) fn cue(&self) -> Cue {
        match self {
            Self::Nothing => Cue::Clear(None),
            Self::Pin(show) | Self::Slot(show) => Cue::Show(show.clone()),
        }
    }
}

/// A stretch of the ribbon, as it is at the timeline's present.
pub(super) fn show_of_slot(present: &Timeline, slot: &Slot) -> Show {
    let left = slot.end.saturating_sub(present.x()).div_ceil(present.policy().speed);
    // Beneath a pin it is where it was when that began, until it ends.
    let (from, moves_at) = present.pin().map_or((present.now(), present.now()), |pin| (pin.from, pin.until));
    let until = if left == 0 { from } else { moves_at + left };
    let offset = present.x().saturating_sub(slot.head);
    show(present, &slot.notice, Play::Scroll, (from, until), (slot.head, offset))
}

fn show(
    present: &Timeline,
    notice: &Arc<Notice>,
    play: Play,
    (from, until): (u64, u64),
    (head, offset): (u64, u64),
) -> Show {
    let policy = present.policy();
    let color = policy.level(notice.level).color.clone();
    Show { notice: notice.clone(), play, from, until, head, offset, speed: policy.speed, color }
}
