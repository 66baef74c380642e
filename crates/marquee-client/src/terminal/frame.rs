//! What a server says to a terminal, read from JSON. It reads what it knows and passes over the rest; it never decides what a frame
//! comes to. Numbers that no play can have are not let in.

use marquee_core::policy::bounds;
use marquee_core::{BoardName, Cursor, Entry, Level, NoticeId, Timeline};
use marquee_protocol::frame::{Snapshot, decode_entry, decode_snapshot};
use serde::{Deserialize, Serialize};

/// The longest text of an error that is kept, in characters: more is cut.
const DETAIL_MAX: usize = 400;

/// No time of a server is beyond this, ms: the year 9999.
const TIME_END_MS: u64 = 253_402_300_800_000;
/// No ribbon is longer, in thousandths of a cell.
const TAPE_END: u64 = 1 << 53;

/// A frame that was read.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Frame {
    Hello {
        server_time: u64,
    },
    Subscribed {
        board: BoardName,
        head: Option<Cursor>,
        resume: Resume,
    },
    Reset {
        board: BoardName,
        reason: String,
    },
    Snapshot {
        board: BoardName,
        snapshot: Box<Snapshot>,
    },
    /// Without an entry: one of a kind that this release does not know.
    Entry {
        board: BoardName,
        cursor: Cursor,
        entry: Option<Entry>,
    },
    Bookmark {
        board: BoardName,
        cursor: Cursor,
        at: u64,
    },
    Unsubscribed {
        board: BoardName,
    },
    Pong {
        ts: u64,
        server_time: u64,
    },
    Error {
        code: String,
        detail: String,
    },
    TokenExpiring {
        in_ms: u64,
    },
    TokenOk,
    Bye {
        retry_after_ms: u64,
    },
    Show {
        board: BoardName,
        show: Show,
    },
    Clear {
        board: BoardName,
        id: Option<NoticeId>,
    },
}

/// How a subscription begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Resume {
    /// From the cursor on.
    Incremental,
    /// Anew: a snapshot follows, or a feed's first bookmark.
    Anew,
    /// A told terminal: nothing is resumed.
    None,
}

/// What a told terminal is to show.
#[derive(Clone, PartialEq, Debug)]
pub struct Show {
    /// Which notice.
    pub id: NoticeId,
    /// Which content of it.
    pub rev: u64,
    /// On the ribbon, or on top.
    pub play: Play,
    /// When, by the server's clock, ms.
    pub from: u64,
    /// Until when: on the ribbon, when the next may enter.
    pub until: u64,
    /// On the ribbon: where on its tape the left edge is, in thousandths of a cell. It names the text: told of again, it has the same.
    pub head: u64,
    /// On the ribbon: how far its left edge is to the left of the wall's right edge at `from`, in thousandths of a cell.
    pub offset: u64,
    /// Plain text.
    pub text: String,
    /// How wide it is, in cells.
    pub cells: u32,
    /// How fast the ribbon moves, in cells a second.
    pub speed: u64,
    /// Red, green and blue.
    pub color: [u8; 3],
    /// How urgent it is.
    pub level: Level,
}

/// The manner in which something is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Play {
    /// On the ribbon.
    Scroll,
    /// On top, while the ribbon stands still.
    Pin,
}

#[derive(Deserialize)]
struct Kind {
    #[serde(rename = "type")]
    kind: String,
}

/// Every member that some frame has.
#[derive(Deserialize)]
struct In {
    board: Option<String>,
    cursor: Option<String>,
    /// A cursor in `subscribed`, a number in `show`.
    head: Option<serde_json::Value>,
    resume: Option<String>,
    reason: Option<String>,
    at: Option<u64>,
    version: Option<u64>,
    ts: Option<u64>,
    server_time: Option<u64>,
    /// A word in `error`, a number in `bye`.
    code: Option<serde_json::Value>,
    detail: Option<String>,
    in_ms: Option<u64>,
    retry_after_ms: Option<u64>,
    id: Option<String>,
}

#[derive(Deserialize)]
struct ShowIn {
    id: String,
    rev: u64,
    play: Play,
    from: u64,
    until: u64,
    /// A pin has neither.
    head: Option<u64>,
    #[serde(default)]
    offset_cells: f64,
    text: String,
    cells: u32,
    cells_per_second: u64,
    color: String,
    level: String,
}

/// What comes of a message.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Read {
    /// It was read.
    Frame(Frame),
    /// A type of a later protocol: a sign of life, and nothing more.
    Unknown,
    /// It is about this board, or nobody knows about which, and cannot be read: something may be missing.
    Broken,
}

/// Reads a message.
pub(super) fn read(text: &str) -> Read {
    let Ok(Kind { kind }) = serde_json::from_str::<Kind>(text) else { return Read::Broken };
    match serde_json::from_str(text).ok().and_then(|head: In| known(&kind, &head, text)) {
        Some(frame) => Read::Frame(frame),
        None if KNOWN.contains(&kind.as_str()) => Read::Broken,
        None => Read::Unknown,
    }
}

/// The types that have to be readable.
const KNOWN: [&str; 16] = [
    "hello",
    "subscribed",
    "reset",
    "snapshot",
    "put",
    "delete",
    "policy",
    "bookmark",
    "unsubscribed",
    "pong",
    "error",
    "token_expiring",
    "token_ok",
    "bye",
    "show",
    "clear",
];

fn known(kind: &str, head: &In, text: &str) -> Option<Frame> {
    let board = || BoardName::parse(head.board.as_deref()?);
    let server_time = || head.server_time.filter(|time| *time <= TIME_END_MS);
    let cursor = || Cursor::parse(head.cursor.as_deref()?);
    Some(match kind {
        "hello" => Frame::Hello { server_time: server_time()? },
        "subscribed" => {
            let resume = match head.resume.as_deref()? {
                "incremental" => Resume::Incremental,
                "none" => Resume::None,
                _ => Resume::Anew,
            };
            Frame::Subscribed {
                board: board()?,
                head: head.head.as_ref().and_then(|head| Cursor::parse(head.as_str()?)),
                resume,
            }
        }
        "reset" => Frame::Reset { board: board()?, reason: cut(head.reason.as_deref()) },
        "snapshot" => {
            let snapshot = Box::new(decode_snapshot(text.as_bytes()).ok()?);
            let plays = |play: &Timeline| play.now() <= TIME_END_MS && play.x() <= TAPE_END;
            snapshot.replica.timeline().is_none_or(plays).then_some(())?;
            Frame::Snapshot { board: board()?, snapshot }
        }
        "bookmark" => Frame::Bookmark { board: board()?, cursor: cursor()?, at: head.at? },
        "unsubscribed" => Frame::Unsubscribed { board: board()? },
        "pong" => Frame::Pong { ts: head.ts?, server_time: server_time()? },
        "error" => {
            let code = head.code.as_ref().and_then(|code| code.as_str());
            Frame::Error { code: cut(code), detail: cut(head.detail.as_deref()) }
        }
        "token_expiring" => Frame::TokenExpiring { in_ms: head.in_ms? },
        "token_ok" => Frame::TokenOk,
        "bye" => Frame::Bye { retry_after_ms: head.retry_after_ms.unwrap_or(0) },
        "show" => Frame::Show { board: board()?, show: show(text)? },
        "clear" => Frame::Clear {
            board: board()?,
            id: match &head.id {
                Some(id) => Some(NoticeId::parse(id)?),
                None => None,
            },
        },
        // An entry: of every kind that has a version and a cursor.
        _ => {
            let (board, cursor) = (board()?, cursor()?);
            (head.version? == cursor.version.0 && head.at? <= TIME_END_MS).then_some(())?;
            Frame::Entry { board, cursor, entry: decode_entry(text.as_bytes()).ok()? }
        }
    })
}

fn cut(text: Option<&str>) -> String {
    text.unwrap_or_default().chars().take(DETAIL_MAX).collect()
}

fn show(text: &str) -> Option<Show> {
    let show: ShowIn = serde_json::from_str(text).ok()?;
    let head = match (show.play, show.head) {
        (Play::Scroll, head) => head.filter(|head| *head <= TAPE_END)?,
        (Play::Pin, _) => 0,
    };
    (show.from <= TIME_END_MS && show.until <= TIME_END_MS).then_some(())?;
    Some(Show {
        id: NoticeId::parse(&show.id)?,
        rev: show.rev,
        play: show.play,
        from: show.from,
        until: show.until,
        head,
        offset: thousandths(show.offset_cells)?,
        text: show.text,
        cells: show.cells,
        speed: show.cells_per_second.clamp(*bounds::SPEED.start(), *bounds::SPEED.end()),
        color: color(&show.color)?,
        level: Level::parse(&show.level)?,
    })
}

/// The thousandths of a number of cells, as it is written; `None`: it is none that a ribbon may have.
fn thousandths(cells: f64) -> Option<u64> {
    (cells.is_finite() && (0.0..1e9).contains(&cells)).then_some(())?;
    format!("{:.0}", cells * 1_000.0).parse().ok()
}

/// The red, green and blue of `#rrggbb`.
pub fn color(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(())?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str) -> Frame {
        match read(text) {
            Read::Frame(frame) => frame,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_show_is_read_to_the_thousandth_of_a_cell() {
        let text = r##"{"type":"show","board":"ops","id":"a","rev":42,"play":"scroll","from":5,"until":9,"head":44004,"offset_cells":3.25,
            "text":"x","cells":1,"cells_per_second":12,"color":"#e8eaed","level":"INFO","later":[1]}"##;
        let Frame::Show { show, .. } = frame(text) else { panic!("a show is due") };
        assert_eq!((show.head, show.offset, show.speed, show.color), (44_004, 3_250, 12, [0xe8, 0xea, 0xed]));
        for (from, to) in [
            ("#e8eaed", "#+8eaed"),
            ("3.25", "-1"),
            ("\"a\"", "\"a b\""),
            ("INFO", "LOUD"),
            ("head", "tail"),
            ("44004", "9007199254740993"),
            ("\"from\":5", "\"from\":253402300800001"),
        ] {
            assert_eq!(read(&text.replace(from, to)), Read::Broken, "{to}");
        }
        let clear = frame(r#"{"type":"clear","board":"ops","id":"a"}"#);
        assert!(matches!(clear, Frame::Clear { id: Some(_), .. }));
        assert!(matches!(frame(r#"{"type":"clear","board":"ops"}"#), Frame::Clear { id: None, .. }));
    }

    #[test]
    fn what_a_later_server_says_is_passed_over_and_what_is_broken_is_told() {
        assert_eq!(read(r#"{"type":"weather","at":"noon"}"#), Read::Unknown);
        assert_eq!(read(r#"{"type":"put","board":"ops","version":3}"#), Read::Broken);
        assert_eq!(read("[]"), Read::Broken);
        let later = r#"{"type":"moved","board":"ops","cursor":"k3j9x2ab.4","version":4,"at":7}"#;
        assert!(
            matches!(frame(later), Frame::Entry { entry: None, .. }),
            "an entry of a kind not known counts"
        );
    }
}
