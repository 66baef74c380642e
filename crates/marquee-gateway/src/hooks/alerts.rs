//! Alerts as Alertmanager writes them, and Grafana after it: a list, each with a status, labels, annotations and a
//! fingerprint that it is known by. It reads what is documented and passes over what is not.

use super::{Event, Events, KEY_MAX, bounded, shown_text, tags_from, unread};
use marquee_core::Level;
use marquee_protocol::notice::{DATA_MAX, is_link};
use marquee_protocol::problem::{Fault, Problem};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What both send around their alerts, as far as it is looked at.
#[derive(Deserialize)]
pub(super) struct Payload {
    pub(super) version: Option<Value>,
    pub(super) alerts: Vec<Value>,
}

#[derive(Deserialize)]
struct Alert {
    status: String,
    fingerprint: String,
    #[serde(default, deserialize_with = "or_default")]
    labels: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "or_default")]
    annotations: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "or_default", rename = "generatorURL")]
    generator_url: String,
    /// Only Grafana sends this one and those after it.
    #[serde(default, deserialize_with = "or_default", rename = "panelURL")]
    panel_url: String,
    #[serde(default, deserialize_with = "or_default", rename = "dashboardURL")]
    dashboard_url: String,
    #[serde(default)]
    values: Value,
}

/// Go writes what is not there as null.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// The payload, or what it is not. `sender`: with its article.
pub(super) fn payload(body: &[u8], sender: &str) -> Result<Payload, Problem> {
    let payload: Value = serde_json::from_slice(body).map_err(|error| unread(&error))?;
    let payload: Payload = serde_json::from_value(payload).map_err(|_| {
        Problem::invalid(vec![Fault::new("/alerts", format!("{sender} webhook has a list of alerts here"))])
    })?;
    bounded(&payload.alerts, "/alerts")?;
    Ok(payload)
}

/// What the alerts say.
pub(super) fn events(alerts: Vec<Value>) -> Events {
    alerts
        .into_iter()
        .enumerate()
        .map(|(place, alert)| event(place, alert).map_err(|fault| vec![fault]))
        .collect()
}

fn event(place: usize, alert: Value) -> Result<Event, Fault> {
    let alert: Alert = serde_json::from_value(alert)
        .map_err(|error| Fault::new(format!("/alerts/{place}"), format!("not an alert: {error}")))?;
    let key = alert.fingerprint.clone();
    if key.is_empty() || key.chars().count() > KEY_MAX || key.contains(char::is_control) {
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
    let label = |name| alert.labels.get(name).map(String::as_str);
    // What nothing is left of is passed over, so that no alert is refused for it.
    let words = |value: Option<&str>| value.and_then(shown_text);
    let annotation = |name| words(alert.annotations.get(name).map(String::as_str));
    let text = annotation("summary").or_else(|| annotation("description")).unwrap_or_else(|| {
        let named = [words(label("alertname")), words(label("instance"))];
        let named: Vec<String> = named.into_iter().flatten().collect();
        if named.is_empty() { "alert".to_owned() } else { named.join(" ") }
    });
    let mut notice = json!({
        "level": level(label("severity")).name(),
        // Two words that fit alone may not fit together.
        "text": shown_text(&text),
        "tags": tags_from([label("alertname"), label("instance")].into_iter().flatten()),
    });
    // A link that we would refuse is left out: the alert matters more. The panel shows most.
    let links = [&alert.panel_url, &alert.dashboard_url, &alert.generator_url];
    if let Some(link) = links.into_iter().find(|link| is_link(link)) {
        notice["link"] = (&**link).into();
    }
    let mut data = Map::new();
    data.insert("labels".into(), json!(alert.labels));
    if alert.values.is_object() {
        data.insert("values".into(), alert.values.clone());
    }
    let data = Value::Object(data);
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
