//! Connections on the server's side: opened, looked at when there may be something to send, ended. Whoever sends waits
//! for room and holds nothing meanwhile.

use super::{Event, Grant, World, note};
use crate::conversation::{Conversation, Fetch, Step};
use crate::network::{Asked, Down, Link, Up};
use crate::process::look;
use marquee_core::BoardName;
use marquee_core::session::{Close, Frame, LastSeen, Request, ResetReason, Resume, SessionId, Terminal};
use marquee_core::{Access, Cursor};
use marquee_protocol::frame::{decode_request, encode_control};
use proof::check::Class;

/// A write that makes no progress for so long ends the connection, ms.
const STUCK_MS: u64 = 30_000;
/// However far the next deadline is, it is looked at again by then, as the edge does, ms.
const IDLE_MAX_MS: u64 = 60_000;
/// Steps of one connection at one time; more, and it goes round in circles.
const STEPS_MAX: usize = 1_000;
/// The clock leans by a twentieth at most: what is due by it may be late by one part in so many.
const LEAN: u64 = 18;

impl World {
    pub(super) fn accept(&mut self, number: usize) {
        let Some(link) = self.links.get_mut(&number) else { return };
        let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) else {
            return self.cut_off(number);
        };
        link.heard = self.now;
        let terminal = &self.terminals[link.terminal];
        let whom = Terminal {
            session: SessionId(number as u64),
            kind: terminal.kind,
            name: terminal.name.clone(),
            access: link.grant.as_ref().map_or(Access::Everyone, Grant::access),
        };
        let now = process.time.now();
        let mut conversation = Conversation::open(process.epoch(), whom, self.plan.heartbeat, now);
        // The first board is named by the address.
        if let Some(board) = terminal.boards.first().cloned() {
            let asked = link.asked.get(&board).unwrap_or(&Asked::Nothing).text();
            let last_seen = LastSeen::parse(asked.as_deref());
            let filter = terminal.filter.clone();
            let request = Request::Subscribe { board, last_seen, filter };
            conversation.request(request, &process.applier, &process.ring, now);
        }
        process.conversations.insert(number, conversation);
        self.send(number);
    }

    /// Something came from a terminal.
    pub(super) fn up(&mut self, number: usize, up: Up) {
        let Some(link) = self.links.get_mut(&number).filter(|link| !link.dead) else { return };
        let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) else {
            return;
        };
        let Some(conversation) = process.conversations.get_mut(&number) else { return };
        let now = process.time.now();
        link.heard = self.now;
        conversation.heard(now);
        if let Up::Message(message) = up {
            match decode_request(message.as_bytes()) {
                Ok(request) => conversation.request(request, &process.applier, &process.ring, now),
                Err(why) => conversation.malformed(&why, now),
            }
        }
        self.send(number);
    }

    /// The time has come that a connection waited for; by the server's clock, which leans, it may be a little early.
    pub(super) fn look(&mut self, number: usize) {
        let conversations = self.process.as_mut().map(|process| &mut process.conversations);
        if let Some(conversation) = conversations.and_then(|all| all.get_mut(&number)) {
            conversation.looks_at = u64::MAX;
            self.send(number);
        }
    }

    /// Sends what there is to be sent, as far as there is room.
    pub(super) fn send(&mut self, number: usize) {
        for _ in 0..STEPS_MAX {
            let Some(link) = self.links.get_mut(&number) else { return };
            let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) else {
                return;
            };
            let Some(conversation) = process.conversations.get_mut(&number) else { return };
            if conversation.fetch.is_some() {
                return;
            }
            if !link.has_room() {
                if link.stuck.is_none() {
                    link.stuck = Some(self.now);
                    self.after(STUCK_MS, Event::Stuck(number, self.now));
                }
                return;
            }
            let step = conversation.step(&process.applier, &process.ring, &process.time);
            for _ in 0..std::mem::take(&mut conversation.ring_pages) {
                self.coverage.met("pages from the ring");
            }
            match step {
                Step::Control(frame) => self.send_frame(number, &frame),
                Step::Entry(board, version, body) => {
                    link.sent.insert(board.clone(), version.0);
                    self.judge_given(number, Some(&board), "an entry");
                    if self.disk().bounds(&board).head < version {
                        let detail = format!("{board}.{version} is sent and not on disk");
                        self.truth.found(Class::PrecommittedRead, detail);
                    }
                    self.push(number, Down::Frame(body));
                }
                Step::Verify(token) => self.verify(number, &token),
                Step::Keep(board, name, cursor) => self.keep(number, &board, &name, cursor),
                Step::Ping => self.push(number, Down::Ping),
                Step::Again => {}
                Step::Close(code) => return self.close_link(number, code),
                Step::Waits => {
                    if let Some(Fetch::Page { .. } | Fetch::Snapshot { .. }) = conversation.fetch {
                        self.within(self.plan.sync_ms, Event::Fetched(number));
                    }
                    return;
                }
                Step::Idle(deadline) => {
                    if deadline < conversation.looks_at {
                        conversation.looks_at = deadline;
                        let ms = deadline.saturating_sub(process.time.now()).clamp(1, IDLE_MAX_MS);
                        self.after(ms, Event::Look(number));
                    }
                    return;
                }
                Step::Unbounded(limit) => {
                    return self.truth.found(Class::Stuck, format!("a page of {limit} entries is asked for"));
                }
            }
        }
        self.truth.found(Class::Stuck, format!("connection {number} goes round in circles"));
        self.close_link(number, Close::Internal.code());
    }

    fn send_frame(&mut self, number: usize, frame: &Frame) {
        self.judge_said(number, frame);
        match frame {
            Frame::Subscribed { board, resume, .. } => self.subscribed(number, board, *resume),
            Frame::Reset { board, reason } => self.reset(number, board, *reason),
            Frame::Bookmark { board, cursor, .. } => {
                self.coverage.met("bookmarks");
                if let Some(link) = self.links.get_mut(&number) {
                    link.sent.insert(board.clone(), cursor.version.0);
                }
            }
            _ => {}
        }
        self.push(number, Down::Frame(encode_control(frame)));
    }

    /// A subscription begins: whether it may begin so.
    fn subscribed(&mut self, number: usize, board: &BoardName, resume: Resume) {
        let epoch = self.truth.epoch().clone();
        let Some(link) = self.links.get_mut(&number) else { return };
        let asked = link.asked.get(board).cloned().unwrap_or(Asked::Nothing);
        match (resume, asked.cursor()) {
            (Resume::Fresh, _) => self.coverage.met("subscriptions fresh"),
            (Resume::Incremental, Some(cursor)) => {
                link.sent.insert(board.clone(), cursor.version.0);
                self.coverage.met("subscriptions incremental");
                if cursor.epoch != epoch {
                    let detail = format!("{cursor} of {board} is of another history, and is continued");
                    self.truth.found(Class::InconsistentOffsets, detail);
                }
            }
            (Resume::Incremental, None) => {
                self.truth.found(Class::PollSkip, format!("{asked:?} of {board} is continued"));
            }
            (Resume::Reset, _) => {}
            (Resume::None, _) => {
                self.truth.found(Class::PollSkip, format!("{board} is told to one who plays it"));
            }
        }
    }

    /// A reset is told: whether its reason is true.
    fn reset(&mut self, number: usize, board: &BoardName, reason: ResetReason) {
        let (epoch, head) = (self.truth.epoch().clone(), self.disk().bounds(board).head.0);
        let edge = self.edges.get(board).copied().unwrap_or(1);
        let Some(link) = self.links.get_mut(&number) else { return };
        let asked = link.asked.get(board).cloned().unwrap_or(Asked::Nothing);
        let sent = link.sent.remove(board);
        let same = |cursor: &Cursor| cursor.epoch == epoch;
        let (what, is_true) = match (reason, asked.cursor()) {
            (ResetReason::Epoch, Some(cursor)) => ("resets epoch", !same(cursor)),
            (ResetReason::Trimmed, Some(cursor)) => {
                ("resets trimmed", same(cursor) && cursor.version.0 + 1 < edge)
            }
            (ResetReason::Ahead, Some(cursor)) => ("resets ahead", same(cursor) && cursor.version.0 > head),
            (ResetReason::Invalid, _) => ("resets invalid", asked == Asked::Invalid),
            (ResetReason::Lagged, _) => ("resets lagged", sent.is_some_and(|sent| sent + 1 < edge)),
            (_, None) => ("resets epoch", false),
        };
        self.coverage.met(what);
        if !is_true {
            let detail = format!(
                "{board}: reset, {}, of {asked:?}, sent up to {sent:?}, where {edge} to {head} are kept",
                reason.name()
            );
            self.truth.found(Class::LostCursor, detail);
        }
    }

    fn push(&mut self, number: usize, down: Down) {
        let way = self.way();
        let Some(link) = self.links.get_mut(&number) else { return };
        note!(self, "→ {number} {}", told(&down));
        link.down.push_back(down);
        link.down_at = link.down_at.max(self.now + way) + link.read_ms;
        let ms = link.down_at - self.now;
        self.after(ms, Event::Down(number));
    }

    /// The server ends a connection.
    fn close_link(&mut self, number: usize, code: u16) {
        let Some(link) = self.links.get(&number) else { return };
        let silent = self.now - link.heard;
        if code == Close::HeartbeatLost.code() {
            if link.dead {
                self.coverage.met("half-open connections found");
            } else {
                let detail = format!("connection {number} is alive and was given up after {silent} ms");
                self.truth.found(Class::Stuck, detail);
            }
        }
        self.judge_close(number, code);
        if let Some(process) = &mut self.process {
            process.conversations.remove(&number);
        }
        self.push(number, Down::Close(code));
    }

    /// How long a connection may be silent before it is given up, ms: by the rule, and by what the clock leans.
    pub(super) fn silence_max(&self) -> u64 {
        let rule = self.plan.heartbeat;
        let by_rule = rule.interval_ms + u64::from(rule.max_failures) * rule.timeout_ms;
        by_rule + by_rule / LEAN + u64::from(rule.max_failures) + 2
    }

    /// A write has made no progress.
    pub(super) fn stuck(&mut self, number: usize, since: u64) {
        if self.links.get(&number).is_some_and(|link| link.stuck == Some(since)) {
            self.coverage.met("writes that made no progress");
            if let Some(process) = &mut self.process {
                process.conversations.remove(&number);
            }
            note!(self, "connection {number} makes no progress and is ended");
            if let Some(link) = self.links.get_mut(&number) {
                link.stuck = None;
            }
        }
    }

    /// What a connection waited for is there.
    pub(super) fn fetched(&mut self, number: usize) {
        let Some(link) = self.links.get_mut(&number) else { return };
        let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) else {
            return;
        };
        let Some(conversation) = process.conversations.get_mut(&number) else { return };
        let now = process.time.now();
        match conversation.fetch.take() {
            // The session says the end.
            _ if conversation.is_over(now) => {}
            Some(Fetch::Page { board, after, limit }) => {
                self.coverage.met("pages from the log");
                conversation.fetched_page((&board, after, limit), &process.applier, &process.ring, now);
            }
            Some(Fetch::Snapshot { board }) => match process.snapshot(&board) {
                Ok((frame, version, at)) => {
                    if let Some(conversation) = process.conversations.get_mut(&number) {
                        conversation.snapshotted(&board, version, at, now);
                    }
                    link.sent.insert(board.clone(), version.0);
                    self.judge_given(number, Some(&board), "a snapshot");
                    self.coverage.met("snapshots");
                    self.push(number, Down::Frame(frame));
                }
                Err(why) => self.truth.found(Class::Down, format!("no snapshot of {board}: {why}")),
            },
            other => conversation.fetch = other,
        }
        self.send(number);
    }

    /// Those who asked where they were last are told, as far as that can be looked up.
    pub(super) fn recall(&mut self) -> bool {
        let Some(process) = &mut self.process else { return false };
        let mut found = Vec::new();
        let waiting: Vec<_> =
            process.conversations.iter_mut().map(|(number, one)| (*number, one.fetch.take())).collect();
        for (number, fetch) in waiting {
            let fetch = match fetch {
                Some(Fetch::Recall { board, name, seen }) => {
                    let reader = || super::acking::reader(&board, &name);
                    let mut seen = seen.unwrap_or_else(|| process.recall(reader()));
                    match look(&mut seen) {
                        Some(seen) => {
                            found.push((number, board, name, seen));
                            None
                        }
                        None => Some(Fetch::Recall { board, name, seen: Some(seen) }),
                    }
                }
                other => other,
            };
            if let Some(conversation) = process.conversations.get_mut(&number) {
                conversation.fetch = fetch;
            }
        }
        let any = !found.is_empty();
        for (number, board, name, seen) in found {
            self.recalled(number, &board, &name, seen);
            self.send(number);
        }
        any
    }

    /// Connections whose boards have moved.
    pub(super) fn wake_conversations(&mut self) -> bool {
        let Some(process) = &self.process else { return false };
        let woken = process.conversations.iter().filter(|(_, conversation)| conversation.was_woken());
        let woken: Vec<_> = woken.map(|(number, _)| *number).collect();
        for number in &woken {
            self.send(*number);
        }
        !woken.is_empty()
    }

    /// A connection is cut: what is on the way may still arrive, in part.
    pub(super) fn cut_off(&mut self, number: usize) {
        let some = self.rng.usize(..);
        let Some(link) = self.links.get_mut(&number) else { return };
        if let Some(process) = self.process.as_mut().filter(|process| process.number == link.process) {
            process.conversations.remove(&number);
        }
        link.down.truncate(some % (link.down.len() + 1));
        if !link.dead {
            self.push(number, Down::Cut);
        }
    }
}

/// A line on what is sent.
fn told(down: &Down) -> String {
    match down {
        Down::Frame(frame) => crate::truth::text(frame),
        Down::Ping => "ping".into(),
        Down::Close(code) => format!("close {code}"),
        Down::Cut => "cut".into(),
    }
}

impl Link {
    /// Something was read: there is room again.
    pub(crate) fn was_read(&mut self) -> Option<Down> {
        self.stuck = None;
        self.down.pop_front()
    }
}
