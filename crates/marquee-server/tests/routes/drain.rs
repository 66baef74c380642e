//! SIGTERM: publishing ends at once, terminals are told when to come back, and the process ends when they have left.

use crate::harness::{Terminal, TestServer};
use crate::wire::{Reader, Wire, head_of};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Far longer than any test waits: whoever waits for the window is seen.
const LONG_MS: u64 = 600_000;

/// A request whose body is still to come, with a body of so many bytes: its connection stays.
fn half_a_request(server: &TestServer, length: usize) -> TcpStream {
    let (stream, head) = server.ask(&format!(
        "POST /v1/notify HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         expect: 100-continue\r\n\r\n",
        server.address
    ));
    assert!(head.starts_with("HTTP/1.1 100"), "it is being read: {head}");
    stream
}

fn terminals(server: &TestServer, count: usize) -> Vec<Terminal> {
    let mut all: Vec<_> = (0..count).map(|_| server.ws("/v1/ws?board=ops")).collect();
    for terminal in &mut all {
        terminal.until("bookmark");
    }
    all
}

#[test]
fn where_nobody_is_connected_it_ends_at_once() {
    let mut server = TestServer::start_with(|config| config.drain_ms = LONG_MS);
    server.publish("ops", "a");
    server.begin_drain();
    assert_eq!(server.ends_by_itself(), Ok(()));
}

#[test]
fn a_connection_that_asked_for_nothing_holds_nobody_up() {
    let mut server = TestServer::start_with(|config| config.drain_ms = LONG_MS);
    let _silent = server.tcp();
    // Connections are accepted in order, so the silent one has been by now.
    server.publish("ops", "a");
    server.begin_drain();
    assert_eq!(server.ends_by_itself(), Ok(()));
}

#[test]
fn terminals_are_told_when_to_come_back_then_closed_with_1012() {
    const WINDOW_MS: u64 = 1_000;
    let mut server = TestServer::start_with(|config| config.drain_ms = WINDOW_MS);
    let mut all = terminals(&server, 8);
    let mut streams: Vec<_> = (0..4).map(|_| server.sse("/v1/sse?board=ops", &[])).collect();
    for events in &mut streams {
        for name in ["hello", "subscribed", "bookmark"] {
            events.expect(name);
        }
    }
    let begun = Instant::now();
    server.begin_drain();
    for terminal in &mut all {
        let (code, frames) = terminal.close();
        assert_eq!((code, frames.len()), (1012, 1), "{frames:?}");
        let wait = frames[0]["retry_after_ms"].as_u64().unwrap();
        let bye = json!({"type": "bye", "code": 1012, "reason": "restart", "retry_after_ms": wait});
        assert_eq!(frames[0], bye);
        assert!((500..=5_000).contains(&wait), "{wait}");
        // The close is answered by reading on.
        assert!(terminal.socket.read().is_err());
    }
    for events in &mut streams {
        let bye = events.expect("bye");
        assert_eq!((bye.id, &bye.data["code"]), (None, &json!(1012)));
        let retry = events.block().unwrap();
        let wait: u64 = retry.strip_prefix("retry: ").unwrap().parse().unwrap();
        assert!((500..=5_000).contains(&wait), "{wait}");
        assert_eq!(events.block(), None, "a clean end");
    }
    assert_eq!(server.ends_by_itself(), Ok(()));
    assert!(begun.elapsed() < Duration::from_millis(WINDOW_MS * 5), "everybody had left by then");
}

#[test]
fn terminals_that_do_not_answer_the_close_do_not_hold_up_the_end() {
    let mut server = TestServer::start();
    let mut wires: Vec<_> = (0..3).map(|_| Wire::open(&server, "/v1/ws?board=ops")).collect();
    server.begin_drain();
    for wire in &mut wires {
        assert_eq!(wire.close().0, 1012);
    }
    assert_eq!(server.ends_by_itself(), Ok(()));
}

#[test]
fn publishing_and_readiness_are_503_at_once_and_reading_says_so_too() {
    let mut server = TestServer::start_with(|config| config.drain_ms = LONG_MS);
    let notice = json!({"board": "ops", "id": "late", "text": "late"}).to_string();
    let mut late = half_a_request(&server, notice.len());
    server.begin_drain();
    server.wait_until_refused();
    for answer in [server.get("/readyz"), server.get("/health/ready"), server.notify(&json!({"text": "x"}))] {
        assert_eq!((answer.status, answer.json()["type"].clone()), (503, json!("/errors/unavailable")));
        assert!(!answer.header("retry-after").is_empty());
    }
    late.write_all(notice.as_bytes()).unwrap();
    let head = head_of(&mut late).to_ascii_lowercase();
    assert!(head.starts_with("http/1.1 503") && head.contains("retry-after: "), "{head}");
    let mut rest = String::new();
    late.read_to_string(&mut rest).unwrap();
    assert_eq!(server.ends_by_itself(), Ok(()), "the last one had left");
}

#[test]
fn the_second_signal_ends_it_at_once() {
    let mut server = TestServer::start_with(|config| config.drain_ms = LONG_MS);
    let _terminals = terminals(&server, 12);
    let _half = half_a_request(&server, 5);
    server.begin_drain();
    server.end_at_once();
    assert_eq!(server.ends_by_itself(), Ok(()));
}

#[test]
fn an_end_at_once_closes_who_is_still_there_with_1001_and_without_a_bye() {
    let mut server = TestServer::start_with(|config| config.drain_ms = LONG_MS);
    let mut terminal = terminals(&server, 1).remove(0);
    let mut events = server.sse("/v1/sse?board=ops", &[]);
    for name in ["hello", "subscribed", "bookmark"] {
        events.expect(name);
    }
    server.begin_drain();
    server.wait_until_refused();
    server.end_at_once();
    assert_eq!(terminal.close(), (1001, vec![]));
    // The close is answered by reading on.
    assert!(terminal.socket.read().is_err());
    let retry = events.block().unwrap();
    let wait: u64 = retry.strip_prefix("retry: ").unwrap().parse().unwrap();
    assert!((500..=5_000).contains(&wait), "{wait}");
    assert_eq!(events.block(), None, "a clean end");
    assert_eq!(server.ends_by_itself(), Ok(()));
}

#[test]
fn what_was_acknowledged_during_a_drain_is_there_after_it() {
    let mut server = TestServer::start();
    server.publish("ops", "first");
    let (url, mut ids) = (server.url("/v1/notify"), vec!["first".to_owned()]);
    let publishing = std::thread::spawn(move || {
        let mut stored = Vec::new();
        for number in 0.. {
            let id = format!("n{number}");
            let notice = json!({"board": "ops", "id": id, "text": id, "key": "k"}).to_string();
            match ureq::post(&url).content_type("application/json").send(notice) {
                Ok(_) => stored.push(id),
                Err(_) => return stored,
            }
        }
        unreachable!("the server ends first")
    });
    let mut reader = Reader::open(&server, "ws", "board=ops&last_seen=testepoch.0");
    reader.expect("hello");
    reader.expect("subscribed");
    reader.entries(0, 20);
    server.begin_drain();
    ids.extend(publishing.join().unwrap());
    assert_eq!(server.ends_by_itself(), Ok(()));
    server.restart();
    let mut again = Reader::open(&server, "ws", "board=ops&last_seen=testepoch.0");
    again.expect("hello");
    let head = again.expect("subscribed")["head"].as_str().unwrap()["testepoch.".len()..].parse().unwrap();
    let entries = again.entries(0, head);
    for id in ids {
        let shown = |text: &str| text == id || text == format!("text of {id}");
        let found = entries.iter().any(|entry| entry["notice"]["text"].as_str().is_some_and(shown));
        assert!(found, "{id} was acknowledged");
    }
}
