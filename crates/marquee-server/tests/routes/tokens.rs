//! A server with keys: every path asks for what the table says, each carrier is looked at in its order, and a token opens what it
//! says and nothing else.

use crate::harness::{Answer, TestServer};
use http::Method;
use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};
use marquee_gateway::hooks::Secret;
use marquee_gateway::needs::{Needs, needs};
use marquee_server::auth::{AuthConfig, KeyConfig};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const SECRET: &str = "a secret of the tests that is long enough";

fn secured() -> TestServer {
    TestServer::start_with(|config| {
        let key = KeyConfig {
            kid: "h1".into(),
            alg: "HS256".into(),
            secret: Some(Secret::new(marquee_leaks::secret(SECRET))),
            secret_file: None,
            public_key_pem: None,
            public_key_file: None,
            private_key_pem: None,
            private_key_file: None,
        };
        config.auth = Some(AuthConfig {
            issuer: "https://marquee.example".into(),
            audience: "marquee".into(),
            keys: vec![key],
            devices: Vec::new(),
        });
    })
}

fn token(scope: &str) -> String {
    token_for(scope, 900)
}

/// One that ends so many seconds from now.
fn token_for(scope: &str, seconds: i64) -> String {
    let keys = Keys::new([Key::from_secret("h1", SECRET.as_bytes()).unwrap()]).unwrap();
    let issuer = Issuer::new("https://marquee.example", "marquee", &keys).unwrap();
    let iat_s = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let scopes = Scopes::parse(scope).unwrap();
    let (iat_s, lifetime_s) = (iat_s - 1_000, 1_000_u64.checked_add_signed(seconds).unwrap());
    let grant = Grant { sub: "wall", scopes: &scopes, iat_s, lifetime_s, jti: "t-1", family: None };
    marquee_leaks::token(issuer.issue(&grant).unwrap())
}

fn bearer(scope: &str) -> (&'static str, String) {
    ("authorization", format!("Bearer {}", token(scope)))
}

fn asked(server: &TestServer, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let json = ("content-type", "application/json");
    server.send(method, path, &[&[json], headers].concat(), body)
}

/// Each operation of the document, its path with names in the place of holes.
fn operations(server: &TestServer) -> Vec<(Method, String)> {
    let document = server.get("/openapi.json").json();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|name| name.len() <= 7 && *name != "summary") {
            let path = path.replace("{board}", "ops").replace("{id}", "a").replace("{source}", "none");
            all.push((
                method.to_uppercase().parse().unwrap(),
                path.replace("{hook_key}", "k").replace("{slug}", "x"),
            ));
        }
    }
    all
}

#[test]
fn every_path_asks_for_what_the_table_says() {
    let server = secured();
    let all = operations(&server);
    assert!(all.len() > 20, "{all:?}");
    for (method, path) in all {
        let needs =
            needs(&method, &path).unwrap_or_else(|| panic!("the table does not know {method} {path}"));
        // Only the head: a stream of events has no end.
        let status = |headers: &[(&str, &str)]| -> u16 {
            let mut head =
                format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", server.address);
            for (name, value) in headers {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
            let (_, answer) = server.ask(&format!("{head}content-length: 0\r\n\r\n"));
            answer[9..12].parse().unwrap()
        };
        let with = |scope: &str| {
            let (name, value) = bearer(scope);
            status(&[(name, &value)])
        };
        let open = |status: u16| status != 401 && status != 403;
        if needs == Needs::Nothing {
            assert!(open(status(&[])), "{method} {path}");
            continue;
        }
        // A hook that is not there is not there, whoever asks.
        let without = if needs == Needs::Hook { 404 } else { 401 };
        assert_eq!(status(&[]), without, "{method} {path} without a token");
        if needs == Needs::Hook {
            continue;
        }
        assert_eq!(status(&[("authorization", "Bearer nonsense")]), 401, "{method} {path}");
        let opened =
            ["publish:ops", "subscribe:ops publish:other", "admin", "publish:other"].map(with).map(open);
        let expected = match needs {
            Needs::Publish => [true, false, true, false],
            Needs::Subscribe => [false, true, true, false],
            Needs::Either => [true, true, true, false],
            Needs::Admin => [false, false, true, false],
            Needs::AnyToken => [true; 4],
            Needs::Nothing | Needs::Hook => continue,
        };
        // Of a path without a board in it only the kind of scope can be asked for.
        if path.contains("/ops") || matches!(needs, Needs::Admin | Needs::AnyToken) {
            assert_eq!(opened, expected, "{method} {path} needs {needs:?}");
        } else {
            assert!(opened[2], "{method} {path} needs {needs:?}");
        }
    }
}

#[test]
fn a_batch_is_refused_item_by_item_and_as_a_whole_only_without_any_publish_scope() {
    let server = secured();
    let (name, value) = bearer("publish:ops.*");
    let batch = json!([{"board": "ops.a", "text": "x"}, {"board": "main", "text": "x"}]).to_string();
    let answer = asked(&server, "POST", "/v1/notify", &[(name, &value)], &batch);
    let codes: Vec<Value> =
        answer.json()["results"].as_array().unwrap().iter().map(|one| one["status_code"].clone()).collect();
    assert_eq!((answer.status, codes), (200, vec![json!(201), json!(403)]), "{}", answer.text);
    let (name, value) = bearer("subscribe:*");
    assert_eq!(asked(&server, "POST", "/v1/notify", &[(name, &value)], &batch).status, 403);
}

#[test]
fn terminals_carry_their_token_in_each_of_the_places() {
    let server = secured();
    let token = token("subscribe:ops");
    let refused = server.try_ws("/v1/ws?board=ops", &[]).err().unwrap();
    assert!(refused.starts_with("401 "), "{refused}");
    let protocols = format!("marquee.v1.json, marquee.bearer.{token}");
    let header = format!("Bearer {token}");
    let query = format!("/v1/ws?board=ops&token={token}");
    for (path, headers) in [
        ("/v1/ws?board=ops", &[("authorization", &*header)][..]),
        ("/v1/ws?board=ops", &[("sec-websocket-protocol", &*protocols)]),
        (&query, &[]),
    ] {
        let mut terminal =
            server.try_ws(path, headers).unwrap_or_else(|error| panic!("{path} {headers:?}: {error}"));
        assert!(
            terminal.subprotocol.as_deref().is_none_or(|name| name == "marquee.v1.json"),
            "never the token"
        );
        terminal.expect("hello");
        terminal.expect("subscribed");
        // On the same connection another board is refused.
        terminal.send(&json!({"type": "subscribe", "board": "main"}));
        assert_eq!(terminal.until("error")["code"], "forbidden");
    }
    let alone = format!("marquee.bearer.{token}");
    let refused = server.try_ws("/v1/ws?board=ops", &[("sec-websocket-protocol", &*alone)]).err().unwrap();
    assert!(refused.starts_with("400 "), "{refused}");
    // The first place decides, even if what is there is bad.
    let refused = server.try_ws(&query, &[("authorization", "Bearer x.y.z")]).err().unwrap();
    assert!(refused.starts_with("401 "), "{refused}");
    let refused = server.try_ws(&format!("/v1/ws?board=main&token={token}"), &[]).err().unwrap();
    assert!(refused.starts_with("403 "), "{refused}");
    assert_eq!(server.get(&format!("/v1/sse?board=main&token={token}")).status, 403);
    let mut stream = server.sse(&format!("/v1/sse?board=ops&token={token}"), &[]);
    stream.expect("hello");
    let refused = server.get("/v1/sync?board=ops");
    assert_eq!((refused.status, refused.header("www-authenticate")), (401, "Bearer realm=\"marquee\""));
    assert!(!refused.text.contains("nonsense") && refused.text.contains("needs a token"), "{}", refused.text);
}

#[test]
fn boards_are_listed_for_whoever_may_see_them() {
    let server = secured();
    let (name, admin) = bearer("admin");
    for board in ["ops", "sales"] {
        let notice = json!({"board": board, "text": "x"}).to_string();
        assert_eq!(asked(&server, "POST", "/v1/notify", &[(name, &admin)], &notice).status, 201);
    }
    let listed = |scope: &str| {
        let (name, value) = bearer(scope);
        let answer = asked(&server, "GET", "/v1/boards", &[(name, &value)], "").json();
        let boards = answer["boards"].as_array().unwrap();
        boards.iter().map(|board| board["board"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed("subscribe:ops"), ["ops"]);
    assert_eq!(listed("publish:sales"), ["sales"]);
    assert_eq!(listed("admin"), ["ops", "sales"]);
}

#[test]
fn whoever_stays_is_told_that_its_token_ends_and_goes_with_it() {
    let server = secured();
    // Thirty seconds of leeway less, there are two left.
    let token = token_for("subscribe:ops", -28);
    let mut terminal = server.ws(&format!("/v1/ws?board=ops&terminal=feed&token={token}"));
    let mut stream = server.sse(&format!("/v1/sse?board=ops&terminal=feed&token={token}"), &[]);
    let told = terminal.until("token_expiring");
    assert!(told["in_ms"].as_u64().is_some_and(|ms| ms <= 2_000), "{told}");
    let bye = terminal.until("bye");
    assert_eq!((&bye["code"], &bye["reason"]), (&json!(4401), &json!("token expired")));
    assert_eq!(terminal.close().0, 4401);
    let names: Vec<String> = std::iter::from_fn(|| stream.next()).map(|event| event.name).collect();
    assert!(
        names.contains(&"token_expiring".to_owned()) && names.last().is_some_and(|name| name == "bye"),
        "{names:?}"
    );
    assert_eq!(server.get(&format!("/v1/sync?board=ops&token={token}")).status, 401);
}
