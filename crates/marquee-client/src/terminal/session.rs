//! The terminal's side of a connection, as a pure machine: it is told what happened and answers what to do. It owns no
//! socket, no timer, no clock and no dice; `shell.rs` does.
//!
//! ```text
//!   token ──► connecting ──► open ──┐
//!     ▲                             │ closed, or silent for too long
//!     └──────── waiting ◄───────────┘
//! ```

use super::backoff::{NO_CODE, TOKEN_EXPIRED, TOKEN_REVOKED, backoff_ms, floor_ms, needs_token};
use super::clock::Clock;
use super::follow::Follow;

use super::heard::RETRY_MAX_MS;
use super::request::{Request, Secret, Shown};
use super::words::{Action, Connected, Event, Told, Who};
use crate::Bearer;
use std::collections::VecDeque;

/// A first few pings in quick succession find the clock's offset; then they only watch over it. So many are remembered
/// without their answer; beyond it the oldest goes.
const QUICK_PINGS: usize = 4;
const QUICK_PING_MS: u64 = 500;
const PING_MS: u64 = 10_000;
/// A server that says nothing for so long is dead, ms: an outage is told, not waited out.
const SILENCE_MS: u64 = 25_000;
/// It has been asked for at least so long, so that a machine that slept does not blame the server.
const ASKED_MS: u64 = SILENCE_MS - PING_MS;
/// A connection that lasted for so long starts the back-off from its beginning, ms.
const LASTING_MS: u64 = 10_000;
/// A token that ends is asked for again this often until there is another one, ms.
const RENEW_MS: u64 = 10_000;
/// So many reports are kept through an outage; beyond it the oldest goes.
const REPORTS_MAX: usize = 1_000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    Idle,
    Token,
    Connecting { since: u64 },
    Open { since: u64 },
    Waiting { until: u64 },
    Stopped,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Renewal {
    next: u64,
    until: u64,
}

/// The machine. Times are ms of a clock that never goes back; `chance` is any number, each as likely as another.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) who: Who,
    pub(super) clock: Clock,
    pub(super) follow: Follow,
    phase: Phase,
    connected: Connected,
    attempt: u32,
    pub(super) not_before: u64,
    token: Option<Bearer>,
    /// Whether the server refused the token that is had.
    refused: bool,
    /// Whether a token is being looked for.
    fetching: bool,
    /// While the token of an open connection ends: when it is asked for again, and when it is too late.
    pub(super) renewal: Option<Renewal>,
    heard: u64,
    /// When the server was first asked for a word that has not come.
    asked: Option<u64>,
    pub(super) pings: VecDeque<u64>,
    pinged: usize,
    next_ping: u64,
    pub(super) broken: u32,
    reports: VecDeque<Shown>,
    pub(super) actions: Vec<Action>,
}

impl Session {
    /// A terminal that has not begun.
    pub(super) fn new(who: Who) -> Self {
        let follow = Follow::new(who.kind, who.last_seen.clone());
        Self {
            who,
            clock: Clock::default(),
            follow,
            phase: Phase::Idle,
            connected: Connected::CatchingUp,
            attempt: 0,
            not_before: 0,
            token: None,
            refused: false,
            fetching: false,
            renewal: None,
            heard: 0,
            asked: None,
            pings: VecDeque::new(),
            pinged: 0,
            next_ping: u64::MAX,
            broken: 0,
            reports: VecDeque::new(),
            actions: Vec::new(),
        }
    }

    /// The server's clock.
    pub(super) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The board.
    pub(super) fn follow(&self) -> &Follow {
        &self.follow
    }

    /// How it is connected.
    pub(super) fn connected(&self) -> Connected {
        self.connected
    }

    /// When it tries again, while it waits.
    pub(super) fn waits_until(&self) -> Option<u64> {
        match self.phase {
            Phase::Waiting { until } => Some(until),
            _ => None,
        }
    }

    /// When a tick is due although nothing happens.
    pub(super) fn deadline(&self) -> Option<u64> {
        match self.phase {
            Phase::Waiting { until } => Some(until),
            Phase::Connecting { since } => Some(since + SILENCE_MS),
            Phase::Open { .. } => {
                let renewal = self.renewal.map_or(u64::MAX, |renewal| renewal.next);
                Some(self.next_ping.min(self.dead_at()).min(renewal))
            }
            Phase::Idle | Phase::Token | Phase::Stopped => None,
        }
    }

    /// Takes what happened at this time and says what to do.
    pub(super) fn handle(&mut self, event: Event, now: u64, chance: u32) -> Vec<Action> {
        match (event, self.phase) {
            (Event::Start, Phase::Idle) => {
                self.phase = Phase::Token;
                self.fetch_token();
            }
            (Event::Token(found), _) => self.take_token(found, now, chance),
            (Event::Opened, Phase::Connecting { .. }) => self.open(now),
            (Event::Refused { status, detail, retry_after_ms }, Phase::Connecting { .. }) => {
                let code = match status {
                    Some(401) => "unauthorized",
                    Some(403) => "forbidden",
                    Some(_) => "refused",
                    None => "unreachable",
                };
                self.trouble(code, &detail);
                self.not_before = self.not_before.max(now + retry_after_ms.min(RETRY_MAX_MS));
                self.closed(NO_CODE, now, chance);
            }
            (Event::Message(read), Phase::Open { .. }) => self.message(read, now, chance),
            (Event::Alive, Phase::Open { .. }) => self.hear(now),
            (Event::Closed(code), _) => self.closed(code, now, chance),
            (Event::Tick, _) => self.tick(now, chance),
            (Event::Report(shown), _) => self.report(shown),
            (Event::Stop, _) => {
                if matches!(self.phase, Phase::Connecting { .. } | Phase::Open { .. }) {
                    self.actions.push(Action::Drop);
                }
                self.phase = Phase::Stopped;
                self.tell(Connected::Offline);
            }
            // What comes late, of a connection that is no more.
            (Event::Start | Event::Opened | Event::Refused { .. } | Event::Message(_) | Event::Alive, _) => {}
        }
        if let Phase::Open { .. } = self.phase {
            self.tell(if self.follow.is_live() { Connected::Live } else { Connected::CatchingUp });
        }
        std::mem::take(&mut self.actions)
    }

    fn tell(&mut self, connected: Connected) {
        if self.connected == connected {
            return;
        }
        self.connected = connected;
        self.actions.push(Action::Tell(Told::Connected(connected)));
        if connected == Connected::Live {
            self.broken = 0;
            let kept = std::mem::take(&mut self.reports);
            self.actions.extend(kept.into_iter().map(|shown| Action::Send(Request::Shown(shown))));
        }
    }

    pub(super) fn trouble(&mut self, code: &str, detail: &str) {
        self.actions.push(Action::Tell(Told::Trouble { code: code.to_owned(), detail: detail.to_owned() }));
    }

    /// A terminal without a name reports nothing.
    fn report(&mut self, shown: Shown) {
        if self.who.name.is_none() || self.phase == Phase::Stopped {
            return;
        }
        if matches!(self.phase, Phase::Open { .. }) && self.connected == Connected::Live {
            self.actions.push(Action::Send(Request::Shown(shown)));
            return;
        }
        if self.reports.len() == REPORTS_MAX {
            self.reports.pop_front();
        }
        self.reports.push_back(shown);
    }

    fn fetch_token(&mut self) {
        // One question at a time: its answer serves whoever waits for it.
        if !std::mem::replace(&mut self.fetching, true) {
            self.actions.push(Action::FetchToken);
        }
    }

    fn take_token(&mut self, found: Result<Option<Bearer>, String>, now: u64, chance: u32) {
        self.fetching = false;
        let token = match found {
            Ok(token) => token,
            Err(detail) => {
                self.trouble("token", &detail);
                if self.phase == Phase::Token {
                    self.wait(now, chance);
                }
                return;
            }
        };
        let fresh = token != self.token;
        self.token.clone_from(&token);
        if fresh {
            self.refused = false;
        }
        match (self.phase, token) {
            (Phase::Open { .. }, Some(token)) if fresh => {
                self.actions.push(Action::Send(Request::Token { token: Secret(token) }));
            }
            (Phase::Token, _) if self.refused => self.wait(now, chance),
            (Phase::Token, token) => {
                let mut query = vec![
                    ("board", self.who.board.as_str().to_owned()),
                    ("terminal", self.who.kind.name().to_owned()),
                ];
                query.extend(self.who.name.clone().map(|name| ("name", name)));
                query.extend(self.follow.cursor().map(|cursor| ("last_seen", cursor.to_string())));
                self.phase = Phase::Connecting { since: now };
                self.actions.push(Action::Open { query, token });
            }
            _ => {}
        }
    }

    fn open(&mut self, now: u64) {
        self.phase = Phase::Open { since: now };
        self.hear(now);
        self.broken = 0;
        self.pings.clear();
        self.pinged = 0;
        self.renewal = None;
        self.follow.ask();
        self.ping(now);
    }

    fn ping(&mut self, now: u64) {
        if self.pings.len() == QUICK_PINGS {
            self.pings.pop_front();
        }
        self.pings.push_back(now);
        self.asked.get_or_insert(now);
        self.pinged += 1;
        self.next_ping = now + if self.pinged < QUICK_PINGS { QUICK_PING_MS } else { PING_MS };
        self.actions.push(Action::Send(Request::Ping { ts: now }));
    }

    pub(super) fn hear(&mut self, now: u64) {
        self.heard = now;
        self.asked = None;
    }

    fn dead_at(&self) -> u64 {
        self.asked.map_or(u64::MAX, |asked| (self.heard + SILENCE_MS).max(asked + ASKED_MS))
    }

    fn tick(&mut self, now: u64, chance: u32) {
        match self.phase {
            Phase::Waiting { until } if now >= until => {
                self.phase = Phase::Token;
                self.fetch_token();
            }
            Phase::Connecting { since } if now >= since + SILENCE_MS => {
                self.trouble("unreachable", "the server did not answer the handshake");
                self.give_up(now, chance);
            }
            Phase::Open { .. } if now >= self.dead_at() => self.give_up(now, chance),
            Phase::Open { .. } => {
                if now >= self.next_ping {
                    self.ping(now);
                }
                if let Some(renewal) = self.renewal.filter(|renewal| now >= renewal.next) {
                    self.renew(now, renewal.until);
                }
            }
            _ => {}
        }
    }

    /// Asks for a token, and again until the server has taken another one or the old one is over.
    pub(super) fn renew(&mut self, now: u64, until: u64) {
        self.renewal = (now < until).then_some(Renewal { next: now + RENEW_MS, until });
        if self.renewal.is_some() {
            self.fetch_token();
        }
    }

    pub(super) fn give_up(&mut self, now: u64, chance: u32) {
        self.actions.push(Action::Drop);
        self.closed(NO_CODE, now, chance);
    }

    fn closed(&mut self, code: u16, now: u64, chance: u32) {
        match self.phase {
            Phase::Open { since } => {
                if now.saturating_sub(since) >= LASTING_MS {
                    self.attempt = 0;
                }
            }
            Phase::Connecting { .. } => {}
            _ => return,
        }
        match code {
            TOKEN_EXPIRED => self.trouble("token-expired", "the token has ended: it takes a new one to come back"),
            TOKEN_REVOKED => self.trouble(
                "token-revoked",
                "the token was taken back, or was followed by one of somebody else: it takes a new one to come back, in \
                 five minutes",
            ),
            _ => {}
        }
        self.refused |= needs_token(code);
        self.not_before = self.not_before.max(now + floor_ms(code));
        self.wait(now, chance);
    }

    fn wait(&mut self, now: u64, chance: u32) {
        let until = self.not_before.max(now + backoff_ms(self.attempt, chance));
        self.phase = Phase::Waiting { until };
        self.attempt = self.attempt.saturating_add(1);
        self.tell(Connected::Offline);
    }
}
