//! The machine of the reserved board `_auth`: what the server keeps for those who come back. So far that is how far
//! terminals say they are. Like any board it is a function of its entries; it has no policy and no timeline.

use crate::{BoardName, Change, Cursor, Entry, Version};
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

/// The state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Auth {
    version: Version,
    at: u64,
    most: usize,
    places: HashMap<Arc<Reader>, Place>,
    /// Readers by the entry that moved them last.
    order: BTreeMap<Version, Arc<Reader>>,
}

impl Default for Auth {
    fn default() -> Self {
        Self::bounded(CURSORS_MAX)
    }
}

impl Auth {
    /// Nothing yet, and at most so many cursors.
    pub fn bounded(most: usize) -> Self {
        Self { version: Version(0), at: 0, most, places: HashMap::new(), order: BTreeMap::new() }
    }

    /// The state as it was kept.
    pub fn restore(version: Version, at: u64, places: impl IntoIterator<Item = (Reader, Place)>) -> Self {
        let mut auth = Self { version, at, ..Self::default() };
        for (reader, place) in places {
            auth.put(Arc::new(reader), place);
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

    /// Where a reader is.
    pub fn place(&self, reader: &Reader) -> Option<&Place> {
        self.places.get(reader)
    }

    /// All readers, the one that has not moved for longest first.
    pub fn places(&self) -> impl Iterator<Item = (&Reader, &Place)> {
        self.order.values().filter_map(|reader| Some((&**reader, self.places.get(reader)?)))
    }

    /// Readers have gone on: an entry each, but none for one that would stay or go back.
    pub fn advance(&mut self, moves: &[(Arc<Reader>, Cursor)], at: u64) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (reader, seen) in moves {
            let ahead = self.places.get(reader).is_none_or(|place| {
                // Of another history nothing can be compared: the newer word counts.
                place.seen.epoch != seen.epoch || place.seen.version < seen.version
            });
            if ahead {
                let change = Change::Cursor { reader: reader.clone(), seen: seen.clone() };
                let entry = Entry { version: self.version.next(), at: at.max(self.at), change };
                self.apply(&entry);
                entries.push(entry);
            }
        }
        entries
    }

    /// Takes in an entry that follows on the newest; false: it does not, or is none of this board.
    pub fn apply(&mut self, entry: &Entry) -> bool {
        let Change::Cursor { reader, seen } = &entry.change else { return false };
        if entry.version != self.version.next() {
            return false;
        }
        (self.version, self.at) = (entry.version, entry.at);
        self.put(reader.clone(), Place { seen: seen.clone(), moved: entry.version });
        true
    }

    fn put(&mut self, reader: Arc<Reader>, place: Place) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Epoch;

    fn reader(name: &str) -> Arc<Reader> {
        let board = BoardName::parse("ops").expect("a name");
        Arc::new(Reader { subject: "".into(), name: name.into(), board })
    }

    fn at(epoch: &str, version: u64) -> Cursor {
        Cursor { epoch: Epoch::parse(epoch).expect("an epoch"), version: Version(version) }
    }

    #[test]
    fn a_reader_only_goes_forward_and_stays_where_nothing_is_new() {
        let (mut auth, lobby) = (Auth::default(), reader("lobby"));
        assert_eq!(auth.advance(&[(lobby.clone(), at("abcdefgh", 5))], 10).len(), 1);
        assert_eq!(auth.advance(&[(lobby.clone(), at("abcdefgh", 5))], 11), []);
        assert_eq!(auth.advance(&[(lobby.clone(), at("abcdefgh", 3))], 12), []);
        assert_eq!(auth.place(&lobby).map(|place| place.seen.version), Some(Version(5)));
        let later = auth.advance(&[(lobby.clone(), at("ijklmnop", 1))], 13);
        assert_eq!((later[0].version, later[0].at), (Version(2), 13), "another history begins anew");
        assert_eq!(auth.place(&lobby).map(|place| place.seen.version), Some(Version(1)));
    }

    #[test]
    fn an_entry_never_goes_back_in_time() {
        let mut auth = Auth::default();
        auth.advance(&[(reader("a"), at("abcdefgh", 1))], 10);
        let entries = auth.advance(&[(reader("b"), at("abcdefgh", 1))], 7);
        assert_eq!(entries[0].at, 10);
    }

    #[test]
    fn the_one_that_has_not_moved_for_longest_goes_first() {
        let mut auth = Auth::bounded(2);
        let step = |auth: &mut Auth, name, version| {
            auth.advance(&[(reader(name), at("abcdefgh", version))], 1);
        };
        step(&mut auth, "a", 1);
        step(&mut auth, "b", 1);
        step(&mut auth, "a", 2);
        step(&mut auth, "c", 1);
        let left: Vec<_> = auth.places().map(|(reader, _)| reader.name.to_string()).collect();
        assert_eq!(left, ["a", "c"]);
    }

    #[test]
    fn the_state_is_a_function_of_the_entries_and_of_what_was_kept() {
        let mut auth = Auth::default();
        let mut entries = Vec::new();
        for n in 0..20 {
            let moves = [(reader(["a", "b", "c"][n % 3]), at("abcdefgh", n as u64))];
            entries.extend(auth.advance(&moves, n as u64));
        }
        let mut replayed = Auth::default();
        assert!(entries.iter().all(|entry| replayed.apply(entry)));
        assert_eq!(replayed, auth);
        let kept: Vec<_> = auth.places().map(|(reader, place)| (reader.clone(), place.clone())).collect();
        assert_eq!(Auth::restore(auth.version(), auth.at(), kept), auth);
        assert!(!replayed.apply(&entries[0]), "it is no second time taken in");
    }
}
