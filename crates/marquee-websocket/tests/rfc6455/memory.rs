//! What is kept of what has come: nothing between whole messages, and never more than has come.

use crate::wire::{BINARY, CONTINUATION, FIN, PING, TEXT, frame, head};
use marquee_websocket::{Inbound, Message};

fn take(inbound: &mut Inbound, bytes: &[u8]) -> usize {
    let mut count = 0;
    inbound.take(&mut bytes.to_vec(), &mut |_| count += 1).expect("nothing wrong");
    count
}

#[test]
fn a_message_that_arrives_whole_is_given_where_it_lies() {
    for opcode in [FIN | TEXT, FIN | BINARY, PING] {
        // The head may have come before: nothing of the payload has to be kept for it.
        for cut in [0, 1, 5, 6] {
            let mut bytes = frame(opcode, b"hello");
            let (before, bytes) = bytes.split_at_mut(cut);
            let within = bytes.as_ptr_range();
            let mut inbound = Inbound::new(300);
            assert_eq!(take(&mut inbound, before), 0);
            let mut lay = Vec::new();
            let mut hear = |message: Message<'_>| match message {
                Message::Text(text) => lay.push(text.as_ptr()),
                Message::Binary(payload) | Message::Ping(payload) => lay.push(payload.as_ptr()),
                other => panic!("{other:?} was never sent"),
            };
            inbound.take(bytes, &mut hear).expect("nothing wrong");
            assert!(lay.len() == 1 && within.contains(&lay[0]), "{opcode:x}, cut after {cut}");
        }
    }
}

#[test]
fn what_is_kept_is_what_has_come_and_is_let_go_with_the_message() {
    let mut inbound = Inbound::new(u32::MAX);
    // Four gigabytes are announced; nothing is kept for them.
    assert_eq!(take(&mut inbound, &head(FIN | BINARY, u64::from(u32::MAX), 8)), 0);
    assert_eq!(inbound.kept(), 0);
    take(&mut inbound, &[0; 1000]);
    assert_eq!(inbound.kept(), 1000);

    let mut inbound = Inbound::new(300);
    let stream = [frame(TEXT, b"12345"), frame(PING, b"abc"), frame(FIN | CONTINUATION, b"678")].concat();
    let kept: Vec<usize> = stream
        .iter()
        .map(|byte| {
            take(&mut inbound, &[*byte]);
            inbound.kept()
        })
        .collect();
    let text = [1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5];
    let ping = [6, 7, 8, 9, 10, 5, 6, 7, 5];
    let rest = [6, 7, 8, 9, 10, 5, 6, 7, 0];
    assert_eq!(kept, [&text[..], &ping, &rest].concat());
}

#[test]
fn empty_pieces_without_end_hold_nothing() {
    let mut inbound = Inbound::new(0);
    take(&mut inbound, &frame(TEXT, b""));
    let empty = frame(CONTINUATION, b"").repeat(100);
    for _ in 0..1000 {
        assert_eq!(take(&mut inbound, &empty), 0);
        assert_eq!(inbound.kept(), 0);
    }
    assert_eq!(take(&mut inbound, &frame(FIN | CONTINUATION, b"")), 1);
}
