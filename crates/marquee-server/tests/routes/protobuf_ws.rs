//! `GET /v1/ws` in `marquee.v1.protobuf`: the conversation of JSON, in binary messages.

use crate::harness::{Terminal, TestServer};
use crate::protobuf::{notify, text};
use marquee_protocol::frame::protobuf::{entry_of_json, snapshot_of_json};
use marquee_protocol::proto::frame::Kind;
use marquee_protocol::proto::{Ack, Frame, Notify, Ping, Request, Subscribe, Unsubscribe, request};
use prost::Message as _;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

const NAME: &str = "marquee.v1.protobuf";

fn offer(server: &TestServer, query: &str, protocols: &str) -> Terminal {
    server.try_ws(&format!("/v1/ws?{query}"), &[("sec-websocket-protocol", protocols)]).unwrap()
}

fn terminal(server: &TestServer, query: &str) -> Terminal {
    let mut terminal = offer(server, query, NAME);
    let Kind::Hello(hello) = said(&mut terminal).kind.unwrap() else { panic!("no hello") };
    assert!(hello.session.starts_with("s-") && hello.heartbeat.unwrap().interval_ms == 30_000);
    terminal
}

/// The next message, which has to be a binary one.
fn bytes(terminal: &mut Terminal) -> Vec<u8> {
    loop {
        match terminal.socket.read() {
            Ok(Message::Binary(bytes)) => return bytes.to_vec(),
            Ok(Message::Ping(_) | Message::Pong(_)) => {}
            other => panic!("a frame was due, not {other:?}"),
        }
    }
}

fn said(terminal: &mut Terminal) -> Frame {
    Frame::decode(&*bytes(terminal)).unwrap()
}

fn ask(terminal: &mut Terminal, kind: request::Kind) {
    let request = Request { kind: Some(kind) }.encode_to_vec();
    terminal.socket.send(Message::binary(request)).unwrap();
}

fn subscribe(board: &str, last_seen: &str) -> Subscribe {
    Subscribe { board: board.into(), last_seen: last_seen.into(), ..Subscribe::default() }
}

/// The next frame of JSON, as it was sent.
fn json_text(terminal: &mut Terminal) -> String {
    loop {
        match terminal.socket.read() {
            Ok(Message::Text(text)) => return text.to_string(),
            Ok(Message::Ping(_) | Message::Pong(_)) => {}
            other => panic!("a frame was due, not {other:?}"),
        }
    }
}

#[test]
fn the_first_that_a_client_offers_is_spoken() {
    let server = TestServer::start();
    for (offered, spoken) in [
        (NAME, NAME),
        ("marquee.v1.protobuf, marquee.v1.json", NAME),
        ("marquee.v1.json, marquee.v1.protobuf", "marquee.v1.json"),
        ("marquee.v2.protobuf,marquee.v1.protobuf", NAME),
    ] {
        let terminal = offer(&server, "", offered);
        assert_eq!(terminal.subprotocol.as_deref(), Some(spoken), "{offered}");
    }
    assert_eq!(server.ws("/v1/ws").subprotocol, None);
}

#[test]
fn who_reads_protobuf_is_told_what_who_reads_json_is() {
    let server = TestServer::start();
    let full = Notify {
        html: "<b>库</b>".into(),
        tags: vec!["db".into()],
        key: "k".into(),
        data: marquee_protocol::proto::data::Struct::from_json("{\"b\":1.5,\"a\":[null,\"x\"]}"),
        ..text("ops", "a", "数据库不可用")
    };
    notify(&server, vec![full], &[]);
    let query = "board=ops&terminal=web&name=lobby";
    let mut binary = terminal(&server, query);
    let mut json = offer(&server, query, "marquee.v1.json");
    json.expect("hello");
    let subscribed = json.expect("subscribed");
    let frame = said(&mut binary);
    let Some(Kind::Subscribed(told)) = frame.kind else { panic!("{frame:?}") };
    assert_eq!(
        (&*frame.board, json!(told.head), json!(told.resume)),
        ("ops", subscribed["head"].clone(), json!("fresh"))
    );
    let snapshot = json_text(&mut json);
    assert!(snapshot.contains("数据库不可用"));
    assert_eq!(bytes(&mut binary), snapshot_of_json(snapshot.as_bytes()).unwrap());

    // Each kind of entry, while both are live.
    notify(&server, vec![text("ops", "b", "more"), text("ops", "c", "and more")], &[]);
    server.put("/v1/boards/ops/policy", &json!({"speed": 20}));
    server.delete("/v1/boards/ops/notices/b");
    let mut kinds = Vec::new();
    for _ in 0..4 {
        let entry = json_text(&mut json);
        kinds.push(serde_json::from_str::<Value>(&entry).unwrap()["type"].clone());
        assert_eq!(bytes(&mut binary), entry_of_json(entry.as_bytes()).unwrap(), "{entry}");
    }
    assert_eq!(kinds, ["put", "put", "policy", "delete"]);

    // One that comes back has the same entries from the log.
    let mut back = terminal(&server, "board=ops&terminal=feed&last_seen=testepoch.2");
    let frame = said(&mut back);
    assert!(matches!(&frame.kind, Some(Kind::Subscribed(told)) if told.resume == "incremental"), "{frame:?}");
    for version in 3..=6 {
        let told = match said(&mut back).kind.unwrap() {
            Kind::Put(put) => put.version,
            Kind::Policy(policy) => policy.version,
            Kind::Delete(delete) => delete.version,
            other => panic!("{other:?}"),
        };
        assert_eq!(told, version);
    }
}

#[test]
fn a_board_that_was_never_written_and_a_cursor_from_elsewhere_are_told() {
    let server = TestServer::start();
    let mut screen = terminal(&server, "board=new&terminal=web&last_seen=elsewhere.5");
    assert!(matches!(said(&mut screen).kind, Some(Kind::Subscribed(told)) if told.resume == "reset"));
    assert!(matches!(said(&mut screen).kind, Some(Kind::Reset(told)) if told.reason == "epoch"));
    let frame = said(&mut screen);
    let Some(Kind::Snapshot(snapshot)) = frame.kind else { panic!("{frame:?}") };
    assert_eq!((&*snapshot.cursor, snapshot.timeline), ("testepoch.0", None));
    assert_eq!(snapshot.policy.unwrap().speed, 12);
}

#[test]
fn a_terminal_asks_in_protobuf_for_whatever_json_asks_for() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut feed = terminal(&server, "name=lobby");
    ask(&mut feed, request::Kind::Ping(Ping { ts: 17 }));
    assert!(matches!(said(&mut feed).kind, Some(Kind::Pong(pong)) if pong.ts == 17));
    ask(&mut feed, request::Kind::Subscribe(subscribe("ops", "testepoch.1")));
    assert!(matches!(said(&mut feed).kind, Some(Kind::Subscribed(told)) if told.head == "testepoch.2"));
    let frame = said(&mut feed);
    assert!(
        matches!(&frame.kind, Some(Kind::Put(put)) if put.notice.as_ref().unwrap().id == "a"),
        "{frame:?}"
    );
    ask(&mut feed, request::Kind::Ack(Ack { board: "ops".into(), cursor: "testepoch.2".into() }));
    ask(&mut feed, request::Kind::Unsubscribe(Unsubscribe { board: "ops".into() }));
    let frame = said(&mut feed);
    assert!(matches!(frame.kind, Some(Kind::Unsubscribed(_))) && frame.board == "ops");
    // A filter holds.
    let urgent = Subscribe { min_level: 1, ..subscribe("ops", "") };
    ask(&mut feed, request::Kind::Subscribe(urgent));
    assert!(matches!(said(&mut feed).kind, Some(Kind::Subscribed(_))));
    assert!(matches!(said(&mut feed).kind, Some(Kind::Bookmark(_))));
    server.publish("ops", "info");
    notify(&server, vec![Notify { level: 1, ..text("ops", "urgent", "now") }], &[]);
    assert!(matches!(said(&mut feed).kind, Some(Kind::Bookmark(told)) if told.cursor == "testepoch.3"));
    assert!(matches!(said(&mut feed).kind, Some(Kind::Put(put)) if put.version == 4));
    // The server cursor that was acknowledged over Protobuf is the one that JSON goes on from.
    let mut back = server.ws("/v1/ws?board=ops&name=lobby&last_seen=server");
    back.expect("hello");
    assert_eq!(back.expect("subscribed")["resume"], "incremental");
    assert_eq!(back.expect("put")["version"], 3);
}

#[test]
fn what_cannot_be_read_is_told_and_the_fifth_ends_the_connection() {
    let server = TestServer::start();
    let mut terminal = terminal(&server, "");
    let unknown_level =
        Request { kind: Some(request::Kind::Subscribe(Subscribe { min_level: 7, ..subscribe("ops", "") })) };
    let no_board = Request { kind: Some(request::Kind::Subscribe(Subscribe::default())) };
    // Of a later protocol: no fault, and no answer.
    terminal.socket.send(Message::binary(b"\x7a\x02\x08\x01".to_vec())).unwrap();
    for (bad, word) in [
        (Message::text("{\"type\":\"ping\",\"ts\":1}"), "text message"),
        (Message::binary(unknown_level.encode_to_vec()), "7 is no Level"),
        (Message::binary(no_board.encode_to_vec()), "board is missing"),
        (Message::binary(vec![0xff; 64]), "Request"),
    ] {
        terminal.socket.send(bad).unwrap();
        let frame = said(&mut terminal);
        let Some(Kind::Error(error)) = frame.kind else { panic!("{frame:?}") };
        assert_eq!(error.code, "bad-message");
        assert!(error.detail.contains(word), "{}", error.detail);
    }
    let too_long = vec![0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f];
    terminal.socket.send(Message::binary(too_long)).unwrap();
    assert_eq!(terminal.close().0, 4400);
}

#[test]
fn a_server_that_drains_says_bye_in_protobuf() {
    let mut server = TestServer::start();
    let mut terminal = terminal(&server, "");
    server.begin_drain();
    let frame = said(&mut terminal);
    assert!(
        matches!(&frame.kind, Some(Kind::Bye(bye)) if bye.code == 1012 && bye.reason == "restart"),
        "{frame:?}"
    );
    assert_eq!(terminal.close().0, 1012);
}
