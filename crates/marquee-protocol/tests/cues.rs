//! What told terminals are told, as the contract shows it; and what terminals say was on their glass.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::policy::Play;
use marquee_core::session::{Frame, Outcome, Request, Shown};
use marquee_core::told::{Cue, Show};
use marquee_core::{BoardName, Level, Notice, NoticeId, Version};
use marquee_protocol::frame::{Told, decode_request, encode_control, encode_cue, protobuf};
use marquee_protocol::proto;
use prost::Message;
use serde_json::{Value, json};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;

fn ops() -> BoardName {
    BoardName::parse("ops").unwrap()
}

fn show(text: &str, html: Option<&str>, play: Play) -> Cue {
    let notice = Notice {
        id: NoticeId::parse("a").unwrap(),
        rev: Version(42),
        level: Level::Urgent,
        text: text.into(),
        html: html.map(Into::into),
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 34,
        count: 1,
        starts_at: T,
        expires_at: T + 600_000,
        trace_id: "".into(),
    };
    let (head, offset) = if play == Play::Scroll { (44_004, 3_250) } else { (0, 0) };
    Cue::Show(Show {
        notice: Arc::new(notice),
        play,
        from: T,
        until: T + 4_000,
        head,
        offset,
        speed: 12,
        color: "#ff3b30".into(),
    })
}

fn told(cue: &Cue, told: Told) -> Value {
    let (name, body) = encode_cue(&ops(), cue, told);
    let value: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(value["type"], name);
    value
}

#[test]
fn a_wall_of_lamps_is_told_text_and_motion() {
    assert_eq!(
        told(&show("down", Some("<b>down</b>"), Play::Scroll), Told::Led),
        json!({"type":"show","board":"ops","id":"a","rev":42,"play":"scroll","from":T,"until":T+4_000,
            "head":44_004,"offset_cells":3.25,"text":"down","cells":34,"cells_per_second":12,
            "color":"#ff3b30","level":"URGENT","count":1})
    );
    let pin = told(&show("down", None, Play::Pin), Told::Led);
    assert_eq!((&pin["play"], &pin["offset_cells"], pin.get("head")), (&json!("pin"), &json!(0.0), None));
    assert_eq!(told(&Cue::Clear(None), Told::Led), json!({"type":"clear","board":"ops"}));
    let gone = Cue::Clear(NoticeId::parse("a"));
    assert_eq!(told(&gone, Told::Html), json!({"type":"clear","board":"ops","id":"a"}));
}

#[test]
fn a_browser_is_told_a_fragment_that_is_the_text_or_what_was_let_through_of_the_markup() {
    let fragment = |text, html, play| told(&show(text, html, play), Told::Html)["fragment"].clone();
    assert_eq!(
        fragment("<img src=x onerror=\"alert(1)\"> & 'co'", None, Play::Pin),
        "<div class=\"m-notice m-urgent m-pin\" dir=\"auto\">&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; \
         &#39;co&#39;</div>"
    );
    assert_eq!(
        fragment("down", Some("<b>down</b>"), Play::Scroll),
        "<div class=\"m-notice m-urgent m-scroll\" dir=\"auto\"><b>down</b></div>"
    );
    let shown = told(&show("down", None, Play::Scroll), Told::Html);
    assert_eq!((shown.get("text"), shown.get("offset_cells")), (None, None));
}

#[test]
fn what_becomes_of_a_notice_is_told_in_both_forms() {
    let id = NoticeId::parse("a").unwrap();
    let frame = Frame::Lifecycle { board: ops(), id, stage: "delivered", at: T };
    let value: Value = serde_json::from_slice(&encode_control(&frame)).unwrap();
    assert_eq!(value, json!({"type":"lifecycle","board":"ops","id":"a","stage":"delivered","at":T}));
    let sent = proto::Frame::decode(protobuf::encode_control(&frame)).unwrap();
    let lifecycle = proto::Lifecycle { id: "a".into(), stage: "delivered".into(), at: T };
    assert_eq!((sent.board, sent.kind), ("ops".into(), Some(proto::frame::Kind::Lifecycle(lifecycle))));
}

fn shown(play: Option<Play>, offset_ms: Option<i64>) -> Result<Request, String> {
    let (id, outcome) = (NoticeId::parse("a").unwrap(), Outcome::Completed);
    let shown = Shown { id, rev: Version(42), play, from: T, until: T + 5, outcome, offset_ms };
    Ok(Request::Shown { board: ops(), shown })
}

#[test]
fn what_was_on_the_glass_is_read_in_both_forms() {
    let bare = format!(
        r#"{{"type":"shown","board":"ops","id":"a","rev":42,"from":{T},"until":{},"outcome":"completed"}}"#,
        T + 5
    );
    assert_eq!(decode_request(bare.as_bytes()), shown(None, None));
    let whole = bare.replace("\"outcome\"", "\"play\":\"pin\",\"offset_ms\":-12,\"outcome\"");
    assert_eq!(decode_request(whole.as_bytes()), shown(Some(Play::Pin), Some(-12)));
    let message = |play: proto::Play, offset_ms| {
        let (board, id, outcome) = ("ops".into(), "a".into(), "completed".into());
        let (rev, from, until, play) = (42, T, T + 5, play.into());
        let said = proto::Shown { board, id, rev, from, until, outcome, play, offset_ms };
        proto::Request { kind: Some(proto::request::Kind::Shown(said)) }.encode_to_vec()
    };
    assert_eq!(protobuf::decode_request(&message(proto::Play::Unspecified, 0)), shown(None, None));
    assert_eq!(protobuf::decode_request(&message(proto::Play::Pin, -12)), shown(Some(Play::Pin), Some(-12)));
    for (from, to, word) in [
        ("\"a\"", "\"\"", "id"),
        ("\"rev\":42,", "", "rev"),
        ("\"completed\"", "\"done\"", "completed, preempted, expired, cut, failed"),
        ("\"until\":1", "\"until\":0", "can be read"),
        ("\"from\":1", "\"from\":9", "from is not after until"),
        ("\"until\":1", "\"until\":9991", "from and until in ms"),
        ("\"board\":\"ops\",", "", "board is missing"),
        ("\"ops\"", "\"_auth\"", "is no board"),
        ("\"outcome\"", "\"play\":\"jump\",\"outcome\"", "scroll or pin"),
    ] {
        let wrong = bare.replacen(from, to, 1);
        let said = decode_request(wrong.as_bytes()).unwrap_err();
        assert!(said.contains(word), "{wrong}: {said}");
    }
}
