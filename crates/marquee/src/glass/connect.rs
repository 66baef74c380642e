//! The terminal of these arguments, and what its troubles mean for who started it. A server that is not there is no reason to end.

use super::arguments::Place;
use crate::Failure;
use crate::auth::bearer;
use marquee_client::Terminal;
use marquee_client::terminal::{Connected, Kind, Told, Who};
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
        "unreachable" if detail.contains("certificate") => format!(
            "the certificate of {server} is not trusted here ({detail}): have the system trust who issued it, or name the issuer's \
             certificate in SSL_CERT_FILE"
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

/// What is said on stderr of how a terminal is connected. A trouble that stays is said once.
#[derive(Default)]
pub(crate) struct Talk {
    trouble: Option<String>,
}

impl Talk {
    /// Says what is to be said of what was told.
    pub(crate) fn hear(&mut self, place: &Place, told: &Told) {
        if let Some(text) = self.of(place, told) {
            eprintln!("marquee: {text}");
        }
    }

    fn of(&mut self, place: &Place, told: &Told) -> Option<String> {
        let board = &place.board;
        match told {
            Told::Connected(Connected::Live) => {
                self.trouble = None;
                Some(format!("{board} is live"))
            }
            Told::Connected(Connected::Offline) => Some(format!("{board} is out of touch")),
            Told::Reset { reason } => Some(format!("{board} begins anew ({reason})")),
            Told::Trouble { code, detail } => {
                let text = sentence(place, code, detail);
                let news = self.trouble.as_ref() != Some(&text);
                self.trouble = Some(text.clone());
                news.then_some(text)
            }
            _ => None,
        }
    }
}

/// How a connection is called.
pub(crate) fn word(connected: Connected) -> &'static str {
    match connected {
        Connected::Live => "live",
        Connected::CatchingUp => "catching up",
        Connected::Offline => "offline",
    }
}

/// The time of day of a time of the server, in UTC: `12:03:04`.
pub(crate) fn clock(ms: u64) -> String {
    let seconds = ms / 1_000 % 86_400;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        place: Place,
    }

    #[test]
    fn a_trouble_that_stays_is_said_once_and_each_says_what_to_do() {
        let Arguments { place } = Arguments::parse_from(["watch", "ops", "--server", "http://wall"]);
        let mut talk = Talk::default();
        let mut said = |code: &str, detail: &str| {
            talk.of(&place, &Told::Trouble { code: code.to_owned(), detail: detail.to_owned() })
        };
        for (code, detail, words) in [
            ("unreachable", "refused", "is --server right?"),
            ("unreachable", "invalid peer certificate", "SSL_CERT_FILE"),
            ("unauthorized", "a token is missing", "--token-file"),
            ("forbidden", "no scope", "subscribe:ops"),
            ("token-expired", "it has ended", "newer one"),
        ] {
            let text = said(code, detail).unwrap();
            assert!(text.contains(words) && text.contains(detail), "{code}: {text}");
            assert_eq!(said(code, detail), None);
        }
        assert!(!said("weather", "a\u{1b}[2Jb").unwrap().contains('\u{1b}'));
        let live = talk.of(&place, &Told::Connected(Connected::Live));
        assert_eq!(live.as_deref(), Some("ops is live"));
    }

    #[test]
    fn a_time_of_day_is_of_utc() {
        assert_eq!(clock(1_700_000_000_123), "22:13:20");
    }
}
