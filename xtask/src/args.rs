//! What was typed: a command, or a sentence that says what was meant to be typed. It runs nothing.

use crate::steps::Step;
use std::path::PathBuf;

/// Where the demo listens unless told otherwise; the address that every document uses.
pub(crate) const DEMO_PORT: u16 = 8080;

#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help(Topic),
    Test(Choice),
    Demo(Demo),
    Crash(Crash),
    Parts,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Topic {
    All,
    Test,
    Demo,
    Crash,
    Parts,
}

/// Which steps of the tests run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Choice {
    All,
    Quick,
    Only { step: Step, quick: bool },
}

impl Choice {
    /// Whether tests are asked to take few rounds.
    pub(crate) fn quick(self) -> bool {
        matches!(self, Self::Quick | Self::Only { quick: true, .. })
    }
}

#[derive(Debug, PartialEq)]
pub(crate) struct Demo {
    pub(crate) play: Play,
    pub(crate) weather: Weather,
    pub(crate) door: Door,
    /// `None`: 8080 to watch; any free one to check, so that a running demo is in nobody's way.
    pub(crate) port: Option<u16>,
    /// `None`: `demo-data` in the target folder to watch; a passing folder to check.
    pub(crate) data: Option<PathBuf>,
}

/// Which crashes are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Crash {
    pub(crate) from: u64,
    pub(crate) count: u64,
    pub(crate) power: bool,
}

/// How many, unless told otherwise.
const CRASHES: u64 = 10_000;

/// How long the demo plays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Play {
    UntilStopped,
    Once,
}

/// What the demo sends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Weather {
    /// A notice now and then.
    Fair,
    /// Many sources that shout at once.
    Storm,
}

/// Whom the demo's server lets in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Door {
    /// Everyone on this machine.
    Open,
    /// Whoever has a token.
    Keys,
}

/// The command of these words, or what is wrong with them.
pub(crate) fn parse(words: &[String]) -> Result<Command, String> {
    let mut words = words.iter().map(String::as_str);
    let command = words.next().unwrap_or("help");
    let rest: Vec<&str> = words.collect();
    let asks = rest.iter().any(|word| matches!(*word, "--help" | "-h"));
    match command {
        "help" | "--help" | "-h" => Ok(Command::Help(match rest.first().copied() {
            Some("test") => Topic::Test,
            Some("demo") => Topic::Demo,
            Some("crash") => Topic::Crash,
            Some("parts") => Topic::Parts,
            _ => Topic::All,
        })),
        "test" if asks => Ok(Command::Help(Topic::Test)),
        "demo" if asks => Ok(Command::Help(Topic::Demo)),
        "crash" if asks => Ok(Command::Help(Topic::Crash)),
        "parts" if asks => Ok(Command::Help(Topic::Parts)),
        "test" => test(&rest).map(Command::Test),
        "demo" => demo(&rest).map(Command::Demo),
        "crash" => crash(&rest).map(Command::Crash),
        "parts" => match rest.first() {
            None => Ok(Command::Parts),
            Some(word) => Err(format!("`cargo xtask parts` takes no {word:?}: leave it out")),
        },
        other => Err(format!("there is no command {other:?}: it is one of test, demo, crash, parts")),
    }
}

fn test(words: &[&str]) -> Result<Choice, String> {
    let mut quick = false;
    let mut only = None;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--quick" => quick = true,
            "--only" => {
                let name = words.next().ok_or_else(|| format!("--only needs a step: {}", Step::names()))?;
                let step = Step::parse(name)
                    .ok_or_else(|| format!("there is no step {name:?}: it is one of {}", Step::names()))?;
                only = Some(step);
            }
            other => return Err(format!("`cargo xtask test` knows no {other:?}: --quick, --only STEP")),
        }
    }
    Ok(match (only, quick) {
        (Some(step), quick) => Choice::Only { step, quick },
        (None, true) => Choice::Quick,
        (None, false) => Choice::All,
    })
}

fn crash(words: &[&str]) -> Result<Crash, String> {
    let mut crash = Crash { from: 1, count: CRASHES, power: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let number = match *word {
            "--from" => &mut crash.from,
            "--count" => &mut crash.count,
            "--power" => {
                crash.power = true;
                continue;
            }
            other => {
                return Err(format!("`cargo xtask crash` knows no {other:?}: --from N, --count M, --power"));
            }
        };
        let value = words.next().and_then(|value| value.parse().ok()).filter(|value| *value > 0);
        *number = value.ok_or_else(|| format!("{word} needs a number from 1 on: {word} 100"))?;
    }
    Ok(crash)
}

fn demo(words: &[&str]) -> Result<Demo, String> {
    let mut demo =
        Demo { play: Play::UntilStopped, weather: Weather::Fair, door: Door::Open, port: None, data: None };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--once" => demo.play = Play::Once,
            "--storm" => demo.weather = Weather::Storm,
            "--secure" => demo.door = Door::Keys,
            "--port" => {
                let port = words.next().ok_or("--port needs a number: --port 8081")?;
                let port: u16 = port.parse().map_err(|_| {
                    format!("{port:?} is no port: a number from 1 to 65535; 0 takes a free one")
                })?;
                demo.port = Some(port);
            }
            "--data" => {
                let folder = words.next().ok_or("--data needs a folder: --data /tmp/boards")?;
                demo.data = Some(PathBuf::from(folder));
            }
            other => {
                return Err(format!(
                    "`cargo xtask demo` knows no {other:?}: --secure, --storm, --once, --port N, --data DIR"
                ));
            }
        }
    }
    match demo {
        Demo { door: Door::Keys, weather: Weather::Storm, .. } => {
            Err("--secure and --storm are two demos: leave one out".to_owned())
        }
        Demo { door: Door::Keys, data: Some(_), .. } => {
            Err("--secure makes its own folder, which is gone with it: leave --data out".to_owned())
        }
        demo => Ok(demo),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn no_word_at_all_is_a_question_for_help() {
        assert_eq!(parsed(""), Ok(Command::Help(Topic::All)));
        assert_eq!(parsed("demo --help"), Ok(Command::Help(Topic::Demo)));
        assert_eq!(parsed("help parts"), Ok(Command::Help(Topic::Parts)));
    }

    #[test]
    fn steps_are_chosen_by_name() {
        assert_eq!(parsed("test"), Ok(Command::Test(Choice::All)));
        assert_eq!(parsed("test --quick"), Ok(Command::Test(Choice::Quick)));
        let only = Choice::Only { step: Step::Web, quick: true };
        assert_eq!(parsed("test --only web --quick"), Ok(Command::Test(only)));
    }

    #[test]
    fn what_is_wrong_is_said_with_what_would_be_right() {
        let error = |line| parsed(line).expect_err("this line is wrong");
        assert!(error("test --only wbe").contains("fmt, clippy, parts, rust, proof, web, e2e"));
        assert!(error("test --only").contains("needs a step"));
        assert!(error("demo --port 65536").contains("1 to 65535"));
        assert!(error("demo --prot 1").contains("--port N"));
        assert!(error("tset").contains("test, demo, crash, parts"));
        assert!(error("crash --from").contains("needs a number"));
        assert!(error("crash --count 0").contains("from 1 on"));
        assert!(error("parts chromium").contains("leave it out"));
    }

    #[test]
    fn crashes_are_chosen_by_number() {
        assert_eq!(parsed("crash"), Ok(Command::Crash(Crash { from: 1, count: 10_000, power: false })));
        let some = Crash { from: 201, count: 50, power: true };
        assert_eq!(parsed("crash --from 201 --power --count 50"), Ok(Command::Crash(some)));
    }

    #[test]
    fn the_demo_takes_a_port_and_a_folder() {
        let mut demo = Demo {
            play: Play::Once,
            weather: Weather::Fair,
            door: Door::Open,
            port: Some(8081),
            data: Some("boards".into()),
        };
        assert_eq!(parsed("demo --once --port 8081 --data boards"), Ok(Command::Demo(demo)));
        demo = Demo {
            play: Play::UntilStopped,
            weather: Weather::Storm,
            door: Door::Open,
            port: None,
            data: None,
        };
        assert_eq!(parsed("demo --storm"), Ok(Command::Demo(demo)));
    }

    #[test]
    fn a_demo_with_keys_has_a_folder_of_its_own_and_no_storm() {
        let demo = Demo {
            play: Play::UntilStopped,
            weather: Weather::Fair,
            door: Door::Keys,
            port: None,
            data: None,
        };
        assert_eq!(parsed("demo --secure"), Ok(Command::Demo(demo)));
        for (line, word) in [("demo --secure --storm", "two demos"), ("demo --data d --secure", "--data")] {
            assert!(parsed(line).is_err_and(|sentence| sentence.contains(word)), "{line}");
        }
    }
}
