//! What can be said on the command line, and the help that teaches it.

use clap::Parser;

/// Tries what PROTOCOL.md promises to a terminal that was away, on a running server.
#[derive(Parser)]
#[command(name = "marquee-conformance", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// The server: http://HOST:PORT, without a path
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub(crate) url: String,
    /// A command for sh that stops the server (SIGTERM or kill -9), starts it again on the same data and address, and
    /// returns with 0 when it is ready; without it the cases that need one are skipped
    #[arg(long, value_name = "COMMAND")]
    pub(crate) restart: Option<String>,
    /// Only the cases with this in their name
    #[arg(long, value_name = "WORDS")]
    pub(crate) only: Option<String>,
    /// Only by this carrier: ws, sse, or http for plain requests
    #[arg(long, value_name = "NAME", value_parser = ["ws", "sse", "http"])]
    pub(crate) transport: Option<String>,
    /// Name every case with its promise, and end
    #[arg(long)]
    pub(crate) list: bool,
    /// A JSON line for each case on stdout, in place of words
    #[arg(long)]
    pub(crate) json: bool,
}

const EXAMPLES: &str = "\
Every case writes on boards of its own, named conformance-…, and leaves them there: use a server that may hold them.
The suite can run again and again on one server.

A server that asks for tokens: MARQUEE_TOKEN of the environment goes with everything; scope admin, good for the whole run.
With MARQUEE_NARROWER_TOKEN, of the same subject with scope subscribe:conformance.narrow.*, it is tried what a terminal
loses by a newer token, too.

Exit code: 0 every promise that was tried was kept, 1 one was not, 2 the command was mistyped or nobody answers.

Examples:
  marquee-conformance --list
      what is tried, and which promise each case checks
  marquee-conformance --url http://127.0.0.1:8080
      everything that needs no restart, in about a minute
  marquee-conformance --url http://127.0.0.1:8080 --restart 'systemctl restart marquee'
      everything; a command that kills with -9 tries more than one that asks
  marquee-conformance --only 'once and in order' --transport sse
      some of it, over one transport";
