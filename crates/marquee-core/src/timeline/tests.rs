//! The timeline against the shared vectors and its own properties.

#![expect(clippy::cast_possible_truncation, reason = "the numbers of tests are small")]

use super::*;
use crate::policy::{LevelPolicy, Play};
use crate::{Change, DeleteReason, Entry, Level};
use proptest::prelude::*;
use serde_json::{Value, json};

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn policy_of(value: &Value) -> Policy {
    let mut policy =
        Policy { speed: number(&value["speed"]), gap: number(&value["gap"]), ..Policy::default() };
    policy.pin_min_ms = number(&value["pin_min_ms"]);
    policy.pin_queue = number(&value["pin_queue"]) as usize;
    policy.breath_ms = number(&value["breath_ms"]);
    for level in Level::ALL {
        let given = &value["levels"][level.name()];
        policy.levels[level as usize] = LevelPolicy {
            weight: number(&given["weight"]) as u32,
            play: if given["play"] == "pin" { Play::Pin } else { Play::Scroll },
            hold_ms: number(&given["hold_ms"]),
            color: "#000000".into(),
        };
    }
    policy
}

fn notice(id: &str, rev: u64, level: Level, cells: u32, starts_at: u64, expires_at: u64) -> Arc<Notice> {
    Arc::new(Notice {
        id: NoticeId::parse(id).unwrap(),
        rev: Version(rev),
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
    })
}

fn entry_of(value: &Value) -> Entry {
    let id = |value: &Value| NoticeId::parse(value["id"].as_str().unwrap()).unwrap();
    let change = match value["op"].as_str().unwrap() {
        "put" => {
            let given = &value["notice"];
            Change::Put(notice(
                given["id"].as_str().unwrap(),
                number(&given["rev"]),
                Level::parse(given["level"].as_str().unwrap()).unwrap(),
                number(&given["cells"]) as u32,
                number(&given["starts_at"]),
                number(&given["expires_at"]),
            ))
        }
        "delete" => Change::Delete { id: id(value), reason: DeleteReason::Retracted },
        "policy" => Change::Policy { policy: Arc::new(policy_of(&value["policy"])), own: true },
        other => panic!("no such entry: {other}"),
    };
    Entry { version: Version(number(&value["version"])), at: number(&value["at"]), change }
}

fn shown(slot: &Shown) -> Value {
    json!({"id": slot.id.as_str(), "rev": slot.rev.0, "head": slot.head, "end": slot.end})
}

fn json_of(screen: &Screen) -> Value {
    json!({
        "x": screen.x,
        "pin": screen.pin.as_ref().map(|pin| {
            json!({"id": pin.id.as_str(), "rev": pin.rev.0, "from": pin.from, "until": pin.until})
        }),
        "slot": screen.slot.as_ref().map(shown),
        "trail": screen.trail.iter().map(shown).collect::<Vec<_>>(),
        "active": screen.active.iter().map(NoticeId::as_str).collect::<Vec<_>>(),
    })
}

#[test]
fn it_plays_every_shared_vector() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/timeline.json");
    let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut expectations = 0;
    for case in &cases {
        let mut timeline = Timeline::new(Arc::new(policy_of(&case["policy"])), number(&case["start"]));
        for (step, given) in case["steps"].as_array().unwrap().iter().enumerate() {
            if given["entry"].is_object() {
                timeline.apply(&entry_of(&given["entry"])).unwrap();
                continue;
            }
            let screen = json_of(&timeline.screen(number(&given["at"])));
            assert_eq!(screen, given["expect"], "case {}, step {step}", case["name"]);
            expectations += 1;
        }
    }
    assert_eq!(cases.len(), 120);
    assert!(expectations > 2_000, "{expectations}");
}

#[test]
fn an_entry_below_its_time_is_refused_and_changes_nothing() {
    let mut timeline = Timeline::new(Arc::new(Policy::default()), 1_000);
    timeline.advance(5_000);
    let before = timeline.clone();
    let late = Entry {
        version: Version(2),
        at: 4_999,
        change: Change::Put(notice("a", 2, Level::Info, 4, 4_999, 9_000)),
    };
    assert_eq!(timeline.apply(&late), Err(ApplyError { at: 4_999, now: 5_000 }));
    assert_eq!(timeline, before);
}

#[test]
fn the_widest_notice_at_the_bounds_plays_without_overflow() {
    let mut policy = Policy { speed: 200, gap: 0, ..Policy::default() };
    policy.levels[0].hold_ms = 0;
    let mut timeline = Timeline::new(Arc::new(policy), 1_700_000_000_000);
    let at = timeline.now();
    for (version, cells) in [(2, 4_000), (3, 1)] {
        let put = notice(&format!("n{version}"), version, Level::Urgent, cells, at, at + 2_592_000_000);
        timeline.apply(&Entry { version: Version(version), at, change: Change::Put(put) }).unwrap();
    }
    timeline.advance(at + 2_592_000_000);
    assert_eq!(timeline.active().len(), 0);
    assert_eq!(timeline.x, 200 * 2_592_000_000);
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let level = (1u32..=100, any::<bool>(), prop_oneof![Just(0u64), 1..20_000u64]);
    (1u64..=200, 0u64..=40, 0u64..=8_000, 0usize..=4, 0u64..=8_000, proptest::array::uniform4(level))
        .prop_map(|(speed, gap, pin_min_ms, pin_queue, breath_ms, levels)| Policy {
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

/// Entries from 1,000 ms on, with times that only grow.
fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    let put = (0u8..8, 0usize..4, 0u32..200, prop_oneof![Just(0u64), 0..20_000u64], 1u64..60_000);
    let change = prop_oneof![
        6 => put.prop_map(Err),
        2 => (0u8..8).prop_map(|id| Ok(Err(id))),
        1 => any_policy().prop_map(|policy| Ok(Ok(policy))),
    ];
    proptest::collection::vec((prop_oneof![Just(0u64), 0..15_000u64], change), 1..40).prop_map(|steps| {
        let mut at = 1_000;
        let number_them = |(step, (elapsed, change)): (usize, _)| {
            at += elapsed;
            let version = Version(step as u64 + 2);
            let change = match change {
                Err((id, level, cells, delay, ttl)) => Change::Put(notice(
                    &format!("n{id}"),
                    version.0,
                    Level::ALL[level],
                    cells,
                    at + delay,
                    at + delay + ttl,
                )),
                Ok(Err(id)) => Change::Delete {
                    id: NoticeId::parse(&format!("n{id}")).unwrap(),
                    reason: DeleteReason::Retracted,
                },
                Ok(Ok(policy)) => Change::Policy { policy: Arc::new(policy), own: true },
            };
            Entry { version, at, change }
        };
        steps.into_iter().enumerate().map(number_them).collect()
    })
}

fn played(policy: &Policy, entries: &[Entry]) -> Timeline {
    let mut timeline = Timeline::new(Arc::new(policy.clone()), 1_000);
    for entry in entries {
        timeline.apply(entry).unwrap();
    }
    timeline
}

proptest! {
    #[test]
    fn advancing_in_pieces_equals_advancing_at_once(
        policy in any_policy(),
        entries in any_entries(),
        pieces in proptest::collection::vec(0u64..9_000, 1..30),
    ) {
        let mut pieced = played(&policy, &entries);
        let mut once = pieced.clone();
        let start = once.now();
        once.advance(start + pieces.iter().sum::<u64>());
        for piece in pieces {
            pieced.advance(pieced.now() + piece);
        }
        prop_assert_eq!(pieced, once);
    }

    #[test]
    fn a_replica_from_any_snapshot_equals_the_one_from_the_start(
        policy in any_policy(),
        entries in any_entries(),
        cut in any::<proptest::sample::Index>(),
        watermark in any::<bool>(),
    ) {
        let cut = cut.index(entries.len());
        let mut replica = Timeline::from_parts(played(&policy, &entries[..cut]).parts());
        if watermark {
            replica.advance(entries[cut].at);
        }
        let mut replica = Timeline::from_parts(replica.parts());
        for entry in &entries[cut..] {
            replica.apply(entry).unwrap();
        }
        let whole = played(&policy, &entries);
        prop_assert_eq!(replica.screen(whole.now() + 30_000), whole.screen(whole.now() + 30_000));
        prop_assert_eq!(replica, whole);
    }

    #[test]
    fn looking_at_the_screen_changes_nothing(policy in any_policy(), entries in any_entries(), ahead in 0u64..90_000) {
        let timeline = played(&policy, &entries);
        let before = timeline.clone();
        timeline.screen(timeline.now() + ahead);
        prop_assert_eq!(timeline, before);
    }
}
