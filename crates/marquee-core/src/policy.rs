//! How a board plays: speed, gap, and per level its weight and manner. Bounds stand here, beside the defaults;
//! which member of a request was wrong is said by whoever reads requests.

use crate::Level;
use std::ops::RangeInclusive;

/// Whether a level's notices are held on top of the ribbon when they arrive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Play {
    /// On the ribbon only.
    Scroll,
    /// Held on top for `hold_ms` first, then on the ribbon.
    Pin,
}

impl Play {
    /// The manner of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Scroll, Self::Pin].into_iter().find(|play| play.name() == word)
    }

    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scroll => "scroll",
            Self::Pin => "pin",
        }
    }
}

/// What a policy says of one level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelPolicy {
    /// Its share of the ribbon, and its rank when room is short: 1–100.
    pub weight: u32,
    /// Its manner.
    pub play: Play,
    /// How long a pin is held, ms: 0–3,600,000.
    pub hold_ms: u64,
    /// `#rrggbb`, lower case.
    pub color: Box<str>,
}

/// How a board plays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Policy {
    /// Cells per second: 1–200.
    pub speed: u64,
    /// Cells between two notices on the ribbon: 0–200.
    pub gap: u64,
    /// Seconds that a notice without a ttl lives: 1–2,592,000.
    pub ttl: u64,
    /// Active notices a board holds: 1–1,000.
    pub max_active: usize,
    /// How long equal notices are folded into one, ms: 0–86,400,000.
    pub fold_ms: u64,
    /// The least time a pin is held while others wait, ms: 0–60,000.
    pub pin_min_ms: u64,
    /// How many may wait to be pinned: 0–16.
    pub pin_queue: usize,
    /// How long the ribbon moves between two pins at least, ms: 0–60,000.
    pub breath_ms: u64,
    /// By [`Level`]'s index.
    pub levels: [LevelPolicy; 4],
}

/// The bounds of a policy's numbers, for whoever reads one.
pub mod bounds {
    use super::RangeInclusive;
    /// Cells per second.
    pub const SPEED: RangeInclusive<u64> = 1..=200;
    /// Cells.
    pub const GAP: RangeInclusive<u64> = 0..=200;
    /// Seconds; a notice's ttl has the same.
    pub const TTL: RangeInclusive<u64> = 1..=2_592_000;
    /// Notices.
    pub const MAX_ACTIVE: RangeInclusive<u64> = 1..=1_000;
    /// Milliseconds.
    pub const FOLD_MS: RangeInclusive<u64> = 0..=86_400_000;
    /// Milliseconds; `pin_min_ms` and `breath_ms`.
    pub const PAUSE_MS: RangeInclusive<u64> = 0..=60_000;
    /// Notices.
    pub const PIN_QUEUE: RangeInclusive<u64> = 0..=16;
    /// Of one level.
    pub const WEIGHT: RangeInclusive<u64> = 1..=100;
    /// Milliseconds.
    pub const HOLD_MS: RangeInclusive<u64> = 0..=3_600_000;
}

impl Policy {
    /// What the policy says of a level.
    pub fn level(&self, level: Level) -> &LevelPolicy {
        &self.levels[level as usize]
    }
}

impl Default for Policy {
    fn default() -> Self {
        let level =
            |weight, play, hold_ms, color: &str| LevelPolicy { weight, play, hold_ms, color: color.into() };
        Self {
            speed: 12,
            gap: 8,
            ttl: 600,
            max_active: 64,
            fold_ms: 60_000,
            pin_min_ms: 5_000,
            pin_queue: 3,
            breath_ms: 5_000,
            levels: [
                level(8, Play::Pin, 15_000, "#ff3b30"),
                level(4, Play::Scroll, 0, "#ff9f0a"),
                level(2, Play::Scroll, 0, "#e8eaed"),
                level(1, Play::Scroll, 0, "#9aa0a6"),
            ],
        }
    }
}
