//! Entries that are let go: what is too old or too much, and what somebody asks to be let go. It happens on the
//! applier's thread, beside the order: what one node keeps is no state of a board. An entry that a restart needs
//! always stays.

use crate::commit::{Committer, LostLog};
use crate::health::NotDone;
use marquee_core::{BoardName, Version};
use marquee_faults::{Place, reach};
use marquee_log::{AppendError, ReadError};
use std::sync::PoisonError;
use tokio::sync::oneshot;

/// Trims that may wait; one more is refused.
pub(crate) const TRIMS_MAX: usize = 64;

/// Somebody asks for it.
pub(crate) struct Trim {
    pub(crate) board: BoardName,
    pub(crate) before: Version,
    pub(crate) answer: oneshot::Sender<Result<Option<Trimmed>, NotDone>>,
}

/// What can be read of a board afterwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trimmed {
    /// The oldest entry that is kept; one above the head if none is.
    pub oldest: Version,
    /// The newest entry.
    pub head: Version,
}

impl Committer {
    /// Does what was asked for.
    pub(crate) fn trim_as_asked(&mut self) -> Result<(), LostLog> {
        while let Ok(Trim { board, before, answer }) = self.trims.try_recv() {
            let done = self.trim_one(&board, before);
            let lost = done.is_err();
            // Whoever asked may be gone: what was let go stays so.
            let _gone = answer.send(done.unwrap_or(Err(NotDone::Lost)));
            if lost {
                return Err(LostLog);
            }
        }
        Ok(())
    }

    /// Keeps the board's state first, so that as much as possible may go.
    fn trim_one(
        &mut self,
        name: &BoardName,
        before: Version,
    ) -> Result<Result<Option<Trimmed>, NotDone>, LostLog> {
        let damaged = self.stopped.read().unwrap_or_else(PoisonError::into_inner).get(name).copied();
        if let Some(version) = damaged {
            return Ok(Err(NotDone::Damaged { board: name.clone(), version }));
        }
        let boards = self.boards.clone();
        let state = self.state(&boards.blocking_read(), name);
        let Some(state) = state else { return Ok(Ok(None)) };
        if self.ring.bounds(name).oldest < before && self.kept.get(name) != Some(&state.version) {
            let version = state.version;
            match self.ring.log().keep_checkpoints(&[(name.clone(), state)]) {
                Ok(()) => drop(self.kept.insert(name.clone(), version)),
                Err(AppendError::NoRoom) => return Ok(Err(NotDone::NoRoom)),
                Err(error) => return Err(self.lost(error.to_string())),
            }
        }
        if !self.let_go(name, before)? {
            return Ok(Err(NotDone::NoRoom));
        }
        let bounds = self.ring.bounds(name);
        Ok(Ok(Some(Trimmed { oldest: bounds.oldest, head: bounds.head })))
    }

    /// Lets go of a board's entries that are older than they are kept, or too many: whichever ends first.
    pub(crate) fn trim(&mut self, name: &BoardName, now: u64) -> Result<(), LostLog> {
        let bounds = self.ring.bounds(name);
        let old = match self.ring.log().newest_before(name, now.saturating_sub(self.keep.keep_ms)) {
            Ok(old) => old.map_or(Version(1), Version::next),
            Err(error) => {
                self.tell_once(name, &error);
                Version(1)
            }
        };
        let many = Version((bounds.head.0 + 1).saturating_sub(self.keep.keep_entries));
        // Without room a later round tries again.
        self.let_go(name, old.max(many)).map(drop)
    }

    /// Lets go of entries below a version, and of none above the newest state; `false`: there was no room for it.
    fn let_go(&self, name: &BoardName, before: Version) -> Result<bool, LostLog> {
        let bounds = self.ring.bounds(name);
        let state = self.kept.get(name).map_or(Version(0), |state| *state);
        let before = before.min(state.next());
        if before <= bounds.oldest {
            return Ok(true);
        }
        // Readers learn of it first: whoever finds less in the log knows already from where on it can be read.
        self.ring.trimmed(name, before);
        reach(Place::BeforeTrim);
        match self.ring.log().trim(name, before) {
            Ok(oldest) => {
                reach(Place::AfterTrim);
                self.ring.trimmed(name, oldest);
                Ok(true)
            }
            Err(AppendError::NoRoom) => {
                self.ring.trimmed(name, bounds.oldest);
                Ok(false)
            }
            Err(error) => Err(self.lost(error.to_string())),
        }
    }

    /// By age nothing can be let go where an entry on the way is damaged; by number it can.
    fn tell_once(&self, name: &BoardName, error: &ReadError) {
        let new = match error {
            ReadError::Damaged { board, version } => self.ring.note_damage(board, *version),
            ReadError::Failed { .. } => true,
        };
        if new {
            tracing::error!(board = %name, %error, "entries go by their number alone, and not by their age");
        }
    }
}
