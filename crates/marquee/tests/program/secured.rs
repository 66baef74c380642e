//! The walk of someone new to a server with keys: init, serve, token, publish, revoke. No secret is an argument anywhere.

use crate::keys::{printed, run, told};
use crate::process::{Process, marquee};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

fn served(folder: &Path) -> Process {
    let mut command = marquee();
    command.current_dir(folder).args(["serve", "--config", "marquee.toml", "--listen", "127.0.0.1:0"]);
    Process::spawn(command)
}

#[test]
fn from_nothing_to_a_notice_on_a_server_that_knows_who_may() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let operator = printed(&run(path, &["init"]));
    let server = served(path);
    let url = format!("http://{}", server.address);
    let publish = ["publish", "--server", &url, "-b", "ops", "hello"];

    let refused = run(path, &publish);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("401") && told(&refused).contains("MARQUEE_TOKEN"), "{}", told(&refused));

    let output = marquee().current_dir(path).env("MARQUEE_TOKEN", &operator).args(publish).output().unwrap();
    assert!(printed(&output).starts_with("accepted "));

    let token = printed(&run(path, &["token", "--sub", "cms", "--scope", "publish:ops"]));
    std::fs::write(path.join("cms.token"), format!("{token}\n")).unwrap();
    let with_file = |board: &str| {
        run(path, &["publish", "--server", &url, "--token-file", "cms.token", "-b", board, "again"])
    };
    assert!(printed(&with_file("ops")).starts_with("accepted "));
    let mut command = marquee();
    command.current_dir(path).env("MARQUEE_TOKEN", "x.y.z");
    command.args(["publish", "--server", &url, "--token-file", "cms.token", "-b", "ops", "third"]);
    assert!(printed(&command.output().unwrap()).starts_with("accepted "), "the file wins");
    let foreign = with_file("other");
    assert_eq!(foreign.status.code(), Some(1));
    assert!(told(&foreign).contains("403"), "{}", told(&foreign));

    // Of the environment by another name; the file goes before it; and what is no token is not repeated.
    let mut command = marquee();
    command
        .current_dir(path)
        .env("OPS", &operator)
        .args(["publish", "--token-env", "OPS"])
        .args(&publish[1..]);
    assert!(printed(&command.output().unwrap()).starts_with("folded "), "the same text once more");
    let output = marquee().env("MARQUEE_TOKEN", "not a token").args(publish).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("MARQUEE_TOKEN of the environment") && !told(&output).contains("not a token")
    );
}

/// A server for one request: what it was asked, and the answer that it gives.
fn answering(status: &str, answer: &Value) -> (String, std::thread::JoinHandle<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = answer.to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        answer.len()
    );
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut bytes = Vec::new();
        let (head_end, length) = loop {
            let mut some = [0; 4_096];
            let read = stream.read(&mut some).unwrap();
            assert!(read > 0, "the request is whole");
            bytes.extend(&some[..read]);
            let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
            let Some(end) = text.find("\r\n\r\n") else { continue };
            let length =
                text.split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse::<usize>();
            if bytes.len() >= end + 4 + length.clone().unwrap() {
                break (end, length.unwrap());
            }
        };
        stream.write_all((head + &answer).as_bytes()).unwrap();
        let body = serde_json::from_slice(&bytes[head_end + 4..head_end + 4 + length]).unwrap();
        (String::from_utf8(bytes[..head_end].to_vec()).unwrap(), body)
    });
    (url, asked)
}

#[test]
fn what_is_revoked_is_asked_of_the_server_in_its_form() {
    let found = "eyJh.eyJz.c2ln";
    for (arguments, expected) in [
        (&["--jti", "t-1"][..], json!({"jti": "t-1"})),
        (&["--jti", "t-1", "--iss", "i"], json!({"jti": "t-1", "iss": "i"})),
        (&["--sub", "cms"], json!({"sub": "cms"})),
        (
            &["--sub", "cms", "--iss", "https://idp.example", "--before", "2026-01-31T09:40:00Z"],
            json!({"sub": "cms", "iss": "https://idp.example", "issued_before": 1_769_852_400}),
        ),
        (&["--sub", "cms", "--before", "17"], json!({"sub": "cms", "issued_before": 17})),
        (&["--token-stdin"], json!({"token": found})),
    ] {
        let (url, asked) = answering("200 OK", &json!({"revoked": 1, "connections": 3}));
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("stdin"), format!("{found}\n")).unwrap();
        let mut command = marquee();
        command.args(["revoke", "--url", &url]).args(arguments).env("MARQUEE_TOKEN", "YWRt.aW4u.dG9r");
        command.stdin(std::fs::File::open(folder.path().join("stdin")).unwrap());
        let output = command.output().unwrap();
        assert_eq!(printed(&output), "revoked 1", "{arguments:?}");
        assert!(told(&output).contains("3 connections"), "{}", told(&output));
        let (head, body) = asked.join().unwrap();
        assert_eq!(body, expected, "{arguments:?}");
        assert!(head.starts_with("POST /v1/auth/revoke HTTP/1.1\r\n"), "{head}");
        assert!(head.contains("authorization: Bearer YWRt.aW4u.dG9r"), "{head}");
    }
}

#[test]
fn a_revocation_that_failed_says_so_and_shows_no_token() {
    let folder = tempfile::tempdir().unwrap();
    let run = |url: &str, more: &[&str]| {
        let mut command = marquee();
        command.current_dir(folder.path()).args(["revoke", "--server", url]).args(more);
        command.env("MARQUEE_TOKEN", "YWRt.aW4u.dG9r").output().unwrap()
    };
    let (url, asked) = answering("403 Forbidden", &json!({"detail": "needs admin"}));
    let refused = run(&url, &["--jti", "a"]);
    asked.join().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("refused (403): needs admin"), "{}", told(&refused));
    let (url, asked) = answering("503 Service Unavailable", &json!({"detail": "the disk is full"}));
    let unknown = run(&url, &["--jti", "a"]);
    asked.join().unwrap();
    assert_eq!(unknown.status.code(), Some(1));
    assert!(told(&unknown).contains("not known to be revoked"), "{}", told(&unknown));
    for wrong in [
        &[][..],
        &["--jti", "a", "--sub", "b"],
        &["--jti", "a", "--before", "17"],
        &["--token-stdin", "--iss", "b"],
        &["--sub", "a", "--before", "noon"],
    ] {
        assert_eq!(run("http://127.0.0.1:1", wrong).status.code(), Some(2), "{wrong:?}");
    }
    let bare = marquee().env_remove("MARQUEE_TOKEN").args(["revoke", "--jti", "a"]).output().unwrap();
    assert_eq!(bare.status.code(), Some(2));
    for output in [refused, unknown, bare] {
        assert!(!told(&output).contains("YWRt"), "{}", told(&output));
    }
}

#[test]
fn what_is_revoked_is_refused_when_that_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let operator = printed(&run(path, &["init"]));
    std::fs::write(path.join("operator.token"), operator).unwrap();
    let server = served(path);
    let url = format!("http://{}", server.address);
    let token = || {
        let json = printed(&run(path, &["token", "--sub", "cms", "--scope", "publish:*", "--json"]));
        serde_json::from_str::<Value>(&json).unwrap()
    };
    let publish = |token: &Value| {
        let mut command = marquee();
        command
            .args(["publish", "--server", &url, "x"])
            .env("MARQUEE_TOKEN", token["token"].as_str().unwrap());
        command.output().unwrap().status.success()
    };
    let revoke = |more: &[&str], stdin: Option<&str>| {
        let mut command = marquee();
        command
            .current_dir(path)
            .args(["revoke", "--server", &url, "--token-file", "operator.token"])
            .args(more);
        if let Some(text) = stdin {
            std::fs::write(path.join("found"), text).unwrap();
            command.stdin(std::fs::File::open(path.join("found")).unwrap());
        }
        printed(&command.output().unwrap())
    };
    let (one, two, three) = (token(), token(), token());
    assert!(publish(&one) && publish(&two) && publish(&three));
    assert_eq!(revoke(&["--jti", one["jti"].as_str().unwrap()], None), "revoked 1");
    assert_eq!((publish(&one), publish(&two)), (false, true));
    assert_eq!(revoke(&["--token-stdin"], two["token"].as_str()), "revoked 1");
    assert_eq!((publish(&two), publish(&three)), (false, true));
    revoke(&["--sub", "cms"], None);
    assert!(!publish(&three));
}

#[test]
fn a_client_s_secret_is_in_a_file_of_its_own_and_what_is_printed_lets_it_log_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    printed(&run(path, &["init"]));
    let made =
        run(path, &["client", "wall \"1\"", "--scope", "subscribe:ops", "--secret-file", "wall.secret"]);
    let secret = std::fs::read_to_string(path.join("wall.secret")).unwrap();
    marquee_leaks::secret(&secret);
    assert_eq!(std::fs::metadata(path.join("wall.secret")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!told(&made).contains(&secret) && !String::from_utf8_lossy(&made.stdout).contains(&secret));
    for (id, scope, code) in [
        ("panel", "subscribe:ops", 0),
        ("wall", "admin", 2),
        ("x", "write:ops", 2),
        ("x", "", 2),
        ("", "admin", 2),
    ] {
        let output = run(path, &["client", id, "--scope", scope]);
        assert_eq!(output.status.code(), Some(code), "{id} {scope}: {}", told(&output));
    }
    assert_eq!(std::fs::read_to_string(path.join("wall.secret")).unwrap(), secret, "what is there is left");
    let mut config = std::fs::read_to_string(path.join("marquee.toml")).unwrap();
    config.push_str(&String::from_utf8_lossy(&made.stdout));
    std::fs::write(path.join("marquee.toml"), config).unwrap();
    let server = served(path);
    let url = format!("http://{}/v1/auth/token", server.address);
    let mut answer =
        ureq::post(url).send_json(json!({"client_id": "wall \"1\"", "client_secret": secret})).unwrap();
    let tokens: Value = answer.body_mut().read_json().unwrap();
    assert_eq!((answer.status().as_u16(), &tokens["scope"]), (200, &json!("subscribe:ops")));
}
