//! `/v1/boards/{board}/policy`: how a board plays, changed while it plays, and what a change would look like. The
//! board machine decides; here requests are read and versions become ETags.

use super::{BoardPath, board, may_follow};
use crate::body;
use crate::extract::PathOf;
use crate::gateway::{Gateway, unexpected};
use crate::reply::{respond, written};
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use marquee_core::board::{self as core, Op, Outcome, Precondition, Stretch};
use marquee_core::{Access, BoardName, Cursor, Policy, Version};
use marquee_protocol::answer;
use marquee_protocol::etag;
use marquee_protocol::openapi::{
    Forbidden, Invalid, Malformed, NotFound, PreconditionFailed, Timeout, TooLarge, Unavailable,
    UnsupportedMediaType,
};
use marquee_protocol::policy::{self, PolicyAnswer, PolicyRequest, PreviewAnswer, PreviewRequest};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use std::sync::Arc;

/// Tells how a board plays.
///
/// Of a board that was never written: the defaults, as version 0.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/policy",
    operation_id = "show_policy",
    tag = "Consoles",
    params(BoardPath, (
        "If-None-Match" = Option<String>, Header, example = "\"41\"",
        description = "The ETag of the policy that the caller has.",
    )),
    responses(
        (status = 200, description = "The policy in force; its version is the ETag.", body = PolicyAnswer),
        (status = 304, description = "It is the one that `If-None-Match` names."),
        Forbidden, NotFound, Unavailable,
    ),
)]
pub(crate) async fn show(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        may_follow(&access, &board)?;
        let boards = gateway.boards_with(&board).await?;
        let (version, policy, own) = match boards.board(&board) {
            Some(found) => {
                let mark = found.policy_mark();
                (mark.version, found.timeline().policy().clone(), mark.own)
            }
            None => (Version(0), gateway.applier().terms().first_policy.clone(), false),
        };
        drop(boards);
        let tag = tag(version);
        // The defaults may change, and a board that was never written has no version that tells of it.
        if version != Version(0) && etag::is_known(&headers, &tag) {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
        }
        answered(&gateway, version, &policy, own)
    };
    respond(result.await, &trace_id)
}

/// Changes how a board plays, while it plays.
///
/// The same policy again makes no entry. An invalid one changes nothing, and the answer names every fault.
#[utoipa::path(
    put,
    path = "/v1/boards/{board}/policy",
    operation_id = "put_policy",
    tag = "Consoles",
    params(BoardPath, (
        "If-Match" = Option<String>, Header, example = "*",
        description = "The version of the policy that is to be changed, as its ETag; `*`: whatever it is.",
    )),
    request_body(
        content = PolicyRequest,
        content_type = "application/json",
        example = json!({"speed": 20, "levels": {"URGENT": {"hold_ms": 15_000}}}),
    ),
    responses(
        (status = 200, description = "The policy in force.", body = PolicyAnswer),
        Malformed, Forbidden, NotFound, Timeout, PreconditionFailed, TooLarge, UnsupportedMediaType, Invalid,
        Unavailable,
    ),
)]
pub(crate) async fn put(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        may_change(&access, &board)?;
        let only_if = only_if(request.headers());
        let policy = Arc::new(policy::read(&body::read_json(request, "a policy").await?)?);
        change(&gateway, &access, board, Op::SetPolicy { policy, only_if }).await
    };
    respond(result.await, &trace_id)
}

/// Takes a board's policy back: it follows the defaults again.
#[utoipa::path(
    delete,
    path = "/v1/boards/{board}/policy",
    operation_id = "delete_policy",
    tag = "Consoles",
    params(BoardPath, (
        "If-Match" = Option<String>, Header, example = "*",
        description = "The version of the policy that is to be changed, as its ETag; `*`: whatever it is.",
    )),
    responses(
        (status = 200, description = "The policy in force.", body = PolicyAnswer),
        Forbidden, NotFound, PreconditionFailed, Unavailable,
    ),
)]
pub(crate) async fn delete(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        may_change(&access, &board)?;
        change(&gateway, &access, board, Op::DropPolicy { only_if: only_if(&headers) }).await
    };
    respond(result.await, &trace_id)
}

/// Tells what a policy would play from now, if nothing else came.
///
/// What is on now begins now, what is cut off ends with the window. Nothing is changed.
#[utoipa::path(
    post,
    path = "/v1/boards/{board}/policy/preview",
    operation_id = "preview_policy",
    tag = "Consoles",
    params(BoardPath),
    request_body(
        content = PreviewRequest,
        content_type = "application/json",
        example = json!({"policy": {"speed": 20}, "for_ms": 60_000}),
    ),
    responses(
        (status = 200, description = "What holds the ribbon, and what is held on top.", body = PreviewAnswer),
        Malformed, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn preview(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
        may_change(&access, &board)?;
        let policy::Preview { policy, for_ms } =
            policy::read_preview(&body::read_json(request, "a policy").await?)?;
        let now = gateway.now();
        let timeline = gateway.boards_with(&board).await?.board(&board).map(|board| board.timeline().clone());
        // An hour of a full board is some milliseconds of work: not in the way of other connections.
        let play = move || timeline.map(|timeline| core::preview(timeline, &Arc::new(policy), now, for_ms));
        let preview = tokio::task::spawn_blocking(play).await.map_err(|error| {
            tracing::error!(%error, "a preview could not be played");
            Problem::new(Slug::Internal, "the preview could not be played; the operator has been told")
        })?;
        let preview = preview.unwrap_or_default();
        let told = |stretches: &[Stretch]| stretches.iter().map(Into::into).collect();
        let answer = PreviewAnswer { slots: told(&preview.slots), pins: told(&preview.pins) };
        written(&answer)
    };
    respond(result.await, &trace_id)
}

async fn change(gateway: &Gateway, access: &Access, board: BoardName, op: Op) -> Result<Response, Problem> {
    match gateway.outcome(access, board, op).await? {
        Outcome::Policy { version, policy, own } => answered(gateway, version, &policy, own),
        Outcome::Rejected(rejection) => Err(answer::rejected(&rejection)),
        other => Err(unexpected(&other)),
    }
}

fn answered(gateway: &Gateway, version: Version, policy: &Policy, own: bool) -> Result<Response, Problem> {
    let cursor = Cursor { epoch: gateway.applier().epoch().clone(), version };
    let answer = PolicyAnswer { version: version.0, cursor: cursor.to_string(), own, policy: policy.into() };
    let mut response = written(&answer)?;
    response.headers_mut().insert(header::ETAG, tag(version));
    Ok(response)
}

fn may_change(access: &Access, board: &BoardName) -> Result<(), Problem> {
    if access.may_administer() {
        return Ok(());
    }
    Err(Problem::new(Slug::Forbidden, format!("the token does not allow to change how board {board} plays")))
}

fn tag(version: Version) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

fn version(tag: &str) -> Option<Version> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    digits.parse().ok().map(Version)
}

/// `If-Match`: a weak tag, or one that is none of ours, names no policy.
fn only_if(headers: &HeaderMap) -> Option<Precondition> {
    if !headers.contains_key(header::IF_MATCH) {
        return None;
    }
    let values = headers.get_all(header::IF_MATCH);
    if values.iter().any(|value| value == "*") {
        return Some(Precondition::Exists);
    }
    let strong = values.iter().flat_map(etag::tags).filter(|(weak, _)| !weak);
    Some(Precondition::VersionIn(strong.filter_map(|(_, tag)| version(tag)).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[&'static str]) -> Option<Precondition> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::IF_MATCH, HeaderValue::from_static(value));
        }
        only_if(&headers)
    }

    #[test]
    fn if_match_names_versions_strongly() {
        let versions = |versions: &[u64]| {
            Some(Precondition::VersionIn(versions.iter().map(|version| Version(*version)).collect()))
        };
        assert_eq!(read(&[]), None);
        assert_eq!(read(&["*"]), Some(Precondition::Exists));
        assert_eq!(read(&["\"44\""]), versions(&[44]));
        assert_eq!(read(&["\"1\" , \"2\"", "\"3\""]), versions(&[1, 2, 3]));
        for nothing in ["W/\"44\"", "44", "\"x\"", "", "\"", "\"-1\""] {
            assert_eq!(read(&[nothing]), versions(&[]), "{nothing}");
        }
    }
}
