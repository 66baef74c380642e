//! Each planted bug, and what has to catch it: a proof that has never found anything may be blind. It is a list and
//! one question; what catches stands elsewhere.

use crate::check::{Anomaly, Class};
use crate::crash::series;
use crate::disk::Ground;
use crate::process::Program;
use std::path::Path;
use std::process::Command;

/// A bug that is not caught within so many crashes is not caught.
pub const CRASHES_MAX: u64 = 50;
/// The first crash that a bug is tried with.
const FIRST: u64 = 1;

/// A bug of what a crash does not touch: the suite of resume has to catch it.
pub struct OfResume {
    /// Its name.
    pub bug: &'static str,
    /// Words of the case that has to fail.
    pub case: &'static str,
    /// What the bug does to a reader, in the judge's words.
    pub class: Class,
}

/// Cursors from elsewhere or without news, and snapshots.
pub const OF_RESUME: [OfResume; 6] = [
    OfResume {
        bug: "epoch-not-compared",
        case: "a cursor of another history is reset",
        class: Class::InconsistentOffsets,
    },
    OfResume {
        bug: "trimmed-is-passed-over",
        case: "the oldest entry kept can still be asked for, one below cannot",
        class: Class::PollSkip,
    },
    OfResume { bug: "ahead-is-head", case: "waited for, then reset as ahead", class: Class::PollSkip },
    OfResume { bug: "reset-without-snapshot", case: "what is no cursor is reset", class: Class::Unseen },
    OfResume {
        bug: "snapshot-is-stale",
        case: "is replayed, and is in the snapshot",
        class: Class::PollSkip,
    },
    OfResume {
        bug: "id-without-cursor",
        case: "frames without a cursor carry no id",
        class: Class::NonmonotonicPoll,
    },
];

/// The bug of what an operator does with a copy: [`crate::restored`] has to catch it.
pub const OF_COPY: &str = "epoch-kept-by-repair";

/// The bug that only the loss of power shows.
pub const OF_POWER: &str = "never-synced";

/// Whether the suite of resume finds a fault in the program, in one of its cases.
pub fn by_suite(program: &Program, suite: &Path, case: &str) -> Result<bool, String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no passing folder can be made: {error}"))?;
    let run = program.start(folder.path(), "127.0.0.1:0", "")?;
    let mut command = Command::new(suite);
    command.args(["--url", &format!("http://{}", run.address), "--only", case]);
    let told = command.output().map_err(|error| format!("{}: {error}", suite.display()))?;
    let words =
        || String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    match told.status.code() {
        Some(0) => Ok(false),
        Some(1) => Ok(true),
        _ => Err(format!("the suite could not be run on {case:?}: {}\n{}", told.status, words())),
    }
}

/// What crashes with a bug came to.
pub struct Caught {
    /// What was found; empty: it was not caught.
    pub found: Vec<Anomaly>,
    /// After so many crashes.
    pub crashes: u64,
}

/// Crashes a program with a bug until the judge finds something.
pub fn by_crashes(program: &Program, places: &[String], ground: &Ground) -> Result<Caught, String> {
    let tally = series(program, places, ground, FIRST..FIRST + CRASHES_MAX)?;
    let crashes = tally.anomalies.first().map_or(CRASHES_MAX, |(number, _)| number + 1 - FIRST);
    Ok(Caught { found: tally.anomalies.into_iter().map(|(_, anomaly)| anomaly).collect(), crashes })
}
