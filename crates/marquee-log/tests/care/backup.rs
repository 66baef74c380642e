//! A copy is made while the log is written: it opens, is whole, and has all that was answered before it began.

use crate::{Plain, append, batch, board, open, sql, verify};
use marquee_core::Version;
use marquee_log::sqlite::{self, CareError, Step};
use marquee_log::{Log, Records};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Told when it is over, however that is.
struct Told<'a>(&'a AtomicBool);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn a_copy_beside_a_writer_has_all_that_was_there_when_it_began() {
    let (folder, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let to = place.path().join("copy");
    let log = open(folder.path());
    // Some 2,048 pages are copied at once: there are more.
    let filler = "x".repeat(1 << 20);
    for version in 1..=20 {
        let mut large = batch("lobby", version);
        large.boards[0].1.records[0].body = format!("oldepoch.{version} {filler}").into();
        log.append(&large).unwrap();
    }
    append(&log, "ops", 1..=3_000);
    let head = AtomicU64::new(3_000);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let _over = Told(&over);
        scope.spawn(|| {
            while !over.load(Ordering::SeqCst) {
                let next = head.load(Ordering::SeqCst) + 1;
                append(&log, "ops", next..=next);
                head.store(next, Ordering::SeqCst);
            }
        });
        let mut seen = 0;
        let answered = head.load(Ordering::SeqCst);
        // Each step of the copy waits until more was written meanwhile.
        let report = sqlite::backup(folder.path(), &to, &Plain, &mut |step: Step| {
            let before = head.load(Ordering::SeqCst);
            while matches!(step, Step::Copy { .. }) && head.load(Ordering::SeqCst) == before {
                std::thread::yield_now();
            }
            seen += u64::from(matches!(step, Step::Copy { .. }));
        });
        assert!(seen > 1, "it was copied at once");
        let report = report.unwrap();
        assert!(report.is_whole() && report.in_use, "{report:?}");
        assert!(report.entries >= answered, "{} of {answered}", report.entries);
    });
    let written = head.load(Ordering::SeqCst);
    assert!(written > 3_000);
    let copy = open(&to);
    assert_eq!(copy.epoch(), log.epoch());
    let head = copy.boards().unwrap()[1].1.head;
    assert!((Version(3_000)..Version(written)).contains(&head), "it is as of its beginning: {head}");
    let Records::Next(all) = copy.read_after(&board("ops"), Version(0), 10_000).unwrap() else { panic!() };
    assert_eq!(all.len() as u64, head.0);
}

#[test]
fn a_copy_never_takes_the_place_of_a_log() {
    let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    append(&open(folder.path()), "ops", 1..=3);
    let backup = || sqlite::backup(folder.path(), to.path(), &Plain, &mut |_| {});
    // What an interrupted copy left behind is no copy.
    std::fs::write(to.path().join("marquee.db.part"), "half").unwrap();
    assert!(backup().unwrap().is_whole());
    assert_eq!(backup(), Err(CareError::Exists { path: to.path().join("marquee.db") }));
    let mut names: Vec<_> =
        std::fs::read_dir(to.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.retain(|name| name == "marquee.db.part");
    assert!(names.is_empty());
}

#[test]
fn damage_is_copied_as_it_is_and_told() {
    let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    append(&open(folder.path()), "ops", 1..=3);
    sql(folder.path(), "UPDATE entries SET body = x'00' WHERE version = 2");
    let report = sqlite::backup(folder.path(), to.path(), &Plain, &mut |_| {}).unwrap();
    assert_eq!(report.damages.len(), 1);
    assert_eq!(verify(to.path()).damages, report.damages);
}
