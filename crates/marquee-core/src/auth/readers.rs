//! How far readers of other boards say they are. It only remembers: whether they are told the truth is theirs.

use crate::{BoardName, Cursor, Version};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Cursors that are kept; the one that has not moved for longest goes first.
pub const CURSORS_MAX: usize = 100_000;

/// Whose cursor, and of which board.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Reader {
    /// The subject of the terminal's token; empty without one.
    pub subject: Box<str>,
    /// What the terminal calls itself.
    pub name: Box<str>,
    /// The board that it reads.
    pub board: BoardName,
}

/// Where a reader is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The last entry that it has.
    pub seen: Cursor,
    /// The entry of `_auth` that says so.
    pub moved: Version,
}

/// All of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Readers {
    most: usize,
    places: HashMap<Arc<Reader>, Place>,
    /// Readers by the entry that moved them last.
    order: BTreeMap<Version, Arc<Reader>>,
}

impl Default for Readers {
    fn default() -> Self {
        Self::bounded(CURSORS_MAX)
    }
}

impl Readers {
    pub(super) fn bounded(most: usize) -> Self {
        Self { most, places: HashMap::new(), order: BTreeMap::new() }
    }

    pub(super) fn place(&self, reader: &Reader) -> Option<&Place> {
        self.places.get(reader)
    }

    /// The one that has not moved for longest first.
    pub(super) fn places(&self) -> impl Iterator<Item = (&Reader, &Place)> {
        self.order.values().filter_map(|reader| Some((&**reader, self.places.get(reader)?)))
    }

    /// Whether a reader would go on to there.
    pub(super) fn is_ahead(&self, reader: &Reader, seen: &Cursor) -> bool {
        self.places.get(reader).is_none_or(|place| {
            // Of another history nothing can be compared: the newer word counts.
            place.seen.epoch != seen.epoch || place.seen.version < seen.version
        })
    }

    pub(super) fn put(&mut self, reader: Arc<Reader>, place: Place) {
        self.order.insert(place.moved, reader.clone());
        if let Some(before) = self.places.insert(reader, place) {
            self.order.remove(&before.moved);
        }
        while self.places.len() > self.most {
            let Some((_, oldest)) = self.order.pop_first() else { return };
            self.places.remove(&oldest);
        }
    }
}
