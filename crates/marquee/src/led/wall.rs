//! What a wall is told, and a time → what stands where on it. It follows the contract of told terminals (docs/terminals.md): what is shown from
//! a later time on waits, a newer one takes its place; a scrolling text in force says where the ribbon is; a pin holds it. It reads no clock
//! and writes nothing.

use super::font::{CELL, HEIGHT, Strip};
use marquee_client::terminal::{Outcome, Play, Show};
use marquee_core::NoticeId;

/// How many texts a wall holds; beyond it the oldest goes.
const TEXTS_MAX: usize = 128;
/// What a wall that comes back was not told of again within so long is gone, ms.
const STALE_MS: u64 = 1_000;
/// What has gone is told of so much later, ms: several cues of one moment may take it away and put it back.
const SETTLE_MS: u64 = 500;
/// A clock that steps back by more than this is another clock, ms; by less, one waits for it.
const BACK_MS: u64 = 1_000;

/// A text on the ribbon.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// Where on the tape its left edge is, in thousandths of a cell: that names it.
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
    /// When its right edge left, if it has.
    gone_at: Option<u64>,
    /// When it was taken away: it is not seen any more, but may be told of again at once.
    taken_at: Option<u64>,
}

impl Text {
    /// Whether it may be seen.
    pub(super) fn is_on(&self) -> bool {
        self.taken_at.is_none()
    }
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
    /// A pin that a scrolling text has ended, and when: it may be told of again at once.
    ended: Option<(Pin, u64)>,
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
            ended: None,
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
        self.go(now);
        self.texts.iter_mut().for_each(|text| text.stale = true);
        self.waiting = None;
        self.stale_until = now + STALE_MS;
    }

    /// It is told to show something.
    pub(super) fn show(&mut self, show: Show, now: u64) {
        self.go(now);
        self.waiting = None;
        if show.from > now {
            self.waiting = Some(show);
        } else {
            self.begin(show);
            self.go(now);
        }
    }

    /// It is told to clear one notice, or that nothing more comes.
    pub(super) fn clear(&mut self, id: Option<&NoticeId>, now: u64) {
        self.go(now);
        let meant = |known: &NoticeId| id.is_none_or(|id| known == id);
        self.waiting.take_if(|show| meant(&show.id));
        if self.pin.as_ref().is_some_and(|pin| meant(&pin.show.id)) {
            self.end_pin(now, Outcome::Cut);
        }
        for text in self.texts.iter_mut().filter(|text| id == Some(&text.id)) {
            text.taken_at.get_or_insert(now);
        }
    }

    /// Goes on to a time; what has left by then is told of.
    pub(super) fn advance(&mut self, now: u64) {
        self.go(now);
        self.settle();
    }

    fn go(&mut self, now: u64) {
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
    }

    /// What is gone for good is told of.
    fn settle(&mut self) {
        let (now, x, reach) = (self.at, self.x, self.width());
        let speed = if self.pin.is_none() { self.speed.max(1) } else { i64::MAX };
        for text in &mut self.texts {
            let beyond = x - (text.head + reach + text.cells * 1_000);
            let since = now.saturating_add_signed(-(beyond / speed));
            text.gone_at = (beyond >= 0 && text.is_on()).then(|| text.gone_at.unwrap_or(since));
        }
        let settled = |gone_at: u64| gone_at + SETTLE_MS <= now;
        let stale = now >= self.stale_until;
        self.cut(now, |text| text.gone_at.or(text.taken_at).is_some_and(settled) || text.stale && stale);
        if let Some((pin, at)) = self.ended.take_if(|(_, at)| settled(*at)) {
            self.pin_left(pin, at, Outcome::Cut);
        }
    }

    /// Where the ribbon is at a time if nothing comes between.
    fn x_at(&self, time: u64) -> i64 {
        let moving = if self.pin.is_some() { 0 } else { signed(time) - signed(self.at) };
        self.x.saturating_add(self.speed * moving)
    }

    fn move_to(&mut self, time: u64) {
        (self.x, self.at) = (self.x_at(time), time);
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
        let same = |pin: &Pin| (&pin.show.id, pin.show.rev, pin.show.from) == (&show.id, show.rev, show.from);
        let known = self.ended.take_if(|(pin, _)| same(pin));
        let (entered, first_until) =
            known.map_or((now, show.until), |(pin, _)| (pin.entered, pin.first_until));
        self.pin = Some(Pin { strip: Strip::of(&show.text), entered, first_until, show });
    }

    fn begin_scroll(&mut self, show: &Show) {
        let now = self.at.max(show.from);
        if let Some((before, at)) = self.pin.take().and_then(|pin| self.ended.replace((pin, now))) {
            self.pin_left(before, at, Outcome::Cut);
        }
        let head = signed(show.head);
        // It says where the ribbon is; all that is on it moves along.
        (self.x, self.at) = (head.saturating_add(signed(show.offset)), show.from);
        match self.texts.iter_mut().find(|text| text.head == head && text.id == show.id) {
            Some(text) => {
                (text.stale, text.taken_at) = (false, None);
                text.color = show.color;
            }
            None => self.enter(show, head, now),
        }
        self.speed = signed(show.speed);
        self.move_to(now);
    }

    fn enter(&mut self, show: &Show, head: i64, now: u64) {
        let cells = i64::from(show.cells.max(1));
        if self.x >= head + self.width() + cells * 1_000 {
            // For a wider wall: from this one it is gone.
            return;
        }
        if self.texts.len() == TEXTS_MAX {
            let oldest = self.texts.remove(0);
            self.left(oldest, now);
        }
        self.texts.push(Text {
            head,
            strip: Strip::of(&show.text),
            color: show.color,
            id: show.id.clone(),
            rev: show.rev,
            cells,
            entered: if show.offset == 0 { show.from } else { now },
            stale: false,
            gone_at: None,
            taken_at: None,
        });
    }

    fn end_pin(&mut self, at: u64, outcome: Outcome) {
        if let Some(pin) = self.pin.take() {
            self.pin_left(pin, at, outcome);
        }
    }

    fn pin_left(&mut self, pin: Pin, at: u64, outcome: Outcome) {
        let Pin { show, entered, .. } = pin;
        let (id, rev, play) = (show.id, show.rev, Play::Pin);
        self.played.push(Played { id, rev, play, from: entered, until: at.max(entered), outcome });
    }

    fn cut(&mut self, at: u64, meant: impl Fn(&Text) -> bool) {
        let (gone, on): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.texts).into_iter().partition(|text| meant(text));
        self.texts = on;
        for text in gone {
            self.left(text, at);
        }
    }

    /// It is on the wall no more: gone out at its edge, or taken away now.
    fn left(&mut self, text: Text, at: u64) {
        let Text { id, rev, entered, gone_at, taken_at, .. } = text;
        let (outcome, until) = match (taken_at, gone_at) {
            (Some(at), _) => (Outcome::Cut, at),
            (None, Some(at)) => (Outcome::Completed, at),
            (None, None) => (Outcome::Cut, at),
        };
        let (play, until) = (Play::Scroll, until.max(entered));
        self.played.push(Played { id, rev, play, from: entered, until, outcome });
    }
}
