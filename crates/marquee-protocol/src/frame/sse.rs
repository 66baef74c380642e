//! A frame as an event of a stream: name, cursor as its id, and the JSON as one line of data. JSON escapes every
//! line end within it, so a text cannot begin a line of its own.

use bytes::{Bytes, BytesMut};
use marquee_core::Cursor;

/// One finished event block.
pub fn block(event: &str, cursor: Option<&Cursor>, json: &[u8]) -> Bytes {
    let id = cursor.map(|cursor| format!("id: {cursor}\n")).unwrap_or_default();
    let mut block = BytesMut::with_capacity(event.len() + id.len() + json.len() + 16);
    for part in [b"event: ", event.as_bytes(), b"\n", id.as_bytes(), b"data: ", json, b"\n\n"] {
        block.extend_from_slice(part);
    }
    block.freeze()
}
