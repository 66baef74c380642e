//! Which token each operation asks for, as the document says it: out of the very table that the guard asks. It checks no
//! token, and knows nothing of this server's keys.

use super::member;
use http::Method;
use marquee_gateway::needs::{Needs, needs};
use serde_json::{Value, json};

/// The name of the scheme in the document.
const SCHEME: &str = "bearer";

/// How a token is carried.
pub(super) fn schemes() -> Value {
    json!({ SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A token of a server with keys (`[auth]`); one without keys asks nobody. What an operation needs is a \
            word of the token's `scope`: `publish` is `publish:<board>`, `subscribe` is `subscribe:<board>` (a board may be \
            `*`, or `ops.*`), and `admin` opens everything. An upgrade may offer it as the subprotocol `marquee.bearer.<jwt>` \
            beside a real one, and a GET may have it as `?token=`, for clients that cannot set headers.",
    } })
}

/// What an operation asks for, any one of them; `None`: nothing.
pub(super) fn asked(method: &str, path: &str) -> Option<Value> {
    let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes()).ok()?;
    let scopes = |words: &[&str]| json!({ SCHEME: words });
    // A template has as many parts as the paths that it stands for, so the table knows it as one of them.
    match needs(&method, path)? {
        Needs::Nothing => None,
        Needs::AnyToken => Some(json!([scopes(&[])])),
        Needs::Publish => Some(json!([scopes(&["publish"])])),
        Needs::Subscribe => Some(json!([scopes(&["subscribe"])])),
        Needs::Either => Some(json!([scopes(&["publish"]), scopes(&["subscribe"])])),
        Needs::Admin => Some(json!([scopes(&["admin"])])),
        // One with a key or a secret of its own is proved by that.
        Needs::Hook => Some(json!([scopes(&["publish"]), {}])),
    }
}

/// What an operation asks for, in words; empty: nothing.
pub(super) fn words(operation: &Value) -> String {
    let Some(any) = member(operation, "security").as_array() else { return String::new() };
    let mut said: Vec<&str> = Vec::new();
    for one in any {
        match member(one, SCHEME).as_array().map(Vec::as_slice) {
            Some([]) => said.push("any token"),
            Some(scopes) => said.extend(scopes.iter().filter_map(Value::as_str)),
            None => said.push("a key or a signature of its own"),
        }
    }
    said.join(" or ")
}
