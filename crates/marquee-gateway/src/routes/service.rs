//! What needs no board: the time, the schema, and how the server does.

use crate::extract::QueryOf;
use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::header;
use marquee_applier::Health;
use marquee_protocol::answer::{LiveAnswer, LiveWord, ReadyAnswer, ReadyWord, TimeAnswer};
use marquee_protocol::notice::SCHEMA;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;

/// `GET /v1/time`
pub(crate) async fn time(State(gateway): State<Gateway>) -> Response {
    Reply::ok(&TimeAnswer { server_time: gateway.now() }).into_response()
}

/// `GET /schemas/notice.json`
pub(crate) async fn notice_schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], SCHEMA).into_response()
}

/// `GET /livez`: the process answers.
pub(crate) async fn live() -> Response {
    Reply::ok(&LiveAnswer { status: LiveWord::Live }).into_response()
}

#[derive(Deserialize)]
pub(crate) struct Verbose {
    verbose: Option<String>,
}

/// `GET /readyz`: terminals and publishers may be sent here.
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
        let parts = gateway.checks().all().into_iter();
        parts.map(|(part, detail)| (part, detail.into())).collect()
    });
    let told =
        result.map(|publishing| Reply::ok(&ReadyAnswer { status: ReadyWord::Ready, publishing, checks }));
    respond(told, &trace_id)
}
