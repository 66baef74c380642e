//! Schemas as a reader sees them: a table of members, a word for each type. Patterns are left out: they are for
//! programs, and what they say stands in the descriptions.

use super::member;
use super::page::{code, prose};
use marquee_protocol::escape::html as escape;
use serde_json::Value;
use std::fmt::Write;

/// A schema as a table of its members, or as the word for what it is.
pub(super) fn table(schema: &Value) -> String {
    let Some(members) = member(schema, "properties").as_object() else {
        return format!("<p>{}</p>", word(schema));
    };
    let required: Vec<&str> =
        member(schema, "required").as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut html =
        String::from("<table><thead><tr><th>Member</th><th>Type</th><th>Meaning</th></tr></thead><tbody>");
    for (name, schema) in members {
        let must =
            if required.contains(&name.as_str()) { "" } else { "<span class=\"optional\">optional</span>" };
        let told = prose(member(schema, "description"));
        let _infallible =
            write!(html, "<tr><td>{} {must}</td><td>{}</td><td>{told}</td></tr>", code(name), word(schema));
    }
    html + "</tbody></table>"
}

/// What a value may be, in a few words.
pub(super) fn word(schema: &Value) -> String {
    if let Some(name) = reference(schema) {
        return format!("<a href=\"#schema-{0}\">{0}</a>", escape(name));
    }
    for (keyword, between) in [("oneOf", " or "), ("anyOf", " or "), ("allOf", " and ")] {
        let parts = member(schema, keyword).as_array().filter(|_| member(schema, "properties").is_null());
        if let Some(parts) = parts {
            return parts.iter().map(word).collect::<Vec<_>>().join(between);
        }
    }
    if let Some(words) = member(schema, "enum").as_array() {
        return words.iter().filter_map(Value::as_str).map(code).collect::<Vec<_>>().join(" or ");
    }
    let kinds: Vec<&str> = match member(schema, "type") {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec!["anything"],
    };
    let named = kinds.iter().map(|kind| match *kind {
        "array" => format!("list of {}", word(member(schema, "items"))),
        "string" if member(schema, "format") == "date-time" => "time (RFC 3339)".to_owned(),
        kind => escape(kind),
    });
    let mut told = named.collect::<Vec<_>>().join(" or ");
    let bound = |name| member(schema, name).as_u64();
    match (bound("minimum"), bound("maximum")) {
        (Some(least), Some(most)) => told.push_str(&format!(", {least} to {most}")),
        (Some(least), None) if least > 0 => told.push_str(&format!(", from {least}")),
        (None, Some(most)) => told.push_str(&format!(", to {most}")),
        _ => {}
    }
    let default = member(schema, "default");
    if !default.is_null() {
        told.push_str(&format!(", default {}", code(&text(default))));
    }
    told
}

/// The name of the schema that is referred to.
fn reference(schema: &Value) -> Option<&str> {
    member(schema, "$ref").as_str()?.rsplit('/').next()
}

/// A value as a person writes it.
pub(super) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
