//! Logging in with a secret, going on with refresh tokens, and coming by cookie.

use crate::harness::{Answer, TestServer};
use crate::revoke::post;
use crate::secured::{CLIENT_SECRET, Said, asked_at_most, secured, token};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Mutex;

fn ask(server: &TestServer, path: &str, body: &Value) -> Answer {
    server.send("POST", path, &[("content-type", "application/json")], body.to_string())
}

/// What was given is looked for in all that is said.
fn noted(answer: Answer) -> Answer {
    for token in ["access_token", "refresh_token"] {
        if let Some(token) = answer.json()[token].as_str() {
            marquee_leaks::token(token.to_owned());
        }
    }
    answer
}

fn log_in(server: &TestServer, client: &str) -> Value {
    let answer =
        noted(ask(server, "/v1/auth/token", &json!({"client_id": client, "client_secret": CLIENT_SECRET})));
    assert_eq!(answer.status, 200, "{client}");
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.json()
}

fn refresh(server: &TestServer, tokens: &Value) -> Answer {
    noted(ask(server, "/v1/auth/refresh", &json!({"refresh_token": tokens["refresh_token"]})))
}

fn opens(server: &TestServer, tokens: &Value, board: &str) -> u16 {
    let bearer = format!("Bearer {}", tokens["access_token"].as_str().unwrap());
    server.send("GET", &format!("/v1/snapshot?board={board}"), &[("authorization", &bearer)], "").status
}

#[test]
fn a_client_logs_in_with_its_secret_and_gets_what_it_may() {
    let server = secured();
    let tokens = log_in(&server, "wall");
    let rest = ["token_type", "expires_in", "refresh_expires_in", "scope"].map(|name| tokens[name].clone());
    assert_eq!(rest, [json!("Bearer"), json!(900), json!(604_800), json!("subscribe:ops")]);
    assert_eq!((opens(&server, &tokens, "ops"), opens(&server, &tokens, "main")), (200, 403));
    assert_eq!(opens(&server, &log_in(&server, "panel"), "main"), 200);
    for (client, secret) in [("wall", "wrong"), ("panel", "wrong"), ("nobody", CLIENT_SECRET)] {
        let answer = ask(&server, "/v1/auth/token", &json!({"client_id": client, "client_secret": secret}));
        assert_eq!(answer.status, 401, "{client}");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
    assert_eq!(ask(&server, "/v1/auth/token", &json!({"client_id": "wall"})).pointers(), ["/client_secret"]);
}

#[test]
fn a_refresh_token_gives_the_next_and_the_same_again_and_its_second_use_ends_all() {
    let mut server = secured();
    let first = log_in(&server, "wall");
    let second = refresh(&server, &first);
    assert_eq!(second.status, 200, "{}", second.status);
    assert_ne!(second.json()["refresh_token"], first["refresh_token"]);
    assert_eq!(refresh(&server, &first).json(), second.json(), "the answer was lost on its way");
    // Also after a crash: it is derived anew, and was never stored.
    server.restart();
    let second = second.json();
    assert_eq!(refresh(&server, &first).json(), second);
    let third = refresh(&server, &second).json();
    assert_eq!(opens(&server, &third, "ops"), 200);
    let mut live = server.ws(&format!("/v1/ws?board=ops&token={}", third["access_token"].as_str().unwrap()));
    live.expect("hello");
    assert_eq!(refresh(&server, &first).status, 401, "its child was used");
    assert_eq!(live.close().0, 4403);
    for tokens in [&first, &second, &third] {
        assert_eq!((refresh(&server, tokens).status, opens(&server, tokens, "ops")), (401, 401));
    }
    assert_eq!(opens(&server, &log_in(&server, "wall"), "ops"), 200, "another login is another family");
}

#[test]
fn altered_refresh_tokens_are_nobodys() {
    let server = secured();
    let tokens = log_in(&server, "wall");
    let good = tokens["refresh_token"].as_str().unwrap();
    let (family, mac) = (good.split('.').next().unwrap(), good.rsplit('.').next().unwrap());
    let altered = [
        String::new() + "x",
        good.to_uppercase(),
        format!("{good} "),
        format!("{good}."),
        good[..good.len() - 1].to_owned(),
        format!("{family}.1.{mac}"),
        format!("{family}.00.{mac}"),
        format!("{family}.4294967296.{mac}"),
        format!("mr_x.0.{mac}"),
        tokens["access_token"].as_str().unwrap().to_owned(),
    ];
    for altered in altered {
        let answer = ask(&server, "/v1/auth/refresh", &json!({"refresh_token": altered}));
        assert_eq!(answer.status, 401, "{altered:?}");
    }
    assert_eq!(refresh(&server, &tokens).status, 200, "the family lives");
}

#[test]
fn a_refresh_token_that_is_taken_back_ends_its_family() {
    let server = secured();
    let (tokens, other) = (log_in(&server, "wall"), log_in(&server, "wall"));
    let stranger = Said { sub: "other", ..Said::default() }.token();
    let body = json!({"token": tokens["refresh_token"]});
    assert_eq!(post(&server, "/v1/auth/revoke", &stranger, &body).status, 403);
    let own = other["access_token"].as_str().unwrap();
    assert_eq!(post(&server, "/v1/auth/revoke", own, &body).json()["revoked"], 1);
    assert_eq!((refresh(&server, &tokens).status, opens(&server, &tokens, "ops")), (401, 401));
    assert_eq!(refresh(&server, &other).status, 200);
}

/// Of eight who come with one refresh token at once, each gets the same answer: there is one child.
#[test]
fn many_who_refresh_at_once_are_left_with_one_living_child() {
    let server = secured();
    for _ in 0..1_000 {
        let first = log_in(&server, "wall");
        let answers = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| answers.lock().unwrap().push(refresh(&server, &first)));
            }
        });
        let answers = answers.into_inner().unwrap();
        let children: HashSet<String> = answers.iter().map(|answer| answer.text.clone()).collect();
        assert_eq!((answers.len(), children.len()), (8, 1));
        assert_eq!(refresh(&server, &answers[0].json()).status, 200);
    }
}

#[test]
fn a_token_is_exchanged_for_a_cookie_by_which_a_browser_reads_and_nothing_else() {
    let mut server = secured();
    let answer = post(&server, "/v1/auth/session", &token("subscribe:ops publish:ops"), &json!({}));
    assert_eq!((answer.status, answer.json()), (200, json!({"expires_in": 604_800})));
    let set = answer.header("set-cookie").to_owned();
    assert!(set.ends_with("; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict"), "it is no text of ours");
    let cookie = set.split(';').next().unwrap().to_owned();
    marquee_leaks::secret(cookie.split('=').nth(1).unwrap());
    server.restart();
    let with = |method, path, body: &str| {
        server.send(method, path, &[("cookie", &cookie), ("content-type", "application/json")], body)
    };
    let read = with("GET", "/v1/snapshot?board=ops", "");
    assert_eq!(read.status, 200);
    assert!(read.header("set-cookie").starts_with(&cookie), "a browser is told anew how long it keeps it");
    assert_eq!(with("GET", "/v1/snapshot?board=main", "").status, 403);
    assert_eq!(with("POST", "/v1/notify", r#"{"board":"ops","text":"x"}"#).status, 401);
    assert_eq!(with("POST", "/v1/auth/revoke", r#"{"sub":"wall"}"#).status, 401);
    assert_eq!(server.send("GET", "/v1/time", &[("cookie", "marquee_session=nonsense")], "").status, 401);
    let mut stream = server.sse("/v1/sse?board=ops", &[("cookie", &cookie)]);
    stream.expect("hello");
    let mut live = server.try_ws("/v1/ws?board=ops", &[("cookie", &cookie)]).unwrap();
    live.expect("hello");
    let ended = with("DELETE", "/v1/auth/session", "");
    assert_eq!(ended.status, 204);
    assert!(ended.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(live.close().0, 4403);
    while let Some(event) = stream.next() {
        assert!(["subscribed", "bookmark", "bye"].contains(&&*event.name), "{event:?}");
    }
    assert_eq!(with("GET", "/v1/time", "").status, 401);
}

#[test]
fn a_cookie_goes_with_what_it_was_given_for() {
    let server = secured();
    let tokens = log_in(&server, "wall");
    let access = tokens["access_token"].as_str().unwrap();
    let cookie = |token: &str| {
        let answer = post(&server, "/v1/auth/session", token, &json!({}));
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    };
    let (of_login, of_token) = (cookie(access), cookie(&Said { jti: "c", ..Said::default() }.token()));
    let status = |cookie: &str| server.send("GET", "/v1/time", &[("cookie", cookie)], "").status;
    assert_eq!((status(&of_login), status(&of_token)), (200, 200));
    let admin = token("admin");
    post(&server, "/v1/auth/revoke", &admin, &json!({"token": tokens["refresh_token"]}));
    assert_eq!((status(&of_login), status(&of_token)), (401, 200));
    post(&server, "/v1/auth/revoke", &admin, &json!({"jti": "c"}));
    assert_eq!(status(&of_token), 401);
}

#[test]
fn without_keys_nobody_logs_in() {
    let server = TestServer::start();
    for path in ["token", "refresh", "session", "revoke"] {
        let answer = ask(&server, &format!("/v1/auth/{path}"), &json!({"sub": "wall"}));
        assert_eq!(
            (answer.status, answer.text.contains("has no keys")),
            (404, true),
            "{path}: {}",
            answer.text
        );
    }
}

#[test]
fn whoever_asks_for_tokens_too_often_is_told_when_to_come_back() {
    let server = asked_at_most(1);
    let body = json!({"client_id": "nobody", "client_secret": CLIENT_SECRET});
    let answers: Vec<Answer> = (0..20).map(|_| ask(&server, "/v1/auth/token", &body)).collect();
    let refused: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 429).collect();
    // A second may pass meanwhile, twenty do not.
    assert!(refused.len() > 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
    assert!(refused.iter().all(|answer| answer.header("retry-after") == "1"));
    assert_eq!(ask(&server, "/v1/auth/refresh", &json!({"refresh_token": "mr_x.0.y"})).status, 429);
    log_in(&server, "wall");
}
