//! Coming back while others write: floods during a replay, readers that are slow, two connections of one terminal.

use super::{Case, LIMIT, LONG, Pace, STREAMS};
use crate::board::Board;
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::{Ask, Kind};

/// What a slow reader's side holds unread, in bytes.
const RECEIVE_BUFFER: u32 = 16 << 10;
/// Entries that a slow reader leaves unread: far more bytes than sockets hold.
const UNREAD: u64 = 3_000;
pub(super) const CASES: &[Case] = &[
    Case {
        name: "a flood during a long replay comes once and in order",
        promise: "Section 2: live delivery and replay are one mechanism; versions grow by one and without repeats.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(flood(ground)),
    },
    Case {
        name: "a slow feed goes on from its cursor and gets every entry",
        promise: "Section 7: a slow reader costs its cursor, not a queue; it goes on from the log.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(slow_feed(ground)),
    },
    Case {
        name: "a slow screen that falls behind is reset as lagged and goes on",
        promise: "Section 7: if a slow reader falls behind as `web` by more than 1,000, it gets `reset` (lagged).",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(slow_screen(ground)),
    },
    Case {
        name: "a second connection is served while the first one is still open",
        promise: "Section 2: a reader is a cursor; a connection that is not yet known to be dead changes nothing.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(two_connections(ground)),
    },
    Case {
        name: "an entry is the same live, replayed, and to every kind of terminal",
        promise: "Section 2, promise 4: the same epoch and version name the same entry.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(the_same(ground)),
    },
];

async fn flood(ground: Ground) -> Verdict {
    for (kind, stored, floods) in [(Kind::Feed, 3_000, 40), (Kind::Web, 500, 16)] {
        let mut board = ground.board().await?;
        let begin = board.here();
        board.write(stored).await?;
        let head = board.head() + floods * 25;
        let name = board.name.clone();
        let writer = tokio::spawn(async move {
            for _ in 0..floods {
                board.write(25).await?;
            }
            Verdict::Ok(board)
        });
        let mut terminal = ground.open(&Ask::new(kind, &name).after(&begin)).await?;
        terminal.begins("incremental").await?;
        let mut entries = Vec::new();
        while terminal.version() < head {
            let frame = terminal.next().await?;
            if frame.is_entry() {
                entries.push(frame);
            } else {
                expect(frame.kind() == "bookmark", "entries and bookmarks alone", &frame.text)?;
            }
        }
        let ended = writer.await;
        let mut board = ended.map_err(|error| crate::verdict::unmet("a writer that ends", error))??;
        equal("the head", head, board.head())?;
        equal("entries", stored + floods * 25, entries.len() as u64)?;
        board.wrote(&entries)?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

/// A terminal that is live and then reads nothing while a lot is written.
pub(super) async fn unread(ground: &Ground, kind: Kind) -> Verdict<(Terminal, Board)> {
    let mut board = ground.board().await?;
    let mut ask = Ask::new(kind, &board.name).after(&board.here());
    ask.receive_buffer = Some(RECEIVE_BUFFER);
    let mut terminal = ground.open(&ask).await?;
    terminal.resumes(&board).await?;
    board.write_long(UNREAD).await?;
    Ok((terminal, board))
}

async fn slow_feed(ground: Ground) -> Verdict {
    let (mut terminal, mut board) = unread(&ground, Kind::Feed).await?;
    let entries = terminal.reads_to(&board, board.head()).await?;
    equal("entries", UNREAD, entries.len() as u64)?;
    terminal.is_live(&mut board).await
}

async fn slow_screen(ground: Ground) -> Verdict {
    let (mut terminal, mut board) = unread(&ground, Kind::Web).await?;
    let (mut resets, mut entries) = (0, Vec::new());
    while terminal.version() < board.head() {
        let frame = terminal.next().await?;
        if frame.kind() == "reset" {
            equal("the reason of the reset", Some("lagged"), frame.value["reason"].as_str())?;
            resets += 1;
        } else if frame.is_entry() {
            entries.push(frame);
        }
    }
    board.wrote(&entries)?;
    expect(resets > 0, "a reset (lagged) for a screen that left 3,000 entries unread", "none")?;
    terminal.is_live(&mut board).await
}

async fn two_connections(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let mut first = ground.back(kind, &board, &board.here()).await?;
        first.resumes(&board).await?;
        let cursor = board.here();
        board.write(10).await?;
        // The first has not read them, and the server does not know that nobody does.
        let mut second = ground.back(kind, &board, &cursor).await?;
        second.resumes(&board).await?;
        equal("entries of the second", 10, second.reads_to(&board, board.head()).await?.len())?;
        equal("entries of the first", 10, first.reads_to(&board, board.head()).await?.len())?;
        second.is_live(&mut board).await?;
        equal("entries of the first", 1, first.reads_to(&board, board.head()).await?.len())?;
    }
    Ok(())
}

async fn the_same(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let begin = board.cursor(0);
    let mut live = ground.fresh(Kind::Feed, &board).await?;
    live.begins("fresh").await?;
    live.due("bookmark").await?;
    let notice = serde_json::json!({
        "text": "a & b", "html": "<b>a</b> & b", "tags": ["x", "y"], "level": "LOW", "key": "k",
        "link": "https://example.org/a", "data": {"b": [1, 2.5, "三"], "a": null}, "ttl": 60,
    });
    board.put("whole", notice).await?;
    board.policy(&serde_json::json!({"speed": 20})).await?;
    board.delete("whole").await?;
    live.reads_to(&board, board.head()).await?;
    // Every terminal of a case compares what it sees with what was seen before.
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &begin).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("entries", board.head(), entries.len() as u64)?;
    }
    Ok(())
}
