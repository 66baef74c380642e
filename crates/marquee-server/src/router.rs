//! All rooms' paths, and what every answer has: problems for what is not there, and one guard before everything.

use crate::console;
use crate::document::{self, Document};
use crate::{pages, plain};
use axum::body::Body;
use axum::extract::Extension;
use axum::response::Response;
use axum::{Router, middleware};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Uri, header};
use marquee_edge::Edge;
use marquee_gateway::{Gateway, Guard, Origin, guard};
use marquee_protocol::problem::{Problem, Slug, X_RESET};
use marquee_protocol::trace::TraceId;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};

/// What publishers send beside the simple headers.
const CORS_HEADERS: [HeaderName; 12] = [
    header::AUTHORIZATION,
    header::CONTENT_TYPE,
    header::IF_MATCH,
    header::IF_NONE_MATCH,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("traceparent"),
    HeaderName::from_static("marquee-id"),
    HeaderName::from_static("marquee-level"),
    HeaderName::from_static("marquee-tags"),
    HeaderName::from_static("marquee-ttl"),
    HeaderName::from_static("marquee-key"),
    HeaderName::from_static("marquee-link"),
];

/// The whole server as one service.
pub(crate) fn router(gateway: Gateway, edge: Edge, guard: Guard, allowed_origins: Vec<Origin>) -> Router {
    let (router, described) = document::router()
        .merge(marquee_gateway::router::router(gateway))
        .merge(marquee_edge::router::router(edge.clone()))
        .split_for_parts();
    let router = router
        .with_state(Arc::new(Document::new(described)))
        .merge(pages::router())
        .merge(plain::router(edge))
        .merge(console::router())
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| internal()));
    cross_origin(router.layer(middleware::from_fn_with_state(guard, guard::check)), allowed_origins)
}

/// Pages of the origins that are configured may call from where they are, and read what the guard answers too: that a token has
/// ended, for one.
fn cross_origin(router: Router, allowed_origins: Vec<Origin>) -> Router {
    if allowed_origins.is_empty() {
        return router;
    }
    let allowed = move |origin: &HeaderValue, parts: &Parts| {
        // Of several origins none is let in, as for writing.
        let only = parts.headers.get_all(header::ORIGIN).iter().count() == 1;
        let origin = origin.to_str().ok().filter(|_| only).and_then(Origin::parse);
        origin.is_some_and(|origin| allowed_origins.contains(&origin))
    };
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(allowed))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers(CORS_HEADERS)
        .expose_headers([header::ETAG, header::RETRY_AFTER, X_RESET]);
    router.layer(cors)
}

async fn not_found(Extension(trace_id): Extension<TraceId>, uri: Uri) -> Response {
    let detail = format!("there is no path {}: / is the page, /v1/notify takes notices", uri.path());
    Problem::new(Slug::NotFound, detail).respond(&trace_id).map(Body::from)
}

async fn method_not_allowed(Extension(trace_id): Extension<TraceId>, method: Method, uri: Uri) -> Response {
    let detail = format!("{} does not take {method}; Allow names what it takes", uri.path());
    Problem::new(Slug::MethodNotAllowed, detail).respond(&trace_id).map(Body::from)
}

/// A fault of ours: the client learns that it is one, the operator has the panic's message on stderr.
fn internal() -> http::Response<Body> {
    let detail = "the server made a mistake; repeating with the same id is safe";
    Problem::new(Slug::Internal, detail).respond(&TraceId::from_random(rand::random())).map(Body::from)
}
