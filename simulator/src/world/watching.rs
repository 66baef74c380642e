//! Who watches in a world: terminals that connect, take in what they are sent, show it, and come back. What they see is held
//! against what is true the moment they see it.

use super::{Event, World, note};
use crate::network::{Asked, Down, Link, Up};
use crate::truth::text;
use fastrand::Rng;
use marquee_core::session::{Filter, Kind};
use marquee_core::{BoardName, Change, Cursor, Level, Replica};
use marquee_protocol::frame::{decode_entry, decode_snapshot};
use proof::check::Class;
use proof::history::Sight;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A terminal that is alone comes back within, ms.
const BACK_MS: u64 = 2_500;
/// Between two looks at a screen, at most, ms.
const LOOK_MS: u64 = 2_000;
/// How far a terminal's clock may be off, ms.
const CLOCK_OFF_MS: u64 = 3_000;
/// The wall clock's time at a world's beginning, ms.
const BEGINNING: u64 = 1_700_000_000_000;

/// One terminal.
pub(super) struct Terminal {
    pub(super) kind: Kind,
    pub(super) name: Option<Box<str>>,
    pub(super) boards: Vec<BoardName>,
    pub(super) filter: Filter,
    /// It comes with a token.
    with_token: bool,
    /// It asks the server where it was.
    by_server: bool,
    room: usize,
    read_ms: u64,
    /// What it has of each board.
    pub(super) views: BTreeMap<BoardName, View>,
    pub(super) link: Option<usize>,
}

/// What a terminal has of a board.
#[derive(Default)]
pub(super) struct View {
    cursor: Option<Cursor>,
    /// Where it stands, as the judge counts it.
    pub(super) at: Option<u64>,
    /// Absent in a feed, and until there is a snapshot.
    pub(super) replica: Option<Replica>,
}

impl Terminal {
    pub(super) fn of(rng: &mut Rng, boards: &[BoardName]) -> Self {
        let kind = if rng.u32(0..3) == 0 { Kind::Feed } else { Kind::Web };
        let name = rng.bool().then(|| format!("t{}", rng.u32(..)).into_boxed_str());
        let mut filter = Filter::default();
        if kind == Kind::Feed && rng.u32(0..3) == 0 {
            filter.min_level = Some(Level::Warning);
        }
        let mut boards: Vec<_> = boards.iter().filter(|_| rng.u32(0..4) > 0).cloned().collect();
        if boards.is_empty() {
            boards.push(BoardName::main());
        }
        let by_server = kind == Kind::Feed && filter.is_open() && name.is_some() && rng.bool();
        let slow = rng.u32(0..3) == 0;
        let (room, read_ms) = if slow { (rng.usize(2..6), rng.u64(5..40)) } else { (rng.usize(4..64), 0) };
        let with_token = rng.bool();
        let (views, link) = (BTreeMap::new(), None);
        Self { kind, name, boards, filter, with_token, by_server, room, read_ms, views, link }
    }
}

impl World {
    /// A terminal comes, with what it has.
    pub(super) fn connect(&mut self, number: usize) {
        let terminal = &self.terminals[number];
        if terminal.link.is_some() {
            return;
        }
        let mut asked = BTreeMap::new();
        for board in &terminal.boards {
            let cursor = terminal.views.get(board).and_then(|view| view.cursor.clone());
            let has = match cursor {
                _ if terminal.by_server => Asked::Server(None),
                Some(cursor) => Asked::Cursor(cursor),
                None => Asked::Nothing,
            };
            asked.insert(board.clone(), has);
        }
        self.connect_with(number, asked);
    }

    /// A terminal comes, and says that it has this.
    pub(super) fn connect_with(&mut self, number: usize, asked: BTreeMap<BoardName, Asked>) {
        let Some(process) = self.process.as_ref().filter(|process| !process.closing) else {
            return self.within(BACK_MS, Event::Connect(number));
        };
        let process = process.number;
        let link = self.next_link;
        self.next_link += 1;
        let (now, way) = (self.now, self.way());
        let boards = self.terminals[number].boards.clone();
        let grant = self.terminals[number].with_token.then(|| self.issue(number, &boards)).flatten();
        if grant.is_some() {
            self.coverage.met("terminals with a token");
        }
        let terminal = &mut self.terminals[number];
        note!(self, "terminal {number} connects by {link}: {asked:?}");
        if terminal.read_ms > 0 {
            self.coverage.met("slow readers");
        }
        terminal.link = Some(link);
        let mut others = Vec::new();
        for board in terminal.boards.iter().skip(1) {
            let mut wish = json!({"type": "subscribe", "board": board.as_str()});
            if let Some(last_seen) = asked.get(board).and_then(Asked::text) {
                wish["last_seen"] = last_seen.into();
            }
            if let Some(level) = terminal.filter.min_level {
                wish["min_level"] = level.name().into();
            }
            others.push(wish.to_string());
        }
        let made = Link {
            terminal: number,
            process,
            down: VecDeque::new(),
            room: terminal.room,
            read_ms: terminal.read_ms,
            down_at: now,
            up_at: now + way,
            dead: false,
            heard: now,
            stuck: None,
            asked,
            sent: BTreeMap::new(),
            begun: BTreeSet::new(),
            grant,
        };
        self.links.insert(link, made);
        self.after(way, Event::Accept(link));
        others.into_iter().for_each(|wish| self.say(link, Up::Message(wish)));
    }

    /// A terminal says something.
    pub(super) fn say(&mut self, number: usize, up: Up) {
        let way = self.way();
        let Some(link) = self.links.get_mut(&number) else { return };
        note!(self, "← {number} {up:?}");
        link.up_at = link.up_at.max(self.now + way);
        let ms = link.up_at - self.now;
        self.after(ms, Event::Up(number, up));
    }

    /// A terminal asks for a board that it follows, as one that has nothing.
    pub(super) fn ask_anew(&mut self, number: usize, board: &BoardName) {
        // What it asked before has to be answered, so that nobody takes one answer for the other.
        let Some(link) = self.links.get_mut(&number) else { return };
        if !link.begun.remove(board) {
            return;
        }
        link.asked.insert(board.clone(), Asked::Nothing);
        let mut wish = json!({"type": "subscribe", "board": board.as_str()});
        if let Some(level) = self.terminals[link.terminal].filter.min_level {
            wish["min_level"] = level.name().into();
        }
        self.say(number, Up::Message(wish.to_string()));
    }

    /// Something is there for a terminal.
    pub(super) fn down(&mut self, number: usize) {
        let Some(link) = self.links.get_mut(&number).filter(|link| !link.dead) else { return };
        let terminal = link.terminal;
        let Some(down) = link.was_read() else { return };
        if self.terminals[terminal].link != Some(number) {
            return;
        }
        match down {
            Down::Frame(frame) => self.take_in(number, terminal, &frame),
            Down::Ping => self.say(number, Up::Pong),
            Down::Close(_) | Down::Cut => {
                self.links.remove(&number);
                self.terminals[terminal].link = None;
                return self.within(BACK_MS, Event::Connect(terminal));
            }
        }
        self.send(number);
    }

    /// A frame is taken in.
    fn take_in(&mut self, number: usize, terminal: usize, frame: &[u8]) {
        let Ok(value) = serde_json::from_slice::<Value>(frame) else {
            return self.truth.found(Class::Diverged, format!("no JSON: {}", text(frame)));
        };
        let kind = value["type"].as_str().unwrap_or_default();
        if kind == "token_expiring" {
            return self.token_expires(number, value["in_ms"].as_u64().unwrap_or(0));
        }
        let Some(board) = value["board"].as_str().and_then(BoardName::parse) else { return };
        let who = format!("terminal {terminal}");
        let cursor = value["cursor"].as_str().and_then(Cursor::parse);
        let Some(link) = self.links.get_mut(&number) else { return };
        if kind == "subscribed" {
            link.begun.insert(board.clone());
        }
        if cursor.as_ref().is_some_and(|cursor| cursor.epoch != *self.truth.epoch()) {
            // It was under way when a copy was put back: what it says was true of another history.
            let view = View { cursor, ..View::default() };
            self.terminals[terminal].views.insert(board, view);
            return;
        }
        let asked = link.asked.get(&board).cloned().unwrap_or(Asked::Nothing);
        let view = self.terminals[terminal].views.entry(board.clone()).or_default();
        let (mut at, mut replica) = (view.at, view.replica.take());
        match kind {
            "subscribed" if value["resume"] == "incremental" => {
                let from = asked.cursor().map(|cursor| cursor.version.0);
                // What the server remembered, or a liar made up, is where it stands from now on.
                if view.cursor.as_ref() != asked.cursor() {
                    (at, replica) = (from, None);
                }
                at = self.truth.saw(&who, &board, at, Sight::Resumed(from));
            }
            "subscribed" | "reset" => (at, replica) = (None, None),
            "snapshot" => match decode_snapshot(frame) {
                Ok(snapshot) => {
                    at = self.truth.saw(&who, &board, None, Sight::Bookmark(snapshot.cursor.version.0));
                    self.truth.has(&who, &board, &snapshot.replica);
                    replica = Some(snapshot.replica);
                }
                Err(error) => self.truth.found(Class::Diverged, error.to_string()),
            },
            "bookmark" => {
                let upto = cursor.as_ref().map_or(0, |cursor| cursor.version.0);
                if !self.terminals[terminal].filter.is_open() && at.is_some_and(|at| at < upto) {
                    at = self.passed_over(terminal, &board, at.unwrap_or(0), upto);
                }
                at = self.truth.saw(&who, &board, at, Sight::Bookmark(upto));
            }
            "put" | "delete" | "policy" => match decode_entry(frame) {
                Ok(Some(entry)) => {
                    let sight = Sight::Entry(entry.version.0, text(frame));
                    at = self.truth.saw(&who, &board, at, sight);
                    if let Some(replica) = &mut replica {
                        if let Err(error) = replica.apply(&entry) {
                            self.truth.found(Class::Diverged, format!("{who} on {board}: {error}"));
                        }
                        self.truth.has(&who, &board, replica);
                    } else if self.terminals[terminal].kind == Kind::Web {
                        let detail = format!("{who} on {board}: {} comes without a state", entry.version);
                        self.truth.found(Class::Unseen, detail);
                    }
                    if matches!(&entry.change, Change::Delete { reason, .. } if reason.name() == "evicted") {
                        self.coverage.met("evictions");
                    }
                }
                Ok(None) => {}
                Err(error) => self.truth.found(Class::Diverged, error.to_string()),
            },
            _ => {
                return self.terminals[terminal]
                    .views
                    .get_mut(&board)
                    .into_iter()
                    .for_each(|v| v.replica = replica.take());
            }
        }
        let view = self.terminals[terminal].views.entry(board.clone()).or_default();
        (view.at, view.replica) = (at, replica);
        match kind {
            "reset" => view.cursor = None,
            "subscribed" if value["resume"] == "fresh" => view.cursor = None,
            "subscribed" if asked.cursor().is_some() => view.cursor = asked.cursor().cloned(),
            _ => {}
        }
        if let Some(cursor) = cursor {
            view.cursor = Some(cursor);
            self.acknowledge(number, terminal, &board);
        }
    }

    /// A feed with a filter was led past entries: all of them have to be such as it does not want.
    fn passed_over(&mut self, terminal: usize, board: &BoardName, at: u64, upto: u64) -> Option<u64> {
        let filter = &self.terminals[terminal].filter;
        let fine = self.truth.passes_over(board, at, upto, |entry| match &entry.change {
            Change::Put(notice) => filter.admits(notice.level, notice.tags.iter().map(|tag| &**tag)),
            _ => true,
        });
        Some(if fine { upto } else { at })
    }

    fn acknowledge(&mut self, number: usize, terminal: usize, board: &BoardName) {
        let says = self.rng.u32(0..100);
        let one = &self.terminals[terminal];
        if one.name.is_none() || says >= 30 {
            return;
        }
        let Some(mut cursor) = one.views.get(board).and_then(|view| view.cursor.clone()) else { return };
        // Now and then one says what it was never sent: that is an error, and kept by nobody.
        if says == 0 {
            cursor.version.0 += 50;
        }
        let ack = json!({"type": "ack", "board": board.as_str(), "cursor": cursor.to_string()});
        self.say(number, Up::Message(ack.to_string()));
    }

    /// A terminal has heard nothing for too long.
    pub(super) fn give_up(&mut self, number: usize) {
        let Some(link) = self.links.get(&number) else { return };
        let terminal = link.terminal;
        if self.terminals[terminal].link == Some(number) {
            note!(self, "terminal {terminal} gives {number} up");
            self.terminals[terminal].link = None;
            self.within(BACK_MS, Event::Connect(terminal));
        }
    }

    /// A terminal shows its screen, at the time that it takes it to be.
    pub(super) fn show(&mut self, number: usize) {
        let off = self.rng.u64(0..2 * CLOCK_OFF_MS);
        let at = BEGINNING + self.now + off - CLOCK_OFF_MS;
        self.shows_at(number, at);
        self.within(LOOK_MS, Event::Show(number));
    }

    pub(super) fn shows_at(&mut self, number: usize, at: u64) {
        let who = format!("terminal {number}");
        for (board, view) in &self.terminals[number].views {
            let of_this = view.cursor.as_ref().is_some_and(|cursor| cursor.epoch == *self.truth.epoch());
            let Some(replica) = view.replica.as_ref().filter(|_| of_this) else { continue };
            let Some(timeline) = replica.timeline() else { continue };
            let screen = timeline.screen(at);
            self.coverage.met("screens compared");
            if screen.active.len() < timeline.active().len() {
                self.coverage.met("expiries shown");
            }
            self.truth.shows(&who, board, replica.version(), &screen);
        }
    }
}
