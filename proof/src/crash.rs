//! A series of crashes on one log: publishers and terminals at work, the end, a new start, and the judge. What a
//! crash may not change is for the judge alone to say.

use crate::check::{Anomaly, Class, Judge};
use crate::disk::Ground;
use crate::history::Reading;
use crate::plan::End;
use crate::process::{Program, Run};
use crate::publisher::{BOARDS, Counts, FOLDS, Publisher};
use crate::terminal::{Terminal, Transport, read};
use std::collections::{BTreeMap, HashMap};
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Crashes on one log; the next one begins a new log.
pub const SERIES: u64 = 50;
const PUBLISHERS: u64 = 5;
/// Requests of one publisher in one run at most: fewer entries than are kept.
const REQUESTS_MAX: u64 = 250;
/// Answered requests of all publishers before a process that may end anywhere does.
const REQUESTS_MIN: u64 = 60;
/// A terminal that has not seen by then what was answered has been forgotten.
const SEEN_LIMIT: Duration = Duration::from_secs(10);
/// A process that has not come to its place by then is killed, and counted as one that ended anywhere.
const PLACE_LIMIT: Duration = Duration::from_secs(3);
/// Folds are shown a second after the last one; they are looked at after each so many crashes.
const FOLDS_EVERY: u64 = 10;
/// Folds that are not shown by then never will be.
const SETTLE_LIMIT: Duration = Duration::from_secs(5);
/// What a process that did not come to its place is counted as.
pub const ANYWHERE: &str = "anywhere";
/// The signal by which a process ends at its place.
const KILLED: i32 = 9;
/// Between two looks at how far everyone is.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// What crashes have come to.
#[derive(Clone, Default, Debug)]
pub struct Tally {
    /// Processes that ended while a publish was unanswered, by where.
    pub crashes: BTreeMap<String, u64>,
    /// Processes that ended while none was: they prove nothing.
    pub idle: u64,
    /// Answers that were held against the log.
    pub answers: u64,
    /// Entries and bookmarks that terminals saw.
    pub sights: u64,
    /// What contradicts what.
    pub anomalies: Vec<(u64, Anomaly)>,
}

impl Tally {
    /// How many crashes count.
    pub fn counted(&self) -> u64 {
        self.crashes.values().sum()
    }

    /// How many there were, counted or not.
    pub fn made(&self) -> u64 {
        self.counted() + self.idle
    }

    /// Takes in another's.
    pub fn add(&mut self, other: Self) {
        for (place, count) in other.crashes {
            *self.crashes.entry(place).or_default() += count;
        }
        self.idle += other.idle;
        self.answers += other.answers;
        self.sights += other.sights;
        self.anomalies.extend(other.anomalies);
    }
}

/// Crashes with these numbers, on one log. It ends early where something was found. Where the ground has a power of its
/// own, that is cut with each.
pub fn series(
    program: &Program,
    places: &[String],
    ground: &Ground,
    numbers: std::ops::Range<u64>,
) -> Result<Tally, String> {
    let mut series = Series::new(numbers.start);
    let mut tally = Tally::default();
    let mut listen = "127.0.0.1:0".to_owned();
    for number in numbers {
        let end = End::of(number, places);
        match series.crash(program, ground, &listen, (number, &end), &mut tally) {
            Ok(address) => listen = address,
            Err(sentence) => tally.anomalies.push((number, Anomaly::new(Class::Down, sentence))),
        }
        tally.anomalies.extend(series.judge.verdict().into_iter().map(|anomaly| (number, anomaly)));
        if !tally.anomalies.is_empty() {
            break;
        }
    }
    Ok(tally)
}

struct Series {
    judge: Judge,
    publishers: Vec<Publisher>,
    terminals: Vec<Terminal>,
    /// Where each terminal stands by the judge's account.
    stands: Vec<Option<u64>>,
}

impl Series {
    fn new(seed: u64) -> Self {
        let publisher = |n| Publisher::new(format!("p{n}"), seed ^ (n << 32));
        let boards = BOARDS.iter().chain([&FOLDS]);
        let mut terminals: Vec<_> =
            boards.map(|board| Terminal::new(format!("ws-{board}"), board, Transport::Ws)).collect();
        terminals.push(Terminal::new("sse-a".to_owned(), BOARDS[0], Transport::Sse));
        let stands = vec![None; terminals.len()];
        Self {
            judge: Judge::default(),
            publishers: (0..PUBLISHERS).map(publisher).collect(),
            terminals,
            stands,
        }
    }

    /// One run to its end, and a start that tells what is there. Gives where it listened.
    fn crash(
        &mut self,
        program: &Program,
        ground: &Ground,
        listen: &str,
        (number, end): (u64, &End),
        tally: &mut Tally,
    ) -> Result<String, String> {
        let mut run = match program.start(&ground.data(), listen, &end.wishes()) {
            Ok(run) => run,
            // What a start writes may come to the place, too: then nobody has asked for anything yet.
            Err(unready) if is_at_its_place(end, unready.status) => {
                tally.idle += 1;
                return Ok(listen.to_owned());
            }
            Err(unready) => return Err(unready.into()),
        };
        let (address, counts) = (run.address, Counts::default());
        let way = std::thread::scope(|scope| {
            for publisher in &mut self.publishers {
                scope.spawn(|| publisher.work(address, REQUESTS_MAX, &counts));
            }
            for terminal in &self.terminals {
                scope.spawn(|| terminal.follow(address));
            }
            let way = bring_about(&mut run, end, &counts, &self.terminals);
            let cut = cut_under(&mut run, ground);
            run.kill();
            cut.map(|()| way)
        })?;
        drop(run);
        ground.restore()?;
        if counts.unanswered.load(Ordering::SeqCst) > 0 {
            *tally.crashes.entry(way.place.unwrap_or(ANYWHERE).to_owned()).or_default() += 1;
        } else {
            tally.idle += 1;
        }
        let mut after = program.start(&ground.data(), &address.to_string(), "")?;
        let unread = |after: &mut Run| {
            format!("a board cannot be read after the start; the program said:\n{}", after.words())
        };
        let found = readings(after.address).ok_or_else(|| unread(&mut after))?;
        self.judge(&found, tally);
        way.found.into_iter().for_each(|anomaly| self.judge.found(anomaly.class, anomaly.detail));
        if number.is_multiple_of(FOLDS_EVERY) {
            let settled = self.settled(&mut after).ok_or_else(|| unread(&mut after))?;
            for publisher in &self.publishers {
                self.judge.folds(FOLDS, &settled, &publisher.folds);
            }
        }
        after.kill();
        Ok(address.to_string())
    }

    /// The board of folds once it has shown what it has counted, or the time for that is over.
    fn settled(&self, run: &mut Run) -> Option<Reading> {
        let begun = Instant::now();
        loop {
            let reading = read(run.address, FOLDS)?;
            let mut judge = Judge::default();
            for publisher in &self.publishers {
                judge.folds(FOLDS, &reading, &publisher.folds);
            }
            if judge.verdict().is_empty() || begun.elapsed() > SETTLE_LIMIT {
                return Some(reading);
            }
            run.ends_within(LOOK_EVERY * 20);
        }
    }

    fn judge(&mut self, readings: &HashMap<&str, Reading>, tally: &mut Tally) {
        for (board, reading) in readings {
            self.judge.reading(board, reading);
        }
        for publisher in &mut self.publishers {
            let answers = std::mem::take(&mut publisher.answers);
            tally.answers += answers.len() as u64;
            self.judge.answers(&answers);
            for wrong in publisher.wrong.drain(..) {
                self.judge.found(Class::Down, format!("a publisher was answered {wrong}"));
            }
        }
        for (terminal, stands) in self.terminals.iter().zip(&mut self.stands) {
            let sights = terminal.sights();
            tally.sights += sights.len() as u64;
            *stands = self.judge.sights(&terminal.name, terminal.board, *stands, &sights);
        }
    }
}

/// How a run came to its end.
#[derive(Default)]
struct Way<'a> {
    /// The place at which it ended; `None`: it did not come there, or was to end anywhere.
    place: Option<&'a str>,
    /// What was wrong before its end.
    found: Vec<Anomaly>,
}

/// Whether a process has ended itself where it was to.
fn is_at_its_place(end: &End, status: Option<ExitStatus>) -> bool {
    matches!(end, End::Place { .. }) && status.and_then(|status| status.signal()) == Some(KILLED)
}

/// Cuts the power of a disk under a process. A cut ends all at one moment; this one takes some, and a sync that is under way
/// meanwhile may be told to have succeeded (ext4 has let go of what it waited for). So the process is held first.
fn cut_under(run: &mut Run, ground: &Ground) -> Result<(), String> {
    if ground.is_disk() {
        run.hold()?;
    }
    ground.cut()
}

/// Waits for the end of a run, as long as that may take. Whoever calls kills what is left.
fn bring_about<'a>(run: &mut Run, end: &'a End, counts: &Counts, terminals: &[Terminal]) -> Way<'a> {
    match end {
        End::Place { place, .. } => match run.ends_within(PLACE_LIMIT) {
            None => Way::default(),
            Some(status) if is_at_its_place(end, Some(status)) => {
                Way { place: Some(place), found: Vec::new() }
            }
            Some(_) => Way { place: None, found: vec![ended(run)] },
        },
        End::Anywhere { after } => {
            let found = at_work(run, counts, terminals).err().unwrap_or_default();
            std::thread::sleep(*after);
            Way { place: None, found }
        }
    }
}

/// Publishers are answered, and terminals are shown what was there then.
fn at_work(run: &mut Run, counts: &Counts, terminals: &[Terminal]) -> Result<(), Vec<Anomaly>> {
    let address = run.address;
    let answered = || counts.answered.load(Ordering::SeqCst);
    if !comes_true(run, || answered() >= REQUESTS_MIN)? {
        let detail = format!("{} requests were answered in {} s", answered(), SEEN_LIMIT.as_secs());
        return Err(vec![Anomaly::new(Class::Down, detail)]);
    }
    let Some(readings) = readings(address) else {
        let detail = format!("a board cannot be read; the program said:\n{}", run.words());
        return Err(vec![Anomaly::new(Class::Down, detail)]);
    };
    let behind = |terminal: &&Terminal| {
        readings.get(terminal.board).is_some_and(|reading| terminal.at() < reading.head)
    };
    if comes_true(run, || !terminals.iter().any(|terminal| behind(&terminal)))? {
        return Ok(());
    }
    let forgotten = terminals.iter().filter(behind).map(|terminal| {
        let Terminal { name, board, .. } = terminal;
        let head = readings[board].head;
        let detail = format!("{name} on {board} stands at {}, and {head} is there", terminal.at());
        Anomaly::new(Class::Unseen, detail)
    });
    Err(forgotten.collect())
}

/// Waits until something is true; false: it never was. That the program ends by itself is wrong.
fn comes_true(run: &mut Run, done: impl Fn() -> bool) -> Result<bool, Vec<Anomaly>> {
    let begun = Instant::now();
    while !done() {
        if run.ended().is_some() {
            return Err(vec![ended(run)]);
        }
        if begun.elapsed() > SEEN_LIMIT {
            return Ok(false);
        }
        std::thread::sleep(LOOK_EVERY);
    }
    Ok(true)
}

/// Nobody ended it.
fn ended(run: &mut Run) -> Anomaly {
    let status = run.ended().map(|status| status.to_string()).unwrap_or_default();
    Anomaly::new(Class::Down, format!("it ended by itself, with {status}; it said:\n{}", run.words()))
}

/// What every board has.
fn readings(address: std::net::SocketAddr) -> Option<HashMap<&'static str, Reading>> {
    let boards = BOARDS.into_iter().chain([FOLDS]);
    boards.map(|board| Some((board, read(address, board)?))).collect()
}
