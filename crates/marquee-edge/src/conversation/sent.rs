//! What was given out and written, for those who ask how far a terminal is and what has become of a notice. It sends nothing.

use super::Conversation;
use crate::seats::Seats;
use marquee_core::session::{Frame, Resume};
use marquee_core::{BoardName, Version};

/// Stretches of what was given out that are kept until it is written; one more, and they are told a little early.
const SENT_MAX: usize = 64;

impl<S: Seats> Conversation<S> {
    /// Some frames say where the terminal stands.
    pub(super) fn note_place(&mut self, frame: &Frame) {
        match frame {
            Frame::Subscribed { board, resume: Resume::Incremental, .. } => {
                // No entry has been given out after it.
                let begins = self.session.reached(board);
                self.note_given(board, begins.unwrap_or_default());
            }
            Frame::Subscribed { board, resume: Resume::Fresh | Resume::Reset, .. } => {
                self.note_given(board, Version(0));
            }
            Frame::Bookmark { board, cursor, .. } => self.note_given(board, cursor.version),
            _ => {}
        }
    }

    fn note_given(&mut self, board: &BoardName, upto: Version) {
        if let Some(followed) = self.followed.iter_mut().find(|followed| followed.board == *board) {
            followed.given = upto;
        }
    }

    pub(super) fn note_sent(&mut self, board: &BoardName, after: Version, upto: Version) {
        self.note_given(board, upto);
        if after == Version(0) {
            // A snapshot holds whatever came before it.
            self.sent.retain(|(of, ..)| of != board);
        }
        if let Some(known) = self.sent.iter_mut().find(|(of, _, end)| of == board && *end == after) {
            known.2 = upto;
            return;
        }
        if self.sent.len() >= SENT_MAX {
            self.tell_sent();
        }
        self.sent.push((board.clone(), after, upto));
    }

    /// What was given out has been written.
    pub(crate) fn written(&mut self) {
        for followed in &self.followed {
            if let Some(place) = &followed.place {
                place.moved(followed.given);
            }
        }
        if !self.sent.is_empty() {
            self.tell_sent();
        }
    }

    /// Who asks for a notice's lifecycle hears of it.
    fn tell_sent(&mut self) {
        let now = self.now();
        for (board, after, upto) in self.sent.drain(..) {
            self.edge.shared.lifecycles.delivered(&board, after, upto, 1, now);
        }
    }
}
