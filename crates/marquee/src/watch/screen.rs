//! The terminal itself: keys and frames around the picture. It gives the terminal back as it found it, however it ends.

use super::paint::Look;
use super::palette::Depth;
use super::picture::Picture;
use super::seen::Seen;
use crate::Failure;
use crate::glass::arguments::Place;
use crate::glass::connect::sentence;
use crossterm::event::{Event, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use futures_util::StreamExt;
use marquee_client::Terminal;
use marquee_client::terminal::{Connected, Told};
use marquee_core::BoardName;
use ratatui::DefaultTerminal;
use std::io::Write;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How often it is drawn while something moves.
const FRAME: Duration = Duration::from_millis(33);
/// How often it is drawn for the clock and the times that are left.
const CALM: Duration = Duration::from_millis(500);
/// Texts are laid out in the order in which they are seen: a terminal that would turn them around itself is told not to (ECMA-48, BDSM).
const AS_LAID: &str = "\x1b[8l";
const AS_IT_LIKES: &str = "\x1b[8h";

/// The terminal while it is ours.
struct Ours(DefaultTerminal);

impl Ours {
    fn take() -> Result<Self, Failure> {
        let terminal = ratatui::try_init().map_err(|error| {
            Failure::failed(format!(
                "this terminal cannot be drawn on ({error}): --plain needs nothing of it"
            ))
        })?;
        say(AS_LAID);
        Ok(Self(terminal))
    }
}

/// Also where there was a panic.
impl Drop for Ours {
    fn drop(&mut self) {
        say(AS_IT_LIKES);
        ratatui::restore();
    }
}

fn say(sequence: &str) {
    let mut out = std::io::stdout();
    // A terminal that is gone needs no telling.
    let _written = out.write_all(sequence.as_bytes()).and_then(|()| out.flush());
}

#[derive(Default)]
struct State {
    trouble: Option<String>,
    held_at: Option<u64>,
    help: bool,
}

/// What a key comes to.
#[derive(PartialEq, Eq)]
enum Course {
    On,
    Over,
}

pub(super) async fn run(place: &Place, mut terminal: Terminal, board: &BoardName) -> Result<(), Failure> {
    let look = Look { depth: Depth::of(|name| std::env::var(name).ok()) };
    let mut ended = signal(SignalKind::terminate()).map_err(Failure::failed)?;
    let mut ours = Ours::take()?;
    let mut keys = EventStream::new();
    let mut state = State::default();
    let mut seen = Seen::new(board.as_str());
    loop {
        let (moves, width) = draw(&mut ours.0, place, &mut terminal, board, &state, look)?;
        // A picture that is held is not the board's.
        if place.name.is_some() && state.held_at.is_none() {
            report(&mut seen, &mut terminal, width);
        }
        let pause = if moves && state.held_at.is_none() { FRAME } else { CALM };
        tokio::select! {
            event = keys.next() => match event {
                Some(Ok(Event::Key(key))) => {
                    if press(&mut state, key, terminal.look().server_time) == Course::Over {
                        return Ok(());
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(Failure::failed(error)),
                None => return Ok(()),
            },
            told = terminal.told() => {
                let Some(told) = told else { return Err(Failure::failed("the connection's thread ended")) };
                hear(&mut state, place, told);
                while let Some(told) = terminal.told_already() {
                    hear(&mut state, place, told);
                }
            }
            _ = ended.recv() => return Ok(()),
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn draw(
    ours: &mut DefaultTerminal,
    place: &Place,
    terminal: &mut Terminal,
    board: &BoardName,
    state: &State,
    look: Look,
) -> Result<(bool, u16), Failure> {
    let stand = terminal.look();
    let at = state.held_at.unwrap_or(stand.server_time);
    let picture = Picture {
        board: board.as_str(),
        server: &place.server,
        stand: &stand,
        play: terminal.play(at),
        at,
        trouble: state.trouble.as_deref(),
        held: state.held_at.is_some(),
        help: state.help,
        look,
    };
    let (mut moves, mut width) = (false, 0);
    ours.draw(|frame| {
        let area = frame.area();
        picture.draw(area, frame.buffer_mut());
        (moves, width) = (picture.moves(area.width), area.width);
    })
    .map_err(Failure::failed)?;
    Ok((moves, width))
}

fn report(seen: &mut Seen, terminal: &mut Terminal, width: u16) {
    let stand = terminal.look();
    let left = terminal.play(stand.server_time).map(|play| seen.look(play, width, stand.offset_ms));
    left.into_iter().flatten().for_each(|shown| terminal.report(shown));
}

fn hear(state: &mut State, place: &Place, told: Told) {
    match told {
        Told::Trouble { code, detail } => state.trouble = Some(sentence(place, &code, &detail)),
        Told::Connected(Connected::Live) => state.trouble = None,
        // The play knows of them already.
        _ => {}
    }
}

fn press(state: &mut State, key: KeyEvent, now: u64) -> Course {
    if key.kind == KeyEventKind::Release {
        return Course::On;
    }
    match key.code {
        KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return Course::Over,
        KeyCode::Esc if state.help => state.help = false,
        KeyCode::Char('q') | KeyCode::Esc => return Course::Over,
        KeyCode::Char('?') => state.help = !state.help,
        KeyCode::Char(' ') => state.held_at = if state.held_at.is_some() { None } else { Some(now) },
        _ => {}
    }
    Course::On
}
