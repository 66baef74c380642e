//! How often one token and one hook may publish. Rates here are so low that no time that passes matters.

use crate::harness::{Answer, TestServer};
use crate::hooks::configured;
use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const KEY: &str = "a secret of the tests that is long enough";
const HOOKS: &str = "
[[hooks]]
name = 'ci'
kind = 'generic'
secret = 'a secret of ci'
template = { text = '{/message}', items = '/all' }
";

fn limited(notices_per_s: u32) -> TestServer {
    let auth = json!({
        "issuer": "us", "audience": "marquee", "keys": [{"kid": "h1", "alg": "HS256", "secret": marquee_leaks::secret(KEY)}],
    });
    TestServer::start_with(|config| {
        config.auth = serde_json::from_value(auth).unwrap();
        config.hooks = configured(HOOKS);
        config.limits.notices_per_s = notices_per_s;
    })
}

fn token(jti: &str) -> String {
    let keys = Keys::new([Key::from_secret("h1", KEY.as_bytes()).unwrap()]).unwrap();
    let scopes = Scopes::admin();
    let iat_s = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let grant = Grant { sub: "cms", scopes: &scopes, iat_s, lifetime_s: 900, jti, family: None };
    marquee_leaks::token(Issuer::new("us", "marquee", &keys).unwrap().issue(&grant).unwrap())
}

fn asked(server: &TestServer, token: &str, method: &str, path: &str, body: &str) -> Answer {
    let value = format!("Bearer {token}");
    server.send(method, path, &[("authorization", &value), ("content-type", "application/json")], body)
}

fn batch(count: usize) -> String {
    let notices: Vec<Value> =
        (0..count).map(|n| json!({"board": "ops", "text": format!("text {n}")})).collect();
    json!(notices).to_string()
}

/// A server, and a token that has published more than it will be able to again for a long time.
pub(crate) fn exhausted() -> (TestServer, String) {
    let (server, token) = (limited(1), token("1"));
    let first = asked(&server, &token, "POST", "/v1/notify", &batch(1_000));
    assert_eq!(first.status, 200, "the largest batch is let through where nothing is owed: {}", first.text);
    (server, token)
}

fn head(server: &TestServer, token: &str) -> Value {
    let boards = asked(server, token, "GET", "/v1/boards", "").json()["boards"].clone();
    let ops = boards.as_array().unwrap().iter().find(|board| board["board"] == "ops").cloned();
    ops.unwrap_or_default()["cursor"].clone()
}

#[test]
fn a_token_that_publishes_too_much_is_told_when_to_come_back_by_every_route() {
    let (server, one) = exhausted();
    let other = token("2");
    let before = head(&server, &one);
    let notice = json!({"text": "x"}).to_string();
    for (method, path, body) in [
        ("POST", "/v1/notify", json!({"board": "ops", "text": "x"}).to_string()),
        ("POST", "/v1/notify", batch(2)),
        ("POST", "/v1/boards/ops", notice.clone()),
        ("PUT", "/v1/boards/ops/notices/a", notice),
        ("DELETE", "/v1/boards/ops/notices/a", String::new()),
        ("DELETE", "/v1/boards/ops/notices?key=k", String::new()),
    ] {
        let answer = asked(&server, &one, method, path, &body);
        assert_eq!(answer.status, 429, "{method} {path}: {}", answer.text);
        assert_eq!(answer.json()["type"], "/errors/too-many-requests");
        let seconds = answer.header("retry-after").parse::<u64>();
        assert!(
            seconds.is_ok_and(|seconds| seconds > 1),
            "a thousand seconds are owed: {:?}",
            answer.headers
        );
    }
    let text = server.send("POST", "/v1/boards/ops", &[("authorization", &format!("Bearer {one}"))], "plain");
    assert_eq!(text.status, 429, "{}", text.text);
    assert_eq!(head(&server, &one), before, "nothing of it was published");
    let read = asked(&server, &one, "GET", "/v1/boards/ops/notices?limit=1", "");
    assert_eq!(read.status, 200, "reading goes on");
    let fresh = json!({"board": "ops", "text": "of another"}).to_string();
    let answer = asked(&server, &other, "POST", "/v1/notify", &fresh);
    assert_eq!(answer.status, 201, "another token has its own room: {}", answer.text);
    assert_ne!(head(&server, &one), before);
}

#[test]
fn what_is_refused_for_another_reason_takes_no_room() {
    let server = limited(1);
    let one = token("1");
    for _ in 0..5 {
        assert_eq!(asked(&server, &one, "POST", "/v1/notify", "{}").status, 422);
        assert_eq!(asked(&server, &one, "POST", "/v1/notify", "{").status, 400);
    }
    assert_eq!(asked(&server, &one, "POST", "/v1/notify", &json!({"text": "x"}).to_string()).status, 201);
}

#[test]
fn a_hook_that_proves_itself_has_room_of_its_own_and_answers_so_that_its_sender_comes_again() {
    let server = limited(1);
    let all: Vec<Value> = (0..500).map(|n| json!({"message": format!("m {n}")})).collect();
    let payload = json!({"all": all}).to_string();
    let sent = || {
        let proof = ("authorization", "Bearer a secret of ci");
        server.send(
            "POST",
            "/v1/hooks/ci?board=ops",
            &[proof, ("content-type", "application/json")],
            &payload,
        )
    };
    let first = sent();
    assert_eq!(first.status, 200, "{}", first.text);
    let second = sent();
    assert_eq!(
        (second.status, &second.json()["type"]),
        (503, &json!("/errors/unavailable")),
        "{}",
        second.text
    );
    assert!(
        second.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds > 1),
        "{:?}",
        second.headers
    );
    let one = token("1");
    assert_eq!(asked(&server, &one, "POST", "/v1/notify", &batch(1)).status, 200, "tokens have their own");
    // A hook without a secret is its caller's: the token that it comes with pays.
    let alert = json!({"alerts": [{"status": "firing", "fingerprint": "f", "labels": {"alertname": "a"}}]});
    let again =
        (0..100).map(|_| asked(&server, &one, "POST", "/v1/hooks/alertmanager", &alert.to_string()).status);
    assert!(again.into_iter().any(|status| status == 503), "a hundred in a second");
}

#[test]
fn nothing_is_limited_without_keys_or_at_0() {
    let open = TestServer::start_with(|config| config.limits.notices_per_s = 1);
    let secured = limited(0);
    let one = token("1");
    for _ in 0..5 {
        assert_eq!(open.post("/v1/notify", "application/json", batch(10)).status, 200);
        assert_eq!(asked(&secured, &one, "POST", "/v1/notify", &batch(10)).status, 200);
    }
}

#[test]
fn by_default_two_of_the_largest_batches_have_room_at_once() {
    let server = limited(marquee_server::Config::default().limits.notices_per_s);
    let one = token("1");
    for _ in 0..2 {
        assert_eq!(asked(&server, &one, "POST", "/v1/notify", &batch(1_000)).status, 200);
    }
}
