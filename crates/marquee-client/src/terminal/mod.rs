//! A terminal in Rust: it follows one board over WebSocket and stays connected. It comes back after every end, from where it
//! was; it draws nothing.
//!
//! | module | holds |
//! |---|---|
//! | `session`, `heard` | the machine: what happened in, what to do out; no I/O, no clock |
//! | `words` | the words between the machine and who drives it |
//! | `backoff`, `clock` | when it comes back; the server's time |
//! | `follow`, `playhead` | the board's replica and cursor; a copy of it, advanced to be drawn |
//! | `frame`, `request` | what a server says, and what is said to it, as JSON |
//! | `shell`, `socket` | the WebSocket, the timer and the dice around the machine |

mod backoff;
mod clock;
mod follow;
mod frame;
mod heard;
mod playhead;
mod request;
mod session;
mod shell;
mod socket;
mod words;

#[cfg(test)]
mod tests;

pub use follow::Kind;
pub use frame::{Play, Show, color};
pub use request::{Outcome, Shown};
pub use words::{Connected, Told, Who};

use crate::Bearer;
use marquee_core::{Cursor, Timeline};
use playhead::Playhead;
use session::Session;
use shell::Ticks;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc::{Receiver, Sender};

/// How many tellings may wait for the holder; then the terminal reads no further, which costs its cursor and nothing else.
const TOLD_MAX: usize = 1_024;
/// How many reports may wait to be taken; beyond it the newest is dropped.
const REPORTS_MAX: usize = 1_024;

/// Who knows a token, and is asked before each connection and while the token ends. `None`: for a server without keys.
pub type TokenSource = Arc<dyn Fn() -> Result<Option<Bearer>, String> + Send + Sync>;

/// Why a terminal cannot even begin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConnectError {
    /// What is wrong, and what would be right.
    pub detail: String,
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for ConnectError {}

/// How a terminal stands at a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// How it is connected.
    pub connected: Connected,
    /// The last entry that it has.
    pub cursor: Option<Cursor>,
    /// How many entries it is known to miss.
    pub behind: Option<u64>,
    /// The server's clock, ms.
    pub server_time: u64,
    /// The server's clock minus this one's, ms.
    pub offset_ms: i64,
    /// How long it waits before it tries again, while it is offline, ms.
    pub retry_in_ms: Option<u64>,
}

/// A terminal that is kept connected until it is dropped.
pub struct Terminal {
    session: Arc<Mutex<Session>>,
    ticks: Ticks,
    playhead: Playhead,
    told: Receiver<Told>,
    reports: Sender<Shown>,
}

impl Terminal {
    /// Begins to follow a board of the server with that base address, `http://127.0.0.1:8080` or `https://…`. It returns at
    /// once: a server that is not there is tried again and told of.
    pub fn connect(server: &str, who: Who, token: TokenSource) -> Result<Self, ConnectError> {
        let url = socket::address(server).map_err(|detail| ConnectError { detail })?;
        let session = Arc::new(Mutex::new(Session::new(who)));
        let ticks = Ticks::begin();
        let (tell, told) = tokio::sync::mpsc::channel(TOLD_MAX);
        let (reports, taken) = tokio::sync::mpsc::channel(REPORTS_MAX);
        let shell = shell::Shell::new(session.clone(), ticks, url, token, tell);
        shell
            .spawn(taken)
            .map_err(|error| ConnectError { detail: format!("a thread to connect from: {error}") })?;
        Ok(Self { session, ticks, playhead: Playhead::default(), told, reports })
    }

    /// What happens next; `None`: it is over. It may be given up at any time and asked again.
    pub async fn told(&mut self) -> Option<Told> {
        self.told.recv().await
    }

    /// What has happened already, without waiting.
    pub fn told_already(&mut self) -> Option<Told> {
        self.told.try_recv().ok()
    }

    /// How it stands.
    pub fn look(&self) -> Look {
        let now = self.ticks.now();
        let session = lock(&self.session);
        Look {
            connected: session.connected(),
            cursor: session.follow().cursor().cloned(),
            behind: session.follow().behind(),
            server_time: session.clock().server_time(now),
            offset_ms: session.clock().offset_ms(now),
            retry_in_ms: session.waits_until().map(|until| until.saturating_sub(now)),
        }
    }

    /// The play at a time of the server, ms; `None` while nothing is known of the board.
    pub fn play(&mut self, at: u64) -> Option<&Timeline> {
        self.playhead.at(&lock(&self.session), at)
    }

    /// Tells the server what was on the glass, now or when it is there again. A terminal without a name tells nothing.
    pub fn report(&self, shown: Shown) {
        // One that finds no room is as good as one that was lost on its way: it is an observation.
        let _taken = self.reports.try_send(shown);
    }
}

fn lock(session: &Mutex<Session>) -> MutexGuard<'_, Session> {
    session.lock().unwrap_or_else(PoisonError::into_inner)
}
