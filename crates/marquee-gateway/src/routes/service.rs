//! What needs no board: the time, the schema, and how the server does.

use crate::extract::QueryOf;
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::header;
use marquee_applier::Health;
use marquee_core::{BoardName, Version};
use marquee_protocol::answer::{LiveAnswer, LiveWord, ReadyAnswer, ReadyWord, TimeAnswer};
use marquee_protocol::notice::SCHEMA;
use marquee_protocol::openapi::Unavailable;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// Damaged boards that are named; of the rest the number is told.
const DAMAGES_MAX: usize = 20;

/// Tells the server's time.
///
/// Terminals without a WebSocket measure their clock's offset with it.
#[utoipa::path(
    get,
    path = "/v1/time",
    operation_id = "time",
    tag = "Screens",
    responses((status = 200, description = "The clock that stamps entries.", body = TimeAnswer)),
)]
pub(crate) async fn time(State(gateway): State<Gateway>) -> Response {
    Reply::ok(&TimeAnswer { server_time: gateway.now() }).into_response()
}

/// Gives the JSON Schema of a notice.
#[utoipa::path(
    get,
    path = "/schemas/notice.json",
    operation_id = "notice_schema",
    tag = "Everyone",
    responses((
        status = 200, description = "JSON Schema 2020-12.", body = Object,
        content_type = "application/schema+json",
    )),
)]
pub(crate) async fn notice_schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], SCHEMA).into_response()
}

/// Tells that the process answers.
#[utoipa::path(
    get,
    path = "/livez",
    operation_id = "live",
    tag = "Operators",
    responses((status = 200, description = "It does.", body = LiveAnswer)),
)]
pub(crate) async fn live() -> Response {
    Reply::ok(&LiveAnswer { status: LiveWord::Live }).into_response()
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Verbose {
    /// Tells how the parts do that can fail without ending the server.
    #[param(nullable = false, example = "")]
    verbose: Option<String>,
}

/// Tells whether terminals and publishers may be sent here.
///
/// On a full disk it stays 200 and says that publishing is refused, because reading goes on.
#[utoipa::path(
    get,
    path = "/readyz",
    operation_id = "ready",
    tag = "Operators",
    params(Verbose),
    responses((status = 200, description = "They may.", body = ReadyAnswer), Unavailable),
)]
pub(crate) async fn ready(
    State(gateway): State<Gateway>,
    Extension(trace_id): Extension<TraceId>,
    QueryOf(query): QueryOf<Verbose>,
) -> Response {
    let health = gateway.applier().health().borrow().clone();
    let unready = |detail: &str| Err(Problem::new(Slug::Unavailable, detail));
    let result = match health {
        Health::Ready => Ok(None),
        // Reading goes on, so terminals are still served from here.
        Health::Full => Ok(Some("refused: the disk is full")),
        Health::Closed => unready("the server is going away"),
        Health::Lost { .. } => unready("the log cannot be written: the server ends"),
    };
    let checks = query.verbose.map(|_| {
        let mut all = gateway.checks().all();
        all.insert("log", damaged(&gateway.applier().damages()));
        all.into_iter().map(Into::into).collect()
    });
    let told =
        result.map(|publishing| Reply::ok(&ReadyAnswer { status: ReadyWord::Ready, publishing, checks }));
    respond(told, &trace_id)
}

/// What is wrong with the log, if anything is: which boards, each with its first damaged version.
fn damaged(damages: &BTreeMap<BoardName, Version>) -> Option<String> {
    let place = |(board, version): (&BoardName, &Version)| match version.0 {
        0 => format!("board {board} beside its entries"),
        version => format!("board {board} at version {version}"),
    };
    let mut named: Vec<String> = damages.iter().take(DAMAGES_MAX).map(place).collect();
    if let Some(more @ 1..) = damages.len().checked_sub(DAMAGES_MAX) {
        named.push(format!("{more} more boards"));
    }
    let places = named.join(", ");
    (!named.is_empty())
        .then(|| format!("damaged on disk: {places}: stop the server and run marquee log repair"))
}

/// The same as /readyz.
#[utoipa::path(
    get,
    path = "/health/ready",
    operation_id = "health_ready",
    tag = "Operators",
    params(Verbose),
    responses((status = 200, description = "They may.", body = ReadyAnswer), Unavailable),
)]
pub(crate) async fn health_ready(
    gateway: State<Gateway>,
    trace_id: Extension<TraceId>,
    query: QueryOf<Verbose>,
) -> Response {
    ready(gateway, trace_id, query).await
}
