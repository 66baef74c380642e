//! The conformance suite of resume on the real program, as a stranger would run it: by its address and a command that
//! restarts it. Once the command kills it, once it asks. A case that is skipped is named here, so that none is by
//! silence.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]
#![expect(clippy::print_stdout, reason = "a test's own words, shown when it fails")]

use marquee_conformance::{Carrier, Outcome, Plan, Report, Server, listed, run};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// Cases that this program cannot be tried with yet, and why. Once a path is there, its lines have to go.
const SKIPPED: [(&str, &str); 6] = [
    ("the oldest entry kept can still be asked for, one below cannot", TRIM),
    ("one that was away longer than entries are kept is told so, and goes on", TRIM),
    ("a cursor at the head is caught up after everything was trimmed", TRIM),
    ("trimming again and again keeps the edge in step with the cursors", TRIM),
    ("a slow feed that trimming overtakes is reset as lagged", TRIM),
    ("what was trimmed stays so when the server is restarted", TRIM),
];
/// Those that a kill leaves nothing of.
const KILLED: [(&str, &str); 1] = [(
    "restarted in order: each terminal is told `bye`, then closed as it said",
    "the server was not ended in order: nobody was told `bye`",
)];
const TRIM: &str = "this server has no POST /v1/boards/{board}/trim";

/// How the server goes down.
#[derive(Clone, Copy)]
enum Signal {
    Kill,
    Terminate,
}

/// The program on a folder, behind a command for `sh` that starts it anew. It outlives that command, and ends with its
/// test.
struct Program {
    folder: tempfile::TempDir,
    address: String,
    command: String,
}

impl Program {
    fn start(signal: Signal) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let signal = match signal {
            Signal::Kill => "KILL",
            Signal::Terminate => "TERM",
        };
        let script = folder.path().join("restart.sh");
        let text = include_str!("restart.sh")
            .replace("@FOLDER@", &folder.path().display().to_string())
            .replace("@PROGRAM@", env!("CARGO_BIN_EXE_marquee"))
            .replace("@SIGNAL@", signal);
        std::fs::write(&script, text).unwrap();
        let command = format!("sh '{}'", script.display());
        let started = Command::new("sh").args(["-c", &command]).status().unwrap();
        assert!(started.success(), "{}", said(folder.path()));
        let address = std::fs::read_to_string(folder.path().join("address")).unwrap();
        Self { folder, address: address.trim().to_owned(), command }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let Ok(pid) = std::fs::read_to_string(self.folder.path().join("pid")) else { return };
        // It may have ended by itself.
        let _ended = Command::new("kill").args(["-KILL", pid.trim()]).status();
    }
}

fn said(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("said")).unwrap_or_default()
}

/// By which carrier: by all, but in a quick run by one.
fn carrier() -> Option<Carrier> {
    std::env::var_os("MARQUEE_QUICK").map(|_| Carrier::Ws)
}

/// Runs the suite, or the cases with these words in their names.
fn suite(signal: Signal, only: Option<&str>) -> Vec<Report> {
    let program = Program::start(signal);
    let server = Server::new(&format!("http://{}", program.address), Some(&program.command)).unwrap();
    let plan = Plan { server: Arc::new(server), only: only.map(str::to_owned), carrier: carrier() };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let reports = runtime.block_on(run(&plan, |report| println!("{report:?}")));
    let failed: Vec<&Report> =
        reports.iter().filter(|report| matches!(report.outcome, Outcome::Failed { .. })).collect();
    assert!(failed.is_empty(), "{failed:#?}\n{}", said(program.folder.path()));
    reports
}

/// Every case that was to be tried was, by each of its carriers, but for those that are named above.
fn none_is_missing(reports: &[Report], signal: Signal, wanted: fn(&str) -> bool) {
    let skipped: BTreeSet<(&str, Carrier, &str)> = reports
        .iter()
        .filter_map(|report| match &report.outcome {
            Outcome::Skipped(why) => Some((report.case, report.carrier, why.as_str())),
            _ => None,
        })
        .collect();
    let runs: Vec<(&str, Carrier)> = listed()
        .filter(|(case, ..)| wanted(case))
        .flat_map(|(case, _, on)| on.iter().map(move |&by| (case, by)))
        .filter(|(_, by)| carrier().is_none_or(|only| only == *by))
        .collect();
    let killed = KILLED.iter().filter(|_| matches!(signal, Signal::Kill));
    let of = |case: &str| SKIPPED.iter().chain(killed.clone()).find(|(named, _)| *named == case);
    let named: BTreeSet<(&str, Carrier, &str)> =
        runs.iter().filter_map(|&(case, by)| Some((case, by, of(case)?.1))).collect();
    assert_eq!(skipped, named, "what was skipped (left) is what is named in SKIPPED (right)");
    assert_eq!(reports.len(), runs.len());
}

#[test]
fn resume_keeps_every_promise_of_the_protocol_and_a_kill_breaks_none() {
    let reports = suite(Signal::Kill, None);
    none_is_missing(&reports, Signal::Kill, |_| true);
    for (case, _) in SKIPPED.into_iter().chain(KILLED) {
        assert!(listed().any(|(name, ..)| name == case), "{case}: no case has this name");
    }
}

#[test]
fn resume_keeps_every_promise_across_a_restart_in_order() {
    let reports = suite(Signal::Terminate, Some("restart"));
    none_is_missing(&reports, Signal::Terminate, |case| case.contains("restart"));
    assert!(reports.len() >= 6, "the cases that restart have the word in their names");
}
