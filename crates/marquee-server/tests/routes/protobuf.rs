//! `POST /v1/notify` of `application/x-protobuf`: the rules and the outcomes of JSON, and always a `NotifyResponse`.

use crate::harness::{Answer, TestServer};
use crate::wire::Reader;
use marquee_protocol::proto::data::{Kind, Member, Struct, Value};
use marquee_protocol::proto::{Level, Notify, NotifyRequest, NotifyResponse, Result as Told};
use marquee_protocol::time;
use prost::Message;
use serde_json::json;

pub(crate) const PROTOBUF: &str = "application/x-protobuf";

pub(crate) fn text(board: &str, id: &str, text: &str) -> Notify {
    Notify { board: board.into(), id: id.into(), text: text.into(), ..Notify::default() }
}

fn post(server: &TestServer, notices: Vec<Notify>, headers: &[(&str, &str)]) -> Answer {
    let headers = [headers, &[("content-type", PROTOBUF)]].concat();
    server.send("POST", "/v1/notify", &headers, NotifyRequest { notices }.encode_to_vec())
}

/// What became of notices; the answer has to be a `NotifyResponse`.
pub(crate) fn notify(server: &TestServer, notices: Vec<Notify>, headers: &[(&str, &str)]) -> Vec<Told> {
    results(&post(server, notices, headers))
}

fn results(answer: &Answer) -> Vec<Told> {
    assert_eq!((answer.status, answer.header("content-type")), (200, PROTOBUF), "{}", answer.text);
    assert_eq!(answer.header("cache-control"), "no-store");
    NotifyResponse::decode(&*answer.bytes).unwrap().results
}

fn outcome(told: &Told) -> (u32, &str, &str, &str) {
    (told.status_code, &told.status, &told.state, &told.problem)
}

#[test]
fn what_is_published_in_protobuf_is_what_the_same_json_would_be() {
    let server = TestServer::start();
    let starts_at = server.get("/v1/time").json()["server_time"].as_u64().unwrap() + 60_000;
    let notify_all = Notify {
        level: Level::Warning.into(),
        html: "<b>down</b>".into(),
        tags: vec!["db".into()],
        key: "k".into(),
        ttl: 900,
        starts_at,
        link: "https://example.com/".into(),
        data: Struct::from_json("{\"a\":[1,2.5,null]}"),
        ..text("ops", "TEST-001", "database is down")
    };
    let told = notify(&server, vec![notify_all], &[]).swap_remove(0);
    assert_eq!(outcome(&told), (201, "accepted", "", ""));
    assert_eq!((&*told.id, &*told.board, &*told.cursor), ("TEST-001", "ops", "testepoch.2"));
    assert_eq!((told.version, told.expires_at), (2, starts_at + 900_000));
    assert_eq!(told.trace_id.len(), 32);
    let shown = server.get("/v1/boards/ops/notices/TEST-001").json();
    assert_eq!(shown["level"], "WARNING");
    assert_eq!((&shown["data"], &shown["tags"]), (&json!({"a": [1, 2.5, null]}), &json!(["db"])));
    assert_eq!(shown["trace_id"], told.trace_id);
    let same = json!({
        "board": "ops", "id": "TEST-001", "text": "database is down", "level": "WARNING", "html": "<b>down</b>",
        "tags": ["db"], "key": "k", "ttl": 900, "starts_at": time::rfc3339(starts_at), "link": "https://example.com/",
        "data": {"a": [1, 2.5, null]},
    });
    let again = server.notify(&same);
    assert_eq!((again.status, &again.json()["status"]), (200, &json!("duplicate")), "{}", again.text);
}

#[test]
fn every_outcome_of_json_is_an_outcome_here() {
    let server = TestServer::start();
    let keyed = |id: &str, words: &str| Notify { key: "k".into(), ..text("ops", id, words) };
    let told = notify(
        &server,
        vec![
            text("ops", "a", "first"),
            text("ops", "a", "first"),
            text("ops", "a", "other"),
            text("ops", "b", "first"),
            keyed("c", "one"),
            keyed("d", "two"),
            text("ops", "", ""),
            text("ops", "", "minted"),
        ],
        &[],
    );
    let outcomes: Vec<_> = told.iter().map(outcome).collect();
    assert_eq!(
        outcomes,
        [
            (201, "accepted", "", ""),
            (200, "duplicate", "active", ""),
            (409, "", "", "conflict"),
            (200, "folded", "", ""),
            (201, "accepted", "", ""),
            (200, "replaced", "", ""),
            (422, "", "", "invalid"),
            (201, "accepted", "", ""),
        ]
    );
    assert_eq!((&*told[5].id, told[7].id.len()), ("c", 36));
    assert!(told.iter().all(|one| one.trace_id == told[0].trace_id && one.trace_id.len() == 32));
}

#[test]
fn one_notice_and_only_bad_ones_are_answered_as_a_list_too() {
    let server = TestServer::start();
    assert_eq!(notify(&server, vec![text("", "", "alone")], &[])[0].board, "main");
    let not_a_number = Value { kind: Some(Kind::Number(f64::NAN)) };
    let fields = vec![Member { key: "a".into(), value: Some(not_a_number) }];
    let bad = vec![
        Notify { level: 9, ..text("", "", "a") },
        Notify { data: Some(Struct { fields }), ..text("", "", "a") },
        Notify { ttl: 2_592_001, ..text("", "", "a") },
    ];
    let told = notify(&server, bad, &[]);
    assert_eq!(told.iter().map(outcome).collect::<Vec<_>>(), [(422, "", "", "invalid"); 3]);
}

#[test]
fn what_cannot_be_read_as_a_whole_is_a_problem_like_any_other() {
    let server = TestServer::start();
    let problem = |answer: Answer, status: u16| {
        assert_eq!((answer.status, answer.header("content-type")), (status, "application/problem+json"));
        assert!(!answer.json()["detail"].as_str().unwrap().is_empty());
    };
    for garbage in [&b"{\"text\":\"a\"}"[..], b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\x7f", b"\x0a\x05a"] {
        problem(server.post("/v1/notify", PROTOBUF, garbage), 400);
    }
    problem(server.post("/v1/notify", PROTOBUF, ""), 422);
    problem(post(&server, vec![text("", "", "a"); 1_001], &[]), 422);
    problem(post(&server, vec![text("", "", &"a".repeat(1 << 20))], &[]), 413);
    problem(post(&server, vec![text("", "", "a")], &[("content-encoding", "gzip")]), 415);
    // One that is no notice spoils no other: field 1 holds a text that is not UTF-8.
    let good = NotifyRequest { notices: vec![text("", "", "a")] }.encode_to_vec();
    let told = results(&server.post("/v1/notify", PROTOBUF, [b"\x0a\x03\x22\x01\xff", &good[..]].concat()));
    assert_eq!(
        told.iter().map(outcome).collect::<Vec<_>>(),
        [(400, "", "", "malformed"), (201, "accepted", "", "")]
    );
    assert_eq!(server.publish("main", "still-there")["status"], "accepted");
}

#[test]
fn the_headers_hold_as_they_do_for_json() {
    let server = TestServer::start();
    let key = ("idempotency-key", "TEST-002");
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let traceparent = format!("00-{trace}-b7ad6b7169203331-01");
    let told = notify(&server, vec![text("", "", "a")], &[key, ("traceparent", &traceparent)]);
    assert_eq!((&*told[0].id, &*told[0].trace_id), ("TEST-002", trace));
    let other = notify(&server, vec![text("", "x", "a")], &[key]);
    assert_eq!(outcome(&other[0]), (422, "", "", "invalid"));
    let many = post(&server, vec![text("", "", "a"), text("", "", "b")], &[key]);
    assert_eq!((many.status, many.pointers()), (422, vec![String::new()]));
    let parameter = format!("{PROTOBUF}; messageType=marquee.v1.NotifyRequest");
    let body = NotifyRequest { notices: vec![text("", "p", "a")] }.encode_to_vec();
    assert_eq!(results(&server.post("/v1/notify", &parameter, body)).len(), 1);
}

/// The body of the example in `docs/publish/protobuf.md`, which people send with curl.
#[test]
fn the_example_in_the_documents_is_taken() {
    let server = TestServer::start();
    let body = include_bytes!("../../../../docs/publish/example.pb");
    let told = results(&server.post("/v1/notify", PROTOBUF, body));
    assert_eq!(outcome(&told[0]), (201, "accepted", "", ""));
    let mut screen = Reader::open(&server, "ws", "board=ops&terminal=web");
    screen.expect("hello");
    screen.expect("subscribed");
    assert_eq!(screen.expect("snapshot")["notices"][0]["text"], "database is down");
}
