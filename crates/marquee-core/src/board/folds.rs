//! Folds: a publish that says what an active notice says already makes that one count once more, and live longer.
//! A storm of equal publishes so comes to an entry a second a notice, and what is only counted is never lost.

use super::Board;
use super::command::Draft;
use super::outcome::{Placed, Status};
use super::step::Step;
use crate::{Change, Level, Notice, NoticeId, Timeline, Version};
use foldhash::HashMap;
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::Arc;

/// The least time between two entries that folds make of one notice, ms.
const SECOND_MS: u64 = 1_000;

/// What equal notices are found by, and which are still to be shown as they are counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Folds {
    /// Notices without a key by what they say. One may be stale: it counts only if it is active and says it still.
    alike: HashMap<u64, Vec<NoticeId>>,
    /// How many stand in `alike`.
    len: usize,
    /// Notices whose newest folds are only counted, by the time from which they may be shown. One may be stale.
    unsettled: BTreeSet<(u64, NoticeId)>,
}

/// What makes two notices equal.
type Content<'a> = (Level, &'a str, Option<&'a str>, &'a [Box<str>], Option<&'a str>, Option<&'a str>);

fn said(notice: &Notice) -> Content<'_> {
    let Notice { level, text, html, tags, link, data, .. } = notice;
    (*level, text, html.as_deref(), tags, link.as_deref(), data.as_deref())
}

fn drafted(draft: &Draft) -> Content<'_> {
    let Draft { level, text, html, tags, link, data, .. } = draft;
    (*level, text, html.as_deref(), tags, link.as_deref(), data.as_deref())
}

impl Folds {
    /// As the board's active notices and their rows have it.
    pub(super) fn restore(timeline: &Timeline, memory: &super::Memory) -> Self {
        let mut folds = Self::default();
        for active in timeline.active() {
            folds.note(&active.notice, timeline);
            if let Some(row) = memory.find(&active.notice.id).filter(|row| row.count != active.notice.count) {
                folds.unsettled.insert((row.folded_at + SECOND_MS, active.notice.id.clone()));
            }
        }
        folds
    }

    /// From when a settle has something to show, ms.
    pub(super) fn next_settle(&self) -> Option<u64> {
        self.unsettled.first().map(|(due, _)| *due)
    }

    /// Others may be folded into this notice from now on.
    pub(super) fn note(&mut self, notice: &Notice, timeline: &Timeline) {
        if notice.key.is_some() {
            return;
        }
        let hash = self.alike.hasher().hash_one(said(notice));
        let same = self.alike.entry(hash).or_default();
        if !same.contains(&notice.id) {
            same.push(notice.id.clone());
            self.len += 1;
        }
        // Stale ones are found out when they are looked up; this keeps them few meanwhile.
        if self.len > 2 * timeline.active().len() + 16 {
            let hasher = self.alike.hasher().clone();
            self.alike.retain(|hash, same| {
                same.retain(|id| {
                    timeline.find(id).is_some_and(|active| hasher.hash_one(said(&active.notice)) == *hash)
                });
                !same.is_empty()
            });
            self.len = self.alike.values().map(Vec::len).sum();
        }
    }
}

/// An active notice that a publish may be folded into, and how it is counted so far.
pub(super) struct Foldable {
    notice: Arc<Notice>,
    version: Version,
    count: u32,
    expires_at: u64,
    folded_at: u64,
}

impl Board {
    /// The newest active notice that the draft says again, if it may still be folded into.
    pub(super) fn alike(&self, draft: &Draft, at: u64) -> Option<Foldable> {
        if draft.key.is_some() || draft.starts_at.is_some() {
            return None;
        }
        let content = drafted(draft);
        let same = self.folds.alike.get(&self.folds.alike.hasher().hash_one(content))?;
        let fold_ms = self.timeline.policy().fold_ms;
        let candidates = same.iter().filter_map(|id| {
            let active = self.timeline.find(id)?;
            let row = self.memory.find(id)?;
            let open = active.notice.key.is_none()
                && !row.scheduled
                && at < row.seen_at.saturating_add(fold_ms)
                && said(&active.notice) == content;
            open.then(|| Foldable {
                notice: active.notice.clone(),
                version: active.version,
                count: row.count,
                expires_at: row.expires_at,
                folded_at: row.folded_at,
            })
        });
        candidates.max_by_key(|found| found.version)
    }
}

impl Step<'_> {
    /// The notice stands for one publish more; an entry comes of it at most once a second.
    pub(super) fn fold(&mut self, draft: &Draft, into: &Foldable) -> Placed {
        let (at, shown) = (self.at, &into.notice);
        let expires_at = into.expires_at.max(at + self.ttl_ms(draft));
        let count = into.count.saturating_add(1);
        let due = into.folded_at + SECOND_MS;
        // Who might be over before the next chance is shown anew at once.
        let shows = at >= due || shown.expires_at < due + SECOND_MS;
        self.board.memory.amend(&shown.id, &mut self.ids, |row| {
            row.count = count;
            row.expires_at = expires_at;
            if shows {
                row.folded_at = at;
            }
        });
        let place = (due, shown.id.clone());
        let version = if shows {
            self.board.folds.unsettled.remove(&place);
            self.show_count(shown, count, expires_at)
        } else {
            self.board.folds.unsettled.insert(place);
            shown.rev
        };
        self.remember(draft, &shown.id, version, expires_at);
        Placed { id: shown.id.clone(), version, status: Status::Folded, expires_at }
    }

    /// Shows what is only counted, of every notice whose second is over.
    pub(super) fn settle(&mut self) {
        let at = self.at;
        let mut due = Vec::new();
        while self.board.folds.next_settle().is_some_and(|due| due <= at) {
            let Some((place, id)) = self.board.folds.unsettled.pop_first() else { break };
            let Some(active) = self.board.timeline.find(&id) else { continue };
            let Some(row) = self.board.memory.find(&id) else { continue };
            // Other content has taken its place meanwhile, or it is shown already, or the place is that of an
            // earlier notice of the same id.
            if row.count != active.notice.count && row.folded_at + SECOND_MS == place {
                due.push((active.version, active.notice.clone(), row.count, row.expires_at));
            }
        }
        due.sort_by_key(|(version, ..)| *version);
        for (_, shown, count, expires_at) in due {
            self.board.memory.amend(&shown.id, &mut self.ids, |row| row.folded_at = at);
            self.show_count(&shown, count, expires_at);
        }
    }

    /// A put of the notice as it is counted.
    fn show_count(&mut self, shown: &Notice, count: u32, expires_at: u64) -> Version {
        let rev = self.board.version.next();
        self.append(Change::Put(Arc::new(Notice { rev, count, expires_at, ..shown.clone() })))
    }
}
