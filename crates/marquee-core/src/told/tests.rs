//! A wall that knows nothing but the three rules, beside the timeline that it is told of: they agree at each moment.

#![expect(clippy::cast_possible_wrap, reason = "the numbers of tests are small")]

use super::*;
use crate::policy::Play;
use crate::{Change, DeleteReason, Entry, Level, Notice, Policy, Replica};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How wide the widest wall is that is looked at, in thousandths of a cell.
const WALL: i64 = 300_000;

/// A terminal that is told.
#[derive(Clone, Default, Debug)]
struct Wall {
    /// The ribbon's position at a time, and its speed.
    x: i64,
    at: u64,
    speed: i64,
    pin: Option<Show>,
    waiting: Option<Show>,
    /// Who was let in, and where.
    texts: BTreeMap<u64, Arc<Notice>>,
}

impl Wall {
    fn x_at(&self, time: u64) -> i64 {
        let moving = if self.pin.is_some() { 0 } else { time as i64 - self.at as i64 };
        self.x + self.speed * moving
    }

    fn move_to(&mut self, time: u64) {
        self.x = self.x_at(time);
        self.at = time;
    }

    fn advance(&mut self, now: u64) {
        loop {
            let over = self.pin.as_ref().map_or(u64::MAX, |pin| pin.until.max(self.at));
            let begins = self.waiting.as_ref().map_or(u64::MAX, |show| show.from);
            if over.min(begins) > now {
                return self.move_to(now);
            }
            if over <= begins {
                self.move_to(over);
                self.pin = None;
            } else if let Some(show) = self.waiting.take() {
                self.move_to(begins);
                self.begin(show);
            }
        }
    }

    /// In force, since a time that is not to come.
    fn begin(&mut self, show: Show) {
        if show.play == Play::Pin {
            if self.pin.is_none() {
                // The ribbon has stood still since then.
                self.move_to(show.from);
            }
            self.pin = Some(show);
            return;
        }
        let now = self.at.max(show.from);
        self.pin = None;
        self.speed = show.speed as i64;
        (self.x, self.at) = ((show.head + show.offset) as i64, show.from);
        self.texts.insert(show.head, show.notice);
        self.move_to(now);
    }

    fn take(&mut self, cue: Cue, now: u64) {
        self.advance(now);
        match cue {
            Cue::Show(show) => {
                self.waiting = None;
                if show.from > now {
                    self.waiting = Some(show);
                } else {
                    self.begin(show);
                    self.advance(now);
                }
            }
            Cue::Clear(None) => (self.pin, self.waiting) = (None, None),
            Cue::Clear(Some(id)) => {
                self.texts.retain(|_, notice| notice.id != id);
                self.waiting.take_if(|show| show.notice.id == id);
                self.pin.take_if(|pin| pin.notice.id == id);
            }
        }
    }

    /// What is on it: how far each text is from its right edge, and the pin.
    fn picture(&self) -> Picture {
        let texts = self.texts.iter().map(|(head, notice)| (name(notice), self.x - *head as i64));
        let seen = texts.filter(|(_, offset)| *offset < WALL).collect();
        (seen, self.pin.as_ref().map(|pin| (name(&pin.notice), pin.until)))
    }
}

fn name(notice: &Notice) -> String {
    format!("{}@{}", notice.id.as_str(), notice.rev)
}

fn played(timeline: &Timeline, now: u64) -> Picture {
    let mut present = timeline.clone();
    present.advance(now);
    let texts = present.ribbon().map(|slot| (name(&slot.notice), (present.x() - slot.head) as i64));
    let seen = texts.filter(|(_, offset)| *offset < WALL).collect();
    (seen, present.pin().map(|pin| (name(&pin.notice), pin.until)))
}

/// The board, whoever tells of it, and the walls that are told.
struct House {
    replica: Replica,
    told: Told,
    again_at: u64,
    walls: Vec<Wall>,
    now: u64,
}

impl House {
    fn new(policy: Policy) -> Self {
        let mut house = Self {
            replica: Replica::default(),
            told: Told::new(),
            again_at: u64::MAX,
            walls: Vec::new(),
            now: 1_000,
        };
        house.entry(Change::Policy { policy: Arc::new(policy), own: true }, 0);
        house
    }

    /// An entry that is heard of some time after it was stamped.
    fn entry(&mut self, change: Change, late: u64) {
        let version = self.replica.version().next();
        let at = self.now;
        let heard = at + late;
        // What is due before it is heard is told without it.
        self.run_to(heard);
        self.replica.apply(&Entry { version, at, change }).unwrap();
        self.look();
    }

    fn look(&mut self) -> Vec<Cue> {
        let timeline = self.replica.timeline().unwrap();
        let look = self.told.look(timeline, self.now);
        self.again_at = look.again_at;
        for wall in &mut self.walls {
            look.cues.iter().for_each(|cue| wall.take(cue.clone(), self.now));
        }
        look.cues
    }

    fn run_to(&mut self, time: u64) {
        while self.again_at <= time {
            self.now = self.again_at;
            let _ = self.look();
        }
        self.now = time;
        self.walls.iter_mut().for_each(|wall| wall.advance(time));
    }

    fn newcomer(&mut self) {
        let mut wall = Wall { at: self.now, ..Wall::default() };
        let opening = self.told.opening().to_vec();
        opening.into_iter().for_each(|cue| wall.take(cue, self.now));
        self.walls.push(wall);
    }

    fn agree(&self) -> Result<(), TestCaseError> {
        let played = played(self.replica.timeline().unwrap(), self.now);
        for wall in &self.walls {
            prop_assert_eq!(&wall.picture(), &played, "at {}: {:?}", self.now, wall);
        }
        Ok(())
    }
}

fn put(house: &House, id: &str, level: Level, cells: u32, starts_at: u64, ttl: u64) -> Change {
    Change::Put(Arc::new(Notice {
        id: NoticeId::parse(id).unwrap(),
        rev: house.replica.version().next(),
        level,
        text: id.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells,
        count: 1,
        starts_at,
        expires_at: starts_at + ttl,
        trace_id: "".into(),
    }))
}

/// Each text with how far its left edge is from the wall's right one; and the pin, with its end.
type Picture = (BTreeSet<(String, i64)>, Option<(String, u64)>);

#[test]
fn a_notice_is_told_before_it_begins_and_a_pin_before_it_ends() {
    let mut house = House::new(Policy::default());
    house.newcomer();
    let put_a = put(&house, "a", Level::Info, 10, 3_000, 60_000);
    house.entry(put_a, 0);
    house.run_to(2_499);
    assert_eq!(house.walls[0].waiting, None);
    house.run_to(2_500);
    let waiting = house.walls[0].waiting.clone().unwrap();
    assert_eq!((waiting.from, waiting.until, waiting.offset, waiting.speed), (3_000, 4_500, 0, 12));
    house.run_to(3_700);
    let put_b = put(&house, "b", Level::Urgent, 10, 3_700, 60_000);
    house.entry(put_b, 0);
    assert_eq!(house.walls[0].pin.as_ref().map(|pin| (pin.from, pin.until)), Some((3_700, 18_700)));
    house.run_to(18_300);
    let after = house.walls[0].waiting.clone().unwrap();
    assert_eq!(
        (after.notice.id.as_str(), after.from, after.offset, after.until),
        ("a", 18_700, 8_400, 19_500)
    );
}

#[test]
fn what_is_taken_back_leaves_the_glass_and_what_waited_is_called_off() {
    let mut house = House::new(Policy::default());
    house.newcomer();
    let change = put(&house, "a", Level::Info, 10, 1_000, 60_000);
    house.entry(change, 0);
    let change = put(&house, "b", Level::Info, 10, 1_000, 60_000);
    house.entry(change, 0);
    house.run_to(2_100);
    assert_eq!(house.walls[0].waiting.as_ref().map(|show| show.notice.id.as_str()), Some("b"));
    let gone = |id| Change::Delete { id: NoticeId::parse(id).unwrap(), reason: DeleteReason::Retracted };
    house.entry(gone("b"), 0);
    let waits = house.walls[0].waiting.as_ref().map(|show| show.notice.id.as_str());
    assert_ne!(waits, Some("b"));
    house.run_to(20_000);
    house.entry(gone("a"), 0);
    assert!(house.walls[0].texts.is_empty(), "{:?}", house.walls[0]);
    assert_eq!(house.told.opening(), [Cue::Clear(None)]);
}

#[test]
fn what_waited_is_called_off_also_where_nothing_comes_in_its_place() {
    let mut house = House::new(Policy::default());
    house.newcomer();
    let change = put(&house, "a", Level::Info, 10, 1_000, 500);
    house.entry(change, 0);
    let change = put(&house, "b", Level::Info, 10, 1_000, 60_000);
    house.entry(change, 0);
    house.run_to(2_100);
    assert_eq!(house.walls[0].waiting.as_ref().map(|show| show.notice.id.as_str()), Some("b"));
    let gone = Change::Delete { id: NoticeId::parse("b").unwrap(), reason: DeleteReason::Retracted };
    house.entry(gone, 0);
    assert_eq!(house.walls[0].waiting, None);
}

#[test]
fn a_board_that_does_not_change_is_looked_at_as_often_as_something_begins() {
    let mut house = House::new(Policy::default());
    let change = put(&house, "a", Level::Info, 10, 1_000, 10_000_000);
    house.entry(change, 0);
    let mut looks = 0;
    while house.again_at <= 1_000_000 {
        house.now = house.again_at;
        let _ = house.look();
        looks += 1;
    }
    // One slot takes 1.5 s, and is looked for and looked at.
    assert!((1_300..1_400).contains(&looks), "{looks}");
}

#[derive(Clone, Debug)]
enum Deed {
    Put { id: u8, level: Level, cells: u32, wait: u64, ttl: u64 },
    Delete(u8),
    Policy { speed: u64, gap: u64, hold_ms: u64, breath_ms: u64, pin_min_ms: u64 },
    Come,
}

fn deeds() -> impl Strategy<Value = Vec<(u64, u64, Deed)>> {
    let put = (0u8..5, prop::sample::select(&Level::ALL[..]), 1u32..60, 0u64..3_000, 50u64..30_000)
        .prop_map(|(id, level, cells, wait, ttl)| Deed::Put { id, level, cells, wait, ttl });
    let policy = (1u64..60, 0u64..20, 0u64..4_000, 0u64..2_000, 0u64..1_000).prop_map(
        |(speed, gap, hold_ms, breath_ms, pin_min_ms)| Deed::Policy {
            speed,
            gap,
            hold_ms,
            breath_ms,
            pin_min_ms,
        },
    );
    let deed =
        prop_oneof![6 => put, 3 => (0u8..5).prop_map(Deed::Delete), 1 => policy, 2 => Just(Deed::Come)];
    prop::collection::vec((0u64..4_000, prop_oneof![3 => Just(0u64), 1 => 1u64..40], deed), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever happens, whenever one comes and however late it is heard of: a wall that is told shows what is played.
    #[test]
    fn a_wall_that_is_told_shows_what_is_played(deeds in deeds(), step in 1u64..170) {
        let mut house = House::new(Policy::default());
        house.newcomer();
        for (wait, late, deed) in deeds {
            let until = house.now + wait;
            while house.now < until {
                house.run_to((house.now + step).min(until));
                house.agree()?;
            }
            match deed {
                Deed::Put { id, level, cells, wait, ttl } => {
                    let starts_at = house.now + wait.saturating_sub(2_000);
                    let change = put(&house, &format!("n{id}"), level, cells, starts_at, ttl);
                    house.entry(change, late);
                }
                Deed::Delete(id) => {
                    let id = NoticeId::parse(&format!("n{id}")).unwrap();
                    house.entry(Change::Delete { id, reason: DeleteReason::Retracted }, late);
                }
                Deed::Policy { speed, gap, hold_ms, breath_ms, pin_min_ms } => {
                    let mut policy = Policy { speed, gap, breath_ms, pin_min_ms, ..Policy::default() };
                    policy.levels[0].hold_ms = hold_ms;
                    house.entry(Change::Policy { policy: Arc::new(policy), own: true }, late);
                }
                Deed::Come => house.newcomer(),
            }
            house.agree()?;
        }
    }
}
