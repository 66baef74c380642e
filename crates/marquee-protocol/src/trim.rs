//! What is asked to be trimmed: `{"before"}`, read strictly, each fault in its place. It knows no board.

use crate::document::Document;
use crate::faults::{Faults, token};
use crate::problem::Problem;
use marquee_core::Version;
use serde_json::Value;
use utoipa::ToSchema;

/// The greatest version that there can be.
const VERSION_MAX: u64 = (1 << 53) - 1;

/// What is to be trimmed.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "it is the schema of what is read by hand, strictly")]
pub struct TrimRequest {
    /// Entries below this version go.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_u64)]
    before: u64,
}

/// The version below which entries are to go.
pub fn read(json: &[u8]) -> Result<Version, Problem> {
    let document = Document::read(json)?;
    let mut faults = Faults::default();
    let before = match &document.value {
        Value::Object(members) => {
            for member in members.keys().filter(|member| *member != "before") {
                faults.add(format!("/{}", token(member)), "there is no such member: before is all there is");
            }
            let before = members.get("before").filter(|before| !before.is_null());
            if before.is_none() {
                faults.add("/before", "before is missing: the version below which entries are to go");
            }
            before.and_then(whole)
        }
        _ => {
            faults.add("", "what is to be trimmed is a JSON object with before");
            return faults.problem().map_or(Ok(Version(0)), Err);
        }
    };
    if before.is_none() {
        faults.add("/before", format!("a version, as a whole number from 1 to {VERSION_MAX}"));
    }
    faults.problem().map_or(Ok(Version(before.unwrap_or_default())), Err)
}

fn whole(value: &Value) -> Option<u64> {
    value.as_u64().filter(|version| (1..=VERSION_MAX).contains(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_and_every_fault_is_named() {
        assert_eq!(read(br#"{"before":7}"#), Ok(Version(7)));
        assert_eq!(read(br#"{"before":9007199254740991}"#), Ok(Version(VERSION_MAX)));
        for (body, pointers) in [
            ("7", &[""][..]),
            ("{}", &["/before"]),
            (r#"{"before":null}"#, &["/before"]),
            (r#"{"before":0}"#, &["/before"]),
            (r#"{"before":-1}"#, &["/before"]),
            (r#"{"before":1.0}"#, &["/before"]),
            (r#"{"before":"7"}"#, &["/before"]),
            (r#"{"before":9007199254740992}"#, &["/before"]),
            (r#"{"before":7,"a/b":1}"#, &["/a~1b"]),
            (r#"{"befor":7}"#, &["/befor", "/before"]),
        ] {
            let problem = read(body.as_bytes()).unwrap_err();
            let named: Vec<&str> = problem.errors.iter().map(|fault| &*fault.pointer).collect();
            assert_eq!(named, pointers, "{body}");
        }
    }
}
