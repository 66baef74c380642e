//! Grafana's webhook of its unified alerting:
//! <https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/>.
//! Its alerts are Alertmanager's with links and values beside them. A payload that a contact point was told to write
//! otherwise is no business of this module: `generic` reads those.

use super::Events;
use super::alerts::{events, payload};
use marquee_protocol::problem::Problem;

/// The payload's `version` counts another way than Alertmanager's ("1" so far) and is not looked at.
pub(super) fn read(body: &[u8]) -> Result<Events, Problem> {
    Ok(events(payload(body, "a Grafana")?.alerts))
}

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::*;
    use serde_json::{Value, json};

    fn noticed(more: Value) -> Value {
        let mut alert =
            json!({"status": "firing", "fingerprint": "f1", "labels": {"alertname": "HighMemory"}});
        for (member, value) in more.as_object().cloned().unwrap_or_default() {
            alert[member] = value;
        }
        let body = json!({"version": "1", "state": "alerting", "alerts": [alert]}).to_string();
        let event = read(body.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}")).remove(0);
        match event {
            Ok(Event::Firing { notice, key }) if key == "f1" => notice,
            _ => panic!("it fires"),
        }
    }

    #[test]
    fn the_link_is_the_panel_then_the_dashboard_then_the_rule() {
        let (panel, board, rule) =
            ("https://g.example/d/1?viewPanel=2", "https://g.example/d/1", "https://g.example/r");
        let all = json!({"panelURL": panel, "dashboardURL": board, "generatorURL": rule});
        assert_eq!(noticed(all)["link"], panel);
        let without_panel = json!({"panelURL": "", "dashboardURL": board, "generatorURL": rule});
        assert_eq!(noticed(without_panel)["link"], board);
        let plain = json!({"panelURL": "http://localhost:3000/d/1", "generatorURL": rule});
        assert_eq!(noticed(plain)["link"], rule);
        assert_eq!(noticed(json!({"panelURL": null})).get("link"), None);
    }

    #[test]
    fn values_are_kept_beside_the_labels() {
        let values = json!({"B": 44.239, "C": 1});
        let notice = noticed(json!({"values": values, "valueString": "[ var='B' ]"}));
        assert_eq!(notice["data"], json!({"labels": {"alertname": "HighMemory"}, "values": values}));
        for nothing in [json!({"values": null}), json!({})] {
            assert_eq!(noticed(nothing)["data"], json!({"labels": {"alertname": "HighMemory"}}));
        }
        assert_eq!(noticed(json!({"labels": null, "annotations": null}))["text"], "alert");
    }
}
