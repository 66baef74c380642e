//! Nightingale (夜莺): the alert events of its callbacks, a list, or one event where an older webhook sends it:
//! <https://n9e.github.io/zh/docs/usecase/webhook>. An event is known by its `hash`, the same when it recovers.
//! It never takes over whom an event is sent to: names, addresses and telephone numbers are no matter of a board.

use super::{Event, Events, bounded, key_from, shown_text, tags_from, unread};
use marquee_core::Level;
use marquee_protocol::notice::{DATA_MAX, is_link};
use marquee_protocol::problem::{Fault, Problem};
use serde_json::{Map, Value, json};

/// What is handed to terminals as it is.
const DATA: [&str; 5] = ["tags", "group_name", "cluster", "trigger_value", "first_trigger_time"];

pub(super) fn read(body: &[u8]) -> Result<Events, Problem> {
    let payload: Value = serde_json::from_slice(body).map_err(|error| unread(&error))?;
    match payload {
        Value::Array(events) => {
            bounded(&events, "")?;
            let events = events.iter().enumerate();
            Ok(events
                .map(|(place, one)| event(&format!("/{place}"), one).map_err(|fault| vec![fault]))
                .collect())
        }
        one @ Value::Object(_) => Ok(vec![event("", &one).map_err(|fault| vec![fault])]),
        _ => Err(Problem::invalid(vec![Fault::new(
            "",
            "a list of Nightingale's alert events, or one of them, belongs here",
        )])),
    }
}

fn event(place: &str, event: &Value) -> Result<Event, Fault> {
    if !event.is_object() {
        return Err(Fault::new(place, "one of Nightingale's alert events belongs here"));
    }
    let key = event["hash"].as_str().and_then(key_from).ok_or_else(|| {
        Fault::new(
            format!("{place}/hash"),
            "the hash is what an event is known by: a string that is not empty",
        )
    })?;
    // Events of its history write it as a number.
    match &event["is_recovered"] {
        Value::Null | Value::Bool(false) => Ok(Event::Firing { key, notice: notice(event) }),
        Value::Bool(true) => Ok(Event::Resolved { key }),
        number if number == 0 => Ok(Event::Firing { key, notice: notice(event) }),
        number if number == 1 => Ok(Event::Resolved { key }),
        _ => Err(Fault::new(format!("{place}/is_recovered"), "true or false")),
    }
}

fn notice(event: &Value) -> Value {
    let words = |name: &str| event[name].as_str().and_then(shown_text);
    let annotation = |name: &str| event["annotations"][name].as_str().and_then(shown_text);
    let text = annotation("summary").or_else(|| annotation("description")).unwrap_or_else(|| {
        let named =
            [words("rule_name"), words("target_ident")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let named = if named.is_empty() { "alert".to_owned() } else { named };
        words("trigger_value").map_or_else(|| named.clone(), |value| format!("{named}: {value}"))
    });
    let level = match event["severity"].as_u64() {
        Some(1) => Level::Urgent,
        Some(3) => Level::Info,
        _ => Level::Warning,
    };
    let tags = ["rule_name", "target_ident"].into_iter().filter_map(|name| event[name].as_str());
    let mut notice = json!({
        "level": level.name(),
        "text": shown_text(&text),
        "tags": tags_from(tags),
    });
    if let Some(link) = event["runbook_url"].as_str().filter(|link| is_link(link)) {
        notice["link"] = link.into();
    }
    let data = DATA.into_iter().map(|name| (name, &event[name])).filter(|(_, value)| !value.is_null());
    let data: Map<String, Value> = data.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    let data = Value::Object(data);
    if data.to_string().len() <= DATA_MAX {
        notice["data"] = data;
    }
    notice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(body: &Value) -> Option<String> {
        let mut events = read(body.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}"));
        events.remove(0).err().map(|faults| faults[0].pointer.clone())
    }

    fn noticed(event: &Value) -> Value {
        match read(event.to_string().as_bytes()).map(|mut events| events.remove(0)) {
            Ok(Ok(Event::Firing { notice, .. })) => notice,
            _ => panic!("it fires"),
        }
    }

    #[test]
    fn severities_are_three() {
        for (severity, level) in
            [(json!(1), "URGENT"), (json!(2), "WARNING"), (json!(3), "INFO"), (json!("1"), "WARNING")]
        {
            assert_eq!(noticed(&json!({"hash": "h", "severity": severity}))["level"], level, "{severity}");
        }
    }

    #[test]
    fn the_text_is_an_annotation_or_says_what_where_and_how_much() {
        let event = |more: Value| {
            let mut event = json!({"hash": "h", "rule_name": "CPU high", "target_ident": "db-1", "trigger_value": "97.3"});
            for (member, value) in more.as_object().cloned().unwrap_or_default() {
                event[member] = value;
            }
            noticed(&event)["text"].clone()
        };
        assert_eq!(event(json!({})), "CPU high db-1: 97.3");
        assert_eq!(event(json!({"target_ident": "", "trigger_value": ""})), "CPU high");
        assert_eq!(event(json!({"annotations": {"summary": "cpu\nis hot"}})), "cpu is hot");
        assert_eq!(event(json!({"annotations": null, "rule_name": null})), "db-1: 97.3");
        assert_eq!(noticed(&json!({"hash": "h"}))["text"], "alert");
    }

    #[test]
    fn an_event_is_known_by_its_hash_and_recovers_under_it() {
        let recovered = json!([{"hash": "h1", "is_recovered": true}, {"hash": "h2", "is_recovered": 1}]);
        let events = read(recovered.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert!(matches!(&events[0], Ok(Event::Resolved { key }) if key == "h1"));
        assert!(matches!(&events[1], Ok(Event::Resolved { key }) if key == "h2"));
        assert_eq!(fault(&json!([{"rule_name": "x"}])).as_deref(), Some("/0/hash"));
        assert_eq!(fault(&json!({"hash": 7})).as_deref(), Some("/hash"));
        assert_eq!(fault(&json!([7])).as_deref(), Some("/0"));
        assert_eq!(fault(&json!({"hash": "h", "is_recovered": "yes"})).as_deref(), Some("/is_recovered"));
        assert!(read(b"7").is_err() && read(b"{").is_err());
    }

    #[test]
    fn nobodys_address_is_taken_over() {
        let users = json!([{"nickname": "root", "email": "root@example.com", "phone": "10086"}]);
        let notice = noticed(&json!({"hash": "h", "notify_users_obj": users, "tags": ["ident=db-1"]}));
        assert!(!notice.to_string().contains("10086"), "{notice}");
        assert_eq!(notice["data"], json!({"tags": ["ident=db-1"]}));
    }
}
