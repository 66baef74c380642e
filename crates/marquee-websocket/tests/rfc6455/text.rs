//! UTF-8 (section 8.1): whole characters over any cut, and refused with the byte after which nothing can mend it.

use crate::wire::{CONTINUATION, FIN, Heard, MESSAGE_MAX, PING, TEXT, frame, hear, pieces, refused_after};
use marquee_websocket::Violation;

const WORDS: &str = "κόσμε ß 告示 🚨\u{0}\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}";

#[test]
fn a_character_may_lie_in_several_pieces() {
    let bytes = WORDS.as_bytes();
    for cut in 0..=bytes.len() {
        let (left, right) = bytes.split_at(cut);
        let stream = [frame(TEXT, left), frame(PING, b""), frame(FIN | CONTINUATION, right)].concat();
        let expected = vec![Heard::Ping(vec![]), Heard::Text(WORDS.to_owned())];
        assert_eq!(hear(&stream), (expected, Ok(())), "the pieces are cut after {cut}");
    }
    let mut single: Vec<u8> = frame(TEXT, b"");
    bytes.iter().for_each(|byte| single.extend(frame(CONTINUATION, &[*byte])));
    single.extend(frame(FIN | CONTINUATION, b""));
    assert_eq!(hear(&single), (vec![Heard::Text(WORDS.to_owned())], Ok(())));
}

#[test]
fn what_is_not_utf8_is_refused_with_its_first_hopeless_byte() {
    // After how many bytes of these nothing valid can come.
    let hopeless: [(&[u8], usize); 12] = [
        (b"\x80", 1),
        (b"\xbf", 1),
        (b"\xc0\xaf", 1),
        (b"\xc1\x81", 1),
        (b"\xe0\x80\xaf", 2),
        (b"\xed\xa0\x80", 2),
        (b"\xed\xbf\xbf", 2),
        (b"\xf0\x80\x80\xaf", 2),
        (b"\xf4\x90\x80\x80", 2),
        (b"\xf5\x80\x80\x80", 1),
        (b"\xe2\x82x", 3),
        (b"\xff", 1),
    ];
    for (wrong, after) in hopeless {
        for before in ["", "ok", "告"] {
            let payload = [before.as_bytes(), wrong, b"more"].concat();
            let whole = frame(FIN | TEXT, &payload);
            assert_eq!(hear(&whole), (vec![], Err(Violation::NotUtf8)), "{wrong:x?} after {before:?}");
            assert_eq!(refused_after(&whole), Some(6 + before.len() + after), "{wrong:x?} after {before:?}");
            for cut in 0..payload.len() {
                let (left, right) = payload.split_at(cut);
                let parted = [frame(TEXT, left), frame(FIN | CONTINUATION, right)].concat();
                assert_eq!(hear(&parted), (vec![], Err(Violation::NotUtf8)));
                let heads = if before.len() + after > cut { 12 } else { 6 };
                assert_eq!(refused_after(&parted), Some(heads + before.len() + after));
            }
        }
    }
}

#[test]
fn a_text_may_not_end_within_a_character() {
    for cut in 1..4 {
        let payload = &"🚨".as_bytes()[..cut];
        assert_eq!(hear(&frame(FIN | TEXT, payload)), (vec![], Err(Violation::NotUtf8)));
        let parted = [frame(TEXT, payload), frame(FIN | CONTINUATION, b"")].concat();
        assert_eq!(hear(&parted), (vec![], Err(Violation::NotUtf8)));
        assert_eq!(pieces([&frame(TEXT, payload)[..]], MESSAGE_MAX).1, Ok(()), "it may still go on");
    }
}

#[test]
fn each_two_bytes_are_judged_as_the_standard_library_does() {
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            let payload = [first, second];
            let valid = std::str::from_utf8(&payload).is_ok();
            let stream = [frame(TEXT, &payload[..1]), frame(FIN | CONTINUATION, &payload[1..])].concat();
            assert_eq!(pieces([&stream[..]], MESSAGE_MAX).1.is_ok(), valid, "{payload:x?}");
            assert_eq!(pieces(stream.chunks(1), MESSAGE_MAX).1.is_ok(), valid, "{payload:x?}");
        }
    }
}
