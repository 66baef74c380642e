//! What readers, tokens, families and cookies come to.

mod standing;

use super::*;
use crate::{BoardName, Epoch};

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
    assert!(entries.iter().all(|entry| replayed.apply(entry).is_some()));
    assert_eq!(replayed, auth);
    let kept: Vec<_> = auth.places().map(|(reader, place)| (reader.clone(), place.clone())).collect();
    assert_eq!(Auth::restore(auth.version(), auth.at(), kept, []), auth);
    assert!(replayed.apply(&entries[0]).is_none(), "it is no second time taken in");
}
