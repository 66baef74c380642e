//! JSON read strictly, because a token that two readers understand differently is two tokens: a member that stands twice
//! is refused, at any depth. It never guesses a type, and never repeats what it read.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What serde is told when a member stands twice. It is looked for in its error, which has no other place for a class.
const TWICE: &str = "a member stands twice";

/// A value as it stands in the text.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Json {
    Null,
    Bool,
    /// Whole and not negative.
    Whole(u64),
    /// Negative, with a fraction or an exponent.
    Number(f64),
    Text(String),
    Array(Vec<Json>),
    Object(Object),
}

/// Members in the order of the text, each once.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Object(Vec<(String, Json)>);

/// Why a text is not an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotAnObject {
    /// Not UTF-8, not JSON, too deep, a number beyond all bounds, something after the end, or another kind of value.
    Json,
    /// A member stands twice.
    Twice,
}

impl Object {
    /// The object that the bytes are, and nothing but it.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, NotAnObject> {
        let text = std::str::from_utf8(bytes).map_err(|_| NotAnObject::Json)?;
        match serde_json::from_str(text) {
            Ok(Json::Object(object)) => Ok(object),
            Ok(_) => Err(NotAnObject::Json),
            Err(error) if error.is_data() && error.to_string().starts_with(TWICE) => Err(NotAnObject::Twice),
            Err(_) => Err(NotAnObject::Json),
        }
    }

    /// The member of that name.
    pub(crate) fn member(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// The member of that name, if it is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.member(name)?.text()
    }
}

impl Json {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Bool)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "it is negative, and nothing that is negative is taken")]
    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(u64::try_from(number).map_or(Json::Number(number as f64), Json::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(value) = values.next_element()? {
            array.push(value);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Object::default();
        while let Some(name) = members.next_key::<String>()? {
            // Compared one by one: a token has few members, and a document of keys is read once in a while.
            if object.member(&name).is_some() {
                return Err(A::Error::custom(TWICE));
            }
            let value = members.next_value()?;
            object.0.push((name, value));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_stands_twice_is_told_apart_at_any_depth() {
        for twice in [r#"{"a":1,"a":1}"#, r#"{"b":[{"a":1,"c":2,"a":3}]}"#, r#"{"a":1,"\u0061":2}"#] {
            assert_eq!(Object::read(twice.as_bytes()), Err(NotAnObject::Twice), "{twice}");
        }
        for bad in [
            "",
            "[]",
            "1",
            "\"a\"",
            "null",
            "{",
            "{}x",
            "\u{feff}{}",
            "{\"a\":01}",
            "{\"a\":1e400}",
            "{'a':1}",
        ] {
            assert_eq!(Object::read(bad.as_bytes()), Err(NotAnObject::Json), "{bad}");
        }
        assert_eq!(Object::read(b"{\"a\":\"\xff\"}"), Err(NotAnObject::Json));
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(4000), "]".repeat(4000));
        assert_eq!(Object::read(deep.as_bytes()), Err(NotAnObject::Json));
        assert!(Object::read(br#" {"a":{"a":{"a":null}}} "#).is_ok());
    }

    #[test]
    fn numbers_are_read_as_what_they_are() {
        let object = Object::read(br#"{"a":1,"b":-1,"c":1.5,"d":18446744073709551616}"#).unwrap();
        assert_eq!(object.member("a"), Some(&Json::Whole(1)));
        assert_eq!(object.member("b"), Some(&Json::Number(-1.0)));
        assert_eq!(object.member("c"), Some(&Json::Number(1.5)));
        assert_eq!(object.member("d"), Some(&Json::Number(18_446_744_073_709_551_616.0)));
    }
}
