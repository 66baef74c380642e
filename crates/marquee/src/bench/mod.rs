//! `marquee bench`: what the program can do on this machine, told as a table or as JSON. Each bench starts a server of
//! its own, loads it from outside as anyone would, proves what it counts, and ends it. It changes nothing that was
//! there.
//!
//! | module | holds |
//! |---|---|
//! | `arguments` | what can be asked, and the help |
//! | `publish`, `start`, `snapshot`, `resume` | a bench each |
//! | `server`, `folder` | the server that is measured, the disk that it writes to |
//! | `notices`, `load`, `http` | the load: prepared requests, and publishers that send them |
//! | `terminal` | a terminal that counts what it gets |
//! | `instant` | a server that does nothing, to hold the load generator against |
//! | `cpu`, `times`, `progress`, `table` | CPU time, percentiles, how far it is, what is printed |

pub(crate) mod arguments;
mod cpu;
mod folder;
mod http;
mod instant;
mod load;
mod notices;
mod progress;
mod publish;
mod resume;
mod server;
mod snapshot;
mod start;
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
    }
}
