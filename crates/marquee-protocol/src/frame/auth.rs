//! The state of the board `_auth` as the log keeps it in its checkpoints. It is never sent to anyone.

use super::fact::FactJson;
use super::{DecodeError, bad, json};
use bytes::Bytes;
use marquee_core::auth::{Auth, Fact, Place, Reader};
use marquee_core::{BoardName, Cursor, Version};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct AuthJson<'a> {
    version: u64,
    at: u64,
    #[serde(borrow)]
    cursors: Vec<PlaceJson<'a>>,
    /// Absent in what was kept before there were tokens.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    tokens: Vec<FactJson<'a>>,
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
    let (cursors, facts) = (cursors.collect(), auth.standing().facts());
    let tokens = facts.iter().map(Into::into).collect();
    json(&AuthJson { version: auth.version().0, at: auth.at(), cursors, tokens })
}

/// The state that was kept.
pub fn decode(bytes: &[u8]) -> Result<Auth, DecodeError> {
    let AuthJson { version, at, cursors, tokens } = serde_json::from_slice(bytes)?;
    let places = cursors.into_iter().map(|place| {
        let board = BoardName::parse(&place.of).ok_or_else(|| bad("a cursor of no board"))?;
        let seen = Cursor::parse(&place.seen).ok_or_else(|| bad("a cursor that is none"))?;
        let reader = Reader { subject: place.subject.into(), name: place.name.into(), board };
        Ok((reader, Place { seen, moved: Version(place.moved) }))
    });
    let places = places.collect::<Result<Vec<_>, DecodeError>>()?;
    let facts = tokens.into_iter().map(Fact::try_from).collect::<Result<Vec<_>, DecodeError>>()?;
    Ok(Auth::restore(Version(version), at, places, facts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{decode_entry, encode_entry};
    use marquee_core::auth::{Ask, Revoked};
    use marquee_core::{Epoch, Mark, Scopes};
    use std::sync::Arc;

    /// One of each.
    fn asks() -> Vec<Ask> {
        let named = |name: &str| Box::<str>::from(name);
        let (issuer, scopes) =
            (named("https://us \"x\""), Scopes::parse("publish:ops.* subscribe:*").unwrap());
        let mark = Mark { family: Some(named("f")), kid: named("大"), issued_s: 9, ..Mark::default() };
        let token = |until| Revoked::Token { issuer: issuer.clone(), id: named("\\7"), until };
        let subject = Revoked::Subject { issuer: issuer.clone(), subject: named("厅"), issued_before: 5 };
        let (scope, hash) = (scopes.clone(), [7; 32]);
        vec![
            Ask::Revoke(token(99).into()),
            Ask::Revoke(token(u64::MAX).into()),
            Ask::Revoke(subject.into()),
            Ask::Begin { family: named("f"), issuer, client: named("wall"), scopes },
            Ask::Rotate { family: named("f"), generation: 0 },
            Ask::Keep { hash, subject: named("a\n"), scopes: scope, mark: mark.clone() },
            Ask::Keep { hash: [8; 32], subject: named(""), scopes: Scopes::none(), mark },
            Ask::Forget { hash: [8; 32] },
            Ask::Begin {
                family: named("g"),
                issuer: named("i"),
                client: named("w"),
                scopes: Scopes::admin(),
            },
            Ask::End { family: named("g") },
        ]
    }

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
        let mut entries = auth.advance(&moves, 5);
        for ask in asks() {
            entries.extend(auth.ask(&ask, 6).0);
        }
        assert_eq!(entries.len(), 3 + asks().len());
        for entry in entries {
            let frame = encode_entry(&BoardName::auth(), &epoch, &entry);
            assert_eq!(decode_entry(&frame), Ok(Some(entry)));
        }
        assert_eq!(decode(&encode(&auth)), Ok(auth));
        assert!(decode(b"{}").is_err());
    }
}
