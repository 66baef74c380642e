//! Active notices as GET answers them. `data` stays as it was written, so they are written out as they are and never
//! made a value first.

use crate::time::rfc3339;
use marquee_core::timeline::Active;
use marquee_core::{BoardName, Level};
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

/// An active notice.
#[derive(Serialize, ToSchema)]
#[schema(as = Notice, example = json!({
    "id": "a", "board": "ops", "version": 42, "rev": 42, "level": "URGENT", "text": "database is down",
    "tags": ["db"], "key": "db-1", "cells": 16, "count": 1, "started": true,
    "starts_at": "2026-01-31T09:30:00.000Z", "expires_at": "2026-01-31T09:40:00.000Z",
    "trace_id": "0af7651916cd43dd8448eb211c80319c",
}))]
pub struct NoticeAnswer<'a> {
    /// Its id.
    id: &'a str,
    /// Its board.
    board: &'a str,
    /// The version of its first put.
    version: u64,
    /// The version of its newest put.
    rev: u64,
    /// How urgent it is.
    level: LevelWord,
    /// What is shown, as plain text.
    text: &'a str,
    /// The same with light markup, cleaned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    html: Option<&'a str>,
    /// Words by which a reader can filter.
    #[schema(value_type = Vec<String>)]
    tags: &'a [Box<str>],
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    key: Option<&'a str>,
    /// Where to read more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    link: Option<&'a str>,
    /// The publisher's own object, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object, nullable = false)]
    data: Option<&'a RawValue>,
    /// How wide its text is, in cells of half an em.
    cells: u32,
    /// How many publishes it stands for.
    count: u32,
    /// Whether it has begun.
    started: bool,
    /// When it begins, or began.
    #[schema(format = DateTime)]
    starts_at: String,
    /// When it is over.
    #[schema(format = DateTime)]
    expires_at: String,
    /// The trace of the request that published it.
    trace_id: &'a str,
}

/// How urgent a notice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
#[schema(as = Level)]
enum LevelWord {
    Urgent,
    Warning,
    Info,
    Low,
}

/// Active notices of a board, in order of their first version.
#[derive(Serialize, ToSchema)]
#[schema(as = Notices)]
pub struct NoticesAnswer<'a> {
    /// The notices.
    pub notices: Vec<NoticeAnswer<'a>>,
    /// What to give as `after` to read on; null at the end.
    #[schema(required)]
    pub next: Option<&'a str>,
}

/// The answer to GET of an active notice.
pub fn notice<'a>(board: &'a BoardName, active: &'a Active) -> NoticeAnswer<'a> {
    let notice = &*active.notice;
    NoticeAnswer {
        id: notice.id.as_str(),
        board: board.as_str(),
        version: active.version.0,
        rev: notice.rev.0,
        level: notice.level.into(),
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

impl From<Level> for LevelWord {
    fn from(level: Level) -> Self {
        match level {
            Level::Urgent => Self::Urgent,
            Level::Warning => Self::Warning,
            Level::Info => Self::Info,
            Level::Low => Self::Low,
        }
    }
}
