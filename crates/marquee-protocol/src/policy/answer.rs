//! What is told of a policy and of what it would play. It decides nothing.

use super::PolicyJson;
use marquee_core::board::Stretch;
use serde::Serialize;
use utoipa::ToSchema;

/// A board's policy: the answer to GET, PUT and DELETE.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = BoardPolicy)]
pub struct PolicyAnswer {
    /// The version of its entry, which is its ETag too; 0: the board was never written.
    pub version: u64,
    /// The cursor of its entry.
    pub cursor: String,
    /// Whether it was given for this board, and not as the default of all.
    pub own: bool,
    /// As it is in force.
    pub policy: PolicyJson,
}

/// What a policy would play: the answer to a preview.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Preview, example = json!({
    "slots": [{"from": 1_769_851_800_000_u64, "until": 1_769_851_803_000_u64, "id": "a"}], "pins": [],
}))]
pub struct PreviewAnswer {
    /// What holds the ribbon, one after the other.
    pub slots: Vec<StretchJson>,
    /// What is held on top of it.
    pub pins: Vec<StretchJson>,
}

/// One notice on screen, from when until when, ms since the Unix epoch.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[expect(missing_docs, reason = "told above")]
#[schema(as = Stretch)]
pub struct StretchJson {
    pub from: u64,
    pub until: u64,
    pub id: String,
}

impl From<&Stretch> for StretchJson {
    fn from(stretch: &Stretch) -> Self {
        Self { from: stretch.from, until: stretch.until, id: stretch.id.as_str().to_owned() }
    }
}
