//! Descriptors that run out: whoever comes then is told so, whoever is there stays, and room that is made is used.

use crate::process::{LIMIT, Process, marquee, notice};
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// How many descriptors it has.
fn open(server: &Process) -> u64 {
    std::fs::read_dir(format!("/proc/{}/fd", server.id())).unwrap().count() as u64
}

/// From now on it may have so many.
fn limit(server: &Process, most: u64) {
    let pid = Pid::from_raw(i32::try_from(server.id()).unwrap()).unwrap();
    let before = prlimit(Some(pid), Resource::Nofile, Rlimit { current: Some(most), maximum: Some(1_000) });
    before.unwrap();
}

/// A terminal's handshake, and the first bytes of the answer.
fn comes(server: &Process) -> (TcpStream, String) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    let request = "GET /v1/ws HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
        sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    (stream, String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn who_comes_when_descriptors_have_run_out_is_told_so_and_who_is_there_stays() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let mut feed = server.feed("main", "").unwrap();
    let before = open(&server);
    limit(&server, before + 10);
    let (mut inside, mut refused) = (Vec::new(), 0);
    for _ in 0..30 {
        let (stream, answer) = comes(&server);
        match &*answer {
            "HTTP/1.1 101" => inside.push(stream),
            "HTTP/1.1 503" => refused += 1,
            other => panic!("{other}"),
        }
    }
    assert!(!inside.is_empty() && refused > 0, "{} came in, {refused} were refused", inside.len());
    server.says("no descriptors are left");

    let full = open(&server);
    let some = inside.len() / 2;
    inside.truncate(some);
    let begun = Instant::now();
    while open(&server) >= full {
        assert!(begun.elapsed() < LIMIT, "those who have left still have their descriptors");
    }
    assert_eq!(comes(&server).1, "HTTP/1.1 101", "the first who comes after room was made has it");
    drop(inside);
    while server.publish(&notice("main", "a")).is_none_or(|(status, _)| status != 201) {
        assert!(begun.elapsed() < LIMIT, "nobody can publish any more");
    }
    while feed.next().expect("it stays")["type"] != "put" {}
}

#[test]
fn without_a_descriptor_left_it_still_ends() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Process::start(data.path(), "127.0.0.1:0", &[("MARQUEE_DRAIN_MS", "100")]);
    // It says that it listens a little before it takes connections.
    drop(comes(&server));
    limit(&server, 0);
    // Whoever comes is refused, if anything can be said to it at all.
    let _refused = TcpStream::connect(server.address).unwrap();
    server.says("no descriptors are left");
    server.terminate();
    assert_eq!(server.ended().code(), Some(0));
}

/// What starts a server under these limits.
fn under(limits: &str, listen: &str, data: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limits} && exec \"$0\" serve --listen {listen} --data \"$1\"")]);
    command.arg(marquee().get_program()).arg(data);
    command
}

#[test]
fn it_asks_for_as_many_as_connections_may_be_and_says_if_it_does_not_get_them() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::spawn(under("ulimit -Sn 300", "127.0.0.1:0", data.path()));
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", server.id())).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    let [soft, hard] = [3, 4].map(|column| line.split_whitespace().nth(column).unwrap());
    assert!(soft != "300" && (soft == hard || soft == "15128"), "{line}");

    // At a port that is taken it ends at once, and has said so before.
    let listen = server.address.to_string();
    let folder = tempfile::tempdir().unwrap();
    let output = under("ulimit -n 300", &listen, folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("300 descriptors may be open here") && said.contains("15000 connections"),
        "{said}"
    );
}
