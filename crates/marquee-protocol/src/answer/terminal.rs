//! Terminals as GET answers them. It says nothing of where they call from.

use marquee_core::session::Kind;
use serde::Serialize;
use utoipa::ToSchema;

/// A terminal that follows a board, and how far it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Terminal, example = json!({
    "session": "s-7f3a90c1d2e4b586", "board": "ops", "kind": "web", "transport": "ws", "name": "lobby-1",
    "since": "2026-01-31T09:30:00.000Z", "cursor": "k3j9x2ab.42", "lag": {"versions": 3, "ms": 1200},
}))]
pub struct TerminalAnswer {
    /// The connection, as its `hello` called it.
    pub session: String,
    /// The board.
    pub board: String,
    /// How it takes part.
    pub kind: KindWord,
    /// How it is connected.
    pub transport: TransportWord,
    /// What it calls itself, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub name: Option<String>,
    /// When it began to follow the board, RFC 3339.
    pub since: String,
    /// The last entry that was written to it: `<epoch>.0` if none was.
    pub cursor: String,
    /// What is still to be written to it.
    pub lag: LagAnswer,
}

/// How far a terminal is behind its board's newest entry.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, ToSchema)]
#[schema(as = Lag)]
pub struct LagAnswer {
    /// In entries; 0: it is live.
    pub versions: u64,
    /// How old the first of them is, in ms; 0: it is live.
    pub ms: u64,
}

/// Terminals in order of their sessions, and of the boards within one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Terminals)]
pub struct TerminalsAnswer {
    /// One item for each board that a connection follows.
    pub terminals: Vec<TerminalAnswer>,
    /// What to give as `after` to read on; null at the end.
    #[schema(required)]
    pub next: Option<String>,
}

/// The kinds there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum KindWord {
    Web,
    Led,
    Html,
    Admin,
    Feed,
}

/// The ways to connect.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum TransportWord {
    Ws,
    Sse,
}

impl From<Kind> for KindWord {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Web => Self::Web,
            Kind::Led => Self::Led,
            Kind::Html => Self::Html,
            Kind::Admin => Self::Admin,
            Kind::Feed => Self::Feed,
        }
    }
}
