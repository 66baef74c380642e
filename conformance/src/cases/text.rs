//! What a stream makes of texts, ids and line ends: an event is one frame, whatever a notice says, and only frames with
//! a cursor move what a browser remembers.

use super::{Case, LIMIT, Pace, SSE, STREAMS};
use crate::ground::Ground;
use crate::verdict::{Verdict, equal, expect};
use crate::wire::{Ask, Kind};
use http::Method;
use serde_json::json;

/// A name that would end an event and begin another, were it written as it is.
const FORGED_NAME: &str = "lobby\r\nid: forged.9\n\nevent: bye\ndata: {}\n\n";

pub(super) const CASES: &[Case] = &[
    Case {
        name: "line ends, NUL and forged fields in a notice stay inside its frame",
        promise: "Section 3: cleaning turns line ends into one space each and removes control characters; section 8: \
                  an event's `data` is the JSON.",
        on: STREAMS,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(forged(ground)),
    },
    Case {
        name: "frames without a cursor carry no id, and leave the last one as it was",
        promise: "Section 8: frames with a cursor carry it as `id:`, others carry none.",
        on: SSE,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(ids(ground)),
    },
    Case {
        name: "Last-Event-ID wins over last_seen",
        promise: "Section 8: `EventSource` resumes by itself through `Last-Event-ID`, which wins over `last_seen`.",
        on: SSE,
        pace: Pace::Works,
        limit: LIMIT,
        body: |ground| Box::pin(header_wins(ground)),
    },
];

async fn forged(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    let begin = board.here();
    let mut live = ground.back(Kind::Feed, &board, &begin).await?;
    live.resumes(&board).await?;
    let texts = [
        ("a\r\nb\rc\nd\te", "a b c d e"),
        ("a\u{0}b\u{7f}c\u{1b}d", "abcd"),
        ("a\u{85}b\u{2028}c\u{2029}d", "a b c d"),
        ("x\n\nid: forged.9\nevent: bye\ndata: {}\n\n", "x  id: forged.9 event: bye data: {}  "),
        ("data: {\"type\":\"bye\"}", "data: {\"type\":\"bye\"}"),
        (":comment", ":comment"),
        ("\u{feff}begins with a mark", "begins with a mark"),
        ("宽 🚨 é", "宽 🚨 é"),
    ];
    for (n, (text, _)) in texts.iter().enumerate() {
        let data = json!({"said": text, "lines": "\r\n\r\nid: forged.9\r\n\r\n"});
        board.put(&format!("id:forged.{n}"), json!({"text": text, "data": data})).await?;
    }
    // Line ends between the parts of `data`, where JSON allows them.
    let spaced = format!(
        "{{\"id\":\"spaced\",\"board\":\"{}\",\"text\":\"spaced\",\"data\":{{\r\n\r\n\"a\":\n1,\r\"b\"\t: 2\n}}}}",
        board.name
    );
    let headers = [("content-type", "application/json")];
    ground.server.ask(Method::POST, "/v1/notify", &headers, &spaced).await?.json(201)?;
    let head = board.head() + 1;
    let entries = live.reads_to(&board, head).await?;
    equal("entries", texts.len() + 1, entries.len())?;
    for (entry, (said, shown)) in entries.iter().zip(texts) {
        let notice = &entry.value["notice"];
        equal("the text", Some(shown), notice["text"].as_str())?;
        equal("what the data says, as written", Some(said), notice["data"]["said"].as_str())?;
        expect(!entry.text.contains(['\n', '\r', '\0']), "a frame in one line", &entry.text)?;
    }
    let last = entries.last().map(|entry| &entry.value["notice"]["data"]);
    equal("the data without its line ends", Some(&json!({"a": 1, "b": 2})), last)?;
    for kind in Kind::BOTH {
        let mut terminal = ground.back(kind, &board, &begin).await?;
        terminal.begins("incremental").await?;
        equal("entries again", entries.len(), terminal.reads_to(&board, head).await?.len())?;
    }
    let mut ask = Ask::new(Kind::Web, &board.name);
    ask.name = Some(FORGED_NAME.to_owned());
    let mut named = ground.open(&ask).await?;
    let hello = named.due("hello").await?;
    equal("the name", Some(FORGED_NAME), hello.value["terminal"]["name"].as_str())?;
    named.due("subscribed").await?;
    named.due("snapshot").await?;
    Ok(())
}

async fn ids(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(5).await?;
    for kind in Kind::BOTH {
        let mut terminal = ground.fresh(kind, &board).await?;
        for due in ["hello", "subscribed"] {
            terminal.due(due).await?;
            equal("the last event's id before any cursor", "", terminal.last_event_id())?;
        }
        terminal.next().await?;
        let mut remembered = terminal.last_event_id().to_owned();
        equal("the last event's id", board.here(), remembered.clone())?;
        // As a browser would: it knows nothing but the id.
        for _ in 0..3 {
            drop(terminal);
            board.write(7).await?;
            let mut ask = Ask::new(kind, &board.name);
            ask.last_event_id = Some(remembered.clone());
            terminal = ground.open(&ask).await?;
            terminal.resumes(&board).await?;
            equal("entries after the id", 7, terminal.reads_to(&board, board.head()).await?.len())?;
            terminal.last_event_id().clone_into(&mut remembered);
            equal("the last event's id", board.here(), remembered.clone())?;
        }
        let mut ask = Ask::new(kind, &board.name);
        ask.last_event_id = Some("anotherhistory.1".to_owned());
        let mut refused = ground.open(&ask).await?;
        // `subscribed` and `reset` leave it as it was; what follows moves it.
        refused.is_reset("epoch").await?;
        equal("the id after a reset", refused.cursor(), refused.last_event_id())?;
    }
    Ok(())
}

async fn header_wins(ground: Ground) -> Verdict {
    let mut board = ground.board().await?;
    board.write(8).await?;
    for kind in Kind::BOTH {
        for page in [board.cursor(0), "garbage".to_owned(), "anotherhistory.1".to_owned(), String::new()] {
            let mut ask = Ask::new(kind, &board.name).after(&page);
            ask.last_event_id = Some(board.cursor(board.head() - 3));
            let mut terminal = ground.open(&ask).await?;
            terminal.resumes(&board).await?;
            equal("entries after the id", 3, terminal.reads_to(&board, board.head()).await?.len())?;
        }
        let mut ask = Ask::new(kind, &board.name).after(&board.here());
        ask.last_event_id = Some("garbage".to_owned());
        ground.open(&ask).await?.is_reset("invalid").await?;
    }
    Ok(())
}
