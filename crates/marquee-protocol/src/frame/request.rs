//! What terminals say. What cannot be read is said back to them; nothing here ends a connection.

use marquee_core::policy::Play;
use marquee_core::session::{Filter, LastSeen, Outcome, Request, Secret, Shown};
use marquee_core::{BoardName, Cursor, Level, NoticeId, Version};
use serde::Deserialize;
use std::borrow::Cow;

/// Tags that a filter may name.
pub const TAGS_MAX: usize = 16;

/// No time of a terminal is beyond this, ms: the year 9999.
const TIME_END_MS: u64 = 253_402_300_800_000;

#[derive(Deserialize)]
struct Named<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Subscribe<'a> {
    #[serde(borrow, default)]
    board: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    last_seen: Option<Cow<'a, str>>,
    #[serde(default)]
    tags: Vec<Box<str>>,
    #[serde(borrow, default)]
    min_level: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Unsubscribe<'a> {
    #[serde(borrow, default)]
    board: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Ack<'a> {
    #[serde(borrow, default)]
    board: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    cursor: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Token<'a> {
    #[serde(borrow, default)]
    token: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Ping {
    #[serde(default)]
    ts: Option<i64>,
}

#[derive(Deserialize)]
struct Glass<'a> {
    #[serde(borrow, default)]
    board: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(default)]
    rev: Option<u64>,
    #[serde(borrow, default)]
    play: Option<Cow<'a, str>>,
    #[serde(default)]
    from: Option<u64>,
    #[serde(default)]
    until: Option<u64>,
    #[serde(borrow, default)]
    outcome: Option<Cow<'a, str>>,
    #[serde(default)]
    offset_ms: Option<i64>,
}

/// The request of a message, or a sentence that says what is wrong with it. A member is only looked at in the types
/// that have it: in a later protocol's types the same name may mean something else.
pub fn decode(message: &[u8]) -> Result<Request, String> {
    // A list would be taken for the members in their order.
    if !message.trim_ascii_start().starts_with(b"{") {
        return Err(
            "not a message that can be read: it has to be a JSON object such as {\"type\":\"ping\",\"ts\":1}"
                .to_owned(),
        );
    }
    match &*read::<Named<'_>>(message)?.kind {
        "subscribe" => {
            let Subscribe { board: name, last_seen, tags, min_level } = read(message)?;
            let min_level = min_level
                .map(|word| Level::parse(&word).ok_or_else(|| format!("{word:?} is no level")))
                .transpose()?;
            let filter = filter(tags, min_level)?;
            let last_seen = LastSeen::parse(last_seen.as_deref());
            Ok(Request::Subscribe { board: board(name.as_deref())?, last_seen, filter })
        }
        "unsubscribe" => {
            Ok(Request::Unsubscribe { board: board(read::<Unsubscribe<'_>>(message)?.board.as_deref())? })
        }
        "ack" => {
            let Ack { board: name, cursor } = read(message)?;
            let cursor = cursor.as_deref().and_then(Cursor::parse);
            let cursor = cursor.ok_or("an ack has the cursor of the last frame that was taken in")?;
            Ok(Request::Ack { board: board(name.as_deref())?, cursor })
        }
        "shown" => {
            let said = read::<Glass<'_>>(message)?;
            let play = said.play.as_deref().map(|word| {
                Play::parse(word).ok_or_else(|| format!("{word:?} is no way to play: scroll or pin"))
            });
            let play = play.transpose()?;
            let times = (said.from, said.until);
            let shown =
                shown(said.id.as_deref(), said.rev, times, said.outcome.as_deref(), (play, said.offset_ms))?;
            Ok(Request::Shown { board: board(said.board.as_deref())?, shown })
        }
        "token" => {
            // What is wrong with it is not told with its words.
            let said = serde_json::from_slice::<Token<'_>>(message);
            let token = said.map(|said| said.token).unwrap_or_default();
            Ok(Request::Token(Secret(given_token(&token)?.into())))
        }
        "ping" => {
            let ts = read::<Ping>(message)?.ts.ok_or("a ping has a ts: an integer, given back as it is")?;
            Ok(Request::Ping { ts })
        }
        _ => Ok(Request::Unknown),
    }
}

fn read<'a, T: Deserialize<'a>>(message: &'a [u8]) -> Result<T, String> {
    serde_json::from_slice(message).map_err(|error| format!("not a message that can be read: {error}"))
}

/// What a terminal wants of a board, if that is not too much.
pub(super) fn filter(tags: Vec<Box<str>>, min_level: Option<Level>) -> Result<Filter, String> {
    match tags.len() {
        0..=TAGS_MAX => Ok(Filter { tags, min_level }),
        more => Err(format!("a filter names at most {TAGS_MAX} tags, not {more}")),
    }
}

/// What was on a terminal's glass, if that can have been.
pub(super) fn shown(
    id: Option<&str>,
    rev: Option<u64>,
    (from, until): (Option<u64>, Option<u64>),
    outcome: Option<&str>,
    (play, offset_ms): (Option<Play>, Option<i64>),
) -> Result<Shown, String> {
    let id = id.and_then(NoticeId::parse).ok_or("what was shown has the id of its notice")?;
    let rev = rev.ok_or("what was shown has the rev of its notice")?;
    let times = from.zip(until).filter(|(from, until)| from <= until && *until < TIME_END_MS);
    let (from, until) =
        times.ok_or("what was shown has from and until in ms, and from is not after until")?;
    let outcome = outcome.and_then(Outcome::parse).ok_or_else(|| {
        let words = Outcome::ALL.map(Outcome::name).join(", ");
        format!("what was shown has an outcome: one of {words}")
    })?;
    Ok(Shown { id, rev: Version(rev), play, from, until, outcome, offset_ms })
}

/// A token that is there; whether it is one is asked elsewhere.
pub(super) fn given_token(token: &str) -> Result<&str, String> {
    if token.is_empty() {
        Err("the token is missing: {\"type\":\"token\",\"token\":\"…\"}".to_owned())
    } else {
        Ok(token)
    }
}

pub(super) fn board(name: Option<&str>) -> Result<BoardName, String> {
    let name = name.ok_or("the board is missing: {\"board\":\"main\"}")?;
    BoardName::parse(name).ok_or_else(|| {
        format!("{name:?} is no board: 1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit")
    })
}
