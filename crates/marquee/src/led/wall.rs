//! What a wall is told, and a time → what stands where on it. It follows the contract of told terminals (docs/terminals.md): what is shown from
//! a later time on waits, a newer one takes its place; a scrolling text in force says where the ribbon is; a pin holds it. It reads no clock
//! and writes nothing.

use super::font::{CELL, HEIGHT, Strip};
use marquee_client::terminal::{Outcome, Play, Show};
use marquee_core::NoticeId;

/// How many texts a wall holds; beyond it the oldest goes.
const TEXTS_MAX: usize = 128;
/// The fastest ribbon, in cells a second: a policy has no faster one.
const SPEED_MAX: u64 = 200;
/// What a wall that comes back was not told of again within so long is gone, ms.
const STALE_MS: u64 = 1_000;
/// A clock that steps back by more than this is another clock, ms; by less, one waits for it.
const BACK_MS: u64 = 1_000;

/// A text on the ribbon.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// Where on the tape its left edge is, in thousandths of a cell.
    pub(super) head: i64,
    pub(super) strip: Strip,
    pub(super) color: [u8; 3],
    id: NoticeId,
    rev: u64,
    cells: i64,
    /// When it came onto this wall, ms.
    entered: u64,
    /// From before the connection came back, and not told of since.
    stale: bool,
}

/// What is on top.
#[derive(Clone, Debug)]
pub(super) struct Pin {
    pub(super) show: Show,
    pub(super) strip: Strip,
    /// When it came up on this wall, ms.
    entered: u64,
    /// Until when it was to be up at first.
    first_until: u64,
}

/// Something that was on the wall and is no more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Played {
    pub(super) id: NoticeId,
    pub(super) rev: u64,
    pub(super) play: Play,
    pub(super) from: u64,
    pub(super) until: u64,
    pub(super) outcome: Outcome,
}

/// A wall.
#[derive(Debug)]
pub(super) struct Wall {
    pub(super) columns: u16,
    pub(super) rows: u16,
    /// By how much letters are larger than the font's.
    pub(super) scale: u16,
    /// The ribbon's position at a time, in thousandths of a cell, and its speed, in cells a second.
    pub(super) x: i64,
    pub(super) at: u64,
    speed: i64,
    /// In the order in which they came.
    pub(super) texts: Vec<Text>,
    pub(super) pin: Option<Pin>,
    waiting: Option<Show>,
    stale_until: u64,
    played: Vec<Played>,
}

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

impl Wall {
    /// A dark wall of so many dots.
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        Self {
            columns,
            rows,
            scale: (rows / HEIGHT).max(1),
            x: 0,
            at: 0,
            speed: 0,
            texts: Vec::new(),
            pin: None,
            waiting: None,
            stale_until: 0,
            played: Vec::new(),
        }
    }

    /// What has left the wall since this was last asked.
    pub(super) fn played(&mut self) -> Vec<Played> {
        std::mem::take(&mut self.played)
    }

    /// The connection came back: what is on it stays until it is known to be gone.
    pub(super) fn anew(&mut self, now: u64) {
        self.advance(now);
        self.texts.iter_mut().for_each(|text| text.stale = true);
        self.waiting = None;
        self.stale_until = now + STALE_MS;
    }

    /// It is told to show something.
    pub(super) fn show(&mut self, show: Show, now: u64) {
        self.advance(now);
        self.waiting = None;
        if show.from > now {
            self.waiting = Some(show);
        } else {
            self.begin(show);
            self.advance(now);
        }
    }

    /// It is told to clear one notice, or that nothing more comes.
    pub(super) fn clear(&mut self, id: Option<&NoticeId>, now: u64) {
        self.advance(now);
        let meant = |known: &NoticeId| id.is_none_or(|id| known == id);
        self.waiting.take_if(|show| meant(&show.id));
        if self.pin.as_ref().is_some_and(|pin| meant(&pin.show.id)) {
            self.end_pin(now, Outcome::Cut);
        }
        if id.is_some() {
            self.cut(now, |text| meant(&text.id));
        }
    }

    /// Goes on to a time.
    pub(super) fn advance(&mut self, now: u64) {
        if now < self.at {
            if self.at - now > BACK_MS {
                self.at = now;
            }
            return;
        }
        loop {
            let over = self.pin.as_ref().map_or(u64::MAX, |pin| pin.show.until.max(self.at));
            let begins = self.waiting.as_ref().map_or(u64::MAX, |show| show.from.max(self.at));
            if over.min(begins) > now {
                break;
            }
            if over <= begins {
                self.move_to(over);
                let hurried = self.pin.as_ref().is_some_and(|pin| pin.show.until < pin.first_until);
                self.end_pin(over, if hurried { Outcome::Preempted } else { Outcome::Completed });
            } else if let Some(show) = self.waiting.take() {
                self.move_to(begins);
                self.begin(show);
            }
        }
        self.move_to(now);
        if now >= self.stale_until {
            self.cut(now, |text| text.stale);
        }
    }

    /// Where the ribbon is at a time if nothing comes between.
    fn x_at(&self, time: u64) -> i64 {
        let moving = if self.pin.is_some() { 0 } else { signed(time) - signed(self.at) };
        self.x.saturating_add(self.speed * moving)
    }

    fn move_to(&mut self, time: u64) {
        let (x, at) = (self.x_at(time), self.at);
        let reach = self.width();
        let (before, speed) = (self.x, self.speed.max(1));
        let left = |text: &Text| {
            at.saturating_add_signed((text.head + reach + text.cells * 1_000 - before + speed - 1) / speed)
        };
        let (on, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut self.texts)
            .into_iter()
            .partition(|text| x < text.head + reach + text.cells * 1_000);
        for text in gone {
            let until = left(&text).min(time);
            self.left(text, until, Outcome::Completed);
        }
        self.texts = on;
        (self.x, self.at) = (x, time);
    }

    /// How wide it is, in thousandths of a cell.
    fn width(&self) -> i64 {
        i64::from(self.columns) * 1_000 / i64::from(CELL * self.scale)
    }

    /// Something is in force, since a time that is not to come.
    fn begin(&mut self, show: Show) {
        match show.play {
            Play::Pin => self.begin_pin(show),
            Play::Scroll => self.begin_scroll(&show),
        }
    }

    fn begin_pin(&mut self, show: Show) {
        let now = self.at;
        if let Some(pin) =
            self.pin.as_mut().filter(|pin| (&pin.show.id, pin.show.rev) == (&show.id, show.rev))
        {
            // A pin that is told of again: only its end, or its colour, is another.
            pin.show = show;
            return;
        }
        if let Some(pin) = &self.pin {
            let outcome = if pin.show.id == show.id { Outcome::Cut } else { Outcome::Preempted };
            self.end_pin(now, outcome);
        } else {
            // The ribbon has stood still since then.
            self.move_to(show.from);
        }
        let first_until = show.until;
        self.pin = Some(Pin { strip: Strip::of(&show.text), entered: now, first_until, show });
    }

    fn begin_scroll(&mut self, show: &Show) {
        let now = self.at.max(show.from);
        let x = self.x_at(show.from);
        self.end_pin(now, Outcome::Cut);
        (self.x, self.at) = (x, show.from);
        let offset = signed(show.offset);
        // The same text told of again is where it says, and all others with it; the next of the same notice is behind it by its width.
        let known = self
            .texts
            .iter_mut()
            .filter(|text| (&text.id, text.rev) == (&show.id, show.rev))
            .filter(|text| x - text.head - offset < text.cells * 1_000)
            .min_by_key(|text| (x - text.head - offset).abs());
        match known {
            Some(text) => {
                text.stale = false;
                text.color = show.color;
                self.x = text.head + offset;
            }
            None => self.enter(show, x - offset, now),
        }
        self.speed = signed(show.speed.min(SPEED_MAX));
        self.move_to(now);
    }

    fn enter(&mut self, show: &Show, head: i64, now: u64) {
        if self.texts.len() == TEXTS_MAX {
            let oldest = self.texts.remove(0);
            self.left(oldest, now, Outcome::Cut);
        }
        self.texts.push(Text {
            head,
            strip: Strip::of(&show.text),
            color: show.color,
            id: show.id.clone(),
            rev: show.rev,
            cells: i64::from(show.cells.max(1)),
            entered: if show.offset == 0 { show.from } else { now },
            stale: false,
        });
    }

    fn end_pin(&mut self, at: u64, outcome: Outcome) {
        if let Some(Pin { show, entered, .. }) = self.pin.take() {
            let (id, rev, play) = (show.id, show.rev, Play::Pin);
            self.played.push(Played { id, rev, play, from: entered, until: at.max(entered), outcome });
        }
    }

    fn cut(&mut self, at: u64, meant: impl Fn(&Text) -> bool) {
        let (gone, on): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.texts).into_iter().partition(|text| meant(text));
        self.texts = on;
        for text in gone {
            self.left(text, at, Outcome::Cut);
        }
    }

    fn left(&mut self, text: Text, at: u64, outcome: Outcome) {
        let Text { id, rev, entered, .. } = text;
        let (play, until) = (Play::Scroll, at.max(entered));
        self.played.push(Played { id, rev, play, from: entered, until, outcome });
    }
}
