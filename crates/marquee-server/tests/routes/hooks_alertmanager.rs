//! A real Alertmanager that sends to us: what it sends is what the fixture says, a 503 makes it come again, and
//! nothing is lost or doubled. It ends what it starts, and all of it is on 127.0.0.1.

use crate::harness::{LIMIT, TestServer};
use crate::hooks::fixture;
use marquee_log::faults::Fault;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/parts/alertmanager.sh");

/// An Alertmanager with one receiver.
struct Alertmanager {
    folder: tempfile::TempDir,
    url: String,
}

impl Alertmanager {
    fn start(receiver: SocketAddr) -> Self {
        let there = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
            .any(|folder| folder.join("prometheus-alertmanager").is_file());
        assert!(there, "prometheus-alertmanager is missing: run `cargo xtask parts`, which installs it");
        let folder = tempfile::tempdir().unwrap();
        let config = format!(
            "route:\n  receiver: marquee\n  group_by: [alertname]\n  group_wait: 1s\n  group_interval: 1s\n  \
             repeat_interval: 1h\nreceivers:\n  - name: marquee\n    webhook_configs:\n      \
             - url: http://{receiver}/v1/hooks/alertmanager?board=ops\n        http_config:\n          \
             authorization: {{type: Bearer, credentials: s3cret-of-the-hook}}\n"
        );
        std::fs::write(folder.path().join("alertmanager.yml"), config).unwrap();
        // Free now; whoever takes it in between makes the start fail with a word, not the test pass.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        // Made before it is started, so that it is ended even if it does not become ready.
        let mut alertmanager = Self { folder, url: String::new() };
        let up = script(&["up", &alertmanager.folder.path().display().to_string(), &port.to_string()]);
        alertmanager.url = up.trim().to_owned();
        alertmanager
    }

    fn alerts(&self, alerts: &Value) {
        let config = ureq::Agent::config_builder().timeout_global(Some(LIMIT)).proxy(None).build();
        let agent: ureq::Agent = config.into();
        agent.post(format!("{}/api/v2/alerts", self.url)).send_json(alerts).unwrap();
    }
}

impl Drop for Alertmanager {
    fn drop(&mut self) {
        let _said = script(&["down", &self.folder.path().display().to_string()]);
    }
}

fn script(arguments: &[&str]) -> String {
    let output = Command::new("bash").arg(SCRIPT).args(arguments).output().unwrap();
    assert!(
        output.status.success() || std::thread::panicking(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// One request that went through, and what the server answered to it.
struct Passed {
    payload: Value,
    status: u16,
    answer: Value,
}

/// Stands between the two: hands on what comes, tells the test, and answers as the server did or, as if the answer
/// had been lost, 503.
struct Relay {
    address: SocketAddr,
    passed: Receiver<Passed>,
    /// What the sender is told next time, in place of the server's answer; else that.
    instead: Sender<u16>,
}

impl Relay {
    fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let ((tell, passed), (instead, told)) = (channel(), channel());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let Some((head, body)) = request(&stream) else { continue };
                let (status, answer) = handed_on(server, &head, &body);
                let told = told.try_recv().unwrap_or(status);
                let reply = format!("HTTP/1.1 {told} .\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _gone = (&stream).write_all(reply.as_bytes());
                let payload = serde_json::from_slice(&body).unwrap();
                if tell.send(Passed { payload, status, answer }).is_err() {
                    return;
                }
            }
        });
        Self { address, passed, instead }
    }

    fn next(&self) -> Passed {
        self.passed.recv_timeout(LIMIT).expect("Alertmanager did not come again")
    }

    /// The next that the server took.
    fn next_taken(&self) -> Passed {
        let begun = Instant::now();
        loop {
            let passed = self.next();
            if passed.status == 200 {
                return passed;
            }
            assert!(begun.elapsed() < LIMIT, "the server never took it");
        }
    }
}

/// Head and body of what comes, or nothing where the sender went away.
fn request(stream: &TcpStream) -> Option<(String, Vec<u8>)> {
    stream.set_read_timeout(Some(LIMIT)).ok()?;
    let (mut reader, mut head) = (BufReader::new(stream), String::new());
    while !head.ends_with("\r\n\r\n") {
        (reader.read_line(&mut head).ok()? > 0).then_some(())?;
    }
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((head, body))
}

/// The same request to the server, and its answer.
fn handed_on(server: SocketAddr, head: &str, body: &[u8]) -> (u16, Value) {
    let mut stream = TcpStream::connect(server).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut answer = String::new();
    let _ended = stream.read_to_string(&mut answer);
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    (status, serde_json::from_str(body).unwrap())
}

/// When alerts began, as the fixtures have it.
const BEGAN: &str = "2026-01-31T09:30:00Z";

/// Two alerts as Prometheus would send them; over at a time, if there is one.
fn alerts(ends_at: Option<&str>) -> Value {
    let one = |instance: &str| {
        let mut alert = json!({
            "labels": {"alertname": "DiskFull", "instance": instance, "severity": "critical"},
            "annotations": {"summary": format!("disk of {instance} is full")},
            "generatorURL": "https://prometheus.example/graph?g0.expr=disk",
        });
        // One that began long ago is sent at once, without waiting for the other: so both begin now.
        if let Some(ends_at) = ends_at {
            alert["startsAt"] = BEGAN.into();
            alert["endsAt"] = ends_at.into();
        }
        alert
    };
    json!([one("db-1:9100"), one("db-2:9100")])
}

fn told(passed: &Passed) -> Vec<(u64, &str)> {
    let results = passed.answer["results"].as_array().unwrap();
    let told = |result: &'_ Value| result["status_code"].as_u64().unwrap();
    results.iter().map(|result| (told(result), result["status"].as_str().unwrap_or_default())).collect()
}

/// What differs from one Alertmanager to the next, made the same: its own address and the times.
fn normalised(mut payload: Value) -> Value {
    payload["externalURL"] = json!("http://alertmanager.example:9093");
    for alert in payload["alerts"].as_array_mut().unwrap() {
        alert["startsAt"] = BEGAN.into();
    }
    payload
}

#[test]
fn after_a_503_a_real_alertmanager_comes_again_and_nothing_is_lost_or_doubled() {
    let hooks = "[[hooks]]\nname = 'alertmanager'\nkind = 'alertmanager'\nsecret = 's3cret-of-the-hook'";
    let server = TestServer::start_with(|config| config.hooks = crate::hooks::configured(hooks));
    let relay = Relay::start(server.address);
    let alertmanager = Alertmanager::start(relay.address);
    server.log.fail(Fault::NoRoom);
    alertmanager.alerts(&alerts(None));
    let refused = relay.next();
    assert_eq!((refused.status, &refused.answer["type"]), (503, &json!("/errors/unavailable")));
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], Value::Null, "nothing was stored");
    // The next time it is stored, but its sender does not learn of it.
    relay.instead.send(503).unwrap();
    relay.instead.send(503).unwrap();
    server.log.mend();
    let first = relay.next_taken();
    assert_eq!(told(&first), [(201, "accepted"), (201, "accepted")]);
    let again = relay.next_taken();
    assert_eq!(told(&again), [(200, "duplicate"), (200, "duplicate")]);
    assert_eq!(again.payload, first.payload, "it repeats the whole");
    recorded("firing.json", normalised(first.payload));
    let after = server.get("/v1/boards/ops/now").json();
    assert_eq!(after["cursor"], "testepoch.3", "the policy and two notices, each once");

    alertmanager.alerts(&alerts(Some("2026-01-31T10:00:00Z")));
    // It may notice that one is over before the other, and then it says so twice.
    let (mut over, mut last) = (Vec::new(), Value::Null);
    while over.len() < 2 {
        let passed = relay.next_taken();
        for (alert, told) in passed.payload["alerts"].as_array().unwrap().iter().zip(told(&passed)) {
            if alert["status"] == "resolved" {
                assert_eq!(told, (200, "deleted"), "{alert}");
                over.push(alert.clone());
            }
        }
        last = passed.payload;
    }
    over.sort_by_key(|alert| alert["labels"]["instance"].to_string());
    last["alerts"] = over.into();
    recorded("resolved.json", normalised(last));
    assert_eq!(server.get("/v1/boards/ops/notices").json()["notices"], json!([]));
}

/// What was sent is what the fixture says that is sent. With `RECORD=1` the fixture is written instead.
fn recorded(name: &str, payload: Value) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/alertmanager").join(name);
    if std::env::var_os("RECORD").is_some() {
        let text = serde_json::to_string_pretty(&payload).unwrap();
        std::fs::write(path, format!("{text}\n")).unwrap();
        return;
    }
    let text = fixture(&format!("alertmanager/{name}"));
    let known: Value = serde_json::from_str(&text).unwrap();
    assert!(
        contains(&payload, &known),
        "{name} is not what Alertmanager sends: see its README; sent: {payload}"
    );
}

/// Whether all of the second is in the first; a newer sender may say more.
fn contains(sent: &Value, known: &Value) -> bool {
    match (sent, known) {
        (Value::Object(sent), Value::Object(known)) => {
            known.iter().all(|(member, value)| sent.get(member).is_some_and(|sent| contains(sent, value)))
        }
        (Value::Array(sent), Value::Array(known)) => {
            sent.len() == known.len() && sent.iter().zip(known).all(|(sent, known)| contains(sent, known))
        }
        (sent, known) => sent == known,
    }
}
