//! An entry as a frame: of its value, or of the JSON that the log holds.

use super::frame;
use super::notice::{notice, policy};
use crate::frame::DecodeError;
use crate::frame::entry::{Whole, decode_whole};
use crate::proto::frame::Kind;
use crate::proto::{Bookmark, Delete, PolicyChange, Put};
use bytes::Bytes;
use marquee_core::{BoardName, Change, Cursor, Entry, Epoch, Version};

/// The frame of an entry.
pub fn encode(board: &BoardName, epoch: &Epoch, entry: &Entry) -> Bytes {
    let (Version(version), at, epoch_name) = (entry.version, entry.at, epoch.as_str().to_owned());
    let kind = match &entry.change {
        Change::Put(of) => Kind::Put(Put { version, at, notice: Some(notice(of)), epoch: epoch_name }),
        Change::Delete { id, reason } => {
            let (id, reason) = (id.as_str().to_owned(), reason.name().to_owned());
            Kind::Delete(Delete { version, at, id, reason, epoch: epoch_name })
        }
        Change::Policy { policy: of, own: _ } => {
            Kind::Policy(PolicyChange { version, at, policy: Some(policy(of)), epoch: epoch_name })
        }
        Change::Cursor { .. } => return passed_over(board, epoch, entry.version, at),
    };
    frame(Some(board), kind)
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
