//! One core's connections: it owns them from their first word to their last, looks at each when it is due, ends those whose
//! access was taken back, and tells all of them when the server goes. What is said on a connection is the connection's business.

use crate::connection::Connection;
use crate::edge::Edge;
use crate::index::Index;
use crate::live::{Live, Seat};
use crate::seats::{Seats, Wakes};
use crate::severed::Severed;
use crate::wheel::Wheel;
use marquee_access::{Authority, Cutter};
use marquee_core::auth::Touched;
use marquee_core::{Access, Bearer, BoardName};
use slab::Slab;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// However far the next deadline is, it is looked at again by then: the server's clock leans, timers do not.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// What a terminal says is small, and is read in pieces of this size, in bytes. All of a core share one buffer.
const READ_BUFFER: usize = 4 << 10;

thread_local! {
    static OF_THIS_THREAD: OnceCell<Rc<Core>> = const { OnceCell::new() };
}

/// One that the core knows, and by what it came; `None`: by nothing that could be taken back.
struct Held {
    who: Who,
    by: Option<Arc<Bearer>>,
}

/// Who it is.
pub(crate) enum Who {
    /// A WebSocket.
    Terminal(Weak<Connection>),
    /// A stream, which HTTP drives.
    Stream(Arc<Severed>),
}

/// What the connections of one core share; it never leaves its thread.
pub(crate) struct Core {
    pub(crate) edge: Edge,
    /// How long a write may stand still.
    pub(crate) stall: Duration,
    connections: RefCell<Slab<Held>>,
    /// By what they came.
    index: RefCell<Index>,
    cutter: Option<Arc<Cutter>>,
    boards: RefCell<HashMap<BoardName, Weak<Live>>>,
    wheel: RefCell<Wheel>,
    /// When the wheel will be looked at, ms of the server's clock.
    looks_at: Cell<u64>,
    sooner: Notify,
    /// What is read into, by one connection at a time.
    pub(crate) read_buffer: RefCell<Box<[u8]>>,
}

impl Edge {
    /// Makes the calling thread one that owns connections, for as long as what is returned is polled; a write that makes
    /// no progress for `stall` ends its connection. The thread has to run a runtime of its own.
    pub fn own_connections(&self, stall: Duration) -> impl Future<Output = ()> + use<> {
        let core = Rc::new(Core {
            edge: self.clone(),
            stall,
            connections: RefCell::default(),
            index: RefCell::default(),
            cutter: self.shared.authority.as_ref().map(Authority::cutter),
            boards: RefCell::default(),
            wheel: RefCell::default(),
            looks_at: Cell::new(u64::MAX),
            sooner: Notify::new(),
            read_buffer: RefCell::new(vec![0; READ_BUFFER].into()),
        });
        OF_THIS_THREAD.with(|own| {
            // A thread is one server's, once.
            let _first = own.set(core.clone());
        });
        async move { core.run().await }
    }
}

impl Core {
    /// The calling thread's, if it owns connections.
    pub(crate) fn of_this_thread() -> Option<Rc<Self>> {
        OF_THIS_THREAD.with(|own| own.get().cloned())
    }

    /// A connection's number, for as long as it lives.
    pub(crate) fn enter(&self, who: Who, access: &Access) -> usize {
        let key = self.connections.borrow_mut().insert(Held { who, by: None });
        self.comes_by(key, access);
        key
    }

    /// From now on a connection is here by this.
    pub(crate) fn comes_by(&self, key: usize, access: &Access) {
        let mut connections = self.connections.borrow_mut();
        let (Some(held), Some(number)) = (connections.get_mut(key), number(key)) else { return };
        let mut index = self.index.borrow_mut();
        if let Some(before) = held.by.take() {
            index.leave(&before, number);
        }
        if let Access::Bearer(bearer) = access {
            index.enter(bearer, number);
            held.by = Some(bearer.clone());
        }
    }

    /// It is over.
    pub(crate) fn leave(&self, key: usize, due: u64) {
        let held = self.connections.borrow_mut().try_remove(key);
        if let (Some(bearer), Some(number)) = (held.and_then(|held| held.by), number(key)) {
            self.index.borrow_mut().leave(&bearer, number);
        }
        self.wheel.borrow_mut().set(key, due, u64::MAX, 0);
    }

    /// A connection is to be looked at by then; it was to be by `before`. Gives what it says next time.
    pub(crate) fn due(&self, key: usize, before: u64, deadline: u64) -> u64 {
        let now = self.edge.shared.time.now();
        let at = self.wheel.borrow_mut().set(key, before, deadline, now);
        if at < self.looks_at.get() {
            self.looks_at.set(at);
            self.sooner.notify_one();
        }
        at
    }

    fn live(self: &Rc<Self>, board: &BoardName) -> Rc<Live> {
        let mut boards = self.boards.borrow_mut();
        if let Some(live) = boards.get(board).and_then(Weak::upgrade) {
            return live;
        }
        let live = Live::begin(self, board);
        boards.insert(board.clone(), Rc::downgrade(&live));
        live
    }

    /// Nobody of this core follows the board any more.
    pub(crate) fn forget(&self, board: &BoardName) {
        let mut boards = self.boards.borrow_mut();
        if boards.get(board).is_some_and(|live| live.strong_count() == 0) {
            boards.remove(board);
        }
    }

    /// Ends those whom a revocation means; how many they are. Nothing is delivered to them after this.
    fn cut(&self, touched: &[Touched]) -> usize {
        let found = self.index.borrow().find(touched);
        let connections = self.connections.borrow();
        let all = || connections.iter().map(|(key, _)| key).collect();
        let keys: Vec<_> =
            found.map_or_else(all, |found| found.into_iter().map(|key| key as usize).collect());
        let mut ended = 0;
        for held in keys.into_iter().filter_map(|key| connections.get(key)) {
            let Some(bearer) = &held.by else { continue };
            let mark = &bearer.mark;
            // Another key may have the name of one that is gone.
            let unsigned = touched.iter().any(
                |one| matches!(one, Touched::Kid(issuer, kid) if *issuer == mark.issuer && *kid == mark.kid),
            );
            if !unsigned && self.edge.shared.takes(&Access::Bearer(bearer.clone())) {
                continue;
            }
            ended += 1;
            match &held.who {
                Who::Terminal(connection) => drop(connection.upgrade().inspect(|one| one.cut())),
                Who::Stream(severed) => severed.say(),
            }
        }
        ended
    }

    /// Completes when somebody may have to go.
    async fn cut_comes(&self) {
        match &self.cutter {
            Some(cutter) => cutter.came().await,
            None => std::future::pending().await,
        }
    }

    async fn run(&self) {
        let mut phase = self.edge.shared.drain.watch();
        loop {
            let now = self.edge.shared.time.now();
            while let Some(key) = self.next_due(now) {
                self.stir(key);
            }
            let next = self.wheel.borrow().next().unwrap_or(u64::MAX);
            self.looks_at.set(next);
            let wait = Duration::from_millis(next.saturating_sub(now)).min(LOOK_AGAIN);
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.sooner.notified() => {}
                () = self.cut_comes() => {
                    for cut in self.cutter.iter().flat_map(|cutter| cutter.take()) {
                        cut.ended(self.cut(cut.touched()));
                    }
                }
                Ok(()) = phase.changed() => self.stir_all(),
            }
        }
    }

    fn next_due(&self, now: u64) -> Option<usize> {
        self.wheel.borrow_mut().take(now)
    }

    fn stir(&self, key: usize) {
        let connection = match self.connections.borrow().get(key).map(|held| &held.who) {
            Some(Who::Terminal(connection)) => connection.upgrade(),
            Some(Who::Stream(_)) | None => None,
        };
        if let Some(connection) = connection {
            connection.is_due();
        }
    }

    fn stir_all(&self) {
        for (_, held) in &*self.connections.borrow() {
            // A stream watches the phase itself.
            if let Who::Terminal(connection) = &held.who
                && let Some(connection) = connection.upgrade()
            {
                connection.stir();
            }
        }
    }
}

/// A connection's number where there is less room for it. There are never so many.
fn number(key: usize) -> Option<u32> {
    u32::try_from(key).ok()
}

/// Seats of one of this core's connections: it is served in rounds.
pub(crate) struct InRounds {
    pub(crate) core: Rc<Core>,
    pub(crate) connection: Weak<Connection>,
}

impl Seats for InRounds {
    type Seat = Seat;

    fn take(&self, board: &BoardName) -> Seat {
        self.core.live(board).seat(self.connection.clone())
    }

    fn wakes_at(&self, news: watch::Receiver<u64>) -> Wakes {
        let connection = self.connection.clone();
        Wakes::calling(news, move || drop(connection.upgrade().inspect(|one| one.stir())))
    }

    fn comes_by(&self, access: &Access) {
        if let Some(connection) = self.connection.upgrade() {
            self.core.comes_by(connection.key(), access);
        }
    }
}
