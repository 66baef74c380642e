//! A frame as an event of a stream: name, cursor as its id, and the JSON as one line of data. JSON escapes every
//! line end within it, so a text cannot begin a line of its own.

use bytes::{Bytes, BytesMut};
use marquee_core::Cursor;

/// What ends a block, after its JSON.
pub const END: &[u8] = b"\n\n";

/// What begins a block, before its JSON.
pub fn begin(event: &str, cursor: Option<&Cursor>) -> String {
    let id = cursor.map(|cursor| format!("id: {cursor}\n")).unwrap_or_default();
    format!("event: {event}\n{id}data: ")
}

/// One finished event block.
pub fn block(event: &str, cursor: Option<&Cursor>, json: &[u8]) -> Bytes {
    let begin = begin(event, cursor);
    let mut block = BytesMut::with_capacity(begin.len() + json.len() + END.len());
    for part in [begin.as_bytes(), json, END] {
        block.extend_from_slice(part);
    }
    block.freeze()
}
