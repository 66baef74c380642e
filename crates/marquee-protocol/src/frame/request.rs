//! What terminals say. What cannot be read is said back to them; nothing here ends a connection.

use marquee_core::session::{Filter, LastSeen, Request};
use marquee_core::{BoardName, Level};
use serde::Deserialize;
use std::borrow::Cow;

/// Tags that a filter may name.
pub const TAGS_MAX: usize = 16;

#[derive(Deserialize)]
struct In<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    board: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    last_seen: Option<Cow<'a, str>>,
    #[serde(default)]
    tags: Vec<Box<str>>,
    #[serde(borrow, default)]
    min_level: Option<Cow<'a, str>>,
    #[serde(default)]
    ts: Option<i64>,
}

/// The request of a message, or a sentence that says what is wrong with it.
pub fn decode(message: &[u8]) -> Result<Request, String> {
    let message: In<'_> = serde_json::from_slice(message)
        .map_err(|error| format!("not a message that can be read: {error}"))?;
    match &*message.kind {
        "subscribe" => {
            let filter = Filter {
                min_level: message
                    .min_level
                    .map(|word| Level::parse(&word).ok_or_else(|| format!("{word:?} is no level")))
                    .transpose()?,
                tags: match message.tags.len() {
                    0..=TAGS_MAX => message.tags,
                    more => return Err(format!("a filter names at most {TAGS_MAX} tags, not {more}")),
                },
            };
            let last_seen = LastSeen::parse(message.last_seen.as_deref());
            Ok(Request::Subscribe { board: board(message.board)?, last_seen, filter })
        }
        "unsubscribe" => Ok(Request::Unsubscribe { board: board(message.board)? }),
        "ping" => {
            Ok(Request::Ping { ts: message.ts.ok_or("a ping has a ts: an integer, given back as it is")? })
        }
        _ => Ok(Request::Unknown),
    }
}

fn board(name: Option<Cow<'_, str>>) -> Result<BoardName, String> {
    let name = name.ok_or("the board is missing: {\"board\":\"main\"}")?;
    BoardName::parse(&name).ok_or_else(|| {
        format!("{name:?} is no board: 1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit")
    })
}
