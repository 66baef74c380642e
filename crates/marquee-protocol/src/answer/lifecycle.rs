//! What has become of a notice, stage by stage.

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
    /// How often terminals said that its newest put was on their glass; only for `shown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub times: Option<u64>,
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
    Shown,
    Deleted,
    Expired,
}
