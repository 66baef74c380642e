//! What a publisher is told of what it sent: where its notice is, what is gone, and each of many by itself.

use crate::problem::{Problem, ProblemJson};
use crate::time::rfc3339;
use marquee_core::board::{Placed, State, Status};
use marquee_core::{BoardName, Cursor, Epoch, NoticeId, Version};
use serde::Serialize;
use utoipa::ToSchema;

/// Where a notice has its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Placed, example = json!({
    "id": "a", "board": "ops", "version": 42, "epoch": "k3j9x2ab", "cursor": "k3j9x2ab.42", "status": "accepted",
    "expires_at": "2026-01-31T09:40:00.000Z", "trace_id": "0af7651916cd43dd8448eb211c80319c",
}))]
pub struct PlacedAnswer {
    /// The notice's id; of a publish that was taken into another notice, that one's.
    pub id: String,
    /// Its board.
    pub board: String,
    /// The number of the entry on its board: that of this change; of a fold, the notice's newest; of a repeat, that of
    /// the first publish.
    pub version: u64,
    /// The history that the version counts in.
    pub epoch: String,
    /// `<epoch>.<version>`: a reader that has this cursor has the notice.
    pub cursor: String,
    /// What became of it.
    pub status: PlacedStatus,
    /// Where the notice stands now; only beside `duplicate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub state: Option<NoticeState>,
    /// When it is over.
    #[schema(format = DateTime)]
    pub expires_at: String,
    /// The trace that the request belongs to.
    pub trace_id: String,
}

/// What became of a publish: `accepted` is a new notice; `replaced` gave an active one new content; `folded` says what
/// an active one says already, which counts it; `duplicate` was there already and changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "told above, together")]
pub enum PlacedStatus {
    Accepted,
    Replaced,
    Folded,
    Duplicate,
}

impl PlacedStatus {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Replaced => "replaced",
            Self::Folded => "folded",
            Self::Duplicate => "duplicate",
        }
    }
}

/// Where the notice of a repeated publish stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub enum NoticeState {
    Active,
    Expired,
    Deleted,
    Evicted,
}

impl NoticeState {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expired => "expired",
            Self::Deleted => "deleted",
            Self::Evicted => "evicted",
        }
    }
}

/// A notice that was deleted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Deleted, example = json!({
    "id": "a", "board": "ops", "version": 43, "cursor": "k3j9x2ab.43", "status": "deleted",
}))]
pub struct DeletedAnswer {
    /// The notice's id.
    pub id: String,
    /// Its board.
    pub board: String,
    /// The number of the entry that deleted it.
    pub version: u64,
    /// `<epoch>.<version>`: a reader that has this cursor knows.
    pub cursor: String,
    /// That it is gone.
    pub status: DeletedWord,
}

/// The one status of a delete.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "its own word")]
pub enum DeletedWord {
    Deleted,
}

/// A delete by key that found nothing: fine.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Unknown, example = json!({"status": "unknown"}))]
pub struct UnknownAnswer {
    /// That no active notice has the key.
    pub status: UnknownWord,
}

/// The one status of a key that nothing has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "its own word")]
pub enum UnknownWord {
    Unknown,
}

/// What became of one command.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Submission)]
#[expect(missing_docs, reason = "each is told at its type")]
pub enum SubmissionAnswer {
    Placed(PlacedAnswer),
    Deleted(DeletedAnswer),
    Unknown(UnknownAnswer),
}

impl SubmissionAnswer {
    /// The HTTP status it comes with: 201 for a new notice, else 200.
    pub fn status_code(&self) -> u16 {
        match self {
            Self::Placed(placed) if placed.status == PlacedStatus::Accepted => 201,
            Self::Placed(_) | Self::Deleted(_) | Self::Unknown(_) => 200,
        }
    }
}

/// What became of many, in their order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Results)]
pub struct ResultsAnswer {
    /// One for each that was sent.
    pub results: Vec<ResultAnswer>,
}

/// What became of one of many.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Result)]
#[expect(missing_docs, reason = "each is told at its type")]
pub enum ResultAnswer {
    Done(DoneResult),
    Refused(RefusedResult),
}

/// The answer that one of many would have had by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct DoneResult {
    /// The status that it would have had by itself.
    pub status_code: u16,
    /// The answer, whose members stand beside the status.
    #[serde(flatten)]
    pub answer: SubmissionAnswer,
}

/// The problem that one of many would have had by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct RefusedResult {
    /// The status that it would have had by itself.
    pub status_code: u16,
    /// What is wrong with it.
    pub problem: ProblemJson,
}

/// The answer to a publish that has a place.
pub fn placed(board: &BoardName, epoch: &Epoch, placed: &Placed, trace_id: &str) -> PlacedAnswer {
    let (status, state) = match placed.status {
        Status::Accepted => (PlacedStatus::Accepted, None),
        Status::Replaced => (PlacedStatus::Replaced, None),
        Status::Folded => (PlacedStatus::Folded, None),
        Status::Duplicate(state) => (PlacedStatus::Duplicate, Some(state.into())),
    };
    PlacedAnswer {
        id: placed.id.to_string(),
        board: board.to_string(),
        version: placed.version.0,
        epoch: epoch.to_string(),
        cursor: cursor(epoch, placed.version),
        status,
        state,
        expires_at: rfc3339(placed.expires_at),
        trace_id: trace_id.to_owned(),
    }
}

/// The answer to a delete.
pub fn deleted(board: &BoardName, epoch: &Epoch, id: &NoticeId, version: Version) -> DeletedAnswer {
    DeletedAnswer {
        id: id.to_string(),
        board: board.to_string(),
        version: version.0,
        cursor: cursor(epoch, version),
        status: DeletedWord::Deleted,
    }
}

/// The answer to a delete by key that found nothing.
pub fn unknown() -> UnknownAnswer {
    UnknownAnswer { status: UnknownWord::Unknown }
}

/// One result of many: the answer or the problem, with the status that it would have had by itself.
pub fn result(result: Result<SubmissionAnswer, Problem>, trace_id: &str) -> ResultAnswer {
    match result {
        Ok(answer) => ResultAnswer::Done(DoneResult { status_code: answer.status_code(), answer }),
        Err(problem) => ResultAnswer::Refused(RefusedResult {
            status_code: problem.slug.status(),
            problem: problem.told(trace_id),
        }),
    }
}

fn cursor(epoch: &Epoch, version: Version) -> String {
    Cursor { epoch: epoch.clone(), version }.to_string()
}

impl From<State> for NoticeState {
    fn from(state: State) -> Self {
        match state {
            State::Active => Self::Active,
            State::Expired => Self::Expired,
            State::Deleted => Self::Deleted,
            State::Evicted => Self::Evicted,
        }
    }
}
