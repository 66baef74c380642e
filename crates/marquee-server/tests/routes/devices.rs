//! Devices that sign `GET /v1/sync` and `/v1/snapshot` in place of carrying a token.

use crate::harness::{Answer, TestServer};
use hmac::{Hmac, Mac};
use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};
use serde_json::{Value, json};
use sha2::Sha256;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

const KEY: &str = "a secret of the tests that is long enough";
const SECRET: &str = "a secret of panel 7, for tests alone";
const EXAMPLE: &str = include_str!("../../../../docs/operate/devices.md");

fn secured() -> TestServer {
    let (key, secret) = (marquee_leaks::secret(KEY), marquee_leaks::secret(SECRET));
    let auth = json!({
        "issuer": "us", "audience": "marquee",
        "keys": [{"kid": "h1", "alg": "HS256", "secret": key}],
        "devices": [
            {"client_id": "panel-7", "secret": secret, "scope": "subscribe:ops"},
            {"client_id": "publisher", "secret": secret, "scope": "publish:*"},
        ],
    });
    TestServer::start_with(|config| config.auth = serde_json::from_value(auth).unwrap())
}

fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn signature(method: &str, target: &str, time_s: u64, client_id: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{method}\n{target}\n{time_s}\n{client_id}").as_bytes());
    let tag = mac.finalize().into_bytes();
    let tag: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={}", marquee_leaks::secret(&tag))
}

/// A signed request, with more headers, and a body if there is one.
fn sent(
    server: &TestServer,
    (method, target): (&str, &str),
    client_id: &str,
    more: &[(&str, &str)],
    body: &str,
) -> Answer {
    let time_s = now_s();
    let (signature, time) = (signature(method, target, time_s, client_id), time_s.to_string());
    let own = [("x-client-id", client_id), ("x-timestamp", &*time), ("x-signature", &*signature)];
    server.send(method, target, &[&own[..], more].concat(), body)
}

fn get(server: &TestServer, target: &str) -> Answer {
    sent(server, ("GET", target), "panel-7", &[], "")
}

fn token(scope: &str) -> String {
    let keys = Keys::new([Key::from_secret("h1", KEY.as_bytes()).unwrap()]).unwrap();
    let scopes = Scopes::parse(scope).unwrap();
    let grant =
        Grant { sub: "wall", scopes: &scopes, iat_s: now_s(), lifetime_s: 900, jti: "t-1", family: None };
    marquee_leaks::token(Issuer::new("us", "marquee", &keys).unwrap().issue(&grant).unwrap())
}

fn detail(answer: &Answer) -> String {
    answer.json()["detail"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_signature_opens_what_its_device_may_read() {
    let server = secured();
    let answer = get(&server, "/v1/snapshot?board=ops");
    assert_eq!((answer.status, answer.json()["board"].clone()), (200, json!("ops")), "{}", answer.text);
    for target in ["/v1/sync?board=ops&limit=1", "/v1/sync?board=%6Fps", "/v1/sync?limit=1&board=ops&"] {
        let answer = get(&server, target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text);
    }
    let head = sent(&server, ("HEAD", "/v1/snapshot?board=ops"), "panel-7", &[], "");
    assert_eq!(head.status, 200, "the method is signed as it is sent");
    for target in ["/v1/snapshot", "/v1/sync?board=sales"] {
        assert_eq!(get(&server, target).status, 403, "{target}: another board than the device's");
    }
    let other = sent(&server, ("GET", "/v1/snapshot?board=ops"), "publisher", &[], "");
    assert_eq!(other.status, 403, "it follows nothing");
    assert_eq!(server.get("/v1/snapshot?board=ops").status, 401, "without a signature");
}

#[test]
fn a_token_decides_where_both_come() {
    let server = secured();
    let with = |token: &str| {
        let value = format!("Bearer {token}");
        sent(&server, ("GET", "/v1/snapshot?board=ops"), "panel-7", &[("authorization", &value)], "").status
    };
    assert_eq!(with(&token("subscribe:ops")), 200);
    assert_eq!(with(&token("subscribe:sales")), 403, "what the token does not open stays shut");
    assert_eq!(with("a.b.c"), 401, "and so it is if it is bad");
    let target = format!("/v1/snapshot?board=ops&token={}", token("subscribe:sales"));
    assert_eq!(sent(&server, ("GET", &target), "panel-7", &[], "").status, 403, "of a query too");
}

#[test]
fn a_signature_is_no_carrier_on_other_routes() {
    let server = secured();
    for (method, target) in [
        ("GET", "/v1/boards"),
        ("GET", "/v1/boards/ops/now"),
        ("GET", "/v1/boards/ops/notices"),
        ("GET", "/v1/sse?board=ops"),
        ("GET", "/v1/terminals"),
        ("DELETE", "/v1/boards/ops/notices?key=k"),
        ("GET", "/v1/sync/"),
    ] {
        for client_id in ["panel-7", "publisher"] {
            let answer = sent(&server, (method, target), client_id, &[], "");
            let said = detail(&answer);
            assert!(answer.status == 401 && said.contains("/v1/sync and /v1/snapshot"), "{target}: {said}");
        }
    }
    let notice = json!({"board": "ops", "text": "x"}).to_string();
    let json = ("content-type", "application/json");
    let answer = sent(&server, ("POST", "/v1/notify"), "publisher", &[json], &notice);
    assert_eq!(answer.status, 401, "a body comes first: {}", answer.text);
}

#[test]
fn what_was_altered_on_its_way_is_refused_and_nothing_of_it_is_told() {
    let server = secured();
    let target = "/v1/sync?board=ops&limit=5";
    let time_s = now_s();
    let good = signature("GET", target, time_s, "panel-7");
    let asked = |target: &str, headers: &[(&str, &str)]| {
        let answer = server.send("GET", target, headers, "");
        let told = [answer.text.as_str(), answer.header("www-authenticate")].concat();
        assert!(!told.contains(&good["sha256=".len()..]) && !told.contains(SECRET), "{told}");
        (answer.status, detail(&answer))
    };
    let time = time_s.to_string();
    let all = [("x-client-id", "panel-7"), ("x-timestamp", &*time), ("x-signature", &*good)];
    assert_eq!(asked(target, &all).0, 200);
    for other in
        ["/v1/sync?limit=5&board=ops", "/v1/sync?board=ops&limit=6", "/v1/snapshot?board=ops&limit=5"]
    {
        assert_eq!(asked(other, &all).0, 401, "{other}");
    }
    for (twice, value) in [("x-signature", &*good), ("x-client-id", "panel-7"), ("x-timestamp", &*time)] {
        let (status, said) = asked(target, &[&all[..], &[(twice, value)]].concat());
        assert!(status == 401 && said.contains("once"), "{twice}: {said}");
    }
    for late_s in [time_s - 302, time_s + 330] {
        let (late, signed) = (late_s.to_string(), signature("GET", target, late_s, "panel-7"));
        let headers = [("x-client-id", "panel-7"), ("x-timestamp", &*late), ("x-signature", &*signed)];
        let (status, said) = asked(target, &headers);
        assert!(status == 401 && said.contains("X-Timestamp"), "{late}: {said}");
    }
    let unknown = [("x-client-id", "nobody"), all[1], all[2]];
    let wrong = [all[0], all[1], ("x-signature", "sha256=00")];
    assert_eq!(asked(target, &unknown), asked(target, &wrong), "who is known is told by nothing");
    let body = sent(&server, ("GET", target), "panel-7", &[("content-length", "0")], "");
    assert_eq!(body.status, 200, "no bytes are no body");
    let head = format!("GET {target} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", server.address);
    let lines: String = all.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    for body in ["content-length: 2\r\n\r\n{}", "transfer-encoding: chunked\r\n\r\n0\r\n\r\n"] {
        let answer = server.raw(format!("{head}{lines}{body}").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 401 ") && answer.contains("has no body"), "{answer}");
    }
}

#[test]
fn the_example_of_the_documents_works() {
    let there = |program: &str| {
        Command::new(program).arg("--version").output().is_ok_and(|asked| asked.status.success())
    };
    if !there("curl")
        || !Command::new("openssl").arg("version").output().is_ok_and(|asked| asked.status.success())
    {
        assert!(std::env::var_os("CI").is_none(), "CI has curl and openssl");
        eprintln!("skipped: no curl or no openssl here");
        return;
    }
    let server = secured();
    let script = EXAMPLE.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let run = |secret: &str| {
        let mut shell = Command::new("sh");
        shell
            .args(["-euc", script])
            .env("HOST", server.url(""))
            .env("CLIENT_ID", "panel-7")
            .env("SECRET", secret);
        let ran = shell.env("NO_PROXY", "*").output().unwrap();
        (ran.status.success(), String::from_utf8(ran.stdout).unwrap())
    };
    let (right, printed) = run(SECRET);
    assert!(right, "{printed}");
    let snapshot: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((&snapshot["type"], &snapshot["board"]), (&json!("snapshot"), &json!("ops")));
    let (wrong, printed) = run("another secret");
    assert!(!wrong && printed.contains("X-Signature has to be"), "{printed}");
}
