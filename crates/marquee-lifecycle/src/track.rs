//! One notice's stages. It knows nothing of other notices.

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

/// How a notice ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// By an entry.
    Deleted(DeleteReason),
    /// By itself.
    Expired,
}

#[derive(Clone, Debug)]
pub(crate) struct Track {
    pub(crate) lifecycle: Lifecycle,
}

impl Track {
    pub(crate) fn begun(notice: &Notice, entry: &Entry, at: u64) -> Self {
        let lifecycle = Lifecycle {
            version: entry.version,
            rev: entry.version,
            trace_id: notice.trace_id.clone(),
            accepted_at: entry.at,
            stored_at: at,
            delivered: None,
            expires_at: notice.expires_at,
            end: None,
        };
        Self { lifecycle }
    }

    /// The notice has a newer put: who gets that is counted anew.
    pub(crate) fn renewed(&self, notice: &Notice, entry: &Entry) -> Self {
        let mut lifecycle = self.lifecycle.clone();
        lifecycle.rev = entry.version;
        lifecycle.expires_at = notice.expires_at;
        if let Some(delivered) = &mut lifecycle.delivered {
            delivered.terminals = 0;
        }
        Self { lifecycle }
    }

    /// One terminal more; whether it was the first for this put.
    pub(crate) fn deliver(&mut self, at: u64) -> bool {
        let delivered = self.lifecycle.delivered.get_or_insert(Delivered { at, terminals: 0 });
        delivered.terminals += 1;
        delivered.terminals == 1
    }

    /// A stage is a line in the diagnostics, once.
    pub(crate) fn tell(&self, board: &BoardName, id: &NoticeId, stage: &'static str) {
        let Lifecycle { rev, trace_id, .. } = &self.lifecycle;
        tracing::debug!(stage, %board, notice_id = %id, version = rev.0, trace_id = &**trace_id, "a notice is {stage}");
    }
}
