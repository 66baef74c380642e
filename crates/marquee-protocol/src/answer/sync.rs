//! Entries of a board as `GET /v1/sync` answers them. The answer is written in pieces, around entries that are finished
//! frames already: none is written a second time.

use bytes::Bytes;
use marquee_core::{BoardName, Cursor, Epoch};
use serde_json::Value;
use utoipa::ToSchema;

/// One page of a board's entries.
#[derive(Clone, PartialEq, Debug, ToSchema)]
#[schema(as = Sync, example = json!({
    "board": "ops", "epoch": "k3j9x2ab", "entries": [], "cursor": "k3j9x2ab.41", "at": 1_769_851_800_000_u64, "more": false,
}))]
pub struct SyncAnswer {
    /// The board.
    pub board: String,
    /// The name of the log's history.
    pub epoch: String,
    /// The entries, as the frames `put`, `delete` and `policy` that terminals get.
    #[schema(value_type = Vec<Object>)]
    pub entries: Vec<Value>,
    /// The last entry that is contained, or else what was given as `since`: what to give as `since` next.
    pub cursor: String,
    /// No entry after the cursor is or will be stamped below this, in ms since the Unix epoch.
    pub at: u64,
    /// Whether there are more entries already.
    pub more: bool,
}

impl SyncAnswer {
    /// What stands before the entries; names and epochs need no escape.
    pub fn begin(board: &BoardName, epoch: &Epoch) -> Bytes {
        format!(r#"{{"board":"{board}","epoch":"{epoch}","entries":["#).into()
    }

    /// What stands after them.
    pub fn end(cursor: &Cursor, at: u64, more: bool) -> Bytes {
        format!(r#"],"cursor":"{cursor}","at":{at},"more":{more}}}"#).into()
    }
}
