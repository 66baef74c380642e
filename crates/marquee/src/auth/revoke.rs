//! `marquee revoke`: tokens taken back by a server. What is taken back is never an argument that holds a token.

use super::{arguments, bearer};
use crate::Failure;
use marquee_client::{Operator, Revocation};
use std::io::{Read as _, Write};

pub(crate) fn run(arguments: &arguments::Revoke) -> Result<(), Failure> {
    let what = if arguments.token_stdin {
        let mut text = String::new();
        let stdin = std::io::stdin().lock().take(bearer::READ_BYTES_MAX).read_to_string(&mut text);
        stdin.map_err(|error| Failure::usage(format!("stdin: {error}")))?;
        Revocation::Token(bearer::token(&text, "stdin")?)
    } else {
        match (&arguments.jti, &arguments.sub) {
            (Some(jti), _) => Revocation::Id { jti: jti.clone(), iss: arguments.iss.clone() },
            (None, Some(sub)) => Revocation::Subject {
                sub: sub.clone(),
                iss: arguments.iss.clone(),
                issued_before: arguments.before,
            },
            (None, None) => {
                return Err(Failure::usage("name what is revoked: --jti, --sub or --token-stdin"));
            }
        }
    };
    let token = bearer::of(&arguments.bearer)?.ok_or_else(|| {
        Failure::usage(
            "revoking needs a token of one's own: in MARQUEE_TOKEN, or with --token-file in a file",
        )
    })?;
    let revoked = Operator::new(&arguments.server, token).revoke(&what).map_err(Failure::failed)?;
    let said = if arguments.json {
        serde_json::to_string(&revoked).map_err(Failure::failed)?
    } else {
        match revoked.connections {
            0 => eprintln!(
                "marquee: no such token is taken any more; nobody was connected with one: whether there ever was one \
                 is not known here, so look at the name once more"
            ),
            1 => eprintln!("marquee: no such token is taken any more; 1 connection was closed"),
            more => eprintln!("marquee: no such token is taken any more; {more} connections were closed"),
        }
        format!("revoked {}", revoked.revoked)
    };
    writeln!(std::io::stdout(), "{said}").map_err(Failure::failed)
}

/// A time in seconds since 1970, or as RFC 3339 writes it.
pub(super) fn time(text: &str) -> Result<u64, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(seconds);
    }
    let at: Option<jiff::Timestamp> = text.parse().ok();
    at.and_then(|at| u64::try_from(at.as_second()).ok())
        .ok_or_else(|| "write seconds since 1970, or a time such as 2026-01-31T09:40:00Z".to_owned())
}
