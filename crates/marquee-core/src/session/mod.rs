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

mod follow;
pub mod frame;
mod heartbeat;

pub use frame::{Close, ErrorCode, Frame, Heartbeat, Kind, ResetReason, Resume};

use crate::{Access, BoardName, Cursor, Epoch, Level, Version};
use follow::Follow;
use heartbeat::{Beat, Pulse};
use std::collections::VecDeque;

/// Boards that one connection may follow.
pub const BOARDS_MAX: usize = 64;
/// Bad messages within [`BAD_WINDOW_MS`] that end the connection.
const BAD_MAX: usize = 5;
/// How long a bad message counts, ms.
const BAD_WINDOW_MS: u64 = 60_000;
/// With so much to be sent, nothing more is taken from the terminal.
const PENDING_MAX: usize = 32;

/// Where a board stands. The watermark is read before the head, so that nothing slips in between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The first version that is kept.
    pub oldest: Version,
    /// The newest.
    pub head: Version,
    /// The newest entry's time, ms.
    pub at: u64,
    /// No later entry will be stamped below this, ms.
    pub watermark: u64,
}

/// Whoever knows where boards stand.
pub trait Standings {
    /// Of a board that was never written: oldest 1, head 0.
    fn standing(&self, board: &BoardName) -> Standing;
}

/// What a terminal says it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LastSeen {
    /// It has nothing.
    Nothing,
    /// It has everything up to here.
    Cursor(Cursor),
    /// It said something that is no cursor.
    Invalid,
    /// It wants to go on from where it last said that it is.
    Server,
}

impl LastSeen {
    /// What a text means; an empty one is none.
    pub fn parse(text: Option<&str>) -> Self {
        match text {
            None | Some("") => Self::Nothing,
            Some("server") => Self::Server,
            Some(text) => Cursor::parse(text).map_or(Self::Invalid, Self::Cursor),
        }
    }
}

/// Which puts a feed wants; deletes and policies always pass.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Filter {
    /// Any of these; empty: all.
    pub tags: Vec<Box<str>>,
    /// At least as urgent as this.
    pub min_level: Option<Level>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_open(&self) -> bool {
        self.tags.is_empty() && self.min_level.is_none()
    }

    /// Whether a put of a notice with this level and these tags passes.
    pub fn admits<'a>(&self, level: Level, mut tags: impl Iterator<Item = &'a str>) -> bool {
        self.min_level.is_none_or(|floor| level.at_least(floor))
            && (self.tags.is_empty() || tags.any(|tag| self.tags.iter().any(|wanted| **wanted == *tag)))
    }
}

/// What a terminal asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Follow a board.
    Subscribe {
        /// The board.
        board: BoardName,
        /// What the terminal has of it.
        last_seen: LastSeen,
        /// What it wants of it.
        filter: Filter,
    },
    /// Follow it no longer.
    Unsubscribe {
        /// The board.
        board: BoardName,
    },
    /// It has taken in everything up to here: the server is to remember that.
    Ack {
        /// The board.
        board: BoardName,
        /// The last entry that it has.
        cursor: Cursor,
    },
    /// Are you there, and what time is it?
    Ping {
        /// Given back as it is.
        ts: i64,
    },
    /// Something of a later protocol: passed over.
    Unknown,
}

/// One entry that was read, as far as the machine needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Its number.
    pub version: Version,
    /// Its time, ms.
    pub at: u64,
    /// Whether the board's filter lets it through.
    pub passes: bool,
}

/// What a read gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// The next entries.
    Entries(Vec<Seen>),
    /// They were trimmed in the meantime.
    Trimmed,
    /// The log could not be read.
    Failed,
}

/// What to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Send this frame.
    Send(Frame),
    /// Send an entry of those that were read last on this board.
    Deliver {
        /// The board.
        board: BoardName,
        /// The entry.
        version: Version,
    },
    /// Read entries, and say so with [`Session::read`].
    Read {
        /// The board.
        board: BoardName,
        /// Those after this version.
        after: Version,
        /// At most so many.
        limit: usize,
    },
    /// Send the board's snapshot, and say so with [`Session::snapshotted`].
    Snapshot {
        /// The board.
        board: BoardName,
    },
    /// Look up how far the terminal said it was, and say so with [`Session::recalled`].
    Recall {
        /// The board.
        board: BoardName,
        /// What the terminal calls itself.
        name: Box<str>,
    },
    /// Remember how far the terminal says it is.
    Keep {
        /// The board.
        board: BoardName,
        /// What the terminal calls itself.
        name: Box<str>,
        /// The last entry that it has.
        cursor: Cursor,
    },
    /// Send a control frame that asks for an answer.
    Ping,
    /// End the connection.
    Close(Close),
}

/// Who is connected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terminal {
    /// A name for the connection.
    pub session: Box<str>,
    /// How it takes part.
    pub kind: Kind,
    /// What it calls itself.
    pub name: Option<Box<str>>,
    /// What it may do.
    pub access: Access,
}

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
}

impl Session {
    /// A connection that has just been opened. Without a heartbeat it is its transport that notices its end.
    pub fn open(epoch: Epoch, terminal: Terminal, heartbeat: Option<Heartbeat>, now: u64) -> Self {
        let hello = Frame::Hello {
            session: terminal.session.clone(),
            server_time: now,
            heartbeat: heartbeat.unwrap_or_default(),
            kind: terminal.kind,
            name: terminal.name.clone(),
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
        }
    }

    /// The boards that are followed, with what is wanted of each.
    pub fn following(&self) -> impl Iterator<Item = (&BoardName, &Filter)> {
        self.boards.iter().map(|follow| (&follow.board, &follow.filter))
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
        if !self.terminal.access.may_subscribe(&board) {
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
            return self.pending.pop_front();
        }
        match self.pulse.as_mut().and_then(|pulse| pulse.poll(now)) {
            Some(Beat::Ping) => self.pending.push_back(Action::Ping),
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
            let standing = standings.standing(&follow.board);
            follow.poll(&self.epoch, standing, now, &mut self.pending);
        }
        self.pending.pop_front()
    }

    /// When [`Session::poll`] may have something although nothing happens, ms; `u64::MAX`: never.
    pub fn deadline(&self) -> u64 {
        let boards = self.boards.iter().map(Follow::deadline).min().unwrap_or(u64::MAX);
        self.pulse.as_ref().map_or(u64::MAX, Pulse::deadline).min(boards)
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

#[cfg(test)]
mod tests;
