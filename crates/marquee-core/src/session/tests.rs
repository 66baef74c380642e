//! The session machine against a log that moves as the test says, in virtual time.

use super::*;
use crate::{Access, Level};
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::BTreeMap;

mod expiry;
mod told;

const T: u64 = 1_700_000_000_000;

/// Boards whose heads the test moves.
#[derive(Default)]
struct Boards(BTreeMap<BoardName, Cell<(u64, u64)>>);

impl Boards {
    fn with(oldest: u64, head: u64) -> Self {
        Self(BTreeMap::from([(BoardName::main(), Cell::new((oldest, head)))]))
    }

    fn moved(&self, oldest: u64, head: u64) {
        self.0[&BoardName::main()].set((oldest, head));
    }
}

impl Standings for Boards {
    fn standing(&self, board: &BoardName) -> Standing {
        let (oldest, head) = self.0.get(board).map_or((1, 0), Cell::get);
        Standing { oldest: Version(oldest), head: Version(head), at: T + head, watermark: T + head + 1 }
    }

    /// Each entry is told of by two cues.
    fn told(&self, board: &BoardName) -> u64 {
        2 * self.standing(board).head.0
    }
}

fn epoch() -> Epoch {
    Epoch::parse("testepoch").unwrap()
}

fn session(kind: Kind) -> Session {
    let terminal = Terminal { session: SessionId(1), kind, name: None, access: Access::Everyone };
    Session::open(epoch(), terminal, Some(Heartbeat::default()), T)
}

fn subscribe(last_seen: &str) -> Request {
    let last_seen = LastSeen::parse(Some(last_seen));
    Request::Subscribe { board: BoardName::main(), last_seen, filter: Filter::default() }
}

/// Runs the machine until it has nothing to do, as a driver with a fast terminal does; entries' times follow from
/// their versions, and those whose version is a multiple of `every` pass the filter.
fn run(session: &mut Session, boards: &Boards, now: u64, every: u64) -> Vec<String> {
    let mut said = Vec::new();
    for _ in 0..5_000 {
        let Some(action) = session.poll(boards, now) else { return said };
        match action {
            Action::Send(Frame::Hello { .. }) => said.push("hello".into()),
            Action::Send(Frame::Subscribed { head, resume, .. }) => {
                said.push(format!("subscribed {} {}", head.version, resume.name()));
            }
            Action::Send(Frame::Reset { reason, .. }) => said.push(format!("reset {}", reason.name())),
            Action::Send(Frame::Bookmark { cursor, at, .. }) => {
                said.push(format!("bookmark {} {}", cursor.version, at.saturating_sub(T)));
            }
            Action::Send(Frame::Unsubscribed { .. }) => said.push("unsubscribed".into()),
            Action::Send(Frame::Pong { ts, .. }) => said.push(format!("pong {ts}")),
            Action::Send(Frame::Error { code, .. }) => said.push(format!("error {}", code.name())),
            Action::Send(Frame::Bye { retry_after_ms, .. }) => said.push(format!("bye {retry_after_ms}")),
            Action::Send(Frame::TokenOk { token_expires_at }) => {
                said.push(format!("token ok {:?}", token_expires_at.map(|at| at - T)));
            }
            Action::Verify(token) => said.push(format!("verify {}", token.0)),
            Action::Send(Frame::TokenExpiring { in_ms }) => said.push(format!("token expiring {in_ms}")),
            Action::Deliver { after, upto, .. } => {
                said.extend((after.0 + 1..=upto.0).map(|version| format!("entry {version}")));
            }
            Action::Read { board, after, limit } => {
                let standing = boards.standing(&board);
                let reading = if after.next() < standing.oldest {
                    Reading::Trimmed
                } else {
                    let seen = (after.0 + 1..=standing.head.0).take(limit).map(|version| Seen {
                        version: Version(version),
                        at: T + version,
                        passes: version % every == 0,
                    });
                    Reading::Entries(seen.collect())
                };
                session.read(&board, reading, boards, now);
            }
            Action::Snapshot { board } => {
                let standing = boards.standing(&board);
                said.push(format!("snapshot {}", standing.head));
                session.snapshotted(&board, standing.head, standing.at, now);
            }
            Action::Recall { name, .. } => said.push(format!("recall {name}")),
            Action::Tell { board, after } => {
                let upto = boards.told(&board);
                said.push(format!("cues {after} to {upto}"));
                session.told(&board, upto);
            }
            Action::Record { name, shown, .. } => {
                said.push(format!("record {name} {} {}", shown.id.as_str(), shown.outcome.name()));
            }
            Action::Send(Frame::Lifecycle { id, stage, .. }) => {
                said.push(format!("lifecycle {} {stage}", id.as_str()));
            }
            Action::Keep { name, cursor, .. } => said.push(format!("keep {name} {}", cursor.version)),
            Action::Ping => said.push("ping".into()),
            Action::Close(close) => said.push(format!("close {}", close.code())),
        }
    }
    panic!("it never comes to rest: {:?}", &said[..20]);
}

fn begin(kind: Kind, last_seen: &str, boards: &Boards) -> Vec<String> {
    let mut session = session(kind);
    session.request(subscribe(last_seen), boards, T);
    let mut said = run(&mut session, boards, T, 1);
    assert_eq!(said.remove(0), "hello");
    said
}

#[test]
fn every_way_to_begin() {
    let boards = Boards::with(5, 9);
    for (kind, last_seen, expected) in [
        (Kind::Web, "", vec!["subscribed 9 fresh", "snapshot 9"]),
        (Kind::Web, "testepoch.7", vec!["subscribed 9 incremental", "entry 8", "entry 9"]),
        (Kind::Web, "testepoch.9", vec!["subscribed 9 incremental"]),
        (
            Kind::Web,
            "testepoch.4",
            vec!["subscribed 9 incremental", "entry 5", "entry 6", "entry 7", "entry 8", "entry 9"],
        ),
        (Kind::Web, "testepoch.3", vec!["subscribed 9 reset", "reset trimmed", "snapshot 9"]),
        (Kind::Web, "otherepoch.7", vec!["subscribed 9 reset", "reset epoch", "snapshot 9"]),
        (Kind::Web, "nonsense", vec!["subscribed 9 reset", "reset invalid", "snapshot 9"]),
        (Kind::Feed, "", vec!["subscribed 9 fresh", "bookmark 9 10"]),
        (Kind::Feed, "testepoch.8", vec!["subscribed 9 incremental", "entry 9"]),
        (
            Kind::Feed,
            "testepoch.1",
            vec![
                "subscribed 9 reset",
                "reset trimmed",
                "bookmark 4 0",
                "entry 5",
                "entry 6",
                "entry 7",
                "entry 8",
                "entry 9",
            ],
        ),
    ] {
        assert_eq!(begin(kind, last_seen, &boards), expected, "{kind:?} with {last_seen:?}");
    }
}

#[test]
fn a_board_that_was_never_written_is_followed_from_nothing() {
    let boards = Boards::with(1, 0);
    assert_eq!(begin(Kind::Web, "", &boards), ["subscribed 0 fresh", "snapshot 0"]);
    assert_eq!(begin(Kind::Web, "testepoch.0", &boards), ["subscribed 0 incremental"]);
}

#[test]
fn a_screen_far_behind_begins_anew_and_a_feed_gets_everything() {
    let boards = Boards::with(1, 3_000);
    assert_eq!(
        begin(Kind::Web, "testepoch.1999", &boards),
        ["subscribed 3000 reset", "reset lagged", "snapshot 3000"]
    );
    assert_eq!(begin(Kind::Web, "testepoch.2000", &boards).len(), 1_001);
    assert_eq!(begin(Kind::Feed, "testepoch.10", &boards).len(), 1 + 2_990);
}

#[test]
fn a_cursor_above_the_head_waits_for_the_log() {
    let boards = Boards::with(1, 9);
    let mut session = session(Kind::Web);
    session.request(subscribe("testepoch.10"), &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["hello"]);
    assert_eq!(session.deadline(), T + 2_000);
    boards.moved(1, 11);
    assert_eq!(run(&mut session, &boards, T + 1_000, 1), ["subscribed 11 incremental", "entry 11"]);

    let mut session = super::tests::session(Kind::Web);
    session.request(subscribe("testepoch.99"), &boards, T);
    assert_eq!(run(&mut session, &boards, T + 1_999, 1), ["hello"]);
    assert_eq!(
        run(&mut session, &boards, T + 2_000, 1),
        ["subscribed 11 reset", "reset ahead", "snapshot 11"]
    );
}

#[test]
fn live_entries_follow_and_a_terminal_overtaken_by_trimming_begins_anew() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Web);
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    boards.moved(1, 4);
    assert_eq!(run(&mut session, &boards, T, 1), ["entry 3", "entry 4"]);
    boards.moved(20, 30);
    assert_eq!(run(&mut session, &boards, T, 1), ["reset lagged", "snapshot 30"]);
}

#[test]
fn a_read_that_was_overtaken_by_trimming_begins_anew() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Web);
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    boards.moved(1, 4);
    assert!(matches!(session.poll(&boards, T), Some(Action::Read { .. })));
    session.read(&BoardName::main(), Reading::Trimmed, &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["reset lagged", "snapshot 4"]);
}

#[test]
fn a_quiet_board_is_bookmarked_within_thirty_seconds() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Web);
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    let mut marks = 0;
    let mut now = T;
    while now < T + 300_000 {
        now = session.deadline();
        let said = run(&mut session, &boards, now, 1);
        assert_eq!(said, ["bookmark 2 3", "ping"], "both at once");
        session.heard(now);
        marks += 1;
    }
    assert!((10..=13).contains(&marks), "{marks} in five minutes");
}

#[test]
fn a_filtered_feed_is_told_of_what_it_does_not_get() {
    let boards = Boards::with(1, 0);
    let mut session = session(Kind::Feed);
    let filter = Filter { tags: vec!["db".into()], min_level: None };
    session.request(
        Request::Subscribe { board: BoardName::main(), last_seen: LastSeen::Nothing, filter },
        &boards,
        T,
    );
    run(&mut session, &boards, T, 10);
    boards.moved(1, 12);
    assert_eq!(run(&mut session, &boards, T + 5, 10), ["bookmark 9 9", "entry 10"]);
    assert!(session.deadline() <= T + 1_005, "of 11 and 12 it hears within a second");
    assert_eq!(run(&mut session, &boards, T + 1_005, 10), ["bookmark 12 13"]);
    let standing = session.deadline();
    assert!(standing > T + 20_000, "and then it rests");
}

#[test]
fn a_filter_is_for_feeds() {
    let boards = Boards::with(1, 1);
    let mut session = session(Kind::Web);
    let filter = Filter { tags: Vec::new(), min_level: Some(Level::Warning) };
    session.request(
        Request::Subscribe { board: BoardName::main(), last_seen: LastSeen::Nothing, filter },
        &boards,
        T,
    );
    assert_eq!(run(&mut session, &boards, T, 1), ["hello", "error bad-message"]);
}

#[test]
fn the_fifth_bad_message_in_a_minute_ends_it() {
    let boards = Boards::default();
    let mut session = session(Kind::Web);
    for second in [0, 1, 2, 3] {
        session.malformed("what is this?", T + second * 1_000);
    }
    assert_eq!(run(&mut session, &boards, T, 1).len(), 5);
    session.malformed("what is this?", T + 60_000);
    assert_eq!(
        run(&mut session, &boards, T + 60_000, 1),
        ["error bad-message", "ping"],
        "the first is forgotten"
    );
    session.malformed("what is this?", T + 60_001);
    assert_eq!(run(&mut session, &boards, T + 60_001, 1), ["close 4400"]);
    assert!(!session.takes_requests());
}

#[test]
fn the_sixty_fifth_board_is_refused_and_a_second_subscribe_replaces() {
    let boards = Boards::default();
    let mut session = session(Kind::Feed);
    for n in 0..=64 {
        let board = BoardName::parse(&format!("b{n}")).unwrap();
        let request = Request::Subscribe { board, last_seen: LastSeen::Nothing, filter: Filter::default() };
        session.request(request, &boards, T);
    }
    let said = run(&mut session, &boards, T, 1);
    assert_eq!(said.iter().filter(|said| said.starts_with("subscribed")).count(), 64);
    assert_eq!(said.iter().filter(|said| *said == "error too-many-boards").count(), 1);
    let board = BoardName::parse("b7").unwrap();
    let again =
        Request::Subscribe { board: board.clone(), last_seen: LastSeen::Nothing, filter: Filter::default() };
    session.request(again, &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["subscribed 0 fresh", "bookmark 0 1"]);
    session.request(Request::Unsubscribe { board }, &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["unsubscribed"]);
    assert_eq!(session.following().count(), 63);
}

#[test]
fn draining_says_goodbye_once() {
    let boards = Boards::default();
    let mut session = session(Kind::Web);
    session.drain(4_210);
    session.drain(1);
    assert_eq!(run(&mut session, &boards, T, 1), ["hello", "bye 4210", "close 1012"]);
}

#[test]
fn a_log_that_cannot_be_read_ends_the_connection() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Feed);
    session.request(subscribe("testepoch.0"), &boards, T);
    while !matches!(session.poll(&boards, T), Some(Action::Read { .. })) {}
    session.read(&BoardName::main(), Reading::Failed, &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["close 1011"]);
}

proptest! {
    /// Whatever the log does and however often the terminal comes back: versions grow by one, and a jump is
    /// announced. This is promise 3.
    #[test]
    fn versions_grow_by_one_or_a_jump_is_announced(
        feed in any::<bool>(),
        steps in proptest::collection::vec((0u64..90, 0u64..40, 0u64..3_000, any::<bool>()), 1..40)
    ) {
        let boards = Boards::with(1, 0);
        let kind = if feed { Kind::Feed } else { Kind::Web };
        let (mut oldest, mut head, mut now) = (1, 0, T);
        let mut cursor: Option<u64> = None;
        let mut connection = session(kind);
        connection.request(subscribe(""), &boards, now);
        for (more, trimmed, passed, reconnects) in steps {
            head += more;
            oldest = (oldest + trimmed).min(head + 1);
            now += passed;
            boards.moved(oldest, head);
            if reconnects {
                connection = session(kind);
                let last_seen = cursor.map(|version| format!("testepoch.{version}")).unwrap_or_default();
                connection.request(subscribe(&last_seen), &boards, now);
            }
            connection.heard(now);
            for said in run(&mut connection, &boards, now, 1) {
                let mut words = said.split(' ');
                let (what, version) = (words.next().unwrap(), words.next().and_then(|word| word.parse().ok()));
                match (what, version) {
                    ("entry", Some(version)) => {
                        prop_assert_eq!(cursor.map(|cursor| cursor + 1), Some(version));
                        cursor = Some(version);
                    }
                    ("snapshot" | "bookmark", Some(version)) => cursor = Some(version),
                    _ => {}
                }
            }
            prop_assert_eq!(cursor, Some(head), "at rest it has everything");
        }
    }
}

fn named(boards: &Boards, last_seen: &str) -> (Session, Vec<String>) {
    let name = Some("lobby".into());
    let terminal = Terminal { session: SessionId(1), kind: Kind::Feed, name, access: Access::Everyone };
    let mut session = Session::open(epoch(), terminal, None, T);
    session.request(subscribe(last_seen), boards, T);
    let said = run(&mut session, boards, T, 1);
    (session, said)
}

#[test]
fn who_asks_the_server_where_it_was_goes_on_from_there() {
    let boards = Boards::with(5, 9);
    let at = |text: &str| Cursor::parse(text);
    for (known, expected) in [
        (at("testepoch.8"), vec!["subscribed 9 incremental", "entry 9"]),
        (at("otherepoch.8"), vec!["subscribed 9 reset", "reset epoch", "bookmark 4 0"]),
        (None, vec!["subscribed 9 fresh", "bookmark 9 10"]),
    ] {
        let (mut session, said) = named(&boards, "server");
        assert_eq!(said, ["hello", "recall lobby"], "nothing is said before it is known");
        session.recalled(&BoardName::main(), known, &boards, T);
        let said = run(&mut session, &boards, T, 1);
        assert_eq!(said[..expected.len()], expected);
        // A second word about it changes nothing.
        session.recalled(&BoardName::main(), at("testepoch.6"), &boards, T);
        assert_eq!(run(&mut session, &boards, T, 1), Vec::<String>::new());
    }
    assert_eq!(
        begin(Kind::Feed, "server", &boards)[0],
        "subscribed 9 fresh",
        "without a name nothing is known"
    );
}

#[test]
fn an_ack_is_of_what_was_sent() {
    let boards = Boards::with(1, 9);
    let ack = |text: &str| {
        let (mut session, _) = named(&boards, "testepoch.7");
        let cursor = Cursor::parse(text).unwrap();
        session.request(Request::Ack { board: BoardName::main(), cursor }, &boards, T);
        run(&mut session, &boards, T, 1)
    };
    assert_eq!(ack("testepoch.9"), ["keep lobby 9"]);
    assert_eq!(ack("testepoch.3"), ["keep lobby 3"]);
    assert_eq!(ack("testepoch.10"), ["error bad-message"], "it was not sent yet");
    assert_eq!(ack("otherepoch.9"), ["error bad-message"]);
    let (mut stranger, at) = (session(Kind::Feed), Cursor::parse("testepoch.9").unwrap());
    stranger.request(subscribe("testepoch.9"), &boards, T);
    run(&mut stranger, &boards, T, 1);
    stranger.request(Request::Ack { board: BoardName::main(), cursor: at.clone() }, &boards, T);
    assert_eq!(run(&mut stranger, &boards, T, 1), ["error bad-message"], "it has no name");
    let (mut session, _) = named(&boards, "testepoch.9");
    session.request(Request::Ack { board: BoardName::parse("other").unwrap(), cursor: at }, &boards, T);
    assert_eq!(run(&mut session, &boards, T, 1), ["error bad-message"], "it does not follow the board");
}

#[test]
fn whoever_is_live_may_be_sent_what_comes_unasked() {
    let boards = Boards::with(1, 2);
    let main = BoardName::main();
    let mut session = session(Kind::Web);
    session.request(subscribe(""), &boards, T);
    assert_eq!(session.live(&main), None, "something is to be said first");
    run(&mut session, &boards, T, 1);
    assert_eq!(session.live(&main), Some(Version(2)));
    boards.moved(1, 5);
    session.delivered(&main, Version(4), T + 4);
    assert_eq!((session.live(&main), session.reached(&main)), (Some(Version(4)), Some(Version(4))));
    session.delivered(&main, Version(3), T + 3);
    assert_eq!(session.reached(&main), Some(Version(4)), "it never goes back");
    assert_eq!(run(&mut session, &boards, T, 1), ["entry 5"], "and goes on from there");
    session.request(Request::Ping { ts: 1 }, &boards, T);
    assert_eq!(session.live(&main), None, "an answer is owed");
    run(&mut session, &boards, T, 1);
    boards.moved(1, 6);
    assert!(matches!(session.poll(&boards, T), Some(Action::Read { .. })));
    assert_eq!(session.live(&main), None, "it is being read for");
    session.delivered(&main, Version(6), T + 6);
    assert_eq!(session.reached(&main), Some(Version(5)), "and moves by what is read alone");
    session.leave();
    assert_eq!(session.live(&main), None);
}

#[test]
fn a_filtered_feed_is_never_live() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Feed);
    let filter = Filter { tags: vec!["db".into()], min_level: None };
    let last_seen = LastSeen::Nothing;
    session.request(Request::Subscribe { board: BoardName::main(), last_seen, filter }, &boards, T);
    run(&mut session, &boards, T, 1);
    assert_eq!(session.live(&BoardName::main()), None);
}

#[test]
fn a_ping_that_is_due_takes_the_bookmark_with_it() {
    let boards = Boards::with(1, 2);
    let mut session = session(Kind::Web);
    session.request(subscribe(""), &boards, T);
    run(&mut session, &boards, T, 1);
    // It was marked later than it was heard.
    boards.moved(1, 3);
    let marked = T + 10_000;
    session.request(subscribe(""), &boards, marked);
    run(&mut session, &boards, marked, 1);
    assert_eq!(session.deadline(), T + 30_000);
    assert_eq!(run(&mut session, &boards, T + 30_000, 1), ["ping", "bookmark 3 4"]);
    assert_eq!(session.deadline(), T + 55_000);
}

#[test]
fn a_session_has_one_name() {
    let named = SessionId(0x7f3a_90c1_d2e4_b586);
    assert_eq!(named.to_string(), "s-7f3a90c1d2e4b586");
    assert_eq!(SessionId::parse("s-7f3a90c1d2e4b586"), Some(named));
    for other in
        ["", "s-", "7f3a90c1d2e4b586", "s-7F3A90C1D2E4B586", "s-7f3a90c1d2e4b58", "s-+f3a90c1d2e4b586"]
    {
        assert_eq!(SessionId::parse(other), None, "{other}");
    }
}
