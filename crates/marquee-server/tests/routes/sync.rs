//! `GET /v1/sync`: a board's entries over plain HTTP, page by page, and an answer that is held until there is one.

use crate::harness::{Answer, LIMIT, TestServer};
use crate::wire::{head_of, version};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::time::Instant;
use tokio_tungstenite::tungstenite::Message;

/// A page that has to be one.
fn page(server: &TestServer, query: &str) -> Value {
    let answer = server.get(&format!("/v1/sync?{query}"));
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    answer.json()
}

/// Asks for one that is held, on a connection of its own, and gives it once the server has it.
fn held(server: &TestServer, query: &str) -> std::net::TcpStream {
    let mut stream = server.tcp();
    let head = format!("GET /v1/sync?{query} HTTP/1.1\r\nhost: {}\r\n\r\n", server.address);
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

/// The body of a held answer: the harness's chunks joined.
fn body(mut stream: std::net::TcpStream) -> Value {
    let head = head_of(&mut stream);
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let (mut text, mut byte) = (String::new(), [0]);
    loop {
        let mut line = String::new();
        while !line.ends_with("\r\n") {
            stream.read_exact(&mut byte).unwrap();
            line.push(char::from(byte[0]));
        }
        let size = usize::from_str_radix(line.trim(), 16).unwrap();
        let mut chunk = vec![0; size + 2];
        stream.read_exact(&mut chunk).unwrap();
        if size == 0 {
            return serde_json::from_str(&text).unwrap();
        }
        text.push_str(std::str::from_utf8(&chunk[..size]).unwrap());
    }
}

fn reset(answer: &Answer, reason: &str) {
    assert_eq!((answer.status, answer.header("x-reset")), (410, "true"), "{}", answer.text);
    let problem = answer.json();
    assert_eq!(problem["type"], "/errors/reset");
    assert_eq!(
        (&problem["reason"], &problem["snapshot"]),
        (&json!(reason), &json!("/v1/snapshot?board=ops"))
    );
}

#[test]
fn pages_join_without_hole_or_repeat_up_to_the_head() {
    let server = TestServer::start();
    server.publish("ops", "first");
    server.replace("ops", 0, 400);
    for limit in [1, 7, 64, 65, 200, 1_000] {
        let (mut query, mut last, mut pages) = (format!("board=ops&limit={limit}"), 0, 0);
        loop {
            let page = page(&server, &query);
            assert_eq!((&page["board"], &page["epoch"]), (&json!("ops"), &json!("testepoch")));
            let entries = page["entries"].as_array().unwrap();
            assert!(entries.len() <= limit);
            for entry in entries {
                last += 1;
                assert_eq!(entry["version"], last);
            }
            assert_eq!(version(&page), last);
            assert!(page["at"].as_u64() >= entries.last().and_then(|entry| entry["at"].as_u64()));
            pages += 1;
            if page["more"] == false {
                break;
            }
            assert_eq!(entries.len(), limit, "there is more, so the page is full");
            query = format!("board=ops&limit={limit}&since={}", page["cursor"].as_str().unwrap());
        }
        assert_eq!((last, pages), (402, 402_usize.div_ceil(limit)), "{limit}");
    }
    let head = page(&server, "board=ops&since=testepoch.402");
    assert_eq!((&head["entries"], &head["more"], version(&head)), (&json!([]), &json!(false), 402));
    assert_eq!(page(&server, "board=ops")["entries"].as_array().unwrap().len(), 402, "500 unless given");
}

#[test]
fn a_page_that_is_not_the_last_tells_the_time_of_its_last_entry() {
    let server = TestServer::start();
    server.publish("ops", "a");
    server.publish("ops", "b");
    let first = page(&server, "board=ops&limit=1");
    assert_eq!((&first["more"], &first["at"]), (&json!(true), &first["entries"][0]["at"]));
    let now = server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    assert!(page(&server, "board=ops")["at"].as_u64().unwrap() >= now, "at the head it is the watermark");
}

#[test]
fn entries_are_byte_for_byte_what_a_terminal_is_sent() {
    let server = TestServer::start();
    let mut terminal = server.ws("/v1/ws?board=ops&last_seen=testepoch.0");
    terminal.expect("hello");
    terminal.expect("subscribed");
    let notice = json!({"board": "ops", "id": "a", "key": "k", "html": "<b>ü</b>", "data": {"n": 1.50, "z": "\u{2028}"}});
    assert_eq!(server.notify(&notice).status, 201);
    assert_eq!(server.delete("/v1/boards/ops/notices/a").status, 200);
    let mut frames = Vec::new();
    while frames.len() < 3 {
        match terminal.socket.read().unwrap() {
            Message::Text(text) if !text.contains("\"bookmark\"") => frames.push(text.to_string()),
            _ => {}
        }
    }
    let mut server = server;
    for _ in 0..2 {
        let text = server.get("/v1/sync?board=ops").text;
        assert!(text.contains(&format!("\"entries\":[{}]", frames.join(","))), "{text}");
        // From disk too.
        server.restart();
    }
}

#[test]
fn what_was_trimmed_is_a_reset_and_the_oldest_kept_is_not() {
    let mut server = TestServer::start_with(|config| config.keep.keep_entries = 10);
    server.publish("ops", "first");
    server.replace("ops", 0, 100);
    server.restart();
    let begun = Instant::now();
    let oldest = loop {
        let oldest = page(&server, "board=ops&limit=1")["entries"][0]["version"].as_u64().unwrap();
        if oldest > 2 {
            break oldest;
        }
        // A trim follows the board's next entries.
        server.replace("ops", 1_000, 20);
        assert!(begun.elapsed() < LIMIT, "nothing was trimmed");
        server.restart();
    };
    let at = |version: u64| server.get(&format!("/v1/sync?board=ops&limit=1&since=testepoch.{version}"));
    assert_eq!(at(oldest - 1).json()["entries"][0]["version"], oldest);
    reset(&at(oldest - 2), "trimmed");
    reset(&at(0), "trimmed");
}

#[test]
fn a_cursor_that_cannot_be_continued_is_410_and_says_where_to_begin() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let begun = Instant::now();
    for (since, reason) in [
        ("testepoch.3", "ahead"),
        ("testepoch.9007199254740991", "ahead"),
        ("otherepoch.1", "epoch"),
        ("nonsense", "invalid"),
        ("testepoch.02", "invalid"),
        ("server", "invalid"),
    ] {
        reset(&server.get(&format!("/v1/sync?board=ops&wait_ms=30000&since={since}")), reason);
    }
    assert!(begun.elapsed() < LIMIT, "nothing was waited for");
    let snapshot = server.get("/v1/snapshot?board=ops").json();
    assert_eq!(
        page(&server, &format!("board=ops&since={}", snapshot["cursor"].as_str().unwrap()))["more"],
        false
    );
}

#[test]
fn a_board_that_was_never_written_is_empty_from_version_0() {
    let server = TestServer::start();
    for query in ["", "board=", "since=", "since=testepoch.0"] {
        let page = page(&server, query);
        assert_eq!((&page["board"], &page["cursor"]), (&json!("main"), &json!("testepoch.0")), "{query}");
        assert_eq!((&page["entries"], &page["more"]), (&json!([]), &json!(false)));
        assert!(page["at"].as_u64().unwrap() > 0);
    }
    assert_eq!(server.get("/v1/boards").json()["boards"], json!([]), "reading creates nothing");
}

#[test]
fn an_answer_is_held_until_there_is_an_entry() {
    let server = TestServer::start();
    let begun = Instant::now();
    let waiting: Vec<_> = (0..20).map(|_| held(&server, "board=ops&wait_ms=30000")).collect();
    let other = held(&server, "board=other&wait_ms=30000");
    server.publish("ops", "a");
    for stream in waiting {
        let page = body(stream);
        assert!(version(&page) >= 1, "{page}");
        assert_eq!(page["entries"][0]["type"], "policy");
    }
    server.publish("other", "b");
    assert_eq!(body(other)["entries"][0]["board"], "other");
    assert!(begun.elapsed() < LIMIT, "a publish ends the wait, not time");
    assert_eq!(page(&server, "board=quiet&wait_ms=50")["entries"], json!([]), "time ends it too");
}

#[test]
fn a_drain_ends_who_waits_with_what_there_is() {
    let mut server = TestServer::start_with(|config| config.drain_ms = 600_000);
    let waiting: Vec<_> = (0..5).map(|_| held(&server, "board=ops&wait_ms=30000")).collect();
    // They are accepted in order, so all are there by now.
    server.get("/v1/time");
    let begun = Instant::now();
    server.begin_drain();
    for stream in waiting {
        assert_eq!(body(stream)["entries"], json!([]));
    }
    assert_eq!(server.ends_by_itself(), Ok(()));
    assert!(begun.elapsed() < LIMIT, "a drain ends the wait, not time");
}

#[test]
fn wrong_members_are_named_every_one() {
    let server = TestServer::start();
    let answer = server.get("/v1/sync?board=_a&limit=0&wait_ms=30001");
    assert_eq!(
        (answer.status, answer.pointers()),
        (422, vec!["/board".into(), "/limit".into(), "/wait_ms".into()])
    );
    for limit in ["0", "1001", "-1", "+5", "x", "", "5.0", "99999999999999999999999"] {
        assert_eq!(server.get(&format!("/v1/sync?limit={limit}")).pointers(), ["/limit"], "{limit}");
    }
    for good in ["limit=1", "limit=1000", "wait_ms=0", "unknown=1"] {
        assert_eq!(server.get(&format!("/v1/sync?{good}")).status, 200, "{good}");
    }
    assert_eq!(server.get("/v1/sync?limit=1&limit=2").status, 400);
    let head = server.send("HEAD", "/v1/sync?board=ops", &[], "");
    assert_eq!((head.status, head.text.as_str(), head.header("cache-control")), (200, "", "no-store"));
}
