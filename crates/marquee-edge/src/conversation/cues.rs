//! What a terminal is told, and what it tells, beside entries: what to show, what was on its glass, what has become of notices.
//! Nothing of it is waited for.

use super::{Conversation, Out};
use crate::seats::Seats;
use crate::teller::Next as Told;
use marquee_asrun::Record;
use marquee_core::BoardName;
use marquee_core::session::{Reading, Shown};

impl<S: Seats> Conversation<S> {
    /// What a terminal is to show that has been told so many cues.
    pub(super) fn cues(&mut self, board: BoardName, after: u64) -> Option<Out> {
        let followed = self.followed.iter().find(|followed| followed.board == board)?;
        let told = followed.teller.as_ref()?.next(after);
        let Told::Cues { cues, count, version } = told else {
            let now = self.now();
            self.session.read(&board, Reading::Failed, &*self.edge.shared, now);
            return None;
        };
        self.session.told(&board, count);
        if let Some(place) = &followed.place {
            place.told(count, version);
        }
        Some(Out::Cues(board, self.session.terminal().kind, cues))
    }

    /// A terminal says that this was on its glass.
    pub(super) fn record(&self, board: BoardName, terminal: Box<str>, shown: Shown) {
        let followed = self.followed.iter().find(|followed| followed.board == board);
        let teller = followed.and_then(|followed| followed.teller.as_ref());
        let planned = teller.and_then(|teller| teller.planned(&shown));
        self.edge.shared.shown.note(Record { terminal, board, shown, planned });
    }

    /// An operator's terminal hears what has become of notices; whether there was anything.
    pub(super) fn hear_of_stages(&mut self) -> bool {
        let Some((heard, _)) = self.stages.as_deref_mut() else { return false };
        let (stages, count) = self.edge.shared.lifecycles.after(*heard);
        *heard = count;
        for stage in &stages {
            self.session.observed(&stage.board, &stage.id, stage.stage, stage.at);
        }
        !stages.is_empty()
    }
}
