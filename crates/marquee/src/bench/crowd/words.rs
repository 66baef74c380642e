//! What one terminal of a crowd gets, byte by byte: messages out of whatever comes, in each of the three forms, as far as a
//! count needs them. It keeps what is not whole, bounded, and trusts nothing that it counts.

use super::super::frames::{CLOSE, PING, frame, kind, version};

/// What one may keep until the rest has come.
const REST_MAX: usize = 1 << 20;

/// How terminals are spoken to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub(crate) enum Form {
    /// WebSocket, JSON
    Json,
    /// WebSocket, Protobuf
    Protobuf,
    /// Server-sent events
    Sse,
}

impl Form {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Protobuf => "protobuf",
            Self::Sse => "sse",
        }
    }

    pub(crate) fn of(name: &str) -> Option<Self> {
        [Self::Json, Self::Protobuf, Self::Sse].into_iter().find(|form| form.name() == name)
    }
}

/// What came.
#[derive(Debug, PartialEq)]
pub(crate) enum Word<'a> {
    /// The answer to the handshake, or to the request.
    Welcome,
    /// The terminal has everything up to this version.
    Stands(u64),
    /// The next entry, and the whole frame as it was sent.
    Entry { version: u64, bytes: &'a [u8] },
    /// A control frame that asks for an answer.
    Ping,
    /// What says nothing of where the terminal stands.
    Other,
}

/// One terminal's stream.
pub(crate) struct Words {
    form: Form,
    welcomed: bool,
    /// Of SSE: bytes that are left of a chunk, once its length is known.
    chunk: Option<usize>,
    /// Of SSE: an event that is not whole.
    event: Vec<u8>,
    rest: Vec<u8>,
}

impl Words {
    pub(crate) fn new(form: Form) -> Self {
        Self { form, welcomed: false, chunk: None, event: Vec::new(), rest: Vec::new() }
    }

    /// What was kept before, so that what comes can be read behind it.
    pub(crate) fn rest(&self) -> &[u8] {
        &self.rest
    }

    /// Reads the rest and what has come behind it.
    pub(crate) fn hear(
        &mut self,
        mut bytes: &[u8],
        each: &mut dyn FnMut(Word<'_>) -> Result<(), String>,
    ) -> Result<(), String> {
        if !self.welcomed {
            let Some(end) = memchr::memmem::find(bytes, b"\r\n\r\n") else { return self.keep(bytes) };
            let expected = if self.form == Form::Sse { &b"HTTP/1.1 200 "[..] } else { b"HTTP/1.1 101 " };
            if !bytes.starts_with(expected) {
                return Err(format!("a terminal was answered {}", String::from_utf8_lossy(bytes)));
            }
            bytes = &bytes[end + 4..];
            self.welcomed = true;
            each(Word::Welcome)?;
        }
        bytes = match self.form {
            Form::Json | Form::Protobuf => self.frames(bytes, each)?,
            Form::Sse => self.chunks(bytes, each)?,
        };
        self.keep(bytes)
    }

    fn keep(&mut self, bytes: &[u8]) -> Result<(), String> {
        if bytes.len() > REST_MAX {
            return Err("a frame is longer than any entry".to_owned());
        }
        self.rest.clear();
        self.rest.extend_from_slice(bytes);
        if bytes.is_empty() {
            // Thousands rest.
            self.rest = Vec::new();
        }
        Ok(())
    }

    fn frames<'a>(
        &self,
        mut bytes: &'a [u8],
        each: &mut dyn FnMut(Word<'_>) -> Result<(), String>,
    ) -> Result<&'a [u8], String> {
        while let Some(frame) = frame(bytes) {
            let (whole, rest) = bytes.split_at(frame.bytes);
            bytes = rest;
            each(match frame.opcode {
                PING => Word::Ping,
                CLOSE => return Err("a terminal was sent away".to_owned()),
                _ if self.form == Form::Protobuf => of_protobuf(frame.payload, whole),
                _ => of_json(frame.payload, whole),
            })?;
        }
        Ok(bytes)
    }

    fn chunks<'a>(
        &mut self,
        mut bytes: &'a [u8],
        each: &mut dyn FnMut(Word<'_>) -> Result<(), String>,
    ) -> Result<&'a [u8], String> {
        loop {
            let Some(left) = self.chunk else {
                let Some(end) = memchr::memmem::find(bytes, b"\r\n") else { return Ok(bytes) };
                let line = std::str::from_utf8(&bytes[..end]).unwrap_or_default();
                let length =
                    usize::from_str_radix(line, 16).map_err(|_| format!("{line:?} begins no chunk"))?;
                if length == 0 {
                    return Err("a stream has ended".to_owned());
                }
                self.chunk = Some(length);
                bytes = &bytes[end + 2..];
                continue;
            };
            let taken = left.min(bytes.len());
            self.event.extend_from_slice(&bytes[..taken]);
            if self.event.len() > REST_MAX {
                return Err("an event is longer than any entry".to_owned());
            }
            bytes = &bytes[taken..];
            self.chunk = Some(left - taken);
            while let Some(end) = memchr::memmem::find(&self.event, b"\n\n") {
                let event: Vec<u8> = self.event.drain(..end + 2).collect();
                each(of_event(&event))?;
            }
            if left > taken || bytes.len() < 2 {
                return Ok(bytes);
            }
            bytes = &bytes[2..];
            self.chunk = None;
        }
    }
}

fn of_json<'a>(text: &[u8], bytes: &'a [u8]) -> Word<'a> {
    word(kind(text), version(text), bytes)
}

fn word<'a>(kind: &[u8], version: Option<u64>, bytes: &'a [u8]) -> Word<'a> {
    match (kind, version) {
        (b"put" | b"delete" | b"policy", Some(version)) => Word::Entry { version, bytes },
        (b"snapshot" | b"bookmark", Some(version)) => Word::Stands(version),
        _ => Word::Other,
    }
}

fn of_event(event: &[u8]) -> Word<'_> {
    let line = |name: &[u8]| {
        let value = event.split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(name))?;
        Some(value.strip_prefix(b" ").unwrap_or(value))
    };
    let id = line(b"id:").and_then(|id| std::str::from_utf8(id).ok()?.rsplit_once('.')?.1.parse().ok());
    word(line(b"event:").unwrap_or_default(), id, event)
}

/// `Frame` of marquee.proto, as far as it tells where the terminal stands.
fn of_protobuf<'a>(message: &[u8], bytes: &'a [u8]) -> Word<'a> {
    for (number, value) in Fields(message) {
        let Value::Bytes(inner) = value else { continue };
        let cursor = |text: &[u8]| std::str::from_utf8(text).ok()?.rsplit_once('.')?.1.parse().ok();
        let first = Fields(inner).find(|(number, _)| *number == 1).map(|(_, value)| value);
        match (number, first) {
            (6..=8, Some(Value::Number(version))) => return Word::Entry { version, bytes },
            (5 | 9, Some(Value::Bytes(text))) => {
                return cursor(text).map_or(Word::Other, Word::Stands);
            }
            _ => {}
        }
    }
    Word::Other
}

/// The fields of a message, see the encoding of Protocol Buffers.
struct Fields<'a>(&'a [u8]);

enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

impl<'a> Iterator for Fields<'a> {
    type Item = (u64, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let tag = self.varint()?;
        let value = match tag & 7 {
            0 => Value::Number(self.varint()?),
            1 => Value::Bytes(self.take(8)?),
            2 => {
                let length = usize::try_from(self.varint()?).ok()?;
                Value::Bytes(self.take(length)?)
            }
            5 => Value::Bytes(self.take(4)?),
            _ => return None,
        };
        Some((tag >> 3, value))
    }
}

impl<'a> Fields<'a> {
    fn varint(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(first & 0x7f) << shift;
            if first & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is heard, whole and in every two pieces.
    fn heard(form: Form, stream: &[u8]) -> Vec<String> {
        let hear = |pieces: &[&[u8]]| {
            let (mut words, mut heard) = (Words::new(form), Vec::new());
            for piece in pieces {
                let bytes = [words.rest(), piece].concat();
                words
                    .hear(&bytes, &mut |word| {
                        heard.push(match word {
                            Word::Entry { version, .. } => format!("entry {version}"),
                            word => format!("{word:?}"),
                        });
                        Ok(())
                    })
                    .unwrap();
            }
            heard
        };
        let whole = hear(&[stream]);
        for cut in 0..=stream.len() {
            assert_eq!(hear(&[&stream[..cut], &stream[cut..]]), whole, "cut at {cut}");
        }
        whole
    }

    fn framed(opcode: u8, payload: &[u8]) -> Vec<u8> {
        [&[0x80 | opcode, u8::try_from(payload.len()).unwrap()][..], payload].concat()
    }

    #[test]
    fn json_is_counted_by_its_cursors() {
        let stream = [
            b"HTTP/1.1 101 Switching Protocols\r\nx: y\r\n\r\n".to_vec(),
            framed(1, br#"{"type":"hello","session":"s-1"}"#),
            framed(1, br#"{"type":"snapshot","board":"b","cursor":"e1234567.41"}"#),
            framed(9, b""),
            framed(1, br#"{"type":"put","board":"b","cursor":"e1234567.42"}"#),
        ];
        assert_eq!(
            heard(Form::Json, &stream.concat()),
            ["Welcome", "Other", "Stands(41)", "Ping", "entry 42"]
        );
    }

    #[test]
    fn events_are_counted_by_their_ids_however_they_are_chunked() {
        let stream = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\
            1b\r\nevent: hello\ndata: {\"a\":1}\n\r\n\
            1\r\n\n\r\n\
            2f\r\nevent: put\nid: e.42\ndata: {}\n\n:\n\nevent: delete\n\r\n\
            10\r\nid: e.43\ndata: 1\r\n\
            2\r\n\n\n\r\n";
        assert_eq!(heard(Form::Sse, stream), ["Welcome", "Other", "entry 42", "Other", "entry 43"]);
    }

    #[test]
    fn protobuf_is_counted_by_its_versions() {
        let message = |field: u8, inner: &[u8]| {
            let board = [&[0x0a, 1, b'b'][..], &[field << 3 | 2, u8::try_from(inner.len()).unwrap()], inner];
            framed(2, &board.concat())
        };
        let stream = [
            b"HTTP/1.1 101 Switching Protocols\r\n\r\n".to_vec(),
            message(2, &[0x0a, 3, b's', b'-', b'1']),
            message(5, &[0x0a, 4, b'e', b'.', b'4', b'1']),
            message(6, &[0x08, 0xac, 0x02, 0x10, 5]),
        ];
        assert_eq!(heard(Form::Protobuf, &stream.concat()), ["Welcome", "Other", "Stands(41)", "entry 300"]);
    }

    #[test]
    fn what_is_no_welcome_ends_it() {
        let mut words = Words::new(Form::Json);
        assert!(words.hear(b"HTTP/1.1 503 no\r\n\r\n", &mut |_| Ok(())).is_err());
    }
}
