//! `marquee token`: a token, signed here with the first key that can. It is printed and kept nowhere; no server is asked.

use super::{arguments, mint, ring::Ring};
use crate::Failure;
use marquee_auth::Scopes;
use serde_json::json;
use std::io::Write;

/// A token that is good for longer is worth a warning, in seconds: 90 days.
const LONG_S: u64 = 90 * 86_400;

pub(crate) fn run(arguments: &arguments::Token) -> Result<(), Failure> {
    let scopes = Scopes::parse(&arguments.scope).map_err(Failure::usage)?;
    if scopes == Scopes::none() {
        return Err(Failure::usage(
            "a token without a scope opens nothing: write publish:BOARD, subscribe:BOARD or admin",
        ));
    }
    let ring = Ring::read(&arguments.config)?;
    let names = (ring.issuer.clone(), ring.audience.clone());
    let token = mint::token((&names.0, &names.1), &ring.keys()?, &arguments.sub, &scopes, arguments.ttl)?;
    let end = time(token.exp_s);
    eprintln!("marquee: {} for {}, until {end}, signed with {}", scopes, arguments.sub, token.kid);
    if arguments.ttl > LONG_S {
        eprintln!(
            "marquee: that is more than 90 days: whoever finds it can use it until then. Rather give shorter ones, and write \
             down its id ({}) so that it can be revoked",
            token.jti
        );
    }
    let said = if arguments.json {
        json!({
            "token": token.text, "jti": token.jti, "kid": token.kid, "sub": arguments.sub, "iss": names.0,
            "scope": scopes.to_string(), "expires_in": arguments.ttl, "expires_at": end,
        })
        .to_string()
    } else {
        token.text
    };
    writeln!(std::io::stdout(), "{said}").map_err(Failure::failed)
}

/// A time as people read it. One that is too late for a calendar is told in seconds.
pub(super) fn time(seconds: u64) -> String {
    let at = i64::try_from(seconds).ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    at.map_or_else(|| format!("{seconds} s after 1970"), |at| at.to_string())
}
