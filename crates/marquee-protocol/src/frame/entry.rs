//! An entry as a frame: to terminals, and into the log.

use super::fact::FactJson;
use super::notice::NoticeJson;
use super::{DecodeError, bad, json};
use crate::policy::PolicyJson;
use bytes::Bytes;
use marquee_core::auth::Reader;
use marquee_core::{BoardName, Change, Cursor, DeleteReason, Entry, Epoch, Notice, NoticeId, Version};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

#[derive(Serialize)]
struct Out<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    board: &'a str,
    cursor: String,
    version: u64,
    at: u64,
    #[serde(flatten)]
    change: ChangeOut<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ChangeOut<'a> {
    Put {
        notice: NoticeJson<'a>,
    },
    Delete {
        id: &'a str,
        reason: &'static str,
    },
    Policy {
        policy: PolicyJson,
        /// Said only of a policy that was given for this board.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        own: bool,
    },
    /// Never sent: it stands in the log of `_auth`.
    Reader {
        subject: &'a str,
        name: &'a str,
        of: &'a str,
        seen: String,
    },
    /// Never sent either.
    Auth {
        fact: FactJson<'a>,
    },
}

#[derive(Deserialize)]
struct In<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    board: Cow<'a, str>,
    #[serde(borrow, default)]
    cursor: Cow<'a, str>,
    version: u64,
    at: u64,
    #[serde(borrow)]
    notice: Option<NoticeJson<'a>>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    reason: Option<Cow<'a, str>>,
    policy: Option<PolicyJson>,
    #[serde(default)]
    own: bool,
    #[serde(borrow)]
    subject: Option<Cow<'a, str>>,
    #[serde(borrow)]
    name: Option<Cow<'a, str>>,
    #[serde(borrow)]
    of: Option<Cow<'a, str>>,
    #[serde(borrow)]
    seen: Option<Cow<'a, str>>,
    #[serde(borrow)]
    fact: Option<FactJson<'a>>,
}

/// The frame of an entry.
pub fn encode(board: &BoardName, epoch: &Epoch, entry: &Entry) -> Bytes {
    let cursor = Cursor { epoch: epoch.clone(), version: entry.version }.to_string();
    let change = match &entry.change {
        Change::Put(notice) => ChangeOut::Put { notice: (&**notice).into() },
        Change::Delete { id, reason } => ChangeOut::Delete { id: id.as_str(), reason: reason.name() },
        Change::Policy { policy, own } => ChangeOut::Policy { policy: (&**policy).into(), own: *own },
        Change::Cursor { reader, seen } => ChangeOut::Reader {
            subject: &reader.subject,
            name: &reader.name,
            of: reader.board.as_str(),
            seen: seen.to_string(),
        },
        Change::Auth(fact) => ChangeOut::Auth { fact: fact.into() },
    };
    let kind = entry.change.kind();
    json(&Out { kind, board: board.as_str(), cursor, version: entry.version.0, at: entry.at, change })
}

/// The entry of a frame; `None` if it is of a kind that this release does not know.
pub fn decode(frame: &[u8]) -> Result<Option<Entry>, DecodeError> {
    entry(serde_json::from_slice(frame)?)
}

/// An entry with what its frame says beside it.
pub(super) struct Whole {
    pub(super) board: BoardName,
    pub(super) cursor: Cursor,
    pub(super) at: u64,
    /// Absent if it is of a kind that this release does not know.
    pub(super) entry: Option<Entry>,
}

/// A frame with all that it says.
pub(super) fn decode_whole(frame: &[u8]) -> Result<Whole, DecodeError> {
    let frame: In<'_> = serde_json::from_slice(frame)?;
    let board = BoardName::from_store(&frame.board).ok_or_else(|| bad("an entry of no board"))?;
    let cursor = Cursor::parse(&frame.cursor).ok_or_else(|| bad("an entry without its cursor"))?;
    Ok(Whole { board, cursor, at: frame.at, entry: entry(frame)? })
}

fn entry(frame: In<'_>) -> Result<Option<Entry>, DecodeError> {
    let change = match &*frame.kind {
        "put" => {
            let notice: Notice = frame.notice.ok_or_else(|| bad("a put without its notice"))?.try_into()?;
            Change::Put(Arc::new(notice))
        }
        "delete" => {
            let id =
                frame.id.as_deref().and_then(NoticeId::parse).ok_or_else(|| bad("a delete without an id"))?;
            let reason = frame.reason.as_deref().and_then(DeleteReason::parse);
            Change::Delete { id, reason: reason.ok_or_else(|| bad("a delete without a reason"))? }
        }
        "policy" => {
            let policy = frame.policy.ok_or_else(|| bad("a policy entry without its policy"))?;
            Change::Policy { policy: Arc::new(policy.into()), own: frame.own }
        }
        "cursor" => {
            let board = frame.of.as_deref().and_then(BoardName::parse);
            let seen = frame.seen.as_deref().and_then(Cursor::parse);
            let (Some(board), Some(seen)) = (board, seen) else {
                return Err(bad("a cursor without the board or the entry that it is of"));
            };
            let (subject, name) = (frame.subject.unwrap_or_default(), frame.name.unwrap_or_default());
            let reader = Reader { subject: subject.into(), name: name.into(), board };
            Change::Cursor { reader: Arc::new(reader), seen }
        }
        "revoked" | "family" | "cookie" => {
            let fact = frame.fact.ok_or_else(|| bad("an entry about a token without what it says"))?;
            Change::Auth(fact.try_into()?)
        }
        _ => return Ok(None),
    };
    Ok(Some(Entry { version: Version(frame.version), at: frame.at, change }))
}
