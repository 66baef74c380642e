//! The same streams, read here and by tungstenite: the same messages, and the same kind of refusal.
//!
//! What is different, and why it is right here:
//! - tungstenite judges a frame when it is whole; here a head is judged as it comes, so a stream that ends amidst a
//!   frame may be refused here, and is only cut there.
//! - It looks at a frame's size first, so a head with two faults may be too large there and a violation here.
//! - It takes lengths that are not in their shortest form, which section 5.2 forbids.
//! - It hands on a close with a code that may not be sent as `1002 Protocol violation`; here it is refused. It looks at
//!   the reason first: one that is not UTF-8 beside a wrong code is NotUtf8 there.
//! - 1014 (bad gateway) is registered since; tungstenite does not know it.

use crate::wire::{
    BINARY, CLOSE, CONTINUATION, FIN, Heard, MESSAGE_MAX, Outcome, PING, PONG, TEXT, frame, pieces,
};
use marquee_websocket::Violation;
use proptest::prelude::*;
use std::io::{self, Cursor, Read, Write};
use tungstenite::error::Error;
use tungstenite::protocol::{Role, WebSocket, WebSocketConfig};

/// The bytes of a client; what is answered is of no interest.
struct Wire(Cursor<Vec<u8>>);

impl Read for Wire {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.read(to)
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How tungstenite came to its end.
#[derive(Debug, PartialEq)]
enum Theirs {
    /// It read all there was, or a close.
    Ended,
    Protocol,
    NotUtf8,
    TooLarge,
}

fn theirs(bytes: &[u8]) -> (Vec<Heard>, Theirs) {
    let limit = usize::try_from(MESSAGE_MAX).ok();
    let config = WebSocketConfig::default().max_message_size(limit).max_frame_size(limit);
    let mut socket =
        WebSocket::from_raw_socket(Wire(Cursor::new(bytes.to_vec())), Role::Server, Some(config));
    let mut heard = Vec::new();
    loop {
        let message = match socket.read() {
            Ok(message) => message,
            Err(Error::Protocol(tungstenite::error::ProtocolError::ResetWithoutClosingHandshake)) => {
                return (heard, Theirs::Ended);
            }
            Err(Error::Protocol(_)) => return (heard, Theirs::Protocol),
            Err(Error::Utf8(_)) => return (heard, Theirs::NotUtf8),
            Err(Error::Capacity(_)) => return (heard, Theirs::TooLarge),
            Err(other) => panic!("tungstenite: {other}"),
        };
        heard.push(match message {
            tungstenite::Message::Text(text) => Heard::Text(text.to_string()),
            tungstenite::Message::Binary(bytes) => Heard::Binary(bytes.to_vec()),
            tungstenite::Message::Ping(bytes) => Heard::Ping(bytes.to_vec()),
            tungstenite::Message::Pong(bytes) => Heard::Pong(bytes.to_vec()),
            tungstenite::Message::Close(None) => {
                heard.push(Heard::Close(None));
                return (heard, Theirs::Ended);
            }
            tungstenite::Message::Close(Some(status)) => {
                let code = u16::from(status.code);
                if code == 1002 && status.reason.as_str() == "Protocol violation" {
                    return (heard, Theirs::Protocol);
                }
                heard.push(Heard::Close(Some((code, status.reason.to_string()))));
                return (heard, Theirs::Ended);
            }
            tungstenite::Message::Frame(_) => panic!("tungstenite reads no bare frames"),
        });
    }
}

/// Whether the last frame of a stream may be cut.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Whole,
    Anywhere,
}

/// Whether both say the same, but for what is known.
fn agree(bytes: &[u8], ours: &Outcome, end: End) -> Result<(), TestCaseError> {
    let (mut heard, ended) = theirs(bytes);
    let (own, outcome) = ours;
    let unknown = matches!(own.last(), Some(Heard::Close(Some((1014, _)))));
    if unknown && ended == Theirs::Protocol {
        heard.extend(own.last().cloned());
        prop_assert_eq!(&heard, own);
        return Ok(());
    }
    match outcome {
        Ok(()) => {
            prop_assert_eq!(ended, Theirs::Ended);
            prop_assert_eq!(&heard, own);
        }
        Err(Violation::Protocol("a length is not in its shortest form")) => {
            prop_assert!(heard.starts_with(own));
        }
        Err(violation) => {
            prop_assert_eq!(&heard, own);
            let same = match violation {
                Violation::Protocol("a close has a code that may not be sent") => {
                    matches!(ended, Theirs::Protocol | Theirs::NotUtf8)
                }
                Violation::Protocol(_) => matches!(ended, Theirs::Protocol | Theirs::TooLarge),
                Violation::NotUtf8 => ended == Theirs::NotUtf8,
                Violation::TooLarge => ended == Theirs::TooLarge,
            };
            let cut = end == End::Anywhere && ended == Theirs::Ended;
            prop_assert!(same || cut, "{:?} here, {:?} there", violation, ended);
        }
    }
    Ok(())
}

fn payload() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => "[a-zé告🚨]{0,40}".prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..140),
        1 => Just(vec![b'x'; 120]),
    ]
}

/// Any frame, most of them in order.
fn any_frame() -> impl Strategy<Value = Vec<u8>> {
    let first = prop_oneof![
        3 => Just(FIN | TEXT),
        2 => Just(FIN | BINARY),
        3 => Just(TEXT),
        2 => Just(BINARY),
        4 => Just(CONTINUATION),
        4 => Just(FIN | CONTINUATION),
        2 => Just(PING),
        1 => Just(PONG),
        1 => any::<u8>(),
    ];
    let code = prop_oneof![2 => 1000..1016_u16, 1 => 2990..3010_u16, 1 => 4990..5010_u16, 1 => any::<u16>()];
    prop_oneof![
        15 => (first, payload()).prop_map(|(first, payload)| frame(first, &payload)),
        1 => (code, "[a-zé]{0,50}").prop_map(|(code, reason)| {
            frame(CLOSE, &[&code.to_be_bytes(), reason.as_bytes()].concat())
        }),
    ]
}

/// A message in any number of pieces, cut anywhere, with pings between them; sometimes one byte of it is no text.
fn message() -> impl Strategy<Value = Vec<u8>> {
    let pieces = proptest::collection::vec((any::<proptest::sample::Index>(), any::<bool>()), 0..5);
    (payload(), any::<bool>(), pieces).prop_map(|(payload, text, cuts)| {
        let mut at: Vec<_> =
            cuts.iter().map(|(index, ping)| (index.index(payload.len() + 1), *ping)).collect();
        at.sort_unstable();
        let mut stream = Vec::new();
        let mut from = 0;
        let mut opcode = if text { TEXT } else { BINARY };
        for (cut, with_ping) in at {
            stream.extend(frame(opcode, &payload[from..cut]));
            if with_ping {
                stream.extend(frame(PING, b"between"));
            }
            (opcode, from) = (CONTINUATION, cut);
        }
        stream.extend(frame(FIN | opcode, &payload[from..]));
        stream
    })
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![3 => message(), 1 => any_frame()];
    proptest::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// The same, however it is cut; the cuts are chosen by what proptest gives.
fn ours(bytes: &[u8], cuts: &[proptest::sample::Index]) -> Result<Outcome, TestCaseError> {
    let whole = pieces([bytes], MESSAGE_MAX);
    let mut at: Vec<usize> = cuts.iter().map(|index| index.index(bytes.len() + 1)).collect();
    at.sort_unstable();
    let mut cut = Vec::new();
    let mut from = 0;
    for to in at.into_iter().chain([bytes.len()]) {
        cut.push(&bytes[from..to]);
        from = to;
    }
    prop_assert_eq!(&pieces(cut, MESSAGE_MAX), &whole);
    prop_assert_eq!(&pieces(bytes.chunks(1), MESSAGE_MAX), &whole);
    Ok(whole)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn streams_of_frames_are_heard_as_tungstenite_hears_them(
        bytes in stream(),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        agree(&bytes, &ours(&bytes, &cuts)?, End::Whole)?;
    }

    #[test]
    fn streams_with_bytes_changed_or_missing_are_refused_as_tungstenite_refuses_them(
        mut bytes in stream(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..3),
        end in any::<proptest::sample::Index>(),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(2 * bytes.len()).max(1));
        agree(&bytes, &ours(&bytes, &cuts)?, End::Anywhere)?;
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        agree(&bytes, &ours(&bytes, &cuts)?, End::Anywhere)?;
    }
}
