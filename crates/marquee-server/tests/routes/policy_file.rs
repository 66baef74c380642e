//! The defaults' file: changed while the server runs, in the ways that editors and Kubernetes do, and broken.

use crate::harness::{LIMIT, TestServer};
use marquee_server::{Config, Server, StartError};
use serde_json::{Value, json};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Instant;

fn started(file: &Path) -> TestServer {
    TestServer::start_with(|config| config.policy_file = file.to_owned())
}

/// As editors write: another file takes the name.
fn replace(file: &Path, content: &str) {
    let next = file.with_extension("next");
    std::fs::write(&next, content).unwrap();
    std::fs::rename(next, file).unwrap();
}

fn policy(server: &TestServer, board: &str) -> Value {
    server.get(&format!("/v1/boards/{board}/policy")).json()
}

fn check(server: &TestServer) -> Value {
    server.check("policy_file")
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < LIMIT, "{what}");
        std::thread::yield_now();
    }
}

#[test]
fn a_change_of_the_file_reaches_boards_without_a_policy_of_their_own_and_live_terminals() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.toml");
    std::fs::write(&file, "speed = 20").unwrap();
    let server = started(&file);
    server.publish("ops", "a");
    server.put("/v1/boards/own/policy", &json!({"speed": 99}));
    assert_eq!(policy(&server, "ops")["policy"]["speed"], 20);
    assert_eq!(check(&server), json!({"name": "policy_file", "status": "ok"}));
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web");
    screen.until("snapshot");
    replace(&file, "speed = 30");
    assert_eq!(screen.until("policy")["policy"]["speed"], 30);
    assert_eq!(policy(&server, "own")["policy"]["speed"], 99);
    assert_eq!(policy(&server, "never-written")["policy"]["speed"], 30);
    std::fs::write(&file, "speed = 40").unwrap();
    assert_eq!(screen.until("policy")["policy"]["speed"], 40, "written in place, and watched still");
    assert_eq!(policy(&server, "ops")["own"], json!(false));
}

#[test]
fn a_config_maps_link_that_comes_to_point_elsewhere_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mount = |revision: &str, content: &str| {
        let data = folder.path().join(revision);
        std::fs::create_dir(&data).unwrap();
        std::fs::write(data.join("policy.toml"), content).unwrap();
        symlink(revision, folder.path().join("..data_tmp")).unwrap();
        std::fs::rename(folder.path().join("..data_tmp"), folder.path().join("..data")).unwrap();
    };
    mount("..2026_01", "speed = 20");
    let file = folder.path().join("policy.toml");
    symlink("..data/policy.toml", &file).unwrap();
    let server = started(&file);
    server.publish("ops", "a");
    for (revision, speed) in [("..2026_02", 30), ("..2026_03", 40)] {
        mount(revision, &format!("speed = {speed}"));
        until("the board never followed", || policy(&server, "ops")["policy"]["speed"] == speed);
    }
}

#[test]
fn a_bad_file_changes_nothing_and_is_told_until_it_is_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.toml");
    std::fs::write(&file, "speed = 20").unwrap();
    let server = started(&file);
    server.publish("ops", "a");
    for (bad, word) in
        [("speed = 0\ngap = 999", "/gap"), ("speed = ", "policy.toml"), ("speeed = 20", "/speeed")]
    {
        replace(&file, bad);
        until("the fault is told", || {
            check(&server)["detail"].as_str().is_some_and(|said| said.contains(word))
        });
        assert_eq!(check(&server)["status"], "fails");
        assert_eq!(server.get("/readyz").status, 200);
    }
    std::fs::remove_file(&file).unwrap();
    until("a file that is gone is told", || {
        check(&server)["detail"].as_str().is_some_and(|said| said.contains("No such file"))
    });
    let ops = policy(&server, "ops");
    assert_eq!((&ops["policy"]["speed"], &ops["version"]), (&json!(20), &json!(1)));
    replace(&file, "speed = 25");
    until("it holds again", || policy(&server, "ops")["policy"]["speed"] == 25);
    until("and says so", || check(&server)["status"] == "ok");
}

#[test]
fn boards_follow_what_the_file_says_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.json");
    std::fs::write(&file, r#"{"speed":20}"#).unwrap();
    let mut server = started(&file);
    server.publish("ops", "a");
    server.stop();
    std::fs::write(&file, r#"{"speed":50}"#).unwrap();
    server.restart();
    until("the board never followed", || policy(&server, "ops")["policy"]["speed"] == 50);
    assert_eq!(server.publish("new", "a")["version"], 2);
    assert_eq!(policy(&server, "new")["policy"]["speed"], 50);
}

#[test]
fn a_start_with_a_bad_file_is_refused_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.toml");
    std::fs::write(&file, "speed = 0").unwrap();
    for policy_file in [file, folder.path().join("absent.toml")] {
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: folder.path().join("data"),
            policy_file: policy_file.clone(),
            ..Config::default()
        };
        let refused = Server::start(&config).err().unwrap();
        assert!(matches!(refused, StartError::File(_)));
        let said = refused.to_string();
        assert!(said.contains(policy_file.to_str().unwrap()), "{said}");
    }
}
