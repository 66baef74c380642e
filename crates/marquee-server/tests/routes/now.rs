//! `GET /v1/boards/{board}/now`: what every screen shows.

use crate::harness::TestServer;
use serde_json::{Value, json};

#[test]
fn the_screen_has_what_is_published_in_its_slot() {
    let server = TestServer::start();
    server.publish("ops", "a");
    server.publish("ops", "b");
    let now = server.get("/v1/boards/ops/now");
    assert_eq!(now.status, 200, "{}", now.text);
    let screen = now.json();
    assert_eq!((screen["board"].clone(), screen["cursor"].clone()), (json!("ops"), json!("testepoch.3")));
    assert_eq!((screen["slot"]["id"].clone(), screen["slot"]["rev"].clone()), (json!("a"), json!(2)));
    assert_eq!((screen["pin"].clone(), screen["active"].clone()), (Value::Null, json!(["a", "b"])));
    server.notify(&json!({"board": "ops", "id": "u", "text": "x", "level": "URGENT"}));
    let pinned = server.get("/v1/boards/ops/now").json();
    assert_eq!(pinned["pin"]["id"], "u");
    let (from, until) = (pinned["pin"]["from"].as_u64().unwrap(), pinned["pin"]["until"].as_u64().unwrap());
    assert_eq!(until - from, 15_000);
}

#[test]
fn a_later_screen_can_be_asked_for_and_an_earlier_one_is_that_of_the_last_entry() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let asked = |at: u64| server.get(&format!("/v1/boards/ops/now?at={at}"));
    let entry = asked(0).json()["at"].as_u64().unwrap();
    let server_time = server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    assert!(entry <= server_time && server_time - entry < 20_000, "{entry} {server_time}");
    assert_eq!(asked(entry + 601_000).json()["active"], json!([]), "over by then");
    assert_eq!(asked(entry + 599_000).json()["active"], json!(["a"]));
    let too_far = asked(server_time + 86_400_000 + 20_000);
    assert_eq!((too_far.status, too_far.pointers()), (422, vec!["/at".to_owned()]), "{}", too_far.text);
    assert_eq!(asked(u64::MAX).status, 422);
    for at in ["", "x", "-1", "1.5", "18446744073709551616"] {
        let answer = server.get(&format!("/v1/boards/ops/now?at={at}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/at".to_owned()]), "{at:?}");
    }
}

#[test]
fn a_board_that_was_never_written_has_no_screen_and_asking_makes_none() {
    let server = TestServer::start();
    for _ in 0..2 {
        let screen = server.get("/v1/boards/none/now").json();
        let expected = json!({"at": null, "board": "none", "cursor": null, "x": null, "pin": null, "slot": null,
            "trail": null, "active": null});
        assert_eq!(screen, expected);
    }
}
