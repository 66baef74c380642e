//! The contributor's commands: `cargo xtask test`, `demo`, `crash`, `parts`. They drive the product from outside, as a person
//! would; nothing of the product is decided here.
//!
//! | module | holds |
//! |---|---|
//! | `args` | what was typed |
//! | `test`, `steps` | every check in order; what each step runs |
//! | `leaks` | secrets, looked for in all that was said |
//! | `run`, `counts` | one step under way: progress, log, limit; how many tests its output tells of |
//! | `demo`, `server`, `samples` | a server to look at: the walk-through, its process, its notices |
//! | `secured` | the demo's keys and tokens |
//! | `storm`, `alerts` | the demo's storm: under way, and what shouts in it |
//! | `crash` | crashes by number, added to the ledger |
//! | `parts` | what tests need beside Rust |
//! | `process`, `place` | children and signals on one channel; where things lie |

#![expect(clippy::print_stdout, reason = "what these commands print is what they are typed for")]

mod alerts;
mod args;
mod counts;
mod crash;
mod demo;
mod leaks;
mod parts;
mod place;
mod process;
mod run;
mod samples;
mod secured;
mod server;
mod steps;
mod storm;
mod test;

use args::{Command, Topic};
use std::process::ExitCode;

const HELP: &str = "\
The contributor's commands of Marquee.

  cargo xtask demo     build the server, start it and send it notices: open the page and watch
  cargo xtask test     every check that CI makes, in order; says what to repeat when one fails
  cargo xtask crash    kill the program at work, thousands of times, and look whether anything is lost
  cargo xtask parts    install what the tests need beside Rust: Chromium, Alertmanager; look at Node

New here? Begin with `cargo xtask demo`: it needs Rust and a C compiler, nothing else.
`cargo xtask COMMAND --help` says more of each.";

const TEST_HELP: &str = "\
cargo xtask test [--quick] [--only STEP]

Runs the steps below, one after the other, and goes on after a failure, so that one run tells everything.
Each step's whole output is kept in target/xtask/STEP.log. The tests' secrets are looked for in it, and in all that servers
and programs said to tests: one that is found fails its step.

  fmt      the code is formatted
  clippy   no lint is broken
  parts    what the tests need beside Rust is installed (`cargo xtask parts`)
  rust     the tests of every crate, with the tidy tests of the house
  proof    the program is killed 200 times at work, its disk loses power 20 times, 1,000 worlds are simulated, and
           nothing is lost, doubled or out of order; planted bugs, each of which has to be found
  web      the packages under web/: types, tests, and that the committed bundle is fresh
  e2e      a real server and a real browser

  --quick      fewer rounds and crashes, no browser: for the minutes between two edits
  --only STEP  one step alone: what a failure tells you to repeat

A part that cannot be installed skips its step with a word; with CI=true it is a failure.
The last line counts: `N passed, N failed`. A step without tests of its own counts as one.
Exit code: 0 all passed, 1 something failed, 2 the command was mistyped.

To run fewer tests than a step: cargo test -p marquee-core timeline";

const DEMO_HELP: &str = "\
cargo xtask demo [--secure | --storm] [--once] [--port 8080] [--data DIR]

Builds the release binary, starts it on 127.0.0.1, waits until it is ready, and sends it a notice of each level,
then one every few seconds. Open the address that it prints, in two windows: they agree. Ctrl-C ends it.

  --secure    with keys: the server asks everyone for a token, and the address that is printed has one that may follow
  --storm     instead: fifty alerts, repeated 100,000 times a minute, and a policy that changes meanwhile. The board
              stays readable, and its log gets an entry only for what is new
  --port N    where to listen (8080); 0 takes a free port
  --data DIR  where the boards are kept (target/demo-data); the next demo goes on from there
  --once      a check instead: one notice of each level (or one short storm), read back, then the end; exit code
              0 or 1.
              It takes a free port and a passing folder unless told otherwise.";

const CRASH_HELP: &str = "\
cargo xtask crash [--from 1] [--count 10000] [--power]

Kills the program at work, at named places and anywhere, with publishers and terminals running. After each start it
holds what they were told against what is there, and names each contradiction: lost-write, duplicate,
inconsistent-offsets, poll-skip, nonmonotonic-poll, precommitted-read, unseen, lost-cursor, down.

  --from N    the first number: the same number always means the same end
  --count M   how many (10,000; half a second each)
  --power     the power of a small disk of its own is cut with each: what was not synced is gone. It needs the right to
              mount, and is skipped without

A line with what came of it is added to proof/ledger.jsonl. Exit code: 0 nothing was found, 1 something was.";

const PARTS_HELP: &str = "\
cargo xtask parts

Installs what the tests need beside Rust, with apt-get, as root or through sudo. What is there already stays as it
is. It looks at Node too (20 or newer), which it leaves to you to install.

  chromium                  the browser of the end-to-end tests
  prometheus-alertmanager   a real sender for the tests of its hook

Each part has a script of its own: scripts/parts/PART.sh";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match args::parse(&words) {
        Ok(Command::Help(topic)) => {
            println!(
                "{}",
                match topic {
                    Topic::All => HELP,
                    Topic::Test => TEST_HELP,
                    Topic::Demo => DEMO_HELP,
                    Topic::Crash => CRASH_HELP,
                    Topic::Parts => PARTS_HELP,
                }
            );
            Ok(true)
        }
        Ok(Command::Test(choice)) => test::run(choice),
        Ok(Command::Demo(wishes)) => demo::run(&wishes),
        Ok(Command::Crash(wishes)) => crash::run(wishes),
        Ok(Command::Parts) => parts::run(),
        Err(sentence) => {
            eprintln!("{sentence}\n`cargo xtask --help` lists the commands.");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
