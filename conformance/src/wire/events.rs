//! Server-sent events, read as the WHATWG has them: lines, fields, and when an event is dispatched. It is strict where
//! a browser is, and keeps nothing but the event under way.

/// One event that a browser would dispatch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Event {
    /// Its name; `message` if none was given.
    pub(crate) name: String,
    pub(crate) data: String,
    /// The id that its own block gave.
    pub(crate) id: Option<String>,
    /// The id that holds, from this block or one before it.
    pub(crate) last_event_id: String,
}

/// A stream under way.
#[derive(Default)]
pub(crate) struct Parser {
    /// The bytes of a line that has not ended.
    line: Vec<u8>,
    /// The last byte was a CR: an LF after it belongs to the same end.
    after_cr: bool,
    /// A line was read: a byte order mark is none any more.
    begun: bool,
    name: String,
    data: String,
    id: Option<String>,
    last_event_id: String,
}

impl Parser {
    /// Takes the next bytes, and gives what they complete.
    pub(crate) fn take(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        for &byte in bytes {
            let of_crlf = std::mem::take(&mut self.after_cr) && byte == b'\n';
            match byte {
                b'\n' if of_crlf => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    let line = std::mem::take(&mut self.line);
                    events.extend(self.line(&String::from_utf8_lossy(&line)));
                }
                _ => self.line.push(byte),
            }
        }
        events
    }

    fn line(&mut self, line: &str) -> Option<Event> {
        let first = !std::mem::replace(&mut self.begun, true);
        let line = if first { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                self.data.push_str(value);
                self.data.push('\n');
            }
            "id" if !value.contains('\0') => {
                value.clone_into(&mut self.last_event_id);
                self.id = Some(value.to_owned());
            }
            // Comments begin with a colon; a client that reconnects by itself would look at `retry`.
            _ => {}
        }
        None
    }

    fn dispatch(&mut self) -> Option<Event> {
        let (name, mut data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
        let id = self.id.take();
        if data.is_empty() {
            return None;
        }
        data.pop();
        let name = if name.is_empty() { "message".to_owned() } else { name };
        Some(Event { name, data, id, last_event_id: self.last_event_id.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(stream: &str) -> Vec<(String, String, Option<String>, String)> {
        let events = Parser::default().take(stream.as_bytes());
        // However the bytes are cut, the events are the same.
        let mut parser = Parser::default();
        let one_by_one: Vec<_> = stream.as_bytes().iter().flat_map(|byte| parser.take(&[*byte])).collect();
        assert_eq!(events, one_by_one);
        events.into_iter().map(|event| (event.name, event.data, event.id, event.last_event_id)).collect()
    }

    fn event(
        name: &str,
        data: &str,
        id: Option<&str>,
        last: &str,
    ) -> (String, String, Option<String>, String) {
        (name.into(), data.into(), id.map(str::to_owned), last.into())
    }

    #[test]
    fn every_end_of_a_line_is_one() {
        for end in ["\n", "\r", "\r\n"] {
            let stream = ["event: put", "data: {}", "id: e.1", "", ""].join(end);
            assert_eq!(read(&stream), [event("put", "{}", Some("e.1"), "e.1")], "{end:?}");
        }
    }

    #[test]
    fn an_id_stays_until_another_comes_and_one_with_nul_is_none() {
        let stream = "id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\nid\ndata: d\n\n";
        assert_eq!(
            read(stream),
            [
                event("message", "a", Some("1"), "1"),
                event("message", "b", None, "1"),
                event("message", "c", None, "1"),
                event("message", "d", Some(""), ""),
            ]
        );
    }

    #[test]
    fn comments_and_blocks_without_data_are_no_events() {
        assert_eq!(
            read(":\n\nevent: x\nid: 7\n\nretry: 10\n\ndata:  a\ndata\n\n"),
            [event("message", " a\n", None, "7")]
        );
        assert_eq!(read("\u{feff}data: a\n\ndata: not ended"), [event("message", "a", None, "")]);
    }
}
