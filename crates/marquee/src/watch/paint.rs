//! Text into cells, and how a level looks, with colour and without. All foreign text goes through here: what it writes is as wide as it
//! says, and steers nothing.

use super::palette::Depth;
use crate::glass::text::{Cluster, clusters};
use marquee_client::terminal::color;
use marquee_core::{Level, Policy};
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::num::NonZeroU16;

/// The glass, and what is written on it that is no notice.
const GLASS: [u8; 3] = [0x0b, 0x0d, 0x10];
const INK: [u8; 3] = [0xe8, 0xea, 0xed];
const QUIET: [u8; 3] = [0x8a, 0x90, 0x98];

/// How things look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) depth: Depth,
}

impl Look {
    /// What everything stands on.
    pub(super) fn glass(self) -> Style {
        if self.depth == Depth::None {
            return Style::new();
        }
        Style::new().bg(self.depth.color(GLASS)).fg(self.depth.color(INK))
    }

    /// What is less than the notices.
    pub(super) fn quiet(self) -> Style {
        if self.depth == Depth::None { Style::new() } else { Style::new().fg(self.depth.color(QUIET)) }
    }

    /// A notice of this level.
    pub(super) fn level(self, policy: &Policy, level: Level) -> Style {
        let style = match level {
            Level::Urgent => Style::new().add_modifier(Modifier::BOLD),
            Level::Warning if self.depth == Depth::None => Style::new().add_modifier(Modifier::BOLD),
            Level::Low if self.depth == Depth::None => Style::new().add_modifier(Modifier::DIM),
            _ => Style::new(),
        };
        match color(&policy.level(level).color) {
            Some(rgb) if self.depth != Depth::None => style.fg(self.depth.color(rgb)),
            _ => style,
        }
    }
}

/// A level's mark, of two cells: it is seen without colour.
pub(super) fn mark(level: Level) -> &'static str {
    match level {
        Level::Urgent => "!!",
        Level::Warning => "! ",
        Level::Info => "· ",
        Level::Low => "  ",
    }
}

/// Lays clusters into a row from a column on, which may be left of the area; what does not fit whole is left out. Returns the column after
/// the last.
pub(super) fn lay(buffer: &mut Buffer, area: Rect, from: i64, all: &[Cluster], style: Style) -> i64 {
    let mut at = from;
    for cluster in all {
        let (begin, end) = (at, at + i64::from(cluster.cells));
        at = end;
        if begin < 0 || end > i64::from(area.width) {
            continue;
        }
        let Ok(column) = u16::try_from(begin) else { continue };
        let place = (area.x + column, area.y);
        if let Some(cell) = buffer.cell_mut(place) {
            cell.set_symbol(&cluster.text).set_style(style);
            if let Some(width) = NonZeroU16::new(cluster.cells) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(width));
            }
        }
        for covered in 1..cluster.cells {
            if let Some(cell) = buffer.cell_mut((place.0 + covered, place.1)) {
                cell.set_symbol(" ").set_style(style);
            }
        }
    }
    at
}

/// Writes a text of one line into an area's first row; what is too long ends with `…`. Returns the column after it.
pub(super) fn write(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let width = u32::from(area.width);
    let mut all = clusters(text);
    let (mut fits, mut taken) = (0, 0);
    let whole = crate::glass::text::width(&all) <= width;
    let room = if whole { width } else { width.saturating_sub(1) };
    for cluster in &all {
        if taken + u32::from(cluster.cells) > room {
            break;
        }
        taken += u32::from(cluster.cells);
        fits += 1;
    }
    if !whole {
        all.truncate(fits);
        all.push(Cluster { text: "…".to_owned(), cells: 1 });
    }
    let end = lay(buffer, area, 0, &all, style);
    area.x + u16::try_from(end).unwrap_or(area.width).min(area.width)
}

/// A part of an area, cut to it.
pub(super) fn part(area: Rect, x: u16, y: u16, width: u16, height: u16) -> Rect {
    Rect { x: area.x.saturating_add(x), y: area.y.saturating_add(y), width, height }.intersection(area)
}
