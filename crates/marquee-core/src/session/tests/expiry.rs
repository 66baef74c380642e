//! Tokens that end while their terminals are connected, in virtual time.

use super::{Boards, T, epoch, run, subscribe};
use crate::session::{
    Action, Filter, Kind, LastSeen, Reading, Request, Secret, Seen, Session, SessionId, Terminal,
};
use crate::{Access, Bearer, BoardName, Mark, Scopes, Version};
use std::sync::Arc;

/// A feed whose token lets it stay until then.
fn until(ends_at: u64) -> Session {
    let bearer = Bearer { subject: "wall".into(), scopes: Scopes::admin(), ends_at, mark: Mark::default() };
    let access = Access::Bearer(Arc::new(bearer));
    let terminal = Terminal { session: SessionId(1), kind: Kind::Feed, name: None, access };
    Session::open(epoch(), terminal, None, T)
}

#[test]
fn a_token_that_ends_is_told_a_minute_ahead_once_and_its_terminal_sent_away() {
    let boards = Boards::with(1, 2);
    let mut session = until(T + 100_000);
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    assert!(session.deadline() < T + 40_000, "the bookmark comes before");
    run(&mut session, &boards, T + 39_999, 1);
    assert_eq!(session.deadline(), T + 40_000);
    assert_eq!(run(&mut session, &boards, T + 40_000, 1)[..1], ["token expiring 60000"]);
    let later = run(&mut session, &boards, T + 99_999, 1);
    assert!(!later.iter().any(|said| said.starts_with("token")), "{later:?}");
    boards.moved(1, 3);
    // What came meanwhile is not given out any more.
    assert_eq!(run(&mut session, &boards, T + 100_000, 1), ["bye 0", "close 4401"]);
    boards.moved(1, 4);
    assert_eq!(run(&mut session, &boards, T + 100_001, 1), Vec::<String>::new());
}

#[test]
fn a_terminal_that_comes_with_the_last_minute_of_its_token_is_told_at_once() {
    let boards = Boards::with(1, 2);
    let mut session = until(T + 500);
    assert_eq!(run(&mut session, &boards, T, 1), ["hello", "token expiring 500"]);
    assert_eq!(session.deadline(), T + 500);
    assert_eq!(run(&mut session, &boards, T + 500, 1), ["bye 0", "close 4401"]);
    assert_eq!(until(u64::MAX).deadline(), u64::MAX);
}

/// A token of `subject` that opens these boards until then.
fn access(subject: &str, scope: &str, ends_at: u64) -> Access {
    let mark = Mark { issuer: "us".into(), ..Mark::default() };
    let scopes = Scopes::parse(scope).unwrap();
    Access::Bearer(Arc::new(Bearer { subject: subject.into(), scopes, ends_at, mark }))
}

fn connected(scope: &str) -> Session {
    let access = access("wall", scope, T + 100_000);
    let terminal = Terminal { session: SessionId(1), kind: Kind::Feed, name: None, access };
    Session::open(epoch(), terminal, None, T)
}

fn token(text: &str) -> Request {
    Request::Token(Secret(text.into()))
}

#[test]
fn a_newer_token_lets_a_terminal_stay_and_it_misses_nothing() {
    let boards = Boards::with(1, 2);
    let mut session = connected("subscribe:main");
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    assert_eq!(run(&mut session, &boards, T + 40_000, 1)[..1], ["token expiring 60000"]);
    session.request(token("next"), &boards, T + 40_000);
    assert_eq!(run(&mut session, &boards, T + 40_000, 1), ["verify next"]);
    boards.moved(1, 3);
    session.renewed(Ok(access("wall", "subscribe:main", T + 900_000)));
    assert_eq!(run(&mut session, &boards, T + 40_000, 1), ["token ok Some(900000)", "entry 3"]);
    let meanwhile = run(&mut session, &boards, T + 100_000, 1);
    assert!(!meanwhile.iter().any(|said| said.starts_with("bye")), "{meanwhile:?}");
    assert_eq!(run(&mut session, &boards, T + 840_000, 1)[..1], ["token expiring 60000"], "it is told anew");
    assert_eq!(run(&mut session, &boards, T + 900_000, 1), ["bye 0", "close 4401"]);
}

#[test]
fn a_newer_token_that_is_bad_ends_the_connection_with_4401_and_one_of_somebody_else_with_4403() {
    let boards = Boards::with(1, 2);
    let other_issuer = Mark { issuer: "them".into(), ..Mark::default() };
    let scopes = Scopes::admin();
    let foreign = Bearer { subject: "wall".into(), scopes, ends_at: u64::MAX, mark: other_issuer };
    for (renewed, end) in [
        (Err("no".into()), vec!["error forbidden", "bye 0", "close 4401"]),
        (Ok(access("other", "admin", T + 900_000)), vec!["bye 0", "close 4403"]),
        (Ok(Access::Bearer(Arc::new(foreign))), vec!["bye 0", "close 4403"]),
        (Ok(Access::Everyone), vec!["bye 0", "close 4403"]),
    ] {
        let mut session = connected("subscribe:main");
        session.request(subscribe(""), &boards, T);
        run(&mut session, &boards, T, 1);
        boards.moved(1, 3);
        session.renewed(renewed);
        assert_eq!(run(&mut session, &boards, T, 1), end, "and nothing of what came meanwhile");
        boards.moved(1, 2);
    }
}

#[test]
fn boards_that_a_newer_token_does_not_open_are_lost_with_all_that_was_on_its_way() {
    let boards = Boards::with(1, 9);
    let mut session = connected("subscribe:*");
    run(&mut session, &boards, T, 1);
    session.request(subscribe("testepoch.3"), &boards, T);
    let other = BoardName::parse("other").unwrap();
    let filter = Filter::default();
    session.request(Request::Subscribe { board: other, last_seen: LastSeen::Nothing, filter }, &boards, T);
    // Up to where entries of the board that is lost were read and are to be delivered.
    while let Some(action) = session.poll(&boards, T) {
        if let Action::Read { board, .. } = &action {
            let seen =
                (4..=9).map(|version| Seen { version: Version(version), at: T + version, passes: true });
            session.read(board, Reading::Entries(seen.collect()), &boards, T);
            break;
        }
    }
    session.renewed(Ok(access("wall", "subscribe:other", T + 900_000)));
    let said = run(&mut session, &boards, T, 1);
    assert_eq!(said, ["token ok Some(900000)", "error forbidden", "unsubscribed"]);
    boards.moved(1, 12);
    assert_eq!(run(&mut session, &boards, T + 1, 1), Vec::<String>::new(), "it is not followed");
    session.request(subscribe("testepoch.3"), &boards, T + 1);
    assert_eq!(run(&mut session, &boards, T + 1, 1), ["error forbidden"], "nor can it be anew");
}

#[test]
fn a_token_that_is_taken_back_ends_the_connection_and_nothing_more_goes_out() {
    let boards = Boards::with(1, 9);
    let mut session = connected("subscribe:*");
    session.request(subscribe("testepoch.3"), &boards, T);
    session.revoke();
    session.revoke();
    assert_eq!(session.live(&BoardName::main()), None);
    assert_eq!(run(&mut session, &boards, T, 1), ["bye 0", "close 4403"], "not even hello");
    session.renewed(Ok(access("wall", "admin", T + 900_000)));
    assert_eq!(run(&mut session, &boards, T, 1), Vec::<String>::new());
}

#[test]
fn a_server_that_goes_away_gives_no_more_than_its_last_word_once_the_token_is_over() {
    let boards = Boards::with(1, 9);
    let over = |ending: &dyn Fn(&mut Session) -> u64| {
        let mut session = connected("subscribe:*");
        session.request(subscribe("testepoch.3"), &boards, T);
        session.request(token("next"), &boards, T);
        session.request(Request::Ping { ts: 1 }, &boards, T);
        session.drain(5);
        let now = ending(&mut session);
        run(&mut session, &boards, now, 1)
    };
    assert_eq!(over(&|_| T)[..2], ["hello", "subscribed 9 incremental"], "what waits still goes out");
    let last = ["bye 5", "close 1012"];
    assert_eq!(over(&|_| T + 100_000), last, "its time is over");
    assert_eq!(over(&|session| (session.revoke(), T).1), last, "it was taken back");
    let narrower = || Ok(access("wall", "subscribe:other", T + 900_000));
    assert_eq!(over(&|session| (session.renewed(narrower()), T).1), last, "it opens less");
}
