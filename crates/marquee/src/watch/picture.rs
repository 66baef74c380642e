//! What is drawn at one time: how the terminal is connected, the pin, the ribbon, the notices. It draws into a buffer from what it is given,
//! and knows no terminal and no clock.

use super::paint::{Look, lay, mark, part, write};
use super::{list, list::span};
use crate::glass::connect::{clock, word};
use crate::glass::text::{clusters, lines, width};
use marquee_client::terminal::{self, Connected};
use marquee_core::timeline::Pin;
use marquee_core::{Level, Policy, Timeline};
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// How long a page of a long pin is shown, ms.
const PAGE_MS: u64 = 4_000;
/// The least height in which the pin has a place of its own, so that nothing moves when it comes.
const HIGH: u16 = 14;
/// The height of that place.
const PIN_ROWS: u16 = 5;
const KEYS: [(&str, &str); 4] = [
    ("space", "hold the picture, and go on with it"),
    ("?", "this help"),
    ("q", "end; Esc and Ctrl-C too"),
    ("--plain", "a line a change, for pipes and screen readers"),
];

/// What is to be drawn.
pub(super) struct Picture<'a> {
    pub(super) board: &'a str,
    pub(super) server: &'a str,
    pub(super) stand: &'a terminal::Look,
    /// The play, advanced to `at`.
    pub(super) play: Option<&'a Timeline>,
    /// The server's time that is shown, ms.
    pub(super) at: u64,
    pub(super) trouble: Option<&'a str>,
    pub(super) held: bool,
    pub(super) help: bool,
    pub(super) look: Look,
}

impl Picture<'_> {
    /// Draws it.
    pub(super) fn draw(&self, area: Rect, buffer: &mut Buffer) {
        buffer.set_style(area, self.look.glass());
        let trouble = self.trouble.filter(|_| self.stand.connected != Connected::Live);
        let told = trouble.map_or(Vec::new(), |text| lines(text, u32::from(area.width)));
        let told_rows = u16::try_from(told.len()).unwrap_or(0).min(3).min(area.height.saturating_sub(4));
        let high = area.height >= HIGH;
        let (pin_rows, rules) = if high { (PIN_ROWS, 1) } else { (0, 0) };
        self.head(buffer, part(area, 0, 0, area.width, 1));
        let pin_at = if high { 2 } else { 1 };
        let ribbon_at = pin_at + pin_rows + rules;
        for row in [ribbon_at.saturating_sub(1), ribbon_at + 1].into_iter().filter(|_| high) {
            let rule = "─".repeat(usize::from(area.width));
            write(buffer, part(area, 0, row, area.width, 1), &rule, self.look.quiet());
        }
        let ribbon = part(area, 0, ribbon_at, area.width, 1);
        let below = ribbon_at + 1 + 2 * rules;
        let foot_rows = told_rows + 1;
        match self.play {
            Some(play) => {
                self.ribbon(buffer, ribbon, play);
                let height = area.height.saturating_sub(below + foot_rows);
                list::draw(buffer, part(area, 0, below, area.width, height), play, self.at, self.look);
                if let Some(pin) = play.pin() {
                    let rows = if high { pin_rows } else { area.height.saturating_sub(2).min(3) };
                    self.pin(buffer, part(area, 0, pin_at, area.width, rows), pin, play.policy());
                }
            }
            None => self.nothing(buffer, ribbon),
        }
        for (y, line) in (area.height.saturating_sub(foot_rows)..).zip(&told[..usize::from(told_rows)]) {
            lay(
                buffer,
                part(area, 0, y, area.width, 1),
                0,
                line,
                self.look.glass().add_modifier(Modifier::BOLD),
            );
        }
        let foot = part(area, 0, area.height.saturating_sub(1), area.width, 1);
        let held = if self.held { "held: the board goes on, space follows it again" } else { "space hold" };
        if area.height > 3 {
            write(buffer, foot, &format!("q end   {held}   ? help"), self.look.quiet());
        }
        if self.help {
            self.help(buffer, area);
        }
    }

    /// The first line: what matters most stands first, what does not fit is left out.
    fn head(&self, buffer: &mut Buffer, area: Rect) {
        let stand = self.stand;
        let sign = match stand.connected {
            Connected::Live => "●",
            Connected::CatchingUp => "◐",
            Connected::Offline => "○",
        };
        let mut state = format!("{sign} {}", word(stand.connected));
        if let Some(ms) = stand.retry_in_ms {
            state.push_str(&format!(", tries again in {}", span(ms)));
        }
        if self.held {
            state.push_str(", held");
        }
        let lag = match (stand.connected, stand.behind) {
            (Connected::Offline, _) | (_, None) => "lag unknown".to_owned(),
            (_, Some(behind)) => format!("lag {behind}"),
        };
        let cursor =
            stand.cursor.as_ref().map_or("no cursor yet".to_owned(), |cursor| format!("cursor {cursor}"));
        let time = format!("{} UTC", clock(self.at));
        let apart = format!("clock {:+} ms", -stand.offset_ms);
        let bold = self.look.glass().add_modifier(Modifier::BOLD);
        let quiet = self.look.quiet();
        let mut x = area.x;
        for (text, style) in [
            (self.board, bold),
            (&*state, self.look.glass()),
            (&*lag, quiet),
            (&*cursor, quiet),
            (&*time, quiet),
            (&*apart, quiet),
        ] {
            let room = area.right().saturating_sub(x);
            if x > area.x && width(&clusters(text)) > u32::from(room) {
                break;
            }
            x = write(buffer, Rect { x, width: room, ..area }, text, style).saturating_add(3);
        }
    }

    fn ribbon(&self, buffer: &mut Buffer, area: Rect, play: &Timeline) {
        let mut free = 0;
        for slot in play.ribbon() {
            let gone = i64::try_from(play.x().saturating_sub(slot.head)).unwrap_or(i64::MAX);
            let left = (i64::from(area.width) * 1_000).saturating_sub(gone).div_euclid(1_000);
            if left + i64::from(slot.notice.cells) <= 0 {
                continue;
            }
            let style = self.look.level(play.policy(), slot.notice.level);
            // The mark stands in the gap before it, where there is one.
            if left - free >= 3 || free == 0 {
                lay(buffer, area, left - 3, &clusters(mark(slot.notice.level)), style);
            }
            free = lay(buffer, area, left, &clusters(&slot.notice.text), style);
        }
        if play.active().is_empty() && play.ribbon().next().is_none() {
            self.nothing(buffer, area);
        }
    }

    /// What stands where nothing is to be shown.
    fn nothing(&self, buffer: &mut Buffer, area: Rect) {
        let text = match (self.stand.connected, self.stand.cursor.is_some()) {
            (Connected::Live, _) | (_, true) => {
                format!("nothing to show: marquee publish -b {} 'hello'", self.board)
            }
            (..) => format!("waiting for {}", self.server),
        };
        write(buffer, part(area, 1, 0, area.width.saturating_sub(1), 1), &text, self.look.quiet());
    }

    fn pin(&self, buffer: &mut Buffer, area: Rect, pin: &Pin, policy: &Policy) {
        let level = pin.notice.level;
        let style = self.look.level(policy, level);
        Clear.render(area, buffer);
        buffer.set_style(area, self.look.glass());
        if area.height < 3 || area.width < 8 {
            write(buffer, area, &format!("{} {}", mark(level), pin.notice.text), style);
            return;
        }
        let all = lines(&pin.notice.text, u32::from(area.width.saturating_sub(6)));
        let rows = usize::from(area.height - 2);
        let pages = u64::try_from(all.len().div_ceil(rows)).unwrap_or(1).max(1);
        let page = self.at.saturating_sub(pin.from) / PAGE_MS % pages;
        let skip = usize::try_from(page).unwrap_or(0) * rows;
        let title = match level {
            Level::Low | Level::Info => format!(" {} ", level.name()),
            _ => format!(" {} {} ", mark(level).trim(), level.name()),
        };
        let mut left = format!(" {} ", span(pin.until.saturating_sub(self.at)));
        if pages > 1 {
            left = format!(" {}/{pages} ·{left}", page + 1);
        }
        Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(style)
            .title_top(Line::raw(title))
            .title_top(Line::raw(left).alignment(Alignment::Right))
            .render(area, buffer);
        let shown = &all[skip.min(all.len())..all.len().min(skip + rows)];
        let above = u16::try_from(rows.saturating_sub(shown.len()) / 2).unwrap_or(0);
        let inner = part(area, 3, 1 + above, area.width.saturating_sub(6), area.height - 2);
        for (y, line) in (0..).zip(shown) {
            let indent = i64::from(u32::from(inner.width).saturating_sub(width(line)) / 2);
            lay(buffer, part(inner, 0, y, inner.width, 1), indent, line, style);
        }
    }

    fn help(&self, buffer: &mut Buffer, area: Rect) {
        let (wide, high) = (60.min(area.width), 6.min(area.height));
        let place = part(area, (area.width - wide) / 2, (area.height - high) / 2, wide, high);
        Clear.render(place, buffer);
        buffer.set_style(place, self.look.glass());
        Block::bordered().border_type(BorderType::Rounded).title_top(" keys ").render(place, buffer);
        for (y, (key, what)) in (1..high.saturating_sub(1)).zip(KEYS) {
            let row = part(place, 2, y, wide.saturating_sub(4), 1);
            write(buffer, row, &format!("{key:<9}{what}"), self.look.glass());
        }
    }

    /// Whether anything on it moves.
    pub(super) fn moves(&self, width: u16) -> bool {
        let reach = u64::from(width) * 1_000;
        self.play.is_some_and(|play| {
            play.pin().is_none()
                && play.ribbon().any(|slot| {
                    play.x().saturating_sub(slot.head) < reach + u64::from(slot.notice.cells) * 1_000 + 1_000
                })
        })
    }
}
