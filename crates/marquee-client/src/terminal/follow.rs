//! The board that a terminal follows: its replica and its cursor. Versions grow by one or the board is begun anew; nothing
//! else is ever taken. It sends nothing itself.

use super::frame::Resume;
use marquee_core::{Change, Cursor, Entry, Replica, Timeline};
use marquee_protocol::frame::Snapshot;

/// How a terminal takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// It plays the timeline.
    Web,
    /// It wants entries alone.
    Feed,
    /// It is told what to show.
    Led,
}

impl Kind {
    /// The word for it on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Feed => "feed",
            Self::Led => "led",
        }
    }
}

/// What became of a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// It was taken.
    Taken,
    /// It is of no concern now.
    PassedOver,
    /// The board is to be subscribed to again, without a cursor.
    Broken,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    /// Nothing is said yet.
    Asked,
    /// A snapshot, or a feed's first bookmark, is due.
    Base,
    /// Entries are due, or what is to be shown.
    Following,
}

/// A board as it is followed.
#[derive(Clone, Debug)]
pub(super) struct Follow {
    kind: Kind,
    phase: Phase,
    cursor: Option<Cursor>,
    head: Option<Cursor>,
    replica: Replica,
    revision: u64,
}

impl Follow {
    /// A board of which nothing is had; a feed may have a cursor to go on from.
    pub(super) fn new(kind: Kind, last_seen: Option<Cursor>) -> Self {
        let cursor = last_seen.filter(|_| kind == Kind::Feed);
        Self { kind, phase: Phase::Asked, cursor, head: None, replica: Replica::default(), revision: 0 }
    }

    /// The last entry that is had.
    pub(super) fn cursor(&self) -> Option<&Cursor> {
        self.cursor.as_ref()
    }

    /// The play as of the last entry; kept through an outage.
    pub(super) fn timeline(&self) -> Option<&Timeline> {
        self.replica.timeline()
    }

    /// Grows with each change of the replica, so that copies know when they are stale.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether everything is had that there was when it was last heard.
    pub(super) fn is_live(&self) -> bool {
        match self.kind {
            Kind::Led => self.phase == Phase::Following,
            Kind::Web | Kind::Feed => self.phase == Phase::Following && self.behind() == Some(0),
        }
    }

    /// How many entries are known to be missing; `None`: that cannot be said.
    pub(super) fn behind(&self) -> Option<u64> {
        let (cursor, head) = (self.cursor.as_ref()?, self.head.as_ref()?);
        (cursor.epoch == head.epoch).then(|| head.version.0.saturating_sub(cursor.version.0))
    }

    /// A subscription is under way; until it is answered, what comes is of the one before.
    pub(super) fn ask(&mut self) {
        self.phase = Phase::Asked;
        self.head = None;
    }

    /// The cursor is void; the picture stays until there is another.
    pub(super) fn forget(&mut self) {
        self.cursor = None;
        self.ask();
    }

    /// The subscription is answered.
    pub(super) fn subscribed(&mut self, head: Option<Cursor>, resume: Resume) -> Verdict {
        self.head = head;
        match (self.kind, resume) {
            (Kind::Led, _) => self.phase = Phase::Following,
            (_, Resume::Incremental) if self.cursor.is_none() => return Verdict::Broken,
            (_, Resume::Incremental) => self.phase = Phase::Following,
            (_, Resume::Anew | Resume::None) => {
                self.cursor = None;
                self.phase = Phase::Base;
            }
        }
        Verdict::Taken
    }

    /// The board begins anew.
    pub(super) fn reset(&mut self) -> Verdict {
        if self.phase == Phase::Asked {
            return Verdict::PassedOver;
        }
        self.cursor = None;
        self.phase = Phase::Base;
        Verdict::Taken
    }

    /// The whole state.
    pub(super) fn snapshot(&mut self, snapshot: Snapshot) -> Verdict {
        if self.phase != Phase::Base || self.kind != Kind::Web {
            return Verdict::PassedOver;
        }
        self.cursor = Some(snapshot.cursor);
        self.replica = snapshot.replica;
        self.phase = Phase::Following;
        self.revision += 1;
        Verdict::Taken
    }

    /// The next entry; `None`: one of a kind that is not known.
    pub(super) fn entry(&mut self, cursor: Cursor, entry: Option<&Entry>) -> Verdict {
        if self.phase != Phase::Following || self.kind == Kind::Led {
            return Verdict::PassedOver;
        }
        let follows = self
            .cursor
            .as_ref()
            .is_some_and(|had| had.epoch == cursor.epoch && had.version.next() == cursor.version);
        // What belongs to the server's own board is no business of a terminal.
        let foreign =
            matches!(entry.map(|entry| &entry.change), Some(Change::Cursor { .. } | Change::Auth(_)));
        if !follows || foreign {
            return Verdict::Broken;
        }
        if self.kind == Kind::Web {
            let applied = match entry {
                Some(entry) => self.replica.apply(entry),
                None => self.replica.pass_over(cursor.version),
            };
            if applied.is_err() {
                return Verdict::Broken;
            }
            self.revision += 1;
        }
        self.cursor = Some(cursor);
        Verdict::Taken
    }

    /// How far one is.
    pub(super) fn bookmark(&mut self, cursor: Cursor) -> Verdict {
        if self.phase == Phase::Asked {
            return Verdict::PassedOver;
        }
        match self.kind {
            Kind::Led => Verdict::PassedOver,
            Kind::Feed => {
                let back = self
                    .cursor
                    .as_ref()
                    .is_some_and(|had| had.epoch != cursor.epoch || cursor.version < had.version);
                if back {
                    return Verdict::Broken;
                }
                self.cursor = Some(cursor);
                self.phase = Phase::Following;
                Verdict::Taken
            }
            Kind::Web if self.phase == Phase::Base => Verdict::PassedOver,
            // Whoever plays the timeline is owed every entry: a bookmark elsewhere means that some went missing.
            Kind::Web if self.cursor.as_ref() == Some(&cursor) => Verdict::Taken,
            Kind::Web => Verdict::Broken,
        }
    }
}
