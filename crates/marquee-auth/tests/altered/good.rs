//! Tokens that have to be taken, close to those that must not be.

use crate::forge::{
    NOW, b64, claims, claims_with, foreign_token, good, header, header_with, keys, kid, token, verifier,
};
use base64::Engine as _;
use marquee_auth::verify::TOKEN_BYTES_MAX;
use marquee_auth::{Algorithm, Family, Grant, Issuer, Key, Keys, Refusal, Scopes, Verifier};
use marquee_core::BoardName;
use std::sync::OnceLock;

/// One good token of each algorithm, made once.
pub(crate) fn each() -> &'static [String; 4] {
    static ONCE: OnceLock<[String; 4]> = OnceLock::new();
    ONCE.get_or_init(|| Algorithm::ALL.map(good))
}

#[test]
fn a_good_token_of_each_algorithm_is_taken_for_what_it_says() {
    for algorithm in Algorithm::ALL {
        let token = token(algorithm, header(algorithm), claims_with(&[("fam", Some("\"f-1\""))]));
        let verified = verifier().verify(&token, NOW).unwrap();
        assert_eq!(verified.sub, "wall");
        assert_eq!(verified.iss, "https://marquee.example");
        assert_eq!(verified.jti.as_deref(), Some("t-1"));
        assert_eq!(verified.family, Family::parse("f-1"));
        assert_eq!(verified.kid, kid(algorithm));
        assert_eq!((verified.iat, verified.exp), (NOW - 10, NOW + 900));
        assert_eq!(verified.scopes, Scopes::parse("publish:ops.* subscribe:*").unwrap());
        assert!(verified.scopes.may_publish(&BoardName::parse("ops.eu").unwrap()));
    }
}

#[test]
fn what_lies_just_within_the_rules_is_taken() {
    let longest_kid = "k".repeat(128);
    let sub = format!("\"{}\"", "s".repeat(256));
    let most_words = format!("\"{}\"", vec!["a"; 64].join(" "));
    let at = |offset: i64| NOW.saturating_add_signed(offset).to_string();
    let (just_over, just_ahead, fraction) = (at(-29), at(30), format!("{}.999", at(29)));
    let changes: [(&str, Option<&str>); 21] = [
        ("exp", Some(&just_over)),
        ("exp", Some("9007199254740991")),
        ("exp", Some("1800000900.75")),
        ("exp", Some("18e8")),
        ("iat", Some(&just_ahead)),
        ("iat", Some("0")),
        ("iat", Some("1799999990.5")),
        ("nbf", Some(&just_ahead)),
        ("nbf", Some(&fraction)),
        ("nbf", Some("0")),
        ("aud", Some("[\"marquee\"]")),
        ("aud", Some("[\"other\",\"marquee\",\"marquee\"]")),
        ("sub", Some(&sub)),
        ("sub", Some("\"\\u0077all é 夜莺\"")),
        ("scope", None),
        ("scope", Some("\"\"")),
        ("scope", Some("\"openid profile\"")),
        ("scope", Some(&most_words)),
        ("scp", Some("[\"admin\"]")),
        ("x", Some("{\"iss\":[null,true,{\"a\":-1.5e-7}]}")),
        ("x5t", Some("\"in the claims\"")),
    ];
    for algorithm in Algorithm::ALL {
        for change in changes {
            let token = token(algorithm, header(algorithm), claims_with(&[change]));
            let verified = verifier().verify(&token, NOW);
            assert!(verified.is_ok(), "{algorithm} {change:?}: {verified:?}");
            assert!(!verified.unwrap().scopes.may_administer(), "{change:?}");
        }
        for change in [
            ("typ", None),
            ("typ", Some("\"jwt\"")),
            ("typ", Some("\"at+jwt\"")),
            ("typ", Some("\"AT+JWT\"")),
            ("cty", Some("\"x\"")),
            ("x", Some("{\"alg\":\"none\"}")),
        ] {
            let token = token(algorithm, header_with(algorithm, &[change]), claims());
            assert!(verifier().verify(&token, NOW).is_ok(), "{algorithm} {change:?}");
        }
        let spaced = token(algorithm, header(algorithm).replace(':', " : "), format!("\n{}\t", claims()));
        assert!(verifier().verify(&spaced, NOW).is_ok());
    }
    let keys = Keys::new([Key::from_secret(&longest_kid, crate::forge::SECRET).unwrap()]).unwrap();
    let verifier = Verifier::new("https://marquee.example", "marquee", keys, vec![]).unwrap();
    let header = header_with(Algorithm::Hs256, &[("kid", Some(&format!("\"{longest_kid}\"")))]);
    assert!(verifier.verify(&token(Algorithm::Hs256, header, claims()), NOW).is_ok());
}

#[test]
fn a_token_of_8_kib_is_taken() {
    for algorithm in Algorithm::ALL {
        let sized = |length: usize| {
            token(
                algorithm,
                header(algorithm),
                claims_with(&[("x", Some(&format!("\"{}\"", "x".repeat(length))))]),
            )
        };
        let mut length = 5000;
        while sized(length + 1).len() <= TOKEN_BYTES_MAX {
            length += 1;
        }
        let token = sized(length);
        assert!(token.len() > TOKEN_BYTES_MAX - 4);
        assert!(verifier().verify(&token, NOW).is_ok());
    }
}

/// FIPS 186 and RFC 7518 know no rule by which one of the two would be wrong.
#[test]
fn both_values_of_an_es256_signature_are_taken() {
    let good = good(Algorithm::Es256);
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bytes = base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
    let signature = p256::ecdsa::Signature::from_slice(&bytes).unwrap();
    let (r, s) = signature.split_scalars();
    let other = p256::ecdsa::Signature::from_scalars(r, -s).unwrap();
    assert_ne!(other, signature);
    for signature in [signature, other] {
        assert!(verifier().verify(&format!("{message}.{}", b64(signature.to_bytes())), NOW).is_ok());
    }
}

#[test]
fn a_foreign_token_opens_at_most_what_its_issuer_may() {
    let claims = |iss: &str, scope: &str| {
        claims_with(&[
            ("iss", Some(&format!("\"{iss}\""))),
            ("scope", Some(&format!("\"{scope}\""))),
            ("jti", None),
            ("fam", Some("\"ours\"")),
        ])
    };
    for (kid, iss, scope, opened) in [
        ("es", "https://idp.example", "admin", "subscribe:ops.*"),
        ("es", "https://idp.example", "openid subscribe:* publish:*", "subscribe:ops.*"),
        ("es", "https://idp.example", "subscribe:main", ""),
        ("far", "https://far.example", "publish:a subscribe:a", "publish:a"),
    ] {
        // The kid "es" is one of our own keys too: whose name the claims give decides.
        let verified = verifier().verify(&foreign_token(kid, &claims(iss, scope)), NOW).unwrap();
        assert_eq!(verified.scopes.to_string(), opened, "{iss} {scope}");
        assert_eq!((verified.jti, verified.family), (None, None), "a family of ours is not theirs to name");
    }
}

#[test]
fn what_we_issue_we_take_and_the_same_grant_is_the_same_token() {
    let family = Family::parse("f-1").unwrap();
    let scopes = Scopes::parse("publish:ops.* subscribe:*").unwrap();
    let grant = Grant {
        sub: "wall",
        scopes: &scopes,
        iat_s: NOW,
        lifetime_s: 900,
        jti: "t-1",
        family: Some(&family),
    };
    for algorithm in Algorithm::ALL {
        let mut keys = keys();
        for other in Algorithm::ALL.into_iter().filter(|other| *other != algorithm) {
            assert!(keys.remove(kid(other)));
        }
        let issuer = Issuer::new("https://marquee.example", "marquee", &keys).unwrap();
        assert_eq!(issuer.kid(), kid(algorithm));
        let token = marquee_leaks::token(issuer.issue(&grant).unwrap());
        assert_eq!(token, issuer.issue(&grant).unwrap());
        // Another program, without anything of ours, signs the same bytes the same.
        let (message, signature) = token.rsplit_once('.').unwrap();
        assert_eq!(signature, b64(crate::forge::sign(algorithm, message)));
        let verified = verifier().verify(&token, NOW).unwrap();
        assert_eq!((verified.sub.as_str(), verified.iat, verified.exp), ("wall", NOW, NOW + 900));
        assert_eq!((verified.jti.as_deref(), verified.family.as_ref()), (Some("t-1"), Some(&family)));
        assert_eq!(verified.scopes, scopes);
        assert!(verifier().verify(&token, NOW + 929).is_ok());
        assert_eq!(verifier().verify(&token, NOW + 930), Err(Refusal::Expired));
    }
}

#[test]
fn a_key_that_is_taken_out_is_gone_at_once() {
    let mut verifier = verifier();
    let token = good(Algorithm::EdDsa);
    assert!(verifier.verify(&token, NOW).is_ok());
    let mut keys = keys();
    assert!(keys.remove("ed") && !keys.remove("ed"));
    verifier.replace_keys(keys);
    assert_eq!(verifier.verify(&token, NOW), Err(Refusal::NoSuchKey));
    let far = foreign_token("far", &claims_with(&[("iss", Some("\"https://far.example\""))]));
    assert!(verifier.verify(&far, NOW).is_ok());
    assert!(!verifier.replace_foreign_keys("https://nobody.example", Keys::default()));
    assert!(verifier.replace_foreign_keys("https://far.example", Keys::default()));
    assert_eq!(verifier.verify(&far, NOW), Err(Refusal::NoSuchKey));
}
