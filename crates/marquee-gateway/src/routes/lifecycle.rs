//! `/v1/boards/{board}/notices/{id}/lifecycle`: what has become of a notice, as far as this node remembers.

use super::{NoticePath, board, id};
use crate::extract::PathOf;
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::Response;
use marquee_core::Access;
use marquee_protocol::answer::{self, LifecycleAnswer};
use marquee_protocol::openapi::{Forbidden, NotFound, Unavailable};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;

/// Tells what has become of a notice on this node.
///
/// Accepted, stored, delivered to how many terminals, deleted or expired, each with its time. The newest 10,000 notices
/// are remembered, until the server is restarted. An id that was folded or replaced away names the notice that took it
/// in.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/notices/{id}/lifecycle",
    operation_id = "show_lifecycle",
    tag = "Consoles",
    params(NoticePath),
    responses(
        (status = 200, description = "The stages it has gone through.", body = LifecycleAnswer),
        Forbidden, NotFound, Unavailable,
    ),
)]
pub(crate) async fn show(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<NoticePath>,
) -> Response {
    let result = async {
        let (board, id) = (board(&path.board)?, id(&path.id)?);
        if !access.may_administer() {
            let detail = "the token does not allow to look at what has become of notices";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        let named = {
            let boards = gateway.boards().await?;
            let row = boards.board(&board).and_then(|found| found.remembered(&id));
            row.map_or_else(|| id.clone(), |row| row.notice.clone())
        };
        let lifecycle = gateway.lifecycles().of(&board, &named, gateway.now()).ok_or_else(|| {
            let detail = format!(
                "nothing is known of a notice {id} on board {board}: it was never there, the server has been \
                 restarted since, or too many came after it"
            );
            Problem::new(Slug::NotFound, detail)
        })?;
        Ok(Reply::ok(&answer::lifecycle(&board, &named, &lifecycle)))
    };
    respond(result.await, &trace_id)
}
