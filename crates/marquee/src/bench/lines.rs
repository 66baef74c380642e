//! A process of this program that helps a bench: it is told what to do in lines of JSON, and answers in lines of JSON. It
//! ends when nobody tells it anything any more.

use super::pinned;
use crate::Failure;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Everything that is asked of it is done within this.
const WITHIN: Duration = Duration::from_secs(180);

/// The handle.
pub(crate) struct Process {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    what: &'static str,
}

impl Process {
    /// Starts it on one core, if there is a choice.
    pub(crate) fn start(what: &'static str, core: Option<usize>) -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(Failure::failed)?;
        let mut command = Command::new(program);
        command.args(["bench", what]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = pinned::on(core, || command.spawn())?.map_err(Failure::failed)?;
        let (sender, lines) = channel();
        if let Some(stdout) = child.stdout.take() {
            std::thread::spawn(move || {
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    let _heard = sender.send(line);
                }
            });
        }
        let stdin = child.stdin.take();
        Ok(Self { child, stdin, lines, what })
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Asks for something and waits until it is done.
    pub(crate) fn ask(&mut self, order: &Value) -> Result<Value, Failure> {
        if let Some(stdin) = &mut self.stdin {
            writeln!(stdin, "{order}").map_err(|error| Failure::failed(format!("{}: {error}", self.what)))?;
        }
        self.answer()
    }

    /// What it says next.
    pub(crate) fn answer(&mut self) -> Result<Value, Failure> {
        let line = self.lines.recv_timeout(WITHIN).map_err(|error| match error {
            RecvTimeoutError::Timeout => {
                Failure::failed(format!("{} were not done within {WITHIN:?}", self.what))
            }
            RecvTimeoutError::Disconnected => Failure::failed(format!("{} have ended", self.what)),
        })?;
        let answer: Value = serde_json::from_str(&line).map_err(Failure::failed)?;
        match answer["wrong"].as_str() {
            Some(sentence) => Err(Failure::failed(sentence)),
            None => Ok(answer),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.stdin.take());
        // It may have ended already.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// Says something to whoever has started this process.
pub(crate) fn say(answer: &Value) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{answer}").and_then(|()| stdout.flush()).map_err(Failure::failed)
}

/// Says why it ends.
pub(crate) fn say_wrong(failure: &Failure) -> Result<(), Failure> {
    say(&json!({"wrong": failure.sentence}))
}

/// A number of an order.
pub(crate) fn number(order: &Value, name: &str) -> Result<u64, Failure> {
    order[name].as_u64().ok_or_else(|| Failure::usage(format!("{order} has no number {name}")))
}

/// A word of an order.
pub(crate) fn word<'a>(order: &'a Value, name: &str) -> Result<&'a str, Failure> {
    order[name].as_str().ok_or_else(|| Failure::usage(format!("{order} has no word {name}")))
}
