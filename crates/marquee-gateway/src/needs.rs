//! What each path asks of whoever calls it: one table for the whole server, so that no path is forgotten. It looks at no token, and
//! at no board but the path's: whether a token covers one that a query or a body names is asked where that is read.

use http::Method;
use marquee_core::BoardName;

/// What a request needs. Where the path names the board it is that one's scope that is needed; else some board's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needs {
    /// Anyone may.
    Nothing,
    /// A good token, whatever it opens.
    AnyToken,
    /// A token that opens some board for publishing.
    Publish,
    /// A token that opens some board for following.
    Subscribe,
    /// A token that does one of the two.
    Either,
    /// An operator's token.
    Admin,
    /// It proves itself by a key or a signature of its own; without such a one it needs what publishing does.
    Hook,
}

/// What a method and a path need; `None`: the table does not know it.
pub fn needs(method: &Method, path: &str) -> Option<Needs> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let reads = matches!(*method, Method::GET | Method::HEAD);
    let writes = |needs| if reads { None } else { Some(needs) };
    match parts[..] {
        // A browser asks whether it may ask; that answer says nothing else.
        _ if *method == Method::OPTIONS => Some(Needs::Nothing),
        ["" | "console"] | ["boards", _] | ["assets" | "embed" | "schemas" | "errors" | "docs", ..] => {
            Some(Needs::Nothing)
        }
        ["livez" | "readyz" | "openapi.json" | "openapi.yaml"] | ["health", "ready"] => Some(Needs::Nothing),
        ["boards", _, "plain"] => Some(Needs::Subscribe),
        [".well-known", "jwks.json"] => Some(Needs::Nothing),
        ["v1", "notify"] => writes(Needs::Publish),
        // They prove themselves, by what is in the body or by the cookie that is given back.
        ["v1", "auth", "token" | "refresh"] => writes(Needs::Nothing),
        ["v1", "auth", "session"] if *method == Method::DELETE => Some(Needs::Nothing),
        ["v1", "auth", "session" | "revoke"] => writes(Needs::AnyToken),
        ["v1", "hooks", _] | ["v1", "hooks", _, _] => writes(Needs::Hook),
        ["v1", "ws" | "sse" | "sync" | "snapshot"] => Some(Needs::Subscribe),
        ["v1", "time" | "boards"] => Some(Needs::AnyToken),
        ["v1", "terminals"] => Some(Needs::Admin),
        ["v1", "boards", _] => writes(Needs::Publish),
        ["v1", "boards", _, "notices"] | ["v1", "boards", _, "notices", _] => {
            Some(if reads { Needs::Either } else { Needs::Publish })
        }
        ["v1", "boards", _, "policy"] => Some(if reads { Needs::Subscribe } else { Needs::Admin }),
        ["v1", "boards", _, "now"] => Some(Needs::Subscribe),
        ["v1", "boards", _, "policy", "preview"] | ["v1", "boards", _, "trim"] => writes(Needs::Admin),
        ["v1", "boards", _, "notices", _, "lifecycle"] | ["v1", "boards", _, "shown"] => Some(Needs::Admin),
        _ => None,
    }
}

/// Whether a device's signature may stand in a token's place: where a board is read, each answer by itself.
pub(crate) fn takes_signatures(method: &Method, path: &str) -> bool {
    matches!(*method, Method::GET | Method::HEAD) && matches!(path, "/v1/sync" | "/v1/snapshot")
}

/// The board that a path names.
pub(crate) fn board(path: &str) -> Option<BoardName> {
    let name = path.strip_prefix("/v1/boards/")?;
    BoardName::parse(name.split('/').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_and_what_is_written_are_told_apart() {
        for (method, path, expected) in [
            (Method::GET, "/", Some(Needs::Nothing)),
            (Method::GET, "/boards/main", Some(Needs::Nothing)),
            (Method::GET, "/console", Some(Needs::Nothing)),
            (Method::GET, "/console/x", None),
            (Method::OPTIONS, "/v1/notify", Some(Needs::Nothing)),
            (Method::GET, "/.well-known/jwks.json", Some(Needs::Nothing)),
            (Method::GET, "/.well-known/other", None),
            (Method::POST, "/v1/notify", Some(Needs::Publish)),
            (Method::GET, "/v1/notify", None),
            (Method::GET, "/v1/boards/ops/notices/a", Some(Needs::Either)),
            (Method::HEAD, "/v1/boards/ops/notices", Some(Needs::Either)),
            (Method::DELETE, "/v1/boards/ops/notices", Some(Needs::Publish)),
            (Method::GET, "/v1/boards/ops/policy", Some(Needs::Subscribe)),
            (Method::PUT, "/v1/boards/ops/policy", Some(Needs::Admin)),
            (Method::GET, "/v1/ws", Some(Needs::Subscribe)),
            (Method::POST, "/v1/hooks/grafana/key", Some(Needs::Hook)),
            (Method::GET, "/v1/", None),
            (Method::GET, "/v1/boards/ops/policy/x", None),
            (Method::GET, "//v1/notify", None),
            (Method::POST, "/v1/notify/", None),
        ] {
            assert_eq!(needs(&method, path), expected, "{method} {path}");
        }
    }
}
