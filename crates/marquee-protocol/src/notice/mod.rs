//! A notice as publishers send it: read, cleaned, measured and checked, once, at the door. What comes out needs no
//! library and no configuration to be understood, so the board machine gives the same entries of it everywhere.
//! It reads no clock and mints no id: both are handed to it.
//!
//! | module | holds |
//! |---|---|
//! | `body` | a body split into its notices |
//! | `protobuf` | the same of the binary form |
//! | `schema`, `rules` | what a notice must keep, by the schema and beyond it |
//! | `text`, `html`, `link` | what cleaning leaves, and what a link is |
//! | `cells` | how wide a text is |
//! | `hash` | what makes two publishes the same |

mod body;
mod cells;
mod hash;
mod html;
mod link;
mod protobuf;
mod rules;
mod schema;
mod text;

pub use body::{BATCH_MAX, Body, split_json, split_ndjson};
pub use cells::cells;
pub use link::is_link;
pub use protobuf::{read as read_protobuf, split as split_protobuf};
pub use rules::{AHEAD_MAX_MS, DATA_MAX, TEXT_MAX};
pub use schema::SCHEMA;
pub use text::clean;

use crate::blocklist::BlockList;
use crate::document::{Document, utf8};
use crate::faults::Faults;
use crate::problem::Problem;
use marquee_core::board::Draft;
use marquee_core::{BoardName, NoticeId};
use serde_json::{Map, Value};

/// What a reader of notices needs to know beside the bytes.
pub struct Context<'a> {
    /// The server's clock, ms.
    pub now: u64,
    /// The trace that the notice comes by: 32 lower-case hex digits.
    pub trace_id: &'a str,
    /// Makes the id of a notice without one.
    pub mint: &'a dyn Fn() -> NoticeId,
    /// The board that the path names; another one in the body is a fault at `/board`.
    pub board: Option<&'a BoardName>,
    /// The id that stands beside the body; another one in it is a fault at `/id`.
    pub id: Option<&'a NoticeId>,
    /// Where `id` stands.
    pub id_from: IdFrom,
    /// What is not shown.
    pub block_list: &'a BlockList,
}

/// Where an id stands that is not in the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IdFrom {
    /// In the path of a PUT.
    Path,
    /// In the header `Idempotency-Key`.
    IdempotencyKey,
}

/// A notice that keeps every rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submission {
    /// The board it is for.
    pub board: BoardName,
    /// What the board machine is asked to place.
    pub draft: Draft,
}

/// What stands beside a text: from `Marquee-…` headers or query parameters.
#[derive(Clone, Copy, Default, Debug)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub struct TextFields<'a> {
    pub id: Option<&'a str>,
    pub level: Option<&'a str>,
    /// Tags with a comma between them; blanks around one, and empty ones, are passed over.
    pub tags: Option<&'a str>,
    pub ttl: Option<&'a str>,
    pub key: Option<&'a str>,
    pub link: Option<&'a str>,
}

/// Reads one notice of JSON.
pub fn read(json: &[u8], context: &Context<'_>) -> Result<Submission, Problem> {
    rules::submission(&Document::read(json)?, Faults::default(), context)
}

/// Reads a notice whose text is the whole body. The same rules hold as for JSON, and faults name the same places.
pub fn read_text(text: &[u8], fields: &TextFields<'_>, context: &Context<'_>) -> Result<Submission, Problem> {
    let mut notice = Map::new();
    notice.insert("text".into(), utf8(text)?.into());
    let strings = [("id", fields.id), ("level", fields.level), ("key", fields.key), ("link", fields.link)];
    for (member, given) in strings {
        if let Some(given) = given {
            notice.insert(member.into(), given.into());
        }
    }
    if let Some(tags) = fields.tags {
        let tags: Vec<&str> = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect();
        notice.insert("tags".into(), tags.into());
    }
    if let Some(ttl) = fields.ttl {
        let digits = !ttl.starts_with('0') && ttl.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = ttl.parse::<u64>().ok().filter(|_| digits);
        notice.insert("ttl".into(), seconds.map_or_else(|| ttl.into(), Value::from));
    }
    read(Value::Object(notice).to_string().as_bytes(), context)
}
