//! The binary: one program for the server and for whoever publishes to it. Data goes to stdout, talk to stderr;
//! it ends with 0 (ok), 1 (failed) or 2 (usage).

mod auth;
mod bench;
mod cli;
mod descriptors;
mod glass;
mod led;
mod log;
mod publish;
mod serve;
mod timeline;
mod watch;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Init(arguments) => auth::init::run(&arguments),
        Command::Token(arguments) => auth::token::run(&arguments),
        Command::Client(arguments) => auth::client::run(&arguments),
        Command::Keys(arguments) => auth::keys::run(&arguments),
        Command::Revoke(arguments) => auth::revoke::run(&arguments),
        Command::Watch(arguments) => watch::run(&arguments),
        Command::Led(arguments) => led::run(&arguments),
        Command::Timeline(arguments) => timeline::run(&arguments),
        Command::Log(command) => log::run(&command),
        Command::Bench(command) => bench::run(&command),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { sentence, code }) => {
            eprintln!("marquee: {sentence}");
            ExitCode::from(code)
        }
    }
}

/// Why the program ends with another code than 0.
#[derive(Debug)]
pub(crate) struct Failure {
    sentence: String,
    code: u8,
}

impl Failure {
    /// It was asked for rightly, and did not succeed.
    pub(crate) fn failed(sentence: impl ToString) -> Self {
        Self { sentence: sentence.to_string(), code: 1 }
    }

    /// It was asked for wrongly.
    pub(crate) fn usage(sentence: impl ToString) -> Self {
        Self { sentence: sentence.to_string(), code: 2 }
    }
}
