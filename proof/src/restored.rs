//! A copy of the log is put back and goes on as a history of its own, as an operator is told to do it; who was further
//! comes back. One version under one epoch may never name two entries. Nothing is crashed here.

use crate::check::{Anomaly, Class};
use crate::history::Sight;
use crate::process::Program;
use crate::publisher::{BOARDS, agent};
use crate::terminal::{Terminal, Transport, read};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const BOARD: &str = BOARDS[0];
/// Publishes before the copy, after it, and on the copy: it goes further than what it replaces.
const PUBLISHES: [usize; 3] = [10, 10, 30];
/// A terminal that has not seen by then what is there has been forgotten.
const SEEN_LIMIT: Duration = Duration::from_secs(10);
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// What contradicts what, once a copy has gone on.
pub fn by_restored_copy(program: &Program) -> Result<Vec<Anomaly>, String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no passing folder can be made: {error}"))?;
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    std::fs::create_dir(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let terminal = Terminal::new("ws-a".to_owned(), BOARD, Transport::Ws);
    run(program, &data, &terminal, "first", PUBLISHES[0])?;
    log(program, &["backup", &copy.display().to_string()], &data)?;
    let before = run(program, &data, &terminal, "lost", PUBLISHES[1])?;
    // The copy is in the place of the folder from here on.
    log(program, &["repair", "--new-epoch"], &copy)?;
    terminal.sights();
    let after = run(program, &copy, &terminal, "other", PUBLISHES[2])?;
    let mut found = differing(&before, &after);
    if !terminal.sights().iter().any(|sight| matches!(sight, Sight::Reset(_))) {
        let detail = format!("{} was led on into another history and not told of it", terminal.name);
        found.push(Anomaly::new(Class::PollSkip, detail));
    }
    Ok(found)
}

/// Publishes while a terminal follows; gives the frames that the board has afterwards.
fn run(
    program: &Program,
    data: &Path,
    terminal: &Terminal,
    name: &str,
    publishes: usize,
) -> Result<Vec<String>, String> {
    let mut run = program.start(data, "127.0.0.1:0", "")?;
    let address = run.address;
    std::thread::scope(|scope| {
        scope.spawn(|| terminal.follow(address));
        let done = publish(address, name, publishes).and_then(|()| {
            let reading = read(address, BOARD).ok_or("the board cannot be read")?;
            let begun = Instant::now();
            while terminal.at() != reading.head {
                if begun.elapsed() > SEEN_LIMIT {
                    return Err(format!("a terminal stands at {} of {}", terminal.at(), reading.head));
                }
                std::thread::sleep(LOOK_EVERY);
            }
            Ok(reading.entries.into_iter().map(|(_, frame)| frame).collect())
        });
        run.kill();
        done.map_err(|sentence| format!("{sentence}; the program said:\n{}", run.words()))
    })
}

fn publish(address: SocketAddr, name: &str, publishes: usize) -> Result<(), String> {
    let agent = agent();
    for n in 0..publishes {
        let text = format!("{name} {n}");
        let notice = json!({ "board": BOARD, "id": format!("{name}-{n}"), "text": text, "ttl": 86_400 });
        let answer = agent.post(format!("http://{address}/v1/notify")).send_json(notice);
        let status = answer.map_err(|error| error.to_string())?.status();
        if status != 201 {
            return Err(format!("{text:?} was answered {status}"));
        }
    }
    Ok(())
}

/// What an operator types; the program's faults are there, too.
fn log(program: &Program, words: &[&str], data: &Path) -> Result<(), String> {
    let bug = program.bug.as_ref().map(|bug| format!("bug={bug}")).unwrap_or_default();
    let mut command = Command::new(&program.binary);
    command.env("MARQUEE_FAULTS", bug).arg("log").args(words).arg("--data").arg(data);
    let told = command.output().map_err(|error| format!("{}: {error}", program.binary.display()))?;
    if told.status.success() {
        return Ok(());
    }
    Err(format!("log {words:?} ended with {}: {}", told.status, String::from_utf8_lossy(&told.stderr)))
}

/// Cursors that named one entry before and name another now.
fn differing(before: &[String], after: &[String]) -> Vec<Anomaly> {
    let named: HashMap<String, &String> =
        before.iter().filter_map(|frame| Some((cursor(frame)?, frame))).collect();
    let differs = |is: &String| {
        let cursor = cursor(is)?;
        let was = named.get(&cursor).filter(|was| **was != is)?;
        Some(Anomaly::new(Class::InconsistentOffsets, format!("{cursor} was {was} and is {is}")))
    };
    after.iter().filter_map(differs).collect()
}

fn cursor(frame: &str) -> Option<String> {
    let value: Value = serde_json::from_str(frame).ok()?;
    Some(value["cursor"].as_str()?.to_owned())
}
