//! Children and signals on one channel, so that waiting is one `recv` with a limit. It never signals a process that
//! it did not start: each child leads a group of its own, and only that group is asked to end.

use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// What can happen while waiting. One child runs at a time, so an end needs no name.
#[derive(Debug)]
pub(crate) enum Event {
    /// Ctrl-C, SIGTERM, or the terminal was closed.
    Interrupted,
    /// The child is gone.
    Ended(ExitStatus),
}

/// How a child that was asked to end did so.
#[derive(Debug)]
pub(crate) enum Farewell {
    ByItself(ExitStatus),
    Killed,
}

/// The channel. While it exists, Ctrl-C is an event and ends nothing by itself.
pub(crate) struct Events {
    sender: Sender<Event>,
    receiver: Receiver<Event>,
}

/// A child under way.
#[derive(Clone, Copy)]
pub(crate) struct Running(Pid);

impl Events {
    pub(crate) fn listen() -> Result<Self, String> {
        let (sender, receiver) = channel();
        let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])
            .map_err(|error| format!("signals cannot be caught: {error}"))?;
        let interrupts = sender.clone();
        std::thread::spawn(move || {
            for _ in signals.forever() {
                if interrupts.send(Event::Interrupted).is_err() {
                    return;
                }
            }
        });
        Ok(Self { sender, receiver })
    }

    /// Starts a child in a group of its own: a Ctrl-C in the terminal reaches us alone, and we end it in order.
    pub(crate) fn start(&self, command: &mut Command) -> std::io::Result<Running> {
        let mut child = command.process_group(0).spawn()?;
        let running = Running(Pid::from_child(&child));
        let ended = self.sender.clone();
        std::thread::spawn(move || {
            if let Ok(status) = child.wait() {
                // Nobody listens any more only where this program ends too.
                let _ = ended.send(Event::Ended(status));
            }
        });
        Ok(running)
    }

    /// The next event, or `None` when the limit is reached.
    pub(crate) fn wait(&self, limit: Duration) -> Option<Event> {
        match self.receiver.recv_timeout(limit) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => unreachable!("a sender lives as long as its receiver"),
        }
    }

    /// Asks a child to end and waits; at the limit, or at one more Ctrl-C, it is killed.
    pub(crate) fn stop(&self, running: Running, limit: Duration) -> Farewell {
        running.ask_to_end();
        let deadline = Instant::now() + limit;
        match self.wait(deadline.saturating_duration_since(Instant::now())) {
            Some(Event::Ended(status)) => return Farewell::ByItself(status),
            Some(Event::Interrupted) | None => running.signal(Signal::KILL),
        }
        // A killed process always ends; the channel then says so, maybe after more Ctrl-C.
        while !matches!(self.wait(limit), Some(Event::Ended(_)) | None) {}
        Farewell::Killed
    }
}

impl Running {
    /// Asks without waiting.
    pub(crate) fn ask_to_end(self) {
        self.signal(Signal::TERM);
    }

    fn signal(self, signal: Signal) {
        // It fails only for a group that is gone already, which is what was wanted.
        let _ = kill_process_group(self.0, signal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;

    const SOON: Duration = Duration::from_secs(10);

    #[test]
    fn a_child_s_end_is_an_event() {
        let events = Events::listen().expect("signals");
        events.start(Command::new("sh").args(["-c", "exit 3"])).expect("a shell");
        assert!(matches!(events.wait(SOON), Some(Event::Ended(status)) if status.code() == Some(3)));
    }

    #[test]
    fn a_child_that_is_asked_ends_by_itself() {
        let events = Events::listen().expect("signals");
        let running = events.start(Command::new("sleep").arg("20")).expect("sleep");
        let Farewell::ByItself(status) = events.stop(running, SOON) else { panic!("it had ten seconds") };
        assert_eq!(status.signal(), Some(SIGTERM));
    }

    #[test]
    fn a_child_that_does_not_listen_is_killed_with_its_group() {
        let folder = tempfile::tempdir().expect("a folder");
        let ready = folder.path().join("ready");
        let script = format!("trap '' TERM; touch {0}; sleep 20", ready.display());
        let events = Events::listen().expect("signals");
        let running = events.start(Command::new("sh").args(["-c", &script])).expect("a shell");
        while !ready.exists() {
            assert!(events.wait(Duration::from_millis(10)).is_none(), "the shell ended before it was asked");
        }
        assert!(matches!(events.stop(running, Duration::from_millis(100)), Farewell::Killed));
        assert!(rustix::process::test_kill_process(running.0).is_err(), "it is gone");
    }
}
