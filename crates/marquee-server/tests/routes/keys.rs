//! What notices are about: one active notice a key, and the ids that it took in.

use crate::harness::{Answer, TestServer};
use serde_json::{Value, json};

fn publish(server: &TestServer, id: &str, text: &str, key: &str) -> Answer {
    server.notify(&json!({"board": "ops", "id": id, "text": text, "key": key}))
}

fn told(answer: &Answer) -> (u16, Value, Value) {
    let body = answer.json();
    (answer.status, body["status"].clone(), body["id"].clone())
}

#[test]
fn an_active_notice_with_the_key_gets_the_new_content() {
    let server = TestServer::start();
    assert_eq!(told(&publish(&server, "a", "one", "k")), (201, json!("accepted"), json!("a")));
    let second = publish(&server, "b", "two", "k");
    assert_eq!(told(&second), (200, json!("replaced"), json!("a")));
    assert_eq!(second.json()["version"], 3);
    let list = server.get("/v1/boards/ops/notices").json()["notices"].clone();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(
        (list[0]["text"].clone(), list[0]["version"].clone(), list[0]["rev"].clone()),
        (json!("two"), json!(2), json!(3))
    );
    assert_eq!(
        told(&publish(&server, "b", "two", "k")),
        (200, json!("duplicate"), json!("a")),
        "its own id is remembered"
    );
    assert_eq!(told(&publish(&server, "a", "one", "k")), (200, json!("duplicate"), json!("a")));
    assert_eq!(publish(&server, "b", "three", "k").status, 409);
    assert_eq!(
        told(&server.notify(&json!({"board": "main", "id": "c", "text": "x", "key": "k"}))).0,
        201,
        "keys are a board's own"
    );
}

#[test]
fn an_id_that_was_taken_in_names_the_notice_that_took_it() {
    let server = TestServer::start();
    publish(&server, "a", "one", "k");
    publish(&server, "b", "two", "k");
    let path = "/v1/boards/ops/notices/b";
    let shown = server.get(path).json();
    assert_eq!((shown["id"].clone(), shown["text"].clone()), (json!("a"), json!("two")));
    let put = server.put(path, &json!({"text": "three", "key": "k"}));
    assert_eq!(told(&put), (200, json!("replaced"), json!("a")), "{}", put.text);
    assert_eq!(server.get("/v1/boards/ops/notices/a").json()["text"], "three");
    assert_eq!(told(&publish(&server, "b", "three", "k")), (200, json!("duplicate"), json!("a")));
    assert_eq!(publish(&server, "b", "two", "k").status, 409, "after a PUT the id means its content");
    let deleted = server.delete(path);
    assert_eq!(told(&deleted), (200, json!("deleted"), json!("a")));
    for id in ["a", "b"] {
        assert_eq!(server.get(&format!("/v1/boards/ops/notices/{id}")).status, 404);
    }
    let again = publish(&server, "b", "three", "k");
    assert_eq!((again.status, again.json()["state"].clone()), (200, json!("deleted")), "{}", again.text);
    assert_eq!(
        told(&publish(&server, "c", "four", "k")),
        (201, json!("accepted"), json!("c")),
        "the key is free"
    );
}

#[test]
fn a_put_does_not_take_the_key_of_another() {
    let server = TestServer::start();
    publish(&server, "a", "one", "k");
    publish(&server, "b", "two", "l");
    for path in ["/v1/boards/ops/notices/b", "/v1/boards/ops/notices/new"] {
        let answer = server.put(path, &json!({"text": "x", "key": "k"}));
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (409, json!("/errors/key-taken")),
            "{}",
            answer.text
        );
        assert_eq!(answer.pointers(), ["/key"]);
        assert!(answer.json()["detail"].as_str().unwrap().contains(" a "), "{}", answer.text);
    }
    let freed = server.put("/v1/boards/ops/notices/a", &json!({"text": "one", "key": "m"}));
    assert_eq!(told(&freed), (200, json!("replaced"), json!("a")));
    let taken = server.put("/v1/boards/ops/notices/b", &json!({"text": "x", "key": "k"}));
    assert_eq!(told(&taken), (200, json!("replaced"), json!("b")), "{}", taken.text);
    assert_eq!(server.delete("/v1/boards/ops/notices?key=l").json(), json!({"status": "unknown"}));
    assert_eq!(server.delete("/v1/boards/ops/notices?key=k").json()["id"], "b");
}

#[test]
fn a_key_is_known_again_after_a_restart() {
    let mut server = TestServer::start();
    publish(&server, "a", "one", "k");
    publish(&server, "b", "two", "k");
    server.restart();
    assert_eq!(told(&publish(&server, "c", "three", "k")), (200, json!("replaced"), json!("a")));
    assert_eq!(server.get("/v1/boards/ops/notices/b").json()["text"], "three");
}
