//! The terminal of these arguments, and what its troubles mean for who started it. A server that is not there is no reason to end.

use super::arguments::Place;
use crate::Failure;
use crate::auth::bearer;
use marquee_client::terminal::{Kind, Who};
use marquee_client::{Terminal, terminal};
use marquee_core::BoardName;
use std::sync::Arc;

/// The longest name of a terminal, in characters.
const NAME_MAX: usize = 128;

/// Connects; what cannot become right by waiting is an error at once.
pub(crate) fn connect(place: &Place, kind: Kind) -> Result<(Terminal, BoardName), Failure> {
    let board = BoardName::parse(&place.board).ok_or_else(|| {
        Failure::usage(format!(
            "{:?} is no board's name: 1 to 63 of a-z, 0-9, point, _ and -, the first a letter or a digit",
            place.board
        ))
    })?;
    let name = place.name.clone();
    let fits =
        |name: &String| (1..=NAME_MAX).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if !name.iter().all(fits) {
        return Err(Failure::usage("--name takes 1 to 128 characters, none of them a control character"));
    }
    // Told at once where it is wrong from the start; later, from its source, at each connection.
    bearer::of(&place.bearer)?;
    let source = place.bearer.clone();
    let token = Arc::new(move || bearer::of(&source).map_err(|failure| failure.sentence));
    let who = Who { board: board.clone(), kind, name, last_seen: None };
    let terminal = Terminal::connect(&place.server, who, token).map_err(Failure::usage)?;
    Ok((terminal, board))
}

/// What a trouble means, and what to do about it.
pub(crate) fn sentence(place: &Place, code: &str, detail: &str) -> String {
    let (server, board) = (&place.server, &place.board);
    let detail: String = detail.chars().filter(|c| !c.is_control()).collect();
    match code {
        "unauthorized" => format!(
            "{server} asks for a token ({detail}): give one with --token-file, or in {} of the environment; \
             `marquee token --scope subscribe:{board}` makes one",
            place.bearer.token_env
        ),
        "forbidden" => format!(
            "the token does not open the board {board} ({detail}): it needs the scope subscribe:{board}"
        ),
        "unreachable" => format!(
            "{server} is not there ({detail}): is a server running, and is --server right? It is tried again"
        ),
        "refused" => format!("{server} does not let this terminal in ({detail}): it is tried again"),
        "token" => format!("no token: {detail}"),
        "token-expired" | "token-revoked" => {
            format!("{detail}: put a newer one where this one came from")
        }
        other => format!("the server says {other}: {detail}"),
    }
}

/// How a connection is called.
pub(crate) fn word(connected: terminal::Connected) -> &'static str {
    match connected {
        terminal::Connected::Live => "live",
        terminal::Connected::CatchingUp => "catching up",
        terminal::Connected::Offline => "offline",
    }
}

/// The time of day of a time of the server, in UTC: `12:03:04`.
pub(crate) fn clock(ms: u64) -> String {
    let seconds = ms / 1_000 % 86_400;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
