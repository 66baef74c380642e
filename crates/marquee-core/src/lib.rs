//! The law of Marquee: a board is an ordered, durable log of entries; everything else is a cursor into it
//! or a pure function of it. Nothing here reads a clock, does I/O or rolls dice: time is an argument.
//!
//! | module | holds |
//! |---|---|
//! | [`name`] | what boards and notices are called |
//! | [`cursor`] | where a reader stands: epoch and version |
//! | [`notice`], [`level`], [`policy`] | what is shown, how urgent it is, how a board plays it |
//! | [`entry`] | one change of a board |
//! | [`timeline`] | (state, time) → what is on screen |
//! | [`replica`] | a board's state built from its entries alone |
//! | [`board`] | (state, command, time) → entries and an answer |
//! | [`auth`] | what the server keeps for those who come back: the board `_auth` |
//! | [`session`] | what one connected terminal is owed, and when to give up on it |
//! | [`told`] | what terminals are told that do not play the timeline themselves |
//! | [`access`] | what the caller of a request or a connection may do |
//! | [`scope`] | what a token opens: words, and the boards that they cover |
//! | [`clock`] | one time out of a wall clock that may jump and a monotonic one |

pub mod access;
pub mod auth;
pub mod board;
pub mod clock;
pub mod cursor;
pub mod entry;
pub mod level;
pub mod name;
pub mod notice;
pub mod policy;
pub mod replica;
pub mod scope;
pub mod session;
pub mod timeline;
pub mod told;

pub use access::{Access, Bearer, Mark};
pub use cursor::{Cursor, Epoch, Version};
pub use entry::{Change, DeleteReason, Entry};
pub use level::Level;
pub use name::{BoardName, NoticeId};
pub use notice::Notice;
pub use policy::Policy;
pub use replica::Replica;
pub use scope::Scopes;
pub use timeline::Timeline;
