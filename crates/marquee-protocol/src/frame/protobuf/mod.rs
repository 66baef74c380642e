//! Frames and requests of the subprotocol `marquee.v1.protobuf`: what JSON says, in the messages of `marquee.proto`. What
//! the log holds stays JSON; of that a frame is made here once, for all who take it so.

mod control;
mod entry;
mod notice;
mod request;
mod snapshot;
mod writer;

pub use control::encode as encode_control;
pub use entry::{encode as encode_entry, of_json as entry_of_json};
pub use request::decode as decode_request;
pub use snapshot::{encode as encode_snapshot, of_json as snapshot_of_json};

use crate::proto::{Frame, frame::Kind};
use bytes::Bytes;
use marquee_core::BoardName;
use prost::Message;

/// The frame of a kind.
fn frame(board: Option<&BoardName>, kind: Kind) -> Bytes {
    let board = board.map(BoardName::to_string).unwrap_or_default();
    Frame { board, kind: Some(kind) }.encode_to_vec().into()
}

/// A number as its field has it; the bounds of whatever is sent are far below.
fn narrow(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
