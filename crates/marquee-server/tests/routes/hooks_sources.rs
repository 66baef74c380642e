//! `POST /v1/hooks/{source}`: Grafana, CloudEvents, Nightingale and templates, each with payloads as it sends them, and
//! what a board holds of them afterwards.

use crate::harness::{Answer, TestServer};
use crate::hooks::{configured, fixture, results, told};
use serde_json::{Value, json};

fn send(server: &TestServer, source: &str, media_type: &str, body: impl AsRef<[u8]>) -> Answer {
    server.post(&format!("/v1/hooks/{source}?board=ops"), media_type, body)
}

fn outcomes(answer: &Answer) -> Vec<(u64, String)> {
    results(answer).iter().map(told).map(|(status, word)| (status, word.to_owned())).collect()
}

#[track_caller]
fn came_to(answer: &Answer, expected: &[(u64, &str)]) {
    let outcomes = outcomes(answer);
    let outcomes: Vec<_> = outcomes.iter().map(|(status, word)| (*status, &**word)).collect();
    assert_eq!(outcomes, expected, "{}", answer.text);
}

fn shown(server: &TestServer) -> Vec<Value> {
    server.get("/v1/boards/ops/notices").json()["notices"].as_array().cloned().unwrap_or_default()
}

#[track_caller]
fn has(notice: &Value, members: &Value) {
    for (member, value) in members.as_object().unwrap() {
        assert_eq!(&notice[member], value, "{member}");
    }
}

#[test]
fn grafana_fires_and_resolves() {
    let server = TestServer::start();
    let firing = fixture("grafana/firing.json");
    came_to(&send(&server, "grafana", "application/json", &firing), &[(201, "accepted"), (201, "accepted")]);
    let notices = shown(&server);
    let labels: Value = serde_json::from_str::<Value>(&firing).unwrap()["alerts"][0]["labels"].clone();
    has(
        &notices[0],
        &json!({
            "text": "web-3 has 4 % of its memory left",
            "level": "URGENT",
            "key": "c6eadffa33fcdf37",
            "tags": ["Memory is short", "web-3"],
            "link": "https://grafana.example/d/node?orgId=1&viewPanel=7",
            "data": {"labels": labels, "values": {"A": 4.02, "C": 1}},
        }),
    );
    has(&notices[1], &json!({"text": "DatasourceNoData", "level": "WARNING", "link": null}));
    came_to(
        &send(&server, "grafana", "application/json", &firing),
        &[(200, "duplicate"), (200, "duplicate")],
    );
    let resolved = fixture("grafana/resolved.json");
    came_to(&send(&server, "grafana", "application/json", &resolved), &[(200, "deleted")]);
    came_to(&send(&server, "grafana", "application/json", &resolved), &[(200, "unknown")]);
    assert_eq!(shown(&server).len(), 1);
}

#[test]
fn a_cloudevent_is_published_once_in_whatever_mode_it_comes() {
    let server = TestServer::start();
    let structured = fixture("cloudevents/structured.json");
    let json = "application/cloudevents+json; charset=UTF-8";
    came_to(&send(&server, "cloudevents", json, &structured), &[(201, "accepted")]);
    let about = json!({
        "id": "B234-1234-1234",
        "source": "https://ci.example/pipelines",
        "type": "com.example.pipeline.failed",
        "subject": "main",
        "time": "2026-01-31T09:30:00Z",
    });
    let expected = json!({
        "text": "pipeline of main failed",
        "level": "WARNING",
        "tags": ["ci"],
        "link": "https://ci.example/pipelines/9",
        "data": {"event": about},
    });
    has(&shown(&server)[0], &expected);
    came_to(&send(&server, "cloudevents", json, &structured), &[(200, "duplicate")]);
    let whole: Value = serde_json::from_str(&structured).unwrap();
    let headers = [
        ("content-type", "application/json"),
        ("ce-specversion", "1.0"),
        ("ce-id", "B234-1234-1234"),
        ("ce-source", "https://ci.example/pipelines"),
        ("ce-type", "com.example.pipeline.failed"),
        ("ce-subject", "main"),
        ("ce-time", "2026-01-31T09:30:00Z"),
    ];
    let path = "/v1/hooks/cloudevents?board=ops";
    let binary = server.send("POST", path, &headers, whole["data"].to_string());
    came_to(&binary, &[(200, "duplicate")]);
    let mut other = whole.clone();
    other["data"] = json!({"text": "other words under the same name"});
    let other = send(&server, "cloudevents", json, other.to_string());
    assert_eq!(results(&other)[0]["status_code"], 409);
    assert_eq!(server.get("/v1/boards/ops/now").json()["cursor"], "testepoch.2");
}

#[test]
fn a_batch_of_cloudevents_is_taken_event_by_event() {
    let server = TestServer::start();
    let batch = "application/cloudevents-batch+json";
    let answer = send(&server, "cloudevents", batch, fixture("cloudevents/batched.json"));
    came_to(&answer, &[(201, "accepted"), (201, "accepted"), (422, "")]);
    let problem = &results(&answer)[2]["problem"];
    assert_eq!(problem["errors"][0]["pointer"], "/2/source", "{problem}");
    let texts: Vec<Value> = shown(&server).iter().map(|notice| notice["text"].clone()).collect();
    assert_eq!(texts, ["com.example.door.opened", "the door of hall 2 is closed"]);
    came_to(&send(&server, "cloudevents", batch, "[]"), &[]);
    for (media_type, body, status) in [
        (batch, "{}", 422),
        (batch, "[", 400),
        ("application/cloudevents+avro", "{}", 415),
        ("application/json", "{}", 415),
        ("application/cloudevents+json", "{}", 200),
    ] {
        assert_eq!(send(&server, "cloudevents", media_type, body).status, status, "{media_type} {body}");
    }
}

#[test]
fn what_a_notice_may_not_have_is_left_out_of_a_foreign_one() {
    let server = TestServer::start();
    let data = json!({
        "text": "x".repeat(3_000), "ttl": "long", "link": "http://plain.example", "key": "", "starts_at": "soon",
        "html": 7, "tags": ["t".repeat(65), "fits"]
    });
    let event = json!({"specversion": "1.0", "id": "1", "source": "s", "type": "t", "data": data});
    let answer = send(&server, "cloudevents", "application/cloudevents+json", event.to_string());
    assert_eq!(answer.json()["results"][0]["status_code"], 201, "{}", answer.text);
    let notice = &shown(&server)[0];
    assert_eq!(notice["text"].as_str().unwrap().chars().count(), 2_000);
    has(notice, &json!({"tags": ["fits"], "link": null, "key": null, "html": null}));
}

#[test]
fn nightingale_fires_in_a_list_and_recovers_alone() {
    let server = TestServer::start();
    let firing = fixture("nightingale/firing.json");
    came_to(
        &send(&server, "nightingale", "application/json", &firing),
        &[(201, "accepted"), (201, "accepted")],
    );
    let notices = shown(&server);
    let expected = json!({
        "text": "CPU 使用率过高 db-1: 97.3",
        "level": "URGENT",
        "key": "54f5543591c6dc0e30139cae196a1eee",
        "tags": ["CPU 使用率过高", "db-1"],
        "link": "https://runbooks.example/cpu",
    });
    has(&notices[0], &expected);
    assert_eq!(notices[0]["data"]["first_trigger_time"], 1_769_851_800);
    assert!(!notices[0].to_string().contains("10086"), "nobody's number is shown");
    has(&notices[1], &json!({"text": "db-2 已失联三分钟", "level": "WARNING", "link": null}));
    came_to(
        &send(&server, "nightingale", "application/json", &firing),
        &[(200, "duplicate"), (200, "duplicate")],
    );
    let recovered = fixture("nightingale/recovered.json");
    came_to(&send(&server, "nightingale", "application/json", recovered), &[(200, "deleted")]);
    assert_eq!(shown(&server).len(), 1);
}

const TEMPLATES: &str = "
[[hooks]]
name = 'github'
kind = 'generic'
[hooks.template]
text = '{/workflow_run/name} of {/repository/full_name} on {/workflow_run/head_branch}: {/workflow_run/conclusion}'
level = 'error'
key = '{/repository/full_name}/{/workflow_run/name}/{/workflow_run/head_branch}'
link = '{/workflow_run/html_url}'
tags = 'ci, {/workflow_run/head_branch}'
resolved = '{/workflow_run/conclusion}'
resolved_values = ['success']
[[hooks]]
name = 'scada'
kind = 'generic'
[hooks.template]
items = '/problems'
text = '{$/site} {/host}: {/what}'
id = '{/id}'
level = '{/class}'
tags = '{/groups}'
ttl = '{/keep_s}'
link = '{/manual}'
level_map = { 5 = 'URGENT', 1 = 'LOW' }
[[hooks]]
name = 'words'
kind = 'generic'
[hooks.template]
items = '/problems'
text = '{/what}'
";

#[test]
fn a_template_makes_alerts_of_what_no_kind_knows() {
    let server = TestServer::start_with(|config| config.hooks = configured(TEMPLATES));
    let failed = fixture("generic/workflow_run.json");
    came_to(&send(&server, "github", "application/json", &failed), &[(201, "accepted")]);
    let expected = json!({
        "text": "Build of octo-org/octo-repo on main: failure",
        "level": "WARNING",
        "key": "octo-org/octo-repo/Build/main",
        "tags": ["ci", "main"],
        "link": "https://github.com/octo-org/octo-repo/actions/runs/30433642",
    });
    has(&shown(&server)[0], &expected);
    came_to(&send(&server, "github", "application/json", &failed), &[(200, "duplicate")]);
    let mended = failed.replace("\"failure\"", "\"success\"");
    came_to(&send(&server, "github", "application/json", mended), &[(200, "deleted")]);
    assert_eq!(send(&server, "github", "application/x-www-form-urlencoded", "payload={}").status, 415);
    assert_eq!(send(&server, "github", "application/json", "{").status, 400);
}

#[test]
fn a_template_reads_lists_and_what_comes_to_nothing_is_a_fault_at_its_place() {
    let server = TestServer::start_with(|config| config.hooks = configured(TEMPLATES));
    let list = fixture("generic/list.json");
    let codes = |answer: &Answer| results(answer).iter().map(|result| told(result).0).collect::<Vec<_>>();
    assert_eq!(codes(&send(&server, "scada", "application/json", &list)), [201, 201, 201]);
    assert_eq!(codes(&send(&server, "scada", "application/json", &list)), [200, 200, 200]);
    let notices = shown(&server);
    has(
        &notices[0],
        &json!({"text": "north pump-1: pressure is low", "level": "URGENT", "tags": ["pumps", "north"], "key": null}),
    );
    has(&notices[1], &json!({"level": "LOW", "tags": []}));
    has(&notices[2], &json!({"level": "WARNING", "link": null}));
    let empty = send(&server, "words", "application/json", &list);
    assert_eq!(codes(&empty), [201, 422, 201]);
    assert_eq!(results(&empty)[1]["problem"]["errors"][0]["pointer"], "/problems/1");
    assert_eq!(send(&server, "words", "application/json", "{}").pointers(), ["/problems"]);
}

#[test]
fn every_configuration_that_the_guide_shows_is_one() {
    let guide = include_str!("../../../../docs/operate/sources.md");
    let mut shown: Vec<&str> = Vec::new();
    for block in guide.split("```toml\n").skip(1) {
        shown.push(block.split_once("```").unwrap().0);
    }
    assert!(shown.len() >= 5, "{} configurations", shown.len());
    for file in shown {
        assert_eq!(configured(file).len(), 1, "{file}");
    }
}

#[test]
fn a_list_without_end_is_refused_as_a_whole() {
    let server = TestServer::start_with(|config| config.hooks = configured(TEMPLATES));
    let many = |count: usize| format!("[{}]", vec!["1"; count].join(","));
    for (source, member, place) in [
        ("words", "problems", "/problems"),
        ("grafana", "alerts", "/alerts"),
        ("alertmanager", "alerts", "/alerts"),
    ] {
        let refused = send(&server, source, "application/json", format!("{{\"{member}\":{}}}", many(4_097)));
        assert_eq!((refused.status, refused.pointers()), (422, vec![place.to_owned()]), "{}", refused.text);
    }
    for (source, media_type) in
        [("nightingale", "application/json"), ("cloudevents", "application/cloudevents-batch+json")]
    {
        let refused = send(&server, source, media_type, many(4_097));
        assert_eq!((refused.status, refused.pointers()), (422, vec![String::new()]), "{}", refused.text);
    }
    let most = format!("{{\"problems\":{}}}", many(4_096));
    assert_eq!(results(&send(&server, "words", "application/json", most)).len(), 4_096);
}
