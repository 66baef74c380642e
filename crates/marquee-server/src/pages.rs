//! What people see: the page with the element, the element alone for other pages, and a page for each kind of
//! error. All of it is in the binary; nothing is loaded from elsewhere.

use crate::plain;
use crate::text::Text;
use axum::Router;
use axum::extract::Extension;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use marquee_core::{Access, BoardName};
use marquee_gateway::PathOf;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use pulldown_cmark::{Parser, html};
use std::sync::Arc;

const INDEX: &str = include_str!("../../../web/dist/index.html");
const PAGE_SCRIPT: &str = include_str!("../../../web/dist/assets/page.js");
const PAGE_STYLE: &str = include_str!("../../../web/dist/assets/page.css");
const ELEMENT: &str = include_str!("../../../web/dist/assets/marquee-board.js");

/// What the element loads when a board needs it, by name; the page's own element loads the same.
const PARTS: [(&str, &str); 7] = [
    ("detour.js", include_str!("../../../web/dist/assets/detour.js")),
    ("dots.js", include_str!("../../../web/dist/assets/dots.js")),
    ("hold.js", include_str!("../../../web/dist/assets/hold.js")),
    ("light.js", include_str!("../../../web/dist/assets/light.js")),
    ("still.js", include_str!("../../../web/dist/assets/still.js")),
    ("witness.js", include_str!("../../../web/dist/assets/witness.js")),
    ("zh.js", include_str!("../../../web/dist/assets/zh.js")),
];

/// Nothing inline, nothing from elsewhere; the board's own connection may go to any server.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; \
                      img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// How long another site may keep the element, and go on with it while it asks for a newer one.
const EMBED_CACHE: &str = "public, max-age=3600, stale-while-revalidate=86400";

/// The pages and their parts.
pub(crate) fn router() -> Router {
    let index = Text::new(INDEX);
    let of_board = index.clone();
    let problems = Arc::new(Slug::ALL.map(|slug| (slug, explained(slug))));
    let router = Router::new()
        .route("/", index.route(page_headers(POLICY)))
        .route(
            "/boards/{board}",
            get(async move |access, trace, headers, name| {
                board(&of_board, access, trace, headers, name).await
            }),
        )
        .route(
            "/errors/{slug}",
            get(async move |trace, headers, slug| problem(&problems[..], trace, headers, slug).await),
        )
        .route("/assets/page.js", asset("text/javascript", PAGE_SCRIPT))
        .route("/assets/page.css", asset("text/css", PAGE_STYLE));
    let parts = PARTS.into_iter().map(|(name, text)| (name, name, text));
    std::iter::once(("marquee-board.js", "v1.js", ELEMENT)).chain(parts).fold(
        router,
        |router, (asset, embedded, text)| {
            let text = Text::new(text);
            router
                .route(&format!("/assets/{asset}"), text.clone().route(shared("no-cache")))
                .route(&format!("/embed/{embedded}"), text.route(shared(EMBED_CACHE)))
        },
    )
}

async fn board(
    text: &Text,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    headers: HeaderMap,
    PathOf(name): PathOf<String>,
) -> Response {
    if let Some(board) = BoardName::parse(&name) {
        return match plain::instead(&headers, &access, &board) {
            Some(response) => response,
            None => text.answer(&headers, page_headers(POLICY)).await,
        };
    }
    let detail =
        format!("{name:?} is no board: 1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit");
    Problem::new(Slug::NotFound, detail).respond(&trace_id).map(axum::body::Body::from)
}

async fn problem(
    known: &[(Slug, Arc<Text>)],
    Extension(trace_id): Extension<TraceId>,
    headers: HeaderMap,
    PathOf(slug): PathOf<String>,
) -> Response {
    if let Some((_, text)) = known.iter().find(|(known, _)| known.slug() == slug) {
        return text.answer(&headers, page_headers(POLICY)).await;
    }
    let detail = format!("there is no kind of problem called {slug:?}");
    Problem::new(Slug::NotFound, detail).respond(&trace_id).map(axum::body::Body::from)
}

/// The page of a kind of problem.
fn explained(slug: Slug) -> Arc<Text> {
    let mut body = String::new();
    html::push_html(&mut body, Parser::new(explanation(slug)));
    Text::new(document(slug.title(), "", &body))
}

/// A page of text, with what else its head has.
pub(crate) fn document(title: &str, head: &str, main: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} – Marquee</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"dark light\">\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/assets/page.css\">{head}</head>\
         <body class=\"document\"><header class=\"bar\"><a class=\"brand\" href=\"/\"><span class=\"lamp\"></span>\
         <span lang=\"zh\">走马灯</span><span class=\"latin\">Marquee</span></a><a href=\"/docs\">HTTP interface</a></header>\
         <main>{main}</main></body></html>"
    )
}

fn explanation(slug: Slug) -> &'static str {
    macro_rules! pages {
        ($($slug:ident => $name:literal),* $(,)?) => {
            match slug {
                $(Slug::$slug => include_str!(concat!("../../../docs/errors/", $name, ".md")),)*
            }
        };
    }
    pages! {
        Malformed => "malformed",
        Unauthorized => "unauthorized",
        Forbidden => "forbidden",
        NotFound => "not-found",
        MethodNotAllowed => "method-not-allowed",
        NotAcceptable => "not-acceptable",
        Timeout => "timeout",
        Conflict => "conflict",
        KeyTaken => "key-taken",
        Reset => "reset",
        PreconditionFailed => "precondition-failed",
        TooLarge => "too-large",
        UnsupportedMediaType => "unsupported-media-type",
        Misdirected => "misdirected",
        Invalid => "invalid",
        BoardFull => "board-full",
        TooManyBoards => "too-many-boards",
        UpgradeRequired => "upgrade-required",
        TooManyRequests => "too-many-requests",
        Internal => "internal",
        Unavailable => "unavailable",
    }
}

/// A page that is another for each who asks.
pub(crate) fn page(html: String, policy: &'static str) -> Response {
    (page_headers(policy), html).into_response()
}

/// What every page is sent with.
pub(crate) fn page_headers(policy: &'static str) -> HeaderMap {
    let mut headers = headers("text/html; charset=utf-8", "no-cache");
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers
}

/// A part of a page.
pub(crate) fn asset<S: Clone + Send + Sync + 'static>(
    kind: &'static str,
    text: &'static str,
) -> MethodRouter<S> {
    Text::new(text).route(headers(kind, "no-cache"))
}

fn headers(kind: &'static str, cache: &'static str) -> HeaderMap {
    HeaderMap::from_iter([
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
    ])
}

/// Any page may load the element; what it may follow is decided where it connects.
fn shared(cache: &'static str) -> HeaderMap {
    let mut headers = headers("text/javascript", cache);
    let name = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(name, HeaderValue::from_static("cross-origin"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers
}
