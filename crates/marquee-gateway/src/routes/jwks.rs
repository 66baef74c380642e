//! Our public keys, for whoever checks our tokens elsewhere. Nothing private stands in it, and no key of HS256.

use crate::gateway::Gateway;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use marquee_auth::{Keys, jwks};

/// How long others may keep it, in seconds: a new key should be here for so long before it signs.
const FRESH: &str = "public, max-age=300";

/// Gives the public keys that tokens of this server are checked with.
///
/// It is a JWKS (RFC 7517), of the keys of ES256, EdDSA and RS256; without any it is empty. A key that is taken out is in it no more
/// at once, but may be kept elsewhere for as long as `Cache-Control` says.
#[utoipa::path(
    get,
    path = "/.well-known/jwks.json",
    operation_id = "jwks",
    tag = "Everyone",
    responses((
        status = 200, description = "The keys.", body = Object, content_type = "application/jwk-set+json",
        headers(("Cache-Control" = String)),
    )),
)]
pub(crate) async fn show(State(gateway): State<Gateway>) -> Response {
    let document = match gateway.logins() {
        Some(logins) => jwks::document(logins.authority().keyring().verifier().keys()),
        None => jwks::document(&Keys::default()),
    };
    let headers = [(header::CONTENT_TYPE, "application/jwk-set+json"), (header::CACHE_CONTROL, FRESH)];
    (headers, document).into_response()
}
