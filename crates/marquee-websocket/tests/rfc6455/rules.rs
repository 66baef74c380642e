//! What is heard and what is refused, case by case (sections 5.2 to 5.5 and 7.4).

use crate::wire::{
    BINARY, CLOSE, CONTINUATION, FIN, Heard, MASK, MESSAGE_MAX, PING, PONG, TEXT, frame, head, hear, pieces,
    refused_after,
};
use marquee_websocket::{Inbound, Violation};

fn text(text: &str) -> Heard {
    Heard::Text(text.to_owned())
}

fn status(code: u16, reason: &[u8]) -> Vec<u8> {
    let mut payload = code.to_be_bytes().to_vec();
    payload.extend_from_slice(reason);
    frame(CLOSE, &payload)
}

#[track_caller]
fn protocol(bytes: &[u8], sentence: &str) {
    match hear(bytes) {
        (heard, Err(Violation::Protocol(said))) => {
            assert_eq!(said, sentence);
            assert_eq!(heard, [], "nothing is heard of what is refused");
            assert!(said.len() <= 123, "a reason has to fit into a close");
        }
        other => panic!("not refused for {sentence:?}: {other:?}"),
    }
}

#[test]
fn the_rfcs_own_example_is_heard() {
    let hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
    assert_eq!(hear(&hello), (vec![text("Hello")], Ok(())));
}

#[test]
fn messages_of_every_kind_and_form_of_length_are_heard_in_order() {
    let mut bytes = Vec::new();
    let mut expected = Vec::new();
    for length in [0, 1, 7, 8, 9, 125, 126, 127, 300] {
        let payload = vec![b'x'; length];
        bytes.extend(frame(FIN | TEXT, &payload));
        expected.push(Heard::Text("x".repeat(length)));
        bytes.extend(frame(FIN | BINARY, &payload));
        expected.push(Heard::Binary(payload.clone()));
        if length <= 125 {
            bytes.extend(frame(PING, &payload));
            bytes.extend(frame(PONG, &payload));
            expected.extend([Heard::Ping(payload.clone()), Heard::Pong(payload)]);
        }
    }
    assert_eq!(hear(&bytes), (expected, Ok(())));
}

#[test]
fn a_length_of_64_bits_is_read() {
    let payload: Vec<u8> = (0..70_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    for opcode in [FIN | TEXT, FIN | BINARY] {
        let payload = if opcode == FIN | TEXT { vec![b'a'; 70_000] } else { payload.clone() };
        let bytes = frame(opcode, &payload);
        let whole = pieces([&bytes[..]], 70_000);
        assert!(whole.1.is_ok() && whole.0.len() == 1, "{:?}", whole.1);
        for size in [1, 7, 4096, 65_536] {
            assert!(pieces(bytes.chunks(size), 70_000) == whole, "in pieces of {size}");
        }
        assert_eq!(pieces([&bytes[..]], 69_999), (vec![], Err(Violation::TooLarge)));
    }
}

#[test]
fn a_message_in_pieces_is_whole_with_the_last() {
    let bytes = [
        frame(TEXT, b"one "),
        frame(CONTINUATION, b""),
        frame(CONTINUATION, b"two "),
        frame(FIN | CONTINUATION, b"three"),
        frame(BINARY, b""),
        frame(FIN | CONTINUATION, b""),
        frame(FIN | TEXT, b"four"),
    ]
    .concat();
    let expected = vec![text("one two three"), Heard::Binary(vec![]), text("four")];
    assert_eq!(hear(&bytes), (expected, Ok(())));
}

#[test]
fn control_frames_are_heard_between_pieces_at_once() {
    let bytes = [
        frame(PING, b"0"),
        frame(TEXT, b"a"),
        frame(PING, b"1"),
        frame(PONG, b""),
        frame(CONTINUATION, b""),
        frame(PING, b"22"),
        frame(FIN | CONTINUATION, b"b"),
    ]
    .concat();
    let expected = vec![
        Heard::Ping(b"0".to_vec()),
        Heard::Ping(b"1".to_vec()),
        Heard::Pong(vec![]),
        Heard::Ping(b"22".to_vec()),
        text("ab"),
    ];
    assert_eq!(hear(&bytes), (expected, Ok(())));
    let within = [frame(TEXT, b"a"), frame(CLOSE, b""), frame(FIN | CONTINUATION, b"b")].concat();
    assert_eq!(hear(&within), (vec![Heard::Close(None)], Ok(())), "a close may come amidst a message");
}

#[test]
fn a_frame_without_a_mask_is_refused() {
    for (first, length) in [(FIN | TEXT, 0), (FIN | BINARY, 5), (PING, 3), (CLOSE, 0), (FIN | TEXT, 126)] {
        let mut bytes = vec![first, length];
        bytes.extend_from_slice(b"hello");
        protocol(&bytes, "a client's frame is not masked");
    }
}

#[test]
fn reserved_bits_and_opcodes_are_refused() {
    for bits in 1..8_u8 {
        for opcode in [FIN | TEXT, FIN | BINARY, PING, PONG, CLOSE, TEXT] {
            let bytes = frame(opcode | bits << 4, b"x");
            protocol(&bytes, "a reserved bit is set, and no extension was agreed on");
            assert_eq!(refused_after(&bytes), Some(1));
        }
    }
    for opcode in [3, 4, 5, 6, 7, 11, 12, 13, 14, 15] {
        for fin in [0, FIN] {
            protocol(&frame(fin | opcode, b""), "an opcode is reserved");
        }
    }
}

#[test]
fn control_frames_are_short_and_of_one_piece() {
    for control in [CLOSE, PING, PONG] {
        protocol(&frame(control & !FIN, b""), "a control frame is in pieces");
        protocol(&frame(control, &[b'x'; 126]), "a control frame is longer than 125 bytes");
        protocol(&head(control, 65_536, 8), "a control frame is longer than 125 bytes");
        protocol(&head(control, 5, 2), "a control frame is longer than 125 bytes");
    }
}

#[test]
fn pieces_come_in_their_order() {
    let never = "a message goes on that never began";
    protocol(&frame(CONTINUATION, b"x"), never);
    protocol(&frame(FIN | CONTINUATION, b"x"), never);
    for opcode in [TEXT, BINARY, FIN | TEXT, FIN | BINARY] {
        protocol(&[frame(TEXT, b"x"), frame(opcode, b"y")].concat(), "a message begins inside another");
        protocol(&[frame(BINARY, b""), frame(opcode, b"")].concat(), "a message begins inside another");
    }
    let after = [frame(TEXT, b""), frame(FIN | CONTINUATION, b""), frame(FIN | CONTINUATION, b"")].concat();
    assert_eq!(hear(&after), (vec![text("")], Err(Violation::Protocol(never))));
}

#[test]
fn lengths_are_in_their_shortest_form() {
    for (length, wide) in [(0, 2), (125, 2), (0, 8), (125, 8), (126, 8), (65_535, 8)] {
        protocol(&head(FIN | BINARY, length, wide), "a length is not in its shortest form");
    }
    for length in [1 << 63, u64::MAX] {
        protocol(&head(FIN | BINARY, length, 8), "a length has its highest bit set");
    }
}

#[test]
fn a_message_above_the_limit_is_refused_when_its_head_says_so() {
    let limit = usize::try_from(MESSAGE_MAX).expect("a small number");
    let too_large = |bytes: &[u8]| {
        assert_eq!(hear(bytes), (vec![], Err(Violation::TooLarge)));
        refused_after(bytes).expect("refused")
    };
    let whole = frame(FIN | TEXT, &vec![b'x'; limit + 1]);
    assert_eq!(too_large(&whole), 4, "with the length, before the mask");
    let fits = frame(TEXT, &vec![b'x'; limit]);
    let more = [fits.clone(), frame(FIN | CONTINUATION, b"x")].concat();
    assert_eq!(too_large(&more), fits.len() + 2, "over all pieces");
    assert_eq!(hear(&[fits, frame(FIN | CONTINUATION, b"")].concat()).0.len(), 1);
    too_large(&head(FIN | BINARY, i64::MAX.unsigned_abs(), 8));
    too_large(&[frame(BINARY, b"x"), head(CONTINUATION, i64::MAX.unsigned_abs(), 8)].concat());
    // What controls the connection has a limit of its own.
    assert_eq!(pieces([&frame(PING, b"12345")[..]], 0).1, Ok(()));
    assert_eq!(pieces([&frame(FIN | TEXT, b"")[..]], 0).1, Ok(()));
    assert_eq!(pieces([&frame(FIN | TEXT, b"1")[..]], 0).1, Err(Violation::TooLarge));
    assert!(head(FIN | TEXT, 301, 2).ends_with(&MASK));
}

#[test]
fn closes_have_a_code_that_may_be_sent_or_none() {
    assert_eq!(hear(&frame(CLOSE, b"")), (vec![Heard::Close(None)], Ok(())));
    protocol(&frame(CLOSE, b"\x03"), "a close has half a code");
    for code in 0..=u16::MAX {
        let valid = matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999);
        let outcome = pieces([&status(code, b"bye")[..]], MESSAGE_MAX);
        if valid {
            assert_eq!(outcome, (vec![Heard::Close(Some((code, "bye".to_owned())))], Ok(())));
        } else {
            let why = Violation::Protocol("a close has a code that may not be sent");
            assert_eq!(outcome, (vec![], Err(why)), "{code}");
        }
    }
    let longest = "r".repeat(123);
    let expected = Heard::Close(Some((1000, longest.clone())));
    assert_eq!(hear(&status(1000, longest.as_bytes())), (vec![expected], Ok(())));
    assert_eq!(hear(&status(1000, b"\xff")), (vec![], Err(Violation::NotUtf8)));
    assert_eq!(hear(&status(1000, "é".as_bytes().split_at(1).0)), (vec![], Err(Violation::NotUtf8)));
}

#[test]
fn nothing_is_given_after_a_close_or_a_violation() {
    let after = [frame(CLOSE, b""), frame(FIN | TEXT, b"more"), vec![0xff; 9]].concat();
    assert_eq!(hear(&after), (vec![Heard::Close(None)], Ok(())));
    let mut inbound = Inbound::new(MESSAGE_MAX);
    let mut count = 0;
    let broken = [frame(FIN | TEXT, b"first"), vec![0xff, 0xff], frame(FIN | TEXT, b"more")].concat();
    assert!(inbound.take(&mut broken.clone(), &mut |_| count += 1).is_err());
    assert_eq!(inbound.take(&mut frame(FIN | TEXT, b"more"), &mut |_| count += 1), Ok(()));
    assert_eq!((count, inbound.kept()), (1, 0));
}

#[test]
fn a_violation_has_its_close_code() {
    let codes = [Violation::Protocol("x"), Violation::NotUtf8, Violation::TooLarge].map(Violation::code);
    assert_eq!(codes, [1002, 1007, 1009]);
}
