//! `POST /v1/notify` and `POST /v1/boards/{board}`: notices as JSON, many of them, or a text as it is.

use super::board;
use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::{Gateway, mint};
use crate::reply::{Reply, respond};
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use futures_util::future::join_all;
use http::{HeaderMap, Request};
use marquee_core::board::Op;
use marquee_core::{Access, BoardName, NoticeId};
use marquee_protocol::answer::{self, ResultsAnswer, SubmissionAnswer};
use marquee_protocol::blocklist::BlockList;
use marquee_protocol::notice::{self, Context, IdFrom, Submission, TextFields};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::sync::Arc;

/// `POST /v1/notify`
pub(crate) async fn notify(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    request: Request<Body>,
) -> Response {
    let entrance = Entrance::new(&gateway, &access, &trace_id, None);
    respond(entrance.notify(request).await, &trace_id)
}

/// The query of a text; each member also as a `Marquee-…` header, which wins.
#[derive(Deserialize)]
pub(crate) struct TextQuery {
    id: Option<String>,
    level: Option<String>,
    tags: Option<String>,
    ttl: Option<String>,
    key: Option<String>,
    link: Option<String>,
}

/// `POST /v1/boards/{board}`
pub(crate) async fn text(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(name): PathOf<String>,
    QueryOf(query): QueryOf<TextQuery>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let board = board(&name)?;
        let entrance = Entrance::new(&gateway, &access, &trace_id, Some(&board));
        if body::media_type(request.headers()) == "application/json" {
            return entrance.notify(request).await;
        }
        entrance.text(&query, request).await
    };
    respond(result.await, &trace_id)
}

/// By which door notices come in.
struct Entrance<'a> {
    gateway: &'a Gateway,
    access: &'a Access,
    trace_id: &'a TraceId,
    /// The board that the path names.
    board: Option<&'a BoardName>,
    /// What is not shown, for the whole request.
    block_list: Arc<BlockList>,
}

impl<'a> Entrance<'a> {
    fn new(
        gateway: &'a Gateway,
        access: &'a Access,
        trace_id: &'a TraceId,
        board: Option<&'a BoardName>,
    ) -> Self {
        Self { gateway, access, trace_id, board, block_list: gateway.block_list() }
    }

    async fn notify(&self, request: Request<Body>) -> Result<Reply, Problem> {
        let media_type = body::media_type(request.headers());
        let split = match &*media_type {
            "application/json" => notice::split_json,
            "application/x-ndjson" => notice::split_ndjson,
            other => {
                let given = if other.is_empty() { "no Content-Type" } else { other };
                let detail = format!(
                    "{given} is not taken here: send application/json (curl -H 'content-type: application/json') \
                     or application/x-ndjson; POST /v1/boards/{{board}} takes a text as it is"
                );
                return Err(Problem::new(Slug::UnsupportedMediaType, detail));
            }
        };
        let key = idempotency_key(request.headers())?;
        let body = body::read(request).await?;
        match split(&body)? {
            notice::Body::One(json) => {
                let submission = notice::read(json, &self.context(key.as_ref()))?;
                self.submit(submission).await.map(Reply::from)
            }
            notice::Body::Many(_) if key.is_some() => Err(Problem::invalid(vec![Fault::new(
                "",
                "Idempotency-Key stands for the id of one notice: give each of many an id of its own",
            )])),
            notice::Body::Many(items) => {
                // All are submitted before the first is waited for: in order, and committed together.
                let results = items.into_iter().map(async |item| {
                    match item.and_then(|json| notice::read(json, &self.context(None))) {
                        Ok(submission) => self.submit(submission).await,
                        Err(problem) => Err(problem),
                    }
                });
                let results = join_all(results).await.into_iter();
                let results = results.map(|result| answer::result(result, self.trace_id.as_str())).collect();
                Ok(Reply::ok(&ResultsAnswer { results }))
            }
        }
    }

    async fn text(&self, query: &TextQuery, request: Request<Body>) -> Result<Reply, Problem> {
        let headers = request.headers().clone();
        let key = idempotency_key(&headers)?;
        let body = body::read(request).await?;
        let id = field(&headers, "marquee-id", query.id.as_deref())?;
        let level = field(&headers, "marquee-level", query.level.as_deref())?;
        let tags = field(&headers, "marquee-tags", query.tags.as_deref())?;
        let ttl = field(&headers, "marquee-ttl", query.ttl.as_deref())?;
        let about = field(&headers, "marquee-key", query.key.as_deref())?;
        let link = field(&headers, "marquee-link", query.link.as_deref())?;
        let fields = TextFields { id, level, tags, ttl, key: about, link };
        let submission = notice::read_text(&body, &fields, &self.context(key.as_ref()))?;
        self.submit(submission).await.map(Reply::from)
    }

    fn context<'b>(&'b self, key: Option<&'b NoticeId>) -> Context<'b> {
        Context {
            now: self.gateway.now(),
            trace_id: self.trace_id.as_str(),
            mint: &mint,
            board: self.board,
            id: key,
            id_from: IdFrom::IdempotencyKey,
            block_list: &self.block_list,
        }
    }

    async fn submit(&self, submission: Submission) -> Result<SubmissionAnswer, Problem> {
        let Submission { board, draft, .. } = submission;
        self.gateway.submit(self.access, board, Op::Publish(draft), self.trace_id).await
    }
}

/// The header that stands for the id of one notice.
fn idempotency_key(headers: &HeaderMap) -> Result<Option<NoticeId>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let id = value.to_str().ok().and_then(NoticeId::parse);
    id.map(Some).ok_or_else(|| {
        let rule = "Idempotency-Key stands for the id: 1 to 128 of A-Z, a-z, 0-9, '.', '_', ':', '-'";
        Problem::invalid(vec![Fault::new("/id", rule)])
    })
}

/// A member beside a text: from its header, else from the query.
fn field<'a>(headers: &'a HeaderMap, name: &str, query: Option<&'a str>) -> Result<Option<&'a str>, Problem> {
    let Some(value) = headers.get(name) else { return Ok(query) };
    std::str::from_utf8(value.as_bytes())
        .map(Some)
        .map_err(|_| Problem::new(Slug::Malformed, format!("the header {name} is not UTF-8")))
}
