//! CloudEvents 1.0 over HTTP, structured, batched and binary:
//! <https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md>. An event is a
//! message, known by its source and id; it is never resolved. Its attributes are checked; its data is asked only for
//! what it may say of a notice, because most events were not made for a board.

use super::{Event, Events, Payload, bounded, derived_id, shown_text, tags_from, unread};
use marquee_core::Level;
use marquee_protocol::notice::DATA_MAX;
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::time;
use serde_json::{Map, Value, json};

const STRUCTURED: &str = "application/cloudevents+json";
const BATCHED: &str = "application/cloudevents-batch+json";
/// What the headers of an event in binary mode begin with.
const HEADER_PREFIX: &str = "ce-";

/// Where a text is looked for in the data, first to last.
const TEXTS: [&str; 5] = ["text", "message", "summary", "title", "description"];
/// Members that the data may have as a notice has them.
const AS_THEY_ARE: [&str; 4] = ["html", "key", "ttl", "starts_at"];

/// Whether a request is in one of the three modes.
pub(super) fn is_one(media_type: &str, headers: &http::HeaderMap) -> bool {
    matches!(media_type, STRUCTURED | BATCHED)
        || (headers.contains_key("ce-specversion") && !media_type.starts_with("application/cloudevents"))
}

pub(super) fn read(payload: &Payload<'_>) -> Result<Events, Problem> {
    let json = || serde_json::from_slice(payload.body).map_err(|error| unread(&error));
    match payload.media_type {
        STRUCTURED => Ok(vec![event("", &json()?)]),
        BATCHED => match json()? {
            Value::Array(events) => {
                bounded(&events, "")?;
                let events = events.iter().enumerate();
                Ok(events.map(|(place, one)| event(&format!("/{place}"), one)).collect())
            }
            _ => Err(Problem::invalid(vec![Fault::new("", "a batch is a list of events")])),
        },
        media_type => Ok(vec![event("", &binary(media_type, payload)?)]),
    }
}

/// An event whose attributes are headers, as it would be in structured mode.
fn binary(media_type: &str, payload: &Payload<'_>) -> Result<Value, Problem> {
    let mut event = Map::new();
    for (name, value) in payload.headers {
        if let Some(attribute) = name.as_str().strip_prefix(HEADER_PREFIX) {
            let value = decoded(value.as_bytes()).ok_or_else(|| {
                Problem::new(Slug::Malformed, format!("the header {name} is not UTF-8 in percent-encoding"))
            })?;
            event.insert(attribute.to_owned(), value.into());
        }
    }
    // An event need not have data, nor say what it is of.
    if !media_type.is_empty() {
        event.insert("datacontenttype".into(), media_type.into());
        if is_json(media_type) && !payload.body.is_empty() {
            let data: Value = serde_json::from_slice(payload.body).map_err(|error| unread(&error))?;
            event.insert("data".into(), data);
        } else if let Ok(text) = std::str::from_utf8(payload.body) {
            event.insert("data".into(), text.into());
        }
    }
    Ok(Value::Object(event))
}

/// The value of an attribute's header: quotes of older senders are taken off, then percent-encoding is undone once.
fn decoded(value: &[u8]) -> Option<String> {
    let quoted = value.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
    let mut plain = Vec::with_capacity(value.len());
    let mut bytes = quoted.unwrap_or(value).iter();
    while let Some(byte) = bytes.next() {
        plain.push(match byte {
            b'\\' if quoted.is_some() => *bytes.next()?,
            other => *other,
        });
    }
    let mut text = Vec::with_capacity(plain.len());
    let mut rest = &plain[..];
    while let [first, behind @ ..] = rest {
        let hex = |digit: &u8| char::from(*digit).to_digit(16);
        let byte = match behind {
            [high, low, ..] if *first == b'%' => {
                hex(high).zip(hex(low)).and_then(|(high, low)| u8::try_from(high << 4 | low).ok())
            }
            _ => None,
        };
        text.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(text).ok()
}

/// Whether a media type declares JSON.
fn is_json(media_type: &str) -> bool {
    media_type.split_once('/').is_some_and(|(_, subtype)| subtype == "json" || subtype.ends_with("+json"))
}

fn event(place: &str, event: &Value) -> Result<Event, Vec<Fault>> {
    let Some(members) = event.as_object() else {
        return Err(vec![Fault::new(place, "an event is a JSON object")]);
    };
    let mut faults = Vec::new();
    let attribute = |name: &str| members.get(name).filter(|value| !value.is_null());
    let mut words = |name: &str, required: bool| match attribute(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text.as_str()),
        None if !required => None,
        given => {
            let missing = if given.is_none() { "this is missing: " } else { "" };
            let detail = format!("{missing}the event's {name} is a string that is not empty");
            faults.push(Fault::new(format!("{place}/{name}"), detail));
            None
        }
    };
    let version = words("specversion", true);
    let (id, source, kind) = (words("id", true), words("source", true), words("type", true));
    let subject = words("subject", false);
    let at = words("time", false);
    let media_type = words("datacontenttype", false);
    if version.is_some_and(|version| version != "1.0") {
        faults.push(Fault::new(format!("{place}/specversion"), "events of version \"1.0\" are read here"));
    }
    if at.is_some_and(|at| time::parse(at).is_none()) {
        faults.push(Fault::new(format!("{place}/time"), "an RFC 3339 time such as 2026-01-31T09:30:00Z"));
    }
    if attribute("data").is_some() && attribute("data_base64").is_some() {
        faults.push(Fault::new(format!("{place}/data_base64"), "an event has data or data_base64, not both"));
    }
    let (Some(id), Some(source), Some(kind), true) = (id, source, kind, faults.is_empty()) else {
        return Err(faults);
    };
    let about = json!({ "id": id, "source": source, "type": kind, "subject": subject, "time": at });
    let data = attribute("data");
    let text = data.filter(|_| readable(media_type)).and_then(Value::as_str).and_then(shown_text);
    let mut notice = notice(data, attribute("severitytext"), about);
    if let Some(text) = text {
        notice["text"] = text.into();
    } else if notice.get("text").is_none() && notice.get("html").is_none() {
        let named =
            [Some(kind), subject].into_iter().flatten().filter_map(shown_text).collect::<Vec<_>>().join(" ");
        notice["text"] = shown_text(&named).unwrap_or_else(|| "event".to_owned()).into();
    }
    if notice.get("tags").is_none() {
        notice["tags"] = tags_from([Some(kind), subject].into_iter().flatten()).into();
    }
    Ok(Event::Message { id: derived_id(&[source, id]), notice })
}

/// Whether data that is a string is meant to be read: markup and other languages are not.
fn readable(media_type: Option<&str>) -> bool {
    let media_type =
        media_type.map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    media_type.is_none_or(|media_type| media_type == "text/plain" || is_json(&media_type))
}

/// What the data says of a notice, and where the event came from.
fn notice(data: Option<&Value>, severity: Option<&Value>, about: Value) -> Value {
    let none = Map::new();
    let data = data.and_then(Value::as_object).unwrap_or(&none);
    let words = |name: &&str| data.get(*name).and_then(Value::as_str);
    let mut notice = Map::new();
    if let Some(text) = TEXTS.iter().filter_map(words).find_map(shown_text) {
        notice.insert("text".into(), text.into());
    }
    let levels = [data.get("level"), data.get("severity"), severity];
    if let Some(level) = levels.into_iter().flatten().filter_map(Value::as_str).find_map(Level::parse) {
        notice.insert("level".into(), level.name().into());
    }
    if let Some(tags) = data.get("tags").and_then(Value::as_array) {
        notice.insert("tags".into(), tags_from(tags.iter().filter_map(Value::as_str)).into());
    }
    if let Some(link) = ["link", "url"].iter().find_map(words) {
        notice.insert("link".into(), link.into());
    }
    for name in AS_THEY_ARE {
        if let Some(value) = data.get(name).filter(|value| !value.is_null()) {
            notice.insert(name.into(), value.clone());
        }
    }
    let mut kept = Map::new();
    let about = about.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    kept.insert("event".into(), about.map(|(name, value)| (name.clone(), value.clone())).collect());
    if let Some(own) = data.get("data").filter(|own| own.is_object()) {
        kept.insert("data".into(), own.clone());
        if Value::Object(kept.clone()).to_string().len() > DATA_MAX {
            kept.remove("data");
        }
    }
    let kept = Value::Object(kept);
    if kept.to_string().len() <= DATA_MAX {
        notice.insert("data".into(), kept);
    }
    Value::Object(notice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderName};

    fn given(more: &Value) -> Value {
        let mut event = json!({"specversion": "1.0", "id": "1", "source": "/s", "type": "com.example.built"});
        for (member, value) in more.as_object().cloned().unwrap_or_default() {
            event[member] = value;
        }
        event
    }

    fn structured(event: &Value) -> Result<Event, Vec<Fault>> {
        super::event("", event)
    }

    fn noticed(more: &Value) -> Value {
        match structured(&given(more)) {
            Ok(Event::Message { notice, .. }) => notice,
            Ok(_) => panic!("a message"),
            Err(faults) => panic!("{faults:?}"),
        }
    }

    fn places(event: &Value) -> Vec<String> {
        structured(event).err().unwrap_or_default().into_iter().map(|fault| fault.pointer).collect()
    }

    fn id(event: &Value) -> String {
        match structured(event) {
            Ok(Event::Message { id, .. }) => id.as_str().to_owned(),
            _ => panic!("a message"),
        }
    }

    #[test]
    fn every_attribute_that_is_missing_or_wrong_is_named_with_its_place() {
        assert_eq!(places(&json!({})), ["/specversion", "/id", "/source", "/type"]);
        assert_eq!(
            places(&given(&json!({"id": "", "source": 7, "type": null}))),
            ["/id", "/source", "/type"]
        );
        assert_eq!(places(&given(&json!({"specversion": "0.3"}))), ["/specversion"]);
        assert_eq!(places(&given(&json!({"subject": "", "time": "noon"}))), ["/subject", "/time"]);
        assert_eq!(places(&given(&json!({"data": 1, "data_base64": "AA=="}))), ["/data_base64"]);
        assert_eq!(places(&json!([])), [""]);
        assert_eq!(
            places(&given(&json!({"subject": null, "time": null, "data": null}))),
            Vec::<String>::new()
        );
        let batch = json!([given(&json!({})), {"id": "x"}]).to_string();
        let payload = Payload {
            source: "cloudevents",
            media_type: BATCHED,
            headers: &HeaderMap::new(),
            body: batch.as_bytes(),
            webhook_id: None,
        };
        let events = read(&payload).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert!(events[0].is_ok());
        let second: Vec<_> =
            events[1].as_ref().err().into_iter().flatten().map(|fault| &*fault.pointer).collect();
        assert_eq!(second, ["/1/specversion", "/1/source", "/1/type"]);
    }

    #[test]
    fn an_event_is_known_by_its_source_and_its_id_together() {
        let one = id(&given(&json!({})));
        assert_eq!(one, id(&given(&json!({"type": "other"}))));
        assert_ne!(one, id(&given(&json!({"id": "2"}))));
        assert_ne!(one, id(&given(&json!({"source": "/t"}))));
        assert_ne!(
            id(&given(&json!({"source": "/s1", "id": "1"}))),
            id(&given(&json!({"source": "/s", "id": "11"})))
        );
    }

    #[test]
    fn the_data_is_asked_for_what_a_notice_has() {
        let data = json!({
            "message": "built\nit", "severity": "major", "tags": ["ci", 7, "ci", ""], "url": "https://ci.example/1",
            "ttl": 60, "key": "build", "data": {"n": 1}, "board": "other", "id": "theirs"
        });
        let notice = noticed(&json!({"data": data, "subject": "main", "time": "2026-01-31T09:30:00Z"}));
        let about = json!({
            "id": "1", "source": "/s", "type": "com.example.built", "subject": "main", "time": "2026-01-31T09:30:00Z"
        });
        let expected = json!({
            "text": "built it", "level": "WARNING", "tags": ["ci"], "link": "https://ci.example/1", "ttl": 60,
            "key": "build", "data": {"event": about, "data": {"n": 1}}
        });
        assert_eq!(notice, expected);
    }

    #[test]
    fn an_event_that_says_nothing_to_people_is_shown_by_its_type() {
        let plain = noticed(&json!({"subject": "main"}));
        assert_eq!(
            (&plain["text"], &plain["tags"]),
            (&json!("com.example.built main"), &json!(["com.example.built", "main"]))
        );
        assert_eq!(noticed(&json!({"data": "done"}))["text"], "done");
        assert_eq!(
            noticed(&json!({"data": "done", "datacontenttype": "text/plain; charset=utf-8"}))["text"],
            "done"
        );
        let markup = json!({"data": "<much wow=\"xml\"/>", "datacontenttype": "application/xml"});
        for hidden in
            [markup, json!({"data_base64": "AAAA"}), json!({"data": 7}), json!({"data": {"text": " "}})]
        {
            assert_eq!(noticed(&hidden)["text"], "com.example.built", "{hidden}");
        }
        assert_eq!(noticed(&json!({"severitytext": "ERROR"}))["level"], "WARNING");
        assert_eq!(noticed(&json!({"data": {"level": "odd"}})).get("level"), None);
        let big = noticed(&json!({"data": {"data": {"x": "y".repeat(DATA_MAX)}}}));
        assert!(big["data"].get("data").is_none() && big["data"].get("event").is_some());
        assert_eq!(noticed(&json!({"subject": "y".repeat(DATA_MAX)})).get("data"), None);
    }

    #[test]
    fn in_binary_mode_the_attributes_are_headers() {
        let headers: HeaderMap = [
            ("ce-specversion", "1.0"),
            ("ce-id", "1"),
            ("ce-source", "/s"),
            ("ce-type", "com.example.built"),
            ("ce-subject", "Euro%20%E2%82%AC"),
            ("host", "example"),
        ]
        .into_iter()
        .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
        .collect();
        let read_as = |media_type: &str, body: &[u8]| {
            let payload =
                Payload { source: "cloudevents", media_type, headers: &headers, body, webhook_id: None };
            match read(&payload).map(|mut events| events.remove(0)) {
                Ok(Ok(Event::Message { notice, id })) => Some((notice, id.as_str().to_owned())),
                Ok(_) => panic!("a message"),
                Err(_) => None,
            }
        };
        let (notice, known) = read_as("application/json", br#"{"text":"done"}"#).unwrap();
        assert_eq!(
            (&notice["text"], &notice["data"]["event"]["subject"]),
            (&json!("done"), &json!("Euro €"))
        );
        assert_eq!(known, id(&given(&json!({}))), "the same event in either mode");
        assert_eq!(read_as("text/plain", b"done").unwrap().0["text"], "done");
        assert_eq!(read_as("application/xml", b"<a/>").unwrap().0["text"], "com.example.built Euro €");
        assert_eq!(
            read_as("application/octet-stream", &[255]).unwrap().0["text"],
            "com.example.built Euro €"
        );
        for nothing in ["", "application/json", "text/plain"] {
            assert_eq!(read_as(nothing, b"").unwrap().0["text"], "com.example.built Euro €", "{nothing}");
        }
        assert_eq!(read_as("application/json", b"{"), None);
        assert!(is_one("application/json", &headers) && !is_one("application/json", &HeaderMap::new()));
        assert!(!is_one("application/cloudevents+avro", &headers));
    }

    #[test]
    fn header_values_are_decoded_once() {
        for (value, text) in [
            ("plain", Some("plain")),
            ("a%20b%25c%e2%82%ac", Some("a b%c€")),
            ("%2520", Some("%20")),
            ("100%", Some("100%")),
            ("%zz", Some("%zz")),
            ("%+1", Some("%+1")),
            (r#""a \"b\" c""#, Some("a \"b\" c")),
            ("%C0%A0", None),
            ("%FF", None),
        ] {
            assert_eq!(decoded(value.as_bytes()).as_deref(), text, "{value}");
        }
        assert_eq!(decoded("raw é".as_bytes()).as_deref(), Some("raw é"));
    }
}
