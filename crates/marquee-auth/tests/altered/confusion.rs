//! Public keys used as the secret of an HMAC: what a verifier falls for that lets the token choose the algorithm.

use crate::forge::{Case, EDDSA, ES256, RS256, b64, case, claims, hmac, keys, kid};
use marquee_auth::{Algorithm, Refusal, jwks};
use p256::pkcs8::{DecodePrivateKey as _, EncodePublicKey as _};
use rsa::pkcs1::EncodeRsaPublicKey as _;
use rsa::traits::PublicKeyParts as _;

/// The texts and bytes in which a public key is found in the world.
fn spellings(algorithm: Algorithm) -> Vec<(String, Vec<u8>)> {
    let (pem, der, raw) = match algorithm {
        Algorithm::Hs256 => return vec![],
        Algorithm::Es256 => {
            let key = p256::SecretKey::from_pkcs8_pem(ES256).unwrap().public_key();
            (include_str!("../keys/es256.public.pem"), key.to_public_key_der(), key.to_sec1_bytes().to_vec())
        }
        Algorithm::EdDsa => {
            let key = ed25519_dalek::SigningKey::from_pkcs8_pem(EDDSA).unwrap().verifying_key();
            (include_str!("../keys/eddsa.public.pem"), key.to_public_key_der(), key.to_bytes().to_vec())
        }
        Algorithm::Rs256 => {
            let key = rsa::PrivateKey::from_pkcs8_pem(RS256).unwrap().to_public_key();
            (include_str!("../keys/rs256.public.pem"), key.to_public_key_der(), key.n_bytes().to_vec())
        }
    };
    let document = jwks::document(&keys());
    let inner = document.strip_prefix("{\"keys\":[").unwrap().strip_suffix("]}").unwrap();
    let id = format!("\"kid\":\"{}\"", kid(algorithm));
    let jwk = inner
        .split_inclusive('}')
        .map(|jwk| jwk.trim_start_matches(','))
        .find(|jwk| jwk.contains(&id))
        .unwrap();
    let mut spellings = vec![
        ("its PEM".to_owned(), pem.as_bytes().to_vec()),
        ("its PEM without the last newline".to_owned(), pem.trim().as_bytes().to_vec()),
        ("its PEM with CRLF".to_owned(), pem.replace('\n', "\r\n").into_bytes()),
        ("its PEM without newlines".to_owned(), pem.replace('\n', "").into_bytes()),
        ("its DER".to_owned(), der.unwrap().into_vec()),
        ("its raw bytes".to_owned(), raw),
        ("its JWK".to_owned(), jwk.as_bytes().to_vec()),
        ("its JWKS".to_owned(), document.clone().into_bytes()),
        ("nothing".to_owned(), vec![]),
    ];
    if algorithm == Algorithm::Rs256 {
        let key = rsa::PrivateKey::from_pkcs8_pem(RS256).unwrap().to_public_key();
        spellings.push(("its PKCS #1 DER".to_owned(), key.to_pkcs1_der().unwrap().into_vec()));
    }
    spellings
}

pub(crate) fn cases(algorithm: Algorithm) -> Vec<Case> {
    let mut cases = Vec::new();
    for (what, secret) in spellings(algorithm) {
        for (alg, expected) in [
            ("HS256", Refusal::NoSuchKey),
            ("HS512", Refusal::Algorithm),
            (algorithm.as_str(), Refusal::Signature),
        ] {
            let header = format!(r#"{{"alg":"{alg}","kid":"{}"}}"#, kid(algorithm));
            let message = format!("{}.{}", b64(header), b64(claims()));
            let token = format!("{message}.{}", b64(hmac(&secret, &message)));
            cases.push(case(format!("{algorithm} key as a secret, {what}, alg {alg}"), token, expected));
        }
        let header = r#"{"alg":"HS256","kid":"hs"}"#;
        let message = format!("{}.{}", b64(header), b64(claims()));
        let token = format!("{message}.{}", b64(hmac(&secret, &message)));
        cases.push(case(format!("{algorithm} key as HS256's secret, {what}"), token, Refusal::Signature));
    }
    cases
}
