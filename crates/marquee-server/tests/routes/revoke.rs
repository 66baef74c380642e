//! Tokens that are taken back or renewed while their terminals are connected: what is over is over at every door, and nothing comes
//! after it was said.

use crate::harness::{Answer, Terminal, TestServer};
use crate::secured::{Said, now_s, secured, token};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) fn post(server: &TestServer, path: &str, token: &str, body: &Value) -> Answer {
    let bearer = format!("Bearer {token}");
    let headers = [("content-type", "application/json"), ("authorization", &bearer)];
    server.send("POST", path, &headers, body.to_string())
}

fn get(server: &TestServer, path: &str, token: &str) -> Answer {
    server.send("GET", path, &[("authorization", &format!("Bearer {token}"))], "")
}

fn publish(server: &TestServer, text: &str) -> Answer {
    post(server, "/v1/notify", &token("publish:*"), &json!({"board": "ops", "text": text}))
}

fn revoke(server: &TestServer, token: &str, body: &Value) -> Answer {
    post(server, "/v1/auth/revoke", token, body)
}

/// A terminal that has all of the board `ops`.
fn connected(server: &TestServer, token: &str) -> Terminal {
    let mut terminal = server.ws(&format!("/v1/ws?board=ops&terminal=feed&token={token}"));
    terminal.expect("hello");
    terminal.until("subscribed");
    terminal
}

fn admin() -> String {
    Said { sub: "operator", scope: "admin", jti: "op", ..Said::default() }.token()
}

/// What each way of taking back leaves of four terminals.
#[test]
fn each_way_of_taking_back_ends_those_it_means_and_no_others() {
    let server = secured();
    let said = |sub, jti| Said { sub, jti, ..Said::default() };
    let subject = json!({"sub": "wall"});
    let foreign = json!({"jti": "a", "iss": "https://other.example"});
    let token = json!({"token": said("wall", "b").token()});
    for (body, ends) in [
        (&foreign, [false, false, false]),
        (&token, [false, true, false]),
        (&json!({"jti": "a"}), [true, true, false]),
        (&subject, [true, true, false]),
        (&json!({"sub": "other"}), [true, true, true]),
    ] {
        let tokens = [("wall", "a"), ("wall", "b"), ("other", "c")].map(|(sub, jti)| said(sub, jti).token());
        let open = |token: &String| get(&server, "/v1/snapshot?board=ops", token).status == 200;
        let before = tokens.each_ref().map(open);
        let answer = revoke(&server, &admin(), body);
        assert_eq!(answer.status, 200, "{body}: {}", answer.text);
        let after = tokens.each_ref().map(open);
        assert_eq!(after, ends.map(|ends| !ends), "{body}, before {before:?}");
    }
    assert_eq!(get(&server, "/v1/snapshot?board=ops", &admin()).status, 200);
}

#[test]
fn a_token_that_is_taken_back_ends_its_connections_and_nothing_comes_after_the_answer() {
    let server = secured();
    assert_eq!(publish(&server, "one").status, 201);
    let (taken, kept) =
        (Said { jti: "a", ..Said::default() }.token(), Said { jti: "b", ..Said::default() }.token());
    let mut gone = connected(&server, &taken);
    let mut stays = connected(&server, &kept);
    let mut stream = server.sse("/v1/sse?board=ops", &[("authorization", &format!("Bearer {taken}"))]);
    stream.expect("hello");
    stream.expect("subscribed");
    stream.expect("bookmark");
    let answer = revoke(&server, &admin(), &json!({"jti": "a"}));
    assert_eq!(answer.json(), json!({"revoked": 1, "connections": 2}), "{}", answer.text);
    // The promise is a second, on whatever machine; a stream that nobody wakes looks up after fifteen.
    stream.wait_up_to(Duration::from_secs(5));
    let bye = stream.block().unwrap();
    assert!(bye.starts_with("event: bye") && bye.contains("4403"), "{bye}");
    assert_eq!(publish(&server, "two").status, 201);
    let (code, frames) = gone.close();
    assert_eq!(code, 4403);
    let kinds: Vec<&Value> = frames.iter().map(|frame| &frame["type"]).collect();
    assert_eq!(kinds, ["bookmark", "bye"], "{frames:?}");
    assert_eq!(frames[1]["code"], 4403);
    assert_eq!(stream.next(), None, "and that is its end");
    assert_eq!(stays.until("put")["notice"]["text"], "two");
    for path in ["/v1/ws?board=ops&terminal=feed", "/v1/sse?board=ops", "/v1/sync?board=ops", "/v1/time"] {
        let answer = get(&server, path, &taken);
        assert_eq!(
            (answer.status, answer.json()["detail"].as_str().unwrap().contains("taken back")),
            (401, true),
            "{path}"
        );
    }
    for again in [json!({"token": taken}), json!({"jti": "a"})] {
        let answer = revoke(&server, &admin(), &again);
        assert_eq!(answer.json()["connections"], 0, "{}", answer.text);
    }
    let answer = revoke(&server, &admin(), &json!({"jti": "a"}));
    assert_eq!(answer.json(), json!({"revoked": 0, "connections": 0}), "it was so before");
}

#[test]
fn what_was_taken_back_is_so_after_a_restart_and_after_its_entries_are_folded_into_a_checkpoint() {
    let mut server = secured();
    let token = Said { jti: "a", ..Said::default() }.token();
    assert_eq!(revoke(&server, &admin(), &json!({"token": token})).status, 200);
    for _ in 0..2 {
        server.restart();
        assert_eq!(get(&server, "/v1/time", &token).status, 401);
        assert_eq!(get(&server, "/v1/time", &admin()).status, 200);
    }
}

#[test]
fn one_takes_back_ones_own_and_an_operator_everyone_s() {
    let server = secured();
    let wall = |jti| Said { jti, ..Said::default() }.token();
    let other = Said { sub: "other", jti: "o", ..Said::default() }.token();
    for (body, status) in [
        (json!({"sub": "other"}), 403),
        (json!({"jti": "o"}), 403),
        (json!({"token": other}), 403),
        (json!({"sub": "wall", "iss": "https://other.example"}), 403),
        (json!({"token": "nonsense"}), 422),
        (json!({"sub": "wall", "issued_before": now_s() * 1_000}), 422),
        (json!({}), 422),
        (json!({"token": wall("b")}), 200),
        (json!({"jti": "a"}), 200),
    ] {
        let answer = revoke(&server, &wall("a"), &body);
        assert_eq!(answer.status, status, "{body}: {}", answer.text);
    }
    assert_eq!(revoke(&server, &wall("a"), &json!({"sub": "wall"})).status, 401, "it has taken itself back");
    assert_eq!(revoke(&server, &wall("c"), &json!({"sub": "wall"})).status, 200);
    assert_eq!(get(&server, "/v1/time", &wall("d")).status, 401, "all of it that was issued");
    assert_eq!(
        server.send("POST", "/v1/auth/revoke", &[("content-type", "application/json")], "{}").status,
        401
    );
}

#[test]
fn a_newer_token_is_taken_in_band_and_a_narrower_one_takes_boards_away() {
    let server = secured();
    let mut terminal = connected(&server, &Said { seconds: 50, ..Said::default() }.token());
    let later = Said { jti: "t-2", ..Said::default() }.token();
    terminal.send(&json!({"type": "token", "token": later}));
    let ends = terminal.until("token_ok")["token_expires_at"].as_u64().unwrap();
    assert!(ends > (now_s() + 800) * 1_000, "{ends}");
    let narrow = Said { jti: "t-3", scope: "subscribe:other", ..Said::default() }.token();
    terminal.send(&json!({"type": "token", "token": narrow}));
    terminal.until("token_ok");
    let told = terminal.expect("error");
    assert_eq!((&told["code"], &told["board"]), (&json!("forbidden"), &json!("ops")));
    assert_eq!(terminal.expect("unsubscribed")["board"], "ops");
    assert_eq!(publish(&server, "not for it").status, 201);
    terminal.send(&json!({"type": "ping", "ts": 1}));
    terminal.expect("pong");
    // It is the newest token by which it can be taken back.
    assert_eq!(revoke(&server, &admin(), &json!({"jti": "t-2"})).json()["connections"], 0);
    assert_eq!(revoke(&server, &admin(), &json!({"jti": "t-3"})).json()["connections"], 1);
    assert_eq!(terminal.close().0, 4403);
}

#[test]
fn a_newer_token_that_is_bad_or_somebody_elses_ends_the_connection() {
    let server = secured();
    for (token, code) in [
        ("nonsense".to_owned(), 4401),
        (Said { seconds: -100, ..Said::default() }.token(), 4401),
        (Said { sub: "other", ..Said::default() }.token(), 4403),
    ] {
        let mut terminal = connected(&server, &Said::default().token());
        terminal.send(&json!({"type": "token", "token": token}));
        let (closed, frames) = terminal.close();
        assert_eq!(closed, code);
        assert_eq!(frames.last().unwrap()["type"], "bye");
    }
}

#[test]
fn what_a_stream_that_does_not_read_is_still_owed_is_not_given_once_its_token_is_taken_back() {
    let server = secured();
    let taken = Said { jti: "a", ..Said::default() }.token();
    let mut stream = server.sse("/v1/sse?board=ops", &[("authorization", &format!("Bearer {taken}"))]);
    // More than both sockets hold.
    let publisher = token("publish:*");
    let text = |batch: usize, number: usize| format!("{batch} {number} {}", "x".repeat(1_900));
    for batch in 0..40 {
        let notices: Vec<Value> =
            (0..100).map(|number| json!({"board": "ops", "text": text(batch, number)})).collect();
        assert_eq!(post(&server, "/v1/notify", &publisher, &json!(notices)).status, 200);
    }
    let answer = revoke(&server, &admin(), &json!({"jti": "a"}));
    assert_eq!(answer.json()["connections"], 1);
    assert!(stream.breaks(), "it ends where its socket was full, with no word");
}
