//! The frames that are neither entry nor snapshot.

use super::json;
use bytes::Bytes;
use marquee_core::session::Frame;
use serde::Serialize;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Control<'a> {
    Hello {
        session: String,
        server_time: u64,
        heartbeat: HeartbeatJson,
        terminal: TerminalJson<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        token_expires_at: Option<u64>,
    },
    Subscribed {
        board: &'a str,
        head: String,
        resume: &'static str,
    },
    Reset {
        board: &'a str,
        reason: &'static str,
    },
    Bookmark {
        board: &'a str,
        cursor: String,
        at: u64,
    },
    Lifecycle {
        board: &'a str,
        id: &'a str,
        stage: &'static str,
        at: u64,
    },
    Unsubscribed {
        board: &'a str,
    },
    Pong {
        ts: i64,
        server_time: u64,
    },
    Error {
        code: &'static str,
        detail: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        board: Option<&'a str>,
    },
    TokenExpiring {
        in_ms: u64,
    },
    TokenOk {
        #[serde(skip_serializing_if = "Option::is_none")]
        token_expires_at: Option<u64>,
    },
    Bye {
        code: u16,
        reason: &'static str,
        retry_after_ms: u64,
    },
}

#[derive(Serialize)]
struct HeartbeatJson {
    interval_ms: u64,
    timeout_ms: u64,
    max_failures: u32,
}

#[derive(Serialize)]
struct TerminalJson<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

/// The frame as JSON.
pub fn encode(frame: &Frame) -> Bytes {
    json(&match frame {
        Frame::Hello { session, server_time, heartbeat, kind, name, token_expires_at } => Control::Hello {
            session: session.to_string(),
            server_time: *server_time,
            heartbeat: HeartbeatJson {
                interval_ms: heartbeat.interval_ms,
                timeout_ms: heartbeat.timeout_ms,
                max_failures: heartbeat.max_failures,
            },
            terminal: TerminalJson { kind: kind.name(), name: name.as_deref() },
            token_expires_at: *token_expires_at,
        },
        Frame::Subscribed { board, head, resume } => {
            Control::Subscribed { board: board.as_str(), head: head.to_string(), resume: resume.name() }
        }
        Frame::Reset { board, reason } => Control::Reset { board: board.as_str(), reason: reason.name() },
        Frame::Bookmark { board, cursor, at } => {
            Control::Bookmark { board: board.as_str(), cursor: cursor.to_string(), at: *at }
        }
        Frame::Lifecycle { board, id, stage, at } => {
            Control::Lifecycle { board: board.as_str(), id: id.as_str(), stage, at: *at }
        }
        Frame::Unsubscribed { board } => Control::Unsubscribed { board: board.as_str() },
        Frame::Pong { ts, server_time } => Control::Pong { ts: *ts, server_time: *server_time },
        Frame::Error { code, detail, board } => {
            Control::Error { code: code.name(), detail, board: board.as_ref().map(|board| board.as_str()) }
        }
        Frame::TokenExpiring { in_ms } => Control::TokenExpiring { in_ms: *in_ms },
        Frame::TokenOk { token_expires_at } => Control::TokenOk { token_expires_at: *token_expires_at },
        Frame::Bye { close, retry_after_ms } => {
            Control::Bye { code: close.code(), reason: close.reason(), retry_after_ms: *retry_after_ms }
        }
    })
}
