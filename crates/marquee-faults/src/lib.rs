//! Faults on purpose: places where a proof may end the process, and bugs that it may plant, by which the proofs
//! themselves are tried. Without the feature `on` every call is nothing at all; it never decides anything of the product.
//!
//! `MARQUEE_FAULTS` says what is wished, parted by commas:
//!
//! | wish | what it does |
//! |---|---|
//! | `kill=PLACE@N` | the N-th time that the place is reached, the process is killed there |
//! | `bug=NAME` | this bug is there |
//! | `hurry=N` | what is done every so often is done N times as often |
//! | `list` | the names of all places and bugs are printed, and the program ends |

mod names;
#[cfg(feature = "on")]
mod wishes;

pub use names::{Bug, Place};
use std::time::Duration;

/// A place is reached: the process may end here, as it would by `kill -9`.
#[inline]
pub fn reach(place: Place) {
    #[cfg(feature = "on")]
    wishes::wishes().reach(place);
    #[cfg(not(feature = "on"))]
    let _nothing = place;
}

/// Whether a bug is planted.
#[inline]
pub fn planted(bug: Bug) -> bool {
    #[cfg(feature = "on")]
    return wishes::wishes().bug == Some(bug);
    #[cfg(not(feature = "on"))]
    {
        let _nothing = bug;
        false
    }
}

/// Plants a bug, instead of what the environment wishes: before anything else, and once a process. `false`: it cannot be
/// planted any more, or this build has no bugs.
pub fn plant(bug: Bug) -> bool {
    #[cfg(feature = "on")]
    return wishes::plant(bug);
    #[cfg(not(feature = "on"))]
    {
        let _nothing = bug;
        false
    }
}

/// How often something is done.
#[inline]
pub fn every(period: Duration) -> Duration {
    #[cfg(feature = "on")]
    return period / wishes::wishes().hurry;
    #[cfg(not(feature = "on"))]
    period
}

/// Reads what is wished, before anything else. A wish that makes no sense ends the program.
pub fn begin() {
    #[cfg(feature = "on")]
    wishes::begin();
}
