//! The end of a world: nothing fails any more, everybody comes back, a last notice on each board; then all have to agree.

use super::{Event, World, note};
use crate::process::look;
use crate::turns::Stop;
use marquee_core::BoardName;
use proof::check::Class;
use std::collections::BTreeMap;

/// So long after the last fault everybody is back, ms.
const BACK_BY_MS: u64 = 45_000;
/// So long after the last notices everybody has them, ms.
const SEEN_BY_MS: u64 = 8_000;
/// What is there so long after them is looked for by name, ms.
const THERE_BY_MS: u64 = 700;
/// And everybody was told of it so long after that, also a slow reader, and one that passes over what it does not want,
/// ms: sooner than any heartbeat would wake its connection.
const TOLD_BY_MS: u64 = 1_200;
/// Times after the end at which screens are compared, ms.
const SCREENS: [u64; 3] = [0, 4_321, 60_000];

impl World {
    pub(super) fn fall_quiet(&mut self) {
        note!(self, "quiet");
        (self.quiet, self.full, self.sync_fails) = (true, false, false);
        self.after(BACK_BY_MS, Event::Last);
        self.after(BACK_BY_MS + THERE_BY_MS, Event::There);
        self.after(BACK_BY_MS + SEEN_BY_MS, Event::End);
    }

    pub(super) fn note_what_is_there(&mut self) {
        let heads = self.boards.iter().map(|board| (board.clone(), self.truth.head(board))).collect();
        self.after(TOLD_BY_MS, Event::Seen(heads));
    }

    /// Whoever is connected was told of what is there at once, and not when something else woke its connection.
    pub(super) fn judge_seen(&mut self, heads: &BTreeMap<BoardName, u64>) {
        for (number, terminal) in self.terminals.iter().enumerate() {
            for (board, view) in &terminal.views {
                let head = heads.get(board).copied().unwrap_or(0);
                if terminal.link.is_some() && view.at.is_some_and(|at| at < head) {
                    let detail =
                        format!("terminal {number} is not told of {board}.{head}, it is at {:?}", view.at);
                    self.truth.found(Class::Unseen, detail);
                }
            }
        }
    }

    pub(super) fn judge_the_end(&mut self) {
        note!(self, "the end");
        self.found.append(&mut self.truth.verdict());
        let unanswered = self.unanswered();
        if unanswered > 0 {
            self.truth.found(Class::Down, format!("{unanswered} publishes are never answered"));
        }
        self.judge_the_server();
        self.judge_the_dead();
        self.judge_tokens();
        self.judge_terminals();
        for board in self.boards.clone() {
            if let Some(counts) = self.folds.get(&board) {
                self.truth.folds(&board, counts);
            }
        }
    }

    /// What the server has in memory is what its entries come to.
    fn judge_the_server(&mut self) {
        let Some(process) = &self.process else {
            return self.truth.found(Class::Down, "there is no server at the end".into());
        };
        // While it writes, the machine is ahead of the disk and nobody sees it.
        if matches!(process.at, Stop::Writing(_)) {
            return;
        }
        let applier = process.applier.clone();
        let boards = self.boards.clone();
        let mut states: crate::process::Pending<_> = Box::pin(async move {
            let machine = applier.boards().await.ok()?;
            let state = |name| machine.board(name).map(|board| (board.version(), board.timeline().clone()));
            Some(boards.iter().map(|name| (name.clone(), state(name))).collect::<Vec<_>>())
        });
        for (board, state) in look(&mut states).flatten().unwrap_or_default() {
            match state {
                Some((version, timeline)) => self.truth.board_has(&board, version, &timeline),
                None => self.truth.found(Class::LostWrite, format!("the server has no {board} at the end")),
            }
        }
    }

    /// Nobody who went silent is still held on to.
    fn judge_the_dead(&mut self) {
        let Some(process) = &self.process else { return };
        let most = self.silence_max();
        let mut kept = Vec::new();
        for (number, link) in &self.links {
            let silent = self.now - link.heard;
            if process.conversations.contains_key(number) && link.stuck.is_none() && silent > most {
                kept.push(format!("connection {number} has been silent for {silent} ms and is kept"));
            }
        }
        kept.into_iter().for_each(|detail| self.truth.found(Class::Stuck, detail));
    }

    /// Whoever is connected has all there is and shows it.
    fn judge_terminals(&mut self) {
        for number in 0..self.terminals.len() {
            let terminal = &self.terminals[number];
            if terminal.link.is_none() {
                self.truth.found(Class::Stuck, format!("terminal {number} is not connected at the end"));
                continue;
            }
            for board in terminal.boards.clone() {
                let head = self.truth.head(&board);
                let at = self.terminals[number].views.get(&board).and_then(|view| view.at);
                if at != Some(head) && !(at.is_none() && head == 0) {
                    let detail = format!("terminal {number} is at {at:?} of {board}, which is at {head}");
                    self.truth.found(Class::Unseen, detail);
                }
            }
            for later in SCREENS {
                self.shows_at(number, 1_700_000_000_000 + self.now + later);
            }
        }
    }
}
