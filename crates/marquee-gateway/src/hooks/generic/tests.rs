//! Templates and what they make of payloads; every fault of a template by its name.

use super::*;
use http::HeaderMap;

fn config(toml: &Value) -> TemplateConfig {
    serde_json::from_value(toml.clone()).unwrap_or_else(|error| panic!("{error}"))
}

fn generic(template: &Value) -> Generic {
    Generic::new(&config(template)).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn read(template: &Value, body: &Value, webhook_id: Option<&str>) -> Events {
    let (body, headers) = (body.to_string(), HeaderMap::new());
    let body = body.as_bytes();
    let payload =
        Payload { source: "ci", media_type: "application/json", headers: &headers, body, webhook_id };
    generic(template).read(&payload).unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn only(template: &Value, body: &Value) -> Result<Event, Vec<Fault>> {
    read(template, body, None).remove(0)
}

fn noticed(template: &Value, body: &Value) -> Value {
    match only(template, body) {
        Ok(Event::Firing { notice, .. } | Event::Message { notice, .. }) => notice,
        Ok(Event::Resolved { .. }) => panic!("resolved"),
        Err(faults) => panic!("{faults:?}"),
    }
}

fn id(event: &Result<Event, Vec<Fault>>) -> String {
    match event {
        Ok(Event::Message { id, .. }) => id.as_str().to_owned(),
        _ => panic!("a message"),
    }
}

#[test]
fn every_member_is_filled_from_its_template() {
    let template = json!({
        "text": "{/host}: {/what}", "level": "{/prio}", "level_map": {"5": "URGENT"}, "tags": "{/labels}, zabbix",
        "link": "https://z.example/{/id}", "ttl": "{/for}"
    });
    let body =
        json!({"host": "db-1", "what": "disk\nfull", "prio": 5, "labels": ["db", "eu"], "id": 7, "for": 90});
    assert_eq!(
        noticed(&template, &body),
        json!({
            "text": "db-1: disk full", "level": "URGENT", "tags": ["db", "eu", "zabbix"],
            "link": "https://z.example/7", "ttl": 90
        })
    );
    assert_eq!(noticed(&json!({"text": "{/what}"}), &body), json!({"text": "disk full"}));
}

#[test]
fn a_level_is_mapped_or_an_alias_or_a_warning() {
    let template = json!({"text": "x", "level": "{/s}", "level_map": {"Sev-1": "urgent", "chatter": "LOW"}});
    for (word, level) in [
        (json!("sev-1"), "URGENT"),
        (json!("CHATTER"), "LOW"),
        (json!("minor"), "LOW"),
        (json!("p3"), "INFO"),
        (json!("odd"), "WARNING"),
        (json!(null), "WARNING"),
    ] {
        assert_eq!(noticed(&template, &json!({"s": word}))["level"], level, "{word}");
    }
}

#[test]
fn an_alert_fires_and_is_resolved_by_its_key() {
    let template =
        json!({"text": "{/t}", "key": "{/host}/{/check}", "resolved": "{/state}", "resolved_values": ["Up"]});
    let event = |state: &str| json!({"t": "x", "host": "a", "check": "ping", "state": state});
    assert!(matches!(only(&template, &event("down")), Ok(Event::Firing { key, .. }) if key == "a/ping"));
    assert!(matches!(only(&template, &event("UP")), Ok(Event::Resolved { key }) if key == "a/ping"));
    assert!(matches!(only(&template, &event("ok")), Ok(Event::Firing { .. })), "its own words only");
    let usual = json!({"text": "x", "key": "k", "resolved": "{/over}"});
    assert!(matches!(only(&usual, &json!({"over": true})), Ok(Event::Resolved { .. })));
    assert!(matches!(only(&usual, &json!({"over": false})), Ok(Event::Firing { .. })));
    assert!(matches!(only(&usual, &json!({})), Ok(Event::Firing { .. })));
    let long = json!({"text": "x", "key": "{/a}"});
    let key = |a: &str| match only(&long, &json!({"a": a})) {
        Ok(Event::Firing { key, .. }) => key,
        _ => panic!("it fires"),
    };
    let (one, two) = (key(&"a".repeat(200)), key(&"a".repeat(201)));
    assert!(one.len() == 64 && one != two, "{one} {two}");
}

#[test]
fn items_are_read_one_by_one_and_the_whole_is_in_reach() {
    let template = json!({"items": "/alerts", "text": "{$/title}: {/m}", "key": "{/k}"});
    let body = json!({"title": "T", "alerts": [{"m": "a", "k": "1"}, {"m": "b"}, {"m": "", "k": "3"}, 7]});
    let events = read(&template, &body, None);
    assert!(matches!(&events[0], Ok(Event::Firing { notice, .. }) if notice["text"] == "T: a"));
    let places: Vec<_> =
        events.iter().map(|event| event.as_ref().err().map(|faults| faults[0].pointer.clone())).collect();
    assert_eq!(places, [None, Some("/alerts/1".into()), None, Some("/alerts/3".into())]);
    let listed = json!({"items": "", "text": "{}"});
    assert_eq!(read(&listed, &json!(["a", "b"]), None).len(), 2);
}

#[test]
fn a_text_that_comes_to_nothing_is_a_fault_at_its_place() {
    let faults = only(&json!({"text": "{/missing} \u{feff}"}), &json!({})).err().unwrap_or_default();
    assert!(faults[0].pointer.is_empty() && faults[0].detail.contains("text"), "{faults:?}");
    let payload = b"{}";
    let headers = HeaderMap::new();
    let payload = Payload {
        source: "ci",
        media_type: "application/json",
        headers: &headers,
        body: payload,
        webhook_id: None,
    };
    let problem = generic(&json!({"items": "/a", "text": "x"})).read(&payload).err();
    assert_eq!(problem.map(|problem| problem.errors[0].pointer.clone()).as_deref(), Some("/a"));
}

#[test]
fn a_message_sent_again_is_the_same_and_another_is_not() {
    let by_content = json!({"items": "/m", "text": "{}"});
    let events = read(&by_content, &json!({"m": ["a", "b", "a"]}), None);
    assert_eq!(id(&events[0]), id(&events[2]));
    assert_ne!(id(&events[0]), id(&events[1]));
    let signed = |webhook| read(&by_content, &json!({"m": ["a", "a"]}), Some(webhook));
    assert_ne!(id(&signed("w1")[0]), id(&signed("w1")[1]), "two items of one webhook");
    assert_eq!(id(&signed("w1")[1]), id(&signed("w1")[1]));
    assert_ne!(id(&signed("w1")[0]), id(&signed("w2")[0]));
    let by_id = json!({"text": "x", "id": "{/id}"});
    let named = |value: Value| only(&by_id, &json!({"id": value}));
    assert_eq!(id(&named(json!(7))), id(&named(json!("7"))));
    assert!(named(json!("")).is_err());
}

#[test]
fn every_fault_of_a_template_is_named() {
    let faults = |template: &Value| Generic::new(&config(template)).map(|_| ()).unwrap_err().join("; ");
    for (template, words) in [
        (json!({}), &["template.text is missing"][..]),
        (
            json!({"text": "{a}", "key": "{/k", "link": "{b}"}),
            &["template.text:", "template.key:", "template.link:"],
        ),
        (json!({"text": "x", "items": "a"}), &["template.items:"]),
        (json!({"text": "x", "level_map": {"5": "loud"}}), &["level_map.5", "loud", "needs template.level"]),
        (json!({"text": "x", "level": "l", "level_map": {"A": "low", "a": "low"}}), &["stands twice"]),
        (json!({"text": "x", "resolved": "r"}), &["needs template.key"]),
        (json!({"text": "x", "resolved_values": ["r"]}), &["needs template.resolved"]),
        (json!({"text": "x", "key": "k", "id": "i"}), &["template.id"]),
    ] {
        let said = faults(&template);
        assert!(words.iter().all(|word| said.contains(word)), "{template}: {said}");
    }
    let map: BTreeMap<String, &str> = (0..=WORDS_MAX).map(|n| (n.to_string(), "low")).collect();
    assert!(faults(&json!({"text": "x", "level": "l", "level_map": map})).contains("at most 100"));
}
