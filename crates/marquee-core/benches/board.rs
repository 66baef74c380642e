//! How fast the board machine is: commands a second with 64 and with 1,000 active notices, and a month in which
//! nobody publishes. The README's performance table has these names; nothing here is a test.

#![expect(clippy::unwrap_used, reason = "a bench may panic")]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use marquee_core::board::{Boards, Command, Draft, Op, Outcome, RULES, Terms};
use marquee_core::{BoardName, Level, NoticeId, Policy};
use std::hint::black_box;
use std::sync::Arc;

const T: u64 = 1_700_000_000_000;
/// Commands that one measurement applies.
const COMMANDS: usize = 20_000;

fn draft(number: usize, text: String) -> Draft {
    let mut hash = [0; 16];
    hash[..8].copy_from_slice(&number.to_be_bytes());
    Draft {
        id: NoticeId::parse(&format!("01936d0e-9f3c-7a31-8b53-{number:012}")).unwrap(),
        hash,
        level: Level::Info,
        cells: u32::try_from(text.len()).unwrap(),
        text: text.into(),
        html: None,
        tags: ["db".into(), "eu-1".into()].into(),
        key: None,
        link: None,
        data: None,
        ttl: Some(2_592_000),
        starts_at: None,
        trace_id: "0af7651916cd43dd8448eb211c80319c".into(),
    }
}

/// What a busy board is asked: of ten commands five new notices, two by a key, one repeat, one fold, one delete.
fn op(number: usize, active: usize) -> Op {
    let fresh = |number: usize| {
        draft(number, format!("notice {number}: the database of shop {} is slow", number % 97))
    };
    match number % 10 {
        0..5 => Op::Publish(fresh(number)),
        5 | 6 => Op::Publish(Draft {
            key: Some(format!("shop/{}", number % (active / 4)).into()),
            ..fresh(number)
        }),
        7 => Op::Publish(fresh(number - 3)),
        8 => Op::Publish(Draft {
            id: NoticeId::parse(&format!("fold-{number}")).unwrap(),
            ..fresh(number - 4)
        }),
        _ => Op::Delete(fresh(number - 5).id),
    }
}

fn command(op: Op, terms: &Arc<Terms>) -> Command {
    Command { rules: RULES, board: BoardName::main(), terms: terms.clone(), op }
}

/// A board with so many active notices, which is as many as it may have.
fn full(active: usize) -> (Boards, Arc<Terms>) {
    let first_policy = Arc::new(Policy { max_active: active, ..Policy::default() });
    let terms = Arc::new(Terms { first_policy, ..Terms::default() });
    let mut boards = Boards::default();
    for number in 0..active {
        let text = format!("{number:060}");
        let draft = Draft { level: Level::Info, ..draft(1_000_000 + number, text) };
        boards.apply(&command(Op::Publish(draft), &terms), T);
    }
    assert_eq!(boards.board(&BoardName::main()).unwrap().timeline().active().len(), active);
    (boards, terms)
}

fn commands(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("board commands");
    group.throughput(Throughput::Elements(COMMANDS as u64)).sample_size(20);
    for active in [64, 1_000] {
        let (boards, terms) = full(active);
        let commands: Vec<Command> =
            (0..COMMANDS).map(|number| command(op(number, active), &terms)).collect();
        let mut seen = std::collections::BTreeMap::<String, usize>::new();
        let mut rehearsal = boards.clone();
        for (number, command) in commands.iter().enumerate() {
            let kind = match rehearsal.apply(command, T + number as u64).outcome {
                Outcome::Placed(placed) => format!("{:?}", placed.status),
                other => format!("{other:?}").split([' ', '(', '{']).next().unwrap_or_default().to_owned(),
            };
            *seen.entry(kind).or_default() += 1;
        }
        eprintln!("{active} active: {seen:?}");
        group.bench_function(format!("{active} active"), |bencher| {
            bencher.iter_batched_ref(
                || boards.clone(),
                |boards| {
                    for (number, command) in commands.iter().enumerate() {
                        black_box(boards.apply(command, T + number as u64));
                    }
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

fn idle_month(criterion: &mut Criterion) {
    let (mut boards, terms) = full(1_000);
    // Under the default policy, but for the room.
    let policy = Arc::new(Policy { max_active: 1_000, ..Policy::default() });
    boards.apply(&command(Op::SetPolicy { policy, only_if: None }, &terms), T);
    let timeline = boards.board(&BoardName::main()).unwrap().timeline().clone();
    let mut group = criterion.benchmark_group("timeline advance");
    group.sample_size(10);
    group.bench_function("idle month, 1,000 notices of 60 cells", |bencher| {
        bencher.iter_batched_ref(
            || timeline.clone(),
            |timeline| timeline.advance(T + 2_591_999_000),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, commands, idle_month);
criterion_main!(benches);
