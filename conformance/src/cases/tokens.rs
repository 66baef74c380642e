//! Tokens in band: what a newer token that opens less leaves of a connection. It is tried where the suite was given two.

use super::{Case, LONG, Pace, WS};
use crate::board::Board;
use crate::ground::Ground;
use crate::terminal::Terminal;
use crate::tokens::{NARROWER, TOKEN};
use crate::verdict::{Stop, Verdict, equal, expect, unmet};
use crate::wire::{Ask, Frame, Kind};
use serde_json::json;

/// Boards that the narrower token opens are named so.
const NARROW: &str = "conformance.narrow.";
/// Long entries of the board that is lost, on their way when the token comes: more than sockets hold, fewer than a screen may lag.
const ON_THE_WAY: u64 = 900;
/// A reader that is slow soon, in bytes.
const SMALL: u32 = 16 * 1024;

pub(super) const CASES: &[Case] = &[Case {
    name: "a narrower token takes boards away, and nothing old of them comes",
    promise: "Section 9: in band, each followed board that the newer token does not cover is `error` forbidden, \
              `unsubscribed`, and nothing more of it.",
    on: WS,
    pace: Pace::Works,
    limit: LONG,
    body: |ground| Box::pin(narrowed(ground)),
}];

async fn narrowed(ground: Ground) -> Verdict {
    let Some(narrower) = ground.server.tokens().narrower().cloned() else {
        return Err(Stop::Skipped(format!("{TOKEN} and {NARROWER} are not set")));
    };
    for kind in Kind::BOTH {
        let mut lost = ground.board().await?;
        let mut kept = Board::new(ground.server.clone(), ground.name_under(NARROW)).await?;
        let begin = lost.here();
        let ask = Ask { receive_buffer: Some(SMALL), ..Ask::new(kind, &lost.name).after(&begin) };
        let mut terminal = ground.open(&ask).await?;
        terminal.subscribe(&kept.name, Some(&kept.here())).await?;
        for _ in 0..2 {
            terminal.begins("incremental").await?;
        }
        lost.write_long(ON_THE_WAY).await?;
        terminal.say(&json!({"type": "token", "token": narrower.text()})).await?;
        // What was sent before the answer is still to be read, and where it ends is kept.
        let mut last = begin;
        loop {
            let frame = terminal.next().await?;
            match frame.kind() {
                "token_ok" => break,
                "error" | "bye" => return Err(unmet("`token_ok`", &frame.text)),
                _ if frame.board() == lost.name => last = frame.cursor().unwrap_or(&last).to_owned(),
                _ => {}
            }
        }
        is_refused(&mut terminal, &lost).await?;
        let frame = terminal.next().await?;
        expect(frame.kind() == "unsubscribed" && frame.board() == lost.name, "`unsubscribed`", &frame.text)?;
        lost.write(1).await?;
        kept.write(3).await?;
        let news = until(&mut terminal, &kept, &lost).await?;
        equal("entries of the board that is kept", 3, news.len())?;
        // Nor can it be followed anew.
        terminal.subscribe(&lost.name, Some(&last)).await?;
        is_refused(&mut terminal, &lost).await?;
        lost.write(1).await?;
        kept.write(1).await?;
        equal("entries of the board that is kept", 1, until(&mut terminal, &kept, &lost).await?.len())?;
        // Whoever comes back with a token that opens it goes on from there.
        let mut back = ground.back(kind, &lost, &last).await?;
        back.resumes(&lost).await?;
        let (from, head) = (back.version(), lost.head());
        equal("entries missed", head - from, back.reads_to(&lost, head).await?.len() as u64)?;
    }
    Ok(())
}

/// `error` forbidden, of this board, is next.
async fn is_refused(terminal: &mut Terminal, board: &Board) -> Verdict {
    let frame = terminal.due("error").await?;
    equal("the code of the error", Some("forbidden"), frame.value["code"].as_str())?;
    equal("the board that it is about", board.name.as_str(), frame.board())
}

/// Reads a board's entries up to its head; nothing of the other one comes.
async fn until(terminal: &mut Terminal, kept: &Board, lost: &Board) -> Verdict<Vec<Frame>> {
    let mut entries = Vec::new();
    while entries.last().and_then(Frame::cursor) != Some(&kept.here()) {
        let frame = terminal.next().await?;
        expect(frame.board() != lost.name, "nothing more of the board that is lost", &frame.text)?;
        if frame.is_entry() {
            entries.push(frame);
        }
    }
    Ok(entries)
}
