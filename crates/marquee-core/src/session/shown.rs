//! What a terminal says was really on its glass. It is an observation, and changes nothing of the board.

use crate::policy::Play;
use crate::{NoticeId, Version};

/// One notice, once on the glass.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The notice.
    pub id: NoticeId,
    /// The version of the put that was shown.
    pub rev: Version,
    /// Whether it was on the ribbon or on top, if that was said.
    pub play: Option<Play>,
    /// Since when, by the server's clock as the terminal knows it, ms.
    pub from: u64,
    /// Until when, ms.
    pub until: u64,
    /// How it went.
    pub outcome: Outcome,
    /// The server's clock minus the terminal's own, as the terminal knows it, ms.
    pub offset_ms: Option<i64>,
}

/// How it went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It was played to its end.
    Completed,
    /// Another had to be shown.
    Preempted,
    /// Its time was over.
    Expired,
    /// It was deleted or replaced, or the policy took it away.
    Cut,
    /// It could not be shown.
    Failed,
}

impl Outcome {
    /// Each of them.
    pub const ALL: [Self; 5] = [Self::Completed, Self::Preempted, Self::Expired, Self::Cut, Self::Failed];

    /// The outcome of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == word)
    }

    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Preempted => "preempted",
            Self::Expired => "expired",
            Self::Cut => "cut",
            Self::Failed => "failed",
        }
    }
}
