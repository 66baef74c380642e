//! Keys and tokens of the tests, and files of keys that change. It asks no server for anything but whether a token is good.

use crate::harness::{LIMIT, TestServer};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use marquee_auth::{Algorithm, Grant, Issuer, Key, Keys, Scopes};
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

pub(crate) const ISSUER: &str = "https://marquee.example";
pub(crate) const AUDIENCE: &str = "marquee";

/// A private key of EdDSA, by its number.
pub(crate) fn pem(number: u8) -> String {
    // RFC 8410: it is this and 32 bytes.
    let mut der = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20".to_vec();
    der.extend([number; 32]);
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", BASE64_STANDARD.encode(der))
}

pub(crate) fn ed(kid: &str, number: u8) -> Key {
    Key::from_pem(kid, Algorithm::EdDsa, &pem(number)).unwrap()
}

pub(crate) fn secret(number: u8) -> String {
    format!("secret number {number}, which is long enough")
}

/// One of `[[keys]]`, of HS256.
pub(crate) fn entry(kid: &str, number: u8) -> String {
    format!("[[keys]]\nkid = '{kid}'\nalg = 'HS256'\nsecret = '{}'\n", secret(number))
}

pub(crate) fn hs(kid: &str, number: u8) -> Key {
    Key::from_secret(kid, secret(number).as_bytes()).unwrap()
}

/// A token of that issuer, signed with that key, that is good now.
pub(crate) fn token_of(issuer: &str, key: Key, scope: &str) -> String {
    let iat_s = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let scopes = Scopes::parse(scope).unwrap();
    let grant = Grant { sub: "wall", scopes: &scopes, iat_s, lifetime_s: 900, jti: "t-1", family: None };
    Issuer::new(issuer, AUDIENCE, &Keys::new([key]).unwrap()).unwrap().issue(&grant).unwrap()
}

pub(crate) fn token(key: Key) -> String {
    token_of(ISSUER, key, "subscribe:ops")
}

/// The status of a request with that token, on board `ops`.
pub(crate) fn status(server: &TestServer, token: &str) -> u16 {
    let bearer = format!("Bearer {token}");
    server.send("GET", "/v1/sync?board=ops", &[("authorization", &bearer)], "").status
}

/// As editors write: another file takes the name.
pub(crate) fn replace(file: &Path, content: &str) {
    let next = file.with_extension("next");
    std::fs::write(&next, content).unwrap();
    std::fs::rename(next, file).unwrap();
}

pub(crate) fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < LIMIT, "{what}");
        std::thread::yield_now();
    }
}
