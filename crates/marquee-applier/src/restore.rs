//! The machine as the log has it: each board from its checkpoint, the entries after it and its id rows. It writes
//! nothing. Of a damaged board it gives what precedes the damage, and says so: never less as if it were all.

use marquee_core::auth::Auth;
use marquee_core::board::{Board, RULES};
use marquee_core::{BoardName, Change, Replica, Version};
use marquee_faults::{Bug, planted};
use marquee_log::{Checkpoint, Log, ReadError, Record, Records};
use marquee_protocol::frame::{decode_auth, decode_entry, decode_snapshot};
use std::fmt;

/// Entries that are read at once.
const PAGE: usize = 1_000;

/// Why a board could not be restored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RestoreError {
    /// The log cannot be read.
    Read(ReadError),
    /// An entry or checkpoint is not one that this release can apply.
    Unknown {
        /// The board.
        board: BoardName,
        /// The entry, or the checkpoint's version.
        version: Version,
        /// What was wrong.
        detail: String,
    },
}

impl fmt::Display for RestoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Unknown { board, version, detail } => {
                write!(f, "board {board}, version {version}: {detail}; was it written by a newer release?")
            }
        }
    }
}

impl std::error::Error for RestoreError {}

impl From<ReadError> for RestoreError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// What the log gives of a board.
#[derive(Debug)]
pub enum Found {
    /// All of it; `None`: it was never written.
    Whole(Option<Board>),
    /// What precedes a damage, if a state can be made of it. It is to be looked at and never to be applied to.
    Damaged {
        /// The board as of the entry before the damage.
        before: Option<Board>,
        /// The first version that is damaged.
        version: Version,
    },
}

/// One board. A damage is told and is no error: it is this board's alone.
pub fn board(log: &dyn Log, name: &BoardName) -> Result<Found, RestoreError> {
    let Restored { replica, damaged } = replica(log, name)?;
    let written = replica.timeline().is_some();
    // Of a damaged board nothing is applied, so its ids are not asked for.
    match damaged {
        Some(version) => Ok(Found::Damaged { before: Board::restore(replica, Vec::new()), version }),
        None if written => match log.ids(name) {
            Ok(ids) => Ok(Found::Whole(Board::restore(replica, ids))),
            // Without its ids it would take for new what it has.
            Err(ReadError::Damaged { version, .. }) => {
                Ok(Found::Damaged { before: Board::restore(replica, Vec::new()), version })
            }
            Err(error) => Err(error.into()),
        },
        None => Ok(Found::Whole(None)),
    }
}

/// The state of a board as of its newest entry, or as of the one before the first damage.
#[derive(Debug)]
pub struct Restored {
    /// The state.
    pub replica: Replica,
    /// The version at which it ends for its damage; `None`: it is all there is.
    pub damaged: Option<Version>,
}

/// What a board's entries make of its newest state, as far as they are whole.
pub fn replica(log: &dyn Log, name: &BoardName) -> Result<Restored, RestoreError> {
    let unknown = |version, detail: String| RestoreError::Unknown { board: name.clone(), version, detail };
    let (state, state_damaged) = state(log, name)?;
    let mut replica = match state {
        Some(state) => {
            decode_snapshot(&state.body).map_err(|error| unknown(state.version, error.to_string()))?.replica
        }
        None => Replica::default(),
    };
    loop {
        let records = match page(log, name, replica.version(), state_damaged)? {
            Page::Next(records) if records.is_empty() => return Ok(Restored { replica, damaged: None }),
            Page::Next(records) => records,
            Page::Damaged(version) => return Ok(Restored { replica, damaged: Some(version) }),
        };
        for record in records {
            let entry = decode_entry(&record.body)
                .map_err(|error| unknown(record.version, error.to_string()))?
                .ok_or_else(|| unknown(record.version, format!("unknown kind of entry {:?}", record.kind)))?;
            let forgotten = planted(Bug::ReplayForgotten)
                || planted(Bug::DeleteNotKept) && matches!(entry.change, Change::Delete { .. });
            let applied = if forgotten && replica.timeline().is_some() {
                replica.pass_over(record.version)
            } else {
                replica.apply(&entry)
            };
            applied.map_err(|error| unknown(record.version, error.to_string()))?;
        }
    }
}

/// The board `_auth` as of its newest entry, or as of the one before the first damage, which is named then. Cursors of
/// before the damage are older than those that were reported: whoever resumes by one sees again what it has seen.
pub fn auth(log: &dyn Log) -> Result<(Auth, Option<Version>), RestoreError> {
    let name = BoardName::auth();
    let unknown = |version, detail: String| RestoreError::Unknown { board: name.clone(), version, detail };
    let (state, state_damaged) = state(log, &name)?;
    let mut auth = match state {
        Some(state) => decode_auth(&state.body).map_err(|error| unknown(state.version, error.to_string()))?,
        None => Auth::default(),
    };
    loop {
        let records = match page(log, &name, auth.version(), state_damaged)? {
            Page::Next(records) if records.is_empty() => return Ok((auth, None)),
            Page::Next(records) => records,
            Page::Damaged(version) => return Ok((auth, Some(version))),
        };
        for record in records {
            let entry =
                decode_entry(&record.body).map_err(|error| unknown(record.version, error.to_string()))?;
            if entry.is_none_or(|entry| auth.apply(&entry).is_none()) {
                return Err(unknown(record.version, format!("unknown kind of entry {:?}", record.kind)));
            }
        }
    }
}

/// The newest state that was kept, or where one is damaged: that is no loss as long as every entry is there.
fn state(log: &dyn Log, name: &BoardName) -> Result<(Option<Checkpoint>, Option<Version>), RestoreError> {
    match log.checkpoint(name) {
        Ok(Some(state)) if state.rules > RULES => {
            let detail = format!("the checkpoint follows rules {}, known are {RULES}", state.rules);
            Err(RestoreError::Unknown { board: name.clone(), version: state.version, detail })
        }
        Ok(state) => Ok((state, None)),
        Err(ReadError::Damaged { version, .. }) => Ok((None, Some(version))),
        Err(error) => Err(error.into()),
    }
}

/// What comes next of a board's entries.
enum Page {
    /// They; none: there are no more.
    Next(Vec<Record>),
    /// They are not whole from this version on.
    Damaged(Version),
}

fn page(
    log: &dyn Log,
    name: &BoardName,
    after: Version,
    state_damaged: Option<Version>,
) -> Result<Page, RestoreError> {
    match log.read_after(name, after, PAGE) {
        Ok(Records::Next(records)) => Ok(Page::Next(records)),
        // Without its state, or with too old a one, the entries that are there make no board.
        Ok(Records::Trimmed { oldest }) => Ok(Page::Damaged(state_damaged.unwrap_or(oldest))),
        Err(ReadError::Damaged { version, .. }) => Ok(Page::Damaged(version)),
        Err(error) => Err(error.into()),
    }
}
