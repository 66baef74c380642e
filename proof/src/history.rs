//! What was told while the program ran and what it had afterwards, as values. Nothing is judged here.

use serde_json::Value;

/// A publisher was answered: this was done.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The board.
    pub board: String,
    /// The version that the answer names.
    pub version: u64,
    /// What was asked for.
    pub deed: Deed,
}

/// What a publisher asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// A notice with this text, which no other publish has.
    Put {
        /// The text.
        text: String,
    },
    /// A publish of a text that may be folded into another of the same text.
    Fold {
        /// The text.
        text: String,
    },
    /// The notice of this id goes.
    Delete {
        /// The id.
        id: String,
    },
}

/// What one terminal saw, in order.
#[derive(Clone, Debug)]
pub enum Sight {
    /// It came back with this cursor's version; `None`: with nothing.
    Resumed(Option<u64>),
    /// An entry: its version and its frame.
    Entry(u64, String),
    /// It was told how far it is.
    Bookmark(u64),
    /// It was told to begin anew, and why.
    Reset(String),
}

/// What a board had after a start.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Entries from the oldest kept on: version and frame.
    pub entries: Vec<(u64, String)>,
    /// The head that it was told to have.
    pub head: u64,
    /// The active notices, in order of their first version.
    pub active: Vec<Value>,
}

/// Publishes of one folding text: how many were answered, and how many may have been done.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Folds {
    /// Answered 2xx.
    pub answered: u64,
    /// Sent, answered or not.
    pub sent: u64,
}

/// An entry as the judge reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A notice by id, with its text.
    Put {
        /// The notice's id.
        id: String,
        /// Its text.
        text: String,
    },
    /// A notice that left.
    Delete {
        /// The notice's id.
        id: String,
    },
    /// Anything else.
    Other,
}

impl Change {
    /// Reads an entry's frame.
    pub fn of(frame: &str) -> Self {
        let frame: Value = serde_json::from_str(frame).unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match frame["type"].as_str() {
            Some("put") => {
                Self::Put { id: text(&frame["notice"]["id"]), text: text(&frame["notice"]["text"]) }
            }
            Some("delete") => Self::Delete { id: text(&frame["id"]) },
            _ => Self::Other,
        }
    }
}
