//! What can be said on the command line, and the help that teaches it.

use crate::auth::arguments as auth;
use crate::bench::arguments::Bench;
use crate::glass::arguments::{Led, Watch};
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Notices reach every screen that should show them: at once, in order, in step, and none is lost.
#[derive(Parser)]
#[command(name = "marquee", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "Examples:
  marquee serve
      the server on http://127.0.0.1:8080, its data in ./data; open that page to see the board
  marquee publish -l urgent 'database is down'
      a notice to the board main
  curl -d 'database is down' -H 'Marquee-Level: urgent' http://127.0.0.1:8080/v1/boards/ops
      the same with curl, to the board ops: its page is http://127.0.0.1:8080/boards/ops
  marquee watch
      the board main in this terminal; --plain for a line a change
  marquee init --dir wall && marquee serve --config wall/marquee.toml
      a server that asks everyone for a token; `marquee token` makes them";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run the server
    Serve(Serve),
    /// Publish a notice and print the answer
    Publish(Publish),
    /// Write a configuration with a key, and print a first token of an operator
    Init(auth::Init),
    /// Make a token and print it
    Token(auth::Token),
    /// Make a secret for one who logs in by himself, and print what the configuration has to hold
    Client(auth::Client),
    /// List the keys, make a new one, take one out
    Keys(auth::Keys),
    /// Take tokens back: they are refused from then on, and who is connected with one is sent away
    Revoke(auth::Revoke),
    /// Watch a board in this terminal
    Watch(Watch),
    /// Be an LED wall: pictures of what a board shows, to stdout
    Led(Led),
    /// Play a file of timeline cases and print what is on screen at each query
    Timeline(Timeline),
    /// Look through the log, copy it, repair it
    #[command(subcommand)]
    Log(Log),
    /// Measure what it can do on this machine
    #[command(subcommand)]
    Bench(Bench),
}

#[derive(Subcommand)]
pub(crate) enum Log {
    /// Look through the whole log and name each damage; a server may run on it. Ends with 1 where there is any
    Verify(Verify),
    /// Make a damaged log usable again: what is whole is kept, the old files too, and cursors begin anew
    Repair(Repair),
    /// Copy the log while a server runs on it, and look through the copy
    Backup(Backup),
}

#[derive(Args)]
pub(crate) struct Verify {
    /// The folder of the log
    #[arg(long, value_name = "DIR", env = "MARQUEE_DATA", default_value = "data")]
    pub(crate) data: PathBuf,
    /// Print what was found as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Repair {
    /// The folder of the log; its server is stopped
    #[arg(long, value_name = "DIR", env = "MARQUEE_DATA", default_value = "data")]
    pub(crate) data: PathBuf,
    /// Give a whole log a new epoch, too: for a copy that was restored and is to go on
    #[arg(long)]
    pub(crate) new_epoch: bool,
}

#[derive(Args)]
pub(crate) struct Backup {
    /// The folder of the log
    #[arg(long, value_name = "DIR", env = "MARQUEE_DATA", default_value = "data")]
    pub(crate) data: PathBuf,
    /// The folder of the copy; made if it is not there
    pub(crate) to: PathBuf,
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Where publishers and terminals connect; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<SocketAddr>,
    /// The folder of the log; made if it is not there [default: data]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A TOML file; environment variables MARQUEE_… beat it, and flags beat those
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Let everyone on the network do everything: needed to listen beyond loopback without keys
    #[arg(long)]
    pub(crate) open: bool,
    /// Print the configuration that holds, as TOML, and end
    #[arg(long)]
    pub(crate) print_config: bool,
}

#[derive(Args)]
pub(crate) struct Publish {
    /// URGENT, WARNING, INFO or LOW, or another system's word for one [default: INFO]
    #[arg(short, long)]
    pub(crate) level: Option<String>,
    /// The board [default: main]
    #[arg(short, long)]
    pub(crate) board: Option<String>,
    /// The notice's id: repeating a publish with the same id is safe [default: minted]
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// What the notice is about: a newer one with the same key takes its place
    #[arg(long)]
    pub(crate) key: Option<String>,
    /// How long it lives, in seconds [default: the board's policy, 600]
    #[arg(long, value_name = "SECONDS")]
    pub(crate) ttl: Option<u64>,
    /// A word to filter by; can be given several times
    #[arg(long = "tag", value_name = "TAG")]
    pub(crate) tags: Vec<String>,
    /// The server
    #[arg(long, env = "MARQUEE_SERVER", default_value = "http://127.0.0.1:8080")]
    pub(crate) server: String,
    #[command(flatten)]
    pub(crate) bearer: auth::Bearer,
    /// Print the whole answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// What to show; several words become one text
    #[arg(required = true)]
    pub(crate) text: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Timeline {
    /// Cases as in tests/vectors/timeline.json
    pub(crate) file: PathBuf,
}
