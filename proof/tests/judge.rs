//! The judge is judged: a history without a fault has no verdict, and each kind of fault has its own.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proof::check::{Class, Judge};
use proof::history::{Answer, Deed, Folds, Reading, Sight};
use serde_json::{Value, json};
use std::collections::HashMap;

fn put(version: u64, id: &str) -> (u64, String) {
    (version, json!({"type": "put", "version": version, "notice": {"id": id, "text": id}}).to_string())
}

fn deleted(version: u64, id: &str) -> (u64, String) {
    (version, json!({"type": "delete", "version": version, "id": id}).to_string())
}

fn policy() -> (u64, String) {
    (1, json!({"type": "policy", "version": 1}).to_string())
}

fn reading(entries: Vec<(u64, String)>, active: &[&str]) -> Reading {
    let head = entries.last().unwrap().0;
    let active = active.iter().map(|id| json!({"id": id, "text": id, "count": 1})).collect();
    Reading { entries, head, active }
}

/// A board with `x` and `y` put, and `x` gone again.
fn four() -> Reading {
    reading(vec![policy(), put(2, "x"), put(3, "y"), deleted(4, "x")], &["y"])
}

fn answered(version: u64, text: &str) -> Answer {
    Answer { board: "a".into(), version, deed: Deed::Put { text: text.into() } }
}

fn classes(judge: &mut Judge) -> Vec<Class> {
    judge.verdict().into_iter().map(|anomaly| anomaly.class).collect()
}

/// What is found in sights of the board of [`four`].
fn seen(from: Option<u64>, sights: &[Sight]) -> Vec<Class> {
    let mut judge = Judge::default();
    judge.reading("a", &four());
    judge.sights("t", "a", from, sights);
    classes(&mut judge)
}

fn entries(versions: &[u64]) -> Vec<Sight> {
    let all = four().entries;
    versions
        .iter()
        .map(|version| {
            let (_, frame) = all.iter().find(|(there, _)| there == version).cloned().unwrap();
            Sight::Entry(*version, frame)
        })
        .collect()
}

#[test]
fn a_history_without_a_fault_has_no_verdict() {
    let mut judge = Judge::default();
    judge.reading("a", &four());
    let gone = Answer { board: "a".into(), version: 4, deed: Deed::Delete { id: "x".into() } };
    judge.answers(&[answered(2, "x"), answered(3, "y"), gone]);
    let mut sights = vec![Sight::Resumed(None), Sight::Bookmark(1)];
    sights.extend(entries(&[2, 3]));
    assert_eq!(judge.sights("t", "a", None, &sights), Some(3));
    let mut sights = vec![Sight::Resumed(Some(3))];
    sights.extend(entries(&[4]));
    sights.push(Sight::Bookmark(4));
    assert_eq!(judge.sights("t", "a", Some(3), &sights), Some(4));
    judge.reading("a", &reading(vec![put(3, "y"), deleted(4, "x"), put(5, "z")], &["y", "z"]));
    assert_eq!(judge.verdict(), []);
}

#[test]
fn an_answer_that_is_not_there_or_is_another_is_a_lost_write() {
    for wrong in [answered(5, "z"), answered(3, "x"), answered(4, "x")] {
        let mut judge = Judge::default();
        judge.reading("a", &four());
        judge.answers(&[wrong]);
        assert_eq!(classes(&mut judge), [Class::LostWrite]);
    }
}

#[test]
fn a_head_that_went_back_is_a_lost_write() {
    let mut judge = Judge::default();
    judge.reading("a", &four());
    judge.reading("a", &reading(vec![policy(), put(2, "x"), put(3, "y")], &["y"]));
    assert_eq!(classes(&mut judge), [Class::LostWrite]);
}

#[test]
fn a_text_that_stands_twice_is_a_duplicate() {
    let mut judge = Judge::default();
    judge.reading("a", &reading(vec![policy(), put(2, "x"), put(3, "x")], &["x"]));
    assert_eq!(classes(&mut judge), [Class::Duplicate]);
}

#[test]
fn a_version_that_names_two_entries_is_inconsistent() {
    let mut judge = Judge::default();
    judge.reading("a", &four());
    judge.reading("a", &reading(vec![put(3, "other"), deleted(4, "x")], &["y"]));
    assert_eq!(classes(&mut judge), [Class::InconsistentOffsets]);
    assert_eq!(seen(Some(2), &[Sight::Entry(3, put(3, "other").1)]), [Class::InconsistentOffsets]);
}

#[test]
fn an_active_notice_that_is_missing_is_lost_and_one_beyond_is_a_duplicate() {
    for (active, class) in [(&[][..], Class::LostWrite), (&["x", "y"][..], Class::Duplicate)] {
        let mut judge = Judge::default();
        judge.reading("a", &reading(four().entries, active));
        assert_eq!(classes(&mut judge), [class]);
    }
}

#[test]
fn a_hole_in_what_is_kept_is_a_skip() {
    let mut judge = Judge::default();
    judge.reading("a", &reading(vec![policy(), put(3, "y")], &["y"]));
    assert_eq!(classes(&mut judge), [Class::PollSkip]);
}

#[test]
fn a_terminal_is_neither_led_past_an_entry_nor_back() {
    assert_eq!(seen(Some(1), &entries(&[2, 3])), []);
    assert_eq!(seen(Some(1), &entries(&[3])), [Class::PollSkip]);
    assert_eq!(seen(Some(1), &entries(&[2, 2])), [Class::NonmonotonicPoll]);
    assert_eq!(seen(Some(3), &entries(&[2])), [Class::NonmonotonicPoll]);
    assert_eq!(seen(Some(1), &[Sight::Bookmark(3)]), [Class::PollSkip]);
    assert_eq!(seen(Some(3), &[Sight::Bookmark(2)]), [Class::NonmonotonicPoll]);
}

#[test]
fn what_is_seen_and_is_not_in_the_log_was_seen_too_early() {
    assert_eq!(seen(Some(4), &[Sight::Entry(5, put(5, "z").1)]), [Class::PrecommittedRead]);
}

#[test]
fn a_cursor_that_is_not_continued_is_lost() {
    assert_eq!(seen(Some(3), &[Sight::Reset("epoch".into())]), [Class::LostCursor]);
}

#[test]
fn a_count_is_neither_less_than_was_answered_nor_more_than_was_sent() {
    let counted = |count: u64| {
        let active = vec![json!({"id": "f", "text": "fold f", "count": count})];
        let reading = Reading { active, ..Reading::default() };
        let folds = HashMap::from([("fold f".to_owned(), Folds { answered: 3, sent: 5 })]);
        let mut judge = Judge::default();
        judge.folds("folds", &reading, &folds);
        classes(&mut judge)
    };
    assert_eq!(counted(2), [Class::LostWrite]);
    assert_eq!(counted(3), []);
    assert_eq!(counted(5), []);
    assert_eq!(counted(6), [Class::Duplicate]);
    let none: Vec<Value> = Vec::new();
    let mut judge = Judge::default();
    let gone = HashMap::from([("fold f".to_owned(), Folds { answered: 3, sent: 5 })]);
    judge.folds("folds", &Reading { active: none, ..Reading::default() }, &gone);
    assert_eq!(classes(&mut judge), [], "it was evicted");
}
