//! The applier on a real log, sound and failing: what is answered is on disk, and what is not on disk is not seen.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_applier::applier::standing;
use marquee_applier::{Applier, Health, Keep, NotDone, Start};
use marquee_core::auth::Reader;
use marquee_core::board::{Draft, Op, Outcome, Placed, State, Status, Terms};
use marquee_core::{BoardName, Cursor, Epoch, Level, NoticeId, Version};
use marquee_lifecycle::Lifecycles;
use marquee_log::faults::{Fault, FaultyLog};
use marquee_log::ring::Recent;
use marquee_log::{Log, Ring, SqliteLog};
use marquee_sequencer::embedded::embedded;
use marquee_sequencer::{Sequencer, Time};
use std::path::Path;
use std::sync::Arc;

struct Rig {
    applier: Applier,
    ring: Arc<Ring>,
    log: Arc<FaultyLog>,
}

fn start(folder: &Path) -> Rig {
    start_keeping(folder, Keep::default())
}

fn start_keeping(folder: &Path, keep: Keep) -> Rig {
    let sqlite = SqliteLog::open(folder, || Epoch::parse("testepoch").unwrap()).unwrap();
    let log = FaultyLog::new(Arc::new(sqlite));
    let ring = Arc::new(Ring::new(log.clone()).unwrap());
    let (position, newest_at) = standing(&ring).unwrap();
    let time = Arc::new(Time::start(newest_at));
    let (sequencer, orders) = embedded(position, time.clone(), 1_000);
    let sequencer: Arc<dyn Sequencer> = Arc::new(sequencer);
    let applier = Applier::start(Start {
        ring: ring.clone(),
        sequencer,
        orders: Box::new(orders),
        terms: Terms::default(),
        keep,
        lifecycles: Lifecycles::default(),
        time,
    });
    Rig { applier: applier.unwrap(), ring, log }
}

fn publish(id: &str) -> Op {
    let mut hash = [0; 16];
    hash[..id.len()].copy_from_slice(id.as_bytes());
    Op::Publish(Draft {
        id: NoticeId::parse(id).unwrap(),
        hash,
        level: Level::Info,
        text: id.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 4,
        ttl: None,
        starts_at: None,
        trace_id: "".into(),
    })
}

fn placed(outcome: Result<Outcome, NotDone>) -> Placed {
    match outcome {
        Ok(Outcome::Placed(placed)) => placed,
        other => panic!("not placed: {other:?}"),
    }
}

impl Rig {
    async fn publish(&self, id: &str) -> Result<Outcome, NotDone> {
        self.applier.submit(BoardName::main(), publish(id)).await
    }

    /// The versions that terminals can see.
    fn seen(&self) -> u64 {
        match self.ring.read_after(&BoardName::main(), Version(0), 5_000) {
            Recent::Next(kept) => kept.len() as u64,
            Recent::Behind => panic!("the ring holds all of it"),
        }
    }

    async fn active(&self) -> Vec<String> {
        let boards = self.applier.boards().await.unwrap();
        let board = boards.board(&BoardName::main());
        let active = board.map(|board| board.timeline().active());
        active.unwrap_or_default().iter().map(|active| active.notice.id.to_string()).collect()
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
    let again = marquee_applier::restore::board(&*rig.log, &BoardName::main()).unwrap().unwrap();
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

/// A reader of `main` is at this version.
fn advance(name: &str, version: u64) -> Op {
    let reader = Reader { subject: "".into(), name: name.into(), board: BoardName::main() };
    let seen = Cursor { epoch: Epoch::parse("testepoch").unwrap(), version: Version(version) };
    Op::Advance([(Arc::new(reader), seen)].into())
}

#[tokio::test]
async fn readers_outlive_a_crash_a_full_disk_and_trimming() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start_keeping(folder.path(), Keep { keep_entries: 2, ..Keep::default() });
    let auth = BoardName::auth();
    for n in 1..=5 {
        rig.applier.submit(auth.clone(), advance("lobby", n)).await.unwrap();
        rig.applier.submit(auth.clone(), advance(&format!("hall-{n}"), n)).await.unwrap();
    }
    let before = rig.applier.boards().await.unwrap().auth().clone();
    assert_eq!((before.version(), before.places().count()), (Version(10), 6));
    // No checkpoint yet: as after a crash, the entries alone tell.
    assert_eq!(rig.log.checkpoint(&auth).unwrap(), None);
    assert_eq!(marquee_applier::restore::auth(&*rig.log), Ok(before.clone()));

    rig.log.fail(Fault::NoRoom);
    assert_eq!(rig.applier.submit(auth.clone(), advance("lobby", 9)).await, Err(NotDone::NoRoom));
    assert_eq!(*rig.applier.boards().await.unwrap().auth(), before, "as if it had never been tried");
    rig.log.mend();
    rig.applier.stop();
    assert_eq!(
        rig.ring.bounds(&auth).oldest,
        Version(9),
        "its entries go, its state stays in the checkpoint"
    );
    drop(rig);
    let rig = start(folder.path());
    let boards = rig.applier.boards().await.unwrap();
    assert_eq!(*boards.auth(), before);
    assert_eq!(boards.iter().count(), 0, "it is no board of anyone's");
}
