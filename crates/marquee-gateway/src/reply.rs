//! Answers and problems as responses. Bodies are JSON, or Protobuf for who publishes so; what is told here is what the client may know.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use marquee_protocol::answer::SubmissionAnswer;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::Serialize;

const JSON: &str = "application/json";
/// The media type of the binary form, of requests and of answers.
pub(crate) const PROTOBUF: &str = "application/x-protobuf";

/// An answer that is no problem, written once: a tree of values between would cost more than all else of the answer.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    media_type: &'static str,
    body: Bytes,
}

impl Reply {
    pub(crate) fn new(status: u16, answer: &impl Serialize) -> Self {
        let body = serde_json::to_string(answer)
            .unwrap_or_else(|error| unreachable!("an answer has names and numbers alone: {error}"));
        Self { status, media_type: JSON, body: body.into() }
    }

    /// A message of the binary form, with status 200.
    pub(crate) fn protobuf(body: Bytes) -> Self {
        Self { status: 200, media_type: PROTOBUF, body }
    }

    pub(crate) fn ok(answer: &impl Serialize) -> Self {
        Self::new(200, answer)
    }
}

impl From<SubmissionAnswer> for Reply {
    fn from(answer: SubmissionAnswer) -> Self {
        Self::new(answer.status_code(), &answer)
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        response(self.status, self.media_type, self.body)
    }
}

/// A body that is JSON already.
pub(crate) fn json(status: u16, body: String) -> Response {
    response(status, JSON, body.into())
}

fn response(status: u16, media_type: &'static str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A typed answer, with status 200.
pub(crate) fn written(answer: &impl Serialize) -> Result<Response, Problem> {
    match serde_json::to_string(answer) {
        Ok(body) => Ok(json(200, body)),
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written as JSON");
            Err(Problem::new(Slug::Internal, "the answer cannot be written; the operator has been told"))
        }
    }
}

/// What a handler comes to, as a response.
pub(crate) fn respond(result: Result<impl IntoResponse, Problem>, trace_id: &TraceId) -> Response {
    match result {
        Ok(reply) => reply.into_response(),
        Err(problem) => problem.respond(trace_id).map(Body::from),
    }
}
