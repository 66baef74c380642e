//! A terminal's head: what its frame is, how long, and whether it may come now (sections 5.2, 5.4 and 5.5). Each rule is
//! looked at as soon as its byte is there, in the bytes' order, so that a head in pieces is judged like a whole one. It
//! reads no payload.

use crate::message::{Opcode, Violation};
use crate::outbound::CONTROL_MAX;

/// Two bytes, eight of a length, four of a mask.
pub(crate) const HEAD_MAX: usize = 14;

/// Section 5.5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Controls {
    Close,
    Ping,
    Pong,
}

/// What a frame is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// The first or a further piece of a message, and whether it is the last.
    Message { opcode: Opcode, last: bool },
    /// Between the pieces of a message, or outside of any.
    Control(Controls),
}

/// A frame whose payload is still to come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    pub(crate) part: Part,
    /// For the next byte of the payload.
    pub(crate) mask: [u8; 4],
    /// How much of the payload is still to come, in bytes.
    pub(crate) left: u64,
}

/// A message of which pieces have come, and not the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Begun {
    pub(crate) opcode: Opcode,
    /// In bytes, over all its pieces.
    pub(crate) length: u64,
}

/// Reads a head from the beginning of what has come, and says how long it was; `None` if there is more to come of it.
pub(crate) fn read(
    bytes: &[u8],
    begun: Option<Begun>,
    message_max: u32,
) -> Result<Option<(Frame, usize)>, Violation> {
    let wrong = |sentence| Err(Violation::Protocol(sentence));
    let Some((&first, rest)) = bytes.split_first() else { return Ok(None) };
    if first & 0b0111_0000 != 0 {
        return wrong("a reserved bit is set, and no extension was agreed on");
    }
    let last = first & 0b1000_0000 != 0;
    let part = match (first & 0b1111, begun) {
        (0, Some(Begun { opcode, .. })) => Part::Message { opcode, last },
        (0, None) => return wrong("a message goes on that never began"),
        (1 | 2, Some(_)) => return wrong("a message begins inside another"),
        (1, None) => Part::Message { opcode: Opcode::Text, last },
        (2, None) => Part::Message { opcode: Opcode::Binary, last },
        (8..=10, _) if !last => return wrong("a control frame is in pieces"),
        (8, _) => Part::Control(Controls::Close),
        (9, _) => Part::Control(Controls::Ping),
        (10, _) => Part::Control(Controls::Pong),
        _ => return wrong("an opcode is reserved"),
    };
    let Some((&second, rest)) = rest.split_first() else { return Ok(None) };
    if second & 0b1000_0000 == 0 {
        return wrong("a client's frame is not masked");
    }
    let short = second & 0b0111_1111;
    if matches!(part, Part::Control(_)) && usize::from(short) > CONTROL_MAX {
        return wrong("a control frame is longer than 125 bytes");
    }
    let (length, rest) = match short {
        126 => {
            let Some((length, rest)) = rest.split_first_chunk() else { return Ok(None) };
            (u64::from(u16::from_be_bytes(*length)), rest)
        }
        127 => {
            let Some((length, rest)) = rest.split_first_chunk() else { return Ok(None) };
            (u64::from_be_bytes(*length), rest)
        }
        _ => (u64::from(short), rest),
    };
    if length > i64::MAX.unsigned_abs() {
        return wrong("a length has its highest bit set");
    }
    if (short == 126 && length <= 125) || (short == 127 && length <= u64::from(u16::MAX)) {
        return wrong("a length is not in its shortest form");
    }
    let before = begun.map_or(0, |begun| begun.length);
    if matches!(part, Part::Message { .. }) && before.saturating_add(length) > u64::from(message_max) {
        return Err(Violation::TooLarge);
    }
    let Some((&mask, rest)) = rest.split_first_chunk() else { return Ok(None) };
    Ok(Some((Frame { part, mask, left: length }, bytes.len() - rest.len())))
}
