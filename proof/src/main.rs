//! The proofs from the command line. It says how far it is and what was found; what is proved stands in the library.

#![expect(clippy::print_stdout, reason = "what was found is what these commands are typed for")]

use clap::{Parser, Subcommand};
use proof::crash::{SERIES, Tally, series};
use proof::ledger;
use proof::process::Program;
use std::path::PathBuf;
use std::process::ExitCode;
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
        /// A line is added to this file.
        #[arg(long, value_name = "FILE")]
        ledger: Option<PathBuf>,
        /// What the program was built from, for the ledger.
        #[arg(long, default_value = "unknown")]
        commit: String,
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
    let program = Program { binary: cli.binary, bug: None };
    match cli.command {
        Command::Crash { from, count, ledger, commit } => {
            let tally = crash(&program, from, count)?;
            if let Some(file) = ledger {
                let told = ledger::add(&file, from, count, &commit, &tally).and_then(|()| ledger::sum(&file));
                println!(
                    "{}: {}",
                    file.display(),
                    told.map_err(|error| format!("{}: {error}", file.display()))?
                );
            }
            Ok(tally.anomalies.is_empty())
        }
    }
}

/// Crashes with these numbers, in view. Anything that proves nothing is a failure too.
fn crash(program: &Program, from: u64, count: u64) -> Result<Tally, String> {
    let places = program.names("kill")?;
    let (begun, mut tally, mut next) = (Instant::now(), Tally::default(), from);
    while next < from + count && tally.anomalies.is_empty() {
        let upto = (next + SERIES).min(from + count);
        tally.add(series(program, &places, next..upto)?);
        next = upto;
        eprintln!(
            "{} of {count} crashes in {} s: {} answers and {} sights held against the log, {} contradictions",
            next - from,
            begun.elapsed().as_secs(),
            tally.answers,
            tally.sights,
            tally.anomalies.len()
        );
    }
    for place in places.iter().map(String::as_str).chain(["anywhere"]) {
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

/// Contradictions that are shown; one bug makes many.
const SHOWN_MAX: usize = 10;
/// So many crashes reach every place.
const ALL_PLACES_FROM: u64 = 200;
