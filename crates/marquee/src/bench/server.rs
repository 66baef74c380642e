//! The server that a bench measures: this very program as `serve`, on a folder of the bench and a free port. It is
//! ended by its handle, however the bench ends.

use super::http;
use crate::Failure;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A start, and an end in order, take at most so long.
const WITHIN: Duration = Duration::from_secs(120);
/// What it says when it can be reached.
const LISTENS: &str = "listening on http://";
/// How often an end is looked for.
const LOOKS_EVERY: Duration = Duration::from_millis(2);

pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From its start until it was ready.
    pub(crate) ready_after: Duration,
}

impl Server {
    /// Starts it with keys of the configuration as environment variables, and waits until it is ready.
    pub(crate) fn start(data: &Path, keys: &[(&str, String)]) -> Result<Self, Failure> {
        Self::begin(None, data, keys)
    }

    /// The same, by a file of the configuration too.
    pub(crate) fn start_by(config: &Path, data: &Path, keys: &[(&str, String)]) -> Result<Self, Failure> {
        Self::begin(Some(config), data, keys)
    }

    fn begin(config: Option<&Path>, data: &Path, keys: &[(&str, String)]) -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(Failure::failed)?;
        let mut command = Command::new(program);
        // What is measured is the default and what the bench says, not what is set around it.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MARQUEE_") {
                command.env_remove(name);
            }
        }
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data);
        command.args(config.iter().flat_map(|config| [Path::new("--config"), config]));
        command.envs(keys.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let begun = Instant::now();
        let mut child = command.spawn().map_err(Failure::failed)?;
        let said = listen(&mut child);
        let place = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut server = Self { child, address: place, ready_after: Duration::ZERO };
        server.address = address_of(&said)?;
        http::once(server.address, "GET", "/readyz", "")?;
        server.ready_after = begun.elapsed();
        Ok(server)
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its boards: name and newest version, and the epoch.
    pub(crate) fn boards(&self) -> Result<Vec<Board>, Failure> {
        let answer = http::once(self.address, "GET", "/v1/boards?limit=1000", "")?;
        let answer: Value = serde_json::from_str(&answer).map_err(Failure::failed)?;
        let read = |board: &Value| {
            let (epoch, version) = board["cursor"].as_str()?.split_once('.')?;
            let name = board["board"].as_str()?.to_owned();
            Some(Board { name, epoch: epoch.to_owned(), version: version.parse().ok()? })
        };
        let boards = answer["boards"].as_array().into_iter().flatten().map(read).collect::<Option<_>>();
        boards.ok_or_else(|| Failure::failed(format!("GET /v1/boards was answered {answer}")))
    }

    /// The entries of all boards so far, one a version.
    pub(crate) fn entries(&self) -> Result<u64, Failure> {
        Ok(self.boards()?.iter().map(|board| board.version).sum())
    }

    /// SIGTERM, and its end.
    pub(crate) fn end(mut self) -> Result<(), Failure> {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).map_err(Failure::failed)?;
        let begun = Instant::now();
        while begun.elapsed() < WITHIN {
            if let Some(status) = self.child.try_wait().map_err(Failure::failed)? {
                return if status.success() {
                    Ok(())
                } else {
                    Err(Failure::failed(format!("the server ended with {status}")))
                };
            }
            std::thread::sleep(LOOKS_EVERY);
        }
        Err(Failure::failed("the server did not end on SIGTERM"))
    }

    /// SIGKILL, as a crash would.
    pub(crate) fn kill(mut self) -> Result<(), Failure> {
        self.child.kill().and_then(|()| self.child.wait()).map(drop).map_err(Failure::failed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// How far a board is.
pub(crate) struct Board {
    pub(crate) name: String,
    pub(crate) epoch: String,
    pub(crate) version: u64,
}

/// Its diagnostics, line by line; they are read to their end, whoever listens.
fn listen(child: &mut Child) -> Receiver<String> {
    let (sender, said) = channel();
    if let Some(stderr) = child.stderr.take() {
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let _heard = sender.send(line);
            }
        });
    }
    said
}

fn address_of(said: &Receiver<String>) -> Result<SocketAddr, Failure> {
    let (begun, mut before) = (Instant::now(), Vec::new());
    loop {
        match said.recv_timeout(WITHIN.saturating_sub(begun.elapsed())) {
            Ok(line) => {
                if let Some(address) = line.split_once(LISTENS).and_then(|(_, address)| address.parse().ok())
                {
                    return Ok(address);
                }
                before.push(line);
            }
            Err(RecvTimeoutError::Timeout) => {
                return Err(Failure::failed(format!("the server was not there after {WITHIN:?}")));
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Failure::failed(format!("the server did not start: {}", before.join("; "))));
            }
        }
    }
}
