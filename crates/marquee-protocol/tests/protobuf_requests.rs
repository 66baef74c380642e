//! What terminals say in Protobuf: each request is read as that of JSON is, and what cannot be read is told.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::session::{Filter, Frame, LastSeen, Request, Secret};
use marquee_core::{BoardName, Cursor, Epoch, Level, Version};
use marquee_protocol::frame::protobuf;
use marquee_protocol::proto::{self, frame::Kind as Sent};
use prost::Message;

const T: u64 = 1_700_000_000_000;

fn epoch() -> Epoch {
    Epoch::parse("k3j9x2ab").unwrap()
}

fn ops() -> BoardName {
    BoardName::parse("ops").unwrap()
}

fn request(kind: proto::request::Kind) -> Vec<u8> {
    proto::Request { kind: Some(kind) }.encode_to_vec()
}

#[test]
fn requests_are_read_as_those_of_json_are() {
    use proto::request::Kind;
    let subscribe = |tags: usize, min_level: i32| {
        request(Kind::Subscribe(proto::Subscribe {
            board: "ops".into(),
            last_seen: "k3j9x2ab.7".into(),
            tags: vec!["db".into(); tags],
            min_level,
        }))
    };
    let seen = Cursor { epoch: epoch(), version: Version(7) };
    let filter = Filter { tags: vec!["db".into()], min_level: Some(Level::Warning) };
    let expected = Request::Subscribe { board: ops(), last_seen: LastSeen::Cursor(seen.clone()), filter };
    assert_eq!(protobuf::decode_request(&subscribe(1, 2)), Ok(expected));
    let open = Request::Subscribe {
        board: ops(),
        last_seen: LastSeen::Cursor(seen.clone()),
        filter: Filter::default(),
    };
    assert_eq!(protobuf::decode_request(&subscribe(0, 0)), Ok(open));
    let bare = request(Kind::Subscribe(proto::Subscribe { board: "ops".into(), ..Default::default() }));
    let fresh = Request::Subscribe { board: ops(), last_seen: LastSeen::Nothing, filter: Filter::default() };
    assert_eq!(protobuf::decode_request(&bare), Ok(fresh));
    let unsubscribe = request(Kind::Unsubscribe(proto::Unsubscribe { board: "ops".into() }));
    assert_eq!(protobuf::decode_request(&unsubscribe), Ok(Request::Unsubscribe { board: ops() }));
    let ack = proto::Ack { board: "ops".into(), cursor: "k3j9x2ab.7".into() };
    let acked = Request::Ack { board: ops(), cursor: seen };
    assert_eq!(protobuf::decode_request(&request(Kind::Ack(ack))), Ok(acked));
    for ts in [0, 17, u64::MAX] {
        let ping = protobuf::decode_request(&request(Kind::Ping(proto::Ping { ts }))).unwrap();
        let Request::Ping { ts: read } = ping else { panic!("{ping:?}") };
        let pong = protobuf::encode_control(&Frame::Pong { ts: read, server_time: T });
        let Some(Sent::Pong(pong)) = proto::Frame::decode(pong).unwrap().kind else { panic!("no pong") };
        assert_eq!(pong.ts, ts, "given back as it is");
    }
    let token = |token: &str| request(Kind::Token(proto::Token { token: token.into() }));
    assert_eq!(protobuf::decode_request(&token("t")), Ok(Request::Token(Secret("t".into()))));
    for later in [&[][..], &[0x7a, 2, 8, 1]] {
        assert_eq!(protobuf::decode_request(later), Ok(Request::Unknown), "{later:?}");
    }
    for (bad, word) in [
        (&subscribe(1, 7)[..], "7 is no Level"),
        (&subscribe(17, 0), "at most 16 tags"),
        (&subscribe(1, 2)[..9], "not a message"),
        (&request(Kind::Subscribe(proto::Subscribe::default())), "board is missing"),
        (&token(""), "token is missing"),
        (&request(Kind::Unsubscribe(proto::Unsubscribe { board: "_auth".into() })), "no board"),
        (&request(Kind::Ack(proto::Ack { board: "ops".into(), cursor: "x".into() })), "cursor"),
        (b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "not a message"),
    ] {
        let said = protobuf::decode_request(bad).unwrap_err();
        assert!(said.contains(word), "{bad:?}: {said}");
    }
}
