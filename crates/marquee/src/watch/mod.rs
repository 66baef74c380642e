//! `marquee watch`: a board in a terminal. It plays what every other screen of the board plays, and never steers anything.
//!
//! | module | holds |
//! |---|---|
//! | `picture`, `list` | what is drawn at one time; they draw into a buffer and know no terminal |
//! | `paint` | text into cells, styles by level |
//! | `palette` | colours as far as the terminal has them |
//! | `screen` | the terminal itself: keys, frames, its state given back |
//! | `seen` | what was really on this glass, to be reported |
//! | `plain` | a line a change, where there is no such terminal |

mod list;
mod paint;
mod palette;
mod picture;
mod plain;
mod screen;
mod seen;
#[cfg(test)]
mod tests;

use crate::Failure;
use crate::glass::arguments::Watch;
use crate::glass::connect::connect;
use marquee_client::terminal::Kind;
use std::io::IsTerminal;

pub(crate) fn run(arguments: &Watch) -> Result<(), Failure> {
    let (terminal, board) = connect(&arguments.place, Kind::Web)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    let seen = std::io::stdout().is_terminal() && std::io::stdin().is_terminal() && !dumb;
    let ended = if arguments.plain || !seen {
        runtime.block_on(plain::run(&arguments.place, terminal))
    } else {
        runtime.block_on(screen::run(&arguments.place, terminal, &board))
    };
    // What still reads keys does not keep the program.
    runtime.shutdown_background();
    ended
}
