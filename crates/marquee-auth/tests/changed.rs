//! Keys that take the place of others: which of those before are gone by it, and which are the same.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use marquee_auth::{Algorithm, Foreign, Key, KeyId, Keys, Scopes, Verifier};

const ES256: &str = include_str!("keys/es256.private.pem");
const EDDSA: &str = include_str!("keys/eddsa.private.pem");
const RS256: &str = include_str!("keys/rs256.private.pem");

fn pem(kid: &str, algorithm: Algorithm, pem: &str) -> Key {
    Key::from_pem(kid, algorithm, pem).unwrap()
}

fn secret(kid: &str, secret: &str) -> Key {
    Key::from_secret(kid, secret.repeat(40).as_bytes()).unwrap()
}

fn verifier(keys: Vec<Key>, foreign: Vec<Key>) -> Verifier {
    let most = Scopes::parse("subscribe:*").unwrap();
    let foreign = Foreign { issuer: "far".into(), keys: Keys::new(foreign).unwrap(), most };
    Verifier::new("us", "walls", Keys::new(keys).unwrap(), vec![foreign]).unwrap()
}

fn gone(before: &Verifier, after: &Verifier) -> Vec<(String, String)> {
    after.lacks(before).into_iter().map(|KeyId { issuer, kid }| (issuer, kid)).collect()
}

fn id(issuer: &str, kid: &str) -> (String, String) {
    (issuer.to_owned(), kid.to_owned())
}

#[test]
fn a_key_is_the_same_with_and_without_what_signs_and_in_another_place() {
    let private = [
        pem("es", Algorithm::Es256, ES256),
        pem("ed", Algorithm::EdDsa, EDDSA),
        pem("rs", Algorithm::Rs256, RS256),
        secret("h", "x"),
    ];
    let public = [
        secret("h", "x"),
        pem("rs", Algorithm::Rs256, include_str!("keys/rs256.public.pem")),
        pem("ed", Algorithm::EdDsa, include_str!("keys/eddsa.public.pem")),
        pem("es", Algorithm::Es256, include_str!("keys/es256.public.pem")),
        secret("new", "y"),
    ];
    let (before, after) = (verifier(private.into(), Vec::new()), verifier(public.into(), Vec::new()));
    assert_eq!(gone(&before, &after), []);
    assert_eq!(gone(&after, &before), [id("us", "new")]);
}

#[test]
fn a_key_under_its_old_name_is_gone_if_it_is_another_or_of_another_algorithm_or_anothers() {
    let before = verifier(
        vec![secret("a", "x"), secret("b", "x"), pem("c", Algorithm::EdDsa, EDDSA)],
        vec![pem("c", Algorithm::EdDsa, EDDSA), pem("d", Algorithm::Es256, ES256)],
    );
    let after = verifier(
        vec![secret("a", "y"), pem("b", Algorithm::EdDsa, EDDSA), pem("d", Algorithm::Es256, ES256)],
        vec![pem("c", Algorithm::EdDsa, EDDSA)],
    );
    assert_eq!(gone(&before, &after), [id("us", "a"), id("us", "b"), id("us", "c"), id("far", "d")]);
    assert_eq!(gone(&before, &before), []);
}
