//! What people see: the page with the element, the element alone for other pages, and a page for each kind of
//! error. All of it is in the binary; nothing is loaded from elsewhere.

use crate::plain;
use axum::Router;
use axum::extract::Extension;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use marquee_core::{Access, BoardName};
use marquee_gateway::PathOf;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use pulldown_cmark::{Parser, html};

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
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; \
                      img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// How long another site may keep the element, and go on with it while it asks for a newer one.
const EMBED_CACHE: &str = "public, max-age=3600, stale-while-revalidate=86400";

/// The pages and their parts.
pub(crate) fn router() -> Router {
    let router = Router::new()
        .route("/", get(async || page(INDEX.to_owned())))
        .route("/boards/{board}", get(board))
        .route("/errors/{slug}", get(error))
        .route("/assets/page.js", get(async || asset("text/javascript", PAGE_SCRIPT)))
        .route("/assets/page.css", get(async || asset("text/css", PAGE_STYLE)))
        .route("/assets/marquee-board.js", get(async || shared(asset("text/javascript", ELEMENT))))
        .route("/embed/v1.js", get(async || embedded(ELEMENT)));
    PARTS.into_iter().fold(router, |router, (name, text)| {
        router
            .route(&format!("/assets/{name}"), get(async move || shared(asset("text/javascript", text))))
            .route(&format!("/embed/{name}"), get(async move || embedded(text)))
    })
}

async fn board(
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    headers: HeaderMap,
    PathOf(name): PathOf<String>,
) -> Response {
    if let Some(board) = BoardName::parse(&name) {
        return plain::instead(&headers, &access, &board).unwrap_or_else(|| page(INDEX.to_owned()));
    }
    let detail =
        format!("{name:?} is no board: 1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit");
    Problem::new(Slug::NotFound, detail).respond(&trace_id).map(axum::body::Body::from)
}

async fn error(Extension(trace_id): Extension<TraceId>, PathOf(slug): PathOf<String>) -> Response {
    let Some(slug) = Slug::ALL.into_iter().find(|known| known.slug() == slug) else {
        let detail = format!("there is no kind of problem called {slug:?}");
        return Problem::new(Slug::NotFound, detail).respond(&trace_id).map(axum::body::Body::from);
    };
    let mut body = String::new();
    html::push_html(&mut body, Parser::new(explanation(slug)));
    page(document(slug.title(), "", &body))
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

pub(crate) fn page(html: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, html).into_response()
}

pub(crate) fn asset(kind: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, text).into_response()
}

/// The element under an address that other sites may write into their pages.
fn embedded(text: &'static str) -> Response {
    let mut response = shared(asset("text/javascript", text));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(EMBED_CACHE));
    response
}

/// Any page may load the element; what it may follow is decided where it connects.
fn shared(mut response: Response) -> Response {
    let name = HeaderName::from_static("cross-origin-resource-policy");
    response.headers_mut().insert(name, HeaderValue::from_static("cross-origin"));
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
