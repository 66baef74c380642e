//! The same bytes, whole and in pieces, to these rules and to tungstenite's: both hear the same.

use marquee_websocket::{Inbound, Message, Violation};
use proptest::prelude::*;
use std::io::Cursor;
use tokio_tungstenite::tungstenite::Message as Theirs;
use tokio_tungstenite::tungstenite::error::{CapacityError, Error};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocket, WebSocketConfig};

const MAX: usize = 300;

#[derive(Clone, Debug)]
struct Frame {
    first: u8,
    payload: Vec<u8>,
    mask: [u8; 4],
}

impl Frame {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.first];
        match self.payload.len() {
            short @ ..126 => bytes.push(0x80 | u8::try_from(short).expect("it is small")),
            long => {
                bytes.push(0x80 | 126);
                bytes.extend(u16::try_from(long).expect("it is small").to_be_bytes());
            }
        }
        bytes.extend(self.mask);
        bytes.extend(self.payload.iter().enumerate().map(|(n, byte)| byte ^ self.mask[n % 4]));
        bytes
    }
}

/// Mostly what is allowed; what is not, often enough.
fn frames() -> impl Strategy<Value = Vec<Frame>> {
    let first = prop_oneof![
        8 => prop::sample::select(vec![0x81, 0x82, 0x01, 0x02, 0x00, 0x80, 0x89, 0x8a]),
        1 => Just(0x88),
        1 => any::<u8>(),
    ];
    let payload = prop_oneof![
        4 => "[a-z走马灯]{0,40}".prop_map(String::into_bytes),
        2 => prop::collection::vec(any::<u8>(), 0..200),
        1 => Just(b"\x03\xe8bye".to_vec()),
        1 => Just(Vec::new()),
    ];
    let frame =
        (first, payload, any::<[u8; 4]>()).prop_map(|(first, payload, mask)| Frame { first, payload, mask });
    prop::collection::vec(frame, 1..12)
}

fn ours(bytes: &[u8], piece: usize) -> (Vec<String>, &'static str) {
    let (mut inbound, mut heard, mut closed) =
        (Inbound::new(u32::try_from(MAX).expect("it is small")), Vec::new(), false);
    for piece in bytes.chunks(piece) {
        let taken = inbound.take(&mut piece.to_vec(), &mut |message| {
            closed |= matches!(message, Message::Close(_));
            heard.push(match message {
                Message::Text(text) => format!("text {text}"),
                Message::Binary(bytes) => format!("binary {bytes:?}"),
                Message::Ping(bytes) => format!("ping {bytes:?}"),
                Message::Pong(bytes) => format!("pong {bytes:?}"),
                Message::Close(reason) => format!("close {:?}", reason.map(|(code, _)| code)),
            });
        });
        match taken {
            Ok(()) => {}
            Err(Violation::Protocol(_)) => return (heard, "protocol"),
            Err(Violation::NotUtf8) => return (heard, "utf-8"),
            Err(Violation::TooLarge) => return (heard, "capacity"),
        }
    }
    (heard, if closed { "closed" } else { "more" })
}

fn theirs(bytes: &[u8]) -> (Vec<String>, &'static str) {
    let config = WebSocketConfig::default().max_message_size(Some(MAX)).max_frame_size(Some(MAX));
    let stream = Cursor::new(bytes.to_vec());
    let mut socket = WebSocket::from_raw_socket(ReadOnly(stream), Role::Server, Some(config));
    let mut heard = Vec::new();
    loop {
        heard.push(match socket.read() {
            Ok(Theirs::Text(text)) => format!("text {text}"),
            Ok(Theirs::Binary(bytes)) => format!("binary {:?}", &bytes[..]),
            Ok(Theirs::Ping(bytes)) => format!("ping {:?}", &bytes[..]),
            Ok(Theirs::Pong(bytes)) => format!("pong {:?}", &bytes[..]),
            Ok(Theirs::Close(reason)) => {
                heard.push(format!("close {:?}", reason.map(|reason| u16::from(reason.code))));
                return (heard, "closed");
            }
            Ok(Theirs::Frame(_)) => unreachable!("it is never read"),
            Err(Error::Io(_)) => return (heard, "more"),
            Err(Error::Utf8(_)) => return (heard, "utf-8"),
            Err(Error::Capacity(CapacityError::MessageTooLong { .. })) => return (heard, "capacity"),
            Err(Error::Protocol(_)) => return (heard, "protocol"),
            Err(other) => unreachable!("{other:?}"),
        });
    }
}

/// What is written to it is gone, and its end is an error, not an end.
struct ReadOnly(Cursor<Vec<u8>>);

impl std::io::Read for ReadOnly {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(std::io::ErrorKind::TimedOut.into()),
            bytes => Ok(bytes),
        }
    }
}

impl std::io::Write for ReadOnly {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_heard_is_what_tungstenite_hears(frames in frames(), piece in 1usize..64) {
        let bytes: Vec<u8> = frames.iter().flat_map(Frame::bytes).collect();
        let (heard, end) = ours(&bytes, piece);
        prop_assert_eq!(&(heard.clone(), end), &ours(&bytes, usize::MAX), "in pieces and whole");
        let (expected, their_end) = theirs(&bytes);
        if end == their_end {
            prop_assert_eq!(heard, expected);
        } else {
            // Text that cannot become UTF-8 is known to one of us a frame sooner, and of two broken rules each may name
            // the other.
            let both_end = |end| matches!(end, "protocol" | "utf-8" | "capacity");
            prop_assert!(both_end(end) && (both_end(their_end) || their_end == "more" || their_end == "closed"), "{end} and {their_end}");
            prop_assert!(expected.starts_with(&heard) || heard.starts_with(&expected));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), piece in 1usize..50) {
        prop_assert_eq!(ours(&bytes, piece), ours(&bytes, usize::MAX));
    }
}
