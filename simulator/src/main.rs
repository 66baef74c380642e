//! Worlds from the command line: one in full, or many with a count. What is played stands in the library.

#![expect(clippy::print_stdout, reason = "what was found is what these commands are typed for")]

use clap::Parser;
use marquee_faults::{Bug, plant};
use proof::check::Class;
use simulator::coverage::Coverage;
use simulator::{Outcome, play};
use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Worlds at the same time: they have nothing in common.
const SIDE_BY_SIDE: usize = 2;
/// So many worlds come by everything that is counted.
const ALL_MET_FROM: u64 = 1_000;
/// Contradictions that are shown of one world; one bug makes many.
const SHOWN_MAX: usize = 5;
/// How much is shown of one.
const DETAIL_MAX: usize = 400;
/// Progress is told every so many worlds.
const TOLD_EVERY: u64 = 250;

#[derive(Parser)]
#[command(about = "Plays worlds by number: the real machines on a disk, a network and clocks that fail.")]
struct Cli {
    /// One world, with everything that happens in it.
    #[arg(long, conflicts_with_all = ["from", "count"])]
    seed: Option<u64>,
    /// The first number of many.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// How many.
    #[arg(long, default_value_t = 1_000)]
    count: u64,
    /// A bug is planted: the worlds have to find it. Exit code 0: one did.
    #[arg(long, value_name = "NAME")]
    bug: Option<String>,
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> Result<bool, String> {
    if let Some(name) = &cli.bug {
        let bug = Bug::named(name).ok_or_else(|| {
            let names: Vec<_> = Bug::ALL.iter().map(|bug| bug.name()).collect();
            format!("there is no bug {name:?}: it is one of {}", names.join(", "))
        })?;
        if !plant(bug) {
            return Err("this build has no bugs: build it with --features faults".into());
        }
    }
    if let Some(seed) = cli.seed {
        let outcome = play(seed, true);
        print!("{}", outcome.history.text().unwrap_or_default());
        tell(&outcome);
        return Ok(outcome.found.is_empty() == cli.bug.is_none());
    }
    many(cli)
}

/// Worlds by number, until all are played or one is enough.
fn many(cli: &Cli) -> Result<bool, String> {
    let begun = Instant::now();
    let shared = Mutex::new((cli.from, Coverage::default(), Vec::new(), 0_u64));
    let lock = || shared.lock().unwrap_or_else(PoisonError::into_inner);
    let work = || {
        loop {
            let seed = {
                let (next, _, found, _) = &mut *lock();
                if *next >= cli.from + cli.count || cli.bug.is_some() && !found.is_empty() {
                    return;
                }
                *next += 1;
                *next - 1
            };
            let outcome = play(seed, false);
            let (_, coverage, found, played) = &mut *lock();
            coverage.add(&outcome.coverage);
            *played += 1;
            if !outcome.found.is_empty() {
                found.push(outcome);
            }
            if played.is_multiple_of(TOLD_EVERY) {
                let seconds = begun.elapsed().as_secs_f32();
                eprintln!(
                    "{played} of {} worlds in {seconds:.1} s, {} with a contradiction",
                    cli.count,
                    found.len()
                );
            }
        }
    };
    std::thread::scope(|scope| {
        let workers = [(); SIDE_BY_SIDE].map(|()| scope.spawn(work));
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| "a world ended in a panic".to_owned()))
    })?;
    let (_, coverage, mut found, played) = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|outcome| outcome.seed);
    if let Some(name) = &cli.bug {
        let first = found.first();
        let classes: BTreeSet<_> = first.iter().flat_map(|one| &one.found).map(|one| one.class).collect();
        let classes: Vec<_> = classes.into_iter().map(Class::name).collect();
        let verdict = if classes.is_empty() { "NOT CAUGHT".into() } else { classes.join(", ") };
        println!("{name:<24} {verdict} ({played} worlds)");
        first.into_iter().for_each(|outcome| eprintln!("    world {}: {}", outcome.seed, short(outcome)));
        return Ok(first.is_some());
    }
    for (what, count) in coverage.counts() {
        println!("{count:>8} {what}");
    }
    println!("{played:>8} worlds, {} with a contradiction", found.len());
    found.iter().for_each(tell);
    if found.is_empty() && cli.count >= ALL_MET_FROM && coverage.counts().any(|(_, count)| count == 0) {
        return Err("some of this was never met: the worlds prove less than they say".into());
    }
    Ok(found.is_empty())
}

fn short(outcome: &Outcome) -> String {
    let first = outcome.found.first().map(ToString::to_string).unwrap_or_default();
    first.chars().take(DETAIL_MAX).collect()
}

fn tell(outcome: &Outcome) {
    let Outcome { seed, found, history, .. } = outcome;
    println!(
        "world {seed}: {} contradictions, {} lines, {:016x}",
        found.len(),
        history.lines(),
        history.hash()
    );
    for anomaly in found.iter().take(SHOWN_MAX) {
        println!("    {}", anomaly.to_string().chars().take(DETAIL_MAX).collect::<String>());
    }
}
