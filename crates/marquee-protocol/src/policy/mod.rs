//! A policy on the wire. What the server writes has every member; what it is sent may leave some out, and is read
//! by its own rules. It never decides whether a policy may change.

mod answer;
mod read;
mod schema;

pub use answer::{PolicyAnswer, PreviewAnswer, StretchJson};
pub use read::{PREVIEW_MAX_MS, Preview, read, read_preview, read_value};
pub use schema::{PolicyRequest, PreviewRequest};

use marquee_core::policy::{LevelPolicy, Play};
use marquee_core::{Level, Policy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A policy as JSON has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
#[schema(as = Policy)]
pub struct PolicyJson {
    pub speed: u64,
    pub gap: u64,
    pub ttl: u64,
    pub max_active: usize,
    pub fold_ms: u64,
    pub pin_min_ms: u64,
    pub pin_queue: usize,
    pub breath_ms: u64,
    pub levels: LevelsJson,
}

/// A policy's levels as JSON has them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
#[schema(as = Levels)]
pub struct LevelsJson {
    pub urgent: LevelJson,
    pub warning: LevelJson,
    pub info: LevelJson,
    pub low: LevelJson,
}

/// What a policy says of one level, as JSON has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
#[schema(as = LevelPolicy)]
pub struct LevelJson {
    pub weight: u32,
    pub play: PlayJson,
    pub hold_ms: u64,
    #[schema(value_type = String, pattern = "^#[0-9a-f]{6}$", example = "#ff9f0a")]
    pub color: Box<str>,
}

/// The word for a manner of playing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
#[schema(as = Play)]
pub enum PlayJson {
    Scroll,
    Pin,
}

impl From<&Policy> for PolicyJson {
    fn from(policy: &Policy) -> Self {
        let level = |level| {
            let level = policy.level(level);
            LevelJson {
                weight: level.weight,
                play: match level.play {
                    Play::Scroll => PlayJson::Scroll,
                    Play::Pin => PlayJson::Pin,
                },
                hold_ms: level.hold_ms,
                color: level.color.clone(),
            }
        };
        Self {
            speed: policy.speed,
            gap: policy.gap,
            ttl: policy.ttl,
            max_active: policy.max_active,
            fold_ms: policy.fold_ms,
            pin_min_ms: policy.pin_min_ms,
            pin_queue: policy.pin_queue,
            breath_ms: policy.breath_ms,
            levels: LevelsJson {
                urgent: level(Level::Urgent),
                warning: level(Level::Warning),
                info: level(Level::Info),
                low: level(Level::Low),
            },
        }
    }
}

impl From<PolicyJson> for Policy {
    fn from(json: PolicyJson) -> Self {
        let level = |level: LevelJson| LevelPolicy {
            weight: level.weight,
            play: match level.play {
                PlayJson::Scroll => Play::Scroll,
                PlayJson::Pin => Play::Pin,
            },
            hold_ms: level.hold_ms,
            color: level.color,
        };
        let LevelsJson { urgent, warning, info, low } = json.levels;
        Self {
            speed: json.speed,
            gap: json.gap,
            ttl: json.ttl,
            max_active: json.max_active,
            fold_ms: json.fold_ms,
            pin_min_ms: json.pin_min_ms,
            pin_queue: json.pin_queue,
            breath_ms: json.breath_ms,
            levels: [level(urgent), level(warning), level(info), level(low)],
        }
    }
}
