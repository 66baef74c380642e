//! `POST /v1/hooks/{source}`: Alertmanager's webhook as it is documented, and what becomes of each alert.

use crate::harness::{Answer, LIMIT, TestServer};
use marquee_gateway::hooks::HookConfig;
use marquee_log::faults::Fault;
use marquee_server::config::{Config, Flags};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

const HOOK: &str = "/v1/hooks/alertmanager?board=ops";

fn alert(fingerprint: &str, summary: &str) -> Value {
    json!({
        "status": "firing",
        "labels": {"alertname": "DiskFull", "instance": "db-1:9100", "severity": "critical"},
        "annotations": {"summary": summary, "runbook_url": "https://runbooks.example/disk"},
        "startsAt": "2026-01-31T09:30:00.000Z",
        "endsAt": "0001-01-01T00:00:00Z",
        "generatorURL": "https://prometheus.example/graph?g0.expr=disk",
        "fingerprint": fingerprint,
    })
}

fn resolved(fingerprint: &str) -> Value {
    let mut alert = alert(fingerprint, "over");
    alert["status"] = json!("resolved");
    alert
}

/// The whole payload as the documentation shows it.
fn webhook(alerts: &[Value]) -> Value {
    json!({
        "version": "4",
        "groupKey": "{}:{alertname=\"DiskFull\"}",
        "truncatedAlerts": 0,
        "status": "firing",
        "receiver": "marquee",
        "groupLabels": {"alertname": "DiskFull"},
        "commonLabels": {"alertname": "DiskFull"},
        "commonAnnotations": {},
        "externalURL": "http://alertmanager:9093",
        "alerts": alerts,
    })
}

fn send(server: &TestServer, alerts: &[Value]) -> Answer {
    server.post(HOOK, "application/json", webhook(alerts).to_string())
}

/// The hooks of a configuration file.
pub(crate) fn configured(file: &str) -> Vec<HookConfig> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marquee.toml");
    std::fs::write(&path, file).unwrap();
    let config = Config::load(Some(&path), std::iter::empty(), Flags::default());
    let hooks = config.unwrap_or_else(|error| panic!("{error}")).hooks;
    let secrets =
        hooks.iter().flat_map(|hook| hook.secret.iter().chain(&hook.key)).map(|secret| secret.text());
    for secret in secrets.filter(|secret| secret.len() >= marquee_leaks::SECRET_BYTES_MIN) {
        marquee_leaks::secret(secret);
    }
    hooks
}

/// A payload as its source sends it, kept in `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn results(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["results"].as_array().unwrap().clone()
}

pub(crate) fn told(result: &Value) -> (u64, &str) {
    (result["status_code"].as_u64().unwrap(), result["status"].as_str().unwrap_or_default())
}

#[test]
fn an_alert_fires_repeats_changes_and_is_resolved() {
    let server = TestServer::start();
    let fired = results(&send(&server, &[alert("f1", "disk is full")]));
    assert_eq!(told(&fired[0]), (201, "accepted"));
    let shown = server.get("/v1/boards/ops/notices").json()["notices"][0].clone();
    for (member, value) in [
        ("text", json!("disk is full")),
        ("level", json!("URGENT")),
        ("key", json!("f1")),
        ("tags", json!(["DiskFull", "db-1:9100"])),
        ("link", json!("https://prometheus.example/graph?g0.expr=disk")),
        ("data", json!({"labels": alert("f1", "")["labels"]})),
    ] {
        assert_eq!(shown[member], value, "{member}");
    }
    let repeated = results(&send(&server, &[alert("f1", "disk is full")]));
    assert_eq!(told(&repeated[0]), (200, "duplicate"));
    assert_eq!(repeated[0]["version"], 2, "no entry");
    let changed = results(&send(&server, &[alert("f1", "disk is fuller")]));
    assert_eq!((told(&changed[0]), changed[0]["id"].clone()), ((200, "replaced"), fired[0]["id"].clone()));
    let over = results(&send(&server, &[resolved("f1")]));
    assert_eq!(told(&over[0]), (200, "deleted"));
    let unknown = results(&send(&server, &[resolved("f1"), resolved("never")]));
    assert_eq!((told(&unknown[0]), told(&unknown[1])), ((200, "unknown"), (200, "unknown")));
    let again = results(&send(&server, &[alert("f1", "disk is full")]));
    assert_eq!(told(&again[0]), (201, "accepted"), "what fires again is a notice again");
}

#[test]
fn what_is_resolved_on_a_board_that_is_not_there_creates_none() {
    let server = TestServer::start();
    assert_eq!(told(&results(&send(&server, &[resolved("f1")]))[0]), (200, "unknown"));
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], Value::Null);
}

#[test]
fn one_bad_alert_spoils_no_other() {
    let server = TestServer::start();
    let mut asleep = alert("f3", "x");
    asleep["status"] = json!("asleep");
    let mut numbered = alert("f4", "x");
    numbered["labels"] = json!({"a": 1});
    let bad = [json!({"status": "firing"}), json!(null), asleep, numbered, alert("", "x")];
    let mut alerts = vec![alert("f1", "first")];
    alerts.extend(bad);
    alerts.push(alert("f2", "last"));
    let results = results(&send(&server, &alerts));
    let codes: Vec<u64> = results.iter().map(|result| told(result).0).collect();
    assert_eq!(codes, [201, 422, 422, 422, 422, 422, 201]);
    assert_eq!(results[1]["problem"]["errors"][0]["pointer"], "/alerts/1");
    assert_eq!(results[3]["problem"]["errors"][0]["pointer"], "/alerts/3/status");
}

#[test]
fn an_alert_is_shown_however_odd_its_words() {
    let server = TestServer::start();
    let mut unseen = alert("f1", "\u{feff}\u{7}\u{202e}");
    unseen["annotations"]["description"] = json!("\u{200b}\u{0}the description");
    let mut nameless = alert("f2", " ");
    nameless["labels"] = json!({});
    nameless["generatorURL"] = json!("javascript:alert(1)");
    let mut named = alert("f3", "\u{1b}");
    named["labels"] = json!({"alertname": "a\nb", "instance": "\u{feff}", "severity": "page"});
    let long = alert("f4", &"\u{1f525}".repeat(9_000));
    let without: Value = json!({"status": "firing", "fingerprint": "f5"});
    let results = results(&send(&server, &[unseen, nameless, named, long, without]));
    for result in &results {
        assert_eq!(told(result), (201, "accepted"), "{result}");
    }
    let list = server.get("/v1/boards/ops/notices").json();
    let texts: Vec<&str> =
        list["notices"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(texts[0], "\u{200b}the description");
    assert_eq!((texts[1], texts[2], texts[4]), ("alert", "a b", "alert"));
    assert_eq!((texts[3].chars().count(), texts[3].ends_with('…')), (2_000, true));
    assert_eq!(list["notices"][2]["level"], "WARNING");
}

#[test]
fn what_is_no_webhook_is_refused_as_a_whole() {
    let server = TestServer::start();
    let post = |path: &str, kind: &str, body: &str| server.post(path, kind, body);
    for (body, status, place) in [
        ("{", 400, None),
        ("[]", 422, Some("/alerts")),
        ("{}", 422, Some("/alerts")),
        (r#"{"alerts":{}}"#, 422, Some("/alerts")),
        (r#"{"version":"3","alerts":[]}"#, 422, Some("/version")),
    ] {
        let answer = post(HOOK, "application/json", body);
        assert_eq!(answer.status, status, "{body}: {}", answer.text);
        assert_eq!(answer.pointers().first().map(String::as_str), place, "{body}");
    }
    assert_eq!(post(HOOK, "text/plain", "{}").status, 415);
    let whole = webhook(&[alert("f1", "x")]).to_string();
    for path in [
        "/v1/hooks/zabbix",
        "/v1/hooks/alertmanager/k3y",
        "/v1/hooks/alertmanager?board=_auth",
        "/v1/hooks/%ff",
        "/v1/hooks/",
    ] {
        let answer = post(path, "application/json", &whole);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (404, json!("/errors/not-found")),
            "{path}"
        );
    }
    let main = post("/v1/hooks/alertmanager", "application/json", &whole);
    assert_eq!(main.json()["results"][0]["board"], "main");
    let none = post(HOOK, "application/json", &webhook(&[]).to_string());
    assert_eq!((none.status, none.json()), (200, json!({"results": []})));
}

#[test]
fn on_a_full_disk_the_whole_answer_is_503_and_repeating_is_right() {
    let server = TestServer::start();
    let payload = [alert("f1", "one"), json!({"status": "firing"}), alert("f2", "two"), resolved("f9")];
    server.log.fail(Fault::NoRoom);
    let refused = send(&server, &payload);
    assert_eq!((refused.status, refused.json()["type"].clone()), (503, json!("/errors/unavailable")));
    assert!(!refused.header("retry-after").is_empty());
    assert!(refused.json()["detail"].as_str().unwrap().contains("disk"), "{}", refused.text);
    server.log.mend();
    let codes: Vec<u64> = results(&send(&server, &payload)).iter().map(|result| told(result).0).collect();
    assert_eq!(codes, [201, 422, 201, 200]);
}

#[test]
fn a_repeat_renews_the_notice_only_when_half_its_time_is_gone() {
    let server = TestServer::start_with(|config| config.hook_ttl = 2);
    let fired = results(&send(&server, &[alert("f1", "x")]))[0].clone();
    let begun = Instant::now();
    loop {
        let repeated = results(&send(&server, &[alert("f1", "x")]))[0].clone();
        assert_eq!(told(&repeated), (200, "duplicate"), "{repeated}");
        if repeated["version"] != fired["version"] {
            assert_eq!(
                (repeated["version"].clone(), repeated["id"].clone()),
                (json!(3), fired["id"].clone())
            );
            assert!(repeated["expires_at"].as_str() > fired["expires_at"].as_str());
            break;
        }
        assert_eq!(repeated["expires_at"], fired["expires_at"]);
        assert!(begun.elapsed() < LIMIT, "it was never renewed");
    }
}
