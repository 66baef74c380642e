//! WebSocket frames from the server as a terminal that counts reads them: by hand, because thousands of terminals share
//! the machine with the server. It checks no more of them than it needs.

/// Opcodes of RFC 6455.
pub(crate) const TEXT: u8 = 0x1;
pub(crate) const CLOSE: u8 = 0x8;
pub(crate) const PING: u8 = 0x9;

/// The type of a frame, which the server writes first; empty: it is none.
pub(crate) fn kind(text: &[u8]) -> &[u8] {
    let kind = text.strip_prefix(br#"{"type":""#).unwrap_or_default();
    &kind[..memchr::memchr(b'"', kind).unwrap_or_default()]
}

/// The version of the first cursor in a frame.
pub(crate) fn version(text: &[u8]) -> Option<u64> {
    const CURSOR: &[u8] = br#""cursor":""#;
    let at = memchr::memmem::find(text, CURSOR)? + CURSOR.len();
    let cursor = &text[at..at + memchr::memchr(b'"', &text[at..])?];
    let digits = &cursor[memchr::memchr(b'.', cursor)? + 1..];
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// A frame from the server: not masked, and never in parts.
#[derive(PartialEq, Debug)]
pub(crate) struct Frame<'a> {
    pub(crate) opcode: u8,
    pub(crate) payload: &'a [u8],
    /// Of the whole frame.
    pub(crate) bytes: usize,
}

/// The first frame; `None`: it has not all come yet.
pub(crate) fn frame(bytes: &[u8]) -> Option<Frame<'_>> {
    let (&first, &second) = (bytes.first()?, bytes.get(1)?);
    let (length, head) = match second & 0x7f {
        126 => (u64::from(u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?)), 4),
        127 => (u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?), 10),
        short => (u64::from(short), 2),
    };
    let end = head + usize::try_from(length).ok()?;
    Some(Frame { opcode: first & 0x0f, payload: bytes.get(head..end)?, bytes: end })
}

/// The answer to a ping, masked with zeros as a client must mask.
pub(crate) fn pong(payload: &[u8]) -> Vec<u8> {
    let payload = &payload[..payload.len().min(125)];
    let length = u8::try_from(payload.len()).unwrap_or_default();
    [&[0x8a, 0x80 | length, 0, 0, 0, 0][..], payload].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_when_all_of_it_has_come() {
        for length in [0_usize, 1, 125, 126, 65_535, 65_536] {
            let payload = vec![b'x'; length];
            let head = match length {
                0..=125 => vec![0x81, u8::try_from(length).unwrap()],
                126..=65_535 => [&[0x81, 126][..], &u16::try_from(length).unwrap().to_be_bytes()].concat(),
                _ => [&[0x81, 127][..], &(length as u64).to_be_bytes()].concat(),
            };
            let whole = [&head[..], &payload, b"more"].concat();
            let bytes = head.len() + length;
            for cut in [0, 1, head.len(), bytes.saturating_sub(1)].into_iter().filter(|cut| *cut < bytes) {
                assert_eq!(frame(&whole[..cut]), None, "{cut} of {bytes}");
            }
            assert_eq!(frame(&whole), Some(Frame { opcode: TEXT, payload: &payload, bytes }));
        }
    }
}
