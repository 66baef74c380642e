//! What is drawn, in a terminal that is made up, and what is said a line a change, in virtual time.

mod floods;

use super::paint::Look;
use super::palette::Depth;
use super::picture::Picture;
use super::plain::Lines;
use super::seen::Seen;
use marquee_client::terminal::{self, Connected, Outcome, Play, Shown};
use marquee_core::{Change, Cursor, DeleteReason, Entry, Level, Notice, NoticeId, Policy, Timeline, Version};
use marquee_protocol::notice::cells;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use std::sync::Arc;

/// 2023-11-14, 22:13:20.
const BEGUN: u64 = 1_700_000_000_000;

/// A board in virtual time.
struct Board {
    timeline: Timeline,
    version: u64,
    now: u64,
}

impl Board {
    fn new() -> Self {
        Self { timeline: Timeline::new(Arc::new(Policy::default()), BEGUN), version: 1, now: BEGUN }
    }

    fn change(&mut self, change: Change) -> Change {
        self.version += 1;
        let entry = Entry { version: Version(self.version), at: self.now, change: change.clone() };
        self.timeline.apply(&entry).unwrap();
        change
    }

    fn put(&mut self, id: &str, level: Level, text: &str) -> Change {
        self.put_from(id, level, text, self.now)
    }

    fn put_from(&mut self, id: &str, level: Level, text: &str, starts_at: u64) -> Change {
        let notice = Notice {
            id: NoticeId::parse(id).unwrap(),
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
            starts_at,
            expires_at: starts_at + 600_000,
            trace_id: "".into(),
        };
        self.change(Change::Put(Arc::new(notice)))
    }

    fn after(&mut self, ms: u64) -> &mut Self {
        self.now += ms;
        self.timeline.advance(self.now);
        self
    }

    fn picture<'a>(&'a self, stand: &'a terminal::Look, depth: Depth) -> Picture<'a> {
        Picture {
            board: "ops",
            server: "http://127.0.0.1:8080",
            stand,
            play: Some(&self.timeline),
            at: self.now,
            trouble: None,
            held: false,
            help: false,
            look: Look { depth },
        }
    }
}

fn stand(connected: Connected) -> terminal::Look {
    terminal::Look {
        connected,
        cursor: Cursor::parse("k3j9x2ab.42"),
        behind: Some(0),
        server_time: BEGUN,
        offset_ms: -12,
        retry_in_ms: (connected == Connected::Offline).then_some(3_200),
    }
}

fn drawn(picture: &Picture<'_>, width: u16, height: u16) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| picture.draw(frame.area(), frame.buffer_mut())).unwrap();
    terminal
}

fn rows(picture: &Picture<'_>, width: u16, height: u16) -> Vec<String> {
    let terminal = drawn(picture, width, height);
    let buffer = terminal.backend().buffer();
    let row = |y| {
        let mut row = String::new();
        let mut x = 0;
        while x < width {
            let cell = &buffer[(x, y)];
            row.push_str(cell.symbol());
            x += u16::try_from(cells(cell.symbol())).unwrap().max(1);
        }
        row.trim_end().to_owned()
    };
    (0..height).map(row).collect()
}

#[test]
fn the_ribbon_is_where_the_timeline_says() {
    let mut board = Board::new();
    board.put("a", Level::Info, "系统维护 ok");
    board.put("b", Level::Warning, "disk 91 %");
    let stand = stand(Connected::Live);
    board.after(1_000);
    assert_eq!(rows(&board.picture(&stand, Depth::None), 24, 10)[1], "         ·  系统维护 ok");
    board.after(500);
    assert_eq!(rows(&board.picture(&stand, Depth::None), 24, 10)[1], "   ·  系统维护 ok", "6 cells on");
    board.after(583);
    assert_eq!(
        rows(&board.picture(&stand, Depth::None), 24, 10)[1],
        " 统维护 ok     !  disk 9",
        "a half is left out"
    );
}

#[test]
fn all_is_told_without_colour() {
    let mut board = Board::new();
    board.put("lunch", Level::Low, "lunch: soup");
    board.put("a1", Level::Info, "系统维护完成,服务已全面恢复");
    board.put_from("later", Level::Warning, "maintenance begins", BEGUN + 300_000);
    board.put("db", Level::Urgent, "the database is down");
    board.after(3_000);
    let stand = stand(Connected::Live);
    let picture = board.picture(&stand, Depth::None);
    let expected = [
        "ops   ● live   lag 0   cursor k3j9x2ab.42   22:13:23 UTC   clock +12 ms",
        "",
        "╭ !! URGENT ───────────────────────────────────────────────────────────── 12 s ╮",
        "│                                                                              │",
        "│                             the database is down                             │",
        "│                                                                              │",
        "╰──────────────────────────────────────────────────────────────────────────────╯",
        "────────────────────────────────────────────────────────────────────────────────",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        "",
        "4 notices are active",
        "!! URGENT      9:57 pin  the database is down                                 db",
        "!  WARNING  in 4:57      maintenance begins                                later",
        "·  INFO        9:57      系统维护完成,服务已全面恢复                          a1",
        "   LOW         9:57 now  lunch: soup                                       lunch",
        "",
        "q end   space hold   ? help",
    ];
    assert_eq!(rows(&picture, 80, 18), expected);
    let terminal = drawn(&picture, 80, 18);
    let colored = |color: Color| color != Color::Reset;
    assert!(!terminal.backend().buffer().content.iter().any(|cell| colored(cell.fg) || colored(cell.bg)));
}

#[test]
fn a_level_has_the_policys_colour_where_there_are_colours() {
    let mut board = Board::new();
    board.put("db", Level::Urgent, "down");
    board.after(100);
    let stand = stand(Connected::Live);
    for (depth, color) in [(Depth::True, Color::Rgb(0xff, 0x3b, 0x30)), (Depth::Indexed, Color::Indexed(203))]
    {
        let terminal = drawn(&board.picture(&stand, depth), 80, 24);
        let buffer = terminal.backend().buffer();
        assert_eq!(buffer[(38, 4)].symbol(), "d");
        assert_eq!((buffer[(38, 4)].fg, buffer[(0, 2)].fg), (color, color));
    }
}

#[test]
fn a_server_that_is_away_is_told_and_the_ribbon_goes_on() {
    let mut board = Board::new();
    board.put("a", Level::Info, "still moving");
    board.after(1_000);
    let stand = stand(Connected::Offline);
    let before = rows(&board.picture(&stand, Depth::None), 60, 14);
    let picture =
        Picture { trouble: Some("http://127.0.0.1:8080 is not there"), ..board.picture(&stand, Depth::None) };
    let shown = rows(&picture, 60, 14);
    assert_eq!(shown[0], "ops   ○ offline, tries again in 4 s   lag unknown");
    assert_eq!(shown[12], "http://127.0.0.1:8080 is not there");
    assert_eq!(shown[8], before[8]);
    board.after(1_000);
    assert_eq!(rows(&board.picture(&stand, Depth::None), 60, 14)[8].trim(), "·  still moving     ·  stil");
    assert_ne!(rows(&board.picture(&stand, Depth::None), 60, 14)[8], before[8]);
}

#[test]
fn an_empty_board_says_how_to_fill_it_and_one_that_is_not_there_is_waited_for() {
    let board = Board::new();
    let live = stand(Connected::Live);
    assert_eq!(
        rows(&board.picture(&live, Depth::None), 60, 10)[1],
        " nothing to show: marquee publish -b ops 'hello'"
    );
    let away = terminal::Look { cursor: None, behind: None, ..stand(Connected::Offline) };
    let picture = Picture { play: None, ..board.picture(&away, Depth::None) };
    assert_eq!(rows(&picture, 60, 10)[1], " waiting for http://127.0.0.1:8080");
}

#[test]
fn a_pin_that_is_too_long_is_turned_page_by_page() {
    let mut board = Board::new();
    let text: Vec<String> = (0..60).map(|n| format!("word{n}")).collect();
    board.put("u", Level::Urgent, &text.join(" "));
    let stand = stand(Connected::Live);
    let seen = |board: &Board| rows(&board.picture(&stand, Depth::None), 60, 20).join("\n");
    let first = seen(&board);
    assert!(first.contains("word0 ") && first.contains("1/3"), "{first}");
    let second = seen(board.after(4_000));
    assert!(
        !second[..second.find("active").unwrap()].contains("word0 ") && second.contains("2/3"),
        "{second}"
    );
    let third = seen(board.after(4_000));
    assert!(third.contains("word59"), "{third}");
}

#[test]
fn nothing_breaks_at_any_size_whatever_the_text() {
    let mut board = Board::new();
    let texts = [
        "a\u{1b}[2J系\u{202E}统",
        "👩\u{200D}👩\u{200D}👧 שלום (x)",
        "\u{301}\u{200B}",
        "ｗｉｄｅ",
        &"x\u{301}".repeat(900),
    ];
    for (n, text) in texts.iter().enumerate() {
        let level = Level::ALL[n % 4];
        board.put(&format!("n{n}"), level, text);
    }
    let stand = stand(Connected::Offline);
    for ms in [0, 700, 20_000] {
        board.after(ms);
        for width in (1..30).chain([80]) {
            for height in (1..20).chain([50]) {
                for help in [false, true] {
                    let picture =
                        Picture { help, trouble: Some("away"), ..board.picture(&stand, Depth::True) };
                    let terminal = drawn(&picture, width, height);
                    let steers = |symbol: &str| symbol.chars().any(|c| c.is_control() || c == '\u{202E}');
                    assert!(!terminal.backend().buffer().content.iter().any(|cell| steers(cell.symbol())));
                }
            }
        }
    }
}

#[test]
fn it_is_drawn_often_only_while_something_moves() {
    let mut board = Board::new();
    let stand = stand(Connected::Live);
    let moves = |board: &Board| board.picture(&stand, Depth::None).moves(40);
    assert!(!moves(&board), "an empty board is at rest");
    board.put("a", Level::Info, "hello");
    assert!(moves(&board));
    board.put("u", Level::Urgent, "down");
    assert!(!moves(&board), "beneath a pin the ribbon stands still");
}

#[test]
fn each_change_is_a_line() {
    let mut board = Board::new();
    let mut lines = Lines::default();
    let mut said = |board: &Board, change: Option<Change>| {
        let mut all = change.map_or(Vec::new(), |change| lines.entry(board.now, &change));
        all.extend(lines.look(&board.timeline));
        all
    };
    board.put("old", Level::Info, "was here");
    assert_eq!(said(&board, None), ["22:13:20 INFO    old active  was here"]);
    let change = board.put("a", Level::Urgent, "the database\u{1b}[31m is down");
    assert_eq!(
        said(&board, Some(change)),
        [
            "22:13:20 URGENT  a new  the database[31m is down",
            "22:13:20 URGENT  a pinned  the database[31m is down"
        ]
    );
    assert!(said(&board, None).is_empty(), "nothing is said twice");
    let change = board.put_from("p", Level::Warning, "later", BEGUN + 16_000);
    assert_eq!(said(&board, Some(change)), ["22:13:20 WARNING p planned  later"]);
    board.after(15_000);
    assert_eq!(said(&board, None), ["22:13:35 URGENT  a unpinned  the database[31m is down"]);
    board.after(1_000);
    assert_eq!(said(&board, None), ["22:13:36 WARNING p started  later"]);
    let change = board.put("old", Level::Low, "is here");
    assert_eq!(said(&board, Some(change)), ["22:13:36 LOW     old changed  is here"]);
    let change =
        board.change(Change::Delete { id: NoticeId::parse("p").unwrap(), reason: DeleteReason::Resolved });
    assert_eq!(said(&board, Some(change)), ["22:13:36 WARNING p resolved  later"]);
    board.after(590_000);
    assert_eq!(said(&board, None), ["22:23:26 URGENT  a over  the database[31m is down"]);
}

#[test]
fn what_was_on_the_glass_is_reported_with_how_it_ended() {
    let mut board = Board::new();
    let mut seen = Seen::new("ops");
    let told = |shown: &Shown| {
        (shown.id.clone(), shown.play, shown.from - BEGUN, shown.until - BEGUN, shown.outcome)
    };
    let mut run = |board: &mut Board, ms: u64| -> Vec<_> {
        let mut all = Vec::new();
        for _ in 0..ms / 50 {
            all.extend(seen.look(&board.after(50).timeline, 12, 3));
        }
        all.iter().map(told).collect()
    };
    assert!(run(&mut board, 100).is_empty());
    board.put("a", Level::Info, "four");
    // 12 cells of glass and 4 of text at 12 a second.
    assert_eq!(run(&mut board, 1_400), [("a".to_owned(), Play::Scroll, 100, 1_434, Outcome::Completed)]);
    board.put("u", Level::Urgent, "down");
    board.put("v", Level::Urgent, "too");
    let ended = run(&mut board, 5_100);
    assert_eq!(ended, [("u".to_owned(), Play::Pin, 1_500, 6_500, Outcome::Preempted)]);
    let ended: Vec<_> = run(&mut board, 6_000).into_iter().filter(|shown| shown.1 == Play::Pin).collect();
    assert!(ended.is_empty(), "the other is up: {ended:?}");
    board.change(Change::Delete { id: NoticeId::parse("v").unwrap(), reason: DeleteReason::Resolved });
    let ended: Vec<_> = run(&mut board, 100).into_iter().map(|shown| (shown.0, shown.4)).collect();
    let cut = || ("v".to_owned(), Outcome::Cut);
    assert_eq!(ended, [cut(), cut()], "on the ribbon beneath, and on top");
    let slot = board.timeline.slot().unwrap().notice.id.clone();
    board.change(Change::Delete { id: slot.clone(), reason: DeleteReason::Retracted });
    let ended: Vec<_> = run(&mut board, 100).into_iter().map(|shown| (shown.0, shown.4)).collect();
    assert!(ended.contains(&(slot.as_str().to_owned(), Outcome::Cut)), "{ended:?}");
}
