//! The program as a process: started on a folder, waited for by what it says, ended by its id. It is killed when
//! its test ends, however that is.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tokio_tungstenite::tungstenite::{self, Message, WebSocket};

/// Far longer than anything here takes.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

/// The binary under test.
pub(crate) fn marquee() -> Command {
    Command::new(env!("CARGO_BIN_EXE_marquee"))
}

/// A running server.
pub(crate) struct Process {
    child: Child,
    said: Receiver<String>,
    pub(crate) address: SocketAddr,
}

impl Process {
    /// Starts it on a folder and waits until it listens.
    pub(crate) fn start(data: &Path, listen: &str, environment: &[(&str, &str)]) -> Self {
        let mut command = marquee();
        command.args(["serve", "--listen", listen, "--data"]).arg(data).envs(environment.iter().copied());
        Self::spawn(command)
    }

    /// Starts it by a command of one's own, and waits until it listens.
    pub(crate) fn spawn(mut command: Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let stderr = child.stderr.take().unwrap();
        let (sender, said) = channel();
        let mut noted = marquee_leaks::said();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if let Some(noted) = &mut noted {
                    writeln!(noted, "{line}").unwrap();
                }
                // Nobody may be listening any more; the pipe is read all the same.
                let _heard = sender.send(line);
            }
        });
        let mut process = Self { child, said, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let line = process.says("listening on http://");
        let (_, address) = line.split_once("listening on http://").unwrap();
        process.address = address.parse().unwrap();
        process
    }

    /// The next line that it says with this in it.
    pub(crate) fn says(&self, words: &str) -> String {
        let (begun, mut before) = (Instant::now(), Vec::new());
        while let Ok(line) = self.said.recv_timeout(LIMIT.saturating_sub(begun.elapsed())) {
            if line.contains(words) {
                return line;
            }
            before.push(line);
        }
        panic!("it never said {words:?}, but {before:#?}");
    }

    /// Ends it as a power cut of the process would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Its id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGTERM.
    pub(crate) fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(told.unwrap().success());
    }

    /// How it ended.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        let begun = Instant::now();
        while begun.elapsed() < LIMIT {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            std::thread::yield_now();
        }
        panic!("it is still running");
    }

    /// Publishes one notice; `None`: it was not answered.
    pub(crate) fn publish(&self, notice: &Value) -> Option<(u16, Value)> {
        publish(self.address, notice)
    }

    /// What it holds in memory, in KiB.
    pub(crate) fn resident_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap()
    }

    /// A feed of a board from a cursor.
    pub(crate) fn feed(&self, board: &str, last_seen: &str) -> Option<Feed> {
        Feed::connect(self.address, board, last_seen)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// Publishes one notice; `None`: it was not answered.
pub(crate) fn publish(address: SocketAddr, notice: &Value) -> Option<(u16, Value)> {
    let (status, answer) = post(&agent(), address, "/v1/notify", &notice.to_string())?;
    Some((status, serde_json::from_str(&answer).ok()?))
}

/// A client that keeps its connection and takes every status for an answer.
pub(crate) fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(LIMIT))
        .http_status_as_error(false)
        .proxy(None)
        .build();
    config.into()
}

/// Posts JSON; `None`: it was not answered.
pub(crate) fn post(
    agent: &ureq::Agent,
    address: SocketAddr,
    path: &str,
    body: &str,
) -> Option<(u16, String)> {
    let request = agent.post(format!("http://{address}{path}")).content_type("application/json");
    let mut response = request.send(body).ok()?;
    let status = response.status().as_u16();
    Some((status, response.body_mut().read_to_string().ok()?))
}

/// A notice with its id as its text.
pub(crate) fn notice(board: &str, id: &str) -> Value {
    json!({"board": board, "id": id, "text": id})
}

/// A terminal that gets every entry.
pub(crate) struct Feed {
    socket: WebSocket<TcpStream>,
}

impl Feed {
    pub(crate) fn connect(address: SocketAddr, board: &str, last_seen: &str) -> Option<Self> {
        let stream = TcpStream::connect(address).ok()?;
        stream.set_read_timeout(Some(LIMIT)).ok()?;
        let url = format!("ws://{address}/v1/ws?board={board}&terminal=feed&last_seen={last_seen}");
        let (socket, _) = tungstenite::client(url, stream).ok()?;
        Some(Self { socket })
    }

    /// The next frame; `None`: the server is gone.
    pub(crate) fn next(&mut self) -> Option<Value> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return serde_json::from_str(&text).ok(),
                Ok(Message::Ping(_) | Message::Pong(_)) => {}
                Ok(other) => panic!("a frame was due, not {other:?}"),
                Err(_) => return None,
            }
        }
    }
}
