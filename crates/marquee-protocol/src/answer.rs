//! What a publisher is told: answers to publishing, deleting and asking for a notice. It never decides anything:
//! the board machine has.

use crate::problem::{Fault, Problem, Slug};
use crate::time::rfc3339;
use marquee_core::board::{Placed, Rejection, State, Status};
use marquee_core::timeline::Active;
use marquee_core::{BoardName, Cursor, Epoch, NoticeId, Version};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The answer to a publish that has a place.
pub fn placed(board: &BoardName, epoch: &Epoch, placed: &Placed, trace_id: &str) -> Value {
    let (status, state) = match placed.status {
        Status::Accepted => ("accepted", None),
        Status::Replaced => ("replaced", None),
        Status::Folded => ("folded", None),
        Status::Duplicate(state) => ("duplicate", Some(state_name(state))),
    };
    let mut answer = json!({
        "id": placed.id.as_str(),
        "board": board.as_str(),
        "version": placed.version.0,
        "epoch": epoch.as_str(),
        "cursor": cursor(epoch, placed.version),
        "status": status,
        "expires_at": rfc3339(placed.expires_at),
        "trace_id": trace_id,
    });
    if let Some(state) = state {
        answer["state"] = state.into();
    }
    answer
}

/// The HTTP status of a publish that has a place: 201 for a new notice, else 200.
pub fn status_code(placed: &Placed) -> u16 {
    match placed.status {
        Status::Accepted => 201,
        Status::Replaced | Status::Folded | Status::Duplicate(_) => 200,
    }
}

/// The answer to a delete.
pub fn deleted(board: &BoardName, epoch: &Epoch, id: &NoticeId, version: Version) -> Value {
    json!({
        "id": id.as_str(),
        "board": board.as_str(),
        "version": version.0,
        "cursor": cursor(epoch, version),
        "status": "deleted",
    })
}

/// The answer to a delete by key that found nothing: fine.
pub fn unknown() -> Value {
    json!({"status": "unknown"})
}

/// One result of many: the answer, or the problem of a status from 400 on, with the status that it would have had
/// by itself.
pub fn result(status_code: u16, value: Value) -> Value {
    match value {
        Value::Object(mut answer) if status_code < 400 => {
            answer.insert("status_code".into(), status_code.into());
            Value::Object(answer)
        }
        problem => json!({"status_code": status_code, "problem": problem}),
    }
}

/// Why a command came to nothing, and what to do about it.
pub fn rejected(rejection: &Rejection) -> Problem {
    match rejection {
        Rejection::Conflict => Problem::new(
            Slug::Conflict,
            "This id was used before with other content. Publish under a new id, or change the notice itself with \
             PUT /v1/boards/{board}/notices/{id}",
        ),
        Rejection::KeyTaken { by } => {
            let detail = format!(
                "The active notice {by} has this key: PUT that one, delete it first, or give another key"
            );
            Problem { slug: Slug::KeyTaken, detail: detail.clone(), errors: vec![Fault::new("/key", detail)] }
        }
        Rejection::AlreadyOver { expires_at } => {
            let detail = format!(
                "The notice would have been over at {}, before it began: give a longer ttl, or a later starts_at",
                rfc3339(*expires_at)
            );
            Problem::invalid(vec![Fault::new("/ttl", detail)])
        }
        Rejection::BoardFull { max_active } => Problem::new(
            Slug::BoardFull,
            format!(
                "The board is full (at most {max_active} notices, or 1 MiB of them) and this one is the least of \
                 all: delete one, or give a more urgent level"
            ),
        ),
        Rejection::TooManyBoards { most } => Problem::new(
            Slug::TooManyBoards,
            format!("There are {most} boards, and there may be no more: publish to one that exists"),
        ),
        Rejection::PolicyMoved { version } => Problem::new(
            Slug::PreconditionFailed,
            format!(
                "The board's policy is version {version} now (0: the board was never written): GET it, and PUT again \
                 with that version in If-Match"
            ),
        ),
        Rejection::NotFound => Problem::new(
            Slug::NotFound,
            "No notice with this id is active or still on the ribbon: check the id and the board, or take it as gone",
        ),
    }
}

/// An active notice as GET answers it. `data` stays as it was written, so this is written out as it is and never
/// made a value first.
#[derive(Serialize)]
pub struct NoticeAnswer<'a> {
    id: &'a str,
    board: &'a str,
    version: u64,
    rev: u64,
    level: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<&'a str>,
    tags: &'a [Box<str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a RawValue>,
    cells: u32,
    count: u32,
    started: bool,
    starts_at: String,
    expires_at: String,
    trace_id: &'a str,
}

/// The answer to GET of an active notice.
pub fn notice<'a>(board: &'a BoardName, active: &'a Active) -> NoticeAnswer<'a> {
    let notice = &*active.notice;
    NoticeAnswer {
        id: notice.id.as_str(),
        board: board.as_str(),
        version: active.version.0,
        rev: notice.rev.0,
        level: notice.level.name(),
        text: &notice.text,
        html: notice.html.as_deref(),
        tags: &notice.tags,
        key: notice.key.as_deref(),
        link: notice.link.as_deref(),
        // What is no JSON never became a notice.
        data: notice.data.as_deref().and_then(|data| serde_json::from_str(data).ok()),
        cells: notice.cells,
        count: notice.count,
        started: active.started,
        starts_at: rfc3339(notice.starts_at),
        expires_at: rfc3339(notice.expires_at),
        trace_id: &notice.trace_id,
    }
}

fn cursor(epoch: &Epoch, version: Version) -> String {
    Cursor { epoch: epoch.clone(), version }.to_string()
}

fn state_name(state: State) -> &'static str {
    match state {
        State::Active => "active",
        State::Expired => "expired",
        State::Deleted => "deleted",
        State::Evicted => "evicted",
    }
}
