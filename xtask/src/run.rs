//! One command under way: its output goes to a log, a line tells every now and then that it is alive, and a limit ends
//! it if it hangs. It judges nothing; how the command ended is said and left to the caller.

use crate::counts::without_colours;
use crate::process::{Event, Events};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Between two signs of life.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// What hangs is ended: far above what the slowest step takes on two cores from nothing, and below CI's patience.
const LIMIT: Duration = Duration::from_secs(45 * 60);
/// How long a command that was asked to end may take.
const STOP_LIMIT: Duration = Duration::from_secs(5);
/// How much of a log's end is read for its last line, in bytes.
const LAST_LINE_BYTES: i64 = 4_096;
/// How much of that line is shown, in characters.
const LAST_LINE_CHARS: usize = 90;

/// How a command ended.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Passed,
    Failed(String),
    Interrupted,
}

/// When to say that it is alive, and when it hangs.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    pub(crate) heartbeat: Duration,
    pub(crate) limit: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { heartbeat: HEARTBEAT, limit: LIMIT }
    }
}

/// Runs a command to its end; its output is added to the log.
pub(crate) fn run(events: &Events, name: &str, command: &mut Command, log: &Path, patience: Patience) -> End {
    let begun = Instant::now();
    let running = match open(log)
        .and_then(|(out, err)| events.start(command.stdin(Stdio::null()).stdout(out).stderr(err)))
    {
        Ok(running) => running,
        Err(error) => return End::Failed(format!("{} could not be started: {error}", typed(command))),
    };
    loop {
        let left = patience.limit.saturating_sub(begun.elapsed());
        match events.wait(patience.heartbeat.min(left)) {
            Some(Event::Ended(status)) if status.success() => return End::Passed,
            Some(Event::Ended(status)) => {
                return End::Failed(format!("{} ended with {status}", typed(command)));
            }
            Some(Event::Interrupted) => {
                events.stop(running, STOP_LIMIT);
                return End::Interrupted;
            }
            None if begun.elapsed() >= patience.limit => {
                events.stop(running, STOP_LIMIT);
                let limit = elapsed(patience.limit);
                return End::Failed(format!("{} hung: it was ended after {limit}", typed(command)));
            }
            None => eprintln!("  {name:<8} {:>9}  {}", elapsed(begun.elapsed()), last_line(log)),
        }
    }
}

fn open(log: &Path) -> std::io::Result<(File, File)> {
    let out = File::options().create(true).append(true).open(log)?;
    let err = out.try_clone()?;
    Ok((out, err))
}

/// A command as one would type it.
pub(crate) fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ");
    format!("`{line}`")
}

/// The last line of a log that says anything; empty where it cannot be read.
fn last_line(log: &Path) -> String {
    let read = || -> std::io::Result<String> {
        let mut file = File::open(log)?;
        let bytes = i64::try_from(file.metadata()?.len()).unwrap_or(i64::MAX).min(LAST_LINE_BYTES);
        file.seek(SeekFrom::End(-bytes))?;
        let mut end = Vec::new();
        file.read_to_end(&mut end)?;
        Ok(without_colours(&String::from_utf8_lossy(&end)))
    };
    let end = read().unwrap_or_default();
    let line = end.split(['\n', '\r']).map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    line.chars().take(LAST_LINE_CHARS).collect()
}

/// The last lines of a log.
pub(crate) fn tail(log: &Path, lines: usize) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let text = without_colours(&String::from_utf8_lossy(&text));
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// A duration as people say it.
pub(crate) fn elapsed(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} m {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, patience: Patience) -> (End, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("step.log");
        let events = Events::listen().expect("signals");
        let end = run(&events, "try", Command::new("sh").args(["-c", script]), &log, patience);
        (end, tail(&log, 2))
    }

    #[test]
    fn both_outputs_are_kept_in_the_log_and_its_end_can_be_shown() {
        let (end, tail) = shell("echo one; echo two >&2; echo three", Patience::default());
        assert_eq!(end, End::Passed);
        assert_eq!(tail, "two\nthree");
    }

    #[test]
    fn a_later_command_s_output_is_added_to_the_same_log() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("step.log");
        let events = Events::listen().expect("signals");
        for word in ["one", "two"] {
            run(&events, "try", Command::new("echo").arg(word), &log, Patience::default());
        }
        assert_eq!(tail(&log, 9), "one\ntwo");
    }

    #[test]
    fn a_failure_says_what_was_run_and_how_it_ended() {
        let (End::Failed(reason), _) = shell("exit 7", Patience::default()) else { panic!("it failed") };
        assert_eq!(reason, "`sh -c exit 7` ended with exit status: 7");
    }

    #[test]
    fn what_hangs_is_ended_at_its_limit() {
        let patience = Patience { heartbeat: Duration::from_millis(50), limit: Duration::from_millis(200) };
        let (End::Failed(reason), tail) = shell("echo begun; sleep 20", patience) else { panic!("it hung") };
        assert!(reason.contains("hung"), "{reason}");
        assert_eq!(tail, "begun");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let events = Events::listen().expect("signals");
        let mut command = Command::new("no-such-program");
        let end = run(&events, "try", &mut command, &folder.path().join("log"), Patience::default());
        assert!(
            matches!(end, End::Failed(reason) if reason.starts_with("`no-such-program` could not be started"))
        );
    }

    #[test]
    fn the_last_line_skips_what_is_empty_or_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("log");
        std::fs::write(&log, "first\n 1/9\r 2/9\r\n\n").expect("a log");
        assert_eq!(last_line(&log), "2/9");
        assert_eq!(last_line(&folder.path().join("none")), "");
    }
}
