//! Terminals that are slower than what is published, and a disk that is full meanwhile: nobody else is delayed, and
//! nothing is shown that was not stored.

use crate::harness::{LIMIT, TestServer};
use crate::wire::{Reader, is_entry, version};
use marquee_log::faults::Fault;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

pub(crate) const BIG: u64 = 1_620;

/// More than a thousand entries of 12 KB: more than memory and sockets hold.
pub(crate) fn publish_big(server: &TestServer) {
    let text = "😀".repeat(2_000);
    let pad = "x".repeat(4_000);
    for first in (0..BIG).step_by(60) {
        let notices: Vec<Value> = (first..first + 60)
            .map(|n| json!({"board": "ops", "id": format!("b{n}"), "key": "k", "text": text, "data": {"n": n, "pad": pad}}))
            .collect();
        server.flood(&notices);
    }
}

#[test]
fn a_slow_reader_costs_nobody_else_and_gets_everything_or_a_reset() {
    let server = TestServer::start();
    server.publish("ops", "first");
    let up_to = 2 + BIG;
    let mut slow_feed =
        Reader::Ws(Box::new(server.slow_ws("/v1/ws?board=ops&terminal=feed&last_seen=testepoch.2")));
    let mut slow_screen =
        Reader::Ws(Box::new(server.slow_ws("/v1/ws?board=ops&terminal=web&last_seen=testepoch.2")));
    let mut prompt = Reader::open(&server, "ws", "board=ops&terminal=web&last_seen=testepoch.2");
    for reader in [&mut slow_feed, &mut slow_screen, &mut prompt] {
        reader.expect("hello");
        assert_eq!(reader.expect("subscribed")["resume"], "incremental");
    }
    std::thread::scope(|scope| {
        scope.spawn(|| publish_big(&server));
        assert_eq!(
            prompt.entries(2, up_to).len() as u64,
            BIG,
            "it had it all before the slow ones read anything"
        );
    });
    assert_eq!(slow_feed.entries(2, up_to).len() as u64, BIG);
    let (mut last, mut resets) = (2, 0);
    while last < up_to {
        let frame = slow_screen.next();
        match frame["type"].as_str() {
            Some("reset") => {
                assert_eq!(frame["reason"], "lagged");
                last = version(&slow_screen.expect("snapshot"));
                resets += 1;
            }
            _ if is_entry(&frame) => {
                assert_eq!(version(&frame), last + 1);
                last += 1;
            }
            _ => assert_eq!(version(&frame), last, "{frame}"),
        }
    }
    assert_eq!(resets, 1, "it was more than a thousand behind");
    slow_screen.is_silent_until_next(&server, "ops", up_to);
}

/// The names of the connections that there are.
fn connected(server: &TestServer) -> Vec<Value> {
    let page = server.get("/v1/terminals").json();
    page["terminals"].as_array().unwrap().iter().map(|row| row["session"].clone()).collect()
}

#[test]
fn a_terminal_that_stands_still_is_given_up_and_told_1013_if_it_reads_on() {
    let server = TestServer::start_with(|config| config.limits.write_stall_ms = 3_000);
    server.publish("ops", "first");
    let query = "board=ops&terminal=feed&last_seen=testepoch.2";
    let mut slow = server.slow_ws(&format!("/v1/ws?{query}"));
    let mut stream = server.sse(&format!("/v1/sse?{query}"), &[]);
    let mut prompt = Reader::open(&server, "ws", query);
    let sessions = [slow.expect("hello")["session"].clone(), stream.expect("hello").data["session"].clone()];
    for kind in ["hello", "subscribed"] {
        prompt.expect(kind);
    }
    let is_given_up = |session: &Value| {
        let begun = Instant::now();
        while connected(&server).contains(session) {
            assert!(begun.elapsed() < LIMIT, "{session} is still waited for");
        }
    };
    let (code, frames) = std::thread::scope(|scope| {
        scope.spawn(|| publish_big(&server));
        scope.spawn(|| prompt.entries(2, 2 + BIG));
        is_given_up(&sessions[0]);
        // From now on it has as long again to read on.
        slow.close()
    });
    assert_eq!(code, 1013);
    let entries: Vec<u64> = frames.iter().filter(|frame| is_entry(frame)).map(version).collect();
    let count = entries.len() as u64;
    assert!(entries.iter().copied().eq(3..3 + count), "what was on its way is whole: {entries:?}");
    assert!(count < BIG, "it had stood still before the end");
    is_given_up(&sessions[1]);
    assert_eq!(connected(&server).len(), 1, "who reads stays");
    prompt.is_silent_until_next(&server, "ops", 2 + BIG);
    // Over SSE there is no word for it: the stream breaks.
    assert!(stream.breaks(), "it was given up in the middle");
}

#[test]
fn what_a_full_disk_refused_is_never_shown() {
    const WRITERS: usize = 3;
    let mut server = TestServer::start();
    server.publish("ops", "first");
    let mut live = Reader::open(&server, "ws", "board=ops&last_seen=testepoch.0");
    let mut screen = Reader::open(&server, "sse", "board=ops&terminal=web&last_seen=testepoch.0");
    let (stored, refused) = (Mutex::new(BTreeSet::from(["first".to_owned()])), Mutex::new(BTreeSet::new()));
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (server, stored, refused, over) = (&server, &stored, &refused, &over);
            scope.spawn(move || {
                for number in 0.. {
                    let id = format!("w{writer}-{number}");
                    let notice = json!({"board": "ops", "id": id, "key": format!("k{writer}"), "text": id});
                    let answer = server.notify(&notice);
                    match answer.status {
                        200 | 201 => stored.lock().unwrap().insert(id),
                        503 => refused.lock().unwrap().insert(id),
                        _ => panic!("{}", answer.text),
                    };
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        let grows = |set: &Mutex<BTreeSet<String>>| {
            let from = set.lock().unwrap().len();
            while set.lock().unwrap().len() < from + 20 {
                std::thread::yield_now();
            }
        };
        for _ in 0..3 {
            grows(&stored);
            server.log.fail(Fault::NoRoom);
            grows(&refused);
            server.log.mend();
        }
        grows(&stored);
        over.store(true, Ordering::Relaxed);
    });
    let head = server.publish("ops", "last")["version"].as_u64().unwrap();
    let mut stored = stored.into_inner().unwrap();
    stored.insert("last".to_owned());
    let texts = |entries: &[Value]| -> BTreeSet<String> {
        let puts = entries.iter().filter(|entry| entry["type"] == "put");
        let word =
            |put: &Value| put["notice"]["text"].as_str().unwrap().trim_start_matches("text of ").to_owned();
        puts.map(word).collect()
    };
    let mut seen = Vec::new();
    for reader in [&mut live, &mut screen] {
        reader.expect("hello");
        reader.expect("subscribed");
        seen = reader.entries(0, head);
        assert_eq!(texts(&seen), stored, "what was acknowledged, and nothing else");
    }
    server.restart();
    let mut again = Reader::open(&server, "ws", "board=ops&last_seen=testepoch.0");
    again.expect("hello");
    again.expect("subscribed");
    assert_eq!(again.entries(0, head), seen, "the disk holds what was shown");
}
