//! `GET /boards/{board}/plain`: whole without a script, and no text is markup.

use crate::harness::TestServer;
use crate::secured::{secured, token};
use serde_json::json;

#[test]
fn it_shows_what_is_on_and_all_that_is_active() {
    let server = TestServer::start();
    let page = server.get("/boards/ops/plain");
    assert!(page.text.contains("Nothing is active"), "{}", page.text);
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
    server.notify(&json!({"board": "ops", "id": "a", "text": "<script>alert(1)</script>", "level": "LOW"}));
    server.notify(&json!({"board": "ops", "id": "u", "text": "down", "level": "URGENT"}));
    server.notify(&json!({"board": "ops", "id": "l", "text": "later", "starts_at": "2999-01-01T00:00:00Z"}));
    let page = server.get("/boards/ops/plain").text;
    let on = "aria-live=\"polite\"><div class=\"m-notice m-urgent m-pin\" dir=\"auto\">down</div></div>";
    assert!(page.contains(on), "{page}");
    let text = "&lt;script&gt;alert(1)&lt;/script&gt;";
    assert!(page.contains(text) && !page.contains("<script>alert"), "{page}");
    let (urgent, low) = (page.find("data-id=\"u\"").unwrap(), page.find("data-id=\"a\"").unwrap());
    assert!(urgent < low, "the gravest first");
    assert!(!page.contains("later"));
    assert_eq!(server.get("/boards/_auth/plain").status, 404);
}

#[test]
fn a_browser_in_a_chat_is_sent_there_and_others_are_not() {
    let server = TestServer::start();
    let ask = |agent: &str| {
        let host = server.address;
        let request = format!(
            "GET /boards/ops HTTP/1.1\r\nhost: {host}\r\nuser-agent: {agent}\r\nconnection: close\r\n\r\n"
        );
        server.raw(request.as_bytes()).to_ascii_lowercase()
    };
    let sent = ask("Mozilla/5.0 (iPhone) wxwork/4.1 MicroMessenger/7.0");
    assert!(sent.starts_with("http/1.1 303") && sent.contains("location: /boards/ops/plain\r\n"), "{sent}");
    assert!(sent.contains("vary: user-agent"), "{sent}");
    assert!(ask("Mozilla/5.0 Chrome/150").starts_with("http/1.1 200"));
}

#[test]
fn on_a_server_with_keys_it_needs_a_token_that_opens_the_board() {
    let server = secured();
    assert_eq!(server.get("/boards/ops/plain").status, 401);
    let with = |scope| server.get(&format!("/boards/ops/plain?token={}", token(scope))).status;
    assert_eq!((with("subscribe:main"), with("subscribe:ops")), (403, 200));
    let sent = server.send("GET", "/boards/ops", &[("user-agent", "wxwork/4.1")], b"");
    assert_eq!(sent.status, 200, "without a token there would be nothing to see");
}
