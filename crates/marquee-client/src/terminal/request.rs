//! What a terminal says to a server, as JSON. A token within it is in what is sent, and in nothing else.

use super::frame::Play;
use serde::Serialize;

/// What a terminal says.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Request {
    Subscribe { board: String },
    Ping { ts: u64 },
    Token { token: Secret },
    Shown(Shown),
}

/// A token within a request: in what is sent, and in nothing else.
#[derive(Clone, PartialEq)]
pub(super) struct Secret(pub(super) crate::Bearer);

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.text())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.0, f)
    }
}

/// What was really on the glass.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Shown {
    /// The board.
    pub board: String,
    /// The notice.
    pub id: String,
    /// Which content of it.
    pub rev: u64,
    /// How.
    pub play: Play,
    /// When its leading edge entered, or it went up; by the server's clock, ms.
    pub from: u64,
    /// When it had left.
    pub until: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// The server's clock minus this one's, as it was reckoned, ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_ms: Option<i64>,
}

/// What became of something that was shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It was played to its end.
    Completed,
    /// A pin that another one hurried away.
    Preempted,
    /// Its time was over while it was on.
    Expired,
    /// It was deleted, replaced or taken away.
    Cut,
    /// It could not be drawn.
    Failed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_the_names_of_the_protocol_and_a_token_is_never_shown() {
        let token = crate::Bearer::new("eyJh.eyJz.c2ln").unwrap();
        let request = Request::Token { token: Secret(token) };
        assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"type":"token","token":"eyJh.eyJz.c2ln"}"#);
        assert!(!format!("{request:?}").contains("eyJ"));
        let shown = Shown {
            board: "ops".into(),
            id: "a".into(),
            rev: 42,
            play: Play::Pin,
            from: 1,
            until: 2,
            outcome: Outcome::Preempted,
            offset_ms: Some(-12),
        };
        assert_eq!(
            serde_json::to_string(&Request::Shown(shown)).unwrap(),
            r#"{"type":"shown","board":"ops","id":"a","rev":42,"play":"pin","from":1,"until":2,"outcome":"preempted","offset_ms":-12}"#
        );
    }
}
