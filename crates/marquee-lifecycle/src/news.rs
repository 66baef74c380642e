//! The newest stages, for those who listen: each is told once, in order, and the oldest go first. Whoever is too slow misses
//! some; nobody is waited for.

use marquee_core::{BoardName, NoticeId};
use std::collections::VecDeque;

/// Stages that are kept for listeners.
const NEWS_MAX: usize = 1_024;

/// One stage of one notice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stage {
    /// The board.
    pub board: BoardName,
    /// The notice.
    pub id: NoticeId,
    /// The stage's name.
    pub stage: &'static str,
    /// When, ms.
    pub at: u64,
}

/// The newest of them. While nobody listens none is kept.
#[derive(Debug, Default)]
pub(crate) struct News {
    pub(crate) wanted: bool,
    stages: VecDeque<Stage>,
    count: u64,
}

impl News {
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    pub(crate) fn push(&mut self, board: &BoardName, id: &NoticeId, stage: &'static str, at: u64) {
        if !self.wanted {
            return;
        }
        if self.stages.len() >= NEWS_MAX {
            self.stages.pop_front();
        }
        self.stages.push_back(Stage { board: board.clone(), id: id.clone(), stage, at });
        self.count += 1;
    }

    /// Those after so many, as far as they are kept.
    pub(crate) fn after(&self, count: u64) -> impl Iterator<Item = &Stage> {
        let missed = usize::try_from(self.count.saturating_sub(count)).unwrap_or(usize::MAX);
        self.stages.iter().skip(self.stages.len().saturating_sub(missed))
    }
}
