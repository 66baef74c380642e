//! What is drawn, in a terminal that is made up, and what is said a line a change, in virtual time.

use super::paint::Look;
use super::palette::Depth;
use super::picture::Picture;
use super::plain::Lines;
use marquee_client::terminal::{self, Connected};
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
    let rows = rows(&picture, 80, 24);
    for row in &rows {
        println!("{row}");
    }
    panic!("look");
}
