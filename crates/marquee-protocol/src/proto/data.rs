//! `google.protobuf.Struct`, which carries a notice's `data`: the same bytes as the well-known type, but a list of
//! members in place of a map, so that their order is kept and one that stands twice is seen. Numbers are 64-bit floats:
//! what JSON can say beyond that is not said here.

use crate::faults::{Faults, shown, token};
use crate::problem::{Problem, Slug};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt::{self, Write};

/// How deep objects and lists may stand within each other. Libraries read 100 messages within messages; an object is
/// three of them, and a frame puts five around it.
pub const NESTING_MAX: usize = 32;
/// Whole numbers up to here are written as such, 2^53.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

/// A JSON object.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Struct {
    /// Its members, in their order.
    #[prost(message, repeated, tag = "1")]
    pub fields: Vec<Member>,
}

/// One member of an object.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Member {
    /// What it is called.
    #[prost(string, tag = "1")]
    pub key: String,
    /// What it is.
    #[prost(message, optional, tag = "2")]
    pub value: Option<Value>,
}

/// A JSON value.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Value {
    /// Absent only in what no library writes.
    #[prost(oneof = "Kind", tags = "1, 2, 3, 4, 5, 6")]
    pub kind: Option<Kind>,
}

/// What a value is.
#[derive(Clone, PartialEq, prost::Oneof)]
#[expect(missing_docs, reason = "JSON's own words")]
pub enum Kind {
    /// `NullValue`, whose one number is 0.
    #[prost(int32, tag = "1")]
    Null(i32),
    #[prost(double, tag = "2")]
    Number(f64),
    #[prost(string, tag = "3")]
    String(String),
    #[prost(bool, tag = "4")]
    Bool(bool),
    #[prost(message, tag = "5")]
    Object(Struct),
    #[prost(message, tag = "6")]
    List(List),
}

/// A JSON array.
#[derive(Clone, PartialEq, prost::Message)]
pub struct List {
    /// Its items.
    #[prost(message, repeated, tag = "1")]
    pub values: Vec<Value>,
}

impl Struct {
    /// The object that a JSON text is; `None` if it is none, or nested above [`NESTING_MAX`].
    pub fn from_json(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        match value.kind {
            Some(Kind::Object(object)) if fits(&object.fields, NESTING_MAX) => Some(object),
            _ => None,
        }
    }

    /// The JSON of it, with members in the order of their names: whoever makes the same map twice may write it in two
    /// orders. What JSON cannot say is a fault at its place under `/data`.
    pub(crate) fn to_json(&self, faults: &mut Faults) -> Result<String, Problem> {
        let mut writer = Writer { json: String::new(), path: vec![Step::Member("data")], faults };
        writer.object(&self.fields)?;
        Ok(writer.json)
    }
}

fn fits(fields: &[Member], deep: usize) -> bool {
    deep > 0 && fields.iter().all(|member| member.value.as_ref().is_none_or(|value| value.fits(deep - 1)))
}

impl Value {
    fn fits(&self, deep: usize) -> bool {
        match &self.kind {
            Some(Kind::Object(object)) => fits(&object.fields, deep),
            Some(Kind::List(list)) => deep > 0 && list.values.iter().all(|value| value.fits(deep - 1)),
            _ => true,
        }
    }
}

struct Writer<'a, 'f> {
    json: String,
    /// Where it is: written out only for who has to be told.
    path: Vec<Step<'a>>,
    faults: &'f mut Faults,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

impl<'a> Writer<'a, '_> {
    fn object(&mut self, fields: &'a [Member]) -> Result<(), Problem> {
        self.within()?;
        let mut fields: Vec<&Member> = fields.iter().collect();
        fields.sort_by(|left, right| left.key.cmp(&right.key));
        if let Some(twice) = fields.windows(2).find(|two| two[0].key == two[1].key) {
            let name = shown(&serde_json::Value::from(&*twice[0].key));
            let detail = format!("data: the member {name} stands twice, leave one of them out");
            return Err(Problem::new(Slug::Malformed, detail));
        }
        self.json.push('{');
        for (place, Member { key, value }) in fields.into_iter().enumerate() {
            if place > 0 {
                self.json.push(',');
            }
            self.plain(&serde_json::Value::from(&**key));
            self.json.push(':');
            self.at(Step::Member(key), value.as_ref())?;
        }
        self.json.push('}');
        Ok(())
    }

    fn at(&mut self, step: Step<'a>, value: Option<&'a Value>) -> Result<(), Problem> {
        self.path.push(step);
        self.value(value.and_then(|value| value.kind.as_ref()))?;
        self.path.pop();
        Ok(())
    }

    fn value(&mut self, kind: Option<&'a Kind>) -> Result<(), Problem> {
        match kind {
            Some(Kind::Object(object)) => return self.object(&object.fields),
            Some(Kind::List(list)) => {
                self.within()?;
                self.json.push('[');
                for (place, value) in list.values.iter().enumerate() {
                    if place > 0 {
                        self.json.push(',');
                    }
                    self.at(Step::Item(place), Some(value))?;
                }
                self.json.push(']');
            }
            Some(Kind::String(text)) => self.plain(&serde_json::Value::from(&**text)),
            Some(Kind::Bool(truth)) => self.plain(&serde_json::Value::from(*truth)),
            Some(Kind::Number(number)) => self.number(*number),
            Some(Kind::Null(0)) => self.json.push_str("null"),
            Some(Kind::Null(other)) => {
                self.fault(&format!("{other} is no null_value: give NULL_VALUE, which is 0"));
            }
            None => self.fault("This is a value of no kind: set one of its fields, null_value for null"),
        }
        Ok(())
    }

    fn number(&mut self, number: f64) {
        if !number.is_finite() {
            return self
                .fault(&format!("{number} is no number that JSON has: give a finite one, or leave it out"));
        }
        let minus_zero = number == 0.0 && number.is_sign_negative();
        if number.fract() == 0.0 && number.abs() <= WHOLE_MAX && !minus_zero {
            // Writing to a string does not fail.
            let _written = write!(self.json, "{number:.0}");
        } else {
            self.plain(&serde_json::Value::from(number));
        }
    }

    fn plain(&mut self, value: &serde_json::Value) {
        let _written = write!(self.json, "{value}");
    }

    fn fault(&mut self, detail: &str) {
        let mut pointer = String::new();
        for step in &self.path {
            let _written = match step {
                Step::Member(name) => write!(pointer, "/{}", token(name)),
                Step::Item(place) => write!(pointer, "/{place}"),
            };
        }
        self.faults.add(pointer, detail);
        self.json.push_str("null");
    }

    /// Objects and lists are as deep as the path is long.
    fn within(&self) -> Result<(), Problem> {
        if self.path.len() <= NESTING_MAX {
            return Ok(());
        }
        let detail = format!("data is nested above {NESTING_MAX} levels: make it flatter");
        Err(Problem::new(Slug::Malformed, detail))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor).map(|kind| Self { kind: Some(kind) })
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null(0))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Kind, E> {
        Ok(Kind::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Kind, E> {
        Ok(Kind::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Kind, E> {
        Ok(Kind::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Kind, E> {
        Ok(Kind::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Kind, E> {
        Ok(Kind::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Kind, E> {
        Ok(Kind::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Kind, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element()? {
            values.push(value);
        }
        Ok(Kind::List(List { values }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let mut fields = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            fields.push(Member { key, value: Some(value) });
        }
        Ok(Kind::Object(Struct { fields }))
    }
}
