//! What needs no board: the time, and how the server does.

use serde::Serialize;
use utoipa::ToSchema;

/// The server's clock.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Time, example = json!({"server_time": 1_769_851_800_000_u64}))]
pub struct TimeAnswer {
    /// Milliseconds since the Unix epoch, by the clock that stamps entries.
    pub server_time: u64,
}

/// That the process answers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Live, example = json!({"status": "live"}))]
pub struct LiveAnswer {
    /// The one word there is.
    pub status: LiveWord,
}

/// The one status of a process that answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "its own word")]
pub enum LiveWord {
    Live,
}

/// That terminals and publishers may be sent here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Ready, example = json!({"status": "ready"}))]
pub struct ReadyAnswer {
    /// The one word there is.
    pub status: ReadyWord,
    /// Why publishing is refused while reading goes on; absent where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub publishing: Option<&'static str>,
    /// How the parts do that can fail without ending the server, in order of name; only with `?verbose`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub checks: Option<Vec<CheckAnswer>>,
}

/// How one part of the server does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Check, example = json!({"name": "policy_file", "status": "ok"}))]
pub struct CheckAnswer {
    /// Which part.
    pub name: &'static str,
    /// Whether it does what it should.
    pub status: CheckWord,
    /// What is wrong with it; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
}

/// Whether a part does what it should.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their own words")]
pub enum CheckWord {
    Ok,
    Fails,
}

impl From<(&'static str, Option<String>)> for CheckAnswer {
    fn from((name, detail): (&'static str, Option<String>)) -> Self {
        let status = if detail.is_none() { CheckWord::Ok } else { CheckWord::Fails };
        Self { name, status, detail }
    }
}

/// The one status of a server that is ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "its own word")]
pub enum ReadyWord {
    Ready,
}
