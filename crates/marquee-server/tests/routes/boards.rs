//! `POST /v1/boards/{board}`: a text as it is, with its fields beside it.

use crate::harness::{Answer, TestServer};
use serde_json::json;

fn shown(server: &TestServer, published: &Answer) -> serde_json::Value {
    assert_eq!(published.status, 201, "{}", published.text);
    let id = published.json()["id"].as_str().unwrap().to_owned();
    server.get(&format!("/v1/boards/ops/notices/{id}")).json()
}

#[test]
fn the_body_is_the_text_whatever_its_type() {
    let server = TestServer::start();
    for content_type in
        ["application/x-www-form-urlencoded", "text/plain", "application/x-ndjson", "nonsense"]
    {
        let text = format!("database is <b>down</b> {content_type}\n");
        let answer = server.post("/v1/boards/ops", content_type, &text);
        let notice = shown(&server, &answer);
        assert_eq!(notice["text"], text.replace('\n', " "));
        assert_eq!((notice["level"].clone(), notice["board"].clone()), (json!("INFO"), json!("ops")));
    }
    let untyped = server.send("POST", "/v1/boards/ops", &[], "no type");
    assert_eq!(shown(&server, &untyped)["text"], "no type");
}

#[test]
fn headers_and_query_stand_beside_the_text_and_the_header_wins() {
    let server = TestServer::start();
    let path = "/v1/boards/ops?id=q1&level=low&tags=a,%20b%20,,c&ttl=60&key=k%20y&link=https://example.com/q";
    let by_query = shown(&server, &server.send("POST", path, &[], "x"));
    for (member, value) in [
        ("id", json!("q1")),
        ("level", json!("LOW")),
        ("tags", json!(["a", "b", "c"])),
        ("key", json!("k y")),
        ("link", json!("https://example.com/q")),
    ] {
        assert_eq!(by_query[member], value, "{member}");
    }
    let headers = [
        ("marquee-id", "h1"),
        ("Marquee-Level", "URGENT"),
        ("Marquee-Tags", "数据, db"),
        ("Marquee-Ttl", "61"),
        ("Marquee-Key", "other"),
        ("Marquee-Link", "https://example.com/h"),
    ];
    let by_header = shown(&server, &server.send("POST", path, &headers, "x"));
    for (member, value) in [
        ("id", json!("h1")),
        ("level", json!("URGENT")),
        ("tags", json!(["数据", "db"])),
        ("key", json!("other")),
        ("link", json!("https://example.com/h")),
    ] {
        assert_eq!(by_header[member], value, "{member}");
    }
}

#[test]
fn the_same_rules_hold_as_for_json_and_name_the_same_places() {
    let server = TestServer::start();
    let answer = server.send(
        "POST",
        "/v1/boards/ops?ttl=0&level=loud",
        &[("marquee-id", "a b"), ("marquee-link", "ftp://example.com"), ("marquee-tags", &"x".repeat(65))],
        " \n",
    );
    assert_eq!(answer.status, 422, "{}", answer.text);
    assert_eq!(answer.pointers(), ["/id", "/level", "/link", "/tags/0", "/text", "/ttl"]);
    for ttl in ["", "060", "6e1", "+60", "60.0", "18446744073709551616"] {
        let answer = server.send("POST", "/v1/boards/ops", &[("marquee-ttl", ttl)], "x");
        assert_eq!(
            (answer.status, answer.pointers()),
            (422, vec!["/ttl".to_owned()]),
            "{ttl:?}: {}",
            answer.text
        );
    }
    assert_eq!(server.post("/v1/boards/ops", "text/plain", b"\xff").status, 400);
    assert_eq!(server.post("/v1/boards/ops", "text/plain", "").status, 422);
    let twice = server.post("/v1/boards/ops?level=low&level=urgent", "text/plain", "x");
    assert_eq!(
        (twice.status, twice.json()["type"].clone()),
        (400, json!("/errors/malformed")),
        "{}",
        twice.text
    );
}

#[test]
fn json_is_read_as_a_notice_for_the_board_of_the_path() {
    let server = TestServer::start();
    let answer = server.post("/v1/boards/ops", "application/json", r#"{"text":"x","board":"ops"}"#);
    assert_eq!((answer.status, answer.json()["board"].clone()), (201, json!("ops")));
    let other = server.post("/v1/boards/ops", "application/json", r#"{"text":"x","board":"main"}"#);
    assert_eq!((other.status, other.pointers()), (422, vec!["/board".to_owned()]), "{}", other.text);
    let many =
        server.post("/v1/boards/ops", "application/json", r#"[{"text":"y"},{"text":"y","board":"main"}]"#);
    let results = many.json()["results"].clone();
    assert_eq!(
        (results[0]["status_code"].clone(), results[1]["status_code"].clone()),
        (json!(201), json!(422))
    );
}

#[test]
fn a_board_that_breaks_its_rule_is_not_there() {
    let server = TestServer::start();
    let long = "x".repeat(64);
    for board in ["_auth", "Ops", "-x", "a%20b", "a%2Fb", "%ff", "%00", &long] {
        let path = format!("/v1/boards/{board}");
        let answer = server.post(&path, "text/plain", "x");
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (404, json!("/errors/not-found")),
            "{board}"
        );
    }
}
