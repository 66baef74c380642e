//! Each planted bug, and what has to catch it: a proof that has never found anything may be blind. It is a list and
//! one question; what catches stands elsewhere.

use crate::check::Class;
use crate::crash::series;
use crate::process::Program;

/// A bug that is not caught within so many crashes is not caught.
pub const CRASHES_MAX: u64 = 50;
/// The first crash that a bug is tried with.
const FIRST: u64 = 1;

/// Bugs of what a crash does not touch: cursors from elsewhere or without news, trimmed boards, snapshots. The suite of resume has to
/// catch these.
pub const OF_RESUME: [&str; 6] = [
    "id-without-cursor",
    "epoch-not-compared",
    "ahead-is-head",
    "reset-without-snapshot",
    "trimmed-is-passed-over",
    "snapshot-is-stale",
];

/// What crashes with a bug came to.
pub struct Caught {
    /// The kinds of contradiction that were found, each once; empty: it was not caught.
    pub classes: Vec<Class>,
    /// After so many crashes.
    pub crashes: u64,
    /// The first contradiction, in words.
    pub first: String,
}

/// Crashes a program with a bug until the judge finds something.
pub fn by_crashes(program: &Program, places: &[String]) -> Result<Caught, String> {
    let tally = series(program, places, FIRST..FIRST + CRASHES_MAX)?;
    let mut classes: Vec<Class> = tally.anomalies.iter().map(|(_, anomaly)| anomaly.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let first = tally.anomalies.first().map(|(_, anomaly)| anomaly.detail.clone()).unwrap_or_default();
    let crashes = tally.anomalies.first().map_or(CRASHES_MAX, |(number, _)| number + 1 - FIRST);
    Ok(Caught { classes, crashes, first })
}
