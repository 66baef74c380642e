//! A terminal at work: it follows one board over WebSocket or SSE from where it stood, and notes what it sees. It
//! judges nothing.

use crate::history::{Reading, Sight};
use crate::publisher::agent;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio_tungstenite::tungstenite::{self, Message, WebSocket};

/// A terminal that hears nothing for so long has been forgotten: bookmarks come more often.
const LIMIT: Duration = Duration::from_secs(60);
/// What there is to be read comes at once.
const READ_LIMIT: Duration = Duration::from_secs(10);

/// How it is connected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Transport {
    /// WebSocket.
    Ws,
    /// Server-Sent Events.
    Sse,
}

/// One terminal over all runs of a series.
pub struct Terminal {
    /// What it is called in what is found.
    pub name: String,
    /// The board it follows.
    pub board: &'static str,
    transport: Transport,
    /// The last cursor it was given.
    cursor: Mutex<Option<String>>,
    /// The version of it; 0: none.
    at: AtomicU64,
    /// What it saw since it was last asked.
    sights: Mutex<Vec<Sight>>,
}

impl Terminal {
    /// One that has nothing yet.
    pub fn new(name: String, board: &'static str, transport: Transport) -> Self {
        Self {
            name,
            board,
            transport,
            cursor: Mutex::default(),
            at: AtomicU64::new(0),
            sights: Mutex::default(),
        }
    }

    /// How far it is.
    pub fn at(&self) -> u64 {
        self.at.load(Ordering::SeqCst)
    }

    /// What it saw, taken away.
    pub fn sights(&self) -> Vec<Sight> {
        std::mem::take(&mut *lock(&self.sights))
    }

    /// Follows until the server is gone.
    pub fn follow(&self, address: SocketAddr) {
        let last_seen = lock(&self.cursor).clone();
        let version = last_seen.as_deref().and_then(version);
        lock(&self.sights).push(Sight::Resumed(version));
        let last_seen = last_seen.unwrap_or_default();
        match self.transport {
            Transport::Ws => {
                let Some(mut feed) = Feed::connect(address, self.board, &last_seen, LIMIT) else { return };
                while let Some(text) = feed.frame() {
                    self.see(&text);
                }
            }
            Transport::Sse => {
                let url = format!("http://{address}/v1/sse?board={}&terminal=feed", self.board);
                let mut request = streaming().get(url);
                if !last_seen.is_empty() {
                    request = request.header("last-event-id", &last_seen);
                }
                let Ok(response) = request.call() else { return };
                let (mut id, mut event) = (None, None);
                for line in BufReader::new(response.into_body().into_reader()).lines().map_while(Result::ok) {
                    if let Some(data) = line.strip_prefix("data: ") {
                        event = Some(data.to_owned());
                    } else if let Some(text) = line.strip_prefix("id: ") {
                        id = Some(text.to_owned());
                    } else if line.is_empty() {
                        // An event counts with the empty line that ends it, and so does its id.
                        event.take().into_iter().for_each(|data| self.see(&data));
                        id.take().into_iter().for_each(|id| self.keep(&id));
                    }
                }
            }
        }
    }

    fn see(&self, text: &str) {
        let frame: Value = serde_json::from_str(text).unwrap_or_default();
        let cursor = frame["cursor"].as_str();
        let sight = match (frame["type"].as_str(), cursor.and_then(version)) {
            (Some("put" | "delete" | "policy"), Some(version)) => Sight::Entry(version, text.to_owned()),
            (Some("bookmark"), Some(version)) => Sight::Bookmark(version),
            (Some("reset"), _) => Sight::Reset(frame["reason"].to_string()),
            _ => return,
        };
        lock(&self.sights).push(sight);
        if let Some(cursor) = cursor {
            self.at.store(version(cursor).unwrap_or(0), Ordering::SeqCst);
            // An EventSource keeps the ids of events, whatever is in them.
            if self.transport == Transport::Ws {
                self.keep(cursor);
            }
        }
    }

    fn keep(&self, cursor: &str) {
        *lock(&self.cursor) = Some(cursor.to_owned());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The version of a cursor.
pub fn version(cursor: &str) -> Option<u64> {
    cursor.split_once('.').and_then(|(_, version)| version.parse().ok())
}

/// A client whose answers have no end.
fn streaming() -> ureq::Agent {
    ureq::Agent::config_builder().proxy(None).timeout_recv_body(Some(LIMIT)).build().into()
}

/// A connection that gets every entry of a board.
pub struct Feed {
    socket: WebSocket<TcpStream>,
}

impl Feed {
    /// Connects from a cursor on; `None`: the server is gone.
    pub fn connect(address: SocketAddr, board: &str, last_seen: &str, limit: Duration) -> Option<Self> {
        let stream = TcpStream::connect(address).ok()?;
        stream.set_read_timeout(Some(limit)).ok()?;
        let url = format!("ws://{address}/v1/ws?board={board}&terminal=feed&last_seen={last_seen}");
        let (socket, _) = tungstenite::client(url, stream).ok()?;
        Some(Self { socket })
    }

    /// The next frame; `None`: the server is gone.
    pub fn frame(&mut self) -> Option<String> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return Some(text.as_str().to_owned()),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }
}

/// All that a board has: its entries from the oldest kept on, and its active notices.
pub fn read(address: SocketAddr, board: &str) -> Option<Reading> {
    let notices = agent().get(format!("http://{address}/v1/boards/{board}/notices?limit=1000")).call();
    let mut notices: Value = notices.ok()?.body_mut().read_json().ok()?;
    let active = match notices["notices"].take() {
        Value::Array(active) => active,
        _ => Vec::new(),
    };
    // A cursor that cannot be one is told where the board begins.
    let mut feed = Feed::connect(address, board, "none", READ_LIMIT)?;
    let (mut reading, mut at) = (Reading { active, ..Reading::default() }, None);
    loop {
        let text = feed.frame()?;
        let frame: Value = serde_json::from_str(&text).ok()?;
        match frame["type"].as_str()? {
            "subscribed" => reading.head = version(frame["head"].as_str()?)?,
            "bookmark" => at = version(frame["cursor"].as_str()?),
            "put" | "delete" | "policy" => {
                at = version(frame["cursor"].as_str()?);
                reading.entries.push((at?, text));
            }
            _ => {}
        }
        if at.is_some_and(|at| at >= reading.head) {
            return Some(reading);
        }
    }
}
