//! `GET /v1/ws`: what a terminal gets, and what it may ask for.

use crate::harness::{Terminal, TestServer};
use crate::wire::{FIN, PING, PONG, Reader, Wire, frame, is_entry, version};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

/// A feed without a board, past its hello.
fn feed(server: &TestServer) -> Terminal {
    let mut terminal = server.ws("/v1/ws");
    assert_eq!(terminal.expect("hello")["terminal"], json!({"kind": "feed"}));
    terminal
}

fn subscribe(terminal: &mut Terminal, board: &str) {
    terminal.send(&json!({"type": "subscribe", "board": board}));
    assert_eq!(terminal.expect("subscribed")["board"], board);
    assert_eq!(terminal.expect("bookmark")["board"], board);
}

#[test]
fn a_screen_gets_a_snapshot_then_what_comes() {
    let server = TestServer::start();
    server.publish("ops", "a");
    for transport in ["ws", "sse"] {
        let mut screen = Reader::open(&server, transport, "board=ops&terminal=web&name=lobby-1");
        let hello = screen.expect("hello");
        assert_eq!(hello["terminal"], json!({"kind": "web", "name": "lobby-1"}));
        assert!(hello["session"].as_str().unwrap().starts_with("s-"));
        let heartbeat = json!({"interval_ms": 30_000, "timeout_ms": 45_000, "max_failures": 3});
        assert_eq!(hello["heartbeat"], heartbeat);
        let subscribed = screen.expect("subscribed");
        assert_eq!(subscribed["resume"], "fresh");
        let snapshot = screen.expect("snapshot");
        assert_eq!(snapshot["cursor"], subscribed["head"]);
        assert_eq!(snapshot["notices"][0]["id"], "a");
        let last = version(&snapshot);
        server.publish("ops", transport);
        assert_eq!(screen.entries(last, last + 1)[0]["notice"]["id"], transport);
    }
}

#[test]
fn a_feed_starts_at_the_head_with_a_bookmark_at_once() {
    let server = TestServer::start();
    server.publish("ops", "a");
    for (head, transport) in (2..).zip(["ws", "sse"]) {
        let mut feed = Reader::open(&server, transport, "board=ops");
        feed.expect("hello");
        assert_eq!(feed.expect("subscribed")["resume"], "fresh");
        assert_eq!(version(&feed.expect("bookmark")), head);
        feed.is_silent_until_next(&server, "ops", head);
    }
}

#[test]
fn a_board_that_was_never_written_begins_with_its_policy() {
    let server = TestServer::start();
    let mut screen = Reader::open(&server, "ws", "board=new&terminal=web");
    screen.expect("hello");
    assert_eq!(screen.expect("subscribed")["head"], "testepoch.0");
    let snapshot = screen.expect("snapshot");
    assert_eq!((version(&snapshot), &snapshot["timeline"]), (0, &Value::Null));
    server.publish("new", "a");
    let kinds: Vec<_> = screen.entries(0, 2).iter().map(|entry| entry["type"].clone()).collect();
    assert_eq!(kinds, ["policy", "put"]);
}

#[test]
fn a_browser_is_a_screen_and_a_program_is_a_feed() {
    let server = TestServer::start();
    let browser = [("user-agent", "Mozilla/5.0 (X11; Linux x86_64)")];
    let mut screen = server.try_ws("/v1/ws", &browser).unwrap();
    assert_eq!(screen.expect("hello")["terminal"]["kind"], "web");
    let mut asked = server.try_ws("/v1/ws?terminal=feed", &browser).unwrap();
    assert_eq!(asked.expect("hello")["terminal"]["kind"], "feed");
}

#[test]
fn the_subprotocol_is_echoed_if_it_was_offered() {
    let server = TestServer::start();
    let offer = |offered| server.try_ws("/v1/ws", &[("sec-websocket-protocol", offered)]);
    assert_eq!(offer("marquee.v1.json").unwrap().subprotocol.as_deref(), Some("marquee.v1.json"));
    assert_eq!(offer("x, marquee.v1.json").unwrap().subprotocol.as_deref(), Some("marquee.v1.json"));
    assert_eq!(server.ws("/v1/ws").subprotocol, None);
    assert!(offer("marquee.v2.protobuf").err().unwrap().starts_with("400 "));
}

#[test]
fn deletes_replacements_and_evictions_are_frames() {
    let server = TestServer::start();
    let mut feed = Reader::open(&server, "ws", "board=ops");
    feed.expect("hello");
    feed.expect("subscribed");
    feed.expect("bookmark");
    server.replace("ops", 0, 2);
    server.publish("ops", "a");
    assert_eq!(server.delete("/v1/boards/ops/notices/a").status, 200);
    let entries = feed.entries(0, 5);
    assert_eq!(entries[0]["type"], "policy");
    assert_eq!(entries[0]["policy"]["max_active"], 64);
    assert_eq!((&entries[1]["notice"]["id"], &entries[1]["notice"]["rev"]), (&json!("r0"), &json!(2)));
    assert_eq!((&entries[2]["notice"]["id"], &entries[2]["notice"]["rev"]), (&json!("r0"), &json!(3)));
    assert_eq!((&entries[4]["type"], &entries[4]["id"]), (&json!("delete"), &json!("a")));
    assert_eq!(entries[4]["reason"], "retracted");
    let notices: Vec<_> = (0..64)
        .map(|number| json!({"board": "ops", "id": format!("n{number}"), "text": format!("n{number}")}))
        .collect();
    server.flood(&notices);
    let full = feed.entries(5, 5 + 65);
    let evicted = full.iter().position(|entry| entry["type"] == "delete").unwrap();
    assert_eq!(full[evicted]["reason"], "evicted");
    assert_eq!(full[evicted + 1]["notice"]["id"], "n63", "the newcomer comes after whom it pushed out");
}

#[test]
fn several_boards_share_a_connection_until_they_are_left() {
    let server = TestServer::start();
    let mut terminal = feed(&server);
    subscribe(&mut terminal, "a");
    subscribe(&mut terminal, "b");
    for (board, id) in [("a", "1"), ("b", "1"), ("c", "1")] {
        server.publish(board, id);
    }
    let mut got: Vec<_> = (0..4).map(|_| terminal.next()).map(|frame| frame["cursor"].clone()).collect();
    got.sort_by_key(Value::to_string);
    assert_eq!(got, ["testepoch.1", "testepoch.1", "testepoch.2", "testepoch.2"]);
    terminal.send(&json!({"type": "unsubscribe", "board": "a"}));
    assert_eq!(terminal.expect("unsubscribed")["board"], "a");
    server.publish("a", "2");
    server.publish("b", "2");
    assert_eq!(terminal.expect("put")["board"], "b", "nothing more comes of a board that was left");
    terminal.send(&json!({"type": "unsubscribe", "board": "never"}));
    terminal.expect("unsubscribed");
}

#[test]
fn a_second_subscribe_takes_the_place_of_the_first() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut terminal = feed(&server);
    subscribe(&mut terminal, "ops");
    terminal.send(&json!({"type": "subscribe", "board": "ops", "last_seen": "testepoch.1"}));
    assert_eq!(terminal.expect("subscribed")["resume"], "incremental");
    assert_eq!(terminal.expect("put")["version"], 2);
    server.publish("ops", "b");
    assert_eq!(terminal.expect("put")["version"], 3);
    server.publish("ops", "c");
    assert_eq!(terminal.expect("put")["version"], 4, "each entry came once");
}

#[test]
fn the_65th_board_is_one_too_many() {
    let server = TestServer::start();
    let mut terminal = feed(&server);
    for number in 0..64 {
        subscribe(&mut terminal, &format!("b{number}"));
    }
    terminal.send(&json!({"type": "subscribe", "board": "more"}));
    let error = terminal.expect("error");
    assert_eq!((&error["code"], &error["board"]), (&json!("too-many-boards"), &json!("more")));
    subscribe(&mut terminal, "b7");
    terminal.send(&json!({"type": "unsubscribe", "board": "b0"}));
    terminal.expect("unsubscribed");
    subscribe(&mut terminal, "more");
}

#[test]
fn a_filtered_feed_gets_a_bookmark_before_the_next_match() {
    let server = TestServer::start();
    server.publish("ops", "first");
    for (transport, query) in [("ws", "tags=db,net&min_level=warning"), ("sse", "tags=db&min_level=WARNING")]
    {
        let mut feed = Reader::open(&server, transport, &format!("board=ops&{query}"));
        feed.expect("hello");
        feed.expect("subscribed");
        let last = version(&feed.expect("bookmark"));
        let notice = |id: &str, level: &str, tag: &str| json!({"board": "ops", "id": format!("{transport}-{id}"), "text": format!("{transport} {id}"), "level": level, "tags": [tag]});
        server.flood(&[
            notice("a", "URGENT", "web"),
            notice("b", "INFO", "db"),
            notice("c", "WARNING", "db"),
        ]);
        let mut frame = feed.expect("bookmark");
        // The first two may be seen before the third is there; a bookmark may then tell of one alone.
        while !is_entry(&frame) && version(&frame) < last + 2 {
            frame = feed.expect("bookmark");
        }
        assert_eq!(version(&frame), last + 2, "{frame}");
        assert_eq!(feed.expect("put")["notice"]["id"], format!("{transport}-c"));
        server.flood(&[notice("d", "LOW", "db")]);
        assert_eq!(version(&feed.expect("bookmark")), last + 4, "it is told also without a next match");
        assert_eq!(server.delete(&format!("/v1/boards/ops/notices/{transport}-d")).status, 200);
        assert_eq!(feed.expect("delete")["id"], format!("{transport}-d"), "deletes always pass");
    }
    let mut screen = server.ws("/v1/ws?terminal=web");
    screen.expect("hello");
    screen.send(&json!({"type": "subscribe", "board": "ops", "min_level": "LOW"}));
    assert_eq!(screen.expect("error")["code"], "bad-message");
}

#[test]
fn a_ping_is_answered_with_its_ts_and_the_time() {
    let server = TestServer::start();
    let mut terminal = feed(&server);
    for ts in [0, -1, i64::MAX, i64::MIN] {
        terminal.send(&json!({"type": "ping", "ts": ts}));
        let pong = terminal.expect("pong");
        assert_eq!(pong["ts"], ts);
        assert!(pong["server_time"].as_u64().unwrap() > 1_600_000_000_000);
    }
    let mut wire = Wire::open(&server, "/v1/ws");
    wire.send(&frame(FIN | PING, b"are you there"));
    let answer = std::iter::from_fn(|| Some(wire.next())).find(|(kind, _)| *kind == PONG).unwrap();
    assert_eq!(answer.1, b"are you there");
}

fn hasty() -> TestServer {
    TestServer::start_with(|config| {
        (config.heartbeat.interval_ms, config.heartbeat.timeout_ms, config.heartbeat.max_failures) =
            (100, 100, 3);
    })
}

#[test]
fn a_terminal_that_does_not_answer_is_given_up_whatever_is_sent_to_it() {
    let server = hasty();
    let mut wire = Wire::open(&server, "/v1/ws?board=ops&terminal=web");
    let (code, pings) = std::thread::scope(|scope| {
        let reading = scope.spawn(|| wire.close());
        let mut number = 0;
        while !reading.is_finished() {
            server.publish("ops", &format!("n{number}"));
            number += 1;
        }
        reading.join().unwrap()
    });
    assert_eq!((code, pings), (4408, 3));
}

#[test]
fn a_terminal_that_answers_pings_stays() {
    let server = hasty();
    let mut terminal = feed(&server);
    let mut pings = 0;
    // Twice as many as end the connection of one that is silent.
    while pings < 6 {
        match terminal.socket.read().unwrap() {
            Message::Ping(_) => pings += 1,
            other => panic!("a ping was due, not {other:?}"),
        }
    }
    terminal.send(&json!({"type": "ping", "ts": 1}));
    assert_eq!(terminal.until("pong")["ts"], 1);
}
