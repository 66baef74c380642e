//! Tokens that end while their terminals are connected, in virtual time.

use super::{Boards, T, epoch, run, subscribe};
use crate::session::{Kind, Session, SessionId, Terminal};
use crate::{Access, Bearer, Mark, Scopes};
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
