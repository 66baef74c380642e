//! `kill -9` while publishers run: what was answered is there afterwards, with its version, and no terminal has
//! seen anything that is not.

use crate::process::{Feed, LIMIT, Process, notice, publish};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

const PUBLISHERS: usize = 4;
/// Answers in a round before the kill.
const ANSWERS: usize = 60;

/// What publishers were told and a terminal saw, over all rounds.
#[derive(Default)]
struct Told {
    /// Versions by id.
    answered: Mutex<BTreeMap<String, u64>>,
    /// Entries by version: their bytes as JSON.
    seen: Mutex<BTreeMap<u64, String>>,
    /// Where the terminal stands.
    cursor: Mutex<String>,
}

/// How often it is killed.
fn rounds() -> usize {
    if std::env::var_os("MARQUEE_QUICK").is_some() { 4 } else { 20 }
}

#[test]
fn what_was_answered_outlives_every_kill_and_nothing_else_was_seen() {
    let data = tempfile::tempdir().unwrap();
    let told = Told::default();
    let mut listen = "127.0.0.1:0".to_owned();
    for round in 0..rounds() {
        let server = Process::start(data.path(), &listen, &[]);
        listen = server.address.to_string();
        one_round(round, server, &told);
    }
    let server = Process::start(data.path(), &listen, &[]);
    let kept = everything(server.address, &told.cursor.lock().unwrap());
    let answered = told.answered.into_inner().unwrap();
    assert!(answered.len() >= rounds() * ANSWERS);
    let mut puts = BTreeMap::new();
    for (version, entry) in &kept {
        let entry: serde_json::Value = serde_json::from_str(entry).unwrap();
        if entry["type"] == "put" {
            let id = entry["notice"]["id"].as_str().unwrap().to_owned();
            assert_eq!(puts.insert(id, *version), None, "{} is there twice", entry["notice"]["id"]);
        }
    }
    for (id, version) in &answered {
        assert_eq!(puts.get(id), Some(version), "{id} was answered with version {version}");
    }
    for (version, entry) in told.seen.into_inner().unwrap() {
        assert_eq!(kept.get(&version), Some(&entry), "version {version} was seen by a terminal");
    }
    assert!(kept.keys().copied().eq(1..=kept.len() as u64), "versions have no hole");
}

/// Publishers run and a terminal follows until enough was answered; then the server is killed in their midst.
fn one_round(round: usize, server: Process, told: &Told) {
    let address = server.address;
    let (killed, answers) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for publisher in 0..PUBLISHERS {
            let (killed, answers) = (&killed, &answers);
            scope.spawn(move || {
                for n in 0.. {
                    if killed.load(Ordering::SeqCst) {
                        return;
                    }
                    let id = format!("r{round}-p{publisher}-{n}");
                    let Some((status, answer)) = publish(address, &notice("main", &id)) else { continue };
                    assert!((200..300).contains(&status), "{answer}");
                    let version = answer["version"].as_u64().unwrap();
                    told.answered.lock().unwrap().insert(id, version);
                    answers.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        scope.spawn(|| follow(address, told));
        let begun = Instant::now();
        while answers.load(Ordering::SeqCst) < ANSWERS && begun.elapsed() < LIMIT {
            std::thread::yield_now();
        }
        server.kill();
        killed.store(true, Ordering::SeqCst);
    });
}

/// Follows from where the terminal stood, until the server is gone.
fn follow(address: SocketAddr, told: &Told) {
    let mut cursor = told.cursor.lock().unwrap();
    let Some(mut feed) = Feed::connect(address, "main", &cursor) else { return };
    let mut last = cursor.split_once('.').map(|(_, version)| version.parse::<u64>().unwrap());
    while let Some(frame) = feed.next() {
        assert_ne!(frame["type"], "reset", "its cursor can be continued: {frame}");
        if let Some(new) = frame["cursor"].as_str() {
            *cursor = new.to_owned();
        }
        let Some(version) = frame["version"].as_u64() else { continue };
        assert!(last.is_none_or(|last| version == last + 1), "{version} after {last:?}");
        last = Some(version);
        let before = told.seen.lock().unwrap().insert(version, frame.to_string());
        assert!(before.is_none(), "version {version} came twice");
    }
}

/// All entries that the server has, from the first on.
fn everything(address: SocketAddr, cursor: &str) -> BTreeMap<u64, String> {
    let (epoch, _) = cursor.split_once('.').unwrap();
    let mut feed = Feed::connect(address, "main", &format!("{epoch}.0")).unwrap();
    let (mut kept, mut head) = (BTreeMap::new(), None);
    while head != Some(kept.len() as u64) {
        let frame = feed.next().unwrap();
        if frame["type"] == "subscribed" {
            assert_eq!(frame["resume"], "incremental");
            head = frame["head"].as_str().unwrap().split_once('.').map(|(_, head)| head.parse().unwrap());
        }
        if let Some(version) = frame["version"].as_u64() {
            kept.insert(version, frame.to_string());
        }
    }
    kept
}
