//! Why a command came to nothing, as its publisher is told. The board machine decided; here it is put in words.

use crate::problem::{Fault, Problem, Slug};
use crate::time::rfc3339;
use marquee_core::board::Rejection;

/// Why a command came to nothing, and what to do about it.
pub fn rejected(rejection: &Rejection) -> Problem {
    match rejection {
        Rejection::Conflict => Problem::new(
            Slug::Conflict,
            "This id was used before with other content. Publish under a new id, or change the notice itself with \
             PUT /v1/boards/{board}/notices/{id}",
        ),
        Rejection::KeyTaken { by } => {
            let detail = format!(
                "The active notice {by} has this key: PUT that one, delete it first, or give another key"
            );
            let errors = vec![Fault::new("/key", detail.clone())];
            Problem { errors, ..Problem::new(Slug::KeyTaken, detail) }
        }
        Rejection::AlreadyOver { expires_at } => {
            let detail = format!(
                "The notice would have been over at {}, before it began: give a longer ttl, or a later starts_at",
                rfc3339(*expires_at)
            );
            Problem::invalid(vec![Fault::new("/ttl", detail)])
        }
        Rejection::BoardFull { max_active } => Problem::new(
            Slug::BoardFull,
            format!(
                "The board is full (at most {max_active} notices, or 1 MiB of them) and this one is the least of \
                 all: delete one, or give a more urgent level"
            ),
        ),
        Rejection::TooManyBoards { most } => Problem::new(
            Slug::TooManyBoards,
            format!("There are {most} boards, and there may be no more: publish to one that exists"),
        ),
        Rejection::PolicyMoved { version } => Problem::new(
            Slug::PreconditionFailed,
            format!(
                "The board's policy is version {version} now (0: the board was never written): GET it, and PUT again \
                 with that version in If-Match"
            ),
        ),
        Rejection::NotFound => Problem::new(
            Slug::NotFound,
            "No notice with this id is active or still on the ribbon: check the id and the board, or take it as gone",
        ),
    }
}
