//! How a terminal on a WebSocket is spoken to: each frame as the finished bytes of one message, head and all. What is
//! shared by many is encoded once.

use crate::encoded::Snapshot;
use bytes::Bytes;
use marquee_core::session::{Frame, Request};
use marquee_log::Kept;
use marquee_protocol::frame::{decode_request, encode_control};
use marquee_websocket::{Message, Opcode, framed, head};

/// Where among an entry's encodings the message in JSON has its place.
const JSON_FORM: usize = 1;

/// A subprotocol.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wire {
    /// `marquee.v1.json`, in text.
    Json,
}

impl Wire {
    /// Every one, the one first that is spoken to whoever offers none.
    pub(crate) const ALL: [Self; 1] = [Self::Json];

    /// Its name in the handshake.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Json => "marquee.v1.json",
        }
    }

    fn opcode(self) -> Opcode {
        match self {
            Self::Json => Opcode::Text,
        }
    }

    /// An entry: made by whoever asks first, the same bytes for everyone after.
    pub(crate) fn entry(self, kept: &Kept) -> Bytes {
        match self {
            Self::Json => kept.form(JSON_FORM, |record| framed(Opcode::Text, &record.body)),
        }
    }

    /// A frame for one terminal.
    pub(crate) fn control(self, frame: &Frame) -> Bytes {
        match self {
            Self::Json => framed(Opcode::Text, &encode_control(frame)),
        }
    }

    /// A snapshot; its bytes stay shared.
    pub(crate) fn snapshot(self, snapshot: &Snapshot) -> [Bytes; 2] {
        let body = match self {
            Self::Json => snapshot.frame.clone(),
        };
        [Bytes::copy_from_slice(head(self.opcode(), body.len()).as_ref()), body]
    }

    /// What a terminal asks for; `None`: it is no message of the terminal's own. What cannot be read is told why.
    pub(crate) fn request(self, message: &Message<'_>) -> Option<Result<Request, Box<str>>> {
        match (self, message) {
            (Self::Json, Message::Text(text)) => {
                Some(decode_request(text.as_bytes()).map_err(|detail| detail.into()))
            }
            (Self::Json, Message::Binary(_)) => {
                Some(Err("a binary message: this subprotocol speaks JSON text".into()))
            }
            (_, Message::Ping(_) | Message::Pong(_) | Message::Close(_)) => None,
        }
    }
}
