//! What terminals say was on their glass, on its way to where that is kept: gathered for a moment, and written off the
//! connections' threads. It is an observation: nothing waits for it.

use marquee_asrun::{AsRun, Place, Record, TableError};
use marquee_core::BoardName;
use marquee_lifecycle::Lifecycles;
use marquee_sequencer::Time;
use std::time::Duration;
use tokio::sync::Notify;

/// How long records are gathered.
const GATHER: Duration = Duration::from_secs(1);

pub(crate) struct Glass {
    asrun: AsRun,
    lifecycles: Lifecycles,
    came: Notify,
}

impl Glass {
    pub(crate) fn new(asrun: AsRun, lifecycles: Lifecycles) -> Self {
        Self { asrun, lifecycles, came: Notify::new() }
    }

    /// A terminal says this.
    pub(crate) fn note(&self, record: Record) {
        let shown = &record.shown;
        self.lifecycles.shown(&record.board, &shown.id, shown.rev, shown.from);
        // That there was no room is told with the next writing.
        let _taken = self.asrun.note(record);
        self.came.notify_one();
    }

    /// Writes what is gathered, from time to time, for as long as it is polled.
    pub(crate) async fn run(&self, time: &Time) {
        loop {
            self.came.notified().await;
            tokio::time::sleep(GATHER).await;
            self.keep(time.now()).await;
        }
    }

    /// Writes what is gathered.
    pub(crate) async fn keep(&self, now: u64) {
        let asrun = self.asrun.clone();
        let written =
            tokio::task::spawn_blocking(move || asrun.write(now).map_err(|error| error.to_string()));
        let written = written.await.map_err(|error| error.to_string()).and_then(|written| written);
        if let Err(error) = written {
            tracing::error!(error, "records of what was shown are lost");
        }
    }

    /// Records of a board, those said until now among them.
    pub(crate) async fn read(
        &self,
        board: &BoardName,
        bounds: (u64, u64),
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<(Place, Record)>, String> {
        let (asrun, board) = (self.asrun.clone(), board.clone());
        let reading = tokio::task::spawn_blocking(move || asrun.read(&board, bounds, after, limit));
        let read = reading.await.map_err(|error| error.to_string())?;
        read.map_err(|error: TableError| error.to_string())
    }
}
