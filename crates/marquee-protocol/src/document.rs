//! A JSON document read strictly: a member stands once, and the text of each member of the whole is kept beside its
//! value, because a value no longer knows how its numbers were written. It knows nothing of what it holds.

use crate::problem::{Problem, Slug};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};
use std::collections::HashMap;
use std::fmt;

/// A document: its value, and its members as they were written.
pub(crate) struct Document<'a> {
    pub(crate) value: Value,
    members: HashMap<String, &'a RawValue>,
}

impl<'a> Document<'a> {
    /// Reads one document that fills the bytes.
    pub(crate) fn read(json: &'a [u8]) -> Result<Self, Problem> {
        let text = utf8(json)?;
        let Unique(value) = serde_json::from_str(text).map_err(|error| malformed(&error))?;
        let members = match value {
            Value::Object(_) => serde_json::from_str(text).map_err(|error| malformed(&error))?,
            _ => HashMap::new(),
        };
        Ok(Self { value, members })
    }

    /// A member as it was written.
    pub(crate) fn raw(&self, member: &str) -> Option<&'a str> {
        Some(self.members.get(member)?.get())
    }
}

/// The bytes as text, or where they stop being UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let detail =
            format!("This is not UTF-8 from line {line} column {column} on: send it encoded in UTF-8");
        Problem::new(Slug::Malformed, detail)
    })
}

pub(crate) fn malformed(error: &serde_json::Error) -> Problem {
    Problem::new(Slug::Malformed, format!("This cannot be read as JSON: {error}"))
}

/// JSON without white space between its parts; strings, numbers and the order of members stay as they were written.
pub(crate) fn compact(json: &str) -> String {
    let mut compacted = String::with_capacity(json.len());
    let (mut quoted, mut escaped) = (false, false);
    for character in json.chars() {
        if quoted {
            quoted = escaped || character != '"';
            escaped = character == '\\' && !escaped;
        } else {
            quoted = character == '"';
            if matches!(character, ' ' | '\t' | '\n' | '\r') {
                continue;
            }
        }
        compacted.push(character);
    }
    compacted
}

/// A value whose objects name each member once.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Unique(item)) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            if members.contains_key(&name) {
                let detail =
                    format!("the member {} stands twice, leave one of them out", Value::String(name));
                return Err(A::Error::custom(detail));
            }
            let Unique(value) = map.next_value()?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_json_loses_white_space_and_nothing_else() {
        let json = "{ \"b\" : 1.50 ,\n\t\"a\":[ \"x \\\" y\\\\\" , 1E+2 ],\r\"c d\":{ } }";
        assert_eq!(compact(json), "{\"b\":1.50,\"a\":[\"x \\\" y\\\\\",1E+2],\"c d\":{}}");
    }

    #[test]
    fn a_value_is_the_one_that_json_says() {
        for json in ["null", "true", "-1", "18446744073709551615", "1.5", "\"\\u00e9\"", "[1,[],{\"a\":{}}]"]
        {
            let expected: Value = serde_json::from_str(json).unwrap();
            assert_eq!(Document::read(json.as_bytes()).map(|document| document.value), Ok(expected));
        }
    }

    #[test]
    fn names_that_the_library_uses_for_itself_are_names_like_others() {
        let json = r#"{"$serde_json::private::RawValue":"1","$serde_json::private::Number":"2"}"#;
        let document = Document::read(json.as_bytes()).unwrap();
        assert_eq!(document.value.as_object().map(Map::len), Some(2));
    }
}
