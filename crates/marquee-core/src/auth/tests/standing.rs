//! Tokens that are taken back, families of refresh tokens and login cookies, as a machine in virtual time.

use super::*;
use crate::auth::ask::{COOKIE_MS, REFRESH_MS, SAME_ANSWER_MS};
use crate::{Bearer, Mark, Scopes};
use proptest::prelude::*;

const T0: u64 = 1_700_000_000_000;

fn bearer(subject: &str, id: &str, family: Option<&str>, issued_s: u64) -> Bearer {
    let mark = Mark {
        issuer: "us".into(),
        id: id.into(),
        family: family.map(Into::into),
        kid: "k".into(),
        issued_s,
        cookie: None,
    };
    Bearer { subject: subject.into(), scopes: Scopes::none(), ends_at: u64::MAX, mark }
}

fn token(issuer: &str, id: &str, until: u64) -> Ask {
    Ask::Revoke(Arc::new(Revoked::Token { issuer: issuer.into(), id: id.into(), until }))
}

fn subject(subject: &str, issued_before: u64) -> Ask {
    let revoked = Revoked::Subject { issuer: "us".into(), subject: subject.into(), issued_before };
    Ask::Revoke(Arc::new(revoked))
}

fn login(family: &str, client: &str) -> Ask {
    let scopes = Scopes::parse("subscribe:ops").unwrap();
    Ask::Begin { family: family.into(), issuer: "us".into(), client: client.into(), scopes }
}

fn rotate(family: &str, generation: u32) -> Ask {
    Ask::Rotate { family: family.into(), generation }
}

fn keep(hash: u8, of: &Bearer) -> Ask {
    let (subject, scopes, mark) = (of.subject.clone(), of.scopes.clone(), of.mark.clone());
    Ask::Keep { hash: [hash; 32], subject, scopes, mark }
}

fn generation(answer: &Answer) -> Option<u32> {
    match answer {
        Answer::Family(family) => Some(family.generation),
        _ => None,
    }
}

#[test]
fn a_token_that_was_taken_back_is_not_taken_and_another_issuer_s_of_that_id_is() {
    let mut auth = Auth::default();
    let (one, mut other) = (bearer("wall", "7", None, 1), bearer("wall", "7", None, 1));
    other.mark.issuer = "them".into();
    assert!(auth.standing().takes(&one));
    assert_eq!(auth.ask(&token("us", "7", T0 + 900_000), T0).1, Answer::Ended(1));
    assert!(!auth.standing().takes(&one) && auth.standing().takes(&other));
    let (entries, again) = auth.ask(&token("us", "7", T0 + 900_000), T0);
    assert_eq!((entries, again), (Vec::new(), Answer::Ended(0)), "what is told twice is one entry");
    assert!(auth.standing().takes(&bearer("wall", "8", None, 1)));
}

#[test]
fn what_a_revocation_means_is_forgotten_when_that_token_is_over_and_not_before() {
    let mut auth = Auth::default();
    auth.ask(&token("us", "7", T0 + 1_000), T0);
    auth.ask(&login("f", "wall"), T0 + 999);
    assert!(!auth.standing().takes(&bearer("wall", "7", None, 1)));
    auth.ask(&login("g", "wall"), T0 + 1_000);
    assert!(auth.standing().takes(&bearer("wall", "7", None, 1)), "its own end stops it from now on");
    auth.ask(&token("us", "8", u64::MAX), T0);
    auth.ask(&login("h", "wall"), u64::MAX - 1);
    assert!(!auth.standing().takes(&bearer("wall", "8", None, 1)));
}

#[test]
fn a_subject_loses_what_was_issued_by_then_and_may_come_with_what_is_issued_later() {
    let mut auth = Auth::default();
    let began = T0 / 1_000;
    auth.ask(&login("f", "wall"), T0);
    auth.ask(&login("g", "other"), T0);
    assert_eq!(auth.ask(&subject("wall", began), T0).1, Answer::Ended(2), "the family ends with it");
    assert!(!auth.standing().takes(&bearer("wall", "1", None, began)));
    assert!(auth.standing().takes(&bearer("wall", "1", None, began + 1)));
    assert!(auth.standing().takes(&bearer("other", "1", Some("g"), began)));
    assert_eq!(auth.ask(&rotate("f", 0), T0).1, Answer::Dead);
    assert_eq!(
        auth.ask(&subject("wall", began - 5), T0).1,
        Answer::Ended(0),
        "an earlier time takes nothing"
    );
    assert!(!auth.standing().takes(&bearer("wall", "1", None, began)));
}

#[test]
fn a_refresh_token_is_good_once_and_soon_after_for_whoever_did_not_hear_the_answer() {
    let mut auth = Auth::default();
    auth.ask(&login("f", "wall"), T0);
    let (entries, first) = auth.ask(&rotate("f", 0), T0 + 5);
    assert_eq!((entries.len(), generation(&first)), (1, Some(1)));
    let (entries, again) = auth.ask(&rotate("f", 0), T0 + 5 + SAME_ANSWER_MS - 1);
    assert_eq!((entries, &again), (Vec::new(), &first), "the same, and nothing is written");
    assert!(auth.standing().takes(&bearer("wall", "f.1", Some("f"), 1)));
    assert_eq!(auth.ask(&rotate("f", 0), T0 + 5 + SAME_ANSWER_MS).1, Answer::Dead);
    assert!(!auth.standing().takes(&bearer("wall", "f.1", Some("f"), 1)), "what came of it ends too");
    assert_eq!(auth.ask(&rotate("f", 1), T0 + 6).1, Answer::Dead, "the thief's as well");
}

#[test]
fn a_refresh_token_whose_child_was_used_ends_the_family() {
    let mut auth = Auth::default();
    auth.ask(&login("f", "wall"), T0);
    auth.ask(&rotate("f", 0), T0);
    assert_eq!(generation(&auth.ask(&rotate("f", 1), T0 + 1).1), Some(2));
    assert_eq!(auth.ask(&rotate("f", 0), T0 + 2).1, Answer::Dead);
    assert!(auth.standing().family("f").is_none());
    auth.ask(&login("g", "wall"), T0);
    assert_eq!(auth.ask(&rotate("g", 1), T0).1, Answer::Dead, "none was ever given of that number");
    assert!(auth.standing().family("g").is_none());
}

#[test]
fn whoever_logs_in_in_the_second_of_a_revocation_gets_what_is_good() {
    let mut auth = Auth::default();
    auth.ask(&subject("wall", T0 / 1_000), T0 + 1);
    let Answer::Family(family) = auth.ask(&login("f", "wall"), T0 + 2).1 else { panic!("a login") };
    assert!(auth.standing().takes(&bearer("wall", "f.0", Some("f"), family.made / 1_000)));
    assert_eq!(family.made, T0 + 1_000);
    let Answer::Family(later) = auth.ask(&login("g", "wall"), T0 + 5_000).1 else { panic!("a login") };
    assert_eq!(later.made, T0 + 5_000);
}

#[test]
fn a_family_that_nobody_uses_ends_after_a_week_and_one_that_is_used_does_not() {
    let mut auth = Auth::default();
    auth.ask(&login("f", "wall"), T0);
    assert_eq!(generation(&auth.ask(&rotate("f", 0), T0 + REFRESH_MS - 1).1), Some(1));
    assert_eq!(auth.ask(&rotate("f", 1), T0 + 2 * REFRESH_MS - 1).1, Answer::Dead);
}

#[test]
fn a_cookie_goes_with_the_token_the_family_or_the_subject_that_it_was_given_for() {
    for (n, ending) in [token("us", "1", u64::MAX), subject("wall", 5), Ask::End { family: "f".into() }]
        .into_iter()
        .chain([Ask::Forget { hash: [1; 32] }])
        .enumerate()
    {
        let mut auth = Auth::default();
        auth.ask(&login("f", "wall"), T0);
        auth.ask(&keep(1, &bearer("wall", "1", Some("f"), 5)), T0);
        auth.ask(&keep(2, &bearer("other", "2", None, 5)), T0);
        assert!(matches!(auth.ask(&ending, T0).1, Answer::Ended(1..)), "{n}");
        assert!(auth.standing().cookie(&[1; 32]).is_none(), "{n}");
        assert!(auth.standing().cookie(&[2; 32]).is_some(), "{n}");
        let mut by_cookie = bearer("wall", "1", None, 9);
        by_cookie.mark.cookie = Some([1; 32]);
        assert!(!auth.standing().takes(&by_cookie));
        assert_eq!(auth.ask(&Ask::Slide { hash: [1; 32] }, T0).1, Answer::NoCookie);
    }
}

#[test]
fn a_cookie_that_is_used_lives_on_and_costs_an_entry_an_hour_at_most() {
    let mut auth = Auth::default();
    auth.ask(&keep(1, &bearer("wall", "1", None, 5)), T0);
    let slide = Ask::Slide { hash: [1; 32] };
    let hour = 3_600_000;
    assert_eq!(auth.ask(&slide, T0 + hour - 1).0.len(), 0);
    assert_eq!(auth.ask(&slide, T0 + hour).0.len(), 1);
    assert_eq!(auth.ask(&slide, T0 + hour + COOKIE_MS - 1).0.len(), 1);
    assert_eq!(auth.ask(&slide, T0 + hour + 2 * COOKIE_MS).1, Answer::NoCookie);
}

#[test]
fn whose_access_an_entry_touches_is_told() {
    let mut auth = Auth::default();
    let touched = |auth: &mut Auth, ask: &Ask| {
        let mut before = auth.clone();
        let entries = auth.ask(ask, T0).0;
        before.apply(&entries[0]).unwrap()
    };
    touched(&mut auth, &login("f", "wall"));
    touched(&mut auth, &keep(1, &bearer("wall", "1", Some("f"), 5)));
    let at_once = touched(&mut auth, &subject("wall", T0 / 1_000));
    let subject = Touched::Subject("us".into(), "wall".into());
    assert_eq!(at_once, [subject, Touched::Cookie([1; 32]), Touched::Family("f".into())]);
}

fn any_ask() -> impl Strategy<Value = Ask> {
    let name = || prop_oneof!["[a-c]", Just("d".to_owned())];
    prop_oneof![
        (name(), 0u64..40).prop_map(|(id, until)| token("us", &id, T0 + until)),
        (name(), 0u64..3).prop_map(|(of, ago)| subject(&of, T0 / 1_000 - ago)),
        (name(), name()).prop_map(|(family, client)| login(&family, &client)),
        (name(), 0u32..4).prop_map(|(family, generation)| rotate(&family, generation)),
        name().prop_map(|family| Ask::End { family: family.into() }),
        (0u8..4, name(), name(), 0u64..3).prop_map(|(hash, of, family, ago)| keep(
            hash,
            &bearer(&of, &family, Some(&family), T0 / 1_000 - ago)
        )),
        (0u8..4).prop_map(|hash| Ask::Slide { hash: [hash; 32] }),
        (0u8..4).prop_map(|hash| Ask::Forget { hash: [hash; 32] }),
    ]
}

proptest! {
    /// Whatever is asked: the entries alone, and the state as it is kept, come to the same.
    #[test]
    fn the_state_is_a_function_of_the_entries(asks in proptest::collection::vec((any_ask(), 0u64..20), 0..60)) {
        let (mut auth, mut replayed, mut at) = (Auth::default(), Auth::default(), T0);
        for (ask, later) in asks {
            at += later;
            for entry in auth.ask(&ask, at).0 {
                prop_assert!(replayed.apply(&entry).is_some());
            }
        }
        prop_assert_eq!(&replayed, &auth);
        let kept = Auth::restore(auth.version(), auth.at(), [], auth.standing().facts());
        prop_assert_eq!(kept, auth);
    }
}
