//! What all connections share: the ring, the clock, and where boards stand. It holds no connection.

use crate::acks::Acks;
use crate::drain::Drain;
use crate::glass::Glass;
use crate::pages::Pages;
use crate::replica::Replicas;
use crate::teller::Tellers;
use crate::terminals::Terminals;
use marquee_access::Authority;
use marquee_applier::Applier;
use marquee_asrun::AsRun;
use marquee_core::session::{Heartbeat, Standing, Standings};
use marquee_core::{Access, BoardName, Timeline};
use marquee_lifecycle::Lifecycles;
use marquee_log::Ring;
use marquee_protocol::problem::{Problem, Slug};
use marquee_sequencer::Time;
use std::sync::Arc;

/// What an edge is made of.
pub struct Setup {
    /// Where entries are read.
    pub ring: Arc<Ring>,
    /// Tells the watermark; the way for what terminals report.
    pub applier: Applier,
    /// `server_time`.
    pub time: Arc<Time>,
    /// When silent terminals are asked and given up.
    pub heartbeat: Heartbeat,
    /// Where it is told what terminals have been sent.
    pub lifecycles: Lifecycles,
    /// When it is time to go.
    pub drain: Drain,
    /// Who may come and stay; `None`: no keys are configured.
    pub authority: Option<Authority>,
    /// Where it is kept what terminals say was on their glass.
    pub asrun: AsRun,
}

/// The edge; cheap to clone.
#[derive(Clone)]
pub struct Edge {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) ring: Arc<Ring>,
    pub(crate) pages: Arc<Pages>,
    pub(crate) applier: Applier,
    pub(crate) time: Arc<Time>,
    pub(crate) heartbeat: Heartbeat,
    pub(crate) drain: Drain,
    pub(crate) lifecycles: Lifecycles,
    pub(crate) replicas: Replicas,
    pub(crate) tellers: Tellers,
    pub(crate) acks: Acks,
    pub(crate) terminals: Arc<Terminals>,
    pub(crate) authority: Option<Authority>,
    pub(crate) shown: Glass,
}

impl Edge {
    /// An edge without connections.
    pub fn new(setup: Setup) -> Self {
        let Setup { ring, applier, time, heartbeat, lifecycles, drain, authority, asrun } = setup;
        let pages = Arc::new(Pages::new(ring.clone()));
        let replicas = Replicas::new(pages.clone(), applier.clone());
        let acks = Acks::new(applier.clone());
        let terminals = Arc::default();
        let shown = Glass::new(asrun, lifecycles.clone());
        Self {
            shared: Arc::new(Shared {
                ring,
                pages,
                applier,
                time,
                heartbeat,
                drain,
                lifecycles,
                replicas,
                tellers: Tellers::default(),
                acks,
                terminals,
                authority,
                shown,
            }),
        }
    }

    /// Brings to the log how far terminals say they are, for as long as it is polled.
    pub async fn keep_acks(self) {
        self.shared.acks.run().await;
    }

    /// A board's play as of now; within, `None` of a board that was never written. `None`: the log could not be read, and the
    /// operator has been told.
    pub async fn play(&self, board: &BoardName) -> Option<Option<Timeline>> {
        let replica = self.shared.replicas.of(board);
        let (_, timeline) = self.shared.replicas.play(&replica).await?;
        let now = self.shared.time.now();
        Some(timeline.map(|mut timeline| {
            timeline.advance(now);
            timeline
        }))
    }

    /// Writes what terminals say was on their glass, for as long as it is polled.
    pub async fn keep_shown(self) {
        self.shared.shown.run(&self.shared.time).await;
    }

    /// Writes it now: the server is about to end.
    pub async fn keep_last_shown(&self) {
        self.shared.shown.keep(self.shared.time.now()).await;
    }

    /// Brings it to the log now: the server is about to take nothing more.
    pub async fn keep_last_acks(&self) {
        self.shared.acks.keep().await;
    }
}

impl Shared {
    /// Whether somebody who has come may stay, as of now. Whether his time is over is asked elsewhere.
    pub(crate) fn takes(&self, access: &Access) -> bool {
        self.stays(access).is_ok()
    }

    /// The same as an answer.
    pub(crate) fn stays(&self, access: &Access) -> Result<(), Problem> {
        let stays = self.authority.as_ref().map_or(Ok(()), |authority| authority.stays(access));
        stays.map_err(|refusal| Problem::new(Slug::Unauthorized, refusal.to_string()))
    }
}

impl Standings for Shared {
    fn standing(&self, board: &BoardName) -> Standing {
        // The watermark first: what is stamped below it can be seen by then.
        let watermark = self.applier.watermark();
        let bounds = self.ring.bounds(board);
        Standing { oldest: bounds.oldest, head: bounds.head, at: bounds.at, watermark }
    }

    fn told(&self, board: &BoardName) -> u64 {
        self.tellers.count(board)
    }
}
