//! `POST /v1/notify`: what is answered, and what is wrong with what.

use crate::harness::TestServer;
use serde_json::{Value, json};

#[test]
fn the_notice_that_the_project_began_with_is_accepted() {
    let server = TestServer::start();
    let notice = json!({"id": "TEST-001", "level": "INFO", "text": "系统维护完成,服务已全面恢复",
        "tags": ["system", "recovery"], "ttl": 600});
    let answer = server.notify(&notice);
    assert_eq!(answer.status, 201, "{}", answer.text);
    let accepted = answer.json();
    assert_eq!(accepted["id"], "TEST-001");
    assert_eq!(accepted["board"], "main");
    assert_eq!(accepted["version"], 2);
    assert_eq!(accepted["epoch"], "testepoch");
    assert_eq!(accepted["cursor"], "testepoch.2");
    assert_eq!(accepted["status"], "accepted");
    assert_eq!(accepted["trace_id"].as_str().unwrap().len(), 32);
    let again = server.notify(&notice);
    assert_eq!((again.status, again.json()["status"].clone()), (200, json!("duplicate")));
    assert_eq!(again.json()["state"], "active");
    let other = server.notify(&json!({"id": "TEST-001", "text": "something else"}));
    assert_eq!((other.status, other.json()["type"].clone()), (409, json!("/errors/conflict")));
}

#[test]
fn every_rule_of_a_field_that_is_broken_is_named_by_its_place() {
    let server = TestServer::start();
    let long = |characters: usize| Value::from("x".repeat(characters));
    let data = json!({"long": "x".repeat(4_096)});
    let seventeen: Vec<Value> = (0..17).map(Value::from).map(|n| n.to_string().into()).collect();
    let table: &[(&str, Value, &str, &str)] = &[
        ("id", json!(""), "/id", "empty"),
        ("id", long(129), "/id", "too many"),
        ("id", json!("a b"), "/id", "A-Z"),
        ("id", json!(7), "/id", "string"),
        ("id", json!(null), "/id", "null"),
        ("board", json!("_auth"), "/board", "letter or a digit"),
        ("board", json!("Ops"), "/board", "a-z"),
        ("board", long(64), "/board", "63"),
        ("level", json!("loud"), "/level", "URGENT"),
        ("level", json!(1), "/level", "URGENT"),
        ("text", json!(""), "/text", "empty"),
        ("text", json!(" \t\u{3000}"), "/text", "Nothing"),
        ("text", json!("\u{7}\u{202e}\u{feff}"), "/text", "Nothing"),
        ("text", long(2_001), "/text", "2,000"),
        ("text", long(8_001), "/text", "too many"),
        ("text", json!(["x"]), "/text", "string"),
        ("html", json!(""), "/html", "empty"),
        ("html", long(4_001), "/html", "4,000"),
        ("html", json!(5), "/html", "markup"),
        ("tags", seventeen.into(), "/tags", "16"),
        ("tags", json!("db"), "/tags", "list"),
        ("tags", json!(["a", ""]), "/tags/1", "empty"),
        ("tags", json!(["a", "b", "x".repeat(65)]), "/tags/2", "64"),
        ("tags", json!(["a\nb"]), "/tags/0", "control"),
        ("key", json!(""), "/key", "empty"),
        ("key", long(129), "/key", "128"),
        ("key", json!("a\u{0}"), "/key", "control"),
        ("ttl", json!(0), "/ttl", "from 1"),
        ("ttl", json!(2_592_001), "/ttl", "2,592,000"),
        ("ttl", json!(-1), "/ttl", "from 1"),
        ("ttl", json!(5.0), "/ttl", "digits"),
        ("ttl", json!("60"), "/ttl", "digits"),
        ("starts_at", json!("tomorrow"), "/starts_at", "RFC 3339"),
        ("starts_at", json!("2026-01-31T09:30:00"), "/starts_at", "RFC 3339"),
        ("starts_at", json!("9999-01-31T09:30:00Z"), "/starts_at", "366 days"),
        ("starts_at", json!(1_700_000_000_000_u64), "/starts_at", "RFC 3339"),
        ("link", json!("http://example.com"), "/link", "https"),
        ("link", json!("https://u:p@example.com"), "/link", "credentials"),
        ("link", json!("https://example.com/a b"), "/link", "blanks"),
        ("link", json!(format!("https://example.com/{}", "x".repeat(2_048))), "/link", "2,048"),
        ("data", json!([1]), "/data", "object"),
        ("data", data, "/data", "4,096"),
        ("nonsense", json!(1), "/nonsense", "leave it out"),
        ("a/b~c", json!(1), "/a~1b~0c", "leave it out"),
    ];
    for (member, value, pointer, word) in table {
        let mut notice = json!({"text": "x"});
        notice[member] = value.clone();
        let answer = server.notify(&notice);
        assert_eq!(answer.status, 422, "{member}: {}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.json()["type"], "/errors/invalid", "{member}");
        assert_eq!(answer.pointers(), [*pointer], "{}", answer.text);
        let detail = answer.json()["errors"][0]["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(word), "{member}: {word:?} is not in {detail:?}");
    }
    let list = server.get("/v1/boards/main/notices");
    assert_eq!(list.json(), json!({"notices": [], "next": null}), "nothing of it was published");
}

#[test]
fn all_faults_are_named_at_once_and_what_is_missing_by_its_place() {
    let server = TestServer::start();
    let answer = server.notify(&json!({"ttl": 0, "tags": ["", "ok", ""], "level": "loud"}));
    assert_eq!(answer.status, 422);
    assert_eq!(answer.pointers(), ["/level", "/tags/0", "/tags/2", "/text", "/ttl"]);
    let many: serde_json::Map<String, Value> = (0..150).map(|n| (format!("m{n}"), json!(n))).collect();
    let answer = server.notify(&many.into());
    let pointers = answer.pointers();
    assert_eq!((pointers.len(), pointers[100].as_str()), (101, ""), "{}", answer.text);
    let whole = server.post("/v1/notify", "application/json", "\"text\"");
    assert_eq!((whole.status, whole.pointers()), (422, vec![String::new()]));
}

#[test]
fn what_cannot_be_parsed_is_400_and_says_where() {
    let server = TestServer::start();
    let deep = format!(r#"{{"text":"x","data":{}1{}}}"#, "[".repeat(200), "]".repeat(200));
    let bodies: [&[u8]; 10] = [
        b"",
        b"{",
        br#"{"text":"x"} trailing"#,
        br#"{"text":"x","text":"y"}"#,
        br#"{"text":"x","data":{"a":1,"a":2}}"#,
        br#"{"text":"\ud800"}"#,
        br#"{"text":"x","data":{"n":1e999}}"#,
        b"\xef\xbb\xbf{\"text\":\"x\"}",
        b"{\"text\":\"\xff\"}",
        deep.as_bytes(),
    ];
    for body in bodies {
        let answer = server.post("/v1/notify", "application/json", body);
        let shown = String::from_utf8_lossy(body);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (400, json!("/errors/malformed")),
            "{shown}"
        );
        assert!(answer.json()["detail"].as_str().unwrap().len() > 20, "{shown}: {}", answer.text);
    }
    let answer = server.post("/v1/notify", "application/json", "{\"text\":\n  \"\u{e9}\", x}");
    assert!(answer.json()["detail"].as_str().unwrap().contains("line 2"), "{}", answer.text);
}

#[test]
fn what_is_published_is_cleaned_and_shown_as_its_publisher_wrote_it() {
    let server = TestServer::start();
    let body = r#"{"id":"n.1:_-A","board":"ops","level":"Critical","text":"a\r\nb\u0000\u202e c","html":"<b onclick=x>a</b>",
        "tags":["db","数据"],"key":"db-1","ttl":60,"link":"https://example.com/x","data":{ "n" : 1.50, "a":[ ] }}"#;
    let answer = server.send(
        "POST",
        "/v1/notify",
        &[
            ("content-type", "Application/JSON; charset=utf-8"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ],
        body,
    );
    assert_eq!(answer.status, 201, "{}", answer.text);
    assert_eq!(answer.json()["trace_id"], "0af7651916cd43dd8448eb211c80319c");
    let shown = server.get("/v1/boards/ops/notices/n.1:_-A");
    assert!(shown.text.contains(r#""data":{"n":1.50,"a":[]}"#), "{}", shown.text);
    let notice = shown.json();
    for (member, value) in [
        ("text", json!("a b c")),
        ("html", json!("<b>a</b>")),
        ("level", json!("URGENT")),
        ("tags", json!(["db", "数据"])),
        ("key", json!("db-1")),
        ("link", json!("https://example.com/x")),
        ("cells", json!(5)),
        ("count", json!(1)),
        ("started", json!(true)),
        ("version", json!(2)),
        ("rev", json!(2)),
        ("trace_id", json!("0af7651916cd43dd8448eb211c80319c")),
        ("expires_at", answer.json()["expires_at"].clone()),
    ] {
        assert_eq!(notice[member], value, "{member}");
    }
    let minted = server.notify(&json!({"text": "x", "board": "ops"})).json();
    assert_eq!(minted["id"].as_str().unwrap().len(), 36, "{minted}");
    let plain = server.get(&format!("/v1/boards/ops/notices/{}", minted["id"].as_str().unwrap())).json();
    for absent in ["html", "key", "link", "data"] {
        assert_eq!(plain.get(absent), None);
    }
    assert_eq!((plain["tags"].clone(), plain["level"].clone()), (json!([]), json!("INFO")));
}

#[test]
fn a_notice_starts_when_it_says_and_one_that_is_over_is_refused() {
    let server = TestServer::start();
    let day = &server.notify(&json!({"text": "x", "ttl": 2_592_000})).json()["expires_at"].as_str().unwrap()
        [..10]
        .to_owned();
    let starts_at = format!("{day}T09:30:00.5+01:00");
    let later = server.notify(&json!({"id": "later", "text": "x", "starts_at": starts_at, "ttl": 60}));
    assert_eq!(later.status, 201, "{}", later.text);
    assert_eq!(later.json()["expires_at"], format!("{day}T08:31:00.500Z"), "the ttl counts from the start");
    let shown = server.get("/v1/boards/main/notices/later").json();
    assert_eq!(shown["started"], false);
    assert_eq!(shown["starts_at"], format!("{day}T08:30:00.500Z"), "the offset is taken off");
    let over = server.notify(&json!({"text": "x", "starts_at": "2020-01-01T00:00:00Z", "ttl": 60}));
    assert_eq!((over.status, over.pointers()), (422, vec!["/ttl".to_owned()]), "{}", over.text);
    assert!(over.json()["detail"].as_str().unwrap().contains("2020-01-01T00:01:00.000Z"), "{}", over.text);
    let ancient = server.notify(&json!({"text": "x", "starts_at": "0001-01-01T00:00:00Z"}));
    assert_eq!(ancient.status, 422, "{}", ancient.text);
}
