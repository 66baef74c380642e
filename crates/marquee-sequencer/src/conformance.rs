//! The suite that every sequencer runs: each clause of the law, tried. It knows the traits alone.

use crate::law::{CommandId, Next, Ordered, Orders, Sequencer, SubmitError};
use marquee_core::board::{Command, Op, Position, RULES, Terms};
use marquee_core::{BoardName, NoticeId};
use std::sync::Arc;
use std::time::Duration;

/// Opens an order that goes on after a position and in which so many commands may wait.
pub type Open = dyn Fn(Position, usize) -> (Arc<dyn Sequencer>, Box<dyn Orders>);

/// One clause of the law, tried on an order of its own.
type Clause = fn(&Open);

/// Long enough for anything that was submitted to come out.
const SOON: Duration = Duration::from_secs(20);

/// Runs the whole suite.
pub fn suite(open: &Open) {
    let clauses: [(&str, Clause); 7] = [
        ("what was taken comes out once, in one order, from where it stood", in_order),
        ("time never falls, and the watermark is never above what is to come", time),
        ("a full order refuses at once and takes again when there is room", bounded),
        ("after the close what was taken comes out, then the end", end),
        ("a nudge wakes the reader and is no command", nudge),
        ("what is submitted together comes out together", together),
        ("many submit at once and nothing is lost or doubled", many),
    ];
    for (name, clause) in clauses {
        eprintln!("sequencer law: {name}");
        clause(open);
    }
}

fn command(number: u128) -> Command {
    let id = NoticeId::parse(&format!("n{number}")).expect("an id");
    Command { rules: RULES, board: BoardName::main(), terms: Arc::new(Terms::default()), op: Op::Delete(id) }
}

fn submit(sequencer: &dyn Sequencer, number: u128) -> Result<(), SubmitError> {
    sequencer.submit(CommandId(number), command(number))
}

fn take(orders: &mut dyn Orders, count: usize) -> Vec<Ordered> {
    let mut all = Vec::new();
    while all.len() < count {
        match orders.next(7, SOON) {
            Next::Commands(commands) => {
                assert!(!commands.is_empty() && commands.len() <= 7);
                all.extend(commands);
            }
            other => panic!("{} of {count}, then {other:?}", all.len()),
        }
    }
    all
}

fn in_order(open: &Open) {
    let (sequencer, mut orders) = open(Position(41), 100);
    assert_eq!(orders.next(10, Duration::ZERO), Next::Quiet);
    for number in 0..20 {
        submit(&*sequencer, number).expect("there is room");
    }
    let taken = take(&mut *orders, 20);
    for (number, ordered) in (0..).zip(&taken) {
        assert_eq!(ordered.position.0, 42 + number);
        assert_eq!(ordered.id, CommandId(number.into()));
        assert_eq!(ordered.command, command(number.into()));
    }
    assert_eq!(orders.next(10, Duration::ZERO), Next::Quiet);
}

fn time(open: &Open) {
    let (sequencer, mut orders) = open(Position(0), 100);
    let (mut last, mut mark) = (0, 0);
    for number in 0..50 {
        let before = sequencer.watermark();
        assert!(before >= mark, "the watermark fell");
        submit(&*sequencer, number).expect("there is room");
        let at = take(&mut *orders, 1)[0].at;
        assert!(at >= last, "time fell");
        assert!(at >= before, "stamped below what was told");
        assert!(sequencer.watermark() <= at, "not applied yet, so not to be passed");
        mark = sequencer.watermark();
        orders.applied();
        assert!(sequencer.watermark() >= at);
        last = at;
    }
}

fn bounded(open: &Open) {
    let (sequencer, mut orders) = open(Position(0), 3);
    let taken = (0..100).take_while(|&number| submit(&*sequencer, number).is_ok()).count();
    assert!((3..100).contains(&taken), "{taken} wait where 3 may");
    assert_eq!(submit(&*sequencer, 100), Err(SubmitError::Full));
    assert_eq!(take(&mut *orders, taken).len(), taken);
    submit(&*sequencer, 101).expect("there is room again");
    assert_eq!(take(&mut *orders, 1)[0].id, CommandId(101), "what was refused never comes out");
}

fn end(open: &Open) {
    let (sequencer, mut orders) = open(Position(0), 100);
    submit(&*sequencer, 1).expect("there is room");
    sequencer.close();
    assert_eq!(submit(&*sequencer, 2), Err(SubmitError::Closed));
    assert_eq!(take(&mut *orders, 1)[0].id, CommandId(1));
    assert_eq!(orders.next(1, SOON), Next::Ended);
}

fn nudge(open: &Open) {
    let (sequencer, mut orders) = open(Position(0), 3);
    std::thread::scope(|scope| {
        scope.spawn(|| sequencer.nudge());
        assert_eq!(orders.next(1, SOON), Next::Quiet, "it need not wait for all of the time");
    });
    for _ in 0..10 {
        sequencer.nudge();
    }
    submit(&*sequencer, 1).expect("however many nudges, there is room");
    let taken = loop {
        match orders.next(1, SOON) {
            Next::Commands(taken) => break taken,
            Next::Quiet => {}
            Next::Ended => panic!("nobody closed it"),
        }
    };
    assert_eq!((taken.len(), taken[0].position), (1, Position(1)), "it has no place in the order");
    sequencer.close();
    sequencer.nudge();
    assert_eq!(orders.next(1, SOON), Next::Ended);
}

fn together(open: &Open) {
    const EACH: u128 = 32;
    let (sequencer, mut orders) = open(Position(0), 40);
    for first in (0..200).map(|round| round * EACH) {
        let commands = (first..first + EACH).map(|number| (CommandId(number), command(number))).collect();
        let taken = std::thread::scope(|scope| {
            let submits = scope.spawn(|| sequencer.submit_all(commands));
            // The reader waits already, or comes to it meanwhile.
            let Next::Commands(taken) = orders.next(100, SOON) else { panic!("nothing came out") };
            assert_eq!(submits.join().expect("no panic"), vec![Ok(()); 32]);
            taken
        });
        let ids: Vec<u128> = taken.iter().map(|ordered| ordered.id.0).collect();
        assert_eq!(ids, (first..first + EACH).collect::<Vec<_>>());
        orders.applied();
    }
    // Each is taken or not by itself, and the first ones are.
    let commands = (0..100).map(|number| (CommandId(number), command(number))).collect();
    let told = sequencer.submit_all(commands);
    let count = told.iter().take_while(|told| told.is_ok()).count();
    assert!((40..100).contains(&count) && told[count..].iter().all(|told| *told == Err(SubmitError::Full)));
    let ids: Vec<u128> = take(&mut *orders, count).iter().map(|ordered| ordered.id.0).collect();
    assert!(ids.iter().copied().eq(0..count as u128), "{ids:?}");
    sequencer.close();
    assert_eq!(sequencer.submit_all(vec![(CommandId(1), command(1))]), [Err(SubmitError::Closed)]);
}

fn many(open: &Open) {
    const EACH: u128 = 500;
    let (sequencer, mut orders) = open(Position(0), 64);
    std::thread::scope(|scope| {
        for publisher in 0..4 {
            let sequencer = &sequencer;
            scope.spawn(move || {
                for number in publisher * EACH..(publisher + 1) * EACH {
                    while submit(&**sequencer, number) == Err(SubmitError::Full) {
                        std::thread::yield_now();
                    }
                }
            });
        }
        let taken = take(&mut *orders, 4 * usize::try_from(EACH).expect("small"));
        for publisher in 0..4 {
            let own: Vec<u128> = taken
                .iter()
                .map(|ordered| ordered.id.0)
                .filter(|number| number / EACH == publisher)
                .collect();
            assert_eq!(own, (publisher * EACH..(publisher + 1) * EACH).collect::<Vec<_>>());
        }
        assert!(taken.windows(2).all(|pair| pair[1].position.0 == pair[0].position.0 + 1));
    });
}
