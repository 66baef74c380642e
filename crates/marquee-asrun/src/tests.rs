//! Records, written and read back, and their bounds.

use super::*;
use marquee_core::policy::Play;
use marquee_core::session::{Outcome, Shown};
use marquee_core::{NoticeId, Version};

const T: u64 = 1_700_000_000_000;

fn board(name: &str) -> BoardName {
    BoardName::parse(name).unwrap()
}

fn record(terminal: &str, name: &str, from: u64) -> Record {
    let shown = Shown {
        id: NoticeId::parse("a").unwrap(),
        rev: Version(42),
        play: Some(Play::Pin),
        from,
        until: from + 15_000,
        outcome: Outcome::Preempted,
        offset_ms: Some(-12),
    };
    Record { terminal: terminal.into(), board: board(name), shown, planned: Some(from - 3) }
}

fn begins(read: &[(Place, Record)]) -> Vec<u64> {
    read.iter().map(|(_, record)| record.shown.from - T).collect()
}

#[test]
fn what_was_noted_is_read_back_in_order_of_when_it_began() {
    let folder = tempfile::tempdir().unwrap();
    let asrun = AsRun::in_folder(folder.path());
    assert_eq!(asrun.read(&board("ops"), (0, u64::MAX), None, 10).unwrap(), []);
    assert!(!folder.path().join(FILE_NAME).exists(), "nothing was made for a look");
    let late = Record { planned: None, ..record("=cmd()", "ops", T + 1) };
    for noted in [record("lobby", "ops", T + 5), record("lobby", "other", T + 2), late.clone()] {
        assert!(asrun.note(noted));
    }
    asrun.write(T).unwrap();
    let read = asrun.read(&board("ops"), (T, T + 6), None, 10).unwrap();
    assert_eq!(
        read.iter().map(|(_, record)| record.clone()).collect::<Vec<_>>(),
        [late, record("lobby", "ops", T + 5)]
    );
    assert_eq!(begins(&asrun.read(&board("ops"), (T + 2, T + 5), None, 10).unwrap()), [0u64; 0]);
    assert_eq!(begins(&asrun.read(&board("ops"), (T + 1, T + 5), None, 10).unwrap()), [1]);
    drop(asrun);
    let again = AsRun::in_folder(folder.path());
    assert_eq!(begins(&again.read(&board("ops"), (T, T + 6), None, 10).unwrap()), [1, 5]);
}

#[test]
fn pages_join_without_a_hole_or_a_repeat_also_where_many_began_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let asrun = AsRun::in_folder(folder.path());
    for number in 0..25 {
        asrun.note(record("lobby", "ops", T + number / 5));
    }
    asrun.write(T).unwrap();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = asrun.read(&board("ops"), (T, u64::MAX), after, 4).unwrap();
        let Some((place, _)) = page.last() else { break };
        after = Some(*place);
        all.extend(begins(&page));
    }
    assert_eq!(all, (0..25).map(|number| number / 5).collect::<Vec<u64>>());
}

#[test]
fn what_is_older_than_seven_days_goes() {
    let folder = tempfile::tempdir().unwrap();
    let asrun = AsRun::in_folder(folder.path());
    asrun.note(record("lobby", "ops", T));
    asrun.note(record("lobby", "ops", T + 1));
    asrun.write(T + KEPT_MS + 1).unwrap();
    assert_eq!(begins(&asrun.read(&board("ops"), (0, u64::MAX), None, 10).unwrap()), [1]);
}

#[test]
fn more_than_can_be_written_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let asrun = AsRun::in_folder(folder.path());
    let taken = (0..GATHERED_MAX as u64 + 5).filter(|number| asrun.note(record("lobby", "ops", T + number)));
    assert_eq!(taken.count(), GATHERED_MAX);
    asrun.write(T).unwrap();
    assert!(asrun.note(record("lobby", "ops", T)), "and then there is room again");
}

#[test]
fn a_file_that_is_none_of_ours_is_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE_NAME), vec![b'x'; 10_000]).unwrap();
    let asrun = AsRun::in_folder(folder.path());
    asrun.note(record("lobby", "ops", T));
    asrun.write(T).unwrap();
    assert_eq!(begins(&asrun.read(&board("ops"), (0, u64::MAX), None, 10).unwrap()), [0]);
    assert!(folder.path().join("shown.db.damaged").exists());
}
