//! What holds of every notice, not only of those that someone thought of.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::board::Draft;
use marquee_core::{Level, NoticeId};
use marquee_protocol::blocklist::NOTHING;
use marquee_protocol::notice::{
    Body, Context, IdFrom, Submission, TEXT_MAX, TextFields, cells, clean, read, read_text, split_json,
    split_ndjson,
};
use marquee_protocol::problem::Problem;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

fn given(json: &[u8]) -> Result<Submission, Problem> {
    let mint = || NoticeId::parse("minted").unwrap();
    read(
        json,
        &Context {
            now: 0,
            trace_id: "",
            mint: &mint,
            board: None,
            id: None,
            id_from: IdFrom::Path,
            block_list: &NOTHING,
        },
    )
}

fn drafted(notice: &Value) -> Draft {
    given(notice.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{notice}: {problem:?}")).draft
}

fn forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// A notice that keeps every rule, from few enough values that two are often the same.
fn notice() -> impl Strategy<Value = Value> {
    let member = |values: &'static [&'static str]| option::of(proptest::sample::select(values));
    let words = (
        proptest::sample::select(&["a", "ab", "b\n", "b "][..]),
        member(&["<b>a</b>", "a", "<b onclick=x>a</b>"]),
        member(&["INFO", "notice", "LOW", "min"]),
        vec(proptest::sample::select(&["a", "b", "ab"][..]), 0..3),
        member(&["a", "b"]),
    );
    let rest = (
        option::of(1u64..3),
        member(&["1970-01-01T00:00:01Z", "1970-01-01T01:00:01+01:00", "1970-01-01T00:00:02Z"]),
        member(&["https://a.example", "https://b.example"]),
        option::of(0u8..2),
        member(&["a", "b"]),
    );
    (words, rest).prop_map(|((text, html, level, tags, key), (ttl, starts_at, link, data, id))| {
        let mut notice = json!({"text": text});
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                notice[name] = value;
            }
        };
        put("html", html.map(Into::into));
        put("level", level.map(Into::into));
        put("tags", Some(tags.into()));
        put("key", key.map(Into::into));
        put("ttl", ttl.map(Into::into));
        put("starts_at", starts_at.map(Into::into));
        put("link", link.map(Into::into));
        put("data", data.map(|data| json!({"a": data})));
        put("id", id.map(Into::into));
        notice
    })
}

/// What is compared when content is: all but id, trace and the hash itself.
fn content(draft: &Draft) -> Draft {
    Draft { id: NoticeId::parse("x").unwrap(), hash: [0; 16], ..draft.clone() }
}

#[test]
fn a_default_that_is_given_is_as_if_it_were_not() {
    let least = drafted(&json!({"html": "<b>a</b>"})).hash;
    for same in [
        json!({"html": "<b>a</b>", "level": "INFO"}),
        json!({"html": "<b>a</b>", "level": "normal", "tags": []}),
        json!({"html": "<b>a</b>", "text": "a"}),
        json!({"html": "<b onclick=x>a</b>", "id": "i", "board": "ops"}),
    ] {
        assert_eq!(drafted(&same).hash, least, "{same}");
    }
    for other in [
        json!({"html": "<b>a</b>", "level": "LOW"}),
        json!({"html": "<b>a</b>", "ttl": 600}),
        json!({"html": "<b>a</b>", "text": "b"}),
        json!({"html": "<b>a</b>", "data": {}}),
        json!({"text": "a"}),
    ] {
        assert_ne!(drafted(&other).hash, least, "{other}");
    }
}

#[test]
fn fields_do_not_run_together() {
    for (one, other) in [
        (json!({"text": "a", "tags": ["ab"]}), json!({"text": "a", "tags": ["a", "b"]})),
        (json!({"text": "a", "key": "b"}), json!({"text": "a", "tags": ["b"]})),
        (json!({"text": "ab"}), json!({"text": "a", "key": "b"})),
        (json!({"text": "akb"}), json!({"text": "a", "key": "b"})),
        (json!({"text": "a", "tags": ["bgc"]}), json!({"text": "a", "tags": ["b", "c"]})),
        (json!({"text": "a", "ttl": 1}), json!({"text": "a", "starts_at": "1970-01-01T00:00:00.001Z"})),
    ] {
        assert_ne!(drafted(&one).hash, drafted(&other).hash, "{one} {other}");
    }
}

#[test]
fn the_hash_of_a_content_is_the_same_in_every_release() {
    let hash = drafted(&json!({"text": "a", "level": "LOW", "tags": ["b"], "key": "k", "ttl": 5,
        "starts_at": "1970-01-01T00:00:01Z", "link": "https://a.example", "data": {"a": 1}}))
    .hash;
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "3b27de3c802594d7ad0f69de147e07d5");
}

proptest! {
    #[test]
    fn the_hash_is_equal_where_the_content_is_and_only_there(one in notice(), other in notice()) {
        let (one, other) = (drafted(&one), drafted(&other));
        prop_assert_eq!(one.hash == other.hash, content(&one) == content(&other), "{:?} {:?}", one, other);
    }

    #[test]
    fn cleaning_what_is_clean_changes_nothing(
        text in "([a-z\u{0}-\u{9f}]|\u{202E}|\u{2066}|\u{2028}|\u{FEFF}|\r\n|中|😀){0,40}", any in any::<String>()
    ) {
        for text in [text, any] {
            let cleaned = clean(&text);
            prop_assert!(!cleaned.contains(forbidden), "{:?}", cleaned);
            prop_assert_eq!(clean(&cleaned), cleaned);
        }
    }

    #[test]
    fn a_notice_that_is_read_shows_nothing_forbidden(text in any::<String>(), html in option::of(any::<String>())) {
        let mut notice = json!({"text": text});
        if let Some(html) = html {
            notice["html"] = html.into();
        }
        if let Ok(Submission { draft, .. }) = given(notice.to_string().as_bytes()) {
            prop_assert!(!draft.text.contains(forbidden), "{:?}", draft.text);
            prop_assert!((1..=TEXT_MAX).contains(&draft.text.chars().count()));
            prop_assert_eq!(draft.cells, cells(&draft.text));
            prop_assert!(draft.html.is_none_or(|html| !html.contains(forbidden)));
        }
    }

    #[test]
    fn a_level_is_what_the_law_says_it_is(word in "(?i)(urgent|max|p[0-6]|error|min|info|low|warn(ing)?|[a-z]{1,4})") {
        let read = given(json!({"text": "a", "level": word}).to_string().as_bytes()).ok();
        prop_assert_eq!(read.map(|submission| submission.draft.level), Level::parse(&word));
    }

    #[test]
    fn no_bytes_break_a_reader(
        bytes in vec(any::<u8>(), 0..200),
        json in r#"(\{|\}|\[|\]|,|:|"|"text"|"ttl"|"data"|"tags"|"html"|"a"|null|5|1e5|\\u00|\\| |\n|é){0,30}"#,
        field in option::of(any::<String>()),
    ) {
        for input in [&bytes[..], json.as_bytes()] {
            let told = |problem: Problem| assert!(!problem.detail.is_empty());
            let _ = given(input).map_err(told);
            for body in [split_json(input), split_ndjson(input)] {
                let notices = match body {
                    Ok(Body::One(notice)) => vec![Ok(notice)],
                    Ok(Body::Many(notices)) => notices,
                    Err(problem) => vec![Err(problem)],
                };
                for notice in notices {
                    let _ = notice.and_then(given).map_err(told);
                }
            }
            let field = field.as_deref();
            let fields = TextFields { id: field, level: field, tags: field, ttl: field, key: field, link: field };
            let mint = || NoticeId::parse("minted").unwrap();
            let context =
                Context { now: 0, trace_id: "", mint: &mint, board: None, id: None, id_from: IdFrom::Path, block_list: &NOTHING };
            let _ = read_text(input, &fields, &context).map_err(told);
        }
    }

    #[test]
    fn no_member_of_a_wrong_kind_breaks_a_reader(
        member in "(id|board|level|text|html|tags|key|ttl|starts_at|link|data|x)",
        value in proptest::sample::select(&[
            "null", "true", "-5", "1e300", "1.5", "99999999999999999999", "\"\"", "\"\\u0000\"", "[]", "[null]", "{}",
            "[[[{}]]]", "{\"a\":{\"a\":[]}}",
        ][..]),
    ) {
        if let Err(problem) = given(format!("{{\"{member}\":{value}}}").as_bytes()) {
            let mut places: Vec<_> = problem.errors.iter().map(|fault| &fault.pointer).collect();
            places.dedup();
            prop_assert_eq!(places.len(), problem.errors.len(), "{:?}", problem);
        }
    }
}
