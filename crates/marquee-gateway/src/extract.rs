//! Path and query as the routes want them; what cannot be read is answered with a problem, as everything is.

use axum::extract::{FromRequestParts, Path, Query};
use axum::response::Response;
use http::request::Parts;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use serde::de::DeserializeOwned;

/// The parameters of a path.
pub struct PathOf<T>(pub T);

/// The members of a query.
pub(crate) struct QueryOf<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for PathOf<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(path)) => Ok(Self(path)),
            // Whatever is not UTF-8 is no board, no id and no source.
            Err(rejection) => {
                let detail = format!("nothing has this address: {}", rejection.body_text());
                Err(answered(parts, Problem::new(Slug::NotFound, detail)))
            }
        }
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(query)) => Ok(Self(query)),
            Err(rejection) => {
                let detail = format!("the query cannot be read: {}", rejection.body_text());
                Err(answered(parts, Problem::new(Slug::Malformed, detail)))
            }
        }
    }
}

fn answered(parts: &Parts, problem: Problem) -> Response {
    let trace_id = parts.extensions.get::<TraceId>().cloned();
    problem.respond(&trace_id.unwrap_or_else(|| TraceId::from_random(rand::random()))).map(Into::into)
}
