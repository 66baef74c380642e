//! What a client says: frames in whatever pieces they come, messages out as soon as they are whole. It holds what has
//! really come of a message that is not, nothing for what was only announced, and nothing between messages.

use crate::close::{self, Reason};
use crate::head::{self, HEAD_MAX, Incoming, Opcode};
use crate::mask::unmask;

/// What a client said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "RFC 6455's own names, sections 5.5 and 5.6")]
pub enum Message<'a> {
    Text(&'a str),
    Binary(&'a [u8]),
    Ping(&'a [u8]),
    Pong(&'a [u8]),
    Close(Reason<'a>),
}

/// A rule that a client has broken; the connection is to be closed for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Violation {
    /// One of RFC 6455, and which.
    Protocol(&'static str),
    /// Text has to be UTF-8.
    NotUtf8,
    /// A message is larger than it may be.
    TooLarge,
}

impl Violation {
    /// The close code for it.
    pub fn code(&self) -> u16 {
        match self {
            Self::Protocol(_) => 1002,
            Self::NotUtf8 => 1007,
            Self::TooLarge => 1009,
        }
    }
}

/// One connection's.
#[derive(Debug)]
pub struct Inbound {
    message_max: u32,
    /// After a close or a violation.
    over: bool,
    /// Absent between whole messages.
    partial: Option<Box<Partial>>,
}

/// What has come of a message that is not whole.
#[derive(Default, Debug)]
struct Partial {
    /// Of a head that is not.
    head: Vec<u8>,
    frame: Option<Frame>,
    /// What has come of a control frame's payload.
    control: Vec<u8>,
    /// A message that was begun.
    message: Option<Begun>,
}

/// A frame of which the head is known.
#[derive(Clone, Copy, Debug)]
struct Frame {
    head: Incoming,
    /// Bytes of the payload that have come.
    come: usize,
    /// Bytes of it altogether.
    payload: usize,
}

/// A text or binary message of which something has come.
#[derive(Debug)]
struct Begun {
    is_text: bool,
    payload: Vec<u8>,
    /// How much of it is known to be UTF-8.
    valid: usize,
}

type Hear<'a> = &'a mut dyn FnMut(Message<'_>);

impl Inbound {
    /// Nothing has come yet. A message may have so many bytes, over all of its frames.
    pub fn new(message_max: u32) -> Self {
        Self { message_max, over: false, partial: None }
    }

    /// Reads what has come, unmasking it where it lies, and gives each message as soon as it is whole. After a close, or
    /// after an error, nothing more is given.
    pub fn take(&mut self, mut bytes: &mut [u8], hear: Hear<'_>) -> Result<(), Violation> {
        while !bytes.is_empty() && !self.over {
            let taken = match self.partial.take() {
                None => self.whole(bytes, hear),
                Some(partial) => self.piece(partial, bytes, hear),
            };
            match taken {
                Ok(taken) => bytes = &mut bytes[taken..],
                Err(violation) => {
                    self.over = true;
                    return Err(violation);
                }
            }
        }
        Ok(())
    }

    /// The next message, if it is one frame and has all come; else it is begun.
    fn whole(&mut self, bytes: &mut [u8], hear: Hear<'_>) -> Result<usize, Violation> {
        if let Some((head, begins)) = head::read(bytes)?
            && head.fin
            && head.opcode != Opcode::Continuation
        {
            let payload = self.fits(&head, 0)?;
            if let Some(payload) = bytes.get_mut(begins..begins + payload) {
                unmask(payload, head.mask, 0);
                self.give(head.opcode, payload, hear)?;
                return Ok(begins + payload.len());
            }
        }
        self.piece(Box::default(), bytes, hear)
    }

    /// As much as belongs together: of a head, or of a payload.
    fn piece(
        &mut self,
        mut partial: Box<Partial>,
        bytes: &mut [u8],
        hear: Hear<'_>,
    ) -> Result<usize, Violation> {
        let taken = match partial.frame {
            None => self.head(&mut partial, bytes)?,
            Some(frame) => partial.payload(frame, bytes)?,
        };
        if let Some(frame) = partial.frame.filter(|frame| frame.come == frame.payload) {
            partial.frame = None;
            self.frame_ends(&mut partial, frame.head, hear)?;
        }
        if partial.frame.is_some() || partial.message.is_some() || !partial.head.is_empty() {
            self.partial = Some(partial);
        }
        Ok(taken)
    }

    fn head(&self, partial: &mut Partial, bytes: &[u8]) -> Result<usize, Violation> {
        let before = partial.head.len();
        partial.head.extend_from_slice(&bytes[..bytes.len().min(HEAD_MAX - before)]);
        let Some((head, length)) = head::read(&partial.head)? else {
            return Ok(partial.head.len() - before);
        };
        partial.head = Vec::new();
        let begun = partial.message.as_ref().map(|begun| begun.payload.len());
        match (head.opcode, begun) {
            (Opcode::Continuation, None) => {
                return Err(Violation::Protocol("a continuation of nothing"));
            }
            (Opcode::Text | Opcode::Binary, Some(_)) => {
                return Err(Violation::Protocol("a message begins inside another"));
            }
            (Opcode::Text | Opcode::Binary, None) => {
                let is_text = head.opcode == Opcode::Text;
                partial.message = Some(Begun { is_text, payload: Vec::new(), valid: 0 });
            }
            _ => {}
        }
        let payload = self.fits(&head, begun.unwrap_or_default())?;
        partial.frame = Some(Frame { head, come: 0, payload });
        Ok(length - before)
    }

    /// The length of a payload behind so much of its message, if there is room for it.
    fn fits(&self, head: &Incoming, before: usize) -> Result<usize, Violation> {
        let payload = usize::try_from(head.payload).ok();
        let fits = |payload: &usize| {
            head.opcode.is_control() || before.saturating_add(*payload) as u64 <= u64::from(self.message_max)
        };
        payload.filter(fits).ok_or(Violation::TooLarge)
    }

    fn frame_ends(&mut self, partial: &mut Partial, head: Incoming, hear: Hear<'_>) -> Result<(), Violation> {
        if head.opcode.is_control() {
            return self.give(head.opcode, &std::mem::take(&mut partial.control), hear);
        }
        if !head.fin {
            return Ok(());
        }
        let Some(begun) = partial.message.take() else { return Ok(()) };
        let opcode = if begun.is_text { Opcode::Text } else { Opcode::Binary };
        self.give(opcode, &begun.payload, hear)
    }

    fn give(&mut self, opcode: Opcode, payload: &[u8], hear: Hear<'_>) -> Result<(), Violation> {
        hear(match opcode {
            Opcode::Text => Message::Text(str::from_utf8(payload).map_err(|_| Violation::NotUtf8)?),
            // A continuation is given as what it continues.
            Opcode::Binary | Opcode::Continuation => Message::Binary(payload),
            Opcode::Ping => Message::Ping(payload),
            Opcode::Pong => Message::Pong(payload),
            Opcode::Close => {
                let reason = close::read(payload)?;
                self.over = true;
                Message::Close(reason)
            }
        });
        Ok(())
    }
}

impl Partial {
    fn payload(&mut self, mut frame: Frame, bytes: &mut [u8]) -> Result<usize, Violation> {
        let taken = bytes.len().min(frame.payload - frame.come);
        let bytes = &mut bytes[..taken];
        unmask(bytes, frame.head.mask, frame.come);
        frame.come += taken;
        self.frame = Some(frame);
        if frame.head.opcode.is_control() {
            self.control.extend_from_slice(bytes);
        } else if let Some(begun) = &mut self.message {
            begun.payload.extend_from_slice(bytes);
            begun.check()?;
        }
        Ok(taken)
    }
}

impl Begun {
    /// Text that cannot become UTF-8 any more is known as soon as it has come.
    fn check(&mut self) -> Result<(), Violation> {
        if !self.is_text {
            return Ok(());
        }
        match str::from_utf8(&self.payload[self.valid..]) {
            Ok(_) => self.valid = self.payload.len(),
            Err(error) if error.error_len().is_none() => self.valid += error.valid_up_to(),
            Err(_) => return Err(Violation::NotUtf8),
        }
        Ok(())
    }
}
