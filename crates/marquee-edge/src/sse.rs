//! Terminals over SSE: the same conversation as finished event blocks. The body is pulled by the connection, so a
//! slow reader waits with its cursor and nothing piles up.

use crate::ask::{self, Query};
use crate::conversation::{Conversation, Out, Step};
use crate::cores::{Core, Who};
use crate::drain;
use crate::edge::Edge;
use crate::seats::Alone;
use crate::severed::{Entered, Outlet, Severed};
use crate::terminals::Transport;
use crate::wire::Wire;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use marquee_core::Access;
use marquee_core::session::{Close, Frame};
use marquee_core::{Cursor, Epoch, Version};
use marquee_faults::{Bug, planted};
use marquee_log::Kept;
use marquee_protocol::frame::{encode_control, sse};
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed};
use marquee_protocol::trace::TraceId;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

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
    outlet: Option<Extension<Arc<Outlet>>>,
    query: Result<UrlQuery<Query>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let outlet = outlet.map(|Extension(outlet)| outlet);
    let query = query.map_err(|error| ask::malformed(&error));
    let ask = query.and_then(|UrlQuery(query)| query.or_main().resumed_by(&headers).read(&headers, &access));
    let ask = match ask {
        Ok(ask) => ask,
        Err(problem) => return problem.respond(&trace_id).map(Body::from),
    };
    let (ring, moved) = (edge.shared.ring.clone(), Arc::new(Notify::new()));
    let severed = Arc::new(Severed::new(moved.clone(), outlet));
    let entered =
        Core::of_this_thread().map(|core| Entered(core.enter(Who::Stream(severed.clone()), &access)));
    // It may have been taken back since it was looked at, and before it was known here.
    if !edge.shared.takes(&access) {
        severed.say();
    }
    let seats = Alone { ring, moved: moved.clone() };
    let talk = Conversation::open(edge, ask, access, (Transport::Sse, Wire::Json), seats);
    let stream =
        Stream { talk, moved, severed, given: VecDeque::new(), ends: false, cut: false, _entered: entered };
    let pieces = stream::unfold(stream, |mut stream| async {
        let piece = stream.next_piece().await?;
        Some((Ok::<_, Infallible>(piece), stream))
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    (headers, Body::from_stream(pieces)).into_response()
}

struct Stream {
    talk: Conversation<Alone>,
    moved: Arc<Notify>,
    severed: Arc<Severed>,
    /// What was gathered and has not been asked for yet.
    given: VecDeque<Bytes>,
    /// Whether that is all.
    ends: bool,
    /// Whether it has been heard that it has to go.
    cut: bool,
    _entered: Option<Entered>,
}

impl Stream {
    /// The next piece of the body. Whoever has to go gets none but the last word.
    async fn next_piece(&mut self) -> Option<Bytes> {
        loop {
            if self.severed.is_said() && !self.cut {
                self.cut = true;
                self.given.clear();
                self.talk.cut();
            }
            if let Some(piece) = self.given.pop_front() {
                return Some(piece);
            }
            if self.ends {
                return None;
            }
            let (pieces, more) = self.next_pieces().await;
            self.ends = !more;
            // What was gathered before it was said stays here.
            if !self.severed.is_said() || self.cut {
                self.given = pieces.into();
            }
        }
    }

    /// Everything that can be said now, gathered, and whether more may come. A snapshot's bytes stay shared.
    async fn next_pieces(&mut self) -> (Vec<Bytes>, bool) {
        // The connection asks for more once it has taken what it was given.
        self.talk.written();
        let mut piece = BytesMut::new();
        let quiet_at = Instant::now() + COMMENT_EVERY;
        loop {
            while let Some(out) = self.next().await {
                match out {
                    Out::Close(close) => {
                        if matches!(close, Close::Restart | Close::GoingAway) {
                            let retry = format!("retry: {}\n\n", drain::retry_after_ms());
                            piece.extend_from_slice(retry.as_bytes());
                        }
                        return (vec![piece.freeze()], false);
                    }
                    Out::Snapshot(snapshot, frame) => {
                        let begin = sse::begin("snapshot", Some(&snapshot.cursor));
                        piece.extend_from_slice(begin.as_bytes());
                        let end = Bytes::from_static(sse::END);
                        return (vec![piece.freeze(), frame, end], true);
                    }
                    Out::Entries(entries) => {
                        for kept in entries {
                            piece.extend_from_slice(&block(&kept, self.talk.epoch()));
                        }
                    }
                    Out::Control(frame) => piece.extend_from_slice(&control(&frame, self.talk.epoch())),
                    Out::Cues(board, kind, cues) => {
                        for spoken in cues {
                            piece.extend_from_slice(&spoken.block(&board, kind));
                        }
                    }
                    // The transport has no way to ask.
                    Out::Ping => {}
                }
                if piece.len() >= GATHER_BYTES {
                    return (vec![piece.freeze()], true);
                }
            }
            if !piece.is_empty() {
                return (vec![piece.freeze()], true);
            }
            let quiet = self.rest(quiet_at).await;
            if self.severed.is_said() && !self.cut {
                return (Vec::new(), true);
            }
            if quiet {
                return (vec![Bytes::from_static(b":\n\n")], true);
            }
        }
    }

    async fn next(&mut self) -> Option<Out> {
        loop {
            match self.talk.step() {
                Step::Out(out) => return Some(out),
                Step::Fetch(action) => {
                    if let Some(out) = self.talk.fetch(action).await {
                        return Some(out);
                    }
                }
                Step::Rest => return None,
            }
        }
    }

    /// Waits until there may be something to say; whether it was quiet for too long.
    async fn rest(&mut self, quiet_at: Instant) -> bool {
        let wait = Duration::from_millis(self.talk.deadline().saturating_sub(self.talk.now()));
        let until = Instant::now() + wait.min(COMMENT_EVERY);
        tokio::select! {
            () = self.moved.notified() => false,
            () = self.talk.phase_changes() => false,
            () = tokio::time::sleep_until(until.min(quiet_at)) => quiet_at <= Instant::now(),
        }
    }
}

fn block(kept: &Kept, epoch: &Epoch) -> Bytes {
    kept.form(FORM, |record| {
        let cursor = Cursor { epoch: epoch.clone(), version: record.version };
        sse::block(&record.kind, Some(&cursor), &record.body)
    })
}

fn control(frame: &Frame, epoch: &Epoch) -> Bytes {
    let first = Cursor { epoch: epoch.clone(), version: Version(0) };
    let unasked = planted(Bug::IdWithoutCursor).then_some(&first);
    sse::block(frame.name(), frame.cursor().or(unasked), &encode_control(frame))
}
