//! `/v1/boards/{board}/policy`: read, changed with and without a condition, taken back, tried out; and terminals
//! that play on under a new one.

use crate::harness::{Answer, TestServer};
use serde_json::{Value, json};

const POLICY: &str = "/v1/boards/ops/policy";

fn etag(answer: &Answer) -> (u16, String) {
    (answer.status, answer.header("etag").to_owned())
}

fn put(server: &TestServer, policy: &Value, headers: &[(&str, &str)]) -> Answer {
    let headers = [&[("content-type", "application/json")], headers].concat();
    server.send("PUT", POLICY, &headers, policy.to_string())
}

#[test]
fn a_policy_is_read_and_put_and_its_etag_is_its_version() {
    let server = TestServer::start();
    let unwritten = server.get(POLICY);
    assert_eq!(etag(&unwritten), (200, "\"0\"".into()));
    assert_eq!(unwritten.json()["policy"]["speed"], 12);
    assert_eq!((&unwritten.json()["version"], &unwritten.json()["own"]), (&json!(0), &json!(false)));
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], json!(null), "reading creates nothing");
    let again = server.send("GET", POLICY, &[("if-none-match", "\"0\"")], "");
    assert_eq!(again.status, 200, "the defaults may have changed meanwhile");

    let first = put(&server, &json!({"speed": 20}), &[]);
    assert_eq!(etag(&first), (200, "\"1\"".into()), "{}", first.text);
    assert_eq!(first.json()["cursor"], "testepoch.1");
    assert_eq!((&first.json()["policy"]["speed"], &first.json()["policy"]["gap"]), (&json!(20), &json!(8)));
    server.publish("ops", "a");
    assert_eq!(etag(&put(&server, &json!({"speed": 20}), &[])), (200, "\"1\"".into()), "the same again");
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], "testepoch.2", "makes no entry");
    assert_eq!(etag(&put(&server, &json!({"gap": 3}), &[])), (200, "\"3\"".into()));
    let read = server.get(POLICY);
    assert_eq!((etag(&read), read.json()["policy"]["speed"].clone()), ((200, "\"3\"".into()), json!(12)));
    let known = server.send("GET", POLICY, &[("if-none-match", "W/\"2\", \"3\"")], "");
    assert_eq!((etag(&known), known.text.as_str()), ((304, "\"3\"".into()), ""));
}

#[test]
fn if_match_keeps_two_people_from_undoing_each_other() {
    let server = TestServer::start();
    let refused = put(&server, &json!({"speed": 20}), &[("if-match", "*")]);
    assert_eq!((refused.status, refused.json()["type"].clone()), (412, json!("/errors/precondition-failed")));
    assert_eq!(put(&server, &json!({"speed": 20}), &[("if-match", "\"0\"")]).status, 200);
    for stale in ["\"0\"", "\"2\"", "W/\"1\"", "nonsense"] {
        let refused = put(&server, &json!({"speed": 30}), &[("if-match", stale)]);
        assert_eq!(refused.status, 412, "{stale}: {}", refused.text);
        assert!(refused.json()["detail"].as_str().unwrap().contains("version 1"), "{}", refused.text);
    }
    assert_eq!(put(&server, &json!({"speed": 30}), &[("if-match", "\"7\", \"1\"")]).status, 200);
    assert_eq!(put(&server, &json!({"speed": 40}), &[("if-match", "*")]).status, 200);
    let refused = server.send("DELETE", POLICY, &[("if-match", "\"1\"")], "");
    assert_eq!(refused.status, 412);
    assert_eq!(server.get(POLICY).json()["policy"]["speed"], 40);
}

#[test]
fn an_invalid_policy_changes_nothing_and_names_every_fault() {
    let server = TestServer::start();
    let level = json!({"weight": 0, "play": "blink", "hold_ms": -1, "color": "red"});
    let wrong = json!({"speed": 201, "gap": -1, "ttl": 0, "max_active": 0, "fold_ms": 1.5, "pin_min_ms": 60_001,
        "pin_queue": 17, "breath_ms": null, "levels": {"URGENT": level, "LOUD": {}}});
    let refused = put(&server, &wrong, &[]);
    assert_eq!(refused.status, 422, "{}", refused.text);
    let expected = [
        "/breath_ms",
        "/fold_ms",
        "/gap",
        "/levels/LOUD",
        "/levels/URGENT/color",
        "/levels/URGENT/hold_ms",
        "/levels/URGENT/play",
        "/levels/URGENT/weight",
        "/max_active",
        "/pin_min_ms",
        "/pin_queue",
        "/speed",
        "/ttl",
    ];
    assert_eq!(refused.pointers(), expected);
    assert_eq!(server.get(POLICY).json()["version"], 0);
    assert_eq!(server.send("PUT", POLICY, &[("content-type", "application/json")], "{").status, 400);
    assert_eq!(server.send("PUT", POLICY, &[], "{}").status, 415);
    assert_eq!(server.put("/v1/boards/_auth/policy", &json!({})).status, 404);
}

#[test]
fn a_connected_screen_and_a_stream_get_the_new_policy_and_go_on() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web");
    screen.until("snapshot");
    let mut stream = server.sse("/v1/sse?board=ops&terminal=web", &[]);
    stream.expect("hello");
    stream.expect("subscribed");
    stream.expect("snapshot");
    put(&server, &json!({"speed": 40}), &[]);
    let frame = screen.until("policy");
    assert_eq!(
        (&frame["version"], &frame["policy"]["speed"], &frame["own"]),
        (&json!(3), &json!(40), &json!(true))
    );
    assert_eq!(stream.expect("policy").id.as_deref(), Some("testepoch.3"));
    server.publish("ops", "b");
    assert_eq!(screen.until("put")["version"], 4);
}

#[test]
fn a_policy_of_its_own_is_known_again_after_a_restart_and_can_be_taken_back() {
    let mut server = TestServer::start();
    put(&server, &json!({"speed": 40}), &[]);
    server.publish("ops", "a");
    server.restart();
    let kept = server.get(POLICY).json();
    assert_eq!(
        (&kept["version"], &kept["own"], &kept["policy"]["speed"]),
        (&json!(1), &json!(true), &json!(40))
    );
    let back = server.delete(POLICY);
    assert_eq!((etag(&back), back.json()["policy"]["speed"].clone()), ((200, "\"3\"".into()), json!(12)));
    assert_eq!(back.json()["own"], json!(false));
    assert_eq!(server.delete("/v1/boards/fresh/policy").json()["version"], 0);
    assert_eq!(server.get("/v1/boards/fresh/now").json()["cursor"], json!(null));
}

#[test]
fn less_room_evicts_at_once() {
    let server = TestServer::start();
    for id in ["a", "b", "c"] {
        server.publish("ops", id);
    }
    put(&server, &json!({"max_active": 1}), &[]);
    let list = server.get("/v1/boards/ops/notices").json();
    assert_eq!(list["notices"].as_array().unwrap().len(), 1);
    assert_eq!(list["notices"][0]["id"], "a", "the one in the slot is the last to go");
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], "testepoch.7");
}

#[test]
fn a_preview_tells_what_would_be_played_and_changes_nothing() {
    let server = TestServer::start();
    server.notify(&json!({"board": "ops", "id": "a", "text": "database is down"}));
    server.notify(&json!({"board": "ops", "id": "u", "text": "fire", "level": "URGENT"}));
    let preview =
        |body: &Value| server.post("/v1/boards/ops/policy/preview", "application/json", body.to_string());
    let played = preview(&json!({"policy": {"speed": 24}, "for_ms": 30_000})).json();
    assert_eq!(played["pins"][0]["id"], "u");
    assert_eq!(played["slots"][0]["id"], "a");
    let (from, until) =
        (&played["slots"][0]["from"], &played["slots"].as_array().unwrap().last().unwrap()["until"]);
    assert_eq!(until.as_u64().unwrap() - from.as_u64().unwrap(), 30_000);
    assert_eq!(server.get(POLICY).json()["version"], 1);
    let refused = preview(&json!({"policy": {"speed": 0}, "for_ms": 3_600_001}));
    assert_eq!((refused.status, refused.pointers()), (422, vec!["/for_ms".into(), "/policy/speed".into()]));
    let fresh =
        server.post("/v1/boards/fresh/policy/preview", "application/json", r#"{"policy":{},"for_ms":5}"#);
    assert_eq!(fresh.json(), json!({"slots": [], "pins": []}));
}
