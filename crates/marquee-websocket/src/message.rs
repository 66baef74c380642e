//! What is heard of a terminal, what can be wrong with it, and the codes of a close. They are words alone: nothing here
//! reads bytes.

use std::fmt;

/// What a message is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opcode {
    /// UTF-8.
    Text,
    /// Anything.
    Binary,
}

/// A whole message, or a frame that controls the connection. It lies in the bytes that were read, where it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// Of one frame or many.
    Text(&'a str),
    /// Of one frame or many.
    Binary(&'a [u8]),
    /// To be answered by a pong with the same bytes, at most 125.
    Ping(&'a [u8]),
    /// An answer to a ping of ours, or none to anything.
    Pong(&'a [u8]),
    /// The last that is heard: a code and a reason, or nothing. To be answered by a close, if none was sent yet.
    Close(Option<(u16, &'a str)>),
}

/// Why nothing more is heard of a terminal. The connection is to be closed with its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// Against RFC 6455; the sentence says how.
    Protocol(&'static str),
    /// A text, or the reason of a close, that is not and cannot become UTF-8.
    NotUtf8,
    /// A message above the limit, known from a head, before its bytes have come.
    TooLarge,
}

impl Violation {
    /// The code to close with: 1002, 1007 or 1009.
    pub fn code(self) -> u16 {
        match self {
            Self::Protocol(_) => 1002,
            Self::NotUtf8 => 1007,
            Self::TooLarge => 1009,
        }
    }

    /// The reason to close with, short enough for a close frame.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Protocol(reason) => reason,
            Self::NotUtf8 => "a text is not UTF-8",
            Self::TooLarge => "a message is larger than this server reads",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

impl std::error::Error for Violation {}

/// What a close frame says, its payload whole.
pub(crate) fn read_close(payload: &[u8]) -> Result<Message<'_>, Violation> {
    match payload {
        [] => Ok(Message::Close(None)),
        [_] => Err(Violation::Protocol("a close has half a code")),
        [high, low, reason @ ..] => {
            let code = u16::from_be_bytes([*high, *low]);
            if !may_be_sent(code) {
                return Err(Violation::Protocol("a close has a code that may not be sent"));
            }
            let reason = std::str::from_utf8(reason).map_err(|_| Violation::NotUtf8)?;
            Ok(Message::Close(Some((code, reason))))
        }
    }
}

/// Section 7.4 and the registry that it founds: 1004 to 1006 and 1015 are never on the wire, what has no meaning yet
/// up to 2999 is for the protocol, 3000 and above for libraries and applications.
fn may_be_sent(code: u16) -> bool {
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999)
}
