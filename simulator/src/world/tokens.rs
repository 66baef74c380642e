//! Tokens of a world: some terminals come with one, which ends while they are connected, is renewed in band or taken back. The
//! world issues and verifies them itself; what goes out is held against them. It never signs anything.

use super::{Event, World, note};
use crate::network::Up;
use marquee_core::session::{Close, Frame};
use marquee_core::{Access, Bearer, BoardName, Mark, Scopes};
use proof::check::Class;
use serde_json::json;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// How long a token lets its terminal stay, ms: it ends before the last notices, whenever it was issued.
const LASTS_MS: Range<u64> = 2_000..30_000;
/// One that was issued when nothing fails any more outlasts the world, ms.
const OUTLASTS_MS: u64 = 600_000;
/// The last words before a token ends are said so long before, at most, ms.
const LAST_WORDS_MS: u64 = 200;
/// A newer token is said so long after the end at most, ms: then it is too late.
const TOO_LATE_MS: u64 = 300;

/// What a token opens and for how long, as the judge counts it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Grant {
    subject: String,
    boards: BTreeSet<BoardName>,
    /// By the server's clock.
    ends_at: u64,
    /// It is over before its time, and its connection has to be closed with this code.
    over: Option<u16>,
}

/// What a terminal does about a token that is about to end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Renewal {
    /// It asks much, shortly before the end, and has no other token.
    LastWords,
    /// It sends one that opens the same.
    Same,
    /// It sends one that opens less, and at times asks for all of its boards in the same breath.
    Narrower,
    /// It sends something that is no token.
    Bad,
    /// It sends somebody else's.
    Foreign,
}

impl Grant {
    /// As a token's text.
    fn text(&self) -> String {
        let boards: Vec<_> = self.boards.iter().map(|board| format!("subscribe:{board}")).collect();
        format!("{} {} {}", self.subject, self.ends_at, boards.join(" "))
    }

    /// What a token's text says, if it is good at this time.
    fn read(text: &str, now: u64) -> Result<Self, Box<str>> {
        let mut words = text.split(' ');
        let subject = words.next().unwrap_or_default().to_owned();
        let ends_at = words.next().and_then(|word| word.parse().ok()).ok_or("this is no token")?;
        if now >= ends_at {
            return Err("this token has ended".into());
        }
        let boards = words.filter_map(|word| BoardName::parse(word.strip_prefix("subscribe:")?)).collect();
        Ok(Self { subject, boards, ends_at, over: None })
    }

    /// As the session knows it.
    pub(super) fn access(&self) -> Access {
        let words: Vec<_> = self.boards.iter().map(|board| format!("subscribe:{board}")).collect();
        let scopes = Scopes::parse(&words.join(" ")).unwrap_or_else(|_| Scopes::none());
        let (subject, mark) = (self.subject.as_str().into(), Mark::default());
        Access::Bearer(Arc::new(Bearer { subject, scopes, ends_at: self.ends_at, mark }))
    }

    /// Why nothing may be given out by it, or nothing of a board.
    fn forbids(&self, board: Option<&BoardName>, now: u64) -> Option<String> {
        if let Some(code) = self.over {
            return Some(format!("its token is over, by {code}"));
        }
        if now >= self.ends_at {
            return Some(format!("its token ended {} ms ago", now - self.ends_at));
        }
        let board = board.filter(|board| !self.boards.contains(board))?;
        Some(format!("its token does not open {board}"))
    }
}

impl World {
    /// A token for a terminal that opens these boards, by the clock of the server that runs.
    pub(super) fn issue(&mut self, terminal: usize, boards: &[BoardName]) -> Option<Grant> {
        let lasts = if self.quiet { OUTLASTS_MS } else { self.rng.u64(LASTS_MS) };
        let now = self.process.as_ref()?.time.now();
        let boards = boards.iter().cloned().collect();
        Some(Grant { subject: format!("t{terminal}"), boards, ends_at: now + lasts, over: None })
    }

    /// A terminal is told that its token ends.
    pub(super) fn token_expires(&mut self, number: usize, in_ms: u64) {
        let renewal = match self.rng.u32(0..100) {
            0..30 => Renewal::LastWords,
            30..55 => Renewal::Same,
            55..80 => Renewal::Narrower,
            80..90 => Renewal::Bad,
            _ => Renewal::Foreign,
        };
        let ms = match renewal {
            Renewal::LastWords => in_ms.saturating_sub(self.rng.u64(0..LAST_WORDS_MS)),
            _ => self.rng.u64(in_ms / 2..in_ms + TOO_LATE_MS),
        };
        self.after(ms.max(1), Event::Renew(number, renewal));
    }

    /// It does something about it.
    pub(super) fn renew(&mut self, number: usize, renewal: Renewal) {
        let Some(link) = self.links.get(&number) else { return };
        let (terminal, room) = (link.terminal, link.room);
        let all = self.terminals[terminal].boards.clone();
        let Some(grant) = &link.grant else { return };
        // One that has lost a board comes back for it when its token has ended.
        if self.terminals[terminal].link != Some(number) || grant.boards.len() < all.len() {
            return;
        }
        let renewal = if self.quiet { Renewal::Same } else { renewal };
        let mut boards = all.clone();
        if renewal == Renewal::Narrower {
            boards.remove(self.rng.usize(..boards.len()));
        }
        let Some(mut newer) = self.issue(terminal, &boards) else { return };
        // Whoever asks more than there is room for is still to be answered when the token is looked at.
        let burst = !self.quiet && self.rng.bool();
        for ts in 0..if burst { room } else { 0 } {
            self.say(number, Up::Message(json!({"type": "ping", "ts": ts}).to_string()));
        }
        let token = match renewal {
            Renewal::LastWords => None,
            Renewal::Same | Renewal::Narrower => Some(newer.text()),
            Renewal::Bad => Some("what is this".into()),
            Renewal::Foreign => {
                newer.subject = "somebody".into();
                Some(newer.text())
            }
        };
        if let Some(token) = token {
            self.say(number, Up::Message(json!({"type": "token", "token": token}).to_string()));
        }
        if burst && matches!(renewal, Renewal::LastWords | Renewal::Narrower) {
            all.iter().for_each(|board| self.ask_anew(number, board));
        }
    }

    /// The server is shown a newer token.
    pub(super) fn verify(&mut self, number: usize, text: &str) {
        let Some(process) = &mut self.process else { return };
        let now = process.time.now();
        let newer = Grant::read(text, now);
        let Some(conversation) = process.conversations.get_mut(&number) else { return };
        conversation.renewed(newer.as_ref().map(Grant::access).map_err(Clone::clone));
        let grant = self.links.get_mut(&number).and_then(|link| link.grant.as_mut());
        let Some(grant) = grant.filter(|grant| grant.over.is_none()) else { return };
        match newer {
            Err(_) => {
                grant.over = Some(Close::Expired.code());
                self.coverage.met("bad tokens in band");
            }
            Ok(newer) if newer.subject != grant.subject => {
                grant.over = Some(Close::Revoked.code());
                self.coverage.met("tokens of somebody else in band");
            }
            Ok(newer) => {
                let narrower = newer.boards.len() < grant.boards.len();
                *grant = newer;
                self.coverage.met(if narrower { "narrower tokens in band" } else { "newer tokens in band" });
            }
        }
    }

    /// The token of some terminal that is connected is taken back.
    pub(super) fn take_back(&mut self) {
        let Some(process) = &mut self.process else { return };
        let good = |grant: &Grant| grant.over.is_none();
        let links = self.links.iter().filter(|(number, link)| {
            process.conversations.contains_key(number) && link.grant.as_ref().is_some_and(good)
        });
        let links: Vec<_> = links.map(|(number, _)| *number).collect();
        if links.is_empty() {
            return;
        }
        let number = links[self.rng.usize(..links.len())];
        if let Some(conversation) = process.conversations.get_mut(&number) {
            conversation.cut();
        }
        if let Some(grant) = self.links.get_mut(&number).and_then(|link| link.grant.as_mut()) {
            grant.over = Some(Close::Revoked.code());
        }
        note!(self, "the token of connection {number} is taken back");
        self.coverage.met("tokens taken back");
        self.send(number);
    }

    /// Something of a board goes out: whether it may.
    pub(super) fn judge_given(&mut self, number: usize, board: Option<&BoardName>, what: &str) {
        let Some(process) = &self.process else { return };
        let grant = self.links.get(&number).and_then(|link| link.grant.as_ref());
        if let Some(why) = grant.and_then(|grant| grant.forbids(board, process.time.now())) {
            let of = board.map(|board| format!(" of {board}")).unwrap_or_default();
            self.truth.found(Class::Forbidden, format!("connection {number} is given {what}{of}: {why}"));
        }
    }

    /// A frame goes out: that a board is lost, and the end, are said without a token.
    pub(super) fn judge_said(&mut self, number: usize, frame: &Frame) {
        match frame {
            Frame::Bye { .. } | Frame::Error { board: None, .. } => {}
            Frame::Error { .. } | Frame::Unsubscribed { .. } => self.judge_given(number, None, "a frame"),
            _ => self.judge_given(number, frame.board(), "a frame"),
        }
    }

    /// A connection is closed for its token: whether that is true.
    pub(super) fn judge_close(&mut self, number: usize, code: u16) {
        let (expired, revoked) = (Close::Expired.code(), Close::Revoked.code());
        if code != expired && code != revoked {
            return;
        }
        let Some(process) = &self.process else { return };
        let grant = self.links.get(&number).and_then(|link| link.grant.as_ref());
        let ended = |grant: &Grant| process.time.now() >= grant.ends_at;
        let is_true = match grant {
            Some(grant) => grant.over == Some(code) || code == expired && ended(grant),
            None => false,
        };
        if code == expired && grant.is_some_and(ended) {
            self.coverage.met("tokens that ended");
        }
        if !is_true {
            let detail = format!("connection {number} is closed with {code}, and has {grant:?}");
            self.truth.found(Class::Stuck, detail);
        }
    }

    /// Nobody stays beyond a token.
    pub(super) fn judge_tokens(&mut self) {
        let Some(process) = &self.process else { return };
        let now = process.time.now();
        let mut kept = Vec::new();
        for (number, link) in &self.links {
            let why = link.grant.as_ref().and_then(|grant| grant.forbids(None, now));
            if let Some(why) = why
                && process.conversations.contains_key(number)
                && link.stuck.is_none()
            {
                kept.push(format!("connection {number} is kept: {why}"));
            }
        }
        kept.into_iter().for_each(|detail| self.truth.found(Class::Stuck, detail));
    }
}
