//! Frames read back as what was written, and look as the contract shows them.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::replica::PolicyMark;
use marquee_core::session::{
    Close, ErrorCode, Filter, Frame, Heartbeat, Kind, LastSeen, Request, Resume, Secret, SessionId,
};
use marquee_core::{
    BoardName, Change, Cursor, DeleteReason, Entry, Epoch, Level, Notice, NoticeId, Policy, Replica,
    Timeline, Version,
};
use marquee_protocol::frame::{
    decode_entry, decode_request, decode_snapshot, encode_control, encode_entry, encode_snapshot, sse,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;

fn epoch() -> Epoch {
    Epoch::parse("k3j9x2ab").unwrap()
}

fn ops() -> BoardName {
    BoardName::parse("ops").unwrap()
}

fn notice(id: &str, rev: u64, text: &str) -> Notice {
    Notice {
        id: NoticeId::parse(id).unwrap(),
        rev: Version(rev),
        level: Level::Urgent,
        text: text.into(),
        html: Some("<b>down</b>".into()),
        tags: Box::new(["db".into()]),
        key: Some("k".into()),
        link: Some("https://example.com/".into()),
        data: Some("{\"b\":1.50,\"a\":[]}".into()),
        cells: 34,
        count: 1,
        starts_at: T,
        expires_at: T + 600_000,
        trace_id: "0af7651916cd43dd8448eb211c80319c".into(),
    }
}

fn value(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn a_put_looks_as_the_contract_shows_it() {
    let entry = Entry { version: Version(42), at: T, change: Change::Put(Arc::new(notice("a", 42, "down"))) };
    let frame = encode_entry(&ops(), &epoch(), &entry);
    assert_eq!(
        value(&frame),
        json!({"type":"put","board":"ops","cursor":"k3j9x2ab.42","version":42,"at":T,"notice":{
            "id":"a","rev":42,"level":"URGENT","text":"down","html":"<b>down</b>","tags":["db"],"key":"k",
            "link":"https://example.com/","data":{"b":1.50,"a":[]},"cells":34,"count":1,"starts_at":T,
            "expires_at":T+600_000,"trace_id":"0af7651916cd43dd8448eb211c80319c"}})
    );
    let text = std::str::from_utf8(&frame).unwrap();
    assert!(text.contains(r#""data":{"b":1.50,"a":[]}"#), "data is untouched: {text}");
    assert_eq!(decode_entry(&frame).unwrap(), Some(entry));
}

#[test]
fn deletes_and_policies_read_back() {
    for reason in [DeleteReason::Retracted, DeleteReason::Resolved, DeleteReason::Evicted] {
        let id = NoticeId::parse("a").unwrap();
        let entry = Entry { version: Version(2), at: T, change: Change::Delete { id, reason } };
        assert_eq!(decode_entry(&encode_entry(&ops(), &epoch(), &entry)).unwrap(), Some(entry));
    }
    let policy = Arc::new(Policy { speed: 17, ..Policy::default() });
    for own in [false, true] {
        let change = Change::Policy { policy: policy.clone(), own };
        let entry = Entry { version: Version(1), at: T, change };
        let frame = encode_entry(&ops(), &epoch(), &entry);
        assert_eq!(value(&frame)["policy"]["levels"]["URGENT"]["play"], "pin");
        assert_eq!(decode_entry(&frame).unwrap(), Some(entry));
    }
}

#[test]
fn kinds_of_tomorrow_are_passed_over_and_damage_is_told() {
    assert_eq!(decode_entry(br#"{"type":"sparkle","version":3,"at":5}"#).unwrap(), None);
    for damaged in
        ["", "{}", r#"{"type":"put","version":3,"at":5}"#, r#"{"type":"delete","version":3,"at":5}"#]
    {
        assert!(decode_entry(damaged.as_bytes()).is_err(), "{damaged}");
    }
}

#[test]
fn control_frames_look_as_the_contract_shows_them() {
    let cursor = |version| Cursor { epoch: epoch(), version: Version(version) };
    for (frame, expected) in [
        (
            Frame::Hello {
                session: SessionId(0x7f3a),
                server_time: T,
                heartbeat: Heartbeat::default(),
                kind: Kind::Web,
                name: Some("lobby-1".into()),
                token_expires_at: Some(T + 900_000),
            },
            json!({"type":"hello","session":"s-0000000000007f3a","server_time":T,
                "heartbeat":{"interval_ms":30000,"timeout_ms":45000,"max_failures":3},
                "terminal":{"kind":"web","name":"lobby-1"},"token_expires_at":T + 900_000}),
        ),
        (
            Frame::Subscribed { board: ops(), head: cursor(41), resume: Resume::Incremental },
            json!({"type":"subscribed","board":"ops","head":"k3j9x2ab.41","resume":"incremental"}),
        ),
        (
            Frame::Bookmark { board: ops(), cursor: cursor(44), at: T },
            json!({"type":"bookmark","board":"ops","cursor":"k3j9x2ab.44","at":T}),
        ),
        (
            Frame::Error { code: ErrorCode::BadMessage, detail: "no".into(), board: None },
            json!({"type":"error","code":"bad-message","detail":"no"}),
        ),
        (
            Frame::Bye { close: Close::Restart, retry_after_ms: 4_210 },
            json!({"type":"bye","code":1012,"reason":"restart","retry_after_ms":4210}),
        ),
        (
            Frame::TokenOk { token_expires_at: Some(T + 900_000) },
            json!({"type":"token_ok","token_expires_at":T + 900_000}),
        ),
        (Frame::TokenExpiring { in_ms: 60_000 }, json!({"type":"token_expiring","in_ms":60000})),
        (Frame::Pong { ts: 5, server_time: T }, json!({"type":"pong","ts":5,"server_time":T})),
    ] {
        assert_eq!(value(&encode_control(&frame)), expected);
        assert_eq!(frame.name(), expected["type"]);
    }
}

#[test]
fn an_event_block_is_one_line_of_data_whatever_the_text_holds() {
    let put = notice("a", 7, "one\r\ntwo\0three\ndata: four");
    let entry = Entry { version: Version(7), at: T, change: Change::Put(Arc::new(put)) };
    let frame = encode_entry(&ops(), &epoch(), &entry);
    let cursor = Cursor { epoch: epoch(), version: Version(7) };
    let block = sse::block("put", Some(&cursor), &frame);
    let lines: Vec<&str> = std::str::from_utf8(&block).unwrap().split('\n').collect();
    assert_eq!(lines[..2], ["event: put", "id: k3j9x2ab.7"]);
    assert_eq!(value(lines[2].strip_prefix("data: ").unwrap().as_bytes())["notice"]["id"], "a");
    assert_eq!(lines[3..], ["", ""], "a blank line ends it");
    let silent = sse::block("hello", None, b"{}");
    assert_eq!(&silent[..], b"event: hello\ndata: {}\n\n");
}

#[test]
fn requests_are_read_and_nonsense_is_answered() {
    let subscribe = decode_request(br#"{"type":"subscribe","board":"ops","last_seen":"","future":1}"#);
    let expected =
        Request::Subscribe { board: ops(), last_seen: LastSeen::Nothing, filter: Filter::default() };
    assert_eq!(subscribe, Ok(expected));
    let filtered = decode_request(br#"{"type":"subscribe","board":"ops","tags":["db"],"min_level":"warn"}"#);
    let filter = Filter { tags: vec!["db".into()], min_level: Some(Level::Warning) };
    assert_eq!(filtered, Ok(Request::Subscribe { board: ops(), last_seen: LastSeen::Nothing, filter }));
    assert_eq!(decode_request(br#"{"type":"ping","ts":7}"#), Ok(Request::Ping { ts: 7 }));
    assert_eq!(decode_request(br#"{"type":"sing"}"#), Ok(Request::Unknown));
    let token = decode_request(br#"{"type":"token","token":"a.b.c"}"#).unwrap();
    assert_eq!(token, Request::Token(Secret("a.b.c".into())));
    assert_eq!(format!("{token:?}"), "Token(Secret(..))", "it is never shown");
    for none in
        [r#"{"type":"token"}"#, r#"{"type":"token","token":["s3cret"]}"#, r#"{"type":"token","token":""}"#]
    {
        let said = decode_request(none.as_bytes()).unwrap_err();
        assert!(said.contains("token is missing") && !said.contains("s3cret"), "{said}");
    }
    for (bad, word) in [
        ("", "read"),
        ("\"ping\"", "read"),
        ("{\"type\":5}", "read"),
        ("{\"type\":\"ping\"}", "ts"),
        ("{\"type\":\"subscribe\"}", "board is missing"),
        ("{\"type\":\"subscribe\",\"board\":\"_auth\"}", "no board"),
        ("{\"type\":\"subscribe\",\"board\":\"a\",\"min_level\":\"loud\"}", "level"),
    ] {
        let said = decode_request(bad.as_bytes()).unwrap_err();
        assert!(said.contains(word), "{bad}: {said}");
    }
}

fn timeline(steps: &[(u64, u8, u8)]) -> (Timeline, u64) {
    let mut timeline = Timeline::new(Arc::new(Policy::default()), T);
    let (mut at, mut version) = (T, 0);
    for (passed, id, level) in steps {
        at += passed;
        version += 1;
        let mut put = notice(&format!("n{}", id % 5), version, "some words to show");
        put.level = Level::ALL[usize::from(level % 4)];
        put.starts_at = at;
        put.expires_at = at + 60_000;
        let change = match level {
            9.. => Change::Delete { id: put.id, reason: DeleteReason::Retracted },
            _ => Change::Put(Arc::new(put)),
        };
        timeline.apply(&Entry { version: Version(version), at, change }).unwrap();
    }
    (timeline, version)
}

proptest! {
    #[test]
    fn a_snapshot_reads_back_as_the_same_machine(
        steps in proptest::collection::vec((0u64..20_000, 0u8..8, 0u8..11), 0..40)
    ) {
        let (timeline, version) = timeline(&steps);
        let mark = PolicyMark { version: Version(version / 2), own: version % 2 == 0 };
        let frame = encode_snapshot(
            &ops(), &epoch(), Version(version), timeline.now(), Some((&timeline, mark)), &Policy::default(),
        );
        let read = decode_snapshot(&frame).unwrap();
        prop_assert_eq!(read.cursor.version, Version(version));
        prop_assert_eq!(read.replica, Replica::restore(Version(version), Some((timeline, mark))));
    }

    #[test]
    fn no_bytes_break_a_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in ".{0,80}") {
        for input in [&bytes[..], text.as_bytes()] {
            let _ = decode_request(input).map_err(|said| assert!(!said.is_empty()));
            let _ = decode_entry(input).map_err(|error| assert!(!error.detail.is_empty()));
            let _ = decode_snapshot(input).map_err(|error| assert!(!error.detail.is_empty()));
        }
    }
}

#[test]
fn a_board_never_written_has_a_snapshot_too() {
    let frame = encode_snapshot(&ops(), &epoch(), Version(0), T, None, &Policy::default());
    let shown = value(&frame);
    assert_eq!((&shown["cursor"], &shown["timeline"]), (&json!("k3j9x2ab.0"), &Value::Null));
    assert_eq!(shown["policy"]["speed"], 12);
    assert_eq!(shown["policy_version"], 0);
    assert_eq!(decode_snapshot(&frame).unwrap().replica, Replica::default());
}
