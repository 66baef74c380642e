//! `GET /v1/sync`: a board's entries over plain HTTP, from a cursor on. The body is pulled by the connection, a page of
//! shared entries at a time, so that a slow reader waits with its cursor and nothing piles up.

use crate::ask::{self, asked_board, asked_number};
use crate::drain::Phase;
use crate::edge::{Edge, Shared};
use crate::reader::{self, Page};
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use http::{HeaderValue, header};
use marquee_core::session::{ResetReason, Standing, Standings};
use marquee_core::{Access, BoardName, Cursor, Version};
use marquee_log::Kept;
use marquee_protocol::answer::SyncAnswer;
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, Reset, Unavailable};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;
use utoipa::IntoParams;

/// Entries in one answer, unless the caller says.
const LIMIT_DEFAULT: u64 = 500;
/// The most.
const LIMIT_MAX: u64 = 1_000;
/// How long an answer may be held until there is an entry, ms. Who waits is a connection, and bounded as one.
const WAIT_MAX_MS: u64 = 30_000;
/// Entries that are read at once.
const PAGE: usize = 64;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Query {
    /// The board; `main` unless given.
    #[param(example = "ops")]
    board: Option<String>,
    /// The cursor to go on from; without one, the oldest entry that is kept is the first.
    #[param(example = "k3j9x2ab.1")]
    since: Option<String>,
    /// How many entries at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 500, example = 500)]
    limit: Option<String>,
    /// How long the answer may be held until there is an entry, in ms.
    #[param(value_type = Option<u32>, maximum = 30000, default = 0, example = 0)]
    wait_ms: Option<String>,
}

/// What a caller wants.
struct Wanted {
    board: BoardName,
    since: Since,
    limit: usize,
    wait: Duration,
}

enum Since {
    Oldest,
    Cursor(Cursor),
    Invalid,
}

impl Query {
    fn read(self, access: &Access) -> Result<Wanted, Problem> {
        let mut faults = Vec::new();
        let board = asked_board(self.board.as_deref(), &mut faults);
        let limit = asked_number("limit", self.limit.as_deref(), LIMIT_DEFAULT, 1..=LIMIT_MAX, &mut faults);
        let wait_ms = asked_number("wait_ms", self.wait_ms.as_deref(), 0, 0..=WAIT_MAX_MS, &mut faults);
        let since = match self.since.as_deref() {
            None | Some("") => Since::Oldest,
            Some(text) => Cursor::parse(text).map_or(Since::Invalid, Since::Cursor),
        };
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        let board = board.unwrap_or_else(BoardName::main);
        ask::may_follow(access, &board)?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(Wanted { board, since, limit, wait: Duration::from_millis(wait_ms) })
    }
}

/// Reads a board's entries from a cursor on.
///
/// The entries are the frames that terminals get. Give the answer's `cursor` as `since` of the next request. A cursor
/// that cannot be continued is 410: begin anew with the snapshot that the problem names.
#[utoipa::path(
    get,
    path = "/v1/sync",
    operation_id = "sync",
    tag = "Screens",
    params(Query),
    responses(
        (status = 200, description = "The next entries, in order; none: the cursor is at the head.", body = SyncAnswer),
        Malformed, Forbidden, Reset, Invalid, Unavailable,
    ),
)]
pub(crate) async fn sync(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    query: Result<UrlQuery<Query>, QueryRejection>,
) -> Response {
    let result = async {
        let UrlQuery(query) = query.map_err(|error| ask::malformed(&error))?;
        let wanted = query.read(&access)?;
        let (after, standing) = stand(&edge.shared, &wanted).await?;
        // It may have waited for long.
        edge.shared.stays(&access)?;
        let reading = Reading {
            edge,
            access,
            board: wanted.board,
            cursor: after,
            at: 0,
            left: wanted.limit,
            standing,
            written: false,
            over: false,
        };
        // What cannot be answered is seen before the answer begins.
        let first = reading.first().await?;
        Ok(reading.answer(first))
    };
    result.await.unwrap_or_else(|problem: Problem| problem.respond(&trace_id).map(Body::from))
}

/// Where reading begins, and where the board stands, once there is an entry or waiting is over.
async fn stand(shared: &Arc<Shared>, wanted: &Wanted) -> Result<(Version, Standing), Problem> {
    let board = &wanted.board;
    // A board is watched before it is looked at, so that no move is missed.
    let moved = Arc::new(Notify::new());
    let _watch = (!wanted.wait.is_zero()).then(|| shared.ring.watch(board, moved.clone()));
    let mut phase = shared.drain.watch();
    let until = Instant::now() + wanted.wait;
    loop {
        let standing = shared.standing(board);
        let after = match &wanted.since {
            Since::Invalid => return Err(Problem::reset(board, ResetReason::Invalid)),
            Since::Cursor(cursor) => {
                let continues = standing.continues(cursor, shared.applier.epoch());
                continues.map_err(|reason| Problem::reset(board, reason))?;
                cursor.version
            }
            Since::Oldest => Version(standing.oldest.0.saturating_sub(1)),
        };
        if after < standing.head || wanted.wait.is_zero() {
            return Ok((after, standing));
        }
        tokio::select! {
            () = moved.notified() => {}
            // Who waits holds nobody up who goes away.
            _ = phase.wait_for(|phase| *phase != Phase::Serving) => return Ok((after, shared.standing(board))),
            () = tokio::time::sleep_until(until) => return Ok((after, shared.standing(board))),
        }
    }
}

/// An answer that is being written.
struct Reading {
    edge: Edge,
    /// Whose it is: he may have to go before it is over.
    access: Access,
    board: BoardName,
    /// The last entry that is written.
    cursor: Version,
    /// Its time, ms.
    at: u64,
    /// How many entries may still be written.
    left: usize,
    /// Where the board stood before anything was read.
    standing: Standing,
    /// Whether an entry is written.
    written: bool,
    /// Whether the end is written.
    over: bool,
}

impl Reading {
    async fn read(&self) -> Page {
        if !self.edge.shared.takes(&self.access) {
            return Page::Failed;
        }
        let limit = self.left.min(PAGE);
        if limit == 0 || self.cursor >= self.standing.head {
            return Page::Next(Vec::new());
        }
        reader::read(&self.edge.shared.pages, &self.board, self.cursor, limit).await
    }

    async fn first(&self) -> Result<Vec<Arc<Kept>>, Problem> {
        match self.read().await {
            Page::Next(entries) => Ok(entries),
            Page::Trimmed => Err(Problem::reset(&self.board, ResetReason::Trimmed)),
            Page::Failed => {
                Err(Problem::new(Slug::Unavailable, "the log cannot be read; the operator has been told"))
            }
        }
    }

    fn answer(mut self, first: Vec<Arc<Kept>>) -> Response {
        let mut begin = BytesMut::from(&SyncAnswer::begin(&self.board, self.edge.shared.applier.epoch())[..]);
        self.write(&first, &mut begin);
        let stream =
            futures_util::stream::unfold((self, Some(begin.freeze())), |(mut reading, begin)| async {
                if let Some(begin) = begin {
                    return Some((Ok::<_, Infallible>(begin), (reading, None)));
                }
                let piece = reading.piece().await?;
                Some((Ok(piece), (reading, None)))
            });
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, Body::from_stream(stream)).into_response()
    }

    /// The next entries, or the end of the answer.
    async fn piece(&mut self) -> Option<Bytes> {
        if self.over {
            return None;
        }
        let mut piece = BytesMut::new();
        match self.read().await {
            Page::Next(entries) if !entries.is_empty() => self.write(&entries, &mut piece),
            // What was trimmed meanwhile, or cannot be read, is for the next request: this one ends before it.
            Page::Next(_) | Page::Trimmed | Page::Failed => {
                self.over = true;
                piece.extend_from_slice(&self.end());
            }
        }
        Some(piece.freeze())
    }

    fn write(&mut self, entries: &[Arc<Kept>], piece: &mut BytesMut) {
        for kept in entries {
            if self.written {
                piece.extend_from_slice(b",");
            }
            piece.extend_from_slice(&kept.record.body);
            self.written = true;
            (self.cursor, self.at) = (kept.record.version, kept.record.at);
        }
        self.left = self.left.saturating_sub(entries.len());
    }

    fn end(&self) -> Bytes {
        let more = self.cursor < self.standing.head;
        // The watermark was read before the head: whatever is stamped below it is in this answer, if it got so far.
        let at = if more { self.at } else { self.at.max(self.standing.watermark).max(self.standing.at) };
        let cursor = Cursor { epoch: self.edge.shared.applier.epoch().clone(), version: self.cursor };
        SyncAnswer::end(&cursor, at, more)
    }
}
