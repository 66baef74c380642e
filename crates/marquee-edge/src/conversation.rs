//! One connection without its transport: it does what the session asks for, reads what has to be read, and gives
//! what is to go out, one piece at a time. It holds a page of shared entries at most, and no queue.

use crate::ask::Ask;
use crate::drain::{self, Phase};
use crate::edge::Edge;
use crate::encoded::Snapshot;
use crate::reader::{self, Page};
use crate::replica;
use crate::terminals::{Place, Transport};
use crate::turns;
use crate::wire::Wire;
use bytes::Bytes;
use marquee_core::auth::Reader;
use marquee_core::session::{Action, Close, Frame, Request, Resume, Session, Terminal};
use marquee_core::{Access, BoardName, Epoch, Version};
use marquee_log::Kept;
use marquee_log::ring::Watch;
use rand::RngExt;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

/// However far the next deadline is, it is looked at again by then, ms: the clock leans, timers do not.
const IDLE_MAX_MS: u64 = 60_000;

/// Stretches of what was given out that are kept until it is written; one more, and they are told a little early.
const SENT_MAX: usize = 64;

/// One piece to be sent.
pub(crate) enum Out {
    /// A frame that is neither entry nor snapshot.
    Control(Frame),
    /// An entry; its bytes are shared.
    Entry(Arc<Kept>),
    /// A board's state; its bytes are shared.
    Snapshot(Arc<Snapshot>),
    /// A control frame that asks for an answer.
    Ping,
    /// The end.
    Close(Close),
}

/// One connection.
pub(crate) struct Conversation {
    edge: Edge,
    transport: Transport,
    session: Session,
    followed: HashMap<BoardName, Followed>,
    moved: Arc<Notify>,
    /// What was read last, of which board.
    page: Option<(BoardName, VecDeque<Arc<Kept>>)>,
    /// What was given out and not yet told, in stretches: of which board, after which version and up to which.
    sent: Vec<(BoardName, Version, Version)>,
    phase: watch::Receiver<Phase>,
    /// When this connection is to say goodbye.
    leaves_at: Option<Instant>,
}

/// What following a board holds on to.
struct Followed {
    _watch: Watch,
    replica: Arc<replica::Shared>,
    /// Where others see how far the terminal is; absent until the session follows the board.
    place: Option<Place>,
    /// Up to where it was given out.
    given: Version,
}

impl Conversation {
    /// A connection that has just been opened.
    pub(crate) fn open(edge: Edge, ask: Ask, access: Access, transport: Transport) -> Self {
        let session = format!("s-{:016x}", rand::rng().random::<u64>()).into();
        let terminal = Terminal { session, kind: ask.kind, name: ask.name, access };
        let shared = &edge.shared;
        let heartbeat = transport.answers().then_some(shared.heartbeat);
        let session = Session::open(shared.ring.epoch(), terminal, heartbeat, shared.time.now());
        let mut phase = shared.drain.watch();
        phase.mark_changed();
        let moved = Arc::new(Notify::new());
        let mut conversation = Self {
            edge,
            transport,
            session,
            followed: HashMap::new(),
            moved,
            page: None,
            sent: Vec::new(),
            phase,
            leaves_at: None,
        };
        if let Some(request) = ask.subscribe {
            conversation.request(request);
        }
        conversation
    }

    fn now(&self) -> u64 {
        self.edge.shared.time.now()
    }

    /// The log's epoch.
    pub(crate) fn epoch(&self) -> &Epoch {
        self.edge.shared.applier.epoch()
    }

    /// Whether the terminal is to be read.
    pub(crate) fn takes_requests(&self) -> bool {
        self.session.takes_requests()
    }

    /// Something came from the terminal.
    pub(crate) fn heard(&mut self) {
        let now = self.now();
        self.session.heard(now);
    }

    /// What came cannot be read.
    pub(crate) fn malformed(&mut self, detail: &str) {
        let now = self.now();
        self.session.malformed(detail, now);
    }

    /// The terminal asks for something.
    pub(crate) fn request(&mut self, request: Request) {
        let now = self.now();
        // A board is watched before the session looks where it stands, so that no move is missed.
        let asked = match &request {
            Request::Subscribe { board, .. } => Some(board.clone()),
            _ => None,
        };
        if let Some(board) = &asked {
            self.follow(board.clone());
        }
        self.session.request(request, &*self.edge.shared, now);
        let session = &self.session;
        self.followed.retain(|board, _| session.reached(board).is_some());
        if let Some(board) = asked
            && let Some(followed) = self.followed.get_mut(&board)
            && followed.place.is_none()
        {
            let place = self.edge.shared.terminals.enter(self.session.terminal(), self.transport, board, now);
            followed.place = Some(place);
        }
    }

    fn follow(&mut self, board: BoardName) {
        let (shared, moved) = (&self.edge.shared, &self.moved);
        self.followed.entry(board).or_insert_with_key(|board| Followed {
            _watch: shared.ring.watch(board, moved.clone()),
            replica: shared.replicas.of(board),
            place: None,
            given: Version(0),
        });
    }

    /// What goes out next; `None`: nothing for now.
    pub(crate) async fn next(&mut self) -> Option<Out> {
        self.look_at_drain();
        loop {
            let now = self.now();
            match self.session.poll(&*self.edge.shared, now)? {
                Action::Send(frame) => {
                    self.note_place(&frame);
                    return Some(Out::Control(frame));
                }
                Action::Deliver { board, version } => {
                    if let Some(kept) = self.take(&board, version) {
                        self.note_sent(&board, Version(version.0.saturating_sub(1)), version);
                        return Some(Out::Entry(kept));
                    }
                }
                Action::Read { board, after, limit } => self.read(board, after, limit).await,
                Action::Snapshot { board } => {
                    if let Some(out) = self.snapshot(&board).await {
                        return Some(out);
                    }
                }
                Action::Recall { board, name } => {
                    let reader = reader_of(&board, name);
                    let seen = self.edge.shared.acks.find(&reader).await;
                    let now = self.now();
                    self.session.recalled(&board, seen, &*self.edge.shared, now);
                }
                Action::Keep { board, name, cursor } => {
                    self.edge.shared.acks.note(reader_of(&board, name), cursor);
                }
                Action::Ping => return Some(Out::Ping),
                Action::Close(close) => return Some(Out::Close(close)),
            }
        }
    }

    fn take(&mut self, board: &BoardName, version: Version) -> Option<Arc<Kept>> {
        let (_, entries) = self.page.as_mut().filter(|(of, _)| of == board)?;
        std::iter::from_fn(|| entries.pop_front()).find(|kept| kept.record.version == version)
    }

    async fn read(&mut self, board: BoardName, after: Version, limit: usize) {
        let behind = self.edge.shared.ring.bounds(&board).head.0.saturating_sub(after.0);
        if behind > limit as u64 {
            turns::take().await;
        }
        let page = reader::read(&self.edge.shared.pages, &board, after, limit).await;
        let following = self.session.following().find(|(followed, _)| **followed == board);
        let Some((_, filter)) = following else { return };
        let reading = page.reading(filter);
        let now = self.now();
        self.session.read(&board, reading, &*self.edge.shared, now);
        if let Page::Next(entries) = page {
            self.page = Some((board, entries.into()));
        }
    }

    async fn snapshot(&mut self, board: &BoardName) -> Option<Out> {
        let replica = self.followed.get(board)?.replica.clone();
        let Some(snapshot) = self.edge.shared.replicas.snapshot(&replica).await else {
            let now = self.now();
            let failed = marquee_core::session::Reading::Failed;
            self.session.read(board, failed, &*self.edge.shared, now);
            return None;
        };
        let now = self.now();
        self.session.snapshotted(board, snapshot.cursor.version, snapshot.at, now);
        self.note_sent(board, Version(0), snapshot.cursor.version);
        Some(Out::Snapshot(snapshot))
    }

    /// A snapshot in the form that is spoken; `None`: it could not be made, and the operator has been told.
    pub(crate) async fn form(&self, snapshot: &Snapshot, wire: Wire) -> Option<Bytes> {
        match wire {
            Wire::Json => Some(snapshot.frame.clone()),
            Wire::Protobuf => self.edge.shared.replicas.protobuf(snapshot).await,
        }
    }

    /// Some frames say where the terminal stands.
    fn note_place(&mut self, frame: &Frame) {
        match frame {
            Frame::Subscribed { board, resume: Resume::Incremental, .. } => {
                // No entry has been given out after it.
                let begins = self.session.reached(board);
                self.note_given(board, begins.unwrap_or_default());
            }
            Frame::Subscribed { board, resume: Resume::Fresh | Resume::Reset, .. } => {
                self.note_given(board, Version(0));
            }
            Frame::Bookmark { board, cursor, .. } => self.note_given(board, cursor.version),
            _ => {}
        }
    }

    fn note_given(&mut self, board: &BoardName, upto: Version) {
        if let Some(followed) = self.followed.get_mut(board) {
            followed.given = upto;
        }
    }

    fn note_sent(&mut self, board: &BoardName, after: Version, upto: Version) {
        self.note_given(board, upto);
        if after == Version(0) {
            // A snapshot holds whatever came before it.
            self.sent.retain(|(of, ..)| of != board);
        }
        if let Some(known) = self.sent.iter_mut().find(|(of, _, end)| of == board && *end == after) {
            known.2 = upto;
            return;
        }
        if self.sent.len() >= SENT_MAX {
            self.tell_sent();
        }
        self.sent.push((board.clone(), after, upto));
    }

    /// What was given out has been written.
    pub(crate) fn written(&mut self) {
        for followed in self.followed.values() {
            if let Some(place) = &followed.place {
                place.moved(followed.given);
            }
        }
        if !self.sent.is_empty() {
            self.tell_sent();
        }
    }

    /// Who asks for a notice's lifecycle hears of it.
    fn tell_sent(&mut self) {
        let now = self.now();
        for (board, after, upto) in self.sent.drain(..) {
            self.edge.shared.lifecycles.delivered(&board, after, upto, now);
        }
    }

    fn look_at_drain(&mut self) {
        if self.phase.has_changed().unwrap_or(false) {
            match *self.phase.borrow_and_update() {
                Phase::Serving => {}
                Phase::Draining { until } => self.leaves_at = Some(drain::moment(until)),
                Phase::Ending => self.session.leave(),
            }
        }
        if self.leaves_at.is_some_and(|at| at <= Instant::now()) {
            self.leaves_at = None;
            self.session.drain(drain::retry_after_ms());
        }
    }

    /// Waits until there may be something to send.
    pub(crate) async fn idle(&mut self) {
        let wait = self.session.deadline().saturating_sub(self.now());
        let mut until = Instant::now() + Duration::from_millis(wait.min(IDLE_MAX_MS));
        if let Some(leaves_at) = self.leaves_at {
            until = until.min(leaves_at);
        }
        tokio::select! {
            () = self.moved.notified() => {}
            _ = self.phase.changed() => self.phase.mark_changed(),
            () = tokio::time::sleep_until(until) => {}
        }
    }
}

/// Who reads a board. Without keys the subject is empty.
fn reader_of(board: &BoardName, name: Box<str>) -> Reader {
    Reader { subject: "".into(), name, board: board.clone() }
}
