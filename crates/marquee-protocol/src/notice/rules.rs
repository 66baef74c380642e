//! What no schema can say of a notice, and the draft that becomes of one that keeps every rule. It decides nothing
//! that depends on the board's state: whether a notice is already over is the board machine's to say.

use super::schema::{DATA, HTML, LINK, STARTS_AT, TEXT, TTL, validate};
use super::text::{blank, clean};
use super::{Context, IdFrom, Submission, cells::cells, hash::content_hash, html, link::is_link};
use crate::blocklist::{BlockList, Verdict};
use crate::document::{Document, compact};
use crate::faults::{Faults, short, shown};
use crate::problem::Problem;
use crate::time;
use marquee_core::board::{ContentHash, Draft};
use marquee_core::policy::bounds;
use marquee_core::{BoardName, Level, NoticeId};
use serde_json::Value;

/// The longest text after cleaning, in Unicode scalar values.
pub const TEXT_MAX: usize = 2_000;
/// The largest `data` in compact form, in bytes.
pub const DATA_MAX: usize = 4_096;
/// How far ahead a notice may start, ms: 366 days.
pub const AHEAD_MAX_MS: u64 = 366 * 86_400_000;

/// What is said of a text that the list refuses; never which word it is.
const BLOCKED: &str =
    "This has words that the server does not show: put it in other words, or ask its operator";

/// The notice of a document, or every fault of it, beside those that were found before it became one.
pub(super) fn submission(
    document: &Document<'_>,
    mut faults: Faults,
    context: &Context<'_>,
) -> Result<Submission, Problem> {
    validate(&document.value, &mut faults);
    let mut reading = Reading { document, faults };

    let board = reading.board(context);
    let id = reading.id(context);
    let level = reading.level();
    let (text, html) = reading.words();
    let ttl = reading.ttl();
    let starts_at = reading.starts_at(context.now);
    let link = reading.link();
    let data = reading.data();
    let tags = reading.tags();
    let key = reading.text_of("key").map(Box::from);
    let masked = reading.blocked(&text, html.as_deref(), context.block_list);
    if let Some(problem) = reading.faults.problem() {
        return Err(problem);
    }

    let mut draft = Draft {
        id: id.unwrap_or_else(context.mint),
        hash: ContentHash::default(),
        level,
        cells: cells(&text),
        text: text.into(),
        html: html.map(Into::into),
        tags,
        key,
        link,
        data,
        ttl,
        starts_at,
        trace_id: context.trace_id.into(),
    };
    // What makes two publishes the same is what was sent: a change of the list makes no other notice of it.
    draft.hash = content_hash(&draft);
    if let Some(masked) = masked {
        draft.cells = cells(&masked);
        draft.text = masked.into();
        // Where words stand within markup is not known, so none is shown.
        draft.html = None;
    }
    Ok(Submission { board, draft })
}

/// A document under way: what is read is worth something only if no fault was found.
struct Reading<'a> {
    document: &'a Document<'a>,
    faults: Faults,
}

impl<'a> Reading<'a> {
    fn text_of(&self, member: &str) -> Option<&'a str> {
        self.document.value.get(member)?.as_str()
    }

    fn board(&mut self, context: &Context<'_>) -> BoardName {
        let named = self.text_of("board").and_then(BoardName::parse);
        if let (Some(named), Some(path)) = (&named, context.board)
            && named != path
        {
            let detail = format!("The path names the board {path}: give the same here, or leave it out");
            self.faults.add("/board", detail);
        }
        context.board.cloned().or(named).unwrap_or_else(BoardName::main)
    }

    fn id(&mut self, context: &Context<'_>) -> Option<NoticeId> {
        let named = self.text_of("id").and_then(NoticeId::parse);
        if let (Some(named), Some(given)) = (&named, context.id)
            && named != given
        {
            let place = match context.id_from {
                IdFrom::Path => "The path names the id",
                IdFrom::IdempotencyKey => "The header Idempotency-Key stands for the id and says",
            };
            self.faults.add("/id", format!("{place} {given}: give the same here, or leave it out"));
        }
        context.id.cloned().or(named)
    }

    fn level(&self) -> Level {
        self.text_of("level").and_then(Level::parse).unwrap_or_default()
    }

    /// The cleaned text, given or derived, and the sanitised markup.
    fn words(&mut self) -> (String, Option<String>) {
        let markup = self.text_of("html");
        let derived = markup.map(html::text).unwrap_or_default();
        let (place, text) = match self.document.value.get("text") {
            Some(given) => ("/text", given.as_str().map(clean)),
            None => ("/html", markup.map(|_| derived.clone())),
        };
        // What is missing or no string has its fault already.
        if let Some(text) = &text {
            let right = if place == "/text" { TEXT } else { HTML };
            let characters = text.chars().count();
            if blank(text) {
                self.faults.add(place, format!("Nothing to show is left after cleaning: give {right}"));
            } else if characters > TEXT_MAX {
                let detail = format!("{characters} characters of text are too many: at most 2,000 are shown");
                self.faults.add(place, detail);
            }
        }
        let html = markup.filter(|_| !blank(&derived)).map(html::sanitise);
        (text.unwrap_or_default(), html)
    }

    /// The text as it may be shown, where that is another one.
    fn blocked(&mut self, text: &str, html: Option<&str>, list: &BlockList) -> Option<String> {
        let judged = list.judge(text);
        if judged == Verdict::Rejected {
            let place = if self.document.value.get("text").is_some() { "/text" } else { "/html" };
            self.faults.add(place, BLOCKED);
        }
        let shown = html.map(html::text).filter(|shown| shown != text);
        let of_markup = shown.map_or(Verdict::Clean, |shown| list.judge(&shown));
        if of_markup == Verdict::Rejected {
            self.faults.add("/html", BLOCKED);
        }
        match (judged, of_markup) {
            (Verdict::Masked(masked), _) => Some(masked),
            (Verdict::Clean, Verdict::Masked(_)) => Some(text.to_owned()),
            _ => None,
        }
    }

    fn ttl(&mut self) -> Option<u64> {
        let raw = self.document.raw("ttl")?;
        let seconds = raw.parse().ok().filter(|seconds| bounds::TTL.contains(seconds));
        if seconds.is_none() {
            self.faults.add("/ttl", format!("{} will not do: give {TTL}", short(raw)));
        }
        seconds
    }

    fn starts_at(&mut self, now: u64) -> Option<u64> {
        let text = self.text_of("starts_at")?;
        let starts_at = time::parse(text);
        let latest = now.saturating_add(AHEAD_MAX_MS);
        match starts_at {
            None => {
                let text = shown(&Value::from(text));
                self.faults.add("/starts_at", format!("{text} will not do: give {STARTS_AT}"));
            }
            Some(ms) if ms > latest => {
                let latest = time::rfc3339(latest);
                let detail = format!("This is more than 366 days ahead: give a time up to {latest}");
                self.faults.add("/starts_at", detail);
            }
            Some(_) => {}
        }
        starts_at
    }

    fn link(&mut self) -> Option<Box<str>> {
        let text = self.text_of("link")?;
        if !is_link(text) {
            self.faults.add("/link", format!("{} will not do: give {LINK}", shown(&Value::from(text))));
        }
        Some(text.into())
    }

    fn data(&mut self) -> Option<Box<str>> {
        let data = compact(self.document.raw("data")?);
        if data.len() > DATA_MAX {
            self.faults.add("/data", format!("{} bytes are too many: give {DATA}", data.len()));
        }
        Some(data.into())
    }

    fn tags(&self) -> Box<[Box<str>]> {
        let tags = self.document.value.get("tags").and_then(Value::as_array);
        tags.into_iter().flatten().filter_map(Value::as_str).map(Box::from).collect()
    }
}
