//! The head of a frame: how it is written for a client, and how one is read that a client has sent, with every rule that
//! a head alone can break. It knows nothing of the frame before.

use crate::inbound::Violation;
use bytes::{BufMut, Bytes, BytesMut};

/// The longest payload of a control frame.
pub const CONTROL_MAX: usize = 125;
/// The longest head that a client sends: two bytes, a length of eight, a mask of four.
pub(crate) const HEAD_MAX: usize = 14;

/// What a frame is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "RFC 6455's own names, section 5.2")]
pub enum Opcode {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xa,
}

impl Opcode {
    fn of(bits: u8) -> Option<Self> {
        Some(match bits {
            0x0 => Self::Continuation,
            0x1 => Self::Text,
            0x2 => Self::Binary,
            0x8 => Self::Close,
            0x9 => Self::Ping,
            0xa => Self::Pong,
            _ => return None,
        })
    }

    pub(crate) fn is_control(self) -> bool {
        matches!(self, Self::Close | Self::Ping | Self::Pong)
    }
}

/// The head of a whole message from the server: one frame, not masked.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    bytes: [u8; 10],
    length: usize,
}

impl AsRef<[u8]> for Head {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// The head of a message of so many bytes.
pub fn head(opcode: Opcode, payload: usize) -> Head {
    let mut bytes = [0; 10];
    bytes[0] = 0x80 | opcode as u8;
    let length = match (u8::try_from(payload), u16::try_from(payload)) {
        (Ok(short), _) if short < 126 => {
            bytes[1] = short;
            2
        }
        (_, Ok(middle)) => {
            bytes[1] = 126;
            bytes[2..4].copy_from_slice(&middle.to_be_bytes());
            4
        }
        _ => {
            bytes[1] = 127;
            bytes[2..].copy_from_slice(&(payload as u64).to_be_bytes());
            10
        }
    };
    Head { bytes, length }
}

/// A whole message, head and all.
pub fn framed(opcode: Opcode, payload: &[u8]) -> Bytes {
    let head = head(opcode, payload.len());
    let mut bytes = BytesMut::with_capacity(head.as_ref().len() + payload.len());
    bytes.put_slice(head.as_ref());
    bytes.put_slice(payload);
    bytes.freeze()
}

/// A control frame; what does not fit into one is left off.
pub fn control(opcode: Opcode, payload: &[u8]) -> Bytes {
    framed(opcode, &payload[..payload.len().min(CONTROL_MAX)])
}

/// The head of a frame from a client.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Incoming {
    pub(crate) fin: bool,
    pub(crate) opcode: Opcode,
    pub(crate) mask: [u8; 4],
    pub(crate) payload: u64,
}

/// Reads a head, and how long it is; `None`: it is not whole yet, but breaks no rule so far.
pub(crate) fn read(bytes: &[u8]) -> Result<Option<(Incoming, usize)>, Violation> {
    let Some(&first) = bytes.first() else { return Ok(None) };
    if first & 0x70 != 0 {
        return Err(Violation::Protocol("a reserved bit is set, and no extension was agreed on"));
    }
    let opcode = Opcode::of(first & 0x0f).ok_or(Violation::Protocol("a reserved opcode"))?;
    let fin = first & 0x80 != 0;
    if opcode.is_control() && !fin {
        return Err(Violation::Protocol("a control frame in fragments"));
    }
    let Some(&second) = bytes.get(1) else { return Ok(None) };
    if second & 0x80 == 0 {
        return Err(Violation::Protocol("a frame from a client that is not masked"));
    }
    let short = second & 0x7f;
    if opcode.is_control() && usize::from(short) > CONTROL_MAX {
        return Err(Violation::Protocol("a control frame of more than 125 bytes"));
    }
    let (payload, after) = match short {
        126 => match bytes.get(2..4).and_then(|length| length.try_into().ok()) {
            Some(length) => (u64::from(u16::from_be_bytes(length)), 4),
            None => return Ok(None),
        },
        127 => match bytes.get(2..10).and_then(|length| length.try_into().ok()) {
            Some(length) => (u64::from_be_bytes(length), 10),
            None => return Ok(None),
        },
        short => (u64::from(short), 2),
    };
    let shortest = match after {
        2 => 0,
        4 => 126,
        _ => 1 << 16,
    };
    if payload < shortest || payload >> 63 != 0 {
        return Err(Violation::Protocol("a length that is not written as it has to be"));
    }
    let Some(mask) = bytes.get(after..after + 4).and_then(|mask| mask.try_into().ok()) else {
        return Ok(None);
    };
    Ok(Some((Incoming { fin, opcode, mask, payload }, after + 4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_the_shortest_form() {
        for (payload, expected) in [
            (0, &[0x81, 0][..]),
            (125, &[0x81, 125]),
            (126, &[0x81, 126, 0, 126]),
            (65_535, &[0x81, 126, 255, 255]),
            (65_536, &[0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
        ] {
            assert_eq!(head(Opcode::Text, payload).as_ref(), expected);
        }
        assert_eq!(&framed(Opcode::Binary, b"ab")[..], b"\x82\x02ab");
        assert_eq!(control(Opcode::Pong, &[7; 200]).len(), 2 + CONTROL_MAX, "never one that is not allowed");
    }
}
