//! The same commands into two machines, one of which is restarted on the way: it is dropped and read back from what is
//! on disk, its checkpoints, the entries after them and the rows of its ids. From then on both have to give the same
//! bytes. It starts no thread and no clock; when checkpoints are kept is chance here.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

#[path = "../../marquee-core/tests/model/commands/mod.rs"]
mod commands;

use commands::case;
use marquee_applier::restore::{self, Found};
use marquee_core::board::{
    Applied, Boards, Command, IdChange, Op, Outcome, Position, RULES, Remembered, Terms,
};
use marquee_core::{BoardName, Entry, Epoch, NoticeId};
use marquee_log::{Batch, BoardBatch, Checkpoint, Log, Record, SqliteLog};
use marquee_protocol::frame::{encode_entry, encode_snapshot};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseError;
use std::collections::BTreeMap;
use std::sync::Arc;
use tempfile::TempDir;

/// Cases that are tried unless `PROPTEST_CASES` says how many.
const CASES: u32 = 150;
/// The most steps that a case has.
const STEPS: usize = 90;
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig { cases: if asked { config.cases } else { CASES }, ..config }
}

fn epoch() -> Epoch {
    Epoch::parse("testepoch").unwrap()
}

type Rows = BTreeMap<(BoardName, NoticeId), Remembered>;

/// Rows with their places in the order of age. The ages themselves are nobody's business: a machine that is restarted
/// numbers on from the newest id that is still remembered.
fn by_age(rows: &Rows) -> Vec<((BoardName, NoticeId), Remembered)> {
    let mut rows: Vec<_> = rows.clone().into_iter().collect();
    rows.sort_by_key(|(_, row)| row.seq);
    for (place, (_, row)) in (0..).zip(&mut rows) {
        row.seq = place;
    }
    rows
}

/// A machine and what a disk would have of it.
#[derive(Default)]
struct Machine {
    boards: Boards,
    rows: Rows,
}

/// What a command comes to, in bytes where there are any.
#[derive(PartialEq, Eq, Debug)]
struct Told {
    outcome: Outcome,
    entries: Vec<String>,
    ids: Vec<(BoardName, IdChange)>,
}

fn changes(board: &BoardName, applied: &Applied) -> Vec<(BoardName, IdChange)> {
    let here = applied.ids.iter().map(|change| (board.clone(), change.clone()));
    here.chain(applied.elsewhere.iter().cloned()).collect()
}

fn frame(board: &BoardName, entry: &Entry) -> String {
    String::from_utf8(encode_entry(board, &epoch(), entry).into()).unwrap()
}

impl Machine {
    fn apply(&mut self, at: u64, command: &Command) -> (Applied, Told) {
        let applied = self.boards.apply(command, at);
        let ids = changes(&command.board, &applied);
        for (board, change) in &ids {
            match change {
                IdChange::Remember(id, row) => self.rows.insert((board.clone(), id.clone()), row.clone()),
                IdChange::Forget(id) => self.rows.remove(&(board.clone(), id.clone())),
            };
        }
        let entries = applied.entries.iter().map(|entry| frame(&command.board, entry)).collect();
        let ids = ids.into_iter().map(|(board, change)| match change {
            IdChange::Remember(id, row) => (board, IdChange::Remember(id, Remembered { seq: 0, ..row })),
            IdChange::Forget(id) => (board, IdChange::Forget(id)),
        });
        let ids = ids.collect();
        let told = Told { outcome: applied.outcome.clone(), entries, ids };
        (applied, told)
    }

    /// Each board's state as a checkpoint has it, once it has reached a time.
    fn checkpoints(&self, at: u64) -> Vec<(BoardName, Checkpoint)> {
        let checkpoint = |(name, board): (&BoardName, &marquee_core::board::Board)| {
            let (timeline, mark) = board.state();
            let mut timeline = timeline.clone();
            timeline.advance(at);
            let (version, at) = (board.version(), timeline.now());
            let body =
                encode_snapshot(name, &epoch(), version, at, Some((&timeline, mark)), timeline.policy());
            (name.clone(), Checkpoint { version, at, rules: RULES, body })
        };
        self.boards.iter().map(checkpoint).collect()
    }

    /// What its folds have only counted, shown when it asks for it, from a time on.
    fn settled(&self, from: u64) -> Vec<String> {
        let mut boards = self.boards.clone();
        let mut shown = Vec::new();
        let next =
            |boards: &Boards| boards.settles().next().map(|(due, board)| (due.max(from), board.clone()));
        while let Some((due, board)) = next(&boards) {
            let command = Command { rules: RULES, board, terms: Arc::default(), op: Op::Settle };
            let entries = boards.apply(&command, due).entries;
            shown.extend(entries.iter().map(|entry| frame(&command.board, entry)));
        }
        shown.sort();
        shown
    }
}

/// The disk below the machine that is restarted.
struct Disk {
    folder: TempDir,
    log: Option<SqliteLog>,
    /// What the next commit brings.
    batch: Batch,
}

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let log = Some(SqliteLog::open(folder.path(), epoch).unwrap());
        Self { folder, log, batch: Batch::default() }
    }

    fn log(&self) -> &SqliteLog {
        self.log.as_ref().unwrap()
    }

    fn board(&mut self, name: &BoardName) -> &mut BoardBatch {
        let boards = &mut self.batch.boards;
        let place = boards.iter().position(|(board, _)| board == name).unwrap_or_else(|| {
            boards.push((name.clone(), BoardBatch::default()));
            boards.len() - 1
        });
        &mut boards[place].1
    }

    fn take(&mut self, board: &BoardName, applied: &Applied) {
        let record = |entry: &Entry| Record {
            version: entry.version,
            at: entry.at,
            kind: entry.change.kind().into(),
            body: frame(board, entry).into(),
        };
        self.board(board).records.extend(applied.entries.iter().map(record));
        for (board, change) in changes(board, applied) {
            self.board(&board).ids.push(change);
        }
        self.batch.position = Position(self.batch.position.0 + 1);
    }

    fn commit(&mut self) {
        let next = Batch { position: self.batch.position, ..Batch::default() };
        let batch = std::mem::replace(&mut self.batch, next);
        self.log().append(&batch).unwrap();
    }

    /// Keeps some boards' states, and nothing of what came before them.
    fn keep(&mut self, checkpoints: &[(BoardName, Checkpoint)]) {
        self.commit();
        self.log().keep_checkpoints(checkpoints).unwrap();
        for (board, checkpoint) in checkpoints {
            self.log().trim(board, checkpoint.version.next()).unwrap();
        }
    }

    /// The machine that a restart finds.
    fn restart(&mut self) -> Machine {
        self.commit();
        self.log = None;
        let log = SqliteLog::open(self.folder.path(), epoch).unwrap();
        let mut boards = Boards::default();
        for (name, _) in log.boards().unwrap() {
            match restore::board(&log, &name).unwrap() {
                Found::Whole(Some(board)) => boards.insert(name, board),
                Found::Whole(None) => {}
                Found::Damaged { .. } => panic!("{name} is not damaged"),
            }
        }
        let rows = boards.iter().flat_map(|(name, _)| {
            let rows = log.ids(name).unwrap();
            rows.into_iter().map(|(id, row)| ((name.clone(), id), row))
        });
        let rows = rows.collect();
        self.log = Some(log);
        Machine { boards, rows }
    }
}

/// What happens on the way, before the step of that number.
#[derive(Clone, Debug)]
struct Plan {
    restarts: [Index; 2],
    /// When states are kept, and of which boards: a bit each.
    keeps: Vec<(Index, u8)>,
}

fn plan() -> impl Strategy<Value = Plan> {
    let keeps = prop::collection::vec((any::<Index>(), any::<u8>()), 0..4);
    (any::<[Index; 2]>(), keeps).prop_map(|(restarts, keeps)| Plan { restarts, keeps })
}

/// What of the states is on disk when a machine is restarted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    ByChance,
    AllBeforeARestart,
}

fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    step: usize,
    restarted: &T,
    other: &T,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(restarted, other, "step {}, {}", step, what);
    Ok(())
}

fn play(commands: &[(u64, Command)], plan: &Plan, kept: Kept) -> Result<(), TestCaseError> {
    let (mut steady, mut restarted, mut disk) = (Machine::default(), Machine::default(), Disk::new());
    let mut now = 0;
    for (step, (at, command)) in commands.iter().enumerate() {
        for (_, which) in plan.keeps.iter().filter(|(index, _)| index.index(commands.len()) == step) {
            let mut checkpoints = restarted.checkpoints(0);
            let mut bits = (0..8).map(|bit| which & (1 << bit) != 0);
            checkpoints.retain(|_| bits.next() == Some(true));
            disk.keep(&checkpoints);
        }
        if plan.restarts.iter().any(|index| index.index(commands.len()) == step) {
            if kept == Kept::AllBeforeARestart {
                disk.keep(&restarted.checkpoints(0));
            }
            restarted = disk.restart();
            same("the rows on disk", step, &by_age(&restarted.rows), &by_age(&steady.rows))?;
            same("what is settled", step, &restarted.settled(now), &steady.settled(now))?;
            same("the states", step, &restarted.checkpoints(now), &steady.checkpoints(now))?;
        }
        let (applied, told) = restarted.apply(*at, command);
        disk.take(&command.board, &applied);
        same("the answer", step, &told, &steady.apply(*at, command).1)?;
        now = *at;
    }
    same("the rows", commands.len(), &by_age(&restarted.rows), &by_age(&steady.rows))?;
    same("the states", commands.len(), &restarted.checkpoints(now), &steady.checkpoints(now))
}

proptest! {
    #![proptest_config(config())]

    /// Whatever was kept and when, as long as all boards together have room for their ids.
    #[test]
    fn a_machine_that_is_restarted_goes_on_as_if_it_had_not_been(case in case(STEPS), plan in plan()) {
        let roomy = |(at, command): (u64, Command)| {
            let terms = Terms { max_ids: Terms::default().max_ids, ..Terms::clone(&command.terms) };
            (at, Command { terms: Arc::new(terms), ..command })
        };
        let commands: Vec<_> = case.commands().into_iter().map(roomy).collect();
        play(&commands, &plan, Kept::ByChance)?;
    }

    /// Which id goes first where there are too many depends on which notices were active with the newest command of
    /// their board. Of a command that made no entry a disk knows only what a checkpoint after it tells.
    #[test]
    fn so_it_does_with_too_many_ids_over_all_boards_if_every_state_was_kept(
        case in case(STEPS),
        plan in plan(),
    ) {
        play(&case.commands(), &plan, Kept::AllBeforeARestart)?;
    }
}
