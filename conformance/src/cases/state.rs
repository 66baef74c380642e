//! What is active when one comes back: nothing that was deleted, evicted or is over, and everything else, whether it is
//! learnt from a snapshot or from entries alone.

use super::{Case, LIMIT, Pace, STREAMS};
use crate::board::Board;
use crate::ground::Ground;
use crate::replica::Replica;
use crate::verdict::{Verdict, equal, expect, unmet};
use crate::wire::Kind;
use serde_json::json;
use std::time::{Duration, Instant};

/// Between two looks at whether a notice is over.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How long a notice of one second may be active.
const OVER_WITHIN: Duration = Duration::from_secs(10);

pub(super) const CASES: &[Case] = &[
    Case {
        name: "what was deleted, evicted or is over is never active again",
        promise: "Section 1: a notice is active from its put until it is deleted or expires.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(active(ground)),
    },
    Case {
        name: "a terminal is caught up when everything that it missed is over",
        promise: "Section 7: with a cursor, the entries missed; an expiry is no entry and needs none.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(all_over(ground)),
    },
    Case {
        name: "a policy that changed while one was away is replayed, and is in the snapshot",
        promise: "Section 5: a changed policy is an entry; section 7: a snapshot has `policy` and `own_policy`.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(policy(ground)),
    },
    Case {
        name: "a deletion while one was away comes with its reason",
        promise: "Section 7: `delete` with the reason retracted, resolved or evicted.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(reasons(ground)),
    },
];

/// Waits until a notice is active no longer.
async fn over(board: &Board, id: &str) -> Verdict {
    let begun = Instant::now();
    while board.active().await?.iter().any(|active| active == id) {
        if begun.elapsed() > OVER_WITHIN {
            return Err(unmet(format_args!("{id} is over after its ttl of 1 s"), "it is active"));
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Ok(())
}

/// What a fresh screen and a feed that replays everything believe is what the server says.
pub(super) async fn believed(ground: &Ground, board: &Board) -> Verdict {
    let active = board.active().await?;
    let mut screen = ground.fresh(Kind::Web, board).await?;
    screen.begins("fresh").await?;
    let snapshot = screen.due("snapshot").await?;
    let mut replica = Replica::default();
    replica.take(&snapshot);
    let now = ground.server.time().await?;
    equal("active by the snapshot", &active, &replica.active(now))?;
    let mut feed = ground.back(Kind::Feed, board, &board.cursor(0)).await?;
    feed.resumes(board).await?;
    let mut replica = Replica::default();
    for entry in feed.reads_to(board, board.head()).await? {
        replica.take(&entry);
    }
    equal("active by the entries alone", &active, &replica.active(now))
}

async fn active(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    // One that stays: what a server holds for it is not to be given, old as it is, to those who come later.
    let mut stays = ground.fresh(Kind::Web, &board).await?;
    stays.begins("fresh").await?;
    stays.due("snapshot").await?;
    board.policy(&json!({"max_active": 5})).await?;
    board.put("gone", json!({"text": "deleted before long"})).await?;
    board.put("short", json!({"text": "over before long", "ttl": 1})).await?;
    board.put("stays", json!({"text": "stays", "level": "WARNING"})).await?;
    board.delete("gone").await?;
    for n in 0..8 {
        board.put(&format!("crowd-{n}"), json!({"text": format!("crowd {n}"), "level": "LOW"})).await?;
    }
    over(&board, "short").await?;
    let active = board.active().await?;
    expect(active.iter().any(|id| id == "stays"), "the heavier one stays", format!("{active:?}"))?;
    expect(active.len() <= 5, "at most max_active are active", format!("{active:?}"))?;
    believed(&ground, &board).await?;
    // Again after a put of the same id: a new notice, and the old one's end is not its own.
    board.put("again", json!({"text": "again", "level": "WARNING"})).await?;
    believed(&ground, &board).await?;
    stays.reads_to(&board, board.head()).await?;
    Ok(())
}

async fn all_over(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let cursor = board.here();
    for n in 0..5 {
        board.put(&format!("brief-{n}"), json!({"text": format!("brief {n}"), "ttl": 1})).await?;
    }
    over(&board, "brief-4").await?;
    believed(&ground, &board).await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        let now = ground.server.time().await?;
        for entry in entries.iter().filter(|entry| entry.notice_id().starts_with("brief-")) {
            let over = entry.value["notice"]["expires_at"].as_u64();
            expect(over.is_some_and(|over| over <= now), "an end that has passed", &entry.text)?;
        }
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

async fn policy(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let cursor = board.here();
        let given = board.policy(&json!({"speed": 33, "max_active": 40})).await?;
        board.write(1).await?;
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("the entries", vec!["policy", "put"], entries.iter().map(|entry| entry.kind()).collect())?;
        equal("the speed", Some(33), entries[0].value["policy"]["speed"].as_u64())?;
        equal("`own`", Some(true), entries[0].value["own"].as_bool())?;
        let mut screen = ground.fresh(Kind::Web, &board).await?;
        let snapshot = screen.find("snapshot").await?;
        equal("the snapshot's speed", Some(33), snapshot.value["policy"]["speed"].as_u64())?;
        equal("`policy_version`", Some(given), snapshot.value["policy_version"].as_u64())?;
        equal("`own_policy`", Some(true), snapshot.value["own_policy"].as_bool())?;
        board.default_policy().await?;
        terminal.reads_to(&board, board.head() - 1).await?;
        let entry = terminal.due("policy").await?;
        expect(
            entry.value.get("own").is_none_or(|own| own == false),
            "no `own`: it follows the defaults again",
            &entry.text,
        )?;
    }
    Ok(())
}

async fn reasons(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    for kind in Kind::BOTH {
        let cursor = board.here();
        let id = format!("taken-back-by-{}", kind.name());
        board.put(&id, json!({"text": id})).await?;
        board.delete(&id).await?;
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("the entries", vec!["put", "delete"], entries.iter().map(|entry| entry.kind()).collect())?;
        equal("the id", id.as_str(), entries[1].notice_id())?;
        equal("the reason", Some("retracted"), entries[1].value["reason"].as_str())?;
    }
    let mut board = ground.board().await?;
    board.policy(&json!({"max_active": 2})).await?;
    for n in 0..6 {
        board.put(&format!("crowd-{n}"), json!({"text": format!("crowd {n}")})).await?;
    }
    let mut terminal = ground.back(Kind::Feed, &board, &board.cursor(0)).await?;
    terminal.resumes(&board).await?;
    let entries = terminal.reads_to(&board, board.head()).await?;
    let evicted = entries.iter().filter(|entry| entry.value["reason"] == "evicted").count();
    equal("evicted", 5, evicted)
}
