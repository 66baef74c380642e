//! The machine as the log has it: each board from its checkpoint, the entries after it and its id rows. It writes
//! nothing, and would rather not start than start with less than was acknowledged.

use marquee_core::auth::Auth;
use marquee_core::board::{Board, Boards, RULES};
use marquee_core::{BoardName, Change, Replica, Version};
use marquee_faults::{Bug, planted};
use marquee_log::{Log, ReadError, Records};
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

/// Every board of the log.
pub fn boards(log: &dyn Log) -> Result<Boards, RestoreError> {
    let mut boards = Boards::default();
    boards.set_auth(auth(log)?);
    for (name, _) in log.boards()? {
        if name == BoardName::auth() {
            continue;
        }
        if let Some(board) = board(log, &name)? {
            boards.insert(name, board);
        }
    }
    Ok(boards)
}

/// The board `_auth` as of its newest entry.
pub fn auth(log: &dyn Log) -> Result<Auth, RestoreError> {
    let name = BoardName::auth();
    let unknown = |version, detail: String| RestoreError::Unknown { board: name.clone(), version, detail };
    let mut auth = match log.checkpoint(&name)? {
        Some(checkpoint) => {
            decode_auth(&checkpoint.body).map_err(|error| unknown(checkpoint.version, error.to_string()))?
        }
        None => Auth::default(),
    };
    loop {
        let records = match log.read_after(&name, auth.version(), PAGE)? {
            Records::Next(records) if records.is_empty() => return Ok(auth),
            Records::Next(records) => records,
            Records::Trimmed { oldest } => {
                let detail = format!("the log begins with version {oldest} and has no checkpoint before it");
                return Err(unknown(auth.version().next(), detail));
            }
        };
        for record in records {
            let entry =
                decode_entry(&record.body).map_err(|error| unknown(record.version, error.to_string()))?;
            if !entry.is_some_and(|entry| auth.apply(&entry)) {
                return Err(unknown(record.version, format!("unknown kind of entry {:?}", record.kind)));
            }
        }
    }
}

/// One board, if it was ever written.
pub fn board(log: &dyn Log, name: &BoardName) -> Result<Option<Board>, RestoreError> {
    let replica = replica(log, name)?;
    if replica.timeline().is_none() {
        return Ok(None);
    }
    Ok(Board::restore(replica, log.ids(name)?))
}

/// The state of a board as of its newest entry.
pub fn replica(log: &dyn Log, name: &BoardName) -> Result<Replica, RestoreError> {
    let unknown = |version, detail: String| RestoreError::Unknown { board: name.clone(), version, detail };
    let mut replica = match log.checkpoint(name)? {
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
        let records = match log.read_after(name, replica.version(), PAGE)? {
            Records::Next(records) => records,
            Records::Trimmed { oldest } => {
                let detail = format!("the log begins with version {oldest} and has no checkpoint before it");
                return Err(unknown(replica.version().next(), detail));
            }
        };
        if records.is_empty() {
            return Ok(replica);
        }
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
