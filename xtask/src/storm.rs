//! The demo's storm under way: sends the alerts, turns the policy, counts what the server answers and says how the board
//! does. It holds nothing against a limit: the tests do that.

use crate::alerts::{ALERTS, PACE, Plan, Turn, webhook};
use crate::demo::BOARD;
use crate::process::{Event, Events};
use crate::samples::FIRST;
use crate::server::Server;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Who takes the alerts.
const HOOK: &str = "/v1/hooks/alertmanager";
/// The policy of the demo's board.
const POLICY: &str = "/v1/boards/main/policy";
/// One alert says something new so often.
const CHANGE_EVERY: Duration = Duration::from_secs(1);
/// How often the storm is told of.
const WORD_EVERY: Duration = Duration::from_secs(5);

/// How a storm, or a part of it, ended.
#[derive(Debug, PartialEq)]
enum End {
    Over,
    Interrupted,
}

/// What is going to be seen, as a sentence without its end.
pub(crate) fn forecast(plan: Plan) -> String {
    format!(
        "A storm is coming: {ALERTS} alerts, all of them every {} ms for {} s, then {} s of calm, and again",
        PACE.as_millis(),
        plan.storm.as_secs(),
        plan.calm.as_secs()
    )
}

/// Storm and calm, round and round, until Ctrl-C; the board is left as it was.
pub(crate) fn until_stopped(server: &Server, events: &Events, plan: Plan) -> Result<(), String> {
    loop {
        let end = blow(server, events, plan, &mut Counts::default())?;
        clear(server)?;
        if end == End::Interrupted || calm(server, events, plan)? == End::Interrupted {
            return Ok(());
        }
    }
}

/// One storm on a new board, and whether the board is what it has to be afterwards.
pub(crate) fn once(server: &Server, events: &Events, plan: Plan) -> Result<String, String> {
    let mut counts = Counts::default();
    if blow(server, events, plan, &mut counts)? == End::Interrupted {
        return Err("interrupted in the middle of the storm".to_owned());
    }
    let board = server.board(BOARD)?;
    let changed = counts.of("accepted") + counts.of("replaced");
    // Before all of them the board's first entry, which is a policy.
    let entries = 1 + counts.turns + changed;
    if board["active"] != ALERTS || board["version"] != entries {
        return Err(format!("{ALERTS} notices and {entries} entries were due on {board}: {counts:?}"));
    }
    Ok(format!("{} alerts were answered; each of {changed} changes is one entry", counts.sent()))
}

/// What has come of it so far.
#[derive(Debug, Default)]
struct Counts {
    /// How many alerts came to each status.
    told: BTreeMap<String, u64>,
    /// Entries that the policy's turns made.
    turns: u64,
}

impl Counts {
    fn sent(&self) -> u64 {
        self.told.values().sum()
    }

    fn of(&self, status: &str) -> u64 {
        self.told.get(status).copied().unwrap_or(0)
    }

    /// Reads the answer to a webhook; what was refused is an error, for nothing here may be.
    fn take(&mut self, answer: &Value) -> Result<(), String> {
        let results = answer["results"].as_array().map(Vec::as_slice).unwrap_or_default();
        if results.len() != ALERTS {
            return Err(format!("{ALERTS} alerts were answered with {} results: {answer}", results.len()));
        }
        for result in results {
            let status =
                result["status"].as_str().ok_or_else(|| format!("an alert was refused: {result}"))?;
            *self.told.entry(status.to_owned()).or_insert(0) += 1;
        }
        Ok(())
    }
}

/// Lets it blow for as long as the plan says; the alerts stay on the board.
fn blow(server: &Server, events: &Events, plan: Plan, counts: &mut Counts) -> Result<End, String> {
    let begun = Instant::now();
    let (mut looked, mut word, mut next) = (Duration::ZERO, Duration::ZERO, begun);
    loop {
        let now = begun.elapsed();
        if let Some(turn) = plan.turn(looked, now) {
            turned(server, &turn)?;
            counts.turns += 1;
        }
        looked = now;
        if now >= plan.storm {
            return Ok(End::Over);
        }
        let changes = usize::try_from(now.as_millis() / CHANGE_EVERY.as_millis()).unwrap_or(usize::MAX);
        counts.take(&server.post(HOOK, &webhook(true, changes))?)?;
        if now >= word {
            println!("{}", told(server, now, counts)?);
            word += WORD_EVERY;
        }
        // A server that is slower than the pace gets what it can answer.
        next = Instant::now().max(next + PACE);
        match events.wait(next.saturating_duration_since(Instant::now())) {
            None => {}
            Some(Event::Interrupted) => return Ok(End::Interrupted),
            Some(Event::Ended(status)) => return Err(ended(server, status)),
        }
    }
}

/// All is well again: every alert is resolved, and the board plays by the defaults.
fn clear(server: &Server) -> Result<(), String> {
    server.post(HOOK, &webhook(false, 0))?;
    server.delete(POLICY)?;
    println!("       all {ALERTS} alerts are resolved and gone from the board");
    Ok(())
}

/// What people have to say has the board to itself.
fn calm(server: &Server, events: &Events, plan: Plan) -> Result<End, String> {
    for sample in FIRST {
        server.publish(&sample.notice())?;
    }
    match events.wait(plan.calm) {
        None => Ok(End::Over),
        Some(Event::Interrupted) => Ok(End::Interrupted),
        Some(Event::Ended(status)) => Err(ended(server, status)),
    }
}

fn turned(server: &Server, turn: &Turn) -> Result<(), String> {
    match turn {
        Turn::Faster(policy) => {
            println!("       PUT {POLICY} {policy}: the page goes faster and stays connected");
            server.put(POLICY, policy).map(drop)
        }
        Turn::Back => {
            println!("       DELETE {POLICY}: the board plays by the defaults again");
            server.delete(POLICY).map(drop)
        }
    }
}

/// One line of how it goes.
fn told(server: &Server, at: Duration, counts: &Counts) -> Result<String, String> {
    let board = server.board(BOARD)?;
    Ok(format!(
        "{:>4} s {:>7} alerts answered: {} new, {} changed, {} repeats; {} notices on the board, {} entries in its log",
        at.as_secs(),
        counts.sent(),
        counts.of("accepted"),
        counts.of("replaced"),
        counts.of("duplicate"),
        board["active"],
        board["version"],
    ))
}

fn ended(server: &Server, status: std::process::ExitStatus) -> String {
    format!("the server ended with {status}; its last words:\n{}", server.last_words())
}
