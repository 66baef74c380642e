//! Handshakes that are begun and never ended, thousands at once: nobody waits for them, they cost little, and are let go.

use crate::process::{LIMIT, Process, notice};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Instant;

const HALF_OPEN: usize = 5_000;
/// What one may cost the server, in KiB; what it has said is at most a line.
const EACH_KIB: usize = 16;
/// What they say: nothing, a word, a handshake that lacks its last line, something that is HTTP's from the beginning.
const SAID: [&str; 4] = [
    "",
    "GET /v",
    "GET /v1/ws HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n",
    "POST /v1/notify HTTP/1.1\r\nhost: localhost\r\n",
];

/// Descriptors for this process, and for the server that it starts.
fn room() {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();
    let needed = HALF_OPEN as u64 + 500;
    assert!(maximum.is_none_or(|most| most >= needed), "{needed} descriptors are needed: raise ulimit -Hn");
}

#[test]
fn five_thousand_half_open_handshakes_hold_nobody_up_and_are_let_go() {
    room();
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let mut feed = server.feed("main", "").unwrap();
    let before = server.resident_kib();
    let mut half_open: Vec<TcpStream> = (0..HALF_OPEN)
        .map(|number| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            stream.set_read_timeout(Some(LIMIT)).unwrap();
            stream.write_all(SAID[number % SAID.len()].as_bytes()).unwrap();
            stream
        })
        .collect();

    // Who comes after all of them, and who was there, get what they want.
    let mut late = server.feed("main", "").unwrap();
    let published = server.publish(&notice("main", "a"));
    assert_eq!(published.map(|(status, _)| status), Some(201));
    for feed in [&mut feed, &mut late] {
        while feed.next().expect("it stays")["type"] != "put" {}
    }
    let grown = server.resident_kib().saturating_sub(before);
    assert!(grown < (HALF_OPEN * EACH_KIB) as u64, "they take {grown} KiB");

    // The server lets them go by itself; what it may say before that is that they took too long.
    let begun = Instant::now();
    for stream in &mut half_open {
        let mut said = Vec::new();
        match stream.read_to_end(&mut said) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
        }
        let said = String::from_utf8_lossy(&said);
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 408 "), "{said}");
        assert!(begun.elapsed() < LIMIT, "they are still waited for");
    }
    let published = server.publish(&notice("main", "b"));
    assert_eq!(published.map(|(status, _)| status), Some(201));
    while feed.next().expect("it stays")["type"] != "put" {}
}
