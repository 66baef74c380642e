//! Cursors that cannot be continued: each is refused with its own reason, once, and one goes on from what comes
//! instead.

use super::{Case, LIMIT, Pace, STREAMS};
use crate::board::Board;
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::{Ask, Kind};
use std::time::{Duration, Instant};

/// How long a cursor above the head is waited for.
const AHEAD_WAIT: Duration = Duration::from_secs(2);
/// How much sooner it may seem: the clock that decides is not ours.
const AHEAD_EARLY: Duration = Duration::from_millis(300);
/// How much later, on a machine that has other things to do.
const AHEAD_LATE: Duration = Duration::from_secs(5);

pub(super) const CASES: &[Case] = &[
    Case {
        name: "what is no cursor is reset as invalid",
        promise: "Section 7: `subscribed` (reset), `reset` with the reason (invalid), then the snapshot or bookmark.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(invalid(ground)),
    },
    Case {
        name: "a cursor of another history is reset as of another epoch",
        promise: "Section 1: an epoch names one history of the log; section 7: `reset` (epoch).",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(epoch(ground)),
    },
    Case {
        name: "an empty cursor is none",
        promise: "Section 7: without a cursor, or with an empty one, `subscribed` (fresh).",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(empty(ground)),
    },
    Case {
        name: "a cursor above the head is waited for, then reset as ahead",
        promise: "Section 7: a cursor above the head of the same epoch is waited for, 2 s, before it is `ahead`.",
        on: STREAMS,
        pace: Pace::Waits,
        limit: LIMIT,
        body: |ground| Box::pin(ahead(ground)),
    },
    Case {
        name: "a cursor above the head goes on when the log reaches it in time",
        promise: "Section 7: a cursor above the head of the same epoch is waited for.",
        on: STREAMS,
        pace: Pace::Waits,
        limit: LIMIT,
        body: |ground| Box::pin(reached(ground)),
    },
    Case {
        name: "a client that uses a dead cursor again and again does not loop",
        promise: "Section 7: a `reset` once a subscription, then the snapshot or bookmark, then live.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(dead_again(ground)),
    },
];

/// After a reset it has what its kind is owed: a screen the whole state, a feed every entry that is kept.
async fn goes_on(mut terminal: Terminal, board: &mut Board, reason: &str) -> Verdict<Terminal> {
    let place = terminal.is_reset(reason).await?;
    match terminal.kind {
        Kind::Web => equal("the version of the snapshot", Some(board.head()), place.version_of_cursor())?,
        Kind::Feed => {
            equal("the bookmark before the oldest entry", Some(0), place.version_of_cursor())?;
            let entries = terminal.reads_to(board, board.head()).await?;
            equal("every entry that is kept", board.head(), entries.len() as u64)?;
        }
    }
    terminal.is_live(board).await?;
    Ok(terminal)
}

async fn invalid(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(3).await?;
    let epoch = board.cursor(0);
    let epoch = epoch.trim_end_matches(".0");
    let wrong = [
        "garbage".to_owned(),
        "0".to_owned(),
        epoch.to_owned(),
        format!("{epoch}."),
        ".2".to_owned(),
        ".".to_owned(),
        format!("{epoch}.-1"),
        format!("{epoch}.1e2"),
        format!("{epoch}.two"),
        format!("{epoch}.2.2"),
        format!("{epoch}.99999999999999999999999999"),
        format!("{}.2", epoch.to_uppercase()),
        "short.2".to_owned(),
        format!("{}.2", "e".repeat(33)),
        "x".repeat(5_000),
    ];
    for cursor in wrong {
        for kind in Kind::BOTH {
            let terminal = ground.back(kind, &board, &cursor).await?;
            goes_on(terminal, &mut board, "invalid").await?;
        }
    }
    Ok(())
}

async fn epoch(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(3).await?;
    for version in [0, 2, board.head(), board.head() + 100] {
        for kind in Kind::BOTH {
            let begun = Instant::now();
            let terminal = ground.back(kind, &board, &format!("anotherhistory.{version}")).await?;
            goes_on(terminal, &mut board, "epoch").await?;
            // There is nothing to wait for: the log will not come there.
            expect(
                begun.elapsed() < AHEAD_WAIT,
                "an answer at once",
                format_args!("after {:?}", begun.elapsed()),
            )?;
        }
    }
    Ok(())
}

async fn empty(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, "").await?;
        let head = terminal.begins("fresh").await?;
        equal("the head", board.head(), head)?;
        let place = terminal.next().await?;
        equal("where it begins: at the head", Some(board.head()), place.version_of_cursor())?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn ahead(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let begun = Instant::now();
        let terminal = ground.back(kind, &board, &board.cursor(board.head() + 1)).await?;
        let mut terminal = told_in_time(terminal, begun).await?;
        let place = terminal.reset_follows("ahead").await?;
        match kind {
            Kind::Web => equal("the version of the snapshot", Some(board.head()), place.version_of_cursor())?,
            Kind::Feed => {
                equal("the bookmark before the oldest entry", Some(0), place.version_of_cursor())?;
                terminal.reads_to(&board, board.head()).await?;
            }
        }
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

/// It is told that its cursor cannot be continued, after the wait and not long after it.
async fn told_in_time(mut terminal: Terminal, begun: Instant) -> Verdict<Terminal> {
    terminal.begins("reset").await?;
    let took = begun.elapsed();
    let span = AHEAD_WAIT - AHEAD_EARLY..AHEAD_WAIT + AHEAD_LATE;
    expect(span.contains(&took), "`reset` after 2 s", format_args!("after {took:?}"))?;
    Ok(terminal)
}

async fn reached(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let cursor = board.cursor(board.head() + 2);
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.due("hello").await?;
        board.write(3).await?;
        terminal.begins("incremental").await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("the one entry above the cursor", 1, entries.len())?;
    }
    Ok(())
}

async fn dead_again(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for (cursor, reason) in [("anotherhistory.2", "epoch"), ("garbage", "invalid")] {
        for kind in Kind::BOTH {
            for _ in 0..3 {
                let terminal = ground.back(kind, &board, cursor).await?;
                let mut terminal = goes_on(terminal, &mut board, reason).await?;
                // Live, and stays so: no second reset for the same old cursor.
                terminal.is_live(&mut board).await?;
            }
            // A client that keeps what it was given is through with it.
            let mut terminal = ground.back(kind, &board, cursor).await?;
            terminal.is_reset(reason).await?;
            let given = terminal.cursor().to_owned();
            let mut terminal = ground.open(&Ask::new(kind, &board.name).after(&given)).await?;
            terminal.resumes(&board).await?;
        }
    }
    Ok(())
}
