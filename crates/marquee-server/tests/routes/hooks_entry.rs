//! `POST /v1/hooks/{source}` with a secret, and `/v1/hooks/{source}/{hook_key}`: who is not let in gets 401, and
//! nothing is stored.

use crate::harness::{Answer, TestServer};
use crate::hooks::{configured, fixture};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;
use std::time::{SystemTime, UNIX_EPOCH};

const WHSEC: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const HOOKS: &str = "
[[hooks]]
name = 'grafana'
kind = 'grafana'
secret = 'grafana secret'
[[hooks]]
name = 'grafana-timed'
kind = 'grafana'
secret = 'grafana secret'
timestamp_header = 'X-Grafana-Alerting-Timestamp'
[[hooks]]
name = 'standard'
kind = 'cloudevents'
secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
[[hooks]]
name = 'ci'
kind = 'generic'
secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
template = { text = '{/message}' }
[[hooks]]
name = 'keyed'
kind = 'nightingale'
key = 'k3y-of-the-hook'
[[hooks]]
name = 'both'
kind = 'nightingale'
key = 'k3y-of-the-hook'
secret = 's3cret-of-the-hook'
";

fn server() -> TestServer {
    TestServer::start_with(|config| config.hooks = configured(HOOKS))
}

fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn hmac(key: &[u8], parts: &[&str]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    parts.iter().for_each(|part| mac.update(part.as_bytes()));
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The three headers of a Standard Webhook.
fn standard(id: &str, time: u64, body: &str) -> [(&'static str, String); 3] {
    let key = STANDARD.decode(WHSEC.trim_start_matches("whsec_")).unwrap();
    let tag = hmac(&key, &[id, ".", &time.to_string(), ".", body]);
    let signature = format!("v1,{}", STANDARD.encode(tag));
    [("webhook-id", id.into()), ("webhook-timestamp", time.to_string()), ("webhook-signature", signature)]
}

fn post(server: &TestServer, path: &str, media_type: &str, headers: &[(&str, String)], body: &str) -> Answer {
    let own = headers.iter().map(|(name, value)| (*name, value.as_str()));
    let headers: Vec<(&str, &str)> = [("content-type", media_type)].into_iter().chain(own).collect();
    server.send("POST", path, &headers, body)
}

/// Refused, and nothing is there that was not before.
#[track_caller]
fn refused(server: &TestServer, answer: &Answer) {
    assert_eq!(
        (answer.status, &answer.json()["type"]),
        (401, &json!("/errors/unauthorized")),
        "{}",
        answer.text
    );
    assert!(answer.header("www-authenticate").starts_with("Bearer"), "{answer:?}");
    assert!(
        !answer.text.contains("s3cret-of-the-hook") && !answer.text.contains("whsec_"),
        "{}",
        answer.text
    );
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], json!(null), "nothing was stored");
}

#[track_caller]
fn taken(answer: &Answer) {
    assert_eq!(
        (answer.status, &answer.json()["results"][0]["status_code"]),
        (200, &json!(201)),
        "{}",
        answer.text
    );
}

#[test]
fn grafana_is_let_in_by_its_signature_and_by_nothing_else() {
    let server = server();
    let body = fixture("grafana/firing.json");
    let of_body = hex(&hmac(b"grafana secret", &[&body]));
    let (now, old) = (now_s().to_string(), (now_s() - 301).to_string());
    let timed = |time: &str| {
        let signature = hex(&hmac(b"grafana secret", &[time, ":", &body]));
        [("X-Grafana-Alerting-Signature", signature), ("X-Grafana-Alerting-Timestamp", time.to_owned())]
    };
    let send = |path: &str, headers: &[(&str, String)], body: &str| {
        post(&server, &format!("{path}?board=ops"), "application/json", headers, body)
    };
    let (plain, stamped) = ("/v1/hooks/grafana", "/v1/hooks/grafana-timed");
    let signed = [("X-Grafana-Alerting-Signature", of_body)];
    let other = [("X-Grafana-Alerting-Signature", hex(&hmac(b"another secret", &[&body])))];
    let no_time = [timed(&now)[0].clone()];
    refused(&server, &send(plain, &[], &body));
    refused(&server, &send(plain, &other, &body));
    refused(&server, &send(plain, &signed, &format!("{body} ")));
    refused(&server, &send(plain, &[("authorization", "Bearer another".into())], &body));
    refused(&server, &send(stamped, &signed, &body));
    refused(&server, &send(stamped, &no_time, &body));
    refused(&server, &send(stamped, &timed(&old), &body));
    // What is sent is not looked at before its sender is known: no word of JSON, board or media type.
    refused(&server, &send(plain, &other, "{"));
    refused(&server, &post(&server, "/v1/hooks/grafana?board=_auth", "text/plain", &[], "x"));
    taken(&send(plain, &signed, &body));
    let again = send(stamped, &timed(&now), &body);
    assert_eq!(again.json()["results"][0]["status"], "duplicate", "{}", again.text);
}

#[test]
fn a_standard_webhook_is_let_in_once_it_is_signed_and_timely() {
    let server = server();
    let (path, media_type) = ("/v1/hooks/standard?board=ops", "application/cloudevents+json");
    let body = fixture("cloudevents/structured.json");
    let (now, right) = (now_s(), standard("msg_1", now_s(), &body));
    for missing in 0..3 {
        let headers: Vec<_> = (0..3).filter(|n| *n != missing).map(|n| right[n].clone()).collect();
        refused(&server, &post(&server, path, media_type, &headers, &body));
    }
    for (time, of, sent) in [(now - 301, &*body, &*body), (now + 301, &*body, &*body), (now, "{}", &*body)] {
        refused(&server, &post(&server, path, media_type, &standard("msg_1", time, of), sent));
    }
    let mut renamed = right.clone();
    renamed[0].1 = "msg_2".into();
    refused(&server, &post(&server, path, media_type, &renamed, &body));
    let mut several = right.clone();
    several[2].1 = format!("v1,AAAA v1a,BBBB {}", right[2].1);
    taken(&post(&server, path, media_type, &several, &body));
    let again = post(&server, path, media_type, &standard("msg_1", now + 1, &body), &body);
    assert_eq!(again.json()["results"][0]["status"], "duplicate", "a retry has a new time: {}", again.text);
}

#[test]
fn a_message_without_a_name_of_its_own_is_known_by_its_webhooks_id() {
    let server = server();
    let (path, body) = ("/v1/hooks/ci?board=ops", r#"{"message":"built"}"#);
    let send =
        |id: &str, body: &str| post(&server, path, "application/json", &standard(id, now_s(), body), body);
    taken(&send("msg_1", body));
    assert_eq!(send("msg_1", body).json()["results"][0]["status"], "duplicate");
    assert_eq!(
        send("msg_2", body).json()["results"][0]["status"],
        "folded",
        "another one that says the same"
    );
    let other = send("msg_1", r#"{"message":"other"}"#).json();
    assert_eq!(other["results"][0]["status_code"], 409, "{other}");
}

#[test]
fn a_key_in_the_path_lets_in() {
    let server = server();
    let body = fixture("nightingale/firing.json");
    let send = |path: &str, headers: &[(&str, String)]| {
        post(&server, &format!("{path}?board=ops"), "application/json", headers, &body)
    };
    let bearer = [("authorization", "Bearer s3cret-of-the-hook".to_owned())];
    for wrong in
        ["/v1/hooks/keyed", "/v1/hooks/keyed/k3", "/v1/hooks/keyed/k3y-of-the-hook-y", "/v1/hooks/keyed/K3y"]
    {
        refused(&server, &send(wrong, &[]));
    }
    refused(&server, &send("/v1/hooks/both/k3y-of-the-hook", &[]));
    refused(&server, &send("/v1/hooks/both", &bearer));
    refused(&server, &send("/v1/hooks/both/wrong", &bearer));
    assert_eq!(send("/v1/hooks/cloudevents/k3y-of-the-hook", &[]).status, 404, "it has no key");
    assert_eq!(server.get("/v1/hooks/keyed/k3y-of-the-hook").header("allow"), "POST");
    taken(&send("/v1/hooks/keyed/k3y-of-the-hook", &[]));
    assert_eq!(send("/v1/hooks/both/k3y-of-the-hook", &bearer).status, 200);
}
