//! Frames in Protobuf say what they say in JSON: each is written in both forms, both are read, and both are held against
//! each other. What only one of them can say is named here, and nowhere else.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::replica::PolicyMark;
use marquee_core::session::{Close, ErrorCode, Frame, Heartbeat, Kind, ResetReason, Resume, SessionId};
use marquee_core::{
    BoardName, Change, Cursor, DeleteReason, Entry, Epoch, Level, Notice, NoticeId, Policy, Timeline, Version,
};
use marquee_protocol::frame::{self, protobuf};
use marquee_protocol::proto::data::{self, List, NESTING_MAX, Struct};
use marquee_protocol::proto::{self, frame::Kind as Sent};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use prost::Message;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;

fn epoch() -> Epoch {
    Epoch::parse("k3j9x2ab").unwrap()
}

fn ops() -> BoardName {
    BoardName::parse("ops").unwrap()
}

fn id(text: &str) -> NoticeId {
    NoticeId::parse(text).unwrap()
}

/// A JSON frame as Protobuf can say it: without where a policy comes from, and with numbers of `data` as floats.
fn sayable(json: &[u8]) -> Value {
    let mut frame: Value = serde_json::from_slice(json).unwrap();
    for only_in_json in ["own", "own_policy", "policy_version"] {
        frame.as_object_mut().unwrap().remove(only_in_json);
    }
    float(&mut frame, false);
    frame
}

fn float(value: &mut Value, in_data: bool) {
    match value {
        Value::Number(number) if in_data => *value = json!(number.as_f64().unwrap()),
        Value::Array(items) => items.iter_mut().for_each(|item| float(item, in_data)),
        Value::Object(members) => {
            members.iter_mut().for_each(|(name, value)| float(value, in_data || name == "data"));
        }
        _ => {}
    }
}

/// A Protobuf frame in the shape of JSON's.
fn shaped(bytes: &[u8]) -> Value {
    let frame = proto::Frame::decode(bytes).unwrap();
    let board = frame.board;
    let entry = |kind: &str, version: u64, at: u64, epoch: &str| json!({"type": kind, "board": board, "cursor": format!("{epoch}.{version}"), "version": version, "at": at});
    let mut value = match frame.kind.unwrap() {
        Sent::Hello(hello) => {
            let heartbeat = hello.heartbeat.unwrap();
            let mut terminal = json!({"kind": hello.terminal_kind});
            optional(&mut terminal, "name", &hello.terminal_name);
            let said = json!({"type": "hello", "session": hello.session, "server_time": hello.server_time, "terminal": terminal,
                "heartbeat": {"interval_ms": heartbeat.interval_ms, "timeout_ms": heartbeat.timeout_ms,
                    "max_failures": heartbeat.max_failures}});
            until(said, hello.token_expires_at)
        }
        Sent::Subscribed(said) => {
            json!({"type": "subscribed", "board": board, "head": said.head, "resume": said.resume})
        }
        Sent::Reset(said) => json!({"type": "reset", "board": board, "reason": said.reason}),
        Sent::Bookmark(said) => {
            json!({"type": "bookmark", "board": board, "cursor": said.cursor, "at": said.at})
        }
        Sent::Unsubscribed(_) => json!({"type": "unsubscribed", "board": board}),
        Sent::Pong(said) => {
            json!({"type": "pong", "ts": said.ts.cast_signed(), "server_time": said.server_time})
        }
        Sent::Error(said) => {
            let mut error = json!({"type": "error", "code": said.code, "detail": said.detail});
            optional(&mut error, "board", &board);
            error
        }
        Sent::Bye(said) => {
            json!({"type": "bye", "code": said.code, "reason": said.reason, "retry_after_ms": said.retry_after_ms})
        }
        Sent::Put(said) => {
            let mut put = entry("put", said.version, said.at, &said.epoch);
            put["notice"] = notice_of(&said.notice.unwrap(), false);
            put
        }
        Sent::Delete(said) => {
            let mut delete = entry("delete", said.version, said.at, &said.epoch);
            delete["id"] = json!(said.id);
            delete["reason"] = json!(said.reason);
            delete
        }
        Sent::Policy(said) => {
            let mut change = entry("policy", said.version, said.at, &said.epoch);
            change["policy"] = policy_of(&said.policy.unwrap());
            change
        }
        Sent::Snapshot(said) => json!({
            "type": "snapshot", "board": board, "cursor": said.cursor, "at": said.at,
            "policy": policy_of(&said.policy.unwrap()),
            "notices": said.notices.iter().map(|notice| notice_of(notice, true)).collect::<Vec<_>>(),
            "timeline": said.timeline.as_ref().map(timeline_of),
        }),
        Sent::TokenOk(said) => until(json!({"type": "token_ok"}), said.token_expires_at),
        Sent::TokenExpiring(said) => json!({"type": "token_expiring", "in_ms": said.in_ms}),
        other => panic!("{other:?} is sent by no server yet"),
    };
    float(&mut value, false);
    value
}

/// A moment that is not told is zero.
fn until(mut value: Value, token_expires_at: u64) -> Value {
    if token_expires_at != 0 {
        value["token_expires_at"] = json!(token_expires_at);
    }
    value
}

fn optional(whole: &mut Value, name: &str, text: &str) {
    if !text.is_empty() {
        whole[name] = json!(text);
    }
}

fn notice_of(notice: &proto::Notice, in_snapshot: bool) -> Value {
    let level = proto::Level::try_from(notice.level).unwrap();
    let hex: String = notice.trace_id.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut whole = json!({
        "id": notice.id, "rev": notice.rev, "level": level.as_str_name().strip_prefix("LEVEL_"), "text": notice.text,
        "tags": notice.tags, "cells": notice.cells, "count": notice.count, "starts_at": notice.starts_at,
        "expires_at": notice.expires_at, "trace_id": hex,
    });
    for (name, text) in [("html", &notice.html), ("key", &notice.key), ("link", &notice.link)] {
        optional(&mut whole, name, text);
    }
    if let Some(data) = &notice.data {
        whole["data"] = object_of(data);
    }
    if in_snapshot {
        whole["version"] = json!(notice.version);
        whole["started"] = json!(notice.started);
        whole["pass"] = json!(notice.pass);
    } else {
        assert_eq!(
            (notice.version, notice.started, notice.pass),
            (0, false, 0),
            "they are for snapshots' notices"
        );
    }
    whole
}

fn object_of(object: &Struct) -> Value {
    let members =
        object.fields.iter().map(|member| (member.key.clone(), value_of(member.value.as_ref().unwrap())));
    Value::Object(members.collect::<Map<_, _>>())
}

fn value_of(value: &data::Value) -> Value {
    match value.kind.as_ref().unwrap() {
        data::Kind::Null(number) => {
            assert_eq!(*number, 0);
            Value::Null
        }
        data::Kind::Number(number) => json!(number),
        data::Kind::String(text) => json!(text),
        data::Kind::Bool(truth) => json!(truth),
        data::Kind::Object(object) => object_of(object),
        data::Kind::List(List { values }) => values.iter().map(value_of).collect(),
    }
}

fn policy_of(policy: &proto::Policy) -> Value {
    let level = |of: &Option<proto::LevelPolicy>| {
        let of = of.as_ref().unwrap();
        let play = of.play().as_str_name().strip_prefix("PLAY_").unwrap().to_lowercase();
        json!({"weight": of.weight, "play": play, "hold_ms": of.hold_ms, "color": of.color})
    };
    json!({
        "speed": policy.speed, "gap": policy.gap, "ttl": policy.ttl, "max_active": policy.max_active,
        "fold_ms": policy.fold_ms, "pin_min_ms": policy.pin_min_ms, "pin_queue": policy.pin_queue,
        "breath_ms": policy.breath_ms,
        "levels": {"URGENT": level(&policy.urgent), "WARNING": level(&policy.warning), "INFO": level(&policy.info),
            "LOW": level(&policy.low)},
    })
}

fn timeline_of(of: &proto::Timeline) -> Value {
    let slot = |slot: &proto::Slot| json!({"head": slot.head, "end": slot.end, "notice": notice_of(slot.notice.as_ref().unwrap(), false)});
    json!({
        "now": of.now, "x": of.x, "floor": of.floor, "last": (!of.last.is_empty()).then_some(&of.last), "rest": of.rest,
        "queue": of.queue, "slot": of.slot.as_ref().map(slot), "trail": of.trail.iter().map(slot).collect::<Vec<_>>(),
        "pin": of.pin.as_ref().map(|pin| json!({"from": pin.from, "until": pin.until,
            "notice": notice_of(pin.notice.as_ref().unwrap(), false)})),
    })
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e300..1e300f64).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((".{0,4}", inner), 0..4).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn notice() -> impl Strategy<Value = Notice> {
    let text = |limit: &'static str| option::of(limit.prop_map(String::into_boxed_str));
    let data = vec((".{0,4}", json_value()), 0..4)
        .prop_map(|members| Value::Object(members.into_iter().collect()).to_string().into_boxed_str());
    let words = (
        "[a-z]{1,8}",
        ".{1,60}",
        text(".{1,40}"),
        vec(".{1,5}", 0..4),
        text(".{1,9}"),
        text("https://.{1,9}"),
    );
    let numbers =
        (1..u64::from(u32::MAX), 0usize..4, any::<u32>(), 1u32..9, 0..T * 2, 0..T * 2, any::<u128>());
    (words, numbers, option::of(data)).prop_map(|(words, numbers, data)| {
        let (name, text, html, tags, key, link) = words;
        let (rev, level, cells, count, starts_at, expires_at, trace) = numbers;
        Notice {
            id: id(&name),
            rev: Version(rev),
            level: Level::ALL[level],
            text: text.into(),
            html,
            tags: tags.into_iter().map(String::into_boxed_str).collect(),
            key,
            link,
            data,
            cells,
            count,
            starts_at,
            expires_at,
            trace_id: format!("{trace:032x}").into(),
        }
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    (1u64..200, 0u64..200, 1usize..1_000, 0u64..86_400_000, 0usize..16).prop_map(
        |(speed, gap, max_active, fold_ms, pin_queue)| Policy {
            speed,
            gap,
            max_active,
            fold_ms,
            pin_queue,
            ..Policy::default()
        },
    )
}

fn change() -> impl Strategy<Value = Change> {
    let reasons = vec![DeleteReason::Retracted, DeleteReason::Resolved, DeleteReason::Evicted];
    prop_oneof![
        notice().prop_map(|notice| Change::Put(Arc::new(notice))),
        ("[a-z]{1,8}", proptest::sample::select(reasons))
            .prop_map(|(name, reason)| Change::Delete { id: id(&name), reason }),
        (policy(), any::<bool>()).prop_map(|(policy, own)| Change::Policy { policy: Arc::new(policy), own }),
    ]
}

fn control() -> impl Strategy<Value = Frame> {
    let cursor = (0u64..1 << 53).prop_map(|version| Cursor { epoch: epoch(), version: Version(version) });
    let select = proptest::sample::select::<Resume>;
    prop_oneof![
        (any::<u64>(), any::<u64>(), any::<u32>(), option::of(".{1,9}"), any::<bool>()).prop_map(
            |(session, server_time, number, name, web)| Frame::Hello {
                token_expires_at: web.then_some(1 + server_time / 2),
                session: SessionId(session),
                server_time,
                heartbeat: Heartbeat {
                    interval_ms: number.into(),
                    timeout_ms: u64::from(number / 2),
                    max_failures: number,
                },
                kind: if web { Kind::Web } else { Kind::Feed },
                name: name.map(Into::into),
            }
        ),
        (cursor.clone(), select(vec![Resume::Fresh, Resume::Incremental, Resume::Reset]))
            .prop_map(|(head, resume)| Frame::Subscribed { board: ops(), head, resume }),
        proptest::sample::select(vec![
            ResetReason::Epoch,
            ResetReason::Trimmed,
            ResetReason::Ahead,
            ResetReason::Invalid,
            ResetReason::Lagged
        ])
        .prop_map(|reason| Frame::Reset { board: ops(), reason }),
        (cursor, any::<u64>()).prop_map(|(cursor, at)| Frame::Bookmark { board: ops(), cursor, at }),
        Just(Frame::Unsubscribed { board: ops() }),
        (any::<i64>(), any::<u64>()).prop_map(|(ts, server_time)| Frame::Pong { ts, server_time }),
        (".{1,40}", any::<bool>()).prop_map(|(detail, of_board)| Frame::Error {
            code: ErrorCode::BadMessage,
            detail: detail.into(),
            board: of_board.then(ops),
        }),
        any::<u32>().prop_map(|ms| Frame::TokenExpiring { in_ms: ms.into() }),
        option::of(1..1u64 << 53).prop_map(|token_expires_at| Frame::TokenOk { token_expires_at }),
        any::<u32>().prop_map(|ms| Frame::Bye { close: Close::Restart, retry_after_ms: ms.into() }),
    ]
}

proptest! {
    #[test]
    fn a_control_frame_says_the_same_in_both_forms(said in control()) {
        let json = frame::encode_control(&said);
        prop_assert_eq!(shaped(&protobuf::encode_control(&said)), sayable(&json));
    }

    #[test]
    fn an_entry_says_the_same_in_both_forms_and_whichever_way_it_was_made(
        change in change(), version in 1u64..1 << 53, at in 0..T * 2
    ) {
        let entry = Entry { version: Version(version), at, change };
        let json = frame::encode_entry(&ops(), &epoch(), &entry);
        let made = protobuf::encode_entry(&ops(), &epoch(), &entry);
        prop_assert_eq!(shaped(&made), sayable(&json));
        prop_assert_eq!(protobuf::entry_of_json(&json), Ok(made));
    }

    #[test]
    fn a_snapshot_says_the_same_in_both_forms_and_whichever_way_it_was_made(
        changes in vec((0u64..20_000, change()), 0..12), first in policy()
    ) {
        let mut timeline = Timeline::new(Arc::new(Policy::default()), T);
        let (mut at, mut version) = (T, 0);
        for (passed, change) in changes {
            (at, version) = (at + passed, version + 1);
            let change = match change {
                Change::Put(notice) => {
                    let notice = Notice { starts_at: at, expires_at: at + 60_000, cells: 9, ..(*notice).clone() };
                    Change::Put(Arc::new(notice))
                }
                other => other,
            };
            timeline.apply(&Entry { version: Version(version), at, change }).unwrap();
        }
        let mark = PolicyMark { version: Version(1), own: true };
        for state in [None, Some((&timeline, mark))] {
            let json = frame::encode_snapshot(&ops(), &epoch(), Version(version), at, state, &first);
            let timeline = state.map(|(timeline, _)| timeline);
            let made = protobuf::encode_snapshot(&ops(), &epoch(), Version(version), at, timeline, &first);
            prop_assert_eq!(shaped(&made), sayable(&json));
            prop_assert_eq!(protobuf::snapshot_of_json(&json), Ok(made));
        }
    }

    #[test]
    fn no_bytes_break_a_reader_of_protobuf(bytes in vec(any::<u8>(), 0..200)) {
        let _ = protobuf::decode_request(&bytes).map_err(|said| assert!(!said.is_empty()));
        let _ = protobuf::entry_of_json(&bytes).map_err(|error| assert!(!error.detail.is_empty()));
        let _ = protobuf::snapshot_of_json(&bytes).map_err(|error| assert!(!error.detail.is_empty()));
    }
}

fn put(notice: Notice) -> Entry {
    Entry { version: Version(42), at: T, change: Change::Put(Arc::new(notice)) }
}

fn plain(name: &str, text: &str) -> Notice {
    Notice {
        id: id(name),
        rev: Version(42),
        level: Level::Info,
        text: text.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 40,
        count: 1,
        starts_at: T,
        expires_at: T + 600_000,
        trace_id: "0af7651916cd43dd8448eb211c80319c".into(),
    }
}

#[test]
fn a_short_put_takes_two_fifths_of_its_json() {
    for (text, most) in
        [("a".repeat(40), 0.40), ("a".repeat(120), 0.55), ("a".repeat(500), 0.80), ("库".repeat(40), 0.55)]
    {
        let entry = put(plain("TEST-001", &text));
        let json = frame::encode_entry(&BoardName::main(), &epoch(), &entry).len();
        let binary = protobuf::encode_entry(&BoardName::main(), &epoch(), &entry).len();
        println!("{} characters: JSON {json}, Protobuf {binary} bytes", text.chars().count());
        assert!(binary as f64 <= most * json as f64, "{binary} of {json} bytes");
    }
}

/// A library reads a hundred messages within messages; `prost` is one of them.
#[test]
fn data_is_sent_as_deep_as_libraries_read_and_left_out_below() {
    let deep = |levels: usize| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    for (levels, there) in [(NESTING_MAX, true), (NESTING_MAX + 1, false)] {
        let notice = Notice { data: Some(deep(levels).into()), ..plain("a", "text") };
        let mut timeline = Timeline::new(Arc::new(Policy::default()), T);
        timeline.apply(&put(notice.clone())).unwrap();
        assert!(timeline.slot().is_some(), "the deepest place of a notice");
        let made =
            protobuf::encode_snapshot(&ops(), &epoch(), Version(42), T, Some(&timeline), &Policy::default());
        let snapshot = shaped(&made);
        assert_eq!(snapshot["timeline"]["slot"]["notice"].get("data").is_some(), there);
        assert_eq!(snapshot["timeline"]["slot"]["notice"]["text"], "text");
    }
}

#[test]
fn members_of_data_keep_their_order() {
    let object = Struct::from_json("{\"b\":1,\"a\":[true,null]}").unwrap();
    assert_eq!(object.fields.iter().map(|member| &*member.key).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(Struct::from_json("[1]"), None);
}

#[test]
fn an_entry_of_a_kind_without_a_message_says_how_far_the_terminal_is() {
    let later = br#"{"type":"sparkle","board":"ops","cursor":"k3j9x2ab.3","version":3,"at":5}"#;
    let told = shaped(&protobuf::entry_of_json(later).unwrap());
    assert_eq!(told, json!({"type": "bookmark", "board": "ops", "cursor": "k3j9x2ab.3", "at": 5}));
    assert!(protobuf::entry_of_json(b"{}").is_err() && protobuf::snapshot_of_json(b"{}").is_err());
}
