//! `GET /v1/boards`: which boards there are and how far each is; `POST /v1/boards/{board}/trim`: entries that are let
//! go. It decides nothing: what a restart needs, the applier keeps.

use super::{BoardPath, board, limit, may_see};
use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use http::Request;
use marquee_core::board::Board;
use marquee_core::{Access, BoardName, Cursor};
use marquee_protocol::answer::{BoardAnswer, BoardsAnswer, TrimAnswer};
use marquee_protocol::openapi::{
    Forbidden, Invalid, Malformed, NotFound, Timeout, TooLarge, Unavailable, UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use marquee_protocol::trim::{self, TrimRequest};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BoardsPage {
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100, example = 100)]
    limit: Option<String>,
    /// The last board of the page before: `next` gives it.
    #[param(example = "main")]
    after: Option<String>,
}

/// Lists the boards.
///
/// They come in order of their names: those that were written and that the caller may see.
#[utoipa::path(
    get,
    path = "/v1/boards",
    operation_id = "list_boards",
    tag = "Consoles",
    params(BoardsPage),
    responses(
        (status = 200, description = "One page of them.", body = BoardsAnswer),
        Malformed, Invalid, Unavailable,
    ),
)]
pub(crate) async fn list(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    QueryOf(page): QueryOf<BoardsPage>,
) -> Response {
    let result = async {
        let limit = limit(page.limit.as_deref())?;
        let after = page.after.as_deref().map(after).transpose()?;
        let (now, epoch) = (gateway.now(), gateway.applier().epoch());
        let boards = gateway.boards().await?;
        let mut rest = boards
            .iter()
            .filter(|(name, _)| after.as_ref().is_none_or(|after| *name > after) && is_shown(&access, name));
        let shown = rest.by_ref().take(limit).map(|(name, board)| {
            let cursor = Cursor { epoch: epoch.clone(), version: board.version() };
            BoardAnswer::new(name, &cursor, active(board, now))
        });
        let shown: Vec<BoardAnswer> = shown.collect();
        let next = rest.next().and(shown.last()).map(|last| last.board.clone());
        Ok(Reply::ok(&BoardsAnswer { boards: shown, next }))
    };
    respond(result.await, &trace_id)
}

/// Lets go of a board's oldest entries.
///
/// Those below `before` go, as far as a restart does not need them: the board's state is kept first. Notices stay as
/// they are; only who comes back from further away gets a reset. Doing it again changes nothing.
#[utoipa::path(
    post,
    path = "/v1/boards/{board}/trim",
    operation_id = "trim_board",
    tag = "Operators",
    params(BoardPath),
    request_body(
        content = TrimRequest,
        content_type = "application/json",
        example = json!({"before": 2}),
    ),
    responses(
        (status = 200, description = "What can be read of it now.", body = TrimAnswer),
        Malformed, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn trim(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        if !access.may_administer() {
            let detail = format!("the token does not allow to trim board {board}");
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        let before = trim::read(&body::read_json(request, "what is to be trimmed").await?)?;
        let trimmed = gateway.trim(&access, board.clone(), before).await?.ok_or_else(|| {
            Problem::new(Slug::NotFound, format!("board {board} was never written: there is nothing to trim"))
        })?;
        Ok(Reply::ok(&TrimAnswer::new(&board, trimmed.oldest, trimmed.head)))
    };
    respond(result.await, &trace_id)
}

/// Where the list goes on. The board need not exist: what was the last one may be gone.
fn after(name: &str) -> Result<BoardName, Problem> {
    board(name).map_err(|problem| Problem::invalid(vec![Fault::new("/after", problem.detail)]))
}

/// To clients the server's own boards do not exist.
fn is_shown(access: &Access, name: &BoardName) -> bool {
    BoardName::parse(name.as_str()).is_some() && may_see(access, name)
}

/// How many notices are active at the present time: the machine knows them as of its newest entry.
fn active(board: &Board, now: u64) -> usize {
    board.timeline().active().iter().filter(|active| active.notice.expires_at > now).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_own_boards_are_not_shown() {
        for (name, shown) in [("ops", true), ("_auth", false)] {
            let name = BoardName::from_store(name).unwrap();
            assert_eq!(is_shown(&Access::Everyone, &name), shown, "{name}");
        }
    }
}
