//! The cases in order: side by side where they can be, one after the other where the server is restarted. Each has a
//! limit, so that the whole run has one.

use crate::cases::{self, Carrier, Case, Pace};
use crate::ground::{Book, Ground};
use crate::server::Server;
use crate::verdict::{Stop, Verdict, unmet};
use crate::wire::Pending;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Cases at the same time, beside those that mostly wait. Few, so that what a case measures is the server.
const SIDE_BY_SIDE: usize = 4;

/// What is to be tried.
#[derive(Clone, Debug)]
pub struct Plan {
    /// On which server.
    pub server: Arc<Server>,
    /// Cases with this in their name; absent: all.
    pub only: Option<String>,
    /// By this carrier alone; absent: by all.
    pub carrier: Option<Carrier>,
}

/// How one case ended.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its name.
    pub case: &'static str,
    /// What it checks.
    pub promise: &'static str,
    /// How it was carried.
    pub carrier: Carrier,
    /// Its end.
    pub outcome: Outcome,
    /// How long it took.
    pub took: Duration,
}

/// The end of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The promise was kept.
    Kept,
    /// It cannot be tried here, and why.
    Skipped(String),
    /// The promise was not kept.
    Failed {
        /// What PROTOCOL.md lets one expect.
        expected: String,
        /// What came instead.
        got: String,
        /// The last frames, and what was done between them.
        frames: Vec<String>,
    },
}

/// Tries every case that was asked for, tells each end as it comes, and gives them all.
pub async fn run(plan: &Plan, mut told: impl FnMut(&Report)) -> Vec<Report> {
    let wanted = |case: &&Case| plan.only.as_ref().is_none_or(|only| case.name.contains(only.as_str()));
    let cases: Vec<&'static Case> = cases::all().filter(wanted).collect();
    let of = |pace| {
        let cases = cases.iter().copied().filter(move |case| case.pace == pace);
        cases.flat_map(|case| case.on.iter().map(move |&carrier| (case, carrier)))
    };
    let by = |&(_, carrier): &(&Case, Carrier)| plan.carrier.is_none_or(|wanted| wanted == carrier);
    let mut reports = Vec::new();
    let mut under_way = JoinSet::new();
    let turn = Arc::new(Semaphore::new(SIDE_BY_SIDE));
    for (case, carrier) in of(Pace::Waits).filter(by) {
        under_way.spawn(tried(case, carrier, plan.server.clone()));
    }
    for (case, carrier) in of(Pace::Works).filter(by) {
        let (turn, server) = (turn.clone(), plan.server.clone());
        under_way.spawn(async move {
            // The semaphore is never closed: without a turn the case would run a little early.
            let _turn = turn.acquire_owned().await;
            tried(case, carrier, server).await
        });
    }
    while let Some(ended) = under_way.join_next().await {
        // `tried` catches what a case does; nothing else panics or is aborted.
        if let Ok(report) = ended {
            told(&report);
            reports.push(report);
        }
    }
    for (case, carrier) in of(Pace::Restarts).filter(by) {
        let report = tried(case, carrier, plan.server.clone()).await;
        told(&report);
        reports.push(report);
    }
    reports
}

async fn tried(case: &'static Case, carrier: Carrier, server: Arc<Server>) -> Report {
    let begun = Instant::now();
    let book = Arc::new(Book::default());
    let ground = Ground { server, transport: carrier.transport(), book: book.clone() };
    let verdict = match (case.pace, ground.server.restarts()) {
        (Pace::Restarts, false) => Err(Stop::Skipped("no --restart was given".to_owned())),
        _ => within(case.limit, (case.body)(ground)).await,
    };
    let outcome = match verdict {
        Ok(()) => Outcome::Kept,
        Err(Stop::Skipped(why)) => Outcome::Skipped(why),
        Err(Stop::Failed { expected, got }) => Outcome::Failed { expected, got, frames: book.last() },
    };
    Report { case: case.name, promise: case.promise, carrier, outcome, took: begun.elapsed() }
}

/// A case in a task of its own, so that a fault of the suite is one failed case; it ends with its limit.
async fn within(limit: Duration, case: Pending<'static, Verdict>) -> Verdict {
    let mut task = JoinSet::new();
    task.spawn(case);
    match tokio::time::timeout(limit, task.join_next()).await {
        Ok(Some(Ok(verdict))) => verdict,
        Ok(Some(Err(error))) => Err(unmet("a case that comes to its end", error)),
        Ok(None) | Err(_) => Err(unmet(format_args!("an end within {} s", limit.as_secs()), "none")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_case_that_does_not_end_fails_with_its_limit_and_one_that_panics_alone() {
        let endless = within(Duration::from_millis(1), Box::pin(std::future::pending())).await;
        assert!(matches!(endless, Err(Stop::Failed { expected, .. }) if expected.contains("an end within")));
        let panics =
            within(Duration::from_secs(60), Box::pin(async { panic!("a fault of the suite") })).await;
        assert!(matches!(panics, Err(Stop::Failed { got, .. }) if got.contains("panic")));
    }
}
