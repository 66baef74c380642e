//! What goes wrong in a world, each when its plan says so. It judges nothing.

use super::{Event, World, history_name, note};
use crate::network::Asked;
use crate::plan::Fault;
use marquee_core::session::Kind;
use marquee_core::{BoardName, Cursor, Version};
use marquee_protocol::frame::{decode_entry, decode_snapshot, encode_entry, encode_snapshot};
use std::collections::BTreeMap;

/// How long a disk is full, at most, ms.
const FULL_MS: u64 = 3_000;
/// A terminal notices by then that nothing comes any more, ms.
const SILENCE_MS: u64 = 9_000;
/// How far the wall clock is set from the truth, at most, ms.
const JUMP_MS: i64 = 90_000;

impl World {
    pub(super) fn fault(&mut self, number: usize) {
        if self.quiet {
            return;
        }
        let (_, fault) = self.plan.faults[number];
        note!(self, "fault {number}: {fault:?}");
        // A copy is taken now and then, whatever else happens.
        if number.is_multiple_of(3) {
            let copy = self.disk().clone();
            self.copy = Some(copy);
        }
        match fault {
            Fault::Crash => self.crash(),
            Fault::FailedSync => self.sync_fails = true,
            Fault::Full => {
                self.full = true;
                self.acked.was_kept_up(self.now);
                self.within(FULL_MS, Event::Room);
            }
            Fault::Restart => self.restart(),
            Fault::Restored => self.restore_copy(),
            Fault::Jump => {
                let off = self.rng.i64(-JUMP_MS..JUMP_MS);
                self.made.jump(off);
                self.coverage.met("jumps of the wall clock");
            }
            Fault::Cut => {
                if let Some(link) = self.some_link() {
                    self.coverage.met("cuts");
                    self.cut_off(link);
                }
            }
            Fault::HalfOpen => {
                if let Some(link) = self.some_link() {
                    self.links.entry(link).and_modify(|link| link.dead = true);
                    self.within(SILENCE_MS, Event::GiveUp(link));
                }
            }
            Fault::Trim => self.trim(),
            Fault::Liar => self.lie(),
            Fault::TakenBack => self.take_back(),
        }
    }

    /// A connection of some terminal that is alive.
    fn some_link(&mut self) -> Option<usize> {
        let links: Vec<_> = self.terminals.iter().filter_map(|terminal| terminal.link).collect();
        let alive: Vec<_> =
            links.into_iter().filter(|link| self.links.get(link).is_some_and(|l| !l.dead)).collect();
        (!alive.is_empty()).then(|| alive[self.rng.usize(..alive.len())])
    }

    pub(super) fn room(&mut self) {
        self.full = false;
        self.acked.was_kept_up(self.now);
        note!(self, "the disk has room again");
    }

    fn restart(&mut self) {
        let Some(process) = self.process.as_mut().filter(|process| !process.closing) else { return };
        self.coverage.met("restarts in order");
        process.closing = true;
        process.applier.close();
        let links: Vec<_> = process.conversations.keys().copied().collect();
        for link in links {
            let wait = self.rng.u64(0..1_000);
            if let Some(one) = self.process.as_mut().and_then(|process| process.conversations.get_mut(&link))
            {
                one.drain(wait);
            }
            self.send(link);
        }
    }

    /// The server is stopped, and goes on with an older copy, as a history of its own.
    fn restore_copy(&mut self) {
        let Some(copy) = self.copy.take() else { return };
        self.coverage.met("copies put back");
        self.crash();
        self.histories += 1;
        let epoch = history_name(self.histories);
        let renamed = copy.renamed(
            epoch.clone(),
            &|board, epoch, record| match decode_entry(&record.body) {
                Ok(Some(entry)) => encode_entry(board, epoch, &entry),
                _ => record.body.clone(),
            },
            &|board, epoch, kept| match decode_snapshot(&kept.body) {
                Ok(old) => {
                    let policy = &self.plan.first_policy;
                    encode_snapshot(board, epoch, kept.version, kept.at, old.replica.state(), policy)
                }
                Err(_) => kept.body.clone(),
            },
        );
        let heads: BTreeMap<BoardName, Version> =
            renamed.boards().map(|(board, bounds)| (board.clone(), bounds.head)).collect();
        let found = self.truth.verdict();
        self.found.extend(found);
        self.truth = self.truth.copied(epoch, &heads);
        self.edges.clear();
        self.folds.clear();
        self.acked = super::Acked::default();
        *self.disk() = renamed;
        note!(self, "a copy is put back: {heads:?}");
    }

    fn trim(&mut self) {
        let board = self.boards[self.rng.usize(..self.boards.len())].clone();
        let places = self.terminals.iter().filter_map(|terminal| terminal.views.get(&board)?.at);
        let places: Vec<_> = places.collect();
        let head = self.truth.head(&board);
        // The edge is where one reader can just go on, or just not.
        let before = match places.get(self.rng.usize(..places.len() + 1)) {
            Some(at) => {
                self.coverage.met("trims at a reader's edge");
                at + self.rng.u64(1..3)
            }
            None => self.rng.u64(1..head + 2),
        };
        if let Some(process) = &mut self.process {
            self.coverage.met("trims");
            process.trim(board, Version(before));
        }
    }

    /// A terminal forgets what it has and says that it has something else.
    fn lie(&mut self) {
        let number = self.rng.usize(..self.terminals.len());
        let how = self.rng.u32(0..3);
        let further = self.rng.u64(1..6);
        if let Some(link) = self.terminals[number].link {
            self.cut_off(link);
            self.terminals[number].link = None;
            self.links.remove(&link);
        }
        let epoch = self.truth.epoch().clone();
        let terminal = &mut self.terminals[number];
        terminal.views.clear();
        let mut asked = BTreeMap::new();
        for board in terminal.boards.clone() {
            let head = self.truth.head(&board);
            let lie = match how {
                0 => Asked::Invalid,
                1 => Asked::Cursor(Cursor { epoch: history_name(99), version: Version(head.min(further)) }),
                // One that plays the timeline cannot go on from what it never had.
                _ if self.terminals[number].kind == Kind::Web => {
                    Asked::Cursor(Cursor { epoch: epoch.clone(), version: Version(head + 100_000) })
                }
                _ => Asked::Cursor(Cursor { epoch: epoch.clone(), version: Version(head + further) }),
            };
            asked.insert(board, lie);
        }
        self.connect_with(number, asked);
    }
}
