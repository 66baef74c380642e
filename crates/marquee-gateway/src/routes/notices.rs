//! `/v1/boards/{board}/notices`: one notice by its id, all that are active, and their end.

use super::{board, id};
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
use marquee_protocol::answer::{self, NoticesAnswer};
use marquee_protocol::notice::{self, Context, IdFrom, Submission};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;

/// Notices in one list.
const LIMIT_DEFAULT: usize = 100;
/// The most.
const LIMIT_MAX: usize = 1_000;

/// `PUT /v1/boards/{board}/notices/{id}`
pub(crate) async fn put(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<(String, String)>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let (board, id) = (board(&path.0)?, id(&path.1)?);
        if body::media_type(request.headers()) != "application/json" {
            let detail = "a notice is put as application/json";
            return Err(Problem::new(Slug::UnsupportedMediaType, detail));
        }
        let body = body::read(request).await?;
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

/// `DELETE /v1/boards/{board}/notices/{id}`
pub(crate) async fn delete(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<(String, String)>,
) -> Response {
    let result = async {
        let (board, id) = (board(&path.0)?, id(&path.1)?);
        gateway.submit(&access, board, Op::Delete(id), &trace_id).await.map(Reply::from)
    };
    respond(result.await, &trace_id)
}

#[derive(Deserialize)]
pub(crate) struct ByKey {
    key: Option<Box<str>>,
}

/// `DELETE /v1/boards/{board}/notices?key=`
pub(crate) async fn delete_by_key(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(name): PathOf<String>,
    QueryOf(query): QueryOf<ByKey>,
) -> Response {
    let result = async {
        let board = board(&name)?;
        let Some(key) = query.key.filter(|key| !key.is_empty()) else {
            let detail = "the key is missing: DELETE …/notices?key=…, or name one notice by its id";
            return Err(Problem::invalid(vec![Fault::new("/key", detail)]));
        };
        let op = Op::DeleteByKey { key, reason: DeleteReason::Retracted };
        gateway.submit(&access, board, op, &trace_id).await.map(Reply::from)
    };
    respond(result.await, &trace_id)
}

/// `GET /v1/boards/{board}/notices/{id}`
pub(crate) async fn show(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<(String, String)>,
) -> Response {
    let result = async {
        let (name, id) = (board(&path.0)?, id(&path.1)?);
        may_look(&access, &name)?;
        let now = gateway.now();
        let boards = gateway.boards().await?;
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

#[derive(Deserialize)]
pub(crate) struct Page {
    limit: Option<String>,
    after: Option<String>,
}

/// `GET /v1/boards/{board}/notices`
pub(crate) async fn list(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(name): PathOf<String>,
    QueryOf(page): QueryOf<Page>,
) -> Response {
    let result = async {
        let name = board(&name)?;
        may_look(&access, &name)?;
        let limit = match page.limit.as_deref() {
            None => LIMIT_DEFAULT,
            Some(given) => {
                given.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)).ok_or_else(|| {
                    Problem::invalid(vec![Fault::new("/limit", format!("a number from 1 to {LIMIT_MAX}"))])
                })?
            }
        };
        let now = gateway.now();
        let boards = gateway.boards().await?;
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
    if access.may_publish(board) || access.may_subscribe(board) {
        return Ok(());
    }
    Err(Problem::new(Slug::Forbidden, format!("the token does not allow to look at board {board}")))
}
