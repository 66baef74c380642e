//! Batches on a sound disk and on a failing one: what is answered is on disk, and what is not on disk is not seen.

use crate::rig::{Rig, placed, publish, start, start_keeping};
use marquee_applier::restore::{self, Found};
use marquee_applier::{Health, Keep, NotDone};
use marquee_core::board::{State, Status};
use marquee_core::{BoardName, Version};
use marquee_log::Log;
use marquee_log::faults::Fault;
use marquee_log::ring::Recent;
use std::sync::Arc;

impl Rig {
    /// The versions that terminals can see.
    fn seen(&self) -> u64 {
        match self.ring.read_after(&BoardName::main(), Version(0), 5_000) {
            Recent::Next(kept) => kept.len() as u64,
            Recent::Behind => panic!("the ring holds all of it"),
        }
    }
}

#[tokio::test]
async fn what_is_answered_is_there_after_a_restart_and_known_again() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    let first = placed(rig.publish("a").await);
    assert_eq!((first.version, first.status), (Version(2), Status::Accepted));
    assert_eq!(rig.seen(), 2);
    rig.applier.stop();
    assert_eq!(rig.publish("b").await, Err(NotDone::Closed));
    drop(rig);

    let rig = start(folder.path());
    assert_eq!(rig.active().await, ["a"]);
    let again = placed(rig.publish("a").await);
    assert_eq!((again.version, again.status), (Version(2), Status::Duplicate(State::Active)));
    assert_eq!(placed(rig.publish("b").await).version, Version(3));
}

#[tokio::test]
async fn a_start_without_the_last_checkpoint_gives_the_same_machine() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    for n in 0..50 {
        placed(rig.publish(&format!("n{n}")).await);
    }
    let before = rig.active().await;
    // No stop, so no checkpoint: as after a crash, the log alone tells.
    assert_eq!(rig.log.checkpoint(&BoardName::main()).unwrap(), None);
    let found = restore::board(&*rig.log, &BoardName::main()).unwrap();
    let Found::Whole(Some(again)) = found else { panic!("it is whole: {found:?}") };
    let ids: Vec<_> = again.timeline().active().iter().map(|active| active.notice.id.to_string()).collect();
    assert_eq!(ids, before);
    let boards = rig.applier.boards().await.unwrap();
    assert_eq!(again.timeline(), boards.board(&BoardName::main()).unwrap().timeline());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_publish_at_once_and_versions_have_no_hole() {
    let folder = tempfile::tempdir().unwrap();
    let rig = Arc::new(start(folder.path()));
    let tasks: Vec<_> = (0..8)
        .map(|publisher| {
            let rig = rig.clone();
            tokio::spawn(async move {
                let mut versions = Vec::new();
                for n in 0..50 {
                    versions.push(placed(rig.publish(&format!("p{publisher}-{n}")).await).version.0);
                }
                versions
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        let versions = task.await.unwrap();
        assert!(versions.is_sorted(), "a publisher sees its own order");
        all.extend(versions);
    }
    all.sort_unstable();
    let evictions = rig.seen() - 401;
    assert_eq!(evictions, 400 - 64, "a board holds 64, each further one pushes one out");
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "no version is given twice");
    rig.applier.stop();
}

#[tokio::test]
async fn a_full_disk_refuses_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start(folder.path());
    placed(rig.publish("a").await);
    rig.log.fail(Fault::NoRoom);
    for _ in 0..3 {
        assert_eq!(rig.publish("b").await, Err(NotDone::NoRoom));
        assert_eq!(
            rig.applier.submit(BoardName::parse("new").unwrap(), publish("n")).await,
            Err(NotDone::NoRoom)
        );
        assert_eq!(*rig.applier.health().borrow(), Health::Full);
        assert_eq!(
            (rig.seen(), rig.active().await),
            (2, vec!["a".to_owned()]),
            "reading goes on, nothing is seen"
        );
    }
    let known = placed(rig.publish("a").await);
    assert_eq!(known.status, Status::Duplicate(State::Active), "what is there can be answered");
    rig.log.mend();
    let next = placed(rig.publish("b").await);
    assert_eq!((next.version, next.status), (Version(3), Status::Accepted), "as if it had never been tried");
    assert_eq!(*rig.applier.health().borrow(), Health::Ready);
    assert!(rig.applier.boards().await.unwrap().board(&BoardName::parse("new").unwrap()).is_none());
}

#[tokio::test]
async fn a_failed_sync_is_never_answered_nor_seen() {
    for written in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let rig = start(folder.path());
        placed(rig.publish("a").await);
        rig.log.fail(Fault::FailedSync { written });
        assert_eq!(rig.publish("b").await, Err(NotDone::Lost));
        assert_eq!(rig.seen(), 2, "no terminal sees it");
        let mut health = rig.applier.health();
        let lost = health.wait_for(|health| matches!(health, Health::Lost { .. })).await.unwrap().clone();
        assert!(matches!(lost, Health::Lost { detail } if detail.contains("fdatasync")));
        assert!(rig.applier.boards().await.is_err(), "nor looked up");
        rig.log.mend();
        assert!(rig.publish("c").await.is_err(), "it never writes again, though the disk would");
        rig.applier.stop();
        drop(rig);
        let rig = start(folder.path());
        let again = placed(rig.publish("b").await);
        assert_eq!(again.version, Version(3), "repeating is safe, whether it had been written or not");
    }
}

#[tokio::test]
async fn a_full_queue_is_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let rig = Arc::new(start(folder.path()));
    placed(rig.publish("a").await);
    // While somebody looks at the machine nothing is applied, so the queue fills.
    let held = rig.applier.boards().await.unwrap();
    let mut waiting = Vec::new();
    let refused = loop {
        let id = format!("q{}", waiting.len());
        let rig = rig.clone();
        let mut one = Box::pin(async move { rig.publish(&id).await });
        match futures_now(&mut one) {
            Some(answer) => break answer,
            None => waiting.push(one),
        }
        assert!(waiting.len() < 5_000, "the queue has no bound");
    };
    assert_eq!(refused, Err(NotDone::Overloaded));
    drop(held);
    for one in waiting {
        placed(one.await);
    }
}

/// What a future says without waiting.
fn futures_now<T>(future: &mut std::pin::Pin<Box<impl Future<Output = T>>>) -> Option<T> {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => Some(value),
        std::task::Poll::Pending => None,
    }
}

#[tokio::test]
async fn at_the_end_a_checkpoint_is_kept_and_what_is_too_much_goes() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start_keeping(folder.path(), Keep { keep_entries: 10, ..Keep::default() });
    for n in 0..30 {
        placed(rig.publish(&format!("n{n}")).await);
    }
    rig.applier.stop();
    assert_eq!(rig.log.checkpoint(&BoardName::main()).unwrap().unwrap().version, Version(31));
    assert_eq!(rig.ring.bounds(&BoardName::main()).oldest, Version(22));
    drop(rig);
    let rig = start(folder.path());
    assert_eq!(rig.active().await.len(), 30);
}
