//! A put or a delete written straight from the entry's own strings: the types made of the schema would copy each of
//! them first, which takes longer than all else. The fields' numbers are those of `marquee.proto`, in their order; what is
//! at its default is not written. It reads nothing.

use super::notice::trace;
use crate::proto::{self, data::Struct};
use bytes::Bytes;
use marquee_core::{BoardName, DeleteReason, Epoch, Notice, NoticeId};
use prost::Message;
use prost::encoding::encoded_len_varint;

/// The wire type of whatever begins with its length.
const LENGTH_DELIMITED: u32 = 2;
/// Bytes that a number takes at most.
const VARINT_MAX: usize = 10;

/// What an entry has beside its change.
pub(super) struct Head<'a> {
    pub(super) board: &'a BoardName,
    pub(super) epoch: &'a Epoch,
    pub(super) version: u64,
    pub(super) at: u64,
}

/// The frame of a put.
pub(super) fn put(head: &Head<'_>, notice: &Notice) -> Bytes {
    let trace = trace(&notice.trace_id);
    let data = notice.data.as_deref().and_then(Struct::from_json).map(|data| data.encode_to_vec());
    let fields = Fields { notice, trace: trace.as_ref().map_or(&[], |trace| trace), data: data.as_deref() };
    let mut length = Length::default();
    fields.write(&mut length);
    frame(head, 6, &Put { head, fields, length: length.0 })
}

/// The frame of a delete.
pub(super) fn delete(head: &Head<'_>, id: &NoticeId, reason: DeleteReason) -> Bytes {
    frame(head, 7, &Delete { head, id, reason })
}

/// A frame with a field of an entry's kind.
fn frame(head: &Head<'_>, tag: u32, entry: &impl Write) -> Bytes {
    let mut inner = Length::default();
    entry.write(&mut inner);
    let (board, inner) = (head.board.as_str(), inner.0);
    let mut whole = Length(inner);
    whole.text(1, board);
    whole.nested(tag, inner);
    // As large as it has to be and no larger: what is shared has no room behind it.
    let mut frame = Vec::with_capacity(whole.0);
    frame.text(1, board);
    frame.nested(tag, inner);
    entry.write(&mut frame);
    frame.into()
}

/// What can be written, or measured first.
trait Write {
    fn write(&self, sink: &mut impl Sink);
}

struct Put<'a> {
    head: &'a Head<'a>,
    fields: Fields<'a>,
    /// Of the notice.
    length: usize,
}

impl Write for Put<'_> {
    fn write(&self, sink: &mut impl Sink) {
        sink.number(1, self.head.version);
        sink.number(2, self.head.at);
        sink.nested(3, self.length);
        sink.measured(&self.fields, self.length);
        sink.text(4, self.head.epoch.as_str());
    }
}

struct Delete<'a> {
    head: &'a Head<'a>,
    id: &'a NoticeId,
    reason: DeleteReason,
}

impl Write for Delete<'_> {
    fn write(&self, sink: &mut impl Sink) {
        sink.number(1, self.head.version);
        sink.number(2, self.head.at);
        sink.text(3, self.id.as_str());
        sink.text(4, self.reason.name());
        sink.text(5, self.head.epoch.as_str());
    }
}

/// A notice, with what is not in it as it is sent.
struct Fields<'a> {
    notice: &'a Notice,
    trace: &'a [u8],
    data: Option<&'a [u8]>,
}

impl Write for Fields<'_> {
    fn write(&self, sink: &mut impl Sink) {
        let Notice {
            id, rev, level, text, html, tags, key, link, cells, count, starts_at, expires_at, ..
        } = self.notice;
        sink.text(1, id.as_str());
        sink.number(2, rev.0);
        sink.number(3, u64::from(proto::level(*level).unsigned_abs()));
        sink.text(4, text);
        sink.text(5, html.as_deref().unwrap_or_default());
        for tag in tags {
            // One of many stands even where it is empty.
            sink.bytes(6, tag.as_bytes());
        }
        sink.text(7, key.as_deref().unwrap_or_default());
        sink.text(8, link.as_deref().unwrap_or_default());
        if let Some(data) = self.data {
            sink.bytes(9, data);
        }
        sink.number(10, (*cells).into());
        sink.number(11, (*count).into());
        sink.number(12, *starts_at);
        sink.number(13, *expires_at);
        if !self.trace.is_empty() {
            sink.bytes(14, self.trace);
        }
    }
}

/// Where fields go.
trait Sink {
    fn varint(&mut self, number: u64);
    fn raw(&mut self, bytes: &[u8]);

    fn number(&mut self, tag: u32, number: u64) {
        if number != 0 {
            self.varint(u64::from(tag << 3));
            self.varint(number);
        }
    }

    fn text(&mut self, tag: u32, text: &str) {
        if !text.is_empty() {
            self.bytes(tag, text.as_bytes());
        }
    }

    fn bytes(&mut self, tag: u32, bytes: &[u8]) {
        self.nested(tag, bytes.len());
        self.raw(bytes);
    }

    /// What is known to have so many bytes.
    fn measured(&mut self, what: &impl Write, length: usize);

    /// What comes before a message of so many bytes.
    fn nested(&mut self, tag: u32, length: usize) {
        self.varint(u64::from(tag << 3 | LENGTH_DELIMITED));
        self.varint(length as u64);
    }
}

/// Only how long it would be.
#[derive(Default)]
struct Length(usize);

impl Sink for Length {
    fn varint(&mut self, number: u64) {
        self.0 += encoded_len_varint(number);
    }

    fn raw(&mut self, bytes: &[u8]) {
        self.0 += bytes.len();
    }

    fn measured(&mut self, _: &impl Write, length: usize) {
        self.0 += length;
    }
}

impl Sink for Vec<u8> {
    fn varint(&mut self, mut number: u64) {
        // Tags and most lengths are one byte, which needs no copy.
        if number < 0x80 {
            return self.push(number.to_le_bytes()[0]);
        }
        let mut bytes = [0; VARINT_MAX];
        let mut length = 0;
        while number >= 0x80 {
            // The lowest seven bits, and that more come.
            bytes[length] = number.to_le_bytes()[0] | 0x80;
            number >>= 7;
            length += 1;
        }
        bytes[length] = number.to_le_bytes()[0];
        self.extend_from_slice(&bytes[..=length]);
    }

    fn raw(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    fn measured(&mut self, what: &impl Write, _: usize) {
        what.write(self);
    }
}
