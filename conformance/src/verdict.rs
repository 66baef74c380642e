//! How a case ends before its end: a promise that was not kept, or a word on why it cannot be tried here. It is what
//! `?` hands up; nothing here decides.

use std::fmt;

/// Why a case stops.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Stop {
    /// It cannot be tried on this server.
    Skipped(String),
    /// A promise was not kept.
    Failed {
        /// What PROTOCOL.md lets one expect.
        expected: String,
        /// What came instead.
        got: String,
    },
}

/// What a step of a case gives.
pub(crate) type Verdict<T = ()> = Result<T, Stop>;

/// A promise that was not kept.
pub(crate) fn unmet(expected: impl fmt::Display, got: impl fmt::Display) -> Stop {
    Stop::Failed { expected: expected.to_string(), got: got.to_string() }
}

/// Goes on if it holds.
pub(crate) fn expect(holds: bool, expected: impl fmt::Display, got: impl fmt::Display) -> Verdict {
    if holds { Ok(()) } else { Err(unmet(expected, got)) }
}

/// Goes on if both are equal.
pub(crate) fn equal<T: PartialEq + fmt::Debug>(what: &str, expected: T, got: T) -> Verdict {
    if expected == got {
        return Ok(());
    }
    Err(unmet(format_args!("{what}: {expected:?}"), format_args!("{got:?}")))
}
