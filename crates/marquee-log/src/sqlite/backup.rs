//! `marquee log backup`: a copy of the log by SQLite's own means, also while a server writes it. What was answered
//! before it began is in the copy. It never gives a copy that was not looked through.

use super::report::{CareError, Report, Step};
use super::verify::{hold, reader, verify};
use super::{FILE_NAME, Meaning, REPAIR_NAME, look_at_wal};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};
use std::fs::File;
use std::path::Path;

/// Pages that are copied at once.
const PAGES_AT_ONCE: i32 = 2_048;
/// The copy while it is made.
const PART_NAME: &str = "marquee.db.part";

/// Copies the log in a folder into another one, which is made if it is not there and must hold no log; then looks
/// through the copy.
pub fn backup(
    folder: &Path,
    to: &Path,
    meaning: &dyn Meaning,
    tell: &mut dyn FnMut(Step),
) -> Result<Report, CareError> {
    let in_use = {
        let held = hold(folder)?;
        if held.is_some() {
            look_at_wal(folder).map_err(|error| CareError::Failed { detail: error.to_string() })?;
        }
        held.is_none()
    };
    if folder.join(REPAIR_NAME).exists() {
        return Err(CareError::Failed {
            detail: "a repair was interrupted: run marquee log repair again".into(),
        });
    }
    let path = to.join(FILE_NAME);
    if path.exists() {
        return Err(CareError::Exists { path });
    }
    let failed = |error: std::io::Error| CareError::Failed { detail: format!("{}: {error}", to.display()) };
    std::fs::create_dir_all(to).map_err(failed)?;
    let part = to.join(PART_NAME);
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        Ok(()) | Err(_) => {}
    }
    copy(&folder.join(FILE_NAME), &part, tell)
        .map_err(|error| CareError::Failed { detail: format!("the copy could not be made: {error}") })?;
    // The name comes last: a file of this name is a whole copy.
    File::open(&part).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(&part, &path).map_err(failed)?;
    File::open(to).and_then(|folder| folder.sync_all()).map_err(failed)?;
    let mut report = verify(to, meaning, tell)?;
    report.in_use = in_use;
    Ok(report)
}

fn copy(from: &Path, part: &Path, tell: &mut dyn FnMut(Step)) -> rusqlite::Result<()> {
    let source = reader(from)?;
    // A view that stays as it is: a batch that is written meanwhile does not make the copy begin again.
    let view = source.unchecked_transaction()?;
    view.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
    let mut target = Connection::open(part)?;
    {
        let backup = Backup::new(&view, &mut target)?;
        loop {
            match backup.step(PAGES_AT_ONCE)? {
                StepResult::Done => break,
                StepResult::More => {}
                // Nobody else has the copy, and the view is held: it does not go by.
                _ => return Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
            }
            let progress = backup.progress();
            let number = |pages: i32| u64::try_from(pages).unwrap_or(0);
            let of = number(progress.pagecount);
            tell(Step::Copy { pages: of - number(progress.remaining).min(of), of });
        }
    }
    target.close().map_err(|(_, error)| error)
}
