//! `GET /v1/snapshot`: a board's state over plain HTTP, in every form the same, and nothing for who has it.

use crate::harness::{TOLD_OF_SNAPSHOTS, TestServer};
use serde_json::json;
use std::io::Read;
use tokio_tungstenite::tungstenite::Message;

/// An answer's headers and its bytes as they are.
fn raw(server: &TestServer, accepts: &str) -> (String, Vec<u8>) {
    use std::io::Write;
    let mut stream = server.tcp();
    let request = format!(
        "GET /v1/snapshot?board=ops HTTP/1.1\r\nhost: {}\r\naccept-encoding: {accepts}\r\nconnection: close\r\n\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let head = crate::wire::head_of(&mut stream).to_ascii_lowercase();
    let mut body = Vec::new();
    stream.read_to_end(&mut body).unwrap();
    (head, body)
}

#[test]
fn it_is_what_a_terminal_is_sent_on_either_transport() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let snapshot = server.get("/v1/snapshot?board=ops");
    assert_eq!((snapshot.status, snapshot.header("etag")), (200, "W/\"testepoch.2\""));
    assert_eq!(
        (snapshot.header("content-type"), snapshot.header("vary")),
        ("application/json", "Accept-Encoding")
    );
    let mut terminal = server.ws("/v1/ws?board=ops&terminal=web");
    terminal.expect("hello");
    terminal.expect("subscribed");
    let Message::Text(frame) = terminal.socket.read().unwrap() else { panic!("a snapshot was due") };
    assert_eq!(frame.as_str(), snapshot.text);
    let mut events = server.sse("/v1/sse?board=ops&terminal=web", &[]);
    events.expect("hello");
    events.expect("subscribed");
    let block = events.block().unwrap();
    assert_eq!(block, format!("event: snapshot\nid: testepoch.2\ndata: {}", snapshot.text));
    let head = server.send("HEAD", "/v1/snapshot?board=ops", &[], "");
    assert_eq!((head.status, head.text.as_str(), head.header("etag")), (200, "", "W/\"testepoch.2\""));
    assert_eq!(head.header("content-length"), snapshot.text.len().to_string());
}

#[test]
fn every_form_decodes_to_the_same_bytes() {
    let server = TestServer::start();
    server.replace("ops", 0, 20);
    let plain = server.get("/v1/snapshot?board=ops").text.into_bytes();
    let decoded = |accepts: &str| {
        let (head, body) = raw(&server, accepts);
        assert!(head.starts_with("http/1.1 200") && head.contains("vary: accept-encoding"), "{head}");
        let coding =
            head.lines().find_map(|line| line.strip_prefix("content-encoding: ")).unwrap_or("identity");
        let mut out = Vec::new();
        match coding {
            "gzip" => drop(flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut out).unwrap()),
            "br" => drop(brotli::Decompressor::new(&body[..], 4_096).read_to_end(&mut out).unwrap()),
            "zstd" => out = zstd::decode_all(&body[..]).unwrap(),
            _ => out = body,
        }
        assert!(out == plain, "{accepts}: {} bytes, not {}", out.len(), plain.len());
        coding.to_owned()
    };
    for (accepts, coding) in [
        ("gzip", "gzip"),
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip;q=1, br;q=0.5", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("deflate", "identity"),
    ] {
        assert_eq!(decoded(accepts), coding, "{accepts}");
    }
    for nothing in ["identity;q=0", "*;q=0", "deflate, identity;q=0"] {
        assert!(raw(&server, nothing).0.starts_with("http/1.1 406"), "{nothing}");
    }
}

#[test]
fn who_has_it_is_told_so_and_an_entry_makes_it_another() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let ask = |tag: &str| server.send("GET", "/v1/snapshot?board=ops", &[("if-none-match", tag)], "");
    let etag = ask("\"none\"").header("etag").to_owned();
    for known in [etag.as_str(), "\"testepoch.2\"", "\"x\", W/\"testepoch.2\"", "*"] {
        let answer = ask(known);
        assert_eq!(
            (answer.status, answer.text.as_str(), answer.header("etag")),
            (304, "", &*etag),
            "{known}"
        );
        assert_eq!(answer.header("vary"), "Accept-Encoding");
    }
    let policy = json!({"speed": 20});
    assert_eq!(server.put("/v1/boards/ops/policy", &policy).status, 200);
    let changed = ask(&etag);
    assert_eq!((changed.status, changed.header("etag")), (200, "W/\"testepoch.3\""));
    assert_eq!(changed.json()["policy"]["speed"], 20);
}

#[test]
fn of_a_board_that_was_never_written_it_is_version_0_and_always_told() {
    let server = TestServer::start();
    let answer = server.get("/v1/snapshot");
    assert_eq!((answer.status, answer.header("etag")), (200, "W/\"testepoch.0\""));
    let snapshot = answer.json();
    assert_eq!((&snapshot["board"], &snapshot["cursor"]), (&json!("main"), &json!("testepoch.0")));
    assert_eq!((&snapshot["timeline"], &snapshot["notices"]), (&json!(null), &json!([])));
    assert_eq!(snapshot["policy"], server.get("/v1/boards/main/policy").json()["policy"]);
    // The defaults may change without a version.
    let again = server.send("GET", "/v1/snapshot", &[("if-none-match", "W/\"testepoch.0\"")], "");
    assert_eq!(again.status, 200);
    assert_eq!(server.get("/v1/boards").json()["boards"], json!([]), "reading creates nothing");
}

#[test]
fn fifty_at_once_get_one_encoding_of_a_version() {
    let server = TestServer::start();
    for version in 2..5 {
        server.publish("fifty", &format!("n{version}"));
        std::thread::scope(|scope| {
            for number in 0..50 {
                let accepts = ["identity", "gzip", "br", "zstd"][number % 4];
                let server = &server;
                scope.spawn(move || {
                    let path = "/v1/snapshot?board=fifty";
                    if accepts == "identity" {
                        assert_eq!(server.get(path).status, 200);
                    } else {
                        let head = server.send("HEAD", path, &[("accept-encoding", accepts)], "");
                        assert_eq!((head.status, head.header("content-encoding")), (200, accepts));
                    }
                });
            }
        });
        // Of all tests in this process: the board's name is this test's own.
        let told = String::from_utf8(TOLD_OF_SNAPSHOTS.lock().unwrap().clone()).unwrap();
        let cursor = format!("cursor=testepoch.{version}");
        let count = |what: &str| {
            let lines = told.lines().filter(|line| line.contains("board=fifty") && line.contains(&cursor));
            lines.filter(|line| line.contains(what)).count()
        };
        assert_eq!(count("a snapshot is encoded"), 1, "{told}");
        assert_eq!(count("a snapshot is compressed"), 3, "{told}");
    }
}

#[test]
fn a_name_that_is_no_board_is_named() {
    let server = TestServer::start();
    let answer = server.get("/v1/snapshot?board=_auth");
    assert_eq!((answer.status, answer.pointers()), (422, vec!["/board".to_owned()]));
}
