//! The types of the binary form say what `proto/marquee.proto` says: every message, field, type and number, and every
//! number of an enum, read from both files and compared. It makes nothing, so no build needs a compiler of Protobuf.

use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../proto/marquee.proto");
const TYPES: &str = include_str!("../src/proto/generated/marquee.v1.rs");

/// A field, or an enum's number: of what, how often, its type, its name, its number.
type Said = (String, &'static str, String, String, u32);

fn number(text: &str) -> u32 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// What the schema says, statement by statement.
fn schema() -> BTreeSet<Said> {
    let bare: String = SCHEMA.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let (mut said, mut within) = (BTreeSet::new(), Vec::new());
    for statement in bare.replace('{', "{;").replace('}', ";};").split(';').map(str::trim) {
        let words: Vec<&str> = statement.split_whitespace().collect();
        match words[..] {
            [] | ["syntax" | "package" | "import", ..] => {}
            ["}"] => {
                within.pop();
            }
            [kind @ ("message" | "enum" | "oneof"), name, "{"] => within.push((kind, name)),
            ["repeated", kind, name, "=", tag] => {
                said.insert((within[0].1.into(), "repeated", kind.into(), name.into(), number(tag)));
            }
            [kind, name, "=", tag] => {
                let often =
                    if within.last().is_some_and(|(kind, _)| *kind == "oneof") { "oneof" } else { "once" };
                said.insert((within[0].1.into(), often, kind.into(), name.into(), number(tag)));
            }
            [name, "=", value] => {
                let (_, whose) = within[0];
                let prefix = format!("{}_", whose.to_uppercase());
                let name = name.strip_prefix(&prefix).unwrap_or_else(|| panic!("{name} is not of {whose}"));
                said.insert((whose.into(), "enum", String::new(), name.to_lowercase(), number(value)));
            }
            _ => panic!("{statement:?} is nothing that this test can read: teach it"),
        }
    }
    said
}

/// The last name of a path, without what is around it.
fn bare(kind: &str) -> String {
    let kind = kind.trim_end_matches([',', '>', ')']);
    kind.rsplit([':', '<', '(']).next().unwrap_or_default().to_owned()
}

/// What the types say, line by line.
fn types() -> BTreeSet<Said> {
    let (mut said, mut within, mut attribute) = (BTreeSet::new(), String::new(), "");
    for line in TYPES.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")) {
            let name = name.split([' ', '{']).next().unwrap_or_default();
            // A oneof is an enum within the message's module.
            within = if name == "Kind" { within } else { name.to_owned() };
        } else if let Some(module) = line.strip_prefix("pub mod ") {
            let name = module.trim_end_matches(" {");
            within = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
        } else if line.starts_with("#[prost(") {
            attribute = line;
        } else if attribute.contains("oneof") || attribute == "#[prost(" {
            // The field of a oneof says nothing by itself; its attribute may take several lines.
            attribute = "";
        } else if !attribute.is_empty() {
            let tag = number(attribute.rsplit("tag = ").next().unwrap_or_default());
            let inner = attribute.trim_start_matches("#[prost(");
            let scalar = inner.split(['=', ',']).next().unwrap_or_default().trim();
            let field = line.strip_prefix("pub ");
            let (name, rust) = match field {
                Some(field) => field.split_once(": ").expect("a field"),
                None => line.split_once('(').expect("a variant"),
            };
            let kind = match scalar {
                "message" => bare(rust),
                "enumeration" => attribute.split('"').nth(1).unwrap_or_default().to_owned(),
                scalar => scalar.to_owned(),
            };
            let often = match (field, attribute.contains("repeated")) {
                (None, _) => "oneof",
                (Some(_), true) => "repeated",
                (Some(_), false) => "once",
            };
            let kind = if kind == "Struct" { "google.protobuf.Struct".to_owned() } else { kind };
            said.insert((within.clone(), often, kind, snake(name), tag));
            attribute = "";
        } else if let Some((name, value)) = line.split_once(" = ")
            && name.starts_with(char::is_uppercase)
        {
            said.insert((within.clone(), "enum", String::new(), snake(name), number(value)));
        }
    }
    said
}

/// A variant's name as a field's; a field's as it is.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[test]
fn the_types_say_what_the_schema_says() {
    let (schema, types) = (schema(), types());
    assert!(schema.len() > 100, "{} fields were found", schema.len());
    let missing: Vec<_> = schema.difference(&types).collect();
    let more: Vec<_> = types.difference(&schema).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "the types are old: run scripts/protobuf.sh\n only in the schema: {missing:?}\n only in the types: {more:?}"
    );
}
