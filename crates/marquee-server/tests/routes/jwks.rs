//! `/.well-known/jwks.json`: the public keys, and nothing that is not.

use crate::harness::TestServer;
use crate::signing::{AUDIENCE, ISSUER, entry, pem, replace, until};
use marquee_server::auth::AuthConfig;
use serde_json::{Value, json};

#[test]
fn our_public_keys_are_there_for_everyone_and_no_secret_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.toml");
    let ed = |kid: &str, number| {
        format!("[[keys]]\nkid = '{kid}'\nalg = 'EdDSA'\nprivate_key_pem = '''\n{}'''\n", pem(number))
    };
    std::fs::write(&file, entry("h", 1) + &ed("e", 2)).unwrap();
    let server = TestServer::start_with(|config| {
        config.auth = Some(AuthConfig {
            issuer: ISSUER.into(),
            audience: AUDIENCE.into(),
            keys_file: Some(file.clone()),
            ..AuthConfig::default()
        });
    });
    let answer = server.get("/.well-known/jwks.json");
    assert_eq!(
        (answer.status, answer.header("content-type"), answer.header("cache-control")),
        (200, "application/jwk-set+json", "public, max-age=300")
    );
    let listed = |keys: &Value| {
        let keys = keys["keys"].as_array().unwrap().iter();
        keys.map(|key| key["kid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let document = answer.json();
    assert_eq!(listed(&document), ["e"]);
    let members: Vec<&String> = document["keys"][0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["alg", "crv", "kid", "kty", "use", "x"], "no d, no k");
    replace(&file, &(ed("e", 2) + &ed("f", 3)));
    until("the new key is not there", || listed(&server.get("/.well-known/jwks.json").json()) == ["e", "f"]);
    assert_eq!(server.post("/.well-known/jwks.json", "application/json", "{}").status, 405);
}

#[test]
fn without_keys_the_set_is_empty() {
    let server = TestServer::start();
    let answer = server.get("/.well-known/jwks.json");
    assert_eq!((answer.status, answer.json()), (200, json!({"keys": []})));
    assert_eq!(server.send("HEAD", "/.well-known/jwks.json", &[], "").status, 200);
}
