//! A notice as `application/x-protobuf` has it. It becomes the JSON that says the same and is read as such, so no rule
//! stands twice; here is only what JSON cannot say. It never looks into more of a body than one notice at a time.

use super::rules::{DATA_MAX, submission};
use super::{Context, Submission, body};
use crate::document::Document;
use crate::faults::Faults;
use crate::problem::{Problem, Slug};
use crate::proto::{self, Notify, read_level};
use crate::time::rfc3339;
use bytes::Bytes;
use prost::{DecodeError, Message};
use serde_json::Value;

/// What `data` may take before anyone looks into it, in bytes of Protobuf: more than any that JSON can say in
/// [`DATA_MAX`], where a number of one digit and its comma are eleven bytes.
const DATA_WIRE_MAX: usize = 8 * DATA_MAX;

/// A `NotifyRequest` whose notices are not looked into yet.
#[derive(Clone, PartialEq, Message)]
struct Notices {
    #[prost(bytes = "bytes", repeated, tag = "1")]
    notices: Vec<Bytes>,
}

/// Splits the body of a `NotifyRequest` into its notices, so that one bad notice spoils no other.
pub fn split(request: Bytes) -> Result<Vec<Bytes>, Problem> {
    let Notices { notices } = Notices::decode(request).map_err(|error| malformed("NotifyRequest", &error))?;
    body::many(notices.into_iter())
}

/// Reads one notice: a message `Notify`.
pub fn read(message: &[u8], context: &Context<'_>) -> Result<Submission, Problem> {
    let notify = Notify::decode(message).map_err(|error| malformed("Notify", &error))?;
    let mut faults = Faults::default();
    let json = json(&notify, &mut faults)?;
    submission(&Document::read(json.as_bytes())?, faults, context)
}

fn malformed(name: &str, error: &DecodeError) -> Problem {
    Problem::new(
        Slug::Malformed,
        format!("This cannot be read as the message {name} of marquee.proto: {error}"),
    )
}

/// The notice in JSON; what has its default is not given.
fn json(notify: &Notify, faults: &mut Faults) -> Result<String, Problem> {
    let Notify { id, board, level, text, html, tags, key, ttl, starts_at, link, data } = notify;
    let mut members: Vec<(&str, String)> = Vec::new();
    let strings =
        [("id", id), ("board", board), ("text", text), ("html", html), ("key", key), ("link", link)];
    for (name, given) in strings.into_iter().filter(|(_, given)| !given.is_empty()) {
        members.push((name, Value::from(&**given).to_string()));
    }
    match read_level(*level) {
        Ok(None) => {}
        Ok(Some(level)) => members.push(("level", Value::from(level.name()).to_string())),
        // A number where a word is due: the rule for the level finds it.
        Err(unknown) => members.push(("level", unknown.to_string())),
    }
    if !tags.is_empty() {
        members.push(("tags", Value::from(&**tags).to_string()));
    }
    if *ttl != 0 {
        members.push(("ttl", ttl.to_string()));
    }
    if *starts_at != 0 {
        members.push(("starts_at", Value::from(rfc3339(*starts_at)).to_string()));
    }
    if let Some(data) = data {
        members.push(("data", data_json(data, faults)?));
    }
    let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    Ok(format!("{{{}}}", members.join(",")))
}

fn data_json(data: &proto::data::Struct, faults: &mut Faults) -> Result<String, Problem> {
    let bytes = data.encoded_len();
    if bytes <= DATA_WIRE_MAX {
        return data.to_json(faults);
    }
    let detail = format!("{bytes} bytes of Protobuf are too many: as JSON it may have {DATA_MAX}");
    faults.add("/data", detail);
    Ok("{}".to_owned())
}
