//! `GET /v1/terminals`: who is connected, by what, and how far each has been written. Whoever does not read is seen.

use crate::harness::{LIMIT, TestServer};
use crate::slow::{BIG, publish_big};
use crate::wire::{Reader, leave, version};
use serde_json::{Value, json};
use std::time::Instant;

/// Everyone who is connected.
fn all(server: &TestServer) -> Vec<Value> {
    let answer = server.get("/v1/terminals?limit=1000");
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["terminals"].as_array().unwrap().clone()
}

/// Everyone, once it is as it has to be.
fn once(server: &TestServer, what: &str, holds: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    let begun = Instant::now();
    loop {
        let rows = all(server);
        if holds(&rows) {
            return rows;
        }
        assert!(begun.elapsed() < LIMIT, "{what}: {rows:?}");
    }
}

fn is_live(row: &Value) -> bool {
    row["lag"] == json!({"versions": 0, "ms": 0})
}

fn boards(rows: &[Value]) -> Vec<&str> {
    let mut boards: Vec<&str> = rows.iter().map(|row| row["board"].as_str().unwrap()).collect();
    boards.sort_unstable();
    boards
}

#[test]
fn a_live_terminal_is_named_with_all_that_it_is_and_has_no_lag() {
    let server = TestServer::start();
    assert_eq!(server.get("/v1/terminals").json(), json!({"terminals": [], "next": null}));
    server.publish("ops", "a");
    let before = server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    let mut screen = Reader::open(&server, "ws", "board=ops&terminal=web&name=lobby%201");
    let mut feed = Reader::open(&server, "sse", "board=ops&terminal=feed&last_seen=testepoch.0");
    let sessions = [&mut screen, &mut feed].map(|reader| {
        let hello = reader.expect("hello");
        reader.expect("subscribed");
        hello["session"].clone()
    });
    assert_eq!(version(&screen.expect("snapshot")), 2);
    feed.entries(0, 2);
    server.publish("ops", "b");
    let live = |rows: &[Value]| rows.len() == 2 && rows.iter().all(|row| row["cursor"] == "testepoch.3");
    let rows = once(&server, "they have read all that there is", live);
    let after = server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    for (session, transport, kind, name) in
        [(&sessions[0], "ws", "web", Some("lobby 1")), (&sessions[1], "sse", "feed", None)]
    {
        let row = rows.iter().find(|row| row["session"] == *session).unwrap();
        let mut expected = json!({
            "session": session, "board": "ops", "kind": kind, "transport": transport, "since": row["since"],
            "cursor": "testepoch.3", "lag": {"versions": 0, "ms": 0},
        });
        if let Some(name) = name {
            expected["name"] = json!(name);
        }
        assert_eq!(*row, expected, "and nothing else is told");
        let since = marquee_protocol::time::parse(row["since"].as_str().unwrap()).unwrap();
        assert!((before..=after).contains(&since), "{before} {since} {after}");
    }
    let sorted: Vec<&str> = rows.iter().map(|row| row["session"].as_str().unwrap()).collect();
    assert!(sorted.is_sorted(), "{sorted:?}");
}

#[test]
fn who_comes_back_at_the_head_is_live_although_nothing_is_sent() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut back = server.ws("/v1/ws?board=ops&last_seen=testepoch.2");
    back.until("subscribed");
    let rows = once(&server, "it has what there is", |rows| rows[0]["cursor"] == "testepoch.2");
    assert!(is_live(&rows[0]), "{rows:?}");
    // Nobody has written it: there is nothing to be behind of.
    back.send(&json!({"type": "subscribe", "board": "quiet"}));
    back.until("bookmark");
    let rows = once(&server, "both", |rows| rows.len() == 2);
    let quiet = rows.iter().find(|row| row["board"] == "quiet").unwrap();
    assert!(is_live(quiet) && quiet["cursor"] == "testepoch.0", "{quiet}");
    assert_eq!(server.get("/v1/boards").json()["boards"].as_array().unwrap().len(), 1, "reading makes none");
}

/// The lag that a row tells is what the log tells of its cursor, however long the looking takes.
fn lags_as_the_log_has_it(server: &TestServer, session: &Value, head: u64) -> u64 {
    let time = || server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    let from = time();
    let rows = all(server);
    let to = time();
    let row = rows.iter().find(|row| row["session"] == *session).unwrap();
    let cursor = version(row);
    assert_eq!(row["lag"]["versions"], head - cursor, "{row}");
    let next = server.get(&format!("/v1/sync?board=ops&since=testepoch.{cursor}&limit=1")).json();
    let at = next["entries"][0]["at"].as_u64().unwrap();
    let ms = row["lag"]["ms"].as_u64().unwrap();
    assert!((from - at..=to - at).contains(&ms), "{from} {to} {at} {row}");
    cursor
}

#[test]
fn a_terminal_that_does_not_read_shows_its_lag_until_it_reads() {
    let server = TestServer::start();
    server.publish("ops", "first");
    let query = "board=ops&terminal=feed&last_seen=testepoch.2";
    let mut readers = [
        Reader::Ws(Box::new(server.slow_ws(&format!("/v1/ws?{query}")))),
        Reader::open(&server, "sse", query),
    ];
    let sessions = readers.each_mut().map(|reader| {
        let hello = reader.expect("hello");
        reader.expect("subscribed");
        hello["session"].clone()
    });
    publish_big(&server);
    let head = 2 + BIG;
    for session in &sessions {
        // Only the disk has what is so far back: memory holds 4 MiB of a board.
        let stuck = |rows: &[Value]| {
            let row = rows.iter().find(|row| row["session"] == *session).unwrap();
            row["lag"]["ms"].as_u64() > Some(0) && version(row) > 2
        };
        once(&server, "it hangs behind", stuck);
        let cursor = lags_as_the_log_has_it(&server, session, head);
        assert!(cursor < head, "it took in {head} entries without reading");
    }
    for reader in &mut readers {
        assert_eq!(reader.entries(2, head).len() as u64, BIG);
    }
    once(&server, "the lag ends", |rows| rows.iter().all(is_live));
}

#[test]
fn a_board_that_is_followed_no_longer_and_a_connection_that_ends_leave_nothing_behind() {
    let server = TestServer::start();
    let mut terminal = server.ws("/v1/ws?board=a");
    let stream = server.sse("/v1/sse?board=c", &[]);
    // A second subscribe takes the place of the first.
    for board in ["b", "b", "a"] {
        terminal.send(&json!({"type": "subscribe", "board": board}));
        terminal.until("subscribed");
    }
    once(&server, "three boards are followed", |rows| boards(rows) == ["a", "b", "c"]);
    terminal.send(&json!({"type": "unsubscribe", "board": "a"}));
    terminal.until("unsubscribed");
    assert_eq!(boards(&all(&server)), ["b", "c"], "it was told so after the fact");
    drop(stream);
    once(&server, "the stream is gone", |rows| boards(rows) == ["b"]);
    leave(&mut terminal);
    once(&server, "everyone is gone", <[Value]>::is_empty);
}

#[test]
fn a_subscription_that_is_refused_is_nobodys() {
    let server = TestServer::start();
    let mut terminal = server.ws("/v1/ws");
    for number in 0..64 {
        terminal.send(&json!({"type": "subscribe", "board": format!("b{number}")}));
        terminal.until("bookmark");
    }
    terminal.send(&json!({"type": "subscribe", "board": "one-more"}));
    assert_eq!(terminal.until("error")["code"], "too-many-boards");
    let rows = all(&server);
    assert_eq!(rows.len(), 64);
    assert!(!boards(&rows).contains(&"one-more"));
}

#[test]
fn a_cursor_of_another_history_is_none_of_ours() {
    let server = TestServer::start();
    server.publish("ops", "a");
    for (last_seen, kind) in
        [("otherepoch.1000", "feed"), ("otherepoch.1", "web"), ("testepoch.1000", "feed")]
    {
        let query = format!("board=ops&terminal={kind}&last_seen={last_seen}");
        let mut reader = Reader::open(&server, "ws", &query);
        reader.expect("hello");
        let told =
            |rows: &[Value]| rows.len() == 1 && rows[0]["cursor"].as_str().unwrap().starts_with("testepoch.");
        let rows = once(&server, last_seen, told);
        assert!(version(&rows[0]) <= 2, "what it says it has is not what it was written: {rows:?}");
        let rows = once(&server, "it has begun anew", |rows| rows.len() == 1 && is_live(&rows[0]));
        assert_eq!(rows[0]["cursor"], "testepoch.2");
        drop(reader);
        once(&server, "it is gone", <[Value]>::is_empty);
    }
}

#[test]
fn pages_join_without_a_hole_also_where_the_last_one_has_left() {
    let server = TestServer::start();
    let mut terminals: Vec<_> = (0..5).map(|_| server.ws("/v1/ws?board=a.b")).collect();
    for terminal in &mut terminals {
        for board in ["a", "c"] {
            terminal.send(&json!({"type": "subscribe", "board": board}));
        }
    }
    let rows = once(&server, "all follow three", |rows| rows.len() == 15 && rows.iter().all(is_live));
    let place =
        |row: &Value| format!("{}.{}", row["session"].as_str().unwrap(), row["board"].as_str().unwrap());
    let whole: Vec<String> = rows.iter().map(place).collect();
    assert_eq!(server.get("/v1/terminals").json()["next"], json!(null));
    for limit in [1, 4, 5, 14, 15, 16] {
        let (mut joined, mut after) = (Vec::new(), String::new());
        loop {
            let page = server.get(&format!("/v1/terminals?limit={limit}{after}")).json();
            let some = page["terminals"].as_array().unwrap();
            assert!(!some.is_empty() && some.len() <= limit, "{page}");
            joined.extend(some.iter().map(place));
            assert!(joined.len() <= whole.len(), "a page goes back: {joined:?}");
            let Some(next) = page["next"].as_str() else { break };
            assert_eq!(some.len(), limit, "only the last page is short");
            assert_eq!(*next, place(some.last().unwrap()));
            after = format!("&after={next}");
        }
        assert_eq!(joined, whole, "{limit} at a time");
    }
    // The last one of the first page leaves: the second page is what it would have been.
    let gone = rows[4]["session"].as_str().unwrap();
    let rest: Vec<String> = whole[5..].iter().filter(|place| !place.starts_with(gone)).cloned().collect();
    let at = terminals.iter_mut().position(|terminal| terminal.expect("hello")["session"] == gone);
    leave(&mut terminals[at.unwrap()]);
    once(&server, "one is gone", |rows| rows.len() == 12);
    let page = server.get(&format!("/v1/terminals?after={}", whole[4])).json();
    let some: Vec<String> = page["terminals"].as_array().unwrap().iter().map(place).collect();
    assert_eq!(some, rest);
}

#[test]
fn a_page_that_breaks_its_rules_is_refused_with_every_fault() {
    let server = TestServer::start();
    for limit in ["0", "1001", "-1", "%2B5", "x", "", "1.5", "99999999999999999999"] {
        let answer = server.get(&format!("/v1/terminals?limit={limit}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/limit".to_owned()]), "{limit:?}");
    }
    let session = "s-0123456789abcdef";
    for after in ["", session, "s-0123456789abcde.ops", "s-0123456789ABCDEF.ops", "x.ops"] {
        let answer = server.get(&format!("/v1/terminals?after={after}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/after".to_owned()]), "{after:?}");
    }
    for board in ["", "_auth", "Ops", "a%20b"] {
        let answer = server.get(&format!("/v1/terminals?after={session}.{board}"));
        assert_eq!((answer.status, answer.pointers()), (422, vec!["/after".to_owned()]), "{board:?}");
    }
    let both = server.get("/v1/terminals?limit=0&after=x");
    assert_eq!((both.status, both.pointers()), (422, vec!["/limit".to_owned(), "/after".to_owned()]));
    assert_eq!(server.get("/v1/terminals?limit=1&limit=2").status, 400);
    let answer = server.get(&format!("/v1/terminals?limit=1000&after={session}.a.b"));
    assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "it need not be there");
    assert_eq!(server.send("POST", "/v1/terminals", &[], "").status, 405);
}
