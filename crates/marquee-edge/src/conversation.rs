//! One connection without its transport: it does what the session asks for, reads what has to be read, and gives
//! what is to go out, a step at a time. It holds a page of shared entries at most, and no queue.

mod cues;
mod sent;

use crate::ask::Ask;
use crate::drain::{self, Phase};
use crate::edge::Edge;
use crate::encoded::Snapshot;
use crate::reader::{self, Page};
use crate::replica;
use crate::seats::{Seats, Wakes};
use crate::teller::{Spoken, Teller};
use crate::terminals::{Place, Transport};
use crate::turns;
use crate::wire::Wire;
use bytes::Bytes;
use marquee_core::auth::Reader;
use marquee_core::session::{Action, Close, Frame, Kind, Reading, Request, Session, SessionId, Terminal};
use marquee_core::{Access, BoardName, Epoch, Version};
use marquee_log::Kept;
use marquee_log::ring::Recent;
use rand::RngExt;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::watch;
use tokio::time::Instant;

/// One piece to be sent.
pub(crate) enum Out {
    /// A frame that is neither entry nor snapshot.
    Control(Frame),
    /// Entries, in order; their bytes are shared.
    Entries(Vec<Arc<Kept>>),
    /// A board's state, and its frame as this terminal is spoken to; the bytes are shared.
    Snapshot(Arc<Snapshot>, Bytes),
    /// What to show, for one that is told, on this board; the bytes are shared.
    Cues(BoardName, Kind, Vec<Arc<Spoken>>),
    /// A control frame that asks for an answer.
    Ping,
    /// The end.
    Close(Close),
}

/// What there is to do.
pub(crate) enum Step {
    /// This goes out.
    Out(Out),
    /// Something has to be fetched first, see [`Conversation::fetch`].
    Fetch(Action),
    /// Nothing for now.
    Rest,
}

/// One connection, and where it is told that its boards have moved.
pub(crate) struct Conversation<S: Seats> {
    edge: Edge,
    transport: Transport,
    wire: Wire,
    session: Session,
    /// Few; most follow one board.
    followed: Vec<Followed<S::Seat>>,
    seats: S,
    /// What was read last, of which board.
    page: Option<Box<(BoardName, VecDeque<Arc<Kept>>)>>,
    /// What was given out and not yet told, in stretches: of which board, after which version and up to which.
    sent: Vec<(BoardName, Version, Version)>,
    phase: watch::Receiver<Phase>,
    /// When this connection is to say goodbye.
    leaves_at: Option<Instant>,
    /// Of an operator's: how many stages of notices it has heard of.
    stages: Option<Box<(u64, Wakes)>>,
}

/// What following a board holds on to.
struct Followed<T> {
    board: BoardName,
    feed: Feed<T>,
    /// Who tells of the board: those who are told, and when what a terminal with a name says it showed was planned.
    teller: Option<Arc<Teller>>,
    /// Where others see how far the terminal is; absent until the session follows the board.
    place: Option<Place>,
    /// Up to where it was given out.
    given: Version,
}

/// What comes of a board, and how it is heard of.
enum Feed<T> {
    /// Its entries.
    Entries { _seat: T, replica: Arc<replica::Shared> },
    /// What to show.
    Cues { _wakes: Wakes },
}

impl<S: Seats> Conversation<S> {
    /// A connection that has just been opened.
    pub(crate) fn open(
        edge: Edge,
        ask: Ask,
        access: Access,
        (transport, wire): (Transport, Wire),
        seats: S,
    ) -> Self {
        let session = SessionId(rand::rng().random());
        let terminal = Terminal { session, kind: ask.kind, name: ask.name, access };
        let shared = &edge.shared;
        let heartbeat = transport.answers().then_some(shared.heartbeat);
        let session = Session::open(shared.ring.epoch(), terminal, heartbeat, shared.time.now());
        let mut phase = shared.drain.watch();
        phase.mark_changed();
        let mut conversation = Self {
            edge,
            transport,
            wire,
            session,
            followed: Vec::new(),
            seats,
            page: None,
            sent: Vec::new(),
            phase,
            leaves_at: None,
            stages: None,
        };
        if conversation.session.terminal().kind == Kind::Admin {
            let news = conversation.edge.shared.lifecycles.listen();
            let heard = *news.borrow();
            conversation.stages = Some(Box::new((heard, conversation.seats.wakes_at(news))));
        }
        if let Some(request) = ask.subscribe {
            conversation.request(request);
        }
        conversation
    }

    /// The server's clock, ms.
    pub(crate) fn now(&self) -> u64 {
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
        self.followed.retain(|followed| session.reached(&followed.board).is_some());
        if let Some(board) = asked
            && let Some(followed) = self.followed.iter_mut().find(|followed| followed.board == board)
            && followed.place.is_none()
        {
            let terminal = self.session.terminal();
            let teller = followed.teller.clone().filter(|_| terminal.kind.is_told());
            let terminals = &self.edge.shared.terminals;
            followed.place = Some(terminals.enter(terminal, self.transport, board, teller, now));
        }
    }

    fn follow(&mut self, board: BoardName) {
        if self.followed.iter().any(|followed| followed.board == board) {
            return;
        }
        let (shared, terminal) = (&self.edge.shared, self.session.terminal());
        let is_told = terminal.kind.is_told();
        let planned = terminal.name.is_some() && terminal.kind.plays();
        let teller = (is_told || planned).then(|| shared.tellers.of(shared, &board));
        let feed = match &teller {
            Some(teller) if is_told => Feed::Cues { _wakes: self.seats.wakes_at(teller.news()) },
            _ => Feed::Entries { _seat: self.seats.take(&board), replica: shared.replicas.of(&board) },
        };
        self.followed.reserve_exact(1);
        self.followed.push(Followed { board, feed, teller, place: None, given: Version(0) });
    }

    /// What is to be done next.
    pub(crate) fn step(&mut self) -> Step {
        self.look_at_drain();
        loop {
            let now = self.now();
            let Some(action) = self.session.poll(&*self.edge.shared, now) else {
                if self.hear_of_stages() {
                    continue;
                }
                return Step::Rest;
            };
            match action {
                Action::Send(frame) => {
                    self.note_place(&frame);
                    return Step::Out(Out::Control(frame));
                }
                Action::Deliver { board, after, upto } => {
                    let entries = self.take(&board, after, upto);
                    self.note_sent(&board, after, upto);
                    return Step::Out(Out::Entries(entries));
                }
                Action::Read { board, after, limit } => match self.at_hand(&board, after, limit) {
                    Some(entries) => self.have_read(&board, Page::Next(entries)),
                    None => return Step::Fetch(Action::Read { board, after, limit }),
                },
                Action::Snapshot { board } => {
                    let known = self.edge.shared.replicas.known(&board);
                    let made = known.and_then(|snapshot| Some((snapshot.made(self.wire)?, snapshot)));
                    return match made {
                        Some((frame, snapshot)) => Step::Out(self.have_snapshot(&board, snapshot, frame)),
                        None => Step::Fetch(Action::Snapshot { board }),
                    };
                }
                Action::Recall { .. } => return Step::Fetch(action),
                Action::Keep { board, name, cursor } => {
                    let reader = self.reader(&board, name);
                    self.edge.shared.acks.note(reader, cursor);
                }
                Action::Tell { board, after } => {
                    if let Some(cues) = self.cues(board, after) {
                        return Step::Out(cues);
                    }
                }
                Action::Record { board, name, shown } => self.record(board, name, shown),
                Action::Verify(token) => self.renew(&token.0),
                Action::Ping => return Step::Out(Out::Ping),
                Action::Close(close) => return Step::Out(Out::Close(close)),
            }
        }
    }

    /// Fetches what a step asked for; what is given goes out.
    pub(crate) async fn fetch(&mut self, action: Action) -> Option<Out> {
        match action {
            Action::Read { board, after, limit } => self.read(board, after, limit).await,
            Action::Snapshot { board } => {
                let snapshot = self.snapshot(&board).await;
                // The token may have ended meanwhile: the session says so next.
                return snapshot.filter(|_| self.now() < self.session.terminal().access.ends_at());
            }
            Action::Recall { board, name } => {
                let reader = self.reader(&board, name);
                let seen = self.edge.shared.acks.find(&reader).await;
                let now = self.now();
                self.session.recalled(&board, seen, &*self.edge.shared, now);
            }
            // A step does these itself.
            Action::Send(_)
            | Action::Deliver { .. }
            | Action::Keep { .. }
            | Action::Tell { .. }
            | Action::Record { .. }
            | Action::Verify(_)
            | Action::Ping
            | Action::Close(_) => {}
        }
        None
    }

    /// The terminal has come with a newer token.
    fn renew(&mut self, token: &str) {
        let shared = &self.edge.shared;
        let Some(authority) = &shared.authority else {
            let detail = "this server has no keys: everyone may do everything, and no token is needed";
            return self.malformed(detail);
        };
        let renewed = authority.admit(token, shared.time.now() / 1_000).map(Access::Bearer);
        self.session.renewed(renewed.map_err(|refusal| refusal.to_string().into()));
        let session = &self.session;
        self.seats.comes_by(&session.terminal().access);
        self.followed.retain(|followed| session.reached(&followed.board).is_some());
        self.page.take_if(|page| session.reached(&page.0).is_none());
    }

    /// Whoever it is has to go.
    pub(crate) fn cut(&mut self) {
        self.session.revoke();
        self.page = None;
    }

    /// Who reads a board. Without keys the subject is empty.
    fn reader(&self, board: &BoardName, name: Box<str>) -> Reader {
        let subject = match (&self.edge.shared.authority, &self.session.terminal().access) {
            (Some(authority), Access::Bearer(bearer)) => authority.owner(bearer),
            _ => "".into(),
        };
        Reader { subject, name, board: board.clone() }
    }

    /// What is in memory, for one who is not far behind.
    fn at_hand(&self, board: &BoardName, after: Version, limit: usize) -> Option<Vec<Arc<Kept>>> {
        let ring = &self.edge.shared.ring;
        let behind = ring.bounds(board).head.0.saturating_sub(after.0);
        if behind > limit as u64 {
            return None;
        }
        match ring.read_after(board, after, limit) {
            Recent::Next(entries) => Some(entries),
            Recent::Behind => None,
        }
    }

    /// Those of the page after one version and up to another; what precedes them is not wanted.
    fn take(&mut self, board: &BoardName, after: Version, upto: Version) -> Vec<Arc<Kept>> {
        let Some(page) = self.page.as_mut().filter(|page| page.0 == *board) else { return Vec::new() };
        let entries = &mut page.1;
        let count = entries.partition_point(|kept| kept.record.version <= upto);
        let taken = entries.drain(..count).skip_while(|kept| kept.record.version <= after).collect();
        if entries.is_empty() {
            self.page = None;
        }
        taken
    }

    async fn read(&mut self, board: BoardName, after: Version, limit: usize) {
        let behind = self.edge.shared.ring.bounds(&board).head.0.saturating_sub(after.0);
        if behind > limit as u64 {
            turns::take().await;
        }
        let page = reader::read(&self.edge.shared.pages, &board, after, limit).await;
        self.have_read(&board, page);
    }

    fn have_read(&mut self, board: &BoardName, page: Page) {
        let following = self.session.following().find(|(followed, _)| *followed == board);
        let Some((_, filter)) = following else { return };
        let reading = page.reading(filter);
        let now = self.now();
        self.session.read(board, reading, &*self.edge.shared, now);
        if let Page::Next(entries) = page {
            self.page = Some(Box::new((board.clone(), entries.into())));
        }
    }

    async fn snapshot(&mut self, board: &BoardName) -> Option<Out> {
        let followed = self.followed.iter().find(|followed| followed.board == *board)?;
        let Feed::Entries { replica, .. } = &followed.feed else { return None };
        let replica = replica.clone();
        let replicas = &self.edge.shared.replicas;
        if let Some(snapshot) = replicas.snapshot(&replica).await
            && let Some(frame) = replicas.spoken(&snapshot, self.wire).await
        {
            return Some(self.have_snapshot(board, snapshot, frame));
        }
        let now = self.now();
        self.session.read(board, Reading::Failed, &*self.edge.shared, now);
        None
    }

    fn have_snapshot(&mut self, board: &BoardName, snapshot: Arc<Snapshot>, frame: Bytes) -> Out {
        let now = self.now();
        self.session.snapshotted(board, snapshot.cursor.version, snapshot.at, now);
        self.note_sent(board, Version(0), snapshot.cursor.version);
        Out::Snapshot(snapshot, frame)
    }

    /// Up to where a board has been given out, if its next entries may be sent as they are.
    pub(crate) fn live(&self, board: &BoardName) -> Option<Version> {
        self.session.live(board)
    }

    /// A live board's entries up to here have been sent and written; the last is of this time.
    pub(crate) fn delivered(&mut self, board: &BoardName, upto: Version, at: u64) {
        self.session.delivered(board, upto, at);
        if let Some(followed) = self.followed.iter_mut().find(|followed| followed.board == *board) {
            followed.given = upto;
            if let Some(place) = &followed.place {
                place.moved(upto);
            }
        }
    }

    /// The same, but of the last one something is still to be written.
    pub(crate) fn begun(&mut self, board: &BoardName, after: Version, upto: Version, at: u64) {
        self.session.delivered(board, upto, at);
        self.note_sent(board, after, upto);
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

    /// When there may be something to do although nothing happens, ms of the server's clock; `u64::MAX`: never.
    pub(crate) fn deadline(&self) -> u64 {
        let leaves_at = self.leaves_at.map_or(u64::MAX, |at| {
            let wait = at.saturating_duration_since(Instant::now());
            self.now() + u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)
        });
        self.session.deadline().min(leaves_at)
    }

    /// Completes when it is known that the server stays no longer, if that was not known.
    pub(crate) async fn phase_changes(&mut self) {
        if self.phase.changed().await.is_ok() {
            self.phase.mark_changed();
        }
    }
}
