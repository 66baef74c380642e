//! Crashes the program on purpose, with publishers and terminals at work, and holds what they were told against what
//! is there afterwards. It knows the program from outside alone and imports nothing of it.
//!
//! | module | holds |
//! |---|---|
//! | `process` | the program under way: started, waited for, killed by its id |
//! | `publisher`, `terminal` | who is at work while it is killed, and notes what it was told |
//! | `history` | what was told: answers, sights, readings |
//! | `check` | the judge: what contradicts what, in Jepsen's words; pure |
//! | `disk` | a small disk whose power can be cut |
//! | `plan`, `crash` | where a process ends, by a number; a series of crashes on one log |
//! | `restored` | a copy that is put back and goes on |
//! | `refresh` | a client whose refresh is killed under way |
//! | `bugs` | each planted bug, and what has to catch it |
//! | `ledger` | what all crashes so far have come to |

pub mod bugs;
pub mod check;
pub mod crash;
pub mod disk;
pub mod history;
pub mod ledger;
pub mod plan;
pub mod process;
pub mod publisher;
pub mod refresh;
pub mod restored;
pub mod terminal;
