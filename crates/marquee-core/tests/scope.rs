//! Scopes against a plain definition over names: a word covers a board or it does not, and a meet covers what both cover.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use marquee_core::BoardName;
use marquee_core::scope::{SCOPE_BYTES_MAX, SCOPE_WORDS_MAX, ScopeError, Scopes};
use proptest::prelude::*;

fn board(name: &str) -> BoardName {
    BoardName::from_store(name).unwrap()
}

/// Names that lie close to each other, so that patterns meet, and the server's own.
const NAMES: [&str; 12] =
    ["ops", "ops.", "ops.a", "ops.a.", "ops.a.b", "ops.b", "opsx", "o", "main", "a", "_auth", "_ops.a"];
const PATTERNS: [&str; 9] = ["*", "ops.*", "ops.a.*", "ops", "ops.", "ops.a", "ops.a.b", "main", "a.*"];

/// The definition: what the words of a scope say of one board, with texts and nothing else.
fn says(scope: &str, verb: &str, name: &str) -> bool {
    scope.split(' ').any(|word| {
        word == "admin"
            || word.split_once(':').is_some_and(|(its, pattern)| {
                its == verb
                    && match pattern {
                        "*" => !name.starts_with('_'),
                        _ => {
                            pattern.strip_suffix('*').map_or(name == pattern, |start| name.starts_with(start))
                        }
                    }
            })
    })
}

fn scope_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        1 => Just("admin".to_owned()),
        12 => (prop_oneof![Just("publish"), Just("subscribe")], prop::sample::select(&PATTERNS[..]))
            .prop_map(|(verb, pattern)| format!("{verb}:{pattern}")),
    ];
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_scope_covers_what_its_words_say(text in scope_text()) {
        let scopes = Scopes::parse(&text).unwrap();
        for name in NAMES {
            prop_assert_eq!(scopes.may_publish(&board(name)), says(&text, "publish", name), "{}", name);
            prop_assert_eq!(scopes.may_subscribe(&board(name)), says(&text, "subscribe", name), "{}", name);
        }
        prop_assert_eq!(scopes.may_administer(), text.split(' ').any(|word| word == "admin"));
        let publishes = text.split(' ').any(|word| word == "admin" || word.starts_with("publish:"));
        prop_assert_eq!(scopes.publishes_anything(), publishes);
        let canonical = scopes.to_string();
        prop_assert_eq!(&Scopes::parse(&canonical).unwrap(), &scopes);
        prop_assert_eq!(Scopes::of_token(&text).unwrap(), scopes);
    }

    #[test]
    fn a_meet_covers_exactly_what_both_cover(one in scope_text(), two in scope_text()) {
        let (a, b) = (Scopes::parse(&one).unwrap(), Scopes::parse(&two).unwrap());
        let meet = a.narrowed(&b);
        for name in NAMES {
            let both = says(&one, "publish", name) && says(&two, "publish", name);
            prop_assert_eq!(meet.may_publish(&board(name)), both, "publish {}", name);
            let both = says(&one, "subscribe", name) && says(&two, "subscribe", name);
            prop_assert_eq!(meet.may_subscribe(&board(name)), both, "subscribe {}", name);
        }
        prop_assert_eq!(meet.may_administer(), a.may_administer() && b.may_administer());
        prop_assert_eq!(&meet, &b.narrowed(&a));
        prop_assert_eq!(a.narrowed(&a), a);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        drop(Scopes::parse(&text));
        drop(Scopes::of_token(&text));
    }
}

#[test]
fn every_pair_of_patterns_meets_exactly() {
    for one in PATTERNS {
        for two in PATTERNS {
            let scopes = |pattern: &str| Scopes::parse(&format!("publish:{pattern}")).unwrap();
            let meet = scopes(one).narrowed(&scopes(two));
            for name in NAMES {
                let both = scopes(one).may_publish(&board(name)) && scopes(two).may_publish(&board(name));
                assert_eq!(meet.may_publish(&board(name)), both, "{one} and {two} on {name}");
            }
        }
    }
}

#[test]
fn in_a_configuration_a_bad_word_is_told_with_what_to_write() {
    for bad in [
        "publish",
        "publish:",
        "publish:OPS",
        "publish:_auth",
        "publish:ops*",
        "publish:.*",
        "publish:*.a",
        "publish:**",
        "publish:_*",
        "subscribe:a/b",
        "Admin",
        "admin:*",
        "openid",
        "publish:a\tadmin",
        "subscribe:_auth.*",
    ] {
        let error = Scopes::parse(&format!("subscribe:main {bad}")).unwrap_err();
        assert!(error.to_string().contains("write publish:BOARD, subscribe:BOARD or admin"), "{error}");
        assert!(matches!(error, ScopeError::Word(_)), "{bad}");
    }
    let long = Scopes::parse(&"x".repeat(1000)).unwrap_err().to_string();
    assert!(long.len() < 400, "{long}");
}

#[test]
fn in_a_token_what_is_not_ours_opens_nothing() {
    let scopes =
        Scopes::of_token("openid profile publish:OPS publish:_auth subscribe:main admins Admin").unwrap();
    assert_eq!(scopes.to_string(), "subscribe:main");
    assert!(!scopes.publishes_anything());
}

#[test]
fn a_scope_is_bounded_in_bytes_and_words() {
    let words = |count: usize| vec!["a"; count].join(" ");
    assert!(Scopes::of_token(&words(SCOPE_WORDS_MAX)).is_ok());
    assert_eq!(Scopes::of_token(&words(SCOPE_WORDS_MAX + 1)), Err(ScopeError::TooLarge));
    assert!(Scopes::of_token(&" ".repeat(SCOPE_BYTES_MAX)).is_ok());
    assert_eq!(Scopes::of_token(&" ".repeat(SCOPE_BYTES_MAX + 1)), Err(ScopeError::TooLarge));
}

#[test]
fn the_canonical_text_says_nothing_twice() {
    for (text, canonical) in [
        ("", ""),
        ("  publish:b   publish:a publish:b ", "publish:a publish:b"),
        ("publish:ops.a publish:ops.a.* publish:ops.*", "publish:ops.*"),
        ("publish:ops publish:ops.*", "publish:ops.* publish:ops"),
        ("subscribe:x subscribe:* publish:y", "publish:y subscribe:*"),
        ("publish:y admin", "admin"),
    ] {
        assert_eq!(Scopes::parse(text).unwrap().to_string(), canonical, "{text}");
    }
}
