//! Other issuers, whose keys a small HTTP server of the tests publishes: their tokens, what they may open at most, and what happens
//! where it does not answer as it should.

use crate::harness::TestServer;
use crate::signing::{AUDIENCE, ISSUER, ed, hs, secret, status, token, token_of, until};
use marquee_auth::{Key, Keys, jwks};
use marquee_gateway::hooks::Secret;
use marquee_server::auth::{AuthConfig, IssuerConfig, KeyConfig};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

const FAR: &str = "https://far.example";

/// A server of one answer, which may change.
struct Site {
    address: SocketAddr,
    answer: Arc<Mutex<String>>,
    asked: Arc<Mutex<usize>>,
}

impl Site {
    fn start(answer: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (answer, asked) = (Arc::new(Mutex::new(answer)), Arc::new(Mutex::new(0)));
        let (answers, counts) = (answer.clone(), asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let answer = answers.lock().unwrap().clone();
                *counts.lock().unwrap() += 1;
                // Whoever has gone away is no fault here.
                std::thread::spawn(move || serve(&stream.unwrap(), &answer).is_ok());
            }
        });
        Self { address, answer, asked }
    }

    fn answers(&self, answer: String) {
        *self.answer.lock().unwrap() = answer;
    }

    fn asked(&self) -> usize {
        *self.asked.lock().unwrap()
    }
}

fn serve(mut stream: &TcpStream, answer: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    stream.write_all(answer.as_bytes())?;
    if answer.contains("content-length") {
        return Ok(());
    }
    loop {
        stream.write_all(&[b' '; 4_096])?;
    }
}

fn whole(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

fn publishing(keys: impl IntoIterator<Item = Key>) -> String {
    whole(&jwks::document(&Keys::new(keys).unwrap()))
}

fn away(to: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n")
}

/// A server with a key of its own and these other issuers, each with the scope `subscribe:ops`.
fn trusting(others: &[(&str, String)]) -> TestServer {
    let own = KeyConfig {
        kid: "own".into(),
        alg: "HS256".into(),
        secret: Some(Secret::new(secret(0))),
        ..KeyConfig::default()
    };
    let other = |(issuer, jwks_url): &(&str, String)| IssuerConfig {
        issuer: (*issuer).into(),
        jwks_url: jwks_url.clone(),
        scope: "subscribe:ops".into(),
        allow_private_addresses: false,
    };
    TestServer::start_with(|config| {
        config.auth = Some(AuthConfig {
            issuer: ISSUER.into(),
            audience: AUDIENCE.into(),
            keys: vec![own],
            issuers: others.iter().map(other).collect(),
            ..AuthConfig::default()
        });
    })
}

fn far(kid: &str, number: u8) -> String {
    token_of(FAR, ed(kid, number), "admin subscribe:ops")
}

fn until_fetched(server: &TestServer) {
    until("the keys never came", || server.check("auth.issuers")["status"] == "ok");
}

fn fails_with(server: &TestServer, word: &str) {
    until(word, || {
        server.check("auth.issuers")["detail"].as_str().is_some_and(|detail| detail.contains(word))
    });
}

#[test]
fn another_issuers_tokens_open_what_it_may_give_and_a_new_key_makes_one_fetch() {
    let site = Site::start(publishing([ed("a", 1)]));
    let server = trusting(&[(FAR, format!("http://{}/jwks.json", site.address))]);
    until_fetched(&server);
    assert_eq!([far("a", 1), far("b", 2)].map(|token| status(&server, &token)), [200, 401]);
    let bearer = format!("Bearer {}", far("a", 1));
    let asks = |path: &str| server.send("GET", path, &[("authorization", &bearer)], "").status;
    assert_eq!([asks("/v1/sync?board=main"), asks("/v1/terminals")], [403, 403], "whatever the token says");
    assert_eq!(status(&server, &token(ed("a", 1))), 401, "it cannot speak for us");
    // That token with an unknown key made the minute's fetch, which found nothing new.
    until("there was no fetch", || site.asked() == 2);
    for _ in 0..200 {
        assert_eq!(status(&server, &far("c", 3)), 401);
    }
    assert_eq!(site.asked(), 2, "the minute is not over");
}

#[test]
fn a_key_that_an_issuer_begins_to_sign_with_is_taken_at_its_first_token() {
    let site = Site::start(publishing([ed("a", 1)]));
    let server = trusting(&[(FAR, format!("http://{}/jwks.json", site.address))]);
    until_fetched(&server);
    site.answers(publishing([ed("b", 2)]));
    until("the new key never came", || status(&server, &far("b", 2)) == 200);
    assert_eq!((status(&server, &far("a", 1)), site.asked()), (401, 2));
}

#[test]
fn a_server_starts_without_an_issuer_and_a_fetch_that_fails_keeps_the_keys_of_before() {
    let well = Site::start(publishing([ed("a", 1)]));
    let others =
        [(FAR, format!("http://{}/", well.address)), ("https://gone.example", "http://127.0.0.1:1/".into())];
    let server = trusting(&others);
    fails_with(&server, "https://gone.example: ");
    until("the keys never came", || status(&server, &far("a", 1)) == 200);
    assert_eq!((status(&server, &token(hs("own", 0))), server.get("/readyz").status), (200, 200));
    well.answers("HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n".into());
    let site = Site::start(publishing([ed("a", 1)]));
    let server = trusting(&[(FAR, format!("http://{}/", site.address))]);
    until_fetched(&server);
    site.answers("HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n".into());
    assert_eq!(status(&server, &far("b", 2)), 401);
    fails_with(&server, "https://far.example: it was answered 500");
    assert_eq!(status(&server, &far("a", 1)), 200);
}

#[test]
fn an_issuer_that_leads_inside_or_never_ends_gives_no_keys_and_holds_up_nobody() {
    let inside = Site::start(publishing([ed("a", 1)]));
    let site = Site::start(away(&format!("http://{}/jwks.json", inside.address)));
    let endless = Site::start("HTTP/1.1 200 OK\r\n\r\n".into());
    let server = trusting(&[
        (FAR, format!("http://{}/", site.address)),
        ("https://long.example", format!("http://{}/", endless.address)),
    ]);
    fails_with(&server, "https://far.example: 127.0.0.1 is no public address");
    fails_with(&server, "https://long.example: the JWKS has more than");
    assert_eq!([far("a", 1), token(hs("own", 0))].map(|token| status(&server, &token)), [401, 200]);
    assert_eq!(inside.asked(), 0, "nobody went there");
}

#[test]
fn an_issuer_that_cannot_be_followed_is_refused_at_the_start() {
    for (url, scope, word) in [
        ("http://idp.example/k", "subscribe:*", "jwks_url: write https"),
        ("https://idp.example/k", "subscribe", "scope: "),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let other = IssuerConfig {
            issuer: FAR.into(),
            jwks_url: url.into(),
            scope: scope.into(),
            allow_private_addresses: false,
        };
        let config = marquee_server::Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: folder.path().to_owned(),
            auth: Some(AuthConfig {
                issuer: ISSUER.into(),
                audience: AUDIENCE.into(),
                issuers: vec![other],
                ..AuthConfig::default()
            }),
            ..marquee_server::Config::default()
        };
        let said = marquee_server::Server::start(&config).err().unwrap().to_string();
        assert!(said.contains(word) && said.contains(FAR), "{said}");
    }
}
