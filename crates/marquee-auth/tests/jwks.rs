//! Documents of keys: ours as others read them, others' as we do.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use marquee_auth::jwks::{self, JWKS_BYTES_MAX, JWKS_KEYS_MAX, JwksError};
use marquee_auth::key::KeyFault;
use marquee_auth::{Algorithm, Key, Keys};
use proptest::prelude::*;

const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";

fn ours() -> Keys {
    Keys::new([
        Key::from_secret("hs", SECRET).unwrap(),
        Key::from_pem("es", Algorithm::Es256, include_str!("keys/es256.private.pem")).unwrap(),
        Key::from_pem("ed", Algorithm::EdDsa, include_str!("keys/eddsa.private.pem")).unwrap(),
        Key::from_pem("rs", Algorithm::Rs256, include_str!("keys/rs256.private.pem")).unwrap(),
    ])
    .unwrap()
}

/// The members of our key of that kid.
fn jwk(kid: &str) -> serde_json::Map<String, serde_json::Value> {
    let document: serde_json::Value = serde_json::from_str(&jwks::document(&ours())).unwrap();
    let keys = document["keys"].as_array().unwrap();
    keys.iter().find(|key| key["kid"] == kid).unwrap().as_object().unwrap().clone()
}

fn read(keys: &[serde_json::Map<String, serde_json::Value>]) -> Result<jwks::Jwks, JwksError> {
    jwks::read(serde_json::json!({ "keys": keys }).to_string().as_bytes())
}

#[test]
fn our_document_has_the_public_keys_and_nothing_else() {
    let document = jwks::document(&ours());
    let value: serde_json::Value = serde_json::from_str(&document).unwrap();
    let names = |kid: &str| jwk(kid).keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(value["keys"].as_array().unwrap().len(), 3);
    for (kid, members) in
        [("es", "alg crv kid kty use x y"), ("ed", "alg crv kid kty use x"), ("rs", "alg e kid kty n use")]
    {
        let mut sorted: Vec<String> = names(kid).split(' ').map(str::to_owned).collect();
        sorted.sort();
        assert_eq!(sorted.join(" "), members);
    }
    assert_eq!(jwk("rs")["e"], "AQAB");
    assert_eq!(jwk("es")["use"], "sig");
    assert!(!document.contains("hs") && !document.contains("oct"), "{document}");
    assert_eq!(jwks::document(&Keys::default()), r#"{"keys":[]}"#);
}

#[test]
fn what_we_show_is_read_back_as_the_same_keys() {
    let read = jwks::read(jwks::document(&ours()).as_bytes()).unwrap();
    let kinds: Vec<_> =
        read.keys.iter().map(|key| (key.kid().to_owned(), key.algorithm(), key.signs())).collect();
    let expected = [("es", Algorithm::Es256), ("ed", Algorithm::EdDsa), ("rs", Algorithm::Rs256)];
    assert_eq!(kinds, expected.map(|(kid, algorithm)| (kid.to_owned(), algorithm, false)));
    assert_eq!(jwks::document(&read.keys), jwks::document(&ours()));
}

#[test]
fn what_is_not_plainly_one_of_our_algorithms_is_passed_over() {
    let changed = |kid: &str, member: &str, value: serde_json::Value| {
        let mut jwk = jwk(kid);
        if value.is_null() {
            drop(jwk.remove(member))
        } else {
            drop(jwk.insert(member.to_owned(), value))
        }
        jwk
    };
    let text = |text: &str| serde_json::Value::from(text);
    for (kid, member, value) in [
        ("es", "use", text("enc")),
        ("es", "use", 1.into()),
        ("es", "key_ops", serde_json::json!(["sign"])),
        ("es", "key_ops", serde_json::json!([])),
        ("es", "key_ops", text("verify")),
        ("es", "alg", text("ES384")),
        ("es", "alg", text("HS256")),
        ("rs", "alg", text("RS512")),
        ("rs", "alg", text("RSA-OAEP")),
        ("rs", "alg", 1.into()),
        ("es", "kty", text("RSA")),
        ("es", "kty", text("oct")),
        ("es", "kty", text("AKP")),
        ("es", "kty", serde_json::Value::Null),
        ("es", "crv", text("P-384")),
        ("es", "crv", text("secp256k1")),
        ("ed", "crv", text("Ed448")),
        ("ed", "crv", text("X25519")),
        ("es", "kid", serde_json::Value::Null),
        ("es", "kid", text("")),
        ("es", "kid", 1.into()),
        ("es", "kid", text(&"k".repeat(129))),
        ("es", "x", serde_json::Value::Null),
        ("es", "x", text("AAAA")),
        ("es", "x", text("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU=")),
        ("es", "y", text("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")),
        ("es", "d", text("AAAA")),
        ("ed", "x", text("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
        ("ed", "x", text("")),
        ("rs", "n", text("")),
        ("rs", "n", text("AQAB")),
        // 1024 bits, all of them set.
        ("rs", "n", text(&format!("{}8", "_".repeat(170)))),
        ("rs", "n", text(&"_".repeat(20_000))),
        ("rs", "e", text("")),
        ("rs", "e", text("AQ")),
        ("rs", "e", text("Ag")),
    ] {
        let document = read(&[changed(kid, member, value.clone()), jwk("ed")].map(|mut jwk| {
            // Two kids that differ, whichever was changed.
            if jwk.get("kid") == Some(&text("ed")) && kid == "ed" && jwk == self::jwk("ed") {
                jwk.insert("kid".to_owned(), text("other"));
            }
            jwk
        }));
        let document = document.unwrap();
        assert_eq!(
            (document.keys.iter().count(), document.passed_over),
            (1, 1),
            "{kid} {member} {value:.40}"
        );
    }
    let secret = serde_json::json!({"kty": "oct", "kid": "s", "k": "AAAA", "alg": "HS256"});
    let small = serde_json::json!({"keys": [secret, 1, null, [], "x", {}]}).to_string();
    assert_eq!(jwks::read(small.as_bytes()).unwrap().passed_over, 6);
}

#[test]
fn what_a_key_may_have_besides_is_borne() {
    for (member, value) in [
        ("key_ops", serde_json::json!(["sign", "verify"])),
        ("x5c", serde_json::json!(["MIIB"])),
        ("x5t", serde_json::json!("AAAA")),
        ("issuer", serde_json::json!("https://idp.example")),
    ] {
        let mut jwk = jwk("rs");
        jwk.insert(member.to_owned(), value);
        jwk.remove("use");
        jwk.remove("alg");
        assert_eq!(
            read(&[jwk]).unwrap().keys.iter().next().unwrap().algorithm(),
            Algorithm::Rs256,
            "{member}"
        );
    }
}

#[test]
fn a_document_is_bounded_and_clear() {
    let document = |text: &str| jwks::read(text.as_bytes()).map(drop);
    for bad in [
        "",
        "[]",
        "{}",
        "null",
        r#"{"keys":{}}"#,
        r#"{"keys":[],"keys":[]}"#,
        r#"{"keys":[{"kid":"a","kid":"b"}]}"#,
    ] {
        assert_eq!(document(bad), Err(JwksError::NotJwks), "{bad}");
    }
    let spaced = |length: usize| format!("{{\"keys\":[]{}}}", " ".repeat(length - 11));
    assert_eq!(document(&spaced(JWKS_BYTES_MAX)), Ok(()));
    assert_eq!(document(&spaced(JWKS_BYTES_MAX + 1)), Err(JwksError::TooLong));
    let several = |count: usize| format!("{{\"keys\":[{}]}}", vec!["{}"; count].join(","));
    assert_eq!(document(&several(JWKS_KEYS_MAX)), Ok(()));
    assert_eq!(document(&several(JWKS_KEYS_MAX + 1)), Err(JwksError::TooMany));
    let mut other = jwk("ed");
    other.insert("kid".to_owned(), "es".into());
    let Err(JwksError::Keys(error)) = read(&[jwk("es"), other]).map(drop) else {
        panic!("two keys of one kid")
    };
    assert_eq!(error.fault(), KeyFault::Twice);
}

proptest! {
    #[test]
    fn no_document_makes_it_panic(text in any::<String>(), member in "kty|crv|x|y|n|e|kid", value in "[A-Za-z0-9_-]{0,90}") {
        drop(jwks::read(text.as_bytes()));
        for kid in ["es", "ed", "rs"] {
            let mut jwk = jwk(kid);
            jwk.insert(member.clone(), value.clone().into());
            drop(read(&[jwk]));
        }
    }
}

#[test]
fn a_key_is_known_by_the_thumbprints_of_the_standards() {
    // RFC 8037 A.3 and RFC 7638 3.1.
    let document = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        {"kty":"RSA","kid":"b","alg":"RS256","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}]}"#;
    let keys = jwks::read(document.as_bytes()).unwrap().keys;
    let prints: Vec<_> = keys.iter().map(jwks::thumbprint).collect();
    let expected =
        ["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"];
    assert_eq!(prints, expected.map(|print| Some(print.to_owned())));
}

#[test]
fn a_key_that_is_made_signs_is_known_by_its_public_part_and_a_secret_has_no_thumbprint() {
    let pem = marquee_auth::make::eddsa_pem(&[7; 32]);
    let key = Key::from_pem("new", Algorithm::EdDsa, &pem).unwrap();
    assert!(key.signs() && pem.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    let other = Key::from_pem("new", Algorithm::EdDsa, &marquee_auth::make::eddsa_pem(&[8; 32])).unwrap();
    assert_ne!(jwks::thumbprint(&key), jwks::thumbprint(&other));
    let public = jwks::read(jwks::document(&Keys::new([key]).unwrap()).as_bytes()).unwrap().keys;
    let again = Key::from_pem("new", Algorithm::EdDsa, &pem).unwrap();
    assert_eq!(public.iter().next().and_then(jwks::thumbprint), jwks::thumbprint(&again));
    let secret = Key::from_secret("s", &[1; 32]).unwrap();
    assert_eq!(jwks::thumbprint(&secret), None);
}
