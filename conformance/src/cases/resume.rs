//! Coming back: what was missed comes once and in order, and nothing else. No case here leaves the log as it is kept.

use super::{Case, LIMIT, LONG, Pace, STREAMS, WS};
use crate::ground::Ground;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::{Ask, Kind};
use std::time::{Duration, Instant};

/// What a screen may miss and still go on from its cursor.
pub(super) const LAG_MAX: u64 = 1_000;
/// How soon a recent cursor is served from a long log: much less than reading all of it takes.
const RECENT_WITHIN: Duration = Duration::from_secs(3);

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a cursor at the head is caught up, and the next version follows",
        promise: "Section 7: with a cursor, `subscribed` (incremental), the entries missed, then live.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(caught_up(ground)),
    },
    Case {
        name: "what was missed comes once and in order, from every distance",
        promise: "Section 2, promise 3: the versions of a board only grow, by one and without repeats.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(distances(ground)),
    },
    Case {
        name: "two resumes without news in between give the same place twice",
        promise: "Section 7: with a cursor, `subscribed` (incremental), the entries missed, then live.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(without_news(ground)),
    },
    Case {
        name: "a connection that drops before it received anything loses nothing",
        promise: "Section 2: a reader is a cursor into the log; what was sent and not received is not its place.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(zero_received(ground)),
    },
    Case {
        name: "a second resume goes on from where the first one broke",
        promise: "Section 1: a cursor is the last entry that a reader has; section 7: it is continued.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(second_resume(ground)),
    },
    Case {
        name: "a feed that missed 5,000 entries gets every one",
        promise: "Section 7: a `feed` gets every entry that is kept.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(five_thousand(ground)),
    },
    Case {
        name: "a screen that missed 1,000 goes on, one that missed 1,001 is reset as lagged",
        promise: "Section 7: a `web` terminal that misses more than 1,000 gets a `reset` (lagged) and a snapshot.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(lagged(ground)),
    },
    Case {
        name: "a recent cursor is served at once from a log of 20,000 entries",
        promise: "Section 7: with a cursor, the entries missed: those alone.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(recent(ground)),
    },
    Case {
        name: "a subscription in band goes on from its cursor, and a second one takes its place",
        promise: "Section 7: a second `subscribe` to a board takes the place of the first.",
        on: WS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(in_band(ground)),
    },
    Case {
        name: "a board that was never written is followed from its first entry on",
        promise: "Section 1: a board exists from its first write on; reading creates nothing.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(never_written(ground)),
    },
];

async fn caught_up(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(5).await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn distances(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(2_300).await?;
    let head = board.head();
    // Around every power of two, where pages and rings of whatever server end.
    let powers = (0..12).flat_map(|power| [(1_u64 << power) - 1, 1 << power, (1 << power) + 1]);
    for missed in powers.chain([head - 1, head]) {
        let after = head - missed;
        for kind in Kind::BOTH {
            if kind == Kind::Web && missed > LAG_MAX {
                continue;
            }
            let mut terminal = ground.back(kind, &board, &board.cursor(after)).await?;
            terminal.resumes(&board).await?;
            let entries = terminal.reads_to(&board, head).await?;
            equal("entries after the cursor", missed, entries.len() as u64)?;
        }
    }
    Ok(())
}

async fn without_news(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(3).await?;
    for kind in Kind::BOTH {
        let mut cursor = board.here();
        for _ in 0..2 {
            let mut terminal = ground.back(kind, &board, &cursor).await?;
            terminal.resumes(&board).await?;
            terminal.cursor().clone_into(&mut cursor);
            equal("the cursor after a resume without news", board.here(), cursor.clone())?;
        }
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn zero_received(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let cursor = board.here();
    board.write(40).await?;
    for kind in Kind::BOTH {
        for _ in 0..3 {
            // What it was sent meanwhile may be on its way: it never read it.
            drop(ground.back(kind, &board, &cursor).await?);
        }
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("entries after the cursor", 40, entries.len())?;
    }
    Ok(())
}

async fn second_resume(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let begin = board.here();
    board.write(300).await?;
    for kind in Kind::BOTH {
        let mut cursor = begin.clone();
        // 2 + 100, + 100, + 100: each connection breaks in the middle of what it is sent.
        for stop in [102, 202, 302] {
            let mut terminal = ground.back(kind, &board, &cursor).await?;
            terminal.resumes(&board).await?;
            let entries = terminal.reads_to(&board, stop).await?;
            equal("entries of this part", 100, entries.len())?;
            terminal.cursor().clone_into(&mut cursor);
        }
        equal("the cursor at the end", board.here(), cursor)?;
    }
    Ok(())
}

async fn five_thousand(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let cursor = board.here();
    board.write(5_000).await?;
    let mut terminal = ground.back(Kind::Feed, &board, &cursor).await?;
    terminal.resumes(&board).await?;
    let entries = terminal.reads_to(&board, board.head()).await?;
    equal("entries", 5_000, entries.len())?;
    terminal.is_live(&mut board).await
}

async fn lagged(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(1_200).await?;
    let edge = board.head() - LAG_MAX;
    let mut terminal = ground.back(Kind::Web, &board, &board.cursor(edge)).await?;
    terminal.resumes(&board).await?;
    let entries = terminal.reads_to(&board, board.head()).await?;
    equal("entries", LAG_MAX, entries.len() as u64)?;
    let mut terminal = ground.back(Kind::Web, &board, &board.cursor(edge - 1)).await?;
    let snapshot = terminal.is_reset("lagged").await?;
    equal("the version of the snapshot", Some(board.head()), snapshot.version_of_cursor())?;
    terminal.is_live(&mut board).await
}

async fn recent(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(20_000).await?;
    for kind in Kind::BOTH {
        let begun = Instant::now();
        let mut terminal = ground.back(kind, &board, &board.cursor(board.head() - 10)).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("entries", 10, entries.len())?;
        let took = begun.elapsed();
        expect(
            took < RECENT_WITHIN,
            format_args!("ten entries within {} s", RECENT_WITHIN.as_secs()),
            format_args!("{took:?}"),
        )?;
    }
    Ok(())
}

async fn in_band(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(20).await?;
    let other = ground.board().await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.open(&Ask::new(kind, &other.name)).await?;
        terminal.begins("fresh").await?;
        terminal.next().await?;
        terminal.subscribe(&board.name, Some(&board.cursor(board.head() - 5))).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("entries of the first subscription", 5, entries.len())?;
        terminal.subscribe(&board.name, Some(&board.cursor(board.head() - 3))).await?;
        terminal.resumes(&board).await?;
        for version in board.head() - 2..=board.head() {
            equal("the entries of the second", Some(version), terminal.next().await?.version())?;
        }
        // One that asks with an empty cursor has none.
        terminal.subscribe(&board.name, Some("")).await?;
        terminal.begins("fresh").await?;
        terminal.next().await?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn never_written(ground: Ground) -> Verdict {
    for kind in Kind::BOTH {
        let name = ground.name();
        let mut terminal = ground.open(&Ask::new(kind, &name)).await?;
        equal("the head of a board that was never written", 0, terminal.begins("fresh").await?)?;
        let place = terminal.next().await?;
        equal("where it begins", Some(0), place.version_of_cursor())?;
        let cursor = terminal.cursor().to_owned();
        drop(terminal);
        let mut terminal = ground.open(&Ask::new(kind, &name).after(&cursor)).await?;
        equal("the head, which reading did not move", 0, terminal.begins("incremental").await?)?;
        let board = crate::board::Board::new(ground.server.clone(), name).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("the first entries", 2, entries.len())?;
        equal("the first entry", "policy", entries[0].kind())?;
    }
    Ok(())
}
