//! The machine as the log has it: each board from its checkpoint, the entries after it and its id rows. It writes
//! nothing. Of a damaged board it gives what precedes the damage, and says so: never less as if it were all.

use marquee_core::board::{Board, RULES};
use marquee_core::{BoardName, Replica, Version};
use marquee_log::{Log, ReadError, Records};
use marquee_protocol::frame::{decode_entry, decode_snapshot};
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
    // A state that is damaged is no loss where every entry is there.
    let (state, state_damaged) = match log.checkpoint(name) {
        Ok(state) => (state, None),
        Err(ReadError::Damaged { version, .. }) => (None, Some(version)),
        Err(error) => return Err(error.into()),
    };
    let mut replica = match state {
        Some(checkpoint) if checkpoint.rules > RULES => {
            let detail = format!("the checkpoint follows rules {}, known are {RULES}", checkpoint.rules);
            return Err(unknown(checkpoint.version, detail));
        }
        Some(checkpoint) => {
            let snapshot = decode_snapshot(&checkpoint.body)
                .map_err(|error| unknown(checkpoint.version, error.to_string()))?;
            snapshot.replica
        }
        None => Replica::default(),
    };
    loop {
        let records = match log.read_after(name, replica.version(), PAGE) {
            Ok(Records::Next(records)) => records,
            // Without its state, or with too old a one, the entries that are there make no board.
            Ok(Records::Trimmed { oldest }) => {
                return Ok(Restored { replica, damaged: Some(state_damaged.unwrap_or(oldest)) });
            }
            Err(ReadError::Damaged { version, .. }) => {
                return Ok(Restored { replica, damaged: Some(version) });
            }
            Err(error) => return Err(error.into()),
        };
        if records.is_empty() {
            return Ok(Restored { replica, damaged: None });
        }
        for record in records {
            let entry = decode_entry(&record.body)
                .map_err(|error| unknown(record.version, error.to_string()))?
                .ok_or_else(|| unknown(record.version, format!("unknown kind of entry {:?}", record.kind)))?;
            replica.apply(&entry).map_err(|error| unknown(record.version, error.to_string()))?;
        }
    }
}
