//! An applier on a real log in a folder, behind a disk that fails when it is told to. It checks nothing itself.

use marquee_applier::applier::standing;
use marquee_applier::{Applier, Keep, NotDone, Start};
use marquee_core::board::{Draft, Op, Outcome, Placed, Terms};
use marquee_core::{BoardName, Epoch, Level, NoticeId};
use marquee_lifecycle::Lifecycles;
use marquee_log::faults::FaultyLog;
use marquee_log::{Ring, SqliteLog};
use marquee_sequencer::embedded::embedded;
use marquee_sequencer::{Sequencer, Time};
use std::path::Path;
use std::sync::Arc;

pub(crate) struct Rig {
    pub(crate) applier: Applier,
    pub(crate) ring: Arc<Ring>,
    pub(crate) log: Arc<FaultyLog>,
}

pub(crate) fn start(folder: &Path) -> Rig {
    start_keeping(folder, Keep::default())
}

pub(crate) fn start_keeping(folder: &Path, keep: Keep) -> Rig {
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

pub(crate) fn publish(id: &str) -> Op {
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

pub(crate) fn placed(outcome: Result<Outcome, NotDone>) -> Placed {
    match outcome {
        Ok(Outcome::Placed(placed)) => placed,
        other => panic!("not placed: {other:?}"),
    }
}

impl Rig {
    pub(crate) async fn publish(&self, id: &str) -> Result<Outcome, NotDone> {
        self.applier.submit(BoardName::main(), publish(id)).await
    }

    pub(crate) async fn active(&self) -> Vec<String> {
        let boards = self.applier.boards().await.unwrap();
        let board = boards.board(&BoardName::main());
        let active = board.map(|board| board.timeline().active());
        active.unwrap_or_default().iter().map(|active| active.notice.id.to_string()).collect()
    }
}

/// A copy of a log's files as a crash would leave them.
pub(crate) fn crashed(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in ["marquee.db", "marquee.db-wal"] {
        std::fs::copy(folder.join(file), copy.path().join(file)).unwrap();
    }
    copy
}

/// Changes the file of a stopped log as a disk would.
pub(crate) fn damage(folder: &Path, words: &str) {
    let file = rusqlite::Connection::open(folder.join("marquee.db")).unwrap();
    assert!(file.execute(words, []).unwrap() > 0, "{words} changed nothing");
}
