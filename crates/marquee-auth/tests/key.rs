//! Keys: what is taken for one, what is told where it is none, and that nothing secret is ever shown.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use marquee_auth::key::{KEYS_MAX, KeyFault};
use marquee_auth::{Algorithm, Grant, IssueError, Issuer, Key, Keys, Scopes, Verifier, VerifierError};

const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
const ES256: &str = include_str!("keys/es256.private.pem");
const EDDSA: &str = include_str!("keys/eddsa.private.pem");
const RS256: &str = include_str!("keys/rs256.private.pem");

fn fault(key: Result<Key, marquee_auth::KeyError>) -> KeyFault {
    let error = key.unwrap_err();
    assert!(error.to_string().len() > 40, "{error}");
    error.fault()
}

#[test]
fn every_form_in_which_openssl_writes_a_key_is_read() {
    for (algorithm, pem, signs) in [
        (Algorithm::Rs256, RS256, true),
        (Algorithm::Rs256, include_str!("keys/rs256.pkcs1.pem"), true),
        (Algorithm::Rs256, include_str!("keys/rs256.public.pem"), false),
        (Algorithm::Rs256, include_str!("keys/rs256.public.pkcs1.pem"), false),
        (Algorithm::Es256, ES256, true),
        (Algorithm::Es256, include_str!("keys/es256.sec1.pem"), true),
        (Algorithm::Es256, include_str!("keys/es256.public.pem"), false),
        (Algorithm::EdDsa, EDDSA, true),
        (Algorithm::EdDsa, include_str!("keys/eddsa.public.pem"), false),
    ] {
        for text in [pem.to_owned(), format!("\n  {pem}\n\n"), pem.replace('\n', "\r\n")] {
            let key = Key::from_pem("k", algorithm, &text).unwrap();
            assert_eq!((key.kid(), key.algorithm(), key.signs()), ("k", algorithm, signs));
        }
    }
}

/// OpenSSL signed these, with the keys beside them.
#[test]
fn what_openssl_signed_holds_for_the_private_and_for_the_public_key() {
    for line in include_str!("keys/openssl.tokens").lines() {
        let (algorithm, token) = line.split_once(' ').unwrap();
        let keys = match Algorithm::parse(algorithm).unwrap() {
            Algorithm::Hs256 => vec![Key::from_secret("hs", SECRET)],
            Algorithm::Es256 => vec![
                Key::from_pem("es", Algorithm::Es256, ES256),
                Key::from_pem("es", Algorithm::Es256, include_str!("keys/es256.public.pem")),
            ],
            Algorithm::EdDsa => vec![
                Key::from_pem("ed", Algorithm::EdDsa, EDDSA),
                Key::from_pem("ed", Algorithm::EdDsa, include_str!("keys/eddsa.public.pem")),
            ],
            Algorithm::Rs256 => vec![
                Key::from_pem("rs", Algorithm::Rs256, RS256),
                Key::from_pem("rs", Algorithm::Rs256, include_str!("keys/rs256.public.pem")),
            ],
        };
        for key in keys {
            let keys = Keys::new([key.unwrap()]).unwrap();
            let verifier = Verifier::new("https://marquee.example", "marquee", keys, vec![]).unwrap();
            assert_eq!(verifier.verify(token, 1_800_000_000).unwrap().sub, "wall", "{algorithm}");
        }
    }
}

#[test]
fn what_is_no_key_is_told_with_what_to_do() {
    let pem = |algorithm, text: &str| fault(Key::from_pem("k", algorithm, text));
    assert_eq!(fault(Key::from_secret("k", &SECRET[1..])), KeyFault::ShortSecret(31));
    assert_eq!(fault(Key::from_secret("k", b"")), KeyFault::ShortSecret(0));
    let public = include_str!("keys/rs256.public.pem");
    assert_eq!(fault(Key::from_secret("k", public.as_bytes())), KeyFault::PemAsSecret);
    assert_eq!(fault(Key::from_secret("k", format!("\n {public}").as_bytes())), KeyFault::PemAsSecret);
    assert_eq!(pem(Algorithm::Hs256, public), KeyFault::SecretDue);
    assert_eq!(pem(Algorithm::Rs256, "0123"), KeyFault::NotPem);
    assert_eq!(pem(Algorithm::Rs256, ""), KeyFault::NotPem);
    assert_eq!(pem(Algorithm::Rs256, "-----BEGIN PUBLIC KEY"), KeyFault::NotPem);
    assert_eq!(pem(Algorithm::Rs256, &public.replace("PUBLIC KEY", "CERTIFICATE")), KeyFault::Certificate);
    assert_eq!(
        pem(Algorithm::Rs256, &RS256.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")),
        KeyFault::Encrypted
    );
    assert_eq!(pem(Algorithm::Rs256, include_str!("keys/rsa1024.public.pem")), KeyFault::ShortRsa(1024));
    for (algorithm, text) in [
        (Algorithm::Rs256, ES256),
        (Algorithm::Rs256, EDDSA),
        (Algorithm::Es256, RS256),
        (Algorithm::Es256, include_str!("keys/p384.public.pem")),
        (Algorithm::EdDsa, ES256),
        (Algorithm::EdDsa, public),
        (Algorithm::Rs256, &RS256[..RS256.len() / 2]),
        (Algorithm::Rs256, &RS256.replace('M', "N")),
    ] {
        assert_eq!(pem(algorithm, text), KeyFault::Unfit(algorithm), "{text:.40}");
    }
    for kid in ["", "a\nb", "\0", &"k".repeat(129)] {
        assert_eq!(fault(Key::from_secret(kid, SECRET)), KeyFault::Kid);
    }
    assert!(Key::from_secret("k", SECRET).is_ok());
}

/// A point whose order is 8 or less: with it, one signature is good for many messages.
#[test]
fn an_ed25519_key_of_small_order_is_none() {
    use base64::Engine as _;
    for point in [[0; 32], {
        let mut one = [0; 32];
        one[0] = 1;
        one
    }] {
        let der =
            [&[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00][..], &point].concat();
        let text = base64::prelude::BASE64_STANDARD.encode(der);
        let pem = format!("-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----\n");
        assert_eq!(fault(Key::from_pem("k", Algorithm::EdDsa, &pem)), KeyFault::Unfit(Algorithm::EdDsa));
    }
}

#[test]
fn a_kid_is_of_one_key_and_keys_are_bounded() {
    let key = |kid: &str| Key::from_secret(kid, SECRET).unwrap();
    let twice =
        Keys::new([key("a"), key("b"), Key::from_pem("a", Algorithm::EdDsa, EDDSA).unwrap()]).unwrap_err();
    assert_eq!(twice.fault(), KeyFault::Twice);
    assert_eq!(twice.to_string(), "two keys have the kid \"a\": give each its own");
    let many = |count: usize| Keys::new((0..count).map(|number| key(&number.to_string())));
    assert_eq!(many(KEYS_MAX).unwrap().iter().count(), KEYS_MAX);
    assert_eq!(many(KEYS_MAX + 1).unwrap_err().fault(), KeyFault::TooMany);
}

#[test]
fn the_first_key_with_a_private_part_signs() {
    let public = Key::from_pem("old", Algorithm::EdDsa, include_str!("keys/eddsa.public.pem")).unwrap();
    let keys = Keys::new([
        public,
        Key::from_pem("new", Algorithm::Es256, ES256).unwrap(),
        Key::from_secret("hs", SECRET).unwrap(),
    ]);
    let mut keys = keys.unwrap();
    assert_eq!(keys.signing().unwrap().kid(), "new");
    assert!(keys.remove("new") && keys.remove("hs"));
    assert!(keys.signing().is_none());
    assert_eq!(Issuer::new("i", "a", &keys).unwrap_err(), IssueError::NoSigningKey);
}

#[test]
fn nothing_secret_is_shown() {
    let keys = Keys::new([
        Key::from_secret("hs", SECRET).unwrap(),
        Key::from_pem("es", Algorithm::Es256, ES256).unwrap(),
        Key::from_pem("ed", Algorithm::EdDsa, EDDSA).unwrap(),
        Key::from_pem("rs", Algorithm::Rs256, RS256).unwrap(),
    ])
    .unwrap();
    let issuer = Issuer::new("i", "a", &keys).unwrap();
    let shown = format!("{keys:?} {issuer:?}");
    let each = r#"Key { kid: "es", algorithm: Es256, signs: true, .. }"#;
    assert!(shown.contains(each), "{shown}");
    assert!(!shown.contains("0123456789") && shown.len() < 600, "{shown}");
}

#[test]
fn what_could_not_be_taken_is_not_issued() {
    let keys = Keys::new([Key::from_secret("hs", SECRET).unwrap()]).unwrap();
    let issuer = Issuer::new("i", "a", &keys).unwrap();
    let scopes = Scopes::none();
    let good = Grant { sub: "s", scopes: &scopes, iat_s: 1, lifetime_s: 1, jti: "j", family: None };
    assert!(issuer.issue(&good).is_ok());
    let long = "x".repeat(257);
    for bad in ["", "a\nb", &long] {
        assert_eq!(issuer.issue(&Grant { sub: bad, ..good.clone() }), Err(IssueError::Sub));
        assert_eq!(issuer.issue(&Grant { jti: bad, ..good.clone() }), Err(IssueError::Jti));
    }
    for lifetime_s in [0, u64::MAX, 1 << 53] {
        assert_eq!(issuer.issue(&Grant { lifetime_s, ..good.clone() }), Err(IssueError::Lifetime));
    }
    assert_eq!(Issuer::new("", "a", &keys).unwrap_err(), IssueError::Name);
    // 63 boards under one start, and 63 starts with one board in each: their meet has more words than a scope may.
    let boards = |start: &str| {
        (0..63).map(|number| format!("publish:{start}.b{number}")).collect::<Vec<_>>().join(" ")
    };
    let one = Scopes::parse(&format!("{} publish:q.*", boards("p"))).unwrap();
    let two = Scopes::parse(&format!("{} publish:p.*", boards("q"))).unwrap();
    let meet = one.narrowed(&two);
    assert_eq!(issuer.issue(&Grant { scopes: &meet, ..good.clone() }), Err(IssueError::Scope));
}

#[test]
fn a_verifier_has_names_and_each_issuer_once() {
    let foreign = |issuer: &str| marquee_auth::Foreign {
        issuer: issuer.into(),
        keys: Keys::default(),
        most: Scopes::none(),
    };
    let new = |issuer: &str, foreign| Verifier::new(issuer, "a", Keys::default(), foreign).map(drop);
    assert_eq!(new("", vec![]), Err(VerifierError::Name));
    assert_eq!(new("i", vec![foreign("")]), Err(VerifierError::Name));
    assert_eq!(new("i", vec![foreign("i")]), Err(VerifierError::Twice("i".into())));
    assert_eq!(new("i", vec![foreign("b"), foreign("b")]), Err(VerifierError::Twice("b".into())));
    let many = (0..=marquee_auth::verify::FOREIGN_MAX).map(|number| foreign(&format!("b{number}")));
    assert_eq!(new("i", many.collect()), Err(VerifierError::TooMany));
    assert_eq!(new("i", vec![foreign("b")]), Ok(()));
}
