//! Folds, clause by clause.

use super::*;

fn folded(placed: &Placed) -> (&str, u64, Status) {
    (placed.id.as_str(), placed.version.0, placed.status)
}

fn shown(rig: &Rig, name: &str) -> (u32, u64) {
    let notice = &rig.board().timeline().find(&id(name)).unwrap().notice;
    (notice.count, notice.expires_at)
}

#[test]
fn an_equal_publish_is_folded_and_shows_at_most_once_a_second() {
    let mut rig = Rig::default();
    rig.run(T, Op::Publish(draft("a", "disk full")));
    let first = rig.placed(T + 10, Op::Publish(draft("b", "disk full")));
    assert_eq!(folded(&first), ("a", 3, Status::Folded));
    assert_eq!(shown(&rig, "a"), (2, T + 10 + 600_000), "the first one shows at once");
    let counted = rig.run(T + 20, Op::Publish(draft("c", "disk full")));
    assert_eq!(counted.entries, [], "inside the second it is only counted");
    let Outcome::Placed(placed) = &counted.outcome else { panic!("{counted:?}") };
    assert_eq!((folded(placed), placed.expires_at), (("a", 3, Status::Folded), T + 20 + 600_000));
    let later = rig.placed(T + 1_010, Op::Publish(draft("d", "disk full")));
    assert_eq!(folded(&later), ("a", 4, Status::Folded));
    assert_eq!(shown(&rig, "a"), (4, T + 1_010 + 600_000), "and shows in the next entry");
}

#[test]
fn what_is_only_counted_is_settled_after_its_second_and_once() {
    let mut rig = Rig::default();
    for (at, name) in [(0, "a"), (0, "b"), (5, "c")] {
        rig.run(T + at, Op::Publish(draft(name, "disk full")));
    }
    let main = BoardName::main();
    assert_eq!(rig.boards.settles().collect::<Vec<_>>(), [(T + 1_000, &main)]);
    assert_eq!(rig.run(T + 999, Op::Settle).entries, [], "not before");
    let settled = rig.run(T + 1_000, Op::Settle);
    assert_eq!(settled.entries.len(), 1);
    assert_eq!(shown(&rig, "a"), (3, T + 5 + 600_000));
    assert_eq!(rig.run(T + 1_001, Op::Settle).entries, [], "a second does nothing");
    assert_eq!(rig.boards.settles().count(), 0);
}

#[test]
fn a_settle_of_what_was_replaced_or_has_left_makes_no_entry() {
    for end in [Op::Replace(draft("a", "disk empty")), Op::Delete(id("a"))] {
        let mut rig = Rig::default();
        for name in ["a", "b", "c"] {
            rig.run(T, Op::Publish(draft(name, "disk full")));
        }
        rig.run(T + 1, end);
        assert_eq!(rig.run(T + 2_000, Op::Settle).entries, []);
    }
}

#[test]
fn a_notice_that_would_be_over_before_its_settle_is_shown_anew_at_once() {
    let mut rig = Rig::default();
    let short = |name: &str| Draft { ttl: Some(1), ..draft(name, "disk full") };
    rig.run(T, Op::Publish(short("a")));
    for at in [100, 200, 300] {
        let applied = rig.run(T + at, Op::Publish(short(&format!("b{at}"))));
        assert_eq!(applied.entries.len(), 1);
    }
    assert_eq!(shown(&rig, "a"), (4, T + 1_300));
}

#[test]
fn life_is_never_shortened_by_a_fold() {
    let mut rig = Rig::default();
    rig.run(T, Op::Publish(Draft { ttl: Some(900), ..draft("a", "x") }));
    let placed = rig.placed(T + 1, Op::Publish(Draft { ttl: Some(2), ..draft("b", "x") }));
    assert_eq!(placed.expires_at, T + 900_000);
}

#[test]
fn only_equal_notices_without_key_and_schedule_are_folded_within_the_window_of_the_first_put() {
    let base = || draft("b", "x");
    let other: [(&str, Draft); 8] = [
        ("level", Draft { level: Level::Low, ..base() }),
        ("text", draft("b", "y")),
        ("html", Draft { html: Some("<b>x</b>".into()), ..base() }),
        ("tags", Draft { tags: ["db".into()].into(), ..base() }),
        ("link", Draft { link: Some("https://a.example/".into()), ..base() }),
        ("data", Draft { data: Some("{}".into()), ..base() }),
        ("key", keyed("b", "x", "k")),
        ("schedule", Draft { starts_at: Some(T), ..base() }),
    ];
    for (differs, draft_of) in other {
        let mut rig = Rig::default();
        rig.run(T, Op::Publish(draft("a", "x")));
        assert_eq!(rig.placed(T + 1, Op::Publish(draft_of)).status, Status::Accepted, "{differs}");
    }
    for (first, name) in
        [(keyed("a", "x", "k"), "key"), (Draft { starts_at: Some(T), ..draft("a", "x") }, "schedule")]
    {
        let mut rig = Rig::default();
        rig.run(T, Op::Publish(first));
        assert_eq!(rig.placed(T + 1, Op::Publish(base())).status, Status::Accepted, "the first's {name}");
    }
    let mut rig = Rig::default();
    rig.run(T, Op::Publish(draft("a", "x")));
    assert_eq!(rig.placed(T + 59_999, Op::Publish(draft("b", "x"))).status, Status::Folded);
    assert_eq!(rig.placed(T + 60_000, Op::Publish(draft("c", "x"))).status, Status::Accepted);
    let next = rig.placed(T + 61_000, Op::Publish(draft("d", "x")));
    assert_eq!(folded(&next), ("c", 5, Status::Folded), "from then on into the newer one");
    let mut rig = Rig::with(Policy { fold_ms: 0, ..Policy::default() });
    rig.run(T, Op::Publish(draft("a", "x")));
    assert_eq!(rig.placed(T, Op::Publish(draft("b", "x"))).status, Status::Accepted, "0 is off");
}

#[test]
fn a_folded_id_names_the_notice_that_took_it_in() {
    let mut rig = Rig::default();
    rig.run(T, Op::Publish(draft("a", "x")));
    rig.run(T, Op::Publish(draft("b", "x")));
    let again = rig.placed(T + 5, Op::Publish(draft("b", "x")));
    assert_eq!(folded(&again), ("a", 3, Status::Duplicate(State::Active)));
    assert_eq!(rig.rejected(T + 5, Op::Publish(draft("b", "y"))), Rejection::Conflict);
    let deleted = rig.run(T + 6, Op::Delete(id("b")));
    assert_eq!(deleted.outcome, Outcome::Deleted { id: id("a"), version: Version(4) });
    assert_eq!(rig.placed(T + 7, Op::Publish(draft("b", "x"))).status, Status::Duplicate(State::Deleted));
}

#[test]
fn a_folded_id_keeps_its_notices_end_when_that_one_is_forgotten_and_published_anew() {
    let day = 86_400_000;
    let mut rig = Rig::with(Policy { fold_ms: day, ..Policy::default() });
    let long = |name: &str| Draft { ttl: Some(90_000), ..draft(name, "x") };
    rig.run(T, Op::Publish(long("a")));
    rig.run(T + day - 10, Op::Publish(long("b")));
    rig.run(T + day - 5, Op::Delete(id("a")));
    assert_eq!(rig.placed(T + day, Op::Publish(draft("a", "y"))).status, Status::Accepted, "a is forgotten");
    let placed = rig.placed(T + day + 1, Op::Publish(long("b")));
    assert_eq!(folded(&placed), ("b", 3, Status::Duplicate(State::Deleted)));
    assert_eq!(rig.rejected(T + day + 2, Op::Delete(id("b"))), Rejection::NotFound, "the new a stays");
}

#[test]
fn ids_of_a_notice_that_lives_on_are_forgotten_where_there_are_too_many_over_all_but_never_its_own() {
    let mut rig = Rig { terms: Terms { max_ids: 10, ..Terms::default() }, ..Rig::default() };
    for n in 0..100 {
        rig.run(T + n, Op::Publish(keyed(&format!("n{n}"), &format!("text {n}"), "k")));
    }
    assert_eq!(rig.board().memory.len(), 10);
    let again = rig.placed(T + 200, Op::Publish(keyed("n0", "text 0", "k")));
    assert_eq!((again.id.as_str(), again.status), ("n0", Status::Duplicate(State::Active)));
    assert_eq!(rig.placed(T + 201, Op::Publish(keyed("n5", "text 5", "k"))).status, Status::Replaced);
    assert_eq!(rig.placed(T + 202, Op::Publish(keyed("n99", "text 99", "k"))).id, id("n0"));
}
