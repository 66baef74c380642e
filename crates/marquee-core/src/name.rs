//! What boards and notices are called: checked once, at the door, and never again. Never empty.

use std::fmt;
use std::sync::Arc;

/// The longest name of a board, in characters.
pub const BOARD_NAME_MAX: usize = 63;
/// The longest id of a notice, in characters.
pub const NOTICE_ID_MAX: usize = 128;

/// The name of a board: `^[a-z0-9][a-z0-9._-]{0,62}$`, or one of the server's own, which begin with `_`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoardName(Arc<str>);

impl BoardName {
    /// The name, if a client may use it: names that begin with `_` are the server's own.
    pub fn parse(name: &str) -> Option<Self> {
        let first = name.bytes().next()?;
        (name.len() <= BOARD_NAME_MAX
            && (first.is_ascii_lowercase() || first.is_ascii_digit())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b)))
        .then(|| Self(name.into()))
    }

    /// The name as it stands in the store, where the server's own boards (`_…`) live too.
    pub fn from_store(name: &str) -> Option<Self> {
        Self::parse(name).or_else(|| Self::parse(name.strip_prefix('_')?).map(|_| Self(name.into())))
    }

    /// The server's own board of what it keeps for those who come back.
    pub fn auth() -> Self {
        Self("_auth".into())
    }

    /// The board of a publisher or terminal that names none.
    pub fn main() -> Self {
        Self("main".into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The id of a notice: 1–128 of `[A-Za-z0-9._:-]`. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId(Arc<str>);

impl NoticeId {
    /// The id, if it is one.
    pub fn parse(id: &str) -> Option<Self> {
        (!id.is_empty()
            && id.len() <= NOTICE_ID_MAX
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"._:-".contains(&b)))
        .then(|| Self(id.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! shown_as_text {
    ($($name:ty),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
    )*};
}
shown_as_text!(BoardName, NoticeId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_name_is_lower_case_and_does_not_begin_with_a_mark() {
        for good in ["a", "main", "0", "ops.eu-1_x", &"a".repeat(63)] {
            assert!(BoardName::parse(good).is_some(), "{good}");
        }
        for bad in ["", "A", "_auth", ".a", "-a", "a b", "é", "a/b", &"a".repeat(64)] {
            assert!(BoardName::parse(bad).is_none(), "{bad}");
        }
        assert!(BoardName::from_store("_auth").is_some());
        assert!(BoardName::from_store("__auth").is_none());
    }

    #[test]
    fn a_notice_id_has_1_to_128_plain_characters() {
        for good in ["a", "TEST-001", "a.b:c_d-e", &"x".repeat(128)] {
            assert!(NoticeId::parse(good).is_some(), "{good}");
        }
        for bad in ["", "a b", "a/b", "ü", "a\0", &"x".repeat(129)] {
            assert!(NoticeId::parse(bad).is_none(), "{bad}");
        }
    }
}
