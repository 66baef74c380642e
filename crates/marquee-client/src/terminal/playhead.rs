//! A copy of a replica that is advanced picture by picture, so that drawing thirty times a second costs no thirty copies of the
//! whole past. It never changes the replica: an entry replaces what was guessed, and the copy is made anew.

use super::session::Session;
use marquee_core::Timeline;

/// The copy.
#[derive(Debug, Default)]
pub(super) struct Playhead {
    copy: Option<Timeline>,
    revision: Option<u64>,
}

impl Playhead {
    /// The play at a time, ms; `None` while there is none.
    pub(super) fn at(&mut self, session: &Session, time: u64) -> Option<&Timeline> {
        let follow = session.follow();
        let stale = self.revision != Some(follow.revision())
            || self.copy.as_ref().is_some_and(|copy| copy.now() > time);
        if stale {
            self.copy = follow.timeline().cloned();
            self.revision = Some(follow.revision());
        }
        let copy = self.copy.as_mut()?;
        copy.advance(time);
        Some(copy)
    }
}
