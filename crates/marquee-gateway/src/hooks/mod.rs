//! Other systems' own payloads, made into what a board is asked to do. Each source reads its payload and nothing
//! else; what all sources share is here.
//!
//! | module | holds |
//! |---|---|
//! | `source` | the sources there are, from the configuration |
//! | `entry`, `secret` | who may come in: keys, signatures |
//! | `alerts` | what Alertmanager and Grafana share |
//! | `alertmanager`, `grafana`, `nightingale`, `cloudevents`, `generic` | one source each |
//! | `template` | texts with holes, for `generic` |

mod alertmanager;
mod alerts;
mod cloudevents;
mod entry;
mod generic;
mod grafana;
mod nightingale;
mod secret;
mod source;
mod template;

pub use generic::TemplateConfig;
pub use secret::Secret;
pub use source::{HookConfig, Hooks};

use crate::body;
use crate::extract::{PathOf, QueryOf};
use crate::gateway::{Gateway, mint};
use crate::limited::Publisher;
use crate::reply::{Reply, respond};
use crate::routes::board;
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::Response;
use http::{HeaderMap, Request};
use marquee_core::board::{Draft, Op};
use marquee_core::{Access, BoardName, DeleteReason, NoticeId};
use marquee_protocol::answer::{self, ResultsAnswer};
use marquee_protocol::notice::{self, Context, IdFrom, TEXT_MAX, clean};
use marquee_protocol::openapi::{
    Forbidden, Invalid, Malformed, NotFound, Timeout, TooLarge, Unauthorized, Unavailable,
    UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::time::{SystemTime, UNIX_EPOCH};
use utoipa::IntoParams;

/// The most items of one payload. An alert as Alertmanager writes it has some 250 bytes at least, so a body holds no
/// more; a list of nothing would make answers a hundred times its size.
const ITEMS_MAX: usize = 4_096;
/// The most tags of a notice, and the longest, in characters.
const TAGS_MAX: usize = 16;
const TAG_MAX: usize = 64;
/// The longest key, in characters.
const KEY_MAX: usize = 128;

/// What one item of a payload says.
enum Event {
    /// Something is the case: the notice about it, as its publisher would write it, but for `key`. Its `ttl` is at
    /// most `hook_ttl`, which it is where there is none.
    Firing { key: String, notice: Value },
    /// It is over.
    Resolved { key: String },
    /// Something has happened: a notice like any publisher's, the same one each time it is sent.
    Message { id: NoticeId, notice: Value },
}

/// What a source makes of a payload: an event, or its faults, an item.
type Events = Vec<Result<Event, Vec<Fault>>>;

/// What a source is given to read.
struct Payload<'a> {
    source: &'a str,
    media_type: &'a str,
    headers: &'a HeaderMap,
    body: &'a [u8],
    /// The id of a Standard Webhook, if its signature was valid.
    webhook_id: Option<&'a str>,
}

/// The path of a source.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct SourcePath {
    /// A kind of system, or the name of a configured hook.
    #[param(example = "alertmanager", pattern = "^[a-z0-9][a-z0-9-]{0,62}$")]
    source: String,
}

/// The path of a hook that is known by its key.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct KeyedPath {
    /// The name of a configured hook.
    #[param(example = "shop", pattern = "^[a-z0-9][a-z0-9-]{0,62}$")]
    source: String,
    /// The key in its configuration.
    #[param(example = "open-sesame")]
    hook_key: String,
}

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
    params(SourcePath, HookQuery),
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
        Malformed, Unauthorized, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn receive(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<SourcePath>,
    QueryOf(query): QueryOf<HookQuery>,
    request: Request<Body>,
) -> Response {
    let door =
        Door { gateway: &gateway, access: &access, trace_id: &trace_id, source: &path.source, key: None };
    respond(door.take(&query, request).await, &trace_id)
}

/// Takes another system's own payload, from who knows the key.
///
/// For systems that can neither sign nor send a header. All else is as without a key.
#[utoipa::path(
    post,
    path = "/v1/hooks/{source}/{hook_key}",
    operation_id = "receive_keyed_hook",
    tag = "Other systems",
    params(KeyedPath, HookQuery),
    request_body(
        content = Object, content_type = "application/json",
        description = "The payload as the source documents it, or as the hook's template reads it.",
        example = json!({"orders": [{"order": "A-17", "message": "A payment was refused"}]}),
    ),
    responses(
        (status = 200, description = "Each item, in order.", body = ResultsAnswer),
        Malformed, Unauthorized, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn receive_keyed(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(path): PathOf<KeyedPath>,
    QueryOf(query): QueryOf<HookQuery>,
    request: Request<Body>,
) -> Response {
    let key = Some(&*path.hook_key);
    let door = Door { gateway: &gateway, access: &access, trace_id: &trace_id, source: &path.source, key };
    respond(door.take(&query, request).await, &trace_id)
}

/// By which door a payload comes in.
struct Door<'a> {
    gateway: &'a Gateway,
    access: &'a Access,
    trace_id: &'a TraceId,
    source: &'a str,
    key: Option<&'a str>,
}

impl Door<'_> {
    async fn take(&self, query: &HookQuery, request: Request<Body>) -> Result<Reply, Problem> {
        let source = self.gateway.hooks().find(self.source)?;
        source.entry.admit_key(self.key)?;
        if !source.entry.proves() && *self.access == Access::nothing() {
            let detail = "this hook has neither key nor secret, so it needs a token: send Authorization: Bearer and the token";
            return Err(Problem::new(Slug::Unauthorized, detail));
        }
        let headers = request.headers().clone();
        let addressed = || {
            let board = query.board.as_deref().map_or_else(|| Ok(BoardName::main()), board)?;
            source.takes(&headers)?;
            Ok(board)
        };
        // Who has not proved himself learns nothing but that; who need not is told before he sends his body.
        let told_first = if source.entry.signing.is_none() { Some(addressed()?) } else { None };
        let body = body::read(request).await?;
        let proof = source.entry.admit(&headers, &body, wall_clock_s())?;
        let board = told_first.map_or_else(addressed, Ok)?;
        let payload = Payload {
            source: self.source,
            media_type: &body::media_type(&headers),
            headers: &headers,
            body: &body,
            webhook_id: proof.webhook_id.as_deref(),
        };
        let events = source.read(&payload)?;
        // What is configured to prove itself may publish to any board, with keys or without.
        let publisher =
            if source.entry.proves() { Publisher::Hook(self.source) } else { Publisher::Caller(self.access) };
        let hook = Hook { gateway: self.gateway, publisher, trace_id: self.trace_id, board: &board };
        hook.take(events).await
    }
}

/// Signatures are timed by their senders' wall clocks, so it is ours that they are held against: the server's own
/// time does not follow when the wall clock is set right.
fn wall_clock_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// One payload on its way.
struct Hook<'a> {
    gateway: &'a Gateway,
    publisher: Publisher<'a>,
    trace_id: &'a TraceId,
    board: &'a BoardName,
}

impl Hook<'_> {
    async fn take(&self, events: Events) -> Result<Reply, Problem> {
        let submissions = events.into_iter().map(|event| Ok((self.board.clone(), self.op(event)?))).collect();
        // Whoever sent it repeats the whole on a 5xx, and repeating is safe; a 200 would end it, and to some a 429 too.
        let later = |problem: Problem| Problem { slug: Slug::Unavailable, ..problem };
        let results =
            self.gateway.submit_all(self.publisher, submissions, self.trace_id).await.map_err(later)?;
        let failed =
            |result: &&Result<_, Problem>| result.as_ref().is_err_and(|problem| problem.slug.status() >= 500);
        if let Some(Err(problem)) = results.iter().find(failed) {
            return Err(later(problem.clone()));
        }
        let results = results.into_iter().map(|result| answer::result(result, self.trace_id.as_str()));
        Ok(Reply::ok(&ResultsAnswer { results: results.collect() }))
    }

    fn op(&self, event: Result<Event, Vec<Fault>>) -> Result<Op, Problem> {
        Ok(match event.map_err(Problem::invalid)? {
            Event::Firing { key, notice } => self.firing(&key, notice)?,
            Event::Resolved { key } => Op::DeleteByKey { key: key.into(), reason: DeleteReason::Resolved },
            Event::Message { id, notice } => Op::Publish(self.draft(notice, Some(&id))?),
        })
    }

    fn firing(&self, key: &str, mut notice: Value) -> Result<Op, Problem> {
        let longest = self.gateway.hook_ttl_s();
        let ttl = notice["ttl"].as_u64().map_or(longest, |ttl| ttl.min(longest));
        notice["key"] = key.into();
        notice["ttl"] = ttl.into();
        Ok(Op::Upsert { draft: self.draft(notice, None)?, renew_below_ms: ttl * 1_000 / 2 })
    }

    fn draft(&self, mut notice: Value, id: Option<&NoticeId>) -> Result<Draft, Problem> {
        let context = Context {
            now: self.gateway.now(),
            trace_id: self.trace_id.as_str(),
            mint: &mint,
            board: Some(self.board),
            id,
            id_from: IdFrom::Path,
            block_list: &self.gateway.block_list(),
        };
        let read = |notice: &Value| notice::read(notice.to_string().as_bytes(), &context);
        let problem = match read(&notice) {
            Ok(submission) => return Ok(submission.draft),
            Err(problem) => problem,
        };
        if !leave_out(&mut notice, &problem.errors) {
            return Err(problem);
        }
        read(&notice).map(|submission| submission.draft)
    }
}

/// Takes out of a foreign notice what we would refuse of it, but for its text: the message matters more. Says whether
/// there was anything to take out.
fn leave_out(notice: &mut Value, faults: &[Fault]) -> bool {
    let Some(members) = notice.as_object_mut() else { return false };
    let mut any = false;
    for fault in faults {
        let member = fault.pointer.split('/').nth(1).unwrap_or_default();
        any |= member != "text" && members.remove(member).is_some();
    }
    any
}

/// Whether a list has too many items; asked before anything is made of them.
fn bounded<T>(items: &[T], place: &str) -> Result<(), Problem> {
    if items.len() <= ITEMS_MAX {
        return Ok(());
    }
    let detail = format!("{} items are too many: send at most {ITEMS_MAX} at once", items.len());
    Err(Problem::invalid(vec![Fault::new(place, detail)]))
}

/// What is not JSON.
fn unread(error: &serde_json::Error) -> Problem {
    Problem::new(Slug::Malformed, format!("not JSON: {error}"))
}

/// As much of a foreign text as a notice may hold, if anything is left of it to be seen.
fn shown_text(text: &str) -> Option<String> {
    let cleaned = clean(text);
    if cleaned.trim().is_empty() {
        return None;
    }
    if cleaned.chars().count() <= TEXT_MAX {
        return Some(cleaned);
    }
    Some(cleaned.chars().take(TEXT_MAX - 1).chain(['…']).collect())
}

/// Those of foreign words that may be tags, each once.
fn tags_from<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut tags = Vec::new();
    for word in words {
        let fits =
            !word.trim().is_empty() && word.chars().count() <= TAG_MAX && !word.contains(char::is_control);
        if fits && tags.len() < TAGS_MAX && !tags.contains(&word) {
            tags.push(word);
        }
    }
    tags
}

/// The key of a foreign word: itself where it may be one, else a digest of it, so that long ones tell things apart too.
fn key_from(word: &str) -> Option<String> {
    let fits = word.chars().count() <= KEY_MAX && !word.contains(char::is_control);
    match word {
        "" => None,
        word if fits => Some(word.to_owned()),
        word => Some(hex(&Sha256::digest(word.as_bytes()))),
    }
}

/// An id for what is known by several foreign words: the same for the same words in the same order.
fn derived_id(words: &[&str]) -> NoticeId {
    let mut digest = Sha256::new();
    for word in words {
        digest.update((word.len() as u64).to_be_bytes());
        digest.update(word.as_bytes());
    }
    let id = format!("h-{}", hex(&digest.finalize()[..16]));
    NoticeId::parse(&id).unwrap_or_else(|| unreachable!("a digest keeps the rule for ids: {id}"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
