//! Bookmarks: how far one is while nothing comes, and what a filter passed over.

use super::{Case, LIMIT, Pace, STREAMS};
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::{Ask, Kind};
use serde_json::json;
use std::time::{Duration, Instant};

/// A bookmark comes at least so often.
const BOOKMARK_EVERY: Duration = Duration::from_secs(30);
/// How soon a filtered feed learns of what was passed over.
const PASSED_OVER: Duration = Duration::from_secs(1);
/// How much later on a machine that has other things to do.
const LATE: Duration = Duration::from_secs(2);

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a quiet board has a bookmark every 30 seconds, where its entries are",
        promise: "Section 7: a `bookmark` comes at least every 30 s.",
        on: STREAMS,
        pace: Pace::Waits,
        limit: LIMIT,
        body: |ground| Box::pin(quiet(ground)),
    },
    Case {
        name: "a filtered feed is told how far it is, and goes on from there",
        promise: "Section 7: what does not match is passed over, with a `bookmark` before the next match and at most \
                  1 s later; deletes and policies always pass.",
        on: STREAMS,
        pace: Pace::Waits,
        limit: LIMIT,
        body: |ground| Box::pin(filtered(ground)),
    },
    Case {
        name: "a filtered feed that comes back gets the matches that it missed",
        promise: "Section 7: with a cursor, the entries missed; what does not match is passed over, with a `bookmark`.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(filtered_back(ground)),
    },
];

async fn quiet(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(4).await?;
    let mut feed = ground.back(Kind::Feed, &board, &board.cursor(board.head() - 2)).await?;
    let mut screen = ground.back(Kind::Web, &board, &board.cursor(board.head() - 2)).await?;
    for terminal in [&mut feed, &mut screen] {
        terminal.resumes(&board).await?;
        terminal.reads_to(&board, board.head()).await?;
    }
    tokio::try_join!(marked(&mut feed, board.head()), marked(&mut screen, board.head()))?;
    let cursor = feed.cursor().to_owned();
    feed.is_live(&mut board).await?;
    screen.reads_to(&board, board.head()).await?;
    let mut back = ground.back(Kind::Feed, &board, &cursor).await?;
    back.resumes(&board).await?;
    equal("entries after the bookmark", 1, back.reads_to(&board, board.head()).await?.len())
}

/// Its next frame is a bookmark at its place, in time.
async fn marked(terminal: &mut Terminal, head: u64) -> Verdict {
    let begun = Instant::now();
    let bookmark = terminal.next_or_end(BOOKMARK_EVERY + LATE).await?;
    let bookmark = bookmark.map(|frame| (frame.kind().to_owned(), frame.version_of_cursor()));
    equal("what comes", Some(("bookmark".to_owned(), Some(head))), bookmark)?;
    let took = begun.elapsed();
    expect(took < BOOKMARK_EVERY + LATE, "a bookmark within 30 s", format_args!("after {took:?}"))
}

async fn filtered(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let mut ask = Ask::new(Kind::Feed, &board.name).after(&board.here());
    ask.tags = Some("db,eu-west".to_owned());
    let mut terminal = ground.open(&ask).await?;
    terminal.resumes(&board).await?;
    // Alone, what does not match is told of by time.
    let passed = board.put("other-1", json!({"text": "one", "tags": ["web"]})).await?;
    let begun = Instant::now();
    let bookmark = terminal.due("bookmark").await?;
    equal("the bookmark", Some(passed), bookmark.version_of_cursor())?;
    let took = begun.elapsed();
    expect(took < PASSED_OVER + LATE, "a bookmark within 1 s", format_args!("after {took:?}"))?;
    // Before a match, at once.
    board.put("other-2", json!({"text": "two"})).await?;
    let matched = board.put("ours", json!({"text": "three", "tags": ["x", "db"]})).await?;
    let mut frames = Vec::new();
    while terminal.version() < matched {
        frames.push(terminal.next().await?);
    }
    let puts: Vec<&str> =
        frames.iter().filter(|frame| frame.is_entry()).map(|frame| frame.notice_id()).collect();
    equal("the entries", vec!["ours"], puts)?;
    // Deletes and policies pass, whatever they are about.
    board.delete("other-2").await?;
    equal("a delete", board.head(), terminal.due("delete").await?.version().unwrap_or_default())?;
    board.policy(&json!({"speed": 21})).await?;
    equal("a policy", board.head(), terminal.due("policy").await?.version().unwrap_or_default())?;
    // Without its filter it goes on from what it was told, and sees what was passed over after it.
    let cursor = terminal.cursor().to_owned();
    board.put("other-3", json!({"text": "four", "tags": ["web"]})).await?;
    let mut all = ground.back(Kind::Feed, &board, &cursor).await?;
    all.resumes(&board).await?;
    equal("the one entry since", 1, all.reads_to(&board, board.head()).await?.len())
}

async fn filtered_back(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.policy(&json!({"max_active": 1_000})).await?;
    let cursor = board.here();
    for n in 0..30 {
        let tags = if n % 10 == 9 { json!(["db"]) } else { json!(["web"]) };
        board.put(&format!("n-{n}-of-many"), json!({"text": format!("{n}"), "tags": tags})).await?;
    }
    let mut ask = Ask::new(Kind::Feed, &board.name).after(&cursor);
    ask.tags = Some("db".to_owned());
    let mut terminal = ground.open(&ask).await?;
    terminal.resumes(&board).await?;
    let mut ids = Vec::new();
    while terminal.version() < board.head() {
        let frame = terminal.next().await?;
        if frame.is_entry() {
            ids.push(frame.notice_id().to_owned());
        }
    }
    let expected = vec!["n-9-of-many".to_owned(), "n-19-of-many".to_owned(), "n-29-of-many".to_owned()];
    equal("the matches", expected, ids)
}
