//! What all requests share, and the way of one submission: from what was read to what is answered.

use crate::hooks::Hooks;
use crate::reply::Reply;
use marquee_applier::{Applier, NotDone};
use marquee_core::board::{Boards, Op, Outcome};
use marquee_core::{Access, BoardName, NoticeId};
use marquee_protocol::answer;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use marquee_sequencer::Time;
use std::sync::Arc;
use tokio::sync::RwLockReadGuard;

/// What a gateway is made of.
pub struct Setup {
    /// Where commands go.
    pub applier: Applier,
    /// `server_time`.
    pub time: Arc<Time>,
    /// How long a hook's notice lives without a word of it, s.
    pub hook_ttl_s: u64,
    /// Other systems that may publish.
    pub hooks: Hooks,
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

    pub(crate) fn now(&self) -> u64 {
        self.setup.time.now()
    }

    pub(crate) fn hook_ttl_s(&self) -> u64 {
        self.setup.hook_ttl_s
    }

    pub(crate) fn hooks(&self) -> &Hooks {
        &self.setup.hooks
    }

    /// Has one thing done to a board and gives the answer, once it is on disk.
    pub(crate) async fn submit(
        &self,
        access: &Access,
        board: BoardName,
        op: Op,
        trace_id: &TraceId,
    ) -> Result<Reply, Problem> {
        if !access.may_publish(&board) {
            return Err(Problem::new(
                Slug::Forbidden,
                format!("the token does not allow to publish to board {board}"),
            ));
        }
        let outcome = self.applier().submit(board.clone(), op).await.map_err(|error| not_done(&error))?;
        let epoch = self.applier().epoch();
        let reply = match outcome {
            Outcome::Placed(placed) => Reply::new(
                answer::status_code(&placed),
                answer::placed(&board, epoch, &placed, trace_id.as_str()),
            ),
            Outcome::Deleted { id, version } => Reply::ok(answer::deleted(&board, epoch, &id, version)),
            Outcome::Unknown => Reply::ok(answer::unknown()),
            Outcome::Rejected(rejection) => return Err(answer::rejected(&rejection)),
        };
        Ok(reply)
    }
}

/// Nothing is known of what became of it, so repeating it under the same id is what to do.
fn not_done(error: &NotDone) -> Problem {
    let detail = match error {
        NotDone::Overloaded => "too many notices are waiting to be stored: try again in a moment",
        NotDone::Closed => "the server is going away: try again, it or another one will answer",
        NotDone::NoRoom => "the disk is full: nothing was stored, and nothing is until there is room",
        NotDone::Lost => {
            "the log cannot be written: whether this was stored is unknown, so repeat it with the same id"
        }
    };
    Problem::new(Slug::Unavailable, detail)
}

/// The id of a notice without one: ordered by time, so that ids near in time are near on disk.
pub(crate) fn mint() -> NoticeId {
    let id = uuid::Uuid::now_v7().to_string();
    NoticeId::parse(&id).unwrap_or_else(|| unreachable!("a UUID keeps the rule for ids: {id}"))
}
