//! A notice in Protobuf is the notice that the same JSON is; what JSON has no words for is told at its place; and no
//! bytes whatever break the reader.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use bytes::Bytes;
use marquee_core::NoticeId;
use marquee_protocol::blocklist::NOTHING;
use marquee_protocol::notice::{
    AHEAD_MAX_MS, BATCH_MAX, Context, IdFrom, Submission, read, read_protobuf, split_protobuf,
};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::proto::data::{Kind, List, Member, NESTING_MAX, Struct, Value};
use marquee_protocol::proto::{Level, Notify, NotifyRequest};
use marquee_protocol::time::rfc3339;
use proptest::collection::vec;
use proptest::prelude::*;
use prost::Message;
use serde_json::json;

const NOW: u64 = 1_700_000_000_000;
const MINT: &dyn Fn() -> NoticeId = &|| NoticeId::parse("minted").unwrap();

fn context() -> Context<'static> {
    Context {
        now: NOW,
        trace_id: "t",
        mint: MINT,
        board: None,
        id: None,
        id_from: IdFrom::IdempotencyKey,
        block_list: &NOTHING,
    }
}

fn given(notify: &Notify) -> Result<Submission, Problem> {
    read_protobuf(&notify.encode_to_vec(), &context())
}

fn text() -> Notify {
    Notify { text: "a".into(), ..Notify::default() }
}

fn member(key: &str, kind: Kind) -> Member {
    Member { key: key.into(), value: Some(Value { kind: Some(kind) }) }
}

fn data(fields: Vec<Member>) -> Notify {
    Notify { data: Some(Struct { fields }), ..text() }
}

fn pointers(problem: &Problem) -> Vec<&str> {
    problem.errors.iter().map(|fault| &*fault.pointer).collect()
}

fn whole() -> Notify {
    Notify {
        id: "TEST-001".into(),
        board: "ops".into(),
        level: Level::Urgent.into(),
        text: "a\r\nb\u{202e}".into(),
        html: "<b onclick=x>a</b>".into(),
        tags: vec!["db".into(), "eu".into()],
        key: "k".into(),
        ttl: 2_592_000,
        starts_at: NOW + 501,
        link: "https://example.com/".into(),
        data: Struct::from_json("{\"b\":1.5,\"a\":[1,true,null,\"\\\"\",{}],\"c\":-0.0,\"d\":1e300}"),
    }
}

#[test]
fn a_notice_in_protobuf_is_the_notice_in_json() {
    let same = json!({
        "id": "TEST-001", "board": "ops", "level": "URGENT", "text": "a\r\nb\u{202e}", "html": "<b onclick=x>a</b>",
        "tags": ["db", "eu"], "key": "k", "ttl": 2_592_000, "starts_at": rfc3339(NOW + 501),
        "link": "https://example.com/", "data": {"a": [1, true, null, "\"", {}], "b": 1.5, "c": -0.0, "d": 1e300},
    });
    let submission = given(&whole()).unwrap();
    assert_eq!(submission, read(same.to_string().as_bytes(), &context()).unwrap());
    assert_eq!(submission.draft.starts_at, Some(NOW + 501), "to the millisecond");
    assert_eq!(submission.draft.ttl, Some(2_592_000));
    assert_eq!(
        submission.draft.data.as_deref(),
        Some("{\"a\":[1,true,null,\"\\\"\",{}],\"b\":1.5,\"c\":-0.0,\"d\":1e+300}")
    );
    assert_eq!(given(&text()).unwrap(), read(br#"{"text":"a"}"#, &context()).unwrap());
}

#[test]
fn numbers_of_data_are_written_as_json_writes_them() {
    for (number, written) in [
        (0.0, "0"),
        (-0.0, "-0.0"),
        (5.0, "5"),
        (-7.0, "-7"),
        (0.1, "0.1"),
        (9_007_199_254_740_992.0, "9007199254740992"),
        (f64::MAX, "1.7976931348623157e+308"),
        (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
    ] {
        let read = given(&data(vec![member("n", Kind::Number(number))])).unwrap().draft.data.unwrap();
        assert_eq!(&*read, format!("{{\"n\":{written}}}"));
    }
}

#[test]
fn the_same_map_in_another_order_is_the_same_notice() {
    let (a, b) = (member("a", Kind::Number(1.0)), member("b", Kind::Bool(true)));
    let (one, other) = (data(vec![a.clone(), b.clone()]), data(vec![b, a]));
    assert_eq!(given(&one).unwrap(), given(&other).unwrap());
}

#[test]
fn every_rule_of_json_holds_and_every_fault_is_named() {
    let wrong = Notify {
        id: "a b".into(),
        board: "Ops".into(),
        level: 7,
        text: String::new(),
        tags: vec![String::new()],
        key: "k".repeat(129),
        ttl: 2_592_001,
        starts_at: NOW + AHEAD_MAX_MS + 1,
        link: "http://example.com".into(),
        ..data(vec![
            member("a/b", Kind::List(List { values: vec![Value { kind: Some(Kind::Number(f64::NAN)) }] })),
            member("c", Kind::Number(f64::NEG_INFINITY)),
            member("d", Kind::Null(3)),
            Member { key: "e".into(), value: None },
            member(
                "f",
                Kind::Object(Struct {
                    fields: vec![Member { key: "g".into(), value: Some(Value::default()) }],
                }),
            ),
        ])
    };
    let problem = given(&Notify { text: String::new(), ..wrong }).unwrap_err();
    assert_eq!(problem.slug, Slug::Invalid);
    let places = [
        "/board",
        "/data/a~1b/0",
        "/data/c",
        "/data/d",
        "/data/e",
        "/data/f/g",
        "/id",
        "/key",
        "/level",
        "/link",
        "/starts_at",
        "/tags/0",
        "/text",
        "/ttl",
    ];
    assert_eq!(pointers(&problem), places);
    let level = problem.errors.iter().find(|fault| fault.pointer == "/level").unwrap();
    assert!(level.detail.starts_with("7 will not do: give URGENT"), "{}", level.detail);
    let far = given(&Notify { starts_at: u64::MAX, ..text() }).unwrap_err();
    assert_eq!(pointers(&far), ["/starts_at"]);
    let large = given(&data(vec![member("a", Kind::String("x".repeat(4_096)))])).unwrap_err();
    assert_eq!(pointers(&large), ["/data"]);
    let larger = given(&data(vec![member("a", Kind::String("x".repeat(100_000)))])).unwrap_err();
    assert_eq!(pointers(&larger), ["/data"]);
}

#[test]
fn data_at_its_limit_is_taken_however_many_bytes_of_protobuf_it_is() {
    // The dearest JSON there is: two bytes a number.
    let values = vec![Value { kind: Some(Kind::Number(0.0)) }; 2_044];
    let notify = data(vec![member("a", Kind::List(List { values: values.clone() }))]);
    let read = given(&notify).unwrap().draft.data.unwrap();
    assert_eq!(read.len(), 4_096 - 1);
    let more = data(vec![member(
        "a",
        Kind::List(List { values: [values, vec![Value { kind: Some(Kind::Bool(true)) }]].concat() }),
    )]);
    assert_eq!(pointers(&given(&more).unwrap_err()), ["/data"]);
}

#[test]
fn what_cannot_be_read_is_400_in_its_own_place() {
    let twice =
        data(vec![member("a", Kind::Bool(true)), member("b", Kind::Bool(true)), member("a", Kind::Null(0))]);
    let nested = |levels: usize| {
        (1..levels).fold(Struct { fields: vec![member("a", Kind::Bool(true))] }, |inner, _| Struct {
            fields: vec![member("a", Kind::Object(inner))],
        })
    };
    let deep = Notify { data: Some(nested(NESTING_MAX + 1)), ..text() };
    let deeper = Notify { data: Some(nested(500)), ..text() };
    let lists = (0..NESTING_MAX)
        .fold(Kind::Bool(true), |inner, _| Kind::List(List { values: vec![Value { kind: Some(inner) }] }));
    let lists = data(vec![member("a", lists)]);
    for (bad, word) in [
        (twice.encode_to_vec(), "twice"),
        (deep.encode_to_vec(), "nested above 32"),
        (deeper.encode_to_vec(), "recursion"),
        (lists.encode_to_vec(), "nested above 32"),
        (b"\x22\x02\xff\xfe".to_vec(), "UTF-8"),
        (b"\x22\x7fa".to_vec(), "cannot be read"),
        (b"\x22".to_vec(), "cannot be read"),
    ] {
        let problem = read_protobuf(&bad, &context()).unwrap_err();
        assert_eq!(problem.slug, Slug::Malformed, "{problem:?}");
        assert!(problem.detail.contains(word), "{}", problem.detail);
        // The body that holds it is split all the same.
        let request = wrapped(&[&bad, &text().encode_to_vec()]);
        assert_eq!(split_protobuf(request).unwrap().len(), 2);
    }
    assert!(given(&Notify { data: Some(nested(NESTING_MAX)), ..text() }).is_ok());
}

/// A `NotifyRequest` of messages that need not be any.
fn wrapped(notices: &[&[u8]]) -> Bytes {
    #[derive(Clone, PartialEq, Message)]
    struct Raw {
        #[prost(bytes = "vec", repeated, tag = "1")]
        notices: Vec<Vec<u8>>,
    }
    Raw { notices: notices.iter().map(|notice| notice.to_vec()).collect() }.encode_to_vec().into()
}

#[test]
fn a_body_holds_1_to_1000_notices_and_what_is_unknown_is_skipped() {
    let request = |many: usize| NotifyRequest { notices: vec![text(); many] }.encode_to_vec();
    assert_eq!(split_protobuf(request(BATCH_MAX).into()).unwrap().len(), BATCH_MAX);
    for many in [0, BATCH_MAX + 1] {
        assert_eq!(split_protobuf(request(many).into()).unwrap_err().slug, Slug::Invalid, "{many}");
    }
    for unreadable in
        [&b"{\"text\":\"a\"}"[..], b"\x0a", b"\x0a\x05a", b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\x7f"]
    {
        assert_eq!(split_protobuf(unreadable.into()).unwrap_err().slug, Slug::Malformed, "{unreadable:?}");
    }
    // A field 100 of bytes, behind the notice and within it.
    let unknown = b"\xa2\x06\x01x";
    let notice = [&text().encode_to_vec()[..], unknown].concat();
    let body = [&wrapped(&[&notice])[..], unknown].concat();
    let notices = split_protobuf(body.into()).unwrap();
    assert_eq!(read_protobuf(&notices[0], &context()), given(&text()));
}

/// Reads a body as the gateway does.
fn taken(body: Vec<u8>) {
    if let Ok(notices) = split_protobuf(body.into()) {
        assert!((1..=BATCH_MAX).contains(&notices.len()));
        for notice in notices {
            let _ = read_protobuf(&notice, &context()).map_err(|problem| assert!(!problem.detail.is_empty()));
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in vec(any::<u8>(), 0..300)) {
        taken(wrapped(&[&bytes]).to_vec());
        taken(bytes);
    }

    /// Nearer to what is read than random bytes are: a good body with a few of them changed, cut or doubled.
    #[test]
    fn a_body_that_is_spoilt_breaks_nothing(
        spoilt in vec((any::<prop::sample::Index>(), any::<u8>()), 0..6), cut in any::<prop::sample::Index>(), doubled in any::<bool>()
    ) {
        let mut body = NotifyRequest { notices: vec![whole(), text(), whole()] }.encode_to_vec();
        for (place, byte) in spoilt {
            let place = place.index(body.len());
            body[place] = byte;
        }
        if doubled {
            body.extend_from_within(cut.index(body.len())..);
        } else {
            body.truncate(cut.index(body.len()) + 1);
        }
        taken(body);
    }
}
