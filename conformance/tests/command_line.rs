//! The command as a stranger types it: its help, its list, its exit codes. The server here is none: it says what time
//! it is and knows nothing else.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_conformance::listed;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};

fn suite(arguments: &[&str]) -> Output {
    with_tokens("", "", arguments)
}

fn with_tokens(token: &str, narrower: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_marquee-conformance"));
    command.env("MARQUEE_TOKEN", token).env("MARQUEE_NARROWER_TOKEN", narrower);
    command.args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A server that keeps no promise; it is there as long as the test's process.
fn nothing_but_a_clock() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    url
}

fn answer(mut stream: TcpStream) {
    let (mut request, mut piece) = (Vec::new(), [0; 1024]);
    while !request.windows(4).any(|four| four == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(read) if read > 0 => request.extend_from_slice(&piece[..read]),
            _ => return,
        }
    }
    let (status, body) = if request.starts_with(b"GET /v1/time ") {
        ("200 OK", "{\"server_time\":1}")
    } else {
        ("404 Not Found", "{}")
    };
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    // Who asked may be gone.
    let _written = stream.write_all(format!("{head}{body}").as_bytes());
    let _rest = stream.read_to_end(&mut request);
}

#[test]
fn the_help_teaches_by_examples() {
    let output = suite(&["--help"]);
    assert!(output.status.success());
    let help = text(&output.stdout);
    for words in ["--restart", "--only", "--transport", "--list", "--json", "Examples:", "Exit code: 0"] {
        assert!(help.contains(words), "{words}: {help}");
    }
}

#[test]
fn the_list_and_the_readme_name_every_case() {
    let output = suite(&["--list"]);
    assert!(output.status.success());
    let list = text(&output.stdout);
    let readme = include_str!("../README.md");
    for (case, promise, _) in listed() {
        assert!(list.contains(case) && list.contains(promise), "{case}");
        assert!(readme.contains(&format!("**{case}**")), "README.md says nothing of: {case}");
    }
    let named = readme.lines().filter(|line| line.starts_with("- **")).count();
    assert_eq!(named, listed().count(), "README.md names a case that is none");
}

#[test]
fn what_is_mistyped_or_answers_nothing_is_2() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", silent.local_addr().unwrap());
    drop(silent);
    let url = nothing_but_a_clock();
    let wrong: [&[&str]; 5] = [
        &["--url", "https://127.0.0.1:8080"],
        &["--url", &nobody],
        &["--transport", "carrier-pigeon"],
        &["--nonsense"],
        &["--url", &url, "--only", "no case is called this"],
    ];
    for arguments in wrong {
        let output = suite(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?} says what to do");
    }
}

#[test]
fn a_server_that_keeps_no_promise_fails_every_case_with_1() {
    let arguments = ["--url", &nothing_but_a_clock(), "--restart", "true", "--json"];
    let output = with_tokens("found-nowhere", "nor-this", &arguments);
    let told = text(&output.stdout) + &text(&output.stderr);
    assert!(!told.contains("found-nowhere") && !told.contains("nor-this"), "a token is told");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let (mut lines, listed) = (0, listed().map(|(_, _, on)| on.len()).sum::<usize>());
    for line in text(&output.stdout).lines() {
        let report: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(report["outcome"], "failed", "{line}");
        assert!(report["expected"].is_string() && report["got"].is_string(), "{line}");
        lines += 1;
    }
    assert_eq!(lines, listed, "a line for each case and carrier");
}
