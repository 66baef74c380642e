//! What one had is kept no longer: the edge of what is kept, seen from both of its sides.

use super::resume::LAG_MAX;
use super::{Case, LIMIT, LONG, Pace, STREAMS};
use crate::board::Board;
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::Kind;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "the oldest entry kept can still be asked for, one below cannot",
        promise: "Section 7: a `feed` gets every entry that is kept; a cursor that cannot be continued is reset \
                  (trimmed).",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(edge(ground)),
    },
    Case {
        name: "one that was away longer than entries are kept is told so, and goes on",
        promise: "Section 7: `reset` (trimmed), then the snapshot; a `feed` gets a `bookmark` that says from where it \
                  goes on.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(away_too_long(ground)),
    },
    Case {
        name: "a cursor at the head is caught up after everything was trimmed",
        promise: "Section 7: with a cursor, `subscribed` (incremental): nothing that follows it is missing.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(all_trimmed(ground)),
    },
    Case {
        name: "trimming again and again keeps the edge in step with the cursors",
        promise: "Section 2, promise 3: a jump is announced, also where memory, log and trimming meet.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(step_by_step(ground)),
    },
    Case {
        name: "a slow feed that trimming overtakes is reset as lagged",
        promise: "Section 7: if a slow reader falls behind what is kept, it gets `reset` (lagged) like one that comes \
                  back.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(overtaken(ground)),
    },
    Case {
        name: "what was trimmed stays so when the server is restarted",
        promise: "Section 2, promise 4: the same epoch and version name the same entry, before and after a crash.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(restarted(ground)),
    },
];

/// Goes on from the last cursor that can be continued.
async fn just_kept(ground: &Ground, kind: Kind, board: &Board, oldest: u64) -> Verdict<Terminal> {
    let mut terminal = ground.back(kind, board, &board.cursor(oldest - 1)).await?;
    terminal.resumes(board).await?;
    let entries = terminal.reads_to(board, board.head()).await?;
    equal("entries from the oldest on", board.head() + 1 - oldest, entries.len() as u64)?;
    Ok(terminal)
}

/// Comes back with the cursor below it.
async fn just_gone(ground: &Ground, kind: Kind, board: &Board, oldest: u64) -> Verdict<Terminal> {
    let mut terminal = ground.back(kind, board, &board.cursor(oldest - 2)).await?;
    let place = terminal.is_reset("trimmed").await?;
    match kind {
        Kind::Web => equal("the version of the snapshot", Some(board.head()), place.version_of_cursor())?,
        Kind::Feed => {
            equal("the bookmark before the oldest", Some(oldest - 1), place.version_of_cursor())?;
            let entries = terminal.reads_to(board, board.head()).await?;
            equal("every entry that is kept", board.head() + 1 - oldest, entries.len() as u64)?;
        }
    }
    Ok(terminal)
}

async fn edges(ground: &Ground, board: &mut Board, oldest: u64) -> Verdict {
    for kind in Kind::BOTH {
        // A screen that misses too much is lagged, which is another case.
        if kind == Kind::Feed || board.head() + 1 - oldest <= LAG_MAX {
            just_kept(ground, kind, board, oldest).await?.is_live(board).await?;
        }
        just_gone(ground, kind, board, oldest).await?.is_live(board).await?;
    }
    Ok(())
}

/// A board of which some was trimmed.
async fn trimmed(ground: &Ground, entries: u64, before: u64) -> Verdict<(Board, u64)> {
    let mut board = ground.board().await?;
    board.write(entries).await?;
    let oldest = board.trim(before).await?;
    expect(oldest > 2, "something can be trimmed of a board with many entries", format!("oldest {oldest}"))?;
    equal("trimming the same again changes nothing", oldest, board.trim(before).await?)?;
    Ok((board, oldest))
}

async fn edge(ground: Ground) -> Verdict {
    let (mut board, oldest) = trimmed(&ground, 60, 40).await?;
    edges(&ground, &mut board, oldest).await
}

async fn away_too_long(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let mut cursors = Vec::new();
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        cursors.push((kind, terminal.cursor().to_owned()));
    }
    // More than any ring or page holds, so that it is the log that has to know.
    board.write(3_000).await?;
    let oldest = board.trim(board.head() - 200).await?;
    for (kind, cursor) in cursors {
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        let place = terminal.is_reset("trimmed").await?;
        if kind == Kind::Feed {
            equal("the bookmark before the oldest", Some(oldest - 1), place.version_of_cursor())?;
            terminal.reads_to(&board, board.head()).await?;
        }
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn all_trimmed(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(50).await?;
    board.trim(board.head()).await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn step_by_step(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(2_100).await?;
    let head = board.head();
    // From the log alone into what a server may still hold in memory, one version at a time where they meet.
    for before in [3, 64, 65, head - 1_025, head - 1_024, head - 1_023, head - 64, head - 1] {
        let oldest = board.trim(before).await?;
        edges(&ground, &mut board, oldest.max(3)).await?;
    }
    Ok(())
}

async fn overtaken(ground: Ground) -> Verdict {
    ground.board().await?.trim(1).await?;
    let (mut terminal, mut board) = super::live::unread(&ground, Kind::Feed).await?;
    let oldest = board.trim(board.head() - 5).await?;
    let mut entries = Vec::new();
    let place = loop {
        let frame = terminal.next().await?;
        match frame.kind() {
            "reset" => {
                equal("the reason of the reset", Some("lagged"), frame.value["reason"].as_str())?;
                break terminal.due("bookmark").await?;
            }
            _ => entries.push(frame),
        }
        expect(
            terminal.version() < board.head(),
            "a reset (lagged): what follows was trimmed",
            "every entry",
        )?;
    };
    board.wrote(&entries)?;
    equal("the bookmark before the oldest", Some(oldest - 1), place.version_of_cursor())?;
    terminal.reads_to(&board, board.head()).await?;
    terminal.is_live(&mut board).await
}

async fn restarted(ground: Ground) -> Verdict {
    let (mut board, oldest) = trimmed(&ground, 60, 40).await?;
    ground.server.restart().await?;
    edges(&ground, &mut board, oldest).await
}
