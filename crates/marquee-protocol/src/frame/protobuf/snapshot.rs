//! A board's whole state as a frame: of its value, or of the JSON that was encoded before.

use super::frame;
use super::notice::{notice, policy};
use crate::frame::DecodeError;
use crate::frame::snapshot::decode_whole;
use crate::proto::frame::Kind;
use crate::proto::{self, Notice, Pin, Slot, Snapshot};
use bytes::Bytes;
use marquee_core::timeline::{Parts, Slot as CoreSlot};
use marquee_core::{BoardName, Cursor, Epoch, NoticeId, Policy, Timeline, Version};

/// The frame of a board's state as of an entry; `first_policy` stands for a board that was never written.
pub fn encode(
    board: &BoardName,
    epoch: &Epoch,
    version: Version,
    at: u64,
    timeline: Option<&Timeline>,
    first_policy: &Policy,
) -> Bytes {
    let parts = timeline.map(Timeline::parts);
    let notices = parts.iter().flat_map(|parts| &parts.active).map(|active| Notice {
        version: active.version.0,
        started: active.started,
        pass: active.pass,
        ..notice(&active.notice)
    });
    let snapshot = Snapshot {
        cursor: Cursor { epoch: epoch.clone(), version }.to_string(),
        at,
        policy: Some(policy(timeline.map_or(first_policy, |timeline| timeline.policy()))),
        notices: notices.collect(),
        timeline: parts.as_ref().map(play),
    };
    frame(Some(board), Kind::Snapshot(snapshot.into()))
}

/// The frame of a snapshot of which only the JSON is there.
pub fn of_json(json: &[u8]) -> Result<Bytes, DecodeError> {
    let whole = decode_whole(json)?;
    let (Cursor { epoch, version }, replica) = (&whole.snapshot.cursor, &whole.snapshot.replica);
    Ok(encode(&whole.board, epoch, *version, whole.at, replica.timeline(), &whole.policy))
}

fn play(parts: &Parts) -> proto::Timeline {
    let id = |id: &NoticeId| id.as_str().to_owned();
    proto::Timeline {
        now: parts.now,
        x: parts.x,
        floor: parts.floor,
        last: parts.last.as_ref().map(id).unwrap_or_default(),
        rest: parts.rest,
        queue: parts.queue.iter().map(id).collect(),
        slot: parts.slot.as_ref().map(slot),
        trail: parts.trail.iter().map(slot).collect(),
        pin: parts.pin.as_ref().map(|pin| Pin {
            from: pin.from,
            until: pin.until,
            notice: Some(notice(&pin.notice)),
        }),
    }
}

fn slot(slot: &CoreSlot) -> Slot {
    Slot { head: slot.head, end: slot.end, notice: Some(notice(&slot.notice)) }
}
