//! Prometheus Alertmanager's webhook, version 4: <https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>.
//! An alert is known by its fingerprint; it reads what is documented and passes over what is not.

use super::{Event, Events, fitting};
use marquee_core::Level;
use marquee_protocol::notice::{DATA_MAX, is_link};
use marquee_protocol::problem::{Fault, Problem, Slug};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The longest tag, in characters.
const TAG_MAX: usize = 64;

#[derive(Deserialize)]
struct Payload {
    version: Option<Value>,
    alerts: Vec<Value>,
}

#[derive(Deserialize)]
struct Alert {
    status: String,
    fingerprint: String,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    annotations: BTreeMap<String, String>,
    #[serde(default, rename = "generatorURL")]
    generator_url: String,
}

pub(super) fn read(body: &[u8]) -> Result<Events, Problem> {
    let payload: Value = serde_json::from_slice(body)
        .map_err(|error| Problem::new(Slug::Malformed, format!("not JSON: {error}")))?;
    let payload: Payload = serde_json::from_value(payload).map_err(|_| {
        Problem::invalid(vec![Fault::new("/alerts", "an Alertmanager webhook has a list of alerts here")])
    })?;
    if payload.version.is_some_and(|version| version != "4") {
        return Err(Problem::invalid(vec![Fault::new(
            "/version",
            "webhooks of version \"4\" are read here",
        )]));
    }
    Ok(payload.alerts.into_iter().enumerate().map(|(place, alert)| event(place, alert)).collect())
}

fn event(place: usize, alert: Value) -> Result<Event, Fault> {
    let alert: Alert = serde_json::from_value(alert)
        .map_err(|error| Fault::new(format!("/alerts/{place}"), format!("not an alert: {error}")))?;
    let key = alert.fingerprint.clone();
    if key.is_empty() || key.chars().count() > 128 || key.contains(char::is_control) {
        let detail = "the fingerprint is what an alert is known by: 1 to 128 characters";
        return Err(Fault::new(format!("/alerts/{place}/fingerprint"), detail));
    }
    match &*alert.status {
        "firing" => Ok(Event::Firing { key, notice: notice(&alert) }),
        "resolved" => Ok(Event::Resolved { key }),
        _ => Err(Fault::new(format!("/alerts/{place}/status"), "firing or resolved")),
    }
}

fn notice(alert: &Alert) -> Value {
    let label = |name| alert.labels.get(name).filter(|value: &&String| !value.trim().is_empty());
    // What nothing is left of is passed over, so that no alert is refused for it.
    let words =
        |value: Option<&String>| value.map(|value| fitting(value)).filter(|text| !text.trim().is_empty());
    let annotation = |name| words(alert.annotations.get(name));
    let text = annotation("summary").or_else(|| annotation("description")).unwrap_or_else(|| {
        let named = [words(label("alertname")), words(label("instance"))];
        let named: Vec<String> = named.into_iter().flatten().collect();
        if named.is_empty() { "alert".to_owned() } else { named.join(" ") }
    });
    let tags = [label("alertname"), label("instance")].into_iter().flatten();
    let tags: Vec<&String> =
        tags.filter(|tag| tag.chars().count() <= TAG_MAX && !tag.contains(char::is_control)).collect();
    let mut notice = json!({
        "level": level(label("severity").map(String::as_str)).name(),
        "text": fitting(&text),
        "tags": tags,
    });
    // A link that we would refuse is left out: the alert matters more.
    if is_link(&alert.generator_url) {
        notice["link"] = (&*alert.generator_url).into();
    }
    let data = json!({ "labels": alert.labels });
    if data.to_string().len() <= DATA_MAX {
        notice["data"] = data;
    }
    notice
}

/// An alert without a known severity is at least a warning; `none` is how alerts say that they are no matter.
fn level(severity: Option<&str>) -> Level {
    match severity {
        Some(word) if word.eq_ignore_ascii_case("none") => Level::Low,
        Some(word) => Level::parse(word).unwrap_or(Level::Warning),
        None => Level::Warning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_protocol::notice::TEXT_MAX;

    fn alert(more: Value) -> Value {
        let mut alert = json!({"status": "firing", "fingerprint": "f1", "labels": {"alertname": "DiskFull"}});
        for (member, value) in more.as_object().cloned().unwrap_or_default() {
            alert[member] = value;
        }
        alert
    }

    fn only(more: Value) -> Result<Event, Fault> {
        let body = json!({"version": "4", "alerts": [alert(more)]}).to_string();
        read(body.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}")).remove(0)
    }

    fn noticed(more: Value) -> Value {
        match only(more) {
            Ok(Event::Firing { notice, .. }) => notice,
            Ok(Event::Resolved { .. }) => panic!("resolved"),
            Err(fault) => panic!("{fault:?}"),
        }
    }

    #[test]
    fn the_summary_is_the_text_then_the_description_then_the_name() {
        let both = json!({"annotations": {"summary": "disk\nfull", "description": "more"}});
        assert_eq!(noticed(both)["text"], "disk full");
        assert_eq!(noticed(json!({"annotations": {"summary": " ", "description": "more"}}))["text"], "more");
        assert_eq!(noticed(json!({}))["text"], "DiskFull");
        let long = "x".repeat(3_000);
        let text = noticed(json!({"annotations": {"summary": long}}))["text"].as_str().unwrap().to_owned();
        assert_eq!((text.chars().count(), text.ends_with('…')), (TEXT_MAX, true));
    }

    #[test]
    fn severities_go_through_the_aliases_and_an_unknown_one_is_a_warning() {
        for (severity, level) in [
            ("critical", "URGENT"),
            ("warning", "WARNING"),
            ("info", "INFO"),
            ("page", "WARNING"),
            ("none", "LOW"),
        ] {
            assert_eq!(noticed(json!({"labels": {"severity": severity}}))["level"], level, "{severity}");
        }
        assert_eq!(noticed(json!({}))["level"], "WARNING");
    }

    #[test]
    fn what_would_be_refused_is_left_out() {
        let plain = noticed(json!({"generatorURL": "http://prometheus:9090/graph"}));
        assert_eq!(plain.get("link"), None);
        let linked = noticed(json!({"generatorURL": "https://prometheus.example/graph?g0=1"}));
        assert_eq!(linked["link"], "https://prometheus.example/graph?g0=1");
        let many = noticed(json!({"labels": {"alertname": "A", "big": "x".repeat(5_000)}}));
        assert_eq!(many.get("data"), None);
    }

    #[test]
    fn a_bad_alert_is_a_fault_at_its_place_and_spoils_no_other() {
        let body =
            json!({"alerts": [alert(json!({})), {"status": "firing"}, alert(json!({"status": "asleep"}))]});
        let events = read(body.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}"));
        let faults: Vec<_> =
            events.iter().map(|event| event.as_ref().err().map(|f| f.pointer.as_str())).collect();
        assert_eq!(faults, [None, Some("/alerts/1"), Some("/alerts/2/status")]);
        assert!(matches!(only(json!({"status": "resolved"})), Ok(Event::Resolved { key }) if key == "f1"));
        assert!(only(json!({"fingerprint": ""})).is_err());
    }

    #[test]
    fn what_is_no_webhook_is_refused_as_a_whole() {
        for (body, slug) in
            [("{", Slug::Malformed), ("{}", Slug::Invalid), (r#"{"version":"3","alerts":[]}"#, Slug::Invalid)]
        {
            assert_eq!(read(body.as_bytes()).map_err(|problem| problem.slug).err(), Some(slug), "{body}");
        }
    }
}
