//! Heads and small frames of the server, by their bytes.

use bytes::Bytes;
use marquee_websocket::{CONTROL_MAX, Opcode, close, framed, head, ping, pong};

#[test]
fn a_heads_length_is_in_its_shortest_form() {
    let cases: [(usize, &[u8]); 8] = [
        (0, &[0x81, 0]),
        (125, &[0x81, 125]),
        (126, &[0x81, 126, 0, 126]),
        (256, &[0x81, 126, 1, 0]),
        (65_535, &[0x81, 126, 255, 255]),
        (65_536, &[0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
        (0x0102_0304, &[0x81, 127, 0, 0, 0, 0, 1, 2, 3, 4]),
        (0x0102_0304_0506_0708, &[0x81, 127, 1, 2, 3, 4, 5, 6, 7, 8]),
    ];
    for (length, bytes) in cases {
        assert_eq!(head(Opcode::Text, length).as_ref(), bytes);
        let mut binary = bytes.to_vec();
        binary[0] = 0x82;
        assert_eq!(head(Opcode::Binary, length).as_ref(), binary);
    }
}

#[test]
fn a_framed_message_is_its_head_and_its_payload() {
    for length in [0, 5, 125, 126, 65_536] {
        let payload = vec![7; length];
        let expected = [head(Opcode::Binary, length).as_ref(), &payload].concat();
        assert_eq!(framed(Opcode::Binary, &payload), expected);
    }
    assert_eq!(&framed(Opcode::Text, b"Hello")[..], [0x81, 5, b'H', b'e', b'l', b'l', b'o'], "section 5.7");
}

#[test]
fn pings_and_pongs_carry_at_most_125_bytes() {
    assert_eq!(ping(b"").as_ref(), [0x89, 0]);
    assert_eq!(pong(b"Hello").as_ref(), b"\x8a\x05Hello");
    let long: Vec<u8> = (0..=255).collect();
    assert_eq!(pong(&long).as_ref(), [&[0x8a, 125][..], &long[..CONTROL_MAX]].concat());
    assert_eq!(Bytes::from(ping(b"x")), &b"\x89\x01x"[..]);
}

#[test]
fn a_close_says_its_code_and_as_much_of_its_reason_as_fits_in_whole_characters() {
    assert_eq!(close(None).as_ref(), [0x88, 0]);
    assert_eq!(close(Some((1000, ""))).as_ref(), [0x88, 2, 3, 0xe8]);
    assert_eq!(close(Some((4400, "bad"))).as_ref(), [0x88, 5, 0x11, 0x30, b'b', b'a', b'd']);
    let reason = "é".repeat(80);
    let frame = close(Some((1002, &reason)));
    assert_eq!(&frame.as_ref()[..2], [0x88, 124]);
    assert_eq!(&frame.as_ref()[4..], "é".repeat(61).as_bytes());
    assert_eq!(close(Some((1002, &"x".repeat(200)))).as_ref().len(), 127);
}
