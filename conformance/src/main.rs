//! The suite as a command: what was asked for is read, the cases are run, and each end is told as it comes. What is
//! tried stands in the library.

#![expect(clippy::print_stdout, reason = "the reports are what this command is typed for")]

mod cli;

use clap::Parser;
use cli::Cli;
use marquee_conformance::{Carrier, Outcome, Plan, Report, Server, Tokens, listed, run};
use serde_json::json;
use std::process::ExitCode;
use std::sync::Arc;

const MISTYPED: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    if cli.list {
        list(cli.json);
        return ExitCode::SUCCESS;
    }
    let server = Tokens::of_the_environment()
        .and_then(|tokens| Ok(Server::new(&cli.url, cli.restart.as_deref())?.secured(tokens)));
    let server = match server {
        Ok(server) => Arc::new(server),
        Err(sentence) => return refused(&sentence),
    };
    if server.refuses().await {
        let sentence =
            format!("{}: it asks for a good token: put one with scope admin into MARQUEE_TOKEN", cli.url);
        return refused(&sentence);
    }
    if !server.is_there().await {
        let sentence = format!(
            "{}: nobody answers GET /v1/time: start the server first, or name it with --url",
            cli.url
        );
        return refused(&sentence);
    }
    let carrier = cli.transport.as_deref().and_then(Carrier::parse);
    let plan = Plan { server, only: cli.only, carrier };
    let reports = run(&plan, |report| if cli.json { tell_json(report) } else { tell(report) }).await;
    if reports.is_empty() {
        return refused("no case has this name: --list names them all");
    }
    let count = |is: fn(&Outcome) -> bool| reports.iter().filter(|report| is(&report.outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { .. }));
    eprintln!(
        "{} ok, {failed} failed, {} skipped",
        count(|outcome| *outcome == Outcome::Kept),
        count(|outcome| matches!(outcome, Outcome::Skipped(_))),
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn refused(sentence: &str) -> ExitCode {
    eprintln!("marquee-conformance: {sentence}");
    ExitCode::from(MISTYPED)
}

fn list(as_json: bool) {
    for (name, promise, on) in listed() {
        let on: Vec<&str> = on.iter().map(|carrier| carrier.name()).collect();
        if as_json {
            println!("{}", json!({"case": name, "promise": promise, "transports": on}));
        } else {
            println!("{name} [{}]\n    {promise}", on.join(", "));
        }
    }
}

fn tell(report: &Report) {
    let word = match &report.outcome {
        Outcome::Kept => "ok",
        Outcome::Skipped(_) => "skipped",
        Outcome::Failed { .. } => "FAILED",
    };
    let seconds = report.took.as_secs_f64();
    println!("{word:<8} {:<5} {} ({seconds:.1} s)", report.carrier.name(), report.case);
    match &report.outcome {
        Outcome::Kept => {}
        Outcome::Skipped(why) => println!("    {why}"),
        Outcome::Failed { expected, got, frames } => {
            println!("    promise:  {}\n    expected: {expected}\n    got:      {got}", report.promise);
            println!("    the last frames:");
            for frame in frames {
                println!("      {frame}");
            }
        }
    }
}

fn tell_json(report: &Report) {
    let mut line = json!({
        "case": report.case,
        "promise": report.promise,
        "transport": report.carrier.name(),
        "ms": u64::try_from(report.took.as_millis()).unwrap_or(u64::MAX),
    });
    match &report.outcome {
        Outcome::Kept => line["outcome"] = json!("ok"),
        Outcome::Skipped(why) => {
            line["outcome"] = json!("skipped");
            line["reason"] = json!(why);
        }
        Outcome::Failed { expected, got, frames } => {
            line["outcome"] = json!("failed");
            line["expected"] = json!(expected);
            line["got"] = json!(got);
            line["frames"] = json!(frames);
        }
    }
    println!("{line}");
}
