//! What worlds have come by. A proof that never meets what it is about proves nothing: so each of these is counted, and
//! over many worlds none may be zero.

use std::collections::BTreeMap;

/// What is counted, in the order in which it is told.
pub const ALL: [&str; 41] = [
    "crashes while it waited",
    "crashes while it wrote, and the disk had it",
    "crashes while it wrote, and the disk had it not",
    "failed syncs",
    "refusals for a full disk",
    "refusals for a full queue",
    "restarts in order",
    "copies put back",
    "jumps of the wall clock",
    "cuts",
    "half-open connections found",
    "writes that made no progress",
    "slow readers",
    "subscriptions fresh",
    "subscriptions incremental",
    "subscriptions from the server's cursor",
    "resets epoch",
    "resets trimmed",
    "resets ahead",
    "resets invalid",
    "resets lagged",
    "pages from the ring",
    "pages from the log",
    "snapshots",
    "bookmarks",
    "trims",
    "trims at a reader's edge",
    "batches of several commands",
    "duplicates",
    "folds",
    "evictions",
    "expiries shown",
    "acks",
    "screens compared",
    "terminals with a token",
    "tokens that ended",
    "newer tokens in band",
    "narrower tokens in band",
    "bad tokens in band",
    "tokens of somebody else in band",
    "tokens taken back",
];

/// How often.
#[derive(Clone, Default, Debug)]
pub struct Coverage {
    counts: BTreeMap<&'static str, u64>,
}

impl Coverage {
    pub(crate) fn met(&mut self, what: &'static str) {
        debug_assert!(ALL.contains(&what), "{what} is not told");
        *self.counts.entry(what).or_default() += 1;
    }

    /// What another world has come by, too.
    pub fn add(&mut self, other: &Self) {
        for (what, count) in &other.counts {
            *self.counts.entry(what).or_default() += count;
        }
    }

    /// How often each was met.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> {
        ALL.iter().map(|what| (*what, self.counts.get(what).copied().unwrap_or(0)))
    }
}
