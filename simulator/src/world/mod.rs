//! A world: one server, its publishers and terminals, what fails and when, in virtual time. Everything that happens is an
//! event at a millisecond, in order of time and of coming up; the number that it was made of decides all the rest.
//!
//! | module | holds |
//! |---|---|
//! | `server` | the process: starts, takes turns with its applier, ends |
//! | `sending` | connections on the server's side |
//! | `publishing` | who publishes, and what it was answered |
//! | `watching` | who watches: terminals, what they have and show |
//! | `acking` | how far terminals said they are, and what the server makes of it |
//! | `tokens` | what terminals' tokens open, and for how long |
//! | `failing` | what goes wrong |
//! | `ending` | the quiet at the end, and the verdict |

mod acking;
mod ending;
mod failing;
mod publishing;
mod sending;
mod server;
mod tokens;
mod watching;

use crate::coverage::Coverage;
use crate::disk::Platter;
use crate::history::History;
use crate::network::{Link, Up};
use crate::order::Made;
use crate::plan::Plan;
use crate::process::Process;
use crate::truth::Truth;
use acking::Acked;
use fastrand::Rng;
use marquee_core::{BoardName, Epoch};
use proof::check::Anomaly;
use publishing::{Answered, Publisher};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
pub(crate) use tokens::Grant;
use tokens::Renewal;
use watching::Terminal;

/// What a world came to.
pub struct Outcome {
    /// Its number.
    pub seed: u64,
    /// What contradicts what; empty: nothing.
    pub found: Vec<Anomaly>,
    /// What it has come by.
    pub coverage: Coverage,
    /// What happened.
    pub history: History,
}

/// Plays a world to its end. With `whole` its history is kept, line by line.
pub fn play(seed: u64, whole: bool) -> Outcome {
    let mut world = World::new(seed, whole);
    world.begin();
    while let Some((&(at, sequence), _)) = world.queue.first_key_value() {
        let Some(event) = world.queue.remove(&(at, sequence)) else { break };
        world.now = at;
        world.made.set(at);
        if !world.happens(event) {
            break;
        }
        world.go_on();
    }
    world.close()
}

/// What may happen.
#[derive(Debug)]
enum Event {
    /// The server starts.
    Start,
    /// What a process was writing has come to something.
    Written(u64),
    /// A process's applier has waited long enough.
    Wake(u64),
    /// A process brings acknowledgements to the log.
    KeepAcks(u64),
    /// A process ends by itself.
    Exit(u64),
    /// A connection of the server is looked at.
    Look(usize),
    /// What a connection waited for can be read.
    Fetched(usize),
    /// A write has made no progress since.
    Stuck(usize, u64),
    /// A publisher begins something.
    Publish(usize),
    /// What a publisher sent is there.
    Arrive(usize, u64),
    /// A publisher is answered.
    Answered(usize, u64, Answered),
    /// A publisher has waited long enough for an answer.
    Impatient(usize, u64, u32),
    /// A terminal connects.
    Connect(usize),
    /// Its connection is there.
    Accept(usize),
    /// Something is there for a terminal.
    Down(usize),
    /// Something came from a terminal.
    Up(usize, Up),
    /// A terminal gives a silent connection up.
    GiveUp(usize),
    /// A terminal does something about its token, which ends.
    Renew(usize, Renewal),
    /// A terminal shows its screen.
    Show(usize),
    /// Something fails.
    Fault(usize),
    /// The disk has room again.
    Room,
    /// Nothing fails any more, nobody begins anything.
    Quiet,
    /// A last notice on each board.
    Last,
    /// What is there now everybody has by [`Event::Seen`].
    There,
    /// Everybody has it.
    Seen(BTreeMap<BoardName, u64>),
    /// The end.
    End,
}

struct World {
    seed: u64,
    rng: Rng,
    plan: Plan,
    now: u64,
    sequence: u64,
    queue: BTreeMap<(u64, u64), Event>,
    made: Made,
    platter: Arc<Mutex<Platter>>,
    /// A copy of the disk, as an operator has one.
    copy: Option<Platter>,
    histories: u64,
    process: Option<Process>,
    processes: u64,
    /// When each process that is over ended.
    ends: BTreeMap<u64, u64>,
    boards: Vec<BoardName>,
    publishers: Vec<Publisher>,
    terminals: Vec<Terminal>,
    links: BTreeMap<usize, Link>,
    next_link: usize,
    /// From where on each board could be read at most, whoever was told.
    edges: BTreeMap<BoardName, u64>,
    acked: Acked,
    folds: publishing::Counted,
    /// Replacements by id that were begun.
    puts: u64,
    full: bool,
    sync_fails: bool,
    quiet: bool,
    truth: Truth,
    found: Vec<Anomaly>,
    coverage: Coverage,
    history: History,
}

/// Writes a line of the history.
macro_rules! note {
    ($world:expr, $($what:tt)*) => {
        $world.history.note($world.now, format_args!($($what)*))
    };
}
use note;

impl World {
    fn new(seed: u64, whole: bool) -> Self {
        let mut rng = Rng::with_seed(seed);
        let plan = Plan::of(&mut rng);
        let epoch = history_name(1);
        let names = ["ops", "main", "lobby"];
        Self {
            seed,
            now: 0,
            sequence: 0,
            queue: BTreeMap::new(),
            made: Made::default(),
            platter: Arc::new(Mutex::new(Platter::new(epoch.clone()))),
            copy: None,
            histories: 1,
            process: None,
            processes: 0,
            ends: BTreeMap::new(),
            boards: names.iter().take(plan.boards).filter_map(|name| BoardName::parse(name)).collect(),
            publishers: (0..plan.publishers).map(|_| Publisher::default()).collect(),
            terminals: Vec::new(),
            links: BTreeMap::new(),
            next_link: 1,
            edges: BTreeMap::new(),
            acked: Acked::default(),
            folds: publishing::Counted::default(),
            puts: 0,
            full: false,
            sync_fails: false,
            quiet: false,
            truth: Truth::new(epoch),
            found: Vec::new(),
            coverage: Coverage::default(),
            history: History::new(whole),
            rng,
            plan,
        }
    }

    fn begin(&mut self) {
        note!(self, "world {}: {:?}", self.seed, self.plan);
        self.terminals =
            (0..self.plan.terminals).map(|_| Terminal::of(&mut self.rng, &self.boards)).collect();
        self.after(0, Event::Start);
        for publisher in 0..self.publishers.len() {
            self.within(self.plan.pause_ms, Event::Publish(publisher));
        }
        for terminal in 0..self.terminals.len() {
            self.within(3_000, Event::Connect(terminal));
            self.within(2_000, Event::Show(terminal));
        }
        for fault in 0..self.plan.faults.len() {
            self.after(self.plan.faults[fault].0, Event::Fault(fault));
        }
        self.after(self.plan.busy_ms, Event::Quiet);
    }

    fn after(&mut self, ms: u64, event: Event) {
        self.sequence += 1;
        self.queue.insert((self.now + ms, self.sequence), event);
    }

    /// Some time from now, at most so late, ms.
    fn within(&mut self, ms: u64, event: Event) {
        let ms = self.rng.u64(1..=ms.max(1));
        self.after(ms, event);
    }

    /// How long a way through the network takes, ms.
    fn way(&mut self) -> u64 {
        self.rng.u64(1..=self.plan.way_ms)
    }

    fn disk(&self) -> MutexGuard<'_, Platter> {
        self.platter.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// `false`: that was the end.
    fn happens(&mut self, event: Event) -> bool {
        match event {
            Event::Start => self.start(),
            Event::Written(process) => self.written(process),
            Event::Wake(process) => self.wake(process),
            Event::KeepAcks(process) => self.keep_acks(process),
            Event::Exit(process) => self.exit(process),
            Event::Look(link) => self.look(link),
            Event::Fetched(link) => self.fetched(link),
            Event::Stuck(link, since) => self.stuck(link, since),
            Event::Publish(publisher) => self.publish(publisher),
            Event::Arrive(publisher, request) => self.arrive(publisher, request),
            Event::Answered(publisher, request, answer) => self.answered(publisher, request, answer),
            Event::Impatient(publisher, request, attempt) => self.impatient(publisher, request, attempt),
            Event::Connect(terminal) => self.connect(terminal),
            Event::Accept(link) => self.accept(link),
            Event::Down(link) => self.down(link),
            Event::Up(link, up) => self.up(link, up),
            Event::GiveUp(link) => self.give_up(link),
            Event::Renew(link, renewal) => self.renew(link, renewal),
            Event::Show(terminal) => self.show(terminal),
            Event::Fault(number) => self.fault(number),
            Event::Room => self.room(),
            Event::Quiet => self.fall_quiet(),
            Event::Last => self.last_notices(),
            Event::There => self.note_what_is_there(),
            Event::Seen(heads) => self.judge_seen(&heads),
            Event::End => {
                self.judge_the_end();
                return false;
            }
        }
        true
    }

    fn close(mut self) -> Outcome {
        self.kill(false);
        self.found.append(&mut self.truth.verdict());
        for anomaly in &self.found {
            self.history.note(self.now, format_args!("FOUND {anomaly}"));
        }
        let Self { seed, found, coverage, history, .. } = self;
        Outcome { seed, found, coverage, history }
    }
}

/// What the n-th history of a log is called.
fn history_name(number: u64) -> Epoch {
    let name = format!("history{number}");
    match Epoch::parse(&name) {
        Some(epoch) => epoch,
        None => unreachable!("{name} is an epoch"),
    }
}
