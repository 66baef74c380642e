//! Issuers that are followed: their keys reach the keyring, an unknown key makes one fetch, and what fails changes nothing.

use crate::server::{LIMIT, Site};
use base64::Engine as _;
use marquee_access::Keyring;
use marquee_auth::{Algorithm, Foreign, Grant, Issuer, Key, Keys, Refusal, Scopes, Verifier, jwks};
use marquee_issuers::follow::Told;
use marquee_issuers::{Following, Source, follow};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

const NOW: u64 = 1_700_000_000;

/// A key by its number, for EdDSA.
fn key(kid: &str, number: u8) -> Key {
    // RFC 8410: a private key is this and 32 bytes.
    let mut der = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20".to_vec();
    der.extend([number; 32]);
    let text = base64::prelude::BASE64_STANDARD.encode(der);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    Key::from_pem(kid, Algorithm::EdDsa, &pem).unwrap()
}

fn keys(kids: &[(&str, u8)]) -> Keys {
    Keys::new(kids.iter().map(|(kid, number)| key(kid, *number))).unwrap()
}

fn token(issuer: &str, kid: &str, number: u8) -> String {
    let scopes = Scopes::of_token("subscribe:ops").unwrap();
    let grant = Grant { sub: "wall", jti: kid, iat_s: NOW, lifetime_s: 900, scopes: &scopes, family: None };
    Issuer::new(issuer, "walls", &keys(&[(kid, number)])).unwrap().issue(&grant).unwrap()
}

fn ring(issuers: &[&str]) -> Arc<Keyring> {
    let most = Scopes::parse("subscribe:*").unwrap();
    let foreign =
        |issuer: &&str| Foreign { issuer: (*issuer).into(), keys: Keys::default(), most: most.clone() };
    let verifier = Verifier::new("us", "walls", Keys::default(), issuers.iter().map(foreign).collect());
    Arc::new(Keyring::new(verifier.unwrap()))
}

type Heard = Receiver<(String, Option<String>)>;

fn followed(ring: &Arc<Keyring>, sites: &[(&str, &Site)]) -> (Following, Heard) {
    let sources = sites.iter().map(|(issuer, site)| Source::new(issuer, &site.url("/jwks"), false).unwrap());
    let (tell, heard) = channel();
    let tell = Mutex::new(tell);
    let told: Arc<Told> = Arc::new(move |issuer: &str, fault: Option<&str>| {
        let _nobody_waits = tell.lock().unwrap().send((issuer.to_owned(), fault.map(str::to_owned)));
    });
    (follow(sources.collect(), ring, &told).unwrap(), heard)
}

fn next(heard: &Heard) -> (String, Option<String>) {
    heard.recv_timeout(LIMIT).unwrap()
}

/// Waits for the first fetches of so many issuers: a token that came before them would be the minute's.
fn until_fetched(heard: &Heard, issuers: usize) {
    let well = std::iter::repeat_with(|| next(heard)).filter(|told| told.1.is_none());
    assert_eq!(well.take(issuers).count(), issuers);
}

fn until_good(ring: &Keyring, token: &str) {
    let begun = std::time::Instant::now();
    while let Err(refusal) = ring.verify(token, NOW) {
        assert!(begun.elapsed() < LIMIT, "{refusal}");
        std::thread::yield_now();
    }
}

#[test]
fn a_new_key_is_fetched_at_its_first_token_and_a_thousand_more_change_nothing() {
    let site = Site::start();
    site.gives("/jwks", "", jwks::document(&keys(&[("a", 1)])));
    let ring = ring(&["far"]);
    let (_following, heard) = followed(&ring, &[("far", &site)]);
    assert!(next(&heard).1.unwrap().contains("not been fetched yet"));
    assert_eq!(next(&heard), ("far".into(), None));
    assert!(ring.verify(&token("far", "a", 1), NOW).is_ok());
    assert_eq!(site.asked().len(), 1, "good tokens make no fetch");
    // The issuer begins to sign with another key.
    site.gives("/jwks", "", jwks::document(&keys(&[("a", 1), ("b", 2)])));
    until_good(&ring, &token("far", "b", 2));
    assert_eq!(site.asked().len(), 2);
    for number in 0..1_000 {
        let unknown = token("far", &format!("c{number}"), 3);
        assert_eq!(ring.verify(&unknown, NOW), Err(Refusal::NoSuchKey));
    }
    assert_eq!(site.asked().len(), 2, "the minute is not over");
}

#[test]
fn what_fails_keeps_the_keys_of_before_and_holds_up_nobody_else() {
    let (well, ill) = (Site::start(), Site::start());
    well.gives("/jwks", "", jwks::document(&keys(&[("a", 1)])));
    ill.gives("/jwks", "", jwks::document(&keys(&[("b", 2)])));
    let ring = ring(&["well", "ill"]);
    let (_following, heard) = followed(&ring, &[("well", &well), ("ill", &ill)]);
    until_fetched(&heard, 2);
    assert!(ring.verify(&token("well", "a", 1), NOW).is_ok());
    assert!(ring.verify(&token("ill", "b", 2), NOW).is_ok());
    ill.gives("/jwks", "", "<html>");
    well.gives("/jwks", "", jwks::document(&keys(&[("a", 1), ("new", 3)])));
    until_good(&ring, &token("well", "new", 3));
    let mut told = next(&heard);
    while told.1.as_ref().is_none_or(|fault| !fault.contains("no JWKS")) {
        told = next(&heard);
    }
    assert_eq!(told.0, "ill");
    assert!(ring.verify(&token("ill", "b", 2), NOW).is_ok(), "its keys of before");
}

#[test]
fn an_issuer_whose_document_is_empty_has_no_keys_any_more_and_that_is_told() {
    let site = Site::start();
    site.gives("/jwks", "", jwks::document(&keys(&[("a", 1)])));
    let ring = ring(&["far"]);
    let gone = Arc::new(Mutex::new(Vec::new()));
    let hears = gone.clone();
    ring.when_keys_go(move |keys| hears.lock().unwrap().extend_from_slice(keys));
    let (_following, heard) = followed(&ring, &[("far", &site)]);
    until_fetched(&heard, 1);
    assert!(ring.verify(&token("far", "a", 1), NOW).is_ok());
    site.gives("/jwks", "", r#"{"keys":[]}"#);
    assert_eq!(ring.verify(&token("far", "b", 2), NOW), Err(Refusal::NoSuchKey));
    let told = std::iter::repeat_with(|| next(&heard))
        .find(|told| told.1.as_ref().is_some_and(|it| it.contains("no key")));
    assert_eq!(told.unwrap().0, "far");
    assert_eq!(ring.verify(&token("far", "a", 1), NOW), Err(Refusal::NoSuchKey));
    assert_eq!(gone.lock().unwrap()[0].kid, "a");
}

#[test]
fn one_that_is_followed_no_more_is_not_asked_again() {
    let site = Site::start();
    site.gives("/jwks", "", jwks::document(&keys(&[("a", 1)])));
    let ring = ring(&["far"]);
    let (following, heard) = followed(&ring, &[("far", &site)]);
    site.until_asked(1);
    next(&heard);
    next(&heard);
    drop(following);
    // Its thread goes, and with it the last who could tell.
    assert_eq!(ring.verify(&token("far", "b", 2), NOW), Err(Refusal::NoSuchKey));
    while heard.recv_timeout(LIMIT).is_ok() {}
    assert_eq!(Arc::strong_count(&ring), 1, "nobody holds the keys any more");
    assert_eq!(site.asked().len(), 1);
}
