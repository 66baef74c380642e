//! The cases of RFC 6455, each also cut in two at every place and byte by byte: however it comes, it means the same.

use marquee_websocket::{Inbound, Message, Violation};

const MAX: u32 = 1_000;

#[derive(Clone, PartialEq, Debug)]
enum Said {
    Text(String),
    Binary(Vec<u8>),
    Ping(Vec<u8>),
    Pong(Vec<u8>),
    Close(Option<(u16, String)>),
}

fn said(message: Message<'_>) -> Said {
    match message {
        Message::Text(text) => Said::Text(text.into()),
        Message::Binary(bytes) => Said::Binary(bytes.into()),
        Message::Ping(bytes) => Said::Ping(bytes.into()),
        Message::Pong(bytes) => Said::Pong(bytes.into()),
        Message::Close(reason) => Said::Close(reason.map(|(code, word)| (code, word.into()))),
    }
}

type Heard = (Vec<Said>, Result<(), Violation>);

fn hear<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Heard {
    let (mut inbound, mut heard) = (Inbound::new(MAX), Vec::new());
    for piece in pieces {
        if let Err(violation) = inbound.take(&mut piece.to_vec(), &mut |message| heard.push(said(message))) {
            assert_eq!(inbound.take(&mut text("more"), &mut |_| panic!("it is over")), Ok(()));
            return (heard, Err(violation));
        }
    }
    (heard, Ok(()))
}

/// What it means, whole and in every two pieces and byte by byte.
fn meaning(stream: &[u8]) -> Heard {
    let whole = hear([stream]);
    for cut in 0..=stream.len() {
        let (left, right) = stream.split_at(cut);
        assert_eq!(hear([left, right]), whole, "cut at {cut}");
    }
    assert_eq!(hear(stream.chunks(1)), whole, "byte by byte");
    whole
}

/// A frame from a client: the first byte, and a payload that is masked.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x37, 0xfa, 0x21, 0x3d];
    let mut frame = vec![first];
    match payload.len() {
        short @ ..126 => frame.push(0x80 | u8::try_from(short).expect("it is short")),
        middle @ ..65_536 => {
            frame.push(0x80 | 126);
            frame.extend(u16::try_from(middle).expect("it is short").to_be_bytes());
        }
        long => {
            frame.push(0x80 | 127);
            frame.extend((long as u64).to_be_bytes());
        }
    }
    frame.extend(mask);
    frame.extend(payload.iter().enumerate().map(|(n, byte)| byte ^ mask[n % 4]));
    frame
}

fn text(word: &str) -> Vec<u8> {
    frame(0x81, word.as_bytes())
}

fn gives(streams: &[Vec<u8>], expected: &[Said]) {
    assert_eq!(meaning(&streams.concat()), (expected.to_vec(), Ok(())));
}

fn breaks(streams: &[Vec<u8>], before: &[Said], violation: fn(&Violation) -> bool) {
    let (heard, result) = meaning(&streams.concat());
    assert_eq!(heard, before);
    let found = result.expect_err("a rule is broken");
    assert!(violation(&found), "{found:?} with {:02x?}", streams.concat());
}

fn is_protocol(violation: &Violation) -> bool {
    matches!(violation, Violation::Protocol(_))
}

fn words(word: &str) -> Said {
    Said::Text(word.into())
}

#[test]
fn the_examples_of_the_rfc_are_understood() {
    let hello = vec![0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
    gives(&[hello], &[words("Hello")]);
    gives(&[frame(0x01, b"Hel"), frame(0x80, b"lo")], &[words("Hello")]);
    gives(&[frame(0x89, b"Hello")], &[Said::Ping(b"Hello".into())]);
    gives(&[frame(0x82, &[7; 256])], &[Said::Binary(vec![7; 256])]);
}

#[test]
fn messages_come_in_order_and_control_frames_between_their_fragments() {
    gives(&[text(""), text("a"), frame(0x82, b"")], &[words(""), words("a"), Said::Binary(Vec::new())]);
    gives(
        &[
            frame(0x01, b"a"),
            frame(0x89, b"1"),
            frame(0x00, b""),
            frame(0x8a, b""),
            frame(0x80, b"b"),
            text("c"),
        ],
        &[Said::Ping(b"1".into()), Said::Pong(Vec::new()), words("ab"), words("c")],
    );
    gives(&[frame(0x89, &[1; 125])], &[Said::Ping(vec![1; 125])]);
}

#[test]
fn after_a_close_nothing_is_heard() {
    let close = |payload: &[u8]| frame(0x88, payload);
    gives(&[close(b""), text("late")], &[Said::Close(None)]);
    gives(&[close(b"\x03\xe8bye"), vec![0xff; 9]], &[Said::Close(Some((1000, "bye".into())))]);
    gives(&[frame(0x01, b"a"), close(b"\x0f\xa0")], &[Said::Close(Some((4000, String::new())))]);
}

#[test]
fn what_breaks_a_rule_is_a_violation_and_what_came_before_is_heard() {
    let bare = |first: u8, second: u8| vec![first, second];
    for broken in [
        vec![bare(0x81, 0x05), b"Hello".to_vec()],
        vec![frame(0xc1, b"a")],
        vec![frame(0xa1, b"a")],
        vec![frame(0x91, b"a")],
        vec![frame(0x83, b"a")],
        vec![frame(0x87, b"a")],
        vec![frame(0x8b, b"a")],
        vec![frame(0x8f, b"a")],
        vec![frame(0x08, b"")],
        vec![frame(0x09, b"a")],
        vec![frame(0x0a, b"a")],
        vec![frame(0x89, &[0; 126])],
        vec![frame(0x88, &[0; 126])],
        vec![frame(0x88, b"\x03")],
        vec![frame(0x88, b"\x03\xed")],
        vec![frame(0x88, b"\x00\x00")],
        vec![frame(0x80, b"a")],
        vec![frame(0x00, b"a")],
        vec![frame(0x01, b"a"), frame(0x81, b"b")],
        vec![frame(0x01, b"a"), frame(0x02, b"b")],
        // Lengths that are not written in the shortest form, or have the top bit.
        vec![vec![0x82, 0xfe, 0, 125, 0, 0, 0, 0]],
        vec![vec![0x82, 0xff, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0]],
        vec![vec![0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ] {
        breaks(&broken, &[], is_protocol);
        breaks(&[&[text("before")][..], &broken].concat(), &[words("before")], is_protocol);
    }
    breaks(&[frame(0x88, b"\x03\xe8\xff")], &[], |violation| *violation == Violation::NotUtf8);
}

#[test]
fn text_is_utf_8_also_where_a_character_is_cut() {
    let han = "走马灯";
    let bytes = han.as_bytes();
    for cut in 0..=bytes.len() {
        gives(&[frame(0x01, &bytes[..cut]), frame(0x80, &bytes[cut..])], &[words(han)]);
    }
    let not_utf8 = |violation: &Violation| *violation == Violation::NotUtf8;
    for broken in [
        &b"\xff"[..],
        b"a\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe8\xb5",
        b"\xf8\x88\x80\x80\x80",
    ] {
        breaks(&[frame(0x81, broken)], &[], not_utf8);
        breaks(&[frame(0x01, broken), frame(0x80, b"")], &[], not_utf8);
    }
    // It is known as soon as it has come, not at the end of the message.
    breaks(&[frame(0x01, b"a\xed\xa0")], &[], not_utf8);
    assert_eq!(meaning(&frame(0x01, b"a\xe8\xb5")), (vec![], Ok(())), "this may still become a character");
    let binary = vec![0xff; 3];
    gives(&[frame(0x82, &binary)], &[Said::Binary(binary)]);
}

#[test]
fn a_message_is_too_large_as_soon_as_a_head_says_so() {
    let most = MAX as usize;
    gives(&[frame(0x82, &vec![0; most])], &[Said::Binary(vec![0; most])]);
    let too_large = |violation: &Violation| *violation == Violation::TooLarge;
    let announced = |frame: Vec<u8>| frame[..8].to_vec();
    breaks(&[announced(frame(0x82, &vec![0; most + 1]))], &[], too_large);
    breaks(&[frame(0x02, &vec![0; most]), frame(0x80, b"1")], &[], too_large);
    breaks(&[vec![0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0]], &[], too_large);
    // A control frame between them is no part of it.
    gives(
        &[frame(0x02, &vec![0; most]), frame(0x89, b"1"), frame(0x80, b"")],
        &[Said::Ping(b"1".into()), Said::Binary(vec![0; most])],
    );
}

#[test]
fn nothing_is_held_between_messages_nor_for_what_was_only_announced() {
    assert_eq!(size_of::<Inbound>(), 16);
    let announced = frame(0x82, &[0; 1_000]);
    let mut inbound = Inbound::new(MAX);
    inbound.take(&mut announced[..8].to_vec(), &mut |_| {}).unwrap();
    assert!(format!("{inbound:?}").contains("payload: []"), "{inbound:?}");
    inbound.take(&mut announced[8..].to_vec(), &mut |_| {}).unwrap();
    assert!(format!("{inbound:?}").contains("partial: None"), "{inbound:?}");
    // Fragments of nothing without end hold nothing either.
    inbound.take(&mut frame(0x01, b""), &mut |_| {}).unwrap();
    let once = format!("{inbound:?}");
    for _ in 0..10_000 {
        inbound.take(&mut frame(0x00, b""), &mut |_| {}).unwrap();
    }
    assert_eq!(format!("{inbound:?}"), once);
}
