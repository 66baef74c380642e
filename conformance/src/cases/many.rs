//! One connection that follows as many boards as it may: each has a cursor of its own, and what befalls one is no
//! other's business.

use super::{Case, LONG, Pace, WS};
use crate::board::Board;
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::verdict::{Verdict, equal, expect, unmet};
use crate::wire::{Ask, Kind};
use serde_json::json;
use std::collections::BTreeMap;

/// Boards that a connection may follow.
const BOARDS: usize = 64;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "restarted under 64 boards of one connection: each goes on from its own cursor",
        promise: "Section 7: 64 boards a connection; a cursor is of one board, and is continued.",
        on: WS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(restarted(ground)),
    },
    Case {
        name: "one dead cursor among 64 boards resets that board alone",
        promise: "Section 7: a cursor that cannot be continued is `subscribed` (reset), `reset` and what follows, of its \
                  board.",
        on: WS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(one_is_dead(ground)),
    },
    Case {
        name: "a 65th board is refused, and the 64 go on",
        promise: "Section 7: the 65th board is `error` too-many-boards, and the connection goes on; a board that is left \
                  makes room for another.",
        on: WS,
        pace: Pace::Works,
        limit: LONG,
        body: |ground| Box::pin(one_too_many(ground)),
    },
];

/// Where each board is on one connection: its newest cursor and how many entries came.
#[derive(Default)]
struct Places {
    cursors: BTreeMap<String, String>,
    entries: BTreeMap<String, u64>,
    resets: BTreeMap<String, String>,
}

impl Places {
    /// Reads until every board is at its head.
    async fn read(&mut self, terminal: &mut Terminal, boards: &[Board]) -> Verdict {
        while boards.iter().any(|board| self.cursors.get(&board.name) != Some(&board.here())) {
            let frame = terminal.next().await?;
            let board = frame.board().to_owned();
            match frame.kind() {
                "reset" => {
                    let reason = frame.value["reason"].as_str().unwrap_or_default();
                    self.resets.insert(board.clone(), reason.to_owned());
                }
                "error" => return Err(unmet("entries", &frame.text)),
                _ if frame.is_entry() => *self.entries.entry(board.clone()).or_default() += 1,
                _ => {}
            }
            if let Some(cursor) = frame.cursor() {
                self.cursors.insert(board, cursor.to_owned());
            }
        }
        Ok(())
    }
}

async fn boards(ground: &Ground, count: usize) -> Verdict<Vec<Board>> {
    let mut boards = Vec::new();
    for _ in 0..count {
        boards.push(ground.board().await?);
    }
    Ok(boards)
}

/// One connection to all of them, each from its cursor.
async fn follow(ground: &Ground, kind: Kind, boards: &[Board], cursors: &[String]) -> Verdict<Terminal> {
    let mut asked = boards.iter().zip(cursors);
    let Some((first, cursor)) = asked.next() else { return Err(unmet("boards to follow", "none")) };
    let mut terminal = ground.open(&Ask::new(kind, &first.name).after(cursor)).await?;
    for (board, cursor) in asked {
        terminal.subscribe(&board.name, Some(cursor)).await?;
    }
    Ok(terminal)
}

/// One entry on each, and nothing else comes.
async fn all_are_live(terminal: &mut Terminal, boards: &mut [Board], places: Places) -> Verdict {
    for board in &mut *boards {
        board.write(1).await?;
    }
    let mut news = Places { cursors: places.cursors, ..Places::default() };
    news.read(terminal, boards).await?;
    equal("boards that are reset while they are live", 0, news.resets.len())?;
    for board in boards {
        equal("entries that come after one publish", Some(&1), news.entries.get(&board.name))?;
    }
    Ok(())
}

async fn restarted(ground: Ground) -> Verdict {
    let mut boards = boards(&ground, BOARDS).await?;
    let begin: Vec<String> = boards.iter().map(Board::here).collect();
    let mut terminal = follow(&ground, Kind::Feed, &boards, &begin).await?;
    let mut places =
        Places { cursors: boards.iter().map(|b| (b.name.clone(), b.here())).collect(), ..Places::default() };
    // Each at another place, so that one board's cursor is wrong for every other.
    for (more, board) in (1..).zip(&mut boards) {
        board.write(more).await?;
    }
    places.read(&mut terminal, &boards).await?;
    drop(terminal);
    let cursors: Vec<String> = boards.iter().map(Board::here).collect();
    for (missed, board) in (1..=BOARDS as u64).rev().zip(&mut boards) {
        board.write(missed).await?;
    }
    ground.server.restart().await?;
    for kind in Kind::BOTH {
        let mut terminal = follow(&ground, kind, &boards, &cursors).await?;
        let mut places = Places::default();
        places.read(&mut terminal, &boards).await?;
        equal("boards that are reset", 0, places.resets.len())?;
        for (missed, board) in (1..=BOARDS as u64).rev().zip(&boards) {
            // The second terminal misses what the first one saw live, too.
            let missed = missed + u64::from(kind != Kind::BOTH[0]);
            equal("entries missed", Some(&missed), places.entries.get(&board.name))?;
        }
        all_are_live(&mut terminal, &mut boards, places).await?;
    }
    Ok(())
}

async fn one_is_dead(ground: Ground) -> Verdict {
    let mut boards = boards(&ground, BOARDS).await?;
    for (dead, reason) in [("anotherhistory.2", "epoch"), ("garbage", "invalid")] {
        for kind in Kind::BOTH {
            let mut cursors: Vec<String> = boards.iter().map(Board::here).collect();
            for board in &mut boards {
                board.write(1).await?;
            }
            dead.clone_into(&mut cursors[BOARDS / 2]);
            let mut terminal = follow(&ground, kind, &boards, &cursors).await?;
            let mut places = Places::default();
            places.read(&mut terminal, &boards).await?;
            let expected = BTreeMap::from([(boards[BOARDS / 2].name.clone(), reason.to_owned())]);
            equal("the boards that are reset", &expected, &places.resets)?;
            for (number, board) in boards.iter().enumerate().filter(|(number, _)| *number != BOARDS / 2) {
                let got = places.entries.get(&board.name);
                equal(&format!("entries missed on board {number}"), Some(&1), got)?;
            }
            all_are_live(&mut terminal, &mut boards, places).await?;
        }
    }
    Ok(())
}

async fn one_too_many(ground: Ground) -> Verdict {
    for kind in Kind::BOTH {
        let mut boards = boards(&ground, BOARDS + 1).await?;
        let cursors: Vec<String> = boards.iter().map(Board::here).collect();
        let mut terminal = follow(&ground, kind, &boards, &cursors).await?;
        let error = terminal.find("error").await?;
        equal("the code of the error", Some("too-many-boards"), error.value["code"].as_str())?;
        let extra = boards.pop().ok_or_else(|| unmet("a board", "none"))?;
        equal("the board that it is about", extra.name.as_str(), error.board())?;
        let here = boards.iter().map(|board| (board.name.clone(), board.here())).collect();
        let places = Places { cursors: here, ..Places::default() };
        all_are_live(&mut terminal, &mut boards, places).await?;
        // One leaves, and there is room.
        let left = boards.swap_remove(0);
        terminal.say(&json!({"type": "unsubscribe", "board": left.name})).await?;
        let frame = terminal.find("unsubscribed").await?;
        expect(frame.board() == left.name, "the board that was left", &frame.text)?;
        terminal.subscribe(&extra.name, Some(&extra.cursor(0))).await?;
        boards.push(extra);
        let mut here: BTreeMap<String, String> =
            boards.iter().map(|board| (board.name.clone(), board.here())).collect();
        here.remove(&boards[BOARDS - 1].name);
        let mut places = Places { cursors: here, ..Places::default() };
        places.read(&mut terminal, &boards).await?;
        equal("entries of the one that came in", Some(&2), places.entries.get(&boards[BOARDS - 1].name))?;
        all_are_live(&mut terminal, &mut boards, places).await?;
    }
    Ok(())
}
