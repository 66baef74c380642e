//! The contents page of what publishers and operators may call. It holds no rule of its own. What the OpenAPI document
//! says of a path stands at its handlers, so a path that is here is in the document too.

use crate::gateway::Gateway;
use crate::hooks;
use crate::routes::{auth, boards, jwks, lifecycle, notices, notify, now, policy, service};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};
use utoipa_axum::routes;

/// Every path of the gateway, and what the document says of it.
pub fn router<S>(gateway: Gateway) -> OpenApiRouter<S>
where
    S: Clone + Send + Sync + 'static,
{
    OpenApiRouter::new()
        // Publishers: programs
        .routes(at("/v1/notify", routes!(notify::notify)))
        // Publishers: people
        .routes(at("/v1/boards/{board}", routes!(notify::text)))
        // One notice, all notices
        .routes(at("/v1/boards/{board}/notices/{id}", routes!(notices::show, notices::put, notices::delete)))
        .routes(at("/v1/boards/{board}/notices", routes!(notices::list, notices::delete_by_key)))
        .routes(at("/v1/boards/{board}/notices/{id}/lifecycle", routes!(lifecycle::show)))
        // How a board plays
        .routes(at("/v1/boards/{board}/policy", routes!(policy::show, policy::put, policy::delete)))
        .routes(at("/v1/boards/{board}/policy/preview", routes!(policy::preview)))
        // Consoles
        .routes(at("/v1/boards", routes!(boards::list)))
        // What every screen of a board shows
        .routes(at("/v1/boards/{board}/now", routes!(now::now)))
        // Other systems
        .routes(at("/v1/hooks/{source}", routes!(hooks::receive)))
        .routes(at("/v1/hooks/{source}/{hook_key}", routes!(hooks::receive_keyed)))
        // Who may
        .routes(at("/v1/auth/token", routes!(auth::log_in)))
        .routes(at("/v1/auth/refresh", routes!(auth::refresh)))
        .routes(at("/v1/auth/session", routes!(auth::begin_session, auth::end_session)))
        .routes(at("/v1/auth/revoke", routes!(auth::revoke)))
        // Everyone
        .routes(at("/v1/time", routes!(service::time)))
        .routes(at("/schemas/notice.json", routes!(service::notice_schema)))
        .routes(at("/.well-known/jwks.json", routes!(jwks::show)))
        // Operators
        .routes(at("/v1/boards/{board}/trim", routes!(boards::trim)))
        .routes(at("/livez", routes!(service::live)))
        .routes(at("/readyz", routes!(service::ready)))
        .routes(at("/health/ready", routes!(service::health_ready)))
        .with_state(gateway)
}

/// The handlers of a path, each of which names it too: both are read, so both have to be true.
fn at(path: &str, handlers: UtoipaMethodRouter<Gateway>) -> UtoipaMethodRouter<Gateway> {
    let named: Vec<&String> = handlers.1.paths.keys().collect();
    assert!(named == [path], "the router says {path}, its handlers say {named:?}: let both say the same");
    handlers
}
