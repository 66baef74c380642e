//! In which form a WebSocket terminal is spoken to: chosen once, at the handshake, by what it offers. Both forms say the
//! same; what the log holds is JSON, and the other form is made of it once for all who take it.

use bytes::Bytes;
use http::{HeaderMap, header};
use marquee_core::session::{Frame, Request};
use marquee_log::Kept;
use marquee_protocol::frame::{self, protobuf};

/// The place of an entry's Protobuf frame among its forms.
const FORM: usize = 3;

/// A subprotocol that is spoken here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wire {
    /// Text messages; also of who offers no subprotocol.
    Json,
    /// Binary messages.
    Protobuf,
}

impl Wire {
    const ALL: [Self; 2] = [Self::Json, Self::Protobuf];

    /// The subprotocol's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Json => "marquee.v1.json",
            Self::Protobuf => "marquee.v1.protobuf",
        }
    }

    /// The first of those that are offered that is spoken here.
    pub(crate) fn offered(headers: &HeaderMap) -> Option<Self> {
        let values = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter();
        let mut offered = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
        offered
            .find_map(|name| Self::ALL.into_iter().find(|wire| wire.name().eq_ignore_ascii_case(name.trim())))
    }

    /// A frame that is neither entry nor snapshot.
    pub(crate) fn control(self, frame: &Frame) -> Bytes {
        match self {
            Self::Json => frame::encode_control(frame),
            Self::Protobuf => protobuf::encode_control(frame),
        }
    }

    /// An entry's frame; `None`: it cannot be read, and the operator has been told.
    pub(crate) fn entry(self, kept: &Kept) -> Option<Bytes> {
        if self == Self::Json {
            return Some(kept.record.body.clone());
        }
        // No frame is empty: what is marks an entry of which none can be made.
        let form = kept.form(FORM, |record| {
            protobuf::entry_of_json(&record.body)
                .inspect_err(
                    |error| tracing::error!(version = %record.version, %error, "an entry cannot be sent"),
                )
                .unwrap_or_default()
        });
        (!form.is_empty()).then_some(form)
    }

    /// What a terminal says, or what is wrong with it.
    pub(crate) fn request(self, message: &[u8]) -> Result<Request, String> {
        match self {
            Self::Json => frame::decode_request(message),
            Self::Protobuf => protobuf::decode_request(message),
        }
    }
}
