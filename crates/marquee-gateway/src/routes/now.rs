//! `GET /v1/boards/{board}/now`: what every screen of a board shows at one time. It plays a copy of the board's
//! timeline and changes nothing.

use super::{BoardPath, board, may_follow};
use crate::extract::{PathOf, QueryOf};
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::Response;
use marquee_core::{Access, Cursor};
use marquee_protocol::answer::{self, ScreenAnswer};
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, NotFound, Unavailable};
use marquee_protocol::problem::{Fault, Problem};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use utoipa::IntoParams;

/// How far ahead a screen can be asked for, ms.
const AHEAD_MAX_MS: u64 = 86_400_000;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct When {
    /// The time, in ms since the Unix epoch, at most 24 h ahead; the server's unless given.
    #[param(value_type = Option<u64>, example = 1_769_851_800_000_u64)]
    at: Option<String>,
}

/// Shows what every screen of a board shows at one time.
///
/// All terminals compute the same: this is their timeline, played by the server.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/now",
    operation_id = "now",
    tag = "Screens",
    params(BoardPath, When),
    responses(
        (status = 200, description = "The screen.", body = ScreenAnswer),
        Malformed, Forbidden, NotFound, Invalid, Unavailable,
    ),
)]
pub(crate) async fn now(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    QueryOf(when): QueryOf<When>,
) -> Response {
    let result = async {
        let name = board(&path.board)?;
        may_follow(&access, &name)?;
        let now = gateway.now();
        let at = when.at.as_deref().map_or(Ok(now), milliseconds)?;
        let boards = gateway.boards_with(&name).await?;
        let Some(board) = boards.board(&name) else {
            return Ok(Reply::ok(&answer::no_screen(&name)));
        };
        if at > now.max(board.timeline().now()) + AHEAD_MAX_MS {
            return Err(Problem::invalid(vec![Fault::new("/at", "at most 24 h after now")]));
        }
        let cursor = Cursor { epoch: gateway.applier().epoch().clone(), version: board.version() };
        Ok(Reply::ok(&answer::screen(&name, &cursor, &board.timeline().screen(at))))
    };
    respond(result.await, &trace_id)
}

fn milliseconds(text: &str) -> Result<u64, Problem> {
    text.parse().map_err(|_| {
        Problem::invalid(vec![Fault::new(
            "/at",
            "a time in milliseconds since the Unix epoch: 1700000000000",
        )])
    })
}
