//! `POST /v1/notify` and `POST /v1/boards/{board}`: notices as JSON or Protobuf, many of them, or a text as it is.

use super::{BoardPath, board};
use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::{Gateway, mint};
use crate::limited::Publisher;
use crate::reply::{PROTOBUF, Reply, respond};
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use http::{HeaderMap, Request};
use marquee_core::board::Op;
use marquee_core::{Access, BoardName, NoticeId};
use marquee_protocol::answer::{self, PlacedAnswer, ResultsAnswer, SubmissionAnswer};
use marquee_protocol::blocklist::BlockList;
use marquee_protocol::notice::{self, Context, IdFrom, Submission, TextFields};
use marquee_protocol::openapi::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, NoticesRequest, NotifyRequestMessage,
    NotifyResponseMessage, Published, Timeout, TooLarge, TooManyRequests, Unavailable, UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Publishes one notice, or many.
///
/// In `application/json` an object is one notice and an array is many. `application/x-ndjson` has a notice a line and is
/// always answered as a list. `application/x-protobuf` is a `NotifyRequest` of `marquee.proto` and is always answered, with
/// 200, as a `NotifyResponse`. A publish that is answered 2xx is on disk. Repeating it with the same id is always safe.
#[utoipa::path(
    post,
    path = "/v1/notify",
    operation_id = "notify",
    tag = "Publishers",
    params((
        "Idempotency-Key" = Option<String>, Header, example = "TEST-002",
        description = "Stands for the id of one notice; not for many, nor beside an id.",
    )),
    request_body(content(
        (NoticesRequest = "application/json", example = json!({
            "board": "ops", "level": "URGENT", "text": "database is down", "tags": ["db"], "key": "db-1",
        })),
        (String = "application/x-ndjson", example = "{\"text\":\"first\"}\n{\"text\":\"second\"}\n"),
        // All its bytes happen to be characters: a notice of the board ops with a text.
        (
            NotifyRequestMessage = "application/x-protobuf",
            example = "\n\u{17}\u{12}\u{3}ops\"\u{10}database is down",
        ),
    )),
    responses(
        (status = 201, description = "One notice, and it is new.", body = PlacedAnswer),
        (
            status = 200, content((Published = "application/json"), (NotifyResponseMessage = "application/x-protobuf")),
            description = "One notice that another took in, or that was there already; or each of many, in order; or \
                each of those that came as Protobuf.",
        ),
        Malformed, Forbidden, Timeout, Conflict, TooLarge, UnsupportedMediaType, Invalid, TooManyRequests, Unavailable,
    ),
)]
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
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TextQuery {
    /// The notice's id.
    #[param(example = "TEST-002")]
    id: Option<String>,
    /// How urgent it is.
    #[param(example = "urgent")]
    level: Option<String>,
    /// Tags between commas.
    #[param(example = "db, eu-west")]
    tags: Option<String>,
    /// How long it lives, in seconds.
    #[param(value_type = Option<u32>, example = 600)]
    ttl: Option<String>,
    /// What it is about.
    #[param(example = "db-1")]
    key: Option<String>,
    /// Where to read more.
    #[param(example = "https://status.example.com/incidents/17")]
    link: Option<String>,
}

/// Publishes a text as it is.
///
/// The body is the text, whatever its type; only `application/json` is read as `/v1/notify` reads it, for this board.
/// What stands beside the text comes from headers or from the query; the header wins.
#[utoipa::path(
    post,
    path = "/v1/boards/{board}",
    operation_id = "publish_text",
    tag = "Publishers",
    params(
        BoardPath,
        TextQuery,
        ("Marquee-Id" = Option<String>, Header, description = "The notice's id.", example = "TEST-002"),
        ("Marquee-Level" = Option<String>, Header, description = "How urgent it is.", example = "urgent"),
        ("Marquee-Tags" = Option<String>, Header, description = "Tags between commas.", example = "db, eu-west"),
        ("Marquee-Ttl" = Option<u32>, Header, description = "How long it lives, in seconds.", example = 600),
        ("Marquee-Key" = Option<String>, Header, description = "What it is about.", example = "db-1"),
        (
            "Marquee-Link" = Option<String>, Header, description = "Where to read more.",
            example = "https://status.example.com/incidents/17",
        ),
        (
            "Idempotency-Key" = Option<String>, Header, example = "TEST-002",
            description = "Stands for the id; not beside another one.",
        ),
    ),
    request_body(content(
        (String = "text/plain", example = "database is down"),
        (NoticesRequest = "application/json", example = json!({"level": "URGENT", "text": "database is down"})),
    )),
    responses(
        (status = 201, description = "It is new.", body = PlacedAnswer),
        (
            status = 200, body = Published,
            description = "Another took it in, or it was there already; or each of many, in order.",
        ),
        Malformed, Forbidden, NotFound, Timeout, Conflict, TooLarge, UnsupportedMediaType, Invalid, TooManyRequests,
        Unavailable,
    ),
)]
pub(crate) async fn text(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<BoardPath>,
    QueryOf(query): QueryOf<TextQuery>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let board = board(&path.board)?;
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
            PROTOBUF => return self.notify_protobuf(request).await,
            other => {
                let given = if other.is_empty() { "no Content-Type" } else { other };
                let detail = format!(
                    "{given} is not taken here: send application/json (curl -H 'content-type: application/json') \
                     or application/x-ndjson, or a NotifyRequest as application/x-protobuf; POST /v1/boards/{{board}} takes a text as it is"
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
            notice::Body::Many(items) => {
                self.alone(key.as_ref())?;
                let results = self.submit_all(items, None, notice::read).await?.into_iter();
                let results = results.map(|result| answer::result(result, self.trace_id.as_str())).collect();
                Ok(Reply::ok(&ResultsAnswer { results }))
            }
        }
    }

    /// A `NotifyRequest`: its answer is a list, however many it holds and whatever becomes of them.
    async fn notify_protobuf(&self, request: Request<Body>) -> Result<Reply, Problem> {
        let key = idempotency_key(request.headers())?;
        let notices = notice::split_protobuf(body::read(request).await?)?;
        if notices.len() > 1 {
            self.alone(key.as_ref())?;
        }
        let results = self
            .submit_all(notices.iter().map(Ok), key.as_ref(), |message, context| {
                notice::read_protobuf(message, context)
            })
            .await?;
        Ok(Reply::protobuf(answer::encode_protobuf(results, self.trace_id.as_str())))
    }

    /// Many do not share the header's id.
    fn alone(&self, key: Option<&NoticeId>) -> Result<(), Problem> {
        let detail = "Idempotency-Key stands for the id of one notice: give each of many an id of its own";
        key.map_or(Ok(()), |_| Err(Problem::invalid(vec![Fault::new("", detail)])))
    }

    /// All are read before the first is submitted.
    async fn submit_all<T>(
        &self,
        items: impl IntoIterator<Item = Result<T, Problem>>,
        key: Option<&NoticeId>,
        read: impl Fn(T, &Context<'_>) -> Result<Submission, Problem>,
    ) -> Result<Vec<Result<SubmissionAnswer, Problem>>, Problem> {
        let read = |item: Result<T, Problem>| {
            let Submission { board, draft, .. } = read(item?, &self.context(key))?;
            Ok((board, Op::Publish(draft)))
        };
        let submissions = items.into_iter().map(read).collect();
        self.gateway.submit_all(Publisher::Caller(self.access), submissions, self.trace_id).await
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
