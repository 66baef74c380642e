//! A board's whole state as a frame: to terminals, and into the log as its checkpoint.

use super::notice::NoticeJson;
use super::{DecodeError, bad, json};
use crate::policy::PolicyJson;
use bytes::Bytes;
use marquee_core::replica::PolicyMark;
use marquee_core::timeline::{Active, Parts, Pin, Slot};
use marquee_core::{BoardName, Cursor, Epoch, Notice, NoticeId, Policy, Replica, Timeline, Version};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

#[derive(Serialize)]
struct Out<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    board: &'a str,
    cursor: String,
    at: u64,
    policy: PolicyJson,
    policy_version: u64,
    own_policy: bool,
    notices: Vec<ActiveOut<'a>>,
    timeline: Option<TimelineJson<'a>>,
}

#[derive(Deserialize)]
struct In<'a> {
    #[serde(borrow, default)]
    board: Cow<'a, str>,
    #[serde(default)]
    at: u64,
    #[serde(borrow)]
    cursor: Cow<'a, str>,
    policy: PolicyJson,
    /// Absent in what the first release wrote: there a board's only policy was its first entry, the default.
    #[serde(default = "first_version")]
    policy_version: u64,
    #[serde(default)]
    own_policy: bool,
    #[serde(borrow)]
    notices: Vec<&'a RawValue>,
    #[serde(borrow)]
    timeline: Option<TimelineJson<'a>>,
}

#[derive(Serialize)]
struct ActiveOut<'a> {
    #[serde(flatten)]
    notice: NoticeJson<'a>,
    #[serde(flatten)]
    turn: TurnJson,
}

/// What an active notice has beyond the notice: read in a pass of its own, as flattening cannot hand on raw data.
#[derive(Serialize, Deserialize)]
struct TurnJson {
    version: u64,
    started: bool,
    pass: u64,
}

#[derive(Serialize, Deserialize)]
struct TimelineJson<'a> {
    now: u64,
    x: u64,
    floor: u64,
    #[serde(borrow)]
    last: Option<Cow<'a, str>>,
    rest: u64,
    queue: Vec<Cow<'a, str>>,
    slot: Option<SlotJson<'a>>,
    trail: Vec<SlotJson<'a>>,
    pin: Option<PinJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct SlotJson<'a> {
    head: u64,
    end: u64,
    #[serde(borrow)]
    notice: NoticeJson<'a>,
}

#[derive(Serialize, Deserialize)]
struct PinJson<'a> {
    from: u64,
    until: u64,
    #[serde(borrow)]
    notice: NoticeJson<'a>,
}

/// A snapshot that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot {
    /// As of this entry.
    pub cursor: Cursor,
    /// The state; without a timeline if the board was never written.
    pub replica: Replica,
}

fn first_version() -> u64 {
    1
}

impl<'a> From<&'a Slot> for SlotJson<'a> {
    fn from(slot: &'a Slot) -> Self {
        Self { head: slot.head, end: slot.end, notice: (&*slot.notice).into() }
    }
}

/// The frame of a board's state as of an entry; `first_policy` stands for a board that was never written.
pub fn encode(
    board: &BoardName,
    epoch: &Epoch,
    version: Version,
    at: u64,
    state: Option<(&Timeline, PolicyMark)>,
    first_policy: &Policy,
) -> Bytes {
    let (timeline, mark) = (state.map(|(timeline, _)| timeline), state.map(|(_, mark)| mark));
    let parts = timeline.map(Timeline::parts);
    let notices = parts.iter().flat_map(|parts| &parts.active).map(|active| ActiveOut {
        notice: (&*active.notice).into(),
        turn: TurnJson { version: active.version.0, started: active.started, pass: active.pass },
    });
    json(&Out {
        kind: "snapshot",
        board: board.as_str(),
        cursor: Cursor { epoch: epoch.clone(), version }.to_string(),
        at,
        policy: timeline.map_or(first_policy, |timeline| timeline.policy()).into(),
        policy_version: mark.map_or(0, |mark| mark.version.0),
        own_policy: mark.is_some_and(|mark| mark.own),
        notices: notices.collect(),
        timeline: parts.as_ref().map(|parts| TimelineJson {
            now: parts.now,
            x: parts.x,
            floor: parts.floor,
            last: parts.last.as_ref().map(|id| id.as_str().into()),
            rest: parts.rest,
            queue: parts.queue.iter().map(|id| id.as_str().into()).collect(),
            slot: parts.slot.as_ref().map(SlotJson::from),
            trail: parts.trail.iter().map(SlotJson::from).collect(),
            pin: parts.pin.as_ref().map(|pin| PinJson {
                from: pin.from,
                until: pin.until,
                notice: (&*pin.notice).into(),
            }),
        }),
    })
}

/// The state that a frame holds.
pub fn decode(frame: &[u8]) -> Result<Snapshot, DecodeError> {
    snapshot(serde_json::from_slice(frame)?)
}

/// A snapshot with what its frame says beside it.
pub(super) struct Whole {
    pub(super) board: BoardName,
    pub(super) at: u64,
    pub(super) policy: Policy,
    pub(super) snapshot: Snapshot,
}

/// A frame with all that it says, of a board that was never written too.
pub(super) fn decode_whole(frame: &[u8]) -> Result<Whole, DecodeError> {
    let frame: In<'_> = serde_json::from_slice(frame)?;
    let board = BoardName::from_store(&frame.board).ok_or_else(|| bad("a snapshot of no board"))?;
    Ok(Whole { board, at: frame.at, policy: frame.policy.clone().into(), snapshot: snapshot(frame)? })
}

fn snapshot(frame: In<'_>) -> Result<Snapshot, DecodeError> {
    let cursor =
        Cursor::parse(&frame.cursor).ok_or_else(|| bad(format!("{:?} is no cursor", frame.cursor)))?;
    let mark = PolicyMark { version: Version(frame.policy_version), own: frame.own_policy };
    let Some(json) = frame.timeline else {
        let replica = Replica::restore(cursor.version, None);
        return Ok(Snapshot { cursor, replica });
    };
    let mut shared = Shared::default();
    let active = frame
        .notices
        .into_iter()
        .map(|active| {
            let notice = shared.keep(serde_json::from_str(active.get())?)?;
            let turn: TurnJson = serde_json::from_str(active.get())?;
            Ok(Active::new(notice, Version(turn.version), turn.started, turn.pass))
        })
        .collect::<Result<_, DecodeError>>()?;
    let mut slot = |slot: SlotJson<'_>| {
        Ok::<_, DecodeError>(Slot { notice: shared.keep(slot.notice)?, head: slot.head, end: slot.end })
    };
    let trail = json.trail.into_iter().map(&mut slot).collect::<Result<_, DecodeError>>()?;
    let slot = json.slot.map(slot).transpose()?;
    let pin = match json.pin {
        Some(pin) => Some(Pin { notice: shared.keep(pin.notice)?, from: pin.from, until: pin.until }),
        None => None,
    };
    let id = |id: Cow<'_, str>| NoticeId::parse(&id).ok_or_else(|| bad(format!("{id:?} is no id")));
    let parts = Parts {
        policy: Arc::new(frame.policy.into()),
        now: json.now,
        x: json.x,
        floor: json.floor,
        rest: json.rest,
        active,
        slot,
        last: json.last.map(id).transpose()?,
        trail,
        pin,
        queue: json.queue.into_iter().map(id).collect::<Result<_, _>>()?,
    };
    let replica = Replica::restore(cursor.version, Some((Timeline::from_parts(parts), mark)));
    Ok(Snapshot { cursor, replica })
}

/// Equal notices of one snapshot are one in memory, as they were before it was written.
#[derive(Default)]
struct Shared(HashSet<(NoticeId, Version)>, Vec<Arc<Notice>>);

impl Shared {
    fn keep(&mut self, json: NoticeJson<'_>) -> Result<Arc<Notice>, DecodeError> {
        let notice: Notice = json.try_into()?;
        if !self.0.insert((notice.id.clone(), notice.rev))
            && let Some(known) = self.1.iter().find(|known| ***known == notice)
        {
            return Ok(known.clone());
        }
        let notice = Arc::new(notice);
        self.1.push(notice.clone());
        Ok(notice)
    }
}
