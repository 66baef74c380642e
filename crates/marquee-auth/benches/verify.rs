//! How long a token takes, by algorithm: checked at every request and connection, issued once in a quarter of an hour. Nothing here
//! is a test.

#![expect(clippy::unwrap_used, reason = "a bench may panic")]

use criterion::{Criterion, criterion_group, criterion_main};
use marquee_auth::{Algorithm, Grant, Issuer, Key, Keys, RefreshSecret, Scopes, Verifier};
use std::hint::black_box;

const NOW: u64 = 1_800_000_000;

fn key(algorithm: Algorithm) -> Key {
    let pem = match algorithm {
        Algorithm::Hs256 => return Key::from_secret("k", &[7; 48]).unwrap(),
        Algorithm::Es256 => include_str!("../tests/keys/es256.private.pem"),
        Algorithm::EdDsa => include_str!("../tests/keys/eddsa.private.pem"),
        Algorithm::Rs256 => include_str!("../tests/keys/rs256.private.pem"),
    };
    Key::from_pem("k", algorithm, pem).unwrap()
}

fn tokens(criterion: &mut Criterion) {
    let scopes = Scopes::parse("publish:ops.* subscribe:*").unwrap();
    let grant = Grant { sub: "wall", scopes: &scopes, iat_s: NOW, lifetime_s: 900, jti: "t-1", family: None };
    for algorithm in Algorithm::ALL {
        let keys = Keys::new([key(algorithm)]).unwrap();
        let issuer = Issuer::new("https://marquee.example", "marquee", &keys).unwrap();
        let token = issuer.issue(&grant).unwrap();
        let verifier = Verifier::new("https://marquee.example", "marquee", keys, vec![]).unwrap();
        criterion.bench_function(&format!("verify {algorithm}"), |bencher| {
            bencher.iter(|| verifier.verify(black_box(&token), NOW).unwrap());
        });
        let mut bad = token.clone();
        bad.replace_range(token.len() - 8..token.len() - 4, "AAAA");
        criterion.bench_function(&format!("refuse {algorithm}"), |bencher| {
            bencher.iter(|| verifier.verify(black_box(&bad), NOW).unwrap_err());
        });
        criterion.bench_function(&format!("issue {algorithm}"), |bencher| {
            bencher.iter(|| issuer.issue(black_box(&grant)).unwrap());
        });
    }
    let secret = RefreshSecret::new([7; 32]);
    let family = marquee_auth::Family::parse("01936d0e-9f3c-7a31-8b53-000000000001").unwrap();
    let text = secret.token(&family, 12);
    criterion.bench_function("read a refresh token", |bencher| {
        bencher.iter(|| secret.read(black_box(&text)).unwrap());
    });
}

criterion_group!(benches, tokens);
criterion_main!(benches);
