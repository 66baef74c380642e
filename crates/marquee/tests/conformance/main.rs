//! The conformance suite of resume on the real program, as a stranger would run it: by its address and a command that
//! restarts it. Once the command kills it, once it asks. No case is missing, and none is
//! skipped but the one that needs the end in order.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]
#![expect(clippy::print_stdout, reason = "a test's own words, shown when it fails")]

use marquee_conformance::{Carrier, Outcome, Plan, Report, Server, listed, run};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// The one case that a kill leaves nothing of.
const IN_ORDER: &str = "restarted in order: each terminal is told `bye`, then closed as it said";

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

/// Every case that was to be tried was, by each of its carriers.
fn none_is_missing(reports: &[Report], signal: Signal, wanted: fn(&str) -> bool) {
    let tried: BTreeSet<(&str, Carrier)> = reports
        .iter()
        .filter(|report| !matches!(report.outcome, Outcome::Skipped(_)))
        .map(|report| (report.case, report.carrier))
        .collect();
    let listed: BTreeSet<(&str, Carrier)> = listed()
        .filter(|(case, ..)| wanted(case))
        .flat_map(|(case, _, on)| on.iter().map(move |&by| (case, by)))
        .filter(|(_, by)| carrier().is_none_or(|only| only == *by))
        .filter(|(case, _)| matches!(signal, Signal::Terminate) || *case != IN_ORDER)
        .collect();
    assert_eq!(tried, listed, "what was tried (left) is what there is (right)");
}

#[test]
fn resume_keeps_every_promise_of_the_protocol_and_a_kill_breaks_none() {
    let reports = suite(Signal::Kill, None);
    none_is_missing(&reports, Signal::Kill, |_| true);
}

#[test]
fn resume_keeps_every_promise_across_a_restart_in_order() {
    let reports = suite(Signal::Terminate, Some("restart"));
    none_is_missing(&reports, Signal::Terminate, |case| case.contains("restart"));
    assert!(reports.len() >= 6, "the cases that restart have the word in their names");
}
