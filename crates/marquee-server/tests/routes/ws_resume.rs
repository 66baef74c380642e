//! Coming back, on WebSocket and SSE alike: what was missed, once and in order, or a reset that says why not.

use crate::harness::TestServer;
use crate::wire::{Reader, is_entry, version};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const BOTH: [&str; 2] = ["ws", "sse"];

/// Connects and reads up to what follows `subscribed`.
fn come(server: &TestServer, transport: &str, query: &str, resume: &str) -> Reader {
    let mut reader = Reader::open(server, transport, &format!("board=ops&{query}"));
    reader.expect("hello");
    let subscribed = reader.expect("subscribed");
    assert_eq!(subscribed["resume"], resume, "{transport} {query}: {subscribed}");
    reader
}

#[test]
fn who_comes_back_gets_what_it_missed_once_and_in_order() {
    let server = TestServer::start();
    for id in ["a", "b", "c"] {
        server.publish("ops", id);
    }
    for transport in BOTH {
        for kind in ["web", "feed"] {
            let query = format!("terminal={kind}&last_seen=testepoch.2");
            let mut reader = come(&server, transport, &query, "incremental");
            let missed = reader.entries(2, 4);
            let ids: Vec<_> = missed.iter().map(|put| put["notice"]["id"].clone()).collect();
            assert_eq!(ids, ["b", "c"], "{transport} {kind}");
        }
    }
}

#[test]
fn what_is_replayed_is_what_was_sent_live() {
    let server = TestServer::start();
    let mut live = come(&server, "ws", "", "fresh");
    assert_eq!(version(&live.expect("bookmark")), 0);
    server.publish("ops", "a");
    let notice = json!({"board": "ops", "id": "b", "key": "k", "html": "<b>b</b>", "tags": ["t"], "level": "LOW",
        "link": "https://example.com/", "data": {"n": 1.50, "s": "\r\n\u{0}"}});
    assert_eq!(server.notify(&notice).status, 201);
    server.replace("ops", 0, 1);
    assert_eq!(server.delete("/v1/boards/ops/notices/a").status, 200);
    let seen = live.entries(0, 5);
    for transport in BOTH {
        let mut again = come(&server, transport, "last_seen=testepoch.0", "incremental");
        assert_eq!(again.entries(0, 5), seen, "{transport}");
    }
}

#[test]
fn who_missed_nothing_gets_nothing() {
    let server = TestServer::start();
    let mut head = server.publish("ops", "a")["version"].as_u64().unwrap();
    for transport in BOTH {
        for kind in ["web", "feed"] {
            let query = format!("terminal={kind}&last_seen=testepoch.{head}");
            let mut reader = come(&server, transport, &query, "incremental");
            reader.is_silent_until_next(&server, "ops", head);
            head += 1;
        }
    }
}

#[test]
fn a_cursor_that_cannot_be_continued_is_a_reset_that_says_why() {
    let server = TestServer::start();
    server.publish("ops", "a");
    for transport in BOTH {
        for (last_seen, reason) in [
            ("otherepoch.1", "epoch"),
            ("otherepoch.99", "epoch"),
            ("nonsense", "invalid"),
            ("testepoch.", "invalid"),
            ("testepoch.-1", "invalid"),
            ("testepoch.1.5", "invalid"),
            ("testepoch.9007199254740993", "invalid"),
            ("TESTEPOCH.1", "invalid"),
            ("testepoch.%00", "invalid"),
        ] {
            let mut web = come(&server, transport, &format!("terminal=web&last_seen={last_seen}"), "reset");
            assert_eq!(web.expect("reset")["reason"], reason, "{transport} {last_seen}");
            assert_eq!(version(&web.expect("snapshot")), 2);
            let mut feed = come(&server, transport, &format!("terminal=feed&last_seen={last_seen}"), "reset");
            assert_eq!(feed.expect("reset")["reason"], reason, "{transport} {last_seen}");
            assert_eq!(version(&feed.expect("bookmark")), 0, "it goes on from the oldest entry kept");
            feed.entries(0, 2);
        }
        let mut empty = come(&server, transport, "terminal=web&last_seen=", "fresh");
        empty.expect("snapshot");
    }
}

#[test]
fn what_is_kept_no_longer_is_trimmed() {
    let mut server = TestServer::start_with(|config| config.keep.keep_entries = 5);
    server.replace("ops", 0, 20);
    // At its end the server keeps the boards' states, and lets go of what is too much.
    server.restart();
    for transport in BOTH {
        for (kind, begin) in [("web", "snapshot"), ("feed", "bookmark")] {
            let query = format!("terminal={kind}&last_seen=testepoch.15");
            let mut reader = come(&server, transport, &query, "reset");
            assert_eq!(reader.expect("reset")["reason"], "trimmed");
            let from = version(&reader.expect(begin));
            assert_eq!(from, if kind == "web" { 21 } else { 16 });
            reader.entries(from, 21);
            let mut edge =
                come(&server, transport, &format!("terminal={kind}&last_seen=testepoch.16"), "incremental");
            assert_eq!(edge.entries(16, 21).len(), 5, "the oldest entry kept is the next one");
        }
    }
}

#[test]
fn a_cursor_above_the_head_is_waited_for_then_reset() {
    let server = TestServer::start();
    server.publish("ops", "a");
    for transport in BOTH {
        for (kind, begin) in [("web", "snapshot"), ("feed", "bookmark")] {
            let begun = Instant::now();
            let query = format!("terminal={kind}&last_seen=testepoch.3");
            let mut reader = come(&server, transport, &query, "reset");
            // The server's clock may lean by a twentieth.
            assert!(begun.elapsed() >= Duration::from_millis(1_800), "{transport}: it was not waited for");
            assert_eq!(reader.expect("reset")["reason"], "ahead");
            reader.expect(begin);
        }
    }
}

#[test]
fn a_cursor_above_the_head_goes_on_when_the_log_gets_there() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut head = 2;
    for transport in BOTH {
        let query = format!("board=ops&terminal=web&last_seen=testepoch.{}", head + 1);
        let mut reader = Reader::open(&server, transport, &query);
        reader.expect("hello");
        server.publish("ops", &format!("{transport}-1"));
        let subscribed = reader.expect("subscribed");
        assert_eq!(subscribed["resume"], "incremental");
        assert_eq!(subscribed["head"], format!("testepoch.{}", head + 1));
        head += 1;
        reader.is_silent_until_next(&server, "ops", head);
        head += 1;
    }
}

#[test]
fn a_screen_that_missed_more_than_a_thousand_begins_anew_and_a_feed_gets_all() {
    let server = TestServer::start();
    server.replace("ops", 0, 1_100);
    for transport in BOTH {
        let mut web = come(&server, transport, "terminal=web&last_seen=testepoch.100", "reset");
        assert_eq!(web.expect("reset")["reason"], "lagged");
        assert_eq!(version(&web.expect("snapshot")), 1_101);
        let mut web = come(&server, transport, "terminal=web&last_seen=testepoch.101", "incremental");
        assert_eq!(web.entries(101, 1_101).len(), 1_000);
        let mut feed = come(&server, transport, "terminal=feed&last_seen=testepoch.0", "incremental");
        assert_eq!(feed.entries(0, 1_101).len(), 1_101);
    }
}

#[test]
fn a_restart_in_between_loses_nothing_and_doubles_nothing() {
    let mut server = TestServer::start();
    for id in ["a", "b"] {
        server.publish("ops", id);
    }
    let mut head = 3;
    for transport in BOTH {
        for kind in ["web", "feed"] {
            let mut before = come(&server, transport, &format!("terminal={kind}"), "fresh");
            let cursor = version(&before.next());
            assert_eq!(cursor, head);
            server.publish("ops", &format!("{transport}-{kind}-1"));
            before.entries(head, head + 1);
            server.publish("ops", &format!("{transport}-{kind}-2"));
            server.restart();
            server.publish("ops", &format!("{transport}-{kind}-3"));
            let query = format!("terminal={kind}&last_seen=testepoch.{}", head + 1);
            let mut after = come(&server, transport, &query, "incremental");
            let missed = after.entries(head + 1, head + 3);
            let ids: Vec<_> = missed.iter().map(|put| put["notice"]["id"].clone()).collect();
            assert_eq!(ids, [format!("{transport}-{kind}-2"), format!("{transport}-{kind}-3")]);
            after.is_silent_until_next(&server, "ops", head + 3);
            head += 4;
        }
    }
}

#[test]
fn a_snapshot_after_a_restart_is_the_one_before_it() {
    let mut server = TestServer::start();
    server.publish("ops", "a");
    server.replace("ops", 0, 3);
    let snapshot = |server: &TestServer| come(server, "ws", "terminal=web", "fresh").expect("snapshot");
    let before = snapshot(&server);
    server.restart();
    assert_eq!(snapshot(&server), before);
}

/// Reads a feed by many connections, each dropped after some frames, and remembers every entry.
fn stuttering(
    server: &TestServer,
    transport: &str,
    kind: &str,
    step: usize,
    up_to: u64,
) -> BTreeMap<u64, Value> {
    let mut seen = BTreeMap::new();
    let mut last = 0;
    for round in 0.. {
        assert!(round < 10_000, "{last} of {up_to} came");
        let query = format!("board=ops&terminal={kind}&last_seen=testepoch.{last}");
        let mut reader = Reader::open(server, transport, &query);
        reader.expect("hello");
        for _ in 0..step + round % 7 {
            if last == up_to {
                return seen;
            }
            let frame = reader.next();
            match frame["type"].as_str() {
                Some("snapshot") => last = version(&frame),
                Some("bookmark") => assert_eq!(version(&frame), last, "{frame}"),
                Some("reset") => {
                    assert_eq!((kind, frame["reason"].as_str()), ("web", Some("lagged")), "{frame}")
                }
                _ if is_entry(&frame) => {
                    assert_eq!(version(&frame), last + 1, "{transport} {kind}: a hole or a repeat");
                    last += 1;
                    seen.insert(last, frame);
                }
                _ => assert_eq!(frame["type"], "subscribed", "{frame}"),
            }
        }
    }
    unreachable!("rounds have a limit")
}

#[test]
fn terminals_that_come_and_go_during_a_flood_see_the_same_versions() {
    const WRITERS: usize = 4;
    const EACH: usize = 500;
    let server = TestServer::start();
    server.publish("ops", "first");
    let up_to = 2 + (WRITERS * EACH) as u64;
    let acknowledged = Mutex::new(BTreeMap::new());
    let next = AtomicUsize::new(0);
    let readers = [("ws", "feed", 40), ("ws", "web", 25), ("sse", "feed", 33)];
    let seen = std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (server, acknowledged, next) = (&server, &acknowledged, &next);
            scope.spawn(move || {
                for _ in 0..EACH {
                    let id = format!("n{}", next.fetch_add(1, Ordering::Relaxed));
                    let notice = json!({"board": "ops", "id": id, "key": format!("w{writer}"), "text": id});
                    let answer = server.notify(&notice);
                    assert!(answer.status < 300, "{}", answer.text);
                    let version = answer.json()["version"].as_u64().unwrap();
                    assert_eq!(
                        acknowledged.lock().unwrap().insert(version, id),
                        None,
                        "a version was given twice"
                    );
                }
            });
        }
        let reading = readers.map(|(transport, kind, step)| {
            let server = &server;
            scope.spawn(move || stuttering(server, transport, kind, step, up_to))
        });
        reading.map(|thread| thread.join().unwrap())
    });
    let acknowledged = acknowledged.into_inner().unwrap();
    assert_eq!(acknowledged.len(), WRITERS * EACH);
    for ((transport, kind, _), entries) in readers.iter().zip(&seen) {
        if *kind == "feed" {
            assert_eq!(entries.len() as u64, up_to, "{transport}: every version came");
        }
        for (version, entry) in entries {
            assert_eq!(seen[0][version], *entry, "one version, one entry");
            if let Some(id) = acknowledged.get(version) {
                assert_eq!(entry["notice"]["text"], **id, "what was answered is what was shown");
            }
        }
    }
}
