//! A notice within a frame. Optional members are left out where there is nothing.

use super::{DecodeError, bad};
use marquee_core::{Level, Notice, NoticeId, Version};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
pub(super) struct NoticeJson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    rev: u64,
    level: Cow<'a, str>,
    text: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    html: Option<Cow<'a, str>>,
    #[serde(default)]
    tags: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    data: Option<Box<RawValue>>,
    cells: u32,
    count: u32,
    starts_at: u64,
    expires_at: u64,
    #[serde(default)]
    trace_id: Cow<'a, str>,
}

impl<'a> From<&'a Notice> for NoticeJson<'a> {
    fn from(notice: &'a Notice) -> Self {
        let optional = |field: &'a Option<Box<str>>| field.as_deref().map(Cow::Borrowed);
        Self {
            id: notice.id.as_str().into(),
            rev: notice.rev.0,
            level: notice.level.name().into(),
            text: (&*notice.text).into(),
            html: optional(&notice.html),
            tags: notice.tags.iter().map(|tag| Cow::Borrowed(&**tag)).collect(),
            key: optional(&notice.key),
            link: optional(&notice.link),
            // What is no JSON never became a notice.
            data: notice.data.as_ref().and_then(|data| RawValue::from_string(data.to_string()).ok()),
            cells: notice.cells,
            count: notice.count,
            starts_at: notice.starts_at,
            expires_at: notice.expires_at,
            trace_id: (&*notice.trace_id).into(),
        }
    }
}

impl TryFrom<NoticeJson<'_>> for Notice {
    type Error = DecodeError;

    fn try_from(json: NoticeJson<'_>) -> Result<Self, DecodeError> {
        let optional = |field: Option<Cow<'_, str>>| field.map(|text| Box::from(&*text));
        Ok(Self {
            id: NoticeId::parse(&json.id).ok_or_else(|| bad(format!("{:?} is no id", json.id)))?,
            rev: Version(json.rev),
            level: Level::parse(&json.level).ok_or_else(|| bad(format!("{:?} is no level", json.level)))?,
            text: (&*json.text).into(),
            html: optional(json.html),
            tags: json.tags.iter().map(|tag| Box::from(&**tag)).collect(),
            key: optional(json.key),
            link: optional(json.link),
            data: json.data.map(|data| data.get().into()),
            cells: json.cells,
            count: json.count,
            starts_at: json.starts_at,
            expires_at: json.expires_at,
            trace_id: (&*json.trace_id).into(),
        })
    }
}
