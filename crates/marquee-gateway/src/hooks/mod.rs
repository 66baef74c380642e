//! Other systems' own payloads, made into what a board is asked to do. Each source reads its payload and nothing
//! else; what all sources share is here.

mod alertmanager;

use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::{Gateway, mint};
use crate::reply::{Reply, respond};
use crate::routes::board;
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use futures_util::future::join_all;
use http::Request;
use marquee_core::board::Op;
use marquee_core::{Access, BoardName, DeleteReason};
use marquee_protocol::answer::{self, ResultsAnswer, SubmissionAnswer};
use marquee_protocol::notice::{self, Context, IdFrom, TEXT_MAX, clean};
use marquee_protocol::openapi::{
    Forbidden, Invalid, Malformed, NotFound, Timeout, TooLarge, Unavailable, UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;

/// What one item of a payload says.
enum Event {
    /// Something is the case: the notice about it, as its publisher would write it, but for `key` and `ttl`.
    Firing { key: String, notice: Value },
    /// It is over.
    Resolved { key: String },
}

/// What a source makes of a payload: an event, or a fault, an item.
type Events = Vec<Result<Event, Fault>>;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct HookQuery {
    /// The board that the notices are for.
    #[param(default = "main", example = "ops")]
    board: Option<String>,
}

/// Takes another system's own payload.
///
/// What it says is the case is put by key, what it says is over is deleted by key. If anything failed with a 5xx the
/// whole answer is 503, so that the sender repeats it; repeating is safe.
#[utoipa::path(
    post,
    path = "/v1/hooks/{source}",
    operation_id = "receive_hook",
    tag = "Other systems",
    params(
        ("source" = String, Path, description = "The kind of system.", example = "alertmanager"),
        HookQuery,
    ),
    request_body(
        content = Object, content_type = "application/json",
        description = "The payload as the source documents it.",
        example = json!({"version": "4", "alerts": [{
            "status": "firing", "fingerprint": "9f1c2f3a4b5c6d7e",
            "labels": {"alertname": "DiskFull", "instance": "db-1", "severity": "critical"},
            "annotations": {"summary": "The disk of db-1 is full"},
        }]}),
    ),
    responses(
        (status = 200, description = "Each item, in order.", body = ResultsAnswer),
        Malformed, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn receive(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(source): PathOf<String>,
    QueryOf(query): QueryOf<HookQuery>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let read = match &*source {
            "alertmanager" => alertmanager::read,
            other => {
                let detail = format!("there is no source {other:?}; known: alertmanager");
                return Err(Problem::new(Slug::NotFound, detail));
            }
        };
        let board = query.board.as_deref().map_or_else(|| Ok(BoardName::main()), board)?;
        if body::media_type(request.headers()) != "application/json" {
            let detail = "hooks take application/json";
            return Err(Problem::new(Slug::UnsupportedMediaType, detail));
        }
        let body = body::read(request).await?;
        let events = read(&body)?;
        let hook = Hook { gateway: &gateway, access: &access, trace_id: &trace_id, board: &board };
        hook.take(events).await
    };
    respond(result.await, &trace_id)
}

/// One payload on its way.
struct Hook<'a> {
    gateway: &'a Gateway,
    access: &'a Access,
    trace_id: &'a TraceId,
    board: &'a BoardName,
}

impl Hook<'_> {
    async fn take(&self, events: Events) -> Result<Reply, Problem> {
        let results = join_all(events.into_iter().map(async |event| self.submit(event).await)).await;
        // Whoever sent it repeats the whole on a 5xx, and repeating is safe; a 200 would end it.
        if let Some(Err(problem)) =
            results.iter().find(|result| result.as_ref().is_err_and(|problem| problem.slug.status() >= 500))
        {
            return Err(Problem::new(Slug::Unavailable, problem.detail.clone()));
        }
        let results = results.into_iter().map(|result| answer::result(result, self.trace_id.as_str()));
        Ok(Reply::ok(&ResultsAnswer { results: results.collect() }))
    }

    async fn submit(&self, event: Result<Event, Fault>) -> Result<SubmissionAnswer, Problem> {
        let op = match event {
            Ok(Event::Firing { key, notice }) => self.firing(&key, notice)?,
            Ok(Event::Resolved { key }) => {
                Op::DeleteByKey { key: key.into(), reason: DeleteReason::Resolved }
            }
            Err(fault) => return Err(Problem::invalid(vec![fault])),
        };
        self.gateway.submit(self.access, self.board.clone(), op, self.trace_id).await
    }

    fn firing(&self, key: &str, mut notice: Value) -> Result<Op, Problem> {
        let ttl = self.gateway.hook_ttl_s();
        notice["key"] = key.into();
        notice["ttl"] = ttl.into();
        let context = Context {
            now: self.gateway.now(),
            trace_id: self.trace_id.as_str(),
            mint: &mint,
            board: Some(self.board),
            id: None,
            id_from: IdFrom::Path,
            block_list: &self.gateway.block_list(),
        };
        let draft = notice::read(notice.to_string().as_bytes(), &context)?.draft;
        Ok(Op::Upsert { draft, renew_below_ms: ttl * 1_000 / 2 })
    }
}

/// As much of a foreign text as a notice may hold.
fn fitting(text: &str) -> String {
    let cleaned = clean(text);
    if cleaned.chars().count() <= TEXT_MAX {
        return cleaned;
    }
    cleaned.chars().take(TEXT_MAX - 1).chain(['…']).collect()
}
