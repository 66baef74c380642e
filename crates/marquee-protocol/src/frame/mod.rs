//! Frames on the wire: what the server says to terminals, and what terminals say. An entry's frame is also how the
//! log holds it, so what is replayed is, byte for byte, what was sent live.

mod auth;
mod control;
mod cue;
mod entry;
mod fact;
mod notice;
pub mod protobuf;
mod request;
mod snapshot;
pub mod sse;

pub use auth::{decode as decode_auth, encode as encode_auth};
pub use control::encode as encode_control;
pub use cue::{Told, encode as encode_cue, fragment};
pub use entry::{decode as decode_entry, encode as encode_entry};
pub use request::{TAGS_MAX, decode as decode_request};
pub use snapshot::{Snapshot, decode as decode_snapshot, encode as encode_snapshot};

use std::fmt;

/// Bytes that are no frame of ours, found where only ours can be: in the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecodeError {
    /// What was wrong.
    pub detail: String,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a frame that this release can read: {}", self.detail)
    }
}

impl std::error::Error for DecodeError {}

impl From<serde_json::Error> for DecodeError {
    fn from(error: serde_json::Error) -> Self {
        Self { detail: error.to_string() }
    }
}

fn bad(detail: impl Into<String>) -> DecodeError {
    DecodeError { detail: detail.into() }
}

/// JSON of a value that cannot fail to be written: strings, numbers, and maps with string keys.
fn json(value: &impl serde::Serialize) -> bytes::Bytes {
    match serde_json::to_vec(value) {
        Ok(bytes) => bytes.into(),
        Err(error) => unreachable!("a frame holds nothing that JSON cannot: {error}"),
    }
}
