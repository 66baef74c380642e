//! SIGTERM: terminals are told, what was answered stays, and the program ends with 0.

use crate::process::{Process, notice};

#[test]
fn sigterm_tells_terminals_and_ends_with_0() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Process::start(data.path(), "127.0.0.1:0", &[("MARQUEE_DRAIN_MS", "300")]);
    let mut feed = server.feed("main", "").unwrap();
    assert_eq!(server.publish(&notice("main", "a")).unwrap().0, 201);
    server.terminate();
    let bye = loop {
        let frame = feed.next().expect("a bye before the end");
        if frame["type"] == "bye" {
            break frame;
        }
    };
    assert_eq!(bye["code"], 1012);
    assert!((500..=5_000).contains(&bye["retry_after_ms"].as_u64().unwrap()));
    drop(feed);
    assert_eq!(server.ended().code(), Some(0));

    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let (status, again) = server.publish(&notice("main", "a")).unwrap();
    assert_eq!((status, again["status"].as_str()), (200, Some("duplicate")));
}

#[test]
fn a_second_sigterm_ends_at_once() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Process::start(data.path(), "127.0.0.1:0", &[("MARQUEE_DRAIN_MS", "600000")]);
    let _feed = server.feed("main", "").unwrap();
    server.terminate();
    server.says("going away");
    server.terminate();
    assert_eq!(server.ended().code(), Some(0));
}
