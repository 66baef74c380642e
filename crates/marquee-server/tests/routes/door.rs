//! Handshakes that are not the first words of a connection, or do not come in one piece: they are answered as any other.

use crate::harness::TestServer;
use crate::wire::{CLOSE, TEXT, Wire, head_of, text};
use serde_json::Value;
use std::io::Write;

fn handshake(server: &TestServer) -> String {
    format!(
        "GET /v1/ws?board=ops&terminal=feed HTTP/1.1\r\nhost: {}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        server.address
    )
}

/// It speaks WebSocket from here on: a feed with the notices that are published.
fn converses(server: &TestServer, mut wire: Wire, id: &str) {
    let answer = head_of(&mut wire.stream);
    assert!(
        answer.starts_with("HTTP/1.1 101 ") && answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
        "{answer}"
    );
    until(&mut wire, "bookmark");
    server.publish("ops", id);
    assert_eq!(until(&mut wire, "put")["notice"]["id"], id);
    wire.send(&text(r#"{"type":"ping","ts":7}"#));
    assert_eq!(until(&mut wire, "pong")["ts"], 7);
}

fn until(wire: &mut Wire, kind: &str) -> Value {
    loop {
        let (opcode, payload) = wire.next();
        assert_ne!(opcode, CLOSE, "{kind} was due");
        let frame: Value =
            if opcode == TEXT { serde_json::from_slice(&payload).unwrap() } else { Value::Null };
        if frame["type"] == kind {
            return frame;
        }
    }
}

/// Whatever has come before this is read: each core has served a connection that came later.
fn is_read(server: &TestServer) {
    for _ in 0..2 * std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
        assert!(
            server
                .raw(b"GET /v1/time HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
                .contains("200")
        );
    }
}

#[test]
fn a_handshake_may_be_cut_anywhere() {
    let server = TestServer::start();
    let handshake = handshake(&server);
    let last = handshake.len();
    for cut in [1, 4, 10, 11, 40, last - 30, last - 4, last - 2, last - 1] {
        let mut wire = Wire { stream: server.tcp() };
        wire.stream.set_nodelay(true).unwrap();
        wire.send(&handshake.as_bytes()[..cut]);
        is_read(&server);
        wire.send(&handshake.as_bytes()[cut..]);
        converses(&server, wire, &format!("cut-{cut}"));
    }
}

#[test]
fn a_handshake_may_come_on_a_connection_that_was_used_before() {
    let server = TestServer::start();
    let mut wire = Wire { stream: server.tcp() };
    wire.send(format!("HEAD /v1/time HTTP/1.1\r\nhost: {}\r\n\r\n", server.address).as_bytes());
    assert!(head_of(&mut wire.stream).starts_with("HTTP/1.1 200 "));
    wire.send(handshake(&server).as_bytes());
    converses(&server, wire, "kept");
}

#[test]
fn what_comes_with_the_handshake_is_heard_wherever_it_is_cut() {
    let server = TestServer::start();
    let handshake = handshake(&server);
    let (ping, late) = (text(r#"{"type":"ping","ts":1}"#), text(r#"{"type":"ping","ts":2}"#));
    for cut in [0, 1, 3, ping.len(), ping.len() + 1] {
        let both = [&ping[..], &late].concat();
        let mut stream = server.tcp();
        stream.write_all(&[handshake.as_bytes(), &both[..cut]].concat()).unwrap();
        let mut wire = Wire { stream };
        assert!(head_of(&mut wire.stream).starts_with("HTTP/1.1 101 "));
        wire.send(&both[cut..]);
        for ts in 1..=2 {
            assert_eq!(until(&mut wire, "pong")["ts"], ts, "cut after {cut}");
        }
    }
}
