//! `/v1/boards/{board}/notices`: one notice by its id, a list of them, and their end.

use crate::harness::TestServer;
use serde_json::{Value, json};

const A: &str = "/v1/boards/ops/notices/a";

fn status(answer: &crate::harness::Answer) -> (u16, Value) {
    (answer.status, answer.json()["status"].clone())
}

#[test]
fn a_put_creates_then_replaces_and_the_same_again_is_no_entry() {
    let server = TestServer::start();
    let first = server.put(A, &json!({"text": "one"}));
    assert_eq!(status(&first), (201, json!("accepted")), "{}", first.text);
    assert_eq!(first.json()["version"], 2);
    let again =
        server.put(A, &json!({"text": "one", "level": "INFO", "tags": [], "id": "a", "board": "ops"}));
    assert_eq!(status(&again), (200, json!("duplicate")), "{}", again.text);
    assert_eq!(again.json()["version"], 2);
    let second = server.put(A, &json!({"text": "two", "key": "k"}));
    assert_eq!(status(&second), (200, json!("replaced")));
    assert_eq!(second.json()["version"], 3);
    let shown = server.get(A).json();
    assert_eq!(
        (shown["text"].clone(), shown["version"].clone(), shown["rev"].clone()),
        (json!("two"), json!(2), json!(3))
    );
    assert_eq!(
        status(&server.notify(&json!({"board": "ops", "id": "a", "text": "two", "key": "k"}))),
        (200, json!("duplicate"))
    );
    assert_eq!(server.notify(&json!({"board": "ops", "id": "a", "text": "one"})).status, 409);
}

#[test]
fn a_put_that_contradicts_its_path_is_refused() {
    let server = TestServer::start();
    let answer = server.put(A, &json!({"text": "x", "id": "b", "board": "main", "ttl": 0}));
    assert_eq!((answer.status, answer.pointers().len()), (422, 3), "{}", answer.text);
    assert_eq!(answer.pointers(), ["/board", "/id", "/ttl"]);
    assert_eq!(server.put(A, &json!([{"text": "x"}])).status, 422);
    assert_eq!(server.send("PUT", A, &[("content-type", "application/json")], "{").status, 400);
    let typed = server.send("PUT", A, &[("content-type", "text/plain")], "x");
    assert_eq!((typed.status, typed.json()["type"].clone()), (415, json!("/errors/unsupported-media-type")));
    assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"], json!([]));
}

#[test]
fn a_deleted_notice_is_gone_and_deleting_it_again_is_404() {
    let server = TestServer::start();
    server.publish("ops", "a");
    server.publish("ops", "b");
    let deleted = server.delete(A);
    assert_eq!(deleted.status, 200, "{}", deleted.text);
    assert_eq!(
        deleted.json(),
        json!({"id": "a", "board": "ops", "version": 4, "cursor": "testepoch.4", "status": "deleted"})
    );
    for answer in [server.get(A), server.delete(A), server.delete("/v1/boards/none/notices/a")] {
        assert_eq!((answer.status, answer.json()["type"].clone()), (404, json!("/errors/not-found")));
    }
    let again = server.notify(&json!({"board": "ops", "id": "a", "text": "text of a"}));
    assert_eq!(
        (status(&again), again.json()["state"].clone()),
        ((200, json!("duplicate")), json!("deleted"))
    );
    assert_eq!(status(&server.put(A, &json!({"text": "text of a"}))), (201, json!("accepted")));
    assert_eq!(server.get(A).json()["version"], 5);
}

#[test]
fn a_notice_can_be_deleted_by_what_it_is_about() {
    let server = TestServer::start();
    server.put(A, &json!({"text": "x", "key": "db/1 ü"}));
    let by_key = "/v1/boards/ops/notices?key=db%2F1%20%C3%BC";
    let deleted = server.delete(by_key);
    assert_eq!((status(&deleted), deleted.json()["id"].clone()), ((200, json!("deleted")), json!("a")));
    for path in [by_key, "/v1/boards/none/notices?key=x"] {
        let unknown = server.delete(path);
        assert_eq!((unknown.status, unknown.json()), (200, json!({"status": "unknown"})));
    }
    for path in ["/v1/boards/ops/notices", "/v1/boards/ops/notices?key="] {
        let missing = server.delete(path);
        assert_eq!((missing.status, missing.pointers()), (422, vec!["/key".to_owned()]), "{}", missing.text);
    }
    assert_eq!(server.get("/v1/boards/none/now").json()["cursor"], Value::Null, "asking created nothing");
}

#[test]
fn a_list_is_read_page_by_page_in_the_order_of_first_versions() {
    let server = TestServer::start();
    for id in ["c", "a", "d", "b"] {
        server.publish("ops", id);
    }
    server.put(A, &json!({"text": "changed"}));
    let ids = |path: &str| {
        let page = server.get(path).json();
        let ids: Vec<String> = page["notices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect();
        (ids.join(""), page["next"].clone())
    };
    assert_eq!(ids("/v1/boards/ops/notices"), ("cadb".into(), Value::Null));
    assert_eq!(ids("/v1/boards/ops/notices?limit=3"), ("cad".into(), json!("d")));
    assert_eq!(ids("/v1/boards/ops/notices?limit=3&after=d"), ("b".into(), Value::Null));
    assert_eq!(ids("/v1/boards/ops/notices?limit=4"), ("cadb".into(), Value::Null));
    server.delete("/v1/boards/ops/notices/d");
    assert_eq!(
        ids("/v1/boards/ops/notices?after=d"),
        ("b".into(), Value::Null),
        "a page ends where it ended"
    );
    assert_eq!(ids("/v1/boards/none/notices"), (String::new(), Value::Null));
    for (query, place) in [
        ("limit=0", "/limit"),
        ("limit=1001", "/limit"),
        ("limit=x", "/limit"),
        ("limit=", "/limit"),
        ("after=nobody", "/after"),
        ("after=%20", "/after"),
    ] {
        let answer = server.get(&format!("/v1/boards/ops/notices?{query}"));
        assert_eq!(
            (answer.status, answer.pointers()),
            (422, vec![place.to_owned()]),
            "{query}: {}",
            answer.text
        );
    }
}

#[test]
fn an_address_that_breaks_a_rule_is_not_there() {
    let server = TestServer::start();
    let long = "x".repeat(129);
    let notice = json!({"text": "x"});
    for id in ["a%20b", "a%2Fb", "%ff", "%00", "%E2%82%AC", &long] {
        let path = format!("/v1/boards/ops/notices/{id}");
        for answer in [server.get(&path), server.delete(&path), server.put(&path, &notice)] {
            assert_eq!(
                (answer.status, answer.json()["type"].clone()),
                (404, json!("/errors/not-found")),
                "{path}"
            );
        }
    }
    for board in ["_auth", "OPS", "%ff"] {
        let path = format!("/v1/boards/{board}/notices");
        let one = format!("{path}/a");
        let answers = [
            server.get(&path),
            server.delete(&format!("{path}?key=k")),
            server.get(&one),
            server.put(&one, &notice),
            server.delete(&one),
            server.get(&format!("/v1/boards/{board}/now")),
        ];
        for answer in answers {
            assert_eq!(
                (answer.status, answer.json()["type"].clone()),
                (404, json!("/errors/not-found")),
                "{board}"
            );
        }
    }
}
