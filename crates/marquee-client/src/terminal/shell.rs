//! The thin shell around the machine: the WebSocket, the timer, the clock and the dice, on a thread of its own so that who draws
//! never holds up a heartbeat. It decides nothing.

use super::backoff::NO_CODE;
use super::frame::read;
use super::request::{Request, Shown};
use super::session::Session;
use super::socket::{Refused, Socket, open, with_query};
use super::words::{Action, Event, Told};
use super::{TokenSource, lock};
use crate::Bearer;
use futures_util::{SinkExt, StreamExt};
use std::future::{Future, pending};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::task::{JoinError, JoinHandle};
use tokio_tungstenite::tungstenite::Message;

/// How long one message may take to be sent: a server that does not read is gone.
const SEND_MAX: Duration = Duration::from_secs(10);

/// A clock that never goes back, near wall time, ms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ticks {
    wall_ms: u64,
    begun: Instant,
}

impl Ticks {
    pub(super) fn begin() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { wall_ms: ms(wall), begun: Instant::now() }
    }

    pub(super) fn now(self) -> u64 {
        self.wall_ms + ms(self.begun.elapsed())
    }
}

fn ms(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

type Opening = Pin<Box<dyn Future<Output = Result<Socket, Refused>> + Send>>;
type Fetching = JoinHandle<Result<Option<Bearer>, String>>;

pub(super) struct Shell {
    session: Arc<Mutex<Session>>,
    ticks: Ticks,
    url: String,
    token: TokenSource,
    tell: Sender<Told>,
    fetching: Option<Fetching>,
    opening: Option<Opening>,
    socket: Option<Socket>,
}

/// Whether it goes on.
#[derive(PartialEq, Eq)]
enum Course {
    On,
    Over,
}

impl Shell {
    pub(super) fn new(
        session: Arc<Mutex<Session>>,
        ticks: Ticks,
        url: String,
        token: TokenSource,
        tell: Sender<Told>,
    ) -> Self {
        Self { session, ticks, url, token, tell, fetching: None, opening: None, socket: None }
    }

    /// Runs it until the holder of the terminal lets go.
    pub(super) fn spawn(self, reports: Receiver<Shown>) -> std::io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::Builder::new().name("terminal".to_owned()).spawn(move || {
            runtime.block_on(self.run(reports));
            // A source of tokens that never answers does not keep the thread.
            runtime.shutdown_background();
        })?;
        Ok(())
    }

    async fn run(mut self, mut reports: Receiver<Shown>) {
        let mut event = Event::Start;
        while self.feed(event).await == Course::On {
            let deadline = lock(&self.session).deadline();
            event = tokio::select! {
                report = reports.recv() => report.map_or(Event::Stop, Event::Report),
                () = self.tell.closed() => Event::Stop,
                found = of(&mut self.fetching) => {
                    self.fetching = None;
                    token(found)
                }
                opened = of(&mut self.opening) => {
                    self.opening = None;
                    match opened {
                        Ok(socket) => {
                            self.socket = Some(socket);
                            Event::Opened
                        }
                        Err(Refused { status, detail, retry_after_ms }) => {
                            Event::Refused { status, detail, retry_after_ms }
                        }
                    }
                }
                event = heard(&mut self.socket) => event,
                () = until(deadline, self.ticks) => Event::Tick,
            };
        }
    }

    async fn feed(&mut self, event: Event) -> Course {
        let mut course = if matches!(event, Event::Stop) { Course::Over } else { Course::On };
        if matches!(event, Event::Closed(_)) {
            self.socket = None;
        }
        let mut next = Some(event);
        while let Some(event) = next.take() {
            let actions = lock(&self.session).handle(event, self.ticks.now(), fastrand::u32(..));
            for action in actions {
                match action {
                    Action::FetchToken => {
                        let source = self.token.clone();
                        self.fetching = Some(tokio::task::spawn_blocking(move || source()));
                    }
                    Action::Open { query, token } => {
                        self.opening = Some(Box::pin(open(with_query(&self.url, &query), token)));
                    }
                    Action::Send(request) => {
                        if !self.send(&request).await {
                            next = Some(Event::Closed(NO_CODE));
                        }
                    }
                    Action::Drop => {
                        self.opening = None;
                        self.socket = None;
                    }
                    Action::Tell(told) => {
                        if self.tell.send(told).await.is_err() {
                            course = Course::Over;
                        }
                    }
                }
            }
        }
        course
    }

    /// Sends a request; whether it could be.
    async fn send(&mut self, request: &Request) -> bool {
        let Some(socket) = &mut self.socket else { return true };
        let Ok(text) = serde_json::to_string(request) else { return true };
        let sent = tokio::time::timeout(SEND_MAX, socket.send(Message::text(text))).await;
        let sent = matches!(sent, Ok(Ok(())));
        if !sent {
            self.socket = None;
        }
        sent
    }
}

/// What comes of it, once it is there.
async fn of<T, F: Future<Output = T> + Unpin>(slot: &mut Option<F>) -> T {
    match slot {
        Some(future) => future.await,
        None => pending().await,
    }
}

fn token(found: Result<Result<Option<Bearer>, String>, JoinError>) -> Event {
    Event::Token(found.unwrap_or_else(|_| Err("looking for a token failed".to_owned())))
}

async fn until(deadline: Option<u64>, ticks: Ticks) {
    match deadline {
        Some(deadline) => {
            tokio::time::sleep(Duration::from_millis(deadline.saturating_sub(ticks.now()))).await;
        }
        None => pending().await,
    }
}

async fn heard(socket: &mut Option<Socket>) -> Event {
    let Some(socket) = socket else { return pending().await };
    match socket.next().await {
        Some(Ok(Message::Text(text))) => Event::Message(read(text.as_str())),
        Some(Ok(Message::Close(close))) => {
            Event::Closed(close.map_or(NO_CODE, |close| u16::from(close.code)))
        }
        // A ping is answered by the crate. Another form is not spoken here: a sign of life, and nothing more.
        Some(Ok(_)) => Event::Alive,
        Some(Err(_)) | None => Event::Closed(NO_CODE),
    }
}
