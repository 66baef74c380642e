//! Prometheus Alertmanager's webhook, version 4: <https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>.
//! What an alert becomes is shared with Grafana; here is only what is Alertmanager's own.

use super::Events;
use super::alerts::{events, payload};
use marquee_protocol::problem::{Fault, Problem};

pub(super) fn read(body: &[u8]) -> Result<Events, Problem> {
    let payload = payload(body, "an Alertmanager")?;
    if payload.version.is_some_and(|version| version != "4") {
        return Err(Problem::invalid(vec![Fault::new(
            "/version",
            "webhooks of version \"4\" are read here",
        )]));
    }
    Ok(events(payload.alerts))
}

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::*;
    use marquee_protocol::notice::TEXT_MAX;
    use marquee_protocol::problem::Slug;
    use serde_json::{Value, json};

    fn alert(more: Value) -> Value {
        let mut alert = json!({"status": "firing", "fingerprint": "f1", "labels": {"alertname": "DiskFull"}});
        for (member, value) in more.as_object().cloned().unwrap_or_default() {
            alert[member] = value;
        }
        alert
    }

    fn only(more: Value) -> Result<Event, Vec<Fault>> {
        let body = json!({"version": "4", "alerts": [alert(more)]}).to_string();
        read(body.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}")).remove(0)
    }

    fn noticed(more: Value) -> Value {
        match only(more) {
            Ok(Event::Firing { notice, .. }) => notice,
            Ok(Event::Resolved { .. }) => panic!("resolved"),
            Ok(Event::Message { .. }) => panic!("a message"),
            Err(faults) => panic!("{faults:?}"),
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
        let faults: Vec<_> = events
            .iter()
            .map(|event| event.as_ref().err().map(|faults| faults[0].pointer.as_str()))
            .collect();
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
