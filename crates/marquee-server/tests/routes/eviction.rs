//! A full board: who goes, and who is refused.

use crate::harness::{Answer, TestServer};
use serde_json::{Value, json};

/// So long that the first keeps the slot for the whole test.
fn notices(prefix: &str, level: &str, count: usize) -> Vec<Value> {
    let text = "a text that takes a long while to pass ".repeat(20);
    (0..count)
        .map(|n| json!({"board": "ops", "id": format!("{prefix}{n}"), "level": level, "text": format!("{text}{n}{prefix}")}))
        .collect()
}

fn send(server: &TestServer, notices: &[Value]) -> Vec<Value> {
    let answer = server.notify(&notices.to_vec().into());
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["results"].as_array().unwrap().clone()
}

fn slug(answer: &Answer) -> (u16, Value) {
    (answer.status, answer.json()["type"].clone())
}

#[test]
fn the_oldest_of_the_least_goes_first_and_never_the_one_in_the_slot() {
    let server = TestServer::start();
    let mut all = notices("n", "INFO", 63);
    all.insert(30, notices("low", "LOW", 1).remove(0));
    send(&server, &all);
    let more = notices("more", "INFO", 3);
    assert!(send(&server, &more).iter().all(|result| result["status"] == "accepted"));
    let state = |id: usize| {
        let again = server.notify(&all[id]);
        assert_eq!(again.status, 200, "{}", again.text);
        again.json()["state"].clone()
    };
    assert_eq!(state(30), "evicted", "the least weight");
    assert_eq!(
        (state(0), state(1), state(2), state(3)),
        (json!("active"), json!("evicted"), json!("evicted"), json!("active"))
    );
    let list = server.get("/v1/boards/ops/notices?limit=1000").json();
    assert_eq!(list["notices"].as_array().unwrap().len(), 64);
    assert_eq!(server.get("/v1/boards/ops/notices/n1").status, 404);
}

#[test]
fn the_least_of_all_is_refused_and_makes_no_entry() {
    let server = TestServer::start();
    let results = send(&server, &notices("u", "URGENT", 64));
    let newest = results[63]["version"].clone();
    let low = &notices("low", "LOW", 1)[0];
    let refused = server.notify(low);
    assert_eq!(slug(&refused), (422, json!("/errors/board-full")), "{}", refused.text);
    assert!(refused.json()["detail"].as_str().unwrap().contains("64"), "{}", refused.text);
    let put = server.put("/v1/boards/ops/notices/low0", &json!({"text": "x", "level": "LOW"}));
    assert_eq!(slug(&put), (422, json!("/errors/board-full")));
    let cursor = server.get("/v1/boards/ops/now").json()["cursor"].as_str().unwrap().to_owned();
    assert_eq!(cursor, format!("testepoch.{newest}"));
    server.delete("/v1/boards/ops/notices/u9");
    assert_eq!(server.notify(low).status, 201, "a refused id is not remembered, and there is room again");
}

#[test]
fn a_board_is_full_at_one_mib_too() {
    let server = TestServer::start();
    let (text, html) = ("\u{1f525}".repeat(2_000), "\u{1f525}".repeat(4_000));
    let wide: Vec<Value> = (10..60)
        .map(|n| json!({"board": "ops", "id": format!("w{n}"), "text": text, "html": html, "key": format!("w{n}")}))
        .collect();
    for some in wide.chunks(25) {
        assert!(send(&server, some).iter().all(|result| result["status_code"] == 201));
    }
    let list = server.get("/v1/boards/ops/notices?limit=1000").json()["notices"].as_array().unwrap().len();
    // Each weighs 8,000 + 16,000 + 3 + 3 + 256 bytes.
    assert_eq!(list, (1 << 20) / 24_262);
}

#[test]
fn a_board_too_many_is_refused_and_those_that_exist_go_on() {
    let server = TestServer::start_with(|config| config.limits.max_boards = 2);
    server.publish("a", "x");
    server.publish("b", "x");
    let refused = server.notify(&json!({"board": "c", "text": "x"}));
    assert_eq!(slug(&refused), (422, json!("/errors/too-many-boards")), "{}", refused.text);
    server.publish("a", "y");
    assert_eq!(server.delete("/v1/boards/c/notices?key=k").json(), json!({"status": "unknown"}));
}
