//! The judge: holds what was told against what is there, and names each contradiction with Jepsen's word for it. It is
//! pure: it is given values and gives values.

use crate::history::{Answer, Change, Deed, Folds, Reading, Sight};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// Kinds of contradiction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// It was answered and is not there.
    LostWrite,
    /// It is there twice.
    Duplicate,
    /// One version names two entries.
    InconsistentOffsets,
    /// A terminal was led past an entry.
    PollSkip,
    /// A terminal was led back, or given an entry twice.
    NonmonotonicPoll,
    /// A terminal saw what is not in the log.
    PrecommittedRead,
    /// A terminal was not given what is there.
    Unseen,
    /// A cursor that has to be continued was not.
    LostCursor,
    /// Two who are at the same entry do not have the same.
    Diverged,
    /// A terminal was given what its token does not open, or not any more.
    Forbidden,
    /// A dead peer is kept, a live one is cut off, or something waits without end.
    Stuck,
    /// The program does not start, or ends by itself.
    Down,
}

impl Class {
    /// The word.
    pub fn name(self) -> &'static str {
        match self {
            Self::LostWrite => "lost-write",
            Self::Duplicate => "duplicate",
            Self::InconsistentOffsets => "inconsistent-offsets",
            Self::PollSkip => "poll-skip",
            Self::NonmonotonicPoll => "nonmonotonic-poll",
            Self::PrecommittedRead => "precommitted-read",
            Self::Unseen => "unseen",
            Self::LostCursor => "lost-cursor",
            Self::Diverged => "diverged",
            Self::Forbidden => "forbidden",
            Self::Stuck => "stuck",
            Self::Down => "down",
        }
    }
}

/// One contradiction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anomaly {
    /// Its kind.
    pub class: Class,
    /// What contradicts what.
    pub detail: String,
}

impl Anomaly {
    /// A contradiction of this kind.
    pub fn new(class: Class, detail: impl Into<String>) -> Self {
        Self { class, detail: detail.into() }
    }
}

impl fmt::Display for Anomaly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.detail)
    }
}

/// What is known of a series of crashes on one log.
#[derive(Default)]
pub struct Judge {
    boards: HashMap<String, Board>,
    anomalies: Vec<Anomaly>,
}

/// The log as all readings so far have it.
#[derive(Default)]
struct Board {
    entries: BTreeMap<u64, String>,
    /// Where each text stands.
    texts: HashMap<String, u64>,
    /// Active ids in the order of their first version, by that version.
    active: BTreeMap<u64, String>,
    /// Up to here the active ids are worked out.
    played: u64,
}

impl Judge {
    /// What was found so far, taken away.
    pub fn verdict(&mut self) -> Vec<Anomaly> {
        std::mem::take(&mut self.anomalies)
    }

    /// Something was found by someone else.
    pub fn found(&mut self, class: Class, detail: String) {
        self.anomalies.push(Anomaly::new(class, detail));
    }

    /// What a board has after a start.
    pub fn reading(&mut self, name: &str, reading: &Reading) {
        self.entries(name, reading);
        let found = self.boards.get_mut(name).and_then(|board| board.compare_active(name, reading));
        self.anomalies.extend(found);
    }

    /// The entries alone of what a board has: those that it has more, or all that it keeps.
    pub fn entries(&mut self, name: &str, reading: &Reading) {
        let board = self.boards.entry(name.to_owned()).or_default();
        let mut found = Vec::new();
        let versions = reading.entries.iter().map(|(version, _)| *version);
        let first = reading.entries.first().map_or(reading.head + 1, |(version, _)| *version);
        if !versions.eq(first..=reading.head) {
            found.push(Anomaly::new(Class::PollSkip, format!("{name}: what is kept has a hole")));
        }
        if let Some((last, _)) = board.entries.last_key_value().filter(|(last, _)| **last > reading.head) {
            let detail = format!("{name}: it had version {last} and now ends with {}", reading.head);
            found.push(Anomaly::new(Class::LostWrite, detail));
        }
        for (version, frame) in &reading.entries {
            if let Some(before) = board.entries.get(version) {
                if before != frame {
                    let detail = format!("{name}.{version} was {before} and is {frame}");
                    found.push(Anomaly::new(Class::InconsistentOffsets, detail));
                }
                continue;
            }
            found.extend(board.take(name, *version, frame));
        }
        self.anomalies.append(&mut found);
    }

    /// What publishers were answered: it has to be there.
    pub fn answers(&mut self, answers: &[Answer]) {
        for Answer { board: name, version, deed } in answers {
            let there = self.boards.get(name).and_then(|board| board.entries.get(version));
            let change = there.map(|frame| Change::of(frame));
            let is_it = match (deed, &change) {
                (Deed::Put { text } | Deed::Fold { text }, Some(Change::Put { text: there, .. })) => {
                    text == there
                }
                (Deed::Delete { id }, Some(Change::Delete { id: there })) => id == there,
                _ => false,
            };
            if !is_it {
                let detail =
                    format!("{deed:?} was answered with {name}.{version}, where there is {change:?}");
                self.found(Class::LostWrite, detail);
            }
        }
    }

    /// How often each folding text was published: its notice has to count them.
    pub fn folds(&mut self, name: &str, reading: &Reading, folds: &HashMap<String, Folds>) {
        for (text, Folds { answered, sent }) in folds {
            // One that was evicted counts no more; that it was is held against the entries.
            let Some(notice) = reading.active.iter().find(|notice| notice["text"] == **text) else {
                continue;
            };
            let count = notice["count"].as_u64().unwrap_or(0);
            if count < *answered {
                let detail = format!("{name}: {text:?} was answered {answered} times and counts {count}");
                self.found(Class::LostWrite, detail);
            } else if count > *sent {
                let detail = format!("{name}: {text:?} was sent {sent} times and counts {count}");
                self.found(Class::Duplicate, detail);
            }
        }
    }

    /// What a terminal saw of a board; `from` is where it stood before. Gives where it stands.
    pub fn sights(&mut self, who: &str, name: &str, from: Option<u64>, sights: &[Sight]) -> Option<u64> {
        let mut at = from;
        for sight in sights {
            match sight {
                Sight::Resumed(cursor) => {
                    if *cursor != at {
                        let class = if *cursor < at { Class::NonmonotonicPoll } else { Class::PollSkip };
                        let detail = format!("{who} on {name} at {at:?}: its cursor says {cursor:?}");
                        self.found(class, detail);
                    }
                    at = *cursor;
                }
                Sight::Reset(reason) => {
                    self.found(Class::LostCursor, format!("{who} on {name} at {at:?}: reset, {reason}"));
                    at = None;
                }
                Sight::Bookmark(version) => {
                    if at.is_some_and(|at| *version != at) {
                        let class =
                            if at > Some(*version) { Class::NonmonotonicPoll } else { Class::PollSkip };
                        self.found(class, format!("{who} on {name} at {at:?}: a bookmark of {version}"));
                    }
                    at = Some(*version);
                }
                Sight::Entry(version, frame) => {
                    if let Some(at) = at.filter(|at| *version != at + 1) {
                        let class = if *version <= at { Class::NonmonotonicPoll } else { Class::PollSkip };
                        self.found(class, format!("{who} on {name} at {at}: the entry {version}"));
                    }
                    at = Some(*version);
                    self.sight(who, name, *version, frame);
                }
            }
        }
        at
    }

    /// An entry that was seen has to be the log's.
    fn sight(&mut self, who: &str, name: &str, version: u64, frame: &str) {
        match self.boards.get(name).and_then(|board| board.entries.get(&version)) {
            Some(there) if there == frame => {}
            Some(there) => {
                let detail = format!("{who} saw {name}.{version} as {frame}, it is {there}");
                self.found(Class::InconsistentOffsets, detail);
            }
            None => self.found(Class::PrecommittedRead, format!("{who} saw {name}.{version}: {frame}")),
        }
    }
}

impl Board {
    /// One more entry of the log.
    fn take(&mut self, name: &str, version: u64, frame: &str) -> Option<Anomaly> {
        self.entries.insert(version, frame.to_owned());
        let Change::Put { text, .. } = Change::of(frame) else { return None };
        // The entries of a text that folds say it again, each with a higher count.
        if text.starts_with(crate::publisher::FOLDING) {
            return None;
        }
        let before = self.texts.insert(text.clone(), version)?;
        Some(Anomaly::new(Class::Duplicate, format!("{name}: {text:?} is at {before} and at {version}")))
    }

    /// The active notices have to be those that the entries come to.
    fn compare_active(&mut self, name: &str, reading: &Reading) -> Option<Anomaly> {
        for (version, frame) in self.entries.range(self.played + 1..) {
            match Change::of(frame) {
                Change::Put { id, .. } => {
                    if !self.active.values().any(|active| *active == id) {
                        self.active.insert(*version, id);
                    }
                }
                Change::Delete { id } => self.active.retain(|_, active| *active != id),
                Change::Other => {}
            }
            self.played = *version;
        }
        let due: BTreeSet<&str> = self.active.values().map(String::as_str).collect();
        let there: BTreeSet<&str> =
            reading.active.iter().filter_map(|notice| notice["id"].as_str()).collect();
        if due == there {
            return None;
        }
        let missing: Vec<_> = due.difference(&there).collect();
        let beyond: Vec<_> = there.difference(&due).collect();
        let detail =
            format!("{name}: of the active notices {missing:?} are missing and {beyond:?} are beyond");
        Some(Anomaly::new(if missing.is_empty() { Class::Duplicate } else { Class::LostWrite }, detail))
    }
}
