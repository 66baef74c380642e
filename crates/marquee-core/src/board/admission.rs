//! Who has to go when a board is full: the least weight first, in it the oldest. It decides and changes nothing.

use super::{ACTIVE_BYTES_MAX, Board};
use crate::timeline::Active;
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
        let before = newcomer.instead_of.and_then(|id| self.timeline.find(id));
        let mut count = self.timeline.active().len() + usize::from(before.is_none());
        let mut bytes = self.timeline.footprint() + newcomer.footprint;
        bytes -= before.map_or(0, |active| active.notice.footprint());
        let fits = |count: usize, bytes: usize| count <= policy.max_active && bytes <= ACTIVE_BYTES_MAX;
        if fits(count, bytes) {
            return Some(Vec::new());
        }
        let weights = Level::ALL.map(|level| policy.level(level).weight);
        let [pinned, slotted] = self.timeline.stage();
        let spared =
            [before.map(|active| active.version), pinned, slotted].map(|version| version.unwrap_or_default());
        // Weight first, then version, in one number: a version is below 2^53, a weight at most 100.
        let rank = |active: &Active| u64::from(weights[active.level() as usize]) << 53 | active.version.0;
        let mut going: Vec<&Active> = Vec::new();
        let mut last = 0;
        while !fits(count, bytes) {
            let (mut least, mut least_rank) = (None, u64::MAX);
            for active in self.timeline.active() {
                let rank = rank(active);
                if rank < least_rank && rank > last && !spared.contains(&active.version) {
                    (least, least_rank) = (Some(active), rank);
                }
            }
            let least = least?;
            if least_rank >> 53 > u64::from(weights[newcomer.level as usize]) {
                return None;
            }
            last = least_rank;
            count -= 1;
            bytes -= least.notice.footprint();
            going.push(least);
        }
        Some(going.into_iter().map(|active| active.notice.id.clone()).collect())
    }
}
