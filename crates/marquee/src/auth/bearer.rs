//! The token that a command calls a server with: from a file or from the environment, never from an argument. It is not judged
//! here: the server does.

use super::arguments;
use crate::Failure;
use marquee_client::Bearer;
use std::io::Read;
use std::path::Path;

/// What is read of a file or of stdin at most: far more than the longest token, so that a wrong file is told and not read.
pub(super) const READ_BYTES_MAX: u64 = 64 * 1024;

/// The token of these arguments; `None`: there is none, which is right for a server without keys.
pub(crate) fn of(arguments: &arguments::Bearer) -> Result<Option<Bearer>, Failure> {
    let (place, text) = match &arguments.token_file {
        Some(path) => (format!("the file {}", path.display()), from_file(path)?),
        None => match std::env::var(&arguments.token_env) {
            Ok(text) if !text.trim().is_empty() => {
                (format!("{} of the environment", arguments.token_env), text)
            }
            _ => return Ok(None),
        },
    };
    token(&text, &place).map(Some)
}

fn from_file(path: &Path) -> Result<String, Failure> {
    let refused =
        |error: std::io::Error| Failure::usage(format!("the token's file {}: {error}", path.display()));
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(refused)?;
    file.take(READ_BYTES_MAX).read_to_string(&mut text).map_err(refused)?;
    Ok(text)
}

/// What can be sent as a token, a refresh token too. What stands there is not repeated: it may be another secret.
pub(super) fn token(text: &str, place: &str) -> Result<Bearer, Failure> {
    Bearer::new(text.trim()).ok_or_else(|| {
        Failure::usage(format!(
            "what stands in {place} is no token: three parts of letters, digits, - and _ with points between, at most \
             8 KiB; `marquee token` makes one"
        ))
    })
}
