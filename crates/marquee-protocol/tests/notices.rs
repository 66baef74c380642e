//! A notice is read as its publisher meant it, or every rule that it breaks is named at its place.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::{BoardName, Level, NoticeId};
use marquee_protocol::blocklist::{BlockList, BlockListFile, NOTHING, Rules};
use marquee_protocol::notice::{
    BATCH_MAX, Body, Context, IdFrom, SCHEMA, Submission, TextFields, read, read_text, split_json,
    split_ndjson,
};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::time::rfc3339;
use serde_json::{Value, json};

const NOW: u64 = 1_700_000_000_000;
const DAY_MS: u64 = 86_400_000;
const MINT: &dyn Fn() -> NoticeId = &|| NoticeId::parse("minted").unwrap();

fn context() -> Context<'static> {
    Context {
        now: NOW,
        trace_id: "t",
        mint: MINT,
        board: None,
        id: None,
        id_from: IdFrom::Path,
        block_list: &NOTHING,
    }
}

fn given(json: &str) -> Result<Submission, Problem> {
    read(json.as_bytes(), &context())
}

fn good(value: &Value) -> Submission {
    given(&value.to_string()).unwrap_or_else(|problem| panic!("{value}: {problem:?}"))
}

/// A notice of a text and one more member.
fn with(member: &str, value: impl Into<Value>) -> Value {
    let mut notice = json!({"text": "a"});
    notice[member] = value.into();
    notice
}

fn pointers(problem: &Problem) -> Vec<&str> {
    problem.errors.iter().map(|fault| &*fault.pointer).collect()
}

#[test]
fn the_first_notice_anyone_sends_is_read() {
    let submission = given(
        r#"{"id":"TEST-001","level":"INFO","text":"系统维护完成,服务已全面恢复","tags":["system","recovery"],"ttl":600}"#,
    )
    .unwrap();
    assert_eq!(submission.board, BoardName::main());
    let draft = submission.draft;
    assert_eq!(
        (draft.id.as_str(), draft.level, &*draft.text),
        ("TEST-001", Level::Info, "系统维护完成,服务已全面恢复")
    );
    assert_eq!((draft.cells, draft.ttl, draft.tags.len()), (27, Some(600), 2));
}

#[test]
fn every_member_arrives() {
    let submission = good(&json!({
        "id": "a.b:c_d-e", "board": "ops", "level": "Critical", "text": "a\r\nb\u{202E}", "html": "<b onclick=x>a</b>",
        "tags": ["db"], "key": "k", "ttl": 2_592_000, "starts_at": "2023-11-15T06:13:20.5+08:00",
        "link": "https://example.com/", "data": {"a": 1},
    }));
    assert_eq!(submission.board.as_str(), "ops");
    let draft = submission.draft;
    assert_eq!((draft.level, &*draft.text, draft.html.as_deref()), (Level::Urgent, "a b", Some("<b>a</b>")));
    assert_eq!((draft.key.as_deref(), draft.link.as_deref()), (Some("k"), Some("https://example.com/")));
    assert_eq!((draft.starts_at, draft.data.as_deref()), (Some(NOW + 500), Some("{\"a\":1}")));
    assert_eq!(&*draft.trace_id, "t");
    let least = good(&json!({"text": "a"}));
    assert_eq!(least.draft.id.as_str(), "minted");
    assert_eq!((least.draft.level, least.draft.ttl, least.draft.starts_at), (Level::Info, None, None));
}

#[test]
fn each_rule_that_is_broken_is_named_at_its_place() {
    let long = |length: usize| "x".repeat(length);
    let ahead = rfc3339(NOW + 366 * DAY_MS + 1);
    for (notice, pointer, word) in [
        (json!("a"), "", "object"),
        (json!(null), "", "null"),
        (json!([]), "", "object"),
        (json!({}), "/text", "missing"),
        (json!({"level": "INFO"}), "/text", "html"),
        (with("colour", "red"), "/colour", "no such member"),
        (with("a/b~c", 1), "/a~1b~0c", "no such member"),
        (with("trace_id", "x"), "/trace_id", "no such member"),
        (with("id", 5), "/id", "string"),
        (with("id", ""), "/id", "empty"),
        (with("id", long(129)), "/id", "129 characters"),
        (with("id", "a b"), "/id", "A-Z"),
        (with("id", "a\n"), "/id", "A-Z"),
        (with("id", "é"), "/id", "A-Z"),
        (with("board", "Ops"), "/board", "a-z"),
        (with("board", "_auth"), "/board", "a-z"),
        (with("board", ""), "/board", "a-z"),
        (with("board", long(64)), "/board", "1 to 63"),
        (with("board", 1), "/board", "name"),
        (with("level", "loud"), "/level", "URGENT"),
        (with("level", ""), "/level", "URGENT"),
        (with("level", 1), "/level", "URGENT"),
        (with("level", Value::Null), "/level", "null is no value"),
        (json!({"text": 5}), "/text", "string"),
        (json!({"text": ""}), "/text", "empty"),
        (json!({"text": " \t"}), "/text", "Nothing to show"),
        (json!({"text": "\u{202E}\u{0}"}), "/text", "Nothing to show"),
        (json!({"text": "", "html": "a"}), "/text", "empty"),
        (json!({"text": long(2_001)}), "/text", "2001 characters"),
        (json!({"text": format!("a{}", "\u{0}".repeat(8_000))}), "/text", "8001 characters"),
        (json!({"html": ""}), "/html", "empty"),
        (json!({"html": "<script>alert(1)</script>"}), "/html", "Nothing to show"),
        (json!({"html": "&#x202e;<b> </b>"}), "/html", "Nothing to show"),
        (json!({"html": long(4_001)}), "/html", "4001 characters"),
        (json!({"html": long(2_001)}), "/html", "2001 characters"),
        (with("html", 1), "/html", "string"),
        (with("tags", "db"), "/tags", "list"),
        (with("tags", vec!["x"; 17]), "/tags", "17 are too many"),
        (with("tags", json!(["a", 5])), "/tags/1", "1 to 64"),
        (with("tags", json!([""])), "/tags/0", "empty"),
        (with("tags", json!([long(65)])), "/tags/0", "65 characters"),
        (with("tags", json!(["a\u{7}"])), "/tags/0", "control"),
        (with("key", ""), "/key", "empty"),
        (with("key", long(129)), "/key", "129 characters"),
        (with("key", "a\u{85}b"), "/key", "control"),
        (with("key", 5), "/key", "string"),
        (with("ttl", 0), "/ttl", "from 1"),
        (with("ttl", -1), "/ttl", "from 1"),
        (with("ttl", 2_592_001), "/ttl", "2,592,000"),
        (with("ttl", 1e30), "/ttl", "2,592,000"),
        (with("ttl", "600"), "/ttl", "whole number"),
        (with("ttl", 1.5), "/ttl", "whole number"),
        (with("ttl", 5.0), "/ttl", "digits alone"),
        (with("ttl", Value::Null), "/ttl", "null is no value"),
        (with("starts_at", 5), "/starts_at", "RFC 3339"),
        (with("starts_at", "tomorrow"), "/starts_at", "RFC 3339"),
        (with("starts_at", "2023-11-14 22:13:20Z"), "/starts_at", "RFC 3339"),
        (with("starts_at", "2023-02-30T22:13:20Z"), "/starts_at", "RFC 3339"),
        (with("starts_at", ahead), "/starts_at", "366 days"),
        (with("link", "http://example.com"), "/link", "https"),
        (with("link", "https://a:b@example.com"), "/link", "credentials"),
        (with("link", "https://example.com:x/"), "/link", "https"),
        (with("link", format!("https://example.com/{}", long(2_048))), "/link", "2068 characters"),
        (with("link", 5), "/link", "https"),
        (with("data", json!([1])), "/data", "object"),
        (with("data", Value::Null), "/data", "null is no value"),
        (with("data", json!({"a": long(4_089)})), "/data", "4097 bytes"),
    ] {
        let problem = given(&notice.to_string()).unwrap_err();
        assert_eq!(
            (problem.slug.status(), pointers(&problem)),
            (422, vec![pointer]),
            "{notice}: {problem:?}"
        );
        assert!(problem.errors[0].detail.contains(word), "{notice}: {problem:?} says nothing of {word}");
    }
}

#[test]
fn what_is_just_within_the_rules_is_taken() {
    let long = |length: usize| "字".repeat(length);
    for notice in [
        json!({"text": long(2_000)}),
        json!({"text": format!("{}{}", long(2_000), "\u{0}".repeat(6_000))}),
        json!({"html": long(2_000)}),
        with("html", long(4_000)),
        with("id", "x".repeat(128)),
        with("board", "x".repeat(63)),
        with("tags", vec![long(64); 16]),
        with("tags", json!([])),
        with("key", long(128)),
        with("ttl", 1),
        with("starts_at", rfc3339(NOW + 366 * DAY_MS)),
        with("starts_at", "1969-07-20t20:17:40z"),
        with("data", json!({})),
        with("data", json!({"a": "x".repeat(4_088)})),
    ] {
        good(&notice);
    }
}

#[test]
fn every_fault_is_named_at_once_and_each_place_once() {
    let problem = given(
        r#"{"id":"a b","board":"_x","level":"loud","html":5,"tags":["",7],"key":"\u0000","ttl":5e0,
            "starts_at":"x","link":"x","data":[],"x":1}"#,
    )
    .unwrap_err();
    let places =
        ["/board", "/data", "/html", "/id", "/key", "/level", "/link", "/starts_at", "/tags/0", "/tags/1"];
    assert_eq!(pointers(&problem)[..10], places, "{problem:?}");
    assert_eq!(pointers(&problem)[10..], ["/ttl", "/x"]);
    assert!(problem.detail.contains("12 faults"), "{problem:?}");
    let members: serde_json::Map<_, _> = (0..1_000).map(|n| (format!("m{n}"), Value::Null)).collect();
    let problem = given(&Value::Object(members).to_string()).unwrap_err();
    assert_eq!(problem.errors.len(), 101, "beyond a hundred only their number is told");
    assert!(problem.errors[100].detail.contains("901 more"), "{:?}", problem.errors[100]);
}

#[test]
fn a_whole_number_is_written_as_digits_alone() {
    for written in ["5.0", "5e0", "5E2", "1e2", "-0", "5.", "05"] {
        let problem = given(&format!(r#"{{"text":"a","ttl":{written}}}"#)).unwrap_err();
        assert!(matches!(problem.slug, Slug::Invalid | Slug::Malformed), "{written}: {problem:?}");
    }
    let long = format!(r#"{{"text":"a","ttl":5.{}}}"#, "0".repeat(10_000));
    assert!(given(&long).unwrap_err().detail.len() < 300, "a sentence repeats only the beginning");
}

#[test]
fn what_cannot_be_parsed_says_where() {
    for (json, word) in [
        ("", "line 1"),
        ("{", "line 1"),
        ("{\n\"text\": nope}", "line 2"),
        ("{\"text\":\"a\"} x", "column 14"),
        ("{\"text\":\"a\",}", "column 13"),
        ("{\"text\":\"\\ud800\"}", "line 1"),
        ("{\"text\":\"a\",\"data\":{\"a\":1e999}}", "out of range"),
        ("{\"text\":\"a\",\n\"text\":\"b\"}", "\"text\" stands twice"),
        ("{\"text\":\"a\",\"data\":{\"b\":[{\"x\\\"y\":1,\"x\\u0022y\":2}]}}", "\"x\\\"y\" stands twice"),
        ("{\"text\":\"a\",\"ttl\":1,\"ttl\":1}", "line 1 column"),
    ] {
        let problem = given(json).unwrap_err();
        assert_eq!(problem.slug, Slug::Malformed, "{json}: {problem:?}");
        assert!(problem.detail.contains(word), "{json}: {problem:?} says nothing of {word}");
    }
    let deep = format!("{{\"text\":\"a\",\"data\":{{\"a\":{}{}}}}}", "[".repeat(200), "]".repeat(200));
    assert_eq!(given(&deep).unwrap_err().slug, Slug::Malformed);
    let problem = read(b"{\"text\":\n\"\xC3\xA9\xFF\"}", &context()).unwrap_err();
    assert_eq!(problem.slug, Slug::Malformed);
    assert!(problem.detail.contains("line 2 column 3"), "{problem:?}");
}

#[test]
fn data_is_kept_as_it_was_written() {
    let json = "{\"text\":\"a\",\"data\": { \"z\" : 1.50, \"a\": [ 1E+2 , 12345678901234567890123 ],\n \"s\": \"x  y\\u0041\" } }";
    let data = given(json).unwrap().draft.data.unwrap();
    assert_eq!(&*data, "{\"z\":1.50,\"a\":[1E+2,12345678901234567890123],\"s\":\"x  y\\u0041\"}");
}

#[test]
fn text_is_derived_from_html_where_there_is_none() {
    let draft = good(&json!({"html": "<b>Down</b> &amp; <i>out</i><script>x</script>\n"})).draft;
    assert_eq!((&*draft.text, draft.cells), ("Down & out", 10));
    assert_eq!(draft.html.as_deref(), Some("<b>Down</b> &amp; <i>out</i> "));
    let nothing_in_it = good(&json!({"text": "a", "html": "<script>x</script>"})).draft;
    assert_eq!((&*nothing_in_it.text, nothing_in_it.html), ("a", None));
    assert_eq!(&*good(&json!({"text": "<b>a</b> & b"})).draft.text, "<b>a</b> & b", "text is never markup");
}

#[test]
fn the_path_and_the_header_have_their_say() {
    let (board, id) = (BoardName::parse("ops").unwrap(), NoticeId::parse("a").unwrap());
    let beside = |id_from| Context { board: Some(&board), id: Some(&id), id_from, ..context() };
    for id_from in [IdFrom::Path, IdFrom::IdempotencyKey] {
        for json in [r#"{"text":"x"}"#, r#"{"text":"x","board":"ops","id":"a"}"#] {
            let submission = read(json.as_bytes(), &beside(id_from)).unwrap();
            assert_eq!((submission.board.as_str(), submission.draft.id.as_str()), ("ops", "a"));
        }
    }
    let other = br#"{"text":"x","board":"main","id":"b"}"#;
    for (id_from, word) in [(IdFrom::Path, "path"), (IdFrom::IdempotencyKey, "Idempotency-Key")] {
        let problem = read(other, &beside(id_from)).unwrap_err();
        assert_eq!(pointers(&problem), ["/board", "/id"]);
        assert!(problem.errors[1].detail.contains(word), "{problem:?}");
    }
}

#[test]
fn a_plain_text_is_a_notice_too() {
    let fields = TextFields {
        id: Some("a"),
        level: Some("urgent"),
        tags: Some("db, eu,,"),
        ttl: Some("60"),
        key: Some("k"),
        link: Some("https://example.com"),
    };
    let submission = read_text("database \"is\"\ndown".as_bytes(), &fields, &context()).unwrap();
    let expected =
        good(&json!({"text": "database \"is\"\ndown", "id": "a", "level": "URGENT", "tags": ["db", "eu"],
        "ttl": 60, "key": "k", "link": "https://example.com"}));
    assert_eq!(submission, expected);
    let wrong = TextFields {
        id: Some("a b"),
        level: Some("loud"),
        tags: Some("\u{7}"),
        ttl: Some("060"),
        key: Some(""),
        link: Some("x"),
    };
    let problem = read_text(b" ", &wrong, &context()).unwrap_err();
    assert_eq!(pointers(&problem), ["/id", "/key", "/level", "/link", "/tags/0", "/text", "/ttl"]);
    assert_eq!(read_text(b"\xFF", &fields, &context()).unwrap_err().slug, Slug::Malformed);
}

#[test]
fn a_body_is_split_into_its_notices() {
    assert_eq!(split_json(b" {\"a\":1} "), Ok(Body::One(b" {\"a\":1} ")));
    assert_eq!(
        split_json(b"[ {\"a\": 1.50}, 5 ,[]]"),
        Ok(Body::Many(vec![Ok(b"{\"a\": 1.50}"), Ok(b"5"), Ok(b"[]")]))
    );
    for (body, slug) in [
        (&b""[..], Slug::Malformed),
        (b"[{}", Slug::Malformed),
        (b"[{}] x", Slug::Malformed),
        (b"[\"\xFF\"]", Slug::Malformed),
        (b"nope", Slug::Malformed),
        (b"5", Slug::Invalid),
        (b"null", Slug::Invalid),
        (b"\"a\"", Slug::Invalid),
        (b"[]", Slug::Invalid),
    ] {
        assert_eq!(split_json(body).unwrap_err().slug, slug, "{}", String::from_utf8_lossy(body));
    }
}

#[test]
fn a_bad_line_is_the_problem_of_its_place_alone() {
    let Ok(Body::Many(lines)) = split_ndjson(b"\n{\"text\":\"a\"}\r\n \nnope\n{\"text\":\"\xFF\"}\n[]\n{}")
    else {
        panic!("it is a list");
    };
    assert_eq!((lines.len(), &lines[0]), (5, &Ok(&b"{\"text\":\"a\"}"[..])));
    for (line, word) in [(1, "Line 4"), (2, "Line 5")] {
        let problem = lines[line].as_ref().unwrap_err();
        assert_eq!(problem.slug, Slug::Malformed);
        assert!(problem.detail.contains(word), "{problem:?}");
    }
    assert_eq!((&lines[3], &lines[4]), (&Ok(&b"[]"[..]), &Ok(&b"{}"[..])));
}

#[test]
fn a_list_holds_one_to_a_thousand() {
    for count in [0, 1, BATCH_MAX, BATCH_MAX + 1] {
        let array = format!("[{}]", vec!["{}"; count].join(","));
        for body in [split_json(array.as_bytes()), split_ndjson("{}\n".repeat(count).as_bytes())] {
            match body {
                Ok(Body::Many(items)) => assert_eq!(items.len(), count.clamp(1, BATCH_MAX)),
                Err(problem) => {
                    assert!(!(1..=BATCH_MAX).contains(&count), "{count}: {problem:?}");
                    assert_eq!((problem.slug, pointers(&problem)), (Slug::Invalid, vec![""]));
                }
                Ok(Body::One(_)) => panic!("a list is never one"),
            }
        }
    }
}

#[test]
fn the_schema_is_one_and_its_examples_keep_it() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$id"], "/schemas/notice.json");
    for example in schema["examples"].as_array().unwrap() {
        good(example);
    }
    for (member, rule) in schema["properties"].as_object().unwrap() {
        assert!(rule["title"].is_string() && rule["description"].is_string(), "{member} teaches nothing");
        for example in rule["examples"].as_array().unwrap() {
            let context = Context { now: 1_790_000_000_000, ..context() };
            read(with(member, example.clone()).to_string().as_bytes(), &context).unwrap();
        }
    }
    for word in
        schema["properties"]["level"]["description"].as_str().unwrap().split([' ', ':', '.', ',', ';'])
    {
        let read = given(&with("level", word.to_uppercase()).to_string()).ok();
        assert_eq!(read.map(|submission| submission.draft.level), Level::parse(word), "{word}");
    }
}

#[test]
fn what_is_blocked_is_refused_or_shown_as_stars_and_repeating_it_is_the_same_whatever_the_list() {
    let rules = |words: &[&str]| Rules {
        words: words.iter().map(|word| (*word).into()).collect(),
        ..Rules::default()
    };
    let list = BlockList::new(&BlockListFile { reject: rules(&["banned"]), mask: rules(&["darn"]) }).unwrap();
    let under = |json: &str| read(json.as_bytes(), &Context { block_list: &list, ..context() });
    let places = |json: &str| {
        let problem = under(json).unwrap_err();
        assert!(!format!("{problem:?}").contains("banned"), "the list is nobody's business");
        problem.errors.into_iter().map(|fault| fault.pointer).collect::<Vec<_>>()
    };
    assert_eq!(places(r#"{"text":"a BANNED word"}"#), ["/text"]);
    assert_eq!(places(r#"{"html":"ban<b>ned</b>"}"#), ["/html"]);
    assert_eq!(places(r#"{"text":"fine","html":"<i>banned</i>"}"#), ["/html"]);
    assert_eq!(places(r#"{"text":"banned","ttl":0}"#), ["/text", "/ttl"]);

    let (masked, plain) =
        (under(r#"{"text":"darn 坏"}"#).unwrap().draft, given(r#"{"text":"darn 坏"}"#).unwrap().draft);
    assert_eq!((&*masked.text, masked.cells), ("**** 坏", 7));
    assert_eq!(masked.hash, plain.hash, "what was sent is what counts");
    let marked = under(r#"{"text":"oh darn","html":"oh <b>darn</b>"}"#).unwrap().draft;
    assert_eq!((&*marked.text, marked.html), ("oh ****", None));
    let hidden = under(r#"{"text":"fine","html":"<b>darn</b>"}"#).unwrap().draft;
    assert_eq!((&*hidden.text, hidden.html), ("fine", None));
    let clean = under(r#"{"text":"fine","html":"<b>fine</b>"}"#).unwrap().draft;
    assert_eq!(clean.html.as_deref(), Some("<b>fine</b>"));
}
