//! Boards as GET answers them.

use marquee_core::{BoardName, Cursor, Version};
use serde::Serialize;
use utoipa::ToSchema;

/// A board, and how far it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Board, example = json!({
    "board": "ops", "version": 42, "cursor": "k3j9x2ab.42", "active": 3,
}))]
pub struct BoardAnswer {
    /// Its name.
    pub board: String,
    /// The number of its newest entry.
    pub version: u64,
    /// `<epoch>.<version>` of its newest entry.
    pub cursor: String,
    /// How many notices are active on it.
    pub active: usize,
}

/// Boards in order of their names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Boards)]
pub struct BoardsAnswer {
    /// The boards that the caller may see.
    pub boards: Vec<BoardAnswer>,
    /// What to give as `after` to read on; null at the end.
    #[schema(required)]
    pub next: Option<String>,
}

/// What can be read of a board after it was trimmed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Trimmed, example = json!({"board": "ops", "oldest": 40, "head": 42}))]
pub struct TrimAnswer {
    /// Its name.
    pub board: String,
    /// The version of the oldest entry that is kept; one above `head` where none is.
    pub oldest: u64,
    /// The version of the newest entry.
    pub head: u64,
}

impl TrimAnswer {
    /// A board whose entries are kept from one version to another.
    pub fn new(board: &BoardName, oldest: Version, head: Version) -> Self {
        Self { board: board.to_string(), oldest: oldest.0, head: head.0 }
    }
}

impl BoardAnswer {
    /// A board at its newest entry.
    pub fn new(board: &BoardName, cursor: &Cursor, active: usize) -> Self {
        Self { board: board.to_string(), version: cursor.version.0, cursor: cursor.to_string(), active }
    }
}
