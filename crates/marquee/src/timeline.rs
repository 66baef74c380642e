//! `marquee timeline FILE`: plays cases of timelines and prints, for each query, what is on screen. It reads the
//! form of `tests/vectors/timeline.json`, and expects nothing itself.

use crate::{Failure, cli};
use marquee_core::policy::{LevelPolicy, Play};
use marquee_core::timeline::{Pinned, Screen, Shown};
use marquee_core::{Change, DeleteReason, Entry, Level, Notice, NoticeId, Policy, Timeline, Version};
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::sync::Arc;

pub(crate) fn run(arguments: &cli::Timeline) -> Result<(), Failure> {
    let text = std::fs::read_to_string(&arguments.file)
        .map_err(|error| Failure::failed(format!("{}: {error}", arguments.file.display())))?;
    let cases: Vec<Value> = serde_json::from_str(&text)
        .map_err(|error| Failure::failed(format!("{}: {error}", arguments.file.display())))?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for case in &cases {
        let name = case["name"].as_str().unwrap_or("without a name");
        play(case, name, &mut out).map_err(|error| Failure::failed(format!("case {name}: {error}")))?;
    }
    out.flush().map_err(Failure::failed)
}

fn play(case: &Value, name: &str, out: &mut impl Write) -> Result<(), String> {
    let mut timeline = Timeline::new(Arc::new(policy(&case["policy"])?), number(&case["start"])?);
    for step in case["steps"].as_array().ok_or("steps is a list")? {
        match step.get("entry") {
            Some(value) => timeline.apply(&entry(value)?).map_err(|error| error.to_string())?,
            None => {
                let at = number(&step["at"])?;
                let line = json!({ "name": name, "at": at, "screen": screen(&timeline.screen(at)) });
                writeln!(out, "{line}").map_err(|error| error.to_string())?;
            }
        }
    }
    Ok(())
}

fn screen(screen: &Screen) -> Value {
    let slot =
        |slot: &Shown| json!({"id": slot.id.as_str(), "rev": slot.rev.0, "head": slot.head, "end": slot.end});
    let pin =
        |pin: &Pinned| json!({"id": pin.id.as_str(), "rev": pin.rev.0, "from": pin.from, "until": pin.until});
    json!({
        "x": screen.x,
        "pin": screen.pin.as_ref().map(pin),
        "slot": screen.slot.as_ref().map(slot),
        "trail": screen.trail.iter().map(slot).collect::<Vec<_>>(),
        "active": screen.active.iter().map(NoticeId::as_str).collect::<Vec<_>>(),
    })
}

fn number(value: &Value) -> Result<u64, String> {
    value.as_u64().ok_or_else(|| format!("{value} where a whole number is due"))
}

fn size(value: &Value) -> Result<usize, String> {
    usize::try_from(number(value)?).map_err(|error| error.to_string())
}

fn small(value: &Value) -> Result<u32, String> {
    u32::try_from(number(value)?).map_err(|error| error.to_string())
}

/// Only what a timeline reads of a policy stands in a case; the rest is the default.
fn policy(value: &Value) -> Result<Policy, String> {
    let mut policy = Policy {
        speed: number(&value["speed"])?.max(1),
        gap: number(&value["gap"])?,
        pin_min_ms: number(&value["pin_min_ms"])?,
        pin_queue: size(&value["pin_queue"])?,
        breath_ms: number(&value["breath_ms"])?,
        ..Policy::default()
    };
    for level in Level::ALL {
        let given = &value["levels"][level.name()];
        let LevelPolicy { color, .. } = policy.level(level).clone();
        let play = match given["play"].as_str() {
            Some("pin") => Play::Pin,
            Some("scroll") => Play::Scroll,
            _ => return Err(format!("{} is no play of {}", given["play"], level.name())),
        };
        let (weight, hold_ms) = (small(&given["weight"])?.max(1), number(&given["hold_ms"])?);
        policy.levels[level as usize] = LevelPolicy { weight, play, hold_ms, color };
    }
    Ok(policy)
}

fn entry(value: &Value) -> Result<Entry, String> {
    let id = |value: &Value| {
        value["id"].as_str().and_then(NoticeId::parse).ok_or_else(|| format!("{} is no id", value["id"]))
    };
    let change = match value["op"].as_str() {
        Some("put") => Change::Put(Arc::new(notice(&value["notice"])?)),
        Some("delete") => Change::Delete { id: id(value)?, reason: DeleteReason::Retracted },
        Some("policy") => Change::Policy { policy: Arc::new(policy(&value["policy"])?), own: true },
        _ => return Err(format!("{} is no kind of entry", value["op"])),
    };
    Ok(Entry { version: Version(number(&value["version"])?), at: number(&value["at"])?, change })
}

fn notice(value: &Value) -> Result<Notice, String> {
    let id = value["id"].as_str().and_then(NoticeId::parse);
    let level = value["level"].as_str().and_then(Level::parse);
    Ok(Notice {
        id: id.ok_or_else(|| format!("{} is no id", value["id"]))?,
        rev: Version(number(&value["rev"])?),
        level: level.ok_or_else(|| format!("{} is no level", value["level"]))?,
        text: "".into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: small(&value["cells"])?,
        count: 1,
        starts_at: number(&value["starts_at"])?,
        expires_at: number(&value["expires_at"])?,
        trace_id: "".into(),
    })
}
