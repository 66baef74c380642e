//! Terminals that are told what to show, operators' terminals, and what terminals say was on their glass.

use super::*;
use crate::session::Outcome;
use crate::{Bearer, Mark, Scopes};
use std::sync::Arc;

#[test]
fn a_told_terminal_gets_cues_and_no_entries_whatever_it_says_it_has() {
    for (kind, last_seen) in
        [(Kind::Led, ""), (Kind::Html, "testepoch.7"), (Kind::Led, "nonsense"), (Kind::Led, "server")]
    {
        let boards = Boards::with(5, 9);
        let mut session = session(kind);
        session.request(subscribe(last_seen), &boards, T);
        assert_eq!(
            run(&mut session, &boards, T, 1),
            ["hello", "subscribed 9 none", "cues 0 to 18"],
            "{last_seen:?}"
        );
        boards.moved(5, 11);
        assert_eq!(run(&mut session, &boards, T, 1), ["cues 18 to 22"]);
        assert_eq!(run(&mut session, &boards, T + 29_000, 1), [""; 0], "and no bookmarks");
        assert_eq!(session.live(&BoardName::main()), None, "no round serves it");
    }
}

#[test]
fn an_operators_terminal_begins_like_a_page_and_hears_what_becomes_of_notices() {
    let boards = Boards::with(5, 9);
    let mut admin = session(Kind::Admin);
    admin.request(subscribe(""), &boards, T);
    assert_eq!(run(&mut admin, &boards, T, 1), ["hello", "subscribed 9 fresh", "snapshot 9"]);
    let id = NoticeId::parse("a").unwrap();
    admin.observed(&BoardName::main(), &id, "stored", T);
    admin.observed(&BoardName::parse("other").unwrap(), &id, "stored", T);
    assert_eq!(run(&mut admin, &boards, T, 1), ["lifecycle a stored"]);
    let mut page = session(Kind::Web);
    page.request(subscribe(""), &boards, T);
    page.observed(&BoardName::main(), &id, "stored", T);
    assert_eq!(run(&mut page, &boards, T, 1), ["hello", "subscribed 9 fresh", "snapshot 9"]);
    // One that does not read is not told of everything.
    for _ in 0..1_000 {
        admin.observed(&BoardName::main(), &id, "stored", T);
    }
    assert_eq!(run(&mut admin, &boards, T, 1).len(), PENDING_MAX);
}

#[test]
fn an_operators_terminal_needs_an_operators_token() {
    let boards = Boards::with(5, 9);
    let mut admin = session(Kind::Admin);
    let scopes = Scopes::parse("subscribe:main").unwrap();
    let access = |scopes| {
        let (subject, mark) = ("".into(), Mark::default());
        Access::Bearer(Arc::new(Bearer { subject, scopes, ends_at: u64::MAX, mark }))
    };
    admin.terminal.access = access(scopes.clone());
    admin.request(subscribe(""), &boards, T);
    assert_eq!(run(&mut admin, &boards, T, 1), ["hello", "error forbidden"]);
    admin.terminal.access = access(Scopes::admin());
    admin.request(subscribe(""), &boards, T);
    assert_eq!(run(&mut admin, &boards, T, 1), ["subscribed 9 fresh", "snapshot 9"]);
    admin.renewed(Ok(access(scopes)));
    assert_eq!(run(&mut admin, &boards, T, 1), ["token ok None", "error forbidden", "unsubscribed"]);
}

#[test]
fn what_was_shown_is_taken_from_terminals_with_a_name_and_of_boards_that_they_follow() {
    let boards = Boards::with(5, 9);
    let shown = |from, until| Request::Shown {
        board: BoardName::main(),
        shown: Shown {
            id: NoticeId::parse("a").unwrap(),
            rev: Version(7),
            play: None,
            from,
            until,
            outcome: Outcome::Completed,
            offset_ms: None,
        },
    };
    let mut nameless = session(Kind::Web);
    nameless.request(subscribe("testepoch.9"), &boards, T);
    nameless.request(shown(T - 9, T), &boards, T);
    assert_eq!(run(&mut nameless, &boards, T, 1), ["hello", "subscribed 9 incremental", "error bad-message"]);
    let mut wall = session(Kind::Web);
    wall.terminal.name = Some("lobby".into());
    wall.request(shown(T - 9, T), &boards, T);
    assert_eq!(run(&mut wall, &boards, T, 1), ["hello", "error bad-message"]);
    wall.request(subscribe("testepoch.9"), &boards, T);
    wall.request(shown(T - 9, T), &boards, T);
    wall.request(shown(T - SHOWN_KEPT_MS - 1, T), &boards, T);
    wall.request(shown(T, T + 60_001), &boards, T);
    wall.request(shown(0, u64::MAX), &boards, T);
    assert_eq!(run(&mut wall, &boards, T, 1), ["subscribed 9 incremental", "record lobby a completed"]);
}
