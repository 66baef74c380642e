//! One terminal's WebSocket: what it says is read and understood, what it is owed is written, and whatever of that the
//! socket does not take waits, with its cursor. At rest it is a socket, a session and no buffer. What messages mean is
//! the session's business.

use crate::conversation::{Conversation, Out, Step};
use crate::cores::{Core, InRounds, Who};
use crate::goodbye;
use crate::live::Window;
use crate::wire::Wire;
use bytes::{Buf, Bytes};
use marquee_core::session::Action;
use marquee_core::{Access, BoardName};
use marquee_websocket::{Inbound, Message, Violation, ping, pong};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::io::{self, ErrorKind, IoSlice};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;

/// The largest message from a terminal, in one frame or many, in bytes.
pub(crate) const MESSAGE_MAX: u32 = 64 << 10;
/// So much is gathered before it is written, in bytes; one snapshot at most comes on top.
const GATHER_BYTES: usize = 64 << 10;
/// Pieces that one write carries.
const PIECES_MAX: usize = 128;

/// One connection, shared by its own task and the rounds of its core.
pub(crate) struct Connection {
    pub(crate) core: Rc<Core>,
    key: usize,
    pub(crate) stream: TcpStream,
    _permit: OwnedSemaphorePermit,
    wire: Wire,
    /// Absent while something is fetched for it.
    rests: RefCell<Option<Box<Talk>>>,
    inbound: RefCell<Inbound>,
    unwritten: RefCell<VecDeque<Bytes>>,
    /// Since when a write has made no progress, ms of the server's clock; 0: it makes some.
    stalls: Cell<u64>,
    /// The newest ping that is not answered.
    pinged: RefCell<Option<Bytes>>,
    stirred: Cell<bool>,
    /// Whoever it is for has to go.
    cut: Cell<bool>,
    waker: RefCell<Option<Waker>>,
    /// When it is looked at although nothing happens, ms of the server's clock.
    due: Cell<u64>,
}

pub(crate) type Talk = Conversation<InRounds>;

/// Why a connection ends.
pub(crate) enum End {
    /// The other side is gone, or its socket is.
    Gone,
    /// The other side closes, with a code perhaps, and is owed the answer.
    Left(Option<u16>),
    /// We close, with a code and a word.
    Close(u16, &'static str),
}

/// How a look at a connection ends.
enum Look {
    /// It rests until something happens.
    Rests,
    /// There is more to do at once, but others come first: one that writes, or is written to, without end has no core
    /// for itself.
    Again,
    /// Something has to be fetched for it. Apart, because a task at rest is as large as this.
    Fetch(Box<Action>),
}

impl Connection {
    /// A connection that speaks WebSocket from now on.
    pub(crate) fn open(
        core: Rc<Core>,
        stream: TcpStream,
        permit: OwnedSemaphorePermit,
        wire: Wire,
        access: &Access,
    ) -> Rc<Self> {
        Rc::new_cyclic(|connection| Self {
            key: core.enter(Who::Terminal(connection.clone()), access),
            core,
            stream,
            _permit: permit,
            wire,
            rests: RefCell::default(),
            inbound: RefCell::new(Inbound::new(MESSAGE_MAX)),
            unwritten: RefCell::default(),
            stalls: Cell::new(0),
            pinged: RefCell::default(),
            stirred: Cell::new(true),
            cut: Cell::new(false),
            waker: RefCell::default(),
            due: Cell::new(u64::MAX),
        })
    }

    /// Begins to speak, in a task of its own. `first` goes out before anything else, `heard` has come already.
    pub(crate) fn begin(self: Rc<Self>, mut talk: Box<Talk>, first: Bytes, mut heard: Vec<u8>, stays: bool) {
        if !first.is_empty() {
            self.piece(first);
        }
        let understood = self.understand(&mut talk, &mut heard);
        if !stays {
            talk.cut();
        }
        self.rests.replace(Some(talk));
        // A task is as large as its largest moment, and rests most of the time: what takes room is kept apart.
        match understood {
            Ok(()) => drop(tokio::task::spawn_local(self.converse())),
            Err(end) => drop(tokio::task::spawn_local(async move { self.end(end).await })),
        }
    }

    async fn converse(self: Rc<Self>) {
        let end = loop {
            self.happens().await;
            match self.look() {
                Ok(Look::Rests) => {}
                Ok(Look::Again) => {
                    self.stir();
                    tokio::task::yield_now().await;
                }
                Ok(Look::Fetch(action)) => {
                    Box::pin(self.fetch(*action)).await;
                    self.stir();
                }
                Err(end) => break Box::pin(self.end(end)),
            }
        };
        end.await;
    }

    async fn end(&self, end: End) {
        // Nothing is followed any more while the other side takes its time.
        drop(self.rests.take());
        self.due.set(self.core.due(self.key, self.due.get(), u64::MAX));
        goodbye::say(&self.stream, self.unwritten.take(), end).await;
    }

    async fn fetch(&self, action: Action) {
        let talk = self.rests.take();
        let Some(mut talk) = talk else { return };
        let out = talk.fetch(action).await;
        if self.cut.get() {
            talk.cut();
        } else if let Some(out) = out {
            self.put(out);
        }
        self.rests.replace(Some(talk));
    }

    /// Its number on its core.
    pub(crate) fn key(&self) -> usize {
        self.key
    }

    /// Whoever it is for has to go: nothing that has not gone out yet will.
    pub(crate) fn cut(&self) {
        self.cut.set(true);
        if let Some(talk) = self.rests.borrow_mut().as_deref_mut() {
            talk.cut();
        }
        if self.stalls.get() == 0 {
            self.unwritten.take();
        }
        self.stir();
    }

    /// It is to be looked at again.
    pub(crate) fn stir(&self) {
        if !self.stirred.replace(true)
            && let Some(waker) = self.waker.take()
        {
            waker.wake();
        }
    }

    /// The time has come that it was to be looked at.
    pub(crate) fn is_due(&self) {
        self.due.set(u64::MAX);
        self.stir();
    }

    /// Completes when there may be something to do.
    async fn happens(&self) {
        poll_fn(|context| self.poll_happens(context)).await;
    }

    fn poll_happens(&self, context: &mut Context<'_>) -> Poll<()> {
        if self.stirred.get() {
            return Poll::Ready(());
        }
        let hears = self.rests.borrow().as_ref().is_some_and(|talk| talk.takes_requests());
        if hears && self.stream.poll_read_ready(context).is_ready() {
            return Poll::Ready(());
        }
        if !self.unwritten.borrow().is_empty() && self.stream.poll_write_ready(context).is_ready() {
            return Poll::Ready(());
        }
        self.waker.replace(Some(context.waker().clone()));
        Poll::Pending
    }

    /// Hears what has come, and says what is to be said, as far as the socket takes it.
    fn look(&self) -> Result<Look, End> {
        self.stirred.set(false);
        let mut rests = self.rests.borrow_mut();
        let Some(talk) = rests.as_deref_mut() else { return Ok(Look::Rests) };
        let more = talk.takes_requests() && self.hear(talk)?;
        let look = match self.say(talk)? {
            Look::Rests if more => Look::Again,
            look => look,
        };
        let stalls = self.stalls.get();
        let deadline = deadline(stalls, millis(self.core.stall), talk.deadline());
        if stalls != 0 && deadline <= self.core.edge.shared.time.now() {
            return Err(End::Close(1013, "too slow"));
        }
        self.due.set(self.core.due(self.key, self.due.get(), deadline));
        Ok(look)
    }

    /// Whether there may be more.
    fn hear(&self, talk: &mut Talk) -> Result<bool, End> {
        let mut buffer = self.core.read_buffer.borrow_mut();
        match self.stream.try_read(&mut buffer) {
            Ok(0) => Err(End::Gone),
            Ok(bytes) => {
                let more = bytes == buffer.len();
                self.understand(talk, &mut buffer[..bytes])?;
                Ok(more)
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(false),
            Err(_) => Err(End::Gone),
        }
    }

    fn understand(&self, talk: &mut Talk, bytes: &mut [u8]) -> Result<(), End> {
        let mut left = None;
        let taken = self.inbound.borrow_mut().take(bytes, &mut |message| {
            talk.heard();
            match &message {
                Message::Ping(payload) => {
                    self.pinged.replace(Some(Bytes::copy_from_slice(payload)));
                }
                Message::Close(reason) => left = Some(End::Left(reason.as_ref().map(|(code, _)| *code))),
                Message::Pong(_) | Message::Text(_) | Message::Binary(_) => {}
            }
            match self.wire.request(&message) {
                Some(Ok(request)) => talk.request(request),
                Some(Err(detail)) => talk.malformed(&detail),
                None => {}
            }
        });
        match (left, taken) {
            (Some(left), _) => Err(left),
            (None, Ok(())) => Ok(()),
            (None, Err(violation)) => Err(broken(violation)),
        }
    }

    /// Gathers what is owed, and writes it.
    fn say(&self, talk: &mut Talk) -> Result<Look, End> {
        // Half a frame was written, and the rest of it is not to be: there is no way to say more.
        if self.cut.get() && self.stalls.get() != 0 {
            self.unwritten.take();
            return Err(End::Gone);
        }
        // A write that was cut short is finished first, and nothing is added to it.
        if self.stalls.get() != 0 && !self.write()? {
            return Ok(Look::Rests);
        }
        if let Some(payload) = self.pinged.take() {
            self.piece(pong(&payload).into());
        }
        let mut gathered = 0;
        let step = loop {
            match talk.step() {
                Step::Out(Out::Close(close)) => return Err(End::Close(close.code(), close.reason())),
                Step::Out(out) => gathered += self.put(out),
                step => break Some(step),
            }
            if gathered >= GATHER_BYTES {
                break None;
            }
        };
        let written = self.write()?;
        if written {
            talk.written();
        }
        match step {
            Some(Step::Fetch(action)) => Ok(Look::Fetch(Box::new(action))),
            None if written => Ok(Look::Again),
            _ => Ok(Look::Rests),
        }
    }

    fn piece(&self, bytes: Bytes) -> usize {
        let length = bytes.len();
        self.unwritten.borrow_mut().push_back(bytes);
        length
    }

    /// What is to go out, behind what has not gone yet; how many bytes that is.
    fn put(&self, out: Out) -> usize {
        match out {
            Out::Control(frame) => self.piece(self.wire.control(&frame)),
            Out::Entries(entries) => entries.iter().map(|kept| self.piece(self.wire.entry(kept))).sum(),
            Out::Snapshot(_, frame) => {
                self.wire.snapshot(frame).into_iter().map(|bytes| self.piece(bytes)).sum()
            }
            Out::Cues(board, kind, cues) => {
                cues.iter().map(|spoken| self.piece(spoken.message(&board, kind))).sum()
            }
            Out::Ping => self.piece(ping(b"").into()),
            Out::Close(_) => 0,
        }
    }

    /// Writes what has not been written; whether that was all.
    fn write(&self) -> Result<bool, End> {
        let mut unwritten = self.unwritten.borrow_mut();
        while !unwritten.is_empty() {
            let written = match unwritten.len() {
                1 => self.stream.try_write(&unwritten[0]),
                _ => write_vectored(&self.stream, &unwritten),
            };
            match written {
                Ok(bytes) => {
                    self.stalls.set(0);
                    forget_written(&mut unwritten, bytes);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if self.stalls.get() == 0 {
                        self.stalls.set(self.core.edge.shared.time.now());
                    }
                    return Ok(false);
                }
                Err(_) => return Err(End::Gone),
            }
        }
        *unwritten = VecDeque::new();
        Ok(true)
    }

    /// In a round: sends it what follows its cursor, if it is owed just that. Whether it has all of it now; if not, it
    /// will see to it itself.
    pub(crate) fn advance(&self, board: &BoardName, window: &Window) -> bool {
        let mut rests = self.rests.borrow_mut();
        let Some(talk) = rests.as_deref_mut() else { return false };
        let cursor = talk.live(board).filter(|_| self.unwritten.borrow().is_empty());
        let Some(cursor) = cursor else {
            self.stir();
            return false;
        };
        let Some(bytes) = window.bytes(self.wire, cursor) else {
            if cursor < window.upto() {
                self.stir();
            }
            return false;
        };
        match self.stream.try_write(bytes) {
            Ok(written) if written == bytes.len() => {
                talk.delivered(board, window.upto(), window.at());
                return true;
            }
            Ok(written) => {
                if let Some(cut) = window.cut(self.wire, cursor, written) {
                    talk.begun(board, cursor, cut.upto, cut.at);
                    self.piece(cut.rest);
                }
            }
            // Whatever it is, it meets it again when it writes for itself.
            Err(_) => {}
        }
        self.stir();
        false
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.core.leave(self.key, self.due.get());
    }
}

fn write_vectored(stream: &TcpStream, pieces: &VecDeque<Bytes>) -> io::Result<usize> {
    let mut slices = [IoSlice::new(&[]); PIECES_MAX];
    let mut count = 0;
    for (slice, piece) in slices.iter_mut().zip(pieces) {
        *slice = IoSlice::new(piece);
        count += 1;
    }
    stream.try_write_vectored(&slices[..count])
}

/// So many bytes of the first pieces are out.
pub(crate) fn forget_written(pieces: &mut VecDeque<Bytes>, mut written: usize) {
    while let Some(first) = pieces.front_mut() {
        if written < first.len() {
            first.advance(written);
            return;
        }
        written -= first.len();
        pieces.pop_front();
    }
}

/// When a connection is looked at although nothing happens, ms. Nothing is added to a write that stands still, so it has a
/// deadline of its own: one of the session's that has passed would be met again and again.
fn deadline(stalls_since: u64, stall: u64, of_session: u64) -> u64 {
    if stalls_since == 0 { of_session } else { stalls_since + stall }
}

fn millis(time: std::time::Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// What a broken rule of the transport is answered with.
fn broken(violation: Violation) -> End {
    let word = match violation {
        Violation::TooLarge => "a message may have 64 KiB",
        Violation::Protocol(_) | Violation::NotUtf8 => violation.reason(),
    };
    End::Close(violation.code(), word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_stands_still_is_looked_at_when_it_is_given_up_and_not_before() {
        assert_eq!(deadline(0, 30_000, 5), 5);
        assert_eq!(deadline(1_000, 30_000, 5), 31_000, "a ping that is due cannot be said");
        assert_eq!(deadline(1_000, 30_000, u64::MAX), 31_000);
    }

    fn size_of_future<F>(_: fn(Rc<Connection>) -> F) -> usize {
        size_of::<F>()
    }

    /// Beside these a connection at rest has what tokio keeps of a socket, and a few words a board.
    #[test]
    fn a_connection_at_rest_is_small() {
        assert!(size_of::<Connection>() <= 240, "{}", size_of::<Connection>());
        assert!(size_of::<Talk>() <= 328, "{}", size_of::<Talk>());
        assert!(size_of_future(Connection::converse) <= 112, "{}", size_of_future(Connection::converse));
    }
}
