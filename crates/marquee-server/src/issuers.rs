//! Others whose keys are fetched, wired to the checks: one entry there tells how all of them do. It fetches nothing by itself.

use marquee_access::Keyring;
use marquee_gateway::Checks;
use marquee_issuers::follow::Told;
use marquee_issuers::{Following, Source};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

/// The issuers' name among the checks.
const NAME: &str = "auth.issuers";

/// Follows them from now on; `None`: there are none.
pub(crate) fn follow(
    sources: Vec<Source>,
    keyring: &Arc<Keyring>,
    checks: &Checks,
) -> io::Result<Option<Following>> {
    if sources.is_empty() {
        return Ok(None);
    }
    let checks = checks.clone();
    let faults = Mutex::new(BTreeMap::new());
    let told: Arc<Told> = Arc::new(move |issuer: &str, fault: Option<&str>| {
        let mut faults = faults.lock().unwrap_or_else(PoisonError::into_inner);
        match fault {
            Some(fault) => faults.insert(issuer.to_owned(), fault.to_owned()),
            None => faults.remove(issuer),
        };
        if faults.is_empty() {
            checks.holds(NAME);
        } else {
            let all = faults.iter().map(|(issuer, fault)| format!("{issuer}: {fault}"));
            checks.fails(NAME, all.collect::<Vec<_>>().join("; "));
        }
    });
    marquee_issuers::follow(sources, keyring, &told).map(Some)
}
