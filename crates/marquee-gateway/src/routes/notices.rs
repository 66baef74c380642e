//! `/v1/boards/{board}/notices`: one notice by its id, all that are active, and their end.

use super::{BoardPath, NoticePath, board, id, limit, may_see, unseen};
use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::{Gateway, mint};
use crate::reply::{Reply, respond, written};
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use http::Request;
use marquee_core::board::{Board, Op};
use marquee_core::timeline::Active;
use marquee_core::{Access, BoardName, DeleteReason, NoticeId, Version};
use marquee_protocol::answer::{self, DeletedAnswer, NoticeAnswer, NoticesAnswer, PlacedAnswer};
use marquee_protocol::notice::{self, Context, IdFrom, Submission};
use marquee_protocol::openapi::{
    Conflict, Forbidden, Gone, Invalid, Malformed, NotFound, NoticeRequest, Timeout, TooLarge,
    TooManyRequests, Unavailable, UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use utoipa::IntoParams;

/// Creates or replaces a notice.
///
/// The same content again is a `duplicate` and no entry. An `id` or `board` in the body that is not the path's is 422;
/// a `key` that another active notice has is 409.
#[utoipa::path(
    put,
    path = "/v1/boards/{board}/notices/{id}",
    operation_id = "put_notice",
    tag = "Publishers",
    params(NoticePath),
    request_body(
        content = NoticeRequest,
        content_type = "application/json",
        example = json!({"text": "database is down", "level": "URGENT", "key": "db-1"}),
    ),
    responses(
        (status = 201, description = "It is new.", body = PlacedAnswer),
        (status = 200, description = "It has new content, or had it already.", body = PlacedAnswer),
        Malformed, Forbidden, NotFound, Timeout, Conflict, TooLarge, UnsupportedMediaType, Invalid, TooManyRequests,
        Unavailable,
    ),
)]
pub(crate) async fn put(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<NoticePath>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let (board, id) = (board(&path.board)?, id(&path.id)?);
        let body = body::read_json(request, "a notice").await?;
        let Submission { board, draft, .. } = read_put(&gateway, &board, &id, &body, &trace_id)?;
        gateway.submit(&access, board, Op::Replace(draft), &trace_id).await.map(Reply::from)
    };
    respond(result.await, &trace_id)
}

fn read_put(
    gateway: &Gateway,
    board: &BoardName,
    id: &NoticeId,
    body: &[u8],
    trace_id: &TraceId,
) -> Result<Submission, Problem> {
    let context = Context {
        now: gateway.now(),
        trace_id: trace_id.as_str(),
        mint: &mint,
        board: Some(board),
        id: Some(id),
        id_from: IdFrom::Path,
        block_list: &gateway.block_list(),
    };
    notice::read(body, &context)
}

/// Deletes a notice.
///
/// It leaves every screen, the ribbon too.
#[utoipa::path(
    delete,
    path = "/v1/boards/{board}/notices/{id}",
    operation_id = "delete_notice",
    tag = "Publishers",
    params(NoticePath),
    responses(
        (status = 200, description = "It is gone.", body = DeletedAnswer),
        Forbidden, NotFound, TooManyRequests, Unavailable,
    ),
)]
pub(crate) async fn delete(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<NoticePath>,
) -> Response {
    let result = async {
        let (board, id) = (board(&path.board)?, id(&path.id)?);
        gateway.submit(&access, board, Op::Delete(id), &trace_id).await.map(Reply::from)
    };
    respond(result.await, &trace_id)
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ByKey {
    /// What the notice is about.
    #[param(value_type = String, required = true, example = "db-1", min_length = 1)]
    key: Option<Box<str>>,
}

/// Deletes the notice with a key.
///
/// Whoever knows what a notice is about needs no id. That nothing has the key is no error.
#[utoipa::path(
    delete,
    path = "/v1/boards/{board}/notices",
    operation_id = "delete_notice_by_key",
    tag = "Publishers",
    params(BoardPath, ByKey),
    responses(
        (status = 200, description = "It is gone, or there was none.", body = Gone),
        Malformed, Forbidden, NotFound, Invalid, TooManyRequests, Unavailable,
    ),
)]
pub(crate) async fn delete_by_key(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    QueryOf(query): QueryOf<ByKey>,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        let Some(key) = query.key.filter(|key| !key.is_empty()) else {
            let detail = "the key is missing: DELETE …/notices?key=…, or name one notice by its id";
            return Err(Problem::invalid(vec![Fault::new("/key", detail)]));
        };
        let op = Op::DeleteByKey { key, reason: DeleteReason::Retracted };
        gateway.submit(&access, board, op, &trace_id).await.map(Reply::from)
    };
    respond(result.await, &trace_id)
}

/// Shows an active notice.
///
/// An id that was taken into another notice by its key shows that one.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/notices/{id}",
    operation_id = "show_notice",
    tag = "Publishers",
    params(NoticePath),
    responses(
        (status = 200, description = "It is active.", body = NoticeAnswer),
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
        let (name, id) = (board(&path.board)?, id(&path.id)?);
        may_look(&access, &name)?;
        let now = gateway.now();
        let boards = gateway.boards_with(&name).await?;
        let found = boards.board(&name).and_then(|board| {
            let id = board.remembered(&id).map_or(&id, |row| &row.notice);
            as_of(board.timeline().find(id)?, now)
        });
        let active = found.ok_or_else(|| {
            let detail = format!("no notice {id} is active on board {name}");
            Problem::new(Slug::NotFound, detail)
        })?;
        written(&answer::notice(&name, &active))
    };
    respond(result.await, &trace_id)
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Page {
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100, example = 100)]
    limit: Option<String>,
    /// The last id of the page before: `next` gives it.
    #[param(example = "TEST-001")]
    after: Option<String>,
}

/// Lists the active notices of a board.
///
/// They come in order of their first version. A board that was never written has none.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/notices",
    operation_id = "list_notices",
    tag = "Publishers",
    params(BoardPath, Page),
    responses(
        (status = 200, description = "One page of them.", body = NoticesAnswer),
        Malformed, Forbidden, NotFound, Invalid, Unavailable,
    ),
)]
pub(crate) async fn list(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    QueryOf(page): QueryOf<Page>,
) -> Response {
    let result = async {
        let name = board(&path.board)?;
        may_look(&access, &name)?;
        let limit = limit(page.limit.as_deref())?;
        let now = gateway.now();
        let boards = gateway.boards_with(&name).await?;
        let board = boards.board(&name);
        let after = after(board, page.after.as_deref())?;
        let all = board.map(|board| board.timeline().active()).unwrap_or_default();
        let mut rest =
            all.iter().filter(|active| active.version > after).filter_map(|active| as_of(active, now));
        let shown: Vec<Active> = rest.by_ref().take(limit).collect();
        let next = rest.next().and(shown.last()).map(|last| last.notice.id.as_str());
        let notices = shown.iter().map(|active| answer::notice(&name, active)).collect();
        written(&NoticesAnswer { notices, next })
    };
    respond(result.await, &trace_id)
}

/// Where a list goes on: after the first version of the last id that was seen.
fn after(board: Option<&Board>, given: Option<&str>) -> Result<Version, Problem> {
    let Some(given) = given else { return Ok(Version(0)) };
    let known = NoticeId::parse(given).and_then(|id| {
        let board = board?;
        let active = board.timeline().find(&id).map(|active| active.version);
        active.or_else(|| board.remembered(&id).map(|row| row.version))
    });
    known.ok_or_else(|| {
        let detail =
            format!("{given:?} was not on this board: give the last id of the page before, or nothing");
        Problem::invalid(vec![Fault::new("/after", detail)])
    })
}

/// An active notice at the present time: the machine knows it as of its newest entry.
fn as_of(active: &Active, now: u64) -> Option<Active> {
    let notice = &active.notice;
    (notice.expires_at > now).then(|| {
        let started = active.started || notice.starts_at <= now;
        Active::new(notice.clone(), active.version, started, active.pass)
    })
}

fn may_look(access: &Access, board: &BoardName) -> Result<(), Problem> {
    if may_see(access, board) { Ok(()) } else { Err(unseen(board)) }
}
