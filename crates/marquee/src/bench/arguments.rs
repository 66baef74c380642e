//! What can be asked of `marquee bench`, and the help that teaches it.

use super::notices::Workload;
use clap::{Args, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "Examples:
  marquee bench publish
      all rows, a minute each
  marquee bench publish --publishers 64 --batch 1,100 --seconds 15 --json
      two rows, sooner, for a program
  marquee bench resume --folder /var/lib
      on the disk that the server will write to

Each bench starts a server of its own, in a temporary folder and on a free port, loads it from
this process, and ends it. Both share the machine: the columns of CPU say who took how much.";

/// The benches.
#[derive(Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum Bench {
    /// Durable notices a second, how long answers take, and the CPU of each
    Publish(Publish),
    /// How long a start takes until the server is ready, after an end in order and after kill -9
    Start(Start),
    /// Snapshots a second, and the CPU of each beside that of copying its bytes
    Snapshot(Snapshot),
    /// Terminals that come back at once and get what each has missed, while notices are published
    Resume(Resume),
}

/// What all of them take.
#[derive(Args)]
pub(crate) struct Common {
    /// Where the temporary folder is made: on the disk that is to be measured
    #[arg(long, value_name = "DIR", default_value_os_t = std::env::temp_dir())]
    pub(crate) folder: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Publish {
    /// Notices in a request: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16, 100, 1_000],
        value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) batch: Vec<usize>,
    /// Who publishes at once, each over a connection that is kept: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1, 64],
        value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) publishers: Vec<usize>,
    /// How long each row is measured
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    /// What the notices come to
    #[arg(long, value_enum, default_value_t = Workload::Replace)]
    pub(crate) workload: Workload,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Start {
    /// Entries in the log
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=1_500_000))]
    pub(crate) entries: u64,
    /// Starts that are measured, each way
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) times: u32,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Snapshot {
    /// Notices on the board
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    pub(crate) notices: u64,
    /// Who asks at once, each over a connection that is kept
    #[arg(long, default_value_t = 8, value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) readers: usize,
    /// How long each form is asked for
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Resume {
    /// Terminals that come back
    #[arg(long, default_value_t = 5_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// Entries that each has missed: a page that missed more than 1,000 begins anew
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    pub(crate) missed: u64,
    /// Notices that are published a second, to another board, before and meanwhile
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) rate: u32,
    /// How long publishing is measured before they come
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) common: Common,
}

fn at_least_one_at_most<const MOST: usize>(word: &str) -> Result<usize, String> {
    let number = word.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| format!("a number from 1 to {MOST}"))
}

fn seconds(word: &str) -> Result<f64, String> {
    let seconds = word.parse().ok().filter(|seconds| (0.1..=3_600.0).contains(seconds));
    seconds.ok_or_else(|| "a number from 0.1 to 3600".to_owned())
}
