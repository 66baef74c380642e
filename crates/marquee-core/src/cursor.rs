//! Where a reader stands: an epoch, which names one history of the log, and a version in it.
//! A cursor says nothing of which board it is of: whoever holds one knows.

use std::fmt;
use std::sync::Arc;

/// The largest version: 2^53 − 1, so that every reader's numbers hold it exactly.
pub const VERSION_MAX: u64 = (1 << 53) - 1;

/// The number of an entry on its board: 1, 2, 3 … with no hole. 0 is before the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Version(pub u64);

impl Version {
    /// The version after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The name of one history of the log: 8 to 32 of `[a-z0-9]`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Epoch(Arc<str>);

impl Epoch {
    /// The epoch, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        ((8..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
            .then(|| Self(text.into()))
    }

    /// The epoch as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// `<epoch>.<version>`: the last entry that a reader has. Opaque to clients.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cursor {
    /// The history it belongs to.
    pub epoch: Epoch,
    /// The last entry that the reader has.
    pub version: Version,
}

impl Cursor {
    /// The cursor, if the text is one: digits without sign or leading zero, below 2^53.
    pub fn parse(text: &str) -> Option<Self> {
        let (epoch, version) = text.split_once('.')?;
        let plain = !version.is_empty()
            && version.bytes().all(|b| b.is_ascii_digit())
            && (version == "0" || !version.starts_with('0'));
        let version = version.parse().ok().filter(|&v| plain && v <= VERSION_MAX)?;
        Some(Self { epoch: Epoch::parse(epoch)?, version: Version(version) })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.epoch, self.version)
    }
}

impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_what_it_prints() {
        let cursor = Cursor { epoch: Epoch::parse("k3j9x2ab").unwrap(), version: Version(42) };
        assert_eq!(cursor.to_string(), "k3j9x2ab.42");
        assert_eq!(Cursor::parse("k3j9x2ab.42"), Some(cursor));
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for bad in [
            "",
            ".",
            "k3j9x2ab",
            "k3j9x2ab.",
            ".4",
            "short.1",
            "K3J9X2AB.1",
            "k3j9x2ab.-1",
            "k3j9x2ab.+1",
            "k3j9x2ab.01",
            "k3j9x2ab.1.2",
            "k3j9x2ab.9007199254740992",
            "k3j9x2ab.99999999999999999999999",
            "k3j9x2ab. 1",
        ] {
            assert!(Cursor::parse(bad).is_none(), "{bad}");
        }
        assert!(Cursor::parse("k3j9x2ab.0").is_some());
        assert!(Cursor::parse("k3j9x2ab.9007199254740991").is_some());
    }
}
