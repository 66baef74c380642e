//! Requests by chance, from a seed that never changes: whatever is sent, nothing answers 500 and nothing panics.

use crate::harness::TestServer;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};

const CASES: u64 = 600;
const METHODS: [&str; 6] = ["POST", "PUT", "GET", "DELETE", "PATCH", "OPTIONS"];
/// Mostly with the method that the path takes: what is refused at the door tests no reader.
const LINES: [&str; 19] = [
    "POST /v1/notify",
    "POST /v1/notify",
    "POST /v1/notify",
    "POST /v1/boards/ops",
    "POST /v1/boards/ops",
    "POST /v1/hooks/alertmanager",
    "POST /v1/hooks/alertmanager?board=ops",
    "POST /v1/hooks/grafana?board=ops",
    "POST /v1/hooks/nightingale",
    "POST /v1/hooks/cloudevents",
    "PUT /v1/boards/ops/notices/a",
    "DELETE /v1/boards/ops/notices/a",
    "DELETE /v1/boards/ops/notices",
    "GET /v1/boards/ops/notices",
    "GET /v1/boards/ops/now",
    "GET /v1/sse",
    "GET /v1/ws",
    "GET /boards/ops",
    "GET /schemas/notice.json",
];
const QUERY: [&str; 12] =
    ["id", "level", "tags", "ttl", "key", "link", "limit", "after", "at", "board", "last_seen", "terminal"];
const HEADERS: [&str; 17] = [
    "idempotency-key",
    "marquee-id",
    "marquee-level",
    "marquee-tags",
    "marquee-ttl",
    "marquee-key",
    "marquee-link",
    "traceparent",
    "content-encoding",
    "expect",
    "origin",
    "last-event-id",
    "upgrade",
    "accept",
    "ce-specversion",
    "ce-id",
    "webhook-signature",
];
const TYPES: [&str; 8] = [
    "application/json",
    "application/json",
    "application/x-ndjson",
    "application/cloudevents+json",
    "application/cloudevents-batch+json",
    "text/plain",
    "application/json;",
    "\u{ff}",
];
const BODIES: [&str; 8] = [
    r#"{"id":"a","board":"ops","level":"warn","text":"x\ud83d\udd25","html":"<b>x<a href='https://e.x'>y</a>","tags":["a"],"key":"k","ttl":60,"starts_at":"2026-01-31T09:30:00.123+02:00","link":"https://e.x/","data":{"a":[1.5e3,{}]}}"#,
    r#"[{"id":"b","text":"x"},{"text":"y","key":"k"},{"html":"&#x10ffff;&amp;<p>z"}]"#,
    "{\"text\":\"x\"}\n{\"text\":\"y\",\"ttl\":1}\n\n{\"id\":\"a\"}",
    r#"{"version":"4","alerts":[{"status":"firing","fingerprint":"f","labels":{"severity":"page","alertname":"A"},"annotations":{"summary":"s"},"generatorURL":"https://e.x"},{"status":"resolved","fingerprint":"f"}]}"#,
    r#"[{"hash":"h","severity":1,"is_recovered":false,"rule_name":"r","target_ident":"i","trigger_value":"1","tags":["a=b"],"annotations":{}},{"hash":"h","is_recovered":true}]"#,
    r#"[{"specversion":"1.0","id":"i","source":"/s","type":"t","subject":"u","time":"2026-01-31T09:30:00Z","data":{"text":"x","level":"warn","tags":["a"],"ttl":60,"key":"k","link":"https://e.x/"}}]"#,
    "just a text\r\nof two lines",
    "",
];
const PIECES: [&str; 24] = [
    "null",
    "-0",
    "1e400",
    "5.0",
    "99999999999999999999",
    "\"\"",
    "\\u0000",
    "\\ud800",
    "\u{202e}",
    "\u{feff}",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"text\"",
    "\"ttl\":0,",
    "<svg/onload=x>",
    "&#0;",
    "9999-12-31T23:59:60Z",
    "0000-01-01T00:00:00Z",
    "%ff%00%2f",
    "$serde_json::private::RawValue",
];

fn one<'a>(rng: &mut StdRng, of: &[&'a str]) -> &'a str {
    of[rng.random_range(0..of.len())]
}

/// A body with a few accidents.
fn body(rng: &mut StdRng) -> Vec<u8> {
    let mut body = one(rng, &BODIES).as_bytes().to_vec();
    for _ in 0..rng.random_range(0..5) {
        let place = rng.random_range(0..=body.len());
        match rng.random_range(0..5) {
            0 => body.truncate(place),
            1 => body.insert(place, rng.random()),
            2 if place < body.len() => body[place] = rng.random(),
            3 => {
                let copied = body[place..].to_vec();
                body.extend(copied);
            }
            _ => drop(body.splice(place..place, one(rng, &PIECES).bytes())),
        }
    }
    body
}

/// A header's value: anything that is no line break.
fn value(rng: &mut StdRng) -> Vec<u8> {
    let mut value =
        one(rng, &["", "a", "60", "URGENT", "https://e.x", "100-continue", "identity", "websocket"])
            .as_bytes()
            .to_vec();
    for _ in 0..rng.random_range(0..6) {
        value.push(rng.random_range(b' '..=255));
    }
    value.retain(|byte| *byte != 127);
    value
}

fn request(rng: &mut StdRng) -> Vec<u8> {
    let mut head = one(rng, &LINES).as_bytes().to_vec();
    if rng.random_range(0..10) == 0 {
        let path = head.split_off(head.iter().position(|byte| *byte == b' ').unwrap());
        head = one(rng, &METHODS).bytes().chain(path).collect();
    }
    for place in 0..rng.random_range(0..3) {
        head.extend(if place == 0 && !head.contains(&b'?') { b"?" } else { b"&" });
        head.extend(
            format!(
                "{}={}",
                one(rng, &QUERY),
                one(rng, &["", "a", "1", "%ff", "%00", "-1", "%F0%9F%94%A5", "ops"])
            )
            .bytes(),
        );
    }
    head.extend(b" HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
    if rng.random_range(0..10) > 0 {
        head.extend(format!("content-type: {}\r\n", one(rng, &TYPES)).bytes());
    }
    for _ in 0..rng.random_range(0..4) {
        head.extend(one(rng, &HEADERS).bytes().chain(*b": "));
        head.extend(value(rng));
        head.extend(b"\r\n");
    }
    let body = body(rng);
    head.extend(format!("content-length: {}\r\n\r\n", body.len()).bytes());
    head.extend(body);
    head
}

#[test]
fn whatever_is_sent_the_answer_blames_no_fault_of_the_server() {
    let server = TestServer::start();
    let mut seen = std::collections::BTreeMap::<u16, u32>::new();
    for seed in 0..CASES {
        let request = request(&mut StdRng::seed_from_u64(seed));
        let mut stream = server.tcp();
        stream.write_all(&request).unwrap();
        let mut line = Vec::new();
        BufReader::new(stream).read_until(b'\n', &mut line).unwrap();
        let line = String::from_utf8_lossy(&line).into_owned();
        let shown = String::from_utf8_lossy(&request).into_owned();
        let status: u16 = line
            .get(9..12)
            .and_then(|code| code.parse().ok())
            .unwrap_or_else(|| panic!("{seed}: {line:?} to {shown}"));
        assert!(
            status == 100 || (200..300).contains(&status) || (400..500).contains(&status),
            "{seed}: {line} to {shown}"
        );
        *seen.entry(status).or_default() += 1;
    }
    for status in [200, 201, 400, 405, 415, 422] {
        assert!(seen.contains_key(&status), "chance never came to {status}: {seen:?}");
    }
    assert!(seen[&200] + seen[&201] > 100, "too little was taken: {seen:?}");
    assert_eq!(server.get("/readyz").json(), json!({"status": "ready"}));
    assert_eq!(server.notify(&json!({"board": "last", "text": "x"})).status, 201);
}
