//! `GET /v1/boards/{board}/shown`: what terminals say was on their glass.

use crate::harness::TestServer;
use crate::secured::{secured, token};
use serde_json::{Value, json};

fn now(server: &TestServer) -> u64 {
    server.get("/v1/time").json()["server_time"].as_u64().unwrap()
}

fn records(server: &TestServer, query: &str) -> Vec<Value> {
    let answer = server.get(&format!("/v1/boards/ops/shown{query}"));
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/x-ndjson");
    answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A wall that has seen a pin, and what it says of it.
fn told(server: &TestServer, query: &str) -> (crate::harness::Terminal, Value) {
    server.notify(&json!({"board": "ops", "id": "a", "text": "down", "level": "URGENT"}));
    let mut wall = server.ws(&format!("/v1/ws?board=ops&terminal=web{query}"));
    wall.expect("hello");
    wall.expect("subscribed");
    let pin = wall.expect("snapshot")["timeline"]["pin"].clone();
    let from = pin["from"].as_u64().unwrap();
    let said = json!({"type": "shown", "board": "ops", "id": "a", "rev": pin["notice"]["rev"], "play": "pin",
        "from": from + 21, "until": from + 40, "outcome": "cut", "offset_ms": -12});
    (wall, said)
}

/// Everything that was said until now has been heard.
fn heard(wall: &mut crate::harness::Terminal) {
    wall.send(&json!({"type": "ping", "ts": 1}));
    wall.until("pong");
}

#[test]
fn what_a_terminal_with_a_name_showed_is_found_beside_what_was_planned() {
    let server = TestServer::start();
    assert_eq!(records(&server, ""), Vec::<Value>::new());
    let (mut wall, said) = told(&server, "&name=lobby-1");
    wall.send(&said);
    heard(&mut wall);
    let found = records(&server, "");
    let ms = |member: &str| {
        let text = found[0][member].as_str().unwrap().to_owned();
        marquee_protocol::time::parse(&text).unwrap()
    };
    let from = said["from"].as_u64().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((ms("planned"), ms("in"), ms("out")), (from - 21, from, from + 19));
    let rest =
        ["terminal", "board", "id", "rev", "play", "outcome", "offset_ms"].map(|name| found[0][name].clone());
    assert_eq!(json!(rest), json!(["lobby-1", "ops", "a", 2, "pin", "cut", -12]));
    let stages = server.get("/v1/boards/ops/notices/a/lifecycle").json()["stages"].clone();
    let shown = stages.as_array().unwrap().iter().find(|stage| stage["stage"] == "shown").cloned().unwrap();
    assert_eq!((&shown["times"], &shown["at"]), (&json!(1), &found[0]["in"]));
}

#[test]
fn it_comes_as_csv_and_of_a_stretch_of_time() {
    let server = TestServer::start();
    let (mut wall, mut said) = told(&server, "&name=%3Dcmd()");
    for shift in [0, 1_000] {
        said["from"] = json!(said["from"].as_u64().unwrap() - shift);
        wall.send(&said);
    }
    heard(&mut wall);
    let found = records(&server, "");
    assert_eq!(found.len(), 2);
    let (first, second) = (found[0]["in"].as_str().unwrap(), found[1]["in"].as_str().unwrap());
    assert!(first < second, "in order of when they began");
    assert_eq!(records(&server, &format!("?to={second}")), [found[0].clone()]);
    assert_eq!(records(&server, &format!("?from={second}")), [found[1].clone()]);
    let csv = server.send("GET", "/v1/boards/ops/shown", &[("accept", "text/csv")], b"");
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8; header=present");
    let lines: Vec<&str> = csv.text.split("\r\n").collect();
    assert_eq!(lines[0], "terminal,board,id,rev,play,planned,in,out,outcome,offset_ms");
    assert!(lines[1].starts_with("\"'=cmd()\",ops,a,2,pin,"), "{}", lines[1]);
    assert_eq!(csv.text, server.get("/v1/boards/ops/shown?format=csv").text);
    let wrong = server.get("/v1/boards/ops/shown?from=yesterday&to=now&format=xml");
    assert_eq!(
        (wrong.status, wrong.pointers()),
        (422, ["/from", "/to", "/format"].map(str::to_owned).to_vec())
    );
    assert_eq!(server.get("/v1/boards/_auth/shown").status, 404);
}

#[test]
fn it_outlives_a_restart_and_more_than_one_page() {
    let mut server = TestServer::start();
    let (mut wall, said) = told(&server, "&name=lobby-1");
    for _ in 0..1_234 {
        wall.send(&said);
    }
    heard(&mut wall);
    drop(wall);
    server.restart();
    assert_eq!(records(&server, "").len(), 1_234);
}

#[test]
fn what_cannot_have_been_is_not_kept_and_a_terminal_without_a_name_is_told_why() {
    let server = TestServer::start();
    let (mut wall, mut said) = told(&server, "&name=lobby-1");
    for (from, until) in [(1, 2), (now(&server), now(&server) + 3_600_000)] {
        (said["from"], said["until"]) = (json!(from), json!(until));
        wall.send(&said);
    }
    said["outcome"] = json!("well");
    wall.send(&said);
    assert_eq!(wall.until("error")["code"], "bad-message");
    assert_eq!(records(&server, ""), Vec::<Value>::new());
    let (mut nameless, said) = told(&server, "");
    nameless.send(&said);
    let error = nameless.until("error");
    assert!(error["detail"].as_str().unwrap().contains("name"), "{error}");
}

#[test]
fn it_is_for_operators() {
    let server = secured();
    let get = |scope: &str| {
        let bearer = format!("Bearer {}", token(scope));
        server.send("GET", "/v1/boards/ops/shown", &[("authorization", &bearer)], b"").status
    };
    assert_eq!((get("subscribe:ops publish:ops"), get("admin")), (403, 200));
    assert_eq!(server.get("/v1/boards/ops/shown").status, 401);
}
