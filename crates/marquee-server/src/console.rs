//! The console: one page, its script and its style, all in the binary. It is a client like any other: it uses the
//! public interface alone, so nothing here knows of boards or tokens. It never loads anything from elsewhere.

use crate::pages;
use crate::text::Text;
use axum::Router;

const PAGE: &str = include_str!("../../../web/dist/console.html");
const SCRIPT: &str = include_str!("../../../web/dist/assets/console.js");
const STYLE: &str = include_str!("../../../web/dist/assets/console.css");

/// Nothing inline, nothing from elsewhere, and no server but this one: a token is never carried away. `data:` is for
/// icons, which the components fetch from texts of the script's own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' data:; \
                      img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The page and its parts.
pub(crate) fn router() -> Router {
    Router::new()
        .route("/console", Text::new(PAGE).route(pages::page_headers(POLICY)))
        .route("/assets/console.js", pages::asset("text/javascript", SCRIPT))
        .route("/assets/console.css", pages::asset("text/css", STYLE))
}
