//! The machine in virtual time: no socket, no clock, and chance is a number that the test chooses.

use super::follow::Kind;
use super::frame::{Play, read};
use super::request::{Outcome, Request, Shown};
use super::session::Session;
use super::words::{Action, Connected, Event, Told, Who};
use crate::Bearer;
use marquee_core::BoardName;

/// The middle of what chance may be.
const EVEN: u32 = 1 << 31;

struct World {
    session: Session,
    now: u64,
}

fn world(kind: Kind) -> World {
    let name = Some("lobby-1".to_owned());
    let who = Who { board: BoardName::parse("ops").unwrap(), kind, name, last_seen: None };
    World { session: Session::new(who), now: 1_000_000 }
}

fn bearer(text: &str) -> Option<Bearer> {
    Some(Bearer::new(text).unwrap())
}

impl World {
    fn does(&mut self, event: Event) -> Vec<Action> {
        self.session.handle(event, self.now, EVEN)
    }

    fn hears(&mut self, text: &str) -> Vec<Action> {
        self.does(Event::Message(read(text)))
    }

    /// Goes on to the deadline; how long that was, and what was done then.
    fn waits(&mut self) -> (u64, Vec<Action>) {
        let until = self.session.deadline().expect("something is due");
        let waited = until.saturating_sub(self.now);
        self.now = self.now.max(until);
        (waited, self.does(Event::Tick))
    }

    /// From a token to an open connection; the query it was opened with.
    fn opens(&mut self, token: Option<Bearer>) -> Vec<(&'static str, String)> {
        let actions = self.does(Event::Token(Ok(token)));
        let [Action::Open { query, .. }] = &actions[..] else { panic!("it opens: {actions:?}") };
        let query = query.clone();
        self.does(Event::Opened);
        query
    }

    fn begins(&mut self) {
        let actions = self.does(Event::Start);
        assert!(matches!(actions[..], [Action::FetchToken]));
    }

    /// Live on a board that was never written.
    fn goes_live(&mut self) {
        self.begins();
        self.opens(None);
        self.answers();
    }

    fn answers(&mut self) {
        self.hears(r#"{"type":"hello","server_time":2000000}"#);
        self.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.1","resume":"fresh"}"#);
        self.hears(&snapshot(1));
        assert_eq!(self.session.connected(), Connected::Live);
    }
}

fn policy() -> String {
    let level = |play: &str| format!(r##"{{"weight":1,"play":"{play}","hold_ms":0,"color":"#ffffff"}}"##);
    let (pin, scroll) = (level("pin"), level("scroll"));
    format!(
        r#"{{"speed":12,"gap":8,"ttl":600,"max_active":64,"fold_ms":0,"pin_min_ms":0,"pin_queue":3,"breath_ms":0,
        "levels":{{"URGENT":{pin},"WARNING":{scroll},"INFO":{scroll},"LOW":{scroll}}}}}"#
    )
}

fn snapshot(version: u64) -> String {
    let policy = policy();
    format!(
        r#"{{"type":"snapshot","board":"ops","cursor":"k3j9x2ab.{version}","at":2000000,"policy":{policy},"policy_version":1,
        "own_policy":false,"notices":[],"timeline":{{"now":2000000,"x":0,"floor":0,"last":null,"rest":0,"queue":[],
        "slot":null,"trail":[],"pin":null}}}}"#
    )
}

fn put(version: u64) -> String {
    format!(
        r#"{{"type":"put","board":"ops","cursor":"k3j9x2ab.{version}","version":{version},"at":2000100,"notice":{{"id":"a","rev":{version},
        "level":"INFO","text":"down","tags":[],"cells":4,"count":1,"starts_at":2000100,"expires_at":2600100,
        "trace_id":"0af7651916cd43dd8448eb211c80319c"}}}}"#
    )
}

fn told(actions: &[Action]) -> Vec<&Told> {
    actions
        .iter()
        .filter_map(|action| if let Action::Tell(told) = action { Some(told) } else { None })
        .collect()
}

fn shown(id: &str) -> Shown {
    Shown {
        board: "ops".into(),
        id: id.into(),
        rev: 1,
        play: Play::Scroll,
        from: 1,
        until: 2,
        outcome: Outcome::Completed,
        offset_ms: None,
    }
}

#[test]
fn it_is_live_when_it_has_the_snapshot_and_plays_each_entry() {
    let mut world = world(Kind::Web);
    world.begins();
    let query = world.opens(None);
    assert!(query.contains(&("terminal", "web".into())) && query.contains(&("name", "lobby-1".into())));
    world.answers();
    let actions = world.hears(&put(2));
    assert!(matches!(told(&actions)[..], [Told::Entry { .. }]), "{actions:?}");
    let timeline = world.session.follow().timeline().unwrap();
    assert_eq!(timeline.slot().map(|slot| &*slot.notice.text), Some("down"));
}

#[test]
fn it_comes_back_with_its_cursor_and_jitters_ever_longer() {
    let mut world = world(Kind::Web);
    world.goes_live();
    let actions = world.does(Event::Closed(1006));
    assert!(matches!(told(&actions)[..], [Told::Connected(Connected::Offline)]));
    for waited in [750, 1_250, 2_250, 4_250, 8_250, 10_250, 10_250] {
        let (ms, actions) = world.waits();
        assert_eq!(ms, waited);
        assert!(matches!(actions[..], [Action::FetchToken]));
        let actions = world.does(Event::Token(Ok(None)));
        let [Action::Open { query, .. }] = &actions[..] else { panic!("{actions:?}") };
        assert!(query.contains(&("last_seen", "k3j9x2ab.1".into())), "{query:?}");
        let refused = Event::Refused { status: None, detail: "nobody there".into(), retry_after_ms: 0 };
        let actions = world.does(refused);
        assert!(matches!(told(&actions)[..], [Told::Trouble { code, .. }] if code == "unreachable"));
    }
    assert!(world.session.follow().timeline().is_some(), "the picture stays");
}

#[test]
fn a_connection_that_lasted_begins_the_back_off_anew_and_a_bye_is_kept_to() {
    let mut world = world(Kind::Web);
    world.goes_live();
    world.hears(r#"{"type":"bye","code":1012,"reason":"restart","retry_after_ms":4210}"#);
    world.does(Event::Closed(1012));
    assert_eq!(world.waits().0, 4_210);
    world.opens(None);
    world.now += 10_000;
    world.does(Event::Closed(1011));
    assert_eq!(world.waits().0, 750);
}

#[test]
fn ends_that_are_its_fault_keep_it_away_for_five_minutes() {
    for code in [4400, 1009] {
        let mut world = world(Kind::Feed);
        world.begins();
        world.opens(None);
        world.does(Event::Closed(code));
        assert_eq!(world.waits().0, 300_000, "{code}");
    }
}

#[test]
fn after_4401_it_needs_another_token_and_after_4403_five_minutes_too() {
    for (code, least) in [(4401, 750), (4403, 300_000)] {
        let mut world = world(Kind::Web);
        world.begins();
        world.opens(bearer("a.b.c"));
        let actions = world.does(Event::Closed(code));
        assert!(matches!(told(&actions)[..], [Told::Trouble { .. }, Told::Connected(_)]), "{actions:?}");
        assert_eq!(world.waits().0, least, "{code}");
        let actions = world.does(Event::Token(Ok(bearer("a.b.c"))));
        assert!(actions.is_empty(), "{code}: the same one opens nothing: {actions:?}");
        let (_, actions) = world.waits();
        assert!(matches!(actions[..], [Action::FetchToken]), "{code}: it asks again");
        world.opens(bearer("a.b.new"));
    }
}

#[test]
fn a_token_that_ends_is_renewed_in_band() {
    let mut world = world(Kind::Web);
    world.begins();
    world.opens(bearer("a.b.c"));
    world.answers();
    let actions = world.hears(r#"{"type":"token_expiring","in_ms":60000}"#);
    assert!(matches!(actions[..], [Action::FetchToken]));
    assert!(world.does(Event::Token(Ok(bearer("a.b.c")))).is_empty(), "the same one is no news");
    world.now += 10_000;
    let actions = world.does(Event::Tick);
    assert!(actions.iter().any(|action| matches!(action, Action::FetchToken)), "{actions:?}");
    let actions = world.does(Event::Token(Ok(bearer("a.b.new"))));
    assert!(matches!(actions[..], [Action::Send(Request::Token { .. })]), "{actions:?}");
    world.hears(r#"{"type":"token_ok","token_expires_at":9000000}"#);
    world.now += 10_000;
    let actions = world.does(Event::Tick);
    assert!(!actions.iter().any(|action| matches!(action, Action::FetchToken)), "{actions:?}");
}

#[test]
fn a_handshake_that_is_refused_says_why_and_is_tried_again() {
    let mut world = world(Kind::Web);
    world.begins();
    world.does(Event::Token(Ok(None)));
    let refused =
        Event::Refused { status: Some(401), detail: "a token is missing".into(), retry_after_ms: 0 };
    let actions = world.does(refused);
    assert!(matches!(told(&actions)[0], Told::Trouble { code, .. } if code == "unauthorized"), "{actions:?}");
    assert!(matches!(world.waits().1[..], [Action::FetchToken]));
    world.does(Event::Token(Ok(None)));
    world.does(Event::Refused { status: Some(503), detail: "full".into(), retry_after_ms: 7_000 });
    assert_eq!(world.waits().0, 7_000);
}

#[test]
fn a_server_that_says_nothing_is_given_up() {
    let mut world = world(Kind::Web);
    world.goes_live();
    let begun = world.now;
    let dropped = loop {
        let (_, actions) = world.waits();
        if actions.iter().any(|action| matches!(action, Action::Drop)) {
            break world.now - begun;
        }
        assert!(world.now < begun + 60_000, "it waits for ever");
    };
    assert_eq!(dropped, 25_000);
    assert_eq!(world.session.connected(), Connected::Offline);
}

#[test]
fn a_machine_that_slept_does_not_blame_the_server() {
    let mut world = world(Kind::Web);
    world.goes_live();
    world.hears(r#"{"type":"pong","ts":1000000,"server_time":2000000}"#);
    world.now += 3_600_000;
    let actions = world.does(Event::Tick);
    assert!(!actions.iter().any(|action| matches!(action, Action::Drop)), "{actions:?}");
    assert!(matches!(actions[..], [Action::Send(Request::Ping { .. })]));
    let (waited, actions) = world.waits();
    assert!(waited > 0 && !actions.iter().any(|action| matches!(action, Action::Drop)), "{actions:?}");
}

#[test]
fn the_servers_clock_is_learnt_from_pings() {
    let mut world = world(Kind::Web);
    world.goes_live();
    let (_, actions) = world.waits();
    let ts = match &actions[..] {
        [Action::Send(Request::Ping { ts })] => *ts,
        other => panic!("a ping is due: {other:?}"),
    };
    world.now += 40;
    world.hears(&format!(r#"{{"type":"pong","ts":{ts},"server_time":{}}}"#, ts + 500_020));
    assert_eq!(world.session.clock().offset_ms(world.now), 500_000);
}

#[test]
fn a_hole_begins_the_board_anew_and_too_many_end_the_connection() {
    let mut world = world(Kind::Web);
    world.goes_live();
    let actions = world.hears(&put(4));
    assert!(matches!(actions[0], Action::Send(Request::Subscribe { .. })), "{actions:?}");
    assert_eq!(world.session.connected(), Connected::CatchingUp);
    assert!(world.hears(&put(5)).is_empty(), "what is still on its way is passed over");
    let mut tries = 0;
    while world.session.connected() != Connected::Offline {
        world.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.9","resume":"incremental"}"#);
        tries += 1;
        assert!(tries < 20, "it goes round for ever");
    }
    assert_eq!(tries, 5);
}

#[test]
fn what_was_on_the_glass_is_kept_through_an_outage_and_bounded() {
    let mut world = world(Kind::Web);
    world.goes_live();
    assert!(matches!(world.does(Event::Report(shown("a")))[..], [Action::Send(Request::Shown(_))]));
    world.does(Event::Closed(1006));
    for place in 0..1_200 {
        assert!(world.does(Event::Report(shown(&format!("n{place}")))).is_empty());
    }
    world.waits();
    world.opens(None);
    let actions =
        world.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.1","resume":"incremental"}"#);
    let sent: Vec<_> = actions
        .iter()
        .filter_map(|action| match action {
            Action::Send(Request::Shown(shown)) => Some(shown.id.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!((sent.len(), sent[0], sent[999]), (1_000, "n200", "n1199"));
}

#[test]
fn a_terminal_without_a_name_reports_nothing() {
    let who = Who { board: BoardName::main(), kind: Kind::Led, name: None, last_seen: None };
    let mut world = World { session: Session::new(who), now: 1_000_000 };
    world.begins();
    world.opens(None);
    world.hears(r#"{"type":"subscribed","board":"main","head":"k3j9x2ab.1","resume":"none"}"#);
    assert_eq!(world.session.connected(), Connected::Live);
    assert!(world.does(Event::Report(shown("a"))).is_empty());
}

#[test]
fn a_told_terminal_takes_what_it_is_told_and_keeps_no_cursor() {
    let mut world = world(Kind::Led);
    world.begins();
    let query = world.opens(None);
    assert!(query.contains(&("terminal", "led".into())));
    let show = r##"{"type":"show","board":"ops","id":"a","rev":2,"play":"pin","from":1,"until":2,"text":"x","cells":1,
        "cells_per_second":12,"color":"#ff3b30","level":"URGENT"}"##;
    assert!(world.hears(show).is_empty(), "not before it is subscribed");
    world.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.1","resume":"none"}"#);
    assert_eq!(world.session.connected(), Connected::Live);
    assert!(matches!(told(&world.hears(show))[..], [Told::Show(_)]));
    let clear = r#"{"type":"clear","board":"ops"}"#;
    assert!(matches!(told(&world.hears(clear))[..], [Told::Clear { id: None }]));
    assert!(told(&world.hears(&clear.replace("ops", "other"))).is_empty());
    world.does(Event::Closed(1012));
    world.waits();
    assert!(!world.opens(None).iter().any(|(name, _)| *name == "last_seen"));
}

#[test]
fn a_feed_jumps_by_bookmarks_and_never_back() {
    let mut world = world(Kind::Feed);
    world.begins();
    world.opens(None);
    world.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.7","resume":"fresh"}"#);
    let bookmark = |version: u64| {
        format!(r#"{{"type":"bookmark","board":"ops","cursor":"k3j9x2ab.{version}","at":2000000}}"#)
    };
    world.hears(&bookmark(7));
    assert_eq!(world.session.connected(), Connected::Live);
    assert!(matches!(told(&world.hears(&put(8)))[..], [Told::Entry { .. }]));
    world.hears(&bookmark(12));
    let actions = world.hears(&bookmark(11));
    assert!(matches!(actions[0], Action::Send(Request::Subscribe { .. })), "{actions:?}");
    world.hears(r#"{"type":"subscribed","board":"ops","head":"k3j9x2ab.12","resume":"fresh"}"#);
    world.hears(&bookmark(12));
    let actions = world.hears(&put(14));
    assert!(matches!(actions[0], Action::Send(Request::Subscribe { .. })), "a hole: {actions:?}");
}

#[test]
fn nothing_happens_after_the_stop() {
    let mut world = world(Kind::Web);
    world.goes_live();
    assert!(matches!(world.does(Event::Stop)[0], Action::Drop));
    assert_eq!(world.session.deadline(), None);
    assert!(world.does(Event::Token(Ok(None))).is_empty());
    assert!(world.hears(&put(2)).is_empty());
    assert!(world.does(Event::Closed(1006)).is_empty());
}

#[test]
fn no_number_of_a_server_breaks_it() {
    let far = u64::MAX;
    let frames = [
        format!(r#"{{"type":"hello","server_time":{far}}}"#),
        format!(r#"{{"type":"pong","ts":1000000,"server_time":{far}}}"#),
        r#"{"type":"pong","ts":1000000,"server_time":0}"#.to_owned(),
        format!(r#"{{"type":"bye","code":1012,"reason":"x","retry_after_ms":{far}}}"#),
        format!(r#"{{"type":"token_expiring","in_ms":{far}}}"#),
        snapshot(1).replace("2000000", &far.to_string()),
        snapshot(1).replace("\"x\":0", &format!("\"x\":{far}")),
        put(2).replace("2000100", &far.to_string()),
    ];
    for frame in frames {
        let mut world = world(Kind::Web);
        world.goes_live();
        world.hears(&frame);
        let at = world.session.clock().server_time(world.now);
        if let Some(timeline) = world.session.follow().timeline() {
            let _ = timeline.screen(at);
        }
        world.does(Event::Closed(1012));
        let (waited, _) = world.waits();
        assert!(waited <= 300_000, "{frame}: {waited}");
    }
}
