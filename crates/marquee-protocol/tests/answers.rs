//! Answers look as the contract shows them, and a refusal says what to do.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::board::{Placed, Rejection, State, Status};
use marquee_core::timeline::Active;
use marquee_core::{BoardName, Epoch, Level, Notice, NoticeId, Version};
use marquee_protocol::answer::{self, SubmissionAnswer};
use marquee_protocol::problem::{Problem, Slug};
use serde_json::{Value, json};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;

fn id() -> NoticeId {
    NoticeId::parse("a").unwrap()
}

fn ops() -> BoardName {
    BoardName::parse("ops").unwrap()
}

fn epoch() -> Epoch {
    Epoch::parse("k3j9x2ab").unwrap()
}

#[test]
fn a_publish_is_told_where_its_notice_is() {
    let placed = |status| Placed { id: id(), version: Version(42), status, expires_at: T };
    let expected = json!({"id":"a","board":"ops","version":42,"epoch":"k3j9x2ab","cursor":"k3j9x2ab.42",
        "status":"accepted","expires_at":"2023-11-14T22:13:20.000Z","trace_id":"t"});
    let accepted = answer::placed(&ops(), &epoch(), &placed(Status::Accepted), "t");
    assert_eq!(serde_json::to_value(accepted).unwrap(), expected);
    for (status, code, word, state) in [
        (Status::Accepted, 201, "accepted", Value::Null),
        (Status::Replaced, 200, "replaced", Value::Null),
        (Status::Duplicate(State::Active), 200, "duplicate", "active".into()),
        (Status::Duplicate(State::Expired), 200, "duplicate", "expired".into()),
        (Status::Duplicate(State::Deleted), 200, "duplicate", "deleted".into()),
        (Status::Duplicate(State::Evicted), 200, "duplicate", "evicted".into()),
    ] {
        let answer = SubmissionAnswer::Placed(answer::placed(&ops(), &epoch(), &placed(status), "t"));
        assert_eq!(answer.status_code(), code);
        let answer = serde_json::to_value(answer).unwrap();
        assert_eq!((&answer["status"], &answer["state"]), (&word.into(), &state));
        assert_eq!(answer.get("state").is_some(), word == "duplicate");
    }
}

#[test]
fn a_delete_is_told_too() {
    let deleted = answer::deleted(&ops(), &epoch(), &id(), Version(43));
    assert_eq!(
        serde_json::to_value(&deleted).unwrap(),
        json!({"id":"a","board":"ops","version":43,"cursor":"k3j9x2ab.43","status":"deleted"})
    );
    assert_eq!(SubmissionAnswer::Deleted(deleted).status_code(), 200);
    assert_eq!(serde_json::to_value(answer::unknown()).unwrap(), json!({"status":"unknown"}));
}

#[test]
fn each_of_many_has_its_status() {
    let result = |one| serde_json::to_value(answer::result(one, "t")).unwrap();
    let unknown = Ok(SubmissionAnswer::Unknown(answer::unknown()));
    assert_eq!(result(unknown), json!({"status_code":200,"status":"unknown"}));
    let problem = Problem::new(Slug::BoardFull, "x");
    let told = json!({"type":"/errors/board-full","title":"The board is full","status":422,"detail":"x",
        "trace_id":"t"});
    assert_eq!(result(Err(problem)), json!({"status_code":422,"problem":told}));
}

#[test]
fn a_refusal_says_what_to_do() {
    for (rejection, status, slug, pointer, word) in [
        (Rejection::Conflict, 409, "conflict", None, "new id"),
        (Rejection::KeyTaken { by: id() }, 409, "key-taken", Some("/key"), "notice a has"),
        (Rejection::AlreadyOver { expires_at: T }, 422, "invalid", Some("/ttl"), "2023-11-14T22:13:20.000Z"),
        (Rejection::BoardFull { max_active: 64 }, 422, "board-full", None, "64"),
        (Rejection::TooManyBoards { most: 10_000 }, 422, "too-many-boards", None, "10000"),
        (Rejection::NotFound, 404, "not-found", None, "check the id"),
    ] {
        let problem = answer::rejected(&rejection);
        assert_eq!((problem.slug.status(), problem.slug.slug()), (status, slug));
        assert!(problem.detail.contains(word), "{problem:?}");
        let pointers: Vec<_> = problem.errors.iter().map(|fault| &*fault.pointer).collect();
        assert_eq!(pointers, Vec::from_iter(pointer));
    }
}

#[test]
fn an_active_notice_is_shown_with_its_data_untouched() {
    let notice = Notice {
        id: id(),
        rev: Version(9),
        level: Level::Urgent,
        text: "down".into(),
        html: None,
        tags: Box::new(["db".into()]),
        key: Some("k".into()),
        link: None,
        data: Some("{\"z\":1.50,\"a\":1E+2}".into()),
        cells: 4,
        count: 2,
        starts_at: T,
        expires_at: T + 1,
        trace_id: "t".into(),
    };
    let active = Active::new(Arc::new(notice), Version(7), true, 0);
    let board = ops();
    let written = serde_json::to_string(&answer::notice(&board, &active)).unwrap();
    assert!(written.contains(r#""data":{"z":1.50,"a":1E+2}"#), "{written}");
    assert_eq!(
        serde_json::from_str::<Value>(&written).unwrap(),
        json!({"id":"a","board":"ops","version":7,"rev":9,"level":"URGENT","text":"down","tags":["db"],"key":"k",
            "data":{"z":1.5,"a":100.0},"cells":4,"count":2,"started":true,"trace_id":"t",
            "starts_at":"2023-11-14T22:13:20.000Z","expires_at":"2023-11-14T22:13:20.001Z"})
    );
}
