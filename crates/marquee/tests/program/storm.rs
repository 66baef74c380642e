//! A storm of alerts: a hundred thousand repeats of fifty alerts. Every one is answered, each change is one entry, and
//! memory does not grow with the repeats. What is held against a limit is the program's own, in a process of its own.

use crate::process::{LIMIT, Process, agent, post};
use serde_json::json;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Instant;

/// Alerts of one webhook.
const ALERTS: usize = 50;
/// Webhooks of the storm: 100,000 repeats.
const WEBHOOKS: usize = 2_000;
/// Who sends at the same time.
const SENDERS: usize = 4;
/// How much more it may hold after the storm than before it, in KiB: far less than the storm itself, which is 30 MB.
const GROWTH_MAX_KIB: u64 = 16 * 1_024;

/// The webhook of all fifty; the round is part of their words.
fn webhook_of(round: usize) -> String {
    let alert = |n: usize| {
        json!({
            "status": "firing",
            "labels": {"alertname": "DiskFull", "instance": format!("db-{n}:9100"), "severity": "critical"},
            "annotations": {"summary": format!("disk of db-{n} is full, round {round}")},
            "generatorURL": "https://prometheus.example/graph?g0.expr=disk",
            "fingerprint": format!("{n:016x}"),
        })
    };
    json!({"version": "4", "status": "firing", "alerts": (0..ALERTS).map(alert).collect::<Vec<_>>()})
        .to_string()
}

/// Sends webhooks, and gives how many alerts came to each status.
fn send<'a>(address: SocketAddr, webhooks: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let (agent, mut told) = (agent(), BTreeMap::new());
    for webhook in webhooks {
        let path = "/v1/hooks/alertmanager?board=ops";
        let (status, answer) = post(&agent, address, path, webhook).expect("it is answered");
        assert_eq!(status, 200, "{answer}");
        // Looked for in the text: reading a hundred thousand answers would take longer than the storm.
        for result in answer.split("\"status\":\"").skip(1) {
            let (status, _) = result.split_once('"').unwrap();
            *told.entry(status.to_owned()).or_insert(0) += 1;
        }
    }
    told.into_iter().collect()
}

/// Waits until the board's head is at a version, as a terminal would see it.
fn head(server: &Process) -> u64 {
    let mut feed = server.feed("ops", "").unwrap();
    loop {
        let frame = feed.next().unwrap();
        if frame["type"] == "subscribed" {
            let (_, version) = frame["head"].as_str().unwrap().split_once('.').unwrap();
            return version.parse().unwrap();
        }
    }
}

fn counted(status: &str, count: usize) -> (String, usize) {
    (status.to_owned(), count)
}

#[test]
fn a_storm_of_repeats_is_one_entry_a_change_and_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let server = Process::start(folder.path(), "127.0.0.1:0", &[]);
    let (address, webhook) = (server.address, webhook_of(0));
    assert_eq!(send(address, [&*webhook].into_iter()), [counted("accepted", ALERTS)]);
    // Buffers, threads and pages that are used once are no growth.
    send(address, std::iter::repeat_n(&*webhook, WEBHOOKS / 20));
    let (begun, before) = (Instant::now(), server.resident_kib());
    let each = WEBHOOKS / SENDERS;
    std::thread::scope(|scope| {
        let senders =
            (0..SENDERS).map(|_| scope.spawn(|| send(address, std::iter::repeat_n(&*webhook, each))));
        for sender in senders.collect::<Vec<_>>() {
            assert_eq!(sender.join().unwrap(), [counted("duplicate", each * ALERTS)]);
        }
    });
    assert!(begun.elapsed() < LIMIT, "a minute's alerts took {:?}", begun.elapsed());
    let after = server.resident_kib();
    assert!(after < before + GROWTH_MAX_KIB, "it held {before} KiB before and {after} after");
    let entries = u64::try_from(1 + ALERTS).unwrap();
    assert_eq!(head(&server), entries, "the policy, and one entry an alert");

    // With every round other words: an entry each, and no more.
    let rounds = 20;
    let changed: Vec<String> = (1..=rounds).map(webhook_of).collect();
    assert_eq!(send(address, changed.iter().map(String::as_str)), [counted("replaced", rounds * ALERTS)]);
    let changes = u64::try_from(rounds * ALERTS).unwrap();
    assert_eq!(head(&server), entries + changes);
}
