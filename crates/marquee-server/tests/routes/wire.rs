//! What a terminal is to the wire: bytes that no proper client would send, floods, and readers that check as they
//! read. It knows the frames' order, never what a notice says.

use crate::harness::{Events, LIMIT, Terminal, TestServer};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Instant;
use tokio_tungstenite::tungstenite::{Message, client};

/// RFC 6455's names for what a frame is.
pub(crate) const CONTINUATION: u8 = 0x0;
pub(crate) const TEXT: u8 = 0x1;
pub(crate) const BINARY: u8 = 0x2;
pub(crate) const CLOSE: u8 = 0x8;
pub(crate) const PING: u8 = 0x9;
pub(crate) const PONG: u8 = 0xA;
/// The bit of a message's last frame.
pub(crate) const FIN: u8 = 0x80;

/// One frame, masked as a client's has to be.
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];
    let mut bytes = head(first, payload.len(), 0x80);
    bytes.extend(MASK);
    bytes.extend(payload.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    bytes
}

/// One frame as only a server may send it.
pub(crate) fn unmasked(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = head(first, payload.len(), 0);
    bytes.extend(payload);
    bytes
}

fn head(first: u8, length: usize, mask: u8) -> Vec<u8> {
    match u16::try_from(length) {
        Ok(length @ 0..126) => vec![first, mask | u8::try_from(length).unwrap()],
        Ok(length) => [&[first, mask | 126][..], &length.to_be_bytes()].concat(),
        Err(_) => [&[first, mask | 127][..], &(length as u64).to_be_bytes()].concat(),
    }
}

/// What is left of a terminal when nothing answers by itself: the stream after its handshake.
pub(crate) struct Wire {
    pub(crate) stream: TcpStream,
}

impl Wire {
    pub(crate) fn open(server: &TestServer, path: &str) -> Self {
        let (stream, answer) = server.ask(&format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            server.address
        ));
        assert!(
            answer.starts_with("HTTP/1.1 101 ") && answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
            "{answer}"
        );
        Self { stream }
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).unwrap();
    }

    /// The next frame: what it is, and what it holds.
    pub(crate) fn next(&mut self) -> (u8, Vec<u8>) {
        let mut two = [0; 2];
        self.stream.read_exact(&mut two).expect("a frame was due");
        let length = match two[1] {
            126 => {
                let mut length = [0; 2];
                self.stream.read_exact(&mut length).unwrap();
                usize::from(u16::from_be_bytes(length))
            }
            127 => {
                let mut length = [0; 8];
                self.stream.read_exact(&mut length).unwrap();
                usize::try_from(u64::from_be_bytes(length)).unwrap()
            }
            length => usize::from(length),
        };
        let mut payload = vec![0; length];
        self.stream.read_exact(&mut payload).unwrap();
        (two[0] & 0x0f, payload)
    }

    /// Whether the stream ends cleanly, as seen by a client that goes on until then.
    pub(crate) fn ends(&mut self) -> bool {
        self.stream.shutdown(std::net::Shutdown::Write).is_ok()
            && matches!(self.stream.read_to_end(&mut Vec::new()), Ok(0))
    }

    /// The code of the close that comes, and how many pings came before it.
    pub(crate) fn close(&mut self) -> (u16, usize) {
        let mut pings = 0;
        loop {
            match self.next() {
                (CLOSE, payload) => return (u16::from_be_bytes([payload[0], payload[1]]), pings),
                (PING, _) => pings += 1,
                _ => {}
            }
        }
    }
}

impl TestServer {
    /// Many notices at once; all have to be taken.
    pub(crate) fn flood(&self, notices: &[Value]) {
        let answer = self.notify(&json!(notices));
        assert_eq!(answer.status, 200, "{}", answer.text);
        for result in answer.json()["results"].as_array().unwrap() {
            assert!(result["status_code"].as_u64().unwrap() < 300, "{result}");
        }
    }

    /// So many entries of one notice that is replaced again and again, from `first` on.
    pub(crate) fn replace(&self, board: &str, first: usize, count: usize) {
        let all: Vec<_> = (first..first + count)
            .map(|number| json!({"board": board, "id": format!("r{number}"), "key": "k", "text": format!("{number}")}))
            .collect();
        all.chunks(1_000).for_each(|some| self.flood(some));
    }

    /// A terminal whose side takes in little that it does not read.
    pub(crate) fn slow_ws(&self, path: &str) -> Terminal {
        let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(16 << 10).unwrap();
        socket.connect(&self.address.into()).unwrap();
        let stream = TcpStream::from(socket);
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let (socket, _) = client(format!("ws://{}{path}", self.address), stream).unwrap();
        Terminal { socket, subprotocol: None }
    }
}

/// The version that a frame's cursor names.
pub(crate) fn version(frame: &Value) -> u64 {
    let cursor = frame["cursor"].as_str().unwrap_or_else(|| panic!("no cursor: {frame}"));
    cursor.strip_prefix("testepoch.").unwrap().parse().unwrap()
}

/// Whether a frame is an entry of a board.
pub(crate) fn is_entry(frame: &Value) -> bool {
    matches!(frame["type"].as_str(), Some("put" | "delete" | "policy"))
}

/// Either kind of connection, read alike.
pub(crate) enum Reader {
    Ws(Box<Terminal>),
    Sse(Events),
}

impl Reader {
    /// On WebSocket or SSE, with the rest of the query.
    pub(crate) fn open(server: &TestServer, transport: &str, query: &str) -> Self {
        let path = format!("/v1/{transport}?{query}");
        if transport == "ws" {
            Self::Ws(Box::new(server.ws(&path)))
        } else {
            Self::Sse(server.sse(&path, &[]))
        }
    }

    pub(crate) fn next(&mut self) -> Value {
        match self {
            Self::Ws(terminal) => terminal.next(),
            Self::Sse(events) => {
                let event = events.next().expect("the stream ended where an event was due");
                assert_eq!(event.data["type"], *event.name, "{event:?}");
                let cursor = event.data["cursor"].as_str();
                assert_eq!(cursor, event.id.as_deref(), "a cursor is the event's id: {event:?}");
                event.data
            }
        }
    }

    pub(crate) fn expect(&mut self, kind: &str) -> Value {
        let frame = self.next();
        assert_eq!(frame["type"], kind, "{frame}");
        frame
    }

    /// The entries up to a version, each the one after the last; bookmarks are passed over.
    pub(crate) fn entries(&mut self, after: u64, up_to: u64) -> Vec<Value> {
        let begun = Instant::now();
        let mut entries = Vec::new();
        let mut last = after;
        while last < up_to {
            let frame = self.next();
            if is_entry(&frame) {
                last += 1;
                assert_eq!((version(&frame), frame["version"].as_u64()), (last, Some(last)), "{frame}");
                entries.push(frame);
            } else {
                assert_eq!(frame["type"], "bookmark", "{frame}");
                assert_eq!(version(&frame), last, "a bookmark makes no jump here: {frame}");
            }
            assert!(begun.elapsed() < LIMIT * 3, "{last} of {up_to} came");
        }
        entries
    }

    /// Nothing more came before this: a new entry is the next one.
    pub(crate) fn is_silent_until_next(&mut self, server: &TestServer, board: &str, last: u64) {
        let published = server.publish(board, &format!("after-{last}"));
        assert_eq!(published["version"], last + 1);
        self.entries(last, last + 1);
    }
}

/// A frame of text.
pub(crate) fn text(text: &str) -> Vec<u8> {
    frame(FIN | TEXT, text.as_bytes())
}

/// As its user ends a connection.
pub(crate) fn leave(terminal: &mut Terminal) {
    terminal.socket.close(None).unwrap();
    while let Ok(message) = terminal.socket.read() {
        assert!(!matches!(message, Message::Binary(_)), "nothing binary is ever sent");
    }
}

impl TestServer {
    /// Bytes as they are, and the head of the answer; what follows it is still in the stream.
    pub(crate) fn ask(&self, bytes: &str) -> (TcpStream, String) {
        let mut stream = self.tcp();
        stream.write_all(bytes.as_bytes()).unwrap();
        let head = head_of(&mut stream);
        (stream, head)
    }
}

/// The head of the answer that a stream has next.
pub(crate) fn head_of(stream: &mut TcpStream) -> String {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).expect("the head of an answer was due");
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

impl TestServer {
    /// Until a drain that was begun has reached whoever comes.
    pub(crate) fn wait_until_refused(&self) {
        let begun = Instant::now();
        while self.get("/readyz").status != 503 {
            assert!(begun.elapsed() < LIMIT, "it went on serving");
        }
    }
}
