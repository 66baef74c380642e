//! `marquee log verify`: a look through the files of a log. It writes nothing into them, and a server may run on them:
//! then it reads beside it, as of the moment at which it began.

use super::report::{CareError, Damage, Part, Report, Step};
use super::survey::{Survey, ours, survey};
use super::wal::{self, Tail};
use super::{FILE_NAME, LOCK_NAME, Meaning, REPAIR_NAME, lock};
use crate::law::OpenError;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::Path;
use std::time::Duration;

/// How long a reader waits where the engine asks it to.
const BUSY: Duration = Duration::from_secs(5);

/// Looks through the log in a folder.
pub fn verify(folder: &Path, meaning: &dyn Meaning, tell: &mut dyn FnMut(Step)) -> Result<Report, CareError> {
    let held = hold(folder)?;
    let in_use = held.is_none();
    let mut survey = look(folder, in_use, meaning, || drop(held), tell)?;
    survey.report.in_use = in_use;
    Ok(survey.report)
}

/// The lock of the log in a folder; `None`: a server has it.
pub(super) fn hold(folder: &Path) -> Result<Option<File>, CareError> {
    // Nothing is made where there is nothing.
    if !folder.join(FILE_NAME).exists() && !folder.join(REPAIR_NAME).exists() {
        return Err(CareError::NoLog { folder: folder.to_owned() });
    }
    match lock(&folder.join(LOCK_NAME)) {
        Ok(lock) => Ok(Some(lock)),
        Err(OpenError::InUse) => Ok(None),
        Err(error) => Err(CareError::Failed { detail: error.to_string() }),
    }
}

/// Looks through the files. `begun` is called as soon as what will be looked at cannot change any more.
pub(super) fn look(
    folder: &Path,
    in_use: bool,
    meaning: &dyn Meaning,
    begun: impl FnOnce(),
    tell: &mut dyn FnMut(Step),
) -> Result<Survey, CareError> {
    let mut first = Report::default();
    if folder.join(REPAIR_NAME).exists() {
        first.whole_log(Part::Repair, "a repair was interrupted");
    }
    // The WAL of a running server moves; its server looked at it when it started.
    if !in_use {
        let tail = wal::look(&folder.join(format!("{FILE_NAME}-wal")));
        match tail.map_err(|error| CareError::Failed { detail: format!("{FILE_NAME}-wal: {error}") })? {
            Tail::Whole => {}
            Tail::Torn { bytes } => first.torn_bytes = bytes,
            Tail::Damaged { frame, batches } => {
                let beyond = format!("{batches} or more batches that were answered lie beyond it");
                first.whole_log(Part::Wal, format!("frame {frame} is damaged, and {beyond}"));
            }
        }
    }
    let path = folder.join(FILE_NAME);
    let engine =
        |error: rusqlite::Error| CareError::Failed { detail: format!("{}: {error}", path.display()) };
    let connection = reader(&path).map_err(engine)?;
    let transaction = connection.unchecked_transaction().map_err(engine)?;
    match ours(&transaction) {
        Ok(Ok(())) => {}
        // The file may have been younger than its WAL.
        Ok(Err(_)) if !first.is_whole() => return Ok(Survey { report: first, boards: Vec::new() }),
        Ok(Err(detail)) => return Err(CareError::NotOurs { detail }),
        Err(error) if super::read::is_damage(&error) => {
            first.whole_log(Part::File, error.to_string());
            return Ok(Survey { report: first, boards: Vec::new() });
        }
        Err(error) => return Err(engine(error)),
    }
    begun();
    let mut survey = survey(&transaction, meaning, tell);
    survey.report.torn_bytes = first.torn_bytes;
    survey.report.damages.splice(0..0, first.damages);
    Ok(survey)
}

/// A connection that reads.
pub(super) fn reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// Whether a damage is one of a part.
pub(super) fn is_of(part: Part) -> impl Fn(&Damage) -> bool {
    move |damage| damage.part == part
}
