//! The sequencer's traits and their law. Whoever submits and whoever applies may be on different machines: they
//! meet in the order alone.
//!
//! ```text
//!   submit ──► ░░░░░░░░░░ ──► next ──► ▒▒▒▒▒▒▒▒▒▒ ──► applied
//!              waiting (bounded)       being applied        ▲ position that the log holds
//!                                      ▲ watermark: nothing that is still to be seen is stamped below it
//! ```
//!
//! 1. **Once**: a command whose submit was answered `Ok` comes out of [`Orders::next`] once, unless the order ends
//!    first; one that was refused never does.
//! 2. **One order**: everyone who reads the order gets the same commands at the same positions, which grow by one.
//! 3. **Time**: `at` never falls from one position to the next.
//! 4. **Watermark**: every command that has not been told as [`Orders::applied`] has, or will get, an `at` that is
//!    not below [`Sequencer::watermark`]; and it never falls.
//! 5. **Bounded**: what waits is bounded. A full order refuses at once; it never makes its caller wait.
//! 6. **Together**: commands that are submitted together keep their order, and one call of [`Orders::next`] that gives the first
//!    of them gives as many as it may: whoever reads does not see a part because it was quick.
//! 7. **End**: after [`Sequencer::close`] nothing is taken; what was taken before still comes out, then the end.

use marquee_core::board::{Command, Position};
use std::fmt;
use std::time::Duration;

/// Names one submission, so that whoever made it knows it again in the order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CommandId(pub u128);

/// A command in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ordered {
    /// Its place.
    pub position: Position,
    /// Its time, ms.
    pub at: u64,
    /// Which submission it was.
    pub id: CommandId,
    /// What to do.
    pub command: Command,
}

/// What reading the order gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// The next commands, in order, at least one.
    Commands(Vec<Ordered>),
    /// Nothing came in the time given, or a nudge did.
    Quiet,
    /// Nothing will come any more.
    Ended,
}

/// Takes commands in.
pub trait Sequencer: Send + Sync + 'static {
    /// Hands a command over to be ordered.
    fn submit(&self, id: CommandId, command: Command) -> Result<(), SubmitError>;

    /// Hands several over at once; each is taken, or not, by itself.
    fn submit_all(&self, commands: Vec<(CommandId, Command)>) -> Vec<Result<(), SubmitError>>;

    /// A time below which nothing will be stamped that has not been applied yet, ms.
    fn watermark(&self) -> u64;

    /// Lets the reader of this process's order look at what else it has to do: if it waits in [`Orders::next`], it
    /// gets [`Next::Quiet`] now, and else with one of its next calls.
    fn nudge(&self);

    /// Takes no more.
    fn close(&self);
}

/// Gives commands out in their order, to one reader.
pub trait Orders: Send + 'static {
    /// The next commands, at most `most` of them, waiting for the first no longer than told.
    fn next(&mut self, most: usize, within: Duration) -> Next;

    /// Everything that was given out has been applied, and can be seen.
    fn applied(&mut self);
}

/// Why a command was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SubmitError {
    /// So many are waiting that no more are taken.
    Full,
    /// The order has ended.
    Closed,
}

impl fmt::Display for SubmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "too many commands are waiting already",
            Self::Closed => "no more commands are taken",
        })
    }
}

impl std::error::Error for SubmitError {}
