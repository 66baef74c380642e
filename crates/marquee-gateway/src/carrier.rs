//! Where a request carries its token: the first place that has one decides, even if what is there is bad. Where none has, a
//! device's signature may stand in its place. It judges neither.

use crate::session_cookie;
use http::request::Parts;
use http::{HeaderMap, Method, header};
use marquee_auth::Signed;

/// How a subprotocol that is a token begins.
const SUBPROTOCOL: &str = "marquee.bearer.";
/// The parameter of a query.
const PARAMETER: &str = "token";
/// What a device signs with. The first of them is what makes a request a signed one.
const SIGNATURE: &str = "x-signature";
const CLIENT_ID: &str = "x-client-id";
const TIMESTAMP: &str = "x-timestamp";

/// What a request carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Carried<'a> {
    /// Nothing anywhere.
    Nothing,
    /// A text that has to be a token.
    Token(&'a str),
    /// A login cookie.
    Cookie(&'a str),
    /// No token, but a signature.
    Signed(Signed<'a>),
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
    if request.headers.contains_key(SIGNATURE) {
        return signed(request).map_or_else(Carried::Wrong, Carried::Signed);
    }
    Carried::Nothing
}

/// A request with what it says of its signature, or what is due.
fn signed(request: &Parts) -> Result<Signed<'_>, &'static str> {
    let only = |name: &str| {
        let mut values = request.headers.get_all(name).iter();
        values.next().filter(|_| values.next().is_none()).map(|value| value.as_bytes())
    };
    let (Some(signature), Some(client_id), Some(timestamp)) =
        (only(SIGNATURE), only(CLIENT_ID), only(TIMESTAMP))
    else {
        return Err("a signed request has each of X-Client-Id, X-Timestamp and X-Signature once");
    };
    // Nothing signs it, and nothing here reads one.
    let length = request.headers.get(header::CONTENT_LENGTH);
    if request.headers.contains_key(header::TRANSFER_ENCODING) || length.is_some_and(|length| length != "0") {
        return Err("a signed request has no body");
    }
    // As it came: other spellings of the same address are other texts.
    let target = request.uri.path_and_query().map_or("/", |target| target.as_str());
    Ok(Signed { method: request.method.as_str(), target, client_id, timestamp, signature })
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

    const SIGNED: [(&str, &str); 3] =
        [("x-signature", "sha256=00"), ("x-client-id", "panel-7"), ("x-timestamp", "1700000000")];

    #[test]
    fn a_signature_is_looked_at_where_no_token_is_carried() {
        let request_of =
            |uri: &str, more: &[(&str, &str)]| request("GET", uri, &[&SIGNED[..], more].concat());
        let signed = request_of("/v1/sync?board=%6Fps&", &[("content-length", "0")]);
        let expected = Signed {
            method: "GET",
            target: "/v1/sync?board=%6Fps&",
            client_id: b"panel-7",
            timestamp: b"1700000000",
            signature: b"sha256=00",
        };
        assert_eq!(carried(&signed), Carried::Signed(expected), "the address stays as it was written");
        let absolute = request_of("http://wall.example/v1/snapshot", &[]);
        assert_eq!(
            carried(&absolute),
            Carried::Signed(Signed { target: "/v1/snapshot", ..expected }),
            "a path alone is signed"
        );
        for (uri, more) in [
            ("/v1/sync?token=t", &[][..]),
            ("/v1/sync", &[("authorization", "Bearer t")]),
            ("/v1/sync", &[("authorization", "Bearer t"), ("x-signature", "sha256=11")]),
        ] {
            assert_eq!(carried(&request_of(uri, more)), Carried::Token("t"), "{uri} {more:?}");
        }
        let basic = request_of("/v1/sync", &[("authorization", "Basic t")]);
        assert!(matches!(carried(&basic), Carried::Wrong(_)), "the first place decides, even if it is bad");
        assert_eq!(carried(&request("GET", "/v1/sync", &SIGNED[1..])), Carried::Nothing, "nothing is signed");
    }

    #[test]
    fn what_a_signature_is_made_of_is_there_once_and_without_a_body() {
        for missing in &SIGNED[1..] {
            let rest: Vec<_> = SIGNED.iter().filter(|one| *one != missing).copied().collect();
            assert!(matches!(carried(&request("GET", "/v1/sync", &rest)), Carried::Wrong(_)), "{rest:?}");
        }
        for more in [
            ("x-signature", "sha256=00"),
            ("X-Signature", "sha256=11"),
            ("x-client-id", "panel-8"),
            ("x-timestamp", "1700000000"),
            ("content-length", "1"),
            ("content-length", "00"),
            ("transfer-encoding", "chunked"),
        ] {
            let request = request("GET", "/v1/sync", &[&SIGNED[..], &[more]].concat());
            assert!(matches!(carried(&request), Carried::Wrong(_)), "{more:?}");
        }
    }
}
