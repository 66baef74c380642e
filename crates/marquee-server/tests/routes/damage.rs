//! A log that is damaged on disk: its board is shown as far as it is whole and takes nothing, the others go on, and the
//! operator is told which it is.

use crate::harness::TestServer;
use serde_json::json;
use std::path::Path;

/// Changes the file of a stopped log as a disk would.
fn damage(folder: &Path, words: &str) {
    let file = rusqlite::Connection::open(folder.join("marquee.db")).unwrap();
    assert!(file.execute(words, []).unwrap() > 0, "{words} changed nothing");
}

/// `ops` has ten entries, of which the fifth is damaged and no state is kept; `lobby` is whole.
fn damaged() -> TestServer {
    let mut server = TestServer::start();
    for n in 0..9 {
        server.publish("ops", &format!("n{n}"));
    }
    server.publish("lobby", "a");
    server.restart_after(|folder| {
        damage(folder, "DELETE FROM checkpoints WHERE board = 1");
        damage(folder, "UPDATE entries SET body = x'00' WHERE board = 1 AND version = 5");
    });
    server
}

#[test]
fn a_damaged_board_takes_nothing_and_the_others_go_on() {
    let server = damaged();
    let notice = json!({"board": "ops", "id": "next", "text": "x"});
    for answer in [
        server.notify(&notice),
        server.put("/v1/boards/ops/notices/n1", &json!({"text": "y"})),
        server.delete("/v1/boards/ops/notices/n1"),
        server.put("/v1/boards/ops/policy", &json!({"speed": 20})),
        server.post("/v1/boards/ops", "text/plain", "hello"),
        server.post("/v1/boards/ops/trim", "application/json", r#"{"before":2}"#),
    ] {
        let problem = answer.json();
        assert_eq!((answer.status, &problem["type"]), (503, &json!("/errors/unavailable")), "{problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(
            detail.contains("damaged at version 5") && detail.contains("`marquee log repair`"),
            "{detail}"
        );
        assert!(!answer.header("retry-after").is_empty());
    }
    let many = server.notify(&json!([notice, {"board": "lobby", "id": "b", "text": "x"}]));
    let codes: Vec<_> =
        many.json()["results"].as_array().unwrap().iter().map(|one| one["status_code"].clone()).collect();
    assert_eq!((many.status, codes), (200, vec![json!(503), json!(201)]));
    let check = server.check("log");
    assert_eq!(check["status"], "fails");
    let detail = check["detail"].as_str().unwrap();
    assert!(detail.contains("board ops at version 5") && !detail.contains("lobby"), "{detail}");
}

#[test]
fn what_precedes_the_damage_is_shown_and_whoever_reaches_it_is_let_go() {
    let server = damaged();
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], "testepoch.4");
    assert_eq!(server.get("/v1/boards/ops/notices/n2").json()["text"], "text of n2");
    assert_eq!(server.get("/v1/boards/ops/notices/n3").status, 404);
    // Also the second time: what was found once is not forgotten, nor is it mended.
    for _ in 0..2 {
        let (code, frames) = server.ws("/v1/ws?board=ops&terminal=web").close();
        let snapshot = frames.iter().find(|frame| frame["type"] == "snapshot").expect("what is known of it");
        assert_eq!((code, snapshot["cursor"].clone()), (1011, json!("testepoch.4")));
        let (code, frames) = server.ws("/v1/ws?board=ops&terminal=feed&last_seen=testepoch.1").close();
        let versions: Vec<_> = frames.iter().filter_map(|frame| frame["version"].as_u64()).collect();
        assert_eq!((code, versions), (1011, vec![2, 3, 4]));
    }
    let mut lobby = server.ws("/v1/ws?board=lobby&terminal=web");
    assert_eq!(lobby.until("snapshot")["cursor"], "testepoch.2");
    server.publish("lobby", "next");
    assert_eq!(lobby.until("put")["cursor"], "testepoch.3");
}

#[test]
fn a_board_without_any_state_is_not_shown_as_one_that_was_never_written() {
    let mut server = TestServer::start();
    for n in 0..9 {
        server.publish("ops", &format!("n{n}"));
    }
    server.publish("lobby", "a");
    assert_eq!(server.post("/v1/boards/ops/trim", "application/json", r#"{"before":3}"#).status, 200);
    server.restart_after(|folder| damage(folder, "UPDATE checkpoints SET body = x'00' WHERE board = 1"));
    for path in ["now", "notices", "notices/n1", "policy", "notices/n1/lifecycle"] {
        let answer = server.get(&format!("/v1/boards/ops/{path}"));
        assert_eq!(answer.status, 503, "{path}: {}", answer.text);
    }
    let (code, frames) = server.ws("/v1/ws?board=ops&terminal=web").close();
    assert!(code == 1011 && frames.iter().all(|frame| frame["type"] != "snapshot"), "{code} {frames:?}");
    assert_eq!(server.get("/v1/boards/lobby/now").json()["cursor"], "testepoch.2");
}

#[test]
fn an_older_entry_that_is_damaged_stops_its_readers_alone_and_is_told_too() {
    let mut server = TestServer::start();
    for n in 0..9 {
        server.publish("ops", &format!("n{n}"));
    }
    server.restart_after(|folder| damage(folder, "DELETE FROM entries WHERE version = 5"));
    assert_eq!(server.check("log"), json!({"name": "log", "status": "ok"}));
    server.publish("ops", "next");
    let (code, _) = server.ws("/v1/ws?board=ops&terminal=feed&last_seen=testepoch.1").close();
    assert_eq!((code, server.check("log")["status"].clone()), (1011, json!("fails")));
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web");
    assert_eq!(screen.until("snapshot")["cursor"], "testepoch.11");
    server.publish("ops", "after");
}
