//! `POST /v1/boards/{board}`: a text as it is, with its fields beside it. `GET /v1/boards`: which boards there are.

use crate::harness::{Answer, LIMIT, TestServer};
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

/// The names of a page of boards, and what it says is next.
fn names(server: &TestServer, query: &str) -> (Vec<String>, serde_json::Value) {
    let answer = server.get(&format!("/v1/boards{query}"));
    assert_eq!(answer.status, 200, "{}", answer.text);
    let page = answer.json();
    let boards = page["boards"].as_array().unwrap().iter();
    (boards.map(|board| board["board"].as_str().unwrap().to_owned()).collect(), page["next"].clone())
}

#[test]
fn boards_are_listed_with_their_head_and_what_is_active() {
    let server = TestServer::start();
    assert_eq!(server.get("/v1/boards").json(), json!({"boards": [], "next": null}), "reading makes none");
    for id in ["a", "b"] {
        server.publish("ops", id);
    }
    server.publish("main", "a");
    server.notify(&json!({"board": "refused", "text": ""}));
    assert_eq!(server.delete("/v1/boards/ops/notices/a").status, 200);
    let expected = json!({"boards": [
        {"board": "main", "version": 2, "cursor": "testepoch.2", "active": 1},
        {"board": "ops", "version": 4, "cursor": "testepoch.4", "active": 1},
    ], "next": null});
    assert_eq!(server.get("/v1/boards").json(), expected);
}

#[test]
fn what_is_over_counts_no_more_before_anything_is_written() {
    let server = TestServer::start();
    let answer = server.notify(&json!({"text": "x", "ttl": 1}));
    assert_eq!(answer.status, 201, "{}", answer.text);
    let active = || server.get("/v1/boards").json()["boards"][0]["active"].clone();
    let begun = std::time::Instant::now();
    while active() != 0 {
        assert!(begun.elapsed() < LIMIT, "it never ended");
    }
    assert_eq!(server.get("/v1/boards").json()["boards"][0]["version"], 2);
}

#[test]
fn boards_come_in_order_of_their_names_a_page_at_a_time() {
    let server = TestServer::start();
    for board in ["c", "a", "b.1", "b", "0"] {
        server.publish(board, "x");
    }
    let all = ["0", "a", "b", "b.1", "c"];
    assert_eq!(names(&server, ""), (all.map(String::from).to_vec(), json!(null)));
    assert_eq!(names(&server, "?limit=2"), (vec!["0".into(), "a".into()], json!("a")));
    assert_eq!(names(&server, "?limit=2&after=a"), (vec!["b".into(), "b.1".into()], json!("b.1")));
    assert_eq!(names(&server, "?limit=2&after=b.1"), (vec!["c".into()], json!(null)));
    assert_eq!(names(&server, "?limit=5").1, json!(null), "a full page with nothing behind it is the last");
    assert_eq!(
        names(&server, "?after=aa"),
        (vec!["b".into(), "b.1".into(), "c".into()], json!(null)),
        "never written"
    );
    assert_eq!(names(&server, "?after=c"), (vec![], json!(null)));
}

#[test]
fn a_page_of_boards_that_breaks_its_rule_is_refused() {
    let server = TestServer::start();
    for limit in ["0", "1001", "-1", "x", "", "1.5"] {
        let answer = server.get(&format!("/v1/boards?limit={limit}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/limit".to_owned()]), "{limit:?}");
    }
    for after in ["", "_auth", "Ops", "a%20b"] {
        let answer = server.get(&format!("/v1/boards?after={after}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/after".to_owned()]), "{after:?}");
    }
    assert_eq!(server.get("/v1/boards?limit=1000").status, 200);
    assert_eq!(server.get("/v1/boards?limit=1&limit=2").status, 400);
}
