//! The terminals of a bench, alone, before a server that does wrong on purpose: what one does not get once and in order ends
//! the bench. A server that does right cannot show that.

use crate::process::marquee;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// The process, as a bench talks to it.
struct Terminals {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Terminals {
    fn start(address: SocketAddr, form: &str) -> Self {
        let mut command = marquee();
        command
            .args(["bench", "terminals"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let (orders, answers) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut terminals = Self { child, orders, answers };
        let come = json!({"address": address.to_string(), "boards": ["b"], "kind": "web", "form": form, "counts": true});
        assert_eq!(terminals.ask(&come), json!({"ok": true}));
        terminals
    }

    fn tell(&mut self, order: &Value) {
        writeln!(self.orders, "{order}").unwrap();
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn ask(&mut self, order: &Value) -> Value {
        self.tell(order);
        self.answer()
    }
}

impl Drop for Terminals {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn framed(text: &str) -> Vec<u8> {
    [&[0x81, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
}

fn put(version: u64) -> Vec<u8> {
    framed(&format!(r#"{{"type":"put","board":"b","cursor":"e1234567.{version}"}}"#))
}

fn event(version: u64) -> Vec<u8> {
    let event = format!("event: put\nid: e1234567.{version}\ndata: {{}}\n\n");
    format!("{:x}\r\n{event}\r\n", event.len()).into_bytes()
}

/// Lets one terminal in that stands at version 41, and is to get three entries: its connection.
fn let_in(listener: &TcpListener, terminals: &mut Terminals, greeting: &[u8]) -> TcpStream {
    terminals.tell(&json!({"do": "connect", "count": 1}));
    let (mut stream, _) = listener.accept().unwrap();
    let mut request = [0; 1_024];
    assert!(stream.read(&mut request).unwrap() > 0);
    stream.write_all(greeting).unwrap();
    assert_eq!(terminals.answer()["count"], 1);
    assert_eq!(terminals.ask(&json!({"do": "expect", "entries": 3})), json!({"ok": true}));
    stream
}

fn greeting(form: &str) -> Vec<u8> {
    match form {
        "sse" => {
            let stands = "event: bookmark\nid: e1234567.41\ndata: {}\n\n";
            format!("HTTP/1.1 200 OK\r\n\r\n{:x}\r\n{stands}\r\n", stands.len()).into_bytes()
        }
        _ => {
            let stands = framed(r#"{"type":"snapshot","board":"b","cursor":"e1234567.41"}"#);
            [b"HTTP/1.1 101 Switching Protocols\r\n\r\n", &stands[..]].concat()
        }
    }
}

#[test]
fn a_terminal_that_gets_each_version_once_and_in_order_says_when_it_has_them() {
    for (form, entry) in [("json", put as fn(u64) -> Vec<u8>), ("sse", event)] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut terminals = Terminals::start(listener.local_addr().unwrap(), form);
        let mut stream = let_in(&listener, &mut terminals, &greeting(form));
        stream.write_all(&[entry(42), entry(43), entry(44)].concat()).unwrap();
        assert!(terminals.answer()["last_ns"].as_u64().is_some_and(|ns| ns > 0), "{form}");
    }
}

#[test]
fn a_gap_a_repeat_and_a_step_back_end_the_bench() {
    for (form, entry) in [("json", put as fn(u64) -> Vec<u8>), ("sse", event)] {
        for wrong in [[42, 44, 45], [42, 42, 43], [42, 43, 41], [43, 44, 45]] {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let mut terminals = Terminals::start(listener.local_addr().unwrap(), form);
            let mut stream = let_in(&listener, &mut terminals, &greeting(form));
            stream.write_all(&wrong.map(entry).concat()).unwrap();
            let answer = terminals.answer();
            assert!(
                answer["wrong"].as_str().is_some_and(|told| told.contains("it got version")),
                "{wrong:?}: {answer}"
            );
        }
    }
}

#[test]
fn a_bookmark_ahead_of_what_came_and_a_connection_that_ends_are_told() {
    let ahead = framed(r#"{"type":"bookmark","board":"b","cursor":"e1234567.43"}"#);
    let closed = vec![0x88, 2, 3, 0xf5];
    for (sent, told) in
        [(ahead, "it stands at 43"), (closed, "sent away"), (Vec::new(), "its connection ended")]
    {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut terminals = Terminals::start(listener.local_addr().unwrap(), "json");
        let mut stream = let_in(&listener, &mut terminals, &greeting("json"));
        stream.write_all(&sent).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let answer = terminals.answer();
        assert!(answer["wrong"].as_str().is_some_and(|wrong| wrong.contains(told)), "{told}: {answer}");
    }
}

#[test]
fn more_than_was_expected_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut terminals = Terminals::start(listener.local_addr().unwrap(), "json");
    let mut stream = let_in(&listener, &mut terminals, &greeting("json"));
    stream.write_all(&[42, 43, 44, 45].map(put).concat()).unwrap();
    let answer = terminals.answer();
    assert!(answer["wrong"].as_str().is_some_and(|told| told.contains("4 entries of 3")), "{answer}");
}
