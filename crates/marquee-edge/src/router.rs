//! The paths that terminals connect to. It holds no rule of its own.

use crate::edge::Edge;
use crate::{sse, ws};
use axum::Router;
use axum::routing::{any, get};

/// Every path of the edge.
pub fn router(edge: Edge) -> Router {
    Router::new()
        // Screens and programs; whatever the method, what is no handshake is told so
        .route("/v1/ws", any(ws::connect))
        // The same for whoever speaks plain HTTP
        .route("/v1/sse", get(sse::connect))
        .with_state(edge)
}
