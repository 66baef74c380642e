//! The policy of boards that have none of their own: built in, or from a file that is watched. What changing it
//! means to boards is the applier's business.

use crate::watched::{self, Configured, FileError, Taken, Watched};
use marquee_applier::{Applier, NotDone};
use marquee_core::Policy;
use marquee_gateway::Checks;
use marquee_protocol::policy;
use std::path::Path;
use std::sync::Arc;

/// The file's name among the checks.
const NAME: &str = "policy_file";

/// The defaults at the start, and the file they come from, if one is configured.
pub(crate) fn load(path: &Path) -> Result<(Policy, Option<Configured>), FileError> {
    let file = Configured::read(path)?;
    let policy = file.as_ref().map_or(Ok(Policy::default()), |file| read(&file.path, &file.content))?;
    Ok((policy, file))
}

/// From now on a change of the file is a change of the defaults.
pub(crate) fn watch(file: Configured, applier: Applier, checks: Checks) -> Result<Watched, FileError> {
    let path = file.path.clone();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| FileError::new(&path, format!("it cannot be watched: {error}")))?;
    watched::watch(NAME, file, checks, move |content| {
        let policy = Arc::new(read(&path, content)?);
        Ok(match runtime.block_on(applier.set_defaults(policy)) {
            Ok(()) => Taken::Holds,
            // Boards to come have it already; those that exist follow when they can be written.
            Err(NotDone::Closed | NotDone::Lost) => Taken::Holds,
            Err(NotDone::Overloaded) => {
                Taken::Later("too much is waiting to be stored: some boards follow later".into())
            }
            Err(NotDone::Damaged { board, .. }) => {
                Taken::Later(format!("board {board} is damaged on disk: the others follow in a moment"))
            }
            Err(NotDone::NoRoom) => {
                Taken::Later("the disk is full: some boards follow when there is room".into())
            }
        })
    })
}

/// TOML, or JSON if the name says so.
fn read(path: &Path, content: &[u8]) -> Result<Policy, FileError> {
    let refused = |detail: String| FileError::new(path, detail);
    let read = if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        policy::read(content)
    } else {
        let table: toml::Table = watched::toml(path, content)?;
        let value = serde_json::to_value(table).map_err(|error| refused(error.to_string()))?;
        policy::read_value(&value)
    };
    read.map_err(|problem| {
        if problem.errors.is_empty() {
            return refused(problem.detail);
        }
        let faults = problem.errors.iter().map(|fault| format!("{}: {}", fault.pointer, fault.detail));
        refused(faults.collect::<Vec<_>>().join("; "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, content: &str) -> Result<Policy, String> {
        read(Path::new(name), content.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn toml_and_json_say_the_same() {
        let toml = of("policy.toml", "speed = 20\n[levels.URGENT]\nhold_ms = 5000\n").unwrap();
        let json = of("policy.json", r#"{"speed":20,"levels":{"URGENT":{"hold_ms":5000}}}"#).unwrap();
        assert_eq!(toml, json);
        assert_eq!((toml.speed, toml.levels[0].hold_ms, toml.gap), (20, 5_000, 8));
        assert_eq!(of("policy.toml", ""), Ok(Policy::default()));
    }

    #[test]
    fn every_fault_of_a_file_is_told_with_the_files_name() {
        let said = of("p.toml", "speed = 0\ngap = 1.5\n[levels.LOUD]\n").unwrap_err();
        for word in ["p.toml", "/speed", "/gap", "/levels/LOUD"] {
            assert!(said.contains(word), "{said}");
        }
        for (name, content) in
            [("p.toml", "speed = "), ("p.json", "{"), ("p.json", "[]"), ("p.toml", "a = 1979-05-27")]
        {
            assert!(of(name, content).is_err(), "{content}");
        }
    }
}
