//! A world is its number: played twice it is the same, byte for byte, and some worlds are played whole.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use simulator::play;
use std::process::Command;

/// The last line of a world played by a process of its own: what was found, how many lines, their hash.
fn last_line(seed: &str) -> String {
    let played = Command::new(env!("CARGO_BIN_EXE_simulator")).args(["--seed", seed]).output().unwrap();
    String::from_utf8(played.stdout).unwrap().lines().last().unwrap().to_owned()
}

#[test]
fn the_same_number_is_the_same_world() {
    for seed in [1, 7, 44] {
        let (once, again) = (play(seed, true), play(seed, true));
        assert!(once.history.text() == again.history.text(), "world {seed}");
        assert_eq!(once.history.hash(), again.history.hash());
        assert_ne!(
            once.history.hash(),
            play(seed + 1, false).history.hash(),
            "another number is another world"
        );
    }
}

#[test]
fn it_is_the_same_in_another_process() {
    let line = last_line("44");
    assert_eq!(line, last_line("44"));
    assert!(line.contains(&format!("{:016x}", play(44, false).history.hash())), "{line}");
}

#[test]
fn worlds_hold_no_contradiction() {
    for seed in 1..=20 {
        let found = play(seed, false).found;
        assert!(found.is_empty(), "world {seed}: {found:?}");
    }
}
