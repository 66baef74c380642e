//! The contents page of what publishers and operators may call. It holds no rule of its own.

use crate::gateway::Gateway;
use crate::{hooks, routes};
use axum::Router;
use axum::routing::{get, post};

/// Every path of the gateway.
pub fn router(gateway: Gateway) -> Router {
    Router::new()
        // Publishers: programs
        .route("/v1/notify", post(routes::notify::notify))
        // Publishers: people
        .route("/v1/boards/{board}", post(routes::notify::text))
        // One notice, all notices
        .route(
            "/v1/boards/{board}/notices/{id}",
            get(routes::notices::show).put(routes::notices::put).delete(routes::notices::delete),
        )
        .route(
            "/v1/boards/{board}/notices",
            get(routes::notices::list).delete(routes::notices::delete_by_key),
        )
        // What every screen of a board shows
        .route("/v1/boards/{board}/now", get(routes::now::now))
        // Other systems
        .route("/v1/hooks/{source}", post(hooks::receive))
        .route("/v1/hooks/{source}/{hook_key}", post(hooks::receive))
        // Everyone
        .route("/v1/time", get(routes::service::time))
        .route("/schemas/notice.json", get(routes::service::notice_schema))
        // Operators
        .route("/livez", get(routes::service::live))
        .route("/readyz", get(routes::service::ready))
        .route("/health/ready", get(routes::service::ready))
        .with_state(gateway)
}
