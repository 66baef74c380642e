//! How a connection is ended: the codes that may be sent, what a close frame says, and one of our own. Who closes, and
//! when, is not decided here.

use crate::head::{CONTROL_MAX, Opcode, control};
use crate::inbound::Violation;
use bytes::Bytes;

/// What a close frame holds.
pub type Reason<'a> = Option<(u16, &'a str)>;

/// A close with a code and a word for people; of a word that is too long the beginning.
pub fn close(code: u16, reason: &str) -> Bytes {
    let word = reason.floor_char_boundary(CONTROL_MAX - 2);
    control(Opcode::Close, &[&code.to_be_bytes()[..], &reason.as_bytes()[..word]].concat())
}

/// Reads what stands in one.
pub(crate) fn read(payload: &[u8]) -> Result<Reason<'_>, Violation> {
    let (code, word) = match payload {
        [] => return Ok(None),
        [high, low, word @ ..] => (u16::from_be_bytes([*high, *low]), word),
        [_] => return Err(Violation::Protocol("a close with half a code")),
    };
    if !may_be_sent(code) {
        return Err(Violation::Protocol("a close code that nobody may send"));
    }
    let word = str::from_utf8(word).map_err(|_| Violation::NotUtf8)?;
    Ok(Some((code, word)))
}

/// Section 7.4, and what the registry has added to it: 1012 to 1014.
fn may_be_sent(code: u16) -> bool {
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_that_may_be_sent_are_taken() {
        for code in [1000, 1001, 1002, 1003, 1007, 1008, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999] {
            assert_eq!(read(&u16::to_be_bytes(code)), Ok(Some((code, ""))));
        }
        for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535] {
            assert!(matches!(read(&u16::to_be_bytes(code)), Err(Violation::Protocol(_))), "{code}");
        }
        assert_eq!(read(b""), Ok(None));
        assert!(matches!(read(b"\x03"), Err(Violation::Protocol(_))));
        assert_eq!(read(b"\x03\xe8bye"), Ok(Some((1000, "bye"))));
        assert_eq!(read(b"\x03\xe8\xff"), Err(Violation::NotUtf8));
    }

    #[test]
    fn a_long_word_is_cut_between_characters() {
        let frame = close(4400, &"走".repeat(60));
        assert_eq!(frame.len(), 2 + 2 + 123);
        assert!(matches!(read(&frame[2..]), Ok(Some((4400, word))) if word.chars().all(|c| c == '走')));
    }
}
