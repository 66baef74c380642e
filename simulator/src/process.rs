//! One process of the server: the real ring, sequencer and applier on the made-up disk, and its connections. It is
//! whatever a crash takes away. What of it is a shell around real tokio code (connections, acknowledgements on their way)
//! is played after the edge's, as thinly as there.

use crate::conversation::Conversation;
use crate::disk::{Disk, Platter};
use crate::order::{InTurns, Made, Order};
use crate::plan::Plan;
use crate::turns::{Stop, Turns};
use bytes::Bytes;
use marquee_applier::applier::standing;
use marquee_applier::{Applier, Health, Keep, NotDone, Start, Trimmed, restore};
use marquee_core::auth::Reader;
use marquee_core::board::{Op, Outcome, Terms};
use marquee_core::session::{Standing, Standings};
use marquee_core::{BoardName, Cursor, Epoch, Timeline, Version};
use marquee_lifecycle::Lifecycles;
use marquee_log::{Log, Ring};
use marquee_protocol::frame::encode_snapshot;
use marquee_sequencer::Time;
use marquee_sequencer::embedded::embedded;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Something that is waited for.
pub(crate) type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Looks once whether it is there.
pub(crate) fn look<T>(pending: &mut Pending<T>) -> Option<T> {
    match pending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Who waits for a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Asked {
    /// A publisher, and which of its requests it is.
    Publisher(usize, u64),
    /// Those whose acknowledgements it brings to the log.
    Readers,
}

pub(crate) struct Process {
    pub(crate) number: u64,
    pub(crate) ring: Arc<Ring>,
    pub(crate) applier: Applier,
    pub(crate) time: Arc<Time>,
    pub(crate) turns: Arc<Turns>,
    came: Arc<AtomicBool>,
    /// Where the applier stands still.
    pub(crate) at: Stop,
    pub(crate) commands: Vec<(Asked, Pending<Result<Outcome, NotDone>>)>,
    pub(crate) trims: Vec<Pending<Result<Option<Trimmed>, NotDone>>>,
    pub(crate) conversations: BTreeMap<usize, Conversation>,
    /// What terminals said, on its way to the log.
    pub(crate) acks: BTreeMap<Reader, Cursor>,
    /// Acknowledgements that are being brought to the log.
    pub(crate) moving: Vec<(Arc<Reader>, Cursor)>,
    snapshots: BTreeMap<(BoardName, Version), (Bytes, u64)>,
    /// It takes no more and will end.
    pub(crate) closing: bool,
}

impl Process {
    pub(crate) fn start(
        number: u64,
        platter: &Arc<Mutex<Platter>>,
        made: &Made,
        plan: &Plan,
    ) -> Result<Self, String> {
        let turns = Arc::new(Turns::default());
        let log: Arc<dyn Log> = Arc::new(Disk::new(platter.clone(), Some(turns.clone())));
        let ring = Arc::new(Ring::of(log, plan.ring).map_err(|error| error.to_string())?);
        let (position, newest_at) = standing(&ring).map_err(|error| error.to_string())?;
        let time = Arc::new(Time::fed_by(Box::new(made.clone()), newest_at));
        let (inner, orders) = embedded(position, time.clone(), plan.queue);
        let came = Arc::<AtomicBool>::default();
        let terms = Terms { first_policy: Arc::new(plan.first_policy.clone()), ..Terms::default() };
        let applier = Applier::start(Start {
            ring: ring.clone(),
            sequencer: Arc::new(Order { inner, came: came.clone() }),
            orders: Box::new(InTurns { inner: orders, turns: turns.clone() }),
            terms,
            keep: Keep { keep_entries: plan.keep_entries, ..Keep::default() },
            lifecycles: Lifecycles::default(),
            time: time.clone(),
        });
        let applier = applier.map_err(|error| error.to_string())?;
        let at = turns.wait();
        Ok(Self {
            number,
            ring,
            applier,
            time,
            turns,
            came,
            at,
            commands: Vec::new(),
            trims: Vec::new(),
            conversations: BTreeMap::new(),
            acks: BTreeMap::new(),
            moving: Vec::new(),
            snapshots: BTreeMap::new(),
            closing: false,
        })
    }

    pub(crate) fn epoch(&self) -> Epoch {
        self.ring.epoch()
    }

    /// Whether the applier waits and has something to look at; asked once, it is taken as looked at.
    pub(crate) fn has_come(&self) -> bool {
        matches!(self.at, Stop::Waiting(_)) && (self.came.swap(false, Ordering::SeqCst) || self.closing)
    }

    pub(crate) fn is_lost(&self) -> bool {
        matches!(&*self.applier.health().borrow(), Health::Lost { .. })
    }

    pub(crate) fn submit(&mut self, asked: Asked, board: BoardName, op: Op) {
        let applier = self.applier.clone();
        self.commands.push((asked, Box::pin(async move { applier.submit(board, op).await })));
    }

    pub(crate) fn trim(&mut self, board: BoardName, before: Version) {
        let applier = self.applier.clone();
        self.trims.push(Box::pin(async move { applier.trim(board, before).await }));
    }

    /// How far a reader says it is, taken in as the edge does.
    pub(crate) fn note(&mut self, reader: Reader, seen: Cursor) {
        match self.acks.get_mut(&reader) {
            Some(known) if known.epoch == seen.epoch && known.version >= seen.version => {}
            Some(known) => *known = seen,
            None => drop(self.acks.insert(reader, seen)),
        }
    }

    /// What is gathered goes to the log.
    pub(crate) fn keep_acks(&mut self) {
        if self.acks.is_empty() || !self.moving.is_empty() {
            return;
        }
        self.moving =
            std::mem::take(&mut self.acks).into_iter().map(|(who, seen)| (Arc::new(who), seen)).collect();
        let moves: Box<[_]> = self.moving.clone().into();
        self.submit(Asked::Readers, BoardName::auth(), Op::Advance(moves));
    }

    /// They are there, or are not and wait again.
    pub(crate) fn acks_done(&mut self, done: &Result<Outcome, NotDone>) {
        let moved = std::mem::take(&mut self.moving);
        if matches!(done, Err(NotDone::Overloaded | NotDone::NoRoom)) {
            for (reader, seen) in moved {
                self.acks.entry(Reader::clone(&reader)).or_insert(seen);
            }
        }
    }

    /// Where a reader was last.
    pub(crate) fn recall(&self, reader: Reader) -> Pending<Option<Cursor>> {
        let gathered = self.acks.get(&reader).cloned();
        let applier = self.applier.clone();
        Box::pin(async move {
            if gathered.is_some() {
                return gathered;
            }
            let boards = applier.boards().await.ok()?;
            boards.auth().place(&reader).map(|place| place.seen.clone())
        })
    }

    /// A board's snapshot as of the head: its frame, version and time.
    pub(crate) fn snapshot(&mut self, board: &BoardName) -> Result<(Bytes, Version, u64), String> {
        let restored = restore::replica(&**self.ring.log(), board).map_err(|error| error.to_string())?;
        let replica = restored.replica;
        let version = replica.version();
        let first_policy = self.applier.terms().first_policy.clone();
        let epoch = self.epoch();
        let encode = || {
            let at = replica.timeline().map_or(0, Timeline::now);
            (encode_snapshot(board, &epoch, version, at, replica.state(), &first_policy), at)
        };
        let (frame, at) = self.snapshots.entry((board.clone(), version)).or_insert_with(encode).clone();
        Ok((frame, version, at))
    }
}

/// Where boards stand, as the edge reads it: the watermark first.
pub(crate) struct Stands<'a> {
    pub(crate) applier: &'a Applier,
    pub(crate) ring: &'a Ring,
}

impl Standings for Stands<'_> {
    fn standing(&self, board: &BoardName) -> Standing {
        let watermark = self.applier.watermark();
        let bounds = self.ring.bounds(board);
        Standing { oldest: bounds.oldest, head: bounds.head, at: bounds.at, watermark }
    }

    /// No world has a terminal that is told.
    fn told(&self, _: &BoardName) -> u64 {
        0
    }
}
