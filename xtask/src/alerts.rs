//! What shouts in the demo's storm: fifty alerts that fire again and again, one of which says something new each
//! second; and what an operator does meanwhile. It is the plan alone: it sends nothing and reads no clock.

use serde_json::{Value, json};
use std::time::Duration;

/// How many alerts fire.
pub(crate) const ALERTS: usize = 50;
/// Between two webhooks, each with all fifty: 100,000 alerts a minute.
pub(crate) const PACE: Duration = Duration::from_millis(30);
/// The speed that the operator turns to, in cells a second; twice the default's.
const FAST: u64 = 24;
/// What may be wrong with a machine, from the most to the least grave: how many of the fifty have it.
const WRONG: [(usize, &str, &str); 4] = [
    (2, "critical", "does not answer 🚨"),
    (10, "warning", "disk nearly full: 9{}% ⚠️"),
    (18, "info", "磁盘使用率 8{}%,正在清理"),
    (20, "none", "backup still running, {} of 10 parts done"),
];

/// How long each part of a storm lasts.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) storm: Duration,
    pub(crate) calm: Duration,
}

/// Long enough to see it from a chair.
pub(crate) const WATCHED: Plan = Plan { storm: Duration::from_secs(60), calm: Duration::from_secs(20) };
/// Long enough to count.
pub(crate) const CHECKED: Plan = Plan { storm: Duration::from_secs(8), calm: Duration::ZERO };

/// What the operator does to the policy in the middle of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Turn {
    /// The ribbon goes twice as fast.
    Faster(Value),
    /// The board plays by the defaults again.
    Back,
}

impl Plan {
    /// The turn that is due between two times since the beginning.
    pub(crate) fn turn(self, after: Duration, upto: Duration) -> Option<Turn> {
        let within = |time: Duration| after < time && time <= upto;
        if within(self.storm / 3) {
            Some(Turn::Faster(json!({ "speed": FAST })))
        } else if within(self.storm * 2 / 3) {
            Some(Turn::Back)
        } else {
            None
        }
    }
}

/// The webhook of all fifty, as Alertmanager sends it, after so many changes.
pub(crate) fn webhook(firing: bool, changes: usize) -> Value {
    let status = if firing { "firing" } else { "resolved" };
    let alerts: Vec<Value> = (0..ALERTS).map(|n| alert(n, status, changes)).collect();
    json!({ "version": "4", "status": status, "alerts": alerts })
}

fn alert(n: usize, status: &str, changes: usize) -> Value {
    let mut first = 0;
    let (_, severity, words) = WRONG
        .into_iter()
        .find(|(count, ..)| {
            first += count;
            n < first
        })
        .unwrap_or(WRONG[0]);
    // Change by change it is the next one's turn; what each says goes round after ten.
    let own = (changes + ALERTS - 1 - n) / ALERTS;
    let summary = format!("node-{n:02} {}", words.replace("{}", &(own % 10).to_string()));
    json!({
        "status": status,
        "labels": { "alertname": "Storm", "instance": format!("node-{n:02}:9100"), "severity": severity },
        "annotations": { "summary": summary },
        "fingerprint": format!("{n:016x}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn summaries(changes: usize) -> Vec<String> {
        let webhook = webhook(true, changes);
        let alerts = webhook["alerts"].as_array().expect("a list").clone();
        alerts.iter().map(|alert| alert["annotations"]["summary"].to_string()).collect()
    }

    #[test]
    fn all_fifty_fire_and_each_is_another() {
        assert_eq!(summaries(0).iter().collect::<BTreeSet<_>>().len(), ALERTS);
        assert_eq!(WRONG.iter().map(|(count, ..)| count).sum::<usize>(), ALERTS);
    }

    #[test]
    fn a_change_is_of_one_alert_alone_unless_it_has_but_one_thing_to_say() {
        for changes in 0..2 * ALERTS {
            let (before, after) = (summaries(changes), summaries(changes + 1));
            let changed: Vec<_> = (0..ALERTS).filter(|&n| before[n] != after[n]).collect();
            let expected = if changes % ALERTS < WRONG[0].0 { vec![] } else { vec![changes % ALERTS] };
            assert_eq!(changed, expected, "change {changes}");
        }
    }

    #[test]
    fn the_policy_turns_once_and_once_back() {
        let (mut turns, step) = (Vec::new(), Duration::from_millis(700));
        let mut at = Duration::ZERO;
        while at < WATCHED.storm {
            turns.extend(WATCHED.turn(at, at + step));
            at += step;
        }
        assert_eq!(turns, [Turn::Faster(json!({ "speed": 24 })), Turn::Back]);
    }
}
