//! The state of the board `_auth` as the log keeps it in its checkpoints. It is never sent to anyone.

use super::{DecodeError, bad, json};
use bytes::Bytes;
use marquee_core::auth::{Auth, Place, Reader};
use marquee_core::{BoardName, Cursor, Version};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct AuthJson<'a> {
    version: u64,
    at: u64,
    #[serde(borrow)]
    cursors: Vec<PlaceJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct PlaceJson<'a> {
    #[serde(borrow)]
    subject: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    of: Cow<'a, str>,
    #[serde(borrow)]
    seen: Cow<'a, str>,
    /// The entry that says so.
    moved: u64,
}

/// The state as it is kept.
pub fn encode(auth: &Auth) -> Bytes {
    let cursors = auth.places().map(|(reader, place)| PlaceJson {
        subject: (&*reader.subject).into(),
        name: (&*reader.name).into(),
        of: reader.board.as_str().into(),
        seen: place.seen.to_string().into(),
        moved: place.moved.0,
    });
    json(&AuthJson { version: auth.version().0, at: auth.at(), cursors: cursors.collect() })
}

/// The state that was kept.
pub fn decode(bytes: &[u8]) -> Result<Auth, DecodeError> {
    let AuthJson { version, at, cursors } = serde_json::from_slice(bytes)?;
    let places = cursors.into_iter().map(|place| {
        let board = BoardName::parse(&place.of).ok_or_else(|| bad("a cursor of no board"))?;
        let seen = Cursor::parse(&place.seen).ok_or_else(|| bad("a cursor that is none"))?;
        let reader = Reader { subject: place.subject.into(), name: place.name.into(), board };
        Ok((reader, Place { seen, moved: Version(place.moved) }))
    });
    Ok(Auth::restore(Version(version), at, places.collect::<Result<Vec<_>, DecodeError>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{decode_entry, encode_entry};
    use marquee_core::Epoch;
    use std::sync::Arc;

    #[test]
    fn the_state_and_its_entries_come_back_as_they_were() {
        let (mut auth, epoch) = (Auth::default(), Epoch::parse("abcdefgh").expect("an epoch"));
        let moves: Vec<_> = ["", "lobby \"1\"", "大厅"]
            .map(|name| {
                let board = BoardName::parse("ops").expect("a name");
                let reader = Reader { subject: "s".into(), name: name.into(), board };
                (Arc::new(reader), Cursor { epoch: epoch.clone(), version: Version(7) })
            })
            .into();
        for entry in auth.advance(&moves, 5) {
            let frame = encode_entry(&BoardName::auth(), &epoch, &entry);
            assert_eq!(decode_entry(&frame), Ok(Some(entry)));
        }
        assert_eq!(decode(&encode(&auth)), Ok(auth));
        assert!(decode(b"{}").is_err());
    }
}
