//! `marquee log repair`: a log that can be used again, made of what is whole of a damaged one. It is written beside
//! the old files, looked through, and only then put in their place; the old files are kept. It has a new epoch: what
//! follows is another history, and no old cursor may be continued in it. It never guesses at what was lost.

use super::read;
use super::report::{CareError, Loss, Part, Report, Step};
use super::schema;
use super::survey::{Found, Survey, survey};
use super::verify::{hold, is_of, look, reader};
use super::write::Writer;
use super::{FILE_NAME, Meaning, REPAIR_NAME};
use crate::law::{Batch, BoardBatch, Checkpoint, Record, Records};
use marquee_core::board::{IdChange, Position};
use marquee_core::{BoardName, Epoch, Version};
use marquee_faults::{Bug, planted};
use rusqlite::Connection;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The new log while it is written.
const NEW_NAME: &str = "marquee.db.new";
/// Entries and rows of ids that are written at once.
const AT_ONCE: usize = 1_000;
/// Folders of kept files that are looked at for a free name.
const KEPT_MAX: u32 = 10_000;

/// What a repair came to.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing is damaged, so nothing was changed.
    Whole(Report),
    /// The log can be used again.
    Repaired {
        /// What was found before.
        found: Report,
        /// What is there no more; empty where everything could be kept.
        lost: Vec<Loss>,
        /// The folder with the old files.
        kept: PathBuf,
        /// What is there now.
        now: Report,
    },
}

/// Makes the log in a folder usable again. With `rename` a whole log gets a new epoch, too: a copy that was restored
/// is another history than the one that it was taken from.
pub fn repair(
    folder: &Path,
    rename: bool,
    new_epoch: impl FnOnce() -> Epoch,
    meaning: &dyn Meaning,
    tell: &mut dyn FnMut(Step),
) -> Result<Outcome, CareError> {
    let _lock = hold(folder)?.ok_or(CareError::InUse)?;
    let interrupted = take_back(folder)?;
    let Survey { report, boards } = look(folder, false, meaning, || {}, tell)?;
    if report.is_whole() && !rename && !interrupted {
        return Ok(Outcome::Whole(report));
    }
    if boards.is_empty() && !report.is_whole() && report.epoch.is_none() {
        return Err(CareError::Hopeless { detail: "neither the epoch nor any board can be read".into() });
    }
    let mut lost = Vec::new();
    if report.damages.iter().any(is_of(Part::Wal)) {
        lost.push(Loss::Commits);
    }
    let new = folder.join(NEW_NAME);
    remove(&new)?;
    let kept = report.epoch.clone().filter(|_| planted(Bug::EpochKeptByRepair));
    let epoch = kept.unwrap_or_else(new_epoch);
    let position = Position(report.position.unwrap_or(0));
    let rebuilt = Rebuild { meaning, epoch: &epoch, position }.write(folder, &new, &boards, &mut lost, tell);
    let now = rebuilt.and_then(|()| check(&new, meaning, tell)).inspect_err(|_| {
        // Nothing was put in place yet; what was begun is begun anew by the next repair.
        let _left = remove(&new);
    })?;
    let kept = swap(folder, &new)?;
    Ok(Outcome::Repaired { found: report, lost, kept, now })
}

/// What of a board can be kept.
struct Plan {
    oldest: Version,
    head: Version,
    checkpoint: Option<Checkpoint>,
}

/// A state and the whole entries after it make a board; older entries only as far as they are whole up to there.
fn plan(found: &Found) -> Option<Plan> {
    let base = found.checkpoint.as_ref().map_or(Version(0), |checkpoint| checkpoint.version);
    if found.oldest > base.next() {
        return None;
    }
    let first_beyond = found.bad.iter().find(|(_, last)| *last > base);
    let head = first_beyond.map_or(found.head, |(first, _)| Version(first.0.max(base.0 + 1) - 1));
    let newest_below = found.bad.iter().rev().find(|(first, _)| *first <= base);
    let oldest = newest_below.map_or(found.oldest, |(_, last)| (*last).min(base).next());
    (head > Version(0)).then(|| Plan { oldest, head, checkpoint: found.checkpoint.clone() })
}

struct Rebuild<'a> {
    meaning: &'a dyn Meaning,
    epoch: &'a Epoch,
    position: Position,
}

impl Rebuild<'_> {
    fn write(
        &self,
        folder: &Path,
        new: &Path,
        boards: &[Found],
        lost: &mut Vec<Loss>,
        tell: &mut dyn FnMut(Step),
    ) -> Result<(), CareError> {
        let old = reader(&folder.join(FILE_NAME)).map_err(failed)?;
        let (connection, _) = schema::open(new, || self.epoch.clone()).map_err(failed)?;
        // It is synced as a whole before it is put in place.
        connection.pragma_update(None, "synchronous", "OFF").map_err(failed)?;
        let mut plans = Vec::new();
        for found in boards {
            match plan(found) {
                Some(plan) => {
                    tell_loss(found, &plan, lost);
                    let before = plan.oldest.0 - 1;
                    connection
                        .execute(
                            "INSERT INTO boards (name, oldest, head, at) VALUES (?1, ?2, ?3, 0)",
                            rusqlite::params![
                                found.name.as_str(),
                                plan.oldest.0.cast_signed(),
                                before.cast_signed()
                            ],
                        )
                        .map_err(failed)?;
                    plans.push((found, plan));
                }
                None => {
                    let (board, from, to) = (found.name.clone(), found.oldest, found.head);
                    lost.push(Loss::Board { board, from, to });
                }
            }
        }
        let mut writer = Writer::new(connection).map_err(failed)?;
        for (found, plan) in plans {
            self.board(&old, &mut writer, found, plan, lost, tell)?;
        }
        // The position stands there also without any board.
        writer.append(&Batch { position: self.position, boards: Vec::new() }).map_err(failed)?;
        writer.finish().map_err(failed)?;
        File::open(new).and_then(|file| file.sync_all()).map_err(failed)
    }

    fn board(
        &self,
        old: &Connection,
        writer: &mut Writer,
        found: &Found,
        plan: Plan,
        lost: &mut Vec<Loss>,
        tell: &mut dyn FnMut(Step),
    ) -> Result<(), CareError> {
        let name = &found.name;
        let broken = |detail: String| CareError::Failed { detail: format!("board {name}: {detail}") };
        let mut append = |records: Vec<Record>, ids: Vec<IdChange>| {
            let boards = vec![(name.clone(), BoardBatch { records, ids })];
            writer.append(&Batch { position: self.position, boards }).map_err(failed)
        };
        let mut after = Version(plan.oldest.0 - 1);
        while after < plan.head {
            let read = read::after(old, name, after, AT_ONCE).map_err(failed)?;
            let Records::Next(mut records) = read else { return Err(broken("its oldest moved".into())) };
            records.retain(|record| record.version <= plan.head);
            let Some(last) = records.last() else { return Err(broken(format!("no entry follows {after}"))) };
            after = last.version;
            for record in &mut records {
                record.body = self.meaning.entry(name, self.epoch, record).map_err(broken)?;
            }
            append(records, Vec::new())?;
            tell(Step::Board { board: name.clone(), version: after, head: plan.head });
        }
        let cut = plan.head < found.head;
        let (rows, gone) = ids(old, name, plan.head, cut);
        if let Some(rows) = gone {
            lost.push(Loss::Ids { board: name.clone(), rows });
        }
        for some in rows.chunks(AT_ONCE) {
            append(Vec::new(), some.to_vec())?;
        }
        if let Some(mut checkpoint) = plan.checkpoint {
            checkpoint.body = self.meaning.checkpoint(name, self.epoch, &checkpoint).map_err(broken)?;
            if plan.oldest > plan.head {
                writer.stands_at(name, checkpoint.at).map_err(failed)?;
            }
            writer.keep_checkpoints(&[(name.clone(), checkpoint)]).map_err(failed)?;
        }
        Ok(())
    }
}

/// The ids of what is kept, and how many rows could not be read.
fn ids(old: &Connection, name: &BoardName, head: Version, cut: bool) -> (Vec<IdChange>, Option<u64>) {
    let (mut rows, mut gone) = (Vec::new(), None);
    let read = read::id_rows(old, name, |row| match row {
        Ok(Some((id, mut row))) if row.version <= head => {
            if cut {
                // What its notice became in the lost entries is not what it is now: the same content again is news.
                row.content = [0; 16];
            }
            rows.push(IdChange::Remember(id, row));
        }
        // It names a version that is lost: a publish of it has to be taken as new.
        Ok(Some(_)) => {}
        Ok(None) | Err(_) => gone = Some(gone.unwrap_or(0) + 1),
    });
    (rows, if read.is_err() { gone.or(Some(0)) } else { gone })
}

fn tell_loss(found: &Found, plan: &Plan, lost: &mut Vec<Loss>) {
    let board = &found.name;
    if plan.oldest > found.oldest {
        let to = Version(plan.oldest.0 - 1);
        lost.push(Loss::Oldest { board: board.clone(), from: found.oldest, to });
    }
    if plan.head < found.head {
        lost.push(Loss::Newest { board: board.clone(), from: plan.head.next(), to: found.head });
    }
}

/// What was written has to be whole before it takes the old files' place.
fn check(new: &Path, meaning: &dyn Meaning, tell: &mut dyn FnMut(Step)) -> Result<Report, CareError> {
    let connection = reader(new).map_err(failed)?;
    let Survey { report, .. } = survey(&connection, meaning, tell);
    match report.damages.first() {
        None => Ok(report),
        Some(damage) => Err(CareError::Failed {
            detail: format!(
                "what was written is not whole ({damage}): look at the disk; nothing was replaced"
            ),
        }),
    }
}

/// Puts the new log in the place of the old one, which is kept in a folder beside it. A file says that this is under
/// way: where it is interrupted, no server starts on half of it, and the next repair begins anew.
fn swap(folder: &Path, new: &Path) -> Result<PathBuf, CareError> {
    let free =
        (1..=KEPT_MAX).map(|number| format!("damaged-{number}")).find(|name| !folder.join(name).exists());
    let name = free.ok_or_else(|| failed(format!("{} folders damaged-… are there already", KEPT_MAX)))?;
    let kept = folder.join(&name);
    let mark = folder.join(REPAIR_NAME);
    fs::create_dir(&kept).map_err(failed)?;
    fs::write(&mark, &name).and_then(|()| File::open(&mark)?.sync_all()).map_err(failed)?;
    sync(folder)?;
    for file in old_files() {
        rename(&folder.join(&file), &kept.join(&file))?;
    }
    remove_file(&folder.join(format!("{FILE_NAME}-shm")))?;
    sync(&kept)?;
    // Its WAL was folded in and is empty; whoever looked through it left these.
    for end in ["-wal", "-shm"] {
        remove_file(&folder.join(format!("{NEW_NAME}{end}")))?;
    }
    rename(new, &folder.join(FILE_NAME))?;
    sync(folder)?;
    remove_file(&mark)?;
    sync(folder)?;
    Ok(kept)
}

/// Takes back what a repair that was interrupted had moved; whether there was one.
fn take_back(folder: &Path) -> Result<bool, CareError> {
    let mark = folder.join(REPAIR_NAME);
    let name = match fs::read_to_string(&mark) {
        Ok(name) => name,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(failed(format!("{}: {error}", mark.display()))),
    };
    if name.starts_with("damaged-") && Path::new(&name).components().count() == 1 {
        for file in old_files() {
            rename(&folder.join(&name).join(&file), &folder.join(&file))?;
        }
        sync(folder)?;
    }
    remove_file(&mark)?;
    sync(folder)?;
    Ok(true)
}

fn old_files() -> [String; 2] {
    [FILE_NAME.to_owned(), format!("{FILE_NAME}-wal")]
}

/// Renames a file, if it is there.
fn rename(from: &Path, to: &Path) -> Result<(), CareError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(failed(format!("{} to {}: {error}", from.display(), to.display())))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Removes a database and what belongs to it, if it is there.
fn remove(path: &Path) -> Result<(), CareError> {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        remove_file(Path::new(&name))?;
    }
    Ok(())
}

fn remove_file(path: &Path) -> Result<(), CareError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(failed(format!("{}: {error}", path.display())))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn sync(folder: &Path) -> Result<(), CareError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
}

fn failed(error: impl Display) -> CareError {
    CareError::Failed { detail: error.to_string() }
}
