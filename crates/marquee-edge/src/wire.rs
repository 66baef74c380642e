//! How a terminal on a WebSocket is spoken to: each frame as the finished bytes of one message, head and all. What is
//! shared by many is encoded once.

use bytes::Bytes;
use marquee_core::session::{Frame, Request};
use marquee_log::Kept;
use marquee_protocol::frame::{decode_request, encode_control, protobuf};
use marquee_websocket::{Message, Opcode, close, framed, head};

/// Where among an entry's encodings the message in JSON has its place.
const JSON_FORM: usize = 1;
/// The same of the message in Protobuf.
const PROTOBUF_FORM: usize = 2;

/// A subprotocol.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wire {
    /// `marquee.v1.json`, in text.
    Json,
    /// `marquee.v1.protobuf`, in binary messages.
    Protobuf,
}

impl Wire {
    /// Every one, the one first that is spoken to whoever offers none.
    pub(crate) const ALL: [Self; 2] = [Self::Json, Self::Protobuf];

    /// Its name in the handshake.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Json => "marquee.v1.json",
            Self::Protobuf => "marquee.v1.protobuf",
        }
    }

    fn opcode(self) -> Opcode {
        match self {
            Self::Json => Opcode::Text,
            Self::Protobuf => Opcode::Binary,
        }
    }

    /// An entry: made by whoever asks first, the same bytes for everyone after.
    pub(crate) fn entry(self, kept: &Kept) -> Bytes {
        match self {
            Self::Json => kept.form(JSON_FORM, |record| framed(Opcode::Text, &record.body)),
            Self::Protobuf => kept.form(PROTOBUF_FORM, |record| {
                protobuf::entry_of_json(&record.body).map_or_else(
                    |error| {
                        tracing::error!(version = %record.version, %error, "an entry cannot be sent");
                        // Never a hole: whoever is owed it is sent away instead.
                        close(Some((1011, "internal"))).into()
                    },
                    |frame| framed(Opcode::Binary, &frame),
                )
            }),
        }
    }

    /// A frame for one terminal.
    pub(crate) fn control(self, frame: &Frame) -> Bytes {
        match self {
            Self::Json => framed(Opcode::Text, &encode_control(frame)),
            Self::Protobuf => framed(Opcode::Binary, &protobuf::encode_control(frame)),
        }
    }

    /// A snapshot; its bytes stay shared.
    pub(crate) fn snapshot(self, body: Bytes) -> [Bytes; 2] {
        [Bytes::copy_from_slice(head(self.opcode(), body.len()).as_ref()), body]
    }

    /// What a terminal asks for; `None`: it is no message of the terminal's own. What cannot be read is told why.
    pub(crate) fn request(self, message: &Message<'_>) -> Option<Result<Request, String>> {
        match (self, message) {
            (Self::Json, Message::Text(text)) => Some(decode_request(text.as_bytes())),
            (Self::Json, Message::Binary(_)) => {
                Some(Err("a binary message: this subprotocol speaks JSON text".into()))
            }
            (Self::Protobuf, Message::Binary(bytes)) => Some(protobuf::decode_request(bytes)),
            (Self::Protobuf, Message::Text(_)) => {
                Some(Err("a text message: this subprotocol speaks Protobuf in binary messages".into()))
            }
            (_, Message::Ping(_) | Message::Pong(_) | Message::Close(_)) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::Version;
    use marquee_log::Record;

    #[test]
    fn who_is_owed_an_entry_that_cannot_be_written_is_sent_away_and_never_given_a_hole() {
        let body = Bytes::from_static(b"{\"type\":\"put\",\"cursor\":7}");
        let kept = Kept::new(Record { version: Version(7), at: 1, kind: "put".into(), body: body.clone() });
        assert_eq!(Wire::Json.entry(&kept), [&[0x81, 25][..], &body].concat());
        assert_eq!(Wire::Protobuf.entry(&kept), &b"\x88\x0a\x03\xf3internal"[..]);
    }
}
