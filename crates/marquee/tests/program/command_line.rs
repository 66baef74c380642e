//! What is said on the command line, and what comes back: data on stdout, talk on stderr, 0, 1 or 2.

use crate::process::{Process, marquee};
use serde_json::Value;
use std::process::Output;

fn run(arguments: &[&str]) -> Output {
    marquee_leaks::output(marquee().args(arguments)).unwrap()
}

fn said(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_timeline_plays_the_shared_vectors() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/timeline.json");
    let output = run(&["timeline", path]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let expected = cases.iter().flat_map(|case| {
        let steps = case["steps"].as_array().unwrap();
        steps.iter().filter(|step| step.get("expect").is_some()).map(|step| (&case["name"], step))
    });
    let mut lines = said(&output.stdout).lines();
    let mut count = 0;
    for (name, step) in expected {
        let line: Value = serde_json::from_str(lines.next().expect("a line a query")).unwrap();
        assert_eq!((&line["name"], &line["at"]), (name, &step["at"]));
        assert_eq!(line["screen"], step["expect"], "{name} at {}", step["at"]);
        count += 1;
    }
    assert_eq!(lines.next(), None);
    assert!(count > 1_000, "{count} queries");
}

#[test]
fn a_file_that_is_no_case_is_told_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    for (text, word) in [("[", "EOF"), (r#"[{"name":"n","steps":[]}]"#, "case n"), ("{}", "expected")] {
        let path = folder.path().join("cases.json");
        std::fs::write(&path, text).unwrap();
        let output = run(&["timeline", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output.stderr).contains(word), "{text}: {}", said(&output.stderr));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn wrong_usage_is_2_and_says_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("marquee.toml");
    std::fs::write(&config, "listne = '127.0.0.1:1'").unwrap();
    for (arguments, word) in [
        (vec![], "Usage"),
        (vec!["sing"], "sing"),
        (vec!["publish"], "TEXT"),
        (vec!["serve", "--listen", "everywhere"], "everywhere"),
        (vec!["serve", "--listen", "0.0.0.0:0"], "--open"),
        (vec!["serve", "--config", config.to_str().unwrap()], "listne"),
        (vec!["serve", "--config", "/nowhere/marquee.toml"], "/nowhere/marquee.toml"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output.stderr).contains(word), "{arguments:?}: {}", said(&output.stderr));
    }
}

#[test]
fn the_configuration_that_holds_is_printed() {
    let output = run(&["serve", "--listen", "127.0.0.1:4711", "--print-config"]);
    assert!(output.status.success());
    let printed = said(&output.stdout);
    assert!(printed.contains("listen = \"127.0.0.1:4711\"") && printed.contains("[limits]"), "{printed}");
}

#[test]
fn a_notice_is_published_from_the_command_line() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let url = format!("http://{}", server.address);
    let publish = |more: &[&str]| run(&[&["publish", "--server", &url], more].concat());
    let output = publish(&["-l", "urgent", "-b", "ops", "--json", "database", "is", "down"]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["board"], &answer["status"]), (&"ops".into(), &"accepted".into()));
    assert!(said(&publish(&["hello"]).stdout).starts_with("accepted "));
    let refused = publish(&["-l", "loud", "hello"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused.stderr).contains("/level"), "{}", said(&refused.stderr));
}

#[test]
fn a_port_or_a_folder_in_use_is_told() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let (other, listen) = (tempfile::tempdir().unwrap(), server.address.to_string());
    let same_port = run(&["serve", "--listen", &listen, "--data", other.path().to_str().unwrap()]);
    assert_eq!(same_port.status.code(), Some(1));
    assert!(said(&same_port.stderr).contains("--listen"), "{}", said(&same_port.stderr));
    let same_folder = run(&["serve", "--listen", "127.0.0.1:0", "--data", data.path().to_str().unwrap()]);
    assert_eq!(same_folder.status.code(), Some(1));
    assert!(said(&same_folder.stderr).contains("another process"), "{}", said(&same_folder.stderr));
}
