//! The server was restarted, in order or not: what was there is there, under the same epoch, and what was not answered
//! can be repeated. The command that restarts it decides how it goes down.

use super::{Case, LONG, Pace, STREAMS};
use crate::board::Board;
use crate::ground::Ground;
use crate::server::Server;
use crate::terminal::{FRAME_WITHIN, Terminal};
use crate::verdict::{Stop, Verdict, equal, expect, unmet};
use crate::wire::{Ask, Frame, Kind};
use http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Who publishes while the server goes down.
const PUBLISHERS: usize = 4;
/// Answers before it is told to go.
const ANSWERS: usize = 40;
/// Of each publisher, how many answered notices are repeated: the last ones, which were nearest to the end.
const REPEATED: usize = 10;
/// What the side of a terminal holds unread, in bytes.
const RECEIVE_BUFFER: u32 = 8 << 10;
/// Between two looks at whether enough was answered, or whether one can come back.
const LOOK_EVERY: Duration = Duration::from_millis(20);

pub(super) const CASES: &[Case] = &[
    Case {
        name: "restarted while everyone was away, then silence: what was missed still comes",
        promise: "Section 2: a publish that is answered 2xx was on disk; a cursor is continued, also where nothing new \
                  is published after the restart.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(silence(ground)),
    },
    Case {
        name: "restarted while one was caught up: it is still, under the same epoch",
        promise: "Section 1: the epoch is minted when the log is created and stored in it.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(caught_up(ground)),
    },
    Case {
        name: "restarted in the middle of a replay: the rest comes, once",
        promise: "Section 2, promise 4: the same epoch and version name the same entry, before and after a crash.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(in_the_middle(ground)),
    },
    Case {
        name: "restarted under publishers: what was answered is there, and repeating the rest doubles nothing",
        promise: "Section 2, promise 5: a connection that broke says nothing of whether a publish happened; repeating \
                  it with the same id is always safe.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(unanswered(ground)),
    },
    Case {
        name: "restarted under live terminals: each comes back to where it was",
        promise: "Section 2, promise 2: no terminal sees an entry before it is on disk, so none that was seen is gone.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(under_terminals(ground)),
    },
    Case {
        name: "after a restart dead cursors are refused and deleted notices stay deleted",
        promise: "Section 7: the reasons of a reset; section 1: a notice is active until it is deleted or expires.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(still_refused(ground)),
    },
    Case {
        name: "restarted in order: each terminal is told `bye`, then closed as it said",
        promise: "Section 11: terminals are told `bye`; section 7: `code` 1012 and a time to come back, then a close with \
                  that code; section 8: a clean end.",
        on: STREAMS,
        pace: Pace::Restarts,
        limit: LONG,
        body: |ground| Box::pin(goodbye(ground)),
    },
];

async fn silence(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let cursor = board.here();
    // More than Mercure's thousand, and more than a page or a ring.
    board.write(1_500).await?;
    let near = board.cursor(board.head() - 7);
    ground.server.restart().await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &near).await?;
        terminal.resumes(&board).await?;
        equal("entries missed", 7, terminal.reads_to(&board, board.head()).await?.len())?;
    }
    let mut feed = ground.back(Kind::Feed, &board, &cursor).await?;
    feed.resumes(&board).await?;
    equal("entries missed", 1_500, feed.reads_to(&board, board.head()).await?.len())?;
    let mut screen = ground.fresh(Kind::Web, &board).await?;
    screen.begins("fresh").await?;
    let snapshot = screen.due("snapshot").await?;
    equal("the version of the snapshot", Some(board.head()), snapshot.version_of_cursor())?;
    equal("notices in it", Some(1), snapshot.value["notices"].as_array().map(Vec::len))?;
    feed.is_live(&mut board).await
}

async fn caught_up(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(5).await?;
    let head = board.head();
    ground.server.restart().await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
    }
    equal("two entries more, one each", head + 2, board.head())
}

/// Reads until the connection is over.
async fn reads_to_end(terminal: &mut Terminal) -> Verdict {
    while let Some(frame) = terminal.next_or_end(FRAME_WITHIN).await? {
        expect(frame.kind() != "reset", "no reset on the way down", &frame.text)?;
    }
    Ok(())
}

async fn in_the_middle(ground: Ground) -> Verdict {
    for kind in Kind::BOTH {
        let mut board = ground.board().await?;
        let begin = board.here();
        // More bytes than sockets hold, so that the replay is still under way when the server goes.
        board.write_long(if kind == Kind::Feed { 2_000 } else { 950 }).await?;
        let mut ask = Ask::new(kind, &board.name).after(&begin);
        ask.receive_buffer = Some(RECEIVE_BUFFER);
        let mut terminal = ground.open(&ask).await?;
        terminal.resumes(&board).await?;
        terminal.reads_to(&board, 100).await?;
        ground.server.restart().await?;
        reads_to_end(&mut terminal).await?;
        let (cursor, place) = (terminal.cursor().to_owned(), terminal.version());
        expect(place < board.head(), "a replay that breaks before its end", place)?;
        let mut terminal = ground.back(kind, &board, &cursor).await?;
        terminal.resumes(&board).await?;
        let entries = terminal.reads_to(&board, board.head()).await?;
        equal("the rest", board.head() - place, entries.len() as u64)?;
        terminal.is_live(&mut board).await?;
    }
    Ok(())
}

/// What one publisher was told: versions by id, and ids that nothing was told of.
#[derive(Default)]
struct Told {
    answered: Vec<(String, u64)>,
    unanswered: Vec<String>,
}

fn notice(board: &str, id: &str) -> Value {
    json!({"board": board, "id": id, "text": id})
}

async fn publishes(
    server: Arc<Server>,
    board: String,
    publisher: usize,
    (stop, answers): (Arc<AtomicBool>, Arc<AtomicUsize>),
) -> Verdict<Told> {
    let mut told = Told::default();
    for n in 0.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        let id = format!("p{publisher}-{n}");
        match server.send(Method::POST, "/v1/notify", &notice(&board, &id)).await {
            Ok(answer) if answer.status == 201 => {
                let version = answer.json(201)?["version"].as_u64();
                told.answered.push((id, version.ok_or_else(|| unmet("a version", "none"))?));
                answers.fetch_add(1, Ordering::SeqCst);
            }
            Ok(answer) if answer.status != 503 => return Err(unmet("201 or 503", answer.status)),
            // A server that is going, or gone: nobody knows what has become of it.
            Ok(_) | Err(_) => {
                told.unanswered.push(id);
                tokio::time::sleep(LOOK_EVERY).await;
            }
        }
    }
    Ok(told)
}

async fn unanswered(ground: Ground) -> Verdict {
    let board = ground.board().await?;
    let (stop, answers) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let mut publishers = JoinSet::new();
    for n in 0..PUBLISHERS {
        let shared = (stop.clone(), answers.clone());
        publishers.spawn(publishes(ground.server.clone(), board.name.clone(), n, shared));
    }
    let begun = Instant::now();
    while answers.load(Ordering::SeqCst) < ANSWERS && begun.elapsed() < FRAME_WITHIN {
        tokio::time::sleep(LOOK_EVERY).await;
    }
    let restarted = ground.server.restart().await;
    stop.store(true, Ordering::SeqCst);
    let told: Verdict<Vec<Told>> = publishers.join_all().await.into_iter().collect();
    restarted?;
    let told = told?;
    let answers = answers.load(Ordering::SeqCst);
    expect(answers >= ANSWERS, format_args!("{ANSWERS} answers and more"), answers)?;
    let mut versions = BTreeMap::new();
    for Told { answered, unanswered } in told {
        for (id, version) in answered.iter().rev().take(REPEATED) {
            let answer = ground.server.send(Method::POST, "/v1/notify", &notice(&board.name, id)).await?;
            let answer = answer.json(200)?;
            equal("the status of a repeat", Some("duplicate"), answer["status"].as_str())?;
            equal("its version", Some(*version), answer["version"].as_u64())?;
        }
        versions.extend(answered);
        for id in unanswered {
            let answer = ground.server.send(Method::POST, "/v1/notify", &notice(&board.name, &id)).await?;
            let status = if answer.status == 201 { 201 } else { 200 };
            let version = answer.json(status)?["version"].as_u64();
            versions.insert(id, version.ok_or_else(|| unmet("a version", "none"))?);
        }
    }
    each_once(&ground, &board, &versions).await
}

/// The whole log has every notice once, with the version that was answered.
async fn each_once(ground: &Ground, board: &Board, versions: &BTreeMap<String, u64>) -> Verdict {
    let mut feed = ground.back(Kind::Feed, board, &board.cursor(0)).await?;
    let head = feed.begins("incremental").await?;
    let mut puts = BTreeMap::new();
    for entry in feed.reads_to(board, head).await? {
        if entry.kind() == "put" && entry.notice_id().starts_with('p') {
            let before = puts.insert(entry.notice_id().to_owned(), entry.version().unwrap_or_default());
            expect(before.is_none(), "each notice once", &entry.text)?;
        }
    }
    for (id, version) in versions {
        equal(&format!("the version of {id}"), Some(version), puts.get(id))?;
    }
    equal("notices", versions.len(), puts.len())
}

async fn under_terminals(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(10).await?;
    let mut terminals = Vec::new();
    for kind in [Kind::Feed, Kind::Web, Kind::Feed, Kind::Web] {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
        terminals.push(terminal);
    }
    ground.server.restart().await?;
    for mut terminal in terminals {
        reads_to_end(&mut terminal).await?;
        let place = terminal.version();
        let mut back = ground.back(terminal.kind, &board, terminal.cursor()).await?;
        back.resumes(&board).await?;
        let entries = back.reads_to(&board, board.head()).await?;
        equal("what it missed", board.head() - place, entries.len() as u64)?;
        back.is_live(&mut board).await?;
    }
    Ok(())
}

/// Reads to the end; gives the `bye` that came before it.
async fn told_goodbye(terminal: &mut Terminal) -> Verdict<Option<Frame>> {
    let mut bye = None;
    while let Some(frame) = terminal.next_or_end(FRAME_WITHIN).await? {
        if frame.kind() == "bye" {
            bye = Some(frame);
        }
    }
    Ok(bye)
}

async fn goodbye(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let mut terminals = Vec::new();
    for kind in [Kind::Feed, Kind::Web, Kind::Feed] {
        let mut terminal = ground.back(kind, &board, &board.here()).await?;
        terminal.resumes(&board).await?;
        terminal.is_live(&mut board).await?;
        terminals.push(terminal);
    }
    ground.server.restart().await?;
    let mut told = Vec::new();
    for terminal in &mut terminals {
        told.push((told_goodbye(terminal).await?, terminal.close_code()));
    }
    if told.iter().all(|(bye, _)| bye.is_none()) {
        return Err(Stop::Skipped("the server was not ended in order: nobody was told `bye`".to_owned()));
    }
    for (bye, close_code) in told {
        let bye = bye.ok_or_else(|| unmet("a `bye` for each terminal", "an end without one"))?;
        equal("the code of the `bye`", Some(1012), bye.value["code"].as_u64())?;
        equal("its reason", Some("restart"), bye.value["reason"].as_str())?;
        expect(bye.value["retry_after_ms"].is_u64(), "a time to come back, in ms", &bye.text)?;
        // Over SSE an end is an end.
        if bye.envelope.is_none() {
            equal("the code of the close", Some(1012), close_code)?;
        }
    }
    Ok(())
}

async fn still_refused(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.put("gone", json!({"text": "deleted before the restart"})).await?;
    board.put("stays", json!({"text": "stays"})).await?;
    board.delete("gone").await?;
    ground.server.restart().await?;
    for (cursor, reason) in [("anotherhistory.2".to_owned(), "epoch"), ("garbage".to_owned(), "invalid")] {
        for kind in Kind::BOTH {
            ground.back(kind, &board, &cursor).await?.is_reset(reason).await?;
        }
    }
    let above = board.cursor(board.head() + 1);
    for kind in Kind::BOTH {
        ground.back(kind, &board, &above).await?.is_reset("ahead").await?;
    }
    let active = board.active().await?;
    expect(active.iter().any(|id| id == "stays"), "what was not deleted is active", format!("{active:?}"))?;
    expect(!active.iter().any(|id| id == "gone"), "what was deleted is not", format!("{active:?}"))?;
    super::state::believed(&ground, &board).await
}
