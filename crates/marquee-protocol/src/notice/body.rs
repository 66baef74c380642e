//! A body split into its notices, each as the bytes it was written with, so that one bad notice spoils no other.
//! It never looks into a notice.

use crate::document::{malformed, utf8};
use crate::problem::{Fault, Problem};
use serde_json::value::RawValue;

/// The most notices in one body; a longer list is refused as a whole.
pub const BATCH_MAX: usize = 1_000;

/// What a body holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Body<'a> {
    /// One notice, answered by itself.
    One(&'a [u8]),
    /// A list, answered by a list of results; what cannot be read is the problem of its place alone.
    Many(Vec<Result<&'a [u8], Problem>>),
}

/// Splits `application/json`: an object is one notice, an array many.
pub fn split_json(body: &[u8]) -> Result<Body<'_>, Problem> {
    let text = utf8(body)?;
    match text.trim_start_matches([' ', '\t', '\n', '\r']).bytes().next() {
        Some(b'{') => Ok(Body::One(body)),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| malformed(&error))?;
            many(items.into_iter().map(|item| Ok(item.get().as_bytes()))).map(Body::Many)
        }
        _ => {
            let _: &RawValue = serde_json::from_str(text).map_err(|error| malformed(&error))?;
            Err(Problem::invalid(vec![Fault::new(
                "",
                "This is neither a notice nor a list of notices: send a JSON object, or an array of them",
            )]))
        }
    }
}

/// Splits `application/x-ndjson`: a notice a line, empty lines passed over; always a list, of one too.
pub fn split_ndjson(body: &[u8]) -> Result<Body<'_>, Problem> {
    let lines = body.split(|&byte| byte == b'\n').enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    let notices = many(lines.map(|(before, line)| {
        let read = utf8(line)
            .and_then(|text| serde_json::from_str::<&RawValue>(text).map_err(|error| malformed(&error)));
        match read {
            Ok(notice) => Ok(notice.get().as_bytes()),
            Err(problem) => {
                let detail = format!("Line {} of the body: {}", before + 1, problem.detail);
                Err(Problem { detail, ..problem })
            }
        }
    }));
    notices.map(Body::Many)
}

/// A list, if it is neither empty nor too long.
pub(super) fn many<T>(items: impl Iterator<Item = T>) -> Result<Vec<T>, Problem> {
    let items: Vec<_> = items.take(BATCH_MAX + 1).collect();
    let detail = match items.len() {
        0 => format!("The list is empty: send 1 to {BATCH_MAX} notices"),
        1..=BATCH_MAX => return Ok(items),
        _ => format!("These are more than {BATCH_MAX} notices: send them in several requests"),
    };
    Err(Problem::invalid(vec![Fault::new("", detail)]))
}
