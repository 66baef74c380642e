//! Boards as GET answers them.

use marquee_core::{BoardName, Cursor};
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

impl BoardAnswer {
    /// A board at its newest entry.
    pub fn new(board: &BoardName, cursor: &Cursor, active: usize) -> Self {
        Self { board: board.to_string(), version: cursor.version.0, cursor: cursor.to_string(), active }
    }
}
