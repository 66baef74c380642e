//! The applier's thread: while one batch is on its way to disk the next one gathers. From applying a batch until
//! it is on disk the machine is locked, so nobody sees what may still be lost.

use crate::applier::stop;
use crate::health::{Health, Keep, NotDone, Stopped, Waiting};
use crate::restore::{self, Found};
use crate::settles::Settles;
use crate::trim::Trim;
use marquee_core::board::{Boards, Command, IdChange, Op, Outcome, RULES, Status, Terms};
use marquee_core::{BoardName, Entry, Epoch, Version};
use marquee_faults::{Bug, Place, planted, reach};
use marquee_lifecycle::Lifecycles;
use marquee_log::{AppendError, Batch, BoardBatch, Checkpoint, Record, Ring};
use marquee_protocol::frame::{encode_auth, encode_entry, encode_snapshot};
use marquee_sequencer::{CommandId, Next, Ordered, Orders, Sequencer, Time};
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{RwLock, watch};

/// Commands that one commit may hold.
const BATCH_MAX: usize = 1_024;
/// How often the states of changed boards are kept.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(10);
/// Boards whose states are kept in one write.
const CHECKPOINTS_AT_ONCE: usize = 64;
/// Every so many checkpoints, boards that stand still are looked at for entries that are too old.
const TRIM_EVERY: u32 = 60;

pub(crate) struct Committer {
    pub(crate) ring: Arc<Ring>,
    epoch: Epoch,
    pub(crate) boards: Arc<RwLock<Boards>>,
    pub(crate) stopped: Stopped,
    waiting: Waiting,
    pub(crate) trims: Receiver<Trim>,
    report: watch::Sender<Health>,
    pub(crate) keep: Keep,
    sequencer: Arc<dyn Sequencer>,
    /// Versions of the newest checkpoints.
    pub(crate) kept: HashMap<BoardName, Version>,
    rounds: u32,
    settles: Settles,
    lifecycles: Lifecycles,
    time: Arc<Time>,
    /// A settle reads none of it.
    terms: Arc<Terms>,
}

/// What applying a batch has come to, before it is on disk.
#[derive(Default)]
struct Gathered {
    batch: Batch,
    places: HashMap<BoardName, usize>,
    entries: Vec<(BoardName, Vec<Entry>)>,
    outcomes: Vec<(CommandId, Outcome)>,
    /// What can be done to no board that is damaged.
    refused: Vec<(CommandId, NotDone)>,
}

impl Gathered {
    fn board(&mut self, name: &BoardName) -> &mut BoardBatch {
        let boards = &mut self.batch.boards;
        let place = *self.places.entry(name.clone()).or_insert_with(|| {
            boards.push((name.clone(), BoardBatch::default()));
            boards.len() - 1
        });
        &mut boards[place].1
    }

    fn ids(&mut self, name: &BoardName, mut changes: Vec<IdChange>) {
        if !changes.is_empty() {
            self.board(name).ids.append(&mut changes);
        }
    }
}

/// Nothing more can be done: the process has to end.
pub(crate) struct LostLog;

/// What a committer is made of.
pub(crate) struct Setup {
    pub(crate) ring: Arc<Ring>,
    pub(crate) sequencer: Arc<dyn Sequencer>,
    pub(crate) boards: Arc<RwLock<Boards>>,
    pub(crate) stopped: Stopped,
    pub(crate) waiting: Waiting,
    pub(crate) trims: Receiver<Trim>,
    pub(crate) report: watch::Sender<Health>,
    pub(crate) keep: Keep,
    pub(crate) lifecycles: Lifecycles,
    pub(crate) time: Arc<Time>,
}

impl Committer {
    pub(crate) fn new(setup: Setup) -> Self {
        let Setup { ring, sequencer, boards, stopped, waiting, trims, report, keep, lifecycles, time } =
            setup;
        Self {
            epoch: ring.epoch(),
            ring,
            boards,
            stopped,
            waiting,
            trims,
            report,
            keep,
            sequencer,
            kept: HashMap::new(),
            rounds: 0,
            settles: Settles::default(),
            lifecycles,
            time,
            terms: Arc::default(),
        }
    }

    /// Until the order ends, or the log is lost.
    pub(crate) fn run(mut self, mut orders: Box<dyn Orders>) {
        let checkpoint_every = marquee_faults::every(CHECKPOINT_EVERY);
        let mut checkpoint_at = Instant::now() + checkpoint_every;
        let result = loop {
            let settle_in = self.ask_settles();
            let within = checkpoint_at.saturating_duration_since(Instant::now()).min(settle_in);
            let step = match orders.next(BATCH_MAX, within) {
                Next::Commands(commands) => {
                    let step = self.commit(&commands);
                    // Of a lost batch nothing is known, so the watermark stays below it.
                    if step.is_ok() {
                        orders.applied();
                    }
                    step
                }
                Next::Quiet => Ok(()),
                Next::Ended => break self.keep_checkpoints(),
            };
            if let Err(lost) = step.and_then(|()| self.trim_as_asked()) {
                break Err(lost);
            }
            if Instant::now() >= checkpoint_at {
                self.lifecycles.expire(self.time.now());
                if let Err(lost) = self.keep_checkpoints() {
                    break Err(lost);
                }
                checkpoint_at = Instant::now() + checkpoint_every;
            }
        };
        if result.is_ok() {
            self.say(Health::Closed);
            self.release(&NotDone::Closed);
        }
    }

    /// Whoever still waits will not be answered by anyone else.
    fn release(&self, why: &NotDone) {
        let left = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        for (_, waiting) in left {
            let _gone = waiting.send(Err(why.clone()));
        }
        for Trim { answer, .. } in self.trims.try_iter() {
            let _gone = answer.send(Err(why.clone()));
        }
    }

    fn commit(&mut self, commands: &[Ordered]) -> Result<(), LostLog> {
        let boards = self.boards.clone();
        let mut boards = boards.blocking_write();
        let mut gathered = self.gather(&mut boards, commands);
        let refused = std::mem::take(&mut gathered.refused);
        self.tell(refused.into_iter().map(|(id, why)| (id, Err(why))));
        if gathered.batch.boards.is_empty() {
            self.answer(gathered.outcomes);
            return Ok(());
        }
        self.let_out(&mut gathered);
        reach(Place::BeforeWrite);
        match self.ring.log().append(&gathered.batch) {
            Ok(()) => {
                reach(Place::AfterSync);
                self.say(Health::Ready);
                let now = self.time.now();
                // Before anyone can be shown them.
                for (board, entries) in &gathered.entries {
                    self.lifecycles.stored(board, entries.iter(), now);
                }
                for (board, added) in gathered.batch.boards.drain(..) {
                    if !added.records.is_empty() && !planted(Bug::ShowBeforeSync) {
                        self.ring.publish(&board, added.records);
                    }
                }
                drop(boards);
                reach(Place::AfterRing);
                self.answer(gathered.outcomes);
                reach(Place::AfterAnswer);
                Ok(())
            }
            Err(AppendError::NoRoom) => {
                self.say(Health::Full);
                self.settles.refused();
                let restored = self.restore(&mut boards, &gathered);
                let refused = gathered.outcomes.into_iter().map(|(id, _)| (id, Err(NotDone::NoRoom)));
                self.tell(refused);
                restored
            }
            Err(error) => Err(self.lost(error.to_string())),
        }
    }

    /// What a planted bug lets out before it is on disk; else nothing.
    fn let_out(&self, gathered: &mut Gathered) {
        if planted(Bug::AnswerBeforeSync) {
            self.answer(std::mem::take(&mut gathered.outcomes));
        }
        if planted(Bug::ShowBeforeSync) {
            for (board, added) in &gathered.batch.boards {
                self.ring.publish(board, added.records.clone());
            }
        }
    }

    fn gather(&mut self, boards: &mut Boards, commands: &[Ordered]) -> Gathered {
        let mut gathered = Gathered::default();
        let stopped = self.stopped.read().unwrap_or_else(PoisonError::into_inner).clone();
        for ordered in commands {
            let board = &ordered.command.board;
            if ordered.command.op == Op::Settle {
                self.settles.applied(board);
            }
            if let Some(version) = stopped.get(board) {
                let why = NotDone::Damaged { board: board.clone(), version: *version };
                gathered.refused.push((ordered.id, why));
                continue;
            }
            let applied = boards.apply(&ordered.command, ordered.at);
            gathered.batch.position = ordered.position;
            if !applied.entries.is_empty() {
                let records = applied.entries.iter().map(|entry| record(board, &self.epoch, entry));
                gathered.board(board).records.extend(records);
                gathered.entries.push((board.clone(), applied.entries));
            }
            let folded =
                matches!(&applied.outcome, Outcome::Placed(placed) if placed.status == Status::Folded);
            if !(folded && planted(Bug::FoldNotKept)) {
                gathered.ids(board, applied.ids);
            }
            for (board, change) in applied.elsewhere {
                gathered.ids(&board, vec![change]);
            }
            gathered.outcomes.push((ordered.id, applied.outcome));
        }
        gathered
    }

    /// Asks for the settles that are due; gives how long the next one can wait.
    fn ask_settles(&mut self) -> Duration {
        let now = self.sequencer.watermark();
        let boards = self.boards.blocking_read();
        let stopped = self.stopped.read().unwrap_or_else(PoisonError::into_inner);
        let settles = boards.settles().filter(|(_, name)| !stopped.contains_key(*name));
        self.settles.ask(now, settles, |board| {
            let id = CommandId(uuid::Uuid::now_v7().as_u128());
            let command = Command { rules: RULES, board, terms: self.terms.clone(), op: Op::Settle };
            self.sequencer.submit(id, command).is_ok()
        })
    }

    /// The machine has gone further than the log: the boards that moved are taken back to where the log stands.
    fn restore(&mut self, boards: &mut Boards, gathered: &Gathered) -> Result<(), LostLog> {
        for (name, _) in &gathered.batch.boards {
            if *name == BoardName::auth() {
                match restore::auth(&**self.ring.log()) {
                    Ok((auth, damaged)) => {
                        damaged
                            .into_iter()
                            .for_each(|version| stop(&self.ring, &self.stopped, name, version));
                        boards.set_auth(auth);
                    }
                    Err(error) => return Err(self.lost(error.to_string())),
                }
                continue;
            }
            match restore::board(&**self.ring.log(), name) {
                Ok(Found::Whole(Some(board))) => boards.insert(name.clone(), board),
                Ok(Found::Whole(None)) => boards.remove(name),
                Ok(Found::Damaged { before, version }) => {
                    stop(&self.ring, &self.stopped, name, version);
                    match before {
                        Some(board) => boards.insert(name.clone(), board),
                        None => boards.remove(name),
                    }
                }
                Err(error) => return Err(self.lost(error.to_string())),
            }
        }
        Ok(())
    }

    fn answer(&self, outcomes: Vec<(CommandId, Outcome)>) {
        self.tell(outcomes.into_iter().map(|(id, outcome)| (id, Ok(outcome))));
    }

    fn tell(&self, outcomes: impl Iterator<Item = (CommandId, Result<Outcome, NotDone>)>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for (id, outcome) in outcomes {
            if let Some(sender) = waiting.remove(&id) {
                // Whoever asked may be gone: what was done stays done.
                let _gone = sender.send(outcome);
            }
        }
    }

    fn say(&self, health: Health) {
        self.report.send_if_modified(|now| {
            let changed = *now != health;
            if changed {
                match &health {
                    Health::Ready => tracing::info!("there is room again: publishing goes on"),
                    Health::Closed => tracing::info!("all that was taken is on disk"),
                    Health::Full => {
                        tracing::error!("the disk is full: publishing is refused until there is room")
                    }
                    Health::Lost { detail } => {
                        tracing::error!(detail, "the log is lost: nothing is answered any more")
                    }
                }
                *now = health;
            }
            changed
        });
    }

    pub(crate) fn lost(&self, detail: String) -> LostLog {
        self.say(Health::Lost { detail });
        LostLog
    }

    /// Keeps the states of boards that have changed, then lets go of what is too old.
    fn keep_checkpoints(&mut self) -> Result<(), LostLog> {
        let boards = self.boards.clone();
        let boards = boards.blocking_read();
        let watch_all = self.rounds.is_multiple_of(TRIM_EVERY);
        self.rounds = self.rounds.wrapping_add(1);
        let stopped = self.stopped.read().unwrap_or_else(PoisonError::into_inner).clone();
        let auth = (BoardName::auth(), boards.auth().version());
        let auth = Some(auth).filter(|(_, version)| *version > Version(0));
        let standing: Vec<_> = boards
            .iter()
            .map(|(name, board)| (name.clone(), board.version()))
            .chain(auth)
            .filter(|(name, _)| !stopped.contains_key(name))
            .collect();
        let changed: Vec<_> =
            standing.iter().filter(|(name, version)| self.kept.get(name) != Some(version)).cloned().collect();
        for some in changed.chunks(CHECKPOINTS_AT_ONCE) {
            reach(Place::BeforeCheckpoint);
            let states: Vec<_> = some
                .iter()
                .filter_map(|(name, _)| Some((name.clone(), self.state(&boards, name)?)))
                .collect();
            match self.ring.log().keep_checkpoints(&states) {
                Ok(()) => {
                    reach(Place::AfterCheckpoint);
                    self.kept.extend(some.iter().cloned());
                }
                // A later round tries again; a start until then only replays more.
                Err(AppendError::NoRoom) => return Ok(()),
                Err(error) => return Err(self.lost(error.to_string())),
            }
        }
        let changed: HashSet<_> = changed.iter().map(|(name, _)| name).collect();
        let now = self.sequencer.watermark();
        for (name, _) in standing.iter().filter(|(name, _)| watch_all || changed.contains(name)) {
            self.trim(name, now)?;
        }
        Ok(())
    }

    pub(crate) fn state(&self, boards: &Boards, name: &BoardName) -> Option<Checkpoint> {
        if *name == BoardName::auth() {
            let auth = boards.auth();
            let (version, at) = (auth.version(), auth.at());
            return Some(Checkpoint { version, at, rules: RULES, body: encode_auth(auth) });
        }
        let board = boards.board(name)?;
        let (timeline, version) = (board.timeline(), board.version());
        let (at, state) = (timeline.now(), board.state());
        let body = encode_snapshot(name, &self.epoch, version, at, Some(state), timeline.policy());
        Some(Checkpoint { version, at, rules: RULES, body })
    }
}

/// However the thread ends, nobody is left waiting, and a panic is a lost log.
impl Drop for Committer {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.say(Health::Lost { detail: "the applier panicked".into() });
        }
        self.release(&NotDone::Lost);
    }
}

fn record(board: &BoardName, epoch: &Epoch, entry: &Entry) -> Record {
    Record {
        version: entry.version,
        at: entry.at,
        kind: entry.change.kind().into(),
        body: encode_entry(board, epoch, entry),
    }
}
