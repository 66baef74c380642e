//! What the server says to a terminal, as values; how they are written down is the wire's business.
//! Entries and snapshots are not here: their finished bytes are shared by all terminals.

use super::exchange::SessionId;
use crate::{BoardName, Cursor, NoticeId};

/// How a terminal takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Plays the timeline itself.
    Web,
    /// Is told what to show, as text.
    Led,
    /// Is told what to show, as a fragment of HTML.
    Html,
    /// An operator's: plays the timeline, and hears what becomes of notices.
    Admin,
    /// A program: entries alone.
    Feed,
}

impl Kind {
    /// Each of them.
    pub const ALL: [Self; 5] = [Self::Web, Self::Led, Self::Html, Self::Admin, Self::Feed];

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == word)
    }

    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Led => "led",
            Self::Html => "html",
            Self::Admin => "admin",
            Self::Feed => "feed",
        }
    }

    /// Whether it is told what to show, and gets no entries.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Led | Self::Html)
    }

    /// Whether it keeps the board's whole state, and may begin with it.
    pub fn plays(self) -> bool {
        matches!(self, Self::Web | Self::Admin)
    }
}

/// What a subscription begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum Resume {
    Fresh,
    Incremental,
    Reset,
    /// It is told what to show: there is nothing to go on from.
    None,
}

impl Resume {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Incremental => "incremental",
            Self::Reset => "reset",
            Self::None => "none",
        }
    }
}

/// Why a cursor is not continued.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ResetReason {
    /// It is of another history of the log.
    Epoch,
    /// What follows it is not kept any more.
    Trimmed,
    /// It is above the head.
    Ahead,
    /// It is no cursor.
    Invalid,
    /// It is too far behind to be worth it.
    Lagged,
}

impl ResetReason {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Epoch => "epoch",
            Self::Trimmed => "trimmed",
            Self::Ahead => "ahead",
            Self::Invalid => "invalid",
            Self::Lagged => "lagged",
        }
    }
}

/// What went wrong in band; the connection goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum ErrorCode {
    BadMessage,
    Forbidden,
    TooManyBoards,
}

impl ErrorCode {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::BadMessage => "bad-message",
            Self::Forbidden => "forbidden",
            Self::TooManyBoards => "too-many-boards",
        }
    }
}

/// Why a connection ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Close {
    /// 1001: the server ends at once.
    GoingAway,
    /// 1011: a fault of the server.
    Internal,
    /// 1012: the server is restarted.
    Restart,
    /// 4400: the fifth bad message in a minute.
    BadMessages,
    /// 4401: its token has expired, or the one that it came with in band is not good.
    Expired,
    /// 4403: its token was taken back.
    Revoked,
    /// 4408: nothing has come for too long.
    HeartbeatLost,
}

impl Close {
    /// The close code.
    pub fn code(self) -> u16 {
        match self {
            Self::GoingAway => 1001,
            Self::Internal => 1011,
            Self::Restart => 1012,
            Self::BadMessages => 4400,
            Self::Expired => 4401,
            Self::Revoked => 4403,
            Self::HeartbeatLost => 4408,
        }
    }

    /// A word for people.
    pub fn reason(self) -> &'static str {
        match self {
            Self::GoingAway => "going away",
            Self::Internal => "internal",
            Self::Restart => "restart",
            Self::BadMessages => "bad messages",
            Self::Expired => "token expired",
            Self::Revoked => "token revoked",
            Self::HeartbeatLost => "heartbeat lost",
        }
    }
}

/// When a silent terminal is asked whether it is there, and when it is given up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Heartbeat {
    /// Silence before the first ping, ms.
    pub interval_ms: u64,
    /// Silence after a ping that counts as a failure, ms.
    pub timeout_ms: u64,
    /// Failures that end the connection.
    pub max_failures: u32,
}

impl Default for Heartbeat {
    fn default() -> Self {
        Self { interval_ms: 30_000, timeout_ms: 45_000, max_failures: 3 }
    }
}

/// One frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Frame {
    /// The first of a connection.
    Hello {
        /// A name for this connection, for both sides' diagnostics.
        session: SessionId,
        /// The server's clock, ms.
        server_time: u64,
        /// The rule that holds for this connection.
        heartbeat: Heartbeat,
        /// How the terminal takes part.
        kind: Kind,
        /// What it calls itself.
        name: Option<Box<str>>,
        /// When its token lets it stay no longer, ms; `None`: never.
        token_expires_at: Option<u64>,
    },
    /// A board is followed from now on.
    Subscribed {
        /// The board.
        board: BoardName,
        /// Its head.
        head: Cursor,
        /// How it begins.
        resume: Resume,
    },
    /// The cursor is not continued.
    Reset {
        /// The board.
        board: BoardName,
        /// Why.
        reason: ResetReason,
    },
    /// How far the terminal is, without an entry.
    Bookmark {
        /// The board.
        board: BoardName,
        /// The last entry that it has.
        cursor: Cursor,
        /// No later entry will be stamped below this, ms.
        at: u64,
    },
    /// Something became of a notice.
    Lifecycle {
        /// The board.
        board: BoardName,
        /// The notice.
        id: NoticeId,
        /// What: the word of the stage.
        stage: &'static str,
        /// When, ms.
        at: u64,
    },
    /// A board is followed no longer.
    Unsubscribed {
        /// The board.
        board: BoardName,
    },
    /// The answer to a ping in band.
    Pong {
        /// The terminal's own word, given back.
        ts: i64,
        /// The server's clock, ms.
        server_time: u64,
    },
    /// A request came to nothing.
    Error {
        /// What kind of fault.
        code: ErrorCode,
        /// A sentence that helps.
        detail: Box<str>,
        /// The board it was about.
        board: Option<BoardName>,
    },
    /// The connection ends soon, because its token does.
    TokenExpiring {
        /// In how long, ms.
        in_ms: u64,
    },
    /// The newer token is good.
    TokenOk {
        /// When it lets the terminal stay no longer, ms; `None`: never.
        token_expires_at: Option<u64>,
    },
    /// The connection ends; a close follows.
    Bye {
        /// The close code that follows.
        close: Close,
        /// Come back no sooner, ms.
        retry_after_ms: u64,
    },
}

impl Frame {
    /// The word for it on the wire.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Hello { .. } => "hello",
            Self::Subscribed { .. } => "subscribed",
            Self::Reset { .. } => "reset",
            Self::Bookmark { .. } => "bookmark",
            Self::Lifecycle { .. } => "lifecycle",
            Self::Unsubscribed { .. } => "unsubscribed",
            Self::Pong { .. } => "pong",
            Self::Error { .. } => "error",
            Self::TokenExpiring { .. } => "token_expiring",
            Self::TokenOk { .. } => "token_ok",
            Self::Bye { .. } => "bye",
        }
    }

    /// The board that it is about; `None`: about the connection.
    pub fn board(&self) -> Option<&BoardName> {
        match self {
            Self::Subscribed { board, .. }
            | Self::Reset { board, .. }
            | Self::Bookmark { board, .. }
            | Self::Lifecycle { board, .. }
            | Self::Unsubscribed { board } => Some(board),
            Self::Error { board, .. } => board.as_ref(),
            Self::Hello { .. }
            | Self::Pong { .. }
            | Self::TokenExpiring { .. }
            | Self::TokenOk { .. }
            | Self::Bye { .. } => None,
        }
    }

    /// Where a terminal that has it stands; most frames say nothing of that.
    pub fn cursor(&self) -> Option<&Cursor> {
        match self {
            Self::Bookmark { cursor, .. } => Some(cursor),
            _ => None,
        }
    }
}
