//! The conformance suite of resume on the real program, as a stranger would run it: by its address and a command that
//! restarts it. Once the command kills it, once it asks, and in part on a server that asks for tokens. No case is missing, and
//! none is skipped but the one that needs the end in order, and the one that needs tokens.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]
#![expect(clippy::print_stdout, reason = "a test's own words, shown when it fails")]

use marquee_conformance::{Carrier, Outcome, Plan, Report, Server, Tokens, listed, run};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// The one case that a kill leaves nothing of.
const IN_ORDER: &str = "restarted in order: each terminal is told `bye`, then closed as it said";

/// The one case that a server without keys leaves nothing of.
const NARROWER: &str = "a narrower token takes boards away, and nothing old of them comes";
/// Of each way to carry, and of each way to begin, one: what is tried of a server with keys.
const SECURED: [&str; 5] = [
    NARROWER,
    "Last-Event-ID wins over last_seen",
    "the pages of /v1/sync join to the log that terminals get",
    "a filtered feed that comes back gets the matches that it missed",
    "restarted while one was caught up: it is still, under the same epoch",
];

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
        Self::start_on(tempfile::tempdir().unwrap(), "", signal)
    }

    /// On a folder that may hold a configuration.
    fn start_on(folder: tempfile::TempDir, config: &str, signal: Signal) -> Self {
        let signal = match signal {
            Signal::Kill => "KILL",
            Signal::Terminate => "TERM",
        };
        let script = folder.path().join("restart.sh");
        let text = include_str!("restart.sh")
            .replace("@FOLDER@", &folder.path().display().to_string())
            .replace("@PROGRAM@", env!("CARGO_BIN_EXE_marquee"))
            .replace("@CONFIG@", config)
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
    suite_on(&Program::start(signal), Tokens::default(), only)
}

fn suite_on(program: &Program, tokens: Tokens, only: Option<&str>) -> Vec<Report> {
    let server = Server::new(&format!("http://{}", program.address), Some(&program.command)).unwrap();
    let server = server.secured(tokens);
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
        .filter(|(case, _)| *case != NARROWER)
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

/// What the program says on a folder, in one line.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_marquee")).current_dir(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn the_suite_runs_on_a_server_that_asks_for_tokens_and_a_narrower_one_takes_boards_away() {
    let folder = tempfile::tempdir().unwrap();
    printed(folder.path(), &["init"]);
    let token = |scope| printed(folder.path(), &["token", "--sub", "suite", "--scope", scope]);
    let tokens = Tokens::new(Some(token("admin")), Some(token("subscribe:conformance.narrow.*"))).unwrap();
    let program = Program::start_on(folder, "--config marquee.toml", Signal::Kill);
    for case in SECURED {
        let reports = suite_on(&program, tokens.clone(), Some(case));
        // In a quick run only what comes by one carrier is tried.
        assert!(carrier().is_some() || !reports.is_empty(), "no case is called {case}");
        let kept = reports.iter().filter(|report| report.outcome == Outcome::Kept).count();
        assert!(kept == reports.len(), "{case}: {reports:?}");
    }
}
