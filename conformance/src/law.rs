//! What holds of every frame of every connection, whatever the case is about: the order of versions, announced jumps,
//! where cursors stand, and that time never goes back. It is told each frame and remembers where each board is.

use crate::verdict::{Verdict, expect, unmet};
use crate::wire::{Ask, Frame, Kind};
use std::collections::BTreeMap;

/// The frames with a cursor; no others have one.
const WITH_CURSOR: [&str; 5] = ["snapshot", "put", "delete", "policy", "bookmark"];

/// `<epoch>.<version>`, taken apart; clients do not do this, a suite has to.
pub(crate) fn parts(cursor: &str) -> Option<(&str, u64)> {
    let (epoch, version) = cursor.split_once('.')?;
    let word = (8..=32).contains(&epoch.len())
        && epoch.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    Some((epoch, version.parse().ok().filter(|_| word)?))
}

/// One connection, as far as it has come.
pub(crate) struct Law {
    kind: Kind,
    filtered: bool,
    greeted: bool,
    gone: bool,
    epoch: Option<String>,
    /// What each board was asked to go on from.
    asked: BTreeMap<String, Option<u64>>,
    places: BTreeMap<String, Place>,
}

/// Where one board is on the connection.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The last version that came or was passed over; none: not known until the next snapshot or bookmark.
    version: Option<u64>,
    /// Nothing that follows may be stamped below this, ms.
    at: u64,
    /// The one frame that has to be next on this board.
    owed: Option<&'static str>,
}

impl Law {
    pub(crate) fn new(ask: &Ask) -> Self {
        let mut law = Self {
            kind: ask.kind,
            filtered: ask.tags.is_some(),
            greeted: false,
            gone: false,
            epoch: None,
            asked: BTreeMap::new(),
            places: BTreeMap::new(),
        };
        law.asks(&ask.board, ask.cursor());
        law
    }

    /// The terminal subscribes to a board.
    pub(crate) fn asks(&mut self, board: &str, cursor: Option<&str>) {
        let version = cursor.and_then(parts).map(|(_, version)| version);
        self.asked.insert(board.to_owned(), version);
    }

    /// A frame came.
    pub(crate) fn see(&mut self, frame: &Frame) -> Verdict {
        let kind = frame.kind();
        expect(!kind.is_empty(), "a frame has a type", &frame.text)?;
        expect(!self.gone, "nothing after `bye`", &frame.text)?;
        expect(self.greeted || kind == "hello", "`hello` is the first frame", &frame.text)?;
        self.greeted = true;
        self.gone = kind == "bye";
        self.envelope(frame)?;
        let has_one = WITH_CURSOR.contains(&kind);
        expect(
            has_one == frame.value.get("cursor").is_some(),
            format_args!("a `{kind}` has {} cursor", if has_one { "a" } else { "no" }),
            &frame.text,
        )?;
        match frame.cursor() {
            Some(cursor) => self.place(frame, cursor),
            None => self.turn(frame),
        }
    }

    fn envelope(&self, frame: &Frame) -> Verdict {
        let Some(envelope) = &frame.envelope else { return Ok(()) };
        expect(envelope.event == frame.kind(), "the event's name is the frame's type", &envelope.event)?;
        expect(
            envelope.id.as_deref() == frame.cursor(),
            format_args!("the event's id is the frame's cursor: {:?}", frame.cursor()),
            format_args!("{:?} on {}", envelope.id, frame.text),
        )
    }

    /// Frames without a cursor: some change what is to come.
    fn turn(&mut self, frame: &Frame) -> Verdict {
        let Some(place) = matches!(frame.kind(), "subscribed" | "reset" | "unsubscribed")
            .then(|| self.places.entry(frame.board().to_owned()).or_default())
        else {
            return Ok(());
        };
        let begins = match self.kind {
            Kind::Feed => "bookmark",
            Kind::Web => "snapshot",
        };
        match (frame.kind(), frame.value["resume"].as_str()) {
            ("subscribed", Some("incremental")) => {
                let asked = self.asked.get(frame.board()).copied().flatten();
                expect(asked.is_some(), "incremental only where a cursor was given", &frame.text)?;
                *place = Place { version: asked, ..Place::default() };
            }
            ("subscribed", Some("fresh")) => *place = Place { owed: Some(begins), ..Place::default() },
            ("subscribed", Some("reset")) => *place = Place { owed: Some("reset"), ..Place::default() },
            ("subscribed", _) => return Err(unmet("resume: fresh, incremental or reset", &frame.text)),
            ("reset", _) => {
                expect(matches!(place.owed, None | Some("reset")), "no second reset at once", &frame.text)?;
                *place = Place { owed: Some(begins), ..Place::default() };
            }
            _ => *place = Place::default(),
        }
        Ok(())
    }

    /// Frames with a cursor: where they put the terminal.
    fn place(&mut self, frame: &Frame, cursor: &str) -> Verdict {
        let (epoch, version) =
            parts(cursor).ok_or_else(|| unmet("a cursor is <epoch>.<version>", &frame.text))?;
        let known = self.epoch.get_or_insert_with(|| epoch.to_owned());
        expect(known == epoch, format_args!("one epoch a connection: {known}"), &frame.text)?;
        let place = self.places.entry(frame.board().to_owned()).or_default();
        if let Some(owed) = place.owed.take() {
            expect(frame.kind() == owed, format_args!("a `{owed}` is next"), &frame.text)?;
        }
        let at = frame.value["at"].as_u64();
        let at = at.ok_or_else(|| unmet("`at` in whole milliseconds", &frame.text))?;
        match (frame.kind(), place.version) {
            ("snapshot", _) | ("bookmark", None) => {}
            ("bookmark", Some(last)) if self.filtered => {
                expect(version >= last, format_args!("a bookmark at {last} or above"), &frame.text)?;
            }
            ("bookmark", Some(last)) => {
                let promise =
                    format!("a bookmark at {last}, where the entries are: never ahead of them, never behind");
                expect(version == last, promise, &frame.text)?;
            }
            (_, last) => {
                let promise = match last {
                    Some(last) => format!("version {}: they grow by one, or a jump is announced", last + 1),
                    None => "a snapshot or a bookmark before the first entry".to_owned(),
                };
                expect(last.is_some_and(|last| version == last + 1), promise, &frame.text)?;
                expect(frame.version() == Some(version), "an entry's cursor is its own", &frame.text)?;
            }
        }
        if frame.kind() != "snapshot" {
            expect(at >= place.at, format_args!("`at` is {} or later", place.at), &frame.text)?;
        }
        *place = Place { version: Some(version), at, owed: None };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn frame(value: Value) -> Frame {
        Frame { text: value.to_string(), value, envelope: None }
    }

    fn put(version: u64) -> Value {
        json!({"type": "put", "board": "b", "cursor": format!("abcdefgh.{version}"), "version": version, "at": 5})
    }

    fn bookmark(version: u64) -> Value {
        json!({"type": "bookmark", "board": "b", "cursor": format!("abcdefgh.{version}"), "at": 5})
    }

    fn subscribed(resume: &str) -> Value {
        json!({"type": "subscribed", "board": "b", "head": "abcdefgh.9", "resume": resume})
    }

    /// Whether all of these may come in this order, after a `hello`.
    fn lawful(ask: &Ask, frames: &[Value]) -> bool {
        let mut law = Law::new(ask);
        law.see(&frame(json!({"type": "hello"}))).unwrap();
        frames.iter().all(|value| law.see(&frame(value.clone())).is_ok())
    }

    #[test]
    fn versions_grow_by_one_from_the_cursor_that_was_given() {
        let ask = Ask::new(Kind::Feed, "b").after("abcdefgh.3");
        let incremental = subscribed("incremental");
        assert!(lawful(&ask, &[incremental.clone(), put(4), put(5), bookmark(5), put(6)]));
        for wrong in [[put(5), put(6)], [put(3), put(4)], [put(4), put(4)], [put(4), put(6)]] {
            let [one, two] = wrong;
            assert!(!lawful(&ask, &[incremental.clone(), one, two]));
        }
    }

    #[test]
    fn a_bookmark_stands_where_the_entries_are_and_only_a_filter_lets_it_pass_over_some() {
        let ask = Ask::new(Kind::Feed, "b").after("abcdefgh.3");
        let incremental = subscribed("incremental");
        assert!(!lawful(&ask, &[incremental.clone(), bookmark(4)]));
        assert!(!lawful(&ask, &[incremental.clone(), put(4), bookmark(3)]));
        let filtered = Ask { tags: Some("db".into()), ..ask };
        assert!(lawful(&filtered, &[incremental.clone(), bookmark(7), put(8)]));
        assert!(!lawful(&filtered, &[incremental, put(8)]));
    }

    #[test]
    fn a_reset_owes_a_snapshot_or_a_bookmark_by_kind() {
        let reset = json!({"type": "reset", "board": "b", "reason": "epoch"});
        let snapshot = json!({"type": "snapshot", "board": "b", "cursor": "abcdefgh.9", "at": 5});
        let (feed, web) = (Ask::new(Kind::Feed, "b"), Ask::new(Kind::Web, "b"));
        assert!(lawful(&feed, &[subscribed("reset"), reset.clone(), bookmark(0), put(1)]));
        assert!(lawful(&web, &[subscribed("reset"), reset.clone(), snapshot.clone(), put(10)]));
        assert!(!lawful(&web, &[subscribed("reset"), reset.clone(), put(1)]));
        assert!(!lawful(&web, &[subscribed("reset"), snapshot.clone()]));
        assert!(!lawful(&feed, &[subscribed("reset"), reset.clone(), reset, bookmark(0)]));
        assert!(!lawful(&feed, &[subscribed("incremental")]));
    }

    #[test]
    fn only_five_frames_have_a_cursor_and_sse_gives_it_as_the_id() {
        let ask = Ask::new(Kind::Feed, "b");
        let mut with_one = subscribed("fresh");
        with_one["cursor"] = json!("abcdefgh.9");
        assert!(!lawful(&ask, &[with_one]));
        let mut law = Law::new(&ask);
        let mut hello = frame(json!({"type": "hello"}));
        let envelope = |id: Option<&str>| crate::wire::Envelope {
            event: "hello".into(),
            id: id.map(str::to_owned),
            last_event_id: String::new(),
        };
        hello.envelope = Some(envelope(Some("abcdefgh.9")));
        assert!(law.see(&hello).is_err());
        hello.envelope = Some(envelope(None));
        assert!(law.see(&hello).is_ok());
    }

    #[test]
    fn time_does_not_go_back() {
        let ask = Ask::new(Kind::Feed, "b").after("abcdefgh.3");
        let mut late = put(4);
        late["at"] = json!(4);
        assert!(!lawful(&ask, &[subscribed("incremental"), bookmark(3), late]));
    }
}
