//! The board machine beside a second one, which was written from PROTOCOL.md alone: the same random commands have to
//! give the same entries, answers, remembered ids and screens from both. It tries no wire and no disk.

mod board;
mod bounds;
mod commands;
mod coverage;
mod ribbon;
mod turn;

use board::{Row, World};
use commands::{Case, case};
use marquee_core::board::{Applied, Boards, Command, ContentHash, Ended, IdChange, Remembered};
use marquee_core::timeline::Parts;
use marquee_core::{BoardName, NoticeId};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use ribbon::{OnTop, Ribbon, Stretch};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Cases that are tried unless `PROPTEST_CASES` says how many.
const CASES: u32 = 400;
/// The most steps that a case has.
const STEPS: usize = 90;
/// Of what differs, so many characters are shown.
const SHOWN: usize = 3_000;

fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig { cases: if asked { config.cases } else { CASES }, ..config }
}

/// What a store has of the ids: the rows that commands gave out.
#[derive(Default)]
pub(crate) struct Store(BTreeMap<(BoardName, NoticeId), Remembered>);

impl Store {
    /// The notice that an id names.
    pub(crate) fn notice(&self, board: &BoardName, id: &NoticeId) -> Option<&NoticeId> {
        self.0.get(&(board.clone(), id.clone())).map(|row| &row.notice)
    }

    pub(crate) fn take(&mut self, board: &BoardName, applied: &Applied) {
        let here = applied.ids.iter().map(|change| (board, change));
        let elsewhere = applied.elsewhere.iter().map(|(board, change)| (board, change));
        for (board, change) in here.chain(elsewhere) {
            match change {
                IdChange::Remember(id, row) => self.0.insert((board.clone(), id.clone()), row.clone()),
                IdChange::Forget(id) => self.0.remove(&(board.clone(), id.clone())),
            };
        }
    }
}

/// What is to be equal of a remembered id. What only its notice's own id has is compared there alone.
#[derive(PartialEq, Eq, Debug)]
struct Facts {
    board: BoardName,
    id: NoticeId,
    notice: NoticeId,
    hash: ContentHash,
    version: u64,
    seen_at: u64,
    own: Option<Own>,
}

#[derive(PartialEq, Eq, Debug)]
struct Own {
    ended: Option<Ended>,
    expires_at: u64,
    content: ContentHash,
    scheduled: bool,
    count: u32,
    folded_at: u64,
}

fn stored(store: &Store) -> Vec<Facts> {
    let mut rows: Vec<_> = store.0.iter().collect();
    rows.sort_by_key(|(_, row)| row.seq);
    let facts = |((board, id), row): (&(BoardName, NoticeId), &Remembered)| Facts {
        board: board.clone(),
        id: id.clone(),
        notice: row.notice.clone(),
        hash: row.hash,
        version: row.version.0,
        seen_at: row.seen_at,
        own: (row.notice == *id).then_some(Own {
            ended: row.ended,
            expires_at: row.expires_at,
            content: row.content,
            scheduled: row.scheduled,
            count: row.count,
            folded_at: row.folded_at,
        }),
    };
    rows.into_iter().map(facts).collect()
}

fn expected(rows: &[Row]) -> Vec<Facts> {
    let facts = |row: &Row| Facts {
        board: row.board.clone(),
        id: row.id.clone(),
        notice: row.notice.clone(),
        hash: row.hash,
        version: row.version,
        seen_at: row.seen_at,
        own: (row.notice == row.id).then_some(Own {
            ended: row.ended,
            expires_at: row.expires_at,
            content: row.content,
            scheduled: row.scheduled,
            count: row.count,
            folded_at: row.folded_at,
        }),
    };
    rows.iter().map(facts).collect()
}

/// Everything that decides what a screen shows from now on.
#[derive(PartialEq, Eq, Debug)]
struct Play {
    time: [u64; 4],
    active: Vec<(NoticeId, u64, u64, bool, u64)>,
    slot: Option<Stretch>,
    last: Option<NoticeId>,
    trail: Vec<Stretch>,
    pin: Option<OnTop>,
    queue: Vec<NoticeId>,
}

impl From<&Ribbon> for Play {
    fn from(ribbon: &Ribbon) -> Self {
        let active = ribbon
            .active
            .iter()
            .map(|live| (live.notice.id.clone(), live.notice.rev.0, live.version, live.started, live.pass));
        Self {
            time: [ribbon.now, ribbon.x, ribbon.floor, ribbon.rest],
            active: active.collect(),
            slot: ribbon.slot.clone(),
            last: ribbon.last.clone(),
            trail: ribbon.trail.clone(),
            pin: ribbon.pin.clone(),
            queue: ribbon.queue.clone(),
        }
    }
}

impl From<Parts> for Play {
    fn from(parts: Parts) -> Self {
        let stretch = |slot: &marquee_core::timeline::Slot| Stretch {
            id: slot.notice.id.clone(),
            rev: slot.notice.rev.0,
            head: slot.head,
            end: slot.end,
        };
        let active = parts.active.iter().map(|active| {
            let notice = &active.notice;
            (notice.id.clone(), notice.rev.0, active.version.0, active.started, active.pass)
        });
        let pin = parts.pin.as_ref().map(|pin| {
            let (from, until) = (pin.from, pin.until);
            OnTop { id: pin.notice.id.clone(), rev: pin.notice.rev.0, from, until }
        });
        Self {
            time: [parts.now, parts.x, parts.floor, parts.rest],
            active: active.collect(),
            slot: parts.slot.as_ref().map(stretch),
            last: parts.last,
            trail: parts.trail.iter().map(stretch).collect(),
            pin,
            queue: parts.queue,
        }
    }
}

fn same<T: PartialEq + Debug>(what: &str, step: usize, machine: &T, model: &T) -> Result<(), TestCaseError> {
    if machine == model {
        return Ok(());
    }
    let cut = |value: &T| format!("{value:?}").chars().take(SHOWN).collect::<String>();
    let (machine, model) = (cut(machine), cut(model));
    Err(TestCaseError::fail(format!("step {step}, {what}\nmachine: {machine}\nmodel: {model}")))
}

/// The machine, the model, and what a store would have of the machine's ids.
#[derive(Default)]
struct Rig {
    boards: Boards,
    world: World,
    store: Store,
}

impl Rig {
    fn step(&mut self, step: usize, at: u64, command: &Command) -> Result<Applied, TestCaseError> {
        let applied = self.boards.apply(command, at);
        let told = self.world.apply(command, at);
        self.store.take(&command.board, &applied);
        same("the answer", step, &applied.outcome, &told.outcome)?;
        same("the entries", step, &applied.entries, &told.entries)?;
        same("the ids", step, &stored(&self.store), &expected(&self.world.rows))?;
        for board in &self.world.boards {
            let machine = self.boards.board(&board.name).map(|board| board.timeline().parts().into());
            same("the screen", step, &machine, &Some(Play::from(&board.ribbon)))?;
        }
        same("the boards", step, &self.boards.iter().count(), &self.world.boards.len())?;
        Ok(applied)
    }
}

fn agree(case: &Case) -> Result<(), TestCaseError> {
    let mut rig = Rig::default();
    for (step, (at, command)) in case.commands().iter().enumerate() {
        rig.step(step, *at, command)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_machine_does_what_the_contract_says(case in case(STEPS)) {
        agree(&case)?;
    }
}
