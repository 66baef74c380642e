//! Tokens made by hand, with the crates of cryptography alone and nothing of ours: whatever bytes are wanted, signed or not.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek::Signer as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use marquee_auth::{Algorithm, Foreign, Key, Keys, Refusal, Scopes, Verifier, jwks};
use p256::pkcs8::DecodePrivateKey as _;
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::signature::RandomizedSigner as _;
use sha2::Sha256;
use std::convert::Infallible;

pub(crate) const NOW: u64 = 1_800_000_000;
pub(crate) const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
pub(crate) const ES256: &str = include_str!("../keys/es256.private.pem");
pub(crate) const EDDSA: &str = include_str!("../keys/eddsa.private.pem");
pub(crate) const RS256: &str = include_str!("../keys/rs256.private.pem");
/// The foreign issuer's key: the scalar 3.
const FOREIGN: [u8; 32] = {
    let mut scalar = [0; 32];
    scalar[31] = 3;
    scalar
};

/// A token that must not be taken, and why not, where that is clear.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) token: String,
    pub(crate) expected: Option<Refusal>,
}

pub(crate) fn case(name: impl Into<String>, token: String, expected: Refusal) -> Case {
    Case { name: name.into(), token, expected: Some(expected) }
}

/// A case of which it only matters that it is refused.
pub(crate) fn refused(name: impl Into<String>, token: String) -> Case {
    Case { name: name.into(), token, expected: None }
}

pub(crate) fn kid(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Hs256 => "hs",
        Algorithm::Es256 => "es",
        Algorithm::EdDsa => "ed",
        Algorithm::Rs256 => "rs",
    }
}

/// One key of each algorithm, with its private part.
pub(crate) fn keys() -> Keys {
    for secret in [ES256, EDDSA, RS256] {
        marquee_leaks::secret(secret);
    }
    Keys::new([
        Key::from_secret("hs", SECRET).unwrap(),
        Key::from_pem("es", Algorithm::Es256, ES256).unwrap(),
        Key::from_pem("ed", Algorithm::EdDsa, EDDSA).unwrap(),
        Key::from_pem("rs", Algorithm::Rs256, RS256).unwrap(),
    ])
    .unwrap()
}

/// A verifier of all four, and of a foreign issuer with an ES256 key whose kid is "es" too, and of another with "far".
pub(crate) fn verifier() -> Verifier {
    let key = p256::ecdsa::SigningKey::from_slice(&FOREIGN).unwrap();
    let point = key.verifying_key().to_sec1_point(false);
    let (x, y) = (b64(point.x().unwrap()), b64(point.y().unwrap()));
    let foreign = |issuer: &str, kid: &str, most: &str| {
        let document =
            format!(r#"{{"keys":[{{"kty":"EC","crv":"P-256","kid":"{kid}","x":"{x}","y":"{y}"}}]}}"#);
        let keys = jwks::read(document.as_bytes()).unwrap().keys;
        Foreign { issuer: issuer.to_owned(), keys, most: Scopes::parse(most).unwrap() }
    };
    let foreign = vec![
        foreign("https://idp.example", "es", "subscribe:ops.*"),
        foreign("https://far.example", "far", "publish:*"),
    ];
    Verifier::new("https://marquee.example", "marquee", keys(), foreign).unwrap()
}

pub(crate) fn b64(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Numbers that hide nothing: what they do to an RSA signature is nothing.
struct Counter(u8);

impl TryRng for Counter {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|number| u32::try_from(number % 1000).unwrap())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(5).wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }
}

impl TryCryptoRng for Counter {}

pub(crate) fn hmac(secret: &[u8], message: &str) -> Vec<u8> {
    Hmac::<Sha256>::new_from_slice(secret).unwrap().chain_update(message).finalize().into_bytes().to_vec()
}

pub(crate) fn es256(scalar: &[u8], message: &str) -> Vec<u8> {
    let key = p256::ecdsa::SigningKey::from_slice(scalar).unwrap();
    let signature: p256::ecdsa::Signature = p256::ecdsa::signature::Signer::sign(&key, message.as_bytes());
    signature.to_vec()
}

/// The signature of the message by our key of that algorithm.
pub(crate) fn sign(algorithm: Algorithm, message: &str) -> Vec<u8> {
    match algorithm {
        Algorithm::Hs256 => hmac(SECRET, message),
        Algorithm::Es256 => es256(&p256::SecretKey::from_pkcs8_pem(ES256).unwrap().to_bytes(), message),
        Algorithm::EdDsa => {
            ed25519_dalek::SigningKey::from_pkcs8_pem(EDDSA).unwrap().sign(message.as_bytes()).to_vec()
        }
        Algorithm::Rs256 => {
            thread_local!(static KEY: rsa::pkcs1v15::SigningKey<Sha256> =
                rsa::pkcs1v15::SigningKey::from_pkcs8_pem(RS256).unwrap());
            let signature = KEY.with(|key| key.sign_with_rng(&mut Counter(1), message.as_bytes()));
            Box::<[u8]>::from(signature).into_vec()
        }
    }
}

/// A token of these two texts, signed by our key of that algorithm.
pub(crate) fn token(algorithm: Algorithm, header: impl AsRef<[u8]>, claims: impl AsRef<[u8]>) -> String {
    let message = format!("{}.{}", b64(header), b64(claims));
    let signature = b64(sign(algorithm, &message));
    format!("{message}.{signature}")
}

/// A token of these two texts, signed by the foreign issuers' key.
pub(crate) fn foreign_token(kid: &str, claims: &str) -> String {
    let message = format!("{}.{}", b64(format!(r#"{{"alg":"ES256","kid":"{kid}"}}"#)), b64(claims));
    let signature = b64(es256(&FOREIGN, &message));
    format!("{message}.{signature}")
}

/// The header of a good token.
pub(crate) fn header(algorithm: Algorithm) -> String {
    format!(r#"{{"alg":"{algorithm}","kid":"{}","typ":"JWT"}}"#, kid(algorithm))
}

/// Members of an object as they stand in its text: some put in the place of others, or behind them, or left out (`None`).
pub(crate) fn object(members: &[(&str, String)], changes: &[(&str, Option<&str>)]) -> String {
    let mut members: Vec<(&str, String)> = members.to_vec();
    for (name, value) in changes {
        let at = members.iter().position(|(member, _)| member == name);
        match (at, value) {
            (Some(at), Some(value)) => members[at].1 = (*value).to_owned(),
            (None, Some(value)) => members.push((name, (*value).to_owned())),
            (Some(at), None) => drop(members.remove(at)),
            (None, None) => {}
        }
    }
    let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

/// The header of a good token, changed.
pub(crate) fn header_with(algorithm: Algorithm, changes: &[(&str, Option<&str>)]) -> String {
    let members = [
        ("alg", format!("\"{algorithm}\"")),
        ("kid", format!("\"{}\"", kid(algorithm))),
        ("typ", "\"JWT\"".to_owned()),
    ];
    object(&members, changes)
}

/// The claims of a good token, changed.
pub(crate) fn claims_with(changes: &[(&str, Option<&str>)]) -> String {
    let members = [
        ("iss", "\"https://marquee.example\"".to_owned()),
        ("aud", "\"marquee\"".to_owned()),
        ("sub", "\"wall\"".to_owned()),
        ("iat", (NOW - 10).to_string()),
        ("exp", (NOW + 900).to_string()),
        ("jti", "\"t-1\"".to_owned()),
        ("scope", "\"publish:ops.* subscribe:*\"".to_owned()),
    ];
    object(&members, changes)
}

/// The claims of a good token.
pub(crate) fn claims() -> String {
    claims_with(&[])
}

/// A good token.
pub(crate) fn good(algorithm: Algorithm) -> String {
    token(algorithm, header(algorithm), claims())
}

/// Texts that are no JSON object.
pub(crate) fn no_objects(good: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let mut invalid = bytes(good);
    let at = invalid.iter().rposition(|byte| *byte == b'"').unwrap();
    invalid.insert(at, 0xff);
    vec![
        ("nothing", vec![]),
        ("an array", bytes(&format!("[{good}]"))),
        ("a text", bytes("\"x\"")),
        ("a number", bytes("1")),
        ("null", bytes("null")),
        ("true", bytes("true")),
        ("cut short", bytes(&good[..good.len() - 1])),
        ("with something behind", bytes(&format!("{good}x"))),
        ("two objects", bytes(&format!("{good}{good}"))),
        ("with a NUL behind", bytes(&format!("{good}\0"))),
        ("with a NUL in it", bytes(&good.replacen(':', ":\0", 1))),
        ("with a byte order mark", bytes(&format!("\u{feff}{good}"))),
        ("with a raw control character in a text", bytes(&good.replacen(":\"", ":\"\u{1}", 1))),
        ("with invalid UTF-8", invalid),
        ("in UTF-16", good.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("with single quotes", bytes(&good.replace('"', "'"))),
        ("with a comment", bytes(&good.replacen('{', "{/**/", 1))),
        ("with a comma at its end", bytes(&good.replace('}', ",}"))),
        ("with a lone surrogate", bytes(&good.replacen(":\"", ":\"\\ud800", 1))),
        (
            "nested too deeply",
            bytes(&good.replace('}', &format!(",\"x\":{}{}}}", "[".repeat(2000), "]".repeat(2000)))),
        ),
        ("never closed", bytes(&"{\"a\":".repeat(600))),
    ]
}
