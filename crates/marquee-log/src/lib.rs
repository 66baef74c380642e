//! What holds the entries. The log knows boards, versions, times and bytes; what an entry means is none of its
//! business, and it never shows one that is not on disk.
//!
//! | module | holds |
//! |---|---|
//! | [`law`] | the trait, its law and a picture of its positions |
//! | [`sqlite`] | the backend: one file, one writer; a look through it, a copy, a repair |
//! | [`ring`] | the newest entries in memory, and who waits for the next |
//! | `conformance`, `faults` | the suite that every backend runs; a log that fails on demand (for tests) |

#[cfg(feature = "conformance")]
pub mod conformance;
#[cfg(feature = "conformance")]
pub mod faults;
pub mod law;
pub mod ring;
pub mod sqlite;

pub use law::{
    AppendError, Batch, BoardBatch, Bounds, Checkpoint, Log, OpenError, ReadError, Record, Records,
};
pub use ring::{Kept, Ring};
pub use sqlite::SqliteLog;
