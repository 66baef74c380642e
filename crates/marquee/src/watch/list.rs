//! The notices that are active, as a list: level, time that is left, what is on the glass now. It shows what fits, the most urgent first.

use super::paint::{Look, mark, part, write};
use marquee_core::Timeline;
use marquee_core::timeline::Active;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How wide the columns before the text are: mark, level, time left, where it is.
const BEFORE: u16 = 25;

/// Draws the list at a time.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, timeline: &Timeline, at: u64, look: Look) {
    if area.height < 2 {
        return;
    }
    let mut all: Vec<&Active> = timeline.active().iter().collect();
    all.sort_by_key(|active| (active.level(), active.version));
    let head = match all.len() {
        0 => "nothing is active".to_owned(),
        1 => "1 notice is active".to_owned(),
        more => format!("{more} notices are active"),
    };
    write(buffer, area, &head, look.quiet());
    let rows = usize::from(area.height - 1);
    let shown = if all.len() > rows { rows - 1 } else { all.len() };
    for (y, active) in (1_u16..).zip(all.iter().take(shown)) {
        row(buffer, part(area, 0, y, area.width, 1), timeline, active, at, look);
    }
    if shown < all.len() {
        let last = part(area, 0, area.height - 1, area.width, 1);
        write(buffer, last, &format!("… and {} more", all.len() - shown), look.quiet());
    }
}

fn row(buffer: &mut Buffer, area: Rect, timeline: &Timeline, active: &Active, at: u64, look: Look) {
    let notice = &active.notice;
    let style = look.level(timeline.policy(), active.level());
    write(buffer, part(area, 0, 0, 2, 1), mark(active.level()), style);
    write(buffer, part(area, 3, 0, 7, 1), active.level().name(), style);
    let left = if active.started {
        span(notice.expires_at.saturating_sub(at))
    } else {
        format!("in {}", span(notice.starts_at.saturating_sub(at)))
    };
    write(buffer, part(area, 11, 0, 8, 1), &format!("{left:>8}"), look.quiet());
    let pinned = timeline.pin().is_some_and(|pin| pin.notice.id == notice.id);
    let slotted = timeline.slot().is_some_and(|slot| slot.notice.id == notice.id);
    let place = if pinned {
        "pin"
    } else if slotted {
        "now"
    } else {
        ""
    };
    write(buffer, part(area, 20, 0, 4, 1), place, style);
    let mut beside = Vec::new();
    if notice.count > 1 {
        beside.push(format!("×{}", notice.count));
    }
    beside.push(notice.id.as_str().to_owned());
    let beside = beside.join("  ");
    let width = u16::try_from(beside.chars().count()).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(BEFORE);
    // The id stands where half of the room is left for the text.
    let text = if width.saturating_mul(2) <= room {
        write(buffer, part(area, area.width - width, 0, width, 1), &beside, look.quiet());
        room - width - 2
    } else {
        room
    };
    write(buffer, part(area, BEFORE, 0, text, 1), &notice.text, style);
}

/// A span of time, short: `42 s`, `9:42`, `3 h 05`, `12 d`.
pub(super) fn span(ms: u64) -> String {
    let seconds = ms.div_ceil(1_000);
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3_600 => format!("{}:{:02}", seconds / 60, seconds % 60),
        3_600..172_800 => format!("{} h {:02}", seconds / 3_600, seconds / 60 % 60),
        _ => format!("{} d", seconds / 86_400),
    }
}
