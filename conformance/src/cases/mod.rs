//! What is tried. A case is one body over any transport: it makes its own boards, comes back in its own way, and ends
//! with a promise that was not kept, a word on why it cannot be tried, or nothing to say.
//!
//! | module | holds |
//! |---|---|
//! | `resume` | coming back: what was missed comes once, in order, and nothing else |
//! | `cursors` | cursors that cannot be continued, and how one goes on from there |
//! | `live` | coming back while others write: floods, slow readers, two connections |
//! | `state` | what is active: deleted, evicted, expired, another policy |
//! | `marks` | bookmarks, and what a filter passes over |
//! | `text` | what SSE makes of texts, ids and line ends |
//! | `many` | one connection that follows as many boards as it may |
//! | `tokens` | a newer token that opens less |
//! | `restart` | the server was restarted, in order or not |
//! | `trim` | what one had is kept no longer |
//! | `reading` | reading a board over plain HTTP |

mod cursors;
mod live;
mod many;
mod marks;
mod reading;
mod restart;
mod resume;
mod state;
mod text;
mod tokens;
mod trim;

use crate::ground::Ground;
use crate::verdict::Verdict;
use crate::wire::{Pending, Sse, Transport, Ws};
use std::time::Duration;

/// One case.
pub(crate) struct Case {
    /// In plain words.
    pub(crate) name: &'static str,
    /// The promise of PROTOCOL.md that it checks.
    pub(crate) promise: &'static str,
    pub(crate) on: &'static [Carrier],
    pub(crate) pace: Pace,
    pub(crate) limit: Duration,
    pub(crate) body: fn(Ground) -> Pending<'static, Verdict>,
}

/// How a case is carried.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Carrier {
    /// `/v1/ws`.
    Ws,
    /// `/v1/sse`.
    Sse,
    /// Plain requests; terminals, where a case needs one beside them, come over WebSocket.
    Http,
}

/// How a case spends its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pace {
    /// It keeps the server busy: a few at a time.
    Works,
    /// It mostly waits: beside all others.
    Waits,
    /// It restarts the server: alone.
    Restarts,
}

const STREAMS: &[Carrier] = &[Carrier::Ws, Carrier::Sse];
const WS: &[Carrier] = &[Carrier::Ws];
const SSE: &[Carrier] = &[Carrier::Sse];
const HTTP: &[Carrier] = &[Carrier::Http];
/// The limit of most cases.
const LIMIT: Duration = Duration::from_secs(60);
/// The limit of those that write a lot, or restart the server.
const LONG: Duration = Duration::from_secs(120);

impl Carrier {
    /// Every carrier.
    pub const ALL: [Self; 3] = [Self::Ws, Self::Sse, Self::Http];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ws => "ws",
            Self::Sse => "sse",
            Self::Http => "http",
        }
    }

    /// The carrier of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|carrier| carrier.name() == word)
    }

    pub(crate) fn transport(self) -> &'static dyn Transport {
        match self {
            Self::Ws | Self::Http => &Ws,
            Self::Sse => &Sse,
        }
    }
}

pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    let modules = [
        resume::CASES,
        cursors::CASES,
        live::CASES,
        state::CASES,
        marks::CASES,
        text::CASES,
        trim::CASES,
        reading::CASES,
        many::CASES,
        tokens::CASES,
        restart::CASES,
    ];
    modules.into_iter().flatten()
}

/// Every case: its name, its promise and how it is carried.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str, &'static [Carrier])> {
    all().map(|case| (case.name, case.promise, case.on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_case_has_a_name_of_its_own_and_a_promise() {
        let names: BTreeSet<&str> = all().map(|case| case.name).collect();
        assert_eq!(names.len(), all().count());
        assert!(all().all(|case| case.promise.ends_with('.') && !case.on.is_empty()));
    }
}
