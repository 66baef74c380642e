//! `marquee publish`: one notice from the command line.

use crate::auth::bearer;
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
    let mut publisher = Publisher::new(&arguments.server);
    let bearer = bearer::of(&arguments.bearer)?;
    let bare = bearer.is_none();
    if let Some(bearer) = bearer {
        publisher = publisher.with_bearer(bearer);
    }
    let published = publisher.publish(notice).map_err(|error| match error {
        PublishError::Refused { status: 401, .. } if bare => Failure::failed(format!(
            "{error}\nThis server has keys: give a token in MARQUEE_TOKEN, or with --token-file; `marquee token` makes one"
        )),
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
