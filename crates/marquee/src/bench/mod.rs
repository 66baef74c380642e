//! `marquee bench`: what the program can do on this machine, told as a table or as JSON. Each bench starts a server of
//! its own, loads it from outside as anyone would, proves what it counts, and ends it. It changes nothing that was
//! there.
//!
//! | module | holds |
//! |---|---|
//! | `arguments` | what can be asked, and the help |
//! | `publish`, `start`, `snapshot`, `resume`, `fanout`, `idle`, `handshake`, `revoke`, `slow`, `storm` | a bench each |
//! | `server`, `folder` | the server that is measured, the disk that it writes to |
//! | `keyed` | a server with a key, and tokens for it |
//! | `notices`, `load`, `http` | the load: prepared requests, and publishers that send them |
//! | `terminal` | terminals that come back, and count what they get |
//! | `crowd` | very many terminals, in a process of their own |
//! | `frames` | frames as those read them |
//! | `publisher` | one that keeps its connection |
//! | `bursts` | notices at a rate, until each terminal has them |
//! | `limit` | the bare limit: the same bytes, sent and nothing else |
//! | `pinned`, `lines` | who runs where, and how helpers are told what to do |
//! | `html` | the result as a page |
//! | `instant` | a server that does nothing, to hold the load generator against |
//! | `cpu`, `times`, `progress`, `table` | CPU time, percentiles, how far it is, what is printed |

pub(crate) mod arguments;
mod bursts;
mod cpu;
mod crowd;
mod fanout;
mod folder;
mod frames;
mod handshake;
mod html;
mod http;
mod idle;
mod instant;
mod keyed;
mod limit;
mod lines;
mod load;
mod notices;
mod pinned;
mod progress;
mod publish;
mod publisher;
mod resume;
mod revoke;
mod server;
mod slow;
mod snapshot;
mod start;
mod storm;
mod table;
mod terminal;
mod times;

use crate::Failure;
use arguments::Bench;

pub(crate) fn run(command: &Bench) -> Result<(), Failure> {
    match command {
        Bench::Publish(arguments) => publish::run(arguments),
        Bench::Start(arguments) => start::run(arguments),
        Bench::Snapshot(arguments) => snapshot::run(arguments),
        Bench::Resume(arguments) => resume::run(arguments),
        Bench::Fanout(arguments) => fanout::run(arguments),
        Bench::Idle(arguments) => idle::run(arguments),
        Bench::Handshake(arguments) => handshake::run(arguments),
        Bench::Revoke(arguments) => revoke::run(arguments),
        Bench::Slow(arguments) => slow::run(arguments),
        Bench::Storm(arguments) => storm::run(arguments),
        Bench::Terminals => crowd::child::run(),
        Bench::Limit => limit::run(),
    }
}
