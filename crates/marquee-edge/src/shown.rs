//! `GET /v1/boards/{board}/shown`: what terminals say was on their glass, a record a line, read from disk a page at a time as
//! the caller takes it. It changes nothing.

use crate::ask;
use crate::edge::Edge;
use axum::body::Body;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Extension, Path, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, HeaderValue, header};
use marquee_asrun::{KEPT_MS, Place, Record};
use marquee_core::policy::Play;
use marquee_core::{Access, BoardName};
use marquee_protocol::answer::{CSV_HEAD, ShownAnswer};
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, NotFound, Unavailable};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::time::{parse, rfc3339};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::fmt::Write;
use std::io;
use utoipa::IntoParams;

/// Records that are read at once.
const PAGE: usize = 500;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Query {
    /// Records that began at this time or later, RFC 3339; absent: from the oldest that is kept.
    #[param(example = "2026-01-31T09:00:00Z")]
    from: Option<String>,
    /// Records that began before this time; absent: until now.
    #[param(example = "2026-01-31T10:00:00Z")]
    to: Option<String>,
    /// `ndjson` or `csv`; absent: what `Accept` likes best, else NDJSON.
    #[param(example = "csv", pattern = "^(ndjson|csv)$")]
    format: Option<String>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct BoardPath {
    /// The board.
    #[param(example = "ops")]
    board: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Ndjson,
    Csv,
}

/// Lists what was really on terminals' glass.
///
/// Terminals with a name say of each notice since when and until when it was on their glass, and how that went. Such records are
/// kept for 7 days, a million at most, and are observations: the board does not depend on them. They come a line each, in the
/// order in which they began.
#[utoipa::path(
    get,
    path = "/v1/boards/{board}/shown",
    operation_id = "list_shown",
    tag = "Consoles",
    params(BoardPath, Query),
    responses(
        (
            status = 200, description = "A record a line.",
            content((ShownAnswer = "application/x-ndjson"), (String = "text/csv")),
        ),
        Malformed, Forbidden, NotFound, Invalid, Unavailable,
    ),
)]
pub(crate) async fn show(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    path: Result<Path<BoardPath>, PathRejection>,
    query: Result<UrlQuery<Query>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let name = path.map(|Path(path)| path.board).unwrap_or_default();
        let board = BoardName::parse(&name)
            .ok_or_else(|| Problem::new(Slug::NotFound, format!("{name:?} is no board")))?;
        let UrlQuery(query) = query.map_err(|error| ask::malformed(&error))?;
        let now = edge.shared.time.now();
        let (bounds, format) = query.read(&headers, now)?;
        if !access.may_administer() {
            let detail = "the token does not allow to look at what terminals showed";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        // What was said until now is to be found.
        edge.shared.shown.keep(now).await;
        let mut pages = Pages { edge: edge.clone(), board, bounds, format, at: At::Begins };
        let first = pages.next().await.map_err(|_| {
            Problem::new(Slug::Unavailable, "what was shown cannot be read; the operator has been told")
        })?;
        Ok((first.unwrap_or_default(), pages, format))
    };
    match result.await {
        Ok((first, pages, format)) => answer(first, pages, format),
        Err(problem) => problem.respond(&trace_id).map(Body::from),
    }
}

impl Query {
    fn read(self, headers: &HeaderMap, now: u64) -> Result<((u64, u64), Format), Problem> {
        let mut faults = Vec::new();
        let mut time = |name: &str, given: Option<String>, default: u64| {
            given.map_or(default, |text| {
                parse(&text).unwrap_or_else(|| {
                    let detail = format!("{text:?} is no time: RFC 3339, such as 2026-01-31T09:00:00Z");
                    faults.push(Fault::new(format!("/{name}"), detail));
                    default
                })
            })
        };
        let from = time("from", self.from, now.saturating_sub(KEPT_MS));
        // What began in this moment is among them.
        let to = time("to", self.to, now + 1);
        let accepts_csv = || {
            let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
            accept.is_some_and(|accept| accept.contains("text/csv"))
        };
        let format = match self.format.as_deref() {
            Some("csv") => Format::Csv,
            Some("ndjson") => Format::Ndjson,
            Some(word) => {
                faults.push(Fault::new("/format", format!("{word:?} is no format: ndjson or csv")));
                Format::Ndjson
            }
            None if accepts_csv() => Format::Csv,
            None => Format::Ndjson,
        };
        if from > to {
            faults.push(Fault::new("/from", "it is after `to`"));
        }
        if faults.is_empty() { Ok(((from, to), format)) } else { Err(Problem::invalid(faults)) }
    }
}

/// Where the reading is.
enum At {
    Begins,
    After(Place),
    Over,
}

struct Pages {
    edge: Edge,
    board: BoardName,
    bounds: (u64, u64),
    format: Format,
    at: At,
}

impl Pages {
    /// The next piece of the body; `None`: that was all.
    async fn next(&mut self) -> Result<Option<String>, String> {
        let after = match self.at {
            At::Begins => None,
            At::After(place) => Some(place),
            At::Over => return Ok(None),
        };
        let shown = &self.edge.shared.shown;
        let records = shown.read(&self.board, self.bounds, after, PAGE).await;
        let records = records.inspect_err(|error| {
            tracing::error!(board = %self.board, error, "what was shown cannot be read");
        })?;
        let mut piece = String::new();
        if after.is_none() && self.format == Format::Csv {
            piece.push_str(CSV_HEAD);
        }
        for (_, record) in &records {
            write(&mut piece, record, self.format);
        }
        self.at = match records.last() {
            Some((place, _)) if records.len() == PAGE => At::After(*place),
            _ => At::Over,
        };
        Ok(Some(piece))
    }
}

fn write(piece: &mut String, record: &Record, format: Format) {
    let shown = &record.shown;
    let answer = ShownAnswer {
        terminal: record.terminal.to_string(),
        board: record.board.to_string(),
        id: shown.id.to_string(),
        rev: shown.rev.0,
        play: shown.play.map(Play::name),
        planned: record.planned.map(rfc3339),
        began: rfc3339(shown.from),
        ended: rfc3339(shown.until),
        outcome: shown.outcome.name(),
        offset_ms: shown.offset_ms,
    };
    match format {
        Format::Csv => answer.write_csv(piece),
        Format::Ndjson => {
            let line = serde_json::to_string(&answer);
            let line =
                line.unwrap_or_else(|error| unreachable!("a record holds nothing that JSON cannot: {error}"));
            let _infallible = writeln!(piece, "{line}");
        }
    }
}

fn answer(first: String, pages: Pages, format: Format) -> Response {
    let rest = stream::unfold(pages, |mut pages| async {
        let piece = pages.next().await.map_err(io::Error::other).transpose()?;
        Some((piece.map(Bytes::from), pages))
    });
    let first = stream::once(std::future::ready(Ok(Bytes::from(first))));
    let kind = match format {
        Format::Ndjson => "application/x-ndjson",
        Format::Csv => "text/csv; charset=utf-8; header=present",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::VARY, HeaderValue::from_static("Accept")),
    ];
    (headers, Body::from_stream(futures_util::StreamExt::chain(first, rest))).into_response()
}
