//! One board that a terminal follows: where it stands, and what it is owed next. It holds a cursor and never an
//! entry; a terminal that is slow costs nothing more.

use super::frame::{Frame, Kind, ResetReason, Resume};
use super::{Action, Filter, LastSeen, Seen, Standing, Standings};
use crate::{BoardName, Cursor, Epoch, Version};
use marquee_faults::{Bug, planted};
use std::collections::VecDeque;

/// Entries that are asked for at once.
pub(super) const READ_MAX: usize = 64;
/// A terminal that plays the timeline and misses more than this begins anew.
pub(super) const LAG_MAX: u64 = 1_000;
/// How long a cursor above the head is waited for, ms.
pub(super) const AHEAD_WAIT_MS: u64 = 2_000;
/// A bookmark follows the last one by this at most, ms; the promise is 30 s.
const BOOKMARK_MS: u64 = 25_000;
/// A filtered feed learns of what it was not sent by then, ms.
const PASSED_OVER_MS: u64 = 900;

/// A board that is followed.
#[derive(Clone, Debug)]
pub(super) struct Follow {
    pub(super) board: BoardName,
    pub(super) filter: Filter,
    kind: Kind,
    state: State,
    /// The last entry that was delivered or passed over, and its time or watermark, ms.
    pub(super) cursor: Version,
    at: u64,
    /// When the terminal was last sent a bookmark, ms.
    marked: u64,
    /// Since when it has not been told of entries that were passed over, ms.
    passed_over: Option<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// Nothing has been said yet.
    New,
    /// The cursor is above the head: perhaps the log is still to come.
    Ahead { until: u64 },
    /// A snapshot is owed.
    Snapshot,
    /// A read or a snapshot is under way.
    Asked,
    /// At the cursor, on the way to the head or there.
    Following,
    /// It gets no entries: it has been told so many cues.
    Told(u64),
}

impl Standing {
    /// Whether a reader can go on from a cursor, or why not: the one rule of all who read.
    pub fn continues(&self, cursor: &Cursor, epoch: &Epoch) -> Result<(), ResetReason> {
        if cursor.epoch != *epoch && !planted(Bug::EpochNotCompared) {
            return Err(ResetReason::Epoch);
        }
        if cursor.version > self.head && !planted(Bug::AheadIsHead) {
            return Err(ResetReason::Ahead);
        }
        if cursor.version.next() < self.oldest && !planted(Bug::TrimmedIsPassedOver) {
            return Err(ResetReason::Trimmed);
        }
        Ok(())
    }
}

impl Follow {
    pub(super) fn new(board: BoardName, filter: Filter, kind: Kind, now: u64) -> Self {
        let (state, cursor) = (State::New, Version(0));
        Self { board, filter, kind, state, cursor, at: 0, marked: now, passed_over: None }
    }

    /// How the subscription begins. An answer of none: the cursor is above the head, which is waited for.
    pub(super) fn begin(
        &mut self,
        last_seen: &LastSeen,
        epoch: &Epoch,
        standing: Standing,
        now: u64,
        out: &mut VecDeque<Action>,
    ) {
        let head = standing.head;
        if self.kind.is_told() {
            self.say_subscribed(epoch, head, Resume::None, out);
            self.state = State::Told(0);
            return;
        }
        let reset = |follow: &mut Self, reason, out: &mut VecDeque<Action>| {
            follow.say_subscribed(epoch, head, Resume::Reset, out);
            follow.reset(reason, epoch, standing, now, out);
        };
        match last_seen {
            LastSeen::Nothing | LastSeen::Server => {
                self.say_subscribed(epoch, head, Resume::Fresh, out);
                if self.kind.plays() {
                    self.state = State::Snapshot;
                } else {
                    self.cursor = head;
                    self.at = standing.watermark.max(standing.at);
                    self.state = State::Following;
                    self.mark(epoch, now, out);
                }
            }
            LastSeen::Invalid => reset(self, ResetReason::Invalid, out),
            LastSeen::Cursor(cursor) => match standing.continues(cursor, epoch) {
                Err(ResetReason::Ahead) => {
                    self.cursor = cursor.version;
                    self.state = State::Ahead { until: now + AHEAD_WAIT_MS };
                }
                Err(reason) => reset(self, reason, out),
                Ok(()) if self.lags(cursor.version, head) => reset(self, ResetReason::Lagged, out),
                Ok(()) => {
                    self.cursor = continued(cursor.version, standing);
                    self.say_subscribed(epoch, head, Resume::Incremental, out);
                    self.state = State::Following;
                }
            },
        }
    }

    /// Whether nothing has been said yet.
    pub(super) fn waits_for_its_beginning(&self) -> bool {
        self.state == State::New
    }

    /// Whether the terminal has been sent everything up to here, or is about to be.
    pub(super) fn has_sent(&self, version: Version) -> bool {
        match self.state {
            State::New | State::Ahead { .. } | State::Snapshot | State::Told(_) => false,
            State::Asked | State::Following => version <= self.cursor,
        }
    }

    fn lags(&self, cursor: Version, head: Version) -> bool {
        self.kind.plays() && head.0.saturating_sub(cursor.0) > LAG_MAX
    }

    fn say_subscribed(&self, epoch: &Epoch, head: Version, resume: Resume, out: &mut VecDeque<Action>) {
        let head = Cursor { epoch: epoch.clone(), version: head };
        out.push_back(Action::Send(Frame::Subscribed { board: self.board.clone(), head, resume }));
    }

    /// The terminal begins anew: with a snapshot, or with the oldest entry that is kept.
    pub(super) fn reset(
        &mut self,
        reason: ResetReason,
        epoch: &Epoch,
        standing: Standing,
        now: u64,
        out: &mut VecDeque<Action>,
    ) {
        out.push_back(Action::Send(Frame::Reset { board: self.board.clone(), reason }));
        if self.kind.plays() && planted(Bug::ResetWithoutSnapshot) {
            self.cursor = standing.head;
            self.state = State::Following;
        } else if self.kind.plays() {
            self.state = State::Snapshot;
        } else {
            self.cursor = Version(standing.oldest.0.saturating_sub(1));
            self.at = 0;
            self.state = State::Following;
            self.mark(epoch, now, out);
        }
    }

    /// What the board is to do next, if anything. One piece at a time: the driver asks again once it is sent.
    pub(super) fn poll(
        &mut self,
        epoch: &Epoch,
        standings: &dyn Standings,
        now: u64,
        out: &mut VecDeque<Action>,
    ) {
        if let State::Told(after) = self.state {
            if standings.told(&self.board) > after {
                out.push_back(Action::Tell { board: self.board.clone(), after });
            }
            return;
        }
        let standing = standings.standing(&self.board);
        match self.state {
            State::New | State::Asked | State::Told(_) => {}
            State::Ahead { until } => {
                if self.cursor <= standing.head {
                    self.say_subscribed(epoch, standing.head, Resume::Incremental, out);
                    self.state = State::Following;
                } else if now >= until {
                    self.say_subscribed(epoch, standing.head, Resume::Reset, out);
                    self.reset(ResetReason::Ahead, epoch, standing, now, out);
                }
            }
            State::Snapshot => {
                self.state = State::Asked;
                out.push_back(Action::Snapshot { board: self.board.clone() });
            }
            State::Following if self.cursor < standing.head => {
                if self.cursor.next() < standing.oldest || self.lags(self.cursor, standing.head) {
                    self.reset(ResetReason::Lagged, epoch, standing, now, out);
                    return;
                }
                if planted(Bug::BookmarkAhead) {
                    let cursor = Cursor { epoch: epoch.clone(), version: standing.head };
                    let (board, at) = (self.board.clone(), standing.at);
                    out.push_back(Action::Send(Frame::Bookmark { board, cursor, at }));
                }
                self.state = State::Asked;
                let (board, after) = (self.board.clone(), self.cursor);
                out.push_back(Action::Read { board, after, limit: READ_MAX });
            }
            State::Following => {
                self.at = self.at.max(standing.at).max(standing.watermark);
                if now >= self.due() {
                    self.mark(epoch, now, out);
                }
            }
        }
    }

    /// Entries that were asked for.
    pub(super) fn entries(&mut self, entries: &[Seen], epoch: &Epoch, now: u64, out: &mut VecDeque<Action>) {
        if self.state == State::Asked {
            self.state = State::Following;
        }
        for entry in entries {
            if entry.version != self.cursor.next() {
                // Never a hole, never a repeat, whatever the reader gave.
                return;
            }
            if entry.passes {
                if self.passed_over.is_some() {
                    self.mark(epoch, now, out);
                }
                self.deliver(entry.version, out);
            } else {
                self.passed_over.get_or_insert(now);
            }
            self.cursor = entry.version;
            self.at = entry.at;
        }
        if now >= self.due() {
            self.mark(epoch, now, out);
        }
    }

    /// One entry more; those that stand in a row go out in one piece.
    fn deliver(&self, version: Version, out: &mut VecDeque<Action>) {
        match out.back_mut() {
            Some(Action::Deliver { board, upto, .. }) if *board == self.board && *upto == self.cursor => {
                *upto = version;
            }
            _ => out.push_back(Action::Deliver {
                board: self.board.clone(),
                after: self.cursor,
                upto: version,
            }),
        }
    }

    /// Whether each next entry is owed as it is, and nothing else before it.
    pub(super) fn is_live(&self) -> bool {
        self.state == State::Following && self.passed_over.is_none() && self.filter.is_open()
    }

    /// Entries that it was owed have been sent to it.
    pub(super) fn delivered(&mut self, upto: Version, at: u64) {
        if self.is_live() && upto > self.cursor {
            self.cursor = upto;
            self.at = at;
        }
    }

    /// Says where the terminal is, if that would be due by then and there is nothing else to say of the board.
    pub(super) fn mark_by(
        &mut self,
        then: u64,
        epoch: &Epoch,
        standing: Standing,
        now: u64,
        out: &mut VecDeque<Action>,
    ) {
        if self.state == State::Following && self.cursor == standing.head && self.due() <= then {
            self.at = self.at.max(standing.at).max(standing.watermark);
            self.mark(epoch, now, out);
        }
    }

    /// The snapshot that was asked for has been sent.
    pub(super) fn snapshotted(&mut self, version: Version, at: u64, now: u64) {
        self.state = State::Following;
        self.cursor = version;
        self.at = at;
        self.marked = now;
        self.passed_over = None;
    }

    /// So many cues have been told to it.
    pub(super) fn told(&mut self, upto: u64) {
        if let State::Told(told) = &mut self.state {
            *told = upto;
        }
    }

    fn mark(&mut self, epoch: &Epoch, now: u64, out: &mut VecDeque<Action>) {
        self.marked = now;
        self.passed_over = None;
        let cursor = Cursor { epoch: epoch.clone(), version: self.cursor };
        out.push_back(Action::Send(Frame::Bookmark { board: self.board.clone(), cursor, at: self.at }));
    }

    /// When a bookmark is due, ms.
    fn due(&self) -> u64 {
        let passed_over = self.passed_over.map_or(u64::MAX, |since| since + PASSED_OVER_MS);
        passed_over.min(self.marked + BOOKMARK_MS)
    }

    /// When the board wants to be looked at although nothing happens, ms.
    pub(super) fn deadline(&self) -> u64 {
        match self.state {
            State::Ahead { until } => until,
            State::Following => self.due(),
            State::New | State::Asked | State::Snapshot | State::Told(_) => u64::MAX,
        }
    }
}

/// From where a cursor goes on: from itself, unless a bug is planted.
fn continued(cursor: Version, standing: Standing) -> Version {
    if planted(Bug::ResumeOneEarly) {
        return Version(cursor.0.saturating_sub(1)).max(Version(standing.oldest.0.saturating_sub(1)));
    }
    if planted(Bug::ResumeOneLate) {
        return cursor.next().min(standing.head);
    }
    if planted(Bug::TrimmedIsPassedOver) {
        return cursor.max(Version(standing.oldest.0.saturating_sub(1)));
    }
    if planted(Bug::AheadIsHead) { cursor.min(standing.head) } else { cursor }
}
