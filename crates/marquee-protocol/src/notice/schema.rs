//! The notice's JSON Schema, which clients can read and the server itself applies, and its verdicts in words.
//! It never says what no schema can: those rules are beside it.

use crate::faults::{Faults, shown, token};
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;
use std::sync::LazyLock;

/// The schema of a notice as publishers send it: JSON Schema 2020-12, served at `/schemas/notice.json`.
pub const SCHEMA: &str = include_str!("notice.schema.json");

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let compiled = serde_json::from_str(SCHEMA)
        .map_err(|error| error.to_string())
        .and_then(|schema: Value| jsonschema::validator_for(&schema).map_err(|error| error.to_string()));
    match compiled {
        Ok(validator) => validator,
        Err(error) => unreachable!("the schema is part of the program and compiles: {error}"),
    }
});

/// Names every fault that the schema finds.
pub(super) fn validate(notice: &Value, faults: &mut Faults) {
    for error in VALIDATOR.iter_errors(notice) {
        let pointer = error.instance_path().as_str();
        match error.kind() {
            Kind::AdditionalProperties { unexpected } => {
                for member in unexpected {
                    let detail =
                        format!("A notice has no such member: leave it out, or use one of {MEMBERS}");
                    faults.add(format!("{pointer}/{}", token(member)), detail);
                }
            }
            Kind::AnyOf { .. } => faults.add("/text", format!("Text is missing: give {TEXT}, or give html")),
            _ => faults.add(pointer, sentence(&error, right(pointer))),
        }
    }
}

/// What is wrong, and how it would be right.
fn sentence(error: &ValidationError<'_>, right: &str) -> String {
    let instance = error.instance();
    let characters = instance.as_str().map_or(0, |text| text.chars().count());
    match error.kind() {
        Kind::MinLength { .. } => format!("This is empty: give {right}"),
        Kind::MaxLength { .. } => format!("{characters} characters are too many: give {right}"),
        Kind::MaxItems { .. } => {
            format!("{} are too many: give {right}", instance.as_array().map_or(0, Vec::len))
        }
        _ if instance.is_null() => format!("null is no value: leave it out, or give {right}"),
        _ => format!("{} will not do: give {right}", shown(instance)),
    }
}

const MEMBERS: &str = "id, board, level, text, html, tags, key, ttl, starts_at, link, data";
pub(super) const TEXT: &str = "a string of 1 to 2,000 characters";
pub(super) const HTML: &str = "a string of 1 to 4,000 characters of markup";
pub(super) const TTL: &str = "a whole number of seconds from 1 to 2,592,000, written as digits alone";
pub(super) const STARTS_AT: &str = "an RFC 3339 time such as 2026-01-31T09:30:00Z";
pub(super) const LINK: &str =
    "an https URL with a host, without credentials, blanks or backslashes, of at most 2,048 characters";
pub(super) const DATA: &str =
    "a JSON object of at most 4,096 bytes without the white space between its parts";

/// How the value at a place would be right.
fn right(pointer: &str) -> &'static str {
    match pointer {
        "" => "a JSON object with the members of a notice, at least text or html",
        "/id" => "a string of 1 to 128 of A-Z, a-z, 0-9, '.', '_', ':' and '-'",
        "/board" => {
            "a board's name of 1 to 63 of a-z, 0-9, '.', '_' and '-' that begins with a letter or a digit"
        }
        "/level" => {
            "URGENT, WARNING, INFO or LOW, or an alias of one such as critical, error, notice or debug, in any case"
        }
        "/text" => TEXT,
        "/html" => HTML,
        "/tags" => "a list of at most 16 tags, each a string",
        "/key" => "a string of 1 to 128 characters without control characters",
        "/ttl" => TTL,
        "/starts_at" => STARTS_AT,
        "/link" => LINK,
        "/data" => DATA,
        _ => "a tag of 1 to 64 characters without control characters",
    }
}
