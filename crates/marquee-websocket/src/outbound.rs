//! What the server sends: heads for messages, and whole control frames (sections 5.2 and 5.5). Always one piece, never
//! masked, the length in its shortest form. It sends nothing itself.

use crate::message::Opcode;
use bytes::{BufMut, Bytes, BytesMut};

/// The longest payload of a control frame, in bytes.
pub const CONTROL_MAX: usize = 125;
/// The longest reason of a close, in bytes: two are the code's.
const REASON_MAX: usize = CONTROL_MAX - 2;
/// The last piece of what it begins.
const WHOLE: u8 = 0b1000_0000;

/// What comes before a message's payload: at most ten bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    bytes: [u8; 10],
    length: u8,
}

impl AsRef<[u8]> for Head {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// The head of a message whose payload has so many bytes.
pub fn head(opcode: Opcode, length: usize) -> Head {
    let first = WHOLE
        | match opcode {
            Opcode::Text => 1,
            Opcode::Binary => 2,
        };
    let long = (length as u64).to_be_bytes();
    let [.., third, last] = long;
    let (second, extended): (u8, &[u8]) = match length {
        0..=CONTROL_MAX => (last, &[]),
        126..=0xffff => (126, &[third, last]),
        _ => (127, &long),
    };
    let mut bytes = [first, second, 0, 0, 0, 0, 0, 0, 0, 0];
    bytes[2..2 + extended.len()].copy_from_slice(extended);
    let length = match extended.len() {
        0 => 2,
        2 => 4,
        _ => 10,
    };
    Head { bytes, length }
}

/// A message with its head, to be sent to any number of terminals as it is.
pub fn framed(opcode: Opcode, payload: &[u8]) -> Bytes {
    let head = head(opcode, payload.len());
    let mut frame = BytesMut::with_capacity(head.as_ref().len() + payload.len());
    frame.put_slice(head.as_ref());
    frame.put_slice(payload);
    frame.freeze()
}

/// A whole control frame, without an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Control {
    bytes: [u8; 2 + CONTROL_MAX],
    length: u8,
}

impl AsRef<[u8]> for Control {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..2 + usize::from(self.length)]
    }
}

impl From<Control> for Bytes {
    fn from(control: Control) -> Self {
        Self::copy_from_slice(control.as_ref())
    }
}

/// A ping. What is above 125 bytes is not sent.
pub fn ping(payload: &[u8]) -> Control {
    control(9, payload)
}

/// The answer to a ping, with its bytes. What is above 125 is not sent; a ping that was heard never has more.
pub fn pong(payload: &[u8]) -> Control {
    control(10, payload)
}

/// A close: one of ours, or the answer to one, which says the same. A reason above 123 bytes is cut after a whole
/// character. The code is sent as it is.
pub fn close(status: Option<(u16, &str)>) -> Control {
    let Some((code, reason)) = status else { return control(8, &[]) };
    let reason = &reason.as_bytes()[..reason.floor_char_boundary(REASON_MAX)];
    let mut payload = [0; CONTROL_MAX];
    let (start, rest) = payload.split_at_mut(2);
    start.copy_from_slice(&code.to_be_bytes());
    rest[..reason.len()].copy_from_slice(reason);
    control(8, &payload[..2 + reason.len()])
}

fn control(opcode: u8, payload: &[u8]) -> Control {
    let mut bytes = [0; 2 + CONTROL_MAX];
    let mut length = 0;
    for (to, from) in bytes[2..].iter_mut().zip(payload) {
        *to = *from;
        length += 1;
    }
    bytes[0] = WHOLE | opcode;
    bytes[1] = length;
    Control { bytes, length }
}
