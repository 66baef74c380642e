//! Notices at the bounds of what may be published and policies at the bounds of what may be asked for: the ribbon
//! gives each its stretch, and no bound makes it spin, stand still or overflow.

use crate::reel::{Holds, T, pinning, policy, put, reel, storm};
use marquee_core::timeline::Parts;
use marquee_core::{Change, Level, Policy};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

const DAYS_30_MS: u64 = 2_592_000_000;

/// 2,000 characters of two cells each.
const WIDEST: u32 = 4_000;

/// A slot that has ended did so in the first millisecond in which the ribbon had moved by its width, which is that of
/// its notice and the gap, but half a second of the ribbon at least.
fn slots_end_when_they_are_through(reel: &[Parts]) -> Result<(), TestCaseError> {
    for pair in reel.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let Some(ended) = after.trail.last().filter(|slot| before.slot.as_ref() == Some(slot)) else {
            continue;
        };
        prop_assert!(ended.end <= after.x && after.x < ended.end + before.policy.speed);
    }
    for pair in reel.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let Some(begun) = after.slot.as_ref().filter(|slot| before.slot.as_ref() != Some(slot)) else {
            continue;
        };
        let policy = &after.policy;
        let cells = (u64::from(begun.notice.cells) + policy.gap) * 1_000;
        prop_assert_eq!((begun.head, begun.end - begun.head), (after.x, cells.max(policy.speed * 500)));
    }
    Ok(())
}

/// A reel has few moments, however short its notices: a slot begins at most every half second of the ribbon, unless
/// one was cut, and each notice is cut once, starts once and ends once.
fn it_does_not_spin(reel: &[Parts], changes: usize) -> Result<(), TestCaseError> {
    let lasts_ms = reel.last().map_or(0, |last| last.now) - T;
    let most = lasts_ms / 500 + 12 * (changes as u64 + 1);
    prop_assert!(reel.len() as u64 <= most, "{} moments in {lasts_ms} ms", reel.len());
    Ok(())
}

proptest! {
    #![proptest_config(crate::config(200))]

    #[test]
    fn every_slot_is_as_wide_as_its_notice_and_ends_when_it_is_through(
        policy in policy(Holds::Any),
        changes in storm(Holds::Any),
    ) {
        let reel = reel(&policy, &changes, 100_000);
        slots_end_when_they_are_through(&reel)?;
        it_does_not_spin(&reel, changes.len())?;
    }
}

/// Whose slot began when; counted from the start.
fn slots(reel: &[Parts]) -> Vec<(String, u64)> {
    let mut slots = Vec::new();
    let mut last = None;
    for (now, slot) in reel.iter().filter_map(|parts| Some((parts.now, parts.slot.as_ref()?))) {
        if last != Some(slot.head) {
            slots.push((slot.notice.id.to_string(), now - T));
        }
        last = Some(slot.head);
    }
    slots
}

fn info(name: &str, cells: u32) -> (u64, Change) {
    put(T, name, Level::Info, cells, DAYS_30_MS)
}

fn played(speed: u64, gap: u64, changes: &[(u64, Change)], for_ms: u64) -> Vec<(String, u64)> {
    slots(&reel(&Policy { speed, gap, ..Policy::default() }, changes, for_ms))
}

fn began(name: &str, after_ms: u64) -> (String, u64) {
    (name.to_owned(), after_ms)
}

#[test]
fn one_cell_without_a_gap_at_full_speed_holds_the_ribbon_for_half_a_second() {
    let expected = [began("a", 0), began("b", 500), began("a", 1_000), began("b", 1_500)];
    assert_eq!(played(200, 0, &[info("a", 1), info("b", 1)], 1_999), expected);
}

#[test]
fn the_widest_notice_is_through_after_20_s_at_full_speed_and_after_4000_s_at_the_least() {
    let changes = [info("a", WIDEST), info("b", 1)];
    assert_eq!(played(200, 0, &changes, 20_000), [began("a", 0), began("b", 20_000)]);
    assert_eq!(played(1, 0, &changes, 4_000_000), [began("a", 0), began("b", 4_000_000)]);
    let widest_gap = [began("a", 0), began("b", 21_000), began("a", 22_005)];
    assert_eq!(played(200, 200, &changes, 22_005), widest_gap);
}

#[test]
fn with_a_hold_of_0_an_urgent_is_never_pinned_nor_left_waiting_and_stops_nothing() {
    let changes: Vec<_> = (0..64).map(|n| put(T, &format!("n{n}"), Level::Urgent, 1, 60_000)).collect();
    let policy = Policy { speed: 200, gap: 0, ..pinning(0, 5_000, 4_000, 16) };
    let reel = reel(&policy, &changes, 60_000);
    assert!(reel.iter().all(|parts| parts.pin.is_none()));
    let waits = reel.iter().filter(|parts| parts.now > T && !parts.queue.is_empty());
    assert_eq!(waits.count(), 0);
    assert_eq!(reel.last().map(|last| last.x), Some(200 * 60_000));
}

#[test]
fn thirty_days_of_the_shortest_notices_at_full_speed_overflow_nothing() {
    let policy = Policy { speed: 200, gap: 0, ..Policy::default() };
    let later = DAYS_30_MS - 2_000;
    let changes = [info("a", 1), info("b", WIDEST), (T + later, info("c", 1).1)];
    let mut timeline = marquee_core::Timeline::new(std::sync::Arc::new(policy), T);
    for (version, (at, change)) in (2..).zip(changes) {
        let version = marquee_core::Version(version);
        timeline.apply(&marquee_core::Entry { version, at, change }).expect("times only grow");
    }
    timeline.advance(T + DAYS_30_MS);
    assert_eq!(timeline.parts().x, 200 * DAYS_30_MS);
    assert!(timeline.active().is_empty());
}
