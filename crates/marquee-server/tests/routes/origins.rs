//! Pages of other origins: a table of what may stand in `Origin`, each with what becomes of it and why, tried on a write, on a
//! WebSocket and on what a page may read (CORS). RFC 6454 is where two origins are the same; what a browser never sends is let in
//! only where it can mean nothing else.

use crate::harness::TestServer;
use Expected::{Allowed, Broken, Foreign, Own};
use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};
use serde_json::json;
use std::io::{Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// What becomes of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Expected {
    /// It is let in: a page of this server, which needs no leave to read.
    Own,
    /// It is let in, and its page may read the answer.
    Allowed,
    /// It is 403, and no page may read anything.
    Foreign,
    /// It is no HTTP.
    Broken,
}

const ALLOWED: [&str; 6] = [
    "https://cms.example",
    "http://tools.example:8080",
    "https://xn--bcher-kva.example",
    "http://[2001:db8::1]:8080",
    "http://192.0.2.7",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
];

/// Lines of a request's head, the host that it is sent to, what becomes of it, why.
const TABLE: [(&str, &str, Expected, &str); 78] = [
    // The server's own pages.
    ("", "wall.example:8080", Own, "a program sends none"),
    (
        "origin: http://wall.example:8080",
        "wall.example:8080",
        Own,
        "scheme, host and port are the same (RFC 6454, 5)",
    ),
    (
        "origin: https://wall.example:8080",
        "wall.example:8080",
        Own,
        "there may be TLS in front, and Host has no scheme",
    ),
    ("origin: https://wall.example", "wall.example", Own, "a browser leaves out 443"),
    (
        "origin: https://wall.example",
        "wall.example:443",
        Own,
        "a proxy may write it out: the port is the scheme's own",
    ),
    ("origin: http://wall.example", "wall.example:80", Own, "so with 80"),
    ("origin: http://wall.example:80", "wall.example", Own, "and the other way round (RFC 6454, 4)"),
    ("origin: http://wall.example", "wall.example:443", Foreign, "443 is not the port of http"),
    ("origin: https://wall.example", "wall.example:80", Foreign, "80 is not the port of https"),
    ("origin: http://wall.example", "wall.example:8080", Foreign, "another port is another origin"),
    ("origin: http://wall.example:8081", "wall.example:8080", Foreign, "another port"),
    ("origin: http://wall.example:80801", "wall.example:8080", Foreign, "a port that goes on"),
    ("origin: http://WALL.example:8080", "wall.example:8080", Own, "hosts have no case (RFC 6454, 4)"),
    ("origin: http://wall.example:8080", "WALL.EXAMPLE:8080", Own, "not in Host either"),
    ("origin: HTTP://wall.example:8080", "wall.example:8080", Own, "schemes have no case"),
    ("origin: http://localhost:8080", "localhost:8080", Own, "a name like any other"),
    ("origin: http://127.0.0.1:8080", "127.0.0.1:8080", Own, "an address"),
    ("origin: http://127.0.0.1:8080", "localhost:8080", Foreign, "an address is not its name"),
    ("origin: http://[::1]:8080", "[::1]:8080", Own, "IPv6 in brackets"),
    ("origin: http://[::1]", "[::1]:80", Own, "and its port"),
    ("origin: http://::1:8080", "[::1]:8080", Foreign, "without brackets it is no host"),
    ("origin: http://[::1", "[::1]:8080", Foreign, "brackets are closed"),
    ("origin: http://[::1]8080", "[::1]:8080", Foreign, "a port follows a colon"),
    ("origin: http://[0:0:0:0:0:0:0:1]:8080", "[::1]:8080", Foreign, "a browser writes it short"),
    ("origin: http://[fe80::1%25eth0]:8080", "[::1]:8080", Foreign, "an origin has no zone"),
    ("origin: http://127.1:8080", "127.0.0.1:8080", Foreign, "a browser writes four numbers"),
    ("origin: http://2130706433:8080", "127.0.0.1:8080", Foreign, "the same as one number"),
    ("origin: http://0x7f000001:8080", "127.0.0.1:8080", Foreign, "the same as a hexadecimal one"),
    ("origin: http://0177.0.0.1:8080", "127.0.0.1:8080", Foreign, "the same in octal"),
    // Names that only look like ours.
    (
        "origin: http://wall.example.evil.example:8080",
        "wall.example:8080",
        Foreign,
        "our name as the start of another",
    ),
    ("origin: http://evil-wall.example:8080", "wall.example:8080", Foreign, "as its end"),
    (
        "origin: http://sub.wall.example:8080",
        "wall.example:8080",
        Foreign,
        "a name below it is another origin",
    ),
    ("origin: http://example:8080", "wall.example:8080", Foreign, "a name above it, too"),
    (
        "origin: http://wall.example.:8080",
        "wall.example:8080",
        Foreign,
        "a trailing dot is another host to a browser",
    ),
    ("origin: http://wall.example:8080.evil.example", "wall.example:8080", Foreign, "a port is digits"),
    ("origin: http://wall.example:08080", "wall.example:8080", Foreign, "in their one spelling"),
    ("origin: http://wall.example:+8080", "wall.example:8080", Foreign, "without a sign"),
    ("origin: http://wall.example:", "wall.example", Foreign, "a colon is followed by a port"),
    ("origin: http://wall.example:0", "wall.example", Foreign, "port 0 is not 80"),
    ("origin: http://", "wall.example:8080", Foreign, "there is no host"),
    ("origin: http://:8080", "wall.example:8080", Foreign, "nor here"),
    ("origin: //wall.example:8080", "wall.example:8080", Foreign, "there is no scheme"),
    ("origin: wall.example:8080", "wall.example:8080", Foreign, "a host alone is no origin"),
    ("origin: http:wall.example:8080", "wall.example:8080", Foreign, "two slashes"),
    ("origin: http:///wall.example:8080", "wall.example:8080", Foreign, "not three"),
    ("origin: http://wall.example:8080/", "wall.example:8080", Foreign, "an origin has no slash at its end"),
    ("origin: http://wall.example:8080/page", "wall.example:8080", Foreign, "and no path"),
    ("origin: http://wall.example:8080?x", "wall.example:8080", Foreign, "no query"),
    ("origin: http://wall.example:8080#x", "wall.example:8080", Foreign, "no fragment"),
    ("origin: http://wall.example:8080\\", "wall.example:8080", Foreign, "nor what some take for a slash"),
    ("origin: http://me@wall.example:8080", "wall.example:8080", Foreign, "no user"),
    (
        "origin: http://evil.example@wall.example:8080",
        "wall.example:8080",
        Foreign,
        "which may look like a host",
    ),
    ("origin: http://wall.example:8080@evil.example", "wall.example:8080", Foreign, "or hide one"),
    ("origin: http://wall%2eexample:8080", "wall.example:8080", Foreign, "a browser has decoded it"),
    // More than one, or none.
    (
        "origin: http://wall.example:8080 http://evil.example",
        "wall.example:8080",
        Foreign,
        "a list (RFC 6454, 7): each of them counts",
    ),
    (
        "origin: http://wall.example:8080,http://evil.example",
        "wall.example:8080",
        Foreign,
        "what a proxy makes of two headers",
    ),
    (
        "origin: http://wall.example:8080\r\norigin: http://evil.example",
        "wall.example:8080",
        Foreign,
        "two headers: the second may be the page's",
    ),
    (
        "origin: http://evil.example\r\norigin: https://cms.example",
        "wall.example:8080",
        Foreign,
        "in any order",
    ),
    ("origin:", "wall.example:8080", Foreign, "empty is not absent"),
    (
        "origin: null",
        "wall.example:8080",
        Foreign,
        "a sandbox, a file, a redirect: anyone's (fetch, origin serialised)",
    ),
    ("origin: NULL", "wall.example:8080", Foreign, "and in any case"),
    ("origin: *", "wall.example:8080", Foreign, "a word of answers, not of requests"),
    ("origin: http://*", "wall.example:8080", Foreign, "no host has a star"),
    (
        "origin: http://wall.example:8080\t",
        "wall.example:8080",
        Own,
        "blanks around a value are none of it (RFC 9110, 5.5)",
    ),
    ("origin: http://wall.example :8080", "wall.example:8080", Foreign, "within it they are"),
    (
        "origin: http://wall.example:8080\0",
        "wall.example:8080",
        Broken,
        "no header has a NUL (RFC 9110, 5.5)",
    ),
    (
        "origin: http://wall.example\u{ff}:8080",
        "wall.example:8080",
        Foreign,
        "an origin is ASCII (RFC 6454, 6.2)",
    ),
    // Other schemes.
    ("origin: file://wall.example:8080", "wall.example:8080", Foreign, "a file is nobody's page"),
    ("origin: data:text/html,x", "wall.example:8080", Foreign, "so is what is written in an address"),
    (
        "origin: chrome-extension://wall.example:8080",
        "wall.example:8080",
        Foreign,
        "an extension is not its server",
    ),
    (
        "origin: chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "wall.example:8080",
        Allowed,
        "it is configured",
    ),
    // Those that are configured.
    ("origin: https://cms.example", "wall.example:8080", Allowed, "as it is written there"),
    (
        "origin: https://CMS.example:443",
        "wall.example:8080",
        Allowed,
        "another spelling of the same (RFC 6454, 4)",
    ),
    ("origin: http://cms.example", "wall.example:8080", Foreign, "another scheme is another origin"),
    ("origin: https://cms.example:8443", "wall.example:8080", Foreign, "another port, too"),
    ("origin: http://tools.example:8080", "wall.example:8080", Allowed, "with its port"),
    (
        "origin: https://xn--bcher-kva.example",
        "wall.example:8080",
        Allowed,
        "a name of other letters, as browsers send it",
    ),
    ("origin: https://b\u{fc}cher.example", "wall.example:8080", Foreign, "and not as people write it"),
];

/// More of those that are configured, and what is asked where there is no `Origin`.
const MORE: [(&str, &str, Expected, &str); 9] = [
    ("origin: http://[2001:DB8::1]:8080", "wall.example:8080", Allowed, "an address of IPv6 has no case"),
    ("origin: http://192.0.2.7:80", "wall.example:8080", Allowed, "nor one of IPv4 another port"),
    ("origin: http://192.0.2.70", "wall.example:8080", Foreign, "an address that goes on"),
    ("sec-fetch-site: same-origin", "wall.example:8080", Own, "a browser's word that it is our page"),
    ("sec-fetch-site: none", "wall.example:8080", Own, "or that a person asked"),
    ("sec-fetch-site: same-site", "wall.example:8080", Foreign, "a neighbour is not us"),
    ("sec-fetch-site: cross-site", "wall.example:8080", Foreign, "and a stranger is not"),
    (
        "sec-fetch-site: none\r\nsec-fetch-site: cross-site",
        "wall.example:8080",
        Foreign,
        "each of two counts",
    ),
    (
        "sec-fetch-site: cross-site\r\norigin: http://wall.example:8080",
        "wall.example:8080",
        Own,
        "Origin says more, so it decides",
    ),
];

fn server(auth: Option<&str>) -> TestServer {
    TestServer::start_with(|config| {
        config.hosts = vec!["wall.example".into()];
        config.allowed_origins = ALLOWED.map(str::to_owned).into();
        let keys = |secret| json!({"issuer": "us", "audience": "m", "keys": [{"kid": "h", "alg": "HS256", "secret": secret}]});
        config.auth = auth.map(|secret| serde_json::from_value(keys(secret)).unwrap());
    })
}

/// The status of one request, and whom its answer lets read it.
fn asked(server: &TestServer, line: &str, lines: &[&str], body: &str) -> (u16, Option<String>) {
    let mut request = format!("{line} HTTP/1.1\r\n").into_bytes();
    for header in lines.iter().filter(|header| !header.is_empty()) {
        // What stands for a byte beyond ASCII is that byte.
        request.extend(header.chars().map(|c| u8::try_from(u32::from(c)).unwrap()));
        request.extend(b"\r\n");
    }
    let length = if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    request.extend(format!("{length}\r\n{body}").as_bytes());
    let mut stream = server.tcp();
    stream.write_all(&request).unwrap();
    let mut answer = Vec::new();
    let mut byte = [0];
    // The head alone: what follows a handshake has no end.
    while !answer.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() > 0 {
        answer.push(byte[0]);
    }
    let answer = String::from_utf8(answer).unwrap();
    let reader = answer.lines().take_while(|line| !line.is_empty()).find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("access-control-allow-origin").then(|| value.to_owned())
    });
    (answer.get(9..12).and_then(|status| status.parse().ok()).unwrap_or_default(), reader)
}

/// Tries the whole table; `proof` is a header that opens everything.
fn hold(server: &TestServer, proof: &str) {
    for (origin, host, expected, why) in TABLE.into_iter().chain(MORE) {
        let named = format!("{origin:?} at {host}: {why}");
        let host = format!("host: {host}");
        let text = asked(server, "POST /v1/boards/ops", &[&host, origin, proof, "connection: close"], "x");
        let upgrade = [
            &*host,
            origin,
            proof,
            "connection: upgrade",
            "upgrade: websocket",
            "sec-websocket-version: 13",
            "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
        ];
        let followed = asked(server, "GET /v1/ws?board=ops", &upgrade, "").0;
        let read = asked(server, "GET /v1/boards/ops/now", &[&host, origin, proof, "connection: close"], "");
        let statuses = (text.0, followed, read.0);
        let may = match expected {
            Own | Allowed => matches!(statuses, (200 | 201, 101, 200)),
            Foreign => statuses == (403, 403, 200),
            Broken => statuses == (400, 400, 400),
        };
        assert!(may, "{named}: {expected:?}, and it was {statuses:?}");
        let sent = origin.strip_prefix("origin: ").filter(|_| expected == Allowed);
        assert_eq!((text.1.as_deref(), read.1.as_deref()), (sent, sent), "{named}: who may read");
    }
}

#[test]
fn each_origin_is_let_in_or_not_as_the_table_says() {
    hold(&server(None), "");
}

#[test]
fn with_keys_and_a_token_it_is_the_same() {
    const SECRET: &str = "a secret of the tests that is long enough";
    let keys = Keys::new([Key::from_secret("h", SECRET.as_bytes()).unwrap()]).unwrap();
    let scopes = Scopes::admin();
    let iat_s = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let grant = Grant { sub: "cms", scopes: &scopes, iat_s, lifetime_s: 900, jti: "1", family: None };
    let token = marquee_leaks::token(Issuer::new("us", "m", &keys).unwrap().issue(&grant).unwrap());
    marquee_leaks::secret(SECRET);
    let server = server(Some(SECRET));
    hold(&server, &format!("authorization: Bearer {token}"));
    // A page that is allowed reads why it was not let in, too.
    let allowed = "origin: https://cms.example";
    let refused = asked(&server, "GET /v1/boards/ops/now", &["host: a", allowed, "connection: close"], "");
    assert_eq!(refused, (401, Some("https://cms.example".to_owned())));
}
