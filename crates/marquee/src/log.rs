//! `marquee log`: the log looked through, repaired and copied. What was found goes to stdout, how far it is to
//! stderr; it decides nothing of what is kept.

use crate::{Failure, cli};
use marquee_server::care::{self, CareError, Outcome, Report, Step};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What takes longer says how far it is, and says it this often.
const TELL_EVERY: Duration = Duration::from_secs(2);

pub(crate) fn run(command: &cli::Log) -> Result<(), Failure> {
    match command {
        cli::Log::Verify(arguments) => verify(arguments),
        cli::Log::Repair(arguments) => repair(arguments),
        cli::Log::Backup(arguments) => backup(arguments),
    }
}

fn verify(arguments: &cli::Verify) -> Result<(), Failure> {
    let report = telling(|tell| care::verify(&arguments.data, tell)).map_err(failure)?;
    if report.in_use {
        eprintln!("marquee: a server runs on this log: what it wrote since now is not looked at");
    }
    let said = if arguments.json { as_json(&report) } else { in_words(&report) };
    say(&said)?;
    whole(&report, &arguments.data)
}

fn repair(arguments: &cli::Repair) -> Result<(), Failure> {
    let outcome =
        telling(|tell| care::repair(&arguments.data, arguments.new_epoch, tell)).map_err(failure)?;
    match outcome {
        Outcome::Whole(report) => {
            say(&in_words(&report))?;
            say(
                "nothing is damaged, so nothing was changed (--new-epoch gives a copy that was restored a new epoch)",
            )
        }
        Outcome::Repaired { found, lost, kept, now } => {
            let mut said: Vec<String> =
                found.damages.iter().map(|damage| format!("damaged: {damage}")).collect();
            said.extend(lost.iter().map(|loss| format!("lost: {loss}")));
            if lost.is_empty() {
                said.push("lost: nothing".into());
            }
            said.push(format!("kept: the old files, in {}", kept.display()));
            said.push(in_words(&now));
            say(&said.join("\n"))
        }
    }
}

fn backup(arguments: &cli::Backup) -> Result<(), Failure> {
    let report = telling(|tell| care::backup(&arguments.data, &arguments.to, tell)).map_err(failure)?;
    say(&in_words(&report))?;
    whole(&report, &arguments.to)
}

fn whole(report: &Report, folder: &Path) -> Result<(), Failure> {
    if report.is_whole() {
        return Ok(());
    }
    let found = report.damages.len() as u64 + report.more;
    Err(Failure::failed(format!("the log in {} is damaged in {found} places", folder.display())))
}

fn say(words: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{words}").map_err(Failure::failed)
}

fn failure(error: CareError) -> Failure {
    Failure::failed(error)
}

/// Does what may take long, and tells every two seconds how far it is.
fn telling<T>(long: impl FnOnce(&mut dyn FnMut(Step)) -> T) -> T {
    let newest = Arc::new(Mutex::new(None::<Step>));
    let (over, waits) = channel::<()>();
    let heard = newest.clone();
    let teller = std::thread::spawn(move || {
        while waits.recv_timeout(TELL_EVERY) == Err(RecvTimeoutError::Timeout) {
            if let Some(step) = &*heard.lock().unwrap_or_else(PoisonError::into_inner) {
                eprintln!("marquee: {step}");
            }
        }
    });
    let result = long(&mut |step| *newest.lock().unwrap_or_else(PoisonError::into_inner) = Some(step));
    drop(over);
    if teller.join().is_err() {
        eprintln!("marquee: how far it was could not be told");
    }
    result
}

fn in_words(report: &Report) -> String {
    let mut lines: Vec<String> = Vec::new();
    for damage in &report.damages {
        lines.push(format!("damaged: {damage}"));
        lines.push(format!("  to do: {}", damage.part.remedy()));
    }
    if report.more > 0 {
        lines.push(format!("damaged: {} more places", report.more));
    }
    if report.torn_bytes > 0 {
        lines.push(format!(
            "the last {} bytes are a batch that was never whole: nobody was answered for it, and a start drops it",
            report.torn_bytes
        ));
    }
    let epoch = report.epoch.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
    lines.push(format!(
        "{}: epoch {epoch}, {} boards, {} entries, {} checkpoints, {} ids",
        if report.is_whole() { "whole" } else { "not whole" },
        report.boards,
        report.entries,
        report.checkpoints,
        report.ids
    ));
    lines.join("\n")
}

fn as_json(report: &Report) -> String {
    let damages = report.damages.iter().map(|damage| {
        json!({
            "part": damage.part.word(),
            "board": damage.board.as_ref().map(ToString::to_string),
            "from": damage.versions.map(|(from, _)| from.0),
            "to": damage.versions.map(|(_, to)| to.0),
            "detail": damage.detail,
            "to_do": damage.part.remedy(),
        })
    });
    json!({
        "whole": report.is_whole(),
        "epoch": report.epoch.as_ref().map(ToString::to_string),
        "position": report.position,
        "boards": report.boards,
        "entries": report.entries,
        "checkpoints": report.checkpoints,
        "ids": report.ids,
        "in_use": report.in_use,
        "torn_bytes": report.torn_bytes,
        "damages": damages.collect::<Vec<_>>(),
        "more": report.more,
    })
    .to_string()
}
