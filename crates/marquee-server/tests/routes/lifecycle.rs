//! `/v1/boards/{board}/notices/{id}/lifecycle`: each stage once, in order, with its time.

use crate::harness::{LIMIT, TestServer};
use serde_json::{Value, json};
use std::time::Instant;

const A: &str = "/v1/boards/ops/notices/a/lifecycle";

fn stages(server: &TestServer, path: &str) -> Vec<(String, Value)> {
    let answer = server.get(path);
    assert_eq!(answer.status, 200, "{}", answer.text);
    let stages = answer.json()["stages"].as_array().unwrap().clone();
    let times: Vec<&str> = stages.iter().map(|stage| stage["at"].as_str().unwrap()).collect();
    assert!(times.is_sorted(), "{times:?}");
    let more = |stage: &Value| stage.get("terminals").or(stage.get("reason")).cloned().unwrap_or_default();
    stages.iter().map(|stage| (stage["stage"].as_str().unwrap().to_owned(), more(stage))).collect()
}

fn stage(name: &str, more: impl Into<Value>) -> (String, Value) {
    (name.to_owned(), more.into())
}

fn until(server: &TestServer, path: &str, expected: &[(String, Value)]) {
    let begun = Instant::now();
    while stages(server, path) != expected {
        assert!(begun.elapsed() < LIMIT, "{:?} never became {expected:?}", stages(server, path));
    }
}

#[test]
fn a_notice_is_accepted_stored_delivered_and_deleted() {
    let server = TestServer::start();
    let mut feed = server.ws("/v1/ws?board=ops&terminal=feed");
    feed.until("bookmark");
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let traceparent = format!("00-{trace}-b7ad6b7169203331-01");
    let headers = [("content-type", "application/json"), ("traceparent", &*traceparent)];
    let body = json!({"board": "ops", "id": "a", "text": "x"}).to_string();
    assert_eq!(server.send("POST", "/v1/notify", &headers, body).status, 201);
    let mut expected =
        vec![stage("accepted", Value::Null), stage("stored", Value::Null), stage("delivered", 1)];
    until(&server, A, &expected);
    let told = server.get(A).json();
    assert_eq!((&told["id"], &told["version"], &told["trace_id"]), (&json!("a"), &json!(2), &json!(trace)));
    // Who comes later gets it in the snapshot; a stream counts as a terminal too.
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web");
    screen.until("snapshot");
    let mut stream = server.sse("/v1/sse?board=ops&terminal=web", &[]);
    stream.expect("hello");
    stream.expect("subscribed");
    stream.expect("snapshot");
    expected[2] = stage("delivered", 3);
    until(&server, A, &expected);
    server.delete("/v1/boards/ops/notices/a");
    expected.push(stage("deleted", "retracted"));
    until(&server, A, &expected);
}

#[test]
fn a_notice_that_nobody_sees_expires_and_a_folded_one_names_who_took_it_in() {
    let server = TestServer::start();
    server.notify(&json!({"board": "ops", "id": "a", "text": "x", "ttl": 1}));
    server.notify(&json!({"board": "ops", "id": "b", "text": "x", "ttl": 1}));
    assert_eq!(server.get("/v1/boards/ops/notices/b/lifecycle").json()["id"], "a");
    let all = [stage("accepted", Value::Null), stage("stored", Value::Null), stage("expired", Value::Null)];
    until(&server, A, &all);
}

#[test]
fn what_was_never_there_or_is_forgotten_is_404() {
    let mut server = TestServer::start();
    server.publish("ops", "a");
    for path in [
        "/v1/boards/ops/notices/b/lifecycle",
        "/v1/boards/other/notices/a/lifecycle",
        "/v1/boards/_auth/notices/a/lifecycle",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    server.restart();
    let forgotten = server.get(A);
    assert!(forgotten.status == 404 && forgotten.text.contains("restarted"), "{}", forgotten.text);
}

#[test]
fn a_filtered_feed_is_counted_for_what_it_was_sent_and_no_more() {
    let server = TestServer::start();
    let mut feed = server.ws("/v1/ws?board=ops&terminal=feed&tags=db");
    feed.until("bookmark");
    let tagged = |id: &str, tag: &str| json!({"board": "ops", "id": id, "text": format!("text of {id}"), "tags": [tag]});
    server.notify(&json!([
        tagged("a", "db"),
        tagged("b", "web"),
        tagged("c", "db"),
        tagged("d", "web"),
        tagged("e", "db")
    ]));
    let begun = [stage("accepted", Value::Null), stage("stored", Value::Null)];
    for id in ["e", "c", "a"] {
        let sent = [&begun[..], &[stage("delivered", 1)]].concat();
        until(&server, &format!("/v1/boards/ops/notices/{id}/lifecycle"), &sent);
    }
    for id in ["b", "d"] {
        assert_eq!(
            stages(&server, &format!("/v1/boards/ops/notices/{id}/lifecycle")),
            begun,
            "{id} was passed over"
        );
    }
}
