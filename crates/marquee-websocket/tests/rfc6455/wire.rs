//! Frames as clients write them, right and wrong, and what is heard of them. It judges nothing.

use marquee_websocket::{Inbound, Message, Violation};

/// The largest message of these tests, in bytes.
pub(crate) const MESSAGE_MAX: u32 = 300;
/// The RFC's own (section 5.7).
pub(crate) const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

pub(crate) const FIN: u8 = 0x80;
pub(crate) const CONTINUATION: u8 = 0;
pub(crate) const TEXT: u8 = 1;
pub(crate) const BINARY: u8 = 2;
pub(crate) const CLOSE: u8 = FIN | 8;
pub(crate) const PING: u8 = FIN | 9;
pub(crate) const PONG: u8 = FIN | 10;

/// A message that outlives its bytes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Heard {
    Text(String),
    Binary(Vec<u8>),
    Ping(Vec<u8>),
    Pong(Vec<u8>),
    Close(Option<(u16, String)>),
}

impl From<Message<'_>> for Heard {
    fn from(message: Message<'_>) -> Self {
        match message {
            Message::Text(text) => Self::Text(text.to_owned()),
            Message::Binary(bytes) => Self::Binary(bytes.to_vec()),
            Message::Ping(bytes) => Self::Ping(bytes.to_vec()),
            Message::Pong(bytes) => Self::Pong(bytes.to_vec()),
            Message::Close(status) => Self::Close(status.map(|(code, reason)| (code, reason.to_owned()))),
        }
    }
}

pub(crate) type Outcome = (Vec<Heard>, Result<(), Violation>);

/// A length and how many bytes to say it in: 0, 2 or 8 after the second byte.
pub(crate) fn head(first: u8, length: u64, wide: usize) -> Vec<u8> {
    let long = length.to_be_bytes();
    let second = match wide {
        0 => long[7],
        2 => 126,
        _ => 127,
    };
    let mut bytes = vec![first, 0x80 | second];
    bytes.extend_from_slice(&long[8 - wide..]);
    bytes.extend_from_slice(&MASK);
    bytes
}

/// A frame as it should be but for its first byte, which is the caller's.
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let wide = match payload.len() {
        0..=125 => 0,
        126..=0xffff => 2,
        _ => 8,
    };
    let mut bytes = head(first, payload.len() as u64, wide);
    bytes.extend(masked(payload));
    bytes
}

pub(crate) fn masked(payload: &[u8]) -> impl Iterator<Item = u8> {
    payload.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask)
}

/// What is heard of the pieces, one after another, by one connection.
pub(crate) fn pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, message_max: u32) -> Outcome {
    let mut inbound = Inbound::new(message_max);
    let mut heard = Vec::new();
    for piece in pieces {
        // In a buffer of its own: what is kept may not depend on where it lay.
        let taken = inbound.take(&mut piece.to_vec(), &mut |message| heard.push(message.into()));
        if taken.is_err() {
            return (heard, taken);
        }
    }
    (heard, Ok(()))
}

/// What is heard of the bytes, however they are cut.
#[track_caller]
pub(crate) fn hear(bytes: &[u8]) -> Outcome {
    let whole = pieces([bytes], MESSAGE_MAX);
    for cut in 0..=bytes.len() {
        let (left, right) = bytes.split_at(cut);
        assert_eq!(pieces([left, right], MESSAGE_MAX), whole, "cut after {cut} bytes");
    }
    assert_eq!(pieces(bytes.chunks(1), MESSAGE_MAX), whole, "byte by byte");
    assert_eq!(pieces(bytes.chunks(3), MESSAGE_MAX), whole, "three by three");
    whole
}

/// After how many bytes it is refused, if they come one by one.
pub(crate) fn refused_after(bytes: &[u8]) -> Option<usize> {
    (1..=bytes.len()).find(|&length| pieces([&bytes[..length]], MESSAGE_MAX).1.is_err())
}
