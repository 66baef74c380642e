//! Altered tokens, a table of them, each with its name and the class of its refusal: none is taken, and nothing panics. Beside it
//! the good tokens they were made of, so that no verifier passes by refusing all.
//!
//! | module | holds |
//! |---|---|
//! | `forge` | tokens made by hand, without anything of ours |
//! | `header`, `claims`, `spelling`, `signature`, `confusion` | the table, by what was altered |
//! | `good` | what has to be taken |

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod claims;
mod confusion;
mod forge;
mod good;
mod header;
mod signature;
mod spelling;

use forge::{Case, NOW, b64, case, refused, verifier};
use marquee_auth::{Algorithm, Refusal};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn table() -> Vec<Case> {
    let mut cases = Vec::new();
    for algorithm in Algorithm::ALL {
        cases.extend(header::cases(algorithm));
        cases.extend(claims::cases(algorithm));
        cases.extend(spelling::cases(algorithm));
        cases.extend(signature::cases(algorithm));
        cases.extend(confusion::cases(algorithm));
    }
    cases.extend(claims::of_others());
    cases.extend(
        ["\0", "\u{feff}", " ", "null", "{}", "..\0", "a.b.c", "é.é.é"]
            .map(|text| refused(format!("{text:?}"), text.into())),
    );
    cases
}

#[test]
fn no_altered_token_is_taken_and_each_is_refused_for_what_was_altered() {
    let verifier = verifier();
    let cases = table();
    let mut wrong = Vec::new();
    for Case { name, token, expected } in &cases {
        match (verifier.verify(token, NOW), expected) {
            (Ok(_), _) => wrong.push(format!("{name}: taken")),
            (Err(refusal), Some(expected)) if refusal != *expected => {
                wrong.push(format!("{name}: {refusal:?}, expected {expected:?}"));
            }
            (Err(_), _) => {}
        }
    }
    let texts: BTreeSet<&str> = cases.iter().map(|case| case.token.as_str()).collect();
    println!("{} altered tokens, {} of them different texts", cases.len(), texts.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert!(texts.len() >= 300, "{}", texts.len());
}

/// With a kid that is no key's, whatever else is wrong after the key was looked for is not told.
#[test]
fn without_the_key_nothing_is_told_of_claims_and_signature() {
    let verifier = verifier();
    for algorithm in Algorithm::ALL {
        let unknown = b64(forge::header_with(algorithm, &[("kid", Some("\"nobody\""))]));
        for Case { name, token, expected } in
            claims::cases(algorithm).into_iter().chain(signature::cases(algorithm))
        {
            let Some((_, rest)) = token.split_once('.').filter(|_| expected.is_some()) else { continue };
            let refusal = verifier.verify(&format!("{unknown}.{rest}"), NOW);
            assert_eq!(refusal, Err(Refusal::NoSuchKey), "{name}");
        }
    }
}

/// What is refused before the key is looked for is refused the same whether there is such a key or not.
#[test]
fn what_is_wrong_with_a_header_is_told_without_looking_for_the_key() {
    let verifier = verifier();
    for algorithm in Algorithm::ALL {
        for Case { name, token, expected } in spelling::cases(algorithm) {
            let Some(expected @ Refusal::Encoding(part)) = expected else { continue };
            let Some((_, rest)) = token.split_once('.').filter(|_| part != marquee_auth::Part::Header) else {
                continue;
            };
            let unknown = b64(forge::header_with(algorithm, &[("kid", Some("\"nobody\""))]));
            assert_eq!(verifier.verify(&format!("{unknown}.{rest}"), NOW), Err(expected), "{name}");
        }
        for changes in [("typ", Some("1")), ("crit", Some("[]")), ("alg", Some("\"none\""))] {
            let token = |kid: Option<&str>| {
                let mut all = vec![changes];
                all.extend(kid.map(|kid| ("kid", Some(kid))));
                verifier.verify(
                    &forge::token(algorithm, forge::header_with(algorithm, &all), forge::claims()),
                    NOW,
                )
            };
            assert_eq!(token(None), token(Some("\"nobody\"")), "{algorithm} {changes:?}");
        }
    }
}

/// A sentence for each, and nothing of the token in it.
#[test]
fn a_refusal_is_a_sentence_without_a_byte_of_the_token() {
    let verifier = verifier();
    let marked = forge::claims_with(&[("sub", Some("\"zzqqxx\"")), ("exp", Some("\"zzqqxx\""))]);
    let header = forge::header_with(Algorithm::Hs256, &[("x", Some("\"zzqqxx\""))]);
    let cases = [case("marked", forge::token(Algorithm::Hs256, header, marked), Refusal::NotYet)];
    for Case { name, token, .. } in table().into_iter().chain(cases) {
        let sentence = verifier.verify(&token, NOW).unwrap_err().to_string();
        assert!(sentence.len() > 20 && sentence.is_ascii(), "{name}: {sentence}");
        assert!(!sentence.contains("zzqqxx"), "{name}: {sentence}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_changed_byte_is_never_taken(which in 0usize..4, at in any::<prop::sample::Index>(), to in 0u8..128) {
        let good = good::each();
        let good = &good[which];
        let at = at.index(good.len());
        prop_assume!(good.as_bytes()[at] != to);
        let mut bytes = good.clone().into_bytes();
        bytes[at] = to;
        let bad = String::from_utf8(bytes).unwrap();
        prop_assert!(verifier_once().verify(&bad, NOW).is_err(), "{}", bad);
    }

    #[test]
    fn flipped_bits_of_the_decoded_parts_are_never_taken(
        which in 0usize..4,
        flips in prop::collection::vec((0usize..3, any::<prop::sample::Index>(), 0u8..8), 1..4),
    ) {
        use base64::Engine as _;
        let good = good::each();
        let decode = |part: &str| base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(part).unwrap();
        let parts: Vec<Vec<u8>> = good[which].split('.').map(decode).collect();
        let mut bent = parts.clone();
        for (part, at, bit) in flips {
            let at = at.index(bent[part].len());
            bent[part][at] ^= 1 << bit;
        }
        prop_assume!(bent != parts);
        let bad = bent.iter().map(b64).collect::<Vec<_>>().join(".");
        prop_assert!(verifier_once().verify(&bad, NOW).is_err(), "{}", bad);
    }

    #[test]
    fn no_text_is_taken_and_none_panics(text in "[A-Za-z0-9_.-]{0,200}|.*") {
        prop_assert!(verifier_once().verify(&text, NOW).is_err());
    }
}

fn verifier_once() -> &'static marquee_auth::Verifier {
    static ONCE: std::sync::OnceLock<marquee_auth::Verifier> = std::sync::OnceLock::new();
    ONCE.get_or_init(verifier)
}
