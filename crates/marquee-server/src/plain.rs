//! `GET /boards/{board}/plain`: a board for browsers that are not to play it, such as those within WeCom and WeChat. It is
//! whole without a script; with one, a few lines of it put in what the server says is on. It decides nothing of what is shown.

use crate::pages;
use axum::Router;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderValue, header};
use marquee_core::policy::Play;
use marquee_core::{Access, BoardName, Notice, Timeline};
use marquee_edge::Edge;
use marquee_gateway::PathOf;
use marquee_protocol::escape;
use marquee_protocol::frame::fragment;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;

const SCRIPT: &str = include_str!("plain/plain.js");
const STYLE: &str = include_str!("plain/plain.css");
/// As for the other pages, and of this server alone. What the script puts in has gone through a policy of one name: the fragments are
/// the server's own, in which text is escaped.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
                      require-trusted-types-for 'script'; trusted-types marquee";
/// Without a script the page comes anew so often, in seconds.
const COMES_ANEW_S: u32 = 10;

/// The page and its parts.
pub(crate) fn router(edge: Edge) -> Router {
    Router::new()
        .route("/boards/{board}/plain", get(show))
        .route("/assets/plain.js", pages::asset("text/javascript", SCRIPT))
        .route("/assets/plain.css", pages::asset("text/css", STYLE))
        .with_state(edge)
}

/// Sends a browser within a chat to the plain page; `None`: it is another, or the server has keys, and it is for whoever
/// gives the link to put a token into it.
pub(crate) fn instead(headers: &HeaderMap, access: &Access, board: &BoardName) -> Option<Response> {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let sent = marquee_edge::is_in_chat(agent) && *access == Access::Everyone;
    sent.then(|| {
        let mut response = Redirect::to(&format!("/boards/{board}/plain")).into_response();
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("User-Agent"));
        response
    })
}

async fn show(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    PathOf(name): PathOf<String>,
) -> Response {
    let page = async {
        let board = BoardName::parse(&name)
            .ok_or_else(|| Problem::new(Slug::NotFound, format!("{name:?} is no board")))?;
        if !access.may_subscribe(&board) {
            return Err(Problem::new(
                Slug::Forbidden,
                format!("the token does not allow to follow board {board}"),
            ));
        }
        let play = edge.play(&board).await.ok_or_else(|| {
            Problem::new(Slug::Unavailable, "the log cannot be read; the operator has been told")
        })?;
        Ok(rendered(&board, play.as_ref()))
    };
    match page.await {
        Ok(html) => pages::page(html, POLICY),
        Err(problem) => problem.respond(&trace_id).map(axum::body::Body::from),
    }
}

/// The whole page: what is on, and everything that is active.
fn rendered(board: &BoardName, play: Option<&Timeline>) -> String {
    let on = play.and_then(|play| match (play.pin(), play.slot()) {
        (Some(pin), _) => Some((&pin.notice, Play::Pin)),
        (None, Some(slot)) => Some((&slot.notice, Play::Scroll)),
        (None, None) => None,
    });
    let on = on.map_or_else(String::new, |(notice, play)| fragment(notice, play));
    let started = play.into_iter().flat_map(|play| play.active()).filter(|active| active.started);
    let mut active: Vec<&Notice> = started.map(|active| &*active.notice).collect();
    active.sort_by_key(|notice| (notice.level as usize, std::cmp::Reverse(notice.rev)));
    let items: String = active
        .iter()
        .map(|notice| {
            let id = escape::html(notice.id.as_str());
            format!("<li data-id=\"{id}\">{}</li>", fragment(notice, Play::Scroll))
        })
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{board} · 走马灯 Marquee</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"dark\"><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"/assets/plain.css\">\
         <noscript><meta http-equiv=\"refresh\" content=\"{COMES_ANEW_S}\"></noscript>\
         <script src=\"/assets/plain.js\" defer></script></head>\
         <body data-board=\"{board}\"><main><h1>{board}</h1>\
         <div id=\"on\" class=\"on\" aria-live=\"polite\">{on}</div>\
         <p id=\"state\" class=\"state\" role=\"status\"></p>\
         <h2>Active <span lang=\"zh\">当前通知</span></h2>\
         <ul id=\"active\" class=\"active\">{items}</ul>\
         <p class=\"empty\">Nothing is active. <span lang=\"zh\">暂无通知</span></p></main></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_without_anything_says_so() {
        let page = rendered(&BoardName::main(), None);
        assert!(page.contains("<ul id=\"active\" class=\"active\"></ul>"), "{page}");
        assert!(page.contains("<div id=\"on\" class=\"on\" aria-live=\"polite\"></div>"), "{page}");
    }
}
