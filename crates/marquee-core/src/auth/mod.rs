//! The machine of the reserved board `_auth`: what the server keeps for those who come back. That is how far terminals say
//! they are, who has logged in, and what was taken back. Like any board it is a function of its entries; it has no policy and
//! no timeline.

pub mod ask;
pub mod kept;
mod readers;
pub mod standing;

#[cfg(test)]
mod tests;

pub use ask::{Answer, Ask};
pub use kept::{Cookie, Fact, Family, Revoked, Touched};
pub use readers::{CURSORS_MAX, Place, Reader};
pub use standing::Standing;

use crate::{Change, Cursor, Entry, Version};
use readers::Readers;
use std::sync::Arc;

/// The state.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Auth {
    version: Version,
    at: u64,
    readers: Readers,
    standing: Standing,
}

impl Auth {
    /// Nothing yet, and at most so many cursors.
    pub fn bounded(most: usize) -> Self {
        Self { readers: Readers::bounded(most), ..Self::default() }
    }

    /// The state as it was kept: the readers, and the facts that make the rest of it.
    pub fn restore(
        version: Version,
        at: u64,
        places: impl IntoIterator<Item = (Reader, Place)>,
        standing: impl IntoIterator<Item = Fact>,
    ) -> Self {
        let mut auth = Self { version, at, ..Self::default() };
        for (reader, place) in places {
            auth.readers.put(Arc::new(reader), place);
        }
        for fact in standing {
            auth.standing.apply(&fact, 0);
        }
        auth
    }

    /// The newest entry's number.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The newest entry's time, ms.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// Who may still come.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Where a reader is.
    pub fn place(&self, reader: &Reader) -> Option<&Place> {
        self.readers.place(reader)
    }

    /// All readers, the one that has not moved for longest first.
    pub fn places(&self) -> impl Iterator<Item = (&Reader, &Place)> {
        self.readers.places()
    }

    /// Readers have gone on: an entry each, but none for one that would stay or go back.
    pub fn advance(&mut self, moves: &[(Arc<Reader>, Cursor)], at: u64) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (reader, seen) in moves {
            if self.readers.is_ahead(reader, seen) {
                let change = Change::Cursor { reader: reader.clone(), seen: seen.clone() };
                let entry = Entry { version: self.version.next(), at: at.max(self.at), change };
                self.apply(&entry);
                entries.push(entry);
            }
        }
        entries
    }

    /// Takes in an entry that follows on the newest, and tells whose access that touches; `None`: it does not follow, or is no
    /// entry of this board.
    pub fn apply(&mut self, entry: &Entry) -> Option<Vec<Touched>> {
        if entry.version != self.version.next() {
            return None;
        }
        let touched = match &entry.change {
            Change::Cursor { reader, seen } => {
                self.readers.put(reader.clone(), Place { seen: seen.clone(), moved: entry.version });
                Vec::new()
            }
            Change::Auth(fact) => self.standing.apply(fact, entry.at),
            Change::Put(_) | Change::Delete { .. } | Change::Policy { .. } => return None,
        };
        (self.version, self.at) = (entry.version, entry.at);
        Some(touched)
    }
}
