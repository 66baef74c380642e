//! What makes two publishes the same: a hash of a notice's content. Neither id, board nor trace is part of it, and
//! neither is a default: INFO, no tags and a text that its html gives by itself are as if they were not given. The
//! default of `ttl` is the board's own and may change, so a `ttl` that was given always counts.

use marquee_core::Level;
use marquee_core::board::{ContentHash, Draft};
use sha2::{Digest, Sha256};

/// The hash of a draft's content; its own `hash`, `id` and `trace_id` are not looked at.
pub(super) fn content_hash(draft: &Draft) -> ContentHash {
    let mut content = Content(Sha256::new());
    // The text stands even where html gave it: then it says nothing new, and given or not it is the same.
    content.field(b't', draft.text.as_bytes());
    content.optional(b'h', draft.html.as_deref());
    if draft.level != Level::default() {
        content.field(b'l', draft.level.name().as_bytes());
    }
    for tag in &draft.tags {
        content.field(b'g', tag.as_bytes());
    }
    content.optional(b'k', draft.key.as_deref());
    content.number(b'e', draft.ttl);
    content.number(b's', draft.starts_at);
    content.optional(b'u', draft.link.as_deref());
    content.optional(b'd', draft.data.as_deref());
    content.end()
}

/// Fields one after another, each with its mark and length, so that no two contents run together into one.
struct Content(Sha256);

impl Content {
    fn field(&mut self, mark: u8, bytes: &[u8]) {
        self.0.update([mark]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn optional(&mut self, mark: u8, text: Option<&str>) {
        if let Some(text) = text {
            self.field(mark, text.as_bytes());
        }
    }

    fn number(&mut self, mark: u8, number: Option<u64>) {
        if let Some(number) = number {
            self.field(mark, &number.to_be_bytes());
        }
    }

    fn end(self) -> ContentHash {
        let (mut hash, digest) = (ContentHash::default(), self.0.finalize());
        let length = hash.len();
        hash.copy_from_slice(&digest[..length]);
        hash
    }
}
