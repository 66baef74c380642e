//! The embedded sequencer, real, in a process of the world: its reader stands still until the world lets it go on. And
//! the clocks that the world makes up for it.

use crate::turns::{Go, Stop, Turns};
use marquee_core::board::Command;
use marquee_sequencer::embedded::{Embedded, EmbeddedOrders};
use marquee_sequencer::{Clocks, CommandId, Next, Orders, Sequencer, SubmitError};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// The wall clock's time at a world's beginning, ms.
const BEGINNING: i64 = 1_700_000_000_000;

/// The server's clocks. The world moves them.
#[derive(Clone, Default, Debug)]
pub(crate) struct Made {
    now: Arc<AtomicU64>,
    wall_off: Arc<AtomicI64>,
}

impl Made {
    /// It is so late, ms since the beginning.
    pub(crate) fn set(&self, now: u64) {
        self.now.store(now, Ordering::SeqCst);
    }

    /// The wall clock is set to be so far from the truth, ms.
    pub(crate) fn jump(&self, off: i64) {
        self.wall_off.store(off, Ordering::SeqCst);
    }
}

impl Clocks for Made {
    fn wall(&self) -> u64 {
        let wall = BEGINNING + self.mono().cast_signed() + self.wall_off.load(Ordering::SeqCst);
        wall.cast_unsigned()
    }

    fn mono(&self) -> u64 {
        self.now.load(Ordering::SeqCst)
    }
}

/// The side that takes commands.
pub(crate) struct Order {
    pub(crate) inner: Embedded,
    /// Whether its reader has something to look at.
    pub(crate) came: Arc<AtomicBool>,
}

impl Sequencer for Order {
    fn submit(&self, id: CommandId, command: Command) -> Result<(), SubmitError> {
        self.inner.submit(id, command)?;
        self.came.store(true, Ordering::SeqCst);
        Ok(())
    }

    fn submit_all(&self, commands: Vec<(CommandId, Command)>) -> Vec<Result<(), SubmitError>> {
        let told = self.inner.submit_all(commands);
        self.came.store(true, Ordering::SeqCst);
        told
    }

    fn watermark(&self) -> u64 {
        self.inner.watermark()
    }

    fn nudge(&self) {
        self.inner.nudge();
        self.came.store(true, Ordering::SeqCst);
    }

    fn close(&self) {
        self.inner.close();
        self.came.store(true, Ordering::SeqCst);
    }
}

/// The side that gives them out.
pub(crate) struct InTurns {
    pub(crate) inner: EmbeddedOrders,
    pub(crate) turns: Arc<Turns>,
}

impl Orders for InTurns {
    fn next(&mut self, most: usize, within: Duration) -> Next {
        match self.turns.stop(Stop::Waiting(within)) {
            Go::On => self.inner.next(most, Duration::ZERO),
            Go::End | Go::Written(_) => Next::Ended,
        }
    }

    fn applied(&mut self) {
        self.inner.applied();
    }
}

impl Drop for InTurns {
    fn drop(&mut self) {
        self.turns.ended();
    }
}
