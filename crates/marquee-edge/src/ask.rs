//! What a terminal says of itself when it connects: its kind, its name, a board and what it has of it. It trusts
//! none of it further than to choose how to speak.

use axum::extract::rejection::QueryRejection;
use http::{HeaderMap, header};
use marquee_core::session::{Filter, Kind, LastSeen, Request};
use marquee_core::{Access, BoardName, Level};
use marquee_protocol::frame::TAGS_MAX;
use marquee_protocol::problem::{Fault, Problem, Slug};
use serde::Deserialize;
use std::ops::RangeInclusive;
use utoipa::IntoParams;

/// The longest name that a terminal may give itself, in characters.
const TERMINAL_NAME_MAX: usize = 128;

/// The query of a connection; everything in it is optional.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Query {
    /// The board to follow from the start.
    #[param(example = "ops")]
    board: Option<String>,
    /// The cursor to go on from; without one the terminal begins anew. `server`: from where it last said that it is.
    #[param(example = "k3j9x2ab.41")]
    last_seen: Option<String>,
    /// The kind of terminal: `web` plays the timeline itself, `led` and `html` are told what to show, `admin` is `web` for
    /// operators and hears what becomes of notices, `feed` wants entries alone. Absent: a browser is `web` (that of WeCom and
    /// WeChat `html`), everything else `feed`.
    #[param(example = "feed", pattern = "^(web|led|html|admin|feed)$")]
    terminal: Option<String>,
    /// What the terminal calls itself: its server cursor is kept under it.
    #[param(example = "lobby-1", max_length = 128)]
    name: Option<String>,
    /// Of a `feed`: only notices with one of these tags, between commas.
    #[param(example = "db,eu-west")]
    tags: Option<String>,
    /// Of a `feed`: only notices of at least this level.
    #[param(example = "WARNING")]
    min_level: Option<String>,
}

/// A terminal that may come in.
pub(crate) struct Ask {
    pub(crate) kind: Kind,
    pub(crate) name: Option<Box<str>>,
    /// The board that it follows from the start.
    pub(crate) subscribe: Option<Request>,
}

impl Query {
    /// A stream follows one board: without one, the board of those who name none.
    pub(crate) fn or_main(mut self) -> Self {
        self.board =
            self.board.filter(|board| !board.is_empty()).or_else(|| Some(BoardName::main().to_string()));
        self
    }

    /// What the browser remembers of a stream wins over what the page asked for at first.
    pub(crate) fn resumed_by(mut self, headers: &HeaderMap) -> Self {
        if let Some(id) = headers.get("last-event-id").map(|id| String::from_utf8_lossy(id.as_bytes())) {
            self.last_seen = Some(id.into_owned());
        }
        self
    }

    pub(crate) fn read(self, headers: &HeaderMap, access: &Access) -> Result<Ask, Problem> {
        let mut faults = Vec::new();
        let kind = match self.terminal.as_deref().map(|word| (word, Kind::parse(word))) {
            Some((_, Some(kind))) => kind,
            Some((word, None)) => {
                faults.push(Fault::new(
                    "/terminal",
                    format!("{word:?} is no kind of terminal: web, led, html, admin or feed"),
                ));
                Kind::Feed
            }
            None => kind_of(headers),
        };
        if self.name.as_deref().is_some_and(|name| name.chars().count() > TERMINAL_NAME_MAX) {
            faults.push(Fault::new("/name", format!("a name has at most {TERMINAL_NAME_MAX} characters")));
        }
        let min_level = self.min_level.as_deref().and_then(|word| {
            let level = Level::parse(word);
            if level.is_none() {
                faults.push(Fault::new(
                    "/min_level",
                    format!("{word:?} is no level: URGENT, WARNING, INFO or LOW"),
                ));
            }
            level
        });
        if self.tags.as_deref().is_some_and(|tags| tags.split(',').count() > TAGS_MAX) {
            faults.push(Fault::new("/tags", format!("a filter names at most {TAGS_MAX} tags")));
        }
        let tags = self.tags.as_deref().unwrap_or_default().split(',').filter(|tag| !tag.is_empty());
        let filter = Filter { tags: tags.map(Box::from).collect(), min_level };
        if !filter.is_open() && kind != Kind::Feed {
            let detail = "tags and min_level are for terminal=feed; a screen filters by itself";
            faults.push(Fault::new(if filter.tags.is_empty() { "/min_level" } else { "/tags" }, detail));
        }
        let board = asked_board(self.board.as_deref(), &mut faults);
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        if let Some(board) = &board {
            may_follow(access, board)?;
        }
        if kind == Kind::Admin && !access.may_administer() {
            let detail = "terminal=admin is for operators: the token's scope has to be admin; terminal=web shows the board";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        let last_seen = LastSeen::parse(self.last_seen.as_deref());
        let subscribe = board.map(|board| Request::Subscribe { board, last_seen, filter });
        Ok(Ask { kind, name: self.name.map(String::into_boxed_str), subscribe })
    }
}

/// The board of a query; an empty one is none.
pub(crate) fn asked_board(given: Option<&str>, faults: &mut Vec<Fault>) -> Option<BoardName> {
    let name = given.filter(|name| !name.is_empty())?;
    let board = BoardName::parse(name);
    if board.is_none() {
        let rule = "1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit";
        faults.push(Fault::new("/board", format!("{name:?} is no board: {rule}")));
    }
    board
}

/// A number of a query, in digits alone; one that is out of bounds is a fault.
pub(crate) fn asked_number(
    name: &str,
    given: Option<&str>,
    default: u64,
    bounds: RangeInclusive<u64>,
    faults: &mut Vec<Fault>,
) -> u64 {
    let Some(given) = given else { return default };
    let digits = given.bytes().all(|byte| byte.is_ascii_digit());
    given.parse().ok().filter(|number| digits && bounds.contains(number)).unwrap_or_else(|| {
        let rule = format!("a number from {} to {}", bounds.start(), bounds.end());
        faults.push(Fault::new(format!("/{name}"), rule));
        default
    })
}

/// Lets through whoever may follow a board.
pub(crate) fn may_follow(access: &Access, board: &BoardName) -> Result<(), Problem> {
    if access.may_subscribe(board) {
        return Ok(());
    }
    Err(Problem::new(Slug::Forbidden, format!("the token does not allow to follow board {board}")))
}

/// A query that is no query.
pub(crate) fn malformed(error: &QueryRejection) -> Problem {
    Problem::new(Slug::Malformed, format!("the query cannot be read: {}", error.body_text()))
}

/// Browsers show; programs read. Those within WeCom and WeChat are told.
fn kind_of(headers: &HeaderMap) -> Kind {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    if is_in_chat(agent) {
        Kind::Html
    } else if agent.contains("Mozilla/") {
        Kind::Web
    } else {
        Kind::Feed
    }
}

/// Whether it is the browser of WeCom or WeChat.
pub fn is_in_chat(agent: &str) -> bool {
    agent.contains("wxwork") || agent.contains("MicroMessenger")
}
