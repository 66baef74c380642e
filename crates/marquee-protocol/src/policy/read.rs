//! A policy as clients and the defaults' file write it: what is absent takes the built-in default, what is unknown
//! or out of bounds is named, all of it at once.

use crate::document::Document;
use crate::faults::{Faults, shown, token};
use crate::problem::Problem;
use marquee_core::policy::{LevelPolicy, Play, bounds};
use marquee_core::{Level, Policy};
use serde_json::{Map, Value};
use std::ops::RangeInclusive;

/// The longest stretch that can be previewed, ms.
pub const PREVIEW_MAX_MS: u64 = 3_600_000;

/// What is asked of a preview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Under this policy.
    pub policy: Policy,
    /// From now for so long, ms.
    pub for_ms: u64,
}

/// The policy of a JSON document.
pub fn read(json: &[u8]) -> Result<Policy, Problem> {
    read_value(&Document::read(json)?.value)
}

/// The policy of a value that was read elsewhere.
pub fn read_value(value: &Value) -> Result<Policy, Problem> {
    let mut faults = Faults::default();
    let policy = Reading { faults: &mut faults }.policy(value, "");
    faults.problem().map_or(Ok(policy), Err)
}

/// The body of a preview: `{"policy","for_ms"}`.
pub fn read_preview(json: &[u8]) -> Result<Preview, Problem> {
    let document = Document::read(json)?;
    let mut faults = Faults::default();
    let mut reading = Reading { faults: &mut faults };
    let members = reading.object(&document.value, "", "a preview is a JSON object with policy and for_ms");
    let mut policy = Policy::default();
    let mut for_ms = None;
    for (member, value) in members {
        match member.as_str() {
            "policy" => policy = reading.policy(value, "/policy"),
            "for_ms" => for_ms = reading.number(value, "/for_ms", &(1..=PREVIEW_MAX_MS), "milliseconds"),
            other => reading.unknown("", other, "policy, for_ms"),
        }
    }
    for (member, absent) in [("policy", document.value.get("policy").is_none()), ("for_ms", for_ms.is_none())]
    {
        if absent && document.value.is_object() {
            faults
                .add(format!("/{member}"), format!("{member} is missing: a preview needs policy and for_ms"));
        }
    }
    let preview = Preview { policy, for_ms: for_ms.unwrap_or_default() };
    faults.problem().map_or(Ok(preview), Err)
}

const MEMBERS: &str = "speed, gap, ttl, max_active, fold_ms, pin_min_ms, pin_queue, breath_ms, levels";

struct Reading<'a> {
    faults: &'a mut Faults,
}

impl Reading<'_> {
    /// The policy at a place; of use only if there was no fault.
    fn policy(&mut self, value: &Value, at: &str) -> Policy {
        let mut policy = Policy::default();
        for (member, value) in self.object(value, at, "a policy is a JSON object") {
            let place = format!("{at}/{}", token(member));
            let mut number = |bounds: &RangeInclusive<u64>, unit, into: &mut u64| {
                if let Some(number) = self.number(value, &place, bounds, unit) {
                    *into = number;
                }
            };
            match member.as_str() {
                "speed" => number(&bounds::SPEED, "cells a second", &mut policy.speed),
                "gap" => number(&bounds::GAP, "cells", &mut policy.gap),
                "ttl" => number(&bounds::TTL, "seconds", &mut policy.ttl),
                "fold_ms" => number(&bounds::FOLD_MS, "milliseconds", &mut policy.fold_ms),
                "pin_min_ms" => number(&bounds::PAUSE_MS, "milliseconds", &mut policy.pin_min_ms),
                "breath_ms" => number(&bounds::PAUSE_MS, "milliseconds", &mut policy.breath_ms),
                "max_active" => {
                    self.small(value, &place, &bounds::MAX_ACTIVE, "notices", &mut policy.max_active)
                }
                "pin_queue" => {
                    self.small(value, &place, &bounds::PIN_QUEUE, "notices", &mut policy.pin_queue)
                }
                "levels" => self.levels(value, &place, &mut policy.levels),
                other => self.unknown(at, other, MEMBERS),
            }
        }
        policy
    }

    fn levels(&mut self, value: &Value, at: &str, levels: &mut [LevelPolicy; 4]) {
        for (name, value) in self.object(value, at, "levels is a JSON object, its members the levels") {
            match Level::ALL.into_iter().find(|level| level.name() == name) {
                Some(level) => self.level(value, &format!("{at}/{name}"), &mut levels[level as usize]),
                None => self.unknown(at, name, "URGENT, WARNING, INFO, LOW"),
            }
        }
    }

    fn level(&mut self, value: &Value, at: &str, level: &mut LevelPolicy) {
        for (member, value) in self.object(value, at, "what a policy says of a level is a JSON object") {
            let place = format!("{at}/{}", token(member));
            match member.as_str() {
                "weight" => {
                    if let Some(weight) = self.number(value, &place, &bounds::WEIGHT, "") {
                        level.weight = u32::try_from(weight).unwrap_or(u32::MAX);
                    }
                }
                "hold_ms" => {
                    if let Some(hold_ms) = self.number(value, &place, &bounds::HOLD_MS, "milliseconds") {
                        level.hold_ms = hold_ms;
                    }
                }
                "play" => match value.as_str().and_then(Play::parse) {
                    Some(play) => level.play = play,
                    None => {
                        self.faults.add(place, format!("{} will not do: give scroll or pin", shown(value)))
                    }
                },
                "color" => match value.as_str().filter(|color| is_color(color)) {
                    Some(color) => level.color = color.to_ascii_lowercase().into(),
                    None => {
                        let detail = format!("{} will not do: give a color like #ff9f0a", shown(value));
                        self.faults.add(place, detail);
                    }
                },
                other => self.unknown(at, other, "weight, play, hold_ms, color"),
            }
        }
    }

    fn object<'a>(
        &mut self,
        value: &'a Value,
        at: &str,
        right: &str,
    ) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
        let members = value.as_object();
        if members.is_none() {
            self.faults.add(at, format!("{} will not do: {right}", shown(value)));
        }
        members.into_iter().flat_map(Map::iter)
    }

    fn number(&mut self, value: &Value, at: &str, bounds: &RangeInclusive<u64>, unit: &str) -> Option<u64> {
        let number = value.as_u64().filter(|number| bounds.contains(number));
        if number.is_none() {
            let unit = if unit.is_empty() { String::new() } else { format!(" of {unit}") };
            let (least, most) = (grouped(*bounds.start()), grouped(*bounds.end()));
            let detail = format!(
                "{} will not do: give a whole number{unit} from {least} to {most}, written as digits alone",
                shown(value)
            );
            self.faults.add(at, detail);
        }
        number
    }

    fn small(&mut self, value: &Value, at: &str, bounds: &RangeInclusive<u64>, unit: &str, into: &mut usize) {
        if let Some(number) = self.number(value, at, bounds, unit) {
            *into = usize::try_from(number).unwrap_or(usize::MAX);
        }
    }

    fn unknown(&mut self, at: &str, member: &str, known: &str) {
        let detail = format!("There is no such member: leave it out, or use one of {known}");
        self.faults.add(format!("{at}/{}", token(member)), detail);
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A number with a comma every three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::PolicyJson;
    use serde_json::json;

    fn places(result: Result<impl std::fmt::Debug, Problem>) -> Vec<String> {
        let problem = result.expect_err("it is wrong");
        problem.errors.into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn what_is_absent_takes_the_built_in_default() {
        assert_eq!(read(b"{}"), Ok(Policy::default()));
        let read = read(br##"{"speed":20,"levels":{"INFO":{"color":"#FFFFFF","play":"pin"}}}"##).unwrap();
        let mut expected = Policy { speed: 20, ..Policy::default() };
        expected.levels[Level::Info as usize].color = "#ffffff".into();
        expected.levels[Level::Info as usize].play = Play::Pin;
        assert_eq!(read, expected);
    }

    #[test]
    fn what_the_server_writes_reads_back() {
        let policy = Policy { speed: 200, gap: 0, fold_ms: 0, pin_queue: 16, ..Policy::default() };
        let written = serde_json::to_vec(&PolicyJson::from(&policy)).unwrap();
        assert_eq!(read(&written), Ok(policy));
    }

    #[test]
    fn every_bound_is_kept_at_both_ends() {
        for (member, least, most) in [
            ("speed", 1, 200_u64),
            ("gap", 0, 200),
            ("ttl", 1, 2_592_000),
            ("max_active", 1, 1_000),
            ("fold_ms", 0, 86_400_000),
            ("pin_min_ms", 0, 60_000),
            ("pin_queue", 0, 16),
            ("breath_ms", 0, 60_000),
        ] {
            for good in [least, most] {
                assert!(read_value(&json!({member: good})).is_ok(), "{member} {good}");
            }
            for bad in [json!(most + 1), json!(i128::from(least) - 1), json!("1"), json!(null), json!(1.0)] {
                assert_eq!(places(read_value(&json!({member: bad}))), [format!("/{member}")], "{bad}");
            }
        }
        for (member, least, most) in [("weight", 1, 100_u64), ("hold_ms", 0, 3_600_000)] {
            let level = |value: Value| read_value(&json!({"levels": {"LOW": {member: value}}}));
            assert!(level(json!(least)).is_ok() && level(json!(most)).is_ok());
            assert_eq!(places(level(json!(most + 1))), [format!("/levels/LOW/{member}")]);
            assert_eq!(places(level(json!(-1))), [format!("/levels/LOW/{member}")]);
        }
    }

    #[test]
    fn a_policy_with_every_field_wrong_is_one_answer_with_every_fault() {
        let level = json!({"weight": 0, "play": "blink", "hold_ms": -1, "color": "red", "size": 3});
        let wrong = json!({
            "speed": 0, "gap": 201, "ttl": 0, "max_active": 1_001, "fold_ms": -5, "pin_min_ms": 60_001,
            "pin_queue": 17, "breath_ms": "5", "colour": 1,
            "levels": {"URGENT": level, "WARNING": level, "INFO": level, "LOW": level, "urgent": {}, "a/b": 1},
        });
        let found = places(read(wrong.to_string().as_bytes()));
        let mut expected: Vec<String> = [
            "speed",
            "gap",
            "ttl",
            "max_active",
            "fold_ms",
            "pin_min_ms",
            "pin_queue",
            "breath_ms",
            "colour",
        ]
        .map(|member| format!("/{member}"))
        .into();
        for name in ["URGENT", "WARNING", "INFO", "LOW"] {
            expected.extend(
                ["weight", "play", "hold_ms", "color", "size"]
                    .map(|member| format!("/levels/{name}/{member}")),
            );
        }
        expected.extend(["/levels/urgent".into(), "/levels/a~1b".into()]);
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_policy_says_what_one_is() {
        for wrong in ["[]", "5", "null", "\"fast\""] {
            assert_eq!(places(read(wrong.as_bytes())), [""], "{wrong}");
        }
        assert_eq!(places(read(br#"{"levels":[]}"#)), ["/levels"]);
        assert_eq!(places(read(br#"{"levels":{"LOW":1}}"#)), ["/levels/LOW"]);
        assert!(read(br#"{"speed":1,"speed":2}"#).is_err_and(|problem| problem.slug.status() == 400));
    }

    #[test]
    fn a_preview_names_its_faults_at_their_places() {
        let good = read_preview(br#"{"policy":{"speed":20},"for_ms":3600000}"#).unwrap();
        assert_eq!((good.policy.speed, good.for_ms), (20, 3_600_000));
        assert_eq!(
            places(read_preview(br#"{"policy":{"speed":0},"for_ms":3600001,"at":1}"#)),
            ["/at", "/for_ms", "/policy/speed"]
        );
        assert_eq!(places(read_preview(b"{}")), ["/for_ms", "/policy"]);
        assert_eq!(places(read_preview(b"[]")), [""]);
    }
}
