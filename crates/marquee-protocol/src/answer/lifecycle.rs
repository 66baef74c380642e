//! What has become of a notice, stage by stage.

use crate::time::rfc3339;
use marquee_core::{BoardName, NoticeId};
use marquee_lifecycle::{End, Lifecycle};
use serde::Serialize;
use utoipa::ToSchema;

/// The stages that a notice has gone through, in their order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Lifecycle, example = json!({
    "id": "a", "board": "ops", "version": 42, "rev": 42, "trace_id": "0af7651916cd43dd8448eb211c80319c",
    "stages": [
        {"stage": "accepted", "at": "2026-01-31T09:30:00.000Z"},
        {"stage": "stored", "at": "2026-01-31T09:30:00.002Z"},
        {"stage": "delivered", "at": "2026-01-31T09:30:00.003Z", "terminals": 12},
    ],
}))]
pub struct LifecycleAnswer {
    /// The notice.
    pub id: String,
    /// Its board.
    pub board: String,
    /// The version of its first put.
    pub version: u64,
    /// That of its newest one.
    pub rev: u64,
    /// The trace it came by.
    pub trace_id: String,
    /// What it has gone through.
    pub stages: Vec<StageAnswer>,
}

/// One stage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Stage)]
pub struct StageAnswer {
    /// Which.
    pub stage: StageWord,
    /// When, RFC 3339; for `delivered`: the first terminal.
    pub at: String,
    /// How many terminals of this node were sent its newest put; only for `delivered`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub terminals: Option<u64>,
    /// Why it was deleted; only for `deleted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub reason: Option<&'static str>,
}

/// The stages there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum StageWord {
    Accepted,
    Stored,
    Delivered,
    Deleted,
    Expired,
}

/// The answer to who asks for a notice's lifecycle.
pub fn lifecycle(board: &BoardName, id: &NoticeId, lifecycle: &Lifecycle) -> LifecycleAnswer {
    let stage = |stage, at| StageAnswer { stage, at: rfc3339(at), terminals: None, reason: None };
    let mut stages = vec![
        stage(StageWord::Accepted, lifecycle.accepted_at),
        stage(StageWord::Stored, lifecycle.stored_at),
    ];
    if let Some(delivered) = lifecycle.delivered {
        let terminals = Some(delivered.terminals);
        stages.push(StageAnswer { terminals, ..stage(StageWord::Delivered, delivered.at) });
    }
    if let Some((end, at)) = lifecycle.end {
        let word = match end {
            End::Deleted(_) => StageWord::Deleted,
            End::Expired => StageWord::Expired,
        };
        let reason = end.reason().map(marquee_core::DeleteReason::name);
        stages.push(StageAnswer { reason, ..stage(word, at) });
    }
    LifecycleAnswer {
        id: id.to_string(),
        board: board.to_string(),
        version: lifecycle.version.0,
        rev: lifecycle.rev.0,
        trace_id: lifecycle.trace_id.to_string(),
        stages,
    }
}
