//! The load generator: publishers on one thread, each with a connection that is kept and one request under way. It
//! takes as little CPU as it can, because the server that it measures runs on the same machine.

use super::cpu::Cpu;
use super::http::{ANSWER_WITHIN, Connection};
use super::notices::{Request, STORED, Workload};
use super::times::Times;
use crate::Failure;
use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Letters of a wrong answer that are told.
const TOLD: usize = 500;

/// When publishers stop.
#[derive(Clone, Copy)]
pub(crate) enum Ends {
    After(Duration),
    /// With the request that reaches so many notices.
    At(u64),
}

/// Who publishes what.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    pub(crate) address: SocketAddr,
    pub(crate) workload: Workload,
    pub(crate) publishers: usize,
    pub(crate) batch: usize,
    /// The number of the first notice.
    pub(crate) from: u64,
    pub(crate) ends: Ends,
}

/// What came of it.
pub(crate) struct Published {
    /// Answered as stored.
    pub(crate) notices: u64,
    pub(crate) answers: Times,
    /// From the first request to the last answer.
    pub(crate) took: Duration,
    /// Of the load generator.
    pub(crate) cpu: Cpu,
    /// The newest answer, head and body.
    pub(crate) answer: Vec<u8>,
}

/// What the publishers share.
struct Shared<'a> {
    next: Cell<u64>,
    notices: Cell<u64>,
    answers: RefCell<Times>,
    answer: RefCell<Vec<u8>>,
    told: &'a AtomicU64,
}

/// Publishes on the calling thread, and tells meanwhile how many notices are stored.
pub(crate) fn publish(load: &Load, told: &AtomicU64) -> Result<Published, Failure> {
    let before = Cpu::of_this_thread()?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    let shared = Rc::new(Shared {
        next: Cell::new(load.from),
        notices: Cell::default(),
        answers: RefCell::default(),
        answer: RefCell::default(),
        told,
    });
    let took = runtime.block_on(async {
        let mut connections = Vec::new();
        for _ in 0..load.publishers {
            connections.push(Connection::open(load.address).await.map_err(Failure::failed)?);
        }
        let begun = Instant::now();
        let publishers =
            connections.into_iter().map(|connection| publisher(load, connection, &shared, begun));
        let all = futures_util::future::try_join_all(publishers);
        let lasts = match load.ends {
            Ends::After(lasts) => lasts + ANSWER_WITHIN,
            Ends::At(notices) => ANSWER_WITHIN + Duration::from_millis(notices),
        };
        let late = |_| Failure::failed(format!("not all was answered within {lasts:?}"));
        tokio::time::timeout(lasts, all).await.map_err(late)??;
        Ok::<_, Failure>(begun.elapsed())
    })?;
    let cpu = Cpu::of_this_thread()?.since(before);
    let (answers, answer) = (shared.answers.take(), shared.answer.take());
    Ok(Published { notices: shared.notices.get(), answers, took, cpu, answer })
}

async fn publisher(
    load: &Load,
    mut connection: Connection,
    shared: &Shared<'_>,
    begun: Instant,
) -> Result<(), Failure> {
    let mut request = Request::new(load.workload, load.batch);
    let count = request.count() as u64;
    let mut newest = Vec::new();
    loop {
        let number = shared.next.get();
        let over = match load.ends {
            Ends::After(lasts) => begun.elapsed() >= lasts,
            Ends::At(notices) => number - load.from >= notices,
        };
        if over {
            shared.answer.replace(newest);
            return Ok(());
        }
        shared.next.set(number + count);
        let bytes = request.numbered(number);
        let asked = Instant::now();
        let answer = connection.ask(bytes).await.map_err(Failure::failed)?;
        shared.answers.borrow_mut().add(asked.elapsed());
        let stored = match load.batch {
            1 => u64::from((200..300).contains(&answer.status)),
            _ => memchr::memmem::find_iter(answer.body, STORED).count() as u64,
        };
        if stored != count {
            let body = String::from_utf8_lossy(&answer.body[..answer.body.len().min(TOLD)]);
            return Err(Failure::failed(format!(
                "{stored} of {count} notices were stored; it was answered {}: {body}",
                answer.status
            )));
        }
        if newest.is_empty() {
            newest = [answer.head, answer.body].concat();
        }
        shared.notices.set(shared.notices.get() + stored);
        shared.told.store(shared.notices.get(), Ordering::Relaxed);
    }
}

/// Publishes single notices at a steady pace over one connection: how long answers took, in each of the phases that
/// it is told to be in, until it is told one more. A late answer does not slow the next notice down: that counts from
/// when it was due.
pub(crate) fn steady<const PHASES: usize>(
    load: &Load,
    every: Duration,
    phase: &AtomicUsize,
) -> Result<[Times; PHASES], Failure> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    let mut request = Request::new(load.workload, 1);
    let mut phases = std::array::from_fn(|_| Times::default());
    runtime.block_on(async {
        let mut connection = Connection::open(load.address).await.map_err(Failure::failed)?;
        let mut due = tokio::time::Instant::now();
        for number in load.from.. {
            // The runtime's clock is late by up to a ms: what it slept too long is not the server's.
            let since = if tokio::time::Instant::now() < due {
                tokio::time::sleep_until(due).await;
                tokio::time::Instant::now()
            } else {
                due
            };
            let Some(times) = phases.get_mut(phase.load(Ordering::Relaxed)) else { return Ok(()) };
            let asked = connection.ask(request.numbered(number));
            let answer = tokio::time::timeout(ANSWER_WITHIN, asked).await;
            let answer = answer.map_err(Failure::failed)?.map_err(Failure::failed)?;
            if !(200..300).contains(&answer.status) {
                let body = String::from_utf8_lossy(answer.body);
                return Err(Failure::failed(format!("a notice was answered {}: {body}", answer.status)));
            }
            times.add(since.elapsed());
            due += every;
        }
        Ok(())
    })?;
    Ok(phases)
}
