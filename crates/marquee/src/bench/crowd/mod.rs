//! A crowd of terminals in a process of their own, for their descriptors and their core: this is the handle. Each terminal
//! holds every version against the one before; a gap or a repeat ends the bench.
//!
//! | module | holds |
//! |---|---|
//! | `child` | the process: one loop for all of them |
//! | `words` | what one of them gets, in each form |

pub(crate) mod child;
pub(crate) mod words;

use super::lines::{Process, number};
use super::pinned::Cores;
use crate::Failure;
use serde_json::{Value, json};
use std::net::SocketAddr;
pub(crate) use words::Form;

/// The name of the process among the benches.
pub(crate) const TERMINALS: &str = "terminals";

/// Who comes.
pub(crate) struct Come<'a> {
    pub(crate) address: SocketAddr,
    /// The boards that they follow, one each, in turn; empty: none.
    pub(crate) boards: &'a [String],
    /// `web` or `feed`.
    pub(crate) kind: &'a str,
    pub(crate) form: Form,
    /// Whether versions are counted; the limit sends the same bytes each time.
    pub(crate) counts: bool,
    /// What they show, in turn; empty: nothing.
    pub(crate) tokens: &'a [String],
}

pub(crate) struct Crowd {
    process: Process,
}

impl Crowd {
    pub(crate) fn start(cores: Cores, come: &Come<'_>) -> Result<Self, Failure> {
        let mut process = Process::start(TERMINALS, cores.load)?;
        process.ask(&json!({
            "address": come.address.to_string(), "boards": come.boards, "kind": come.kind,
            "form": come.form.name(), "counts": come.counts, "tokens": come.tokens,
        }))?;
        Ok(Self { process })
    }

    pub(crate) fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// So many more terminals come; how long each took until it had everything, as percentiles in µs.
    pub(crate) fn connect(&mut self, count: usize) -> Result<Value, Failure> {
        self.process.ask(&json!({"do": "connect", "count": count}))
    }

    /// From now on each is to get so many entries.
    pub(crate) fn expect(&mut self, entries: usize) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "expect", "entries": entries})).map(drop)
    }

    /// Waits until each has got them; when the last of them came, ns.
    pub(crate) fn all_there(&mut self) -> Result<u64, Failure> {
        number(&self.process.answer()?, "last_ns")
    }

    /// What was expected is counted as having taken since a moment, apart from the rest or with it.
    pub(crate) fn since(&mut self, begun_ns: u64, apart: bool) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "since", "ns": begun_ns, "apart": apart})).map(drop)
    }

    /// Percentiles of the times that are counted apart since the last call, in ms.
    pub(crate) fn apart(&mut self) -> Result<Value, Failure> {
        self.process.ask(&json!({"do": "apart"}))
    }

    /// Percentiles of all times since the last call, in ms.
    pub(crate) fn times(&mut self) -> Result<Value, Failure> {
        self.process.ask(&json!({"do": "times"}))
    }

    /// Percentiles of all times since the beginning, in ms.
    pub(crate) fn whole(&mut self) -> Result<Value, Failure> {
        self.process.ask(&json!({"do": "whole"}))
    }

    /// A whole frame of the last entry, as it was sent.
    pub(crate) fn sample(&mut self) -> Result<Vec<u8>, Failure> {
        let sample = self.process.ask(&json!({"do": "sample"}))?;
        let bytes = sample["bytes"].as_array().into_iter().flatten();
        Ok(bytes.filter_map(|byte| u8::try_from(byte.as_u64()?).ok()).collect())
    }

    /// So many of them stop reading, and are not waited for any more; none: all read again.
    pub(crate) fn stall(&mut self, count: usize) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "stall", "count": count})).map(drop)
    }

    /// Each entry that comes tells by itself when it was sent.
    pub(crate) fn watch(&mut self, watches: bool) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "watch", "watches": watches})).map(drop)
    }

    /// Whether each terminal of a board has got everything up to its version.
    pub(crate) fn has_all(&mut self, versions: &[u64]) -> Result<bool, Failure> {
        let answer = self.process.ask(&json!({"do": "has_all", "versions": versions}))?;
        answer["all"].as_bool().ok_or_else(|| Failure::failed("the terminals did not say"))
    }
}
