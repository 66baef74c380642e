//! The same id again: what a publisher that repeats itself is told.

use crate::harness::{Answer, LIMIT, TestServer};
use serde_json::{Value, json};
use std::time::Instant;

const JSON: (&str, &str) = ("content-type", "application/json");

fn told(answer: &Answer) -> (u16, Value, Value) {
    let body = answer.json();
    (answer.status, body["status"].clone(), body["state"].clone())
}

#[test]
fn the_header_stands_for_the_id_of_one_notice() {
    let server = TestServer::start();
    let send =
        |key: &str, body: &str| server.send("POST", "/v1/notify", &[JSON, ("idempotency-key", key)], body);
    let first = send("k1", r#"{"text":"x"}"#);
    assert_eq!((first.status, first.json()["id"].clone()), (201, json!("k1")));
    assert_eq!(told(&send("k1", r#"{"text":"x","id":"k1"}"#)), (200, json!("duplicate"), json!("active")));
    assert_eq!(told(&server.notify(&json!({"id": "k1", "text": "x"}))).0, 200);
    let other = send("k1", r#"{"text":"x","id":"k2"}"#);
    assert_eq!((other.status, other.pointers()), (422, vec!["/id".to_owned()]), "{}", other.text);
    assert!(other.json()["detail"].as_str().unwrap().contains("Idempotency-Key"));
    for wrong in ["", "a b", "\"quoted\"", &"x".repeat(129), "ü"] {
        let answer = send(wrong, r#"{"text":"x"}"#);
        assert_eq!(
            (answer.status, answer.pointers()),
            (422, vec!["/id".to_owned()]),
            "{wrong}: {}",
            answer.text
        );
    }
    for many in [r#"[{"text":"x"}]"#, r#"[{"text":"x"},{"text":"y"}]"#] {
        let answer = send("k3", many);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (422, json!("/errors/invalid")),
            "{}",
            answer.text
        );
    }
    let lines = [("content-type", "application/x-ndjson"), ("idempotency-key", "k3")];
    assert_eq!(server.send("POST", "/v1/notify", &lines, r#"{"text":"x"}"#).status, 422);
    let text = server.send("POST", "/v1/boards/ops", &[("idempotency-key", "t1")], "x");
    assert_eq!((text.status, text.json()["id"].clone()), (201, json!("t1")));
    let both = [("idempotency-key", "t1"), ("marquee-id", "t2")];
    assert_eq!(server.send("POST", "/v1/boards/ops", &both, "x").pointers(), ["/id"]);
}

#[test]
fn what_counts_is_the_content_as_it_was_given() {
    let server = TestServer::start();
    let first = server.notify(&json!({"id": "a", "html": "<b>x</b>"})).json();
    for same in [
        json!({"id": "a", "html": "<b>x</b>", "level": "info", "tags": [], "board": "main"}),
        json!({"id": "a", "html": "<b>x</b>", "text": "x"}),
    ] {
        let answer = server.notify(&same);
        assert_eq!(told(&answer), (200, json!("duplicate"), json!("active")), "{same}: {}", answer.text);
        assert_eq!(answer.json()["version"], first["version"]);
        assert_eq!(answer.json()["expires_at"], first["expires_at"]);
    }
    for other in [
        json!({"id": "a", "text": "x"}),
        json!({"id": "a", "html": "<b>x</b>", "ttl": 600}),
        json!({"id": "a", "html": "<b>x</b>", "key": "k"}),
        json!({"id": "a", "html": "<b>x</b>", "level": "LOW"}),
    ] {
        let answer = server.notify(&other);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (409, json!("/errors/conflict")),
            "{other}"
        );
    }
    let elsewhere = server.notify(&json!({"id": "a", "text": "other", "board": "ops"}));
    assert_eq!(elsewhere.status, 201, "ids are a board's own");
}

#[test]
fn a_duplicate_says_what_became_of_the_first() {
    let server = TestServer::start();
    let (brief, gone) = (json!({"id": "brief", "text": "x", "ttl": 1}), json!({"id": "gone", "text": "y"}));
    server.notify(&brief);
    server.notify(&gone);
    server.delete("/v1/boards/main/notices/gone");
    assert_eq!(told(&server.notify(&gone)), (200, json!("duplicate"), json!("deleted")));
    let begun = Instant::now();
    loop {
        let again = server.notify(&brief);
        assert_eq!((again.status, again.json()["version"].clone()), (200, json!(2)), "{}", again.text);
        if again.json()["state"] == "expired" {
            break;
        }
        assert_eq!(again.json()["state"], "active");
        assert!(begun.elapsed() < LIMIT, "it never expired");
    }
    assert_eq!(server.get("/v1/boards/main/notices/brief").status, 404);
    assert_eq!(server.get("/v1/boards/main/notices").json()["notices"], json!([]));
}

#[test]
fn an_id_is_remembered_over_a_restart() {
    let mut server = TestServer::start();
    server.publish("ops", "a");
    server.publish("ops", "b");
    server.delete("/v1/boards/ops/notices/b");
    server.restart();
    let again = |id: &str| server.notify(&json!({"board": "ops", "id": id, "text": format!("text of {id}")}));
    assert_eq!(told(&again("a")), (200, json!("duplicate"), json!("active")));
    assert_eq!(told(&again("b")), (200, json!("duplicate"), json!("deleted")));
    assert_eq!(server.notify(&json!({"board": "ops", "id": "a", "text": "other"})).status, 409);
    assert_eq!(server.publish("ops", "c")["version"], 5);
}
