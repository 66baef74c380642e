//! What a board's timeline let in or pinned lately, and when: so that what a terminal says it showed can be held against it. It
//! is bounded, begins with the first who follows the board, and is gone with the last.

use marquee_core::policy::Play;
use marquee_core::session::Shown;
use marquee_core::told::Show;
use marquee_core::{NoticeId, Version};
use std::collections::VecDeque;

/// A terminal that knows the time shows nothing before it is planned; by so much it may not know it, ms.
const EARLY_MS: u64 = 2_000;
/// What is remembered of one board; the oldest go first.
const PLANNED_MAX: usize = 1_024;

#[derive(Default)]
pub(crate) struct Plan {
    planned: VecDeque<Planned>,
}

struct Planned {
    id: NoticeId,
    rev: Version,
    play: Play,
    /// What names it: where on the ribbon it entered, or when it was pinned.
    name: u64,
    /// When it began, ms.
    at: u64,
}

impl Plan {
    /// Something is to be shown. What is told again is not planned anew.
    pub(crate) fn note(&mut self, show: &Show) {
        let name = if show.play == Play::Pin { show.from } else { show.head };
        let id = &show.notice.id;
        if self
            .planned
            .iter()
            .rev()
            .any(|known| known.name == name && known.play == show.play && known.id == *id)
        {
            return;
        }
        if self.planned.len() >= PLANNED_MAX {
            self.planned.pop_front();
        }
        // Of one that has been under way before, as if nothing had stopped it.
        let at = show.from.saturating_sub(show.offset / show.speed.max(1));
        let (id, rev, play) = (id.clone(), show.notice.rev, show.play);
        self.planned.push_back(Planned { id, rev, play, name, at });
    }

    /// The last time before it was shown.
    pub(crate) fn of(&self, shown: &Shown) -> Option<u64> {
        let fits = |known: &&Planned| {
            known.id == shown.id && known.rev == shown.rev && shown.play.is_none_or(|play| play == known.play)
        };
        let begun = self.planned.iter().filter(fits).map(|known| known.at);
        begun.filter(|at| *at <= shown.from + EARLY_MS).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::session::Outcome;
    use marquee_core::{Level, Notice};
    use std::sync::Arc;

    fn show(id: &str, play: Play, from: u64, head: u64, offset: u64) -> Show {
        let notice = Notice {
            id: NoticeId::parse(id).unwrap(),
            rev: Version(7),
            level: Level::Info,
            text: "".into(),
            html: None,
            tags: Box::default(),
            key: None,
            link: None,
            data: None,
            cells: 1,
            count: 1,
            starts_at: 0,
            expires_at: 9,
            trace_id: "".into(),
        };
        let (until, color) = (from + 4_000, "#ffffff".into());
        Show { notice: Arc::new(notice), play, from, until, head, offset, speed: 12, color }
    }

    fn shown(id: &str, rev: u64, play: Option<Play>, from: u64) -> Shown {
        let (id, rev, until) = (NoticeId::parse(id).unwrap(), Version(rev), from + 9);
        Shown { id, rev, play, from, until, outcome: Outcome::Completed, offset_ms: None }
    }

    #[test]
    fn what_was_shown_is_held_against_what_was_planned_last_before_it() {
        let mut plan = Plan::default();
        plan.note(&show("a", Play::Scroll, 10_000, 0, 0));
        // Told again after a pin, and again later on another turn.
        plan.note(&show("a", Play::Scroll, 25_000, 0, 6_000));
        plan.note(&show("a", Play::Scroll, 40_000, 90_000, 0));
        plan.note(&show("a", Play::Pin, 38_000, 0, 0));
        assert_eq!(plan.of(&shown("a", 7, Some(Play::Scroll), 10_002)), Some(10_000));
        assert_eq!(
            plan.of(&shown("a", 7, Some(Play::Scroll), 30_000)),
            Some(10_000),
            "further left on a wide wall"
        );
        assert_eq!(plan.of(&shown("a", 7, Some(Play::Scroll), 39_000)), Some(40_000), "its clock is slow");
        assert_eq!(plan.of(&shown("a", 7, Some(Play::Scroll), 7_999)), None, "before it was planned");
        assert_eq!(plan.of(&shown("a", 7, None, 39_900)), Some(40_000));
        assert_eq!(plan.of(&shown("a", 7, None, 36_100)), Some(38_000));
        assert_eq!(plan.of(&shown("a", 8, None, 38_100)), None);
        assert_eq!(plan.of(&shown("b", 7, None, 38_100)), None);
        plan.note(&show("c", Play::Scroll, 25_000, 7, 12_000));
        assert_eq!(plan.of(&shown("c", 7, None, 24_000)), Some(24_000), "it was under way");
        for number in 0..2_000 {
            plan.note(&show("b", Play::Scroll, number, number + 1, 0));
        }
        assert_eq!((plan.planned.len(), plan.of(&shown("a", 7, None, 0))), (PLANNED_MAX, None));
    }
}
