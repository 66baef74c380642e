//! The wall in virtual time: held against the timeline that it is told of, and its dots against pictures.

mod floods;

use super::font::Strip;
use super::format::encode;
use super::wall::{Played, Wall};
use crate::glass::arguments::Format;
use marquee_client::terminal::{Outcome, Play, Show, color};
use marquee_core::told::{Cue, Told};
use marquee_core::{Change, DeleteReason, Entry, Level, Notice, NoticeId, Policy, Timeline, Version, policy};
use marquee_protocol::notice::cells;
use std::collections::BTreeSet;
use std::sync::Arc;

const BEGUN: u64 = 1_700_000_000_000;
/// So many dots: 30 cells.
const COLUMNS: u16 = 240;

/// Where the tape of `show` is at the time 0; it moves at 12 cells a second.
const HEAD: u64 = 44_004;

fn id(name: &str) -> NoticeId {
    NoticeId::parse(name).unwrap()
}

fn show(name: &str, play: Play, from: u64, offset: u64) -> Show {
    Show {
        id: NoticeId::parse(name).unwrap_or_else(|| id("n")),
        rev: 1,
        play,
        from,
        until: from + 4_000,
        head: HEAD + 12 * from - offset,
        offset,
        text: name.to_owned(),
        cells: cells(name),
        speed: 12,
        color: [1, 2, 3],
        level: Level::Info,
    }
}

/// A board, whoever tells of it, and a wall that hears it.
struct House {
    timeline: Timeline,
    told: Told,
    again_at: u64,
    version: u64,
    now: u64,
    wall: Wall,
}

impl House {
    fn new(policy: Policy) -> Self {
        let timeline = Timeline::new(Arc::new(policy), BEGUN);
        let wall = Wall::new(COLUMNS, 16);
        let mut house = Self { timeline, told: Told::new(), again_at: BEGUN, version: 1, now: BEGUN, wall };
        house.look();
        house
    }

    fn look(&mut self) {
        let look = self.told.look(&self.timeline, self.now);
        self.again_at = look.again_at;
        for cue in look.cues {
            self.tell(cue);
        }
    }

    fn tell(&mut self, cue: Cue) {
        match cue {
            Cue::Show(show) => {
                let show = Show {
                    id: show.notice.id.clone(),
                    rev: show.notice.rev.0,
                    play: if show.play == policy::Play::Pin { Play::Pin } else { Play::Scroll },
                    from: show.from,
                    until: show.until,
                    head: show.head,
                    offset: show.offset,
                    text: show.notice.text.to_string(),
                    cells: show.notice.cells,
                    speed: show.speed,
                    color: color(&show.color).unwrap(),
                    level: show.notice.level,
                };
                self.wall.show(show, self.now);
            }
            Cue::Clear(id) => self.wall.clear(id.as_ref(), self.now),
        }
    }

    fn change(&mut self, change: Change) {
        self.change_late(change, 0);
    }

    /// An entry that is heard of some time after it was stamped.
    fn change_late(&mut self, change: Change, late: u64) {
        self.version += 1;
        let entry = Entry { version: Version(self.version), at: self.now, change };
        self.after(late);
        self.timeline.apply(&entry).unwrap();
        self.look();
        self.agree();
    }

    fn put(&mut self, name: &str, level: Level, text: &str) {
        self.put_late(name, level, text, 0);
    }

    fn put_late(&mut self, name: &str, level: Level, text: &str, late: u64) {
        let notice = Notice {
            id: id(name),
            rev: Version(self.version + 1),
            level,
            text: text.into(),
            html: None,
            tags: Box::default(),
            key: None,
            link: None,
            data: None,
            cells: cells(text),
            count: 1,
            starts_at: self.now,
            expires_at: self.now + 60_000,
            trace_id: "".into(),
        };
        self.change_late(Change::Put(Arc::new(notice)), late);
    }

    /// Goes on, and holds the wall against the timeline ten times a second.
    fn after(&mut self, ms: u64) {
        let until = self.now + ms;
        while self.now < until {
            self.now = until.min(self.now + 100).min(self.again_at.max(self.now + 1));
            if self.now >= self.again_at {
                self.look();
            }
            self.wall.advance(self.now);
            self.agree();
        }
    }

    fn agree(&self) {
        let mut present = self.timeline.clone();
        present.advance(self.now);
        let near = |offset: &i64| *offset < 30_000;
        let played: BTreeSet<i64> = present
            .ribbon()
            .map(|slot| i64::try_from(present.x() - slot.head).unwrap())
            .filter(near)
            .collect();
        let seen: BTreeSet<i64> = self
            .wall
            .texts
            .iter()
            .filter(|text| text.is_on())
            .map(|text| self.wall.x - text.head)
            .filter(near)
            .collect();
        assert_eq!(seen, played, "{} ms on", self.now - BEGUN);
        let pin = present.pin().map(|pin| (pin.notice.id.clone(), pin.until));
        let up = self.wall.pin.as_ref().map(|pin| (pin.show.id.clone(), pin.show.until));
        assert_eq!(up, pin, "{} ms on", self.now - BEGUN);
    }
}

#[test]
fn the_wall_is_where_the_timeline_is_at_each_moment() {
    let mut house = House::new(Policy::default());
    house.put("a", Level::Info, "alone");
    house.after(12_345);
    house.put("b", Level::Warning, "系统维护完成");
    house.after(7_001);
    house.put("u", Level::Urgent, "the database is down");
    house.after(4_000);
    house.put("v", Level::Urgent, "and so is the other");
    house.after(30_000);
    house.change(Change::Delete { id: id("b"), reason: DeleteReason::Retracted });
    house.after(5_000);
    let faster = Policy { speed: 37, ..Policy::default() };
    house.change(Change::Policy { policy: Arc::new(faster), own: true });
    house.after(60_000);
    let outcomes: BTreeSet<String> = house
        .wall
        .played()
        .iter()
        .map(|played| format!("{} {:?}", played.id.as_str(), played.outcome))
        .collect();
    assert!(outcomes.contains("a Completed") && outcomes.contains("b Cut"), "{outcomes:?}");
    assert!(outcomes.contains("u Preempted") && outcomes.contains("v Completed"), "{outcomes:?}");
}

#[test]
fn it_is_so_whatever_happens_and_however_late_it_is_heard_of() {
    for seed in 0..40 {
        let mut chance = fastrand::Rng::with_seed(seed);
        let mut house =
            House::new(Policy { speed: chance.u64(5..40), pin_min_ms: 2_000, ..Policy::default() });
        for _ in 0..25 {
            let name = format!("n{}", chance.u8(0..5));
            let late = chance.u64(0..400);
            match chance.u8(0..10) {
                0..6 => {
                    let level = Level::ALL[chance.usize(0..4)];
                    house.put_late(&name, level, &"word ".repeat(chance.usize(1..12)), late);
                }
                6..8 => {
                    let reason = DeleteReason::Retracted;
                    house.change_late(Change::Delete { id: id(&name), reason }, late);
                }
                _ => {
                    let policy = Policy { speed: chance.u64(5..40), ..Policy::default() };
                    house.change_late(Change::Policy { policy: Arc::new(policy), own: true }, late);
                }
            }
            house.after(chance.u64(0..9_000));
        }
        let played = house.wall.played();
        assert!(played.iter().all(|played| played.from <= played.until), "{played:?}");
        let mut once = BTreeSet::new();
        for played in &played {
            let scrolled = played.play == Play::Scroll;
            assert!(
                once.insert((&played.id, scrolled, played.from)),
                "seed {seed}: each is told of once: {played:?}"
            );
        }
    }
}

#[test]
fn a_text_that_is_told_of_again_takes_the_ribbon_with_it() {
    let mut wall = Wall::new(640, 16);
    wall.show(show("four", Play::Scroll, 1_000, 0), 1_000);
    wall.show(show("next", Play::Scroll, 2_000, 0), 2_000);
    wall.advance(3_000);
    let again = Show { from: 2_500, offset: 24_000, ..show("four", Play::Scroll, 1_000, 0) };
    wall.show(again, 3_000);
    let offsets: Vec<i64> = wall.texts.iter().map(|text| wall.x - text.head).collect();
    assert_eq!(offsets, [30_000, 18_000]);
}

#[test]
fn what_is_gone_from_this_wall_is_not_shown_again_for_a_wider_one() {
    let mut wall = Wall::new(64, 16);
    wall.show(show("four", Play::Scroll, 1_000, 12_000), 1_000);
    assert!(wall.texts.is_empty() && wall.played().is_empty());
    wall.show(show("four", Play::Scroll, 1_000, 11_999), 1_000);
    assert_eq!(wall.texts.len(), 1);
}

#[test]
fn what_is_to_come_waits_and_a_newer_one_takes_its_place() {
    let mut wall = Wall::new(64, 16);
    wall.show(show("a", Play::Scroll, 1_000, 0), 500);
    assert!(wall.texts.is_empty());
    wall.show(show("bb", Play::Scroll, 1_200, 0), 600);
    wall.advance(1_100);
    assert!(wall.texts.is_empty(), "the first was replaced");
    wall.advance(1_300);
    assert_eq!((wall.texts.len(), wall.x - wall.texts[0].head), (1, 1_200));
}

#[test]
fn a_text_that_has_left_is_told_with_the_times_of_its_edges() {
    let mut wall = Wall::new(64, 16);
    wall.show(show("four", Play::Scroll, 10_000, 0), 9_800);
    wall.advance(10_999);
    assert!(wall.played().is_empty());
    wall.advance(60_000);
    // 8 cells of wall and 4 of text at 12 a second.
    let played = Played {
        id: id("four"),
        rev: 1,
        play: Play::Scroll,
        from: 10_000,
        until: 11_000,
        outcome: Outcome::Completed,
    };
    assert_eq!(wall.played(), [played]);
}

#[test]
fn the_ribbon_stands_still_beneath_a_pin_also_if_it_is_told_late() {
    let mut wall = Wall::new(64, 16);
    wall.show(show("four", Play::Scroll, 1_000, 0), 1_000);
    wall.show(show("pin", Play::Pin, 1_300, 0), 1_500);
    assert_eq!(wall.x - wall.texts[0].head, 3_600);
    wall.advance(5_300);
    assert!(wall.pin.is_none());
    assert_eq!(wall.x - wall.texts[0].head, 3_600);
    wall.advance(5_400);
    assert_eq!(wall.x - wall.texts[0].head, 4_800);
    assert_eq!(wall.played()[0].outcome, Outcome::Completed);
}

#[test]
fn what_was_taken_back_during_an_outage_is_gone_a_second_after_it() {
    let mut wall = Wall::new(2_000, 16);
    wall.show(show("a", Play::Scroll, 1_000, 0), 1_000);
    wall.show(show("bb", Play::Scroll, 2_000, 0), 2_000);
    wall.advance(3_000);
    wall.anew(3_000);
    wall.advance(3_100);
    wall.show(show("bb", Play::Scroll, 3_000, 12_000), 3_100);
    assert_eq!(wall.texts.len(), 2);
    wall.advance(4_000);
    assert_eq!(wall.texts.len(), 1);
    assert_eq!(wall.played()[0].outcome, Outcome::Cut);
}

#[test]
fn a_clock_that_steps_back_is_followed_if_it_is_another_one() {
    let mut wall = Wall::new(64, 16);
    wall.show(show("four", Play::Scroll, 10_000, 0), 10_000);
    wall.advance(10_500);
    wall.advance(10_400);
    assert_eq!((wall.at, wall.x - wall.texts[0].head), (10_500, 6_000));
    wall.advance(500);
    wall.advance(550);
    assert_eq!((wall.at, wall.x - wall.texts[0].head), (550, 6_600));
}

fn seen(wall: &Wall) -> String {
    String::from_utf8(encode(&wall.picture(), Format::Text, false)).unwrap()
}

#[test]
fn letters_stand_on_whole_dots() {
    let mut wall = Wall::new(40, 16);
    wall.show(show("走H", Play::Scroll, 1_000, 4_500), 1_000);
    let expected = [
        "           █",
        "      ▄▄▄▄▄█▄▄▄▄▄",
        "           █         █    █",
        "    ▀▀▀▀▀▀▀█▀▀▀▀▀▀▀  █    █",
        "       ▄   █         █▀▀▀▀█",
        "       █   █▀▀▀▀▀    █    █",
        "      ▄▀▄  █         █    █",
        "    ▄▀   ▀▀▀▀▀▀▀▀▀▀",
    ];
    assert_eq!(seen(&wall).lines().collect::<Vec<_>>()[..8], expected);
    let before = seen(&wall);
    wall.advance(1_010);
    assert_eq!(seen(&wall), before, "0.96 of a dot is none");
    wall.advance(1_011);
    let moved: Vec<_> = expected.iter().map(|row| &row[1..]).collect();
    assert_eq!(seen(&wall).lines().collect::<Vec<_>>()[..8], moved);
}

#[test]
fn a_pin_stands_between_edges_of_its_levels_colour() {
    let mut wall = Wall::new(40, 16);
    wall.show(show("a", Play::Scroll, 1_000, 4_500), 1_000);
    wall.show(show("pin", Play::Pin, 1_000, 0), 1_000);
    let expected = [
        "█                                      █",
        "█                   ▄                  █",
        "█                   ▀                  █",
        "█        █▄▀▀▀▄    ▀█    █▄▀▀▀▄        █",
        "█        █    █     █    █    █        █",
        "█        █    █     █    █    █        █",
        "█        █▀▄▄▄▀   ▄▄█▄▄  █    █        █",
        "█        █                             █",
    ];
    assert_eq!(seen(&wall).lines().collect::<Vec<_>>()[..8], expected);
    let long = "a text that is much longer than the wall is wide";
    wall.show(show(long, Play::Pin, 1_000, 0), 1_000);
    let first = seen(&wall);
    wall.advance(2_499);
    assert_eq!(seen(&wall), first, "its beginning rests");
    wall.advance(3_000);
    assert_ne!(seen(&wall), first);
}

#[test]
fn a_strip_is_as_wide_as_the_notices_cells() {
    for text in ["down", "系统 ok", "👩\u{200D}👧 e\u{301}", "שלום", "½±", "ｶﾞ"] {
        assert_eq!(Strip::of(text).width(), usize::try_from(cells(text)).unwrap() * 8, "{text:?}");
    }
    let plain = Strip::of("e");
    assert_ne!(Strip::of("e\u{301}"), plain, "a mark is drawn");
    assert_eq!(Strip::of("e\u{200D}"), plain, "what only steers is not");
}

#[test]
fn each_format_has_its_head_and_its_size() {
    let mut wall = Wall::new(20, 32);
    wall.show(show("█", Play::Scroll, 1_000, 1_000), 1_000);
    let picture = wall.picture();
    let ppm = encode(&picture, Format::Ppm, false);
    assert!(ppm.starts_with(b"P6\n20 32\n255\n"));
    assert_eq!(ppm.len(), 13 + 20 * 32 * 3);
    assert_eq!(encode(&picture, Format::Raw, false), ppm[13..]);
    let pbm = encode(&picture, Format::Pbm, false);
    assert!(pbm.starts_with(b"P4\n20 32\n"));
    assert_eq!(pbm.len(), 9 + 3 * 32, "a row begins with a byte of its own");
    let lit = pbm[9..].iter().map(|byte| byte.count_ones()).sum::<u32>();
    let light = ppm[13..].chunks(3).filter(|dot| *dot == [1, 2, 3]).count();
    assert_eq!(u32::try_from(light).unwrap(), lit);
    assert_eq!(lit, 16 * 32, "a block of one cell, twice as large");
}
