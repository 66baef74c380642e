//! What happened in a world, a line each, in order. The same number gives the same lines, byte for byte: so a hash of
//! them stands for a whole world.

use std::fmt::{self, Write};

/// Of FNV-1a, 64 bits.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The lines, or their hash alone.
#[derive(Debug)]
pub struct History {
    hash: u64,
    lines: u64,
    /// The line under way.
    line: String,
    kept: Option<String>,
}

impl History {
    /// Nothing has happened. With `whole` the lines are kept.
    pub fn new(whole: bool) -> Self {
        Self { hash: OFFSET, lines: 0, line: String::new(), kept: whole.then(String::new) }
    }

    /// What the lines come to.
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// How many there are.
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// All of them, if they were kept.
    pub fn text(&self) -> Option<&str> {
        self.kept.as_deref()
    }

    pub(crate) fn note(&mut self, at: u64, what: fmt::Arguments<'_>) {
        self.line.clear();
        // A String takes whatever is written.
        let _written = writeln!(self.line, "{at:>7} {what}");
        for byte in self.line.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
        self.lines += 1;
        if let Some(kept) = &mut self.kept {
            kept.push_str(&self.line);
        }
    }
}
