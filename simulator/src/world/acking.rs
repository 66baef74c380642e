//! How far terminals said they are, and what the server makes of it: never ahead of what was sent, never back, and after a
//! crash older by so much at most.

use super::{Event, World, note};
use crate::network::Asked;
use marquee_applier::NotDone;
use marquee_core::auth::Reader;
use marquee_core::board::Outcome;
use marquee_core::{BoardName, Cursor};
use proof::check::Class;
use std::collections::BTreeMap;

/// How long acknowledgements are gathered, as the edge does, ms.
const GATHER_MS: u64 = 2_000;
/// An acknowledgement older than this is remembered across any end, ms.
const REMEMBERED_MS: u64 = 5_000;

/// What was acknowledged in this history.
#[derive(Default)]
pub(super) struct Acked {
    /// By reader: when, to which process, up to where.
    said: BTreeMap<Reader, Vec<(u64, u64, u64)>>,
    /// Since when nothing has kept acknowledgements from the log.
    clear_since: u64,
}

/// Without keys the subject is empty.
pub(super) fn reader(board: &BoardName, name: &str) -> Reader {
    Reader { subject: "".into(), name: name.into(), board: board.clone() }
}

impl Acked {
    /// Something kept acknowledgements from the log until now.
    pub(super) fn was_kept_up(&mut self, now: u64) {
        self.clear_since = now;
    }
}

impl World {
    /// A terminal has said how far it is.
    pub(super) fn keep(&mut self, number: usize, board: &BoardName, name: &str, cursor: Cursor) {
        self.coverage.met("acks");
        let Some(link) = self.links.get(&number) else { return };
        if link.sent.get(board).is_none_or(|sent| cursor.version.0 > *sent) {
            let detail =
                format!("{name} acknowledges {cursor} of {board}, was sent {:?}", link.sent.get(board));
            self.truth.found(Class::PollSkip, detail);
        }
        let (now, process) = (self.now, link.process);
        let said = self.acked.said.entry(reader(board, name)).or_default();
        said.push((now, process, cursor.version.0));
        if let Some(process) = &mut self.process {
            let planned = !process.acks.is_empty();
            process.note(reader(board, name), cursor);
            let number = process.number;
            if !planned {
                self.after(GATHER_MS, Event::KeepAcks(number));
            }
        }
    }

    pub(super) fn keep_acks(&mut self, number: u64) {
        if let Some(process) = self.process.as_mut().filter(|process| process.number == number) {
            process.keep_acks();
        }
    }

    pub(super) fn acks_done(&mut self, done: &Result<Outcome, NotDone>) {
        let Some(process) = &mut self.process else { return };
        process.acks_done(done);
        if done.is_err() {
            self.acked.was_kept_up(self.now);
        }
        if !process.acks.is_empty() {
            let number = process.number;
            self.after(GATHER_MS, Event::KeepAcks(number));
        }
    }

    /// The server has looked up where a terminal was.
    pub(super) fn recalled(&mut self, number: usize, board: &BoardName, name: &str, seen: Option<Cursor>) {
        let Some(link) = self.links.get_mut(&number) else { return };
        link.asked.insert(board.clone(), Asked::Server(seen.clone()));
        let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) else {
            return;
        };
        note!(self, "{name} was at {seen:?} of {board}");
        self.coverage.met("subscriptions from the server's cursor");
        let now = process.time.now();
        if let Some(conversation) = process.conversations.get_mut(&number) {
            conversation.recalled(board, seen.clone(), &process.applier, &process.ring, now);
        }
        self.judge_recalled(board, name, seen.filter(|seen| seen.epoch == *self.truth.epoch()));
    }

    fn judge_recalled(&mut self, board: &BoardName, name: &str, seen: Option<Cursor>) {
        let seen = seen.map_or(0, |seen| seen.version.0);
        let Some(said) = self.acked.said.get(&reader(board, name)) else {
            if seen > 0 {
                self.truth.found(Class::PollSkip, format!("{name} never said it was at {seen} of {board}"));
            }
            return;
        };
        let most = said.iter().map(|(.., version)| *version).max().unwrap_or(0);
        let least = said.iter().filter(|(at, process, _)| {
            let until = self.ends.get(process).copied().unwrap_or(self.now);
            *at >= self.acked.clear_since && at + REMEMBERED_MS <= until
        });
        let least = least.map(|(.., version)| *version).max().unwrap_or(0);
        if seen > most {
            self.truth
                .found(Class::PollSkip, format!("{name} said {most} of {board}, the server says {seen}"));
        } else if seen < least {
            let detail = format!("{name} said {least} of {board} long ago, the server says {seen}");
            self.truth.found(Class::LostCursor, detail);
        }
    }
}
