//! A terminal as a case uses it: frames in turn, each held against the law and against what was seen before, none
//! waited for without a limit.

use crate::board::Board;
use crate::ground::Book;
use crate::law::{Law, parts};
use crate::verdict::{Verdict, equal, expect, unmet};
use crate::wire::{Ask, Frame, Kind, Wire};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// How long a frame that is due may take.
pub(crate) const FRAME_WITHIN: Duration = Duration::from_secs(20);

/// One connection.
pub(crate) struct Terminal {
    wire: Box<dyn Wire>,
    law: Law,
    book: Arc<Book>,
    /// Whether it plays or reads.
    pub(crate) kind: Kind,
    /// The last cursor that it was given: what a client keeps.
    cursor: Option<String>,
    last_event_id: String,
}

impl Terminal {
    pub(crate) fn new(wire: Box<dyn Wire>, ask: &Ask, book: Arc<Book>) -> Self {
        let cursor = ask.cursor().map(str::to_owned);
        let last_event_id = ask.last_event_id.clone().unwrap_or_default();
        Self { wire, law: Law::new(ask), book, kind: ask.kind, cursor, last_event_id }
    }

    /// What a client would come back with.
    pub(crate) fn cursor(&self) -> &str {
        self.cursor.as_deref().unwrap_or_default()
    }

    /// What a browser would come back with over SSE.
    pub(crate) fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    /// Where it stands.
    pub(crate) fn version(&self) -> u64 {
        parts(self.cursor()).map_or(0, |(_, version)| version)
    }

    /// The next frame, or the end.
    pub(crate) async fn next_or_end(&mut self, within: Duration) -> Verdict<Option<Frame>> {
        let next = tokio::time::timeout(within, self.wire.next()).await;
        let late = || unmet("a frame", format_args!("nothing for {} s", within.as_secs()));
        let Some(frame) = next.map_err(|_| late())?? else {
            self.book.note("(the connection ended)");
            return Ok(None);
        };
        self.book.note(&frame.text);
        self.law.see(&frame)?;
        if let Some(cursor) = frame.cursor() {
            self.cursor = Some(cursor.to_owned());
        }
        if let Some(envelope) = &frame.envelope {
            self.last_event_id.clone_from(&envelope.last_event_id);
        }
        if frame.is_entry() {
            self.book.compare(&frame)?;
        }
        Ok(Some(frame))
    }

    pub(crate) async fn next(&mut self) -> Verdict<Frame> {
        let next = self.next_or_end(FRAME_WITHIN).await?;
        next.ok_or_else(|| unmet("a frame", "the connection ended"))
    }

    /// The next frame, which is of this type.
    pub(crate) async fn due(&mut self, kind: &str) -> Verdict<Frame> {
        let frame = self.next().await?;
        expect(frame.kind() == kind, format_args!("a `{kind}`"), &frame.text)?;
        Ok(frame)
    }

    /// The next frame of this type; others may come before it.
    pub(crate) async fn find(&mut self, kind: &str) -> Verdict<Frame> {
        loop {
            let frame = self.next().await?;
            if frame.kind() == kind {
                return Ok(frame);
            }
        }
    }

    /// It is subscribed, in this way; gives the head that it is told.
    pub(crate) async fn begins(&mut self, resume: &str) -> Verdict<u64> {
        let frame = self.find("subscribed").await?;
        equal("resume", Some(resume), frame.value["resume"].as_str())?;
        let head = frame.value["head"].as_str().and_then(parts).map(|(_, version)| version);
        head.ok_or_else(|| unmet("the head as a cursor", &frame.text))
    }

    /// It is subscribed, its cursor is refused for this reason, and it is told where it goes on.
    pub(crate) async fn is_reset(&mut self, reason: &str) -> Verdict<Frame> {
        self.begins("reset").await?;
        self.reset_follows(reason).await
    }

    /// A `reset` is next, and what it owes.
    pub(crate) async fn reset_follows(&mut self, reason: &str) -> Verdict<Frame> {
        let frame = self.due("reset").await?;
        equal("the reason of the reset", Some(reason), frame.value["reason"].as_str())?;
        self.next().await
    }

    /// Goes on incrementally and is told of this head.
    pub(crate) async fn resumes(&mut self, board: &Board) -> Verdict {
        let head = self.begins("incremental").await?;
        equal("the head that `subscribed` tells", board.head(), head)
    }

    /// Entries up to this version, each once, in order and as they were written.
    pub(crate) async fn reads_to(&mut self, board: &Board, version: u64) -> Verdict<Vec<Frame>> {
        let mut entries = Vec::new();
        while self.version() < version {
            let frame = self.next().await?;
            if frame.is_entry() {
                entries.push(frame);
            } else {
                let promise = format!("entries up to version {version}");
                expect(matches!(frame.kind(), "bookmark" | "hello" | "pong"), promise, &frame.text)?;
            }
        }
        board.wrote(&entries)?;
        Ok(entries)
    }

    /// Nothing else is on its way: what is published now is the next that comes.
    pub(crate) async fn is_live(&mut self, board: &mut Board) -> Verdict {
        board.write(1).await?;
        let head = board.head();
        let entries = self.reads_to(board, head).await?;
        equal("entries that come after one publish", 1, entries.len())
    }

    /// Follows a board in band.
    pub(crate) async fn subscribe(&mut self, board: &str, cursor: Option<&str>) -> Verdict {
        let mut frame = json!({"type": "subscribe", "board": board});
        if let Some(cursor) = cursor {
            frame["last_seen"] = json!(cursor);
        }
        self.law.asks(board, cursor);
        self.say(&frame).await
    }

    /// The code that it was closed with, once it has ended.
    pub(crate) fn close_code(&self) -> Option<u16> {
        self.wire.close_code()
    }

    pub(crate) async fn say(&mut self, frame: &Value) -> Verdict {
        self.wire.say(frame).await
    }
}
