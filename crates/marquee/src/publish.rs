//! `marquee publish`: one notice from the command line.

use crate::{Failure, cli};
use marquee_client::{Notice, PublishError, Publisher};
use std::io::Write;

pub(crate) fn run(arguments: &cli::Publish) -> Result<(), Failure> {
    let notice = Notice {
        id: arguments.id.clone(),
        board: arguments.board.clone(),
        level: arguments.level.clone(),
        text: arguments.text.join(" "),
        key: arguments.key.clone(),
        ttl: arguments.ttl,
        tags: arguments.tags.clone(),
    };
    let published = Publisher::new(&arguments.server).publish(notice).map_err(|error| match error {
        PublishError::Refused { .. } => Failure::failed(error),
        PublishError::Unanswered { .. } => {
            Failure::failed(format!("{error}\nIs a server there? Start one with: marquee serve"))
        }
    })?;
    let said = if arguments.json {
        serde_json::to_string(&published).map_err(Failure::failed)?
    } else {
        format!("{} {} {}", published.status, published.cursor, published.id)
    };
    writeln!(std::io::stdout(), "{said}").map_err(Failure::failed)
}
