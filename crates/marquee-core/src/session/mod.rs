//! What one connected terminal is owed, and when to give up on it. The machine is told what happened and asked for
//! the next thing to do; it does no I/O, reads no clock and queues no entries.
//!
//! ```text
//!   terminal ──request──►┌─────────┐──Send, Deliver──► terminal
//!       log ──a move────►│ Session │──Read, Snapshot─► log
//!     clock ──deadline──►└─────────┘──Ping, Close────► socket
//! ```
//!
//! Its owner sends what [`Session::poll`] gives, waits until that has gone out, and polls again: so a slow terminal
//! slows its own cursor and nothing else. With nothing to do it waits for the terminal, for a board to move, or for
//! [`Session::deadline`].

mod exchange;
mod expiry;
mod follow;
pub mod frame;
mod heartbeat;
mod shown;

pub use exchange::{
    Action, Filter, LastSeen, Reading, Request, Secret, Seen, SessionId, Standing, Standings, Terminal,
};
pub use frame::{Close, ErrorCode, Frame, Heartbeat, Kind, ResetReason, Resume};

pub use shown::{Outcome, Shown};

use crate::{Access, BoardName, Cursor, Epoch, NoticeId, Version};
use expiry::Expiry;
use follow::Follow;
use heartbeat::{Beat, Pulse};
use std::collections::VecDeque;

/// Boards that one connection may follow.
pub const BOARDS_MAX: usize = 64;
/// Bad messages within [`BAD_WINDOW_MS`] that end the connection.
const BAD_MAX: usize = 5;
/// How long a bad message counts, ms.
const BAD_WINDOW_MS: u64 = 60_000;
/// A ping and a bookmark that are due within so long of each other go out at once, ms: one write, one answer.
const TOGETHER_MS: u64 = 8_000;
/// With so much to be sent, nothing more is taken from the terminal.
const PENDING_MAX: usize = 32;

/// What was shown longer ago is not taken any more, ms: as long as such records are kept.
pub const SHOWN_KEPT_MS: u64 = 7 * 24 * 3_600_000;
/// A terminal's clock may be ahead of the server's by so much where it says what was shown, ms.
const SHOWN_AHEAD_MS: u64 = 60_000;

/// The machine of one connection.
#[derive(Debug)]
pub struct Session {
    epoch: Epoch,
    terminal: Terminal,
    boards: Vec<Follow>,
    /// Whose turn it is.
    turn: usize,
    /// Absent where the transport has no way to answer.
    pulse: Option<Pulse>,
    pending: VecDeque<Action>,
    /// When the newest bad messages came, ms.
    bad: VecDeque<u64>,
    ended: bool,
    told_of_expiry: bool,
}

impl Session {
    /// A connection that has just been opened. Without a heartbeat it is its transport that notices its end.
    pub fn open(epoch: Epoch, terminal: Terminal, heartbeat: Option<Heartbeat>, now: u64) -> Self {
        let hello = Frame::Hello {
            session: terminal.session,
            server_time: now,
            heartbeat: heartbeat.unwrap_or_default(),
            kind: terminal.kind,
            name: terminal.name.clone(),
            token_expires_at: expiry::shown(terminal.access.ends_at()),
        };
        Self {
            epoch,
            terminal,
            boards: Vec::new(),
            turn: 0,
            pulse: heartbeat.map(|rule| Pulse::new(rule, now)),
            pending: VecDeque::from([Action::Send(hello)]),
            bad: VecDeque::new(),
            ended: false,
            told_of_expiry: false,
        }
    }

    /// Who is connected.
    pub fn terminal(&self) -> &Terminal {
        &self.terminal
    }

    /// The boards that are followed, with what is wanted of each.
    pub fn following(&self) -> impl Iterator<Item = (&BoardName, &Filter)> {
        self.boards.iter().map(|follow| (&follow.board, &follow.filter))
    }

    /// Up to where a board has been given out; of one that has only begun, where it begins. `None`: it is not followed.
    pub fn reached(&self, board: &BoardName) -> Option<Version> {
        self.boards.iter().find(|follow| follow.board == *board).map(|follow| follow.cursor)
    }

    /// Whether there is room for what a request may bring; else the terminal is not read.
    pub fn takes_requests(&self) -> bool {
        !self.ended && self.pending.len() < PENDING_MAX
    }

    /// Something came from the terminal, whatever it was.
    pub fn heard(&mut self, now: u64) {
        if let Some(pulse) = &mut self.pulse {
            pulse.heard(now);
        }
    }

    /// The terminal asks for something.
    pub fn request(&mut self, request: Request, standings: &dyn Standings, now: u64) {
        match request {
            Request::Subscribe { board, last_seen, filter } => {
                self.subscribe(board, &last_seen, filter, standings, now);
            }
            Request::Unsubscribe { board } => {
                self.boards.retain(|follow| follow.board != board);
                self.send(Frame::Unsubscribed { board });
            }
            Request::Ack { board, cursor } => self.acknowledge(board, cursor, now),
            Request::Shown { board, shown } => self.shown(board, shown, now),
            Request::Token(token) => self.pending.push_back(Action::Verify(token)),
            Request::Ping { ts } => self.send(Frame::Pong { ts, server_time: now }),
            Request::Unknown => {}
        }
    }

    fn subscribe(
        &mut self,
        board: BoardName,
        last_seen: &LastSeen,
        filter: Filter,
        standings: &dyn Standings,
        now: u64,
    ) {
        if !filter.is_open() && self.terminal.kind != Kind::Feed {
            return self
                .malformed("tags and min_level are for terminal=feed; a screen filters by itself", now);
        }
        if !may_follow(&self.terminal, &board) {
            let detail = "the token does not allow to follow this board".into();
            return self.send(Frame::Error { code: ErrorCode::Forbidden, detail, board: Some(board) });
        }
        // A second subscribe takes the place of the first.
        let known = self.boards.iter().position(|follow| follow.board == board);
        if known.is_none() && self.boards.len() == BOARDS_MAX {
            let detail = format!("a connection follows at most {BOARDS_MAX} boards: open another").into();
            return self.send(Frame::Error { code: ErrorCode::TooManyBoards, detail, board: Some(board) });
        }
        if let Some(known) = known {
            self.boards.remove(known);
        }
        let standing = standings.standing(&board);
        let mut follow = Follow::new(board, filter, self.terminal.kind, now);
        match (last_seen, &self.terminal.name) {
            (LastSeen::Server, Some(name)) => {
                let (board, name) = (follow.board.clone(), name.clone());
                self.pending.push_back(Action::Recall { board, name });
            }
            // Of one without a name nothing is remembered.
            (LastSeen::Server, None) => {
                follow.begin(&LastSeen::Nothing, &self.epoch, standing, now, &mut self.pending);
            }
            _ => follow.begin(last_seen, &self.epoch, standing, now, &mut self.pending),
        }
        // Most follow one.
        self.boards.reserve_exact(1);
        self.boards.push(follow);
    }

    /// What a [`Action::Recall`] gave; `None`: nothing is known of the terminal.
    pub fn recalled(&mut self, board: &BoardName, seen: Option<Cursor>, standings: &dyn Standings, now: u64) {
        let Some(follow) = self.boards.iter_mut().find(|follow| follow.board == *board) else { return };
        if follow.waits_for_its_beginning() {
            let last_seen = seen.map_or(LastSeen::Nothing, LastSeen::Cursor);
            let standing = standings.standing(board);
            follow.begin(&last_seen, &self.epoch, standing, now, &mut self.pending);
        }
    }

    fn acknowledge(&mut self, board: BoardName, cursor: Cursor, now: u64) {
        let Some(name) = self.terminal.name.clone() else {
            return self
                .malformed("an ack is of a terminal with a name: connect with name=lobby-1, say", now);
        };
        let Some(follow) = self.boards.iter().find(|follow| follow.board == board) else {
            return self.malformed("an ack is of a board that this connection follows", now);
        };
        if cursor.epoch != self.epoch || !follow.has_sent(cursor.version) {
            return self.malformed("an ack has the cursor of a frame that was sent on this connection", now);
        }
        self.pending.push_back(Action::Keep { board, name, cursor });
    }

    fn shown(&mut self, board: BoardName, shown: Shown, now: u64) {
        let Some(name) = self.terminal.name.clone() else {
            return self.malformed(
                "what was shown is told by a terminal with a name: connect with name=lobby-1, say",
                now,
            );
        };
        if self.reached(&board).is_none() {
            return self.malformed("what was shown is told of a board that this connection follows", now);
        }
        // What is too old is kept no longer, and what is to come has not been.
        if shown.from.saturating_add(SHOWN_KEPT_MS) >= now && shown.until <= now + SHOWN_AHEAD_MS {
            self.pending.push_back(Action::Record { board, name, shown });
        }
    }

    /// Something became of a notice: an operator's terminal that follows the board hears of it, if it has room to.
    pub fn observed(&mut self, board: &BoardName, id: &NoticeId, stage: &'static str, at: u64) {
        let hears = self.terminal.kind == Kind::Admin && self.reached(board).is_some();
        if hears && self.pending.len() < PENDING_MAX {
            self.send(Frame::Lifecycle { board: board.clone(), id: id.clone(), stage, at });
        }
    }

    /// So many of a board's cues have been sent.
    pub fn told(&mut self, board: &BoardName, upto: u64) {
        if let Some(follow) = self.boards.iter_mut().find(|follow| follow.board == *board) {
            follow.told(upto);
        }
    }

    /// What came could not be read, or is wrong.
    pub fn malformed(&mut self, detail: &str, now: u64) {
        while self.bad.front().is_some_and(|at| at + BAD_WINDOW_MS <= now) {
            self.bad.pop_front();
        }
        self.bad.push_back(now);
        if self.bad.len() >= BAD_MAX {
            return self.end(Close::BadMessages);
        }
        self.send(Frame::Error { code: ErrorCode::BadMessage, detail: detail.into(), board: None });
    }

    /// The server goes away: a `bye`, then the end.
    pub fn drain(&mut self, retry_after_ms: u64) {
        if !self.ended {
            self.send(Frame::Bye { close: Close::Restart, retry_after_ms });
            self.end(Close::Restart);
        }
    }

    /// What a [`Action::Verify`] gave. A token of somebody else is not this connection's to go on with; one that opens less takes
    /// boards away. `Err`: it is not good, and why.
    pub fn renewed(&mut self, renewed: Result<Access, Box<str>>) {
        if self.ended {
            // It leaves anyway: whatever the token opens, nothing more than the last word has to go out.
            return self.keep_the_last_word();
        }
        let access = match renewed {
            Ok(access) => access,
            Err(detail) => {
                self.cut(Close::Expired);
                let told = Frame::Error { code: ErrorCode::Forbidden, detail, board: None };
                return self.pending.push_front(Action::Send(told));
            }
        };
        if !access.is_of_whom(&self.terminal.access) {
            return self.cut(Close::Revoked);
        }
        self.terminal.access = access;
        self.told_of_expiry = false;
        let token_expires_at = expiry::shown(self.terminal.access.ends_at());
        self.send(Frame::TokenOk { token_expires_at });
        let (kept, lost) = std::mem::take(&mut self.boards)
            .into_iter()
            .partition(|follow| may_follow(&self.terminal, &follow.board));
        self.boards = kept;
        let lost: Vec<Follow> = lost;
        for follow in lost {
            let board = follow.board;
            self.pending.retain(|action| action.board() != Some(&board));
            let detail = "the newer token does not allow to follow this board".into();
            self.send(Frame::Error { code: ErrorCode::Forbidden, detail, board: Some(board.clone()) });
            self.send(Frame::Unsubscribed { board });
        }
    }

    /// Its token was taken back.
    pub fn revoke(&mut self) {
        self.cut(Close::Revoked);
    }

    /// The end, at once: nothing that waits goes out any more, since it is no longer allowed.
    fn cut(&mut self, close: Close) {
        if self.ended {
            self.keep_the_last_word();
        } else {
            self.pending.clear();
            self.send(Frame::Bye { close, retry_after_ms: 0 });
            self.end(close);
        }
    }

    /// Of what waits, nothing but the end goes out.
    fn keep_the_last_word(&mut self) {
        let last = |action: &Action| matches!(action, Action::Send(Frame::Bye { .. }) | Action::Close(_));
        self.pending.retain(last);
    }

    /// The server ends at once: there is no time for a `bye`.
    pub fn leave(&mut self) {
        self.end(Close::GoingAway);
    }

    /// Up to where a board's entries have been given out, if whatever comes next is owed as it is and nothing stands
    /// before it. Whoever knows the entries after it may send them unasked, and says so with [`Session::delivered`].
    pub fn live(&self, board: &BoardName) -> Option<Version> {
        let follow = self.boards.iter().find(|follow| follow.board == *board)?;
        (!self.ended && self.pending.is_empty() && follow.is_live()).then_some(follow.cursor)
    }

    /// Every entry of a live board after where it was, and up to this one, has been sent; the last is of this time.
    pub fn delivered(&mut self, board: &BoardName, upto: Version, at: u64) {
        if let Some(follow) = self.boards.iter_mut().find(|follow| follow.board == *board) {
            follow.delivered(upto, at);
        }
    }

    /// What a [`Action::Read`] gave.
    pub fn read(&mut self, board: &BoardName, reading: Reading, standings: &dyn Standings, now: u64) {
        let Some(follow) = self.boards.iter_mut().find(|follow| follow.board == *board) else { return };
        match reading {
            Reading::Entries(entries) => follow.entries(&entries, &self.epoch, now, &mut self.pending),
            Reading::Trimmed => {
                let standing = standings.standing(board);
                follow.reset(ResetReason::Lagged, &self.epoch, standing, now, &mut self.pending);
            }
            Reading::Failed => self.end(Close::Internal),
        }
    }

    /// The board's snapshot has been sent: as of this version and time.
    pub fn snapshotted(&mut self, board: &BoardName, version: Version, at: u64, now: u64) {
        if let Some(follow) = self.boards.iter_mut().find(|follow| follow.board == *board) {
            follow.snapshotted(version, at, now);
        }
    }

    /// The next thing to do, if there is one.
    pub fn poll(&mut self, standings: &dyn Standings, now: u64) -> Option<Action> {
        if self.ended {
            if now >= self.terminal.access.ends_at() {
                self.keep_the_last_word();
            }
            return self.pending.pop_front();
        }
        match expiry::due(self.terminal.access.ends_at(), self.told_of_expiry, now) {
            Some(Expiry::Tell(in_ms)) => {
                self.told_of_expiry = true;
                self.send(Frame::TokenExpiring { in_ms });
            }
            Some(Expiry::Over) => {
                self.cut(Close::Expired);
                return self.pending.pop_front();
            }
            None => {}
        }
        match self.pulse.as_mut().and_then(|pulse| pulse.poll(now)) {
            Some(Beat::Ping) => {
                self.pending.push_back(Action::Ping);
                for follow in &mut self.boards {
                    let standing = standings.standing(&follow.board);
                    follow.mark_by(now + TOGETHER_MS, &self.epoch, standing, now, &mut self.pending);
                }
            }
            Some(Beat::Lost) => self.end(Close::HeartbeatLost),
            None => {}
        }
        // Every board gets its turn, however much another has to say.
        for _ in 0..self.boards.len() {
            if !self.pending.is_empty() {
                break;
            }
            self.turn = (self.turn + 1) % self.boards.len();
            let follow = &mut self.boards[self.turn];
            follow.poll(&self.epoch, standings, now, &mut self.pending);
            let marks = matches!(self.pending.front(), Some(Action::Send(Frame::Bookmark { .. })));
            if marks && self.pulse.as_mut().is_some_and(|pulse| pulse.ask_by(now + TOGETHER_MS)) {
                self.pending.push_back(Action::Ping);
            }
        }
        let next = self.pending.pop_front();
        if self.pending.is_empty() {
            // Thousands rest most of the time.
            self.pending = VecDeque::new();
        }
        next
    }

    /// When [`Session::poll`] may have something although nothing happens, ms; `u64::MAX`: never.
    pub fn deadline(&self) -> u64 {
        let boards = self.boards.iter().map(Follow::deadline).min().unwrap_or(u64::MAX);
        let expiry = expiry::deadline(self.terminal.access.ends_at(), self.told_of_expiry);
        self.pulse.as_ref().map_or(u64::MAX, Pulse::deadline).min(boards).min(expiry)
    }

    fn send(&mut self, frame: Frame) {
        if !self.ended {
            self.pending.push_back(Action::Send(frame));
        }
    }

    /// What is pending still goes out; nothing comes after the close.
    fn end(&mut self, close: Close) {
        if !self.ended {
            self.ended = true;
            self.pending.push_back(Action::Close(close));
        }
    }
}

/// Whether a terminal may follow a board as what it is.
fn may_follow(terminal: &Terminal, board: &BoardName) -> bool {
    terminal.access.may_subscribe(board) && (terminal.kind != Kind::Admin || terminal.access.may_administer())
}

#[cfg(test)]
mod tests;
