//! The words between a terminal's machine and who drives it: what happened, what to do, what its holder is told. They hold
//! nothing and decide nothing.

use super::follow::Kind;
use super::frame::{Read, Show};
use super::request::{Request, Shown};
use crate::Bearer;
use marquee_core::{BoardName, Cursor, Entry, NoticeId};

/// What happened.
#[derive(Debug)]
pub(super) enum Event {
    Start,
    /// The token to go on with, or why there is none to be had.
    Token(Result<Option<Bearer>, String>),
    Opened,
    /// The handshake came to nothing: the HTTP status, if one came, and when to come back at the earliest.
    Refused {
        status: Option<u16>,
        detail: String,
        retry_after_ms: u64,
    },
    /// A message.
    Message(Read),
    /// A sign of life that is no message.
    Alive,
    Closed(u16),
    /// The deadline is there.
    Tick,
    /// Something was on the glass.
    Report(Shown),
    Stop,
}

/// What to do, in this order.
#[derive(Debug)]
pub(super) enum Action {
    /// Find a token and say which: of the same one, or of none, too.
    FetchToken,
    /// Open a connection with these query parameters.
    Open {
        query: Vec<(&'static str, String)>,
        token: Option<Bearer>,
    },
    Send(Request),
    /// End the connection; its close is not awaited.
    Drop,
    Tell(Told),
}

/// How the terminal is connected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Connected {
    /// It has everything.
    Live,
    /// It is connected, and something is still on its way.
    CatchingUp,
    /// It is not connected, and will try again.
    Offline,
}

/// What the holder of a terminal is told.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the variants say it")]
pub enum Told {
    Connected(Connected),
    Entry {
        cursor: Cursor,
        entry: Entry,
    },
    /// The replica was replaced.
    Snapshot,
    Reset {
        reason: String,
    },
    Show(Box<Show>),
    /// All of it, or one notice.
    Clear {
        id: Option<NoticeId>,
    },
    /// `unauthorized`, `forbidden`, `refused`, `unreachable`, `token`, `token-expired`, `token-revoked`, or the server's own word.
    Trouble {
        code: String,
        detail: String,
    },
}

/// Who connects.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub struct Who {
    pub board: BoardName,
    pub kind: Kind,
    pub name: Option<String>,
    /// For a feed: the entry to go on from.
    pub last_seen: Option<Cursor>,
}
