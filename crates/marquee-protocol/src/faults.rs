//! Faults as they are found: one a place, in the order of their places, and not without end.

use crate::problem::{Fault, Problem};
use serde_json::Value;
use std::collections::BTreeMap;

/// The most faults that are named one by one; of what is beyond, only the number is told.
const FAULTS_MAX: usize = 100;
/// The most characters of a publisher's value that a sentence repeats.
const SHOWN_MAX: usize = 40;

/// Faults by place; the first that is found at a place stands.
#[derive(Default)]
pub(crate) struct Faults(BTreeMap<String, String>);

impl Faults {
    pub(crate) fn add(&mut self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.0.entry(pointer.into()).or_insert_with(|| detail.into());
    }

    /// The problem they are, if there are any.
    pub(crate) fn problem(self) -> Option<Problem> {
        if self.0.is_empty() {
            return None;
        }
        let unnamed = self.0.len().saturating_sub(FAULTS_MAX);
        let mut faults: Vec<Fault> =
            self.0.into_iter().take(FAULTS_MAX).map(|(pointer, detail)| Fault { pointer, detail }).collect();
        if unnamed > 0 {
            faults
                .push(Fault::new("", format!("{unnamed} more faults are not named: put these right first")));
        }
        Some(Problem::invalid(faults))
    }
}

/// A value as a sentence repeats it.
pub(crate) fn shown(value: &Value) -> String {
    short(&value.to_string())
}

/// JSON as a sentence repeats it: cut short, without what would turn the writing.
pub(crate) fn short(json: &str) -> String {
    let json = crate::notice::clean(json);
    match json.char_indices().nth(SHOWN_MAX) {
        None => json,
        Some((end, _)) => format!("{}…", &json[..end]),
    }
}

/// A member's name as a token of an RFC 6901 pointer.
pub(crate) fn token(member: &str) -> String {
    member.replace('~', "~0").replace('/', "~1")
}
