//! How frames reach a terminal: one connection behind a trait, so that a case is written once and tried on each
//! transport. It carries and judges nothing.

pub(crate) mod events;
mod sse;
mod ws;

pub(crate) use sse::Sse;
pub(crate) use ws::Ws;

use crate::server::{Server, escaped};
use crate::verdict::{Verdict, unmet};
use serde_json::Value;
use std::pin::Pin;

/// A future that a trait can give.
pub(crate) type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How a terminal takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A program: entries alone.
    Feed,
    /// A screen: snapshot and entries.
    Web,
}

impl Kind {
    pub(crate) const BOTH: [Self; 2] = [Self::Feed, Self::Web];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Web => "web",
        }
    }
}

/// What a terminal says of itself when it connects.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub(crate) kind: Kind,
    pub(crate) board: String,
    pub(crate) last_seen: Option<String>,
    pub(crate) last_event_id: Option<String>,
    pub(crate) tags: Option<String>,
    pub(crate) name: Option<String>,
    /// Bytes that its side of the connection holds unread; absent: as the system likes.
    pub(crate) receive_buffer: Option<u32>,
}

impl Ask {
    /// A terminal that has nothing of the board.
    pub(crate) fn new(kind: Kind, board: &str) -> Self {
        Self {
            kind,
            board: board.to_owned(),
            last_seen: None,
            last_event_id: None,
            tags: None,
            name: None,
            receive_buffer: None,
        }
    }

    /// The same, coming back with a cursor.
    pub(crate) fn after(mut self, cursor: &str) -> Self {
        self.last_seen = Some(cursor.to_owned());
        self
    }

    /// The cursor that holds: the browser's own wins.
    pub(crate) fn cursor(&self) -> Option<&str> {
        self.last_event_id.as_deref().or(self.last_seen.as_deref())
    }

    fn query(&self) -> String {
        let mut query = format!("board={}&terminal={}", escaped(&self.board), self.kind.name());
        let members = [("last_seen", &self.last_seen), ("tags", &self.tags), ("name", &self.name)];
        for (name, value) in members {
            if let Some(value) = value {
                query.push_str(&format!("&{name}={}", escaped(value)));
            }
        }
        query
    }
}

/// One frame as it came.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The JSON, as written.
    pub(crate) text: String,
    /// The JSON, read.
    pub(crate) value: Value,
    /// What SSE has around it.
    pub(crate) envelope: Option<Envelope>,
}

/// What SSE says beside the JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Envelope {
    /// The event's name.
    pub(crate) event: String,
    /// The `id` of this very event.
    pub(crate) id: Option<String>,
    /// What a browser would send as `Last-Event-ID` now.
    pub(crate) last_event_id: String,
}

impl Frame {
    fn read(text: String, envelope: Option<Envelope>) -> Verdict<Self> {
        let value = serde_json::from_str(&text)
            .map_err(|error| unmet("a frame is one JSON object", format_args!("{error}: {text:?}")))?;
        Ok(Self { text, value, envelope })
    }

    /// Its `type`; empty if it has none.
    pub(crate) fn kind(&self) -> &str {
        self.value["type"].as_str().unwrap_or_default()
    }

    pub(crate) fn board(&self) -> &str {
        self.value["board"].as_str().unwrap_or_default()
    }

    pub(crate) fn cursor(&self) -> Option<&str> {
        self.value["cursor"].as_str()
    }

    /// The version that its cursor names.
    pub(crate) fn version_of_cursor(&self) -> Option<u64> {
        self.cursor()?.split_once('.')?.1.parse().ok()
    }

    /// The number of an entry.
    pub(crate) fn version(&self) -> Option<u64> {
        self.value["version"].as_u64()
    }

    pub(crate) fn is_entry(&self) -> bool {
        matches!(self.kind(), "put" | "delete" | "policy")
    }

    /// The id of the notice that an entry is about.
    pub(crate) fn notice_id(&self) -> &str {
        self.value["notice"]["id"].as_str().or(self.value["id"].as_str()).unwrap_or_default()
    }
}

/// One open connection.
pub(crate) trait Wire: Send {
    /// The next frame; none: the connection is over.
    fn next(&mut self) -> Pending<'_, Verdict<Option<Frame>>>;

    /// Says something in band, where the transport can.
    fn say(&mut self, frame: &Value) -> Pending<'_, Verdict>;

    /// The code that the server closed with, where the transport has one.
    fn close_code(&self) -> Option<u16> {
        None
    }
}

/// A way to connect.
pub(crate) trait Transport: Send + Sync {
    /// Opens a connection.
    fn open<'a>(&'a self, server: &'a Server, ask: &'a Ask) -> Pending<'a, Verdict<Box<dyn Wire>>>;
}
