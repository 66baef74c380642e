//! What terminals say in Protobuf. What cannot be read is said back to them; nothing here ends a connection.

use crate::frame::request::{board, filter, given_token, shown};
use crate::proto::request::Kind;
use crate::proto::{self, Ack, Ping, Play, Subscribe, Token, Unsubscribe, read_level};
use marquee_core::Cursor;
use marquee_core::policy::Play as CorePlay;
use marquee_core::session::{LastSeen, Request, Secret};
use prost::Message;

/// The request of a message, or a sentence that says what is wrong with it. One of no kind that is known here is of a
/// later protocol.
pub fn decode(message: &[u8]) -> Result<Request, String> {
    let request = proto::Request::decode(message)
        .map_err(|error| format!("not a message Request of marquee.proto: {error}"))?;
    match request.kind {
        Some(Kind::Subscribe(Subscribe { board: name, last_seen, tags, min_level })) => {
            let min_level = read_level(min_level).map_err(|number| format!("{number} is no Level"))?;
            let tags = tags.into_iter().map(String::into_boxed_str).collect();
            let last_seen = LastSeen::parse(Some(&last_seen));
            Ok(Request::Subscribe {
                board: board(given(&name))?,
                last_seen,
                filter: filter(tags, min_level)?,
            })
        }
        Some(Kind::Unsubscribe(Unsubscribe { board: name })) => {
            Ok(Request::Unsubscribe { board: board(given(&name))? })
        }
        Some(Kind::Ack(Ack { board: name, cursor })) => {
            let cursor = Cursor::parse(&cursor);
            let cursor = cursor.ok_or("an ack has the cursor of the last frame that was taken in")?;
            Ok(Request::Ack { board: board(given(&name))?, cursor })
        }
        // Its bits are given back as they are.
        Some(Kind::Ping(Ping { ts })) => Ok(Request::Ping { ts: ts.cast_signed() }),
        Some(Kind::Token(Token { token })) => Ok(Request::Token(Secret(given_token(&token)?.into()))),
        Some(Kind::Shown(said)) => {
            let play = match Play::try_from(said.play) {
                Ok(Play::Unspecified) => None,
                Ok(Play::Scroll) => Some(CorePlay::Scroll),
                Ok(Play::Pin) => Some(CorePlay::Pin),
                Err(_) => return Err(format!("{} is no Play", said.play)),
            };
            let times = (Some(said.from), Some(said.until));
            let offset_ms = Some(said.offset_ms).filter(|offset| *offset != 0);
            let shown =
                shown(given(&said.id), Some(said.rev), times, given(&said.outcome), (play, offset_ms))?;
            Ok(Request::Shown { board: board(given(&said.board))?, shown })
        }
        None => Ok(Request::Unknown),
    }
}

/// An empty string is a field that was not set.
fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
