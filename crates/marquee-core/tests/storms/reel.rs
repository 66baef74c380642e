//! A timeline's whole play, moment by moment: random storms, and the state after each instant at which anything
//! happened. It judges nothing.

use marquee_core::policy::{LevelPolicy, Play};
use marquee_core::timeline::Parts;
use marquee_core::{Change, DeleteReason, Entry, Level, Notice, NoticeId, Policy, Timeline, Version};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;

/// When every play begins.
pub(crate) const T: u64 = 1_700_000_000_000;

pub(crate) fn id(name: &str) -> NoticeId {
    NoticeId::parse(name).expect("an id")
}

/// A policy whose URGENT is pinned; of the rest of its levels nothing is.
pub(crate) fn pinning(hold_ms: u64, pin_min_ms: u64, breath_ms: u64, pin_queue: usize) -> Policy {
    let mut policy = Policy { pin_min_ms, breath_ms, pin_queue, ..Policy::default() };
    policy.levels[0].hold_ms = hold_ms;
    policy
}

pub(crate) fn put(at: u64, name: &str, level: Level, cells: u32, lives_ms: u64) -> (u64, Change) {
    put_for(at, name, level, cells, (at, at + lives_ms))
}

fn put_for(
    at: u64,
    name: &str,
    level: Level,
    cells: u32,
    (starts_at, expires_at): (u64, u64),
) -> (u64, Change) {
    let notice = Notice {
        id: id(name),
        rev: Version(0),
        level,
        text: "".into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells,
        count: 1,
        starts_at,
        expires_at,
        trace_id: "".into(),
    };
    (at, Change::Put(Arc::new(notice)))
}

/// The states after each instant, in order; one lasts until the next one's `now`. The last entry is followed by so
/// long a time without any.
pub(crate) fn reel(policy: &Policy, changes: &[(u64, Change)], then_ms: u64) -> Vec<Parts> {
    let mut timeline = Timeline::new(Arc::new(policy.clone()), T);
    let mut reel = vec![timeline.parts()];
    let play = |timeline: &mut Timeline, reel: &mut Vec<Parts>, until: u64| {
        while let Some(next) = timeline.next_instant().filter(|next| *next <= until) {
            timeline.advance(next);
            reel.push(timeline.parts());
        }
        timeline.advance(until);
        reel.push(timeline.parts());
    };
    for (version, (at, change)) in (2..).zip(changes) {
        play(&mut timeline, &mut reel, *at);
        let version = Version(version);
        let change = match change {
            Change::Put(notice) => Change::Put(Arc::new(Notice { rev: version, ..Notice::clone(notice) })),
            other => other.clone(),
        };
        timeline.apply(&Entry { version, at: *at, change }).expect("times only grow");
        play(&mut timeline, &mut reel, *at);
    }
    let end = timeline.now() + then_ms;
    play(&mut timeline, &mut reel, end);
    reel
}

/// What a level's rule may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Any, also none: then its turn comes and goes unseen.
    Any,
    /// Who is pinned is seen for a millisecond at least.
    Seen,
}

pub(crate) fn policy(holds: Holds) -> impl Strategy<Value = Policy> {
    let least = u64::from(holds == Holds::Seen);
    let ms = move |most: u64| prop_oneof![1 => Just(least), 1 => least..most / 10, 2 => least..most];
    let level = (1u32..=100, prop::bool::weighted(0.4), ms(15_000));
    let ribbon = (prop_oneof![Just(1u64), Just(200), 1u64..=200], prop_oneof![Just(0u64), 0u64..=200]);
    (ribbon, ms(5_000), 0usize..=4, prop_oneof![Just(0u64), 0u64..5_000], proptest::array::uniform4(level))
        .prop_map(|((speed, gap), pin_min_ms, pin_queue, breath_ms, levels)| Policy {
            speed,
            gap,
            pin_min_ms,
            pin_queue,
            breath_ms,
            levels: levels.map(|(weight, pin, hold_ms)| LevelPolicy {
                weight,
                play: if pin { Play::Pin } else { Play::Scroll },
                hold_ms,
                color: "#000000".into(),
            }),
            ..Policy::default()
        })
}

/// Entries that come in bursts: mostly puts, of few ids, many of them to be pinned.
pub(crate) fn storm(holds: Holds) -> impl Strategy<Value = Vec<(u64, Change)>> {
    let lives = prop_oneof![1 => 1u64..3_000, 3 => 1_000u64..90_000];
    let delay = prop_oneof![4 => Just(0u64), 1 => 0u64..5_000];
    let cells = select(&[0u32, 1, 2, 40, 300, 4_000][..]);
    let level = prop_oneof![2 => Just(0usize), 1 => 0usize..4];
    let put = (0u8..12, level, cells, delay, lives).prop_map(|(name, level, cells, delay, lives_ms)| {
        let (_, change) =
            put_for(0, &format!("n{name}"), Level::ALL[level], cells, (delay, delay + lives_ms));
        change
    });
    let change = prop_oneof![
        12 => put,
        2 => (0u8..12).prop_map(|name| Change::Delete { id: id(&format!("n{name}")), reason: DeleteReason::Retracted }),
        1 => policy(holds).prop_map(|policy| Change::Policy { policy: Arc::new(policy), own: true }),
    ];
    let wait = prop_oneof![4 => Just(0u64), 3 => 0u64..1_500, 1 => 0u64..12_000];
    vec((wait, change), 1..60).prop_map(|steps| {
        let mut at = T;
        let later = |(wait, change): (u64, Change)| {
            at += wait;
            let change = match change {
                Change::Put(notice) => {
                    let (starts_at, expires_at) = (at + notice.starts_at, at + notice.expires_at);
                    Change::Put(Arc::new(Notice { starts_at, expires_at, ..Notice::clone(&notice) }))
                }
                other => other,
            };
            (at, change)
        };
        steps.into_iter().map(later).collect()
    })
}
