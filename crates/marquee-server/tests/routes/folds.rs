//! Equal notices over HTTP: one that counts them, shown at most once a second, and nothing lost over a restart.

use crate::harness::TestServer;
use serde_json::{Value, json};

fn same(server: &TestServer, id: &str) -> Value {
    let answer =
        server.notify(&json!({"board": "ops", "id": id, "text": "disk is full", "level": "WARNING"}));
    assert!([200, 201].contains(&answer.status), "{}", answer.text);
    answer.json()
}

fn count(server: &TestServer) -> Value {
    server.get("/v1/boards/ops/notices/n0").json()["count"].clone()
}

#[test]
fn a_storm_of_equal_notices_is_one_that_counts_them_and_terminals_hear_of_it() {
    let server = TestServer::start();
    let mut feed = server.ws("/v1/ws?board=ops&terminal=feed");
    feed.until("bookmark");
    assert_eq!(same(&server, "n0")["status"], "accepted");
    for n in 1..200 {
        let folded = same(&server, &format!("n{n}"));
        assert_eq!((&folded["status"], &folded["id"]), (&json!("folded"), &json!("n0")));
    }
    let again = same(&server, "n7");
    assert_eq!(
        (&again["status"], &again["state"], &again["id"]),
        (&json!("duplicate"), &json!("active"), &json!("n0"))
    );
    // Nobody publishes any more: the last ones show all the same.
    let mut frame = feed.until("put");
    let mut entries = 1;
    while frame["notice"]["count"] != 200 {
        frame = feed.until("put");
        entries += 1;
    }
    assert_eq!(frame["notice"]["id"], "n0");
    assert!(entries < 100, "{entries} entries of 200 publishes");
    assert_eq!(count(&server), 200);
    assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"].as_array().unwrap().len(), 1);
}

#[test]
fn what_was_only_counted_shows_after_a_restart() {
    let mut server = TestServer::start();
    for n in 0..3 {
        same(&server, &format!("n{n}"));
    }
    server.restart();
    let mut feed = server.ws("/v1/ws?board=ops&terminal=feed&last_seen=testepoch.3");
    assert_eq!(feed.until("put")["notice"]["count"], 3);
    assert_eq!(same(&server, "n1")["status"], "duplicate");
}
