//! One record: a notice, once on one terminal's glass. It says what the terminal said, and what was planned.

use marquee_core::BoardName;
use marquee_core::session::Shown;

/// A record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// What the terminal calls itself.
    pub terminal: Box<str>,
    /// The board.
    pub board: BoardName,
    /// What the terminal said.
    pub shown: Shown,
    /// When the board's timeline let it in, or pinned it, ms; `None`: that is not known here.
    pub planned: Option<u64>,
}

/// Where a record stands among those of its board.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    pub(crate) from: u64,
    pub(crate) number: i64,
}
