//! One connection's side of the server: the real session, driven as the edge drives it. It holds a page of shared entries
//! at most; what it waits for takes the time that the world says.

use crate::process::{Pending, Stands};
use bytes::Bytes;
use marquee_applier::Applier;
use marquee_core::session::{Action, Filter, Frame, Heartbeat, Reading, Request, Seen, Session, Terminal};
use marquee_core::{Access, BoardName, Change, Cursor, Epoch, Version};
use marquee_log::ring::{Recent, Watch};
use marquee_log::{Kept, Records, Ring};
use marquee_protocol::frame::decode_entry;
use marquee_sequencer::Time;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use tokio::sync::Notify;

/// Entries of a page, at most: what a session asks for at once.
const PAGE_MAX: usize = 64;

/// After each so many versions an entry is asked for although the terminal is live.
const UNASKED_OF: u64 = 3;

/// What a step came to.
pub(crate) enum Step {
    /// A frame that is neither entry nor snapshot goes out.
    Control(Frame),
    /// An entry goes out.
    Entry(BoardName, Version, Bytes),
    /// A control frame that asks for an answer goes out.
    Ping,
    /// The connection ends with this code.
    Close(u16),
    /// It has come a step further, and nothing goes out.
    Again,
    /// Something has to be fetched first.
    Waits,
    /// There is nothing to do before this time of the server's clock.
    Idle(u64),
    /// A terminal has come with a newer token.
    Verify(Box<str>),
    /// How far a terminal says it is.
    Keep(BoardName, Box<str>, Cursor),
    /// More was asked for than a page.
    Unbounded(usize),
}

/// What is being fetched.
pub(crate) enum Fetch {
    Page { board: BoardName, after: Version, limit: usize },
    Snapshot { board: BoardName },
    Recall { board: BoardName, name: Box<str>, seen: Option<Pending<Option<Cursor>>> },
}

pub(crate) struct Conversation {
    session: Session,
    followed: BTreeMap<BoardName, Watch>,
    moved: Arc<Notify>,
    page: Option<(BoardName, VecDeque<Arc<Kept>>)>,
    /// What is still to be given of the page: of this board, after this version and up to this one.
    giving: Option<(BoardName, Version, Version)>,
    pub(crate) fetch: Option<Fetch>,
    /// The clock's time for which a look is planned already.
    pub(crate) looks_at: u64,
    /// Pages that came from the ring since this was asked.
    pub(crate) ring_pages: u64,
}

impl Conversation {
    pub(crate) fn open(epoch: Epoch, terminal: Terminal, heartbeat: Heartbeat, now: u64) -> Self {
        Self {
            session: Session::open(epoch, terminal, Some(heartbeat), now),
            followed: BTreeMap::new(),
            moved: Arc::default(),
            page: None,
            giving: None,
            fetch: None,
            looks_at: u64::MAX,
            ring_pages: 0,
        }
    }

    pub(crate) fn heard(&mut self, now: u64) {
        self.session.heard(now);
    }

    pub(crate) fn malformed(&mut self, detail: &str, now: u64) {
        self.session.malformed(detail, now);
    }

    pub(crate) fn drain(&mut self, retry_after_ms: u64) {
        self.session.drain(retry_after_ms);
    }

    /// Whether its token has ended: then only the session still says something.
    pub(crate) fn is_over(&self, now: u64) -> bool {
        now >= self.session.terminal().access.ends_at()
    }

    /// What has become of a newer token.
    pub(crate) fn renewed(&mut self, renewed: Result<Access, Box<str>>) {
        self.session.renewed(renewed);
        let session = &self.session;
        self.followed.retain(|board, _| session.reached(board).is_some());
        self.page.take_if(|page| session.reached(&page.0).is_none());
    }

    /// Its token was taken back: nothing that is under way goes out.
    pub(crate) fn cut(&mut self) {
        self.session.revoke();
        (self.page, self.giving, self.fetch) = (None, None, None);
    }

    pub(crate) fn request(&mut self, request: Request, applier: &Applier, ring: &Arc<Ring>, now: u64) {
        // A board is watched before the session looks where it stands, so that no move is missed.
        if let Request::Subscribe { board, .. } = &request {
            let watch = || ring.watch(board, self.moved.clone());
            self.followed.entry(board.clone()).or_insert_with(watch);
        }
        self.session.request(request, &Stands { applier, ring }, now);
        let session = &self.session;
        self.followed.retain(|board, _| session.following().any(|(followed, _)| followed == board));
    }

    /// Whether a board that it follows has moved since this was asked.
    pub(crate) fn was_woken(&self) -> bool {
        let mut notified: Pending<()> = {
            let moved = self.moved.clone();
            Box::pin(async move { moved.notified().await })
        };
        crate::process::look(&mut notified).is_some()
    }

    /// The next thing; nothing is asked of it while something is fetched.
    pub(crate) fn step(&mut self, applier: &Applier, ring: &Arc<Ring>, time: &Time) -> Step {
        let now = time.now();
        if self.is_over(now) {
            self.giving = None;
        } else if let Some(step) = self.given().or_else(|| self.unasked(ring)) {
            return step;
        }
        let Some(action) = self.session.poll(&Stands { applier, ring }, now) else {
            return Step::Idle(self.session.deadline());
        };
        match action {
            Action::Send(frame) => Step::Control(frame),
            Action::Deliver { board, after, upto } => {
                self.giving = Some((board, after, upto));
                self.given().unwrap_or(Step::Again)
            }
            Action::Read { limit, .. } if limit > PAGE_MAX => Step::Unbounded(limit),
            Action::Read { board, after, limit } => match ring.read_after(&board, after, limit) {
                Recent::Next(page) => {
                    self.ring_pages += 1;
                    self.have_read(&board, Some(page), applier, ring, now);
                    Step::Again
                }
                Recent::Behind => {
                    self.fetch = Some(Fetch::Page { board, after, limit });
                    Step::Waits
                }
            },
            Action::Snapshot { board } => {
                self.fetch = Some(Fetch::Snapshot { board });
                Step::Waits
            }
            Action::Recall { board, name } => {
                self.fetch = Some(Fetch::Recall { board, name, seen: None });
                Step::Waits
            }
            Action::Keep { board, name, cursor } => Step::Keep(board, name, cursor),
            Action::Verify(token) => Step::Verify(token.0),
            Action::Tell { .. } | Action::Record { .. } => {
                unreachable!("no world has a terminal that is told, or one that says what it showed")
            }
            Action::Ping => Step::Ping,
            Action::Close(close) => Step::Close(close.code()),
        }
    }

    fn take(&mut self, board: &BoardName, version: Version) -> Option<Arc<Kept>> {
        let (_, entries) = self.page.as_mut().filter(|(of, _)| of == board)?;
        std::iter::from_fn(|| entries.pop_front()).find(|kept| kept.record.version == version)
    }

    /// The next entry of those that are being given.
    fn given(&mut self) -> Option<Step> {
        let (board, after, upto) = self.giving.take()?;
        let version = after.next();
        if version < upto {
            self.giving = Some((board.clone(), version, upto));
        }
        let kept = self.take(&board, version)?;
        Some(Step::Entry(board, version, kept.record.body.clone()))
    }

    /// An entry that the session did not ask for, where it may be sent: the edge does so for whoever is live. Not every
    /// one, so that both ways meet.
    fn unasked(&mut self, ring: &Arc<Ring>) -> Option<Step> {
        let followed = self.followed.keys();
        let (board, cursor) = followed.filter_map(|board| Some((board, self.session.live(board)?))).next()?;
        if cursor.0 % UNASKED_OF == 0 {
            return None;
        }
        let board = board.clone();
        let Recent::Next(entries) = ring.read_after(&board, cursor, 1) else { return None };
        let record = &entries.first()?.record;
        self.session.delivered(&board, record.version, record.at);
        Some(Step::Entry(board, record.version, record.body.clone()))
    }

    /// A page was read; `None`: what it asked for is trimmed.
    fn have_read(
        &mut self,
        board: &BoardName,
        page: Option<Vec<Arc<Kept>>>,
        applier: &Applier,
        ring: &Arc<Ring>,
        now: u64,
    ) {
        let Some((_, filter)) = self.session.following().find(|(followed, _)| *followed == board) else {
            return;
        };
        let reading = match &page {
            Some(page) => Reading::Entries(page.iter().map(|kept| seen(kept, filter)).collect()),
            None => Reading::Trimmed,
        };
        self.session.read(board, reading, &Stands { applier, ring }, now);
        if let Some(page) = page {
            self.page = Some((board.clone(), page.into()));
        }
    }

    /// A page is read from the log, as of now.
    pub(crate) fn fetched_page(
        &mut self,
        (board, after, limit): (&BoardName, Version, usize),
        applier: &Applier,
        ring: &Arc<Ring>,
        now: u64,
    ) {
        let page = match ring.log().read_after(board, after, limit) {
            Ok(Records::Next(records)) => Some(records.into_iter().map(|r| Arc::new(Kept::new(r))).collect()),
            Ok(Records::Trimmed { .. }) => None,
            Err(_) => return self.session.read(board, Reading::Failed, &Stands { applier, ring }, now),
        };
        self.have_read(board, page, applier, ring, now);
    }

    pub(crate) fn snapshotted(&mut self, board: &BoardName, version: Version, at: u64, now: u64) {
        self.session.snapshotted(board, version, at, now);
    }

    pub(crate) fn recalled(
        &mut self,
        board: &BoardName,
        seen: Option<Cursor>,
        applier: &Applier,
        ring: &Arc<Ring>,
        now: u64,
    ) {
        self.session.recalled(board, seen, &Stands { applier, ring }, now);
    }
}

fn seen(kept: &Kept, filter: &Filter) -> Seen {
    let record = &kept.record;
    Seen { version: record.version, at: record.at, passes: filter.is_open() || passes(&record.body, filter) }
}

fn passes(body: &[u8], filter: &Filter) -> bool {
    match decode_entry(body).ok().flatten().map(|entry| entry.change) {
        Some(Change::Put(notice)) => filter.admits(notice.level, notice.tags.iter().map(|tag| &**tag)),
        _ => true,
    }
}
