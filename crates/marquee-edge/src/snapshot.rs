//! `GET /v1/snapshot`: a board's whole state over plain HTTP, in the same bytes that terminals get. It changes nothing,
//! and encodes nothing for who has it already.

use crate::ask::{self, asked_board};
use crate::edge::Edge;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use marquee_core::{Access, BoardName, Cursor, Version};
use marquee_protocol::coding::Coding;
use marquee_protocol::etag;
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, NotAcceptable, Unavailable};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Query {
    /// The board; `main` unless given.
    #[param(example = "ops")]
    board: Option<String>,
}

/// Gives a board's whole state.
///
/// It is the frame `snapshot` that terminals get: the state as of its cursor. Go on with `/v1/sync` from there. It
/// comes compressed with zstd, br or gzip where that is accepted.
#[utoipa::path(
    get,
    path = "/v1/snapshot",
    operation_id = "show_snapshot",
    tag = "Screens",
    params(
        Query,
        (
            "If-None-Match" = Option<String>, Header, example = "W/\"k3j9x2ab.41\"",
            description = "The `ETag` of the snapshot that the caller has.",
        ),
        (
            "Accept-Encoding" = Option<String>, Header, example = "identity",
            description = "The codings that the caller reads: `zstd`, `br`, `gzip`.",
        ),
    ),
    responses(
        (
            status = 200, description = "The frame `snapshot`; of a board that was never written, version 0.",
            body = Object, headers(("ETag" = String)),
        ),
        (status = 304, description = "The caller has it already.", headers(("ETag" = String))),
        Malformed, Forbidden, NotAcceptable, Invalid, Unavailable,
    ),
)]
pub(crate) async fn show(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    query: Result<UrlQuery<Query>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let UrlQuery(query) = query.map_err(|error| ask::malformed(&error))?;
        let mut faults = Vec::new();
        let board = asked_board(query.board.as_deref(), &mut faults);
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        let board = board.unwrap_or_else(BoardName::main);
        ask::may_follow(&access, &board)?;
        answer(&edge, &board, &headers).await
    };
    let mut response = result.await.unwrap_or_else(|problem| problem.respond(&trace_id).map(Body::from));
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

async fn answer(edge: &Edge, board: &BoardName, headers: &HeaderMap) -> Result<Response, Problem> {
    let shared = &edge.shared;
    let version = shared.ring.bounds(board).head;
    let now = tag(&Cursor { epoch: shared.ring.epoch(), version });
    // The defaults may change, and a board that was never written has no version that tells of it.
    if version != Version(0) && etag::is_known(headers, &now) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, now), cached()]).into_response());
    }
    let coding = Coding::accepted(headers).ok_or_else(|| {
        let detail = "it comes as it is, or as zstd, br or gzip: name one of them in Accept-Encoding";
        Problem::new(Slug::NotAcceptable, detail)
    })?;
    let unread = || Problem::new(Slug::Unavailable, "the log cannot be read; the operator has been told");
    let replica = shared.replicas.of(board);
    let snapshot = shared.replicas.snapshot(&replica).await.ok_or_else(unread)?;
    let form = shared.replicas.form(&snapshot, coding).await.ok_or_else(unread)?;
    let kind = HeaderValue::from_static("application/json");
    let mut response =
        ([(header::CONTENT_TYPE, kind), (header::ETAG, tag(&snapshot.cursor)), cached()], form)
            .into_response();
    if coding != Coding::Identity {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    }
    Ok(response)
}

/// Weak: what is equal in meaning has the same, whatever its form.
fn tag(cursor: &Cursor) -> HeaderValue {
    HeaderValue::try_from(format!("W/\"{cursor}\""))
        .unwrap_or_else(|error| unreachable!("a cursor is a header's value: {error}"))
}

/// It may be kept, and is asked for again each time.
fn cached() -> (header::HeaderName, HeaderValue) {
    (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))
}
