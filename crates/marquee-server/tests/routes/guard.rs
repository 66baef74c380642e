//! Who may call: hosts, origins, and pages that ask first.

use crate::harness::{Answer, TestServer};
use serde_json::json;

const NOTICE: &str = r#"{"text":"x"}"#;
const JSON: (&str, &str) = ("content-type", "application/json");

fn slug(answer: &Answer) -> (u16, String) {
    (answer.status, answer.json()["type"].as_str().unwrap_or_default().to_owned())
}

/// What one request is answered, by its first line.
fn line(server: &TestServer, head: &str) -> String {
    let answer = server.raw(format!("{head}\r\nconnection: close\r\n\r\n").as_bytes());
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_host_that_is_not_ours_is_misdirected() {
    let server = TestServer::start_with(|config| config.hosts = vec!["wall.example".into()]);
    for path in ["/livez", "/", "/nowhere", "/v1/sse", "/v1/boards/ops/now"] {
        for host in ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "localhost.evil.example:80", "."] {
            let answer = server.send("GET", path, &[("host", host)], "");
            assert_eq!(slug(&answer), (421, "/errors/misdirected".into()), "{path} {host}");
        }
    }
    for host in ["localhost", "LOCALHOST:1", "wall.example", "WALL.example:8080", "[::1]:80", "a.localhost"] {
        assert_eq!(server.send("GET", "/livez", &[("host", host)], "").status, 200, "{host}");
    }
    assert!(line(&server, "GET /livez HTTP/1.1").contains(" 4"), "no host at all");
    assert!(line(&server, "GET http://evil.example/livez HTTP/1.1\r\nhost: localhost").contains(" 421 "));
    assert!(line(&server, "GET http://localhost/livez HTTP/1.1\r\nhost: evil.example").contains(" 200 "));
    assert!(line(&server, "GET /livez HTTP/1.1\r\nhost: \u{e9}.localhost").contains(" 421 "));
    let open = TestServer::start_with(|config| config.open = true);
    assert_eq!(open.send("GET", "/livez", &[("host", "10.0.0.1:8080")], "").status, 200);
    assert_eq!(open.send("GET", "/livez", &[("host", "evil.example")], "").status, 421);
}

#[test]
fn a_foreign_page_may_read_but_neither_write_nor_follow() {
    let server = TestServer::start();
    let own = format!("http://{}", server.address);
    for (name, value) in [
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for (method, path) in [
            ("POST", "/v1/notify"),
            ("POST", "/v1/boards/ops"),
            ("PUT", "/v1/boards/ops/notices/a"),
            ("DELETE", "/v1/boards/ops/notices/a"),
            ("POST", "/v1/hooks/alertmanager"),
            ("POST", "/nowhere"),
        ] {
            let answer = server.send(method, path, &[JSON, (name, value)], NOTICE);
            assert_eq!(slug(&answer), (403, "/errors/forbidden".into()), "{method} {path} {name}: {value}");
        }
        let read = server.send("GET", "/v1/boards/ops/now", &[(name, value)], "");
        assert_eq!((read.status, read.header("access-control-allow-origin")), (200, ""));
    }
    assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"], json!([]));
    assert_eq!(server.send("POST", "/v1/notify", &[JSON, ("origin", &own)], NOTICE).status, 201);
    let both = [JSON, ("origin", &*own), ("sec-fetch-site", "cross-site")];
    assert_eq!(server.send("POST", "/v1/notify", &both, NOTICE).status, 200, "Origin is what counts");
    assert_eq!(server.send("POST", "/v1/notify", &[JSON], NOTICE).status, 200, "a program");
}

#[test]
fn a_websocket_from_a_foreign_page_is_not_let_in() {
    let server = TestServer::start_with(|config| config.allowed_origins = vec!["https://cms.example".into()]);
    for foreign in ["http://evil.example", "null", "https://cms.example.evil.example"] {
        let refused = server.try_ws("/v1/ws?board=ops", &[("origin", foreign)]).err().unwrap();
        assert!(refused.starts_with("403 ") && refused.contains("/errors/forbidden"), "{refused}");
    }
    let own = format!("http://{}", server.address);
    for welcome in ["https://cms.example", &own] {
        let mut screen = server.try_ws("/v1/ws?board=ops", &[("origin", welcome)]).unwrap();
        screen.expect("hello");
    }
    let refused = server.try_ws("/v1/ws?board=ops", &[("host", "evil.example")]).err().unwrap();
    assert!(refused.starts_with("421 "), "{refused}");
}

#[test]
fn a_page_of_an_allowed_origin_may_ask_first_then_write_and_read() {
    let allowed = "https://cms.example";
    let server = TestServer::start_with(|config| config.allowed_origins = vec![allowed.into()]);
    let ask = |origin: &str, method: &str, path: &str, headers: &str| {
        let asked = [
            ("origin", origin),
            ("access-control-request-method", method),
            ("access-control-request-headers", headers),
        ];
        server.send("OPTIONS", path, &asked, "")
    };
    let headers = "authorization,content-type,idempotency-key,marquee-level,traceparent";
    for (method, path) in
        [("POST", "/v1/notify"), ("PUT", "/v1/boards/ops/notices/a"), ("DELETE", "/v1/boards/ops/notices/a")]
    {
        let answer = ask(allowed, method, path, headers);
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.header("access-control-allow-origin"), allowed);
        assert!(answer.header("access-control-allow-methods").contains(method));
        for name in headers.split(',') {
            assert!(answer.header("access-control-allow-headers").contains(name), "{name}");
        }
    }
    let foreign = ask("http://evil.example", "POST", "/v1/notify", headers);
    assert_eq!(foreign.header("access-control-allow-origin"), "");
    let origin = ("origin", allowed);
    let written = server.send("POST", "/v1/notify", &[JSON, origin], NOTICE);
    assert_eq!((written.status, written.header("access-control-allow-origin")), (201, allowed));
    let refused = server.send("POST", "/v1/notify", &[JSON, origin], "{}");
    assert_eq!((refused.status, refused.header("access-control-allow-origin")), (422, allowed));
    assert!(refused.header("vary").to_ascii_lowercase().contains("origin"), "{}", refused.header("vary"));
    assert_eq!(
        server.send("POST", "/v1/notify", &[JSON, ("origin", "http://evil.example")], NOTICE).status,
        403
    );
    let element = server.send("GET", "/assets/marquee-board.js", &[origin], "");
    assert_eq!(element.headers.get_all("access-control-allow-origin").iter().count(), 1);
}
