//! The process of a crowd: one loop over all sockets and the orders that come on stdin. It does as little for a delivery as
//! counting it takes, because it shares the machine with what is measured.

use super::super::frames::pong;
use super::super::lines::{number, say, say_wrong, word};
use super::super::pinned::now_ns;
use super::super::times::Times;
use super::words::{Form, Word, Words};
use crate::Failure;
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::fd::OwnedFd;
use std::time::Duration;

/// What all of them read into, one at a time, behind what one has kept.
const SCRATCH: usize = 2 << 20;
/// Terminals that may be on their way in at once.
const AT_ONCE: usize = 64;
/// Events that are taken at once.
const EVENTS: usize = 512;
/// Where orders come from, among the sockets.
const ORDERS: u64 = u64::MAX;
/// Before the moment at which an entry was sent, in its text, as 16 hexadecimal digits of ns.
pub(crate) const SENT_AT: &[u8] = b"sent at ";
/// Of a curve.
const PERCENTS: [f64; 18] = [
    1.0, 5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 95.0, 98.0, 99.0, 99.5, 99.8, 99.9, 99.99,
];

/// Does what it is told until nobody tells it anything.
pub(crate) fn run() -> Result<(), Failure> {
    let done = orders();
    if let Err(failure) = &done {
        say_wrong(failure)?;
    }
    done
}

fn orders() -> Result<(), Failure> {
    let mut orders = Orders::default();
    let Some(come) = orders.wait()? else { return Ok(()) };
    let mut crowd = Crowd::of(&come)?;
    say(&json!({"ok": true}))?;
    crowd.run(orders)
}

/// Lines from stdin, however they come.
#[derive(Default)]
struct Orders {
    rest: Vec<u8>,
    lines: VecDeque<Value>,
    over: bool,
}

impl Orders {
    /// Reads what there is, at least something.
    fn read(&mut self) -> Result<(), Failure> {
        let mut buffer = [0; 64 << 10];
        let read = std::io::stdin().read(&mut buffer).map_err(Failure::failed)?;
        self.over |= read == 0;
        self.rest.extend_from_slice(&buffer[..read]);
        while let Some(end) = memchr::memchr(b'\n', &self.rest) {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            self.lines.push_back(serde_json::from_slice(&line).map_err(Failure::failed)?);
        }
        Ok(())
    }

    fn wait(&mut self) -> Result<Option<Value>, Failure> {
        while self.lines.is_empty() && !self.over {
            self.read()?;
        }
        Ok(self.lines.pop_front())
    }
}

struct Terminal {
    stream: TcpStream,
    words: Words,
    /// Which of the boards.
    board: usize,
    begun_ns: u64,
    /// The last version; absent until it has everything.
    stands: Option<u64>,
    /// Entries of those that are expected.
    got: usize,
    stalled: bool,
}

struct Crowd {
    address: SocketAddr,
    boards: Vec<String>,
    kind: String,
    tokens: Vec<String>,
    form: Form,
    counts: bool,
    epoll: OwnedFd,
    terminals: Vec<Terminal>,
    scratch: Vec<u8>,
    /// Terminals that have everything.
    there: usize,
    /// Entries that each is to get, and those that all have got of them.
    expected: usize,
    got: usize,
    /// When each of them came.
    came_ns: Vec<u64>,
    times: Times,
    /// Of bursts that are counted apart.
    apart: Times,
    whole: Times,
    handshakes: Times,
    watches: bool,
    sample: Vec<u8>,
}

impl Crowd {
    fn of(come: &Value) -> Result<Self, Failure> {
        let address = word(come, "address")?.parse().map_err(Failure::failed)?;
        let boards = come["boards"].as_array().into_iter().flatten();
        let epoll = epoll::create(CreateFlags::CLOEXEC).map_err(Failure::failed)?;
        epoll::add(&epoll, std::io::stdin(), EventData::new_u64(ORDERS), EventFlags::IN)
            .map_err(Failure::failed)?;
        Ok(Self {
            address,
            boards: boards.filter_map(|board| board.as_str().map(str::to_owned)).collect(),
            kind: word(come, "kind")?.to_owned(),
            tokens: come["tokens"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|token| token.as_str().map(str::to_owned))
                .collect(),
            form: Form::of(word(come, "form")?).ok_or_else(|| Failure::usage("no such form"))?,
            counts: come["counts"].as_bool().unwrap_or(true),
            epoll,
            terminals: Vec::new(),
            scratch: vec![0; SCRATCH],
            there: 0,
            expected: 0,
            got: 0,
            came_ns: Vec::new(),
            times: Times::default(),
            apart: Times::default(),
            whole: Times::default(),
            handshakes: Times::default(),
            watches: false,
            sample: Vec::new(),
        })
    }

    fn run(&mut self, mut orders: Orders) -> Result<(), Failure> {
        loop {
            while let Some(order) = orders.lines.pop_front() {
                self.obey(&order)?;
            }
            if orders.over {
                return Ok(());
            }
            if self.turn()? {
                orders.read()?;
            }
        }
    }

    /// Hears whoever has something; whether there are orders.
    fn turn(&mut self) -> Result<bool, Failure> {
        let mut events = Vec::with_capacity(EVENTS);
        epoll::wait(&self.epoll, rustix::buffer::spare_capacity(&mut events), None)
            .map_err(Failure::failed)?;
        let mut ordered = false;
        for Event { data, .. } in events {
            match data.u64() {
                ORDERS => ordered = true,
                number => self.hear(usize::try_from(number).unwrap_or(usize::MAX))?,
            }
        }
        Ok(ordered)
    }

    fn obey(&mut self, order: &Value) -> Result<(), Failure> {
        let answer = match word(order, "do")? {
            "connect" => self.connect(usize::try_from(number(order, "count")?).map_err(Failure::failed)?)?,
            "expect" => {
                self.expected = usize::try_from(number(order, "entries")?).map_err(Failure::failed)?;
                (self.got, self.came_ns) = (0, Vec::new());
                self.came_ns.reserve(self.due());
                for terminal in &mut self.terminals {
                    terminal.got = 0;
                }
                json!({"ok": true})
            }
            "since" => {
                let begun = number(order, "ns")?;
                let apart = order["apart"].as_bool().unwrap_or_default();
                let times = if apart { &mut self.apart } else { &mut self.times };
                for came in std::mem::take(&mut self.came_ns) {
                    times.add(Duration::from_nanos(came.saturating_sub(begun)));
                }
                json!({"ok": true})
            }
            "whole" => told(&self.whole),
            "apart" => told(&std::mem::take(&mut self.apart)),
            "times" => told(&std::mem::take(&mut self.times)),
            "sample" => json!({"bytes": self.sample}),
            "stall" => {
                self.stall(usize::try_from(number(order, "count")?).map_err(Failure::failed)?)?;
                json!({"ok": true})
            }
            "watch" => {
                self.watches = order["watches"].as_bool().unwrap_or_default();
                json!({"ok": true})
            }
            "has_all" => {
                let versions: Vec<u64> =
                    order["versions"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
                let all = |terminal: &Terminal| terminal.stands >= versions.get(terminal.board).copied();
                json!({"all": self.terminals.iter().filter(|terminal| !terminal.stalled).all(all)})
            }
            other => return Err(Failure::usage(format!("terminals cannot {other}"))),
        };
        say(&answer)
    }

    /// Entries that all of them are to get.
    fn due(&self) -> usize {
        self.expected * self.terminals.iter().filter(|terminal| !terminal.stalled).count()
    }

    fn connect(&mut self, count: usize) -> Result<Value, Failure> {
        let all = self.terminals.len() + count;
        while self.there < all {
            if self.terminals.len() < all && self.terminals.len() - self.there < AT_ONCE {
                self.begin()?;
            } else if self.turn()? {
                return Err(Failure::failed("orders came while terminals connect"));
            }
        }
        Ok(told(&std::mem::take(&mut self.handshakes)))
    }

    fn begin(&mut self) -> Result<(), Failure> {
        let begun_ns = now_ns();
        let said = |error| Failure::failed(format!("terminal {}: {error}", self.terminals.len()));
        let mut stream = TcpStream::connect(self.address).map_err(said)?;
        let number = self.terminals.len();
        let board = number % self.boards.len().max(1);
        let token = self.tokens.get(number % self.tokens.len().max(1)).map(String::as_str);
        let request = request(self.form, self.boards.get(board).map(String::as_str), &self.kind, token);
        stream.write_all(request.as_bytes()).map_err(said)?;
        stream.set_nonblocking(true).map_err(said)?;
        epoll::add(&self.epoll, &stream, EventData::new_u64(number as u64), EventFlags::IN)
            .map_err(Failure::failed)?;
        let (words, stands) = (Words::new(self.form), None);
        self.terminals.push(Terminal { stream, words, board, begun_ns, stands, got: 0, stalled: false });
        Ok(())
    }

    fn hear(&mut self, number: usize) -> Result<(), Failure> {
        let Self { terminals, scratch, sample, came_ns, times, whole, .. } = self;
        let Some(terminal) = terminals.get_mut(number) else { return Ok(()) };
        let wrong = |sentence: String| Failure::failed(format!("terminal {number}: {sentence}"));
        let kept = terminal.words.rest().len();
        scratch[..kept].copy_from_slice(terminal.words.rest());
        let read = match terminal.stream.read(&mut scratch[kept..]) {
            Ok(0) => return Err(wrong("its connection ended".into())),
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(wrong(error.to_string())),
        };
        let (now, stood, before) = (now_ns(), terminal.stands.is_some(), terminal.got);
        let Terminal { words, stands, got, .. } = terminal;
        let mut pings = 0;
        let mut each = |word: Word<'_>| {
            match word {
                // Whoever follows nothing has everything at once.
                Word::Welcome if !self.counts || self.boards.is_empty() => *stands = Some(0),
                Word::Stands(version) if stands.is_none_or(|stands| stands == version) => {
                    *stands = Some(version);
                }
                Word::Stands(version) => return Err(format!("after {stands:?} it stands at {version}")),
                Word::Entry { version, bytes } => {
                    let next = stands.map(|stands| stands + 1);
                    if self.counts && next != Some(version) {
                        return Err(format!("after {stands:?} it got version {version}"));
                    }
                    *stands = next;
                    *got += 1;
                    if self.expected > 0 {
                        came_ns.push(now);
                    }
                    if self.watches
                        && let Some(sent) = sent_at(bytes)
                    {
                        let took = Duration::from_nanos(now.saturating_sub(sent));
                        times.add(took);
                        whole.add(took);
                    }
                    if number == 0 {
                        sample.clear();
                        sample.extend_from_slice(bytes);
                    }
                }
                Word::Ping => pings += 1,
                Word::Welcome | Word::Other => {}
            }
            Ok(())
        };
        words.hear(&scratch[..kept + read], &mut each).map_err(wrong)?;
        let answered = (0..pings).try_for_each(|_| terminal.stream.write_all(&pong(b"")));
        answered.map_err(|error| wrong(error.to_string()))?;
        if !stood && terminal.stands.is_some() {
            self.there += 1;
            self.handshakes.add(Duration::from_nanos(now - terminal.begun_ns));
        }
        let came = terminal.got - before;
        if self.expected > 0 && came > 0 {
            if terminal.got > self.expected {
                return Err(wrong(format!("it got {} entries of {}", terminal.got, self.expected)));
            }
            self.got += came;
            if self.got == self.due() {
                self.expected = 0;
                say(&json!({"last_ns": now}))?;
            }
        }
        Ok(())
    }

    fn stall(&mut self, count: usize) -> Result<(), Failure> {
        for (number, terminal) in self.terminals.iter_mut().enumerate() {
            let stalls = number > 0 && number <= count;
            if stalls && !terminal.stalled {
                epoll::delete(&self.epoll, &terminal.stream).map_err(Failure::failed)?;
            } else if !stalls && terminal.stalled {
                let data = EventData::new_u64(number as u64);
                epoll::add(&self.epoll, &terminal.stream, data, EventFlags::IN).map_err(Failure::failed)?;
            }
            terminal.stalled = stalls;
        }
        Ok(())
    }
}

/// What a terminal of a kind asks for, with a board or without one.
pub(crate) fn request(form: Form, board: Option<&str>, kind: &str, token: Option<&str>) -> String {
    let token = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
    let board = board.map(|name| format!("board={name}&")).unwrap_or_default();
    match form {
        Form::Sse => format!("GET /v1/sse?{board}terminal={kind} HTTP/1.1\r\nhost: localhost\r\n{token}\r\n"),
        Form::Json | Form::Protobuf => format!(
            "GET /v1/ws?{board}terminal={kind} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\n\
             upgrade: websocket\r\nsec-websocket-protocol: marquee.v1.{}\r\nsec-websocket-version: 13\r\n\
             sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{token}\r\n",
            form.name()
        ),
    }
}

fn sent_at(bytes: &[u8]) -> Option<u64> {
    let at = memchr::memmem::find(bytes, SENT_AT)? + SENT_AT.len();
    u64::from_str_radix(std::str::from_utf8(bytes.get(at..at + 16)?).ok()?, 16).ok()
}

fn told(times: &Times) -> Value {
    let curve: Vec<_> =
        PERCENTS.iter().map(|percent| json!([percent, times.percentile_ms(*percent)])).collect();
    json!({"count": times.count(), "curve": curve, "longest_ms": times.longest_ms()})
}
