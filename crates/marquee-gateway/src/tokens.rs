//! Tokens at the door: whether the one that a request carries is good, and whether it opens what the path needs. It looks at
//! the board that a path names and at no other, and no answer or diagnostic of it holds a byte of a token.

use crate::carrier::{Carried, carried};
use crate::needs::{Needs, board, needs, takes_signatures};
use http::request::Parts;
use marquee_access::Logins;
use marquee_auth::{Devices, Refusal};
use marquee_core::{Access, Bearer, BoardName};
use marquee_protocol::problem::{Problem, Slug};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// What tokens are held against; the same for all who hold it.
#[derive(Clone, Debug)]
pub struct Tokens {
    logins: Arc<Logins>,
    devices: Arc<Devices>,
}

impl Tokens {
    /// By those keys and logins, and those devices.
    pub fn new(logins: Arc<Logins>, devices: Devices) -> Self {
        Self { logins, devices: Arc::new(devices) }
    }

    /// What whoever sends a request may do, or why he may not.
    pub(crate) fn access(&self, request: &Parts) -> Result<Access, Problem> {
        // A path that the table does not know is nobody's: whoever has a token is told that it is not there.
        let needs = needs(&request.method, request.uri.path()).unwrap_or(Needs::AnyToken);
        if needs == Needs::Nothing {
            return Ok(Access::nothing());
        }
        let (path, now_ms) = (request.uri.path(), wall_clock_ms());
        let admitted = match carried(request) {
            Carried::Token(token) => self.logins.authority().admit(token, now_ms / 1_000),
            Carried::Cookie(cookie) => self.logins.admit_cookie(cookie, now_ms),
            // A hook without a key or a secret is refused where its board is looked at.
            _ if needs == Needs::Hook => return Ok(Access::nothing()),
            Carried::Signed(signed) if takes_signatures(&request.method, path) => {
                self.devices.verify(&signed, now_ms / 1_000).and_then(|bearer| {
                    let taken = self.logins.authority().takes(&bearer);
                    if taken { Ok(Arc::new(bearer)) } else { Err(Refusal::Revoked) }
                })
            }
            Carried::Signed(_) => {
                return Err(unauthorized(
                    "X-Signature opens /v1/sync and /v1/snapshot alone: this needs Authorization: Bearer and a token",
                ));
            }
            Carried::Nothing => {
                return Err(unauthorized("this needs a token: send Authorization: Bearer and the token"));
            }
            Carried::Wrong(due) => return Err(unauthorized(due)),
        };
        let bearer = match admitted {
            Ok(bearer) => bearer,
            // It may be the hook's own secret.
            Err(_) if needs == Needs::Hook => return Ok(Access::nothing()),
            Err(refusal) => return Err(refused(refusal)),
        };
        covers(&bearer, needs, board(path).as_ref())?;
        Ok(Access::Bearer(bearer))
    }
}

fn covers(bearer: &Bearer, needs: Needs, board: Option<&BoardName>) -> Result<(), Problem> {
    let scopes = &bearer.scopes;
    let publishes = || board.map_or_else(|| scopes.publishes_anything(), |board| scopes.may_publish(board));
    let follows =
        || board.map_or_else(|| scopes.subscribes_to_anything(), |board| scopes.may_subscribe(board));
    let (covered, verb) = match needs {
        Needs::Nothing | Needs::AnyToken | Needs::Hook => return Ok(()),
        Needs::Publish => (publishes(), "publish"),
        Needs::Subscribe => (follows(), "subscribe"),
        Needs::Either => (publishes() || follows(), "subscribe"),
        Needs::Admin if scopes.may_administer() => return Ok(()),
        Needs::Admin => return Err(forbidden("admin")),
    };
    if covered {
        return Ok(());
    }
    let board = board.map_or("BOARD", BoardName::as_str);
    Err(forbidden(&format!("{verb}:{board}")))
}

fn forbidden(scope: &str) -> Problem {
    Problem::new(Slug::Forbidden, format!("this needs a token with the scope {scope}"))
}

fn refused(refusal: Refusal) -> Problem {
    unauthorized(refusal.to_string())
}

fn unauthorized(detail: impl Into<String>) -> Problem {
    Problem::new(Slug::Unauthorized, detail.into())
}

/// Tokens are timed by their issuers' wall clocks.
fn wall_clock_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
