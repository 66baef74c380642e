//! Terminals that count: each comes back with a cursor and holds the version of every entry against the one before.
//! All are on one thread, over WebSocket frames read by hand, because five thousand of them share the machine with
//! the server. They play nothing.

use super::cpu::Cpu;
use super::frames::{CLOSE, PING, TEXT, frame, kind, pong, version};
use super::times::Times;
use crate::Failure;
use futures_util::future::join_all;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Poll, ready};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWriteExt, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

/// What all of them read into, one at a time.
const SCRATCH: usize = 512 << 10;
/// What one may keep until the rest of a frame has come.
const REST_MAX: usize = 256 << 10;
/// Who comes back, and with what.
#[derive(Clone)]
pub(crate) struct Return {
    pub(crate) address: SocketAddr,
    pub(crate) board: String,
    pub(crate) epoch: String,
    /// The last entry that each has.
    pub(crate) seen: u64,
    /// Entries after it that are there.
    pub(crate) missed: u64,
    pub(crate) terminals: usize,
}

/// What has become of all of them; the times count from the first connect on.
#[derive(Debug)]
pub(crate) enum Event {
    /// Each has a WebSocket.
    Connected(Duration),
    /// Each has what it missed.
    Back(Duration),
    /// Each has one entry more.
    Live,
    /// One got something else than what was due.
    Wrong(String),
}

/// All of them.
pub(crate) struct Terminals {
    pub(crate) events: Receiver<Event>,
    over: oneshot::Sender<()>,
    thread: JoinHandle<Result<Tally, Failure>>,
}

/// What they counted.
pub(crate) struct Tally {
    /// Those that got exactly what they missed, and then one entry more.
    pub(crate) exact: u64,
    /// When each had what it missed, from the first connect on.
    pub(crate) back: Times,
    pub(crate) bytes: u64,
    /// Of all terminals.
    pub(crate) cpu: Cpu,
}

impl Terminals {
    /// All connect at once.
    pub(crate) fn come_back(comes: Return) -> Self {
        let (sender, events) = channel();
        let (over, ends) = oneshot::channel();
        let thread = std::thread::spawn(move || run(&comes, sender, ends));
        Self { events, over, thread }
    }

    /// Ends their connections.
    pub(crate) fn end(self) -> Result<Tally, Failure> {
        drop(self.over);
        self.thread.join().map_err(|_| Failure::failed("the terminals failed"))?
    }
}

struct Shared<'a> {
    comes: &'a Return,
    begun: Instant,
    scratch: RefCell<Vec<u8>>,
    events: Sender<Event>,
    connected: Cell<usize>,
    live: Cell<usize>,
    back: RefCell<Times>,
    bytes: Cell<u64>,
}

fn run(comes: &Return, events: Sender<Event>, ends: oneshot::Receiver<()>) -> Result<Tally, Failure> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    let shared = Shared {
        comes,
        begun: Instant::now(),
        scratch: RefCell::new(vec![0; SCRATCH]),
        events,
        connected: Cell::default(),
        live: Cell::default(),
        back: RefCell::default(),
        bytes: Cell::default(),
    };
    runtime.block_on(async {
        let all = (0..comes.terminals).map(async |_| {
            if let Err(sentence) = terminal(&shared).await {
                // Nobody may be waiting any more.
                let _told = shared.events.send(Event::Wrong(sentence));
            }
        });
        tokio::select! {
            _ = join_all(all) => {}
            _ = ends => {}
        }
    });
    let cpu = Cpu::of_this_thread()?;
    let Shared { live, back, bytes, .. } = shared;
    Ok(Tally { exact: live.get() as u64, back: back.take(), bytes: bytes.get(), cpu })
}

/// One terminal, until its connection ends; that is always too early.
async fn terminal(shared: &Shared<'_>) -> Result<(), String> {
    let Return { address, board, epoch, seen, missed, .. } = shared.comes;
    let said = |error: std::io::Error| format!("a terminal's connection: {error}");
    let mut stream = TcpStream::connect(*address).await.map_err(said)?;
    let request = format!(
        "GET /v1/ws?board={board}&terminal=web&last_seen={epoch}.{seen} HTTP/1.1\r\nhost: localhost\r\n\
         connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
         sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.map_err(said)?;
    let mut count = Count::new(*seen, *missed);
    let (mut rest, mut upgraded) = (Vec::new(), false);
    loop {
        let mut pongs = Vec::new();
        let (before, was_upgraded) = (count.state(), upgraded);
        poll_fn(|context| {
            let scratch = &mut *shared.scratch.borrow_mut();
            let kept = rest.len();
            let mut into = ReadBuf::new(&mut scratch[kept..]);
            ready!(Pin::new(&mut stream).poll_read(context, &mut into)).map_err(said)?;
            let read = into.filled().len();
            if read == 0 {
                return Poll::Ready(Err("a terminal's connection ended".to_owned()));
            }
            shared.bytes.set(shared.bytes.get() + read as u64);
            scratch[..kept].copy_from_slice(&rest);
            let mut bytes = &scratch[..kept + read];
            if !upgraded && let Some(end) = memchr::memmem::find(bytes, b"\r\n\r\n") {
                if !bytes.starts_with(b"HTTP/1.1 101 ") {
                    return Poll::Ready(Err(String::from_utf8_lossy(bytes).into_owned()));
                }
                bytes = &bytes[end + 4..];
                upgraded = true;
            }
            while upgraded && let Some(frame) = frame(bytes) {
                bytes = &bytes[frame.bytes..];
                match frame.opcode {
                    TEXT => count.hear(frame.payload)?,
                    PING => pongs.push(pong(frame.payload)),
                    CLOSE => return Poll::Ready(Err("a terminal was sent away".to_owned())),
                    _ => {}
                }
            }
            if bytes.len() > REST_MAX {
                return Poll::Ready(Err("a frame is longer than any entry".to_owned()));
            }
            rest = bytes.to_vec();
            Poll::Ready(Ok(()))
        })
        .await?;
        for pong in pongs {
            stream.write_all(&pong).await.map_err(said)?;
        }
        shared.note(upgraded && !was_upgraded, before, count.state());
    }
}

impl Shared<'_> {
    /// Counts a terminal where it has come a step further, and tells when it was the last one.
    fn note(&self, connected: bool, before: State, now: State) {
        let (all, after) = (self.comes.terminals, self.begun.elapsed());
        let tell = |event| {
            // Nobody may be waiting any more.
            let _told = self.events.send(event);
        };
        if connected {
            self.connected.set(self.connected.get() + 1);
            if self.connected.get() == all {
                tell(Event::Connected(after));
            }
        }
        if before == State::Behind && now != State::Behind {
            let mut back = self.back.borrow_mut();
            back.add(after);
            if back.count() == all as u64 {
                tell(Event::Back(after));
            }
        }
        if before != State::Live && now == State::Live {
            self.live.set(self.live.get() + 1);
            if self.live.get() == all {
                tell(Event::Live);
            }
        }
    }
}

/// Where a terminal stands.
#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    Behind,
    /// It has exactly what it missed.
    Back,
    /// It has exactly one entry more.
    Live,
}

/// The versions that a terminal gets.
struct Count {
    newest: u64,
    head: u64,
}

impl Count {
    fn new(seen: u64, missed: u64) -> Self {
        Self { newest: seen, head: seen + missed }
    }

    fn state(&self) -> State {
        match self.newest {
            newest if newest < self.head => State::Behind,
            newest if newest == self.head => State::Back,
            _ => State::Live,
        }
    }

    /// A text frame; an error where it is not what is due. The server writes `type` first and `cursor` once.
    fn hear(&mut self, text: &[u8]) -> Result<(), String> {
        let wrong = |newest: u64| {
            let text = String::from_utf8_lossy(&text[..text.len().min(300)]);
            Err(format!("after version {newest}, up to {}, a terminal got {text}", self.head + 1))
        };
        match kind(text) {
            b"put" | b"delete" | b"policy" => {
                if version(text) != Some(self.newest + 1) || self.newest > self.head {
                    return wrong(self.newest);
                }
                self.newest += 1;
            }
            b"bookmark" if version(text) != Some(self.newest) => return wrong(self.newest),
            b"subscribed" if memchr::memmem::find(text, br#""incremental""#).is_none() => {
                return wrong(self.newest);
            }
            b"reset" | b"snapshot" | b"error" | b"bye" => return wrong(self.newest),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(version: u64) -> Vec<u8> {
        format!(r#"{{"type":"put","board":"b","cursor":"e1234567.{version}","version":{version}}}"#)
            .into_bytes()
    }

    #[test]
    fn a_terminal_takes_each_version_once_and_in_order() {
        let mut count = Count::new(5, 2);
        count.hear(br#"{"type":"subscribed","board":"b","head":"e.7","resume":"incremental"}"#).unwrap();
        assert_eq!(count.state(), State::Behind);
        count.hear(&put(6)).unwrap();
        for wrong in [put(6), put(8), put(5)] {
            assert!(count.hear(&wrong).is_err());
        }
        count.hear(&put(7)).unwrap();
        assert_eq!(count.state(), State::Back);
        count.hear(br#"{"type":"bookmark","board":"b","cursor":"e.7","at":1}"#).unwrap();
        count.hear(&put(8)).unwrap();
        assert_eq!(count.state(), State::Live);
        assert!(count.hear(&put(9)).is_err(), "only one was published");
    }

    #[test]
    fn what_begins_anew_or_jumps_is_wrong() {
        for wrong in [
            &br#"{"type":"subscribed","board":"b","head":"e.7","resume":"reset"}"#[..],
            br#"{"type":"reset","board":"b","reason":"lagged"}"#,
            br#"{"type":"snapshot","board":"b","cursor":"e.7"}"#,
            br#"{"type":"bookmark","board":"b","cursor":"e.7","at":1}"#,
            br#"{"type":"put","board":"b"}"#,
        ] {
            assert!(Count::new(5, 2).hear(wrong).is_err(), "{}", String::from_utf8_lossy(wrong));
        }
    }
}
