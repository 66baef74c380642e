//! What a frame comes to: it is told to the clock, the board or the holder. A board that is out of step is begun anew, and a
//! connection on which that happens too often is given up.

use super::follow::{Kind, Verdict};
use super::frame::{Frame, Read};
use super::request::Request;
use super::session::Session;
use super::words::{Action, Told};

/// Subscriptions that break before the board is live again: more, and the connection is given up.
const BROKEN_MAX: u32 = 5;
/// A server that says when to come back is believed no longer than this, ms.
pub(super) const RETRY_MAX_MS: u64 = 300_000;

impl Session {
    pub(super) fn message(&mut self, read: Read, now: u64, chance: u32) {
        self.hear(now);
        let frame = match read {
            Read::Frame(frame) => frame,
            Read::Unknown => return,
            Read::Broken => return self.begin(now, chance),
        };
        let taken = match frame {
            Frame::Hello { server_time } => return self.clock.hello(server_time, now),
            Frame::Pong { ts, server_time } => {
                if let Some(place) = self.pings.iter().position(|sent| *sent == ts) {
                    self.pings.remove(place);
                    self.clock.sample(ts, server_time, now);
                }
                return;
            }
            Frame::Error { code, detail } => return self.trouble(&code, &detail),
            Frame::Bye { retry_after_ms } => {
                self.not_before = now + retry_after_ms.min(RETRY_MAX_MS);
                return;
            }
            Frame::TokenExpiring { in_ms } => return self.renew(now, now.saturating_add(in_ms)),
            Frame::TokenOk => {
                self.renewal = None;
                return;
            }
            frame => self.of_the_board(frame),
        };
        if taken == Verdict::Broken {
            self.begin(now, chance);
        }
    }

    fn of_the_board(&mut self, frame: Frame) -> Verdict {
        let ours = self.who.board.clone();
        let (taken, told) = match frame {
            Frame::Subscribed { board, head, resume } if board == ours => {
                return self.follow.subscribed(head, resume);
            }
            Frame::Bookmark { board, cursor, .. } if board == ours => return self.follow.bookmark(cursor),
            Frame::Reset { board, reason } if board == ours => (self.follow.reset(), Told::Reset { reason }),
            Frame::Snapshot { board, snapshot } if board == ours => {
                (self.follow.snapshot(*snapshot), Told::Snapshot)
            }
            Frame::Entry { board, cursor, entry } if board == ours => {
                let taken = self.follow.entry(cursor.clone(), entry.as_ref());
                match entry {
                    Some(entry) => (taken, Told::Entry { cursor, entry }),
                    None => return taken,
                }
            }
            Frame::Show { board, show } if board == ours => (self.told(), Told::Show(Box::new(show))),
            Frame::Clear { board, id } if board == ours => (self.told(), Told::Clear { id }),
            Frame::Unsubscribed { board } if board == ours => {
                self.follow.ask();
                return Verdict::Taken;
            }
            _ => return Verdict::PassedOver,
        };
        if taken == Verdict::Taken {
            self.actions.push(Action::Tell(told));
        }
        taken
    }

    /// Only a told terminal, and only once it is subscribed, is told.
    fn told(&self) -> Verdict {
        if self.who.kind == Kind::Led && self.follow.is_live() { Verdict::Taken } else { Verdict::PassedOver }
    }

    /// Subscribes again, without a cursor.
    fn begin(&mut self, now: u64, chance: u32) {
        self.broken += 1;
        self.follow.forget();
        if self.broken > BROKEN_MAX {
            self.give_up(now, chance);
        } else {
            let board = self.who.board.as_str().to_owned();
            self.actions.push(Action::Send(Request::Subscribe { board }));
        }
    }
}
