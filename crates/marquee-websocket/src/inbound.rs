//! What has come from a terminal, until it is a whole message. It is read where it lies; a copy is made only of what is
//! not whole, and let go when it is. It never keeps room for what was only announced.

use crate::frame::{Begun, Controls, Frame, HEAD_MAX, Part, read};
use crate::mask::unmask;
use crate::message::{Message, Opcode, Violation, read_close};

/// Reads one terminal's bytes. At rest it is two words; with a message on its way, what has come of it.
#[derive(Debug)]
pub struct Inbound {
    partial: Option<Box<Partial>>,
    message_max: u32,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    Open,
    /// By a close or a violation: what comes is passed over.
    Ended,
}

/// Where in a frame it is, and the pieces of a message before it.
#[derive(Debug, Default)]
struct Partial {
    at: At,
    /// What has come of a control frame's payload.
    control: Vec<u8>,
    /// Set with the first piece.
    opcode: Option<Opcode>,
    message: Vec<u8>,
    /// So much of a text is known to be whole characters.
    characters: usize,
}

#[derive(Debug)]
enum At {
    Head { bytes: [u8; HEAD_MAX], length: usize },
    Payload(Frame),
}

impl Default for At {
    fn default() -> Self {
        Self::Head { bytes: [0; HEAD_MAX], length: 0 }
    }
}

impl Inbound {
    /// For a connection whose handshake is over. A message may have so many bytes over all its pieces.
    pub fn new(message_max: u32) -> Self {
        Self { partial: None, message_max, stage: Stage::Open }
    }

    /// Reads what has come, in place (the mask is taken off where it lies), and gives each message as soon as it is
    /// whole, in order. After a close or a violation nothing more is given, and what comes is passed over.
    pub fn take(&mut self, bytes: &mut [u8], hear: &mut dyn FnMut(Message<'_>)) -> Result<(), Violation> {
        let mut rest = bytes;
        while !rest.is_empty() && self.stage == Stage::Open {
            match self.frame(rest, hear) {
                Ok(used) => rest = &mut rest[used..],
                Err(violation) => {
                    self.end();
                    return Err(violation);
                }
            }
        }
        Ok(())
    }

    /// How many bytes of what has come are kept, because their message is not whole.
    pub fn kept(&self) -> usize {
        self.partial.as_ref().map_or(0, |partial| {
            let head = match partial.at {
                At::Head { length, .. } => length,
                At::Payload(_) => 0,
            };
            head + partial.control.len() + partial.message.len()
        })
    }

    fn end(&mut self) {
        self.stage = Stage::Ended;
        self.partial = None;
    }

    /// Goes on with one frame as far as it has come; gives how many bytes were its own.
    fn frame(&mut self, bytes: &mut [u8], hear: &mut dyn FnMut(Message<'_>)) -> Result<usize, Violation> {
        let Some((mut frame, from)) = self.head(bytes)? else { return Ok(bytes.len()) };
        let come = usize::try_from(frame.left).map_or(bytes.len(), |left| bytes.len().min(from + left));
        let payload = &mut bytes[from..come];
        frame.mask = unmask(payload, frame.mask);
        frame.left -= payload.len() as u64;
        match frame.part {
            Part::Control(control) => self.control(control, frame, payload, hear)?,
            Part::Message { opcode, last } => self.message(opcode, last, frame, payload, hear)?,
        }
        Ok(come)
    }

    /// The frame that is on its way, and where in these bytes its payload goes on.
    fn head(&mut self, bytes: &[u8]) -> Result<Option<(Frame, usize)>, Violation> {
        let Some(partial) = &mut self.partial else {
            let whole = read(bytes, None, self.message_max)?;
            if whole.is_none() {
                let mut head = [0; HEAD_MAX];
                head[..bytes.len()].copy_from_slice(bytes);
                let at = At::Head { bytes: head, length: bytes.len() };
                self.partial = Some(Box::new(Partial { at, ..Partial::default() }));
            }
            return Ok(whole);
        };
        let begun = partial.opcode.map(|opcode| Begun { opcode, length: partial.message.len() as u64 });
        let (head, length) = match &mut partial.at {
            At::Payload(frame) => return Ok(Some((*frame, 0))),
            At::Head { bytes, length } => (bytes, length),
        };
        // It is judged byte by byte, and is whole with its fourteenth at the latest: there is always room for one more.
        for (used, byte) in (1..).zip(bytes) {
            head[*length] = *byte;
            *length += 1;
            if let Some((frame, _)) = read(&head[..*length], begun, self.message_max)? {
                return Ok(Some((frame, used)));
            }
        }
        Ok(None)
    }

    fn control(
        &mut self,
        control: Controls,
        frame: Frame,
        payload: &[u8],
        hear: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Violation> {
        if frame.left > 0 {
            let partial = self.partial.get_or_insert_default();
            partial.at = At::Payload(frame);
            partial.control.extend_from_slice(payload);
            return Ok(());
        }
        let mut kept = self.partial.as_mut().map(|partial| {
            partial.at = At::default();
            std::mem::take(&mut partial.control)
        });
        let payload = match &mut kept {
            Some(before) if !before.is_empty() => {
                before.extend_from_slice(payload);
                before
            }
            _ => payload,
        };
        // Nothing is kept but the message that it came amidst.
        self.partial.take_if(|partial| partial.opcode.is_none());
        match control {
            Controls::Ping => hear(Message::Ping(payload)),
            Controls::Pong => hear(Message::Pong(payload)),
            Controls::Close => {
                let close = read_close(payload)?;
                self.end();
                hear(close);
            }
        }
        Ok(())
    }

    fn message(
        &mut self,
        opcode: Opcode,
        last: bool,
        frame: Frame,
        payload: &[u8],
        hear: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Violation> {
        let whole = last && frame.left == 0;
        if whole && self.partial.as_ref().is_none_or(|partial| partial.message.is_empty()) {
            self.partial = None;
            hear(opcode.read(payload)?);
            return Ok(());
        }
        let partial = self.partial.get_or_insert_default();
        partial.opcode = Some(opcode);
        partial.message.extend_from_slice(payload);
        if opcode == Opcode::Text {
            partial.characters += characters(&partial.message[partial.characters..])?;
        }
        partial.at = if frame.left > 0 { At::Payload(frame) } else { At::default() };
        if whole && let Some(partial) = self.partial.take() {
            hear(opcode.read(&partial.message)?);
        }
        Ok(())
    }
}

impl Opcode {
    fn read(self, payload: &[u8]) -> Result<Message<'_>, Violation> {
        Ok(match self {
            Self::Text => Message::Text(std::str::from_utf8(payload).map_err(|_| Violation::NotUtf8)?),
            Self::Binary => Message::Binary(payload),
        })
    }
}

/// How many bytes are whole characters; what is after them may still become one, or the text is refused.
fn characters(bytes: &[u8]) -> Result<usize, Violation> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.len()),
        Err(error) if error.error_len().is_none() => Ok(error.valid_up_to()),
        Err(_) => Err(Violation::NotUtf8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames of a client whose mask is nothing: (first byte, payload).
    fn frames(frames: &[(u8, &[u8])]) -> Vec<u8> {
        let frame = |(first, payload): &(u8, &[u8])| {
            let length = u8::try_from(payload.len()).expect("a short payload");
            [&[*first, 0x80 | length, 0, 0, 0, 0], *payload].concat()
        };
        frames.iter().flat_map(frame).collect()
    }

    #[test]
    fn at_rest_it_is_two_words_and_nothing_behind_them() {
        assert_eq!(size_of::<Inbound>(), 16);
        let mut inbound = Inbound::new(100);
        let whole: [&[(u8, &[u8])]; 6] = [
            &[(0x81, b"text")],
            &[(0x89, b"ping")],
            &[(0x8a, b"")],
            &[(0x01, b"a"), (0x89, b"ping"), (0x80, b"b")],
            &[(0x02, b""), (0x80, b"")],
            &[(0x88, b"")],
        ];
        for message in whole {
            for mut byte in frames(message) {
                inbound.take(std::slice::from_mut(&mut byte), &mut |_| {}).expect("nothing wrong");
            }
            assert!(inbound.partial.is_none(), "{message:x?}");
        }
    }
}
