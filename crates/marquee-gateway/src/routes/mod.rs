//! One module a group of paths; a module's name is its path's.

pub(crate) mod auth;
pub(crate) mod boards;
pub(crate) mod jwks;
pub(crate) mod lifecycle;
pub(crate) mod notices;
pub(crate) mod notify;
pub(crate) mod now;
pub(crate) mod policy;
pub(crate) mod service;

use marquee_core::{Access, BoardName, NoticeId};
use marquee_protocol::problem::{Fault, Problem, Slug};
use serde::Deserialize;
use utoipa::IntoParams;

/// Items in one list, unless the caller says.
const LIMIT_DEFAULT: usize = 100;
/// The most.
const LIMIT_MAX: usize = 1_000;

/// The path of a board.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct BoardPath {
    /// The board's name.
    #[param(example = "ops", pattern = "^[a-z0-9][a-z0-9._-]{0,62}$")]
    board: String,
}

/// The path of a notice.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct NoticePath {
    /// The board's name.
    #[param(example = "ops", pattern = "^[a-z0-9][a-z0-9._-]{0,62}$")]
    board: String,
    /// The notice's id.
    #[param(example = "TEST-001", pattern = "^[A-Za-z0-9._:-]{1,128}$")]
    id: String,
}

/// How many items of a list a caller wants.
pub(crate) fn limit(given: Option<&str>) -> Result<usize, Problem> {
    let Some(given) = given else { return Ok(LIMIT_DEFAULT) };
    given.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)).ok_or_else(|| {
        Problem::invalid(vec![Fault::new("/limit", format!("a number from 1 to {LIMIT_MAX}"))])
    })
}

/// Whether the caller may look at a board.
pub(crate) fn may_see(access: &Access, board: &BoardName) -> bool {
    access.may_publish(board) || access.may_subscribe(board)
}

/// Lets through whoever may follow a board, or says that he may not.
pub(crate) fn may_follow(access: &Access, board: &BoardName) -> Result<(), Problem> {
    if access.may_subscribe(board) { Ok(()) } else { Err(unseen(board)) }
}

/// What is told of a board that the caller may not look at.
pub(crate) fn unseen(board: &BoardName) -> Problem {
    Problem::new(Slug::Forbidden, format!("the token does not allow to look at board {board}"))
}

/// The board of a path. Names that no board can have, and the server's own, are simply not there.
pub(crate) fn board(name: &str) -> Result<BoardName, Problem> {
    BoardName::parse(name).ok_or_else(|| {
        let rule = "1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit";
        Problem::new(Slug::NotFound, format!("{name:?} is no board: {rule}"))
    })
}

/// The id of a path.
pub(crate) fn id(id: &str) -> Result<NoticeId, Problem> {
    NoticeId::parse(id).ok_or_else(|| {
        Problem::new(
            Slug::NotFound,
            format!("{id:?} is no id: 1 to 128 of A-Z, a-z, 0-9, '.', '_', ':', '-'"),
        )
    })
}
