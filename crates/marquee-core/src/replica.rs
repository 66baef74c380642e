//! A board's state built from its entries alone: what a restart, a snapshot and every terminal have in common.
//! It is told entries in order and keeps the state as of the last one; it makes none.

use crate::{Change, Entry, Timeline, Version};
use std::fmt;

/// The state as of one entry. Without an entry there is no timeline yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Replica {
    version: Version,
    state: Option<(Timeline, PolicyMark)>,
}

/// Where the policy in force comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PolicyMark {
    /// The version of the board's newest `policy` entry.
    pub version: Version,
    /// Whether it was given for this board, and not as the default of all.
    pub own: bool,
}

/// An entry that does not follow on the one before: whoever holds the replica begins anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfStep {
    /// The replica's version.
    pub at: Version,
    /// The entry's.
    pub entry: Version,
}

impl fmt::Display for OutOfStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state is as of version {}, entry {} does not follow on it", self.at, self.entry)
    }
}

impl std::error::Error for OutOfStep {}

impl Replica {
    /// The state that a snapshot or checkpoint holds.
    pub fn restore(version: Version, state: Option<(Timeline, PolicyMark)>) -> Self {
        Self { version, state }
    }

    /// The last entry that is in it.
    pub fn version(&self) -> Version {
        self.version
    }

    /// How the board plays as of that entry.
    pub fn timeline(&self) -> Option<&Timeline> {
        self.state.as_ref().map(|(timeline, _)| timeline)
    }

    /// Timeline and policy's mark together, as a snapshot holds them.
    pub fn state(&self) -> Option<(&Timeline, PolicyMark)> {
        self.state.as_ref().map(|(timeline, mark)| (timeline, *mark))
    }

    /// Gives the state away.
    pub fn into_state(self) -> Option<(Timeline, PolicyMark)> {
        self.state
    }

    /// Takes the next entry.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), OutOfStep> {
        let out_of_step = OutOfStep { at: self.version, entry: entry.version };
        if entry.version != self.version.next() {
            return Err(out_of_step);
        }
        let given = |own| PolicyMark { version: entry.version, own };
        match (&mut self.state, &entry.change) {
            (Some((timeline, mark)), change) => {
                timeline.apply(entry).map_err(|_| out_of_step)?;
                if let Change::Policy { own, .. } = change {
                    *mark = given(*own);
                }
            }
            (None, Change::Policy { policy, own }) => {
                self.state = Some((Timeline::new(policy.clone(), entry.at), given(*own)));
            }
            // A board begins with a policy; anything else is no beginning.
            (None, _) => return Err(out_of_step),
        }
        self.version = entry.version;
        Ok(())
    }

    /// Passes over an entry of a kind that this release does not know.
    pub fn pass_over(&mut self, version: Version) -> Result<(), OutOfStep> {
        if version != self.version.next() {
            return Err(OutOfStep { at: self.version, entry: version });
        }
        self.version = version;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DeleteReason, NoticeId, Policy};
    use std::sync::Arc;

    fn entry(version: u64, change: Change) -> Entry {
        Entry { version: Version(version), at: 1_000 + version, change }
    }

    fn policy() -> Change {
        Change::Policy { policy: Arc::new(Policy::default()), own: false }
    }

    #[test]
    fn it_begins_with_a_policy_and_takes_every_entry_once_in_order() {
        let mut replica = Replica::default();
        let delete = || Change::Delete { id: NoticeId::parse("a").unwrap(), reason: DeleteReason::Evicted };
        assert!(replica.apply(&entry(1, delete())).is_err(), "a board begins with its policy");
        replica.apply(&entry(1, policy())).unwrap();
        assert_eq!(replica.timeline().map(Timeline::now), Some(1_001));
        assert!(replica.apply(&entry(1, policy())).is_err(), "not twice");
        assert!(replica.apply(&entry(3, policy())).is_err(), "no hole");
        replica.pass_over(Version(2)).unwrap();
        replica.apply(&entry(3, delete())).unwrap();
        assert_eq!(replica.version(), Version(3));
    }

    #[test]
    fn an_entry_of_the_past_changes_nothing() {
        let mut replica = Replica::default();
        replica.apply(&entry(1, policy())).unwrap();
        let before = replica.clone();
        let past = Entry { at: 5, ..entry(2, policy()) };
        assert!(replica.apply(&past).is_err());
        assert_eq!(replica, before);
    }
}
