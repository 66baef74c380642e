//! What all requests share, and the way of one submission: from what was read to what is answered.

use crate::checks::Checks;
use crate::hooks::Hooks;
use crate::limited::{Publisher, publishes};
use marquee_access::{Limits, Logins};
use marquee_applier::{Applier, NotDone, Trimmed};
use marquee_core::board::{Boards, Op, Outcome};
use marquee_core::{Access, BoardName, NoticeId, Version};
use marquee_lifecycle::Lifecycles;
use marquee_protocol::answer::{self, SubmissionAnswer};
use marquee_protocol::blocklist::BlockList;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use marquee_sequencer::Time;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::RwLockReadGuard;

/// What a gateway is made of.
pub struct Setup {
    /// Where commands go.
    pub applier: Applier,
    /// `server_time`.
    pub time: Arc<Time>,
    /// How long a hook's notice lives without a word of it, s.
    pub hook_ttl_s: u64,
    /// What is not shown; another list may take its place at any time.
    pub block_list: Arc<RwLock<Arc<BlockList>>>,
    /// What has become of notices on this node.
    pub lifecycles: Lifecycles,
    /// How the parts of the server do.
    pub checks: Checks,
    /// Other systems that may publish.
    pub hooks: Hooks,
    /// Who may come and stay, and who logs in; `None`: no keys are configured.
    pub logins: Option<Arc<Logins>>,
    /// How often whoever is known may come; without keys: no limit.
    pub limits: Limits,
}

/// The gateway; cheap to clone.
#[derive(Clone)]
pub struct Gateway {
    setup: Arc<Setup>,
}

impl Gateway {
    /// A gateway in front of an applier.
    pub fn new(setup: Setup) -> Self {
        Self { setup: Arc::new(setup) }
    }

    pub(crate) fn applier(&self) -> &Applier {
        &self.setup.applier
    }

    /// The machine to look at, as of the newest commit.
    pub(crate) async fn boards(&self) -> Result<RwLockReadGuard<'_, Boards>, Problem> {
        self.applier().boards().await.map_err(|error| not_done(&error))
    }

    /// The machine to look at one board of it; a damaged one of which no state is left is not shown as if it had never
    /// been written.
    pub(crate) async fn boards_with(
        &self,
        board: &BoardName,
    ) -> Result<RwLockReadGuard<'_, Boards>, Problem> {
        let boards = self.boards().await?;
        match self.applier().damage(board) {
            Some(version) if boards.board(board).is_none() => {
                Err(not_done(&NotDone::Damaged { board: board.clone(), version }))
            }
            _ => Ok(boards),
        }
    }

    /// Lets go of a board's entries below a version.
    pub(crate) async fn trim(
        &self,
        access: &Access,
        board: BoardName,
        before: Version,
    ) -> Result<Option<Trimmed>, Problem> {
        self.is_still_taken(access)?;
        self.applier().trim(board, before).await.map_err(|error| not_done(&error))
    }

    pub(crate) fn now(&self) -> u64 {
        self.setup.time.now()
    }

    /// What is not shown, as of now.
    pub(crate) fn block_list(&self) -> Arc<BlockList> {
        self.setup.block_list.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn lifecycles(&self) -> &Lifecycles {
        &self.setup.lifecycles
    }

    pub(crate) fn checks(&self) -> &Checks {
        &self.setup.checks
    }

    pub(crate) fn hook_ttl_s(&self) -> u64 {
        self.setup.hook_ttl_s
    }

    pub(crate) fn logins(&self) -> Option<&Arc<Logins>> {
        self.setup.logins.as_ref()
    }

    /// Whether whoever asks may still do so: a body takes its time.
    fn is_still_taken(&self, access: &Access) -> Result<(), Problem> {
        let stays = self.logins().map_or(Ok(()), |logins| logins.authority().stays(access));
        stays.map_err(|refusal| Problem::new(Slug::Unauthorized, refusal.to_string()))
    }

    /// How often whoever is known may come.
    pub fn limits(&self) -> &Limits {
        &self.setup.limits
    }

    pub(crate) fn hooks(&self) -> &Hooks {
        &self.setup.hooks
    }

    /// Has one thing done to a board, which the caller may do, and gives what it came to, once it is on disk.
    pub(crate) async fn outcome(
        &self,
        access: &Access,
        board: BoardName,
        op: Op,
    ) -> Result<Outcome, Problem> {
        self.is_still_taken(access)?;
        self.applier().submit(board, op).await.map_err(|error| not_done(&error))
    }

    /// Has one thing published to a board and gives the answer, once it is on disk.
    pub(crate) async fn submit(
        &self,
        access: &Access,
        board: BoardName,
        op: Op,
        trace_id: &TraceId,
    ) -> Result<SubmissionAnswer, Problem> {
        may_publish(access, &board)?;
        self.is_still_taken(access)?;
        publishes(&self.setup.limits, Publisher::Caller(access), 1)?;
        let outcome = self.applier().submit(board.clone(), op).await;
        self.answer(&board, outcome, trace_id)
    }

    /// The same of many, with an answer to each. They are submitted together: so they are committed together, and a
    /// terminal gets them in one write. Where there is no room for all of them within the publisher's rate, none is submitted.
    pub(crate) async fn submit_all(
        &self,
        publisher: Publisher<'_>,
        submissions: Vec<Result<(BoardName, Op), Problem>>,
        trace_id: &TraceId,
    ) -> Result<Vec<Result<SubmissionAnswer, Problem>>, Problem> {
        publishes(&self.setup.limits, publisher, submissions.len())?;
        let mut together = Vec::with_capacity(submissions.len());
        let taken = match publisher {
            Publisher::Caller(access) => self.is_still_taken(access),
            Publisher::Hook(_) => Ok(()),
        };
        let boards: Vec<_> = submissions
            .into_iter()
            .map(|submission| {
                let (board, op) = submission?;
                if let Publisher::Caller(access) = publisher {
                    may_publish(access, &board)?;
                }
                taken.clone()?;
                together.push((board.clone(), op));
                Ok(board)
            })
            .collect();
        let mut outcomes = self.applier().submit_all(together).await.into_iter();
        let answer = |board: Result<BoardName, Problem>| {
            let board = board?;
            let outcome = outcomes.next().unwrap_or(Err(NotDone::Lost));
            self.answer(&board, outcome, trace_id)
        };
        Ok(boards.into_iter().map(answer).collect())
    }

    /// What is answered to one thing that was submitted.
    fn answer(
        &self,
        board: &BoardName,
        outcome: Result<Outcome, NotDone>,
        trace_id: &TraceId,
    ) -> Result<SubmissionAnswer, Problem> {
        let outcome = outcome.map_err(|error| not_done(&error))?;
        let epoch = self.applier().epoch();
        match outcome {
            Outcome::Placed(placed) => {
                let answer = answer::placed(board, epoch, &placed, trace_id.as_str());
                Ok(SubmissionAnswer::Placed(answer))
            }
            Outcome::Deleted { id, version } => {
                Ok(SubmissionAnswer::Deleted(answer::deleted(board, epoch, &id, version)))
            }
            Outcome::Unknown => Ok(SubmissionAnswer::Unknown(answer::unknown())),
            Outcome::Rejected(rejection) => Err(answer::rejected(&rejection)),
            other @ (Outcome::Policy { .. } | Outcome::Auth { .. } | Outcome::Done) => {
                Err(unexpected(&other))
            }
        }
    }
}

/// Nothing is known of what became of it, so repeating it under the same id is what to do.
fn may_publish(access: &Access, board: &BoardName) -> Result<(), Problem> {
    if access.may_publish(board) {
        return Ok(());
    }
    Err(Problem::new(Slug::Forbidden, format!("the token does not allow to publish to board {board}")))
}

pub(crate) fn not_done(error: &NotDone) -> Problem {
    let detail = match error {
        NotDone::Damaged { board, version } => {
            let place = match version.0 {
                0 => "beside its entries".to_owned(),
                version => format!("at version {version}"),
            };
            let detail = format!(
                "board {board} is damaged {place} on disk: nothing was stored; the operator has to stop the server \
                 and run `marquee log repair`"
            );
            return Problem::new(Slug::Unavailable, detail);
        }
        NotDone::Overloaded => "too many notices are waiting to be stored: try again in a moment",
        NotDone::Closed => "the server is going away: try again, it or another one will answer",
        NotDone::NoRoom => "the disk is full: nothing was stored, and nothing is until there is room",
        NotDone::Lost => {
            "the log cannot be written: whether this was stored is unknown, so repeat it with the same id"
        }
    };
    Problem::new(Slug::Unavailable, detail)
}

/// What a command cannot come to: a fault of ours, which the operator is told.
pub(crate) fn unexpected(outcome: &Outcome) -> Problem {
    tracing::error!(?outcome, "a command came to what it cannot come to");
    Problem::new(Slug::Internal, "the server made a mistake; the operator has been told")
}

/// The id of a notice without one: ordered by time, so that ids near in time are near on disk.
pub(crate) fn mint() -> NoticeId {
    let id = uuid::Uuid::now_v7().to_string();
    NoticeId::parse(&id).unwrap_or_else(|| unreachable!("a UUID keeps the rule for ids: {id}"))
}
