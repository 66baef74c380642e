//! The steps of the tests: their names, what each runs and what it needs to be there. It starts nothing.

use crate::{parts, place};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One step; they run in this order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Fmt,
    Clippy,
    /// Before the tests: some of them want the real thing.
    Parts,
    Rust,
    /// Crashes on purpose: they take long, and want the tests to have passed.
    Proof,
    Web,
    E2e,
}

/// What a failed command means for those after it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum OnFailure {
    /// They need it: they are left out.
    Stop,
    /// They tell something of their own.
    GoOn,
}

/// One command of a step.
pub(crate) struct Stage {
    pub(crate) command: Command,
    pub(crate) on_failure: OnFailure,
}

/// Why a step cannot run here.
pub(crate) enum Missing {
    /// The toolchain is not whole: always a failure.
    Tool(String),
    /// A part is not installed: skipped with a word, a failure where CI promises it.
    Part(String),
}

impl Step {
    pub(crate) const ALL: [Self; 7] =
        [Self::Fmt, Self::Clippy, Self::Parts, Self::Rust, Self::Proof, Self::Web, Self::E2e];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Rust => "rust",
            Self::Proof => "proof",
            Self::Parts => "parts",
            Self::Web => "web",
            Self::E2e => "e2e",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    pub(crate) fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }

    /// Whether it runs tests that are counted one by one. The others count as one.
    pub(crate) fn has_tests(self) -> bool {
        matches!(self, Self::Rust | Self::Web | Self::E2e)
    }

    /// What is not there and would have to be.
    pub(crate) fn missing(self) -> Option<Missing> {
        match self {
            Self::Fmt => component("fmt", "rustfmt"),
            Self::Clippy => component("clippy", "clippy"),
            Self::Rust | Self::Proof | Self::Parts => None,
            Self::Web => parts::node().err().map(Missing::Part),
            Self::E2e => parts::node().and_then(|()| parts::on_path("chromium")).err().map(Missing::Part),
        }
    }

    /// Its commands, in order.
    pub(crate) fn stages(self, quick: bool) -> Result<Vec<Stage>, String> {
        let root = place::root();
        let web = root.join("web");
        Ok(match self {
            Self::Fmt => vec![stage(&root, "cargo", "fmt --all --check")],
            Self::Clippy => vec![
                stage(&root, "cargo", "clippy --workspace --all-targets --locked -- -D warnings"),
                stage(
                    &root,
                    "cargo",
                    "clippy -p marquee -p marquee-faults --features marquee/faults --all-targets --locked -- \
                     -D warnings",
                ),
            ],
            Self::Rust => {
                let mut test = stage(&root, "cargo", "test --workspace --locked --no-fail-fast");
                if quick {
                    test.command.env("MARQUEE_QUICK", "1");
                }
                vec![test]
            }
            Self::Proof => {
                let mut stages = faulty(&root);
                let count = if quick { CRASHES_QUICK } else { CRASHES };
                stages.push(proof(&root, &["crash", "--count", &count.to_string()])?);
                stages.push(proof(&root, &["refresh"])?);
                let worlds = if quick { WORLDS_QUICK } else { WORLDS };
                stages.push(Stage {
                    on_failure: OnFailure::Stop,
                    ..stage(&root, "cargo", "build --locked --package simulator --features faults")
                });
                stages.push(simulator(&root, &["--count", &worlds.to_string()])?);
                for bug in if quick { &[][..] } else { &OF_WORLDS[..] } {
                    stages.push(simulator(&root, &["--bug", bug])?);
                }
                if !quick {
                    stages.push(proof(&root, &["crash", "--power", "--count", &CUTS.to_string()])?);
                    let suite = place::target()?.join("debug/marquee-conformance");
                    let suite = suite.to_str().ok_or("the target folder's name is no text")?;
                    stages.push(proof(&root, &["bugs", "--suite", suite])?);
                }
                stages
            }
            Self::Parts => parts::scripts()
                .map(|script| {
                    let mut install = stage(&root, "bash", "");
                    install.command.arg(place::short(&script)).arg("install");
                    install
                })
                .collect(),
            Self::Web => {
                let mut stages = Vec::new();
                stages.extend(modules(&web)?);
                stages.extend(
                    ["run typecheck", "test", "run fresh", "run size"].map(|line| stage(&web, "npm", line)),
                );
                stages
            }
            Self::E2e => {
                let mut build = stage(&root, "cargo", "build --locked --package marquee");
                build.on_failure = OnFailure::Stop;
                let mut stages = vec![build];
                stages.extend(modules(&web)?);
                let mut e2e = stage(&web, "npm", "run e2e");
                e2e.command.env("MARQUEE_BIN", place::target()?.join("debug/marquee"));
                stages.push(e2e);
                stages
            }
        })
    }
}

/// Crashes of a whole run: each place in which a process can end is tried several times.
const CRASHES: u64 = 200;
/// Cuts of the power.
const CUTS: u64 = 20;
/// Worlds that are simulated.
const WORLDS: u64 = 1_000;
const WORLDS_QUICK: u64 = 100;
/// Planted bugs that the worlds have to find.
const OF_WORLDS: [&str; 14] = [
    "resume-one-early",
    "resume-one-late",
    "epoch-not-compared",
    "ahead-is-head",
    "trimmed-is-passed-over",
    "reset-without-snapshot",
    "ring-has-a-hole",
    "bookmark-ahead",
    "wake-lost",
    "answer-before-sync",
    "show-before-sync",
    "fold-not-kept",
    "replay-forgotten",
    "delete-not-kept",
];
/// Crashes of a quick one.
const CRASHES_QUICK: u64 = 20;

/// Builds the program with its faults, and the one that drives it.
pub(crate) fn faulty(root: &Path) -> Vec<Stage> {
    let faulty = "build --locked --package marquee --features faults --bin marquee-faulty";
    ["build --locked --package proof --package marquee-conformance", faulty]
        .map(|line| Stage { on_failure: OnFailure::Stop, ..stage(root, "cargo", line) })
        .into()
}

/// A proof of the program with its faults.
pub(crate) fn proof(root: &Path, arguments: &[&str]) -> Result<Stage, String> {
    let built = place::target()?.join("debug");
    let mut command = Command::new(built.join("proof"));
    command.arg("--binary").arg(built.join("marquee-faulty")).args(arguments).current_dir(root);
    Ok(Stage { command, on_failure: OnFailure::GoOn })
}

/// Worlds of the simulator, built with bugs that can be planted.
fn simulator(root: &Path, arguments: &[&str]) -> Result<Stage, String> {
    let mut command = Command::new(place::target()?.join("debug/simulator"));
    command.args(arguments).current_dir(root);
    Ok(Stage { command, on_failure: OnFailure::GoOn })
}

fn stage(folder: &Path, program: &str, line: &str) -> Stage {
    let mut command = Command::new(program);
    command.args(line.split_whitespace()).current_dir(folder);
    Stage { command, on_failure: OnFailure::GoOn }
}

/// Installing what `web/` needs, where its lock file is another than the one installed from.
fn modules(web: &Path) -> Result<Option<Stage>, String> {
    let lock = web.join("package-lock.json");
    let wanted = std::fs::read(&lock).map_err(|error| {
        format!(
            "{} cannot be read ({error}): it is part of the repository, `git checkout` brings it back",
            place::short(&lock)
        )
    })?;
    if std::fs::read(installed(web)).is_ok_and(|there| there == wanted) {
        return Ok(None);
    }
    // npm empties node_modules first, so a copy of the lock file in it means that the whole install came to its end.
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "npm ci --no-audit --no-fund && cp package-lock.json node_modules/.installed-lock.json",
    ]);
    command.current_dir(web);
    Ok(Some(Stage { command, on_failure: OnFailure::Stop }))
}

fn installed(web: &Path) -> PathBuf {
    web.join("node_modules/.installed-lock.json")
}

/// Whether cargo has a component of the pinned toolchain.
fn component(subcommand: &str, component: &str) -> Option<Missing> {
    let asked = Command::new("cargo")
        .args([subcommand, "--version"])
        .current_dir(place::root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match asked {
        Ok(status) if status.success() => None,
        _ => Some(Missing::Tool(format!(
            "`cargo {subcommand}` is missing: run `rustup component add {component}` in this folder, so that it \
             is the pinned toolchain's"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.name()), Some(step));
        }
        assert_eq!(Step::parse("Fmt"), None);
    }

    #[test]
    fn modules_are_installed_once_for_each_lock_file() {
        let web = tempfile::tempdir().expect("a folder");
        assert!(modules(web.path()).is_err_and(|error| error.contains("package-lock.json")));
        std::fs::write(web.path().join("package-lock.json"), "{}").expect("a lock file");
        assert!(modules(web.path()).is_ok_and(|stage| stage.is_some()), "nothing is installed");
        std::fs::create_dir(web.path().join("node_modules")).expect("a folder");
        std::fs::write(installed(web.path()), "{}").expect("a stamp");
        assert!(modules(web.path()).is_ok_and(|stage| stage.is_none()), "all is installed");
        std::fs::write(web.path().join("package-lock.json"), "{\"packages\":{}}").expect("a lock file");
        assert!(modules(web.path()).is_ok_and(|stage| stage.is_some()), "the lock file is another");
    }

    #[test]
    fn a_quick_run_asks_the_tests_for_few_rounds() {
        let asks = |quick| {
            let stages = Step::Rust.stages(quick).expect("the command");
            stages[0].command.get_envs().any(|(name, _)| name == "MARQUEE_QUICK")
        };
        assert!(asks(true));
        assert!(!asks(false));
    }
}
