//! `/v1/boards/{board}/notices/{id}/lifecycle`: what has become of a notice, as far as this node remembers.

use super::{NoticePath, board, id};
use crate::extract::PathOf;
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::Response;
use marquee_core::{Access, BoardName, DeleteReason, NoticeId};
use marquee_lifecycle::{End, Lifecycle};
use marquee_protocol::answer::{LifecycleAnswer, StageAnswer, StageWord};
use marquee_protocol::openapi::{Forbidden, NotFound, Unavailable};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::time::rfc3339;
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
            let boards = gateway.boards_with(&board).await?;
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
        Ok(Reply::ok(&told(&board, &named, &lifecycle)))
    };
    respond(result.await, &trace_id)
}

/// What is known of a notice, as it is told.
fn told(board: &BoardName, id: &NoticeId, lifecycle: &Lifecycle) -> LifecycleAnswer {
    let stage =
        |stage, at| StageAnswer { stage, at: rfc3339(at), terminals: None, times: None, reason: None };
    let mut stages = vec![
        stage(StageWord::Accepted, lifecycle.accepted_at),
        stage(StageWord::Stored, lifecycle.stored_at),
    ];
    if let Some(delivered) = lifecycle.delivered {
        let terminals = Some(delivered.terminals);
        stages.push(StageAnswer { terminals, ..stage(StageWord::Delivered, delivered.at) });
    }
    if let Some(shown) = lifecycle.shown {
        let times = Some(shown.times);
        stages.push(StageAnswer { times, ..stage(StageWord::Shown, shown.at) });
    }
    if let Some((end, at)) = lifecycle.end {
        let word = match end {
            End::Deleted(_) => StageWord::Deleted,
            End::Expired => StageWord::Expired,
        };
        let reason = end.reason().map(DeleteReason::name);
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
