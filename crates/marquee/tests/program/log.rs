//! `marquee log`: what an operator sees of a log that is whole, damaged, copied and repaired, and with which code it
//! ends. What is found and kept in which case is tested where it is decided.

use crate::process::{LIMIT, Process, marquee, notice, publish};
use serde_json::Value;
use std::path::Path;
use std::process::Output;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

fn log(command: &[&str], data: &Path) -> Output {
    marquee_leaks::output(marquee().arg("log").args(command).arg("--data").arg(data)).unwrap()
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// Some entries of a board, from a server that has ended.
fn stopped(data: &Path) {
    let mut server = Process::start(data, "127.0.0.1:0", &[]);
    for n in 0..9 {
        assert_eq!(server.publish(&notice("ops", &format!("n{n}"))).unwrap().0, 201);
    }
    server.terminate();
    assert_eq!(server.ended().code(), Some(0));
}

/// Spoils the entries of all notices as a disk would.
fn rot(data: &Path) {
    let file = rusqlite::Connection::open(data.join("marquee.db")).unwrap();
    assert_eq!(file.execute("UPDATE entries SET body = x'00' WHERE kind = 'put'", []).unwrap(), 9);
}

#[test]
fn a_whole_log_ends_with_0_and_a_damaged_one_with_1_and_names_the_place() {
    let data = tempfile::tempdir().unwrap();
    let (code, _, talk) = said(&log(&["verify"], data.path()));
    assert!(code == Some(1) && talk.contains("there is no log in"), "{talk}");
    stopped(data.path());
    let (code, found, talk) = said(&log(&["verify"], data.path()));
    assert_eq!((code, &*talk), (Some(0), ""));
    assert!(
        found.starts_with("whole: epoch ") && found.contains("1 boards, 10 entries, 1 checkpoints"),
        "{found}"
    );
    let (_, unchanged, _) = said(&log(&["repair"], data.path()));
    assert!(unchanged.contains("nothing is damaged, so nothing was changed"), "{unchanged}");

    rot(data.path());
    let (code, found, talk) = said(&log(&["verify"], data.path()));
    assert!(code == Some(1) && talk.contains("is damaged in 1 places"), "{code:?} {talk}");
    assert!(
        found.contains("damaged: entry, board ops, versions 2 to 10: ") && found.contains("to do: "),
        "{found}"
    );
    let json: Value = serde_json::from_str(&said(&log(&["verify", "--json"], data.path())).1).unwrap();
    assert_eq!((&json["whole"], &json["damages"][0]["board"]), (&Value::Bool(false), &"ops".into()));
    assert_eq!((json["damages"][0]["from"].as_u64(), json["damages"][0]["to"].as_u64()), (Some(2), Some(10)));
}

#[test]
fn after_a_repair_the_server_goes_on_and_old_cursors_begin_anew() {
    let data = tempfile::tempdir().unwrap();
    stopped(data.path());
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let mut feed = server.feed("ops", "").unwrap();
    let subscribed = loop {
        let frame = feed.next().unwrap();
        if frame["type"] == "subscribed" {
            break frame;
        }
    };
    let cursor = subscribed["head"].as_str().unwrap().to_owned();
    let (code, _, talk) = said(&log(&["repair"], data.path()));
    assert!(code == Some(1) && talk.contains("stop it first"), "{talk}");
    server.kill();
    rot(data.path());
    let (code, done, talk) = said(&log(&["repair"], data.path()));
    assert_eq!(code, Some(0), "{done} {talk}");
    assert!(
        done.contains("lost: board ops: its oldest entries, versions 1 to 10; its state is kept"),
        "{done}"
    );
    assert!(
        done.contains("kept: the old files, in ") && data.path().join("damaged-1/marquee.db").exists(),
        "{done}"
    );
    assert_eq!(said(&log(&["verify"], data.path())).0, Some(0));

    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let (status, again) = server.publish(&notice("ops", "n3")).unwrap();
    assert_eq!((status, again["status"].as_str()), (200, Some("duplicate")), "the state is kept: {again}");
    assert_eq!(server.publish(&notice("ops", "next")).unwrap().1["version"], 11);
    let mut feed = server.feed("ops", &cursor).unwrap();
    let reset = loop {
        let frame = feed.next().unwrap();
        if frame["type"] == "reset" {
            break frame;
        }
    };
    assert_eq!(reset["reason"], "epoch");
}

#[test]
fn a_copy_is_made_while_the_server_runs_and_has_what_was_answered_before() {
    let (data, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let copy = place.path().join("copy");
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let address = server.address;
    let (answered, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let before = std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 0.. {
                if over.load(Ordering::SeqCst) {
                    return;
                }
                let Some((status, _)) = publish(address, &notice("ops", &format!("n{n}"))) else { return };
                if status < 300 {
                    answered.store(n + 1, Ordering::SeqCst);
                }
            }
        });
        let begun = Instant::now();
        while answered.load(Ordering::SeqCst) < 50 && begun.elapsed() < LIMIT {
            std::thread::yield_now();
        }
        let before = answered.load(Ordering::SeqCst);
        let output = log(&["backup", copy.to_str().unwrap()], data.path());
        over.store(true, Ordering::SeqCst);
        let (code, found, talk) = said(&output);
        assert!(code == Some(0) && found.starts_with("whole: "), "{found} {talk}");
        let (code, _, talk) = said(&log(&["verify"], data.path()));
        assert!(code == Some(0) && talk.contains("a server runs on this log"), "{talk}");
        before
    });
    assert!(before >= 50, "{before} were answered");
    drop(server);
    let (code, _, talk) = said(&log(&["backup", copy.to_str().unwrap()], data.path()));
    assert!(code == Some(1) && talk.contains("is there already"), "{talk}");
    // What goes on from a copy is another history.
    let (code, done, _) = said(&log(&["repair", "--new-epoch"], &copy));
    assert!(code == Some(0) && done.contains("lost: nothing"), "{done}");
    let server = Process::start(&copy, "127.0.0.1:0", &[]);
    for n in 0..before {
        let (status, answer) = server.publish(&notice("ops", &format!("n{n}"))).unwrap();
        assert_eq!((status, answer["status"].as_str()), (200, Some("duplicate")), "n{n}: {answer}");
    }
}
