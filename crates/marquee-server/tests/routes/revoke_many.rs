//! A thousand terminals while notices flow, a hundred of which are taken back at random: each is gone, with nothing that came after
//! it was said, and the others miss nothing.

use crate::harness::{Terminal, TestServer};
use crate::revoke::post;
use crate::secured::{Said, secured, token};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio_tungstenite::tungstenite::Message;

const TERMINALS: usize = 1_000;
const TAKEN_BACK: usize = 100;

/// Says that it is over, also where something fails.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

fn publish(server: &TestServer, token: &str, text: &str) -> u64 {
    let answer = post(server, "/v1/notify", token, &json!({"board": "ops", "text": text}));
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.json()["version"].as_u64().unwrap()
}

/// The versions that a terminal got, up to one or to its end; and the code of that.
fn heard(terminal: &mut Terminal, upto: u64) -> (Vec<u64>, Option<u16>) {
    let mut versions = Vec::new();
    loop {
        match terminal.socket.read() {
            Ok(Message::Text(text)) => {
                let frame: serde_json::Value = serde_json::from_str(&text).unwrap();
                if let Some(version) = frame["version"].as_u64() {
                    versions.push(version);
                    if version == upto {
                        return (versions, None);
                    }
                }
            }
            Ok(Message::Close(frame)) => return (versions, frame.map(|frame| frame.code.into())),
            Ok(_) => {}
            Err(error) => panic!("it ended without a word: {error}"),
        }
    }
}

#[test]
fn of_a_thousand_terminals_a_hundred_are_taken_back_while_notices_flow_and_none_hears_more() {
    let server = secured();
    let publisher = Said { sub: "publisher", scope: "publish:*", ..Said::default() }.token();
    let admin = Said { sub: "operator", scope: "admin", ..Said::default() }.token();
    publish(&server, &publisher, "the first");
    let mut terminals: Vec<Terminal> = (0..TERMINALS)
        .map(|number| {
            let (jti, sub) = (format!("t-{number}"), format!("wall-{}", number % 7));
            let token = Said { sub: &sub, jti: &jti, ..Said::default() }.token();
            server.ws(&format!("/v1/ws?board=ops&terminal=feed&token={token}"))
        })
        .collect();
    for terminal in &mut terminals {
        terminal.expect("hello");
        terminal.expect("subscribed");
        terminal.expect("bookmark");
    }
    let over = AtomicBool::new(false);
    // Of whom was taken back, the first notice that was published after that was answered.
    let mut ends = BTreeMap::new();
    std::thread::scope(|scope| {
        let _ends = Ends(&over);
        scope.spawn(|| {
            for number in 0.. {
                if over.load(Ordering::Acquire) {
                    return;
                }
                publish(&server, &publisher, &format!("one of those that flow, {number}"));
            }
        });
        let mut chance = 12_345_u64;
        while ends.len() < TAKEN_BACK {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = usize::try_from(chance >> 33).unwrap() % TERMINALS;
            if ends.contains_key(&number) {
                continue;
            }
            let answer = post(&server, "/v1/auth/revoke", &admin, &json!({"jti": format!("t-{number}")}));
            assert_eq!(answer.json(), json!({"revoked": 1, "connections": 1}), "{}", answer.text);
            ends.insert(number, publish(&server, &publisher, &format!("after the end of {number}")));
        }
    });
    let last = publish(&server, &publisher, "the last");
    for (number, terminal) in terminals.iter_mut().enumerate() {
        let (versions, code) = heard(terminal, last);
        let first = versions.first().copied().unwrap_or_default();
        let unbroken = versions.iter().zip(first..).all(|(version, due)| *version == due);
        assert!(unbroken, "{number} has a hole or a repeat");
        match ends.get(&number) {
            Some(end) => {
                assert_eq!(code, Some(4403), "{number}");
                let newest = versions.last().copied().unwrap_or_default();
                assert!(newest < *end, "{number} got {newest}, and was over before {end}");
            }
            None => assert_eq!((code, versions.last()), (None, Some(&last)), "{number}"),
        }
    }
    assert_eq!(post(&server, "/v1/auth/revoke", &token("admin"), &json!({"jti": "t-1"})).status, 200);
}
