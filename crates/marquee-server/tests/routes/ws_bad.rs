//! What a terminal may get wrong on `GET /v1/ws`: each fault has its answer, and none of them is the server's end.

use crate::harness::{Terminal, TestServer};
use crate::wire::{BINARY, CLOSE, CONTINUATION, FIN, PING, TEXT, Wire, frame, leave, text, unmasked};
use serde_json::json;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

fn terminal(server: &TestServer) -> Terminal {
    let mut terminal = server.ws("/v1/ws");
    terminal.expect("hello");
    terminal
}

/// Still there, and still listening.
fn answers(terminal: &mut Terminal) {
    terminal.send(&json!({"type": "ping", "ts": 7}));
    assert_eq!(terminal.expect("pong")["ts"], 7);
}

#[test]
fn what_cannot_be_read_is_told_and_the_connection_goes_on() {
    let server = TestServer::start();
    for bad in [
        "",
        "{",
        "nonsense",
        "[]",
        "5",
        "null",
        "{}",
        r#"{"type":5}"#,
        r#"{"type":"subscribe"}"#,
        r#"["ping",null,null,[],null,5]"#,
        r#"{"type":"subscribe","board":"OPS"}"#,
        r#"{"type":"subscribe","board":"_auth"}"#,
        r#"{"type":"subscribe","board":5}"#,
        r#"{"type":"subscribe","board":"ops","last_seen":5}"#,
        r#"{"type":"unsubscribe"}"#,
        r#"{"type":"subscribe","board":"ops","tags":"db"}"#,
        r#"{"type":"subscribe","board":"ops","min_level":"loud"}"#,
        r#"{"type":"ping"}"#,
        r#"{"type":"ping","ts":"7"}"#,
        r#"{"type":"ping","ts":1.5}"#,
        r#"{"type":"ping","ts":1} trailing"#,
    ] {
        let mut terminal = terminal(&server);
        terminal.socket.get_mut().write_all(&text(bad)).unwrap();
        let error = terminal.expect("error");
        assert_eq!(error["code"], "bad-message", "{bad}");
        assert!(!error["detail"].as_str().unwrap().is_empty(), "{bad}");
        answers(&mut terminal);
    }
}

#[test]
fn a_binary_message_is_a_bad_one_and_a_filter_of_too_many_tags_too() {
    let server = TestServer::start();
    let mut terminal = terminal(&server);
    terminal.socket.get_mut().write_all(&frame(FIN | BINARY, b"{}")).unwrap();
    assert_eq!(terminal.expect("error")["code"], "bad-message");
    let tags: Vec<_> = (0..17).map(|number| number.to_string()).collect();
    terminal.send(&json!({"type": "subscribe", "board": "ops", "tags": tags}));
    assert_eq!(terminal.expect("error")["code"], "bad-message");
    answers(&mut terminal);
}

#[test]
fn the_fifth_bad_message_within_a_minute_is_the_last() {
    let server = TestServer::start();
    let mut terminal = terminal(&server);
    for _ in 0..4 {
        terminal.socket.get_mut().write_all(&text("{")).unwrap();
        terminal.expect("error");
        answers(&mut terminal);
    }
    terminal.socket.get_mut().write_all(&text("{")).unwrap();
    let (code, before) = terminal.close();
    assert_eq!((code, before.len()), (4400, 0), "{before:?}");
}

#[test]
fn types_and_members_that_are_unknown_are_passed_over() {
    let server = TestServer::start();
    let mut terminal = terminal(&server);
    for later in [
        json!({"type": "drawn", "items": 5}),
        json!({"type": "drawn", "board": ["a", "b"], "tags": "x", "ts": "later"}),
        json!({"type": "subscribe_many", "board": {"ops": 1}, "last_seen": 7, "min_level": []}),
        json!({"type": "", "ts": null}),
        json!({"type": "hello", "tags": null}),
        json!({"type": "bye", "min_level": 3}),
    ] {
        terminal.send(&later);
        answers(&mut terminal);
    }
    terminal.send(&json!({"type": "ping", "ts": -3, "board": 5, "more": {"a": [1]}}));
    assert_eq!(terminal.expect("pong")["ts"], -3);
    terminal.send(&json!({"type": "subscribe", "board": "ops", "more": 1, "ts": "x"}));
    terminal.expect("subscribed");
}

/// What bytes are answered with, on a connection of their own: the code of the close.
fn closed_with(server: &TestServer, bytes: &[u8]) -> u16 {
    let mut wire = Wire::open(server, "/v1/ws");
    // The server may have had enough before it has it all.
    let _sent = wire.stream.write_all(bytes);
    let (code, _) = wire.close();
    assert!(wire.ends(), "{code}: a reset may overtake the close on another network");
    code
}

#[test]
fn text_that_is_not_utf8_closes_with_1007() {
    let server = TestServer::start();
    assert_eq!(closed_with(&server, &frame(FIN | TEXT, b"\"\xff\"")), 1007);
    let parts = [frame(TEXT, b"\"\xc3"), frame(FIN | CONTINUATION, b"\x28\"")].concat();
    assert_eq!(closed_with(&server, &parts), 1007, "across frames");
}

#[test]
fn what_breaks_rfc_6455_closes_with_1002() {
    let server = TestServer::start();
    for (bytes, what) in [
        (unmasked(FIN | TEXT, b"{}"), "an unmasked frame"),
        (frame(FIN | 0x40 | TEXT, b"{}"), "a reserved bit"),
        (frame(FIN | 0x10 | TEXT, b"{}"), "another reserved bit"),
        (frame(PING, b"a"), "a fragmented control frame"),
        (frame(FIN | PING, &[0; 126]), "a control frame of 126 bytes"),
        (frame(FIN | CONTINUATION, b"{}"), "a continuation of nothing"),
        ([frame(TEXT, b"{"), frame(FIN | TEXT, b"}")].concat(), "a message within another"),
        (frame(FIN | 0x3, b""), "a reserved opcode"),
        (frame(FIN | CLOSE, &[3]), "a close of one byte"),
    ] {
        assert_eq!(closed_with(&server, &bytes), 1002, "{what}");
        // The rest that the terminal had sent already must not cost it the close.
        let followed = [bytes, vec![0x55; 200_000]].concat();
        assert_eq!(closed_with(&server, &followed), 1002, "{what}, and more after it");
    }
}

#[test]
fn a_message_may_have_64_kib_in_one_frame_or_in_many() {
    const MOST: usize = 64 << 10;
    let server = TestServer::start();
    let padded = |length: usize| {
        let empty = r#"{"type":"ping","ts":1,"more":""}"#;
        empty.replace(r#""""#, &format!("\"{}\"", "x".repeat(length - empty.len())))
    };
    let parted = |message: &str| {
        let (mut bytes, chunks) = (Vec::new(), message.as_bytes().chunks(1_000));
        let last = chunks.len() - 1;
        for (number, chunk) in chunks.enumerate() {
            let fin = if number == last { FIN } else { 0 };
            bytes.extend(frame(fin | if number == 0 { TEXT } else { CONTINUATION }, chunk));
        }
        bytes
    };
    for bytes in [text(&padded(MOST)), parted(&padded(MOST))] {
        let mut terminal = terminal(&server);
        terminal.socket.get_mut().write_all(&bytes).unwrap();
        terminal.expect("pong");
    }
    for more in [MOST + 1, MOST * 2, 1 << 20] {
        assert_eq!(closed_with(&server, &text(&padded(more))), 1009, "{more} in one frame");
        assert_eq!(closed_with(&server, &parted(&padded(more))), 1009, "{more} in many");
    }
}

#[test]
fn who_leaves_in_good_order_is_answered_also_during_a_flood() {
    let server = TestServer::start();
    let mut quiet = terminal(&server);
    leave(&mut quiet);
    server.replace("ops", 0, 3_000);
    for _ in 0..5 {
        let mut wire = Wire::open(&server, "/v1/ws?board=ops&terminal=feed&last_seen=testepoch.0");
        wire.send(&frame(FIN | CLOSE, &1000_u16.to_be_bytes()));
        assert_eq!(wire.close().0, 1000);
    }
}

#[test]
fn a_handshake_that_is_none_is_told_what_is_missing() {
    let server = TestServer::start();
    let upgrade = [
        ("connection", "Upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let ask = |method: &str, name: &str, value: &str| {
        let mut head = format!("{method} /v1/ws HTTP/1.1\r\nhost: {}\r\n", server.address);
        for (known, usual) in upgrade {
            let value = if known == name { value } else { usual };
            if !value.is_empty() {
                head.push_str(&format!("{known}: {value}\r\n"));
            }
        }
        if !upgrade.iter().any(|(known, _)| *known == name) && !name.is_empty() {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let (_, answer) = server.ask(&format!("{head}\r\n"));
        answer[9..12].to_owned()
    };
    assert_eq!(ask("GET", "", ""), "101");
    assert_eq!(ask("GET", "connection", "keep-alive, upgrade"), "101");
    assert_eq!(ask("GET", "sec-websocket-protocol", "other, marquee.v1.json"), "101");
    for (method, name, value, status) in [
        ("GET", "upgrade", "", "426"),
        ("GET", "upgrade", "h2c", "426"),
        ("GET", "connection", "keep-alive", "426"),
        ("GET", "sec-websocket-version", "", "426"),
        ("GET", "sec-websocket-version", "8", "426"),
        ("POST", "", "", "426"),
        ("PUT", "upgrade", "", "426"),
        ("GET", "sec-websocket-key", "", "400"),
        ("GET", "sec-websocket-key", "c2hvcnQ=", "400"),
        ("GET", "sec-websocket-key", "!!!!!!!!!!!!!!!!!!!!!!==", "400"),
        ("GET", "sec-websocket-protocol", "marquee.v2.json", "400"),
        ("GET", "sec-websocket-protocol", "chat, superchat", "400"),
    ] {
        assert_eq!(ask(method, name, value), status, "{method} {name}: {value}");
    }
    let plain = server.get("/v1/ws");
    assert_eq!((plain.status, plain.json()["type"].clone()), (426, json!("/errors/upgrade-required")));
    assert_eq!((plain.header("upgrade"), plain.header("sec-websocket-version")), ("websocket", "13"));
}

#[test]
fn a_query_that_is_wrong_is_told_where() {
    let server = TestServer::start();
    let long = format!("name={}", "n".repeat(129));
    let tags = format!("terminal=feed&tags={}", ["t"; 17].join(","));
    for (query, pointer) in [
        ("board=OPS", "/board"),
        ("board=_auth", "/board"),
        ("board=a%20b", "/board"),
        ("terminal=fax", "/terminal"),
        (&long, "/name"),
        ("terminal=feed&min_level=loud", "/min_level"),
        (&tags, "/tags"),
        ("board=ops&terminal=web&tags=db", "/tags"),
        ("board=ops&terminal=web&min_level=LOW", "/min_level"),
    ] {
        let refused = server.try_ws(&format!("/v1/ws?{query}"), &[]).err().unwrap();
        assert!(
            refused.starts_with("422 ") && refused.contains(&format!("\"{pointer}\"")),
            "{query}: {refused}"
        );
        let refused = server.get(&format!("/v1/sse?{query}"));
        assert_eq!((refused.status, refused.pointers()), (422, vec![pointer.to_owned()]), "{query}");
    }
    let both = server.get("/v1/sse?board=OPS&terminal=fax");
    assert_eq!(both.pointers().len(), 2, "all faults at once: {}", both.text);
    let name = "é".repeat(128);
    let mut named = server.ws(&format!("/v1/ws?name={}&later=1", "%C3%A9".repeat(128)));
    assert_eq!(named.expect("hello")["terminal"]["name"], name);
}

/// Whatever becomes of a test, what runs beside it ends.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn terminals_that_write_forever_leave_the_others_their_core() {
    let server = TestServer::start();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let ends = Over(&over);
        for _ in 0..2 * cores {
            let mut wire = Wire::open(&server, "/v1/ws");
            wire.stream.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
            let over = &over;
            scope.spawn(move || {
                let pings = frame(FIN | PING, b"").repeat(10_000);
                while !over.load(Ordering::Relaxed) && wire.stream.write_all(&pings).is_ok() {}
            });
        }
        for _ in 0..cores {
            let mut terminal = server.ws("/v1/ws?board=ops&terminal=feed");
            terminal.until("bookmark");
            for n in 0..5 {
                let notice = json!({"board": "ops", "text": format!("notice {n}")}).to_string();
                server.post("/v1/notify", "application/json", &notice);
                terminal.until("put");
            }
        }
        drop(ends);
    });
}
