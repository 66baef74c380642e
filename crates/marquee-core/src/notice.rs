//! One message to show, as entries carry it: cleaned, measured and stamped. It knows nothing of how it came.

use crate::{Level, NoticeId, Version};

/// What every notice adds to its board's bytes beyond its fields.
const OVERHEAD_BYTES: usize = 256;

/// A notice in the state that its newest put gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Unique on its board.
    pub id: NoticeId,
    /// The version of its newest put.
    pub rev: Version,
    /// How urgent it is.
    pub level: Level,
    /// Plain text, cleaned; never markup.
    pub text: Box<str>,
    /// Sanitised markup, if the publisher gave any.
    pub html: Option<Box<str>>,
    /// Words to filter by.
    pub tags: Box<[Box<str>]>,
    /// What the notice is about: one active notice a key.
    pub key: Option<Box<str>>,
    /// Where to read more: an https URL.
    pub link: Option<Box<str>>,
    /// A JSON object in compact form, handed to terminals untouched.
    pub data: Option<Box<str>>,
    /// How wide the text is, in cells.
    pub cells: u32,
    /// How many publishes it stands for.
    pub count: u32,
    /// Shown from then on, ms.
    pub starts_at: u64,
    /// Gone from then on, ms.
    pub expires_at: u64,
    /// The trace it came by: 32 lower-case hex digits.
    pub trace_id: Box<str>,
}

impl Notice {
    /// What it counts against the board's 1 MiB of active notices, in bytes.
    pub fn footprint(&self) -> usize {
        let optional = |field: &Option<Box<str>>| field.as_ref().map_or(0, |text| text.len());
        OVERHEAD_BYTES
            + self.id.as_str().len()
            + self.text.len()
            + optional(&self.html)
            + optional(&self.key)
            + optional(&self.link)
            + optional(&self.data)
            + self.tags.iter().map(|tag| tag.len()).sum::<usize>()
    }
}
