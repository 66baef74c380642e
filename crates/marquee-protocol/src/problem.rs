//! What a client is told when something is wrong: RFC 9457 problem objects, each with a page of its own at
//! `/errors/<slug>`. It tells what to do about it, and never what only the operator should know.

use crate::trace::TraceId;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use marquee_core::BoardName;
use marquee_core::session::ResetReason;
use serde::Serialize;
use utoipa::ToSchema;

/// When to try again what could not be taken now, s, where nothing else is known.
const RETRY_AFTER_S: u64 = 1;
/// Tells that a cursor is not continued, to who reads no bodies.
pub const X_RESET: HeaderName = HeaderName::from_static("x-reset");

/// The kinds of problem there are; each has a page in `docs/errors/`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "each is told by its title")]
pub enum Slug {
    Malformed,
    Unauthorized,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    Timeout,
    Conflict,
    KeyTaken,
    Reset,
    PreconditionFailed,
    TooLarge,
    UnsupportedMediaType,
    Misdirected,
    Invalid,
    BoardFull,
    TooManyBoards,
    UpgradeRequired,
    TooManyRequests,
    Internal,
    Unavailable,
}

impl Slug {
    /// Every slug, for whoever serves or checks their pages.
    pub const ALL: [Self; 21] = [
        Self::Malformed,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::NotAcceptable,
        Self::Timeout,
        Self::Conflict,
        Self::KeyTaken,
        Self::Reset,
        Self::PreconditionFailed,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::Misdirected,
        Self::Invalid,
        Self::BoardFull,
        Self::TooManyBoards,
        Self::UpgradeRequired,
        Self::TooManyRequests,
        Self::Internal,
        Self::Unavailable,
    ];

    /// The last part of the problem's `type`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::NotAcceptable => "not-acceptable",
            Self::Timeout => "timeout",
            Self::Conflict => "conflict",
            Self::KeyTaken => "key-taken",
            Self::Reset => "reset",
            Self::PreconditionFailed => "precondition-failed",
            Self::TooLarge => "too-large",
            Self::UnsupportedMediaType => "unsupported-media-type",
            Self::Misdirected => "misdirected",
            Self::Invalid => "invalid",
            Self::BoardFull => "board-full",
            Self::TooManyBoards => "too-many-boards",
            Self::UpgradeRequired => "upgrade-required",
            Self::TooManyRequests => "too-many-requests",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    /// The HTTP status it comes with.
    pub fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::Timeout => 408,
            Self::Conflict | Self::KeyTaken => 409,
            Self::Reset => 410,
            Self::PreconditionFailed => 412,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Misdirected => 421,
            Self::Invalid | Self::BoardFull | Self::TooManyBoards => 422,
            Self::UpgradeRequired => 426,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// A short sentence that is the same for every problem of the kind.
    pub fn title(self) -> &'static str {
        match self {
            Self::Malformed => "The request cannot be parsed",
            Self::Unauthorized => "The sender has not proved who it is",
            Self::Forbidden => "This is not allowed from there",
            Self::NotFound => "There is nothing here",
            Self::MethodNotAllowed => "This path does not take that method",
            Self::NotAcceptable => "There is no form of it that you take",
            Self::Timeout => "The request took too long to arrive",
            Self::Conflict => "The id was used with other content",
            Self::KeyTaken => "Another active notice has this key",
            Self::Reset => "The cursor cannot be continued",
            Self::PreconditionFailed => "It has changed since you read it",
            Self::TooLarge => "The body is too large",
            Self::UnsupportedMediaType => "This path does not take that content type",
            Self::Misdirected => "This server does not answer for that host",
            Self::Invalid => "The content breaks a rule",
            Self::BoardFull => "The board is full",
            Self::TooManyBoards => "There are as many boards as there may be",
            Self::UpgradeRequired => "This path speaks WebSocket",
            Self::TooManyRequests => "This comes too often",
            Self::Internal => "The server made a mistake",
            Self::Unavailable => "The server cannot take this now",
        }
    }
}

/// One thing that is wrong with what was sent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct Fault {
    /// Where: an RFC 6901 pointer; empty for the whole.
    pub pointer: String,
    /// What is wrong and how it would be right.
    pub detail: String,
}

impl Fault {
    /// A fault at a place.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

/// One problem, ready to be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Its kind.
    pub slug: Slug,
    /// What happened this time, and what to do.
    pub detail: String,
    /// Every fault, where the content is what is wrong.
    pub errors: Vec<Fault>,
    /// Where to begin anew, where a cursor is what is wrong.
    pub anew: Option<Box<Anew>>,
    /// When to try again, in seconds, where that is known: `Retry-After`.
    pub retry_after_s: Option<u64>,
}

/// Why a cursor is not continued, and where its reader begins anew.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anew {
    /// The word that terminals get in their `reset`.
    pub reason: &'static str,
    /// The path of the board's snapshot.
    pub snapshot: String,
}

/// A problem as it is told, by RFC 9457.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "/errors/invalid", "title": "The content breaks a rule", "status": 422,
    "detail": "/ttl: 0 will not do: give a whole number of seconds from 1 to 2,592,000, written as digits alone",
    "errors": [{
        "pointer": "/ttl",
        "detail": "0 will not do: give a whole number of seconds from 1 to 2,592,000, written as digits alone",
    }],
    "trace_id": "0af7651916cd43dd8448eb211c80319c",
}))]
pub struct ProblemJson {
    /// `/errors/<slug>`: the kind of problem, and the address of the page that explains it.
    pub r#type: String,
    /// The same for every problem of the kind.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, and what to do.
    pub detail: String,
    /// Every fault at once, where the content is what is wrong.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<Fault>,
    /// Why the cursor is not continued: the word of the frame `reset`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    pub reason: Option<&'static str>,
    /// Where to begin anew when the cursor is not continued.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    pub snapshot: Option<String>,
    /// The trace that the request belongs to.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schema(required = false)]
    pub trace_id: String,
}

impl Problem {
    /// A problem without faults of its own.
    pub fn new(slug: Slug, detail: impl Into<String>) -> Self {
        Self { slug, detail: detail.into(), errors: Vec::new(), anew: None, retry_after_s: None }
    }

    /// Content that breaks rules: every fault at once.
    pub fn invalid(errors: Vec<Fault>) -> Self {
        let detail = match &errors[..] {
            [only] if only.pointer.is_empty() => only.detail.clone(),
            [only] => format!("{}: {}", only.pointer, only.detail),
            more => format!("{} faults, each named in errors", more.len()),
        };
        Self { errors, ..Self::new(Slug::Invalid, detail) }
    }

    /// A cursor that is not continued; its reader begins anew with the board's snapshot.
    pub fn reset(board: &BoardName, reason: ResetReason) -> Self {
        let why = match reason {
            ResetReason::Epoch => "it is of another history of the log",
            ResetReason::Trimmed => "what follows it is not kept any more",
            ResetReason::Ahead => "it is above the newest entry",
            ResetReason::Invalid => "it is no cursor",
            ResetReason::Lagged => "it is too far behind",
        };
        let snapshot = format!("/v1/snapshot?board={board}");
        let detail = format!("{why}: take {snapshot}, and go on from its cursor");
        Self {
            anew: Some(Box::new(Anew { reason: reason.name(), snapshot })),
            ..Self::new(Slug::Reset, detail)
        }
    }

    /// The problem as it is told, with the trace that it belongs to (none: empty).
    pub fn told(&self, trace_id: &str) -> ProblemJson {
        ProblemJson {
            r#type: format!("/errors/{}", self.slug.slug()),
            title: self.slug.title(),
            status: self.slug.status(),
            detail: self.detail.clone(),
            errors: self.errors.clone(),
            reason: self.anew.as_ref().map(|anew| anew.reason),
            snapshot: self.anew.as_ref().map(|anew| anew.snapshot.clone()),
            trace_id: trace_id.to_owned(),
        }
    }

    /// The same as a JSON value.
    pub fn to_value(&self, trace_id: &str) -> serde_json::Value {
        serde_json::to_value(self.told(trace_id)).unwrap_or_default()
    }

    /// The problem as a whole answer; what is to be tried again says when.
    pub fn respond(&self, trace_id: &TraceId) -> Response<Bytes> {
        let body = serde_json::to_vec(&self.told(trace_id.as_str())).unwrap_or_default();
        let mut response = Response::new(Bytes::from(body));
        *response.status_mut() =
            StatusCode::from_u16(self.slug.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if matches!(self.slug, Slug::Unavailable | Slug::TooManyRequests) {
            let seconds = self.retry_after_s.unwrap_or(RETRY_AFTER_S);
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.slug == Slug::Reset {
            headers.insert(X_RESET, HeaderValue::from_static("true"));
        }
        if self.slug == Slug::Unauthorized {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"marquee\""));
        }
        if self.slug == Slug::UpgradeRequired {
            headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
            headers.insert("sec-websocket-version", HeaderValue::from_static("13"));
        }
        response
    }
}
