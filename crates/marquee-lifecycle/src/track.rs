//! One notice's stages. It knows nothing of other notices.

use crate::news::News;
use marquee_core::{BoardName, DeleteReason, Entry, Notice, NoticeId, Version};

/// What is known of a notice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lifecycle {
    /// The version of its first put.
    pub version: Version,
    /// That of its newest one.
    pub rev: Version,
    /// The trace it came by.
    pub trace_id: Box<str>,
    /// When it got its place in the order, ms.
    pub accepted_at: u64,
    /// When it was on disk, ms.
    pub stored_at: u64,
    /// Its newest put on its way to terminals of this node.
    pub delivered: Option<Delivered>,
    /// Its newest put on glass, as terminals say.
    pub shown: Option<Seen>,
    /// When it is over, ms.
    pub expires_at: u64,
    /// How it ended, and when, ms.
    pub end: Option<(End, u64)>,
}

/// Who has been sent a notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delivered {
    /// When the first terminal was, ms.
    pub at: u64,
    /// How many were sent its newest put.
    pub terminals: u64,
}

/// On how many glasses a notice was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Since when it was on the first, ms.
    pub at: u64,
    /// How often terminals said that its newest put was on theirs.
    pub times: u64,
}

/// How a notice ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// By an entry.
    Deleted(DeleteReason),
    /// By itself.
    Expired,
}

impl End {
    /// The stage's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deleted(_) => "deleted",
            Self::Expired => "expired",
        }
    }

    /// Why it was deleted.
    pub fn reason(self) -> Option<DeleteReason> {
        match self {
            Self::Deleted(reason) => Some(reason),
            Self::Expired => None,
        }
    }
}

impl Lifecycle {
    pub(crate) fn begun(notice: &Notice, entry: &Entry, at: u64) -> Self {
        Self {
            version: entry.version,
            rev: entry.version,
            trace_id: notice.trace_id.clone(),
            accepted_at: entry.at,
            stored_at: at,
            delivered: None,
            shown: None,
            expires_at: notice.expires_at,
            end: None,
        }
    }

    /// The notice has a newer put: who gets that is counted anew.
    pub(crate) fn renewed(&self, notice: &Notice, entry: &Entry) -> Self {
        let delivered = self.delivered.map(|delivered| Delivered { terminals: 0, ..delivered });
        let shown = self.shown.map(|shown| Seen { times: 0, ..shown });
        Self { rev: entry.version, expires_at: notice.expires_at, delivered, shown, ..self.clone() }
    }

    /// So many terminals more; whether they were the first for this put.
    pub(crate) fn deliver(&mut self, terminals: u64, at: u64) -> bool {
        let delivered = self.delivered.get_or_insert(Delivered { at, terminals: 0 });
        let first = delivered.terminals == 0;
        delivered.terminals += terminals;
        first
    }

    /// It was on a glass; whether that was the first for this put.
    pub(crate) fn show(&mut self, at: u64) -> bool {
        let shown = self.shown.get_or_insert(Seen { at, times: 0 });
        let first = shown.times == 0;
        shown.times += 1;
        first
    }

    /// A stage is a line in the diagnostics, once, and news for those who listen.
    pub(crate) fn tell(
        &self,
        board: &BoardName,
        id: &NoticeId,
        stage: &'static str,
        at: u64,
        news: &mut News,
    ) {
        news.push(board, id, stage, at);
        let Self { rev, trace_id, .. } = self;
        tracing::debug!(
            stage, at, %board, notice_id = %id, version = rev.0, trace_id = &**trace_id, "a notice is {stage}"
        );
    }
}
