//! A disk that is full, and one that fails: what publishers and terminals are told, and what goes on.

use crate::harness::{LIMIT, TestServer};
use marquee_log::faults::Fault;
use marquee_server::RunError;
use serde_json::json;
use std::time::Instant;
use tokio_tungstenite::tungstenite::Message;

#[test]
fn a_full_disk_refuses_publishing_and_nothing_else() {
    let server = TestServer::start();
    server.publish("ops", "a");
    server.log.fail(Fault::NoRoom);
    let notice = json!({"board": "ops", "id": "b", "text": "x"});
    for answer in [
        server.notify(&notice),
        server.put("/v1/boards/ops/notices/a", &json!({"text": "y"})),
        server.delete("/v1/boards/ops/notices/a"),
        server.notify(&json!({"board": "fresh", "text": "x"})),
    ] {
        assert_eq!((answer.status, answer.json()["type"].clone()), (503, json!("/errors/unavailable")));
        assert!(!answer.header("retry-after").is_empty());
    }
    let many = server.notify(&json!([notice, {"text": ""}]));
    let codes: Vec<_> =
        many.json()["results"].as_array().unwrap().iter().map(|one| one["status_code"].clone()).collect();
    assert_eq!((many.status, codes), (200, vec![json!(503), json!(422)]));
    let ready = server.get("/readyz");
    assert_eq!((ready.status, ready.json()["publishing"].clone()), (200, json!("refused: the disk is full")));
    assert_eq!(server.get("/v1/boards/ops/notices/a").json()["text"], "text of a", "reading goes on");
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], "testepoch.2");
    assert_eq!(server.get("/v1/boards/fresh/now").json()["cursor"], json!(null));
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web");
    assert_eq!(screen.until("snapshot")["cursor"], "testepoch.2");

    server.log.mend();
    let stored = server.notify(&notice);
    assert_eq!((stored.status, stored.json()["version"].clone()), (201, json!(3)), "{}", stored.text);
    assert_eq!(server.get("/readyz").json(), json!({"status": "ready"}));
    assert_eq!(screen.until("put")["cursor"], "testepoch.3", "no version is skipped");
}

#[test]
fn what_a_full_disk_refused_is_not_remembered() {
    let mut server = TestServer::start();
    server.notify(&json!({"board": "ops", "id": "a", "text": "one", "key": "k"}));
    server.log.fail(Fault::NoRoom);
    assert_eq!(server.notify(&json!({"board": "ops", "id": "b", "text": "two", "key": "k"})).status, 503);
    assert_eq!(server.get("/v1/boards/ops/notices/a").json()["text"], "one");
    assert_eq!(server.get("/v1/boards/ops/notices/b").status, 404);
    server.log.mend();
    let other = server.notify(&json!({"board": "ops", "id": "b", "text": "three"}));
    assert_eq!((other.status, other.json()["status"].clone()), (201, json!("accepted")), "{}", other.text);
    server.restart();
    assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"].as_array().unwrap().len(), 2);
}

/// What a publish is answered, or nothing where the server was gone.
fn publish_raw(server: &TestServer) -> String {
    let body = r#"{"board":"ops","id":"lost","text":"never seen"}"#;
    let request = format!(
        "POST /v1/notify HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    server.raw(request.as_bytes())
}

#[test]
fn a_failed_sync_acknowledges_nothing_exposes_nothing_and_ends_the_server() {
    for written in [false, true] {
        let mut server = TestServer::start();
        server.publish("ops", "a");
        let mut screen = server.ws("/v1/ws?board=ops&terminal=feed");
        screen.until("bookmark");
        server.log.fail(Fault::FailedSync { written });
        let answer = publish_raw(&server);
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
        if !answer.is_empty() {
            assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("retry-after"), "{answer}");
        }
        let ended = server.ends_by_itself();
        assert!(
            matches!(&ended, Err(RunError::LostLog { detail }) if detail.contains("fdatasync")),
            "{ended:?}"
        );
        let begun = Instant::now();
        loop {
            match screen.socket.read() {
                Ok(Message::Text(frame)) => assert!(!frame.contains("never seen"), "{frame}"),
                Ok(Message::Close(_)) | Err(_) => break,
                Ok(_) => {}
            }
            assert!(begun.elapsed() < LIMIT, "the terminal was never let go");
        }
    }
}
