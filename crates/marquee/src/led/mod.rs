//! `marquee led`: a wall of dots without a screen. It is told what to show, and writes pictures to stdout for whatever drives the dots.
//!
//! | module | holds |
//! |---|---|
//! | `wall`, `draw` | what is told and a time → dots; no clock, no I/O |
//! | `font` | a text as a strip of dots |
//! | `format` | a picture as bytes |

mod draw;
mod font;
mod format;
#[cfg(test)]
mod tests;
mod wall;

use crate::Failure;
use crate::glass::arguments::{Format, Led};
use crate::glass::connect::{Talk, connect};
use marquee_client::Terminal;
use marquee_client::terminal::{Connected, Kind, Shown, Told};
use marquee_core::BoardName;
use std::io::{ErrorKind, IsTerminal, Write};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{MissedTickBehavior, interval};
use wall::Wall;

pub(crate) fn run(arguments: &Led) -> Result<(), Failure> {
    let binary = arguments.format != Format::Text;
    if binary && std::io::stdout().is_terminal() {
        return Err(Failure::usage(
            "pictures are bytes, and stdout is this terminal: send them into a file or a program, or look at them with \
             --format text",
        ));
    }
    let (terminal, board) = connect(&arguments.place, Kind::Led)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    runtime.block_on(play(arguments, terminal, &board))
}

async fn play(arguments: &Led, mut terminal: Terminal, board: &BoardName) -> Result<(), Failure> {
    let mut wall = Wall::new(arguments.columns, arguments.rows);
    let mut ended = signal(SignalKind::terminate()).map_err(Failure::failed)?;
    let mut stopped = signal(SignalKind::interrupt()).map_err(Failure::failed)?;
    // A picture that was due while the last one was still being written is left out: the wall is late by none.
    let mut frames = interval(Duration::from_micros(1_000_000 / u64::from(arguments.fps)));
    frames.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let (mut written, mut talk) = (0, Talk::default());
    while arguments.frames.is_none_or(|frames| written < frames) {
        tokio::select! {
            biased;
            _ = ended.recv() => return Ok(()),
            _ = stopped.recv() => return Ok(()),
            told = terminal.told() => {
                let Some(told) = told else { return Err(Failure::failed("the connection's thread ended")) };
                talk.hear(&arguments.place, &told);
                hear(&mut wall, told, terminal.look().server_time);
            }
            _ = frames.tick() => {
                wall.advance(terminal.look().server_time);
                if !write(&wall, arguments.format)? {
                    return Ok(());
                }
                written += 1;
            }
        }
        report(&mut wall, &terminal, board);
    }
    Ok(())
}

fn hear(wall: &mut Wall, told: Told, now: u64) {
    match told {
        Told::Show(show) => wall.show(*show, now),
        Told::Clear { id } => wall.clear(id.as_ref(), now),
        Told::Connected(Connected::Live) => wall.anew(now),
        _ => {}
    }
}

/// A terminal without a name reports nothing: the terminal sees to that.
fn report(wall: &mut Wall, terminal: &Terminal, board: &BoardName) {
    for played in wall.played() {
        terminal.report(Shown {
            board: board.as_str().to_owned(),
            id: played.id.as_str().to_owned(),
            rev: played.rev,
            play: played.play,
            from: played.from,
            until: played.until,
            outcome: played.outcome,
            offset_ms: Some(terminal.look().offset_ms),
        });
    }
}

/// Writes a picture; `false`: nobody reads them any more.
fn write(wall: &Wall, format: Format) -> Result<bool, Failure> {
    let mut out = std::io::stdout().lock();
    let bytes = format::encode(&wall.picture(), format, out.is_terminal());
    match out.write_all(&bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        done => done.map(|()| true).map_err(Failure::failed),
    }
}
