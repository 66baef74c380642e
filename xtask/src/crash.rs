//! Crashes by number, added to the ledger. What is crashed and judged stands in `proof`; here it is built and started.

use crate::args::Crash;
use crate::{place, steps};
use std::process::Command;

/// What all crashes so far have come to.
const LEDGER: &str = "proof/ledger.jsonl";

/// Builds what is needed and makes the crashes, in view; says whether nothing was found.
pub(crate) fn run(wishes: Crash) -> Result<bool, String> {
    let root = place::root();
    let (from, count) = (wishes.from.to_string(), wishes.count.to_string());
    let ledger = root.join(LEDGER);
    let ledger = ledger.to_str().ok_or_else(|| format!("{} is no text", ledger.display()))?;
    let commit = Command::new("git").args(["rev-parse", "--short", "HEAD"]).current_dir(&root).output();
    let commit =
        commit.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    let mut arguments =
        vec!["crash", "--from", &from, "--count", &count, "--ledger", ledger, "--commit", &commit];
    if wishes.power {
        arguments.push("--power");
    }
    let mut stages = steps::faulty(&root);
    stages.push(steps::proof(&root, &arguments)?);
    for mut stage in stages {
        let done = stage.command.status().map_err(|error| format!("{error}: {:?}", stage.command))?;
        if !done.success() {
            return Ok(false);
        }
    }
    Ok(true)
}
