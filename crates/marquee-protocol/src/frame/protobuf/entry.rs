//! An entry as a frame: of its value, or of the JSON that the log holds.

use super::frame;
use super::notice::policy;
use super::writer::{self, Head};
use crate::frame::DecodeError;
use crate::frame::entry::{Whole, decode_whole};
use crate::proto::frame::Kind;
use crate::proto::{Bookmark, PolicyChange};
use bytes::Bytes;
use marquee_core::{BoardName, Change, Cursor, Entry, Epoch, Version};

/// The frame of an entry.
pub fn encode(board: &BoardName, epoch: &Epoch, entry: &Entry) -> Bytes {
    let (Version(version), at) = (entry.version, entry.at);
    let head = Head { board, epoch, version, at };
    match &entry.change {
        Change::Put(notice) => writer::put(&head, notice),
        Change::Delete { id, reason } => writer::delete(&head, id, *reason),
        Change::Policy { policy: of, own: _ } => {
            let change = PolicyChange { version, at, policy: Some(policy(of)), epoch: epoch.to_string() };
            frame(Some(board), Kind::Policy(change))
        }
        Change::Cursor { .. } | Change::Auth(_) => passed_over(board, epoch, entry.version, at),
    }
}

/// The frame of an entry of which only the JSON is there.
pub fn of_json(json: &[u8]) -> Result<Bytes, DecodeError> {
    let Whole { board, cursor, at, entry } = decode_whole(json)?;
    Ok(match entry {
        Some(entry) => encode(&board, &cursor.epoch, &entry),
        None => passed_over(&board, &cursor.epoch, cursor.version, at),
    })
}

/// An entry of a kind for which there is no message: the terminal hears how far it is, and nothing else.
fn passed_over(board: &BoardName, epoch: &Epoch, version: Version, at: u64) -> Bytes {
    let cursor = Cursor { epoch: epoch.clone(), version }.to_string();
    frame(Some(board), Kind::Bookmark(Bookmark { cursor, at }))
}
