//! The frames that are neither entry nor snapshot.

use super::{frame, narrow};
use crate::proto::frame::Kind;
use crate::proto::{
    Bookmark, Bye, Error, Heartbeat, Hello, Lifecycle, Pong, Reset, Subscribed, TokenExpiring, TokenOk,
    Unsubscribed,
};
use bytes::Bytes;
use marquee_core::session::Frame;

/// The frame as Protobuf.
pub fn encode(said: &Frame) -> Bytes {
    let (board, kind) = match said {
        Frame::Hello { session, server_time, heartbeat, kind, name, token_expires_at } => {
            let hello = Hello {
                session: session.to_string(),
                server_time: *server_time,
                heartbeat: Some(Heartbeat {
                    interval_ms: narrow(heartbeat.interval_ms),
                    timeout_ms: narrow(heartbeat.timeout_ms),
                    max_failures: heartbeat.max_failures,
                }),
                terminal_kind: kind.name().to_owned(),
                terminal_name: name.as_deref().unwrap_or_default().to_owned(),
                token_expires_at: token_expires_at.unwrap_or_default(),
            };
            (None, Kind::Hello(hello))
        }
        Frame::Subscribed { board, head, resume } => {
            let subscribed = Subscribed { head: head.to_string(), resume: resume.name().to_owned() };
            (Some(board), Kind::Subscribed(subscribed))
        }
        Frame::Reset { board, reason } => {
            (Some(board), Kind::Reset(Reset { reason: reason.name().to_owned() }))
        }
        Frame::Bookmark { board, cursor, at } => {
            (Some(board), Kind::Bookmark(Bookmark { cursor: cursor.to_string(), at: *at }))
        }
        Frame::Lifecycle { board, id, stage, at } => {
            let (id, stage) = (id.as_str().to_owned(), (*stage).to_owned());
            (Some(board), Kind::Lifecycle(Lifecycle { id, stage, at: *at }))
        }
        Frame::Unsubscribed { board } => (Some(board), Kind::Unsubscribed(Unsubscribed {})),
        // Its bits as they came: a negative one was sent as a large one.
        Frame::Pong { ts, server_time } => {
            (None, Kind::Pong(Pong { ts: ts.cast_unsigned(), server_time: *server_time }))
        }
        Frame::Error { code, detail, board } => {
            let error = Error { code: code.name().to_owned(), detail: detail.to_string() };
            (board.as_ref(), Kind::Error(error))
        }
        Frame::TokenExpiring { in_ms } => {
            (None, Kind::TokenExpiring(TokenExpiring { in_ms: narrow(*in_ms) }))
        }
        Frame::TokenOk { token_expires_at } => {
            (None, Kind::TokenOk(TokenOk { token_expires_at: token_expires_at.unwrap_or_default() }))
        }
        Frame::Bye { close, retry_after_ms } => {
            let reason = close.reason().to_owned();
            let bye = Bye { code: close.code().into(), reason, retry_after_ms: narrow(*retry_after_ms) };
            (None, Kind::Bye(bye))
        }
    };
    frame(board, kind)
}
