//! Terminals that let the server remember how far they are: `ack` and `last_seen=server`.

use crate::harness::{Terminal, TestServer};
use serde_json::{Value, json};

fn come(server: &TestServer, query: &str) -> (Terminal, Value) {
    let mut terminal = server.ws(&format!("/v1/ws?board=ops&terminal=feed&last_seen=server{query}"));
    terminal.expect("hello");
    let subscribed = terminal.expect("subscribed");
    (terminal, subscribed)
}

fn ack(terminal: &mut Terminal, version: u64) {
    terminal.send(&json!({"type": "ack", "board": "ops", "cursor": format!("testepoch.{version}")}));
    // An answer to what was said after it: by then it has been taken.
    terminal.send(&json!({"type": "ping", "ts": 1}));
    terminal.until("pong");
}

fn resumes(server: &TestServer, name: &str) -> Value {
    come(server, &format!("&name={name}")).1["resume"].clone()
}

#[test]
fn a_terminal_goes_on_from_where_it_said_it_was_also_after_a_restart() {
    let mut server = TestServer::start();
    for id in ["a", "b", "c"] {
        server.publish("ops", id);
    }
    let (mut lobby, subscribed) = come(&server, "&name=lobby");
    assert_eq!(subscribed["resume"], "fresh", "nothing is known of it yet");
    lobby.expect("bookmark");
    for id in ["d", "e"] {
        server.publish("ops", id);
        lobby.expect("put");
    }
    ack(&mut lobby, 5);
    for restarted in [false, true] {
        if restarted {
            server.restart();
        }
        let (mut again, subscribed) = come(&server, "&name=lobby");
        assert_eq!(subscribed["resume"], "incremental", "restarted: {restarted}");
        assert_eq!(again.expect("put")["notice"]["id"], "e");
        assert_eq!(resumes(&server, "hall"), "fresh", "another terminal is another");
        assert_eq!(come(&server, "").1["resume"], "fresh", "and so is one without a name");
    }
    let mut stream = server.sse("/v1/sse?board=ops&terminal=feed&name=lobby&last_seen=server", &[]);
    stream.expect("hello");
    assert_eq!(stream.expect("subscribed").data["resume"], "incremental", "a stream too");
}

#[test]
fn what_is_acknowledged_was_sent_and_never_goes_back() {
    let server = TestServer::start();
    for id in ["a", "b", "c"] {
        server.publish("ops", id);
    }
    let mut lobby = server.ws("/v1/ws?board=ops&terminal=feed&name=lobby&last_seen=testepoch.0");
    while lobby.next()["version"] != 4 {}
    for wrong in [
        json!({"type": "ack", "board": "ops", "cursor": "testepoch.5"}),
        json!({"type": "ack", "board": "ops", "cursor": "garbage"}),
        json!({"type": "ack", "board": "ops"}),
        json!({"type": "ack", "board": "else", "cursor": "testepoch.1"}),
    ] {
        lobby.send(&wrong);
        assert_eq!(lobby.expect("error")["code"], "bad-message", "{wrong}");
    }
    assert_eq!(resumes(&server, "lobby"), "fresh");
    ack(&mut lobby, 4);
    ack(&mut lobby, 2);
    let (mut again, _) = come(&server, "&name=lobby");
    server.publish("ops", "d");
    assert_eq!(again.expect("put")["notice"]["id"], "d", "the second ack took nothing back");
}

#[test]
fn the_server_s_own_board_does_not_exist_for_anyone() {
    let mut server = TestServer::start();
    server.publish("ops", "a");
    let mut lobby = server.ws("/v1/ws?board=ops&terminal=feed&name=lobby&last_seen=testepoch.0");
    while lobby.next()["version"] != 2 {}
    ack(&mut lobby, 2);
    server.restart();
    let boards = server.get("/v1/boards").json();
    assert_eq!(boards["boards"].as_array().unwrap().len(), 1, "{boards}");
    assert_eq!(server.get("/v1/boards/_auth/notices").status, 404);
    assert!(server.try_ws("/v1/ws?board=_auth", &[]).is_err());
    let refused = server.notify(&json!({"board": "_auth", "text": "x"}));
    assert_eq!((refused.status, refused.pointers()), (422, vec!["/board".to_owned()]));
}
