//! The paths that terminals connect to. It holds no rule of its own. What the OpenAPI document says of a path stands at
//! its handler, the path too.

use crate::edge::Edge;
use crate::{connected, shown, snapshot, sse, sync, ws};
use axum::routing::any;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

/// Every path of the edge, and what the document says of it.
pub fn router<S>(edge: Edge) -> OpenApiRouter<S>
where
    S: Clone + Send + Sync + 'static,
{
    OpenApiRouter::new()
        // /v1/ws: screens and programs; whatever the method, what is no handshake is told so
        .routes(routes!(ws::connect).map(|_| any(ws::connect)))
        // /v1/sse: the same for whoever speaks plain HTTP
        .routes(routes!(sse::connect))
        // Without a connection that stays
        .routes(routes!(sync::sync))
        .routes(routes!(snapshot::show))
        // Who is there
        .routes(routes!(connected::list))
        // What they say was on their glass
        .routes(routes!(shown::show))
        .with_state(edge)
}
