//! Storms on a board: a monitor that repeats its alerts, and programs that all say the same. What is counted are the
//! entries, the answers, and the ids that a store would have to remember.

use marquee_core::board::{
    Boards, Command, Draft, IdChange, Op, Outcome, Placed, RULES, State, Status, Terms,
};
use marquee_core::{BoardName, Change, DeleteReason, Entry, Level, NoticeId, Policy};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;
const MINUTE_MS: u64 = 60_000;
const REPEATS: u64 = 100_000;
const ALERTS: u64 = 50;
/// How long a hook's notice lives, s, and below what is left of it a repeat renews it.
const HOOK_TTL: u64 = 86_400;
const RENEW_BELOW_MS: u64 = HOOK_TTL * 500;

/// The time of a repeat: all of them within a minute.
fn time(repeat: u64) -> u64 {
    T + repeat * MINUTE_MS / REPEATS
}

fn draft(id: &str, text: &str) -> Draft {
    let mut hash = [0; 16];
    hash[..text.len()].copy_from_slice(text.as_bytes());
    Draft {
        id: NoticeId::parse(id).expect("an id"),
        hash,
        level: Level::Warning,
        text: text.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 20,
        ttl: None,
        starts_at: None,
        trace_id: "".into(),
    }
}

/// As a hook gives it: an id of its own, known by its key.
fn firing(repeat: u64, alert: u64, content: u64) -> Op {
    let key = Some(format!("alert {alert}").into());
    let draft = draft(&format!("u{repeat}"), &format!("{alert} {content}"));
    Op::Upsert { draft: Draft { key, ttl: Some(HOOK_TTL), ..draft }, renew_below_ms: RENEW_BELOW_MS }
}

/// A board, and what came of the storm so far.
#[derive(Default)]
struct Storm {
    boards: Boards,
    entries: Vec<Entry>,
    remembered: BTreeSet<NoticeId>,
    most_remembered: usize,
    terms: Arc<Terms>,
}

impl Storm {
    fn tell(&mut self, at: u64, op: Op) -> (usize, Outcome) {
        let command = Command { rules: RULES, board: BoardName::main(), terms: self.terms.clone(), op };
        let applied = self.boards.apply(&command, at);
        for change in applied.ids {
            match change {
                IdChange::Remember(id, _) => self.remembered.insert(id),
                IdChange::Forget(id) => self.remembered.remove(&id),
            };
        }
        self.most_remembered = self.most_remembered.max(self.remembered.len());
        let made = applied.entries.len();
        self.entries.extend(applied.entries);
        (made, applied.outcome)
    }

    fn placed(&mut self, at: u64, op: Op) -> Placed {
        match self.tell(at, op).1 {
            Outcome::Placed(placed) => placed,
            other => panic!("not placed: {other:?}"),
        }
    }

    fn puts(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.change, Change::Put(_))).count()
    }
}

/// One entry an alert, whatever comes after: each repeat is answered as a duplicate of the active notice. No id is
/// remembered beyond the first of each alert.
#[test]
fn alerts_that_do_not_change_make_one_entry_each_however_often_they_come() {
    let mut storm = Storm::default();
    for repeat in 0..REPEATS {
        let placed = storm.placed(time(repeat), firing(repeat, repeat % ALERTS, 0));
        let expected = if repeat < ALERTS { Status::Accepted } else { Status::Duplicate(State::Active) };
        assert_eq!(placed.status, expected, "repeat {repeat}");
    }
    assert_eq!(storm.entries.len(), 1 + 50, "the first entry is the board's policy");
    assert_eq!((storm.puts(), storm.most_remembered), (50, 50));
}

/// Each alert changes with every fourth of its repeats: the repeats that bring a new content, the first one too, make
/// one entry, all others none.
#[test]
fn alerts_that_change_make_one_entry_a_change() {
    let mut storm = Storm::default();
    let mut changes = 0;
    for repeat in 0..REPEATS {
        let round = repeat / ALERTS;
        let status = storm.placed(time(repeat), firing(repeat, repeat % ALERTS, round / 4)).status;
        let expected = match (round, round % 4) {
            (0, _) => Status::Accepted,
            (_, 0) => Status::Replaced,
            _ => Status::Duplicate(State::Active),
        };
        assert_eq!(status, expected, "repeat {repeat}");
        changes += usize::from(round.is_multiple_of(4));
    }
    assert_eq!((storm.puts(), changes), (25_000, 25_000));
    assert_eq!((storm.entries.len(), storm.most_remembered), (1 + 25_000, 50));
}

/// Programs that know nothing of each other say the same 50 things: of each, one notice with at most an entry a second
/// and one that begins it. Every publish is answered and counted, and every id is remembered, within the board's bound.
#[test]
fn equal_publishes_fold_into_one_notice_each_with_an_entry_a_second_and_none_is_lost() {
    let policy = Policy { fold_ms: 2 * MINUTE_MS, ..Policy::default() };
    let terms = Arc::new(Terms { first_policy: Arc::new(policy), ..Terms::default() });
    let mut storm = Storm { terms, ..Storm::default() };
    for repeat in 0..REPEATS {
        let op = Op::Publish(draft(&format!("u{repeat}"), &format!("{}", repeat % ALERTS)));
        let placed = storm.placed(time(repeat), op);
        let expected = if repeat < ALERTS { Status::Accepted } else { Status::Folded };
        assert_eq!(placed.status, expected, "repeat {repeat}");
        assert_eq!(placed.id.as_str(), format!("u{}", repeat % ALERTS));
    }
    storm.tell(T + MINUTE_MS + 1_000, Op::Settle);
    let board = storm.boards.board(&BoardName::main()).expect("it was written");
    let shown: Vec<_> = board.timeline().active().iter().map(|active| active.notice.count).collect();
    assert_eq!(shown, [2_000; 50], "publishes of each text");
    let mut folds: BTreeMap<NoticeId, Vec<u64>> = BTreeMap::new();
    for entry in &storm.entries {
        if let Change::Put(notice) = &entry.change
            && notice.count > 1
        {
            folds.entry(notice.id.clone()).or_default().push(entry.at);
        }
    }
    assert_eq!(folds.len(), 50);
    for (id, times) in folds {
        assert!(times.windows(2).all(|two| two[1] - two[0] >= 1_000), "{id} within a second: {times:?}");
        assert!(times.len() <= 61, "{id}: {}", times.len());
    }
    assert_eq!(storm.most_remembered, 100_000);
}

#[derive(Clone, Debug)]
enum Said {
    Firing { alert: u64, content: u64 },
    Resolved { alert: u64 },
}

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![
        9 => (0..ALERTS, 0u64..3).prop_map(|(alert, content)| Said::Firing { alert, content }),
        1 => (0..ALERTS).prop_map(|alert| Said::Resolved { alert }),
    ]
}

proptest! {
    #![proptest_config(crate::config(24))]

    /// As long as all alerts find room and none is about to run out, a command makes one entry if it changes what its
    /// alert says (nothing counts as resolved), else none; and one id is remembered for each time an alert began.
    #[test]
    fn whatever_a_monitor_says_a_change_is_one_entry_and_a_repeat_is_none(
        storm_of in vec((0u64..40, said()), 1..1_500),
    ) {
        let (mut storm, mut says, mut at, mut begun) = (Storm::default(), BTreeMap::new(), T, 0);
        for (number, (wait, said)) in (0..).zip(storm_of) {
            at += wait;
            let (alert, content) = match said {
                Said::Firing { alert, content } => (alert, Some(content)),
                Said::Resolved { alert } => (alert, None),
            };
            let before: Option<u64> = says.get(&alert).copied().flatten();
            let op = match content {
                Some(content) => firing(number, alert, content),
                None => Op::DeleteByKey { key: format!("alert {alert}").into(), reason: DeleteReason::Resolved },
            };
            let first = usize::from(storm.entries.is_empty() && content.is_some());
            let (made, outcome) = storm.tell(at, op);
            prop_assert_eq!(made, first + usize::from(before != content), "{:?}", outcome);
            let answered = match (before, content) {
                (_, Some(_)) => matches!(outcome, Outcome::Placed(_)),
                (Some(_), None) => matches!(outcome, Outcome::Deleted { .. }),
                (None, None) => outcome == Outcome::Unknown || (outcome == Outcome::Done && storm.entries.is_empty()),
            };
            prop_assert!(answered, "{:?}", outcome);
            begun += usize::from(before.is_none() && content.is_some());
            says.insert(alert, content);
        }
        prop_assert_eq!(storm.most_remembered, begun);
    }
}
