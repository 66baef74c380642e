//! `GET /v1/terminals`: who is connected and how far each is. It looks, a page at a time, and holds nobody up.

use crate::ask::{self, asked_number};
use crate::edge::{Edge, Shared};
use crate::terminals::{Key, Row};
use axum::Json;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use marquee_core::session::SessionId;
use marquee_core::{Access, BoardName, Cursor, Version};
use marquee_log::ring::Recent;
use marquee_log::{ReadError, Records};
use marquee_protocol::answer::{LagAnswer, TerminalAnswer, TerminalsAnswer};
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, Unavailable};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::time::rfc3339;
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use utoipa::IntoParams;

/// Terminals in one list, unless the caller says.
const LIMIT_DEFAULT: u64 = 100;
/// The most. Each costs at most one entry that is read.
const LIMIT_MAX: u64 = 1_000;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Query {
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100, example = 100)]
    limit: Option<String>,
    /// The last terminal of the page before, as `<session>.<board>`: `next` gives it.
    #[param(example = "s-7f3a90c1d2e4b586.ops")]
    after: Option<String>,
}

impl Query {
    fn read(self) -> Result<(usize, Option<Key>), Problem> {
        let mut faults = Vec::new();
        let limit = asked_number("limit", self.limit.as_deref(), LIMIT_DEFAULT, 1..=LIMIT_MAX, &mut faults);
        let after = self.after.as_deref().and_then(|text| {
            let key = key(text);
            if key.is_none() {
                let detail = format!("{text:?} is no terminal: <session>.<board>, as `next` gives it");
                faults.push(Fault::new("/after", detail));
            }
            key
        });
        if faults.is_empty() {
            Ok((usize::try_from(limit).unwrap_or(usize::MAX), after))
        } else {
            Err(Problem::invalid(faults))
        }
    }
}

/// Where the list goes on. The terminal need not be there: the last one may have left.
fn key(text: &str) -> Option<Key> {
    let (session, board) = text.split_once('.')?;
    Some((SessionId::parse(session)?, BoardName::parse(board)?))
}

/// Lists the terminals.
///
/// There is one item for each board that a connection follows, in order of sessions. `cursor` is what has been written to
/// the terminal: one that does not read falls behind, and `lag` says by how much.
#[utoipa::path(
    get,
    path = "/v1/terminals",
    operation_id = "list_terminals",
    tag = "Consoles",
    params(Query),
    responses(
        (status = 200, description = "One page of them.", body = TerminalsAnswer),
        Malformed, Forbidden, Invalid, Unavailable,
    ),
)]
pub(crate) async fn list(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    query: Result<UrlQuery<Query>, QueryRejection>,
) -> Response {
    let result = async {
        let UrlQuery(query) = query.map_err(|error| ask::malformed(&error))?;
        let (limit, after) = query.read()?;
        if !access.may_administer() {
            let detail = "the token does not allow to look at who is connected";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        let mut rows = edge.shared.terminals.after(after, limit + 1);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| format!("{}.{}", row.key.0, row.key.1));
        Ok(TerminalsAnswer { terminals: told(&edge.shared, &rows).await?, next })
    };
    match result.await {
        Ok(answer) => {
            ([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(answer)).into_response()
        }
        Err(problem) => problem.respond(&trace_id).map(Body::from),
    }
}

/// How far a row is, as far as memory tells.
struct Look {
    cursor: Version,
    versions: u64,
    first: First,
}

/// The time of the first entry that is still to be written, ms.
enum First {
    Known(u64),
    /// The one after this version, which only the disk has; if it is not there either, the newest entry's.
    OnDisk(Version, u64),
}

fn look(shared: &Shared, row: &Row, now: u64) -> Look {
    // What was written first: so it is never above the head.
    let cursor = row.written();
    let bounds = shared.ring.bounds(&row.key.1);
    let versions = bounds.head.0.saturating_sub(cursor.0);
    // What was trimmed is not waited for any more.
    let after = cursor.max(Version(bounds.oldest.0.saturating_sub(1)));
    let first = if versions == 0 {
        First::Known(now)
    } else {
        match shared.ring.read_after(&row.key.1, after, 1) {
            Recent::Next(entries) => First::Known(entries.first().map_or(bounds.at, |kept| kept.record.at)),
            Recent::Behind => First::OnDisk(after, bounds.at),
        }
    };
    Look { cursor, versions, first }
}

async fn told(shared: &Shared, rows: &[Arc<Row>]) -> Result<Vec<TerminalAnswer>, Problem> {
    let now = shared.time.now();
    let looks: Vec<Look> = rows.iter().map(|row| look(shared, row, now)).collect();
    let mut wanted: HashMap<(BoardName, Version), Option<u64>> = HashMap::new();
    for (row, look) in rows.iter().zip(&looks) {
        if let First::OnDisk(after, _) = look.first {
            wanted.insert((row.key.1.clone(), after), None);
        }
    }
    if !wanted.is_empty() {
        wanted = read(shared, wanted).await?;
    }
    let answers = rows.iter().zip(looks).map(|(row, look)| {
        let (session, board) = &row.key;
        let at = match look.first {
            First::Known(at) => at,
            First::OnDisk(after, newest) => {
                wanted.get(&(board.clone(), after)).copied().flatten().unwrap_or(newest)
            }
        };
        TerminalAnswer {
            session: session.to_string(),
            board: board.to_string(),
            kind: row.kind.into(),
            transport: row.transport.into(),
            name: row.name.as_deref().map(str::to_owned),
            since: rfc3339(row.since),
            cursor: Cursor { epoch: shared.applier.epoch().clone(), version: look.cursor }.to_string(),
            lag: LagAnswer { versions: look.versions, ms: now.saturating_sub(at) },
        }
    });
    Ok(answers.collect())
}

/// The times of entries that only the disk has, each read once for all who wait for it.
async fn read(
    shared: &Shared,
    mut wanted: HashMap<(BoardName, Version), Option<u64>>,
) -> Result<HashMap<(BoardName, Version), Option<u64>>, Problem> {
    let log = shared.ring.log().clone();
    let reading = tokio::task::spawn_blocking(move || {
        for ((board, after), at) in &mut wanted {
            if let Records::Next(records) = log.read_after(board, *after, 1)? {
                *at = records.first().map(|record| record.at);
            }
        }
        Ok::<_, ReadError>(wanted)
    });
    let detail = match reading.await {
        Ok(Ok(wanted)) => return Ok(wanted),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    };
    tracing::error!(detail, "it cannot be told how far terminals are");
    Err(Problem::new(Slug::Unavailable, "the log cannot be read; the operator has been told"))
}
