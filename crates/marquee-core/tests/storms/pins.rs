//! What a storm of notices to be pinned cannot do to a screen: none waits longer than its place in the queue says, and
//! the ribbon keeps moving.
//!
//! Where policies change while a play lasts, the bounds are those of the most (for what cannot last longer) or the
//! least (for what cannot last shorter) that any of them said.

use crate::reel::{Holds, T, id, pinning, policy, put, reel, storm};
use marquee_core::policy::Play;
use marquee_core::timeline::Parts;
use marquee_core::{Change, DeleteReason, Level, NoticeId, Policy};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use std::sync::Arc;

/// So long a time is played after the last entry: four wait at most, and each is done with after 10 s.
const AFTER_MS: u64 = 60_000;

fn policies(reel: &[Parts]) -> impl Iterator<Item = &Policy> {
    reel.iter().map(|parts| &*parts.policy)
}

fn longest(reel: &[Parts], of: impl Fn(&Policy) -> u64) -> u64 {
    policies(reel).map(of).max().unwrap_or(0)
}

fn longest_hold_ms(policy: &Policy) -> u64 {
    let pins = policy.levels.iter().filter(|level| level.play == Play::Pin);
    pins.map(|level| level.hold_ms).max().unwrap_or(0)
}

/// Whoever has `k` ahead of it in the queue at some moment is no longer in the queue `(k + 1) · (pin_min_ms +
/// breath_ms)` later. This is so at every moment of the wait, so also at its first.
fn nobody_waits_longer(reel: &[Parts]) -> Result<(), TestCaseError> {
    let turn_ms = longest(reel, |policy| policy.pin_min_ms) + longest(reel, |policy| policy.breath_ms);
    for (number, moment) in reel.iter().enumerate() {
        for (ahead, id) in (0..).zip(&moment.queue) {
            let deadline = moment.now + (ahead + 1) * turn_ms;
            let ends = reel[number..].iter().find(|later| !later.queue.contains(id)).map(|later| later.now);
            let still = ends.unwrap_or_else(|| reel.last().map_or(0, |last| last.now));
            prop_assert!(still <= deadline, "{id} with {ahead} ahead waits from {} to {still}", moment.now);
        }
    }
    Ok(())
}

fn plays_pin(moment: &Parts, id: &NoticeId) -> bool {
    let active = moment.active.iter().find(|active| active.notice.id == *id);
    active.is_some_and(|active| moment.policy.level(active.notice.level).play == Play::Pin)
}

/// Whoever leaves the queue is pinned from that millisecond on; or is over, deleted, or not to be pinned any more; or
/// as many as the queue holds have come after it, whatever became of them.
fn who_leaves_the_queue_is_pinned(reel: &[Parts]) -> Result<(), TestCaseError> {
    for pair in reel.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let begun = after.pin.as_ref().filter(|pin| pin.from == after.now).map(|pin| &pin.notice.id);
        for (place, id) in before.queue.iter().enumerate() {
            if after.queue.contains(id) || begun == Some(id) || !plays_pin(after, id) {
                continue;
            }
            let (later, others) = (&before.queue[place + 1..], after.queue.iter().chain(begun));
            let came_after = later.len() + others.filter(|other| !before.queue.contains(other)).count();
            let most = after.policy.pin_queue;
            prop_assert!(came_after >= most, "{id} left at {}, {came_after} of {most} after it", after.now);
        }
    }
    Ok(())
}

/// Of each millisecond of a reel: whether the ribbon moves, and whether anyone waits.
fn milliseconds(reel: &[Parts]) -> Result<Vec<(bool, bool)>, TestCaseError> {
    let mut milliseconds = Vec::new();
    for pair in reel.windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let (lasts_ms, moves) = (to.now - from.now, from.pin.is_none());
        let moved = if moves { lasts_ms * from.policy.speed } else { 0 };
        prop_assert_eq!(to.x - from.x, moved, "from {} to {}", from.now, to.now);
        milliseconds.extend((0..lasts_ms).map(|_| (moves, !from.queue.is_empty())));
    }
    Ok(milliseconds)
}

/// In every stretch of so many milliseconds that counts, the ribbon moves at least so many.
fn it_moves(
    milliseconds: &[(bool, bool)],
    stretch_ms: u64,
    least_ms: u64,
    only_where_somebody_waits: bool,
) -> Result<(), TestCaseError> {
    let stretch_ms = usize::try_from(stretch_ms).expect("a stretch is short");
    let counted = |of: fn(&(bool, bool)) -> bool| {
        let mut sums = vec![0u64];
        sums.extend(milliseconds.iter().scan(0, |sum, ms| {
            *sum += u64::from(of(ms));
            Some(*sum)
        }));
        sums
    };
    let (moving, waiting) = (counted(|ms| ms.0), counted(|ms| ms.1));
    for from in 0..(milliseconds.len() + 1).saturating_sub(stretch_ms) {
        let within = |sums: &[u64]| sums[from + stretch_ms] - sums[from];
        if only_where_somebody_waits && within(&waiting) < stretch_ms as u64 {
            continue;
        }
        let moves = within(&moving);
        prop_assert!(moves >= least_ms, "{moves} of {stretch_ms} ms from {from} ms on");
    }
    Ok(())
}

/// The ribbon moves at least `breath_ms` of every stretch of `hold_ms + breath_ms`, `hold_ms` being the longest of a
/// level that is pinned; and of every stretch of `pin_min_ms + breath_ms` throughout which somebody waits. It moves by
/// `speed` in each millisecond without a pin and not at all in one with a pin.
fn the_ribbon_keeps_moving(reel: &[Parts]) -> Result<(), TestCaseError> {
    let breath_ms = policies(reel).map(|policy| policy.breath_ms).min().unwrap_or(0);
    let milliseconds = milliseconds(reel)?;
    it_moves(&milliseconds, longest(reel, longest_hold_ms) + breath_ms, breath_ms, false)?;
    it_moves(&milliseconds, longest(reel, |policy| policy.pin_min_ms) + breath_ms, breath_ms, true)
}

proptest! {
    #![proptest_config(crate::config(200))]

    #[test]
    fn nobody_waits_longer_than_those_ahead_of_it_take(policy in policy(Holds::Any), changes in storm(Holds::Any)) {
        nobody_waits_longer(&reel(&policy, &changes, AFTER_MS))?;
    }

    #[test]
    fn who_waits_is_pinned_or_has_left_for_a_reason(policy in policy(Holds::Seen), changes in storm(Holds::Seen)) {
        who_leaves_the_queue_is_pinned(&reel(&policy, &changes, AFTER_MS))?;
    }

    #[test]
    fn the_ribbon_keeps_moving_in_any_storm(policy in policy(Holds::Any), changes in storm(Holds::Any)) {
        the_ribbon_keeps_moving(&reel(&policy, &changes, AFTER_MS))?;
    }
}

/// Who was pinned, from when until it was pinned no longer; counted from the start.
fn pins(reel: &[Parts]) -> Vec<(String, u64, u64)> {
    let mut pins: Vec<(String, u64, u64)> = Vec::new();
    for pair in reel.windows(2) {
        let Some(pin) = &pair[0].pin else { continue };
        let (name, from, until) = (pin.notice.id.to_string(), pin.from - T, pair[1].now - T);
        match pins.last_mut().filter(|last| last.0 == name && last.1 == from) {
            Some(last) => last.2 = until,
            None => pins.push((name, from, until)),
        }
    }
    pins
}

fn pinned(name: &str, from: u64, until: u64) -> (String, u64, u64) {
    (name.to_owned(), from, until)
}

fn urgent(after_ms: u64, name: &str) -> (u64, Change) {
    put(T + after_ms, name, Level::Urgent, 40, 600_000)
}

#[test]
fn an_urgent_that_finds_nothing_pinned_is_pinned_at_once_and_held_to_its_end() {
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &[urgent(100, "a")], AFTER_MS);
    assert_eq!(pins(&reel), [pinned("a", 100, 15_100)]);
}

/// The longest that one can wait which finds the queue empty: it comes in the millisecond in which another was pinned.
#[test]
fn an_urgent_that_comes_right_after_another_waits_pin_min_and_breath_to_the_millisecond() {
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &[urgent(0, "a"), urgent(0, "b")], AFTER_MS);
    assert_eq!(pins(&reel), [pinned("a", 0, 5_000), pinned("b", 9_000, 24_000)]);
}

#[test]
fn with_k_ahead_of_it_it_waits_k_more_turns() {
    let names = ["a", "b", "c", "d"];
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &names.map(|name| urgent(0, name)), AFTER_MS);
    let expected = [pinned("a", 0, 5_000), pinned("b", 9_000, 14_000), pinned("c", 18_000, 23_000)];
    assert_eq!(pins(&reel)[..3], expected);
    assert_eq!(pins(&reel)[3..], [pinned("d", 27_000, 42_000)]);
}

/// Also one that found the queue empty leaves it by `pin_queue`, if so many come after it before its turn.
#[test]
fn who_found_the_queue_empty_is_not_pinned_if_as_many_as_it_holds_come_after_it() {
    let storm = [urgent(0, "a"), urgent(10, "b"), urgent(20, "c"), urgent(30, "d")];
    let reel = reel(&pinning(15_000, 5_000, 4_000, 2), &storm, AFTER_MS);
    let pins = pins(&reel);
    assert_eq!(pins.iter().map(|pin| &*pin.0).collect::<Vec<_>>(), ["a", "c", "d"]);
}

/// Without a place to wait in, not even the first one is pinned: a turn is given to those who wait alone.
#[test]
fn with_a_pin_queue_of_0_nobody_is_pinned() {
    let reel = reel(&pinning(15_000, 5_000, 4_000, 0), &[urgent(0, "a"), urgent(10_000, "b")], AFTER_MS);
    assert_eq!(pins(&reel), []);
    assert_eq!(reel.last().map(|last| last.x), Some(12 * (10_000 + AFTER_MS)));
}

/// With `pin_min_ms` 0 whoever has another behind it is pinned and let go in the same millisecond, which no screen
/// shows; only the last of the queue is seen.
#[test]
fn with_a_pin_min_of_0_a_pin_with_others_behind_it_lasts_no_time() {
    let storm = ["a", "b", "c"].map(|name| urgent(0, name));
    let reel = reel(&pinning(15_000, 0, 4_000, 3), &storm, AFTER_MS);
    assert_eq!(pins(&reel), [pinned("a", 0, 0), pinned("c", 8_000, 23_000)]);
}

/// An URGENT every second for ten minutes, which is more than can be pinned: each pin lasts `pin_min_ms`, between two
/// the ribbon moves for `breath_ms`, no more and no less.
#[test]
fn in_a_storm_without_end_the_ribbon_moves_its_breath_between_two_pins() {
    let storm: Vec<_> = (0..600).map(|second| urgent(second * 1_000, &format!("n{second}"))).collect();
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &storm, 0);
    let pins = pins(&reel);
    assert_eq!(pins.len(), 67);
    for two in pins.windows(2) {
        assert_eq!((two[0].2 - two[0].1, two[1].1 - two[0].2), (5_000, 4_000), "{two:?}");
    }
    the_ribbon_keeps_moving(&reel).expect("it moves");
}

#[test]
fn a_pin_that_is_taken_back_ends_at_once_and_the_ribbon_has_its_breath() {
    let retracted = Change::Delete { id: id("a"), reason: DeleteReason::Retracted };
    let storm = [urgent(0, "a"), urgent(10, "b"), (T + 1_000, retracted)];
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &storm, AFTER_MS);
    assert_eq!(pins(&reel), [pinned("a", 0, 1_000), pinned("b", 5_000, 20_000)]);
}

/// A pin's end was set when the next one came: a policy that asks for less later takes nothing back, so the bounds are
/// those of the greatest that was in force.
#[test]
fn a_new_pin_min_counts_from_the_next_one_that_comes() {
    let shorter = Change::Policy { policy: Arc::new(pinning(15_000, 500, 4_000, 3)), own: true };
    let storm = [urgent(0, "a"), urgent(0, "b"), (T + 1_000, shorter), urgent(3_000, "c")];
    let reel = reel(&pinning(15_000, 5_000, 4_000, 3), &storm[..3], AFTER_MS);
    assert_eq!(pins(&reel)[0], pinned("a", 0, 5_000));
    let reel = crate::reel::reel(&pinning(15_000, 5_000, 4_000, 3), &storm, AFTER_MS);
    assert_eq!(pins(&reel)[0], pinned("a", 0, 3_000));
}
