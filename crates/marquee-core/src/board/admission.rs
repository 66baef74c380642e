//! Who has to go when a board is full: the least weight first, in it the oldest. It decides and changes nothing.

use super::{ACTIVE_BYTES_MAX, Board};
use crate::{Level, NoticeId};

/// A notice that wants room.
pub(super) struct Newcomer<'a> {
    pub(super) level: Level,
    pub(super) footprint: usize,
    /// The active notice whose place it takes.
    pub(super) instead_of: Option<&'a NoticeId>,
}

impl Board {
    /// Which notices have to go so that the newcomer fits, in order; `None`: it is the least itself, or the rest is
    /// what the screen is showing.
    pub(super) fn make_room(&self, newcomer: &Newcomer<'_>) -> Option<Vec<NoticeId>> {
        let policy = self.timeline.policy();
        let others =
            || self.timeline.active().iter().filter(|active| Some(&active.notice.id) != newcomer.instead_of);
        let mut count = others().count() + 1;
        let mut bytes = others().map(|active| active.notice.footprint()).sum::<usize>() + newcomer.footprint;
        let fits = |count: usize, bytes: usize| count <= policy.max_active && bytes <= ACTIVE_BYTES_MAX;
        if fits(count, bytes) {
            return Some(Vec::new());
        }
        let mut candidates: Vec<_> =
            others().filter(|active| !self.timeline.on_stage(&active.notice.id)).collect();
        candidates.sort_by_key(|active| (policy.level(active.notice.level).weight, active.version));
        let mut going = Vec::new();
        let mut candidates = candidates.into_iter();
        while !fits(count, bytes) {
            let least = candidates.next()?;
            if policy.level(least.notice.level).weight > policy.level(newcomer.level).weight {
                return None;
            }
            count -= 1;
            bytes -= least.notice.footprint();
            going.push(least.notice.id.clone());
        }
        Some(going)
    }
}
