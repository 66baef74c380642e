//! Requests as they stand on the wire: large, broken, encoded, never-ending, and of two minds.

use crate::harness::TestServer;
use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write};

const MIB: usize = 1 << 20;

/// The statuses of all answers in what came back.
fn statuses(answers: &str) -> Vec<u16> {
    let after = answers.split("HTTP/1.1 ").skip(1);
    after.filter_map(|answer| answer.get(..3)?.parse().ok()).collect()
}

fn post(path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}\r\n");
    [head.as_bytes(), body].concat()
}

fn json_of(bytes: usize) -> Vec<u8> {
    let mut body = br#"{"text":"x"}"#.to_vec();
    body.resize(bytes, b' ');
    body
}

fn length(body: &[u8]) -> String {
    format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len())
}

#[test]
fn a_body_of_one_mib_is_taken_and_one_byte_more_is_413() {
    let server = TestServer::start();
    let answer = server.post("/v1/notify", "application/json", json_of(MIB));
    assert_eq!(answer.status, 201, "{}", answer.text);
    let answer = server.post("/v1/notify", "application/json", json_of(MIB + 1));
    assert_eq!((answer.status, answer.json()["type"].clone()), (413, json!("/errors/too-large")));
}

#[test]
fn a_body_that_is_too_large_is_answered_readably_while_it_is_still_being_sent() {
    let server = TestServer::start();
    for bytes in [2 * MIB, 20 * MIB] {
        let body = json_of(bytes);
        let answer = server.raw(&post("/v1/notify", &length(&body), &body));
        assert_eq!(statuses(&answer), [413], "{answer}");
        assert!(answer.contains("/errors/too-large"), "{answer}");
        let mut chunked = format!("{bytes:x}\r\n").into_bytes();
        chunked.extend(&body);
        chunked.extend(b"\r\n0\r\n\r\n");
        let headers = "content-type: application/json\r\ntransfer-encoding: chunked\r\n";
        let answer = server.raw(&post("/v1/notify", headers, &chunked));
        assert_eq!(statuses(&answer), [413], "{answer}");
    }
}

#[test]
fn an_answer_that_needs_no_body_is_readable_all_the_same() {
    let server = TestServer::start();
    let body = json_of(2 * MIB);
    let wrong_type = format!("content-type: text/csv\r\ncontent-length: {}\r\n", body.len());
    let encoded = format!("{}content-encoding: gzip\r\n", length(&body));
    let foreign = format!("{}origin: http://evil.example\r\n", length(&body));
    let keyed = format!("{}idempotency-key: a b\r\n", length(&body));
    for (path, headers, status) in [
        ("/v1/notify", &wrong_type, 415),
        ("/v1/notify", &encoded, 415),
        ("/v1/notify", &foreign, 403),
        ("/v1/notify", &keyed, 422),
        ("/nowhere", &length(&body), 404),
        ("/livez", &length(&body), 405),
        ("/v1/boards/_auth", &length(&body), 404),
        ("/v1/hooks/none", &length(&body), 404),
    ] {
        let answer = server.raw(&post(path, headers, &body));
        assert_eq!(statuses(&answer), [status], "{path}: {answer}");
        assert!(answer.contains("application/problem+json"), "{path}: {answer}");
    }
}

#[test]
fn who_asks_before_sending_is_told_to_go_on_or_not_to() {
    let server = TestServer::start();
    let expecting = |bytes: usize| {
        let headers =
            format!("content-type: application/json\r\ncontent-length: {bytes}\r\nexpect: 100-continue\r\n");
        let mut stream = server.tcp();
        stream.write_all(&post("/v1/notify", &headers, b"")).unwrap();
        let mut line = String::new();
        let mut reader = BufReader::new(stream);
        reader.read_line(&mut line).unwrap();
        (line, reader)
    };
    let (line, _) = expecting(2 * MIB);
    assert!(line.contains(" 413 "), "{line}");
    let body = json_of(100);
    let (line, mut reader) = expecting(body.len());
    assert!(line.contains(" 100 "), "{line}");
    reader.get_mut().write_all(&body).unwrap();
    let mut rest = String::new();
    reader.read_to_string(&mut rest).unwrap();
    assert_eq!(statuses(&rest), [201], "{rest}");
    let large = json_of(2 * MIB);
    let impatient = format!("{}expect: 100-continue\r\n", length(&large));
    let answer = server.raw(&post("/v1/notify", &impatient, &large));
    assert_eq!(statuses(&answer), [413], "who does not wait can read the answer too: {answer}");
}

#[test]
fn a_type_that_is_not_taken_is_415_and_so_is_an_encoded_body() {
    let server = TestServer::start();
    for kind in
        ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "application/x-yaml", "json"]
    {
        let answer = server.post("/v1/notify", kind, r#"{"text":"x"}"#);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (415, json!("/errors/unsupported-media-type"))
        );
        assert!(answer.json()["detail"].as_str().unwrap().contains("application/json"), "{}", answer.text);
    }
    assert_eq!(server.send("POST", "/v1/notify", &[], r#"{"text":"x"}"#).status, 415);
    let json = ("content-type", "application/json");
    for encoding in ["gzip", "br", "identity, gzip", "x"] {
        for path in ["/v1/notify", "/v1/boards/ops", "/v1/hooks/alertmanager"] {
            let answer =
                server.send("POST", path, &[json, ("content-encoding", encoding)], r#"{"text":"x"}"#);
            assert_eq!(answer.status, 415, "{path} {encoding}: {}", answer.text);
        }
    }
    let twice = [json, ("content-encoding", "identity"), ("content-encoding", "gzip")];
    assert_eq!(server.send("POST", "/v1/notify", &twice, r#"{"text":"x"}"#).status, 415);
    for identity in ["identity", "Identity"] {
        let body = format!(r#"{{"text":"{identity}"}}"#);
        let answer = server.send("POST", "/v1/notify", &[json, ("content-encoding", identity)], &body);
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
}

#[test]
fn a_body_that_breaks_off_publishes_nothing() {
    let server = TestServer::start();
    let headers = "content-type: application/json\r\ncontent-length: 100\r\n";
    let mut stream = server.tcp();
    stream.write_all(&post("/v1/notify", headers, br#"{"text":"x"}"#)).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(statuses(&answer).iter().all(|status| *status == 400), "{answer}");
    let chunked = "content-type: application/json\r\ntransfer-encoding: chunked\r\n";
    for chunk in [
        "zz\r\n{\"text\":\"x\"}\r\n0\r\n\r\n",
        "fffffffffffffffff\r\n{",
        "-1\r\n{",
        "c\r\n{\"text\":\"x\"}0\r\n\r\n",
    ] {
        let answer = server.raw(&post("/v1/notify", chunked, chunk.as_bytes()));
        assert!(statuses(&answer).iter().all(|status| *status == 400), "{chunk}: {answer}");
    }
    assert_eq!(server.get("/v1/boards/main/notices").json()["notices"], json!([]));
    let whole = "6\r\n{\"text\r\n6\r\n\":\"x\"}\r\n0\r\n\r\n";
    assert_eq!(statuses(&server.raw(&post("/v1/notify", chunked, whole.as_bytes()))), [201]);
}

#[test]
fn a_head_that_never_ends_or_is_too_large_ends_its_connection() {
    let server = TestServer::start();
    let begun = server.raw(b"POST /v1/notify HTTP/1.1\r\nhost: localhost\r\nx-slow: ");
    assert!(statuses(&begun).iter().all(|status| (400..500).contains(status)), "{begun}");
    let large = format!("GET /livez HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "x".repeat(200_000));
    let many = format!("GET /livez HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "x: y\r\n".repeat(1_000));
    let long = format!("GET /{} HTTP/1.1\r\nhost: localhost\r\n\r\n", "x".repeat(100_000));
    for head in [large, many, long] {
        let answer = server.raw(head.as_bytes());
        assert!(statuses(&answer).iter().all(|status| (400..500).contains(status)), "{answer}");
    }
    assert_eq!(server.get("/livez").status, 200);
}

#[test]
fn a_request_of_two_minds_about_its_length_smuggles_nothing() {
    let server = TestServer::start();
    let smuggled = "POST /v1/boards/smuggled HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\n\r\nx";
    let notify = "POST /v1/notify HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let shapes = [
        // Read by its length, the second request is this one's body.
        format!(
            "{notify}content-length: {}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}",
            5 + smuggled.len()
        ),
        format!(
            "{notify}transfer-encoding: chunked\r\ncontent-length: {}\r\n\r\n0\r\n\r\n{smuggled}",
            5 + smuggled.len()
        ),
        // Two lengths.
        format!("{notify}content-length: 0\r\ncontent-length: {}\r\n\r\n{smuggled}", smuggled.len()),
        format!("{notify}content-length: 0, {}\r\n\r\n{smuggled}", smuggled.len()),
        format!("{notify}content-length: +0\r\n\r\n{smuggled}"),
        format!("{notify}content-length : 0\r\n\r\n{smuggled}"),
        // Codings that only some would read as chunked.
        format!("{notify}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n{smuggled}"),
        format!("{notify}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n{smuggled}"),
        format!("{notify}transfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n{smuggled}"),
        format!("{notify}x: a\rcontent-length: 0\r\n\r\n{smuggled}"),
    ];
    for shape in shapes {
        let mut stream = server.tcp();
        stream.write_all(shape.as_bytes()).unwrap();
        // Whatever is left waits for no more.
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answers = Vec::new();
        let _ended = stream.read_to_end(&mut answers);
        let answers = String::from_utf8_lossy(&answers).into_owned();
        assert!(statuses(&answers).iter().all(|status| (400..500).contains(status)), "{shape}\n→ {answers}");
        assert_eq!(
            server.get("/v1/boards/smuggled/now").json()["cursor"],
            json!(null),
            "{shape}\n→ {answers}"
        );
    }
}

#[test]
fn odd_request_lines_are_answered_or_ended() {
    let server = TestServer::start();
    for line in [
        "CONNECT localhost:80",
        "OPTIONS *",
        "GET *",
        "GET livez",
        "GET http://",
        "TRACE /livez",
        "GET /\u{e9}",
        "GET http://\u{e9}\u{e9}.localhost/livez",
        "get /livez",
        "GET /livez?\u{0}",
        "GET /v1/boards/ops/notices?limit=%",
        "GET /..//livez",
        "GET /%2e%2e/livez",
        "GET localhost",
    ] {
        let answer =
            server.raw(format!("{line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").as_bytes());
        assert!(statuses(&answer).iter().all(|status| (400..500).contains(status)), "{line} → {answer}");
    }
    for garbage in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\r\n\r\n\r\n\0",
    ] {
        let mut stream = server.tcp();
        stream.write_all(garbage).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ended = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(
            statuses(&answer).iter().all(|status| (400..600).contains(status) && *status != 500),
            "{answer}"
        );
    }
    assert_eq!(server.get("/livez").status, 200);
}
