//! The names of the places and of the bugs. Nothing happens here.

/// Makes an enum whose values have names.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $value:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $name {
            $($(#[$what])* $value,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $text,)*
                }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// Where a process may end.
    Place {
        /// A batch was applied, and nothing of it is written.
        BeforeWrite = "before-write",
        /// All of it is written and not committed: there was no sync.
        BeforeSync = "before-sync",
        /// It is on disk, and nobody knows.
        AfterSync = "after-sync",
        /// The ring has it, terminals may see it, nobody is answered.
        AfterRing = "after-ring",
        /// The publishers were given their answers.
        AfterAnswer = "after-answer",
        /// States are about to be kept.
        BeforeCheckpoint = "before-checkpoint",
        /// They are written and not committed.
        InCheckpoint = "in-checkpoint",
        /// They are kept.
        AfterCheckpoint = "after-checkpoint",
        /// Old entries are about to go.
        BeforeTrim = "before-trim",
        /// They are gone from the log and not from the ring's bounds.
        AfterTrim = "after-trim",
    }
}

named! {
    /// What may be wrong on purpose.
    Bug {
        /// Publishers are answered before their batch is on disk.
        AnswerBeforeSync = "answer-before-sync",
        /// Terminals see a batch before it is on disk.
        ShowBeforeSync = "show-before-sync",
        /// Nothing is synced at all: only the loss of power shows it.
        NeverSynced = "never-synced",
        /// What is remembered of ids is not written with the entries.
        IdsNotKept = "ids-not-kept",
        /// A fold is counted in memory alone.
        FoldNotKept = "fold-not-kept",
        /// A start takes the checkpoint and not the entries after it.
        ReplayForgotten = "replay-forgotten",
        /// A start mints an epoch anew.
        EpochAnew = "epoch-anew",
        /// A repair makes no new history.
        EpochKeptByRepair = "epoch-kept-by-repair",
        /// A cursor is continued one entry too early.
        ResumeOneEarly = "resume-one-early",
        /// A cursor is continued one entry too late.
        ResumeOneLate = "resume-one-late",
        /// A cursor of another epoch is taken for one of ours.
        EpochNotCompared = "epoch-not-compared",
        /// A cursor above the head is taken for the head.
        AheadIsHead = "ahead-is-head",
        /// A cursor below what is kept goes on with what is kept, and nobody is told.
        TrimmedIsPassedOver = "trimmed-is-passed-over",
        /// A reset is told and no snapshot follows.
        ResetWithoutSnapshot = "reset-without-snapshot",
        /// The ring gives what it has, whatever was asked for.
        RingHasAHole = "ring-has-a-hole",
        /// A bookmark names the head instead of what was sent.
        BookmarkAhead = "bookmark-ahead",
        /// Every event of a stream has an id, also those without a cursor.
        IdWithoutCursor = "id-without-cursor",
        /// A snapshot is given the head's cursor and has an older state.
        SnapshotIsStale = "snapshot-is-stale",
        /// A connection that waits is not told of the next entry.
        WakeLost = "wake-lost",
        /// A deletion leaves the notice where a restart finds it.
        DeleteNotKept = "delete-not-kept",
    }
}
