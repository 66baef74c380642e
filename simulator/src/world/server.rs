//! The server's process in a world: it starts, takes turns with its applier, and ends in order or not.

use super::publishing::Answered;
use super::{Event, World, note};
use crate::process::{Asked, Process, look};
use crate::turns::{Go, Stop, Write, Written};
use marquee_applier::NotDone;
use marquee_core::board::{Outcome, Status};
use proof::check::Class;

/// What the applier waits for beyond this is no affair of a board's: it is longer than a world.
const WAIT_MAX_MS: u128 = 5_000;
/// So long a process that has lost its log still runs, at most, ms.
const DYING_MS: u64 = 40;
/// A server that is down is up again by then, ms.
const DOWN_MS: u64 = 1_500;

impl World {
    pub(super) fn start(&mut self) {
        if self.process.is_some() {
            return;
        }
        self.processes += 1;
        match Process::start(self.processes, &self.platter, &self.made, &self.plan) {
            Ok(process) => {
                note!(self, "process {} starts", self.processes);
                self.process = Some(process);
                self.learn();
                self.stands_still();
            }
            Err(why) => {
                let detail = format!("the server does not start: {why}");
                self.truth.found(Class::Down, detail);
                self.after(DOWN_MS, Event::Start);
            }
        }
    }

    /// What the disk has got more is true from now on.
    pub(super) fn learn(&mut self) {
        let platter = self.platter.clone();
        let platter = platter.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for (board, bounds) in platter.boards() {
            let known = self.truth.head(board);
            let edge = self.edges.entry(board.clone()).or_insert(0);
            *edge = (*edge).max(bounds.oldest.0);
            if bounds.head.0 != known {
                let new = platter.records(board).filter(|record| record.version.0 > known);
                self.truth.kept(board, bounds.head, new);
                self.history.note(self.now, format_args!("{board} is at {} on disk", bounds.head));
            }
        }
    }

    /// Whatever can go on without time passing does.
    pub(super) fn go_on(&mut self) {
        loop {
            let mut moved = self.hear_answers() | self.recall() | self.wake_conversations();
            if let Some(process) = &mut self.process
                && process.has_come()
            {
                process.at = process.turns.go(Go::On);
                self.stands_still();
                moved = true;
            }
            if !moved {
                return;
            }
        }
    }

    /// The applier has just come to a stop.
    fn stands_still(&mut self) {
        let Some(process) = &self.process else { return };
        let number = process.number;
        match process.at.clone() {
            Stop::Waiting(within) if within.as_millis() < WAIT_MAX_MS => {
                let ms = u64::try_from(within.as_millis()).unwrap_or(u64::MAX);
                self.after(ms.max(1), Event::Wake(number));
            }
            Stop::Waiting(_) => {}
            Stop::Writing(write) => {
                if let Write::Trim { board, before } = &write {
                    let edge = self.edges.entry(board.clone()).or_insert(0);
                    *edge = (*edge).max(before.0);
                }
                note!(self, "process {number} writes: {write:?}");
                self.within(self.plan.sync_ms, Event::Written(number));
            }
            Stop::Ended => self.applier_ended(),
        }
    }

    fn applier_ended(&mut self) {
        let Some(process) = &self.process else { return };
        let (number, closing) = (process.number, process.closing);
        process.applier.stop();
        note!(self, "the applier of process {number} ends");
        if process.is_lost() {
            self.within(DYING_MS, Event::Exit(number));
        } else if closing {
            self.after(0, Event::Exit(number));
        } else {
            self.truth.found(Class::Down, format!("the applier of process {number} ended by itself"));
            self.after(0, Event::Exit(number));
        }
    }

    pub(super) fn wake(&mut self, number: u64) {
        let Some(process) = self.process.as_mut().filter(|process| process.number == number) else { return };
        if matches!(process.at, Stop::Waiting(_)) {
            process.at = process.turns.go(Go::On);
            self.stands_still();
        }
    }

    /// The disk says what has become of a write.
    pub(super) fn written(&mut self, number: u64) {
        let (fails, full) = (std::mem::take(&mut self.sync_fails), self.full);
        let kept = self.rng.bool();
        let Some(process) = self.process.as_mut().filter(|process| process.number == number) else { return };
        if !matches!(process.at, Stop::Writing(_)) {
            return;
        }
        let written = match (fails, full) {
            (true, _) => Written::Lost { kept },
            (false, true) => Written::NoRoom,
            (false, false) => Written::Synced,
        };
        process.at = process.turns.go(Go::Written(written));
        note!(self, "process {number} has written: {written:?}");
        match written {
            Written::Lost { .. } => self.coverage.met("failed syncs"),
            Written::NoRoom => self.coverage.met("refusals for a full disk"),
            Written::Synced => self.learn(),
        }
        self.stands_still();
    }

    /// Publishers and others are told what has become of their commands.
    fn hear_answers(&mut self) -> bool {
        let Some(process) = &mut self.process else { return false };
        let mut told = Vec::new();
        process.commands.retain_mut(|(asked, command)| match look(command) {
            Some(outcome) => {
                told.push((*asked, outcome));
                false
            }
            None => true,
        });
        process.trims.retain_mut(|trim| look(trim).is_none());
        if told.len() > 1 {
            self.coverage.met("batches of several commands");
        }
        let any = !told.is_empty();
        for (asked, outcome) in told {
            match asked {
                Asked::Readers => self.acks_done(&outcome),
                Asked::Publisher(publisher, request) => self.answer(publisher, request, outcome),
            }
        }
        any
    }

    fn answer(&mut self, publisher: usize, request: u64, outcome: Result<Outcome, NotDone>) {
        match &outcome {
            Err(NotDone::Overloaded) => self.coverage.met("refusals for a full queue"),
            Ok(Outcome::Placed(placed)) => match placed.status {
                Status::Duplicate(_) => self.coverage.met("duplicates"),
                Status::Folded => self.coverage.met("folds"),
                Status::Accepted | Status::Replaced => {}
            },
            _ => {}
        }
        let Some(process) = &self.process else { return };
        let answer = Answered { epoch: process.epoch(), outcome };
        let way = self.way();
        self.after(way, Event::Answered(publisher, request, answer));
    }

    /// The process goes by itself: in order, or because it has lost its log.
    pub(super) fn exit(&mut self, number: u64) {
        if self.process.as_ref().is_some_and(|process| process.number == number) {
            self.kill(false);
            self.within(DOWN_MS, Event::Start);
        }
    }

    /// The process is killed, wherever it is. What it was writing the disk may have got.
    pub(super) fn crash(&mut self) {
        let kept = self.rng.bool();
        match self.process.as_ref().map(|process| &process.at) {
            Some(Stop::Waiting(_)) => self.coverage.met("crashes while it waited"),
            Some(Stop::Writing(_)) if kept => {
                self.coverage.met("crashes while it wrote, and the disk had it")
            }
            Some(Stop::Writing(_)) => self.coverage.met("crashes while it wrote, and the disk had it not"),
            Some(Stop::Ended) | None => return,
        }
        note!(self, "a crash");
        self.kill(kept);
        self.within(DOWN_MS, Event::Start);
    }

    /// The process is over.
    pub(super) fn kill(&mut self, mut kept: bool) {
        let Some(mut process) = self.process.take() else { return };
        while process.at != Stop::Ended {
            process.at = match process.at {
                Stop::Writing(_) => process.turns.go(Go::Written(Written::Lost { kept })),
                _ => process.turns.go(Go::End),
            };
            // Only what was under way can have got to the disk.
            kept = false;
        }
        note!(self, "process {} is over", process.number);
        process.applier.stop();
        self.ends.insert(process.number, self.now);
        let links: Vec<_> = process.conversations.keys().copied().collect();
        drop(process);
        links.into_iter().for_each(|link| self.cut_off(link));
        // What the disk got at the last moment is there, though nobody was told.
        self.learn();
    }
}
