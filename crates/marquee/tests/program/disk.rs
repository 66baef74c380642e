//! A disk that is full in earnest: publishing is refused and reading goes on; when there is room, publishing goes
//! on by itself. It needs the right to mount, as CI has it. And a sync that fails in earnest, where strace can make one.

use crate::process::{LIMIT, Process, notice};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// A small file system of its own.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(self.path()).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("{} stays mounted", self.path().display());
        }
    }
}

#[test]
fn a_full_disk_refuses_and_goes_on_by_itself() {
    let Some(disk) = SmallDisk::mount() else {
        assert!(std::env::var_os("CI").is_none(), "CI must be able to mount a tmpfs");
        eprintln!("skipped: no right to mount a tmpfs here");
        return;
    };
    let ballast = disk.path().join("ballast");
    std::fs::write(&ballast, vec![0; 8 << 20]).unwrap();
    let server = Process::start(disk.path(), "127.0.0.1:0", &[]);
    let big = |n: usize| {
        let filler = "x".repeat(3_900);
        json!({"board": "big", "id": format!("n{n}"), "text": format!("a big one, number {n}"), "data": {"filler": filler}})
    };
    let mut answered = 0;
    let refused = loop {
        let (status, answer) = server.publish(&big(answered)).unwrap();
        if status != 201 {
            break (status, answer);
        }
        answered += 1;
        assert!(answered < 10_000, "24 MB hold no 40 MB");
    };
    assert_eq!(refused.0, 503, "{}", refused.1);
    assert!(refused.1["detail"].as_str().unwrap().contains("disk is full"), "{}", refused.1);
    server.says("the disk is full");
    for _ in 0..5 {
        assert_eq!(server.publish(&big(answered)).unwrap().0, 503);
    }
    // Reading goes on: every acknowledged entry is there.
    let mut feed = server.feed("big", "").unwrap();
    let subscribed = loop {
        let frame = feed.next().unwrap();
        if frame["type"] == "subscribed" {
            break frame;
        }
    };
    let head = subscribed["head"].as_str().unwrap().to_owned();
    std::fs::remove_file(&ballast).unwrap();
    let (status, answer) = server.publish(&big(answered)).unwrap();
    assert_eq!(status, 201, "there is room again: {answer}");
    server.says("there is room again");
    let version = |cursor: &str| cursor.split_once('.').unwrap().1.parse::<u64>().unwrap();
    assert!(version(answer["cursor"].as_str().unwrap()) > version(&head));
    let (status, first) = server.publish(&big(0)).unwrap();
    assert_eq!((status, first["version"].as_u64()), (200, Some(2)), "the first one is remembered: {first}");
    assert_eq!(server.publish(&notice("other", "a")).unwrap().0, 201);
}

/// From now on each sync of a process fails; what it tried is written to a file.
struct FailingSyncs(Child);

impl FailingSyncs {
    /// `None`: there is no strace here, or no right to use it.
    fn of(process: &Process, tried: &Path) -> Option<Self> {
        let mut strace = Command::new("strace")
            .args(["-f", "-y", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO", "-o"])
            .arg(tried)
            .args(["-p", &process.id().to_string()])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .ok()?;
        let said = BufReader::new(strace.stderr.take().unwrap()).lines().map_while(Result::ok);
        for line in said {
            if line.contains("attached") {
                return Some(Self(strace));
            }
        }
        strace.wait().unwrap();
        None
    }
}

impl Drop for FailingSyncs {
    fn drop(&mut self) {
        // It ends with the process that it follows.
        let _ended = self.0.kill();
        let _ended = self.0.wait();
    }
}

#[test]
fn a_sync_that_fails_is_not_tried_again_and_ends_the_server() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Process::start(data.path(), "127.0.0.1:0", &[]);
    assert_eq!(server.publish(&notice("main", "a")).unwrap().0, 201);
    let tried = data.path().join("tried");
    let Some(_failing) = FailingSyncs::of(&server, &tried) else {
        eprintln!("skipped: no strace here, or no right to follow a process with it");
        return;
    };
    if let Some((status, answer)) = server.publish(&notice("main", "b")) {
        assert_eq!(status, 503, "{answer}");
    }
    server.says("the log is lost");
    assert_eq!(server.ended().code(), Some(1));
    let begun = Instant::now();
    let mut syncs = Vec::new();
    while syncs.is_empty() && begun.elapsed() < LIMIT {
        let text = std::fs::read_to_string(&tried).unwrap();
        syncs = text.lines().filter(|line| line.contains("INJECTED")).map(str::to_owned).collect();
    }
    assert!(syncs.len() == 1 && syncs[0].contains("marquee.db-wal"), "one sync, of the WAL: {syncs:#?}");
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let (status, again) = server.publish(&notice("main", "a")).unwrap();
    assert_eq!((status, again["status"].as_str()), (200, Some("duplicate")), "what was answered is there");
    assert!(server.publish(&notice("main", "b")).unwrap().0 < 300, "repeating is safe");
}
