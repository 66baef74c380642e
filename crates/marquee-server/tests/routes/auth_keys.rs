//! Keys that change while the server runs, in each file that may hold one, and files that cannot be used.

use crate::harness::TestServer;
use crate::signing::{AUDIENCE, ISSUER, ed, entry, hs, pem, replace, secret, status, token, token_of, until};
use marquee_gateway::hooks::Secret;
use marquee_server::auth::{AuthConfig, KeyConfig};
use marquee_server::config::Flags;
use marquee_server::{Config, Server, StartError};
use serde_json::json;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with `keys.toml` in it, and a server with that file and a key of its own configuration, `own`.
fn with_keys(content: &str) -> (TempDir, PathBuf, TestServer) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.toml");
    std::fs::write(&file, content).unwrap();
    let own = KeyConfig {
        kid: "own".into(),
        alg: "HS256".into(),
        secret: Some(Secret::new(secret(0))),
        ..KeyConfig::default()
    };
    let server = TestServer::start_with(|config| {
        config.auth = Some(AuthConfig {
            issuer: ISSUER.into(),
            audience: AUDIENCE.into(),
            keys: vec![own],
            keys_file: Some(file.clone()),
            ..AuthConfig::default()
        });
    });
    (folder, file, server)
}

/// A server from a configuration's file, as `marquee serve --config` reads it.
fn from_file(file: &Path) -> TestServer {
    let auth = Config::load(Some(file), std::iter::empty(), Flags::default()).unwrap().auth;
    TestServer::start_with(|config| config.auth = auth)
}

fn fails_with(server: &TestServer, word: &str) {
    until(word, || {
        let check = server.check("auth.keys");
        check["status"] == "fails" && check["detail"].as_str().is_some_and(|detail| detail.contains(word))
    });
}

#[test]
fn a_keys_file_that_is_replaced_is_in_force_and_a_kid_that_is_gone_is_refused() {
    let (_folder, file, server) = with_keys(&(entry("a", 1) + &entry("b", 2)));
    let [own, a, b, c] =
        [("own", 0), ("a", 1), ("b", 2), ("c", 3)].map(|(kid, number)| token(hs(kid, number)));
    assert_eq!([&own, &a, &b, &c].map(|token| status(&server, token)), [200, 200, 200, 401]);
    assert_eq!(server.check("auth.keys"), json!({"name": "auth.keys", "status": "ok"}));
    replace(&file, &(entry("b", 2) + &entry("c", 3)));
    until("the new key never held", || status(&server, &c) == 200);
    assert_eq!([&own, &a, &b].map(|token| status(&server, token)), [200, 401, 200], "a is gone with it");
    // The same name with another secret, written in place.
    std::fs::write(&file, entry("b", 9)).unwrap();
    until("the old secret holds on", || status(&server, &b) == 401);
    assert_eq!([token(hs("b", 9)), c].map(|token| status(&server, &token)), [200, 401]);
}

#[test]
fn a_file_that_cannot_be_used_changes_nothing_and_is_told_until_it_is_put_right() {
    let (folder, file, server) = with_keys(&entry("a", 1));
    let a = token(hs("a", 1));
    for (content, word) in [
        ("", "missing field `keys`"),
        ("[[keys]]\nkid = 'a'\nalg = 'HS256'\nsecret = 'sesame", "line 4"),
        ("[[keys]]\nkid = 'a'\nalg = 'HS256'\nsecret = 'sesame'\n", "6 bytes"),
        ("[[keys]]\nkid = 'a'\nalg = 'none'\n", "alg is one of"),
        ("[[keys]]\nkid = 'a'\nalg = 'HS256'\nsekret = 'sesame'\n", "sekret"),
        ("[[keys]]\nkid = 'a'\nalg = 'HS256'\nsecret_file = 'absent'\n", "absent"),
        (&*(entry("a", 1) + &entry("a", 2)), "two keys"),
        (&*entry("own", 1), "two keys have the kid \"own\""),
        (&*(0..101).map(|n| entry(&format!("k{n}"), 1)).collect::<String>(), "more than 100"),
    ] {
        replace(&file, content);
        fails_with(&server, word);
        let check = server.check("auth.keys").to_string();
        assert!(check.contains("keys.toml") || check.contains("absent"), "{check}");
        assert!(!check.contains("sesame"), "{check}");
        assert_eq!((status(&server, &a), server.get("/readyz").status), (200, 200), "{word}");
    }
    // The file that was missed comes.
    replace(&file, "[[keys]]\nkid = 'f'\nalg = 'HS256'\nsecret_file = 'absent'\n");
    std::fs::write(folder.path().join("absent"), secret(5) + "\n").unwrap();
    until("it never held", || status(&server, &token(hs("f", 5))) == 200);
    until("and never said so", || server.check("auth.keys")["status"] == "ok");
    assert_eq!(status(&server, &a), 401);
}

#[test]
fn the_last_key_can_be_taken_out_where_the_file_says_so() {
    let (_folder, file, server) = with_keys(&entry("a", 1));
    replace(&file, "keys = []");
    until("it never went", || status(&server, &token(hs("a", 1))) == 401);
    assert_eq!(status(&server, &token(hs("own", 0))), 200, "keys of both places count");
}

#[test]
fn a_key_in_a_file_of_its_own_is_watched_where_it_is_beside_the_file_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir(at("keys")).unwrap();
    std::fs::create_dir(at("keys/private")).unwrap();
    let keys = "[[keys]]\nkid = 'e'\nalg = 'EdDSA'\nprivate_key_file = 'private/e.pem'\n";
    std::fs::write(at("keys/keys.toml"), keys).unwrap();
    std::fs::write(at("keys/private/e.pem"), pem(1)).unwrap();
    std::fs::write(at("own.secret"), secret(7)).unwrap();
    let main = at("marquee.toml");
    let content = format!(
        "[auth]\nissuer = '{ISSUER}'\naudience = '{AUDIENCE}'\nkeys_file = 'keys/keys.toml'\n\
         [[auth.keys]]\nkid = 'own'\nalg = 'HS256'\nsecret_file = 'own.secret'\n"
    );
    std::fs::write(&main, &content).unwrap();
    let server = from_file(&main);
    assert_eq!([ed("e", 1), hs("own", 7)].map(|key| status(&server, &token(key))), [200, 200]);
    replace(&at("keys/private/e.pem"), &pem(2));
    until("the new key never held", || status(&server, &token(ed("e", 2))) == 200);
    assert_eq!(status(&server, &token(ed("e", 1))), 401);
    replace(&at("own.secret"), &secret(8));
    until("the new secret never held", || status(&server, &token(hs("own", 8))) == 200);
    // The configuration's own file: another keys_file, and a key of its own.
    std::fs::create_dir(at("more")).unwrap();
    std::fs::write(at("more/keys.toml"), entry("m", 3)).unwrap();
    let inline = format!("[[auth.keys]]\nkid = 'in'\nalg = 'HS256'\nsecret = '{}'\n", secret(4));
    replace(&main, &(content.replace("keys/keys.toml", "more/keys.toml") + &inline));
    until("the other file never held", || status(&server, &token(hs("m", 3))) == 200);
    assert_eq!(
        [hs("in", 4), hs("own", 8), ed("e", 2)].map(|key| status(&server, &token(key))),
        [200, 200, 401]
    );
    replace(&at("more/keys.toml"), &entry("m", 5));
    until("the other file is not watched", || status(&server, &token(hs("m", 5))) == 200);
}

#[test]
fn another_issuer_needs_a_restart_and_keys_beside_it_hold_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let main = folder.path().join("marquee.toml");
    let content = |issuer: &str, number| {
        format!(
            "[auth]\nissuer = '{issuer}'\naudience = '{AUDIENCE}'\n[[auth.keys]]\nkid = 'a'\nalg = 'HS256'\nsecret = '{}'\n",
            secret(number)
        )
    };
    std::fs::write(&main, content(ISSUER, 1)).unwrap();
    let server = from_file(&main);
    replace(&main, &content("https://other.example", 2));
    fails_with(&server, "auth.issuer is another than at the start: restart");
    let old = ["https://other.example", ISSUER].map(|issuer| token_of(issuer, hs("a", 2), "subscribe:ops"));
    assert_eq!(old.map(|token| status(&server, &token)), [401, 200]);
    assert_eq!(status(&server, &token(hs("a", 1))), 401, "a key that is gone is gone at once");
    for (broken, word) in [("open = false\n", "[auth] is gone"), ("[limits]\nqueues = 1\n", "queues")] {
        replace(&main, broken);
        fails_with(&server, word);
        assert_eq!((status(&server, &token(hs("a", 2))), status(&server, "none")), (200, 401), "{word}");
    }
    // Whoever takes a client out must not believe that it is gone.
    let client =
        "[[auth.clients]]\nclient_id = 'w'\nclient_secret = 'a secret of a client'\nscope = 'admin'\n";
    replace(&main, &(content(ISSUER, 2) + client));
    fails_with(&server, "auth.clients is another");
    let device = "[[auth.devices]]\nclient_id = 'w'\nsecret = 'a secret of a device'\nscope = 'admin'\n";
    replace(&main, &(content(ISSUER, 2) + device));
    fails_with(&server, "auth.devices is another");
    replace(&main, &content(ISSUER, 3));
    until("it never held", || status(&server, &token(hs("a", 3))) == 200);
    until("and never said so", || server.check("auth.keys")["status"] == "ok");
}

#[test]
fn a_start_without_a_key_or_with_a_bad_one_is_refused_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.toml");
    for (content, word) in
        [("keys = []", "one key at least"), ("keys = 'sesame'", "line 1"), ("", "missing field")]
    {
        std::fs::write(&file, content).unwrap();
        let auth = AuthConfig {
            issuer: ISSUER.into(),
            audience: AUDIENCE.into(),
            keys_file: Some(file.clone()),
            ..AuthConfig::default()
        };
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: folder.path().join("data"),
            auth: Some(auth),
            ..Config::default()
        };
        let refused = Server::start(&config).err().unwrap();
        assert!(matches!(refused, StartError::Config(_)));
        let said = refused.to_string();
        assert!(said.contains(word) && !said.contains("sesame"), "{said}");
    }
}

#[test]
fn whoever_is_connected_by_a_key_that_goes_is_sent_away_and_others_stay() {
    let (_folder, file, server) = with_keys(&(entry("a", 1) + &entry("b", 2)));
    let connected = |kid, number| {
        let token = token(hs(kid, number));
        let mut terminal = server.ws(&format!("/v1/ws?board=ops&token={token}"));
        terminal.expect("hello");
        terminal.until("subscribed");
        terminal
    };
    let (mut a, mut b, mut own) = (connected("a", 1), connected("b", 2), connected("own", 0));
    // One is gone, the other has its name from another.
    replace(&file, &entry("b", 9));
    assert_eq!((a.close().0, b.close().0), (4403, 4403));
    own.send(&json!({"type": "ping", "ts": 1}));
    own.until("pong");
}
