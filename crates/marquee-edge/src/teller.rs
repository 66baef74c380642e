//! Who tells the terminals of one board that do not play its timeline: what to show, a little ahead of time, each cue encoded
//! once a form for all of them. It is fed from the log like any terminal, and lives as long as one of them follows the board.

use crate::edge::Shared;
use crate::plan::Plan;
use bytes::Bytes;
use marquee_core::session::{Kind, Shown};
use marquee_core::told::{Cue, Told};
use marquee_core::{BoardName, Version};
use marquee_protocol::frame::{self, encode_cue, sse};
use marquee_websocket::{Opcode, framed};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// Cues that are kept for those who have not taken them yet; whoever is further behind begins with what is on.
const KEPT_MAX: usize = 64;
/// However far the next look is, it is looked by then: the server's clock leans, timers do not.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Every board's.
#[derive(Default)]
pub(crate) struct Tellers {
    boards: Mutex<HashMap<BoardName, Weak<Teller>>>,
}

/// One board's.
pub(crate) struct Teller {
    said: Mutex<Said>,
    /// How many cues were told; whoever waits for the next one waits here.
    count: watch::Sender<u64>,
    moved: Arc<Notify>,
}

/// What has been said.
struct Said {
    /// What a newcomer is told, as of the last cue.
    opening: Vec<Arc<Spoken>>,
    /// The newest, the last of which is number `count`.
    cues: VecDeque<Arc<Spoken>>,
    count: u64,
    plan: Plan,
    /// Up to where the board is in it.
    version: Version,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing is known yet.
    Begins,
    Tells,
    /// The log could not be read; the operator has been told.
    Failed,
}

/// A cue, and each of its encodings, made once.
pub(crate) struct Spoken {
    cue: Cue,
    forms: [OnceLock<Bytes>; 4],
}

/// What whoever has been told so many cues is told next.
pub(crate) enum Next {
    /// These, how many that makes, and up to which entry the board is in it.
    Cues { cues: Vec<Arc<Spoken>>, count: u64, version: Version },
    /// Nothing more will come.
    Failed,
}

impl Tellers {
    /// Who tells of a board, from now on for as long as it is held.
    pub(crate) fn of(&self, shared: &Arc<Shared>, board: &BoardName) -> Arc<Teller> {
        let mut boards = self.lock();
        if let Some(teller) = boards.get(board).and_then(Weak::upgrade) {
            return teller;
        }
        boards.retain(|_, teller| teller.strong_count() > 0);
        let teller = Arc::new(Teller {
            said: Mutex::new(Said::nothing()),
            count: watch::Sender::new(0),
            moved: Arc::new(Notify::new()),
        });
        boards.insert(board.clone(), Arc::downgrade(&teller));
        tokio::spawn(tell(shared.clone(), Arc::downgrade(&teller), board.clone(), teller.moved.clone()));
        teller
    }

    /// How many cues of a board were told; 0 where nobody tells of it.
    pub(crate) fn count(&self, board: &BoardName) -> u64 {
        self.lock().get(board).and_then(Weak::upgrade).map_or(0, |teller| *teller.count.borrow())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<BoardName, Weak<Teller>>> {
        self.boards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        // Its task ends.
        self.moved.notify_one();
    }
}

impl Said {
    fn nothing() -> Self {
        let (opening, cues) = (Vec::new(), VecDeque::new());
        Self { opening, cues, count: 0, plan: Plan::default(), version: Version(0), state: State::Begins }
    }
}

impl Teller {
    /// Changes with each cue that is told.
    pub(crate) fn news(&self) -> watch::Receiver<u64> {
        self.count.subscribe()
    }

    /// What comes after so many cues; after none, what is on.
    pub(crate) fn next(&self, after: u64) -> Next {
        let said = self.lock();
        if said.state == State::Failed {
            return Next::Failed;
        }
        let missed = usize::try_from(said.count.saturating_sub(after)).unwrap_or(usize::MAX);
        let cues = if after == 0 || missed > said.cues.len() {
            said.opening.clone()
        } else {
            said.cues.iter().skip(said.cues.len() - missed).cloned().collect()
        };
        Next::Cues { cues, count: said.count, version: said.version }
    }

    /// Up to which entry the board is in what one has been told who has been told so many cues; `None`: it has not been
    /// told of all yet.
    pub(crate) fn version(&self, told: u64) -> Option<Version> {
        let said = self.lock();
        (told == said.count && told > 0).then_some(said.version)
    }

    /// When what a terminal showed was to begin, ms; `None`: that is not known.
    pub(crate) fn planned(&self, shown: &Shown) -> Option<u64> {
        self.lock().plan.of(shown)
    }

    fn lock(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a look came to is told to all.
    fn say(&self, cues: Vec<Cue>, opening: &[Cue], version: Version) {
        let mut said = self.lock();
        let begins = said.state == State::Begins;
        said.state = State::Tells;
        said.version = version;
        let shows = cues.iter().filter_map(|cue| match cue {
            Cue::Show(show) => Some(show),
            Cue::Clear(_) => None,
        });
        shows.for_each(|show| said.plan.note(show));
        if cues.is_empty() && !begins {
            // What is on has not changed, but where it is has: newcomers begin from there.
            said.opening = opening.iter().cloned().map(Spoken::new).collect();
            return;
        }
        let spoken: Vec<_> = cues.into_iter().map(Spoken::new).collect();
        said.opening = opening.iter().cloned().map(Spoken::new).collect();
        // Before the first look nobody was told anything.
        said.count += if begins { 1 } else { spoken.len() as u64 };
        said.cues.extend(spoken.into_iter().filter(|_| !begins));
        let excess = said.cues.len().saturating_sub(KEPT_MAX);
        said.cues.drain(..excess);
        let count = said.count;
        drop(said);
        self.count.send_replace(count);
    }

    fn fail(&self) {
        self.lock().state = State::Failed;
        self.count.send_modify(|count| *count += 1);
    }
}

/// Looks at the board at each of its entries, and when something begins.
async fn tell(shared: Arc<Shared>, teller: Weak<Teller>, board: BoardName, moved: Arc<Notify>) {
    let _watch = shared.ring.watch(&board, moved.clone());
    let replica = shared.replicas.of(&board);
    let mut told = Told::new();
    loop {
        let Some(state) = shared.replicas.play(&replica).await else {
            drop(teller.upgrade().inspect(|teller| teller.fail()));
            return;
        };
        let now = shared.time.now();
        let (version, timeline) = state;
        let look = timeline.as_ref().map(|timeline| told.look(timeline, now.max(timeline.now())));
        let (cues, again_at) = look.map_or((Vec::new(), u64::MAX), |look| (look.cues, look.again_at));
        {
            let Some(teller) = teller.upgrade() else { return };
            teller.say(cues, told.opening(), version);
        }
        let wait = Duration::from_millis(again_at.saturating_sub(shared.time.now())).min(LOOK_AGAIN);
        tokio::select! {
            () = moved.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
        if teller.strong_count() == 0 {
            return;
        }
    }
}

impl Spoken {
    fn new(cue: Cue) -> Arc<Self> {
        Arc::new(Self { cue, forms: Default::default() })
    }

    /// As a message of WebSocket.
    pub(crate) fn message(&self, board: &BoardName, kind: Kind) -> Bytes {
        let told = told(kind);
        let form = &self.forms[told as usize];
        form.get_or_init(|| framed(Opcode::Text, &encode_cue(board, &self.cue, told).1)).clone()
    }

    /// As a block of SSE.
    pub(crate) fn block(&self, board: &BoardName, kind: Kind) -> Bytes {
        let told = told(kind);
        let form = &self.forms[2 + told as usize];
        let make = || {
            let (name, body) = encode_cue(board, &self.cue, told);
            sse::block(name, None, &body)
        };
        form.get_or_init(make).clone()
    }
}

fn told(kind: Kind) -> frame::Told {
    if kind == Kind::Html { frame::Told::Html } else { frame::Told::Led }
}
