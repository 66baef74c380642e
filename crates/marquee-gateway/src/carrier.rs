//! Where a request carries its token: the first place that has one decides, even if what is there is bad. It judges no token.

use crate::session_cookie;
use http::request::Parts;
use http::{HeaderMap, Method, header};

/// How a subprotocol that is a token begins.
const SUBPROTOCOL: &str = "marquee.bearer.";
/// The parameter of a query.
const PARAMETER: &str = "token";

/// What a request carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Carried<'a> {
    /// Nothing anywhere.
    Nothing,
    /// A text that has to be a token.
    Token(&'a str),
    /// A login cookie.
    Cookie(&'a str),
    /// Something in a token's place that cannot be one, and what is due there.
    Wrong(&'static str),
}

/// Looks at each place in its order.
pub(crate) fn carried(request: &Parts) -> Carried<'_> {
    if let Some(value) = request.headers.get(header::AUTHORIZATION) {
        let bearer = value.to_str().ok().and_then(|value| value.split_once(' '));
        return match bearer {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
                Carried::Token(token.trim_start())
            }
            _ => Carried::Wrong("Authorization has to be: Bearer and a token"),
        };
    }
    if request.headers.contains_key(header::UPGRADE)
        && let Some(token) = offered(&request.headers)
    {
        return Carried::Token(token);
    }
    if matches!(request.method, Method::GET | Method::HEAD) {
        if let Some(token) = asked(request.uri.query().unwrap_or_default()) {
            return Carried::Token(token);
        }
        if let Some(cookie) = session_cookie::carried(&request.headers) {
            return Carried::Cookie(cookie);
        }
    }
    Carried::Nothing
}

fn offered(headers: &HeaderMap) -> Option<&str> {
    let values = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter();
    let mut names = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    names.find_map(|name| name.trim().strip_prefix(SUBPROTOCOL))
}

/// A token has no character that a query would have to escape, so an escaped one is none.
fn asked(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| match pair.split_once('=') {
        Some((PARAMETER, token)) => Some(token),
        None if pair == PARAMETER => Some(""),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, uri: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = http::Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn the_first_place_that_has_something_decides() {
        let upgrade = ("upgrade", "websocket");
        let protocol = ("sec-websocket-protocol", "marquee.v1.json, marquee.bearer.second");
        let cookie = ("cookie", "a=b; marquee_session=fourth");
        let first = ("authorization", "Bearer first");
        for (method, uri, headers, expected) in [
            ("GET", "/v1/ws?token=third", &[first, upgrade, protocol][..], Carried::Token("first")),
            ("GET", "/v1/ws?token=third", &[upgrade, protocol], Carried::Token("second")),
            ("GET", "/v1/ws?token=third", &[protocol], Carried::Token("third")),
            ("GET", "/v1/sse?board=a&token=third&token=4", &[], Carried::Token("third")),
            ("GET", "/v1/sse?token", &[], Carried::Token("")),
            ("GET", "/v1/sse?tokens=x", &[], Carried::Nothing),
            ("GET", "/v1/sse?token=third", &[cookie], Carried::Token("third")),
            ("GET", "/v1/sse?board=a", &[cookie], Carried::Cookie("fourth")),
            ("POST", "/v1/notify", &[cookie], Carried::Nothing),
            ("DELETE", "/v1/boards/a/notices/b", &[cookie], Carried::Nothing),
            ("POST", "/v1/notify?token=third", &[], Carried::Nothing),
            ("POST", "/v1/notify", &[("authorization", "bEARER  x")], Carried::Token("x")),
        ] {
            assert_eq!(carried(&request(method, uri, headers)), expected, "{method} {uri} {headers:?}");
        }
        for wrong in ["Basic dTpw", "Bearer", "", "token x"] {
            let request = request("GET", "/v1/sse?token=good", &[("authorization", wrong)]);
            assert!(matches!(carried(&request), Carried::Wrong(_)), "{wrong:?} decides all the same");
        }
    }
}
