//! A line a change, on stdout: for pipes, logs and screen readers. How it is connected is talk, and goes to stderr. It moves nothing.

use crate::Failure;
use crate::glass::arguments::Place;
use crate::glass::connect::{Talk, clock};
use marquee_client::Terminal;
use marquee_client::terminal::Told;
use marquee_core::{Change, Level, Notice, NoticeId, Timeline, Version};
use marquee_protocol::notice::clean;
use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long nothing is looked at while nothing is due: the board's clock may lean meanwhile.
const LOOK_MAX: Duration = Duration::from_secs(10);

/// What was said already.
#[derive(Default)]
pub(super) struct Lines {
    known: BTreeMap<NoticeId, Known>,
    pin: Option<(Arc<Notice>, u64)>,
}

struct Known {
    rev: Version,
    level: Level,
    text: Box<str>,
    started: bool,
}

fn line(at: u64, level: Level, id: &NoticeId, word: &str, text: &str) -> String {
    format!("{} {:<7} {id} {word}  {}", clock(at), level.name(), clean(text))
}

impl Lines {
    /// The lines of a change.
    pub(super) fn entry(&mut self, at: u64, change: &Change) -> Vec<String> {
        match change {
            Change::Put(notice) => {
                let planned = notice.starts_at > at;
                let before = self.known.get(&notice.id);
                if before.is_some_and(|before| before.rev >= notice.rev) {
                    return Vec::new();
                }
                let word = match before {
                    Some(_) => "changed",
                    None if planned => "planned",
                    None => "new",
                };
                let started = before.map_or(!planned, |before| before.started);
                self.keep(notice, started);
                vec![line(at, notice.level, &notice.id, word, &notice.text)]
            }
            Change::Delete { id, reason } => {
                let gone = self.known.remove(id);
                gone.map(|gone| line(at, gone.level, id, reason.name(), &gone.text)).into_iter().collect()
            }
            Change::Policy { .. } => vec![format!("{} POLICY  the board plays differently", clock(at))],
            Change::Cursor { .. } | Change::Auth(_) => Vec::new(),
        }
    }

    fn keep(&mut self, notice: &Notice, started: bool) {
        let known = Known { rev: notice.rev, level: notice.level, text: notice.text.clone(), started };
        self.known.insert(notice.id.clone(), known);
    }

    /// The lines of what time alone has changed, and of what was there when the terminal came.
    pub(super) fn look(&mut self, timeline: &Timeline) -> Vec<String> {
        let now = timeline.now();
        let mut lines = Vec::new();
        let gone: Vec<NoticeId> =
            self.known.keys().filter(|id| timeline.find(id).is_none()).cloned().collect();
        for id in gone {
            if let Some(gone) = self.known.remove(&id) {
                lines.push(line(now, gone.level, &id, "over", &gone.text));
            }
        }
        for active in timeline.active() {
            let notice = &active.notice;
            let word = match self.known.get(&notice.id) {
                Some(known) if !known.started && active.started => "started",
                Some(known) if known.rev < notice.rev => "changed",
                Some(_) => continue,
                None if active.started => "active",
                None => "planned",
            };
            self.keep(notice, active.started);
            lines.push(line(now, notice.level, &notice.id, word, &notice.text));
        }
        lines.extend(self.pin(timeline));
        lines
    }

    fn pin(&mut self, timeline: &Timeline) -> Vec<String> {
        let pin = timeline.pin().map(|pin| (pin.notice.clone(), pin.from));
        let same =
            |one: &Option<(Arc<Notice>, u64)>| one.as_ref().map(|(notice, from)| (notice.id.clone(), *from));
        if same(&pin) == same(&self.pin) {
            self.pin = pin;
            return Vec::new();
        }
        let down =
            std::mem::replace(&mut self.pin, pin).map(|(notice, _)| (notice, timeline.now(), "unpinned"));
        let up = self.pin.clone().map(|(notice, from)| (notice, from, "pinned"));
        let said = |(notice, at, word): (Arc<Notice>, u64, &str)| {
            line(at, notice.level, &notice.id, word, &notice.text)
        };
        down.into_iter().chain(up).map(said).collect()
    }
}

pub(super) async fn run(place: &Place, mut terminal: Terminal) -> Result<(), Failure> {
    let mut lines = Lines::default();
    let mut ended = signal(SignalKind::terminate()).map_err(Failure::failed)?;
    let mut stopped = signal(SignalKind::interrupt()).map_err(Failure::failed)?;
    let (mut seen, mut talk) = (None, Talk::default());
    loop {
        let stand = terminal.look();
        // What the play knows of already and was not told yet is told first, in its own words.
        let in_step = seen.is_none() || seen == stand.cursor;
        let pause = match terminal.play(stand.server_time).filter(|_| in_step) {
            Some(play) => {
                if !print(lines.look(play))? {
                    return Ok(());
                }
                seen = stand.cursor;
                let next = play.next_instant().unwrap_or(u64::MAX);
                Duration::from_millis(next.saturating_sub(stand.server_time).max(1)).min(LOOK_MAX)
            }
            None => LOOK_MAX,
        };
        tokio::select! {
            told = terminal.told() => {
                let Some(told) = told else { return Err(Failure::failed("the connection's thread ended")) };
                match &told {
                    Told::Entry { cursor, entry } => {
                        if !print(lines.entry(entry.at, &entry.change))? {
                            return Ok(());
                        }
                        seen = Some(cursor.clone());
                    }
                    Told::Snapshot => seen = None,
                    _ => {}
                }
                talk.hear(place, &told);
            }
            _ = ended.recv() => return Ok(()),
            _ = stopped.recv() => return Ok(()),
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Prints lines; `false`: nobody reads them any more.
fn print(lines: Vec<String>) -> Result<bool, Failure> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        match writeln!(out, "{line}").and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(false),
            done => done.map_err(Failure::failed)?,
        }
    }
    Ok(true)
}
