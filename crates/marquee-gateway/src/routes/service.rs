//! What needs no board: the time, the schema, and how the server does.

use crate::gateway::Gateway;
use crate::reply::{Reply, respond};
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::header;
use marquee_applier::Health;
use marquee_protocol::notice::SCHEMA;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde_json::json;

/// `GET /v1/time`
pub(crate) async fn time(State(gateway): State<Gateway>) -> Response {
    Reply::ok(json!({ "server_time": gateway.now() })).into_response()
}

/// `GET /schemas/notice.json`
pub(crate) async fn notice_schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], SCHEMA).into_response()
}

/// `GET /livez`: the process answers.
pub(crate) async fn live() -> Response {
    Reply::ok(json!({ "status": "live" })).into_response()
}

/// `GET /readyz`: terminals and publishers may be sent here.
pub(crate) async fn ready(
    State(gateway): State<Gateway>,
    Extension(trace_id): Extension<TraceId>,
) -> Response {
    let health = gateway.applier().health().borrow().clone();
    let unready = |detail: &str| Err(Problem::new(Slug::Unavailable, detail));
    let result = match health {
        Health::Ready => Ok(Reply::ok(json!({ "status": "ready" }))),
        // Reading goes on, so terminals are still served from here.
        Health::Full => {
            Ok(Reply::ok(json!({ "status": "ready", "publishing": "refused: the disk is full" })))
        }
        Health::Closed => unready("the server is going away"),
        Health::Lost { .. } => unready("the log cannot be written: the server ends"),
    };
    respond(result, &trace_id)
}
