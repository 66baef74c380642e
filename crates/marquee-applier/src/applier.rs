//! The handle to the applier: whoever has a command submits it and waits for what became of it. It is cheap to
//! clone and never waits for room: a full queue is an answer.

use crate::commit::{self, Committer};
use crate::health::{Answer, Health, Keep, NotDone, Stopped, Waiters, Waiting};
use crate::restore::{self, Found, RestoreError};
use crate::trim::{TRIMS_MAX, Trim, Trimmed};
use marquee_core::auth::Standing;
use marquee_core::board::{Boards, Command, Op, Outcome, Position, RULES, Terms};
use marquee_core::{BoardName, Epoch, Policy, Version};
use marquee_lifecycle::Lifecycles;
use marquee_log::{ReadError, Ring};
use marquee_sequencer::{CommandId, Orders, Sequencer, SubmitError, Time};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;
use tokio::sync::{RwLockReadGuard, oneshot, watch};

/// What an applier is made of.
pub struct Start {
    /// Where entries go, with the log behind it.
    pub ring: Arc<Ring>,
    /// Where commands go to be ordered.
    pub sequencer: Arc<dyn Sequencer>,
    /// Where they come from, ordered.
    pub orders: Box<dyn Orders>,
    /// What commands carry of the configuration.
    pub terms: Terms,
    /// How long entries are kept.
    pub keep: Keep,
    /// Where it is told what is on disk.
    pub lifecycles: Lifecycles,
    /// When.
    pub time: Arc<Time>,
}

/// Why an applier could not start.
#[derive(Debug)]
pub enum StartError {
    /// The machine could not be restored.
    Restore(RestoreError),
    /// The system gave no thread.
    Thread(std::io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Restore(error) => error.fmt(f),
            Self::Thread(error) => write!(f, "no thread for the log's writer: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// Boards that are told of new defaults in one commit.
const DEFAULTS_AT_ONCE: usize = 64;

/// The handle.
#[derive(Clone)]
pub struct Applier {
    inner: Arc<Inner>,
}

struct Inner {
    epoch: Epoch,
    ring: Arc<Ring>,
    sequencer: Arc<dyn Sequencer>,
    terms: RwLock<Arc<Terms>>,
    boards: Arc<tokio::sync::RwLock<Boards>>,
    /// Who might come when it began.
    first_standing: (Version, Standing),
    stopped: Stopped,
    trims: SyncSender<Trim>,
    waiting: Waiting,
    health: watch::Receiver<Health>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// Where the log stands when it is opened: the sequencer goes on from there.
pub fn standing(ring: &Ring) -> Result<(Position, u64), ReadError> {
    let newest_at = ring.boards().iter().map(|(_, bounds)| bounds.at).max().unwrap_or(0);
    Ok((ring.log().position()?, newest_at))
}

/// The machine as the log has it; which boards are damaged is told once, and the others go on.
fn restored(ring: &Ring, stopped: &Stopped) -> Result<Boards, RestoreError> {
    let log = &**ring.log();
    let mut boards = Boards::default();
    let (auth, damaged) = restore::auth(log)?;
    damaged.into_iter().for_each(|version| stop(ring, stopped, &BoardName::auth(), version));
    boards.set_auth(auth);
    for (name, _) in log.boards()? {
        if name == BoardName::auth() {
            continue;
        }
        let board = match restore::board(log, &name)? {
            Found::Whole(board) => board,
            Found::Damaged { before, version } => {
                stop(ring, stopped, &name, version);
                before
            }
        };
        if let Some(board) = board {
            boards.insert(name, board);
        }
    }
    Ok(boards)
}

/// From now on nothing is applied to a board.
pub(crate) fn stop(ring: &Ring, stopped: &Stopped, board: &BoardName, version: Version) {
    stopped.write().unwrap_or_else(PoisonError::into_inner).insert(board.clone(), version);
    ring.note_damage(board, version);
    tracing::error!(
        %board, %version,
        "the board is damaged on disk: what precedes this version is shown, and nothing can be published to it until \
         the server is stopped and marquee log repair was run"
    );
}

impl Applier {
    /// Restores the machine and starts to apply.
    pub fn start(start: Start) -> Result<Self, StartError> {
        let stopped = Stopped::default();
        let boards = restored(&start.ring, &stopped).map_err(StartError::Restore)?;
        let first_standing = (boards.auth().version(), boards.auth().standing().clone());
        let boards = Arc::new(tokio::sync::RwLock::new(boards));
        let waiting = Waiting::default();
        let (trims, trims_asked) = sync_channel(TRIMS_MAX);
        let (report, health) = watch::channel(Health::Ready);
        let epoch = start.ring.epoch();
        let Start { ring, sequencer, orders, terms, keep, lifecycles, time } = start;
        let committer = Committer::new(commit::Setup {
            ring: ring.clone(),
            sequencer: sequencer.clone(),
            boards: boards.clone(),
            stopped: stopped.clone(),
            waiting: waiting.clone(),
            trims: trims_asked,
            report,
            keep,
            lifecycles,
            time,
        });
        let thread = std::thread::Builder::new()
            .name("applier".into())
            .spawn(move || committer.run(orders))
            .map_err(StartError::Thread)?;
        let inner = Inner {
            epoch,
            ring,
            sequencer,
            terms: RwLock::new(Arc::new(terms)),
            boards,
            first_standing,
            stopped,
            trims,
            waiting,
            health,
            thread: Mutex::new(Some(thread)),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Who might come when it began, and as of which entry of `_auth`.
    pub fn first_standing(&self) -> (Version, Standing) {
        self.inner.first_standing.clone()
    }

    /// The log's epoch.
    pub fn epoch(&self) -> &Epoch {
        &self.inner.epoch
    }

    /// What commands carry of the configuration, as of now.
    pub fn terms(&self) -> Arc<Terms> {
        self.inner.terms.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on boards without a policy of their own play this one: those that exist, in an entry each, and
    /// those to come. An error leaves some behind: the same call again goes on with them.
    pub async fn set_defaults(&self, policy: Arc<Policy>) -> Result<(), NotDone> {
        let mut terms = Terms::clone(&self.terms());
        terms.first_policy = policy;
        *self.inner.terms.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(terms);
        self.follow_defaults().await
    }

    /// Boards without a policy of their own that play another one than the defaults of now are brought to them.
    pub async fn follow_defaults(&self) -> Result<(), NotDone> {
        // A command that was made before this may still begin a board under the old ones: so it looks again.
        loop {
            let behind = self.behind_the_defaults().await?;
            if behind.is_empty() {
                return Ok(());
            }
            for some in behind.chunks(DEFAULTS_AT_ONCE) {
                let taken = some.iter().map(|board| (board.clone(), Op::TakeDefaults));
                for outcome in self.submit_all(taken).await {
                    outcome?;
                }
            }
        }
    }

    async fn behind_the_defaults(&self) -> Result<Vec<BoardName>, NotDone> {
        let first_policy = self.terms().first_policy.clone();
        let boards = self.boards().await?;
        let stopped = self.inner.stopped.read().unwrap_or_else(PoisonError::into_inner);
        let behind = boards
            .iter()
            .filter(|(name, _)| !stopped.contains_key(*name))
            .filter(|(_, board)| !board.policy_mark().own && *board.timeline().policy() != first_policy);
        Ok(behind.map(|(name, _)| name.clone()).collect())
    }

    /// A time below which no later entry will be stamped, ms; everything stamped before can be seen.
    pub fn watermark(&self) -> u64 {
        self.inner.sequencer.watermark()
    }

    /// Submits one thing to do and waits until it is on disk, or is not.
    pub async fn submit(&self, board: BoardName, op: Op) -> Result<Outcome, NotDone> {
        let (id, command, answer) = self.prepare(self.terms(), board, op);
        let told = self.inner.sequencer.submit(id, command);
        self.answer(id, told, answer).await
    }

    /// The same of many, each with an answer of its own: they are submitted together, and so committed together as far as a
    /// batch goes.
    pub async fn submit_all(
        &self,
        submissions: impl IntoIterator<Item = (BoardName, Op)>,
    ) -> Vec<Result<Outcome, NotDone>> {
        let terms = self.terms();
        let (mut commands, mut answers) = (Vec::new(), Vec::new());
        for (board, op) in submissions {
            let (id, command, answer) = self.prepare(terms.clone(), board, op);
            commands.push((id, command));
            answers.push((id, answer));
        }
        let told = self.inner.sequencer.submit_all(commands);
        let mut outcomes = Vec::with_capacity(answers.len());
        for ((id, answer), told) in answers.into_iter().zip(told) {
            outcomes.push(self.answer(id, told, answer).await);
        }
        outcomes
    }

    fn waiting(&self) -> MutexGuard<'_, Waiters> {
        self.inner.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The applier may be done before a submit returns, so the one who waits is known first.
    fn prepare(&self, terms: Arc<Terms>, board: BoardName, op: Op) -> (CommandId, Command, Answer) {
        let (sender, answer) = oneshot::channel();
        let id = CommandId(uuid::Uuid::now_v7().as_u128());
        self.waiting().insert(id, sender);
        (id, Command { rules: RULES, board, terms, op }, answer)
    }

    async fn answer(
        &self,
        id: CommandId,
        told: Result<(), SubmitError>,
        answer: Answer,
    ) -> Result<Outcome, NotDone> {
        if let Err(error) = told {
            self.waiting().remove(&id);
            return Err(match error {
                SubmitError::Full => NotDone::Overloaded,
                SubmitError::Closed => NotDone::Closed,
            });
        }
        answer.await.unwrap_or(Err(NotDone::Lost))
    }

    /// The machine, as of the newest commit: while this is held nothing is applied. Of a lost log it is ahead of
    /// the disk, so it is not shown any more.
    pub async fn boards(&self) -> Result<RwLockReadGuard<'_, Boards>, NotDone> {
        let boards = self.inner.boards.read().await;
        match &*self.inner.health.borrow() {
            Health::Lost { .. } => Err(NotDone::Lost),
            Health::Ready | Health::Full | Health::Closed => Ok(boards),
        }
    }

    /// Lets go of a board's entries below a version, as far as a restart does not need them; `None`: there is no such
    /// board. It is no command: what one node keeps is no state of the board.
    pub async fn trim(&self, board: BoardName, before: Version) -> Result<Option<Trimmed>, NotDone> {
        let (answer, answered) = oneshot::channel();
        self.inner.trims.try_send(Trim { board, before, answer }).map_err(|error| match error {
            TrySendError::Full(_) => NotDone::Overloaded,
            TrySendError::Disconnected(_) => NotDone::Closed,
        })?;
        self.inner.sequencer.nudge();
        answered.await.unwrap_or(Err(NotDone::Closed))
    }

    /// The version at which a board is damaged, if nothing is applied to it for that; 0: something beside its entries.
    pub fn damage(&self, board: &BoardName) -> Option<Version> {
        self.inner.stopped.read().unwrap_or_else(PoisonError::into_inner).get(board).copied()
    }

    /// Every board of which something is found damaged, also where that is needed by readers alone.
    pub fn damages(&self) -> BTreeMap<BoardName, Version> {
        self.inner.ring.damages()
    }

    /// How writing goes, now and from now on.
    pub fn health(&self) -> watch::Receiver<Health> {
        self.inner.health.clone()
    }

    /// Takes no more; what was taken is done.
    pub fn close(&self) {
        self.inner.sequencer.close();
    }

    /// Takes no more, does what was taken, keeps a last checkpoint and ends. It blocks until then.
    pub fn stop(&self) {
        self.close();
        let thread = self.inner.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the applier ended in a panic; what was answered is on disk");
        }
    }
}
