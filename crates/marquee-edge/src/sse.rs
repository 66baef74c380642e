//! Terminals over SSE: the same conversation as finished event blocks. The body is pulled by the connection, so a
//! slow reader waits with its cursor and nothing piles up.

use crate::ask::{self, Query};
use crate::conversation::{Conversation, Out};
use crate::drain;
use crate::edge::Edge;
use crate::terminals::Transport;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt, stream};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use marquee_core::Access;
use marquee_core::session::Close;
use marquee_core::{Cursor, Epoch, Version};
use marquee_faults::{Bug, planted};
use marquee_protocol::frame::{encode_control, sse};
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed};
use marquee_protocol::trace::TraceId;
use std::convert::Infallible;
use std::time::Duration;

/// A stream on which nothing has been said for so long gets a comment, so that proxies keep it open.
const COMMENT_EVERY: Duration = Duration::from_secs(15);
/// Bytes that are gathered into one piece of the body.
const GATHER_BYTES: usize = 64 << 10;
/// Where among an entry's encodings the event block has its place.
const FORM: usize = 0;

/// Streams one board as server-sent events.
///
/// The frames are those of `/v1/ws`: the event's name is the `type`, its `data` the JSON. Frames with a cursor carry it
/// as `id`, so a browser's `EventSource` resumes by itself. Without a board it is `main`.
#[utoipa::path(
    get,
    path = "/v1/sse",
    operation_id = "connect_sse",
    tag = "Screens",
    params(
        Query,
        (
            "Last-Event-ID" = Option<String>, Header, example = "k3j9x2ab.41",
            description = "The last cursor that was seen; it wins over `last_seen`.",
        ),
    ),
    responses(
        (
            status = 200, description = "Frames, as long as both sides stay.", body = String,
            content_type = "text/event-stream",
            example = "event: hello\ndata: {\"type\":\"hello\",\"session\":\"s-7f3a\"}\n\n",
        ),
        Malformed, Forbidden, Invalid,
    ),
)]
pub(crate) async fn connect(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    query: Result<UrlQuery<Query>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let query = query.map_err(|error| ask::malformed(&error));
    let ask = query.and_then(|UrlQuery(query)| query.or_main().resumed_by(&headers).read(&headers, &access));
    let ask = match ask {
        Ok(ask) => ask,
        Err(problem) => return problem.respond(&trace_id).map(Body::from),
    };
    let conversation = Conversation::open(edge, ask, access, Transport::Sse);
    let pieces = stream::unfold(Some(conversation), |conversation| async {
        let mut conversation = conversation?;
        let (pieces, more) = next_pieces(&mut conversation).await;
        Some((stream::iter(pieces.into_iter().map(Ok::<_, Infallible>)), more.then_some(conversation)))
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    (headers, Body::from_stream(pieces.flatten())).into_response()
}

/// Everything that can be said now, gathered, and whether more may come. A snapshot's bytes stay shared.
async fn next_pieces(conversation: &mut Conversation) -> (Vec<Bytes>, bool) {
    // The connection asks for more once it has taken what it was given.
    conversation.written();
    let mut piece = BytesMut::new();
    let quiet_at = tokio::time::Instant::now() + COMMENT_EVERY;
    loop {
        while let Some(out) = conversation.next().await {
            if let Out::Close(close) = out {
                if matches!(close, Close::Restart | Close::GoingAway) {
                    piece.extend_from_slice(format!("retry: {}\n\n", drain::retry_after_ms()).as_bytes());
                }
                return (vec![piece.freeze()], false);
            }
            if let Out::Snapshot(snapshot) = out {
                piece.extend_from_slice(sse::begin("snapshot", Some(&snapshot.cursor)).as_bytes());
                let end = Bytes::from_static(sse::END);
                return (vec![piece.freeze(), snapshot.frame.clone(), end], true);
            }
            piece.extend_from_slice(&block(out, conversation.epoch()));
            if piece.len() >= GATHER_BYTES {
                return (vec![piece.freeze()], true);
            }
        }
        if !piece.is_empty() {
            return (vec![piece.freeze()], true);
        }
        tokio::select! {
            () = conversation.idle() => {}
            () = tokio::time::sleep_until(quiet_at) => return (vec![Bytes::from_static(b":\n\n")], true),
        }
    }
}

fn block(out: Out, epoch: &Epoch) -> Bytes {
    match out {
        Out::Control(frame) => {
            let first = Cursor { epoch: epoch.clone(), version: Version(0) };
            let unasked = planted(Bug::IdWithoutCursor).then_some(&first);
            sse::block(frame.name(), frame.cursor().or(unasked), &encode_control(&frame))
        }
        Out::Entry(kept) => kept.form(FORM, |record| {
            let cursor = Cursor { epoch: epoch.clone(), version: record.version };
            sse::block(&record.kind, Some(&cursor), &record.body)
        }),
        // A snapshot is no copy, the transport has no way to ask, and an end is no block.
        Out::Snapshot(_) | Out::Ping | Out::Close(_) => Bytes::new(),
    }
}
