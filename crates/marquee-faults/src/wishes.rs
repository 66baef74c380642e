//! What is wished of this process, read once from its environment.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this build is driven by a proof, which reads it"
)]

use crate::{Bug, Place};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The variable that has the wishes.
const VARIABLE: &str = "MARQUEE_FAULTS";
/// How long the process lingers at the place where it ends, so that whatever was let out too early gets out.
const LINGER: Duration = Duration::from_millis(15);

#[derive(Debug, Default)]
pub(crate) struct Wishes {
    pub(crate) bug: Option<Bug>,
    pub(crate) hurry: u32,
    kill: Option<(Place, u32)>,
    reached: AtomicU32,
}

static WISHES: OnceLock<Wishes> = OnceLock::new();

pub(crate) fn wishes() -> &'static Wishes {
    WISHES.get_or_init(|| Wishes { hurry: 1, ..Wishes::default() })
}

pub(crate) fn plant(bug: Bug) -> bool {
    WISHES.set(Wishes { bug: Some(bug), hurry: 1, ..Wishes::default() }).is_ok()
}

pub(crate) fn begin() {
    let text = std::env::var(VARIABLE).unwrap_or_default();
    if text == "list" {
        Place::ALL.iter().for_each(|place| println!("kill={}", place.name()));
        Bug::ALL.iter().for_each(|bug| println!("bug={}", bug.name()));
        std::process::exit(0);
    }
    match Wishes::parse(&text) {
        Ok(wishes) => {
            eprintln!("marquee: this build has faults on purpose: {VARIABLE}={text:?}");
            WISHES.get_or_init(|| wishes);
        }
        Err(sentence) => {
            eprintln!("marquee: {VARIABLE}: {sentence}");
            std::process::exit(2);
        }
    }
}

impl Wishes {
    fn parse(text: &str) -> Result<Self, String> {
        let mut wishes = Self { hurry: 1, ..Self::default() };
        for wish in text.split(',').filter(|wish| !wish.is_empty()) {
            let (what, value) = wish.split_once('=').unwrap_or((wish, ""));
            let unknown = || format!("{wish:?} is no wish: `list` lists the names");
            match what {
                "bug" => wishes.bug = Some(Bug::named(value).ok_or_else(unknown)?),
                "hurry" => {
                    wishes.hurry = value.parse().ok().filter(|times| *times > 0).ok_or_else(unknown)?;
                }
                "kill" => {
                    let (place, time) = value.split_once('@').ok_or_else(unknown)?;
                    let place = Place::named(place).ok_or_else(unknown)?;
                    wishes.kill = Some((place, time.parse().map_err(|_| unknown())?));
                }
                _ => return Err(unknown()),
            }
        }
        Ok(wishes)
    }

    pub(crate) fn reach(&self, place: Place) {
        let Some((_, time)) = self.kill.filter(|(here, _)| *here == place) else { return };
        if self.reached.fetch_add(1, Ordering::SeqCst) + 1 != time {
            return;
        }
        std::thread::sleep(LINGER);
        let me = rustix::process::getpid();
        if let Err(error) = rustix::process::kill_process(me, rustix::process::Signal::KILL) {
            eprintln!("marquee: the process cannot end itself: {error}");
        }
        loop {
            std::thread::park();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_are_read_and_what_makes_no_sense_is_told() {
        let wishes = Wishes::parse("kill=after-sync@3,bug=wake-lost,hurry=50").expect("wishes");
        assert_eq!(
            (wishes.kill, wishes.bug, wishes.hurry),
            (Some((Place::AfterSync, 3)), Some(Bug::WakeLost), 50)
        );
        assert_eq!(Wishes::parse("").expect("none").hurry, 1);
        for wrong in ["kill=after-sync", "kill=nowhere@1", "bug=none", "hurry=0", "hurry", "what"] {
            assert!(Wishes::parse(wrong).is_err_and(|sentence| sentence.contains("list")), "{wrong}");
        }
    }
}
