//! A thread an issuer: it fetches that issuer's keys when they are due and hands them to the keyring. What fails changes no key and is
//! told. An issuer that does not answer holds up nothing but its own keys. It decides neither when nor where from.

use crate::fetch::{Fetcher, LIMIT};
use crate::schedule::Schedule;
use crate::source::Source;
use marquee_access::Keyring;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};
use ureq::Agent;

/// What hears how an issuer's keys do, each time that this changes: `None`: they are as they should be.
pub type Told = dyn Fn(&str, Option<&str>) + Send + Sync;

/// Issuers that are followed, until it is dropped.
pub struct Following {
    bells: Vec<SyncSender<()>>,
    agents: Vec<Agent>,
    ended: Arc<AtomicBool>,
}

/// Follows these issuers' keys from now on: the first fetches begin at once, and nothing waits for them.
pub fn follow(sources: Vec<Source>, keyring: &Arc<Keyring>, told: &Arc<Told>) -> io::Result<Following> {
    let ended = Arc::new(AtomicBool::new(false));
    let (mut bells, mut agents) = (Vec::new(), Vec::new());
    for source in sources {
        let fetcher = Fetcher::new(&source, LIMIT);
        agents.push(fetcher.agent());
        // A ring that waits says as much as many.
        let (bell, rings) = sync_channel(1);
        bells.push(bell);
        let issuer = Issuer {
            name: source.issuer,
            fetcher,
            keyring: keyring.clone(),
            told: told.clone(),
            fault: Some("its keys have not been fetched yet".into()),
            warned: false,
            ended: ended.clone(),
        };
        issuer.tell();
        Builder::new().name("issuer".into()).spawn(move || issuer.run(&rings))?;
    }
    let all = bells.clone();
    // Any of them may be the one: nothing that such a token says of its issuer is proved.
    keyring.when_a_kid_is_unknown(move || ring(&all));
    Ok(Following { bells, agents, ended })
}

fn ring(bells: &[SyncSender<()>]) {
    for bell in bells {
        let _waits_already = bell.try_send(());
    }
}

impl Drop for Following {
    /// The threads are not waited for: one may be at a name that nobody answers for, and holds nothing that has to be kept.
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        self.agents.drain(..).for_each(Agent::shutdown);
        ring(&self.bells);
    }
}

struct Issuer {
    name: String,
    fetcher: Fetcher,
    keyring: Arc<Keyring>,
    told: Arc<Told>,
    fault: Option<String>,
    /// Whether the operator was warned of a fault that lasts.
    warned: bool,
    ended: Arc<AtomicBool>,
}

impl Issuer {
    fn run(mut self, rings: &Receiver<()>) {
        let begun = Instant::now();
        let now = || u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let mut schedule = Schedule::new(now());
        while !self.ended.load(Ordering::Acquire) {
            let wait = schedule.wait(now());
            if wait > 0 {
                match rings.recv_timeout(Duration::from_millis(wait)) {
                    Ok(()) => schedule.unknown(now()),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                }
                continue;
            }
            schedule.begins(now());
            let (max_age_s, fault) = self.fetch();
            if self.ended.load(Ordering::Acquire) {
                return;
            }
            // Who rang before these keys were here may have meant one of them; else it rings again.
            let _rang = rings.try_recv();
            match &fault {
                None => schedule.succeeded(now(), max_age_s),
                Some(_) => schedule.failed(now()),
            }
            self.found(fault);
        }
    }

    /// What a document says of how long it is good; or what is wrong.
    fn fetch(&self) -> (Option<u64>, Option<String>) {
        let fetched = match self.fetcher.fetch() {
            Ok(fetched) => fetched,
            Err(error) => return (None, Some(error.to_string())),
        };
        let (keys, passed_over) = (fetched.jwks.keys, fetched.jwks.passed_over);
        let none = keys.iter().next().is_none();
        self.keyring.change(|verifier| {
            // Every issuer that is followed is one of the verifier's.
            verifier.replace_foreign_keys(&self.name, keys);
        });
        // It says itself that it has none: that holds.
        let fault = none.then(|| {
            format!("its document has no key that tokens can be checked with, and {passed_over} others: all are refused")
        });
        (fetched.max_age_s, fault)
    }

    /// Tells what became of a fetch: of a fault that lasts the operator is warned once.
    fn found(&mut self, fault: Option<String>) {
        match &fault {
            None if self.fault.is_some() => {
                tracing::info!(issuer = self.name, "the issuer's keys are fetched");
                self.warned = false;
            }
            Some(detail) if !self.warned => {
                tracing::warn!(issuer = self.name, detail, "the issuer's keys are not as they should be");
                self.warned = true;
            }
            _ => {}
        }
        if fault != self.fault {
            self.fault = fault;
            self.tell();
        }
    }

    fn tell(&self) {
        (self.told)(&self.name, self.fault.as_deref());
    }
}
