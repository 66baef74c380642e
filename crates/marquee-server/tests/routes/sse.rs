//! `GET /v1/sse`: what only a stream of events has. What it shares with WebSocket is tested beside that.

use crate::harness::TestServer;
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn a_stream_has_the_headers_that_keep_it_open_and_uncached() {
    let server = TestServer::start();
    let events = server.sse("/v1/sse?board=ops", &[]);
    let head = events.head.to_ascii_lowercase();
    for line in [
        "http/1.1 200",
        "content-type: text/event-stream",
        "x-accel-buffering: no",
        "cache-control: no-store",
    ] {
        assert!(head.contains(line), "{line}: {head}");
    }
}

#[test]
fn a_stream_without_a_board_is_of_main() {
    let server = TestServer::start();
    for path in ["/v1/sse", "/v1/sse?board="] {
        let mut events = server.sse(path, &[]);
        events.expect("hello");
        assert_eq!(events.expect("subscribed").data["board"], "main", "{path}");
    }
}

#[test]
fn the_last_event_id_wins_over_last_seen() {
    let server = TestServer::start();
    for id in ["a", "b", "c"] {
        server.publish("ops", id);
    }
    let mut events =
        server.sse("/v1/sse?board=ops&last_seen=testepoch.1", &[("last-event-id", "testepoch.3")]);
    events.expect("hello");
    assert_eq!(events.expect("subscribed").data["resume"], "incremental");
    assert_eq!(events.expect("put").id.as_deref(), Some("testepoch.4"));
    let mut events = server.sse("/v1/sse?board=ops&last_seen=testepoch.1", &[("last-event-id", "gone.1")]);
    events.expect("hello");
    assert_eq!(events.expect("subscribed").data["resume"], "reset", "still a stream, with 200");
    assert!(events.head.starts_with("HTTP/1.1 200"));
}

#[test]
fn only_frames_with_a_cursor_have_an_id() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut events = server.sse("/v1/sse?board=ops&terminal=web&last_seen=nonsense", &[]);
    for (name, id) in
        [("hello", None), ("subscribed", None), ("reset", None), ("snapshot", Some("testepoch.2"))]
    {
        assert_eq!(events.expect(name).id.as_deref(), id, "{name}");
    }
    server.publish("ops", "b");
    assert_eq!(events.expect("put").id.as_deref(), Some("testepoch.3"));
    let mut feed = server.sse("/v1/sse?board=ops", &[]);
    feed.expect("hello");
    feed.expect("subscribed");
    assert_eq!(feed.expect("bookmark").id.as_deref(), Some("testepoch.3"));
}

#[test]
fn no_text_can_begin_a_line_or_an_event_of_its_own() {
    let server = TestServer::start();
    let mut events = server.sse("/v1/sse?board=ops&name=x%0d%0a%0adata:%20forged%00", &[]);
    let hello = events.block().unwrap();
    assert_eq!(hello.lines().count(), 2, "{hello}");
    events.expect("subscribed");
    events.expect("bookmark");
    let evil = "a\r\n\r\nevent: bye\ndata: {}\n\u{0}\u{85}\u{2028}id: 9\r\n\n";
    let notice = json!({"board": "ops", "id": "a", "text": evil, "data": {"evil\n\nid: 1": evil}});
    assert_eq!(server.notify(&notice).status, 201);
    events.expect("policy");
    let put = events.block().unwrap();
    let starts: Vec<_> = put.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(starts, ["event", "id", "data"], "{put}");
    assert!(!put.contains('\r') && !put.contains('\0'), "{put}");
    let mut again = server.sse("/v1/sse?board=ops&last_seen=testepoch.1", &[]);
    again.expect("hello");
    again.expect("subscribed");
    let put = again.expect("put").data;
    assert_eq!(put["notice"]["text"], "a  event: bye data: {}   id: 9  ");
    assert_eq!(put["notice"]["data"]["evil\n\nid: 1"], evil, "data comes as it was written");
}

#[test]
fn a_silent_stream_gets_a_comment() {
    if std::env::var_os("MARQUEE_QUICK").is_some() {
        eprintln!("passed over: it waits 15 s, and MARQUEE_QUICK is set");
        return;
    }
    let server = TestServer::start();
    let mut events = server.sse("/v1/sse?board=ops", &[]);
    for name in ["hello", "subscribed", "bookmark"] {
        events.expect(name);
    }
    events.wait_up_to(Duration::from_secs(75));
    let begun = Instant::now();
    assert_eq!(events.block().unwrap(), ":");
    assert!(begun.elapsed() > Duration::from_secs(10), "only a stream that was silent for long gets one");
    server.publish("ops", "a");
    events.expect("policy");
}
