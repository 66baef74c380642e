//! What terminals are told that do not play the timeline themselves: as text for walls of lamps, as a fragment of HTML for
//! browsers. A fragment holds what a publisher's markup was reduced to, or text with its signs escaped, and no style.

use super::json;
use crate::escape;
use bytes::Bytes;
use marquee_core::policy::Play;
use marquee_core::told::{Cue, Show};
use marquee_core::{BoardName, Notice};
use serde::Serialize;

/// For whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// `led`: text and motion.
    Led,
    /// `html`: a fragment.
    Html,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum CueJson<'a> {
    Show(ShowJson<'a>),
    Clear {
        board: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<&'a str>,
    },
}

#[derive(Serialize)]
struct ShowJson<'a> {
    board: &'a str,
    id: &'a str,
    rev: u64,
    play: &'static str,
    from: u64,
    until: u64,
    #[serde(flatten)]
    body: Body<'a>,
    color: &'a str,
    level: &'static str,
    count: u32,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Text {
        #[serde(skip_serializing_if = "Option::is_none")]
        head: Option<u64>,
        offset_cells: f64,
        text: &'a str,
        cells: u32,
        cells_per_second: u64,
    },
    Fragment {
        fragment: String,
    },
}

/// The cue as JSON. The name of its frame is the other.
pub fn encode(board: &BoardName, cue: &Cue, told: Told) -> (&'static str, Bytes) {
    let board = board.as_str();
    match cue {
        Cue::Show(show) => ("show", json(&CueJson::Show(of_show(board, show, told)))),
        Cue::Clear(id) => {
            let id = id.as_ref().map(|id| id.as_str());
            ("clear", json(&CueJson::Clear { board, id }))
        }
    }
}

fn of_show<'a>(board: &'a str, show: &'a Show, told: Told) -> ShowJson<'a> {
    let notice = &*show.notice;
    let body = match told {
        Told::Led => Body::Text {
            head: (show.play == Play::Scroll).then_some(show.head),
            offset_cells: cells(show.offset),
            text: &notice.text,
            cells: notice.cells,
            cells_per_second: show.speed,
        },
        Told::Html => Body::Fragment { fragment: fragment(notice, show.play) },
    };
    ShowJson {
        board,
        id: notice.id.as_str(),
        rev: notice.rev.0,
        play: show.play.name(),
        from: show.from,
        until: show.until,
        body,
        color: &show.color,
        level: notice.level.name(),
        count: notice.count,
    }
}

/// Thousandths as a number with three digits behind the point.
fn cells(thousandths: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a ribbon's stretch is far below 2^53")]
    let cells = thousandths as f64;
    cells / 1_000.0
}

/// One notice as it stands in a page.
pub fn fragment(notice: &Notice, play: Play) -> String {
    let level = notice.level.name().to_ascii_lowercase();
    let body = notice.html.as_deref().map_or_else(|| escape::html(&notice.text), str::to_owned);
    let count = match notice.count {
        0 | 1 => String::new(),
        many => format!(" <span class=\"m-count\">\u{d7}{many}</span>"),
    };
    let more = notice.link.as_deref().map_or_else(String::new, |link| {
        let link = escape::html(link);
        format!(" <a class=\"m-link\" href=\"{link}\" rel=\"noopener noreferrer\">\u{2197}</a>")
    });
    format!("<div class=\"m-notice m-{level} m-{}\" dir=\"auto\">{body}{count}{more}</div>", play.name())
}
