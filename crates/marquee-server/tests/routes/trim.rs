//! `POST /v1/boards/{board}/trim`: what it lets go, what it answers, and what terminals on either side of the edge get.

use crate::harness::{Answer, TestServer};
use serde_json::json;

fn trim(server: &TestServer, body: &str) -> Answer {
    server.post("/v1/boards/ops/trim", "application/json", body)
}

fn ten_entries() -> TestServer {
    let server = TestServer::start();
    for n in 0..9 {
        server.publish("ops", &format!("n{n}"));
    }
    server
}

#[test]
fn entries_below_a_version_go_and_the_state_stays() {
    let mut server = ten_entries();
    for (before, oldest) in [(1, 1), (4, 4), (4, 4), (2, 4), (11, 11), (99, 11)] {
        let answer = trim(&server, &json!({"before": before}).to_string());
        let expected = json!({"board": "ops", "oldest": oldest, "head": 10});
        assert_eq!((answer.status, answer.json()), (200, expected), "below {before}");
    }
    for _ in 0..2 {
        assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"].as_array().unwrap().len(), 9);
        server.restart();
    }
    assert_eq!(server.publish("ops", "next")["version"], 11);
    assert_eq!(trim(&server, r#"{"before":1}"#).json(), json!({"board": "ops", "oldest": 11, "head": 11}));
}

#[test]
fn a_terminal_at_the_edge_misses_nothing_and_one_beyond_it_begins_anew() {
    let server = ten_entries();
    assert_eq!(trim(&server, r#"{"before":5}"#).status, 200);
    for terminal in ["feed", "web"] {
        let at = |cursor: u64| format!("/v1/ws?board=ops&terminal={terminal}&last_seen=testepoch.{cursor}");
        let mut edge = server.ws(&at(4));
        edge.expect("hello");
        assert_eq!(edge.expect("subscribed")["resume"], "incremental");
        for version in 5..=10 {
            assert_eq!(edge.expect("put")["version"], version);
        }
        let mut beyond = server.ws(&at(3));
        beyond.expect("hello");
        assert_eq!(beyond.expect("subscribed")["resume"], "reset");
        assert_eq!(beyond.expect("reset")["reason"], "trimmed");
        let begun =
            if terminal == "feed" { ("bookmark", "testepoch.4") } else { ("snapshot", "testepoch.10") };
        assert_eq!(beyond.expect(begun.0)["cursor"], begun.1);
        if terminal == "feed" {
            assert_eq!(beyond.expect("put")["version"], 5, "it goes on with the oldest that is kept");
        }
    }
    let mut live = server.ws("/v1/ws?board=ops&terminal=feed");
    live.until("bookmark");
    assert_eq!(trim(&server, r#"{"before":11}"#).json()["oldest"], 11);
    server.publish("ops", "next");
    assert_eq!(live.until("put")["version"], 11, "who is at the head notices nothing");
}

#[test]
fn what_is_asked_wrongly_is_named_and_trims_nothing() {
    let server = ten_entries();
    for (body, pointers) in [
        ("{}", &["/before"][..]),
        (r#"{"before":0}"#, &["/before"]),
        (r#"{"before":"4"}"#, &["/before"]),
        (r#"{"before":4,"keep":1}"#, &["/keep"]),
        ("[4]", &[""]),
    ] {
        let answer = trim(&server, body);
        assert_eq!(
            (answer.status, answer.pointers()),
            (422, pointers.iter().map(|p| (*p).to_owned()).collect()),
            "{body}"
        );
    }
    assert_eq!(trim(&server, "{").status, 400);
    assert_eq!(server.post("/v1/boards/ops/trim", "text/plain", "4").status, 415);
    for board in ["nowhere", "_auth", "No"] {
        let answer = server.post(&format!("/v1/boards/{board}/trim"), "application/json", r#"{"before":4}"#);
        assert_eq!(answer.status, 404, "{board}: {}", answer.text);
    }
    assert_eq!(trim(&server, r#"{"before":1}"#).json()["oldest"], 1);
}
