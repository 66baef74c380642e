//! The proofs from the command line. It says how far it is and what was found; what is proved stands in the library.

#![expect(clippy::print_stdout, reason = "what was found is what these commands are typed for")]

use clap::{Parser, Subcommand};
use proof::bugs::{OF_COPY, OF_POWER, OF_RESUME, by_crashes, by_suite};
use proof::check::{Anomaly, Class};
use proof::crash::{ANYWHERE, SERIES, Tally, series};
use proof::disk::Ground;
use proof::ledger;
use proof::process::Program;
use proof::refresh::{PLACES, killed_at};
use proof::restored::by_restored_copy;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

#[derive(Parser)]
#[command(about = "Crashes marquee-faulty on purpose and judges what is there afterwards.")]
struct Cli {
    /// The program: marquee-faulty.
    #[arg(long, value_name = "FILE")]
    binary: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Ends processes, each by its number: the same number always means the same end.
    Crash {
        /// The first number.
        #[arg(long, default_value_t = 1)]
        from: u64,
        /// How many.
        #[arg(long, default_value_t = 200)]
        count: u64,
        /// The power of the disk is cut with each; skipped where there is no right to mount one.
        #[arg(long)]
        power: bool,
        /// A line is added to this file.
        #[arg(long, value_name = "FILE")]
        ledger: Option<PathBuf>,
        /// What the program was built from, for the ledger.
        #[arg(long, default_value = "unknown")]
        commit: String,
    },
    /// Ends the process while a refresh token is used, in each place: no client may be locked out by it.
    Refresh,
    /// Plants each bug in turn: the crashes, or the suite of resume, have to find it.
    Bugs {
        /// One of them alone.
        #[arg(long)]
        only: Option<String>,
        /// The suite of resume, marquee-conformance: it has to find what crashes do not touch.
        #[arg(long, value_name = "FILE")]
        suite: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<bool, String> {
    let program = Program { binary: cli.binary, bug: None, config: None };
    match cli.command {
        Command::Crash { from, count, power, ledger, commit } => {
            if power && let Err(why) = Ground::disk() {
                println!("skipped: no power can be cut here ({why})");
                return Ok(true);
            }
            let tally = crash(&program, from, count, power)?;
            if let Some(file) = ledger {
                let told = ledger::add(&file, (from, count, power), &commit, &tally)
                    .and_then(|()| ledger::sum(&file));
                println!(
                    "{}: {}",
                    file.display(),
                    told.map_err(|error| format!("{}: {error}", file.display()))?
                );
            }
            Ok(tally.anomalies.is_empty())
        }
        Command::Refresh => {
            for place in PLACES {
                let heard = killed_at(&program, place)?;
                println!("{place:<16} goes on; the answer was {}", if heard { "heard" } else { "not heard" });
            }
            Ok(true)
        }
        Command::Bugs { only, suite } => bugs(&program, &suite, only.as_deref()),
    }
}

/// Plants each bug; says whether all were caught.
fn bugs(program: &Program, suite: &Path, only: Option<&str>) -> Result<bool, String> {
    let (places, names) = (program.names("kill")?, program.names("bug")?);
    let listed = OF_RESUME.iter().map(|of| of.bug).chain([OF_COPY, OF_POWER]).chain(only);
    if let Some(unknown) = listed.into_iter().find(|name| !names.iter().any(|known| known == name)) {
        return Err(format!("there is no bug {unknown:?}: it is one of {}", names.join(", ")));
    }
    let mut missed = 0;
    for name in names.iter().filter(|name| only.is_none_or(|only| only == *name)) {
        let buggy = Program { bug: Some(name.clone()), ..program.clone() };
        if let Some(of) = OF_RESUME.iter().find(|of| of.bug == name) {
            // What fails without the bug too has caught nothing.
            let caught = by_suite(&buggy, suite, of.case)? && !by_suite(program, suite, of.case)?;
            let verdict = if caught { of.class.name() } else { NOT_CAUGHT };
            println!("{name:<24} {verdict} (suite of resume: {})", of.case);
            missed += u64::from(!caught);
            continue;
        }
        if name == OF_COPY {
            let found = by_restored_copy(&buggy)?;
            let caught = !found.is_empty() && by_restored_copy(program)?.is_empty();
            println!("{name:<24} {} (a copy that goes on)", verdict(found.iter().filter(|_| caught)));
            missed += u64::from(!caught);
            continue;
        }
        let ground = if name == OF_POWER { Ground::disk() } else { Ground::folder() };
        let ground = match ground {
            Ok(ground) => ground,
            Err(why) if name == OF_POWER => {
                println!("{name:<24} skipped: no power can be cut here ({why})");
                continue;
            }
            Err(why) => return Err(why),
        };
        let caught = by_crashes(&buggy, &places, &ground)?;
        println!("{name:<24} {} ({} crashes)", verdict(&caught.found), caught.crashes);
        let first = caught.found.first().map(|anomaly| &*anomaly.detail).unwrap_or_default();
        eprintln!("    {}", first.chars().take(DETAIL_MAX).collect::<String>());
        missed += u64::from(caught.found.is_empty());
    }
    Ok(missed == 0)
}

const NOT_CAUGHT: &str = "NOT CAUGHT";

/// The kinds of what was found, each once.
fn verdict<'a>(found: impl IntoIterator<Item = &'a Anomaly>) -> String {
    let classes: BTreeSet<_> = found.into_iter().map(|anomaly| anomaly.class).collect();
    let names: Vec<_> = classes.into_iter().map(Class::name).collect();
    if names.is_empty() { NOT_CAUGHT.to_owned() } else { names.join(", ") }
}

/// How much is shown of what was found.
const DETAIL_MAX: usize = 200;

/// Crashes with these numbers, in view. Anything that proves nothing is a failure too.
fn crash(program: &Program, from: u64, count: u64, power: bool) -> Result<Tally, String> {
    let places = program.names("kill")?;
    let begun = Instant::now();
    let under_way = Mutex::new((from, Tally::default()));
    let lock = || under_way.lock().unwrap_or_else(PoisonError::into_inner);
    // Series have nothing in common: each has a log and a port of its own.
    let work = || -> Result<(), String> {
        loop {
            let numbers = {
                let (next, tally) = &mut *lock();
                if *next >= from + count || !tally.anomalies.is_empty() {
                    return Ok(());
                }
                let first = *next;
                *next = (first + SERIES).min(from + count);
                first..*next
            };
            let came_to = series(program, &places, &ground(power)?, numbers)?;
            let (_, tally) = &mut *lock();
            tally.add(came_to);
            eprintln!(
                "{} of {count} crashes in {} s: {} answers and {} sights held against the log, {} contradictions",
                tally.made(),
                begun.elapsed().as_secs(),
                tally.answers,
                tally.sights,
                tally.anomalies.len()
            );
        }
    };
    std::thread::scope(|scope| {
        let workers = [(); SIDE_BY_SIDE].map(|()| scope.spawn(work));
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err("a series ended in a fault of the proof".to_owned()))
        })
    })?;
    let (_, tally) = under_way.into_inner().unwrap_or_else(PoisonError::into_inner);
    for place in places.iter().map(String::as_str).chain([ANYWHERE]) {
        println!("{:>6} {place}", tally.crashes.get(place).copied().unwrap_or(0));
    }
    println!("{:>6} crashes counted, {} while no publish was unanswered", tally.counted(), tally.idle);
    println!("{:>6} answers, {} sights", tally.answers, tally.sights);
    for (number, anomaly) in tally.anomalies.iter().take(SHOWN_MAX) {
        println!("crash {number}: {anomaly}");
    }
    // A few numbers may leave a place out; many may not.
    let left_out = places.iter().filter(|place| !tally.crashes.contains_key(*place)).count();
    if tally.anomalies.is_empty() && count >= ALL_PLACES_FROM && left_out > 0 {
        return Err(format!(
            "{left_out} of the places were never crashed at: the proof proves less than it says"
        ));
    }
    Ok(tally)
}

fn ground(power: bool) -> Result<Ground, String> {
    if power { Ground::disk() } else { Ground::folder() }
}

/// Series at the same time: one alone leaves a core idle while it waits.
const SIDE_BY_SIDE: usize = 2;
/// Contradictions that are shown; one bug makes many.
const SHOWN_MAX: usize = 10;
/// So many crashes reach every place.
const ALL_PLACES_FROM: u64 = 200;
