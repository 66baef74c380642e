//! One module a group of paths; a module's name is its path's.

pub(crate) mod notices;
pub(crate) mod notify;
pub(crate) mod now;
pub(crate) mod policy;
pub(crate) mod service;

use marquee_core::{BoardName, NoticeId};
use marquee_protocol::problem::{Problem, Slug};

/// The board of a path. Names that no board can have, and the server's own, are simply not there.
pub(crate) fn board(name: &str) -> Result<BoardName, Problem> {
    BoardName::parse(name).ok_or_else(|| {
        let rule = "1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit";
        Problem::new(Slug::NotFound, format!("{name:?} is no board: {rule}"))
    })
}

/// The id of a path.
pub(crate) fn id(id: &str) -> Result<NoticeId, Problem> {
    NoticeId::parse(id).ok_or_else(|| {
        Problem::new(
            Slug::NotFound,
            format!("{id:?} is no id: 1 to 128 of A-Z, a-z, 0-9, '.', '_', ':', '-'"),
        )
    })
}
