//! Reading a board over plain HTTP: pages that join to the same log that terminals get, a cursor that cannot be
//! continued, and a snapshot that need not be sent twice.

use super::{Case, HTTP, LIMIT, Pace};
use crate::board::Board;
use crate::ground::Ground;
use crate::server::{Answer, escaped};
use crate::verdict::{Stop, Verdict, equal, expect, unmet};
use crate::wire::Kind;
use http::Method;
use serde_json::Value;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "the pages of /v1/sync join to the log that terminals get",
        promise: "Section 2: everything but the log is a cursor into it: a page is the entries after its cursor.",
        on: HTTP,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(pages(ground)),
    },
    Case {
        name: "/v1/sync answers 410 to a cursor that cannot be continued",
        promise: "Reading over HTTP: a cursor that cannot be continued is 410 with `X-Reset` and the reason.",
        on: HTTP,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(refused(ground)),
    },
    Case {
        name: "/v1/snapshot has an ETag, and is not sent again to who has it",
        promise: "Reading over HTTP: the snapshot has the ETag of its cursor; `If-None-Match` is answered 304.",
        on: HTTP,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(snapshot(ground)),
    },
];

/// An answer of a path that a server need not have yet.
fn there(answer: Answer, path: &str) -> Verdict<Answer> {
    if matches!(answer.status, 404 | 405) {
        return Err(Stop::Skipped(format!("this server has no GET {path}")));
    }
    Ok(answer)
}

async fn page(board: &Board, rest: &str) -> Verdict<Answer> {
    let path = format!("/v1/sync?board={}{rest}", board.name);
    there(board.server().get(&path).await?, "/v1/sync")
}

async fn pages(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    page(&board, "").await?;
    board.write(1_100).await?;
    let mut feed = ground.back(Kind::Feed, &board, &board.cursor(0)).await?;
    feed.resumes(&board).await?;
    let streamed: Vec<Value> =
        feed.reads_to(&board, board.head()).await?.into_iter().map(|frame| frame.value).collect();
    for limit in [1_000, 333, 64] {
        let (mut cursor, mut entries) = (board.cursor(0), Vec::new());
        loop {
            let rest = format!("&since={}&limit={limit}", escaped(&cursor));
            let answer = page(&board, &rest).await?.json(200)?;
            let page = answer["entries"].as_array().cloned().unwrap_or_default();
            expect(page.len() <= limit, format_args!("at most {limit} entries"), page.len())?;
            entries.extend(page);
            answer["cursor"].as_str().unwrap_or_default().clone_into(&mut cursor);
            match answer["more"].as_bool() {
                Some(true) => {
                    expect(entries.len() < streamed.len(), "an end at the head", "`more`")?;
                }
                Some(false) => break,
                None => return Err(unmet("`more`", answer.to_string())),
            }
        }
        equal("the cursor at the end", board.here(), cursor)?;
        equal("entries, as a terminal gets them", streamed.len(), entries.len())?;
        for (streamed, paged) in streamed.iter().zip(&entries) {
            equal("an entry", streamed, paged)?;
        }
    }
    let rest = format!("&since={}", board.here());
    let answer = page(&board, &rest).await?.json(200)?;
    equal("entries after the head", Some(0), answer["entries"].as_array().map(Vec::len))?;
    equal("the cursor after the head", Some(board.here().as_str()), answer["cursor"].as_str())
}

async fn refused(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let dead = [
        ("garbage".to_owned(), "invalid"),
        ("anotherhistory.1".to_owned(), "epoch"),
        (board.cursor(board.head() + 1), "ahead"),
    ];
    for (cursor, reason) in dead {
        is_gone(&board, &cursor, reason).await?;
    }
    board.write(30).await?;
    let oldest = match board.trim(board.head() - 9).await {
        Ok(oldest) => oldest,
        // What cannot be trimmed cannot be asked for in vain.
        Err(Stop::Skipped(_)) => return Ok(()),
        Err(stop) => return Err(stop),
    };
    is_gone(&board, &board.cursor(oldest - 2), "trimmed").await?;
    for rest in [String::new(), format!("&since={}", board.cursor(oldest - 1))] {
        let answer = page(&board, &rest).await?.json(200)?;
        equal("the first entry", Some(oldest), answer["entries"][0]["version"].as_u64())?;
    }
    Ok(())
}

/// The cursor cannot be continued, and the answer says why.
async fn is_gone(board: &Board, cursor: &str, reason: &str) -> Verdict {
    let answer = page(board, &format!("&since={cursor}")).await?;
    equal("X-Reset", Some("true"), answer.header("x-reset"))?;
    let problem = answer.json(410)?;
    equal("the reason", Some(reason), problem["reason"].as_str())
}

async fn snapshot(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(3).await?;
    let path = format!("/v1/snapshot?board={}", board.name);
    let answer = there(ground.server.get(&path).await?, "/v1/snapshot")?;
    let etag = answer.header("etag").unwrap_or_default().to_owned();
    equal("the ETag", format!("W/\"{}\"", board.here()), etag.clone())?;
    let snapshot = answer.json(200)?;
    equal("the cursor", Some(board.here().as_str()), snapshot["cursor"].as_str())?;
    let again = ground.server.ask(Method::GET, &path, &[("if-none-match", &etag)], "").await?;
    equal("the status for who has it", 304, again.status)?;
    equal("the body for who has it", 0, again.body.len())?;
    board.write(1).await?;
    let newer = ground.server.ask(Method::GET, &path, &[("if-none-match", &etag)], "").await?;
    equal("the cursor of the new one", Some(board.here().as_str()), newer.json(200)?["cursor"].as_str())?;
    // A terminal goes on from it.
    let mut terminal = ground.back(Kind::Web, &board, &board.here()).await?;
    terminal.resumes(&board).await?;
    terminal.is_live(&mut board).await
}
