//! Terminals that are told what to show, over both transports: by the server's own replica, a little ahead of time.

use crate::harness::TestServer;
use crate::secured::{secured, token};
use crate::wire::Reader;
use serde_json::{Value, json};

/// How far ahead of its time something is told at most, ms.
const AHEAD_MS: u64 = 500;

fn now(server: &TestServer) -> u64 {
    server.get("/v1/time").json()["server_time"].as_u64().unwrap()
}

fn number(frame: &Value, member: &str) -> u64 {
    frame[member].as_u64().unwrap_or_else(|| panic!("no {member}: {frame}"))
}

/// A show that was just read: it is not told too early.
fn is_due(server: &TestServer, show: &Value) {
    let (from, now) = (number(show, "from"), now(server));
    assert!(from <= now + AHEAD_MS, "told {} ms ahead", from.saturating_sub(now));
}

#[test]
fn a_wall_is_told_what_is_on_and_then_what_comes() {
    for transport in ["ws", "sse"] {
        let server = TestServer::start();
        let mut early = Reader::open(&server, transport, "board=ops&terminal=led");
        assert_eq!(early.expect("hello")["terminal"]["kind"], "led");
        assert_eq!(early.expect("subscribed")["resume"], "none");
        assert_eq!(early.expect("clear"), json!({"type": "clear", "board": "ops"}));
        server.notify(&json!({"board": "ops", "id": "a", "text": "all is well"}));
        let first = early.expect("show");
        is_due(&server, &first);
        let told: [&Value; 8] = ["id", "rev", "play", "text", "cells", "cells_per_second", "color", "level"]
            .map(|name| &first[name]);
        assert_eq!(
            json!(told),
            json!(["a", 2, "scroll", "all is well", 11, 12, "#e8eaed", "INFO"]),
            "{transport}"
        );
        let mut late = Reader::open(&server, transport, "board=ops&terminal=led&last_seen=testepoch.1");
        late.expect("hello");
        assert_eq!(late.expect("subscribed")["resume"], "none", "there is nothing to go on from");
        let on = late.expect("show");
        assert_eq!((&on["id"], &on["head"]), (&json!("a"), &first["head"]), "the very same");
        server.notify(&json!({"board": "ops", "id": "u", "text": "down", "level": "URGENT"}));
        // Told of a next turn meanwhile or not, the pin comes at once.
        let pin = std::iter::repeat_with(|| early.expect("show")).find(|show| show["play"] == "pin").unwrap();
        is_due(&server, &pin);
        assert_eq!((&pin["id"], number(&pin, "until") - number(&pin, "from")), (&json!("u"), 15_000));
        server.delete("/v1/boards/ops/notices/u");
        let after = early.expect("show");
        assert_eq!((&after["id"], &after["play"]), (&json!("a"), &json!("scroll")), "where it was");
        server.delete("/v1/boards/ops/notices/a");
        assert_eq!(early.expect("clear"), json!({"type": "clear", "board": "ops", "id": "a"}));
    }
}

#[test]
fn what_is_told_is_what_the_board_plays() {
    let server = TestServer::start();
    for (id, text) in [("a", "one"), ("b", "two is longer"), ("c", "three")] {
        server.notify(&json!({"board": "ops", "id": id, "text": text}));
    }
    let mut wall = Reader::open(&server, "ws", "board=ops&terminal=led");
    wall.expect("hello");
    wall.expect("subscribed");
    for _ in 0..3 {
        let show = wall.expect("show");
        let at = number(&show, "from").max(number(&server.get("/v1/boards/ops/now").json(), "at"));
        let played = server.get(&format!("/v1/boards/ops/now?at={at}")).json();
        let slots = played["trail"].as_array().unwrap().iter().chain([&played["slot"]]);
        let found = slots.filter(|slot| slot["id"] == show["id"] && slot["head"] == show["head"]).count();
        assert_eq!(found, 1, "{show} is not in {played}");
    }
}

#[test]
fn a_browser_in_a_chat_is_told_fragments_in_which_no_text_is_markup() {
    let server = TestServer::start();
    let text = "<img src=x onerror=alert(1)> & <b>bold</b>";
    server.notify(&json!({"board": "ops", "id": "a", "text": text, "level": "WARNING"}));
    for agent in ["Mozilla/5.0 wxwork/4.1", "Mozilla/5.0 MicroMessenger/8.0"] {
        let mut events = server.sse("/v1/sse?board=ops", &[("user-agent", agent)]);
        assert_eq!(events.expect("hello").data["terminal"]["kind"], "html");
        events.expect("subscribed");
        let show = events.expect("show");
        assert_eq!(show.id, None, "there is nothing to go on from");
        assert_eq!(
            show.data["fragment"],
            "<div class=\"m-notice m-warning m-scroll\" dir=\"auto\">&lt;img src=x onerror=alert(1)&gt; &amp; \
             &lt;b&gt;bold&lt;/b&gt;</div>"
        );
        assert_eq!(show.data.get("text"), None);
    }
    server
        .notify(&json!({"board": "ops", "id": "h", "level": "URGENT", "html": "<b>b</b><script>x</script>"}));
    let mut events = server.sse("/v1/sse?board=ops&terminal=html", &[]);
    events.expect("hello");
    events.expect("subscribed");
    let pin =
        std::iter::repeat_with(|| events.expect("show").data).find(|show| show["play"] == "pin").unwrap();
    assert_eq!(pin["fragment"], "<div class=\"m-notice m-urgent m-pin\" dir=\"auto\"><b>b</b></div>");
}

#[test]
fn told_terminals_speak_json_alone() {
    let server = TestServer::start();
    let offered = [("sec-websocket-protocol", "marquee.v1.protobuf")];
    for kind in ["led", "html"] {
        let path = format!("/v1/ws?terminal={kind}");
        let refused = server.try_ws(&path, &offered).err().unwrap();
        assert!(refused.contains("400"), "{refused}");
        assert!(server.try_ws(&path, &[("sec-websocket-protocol", "marquee.v1.json")]).is_ok());
    }
    let unknown = server.get("/v1/sse?terminal=wall");
    assert_eq!((unknown.status, unknown.pointers()), (422, vec!["/terminal".to_owned()]));
}

#[test]
fn an_operators_terminal_hears_what_becomes_of_notices() {
    let server = TestServer::start();
    for transport in ["ws", "sse"] {
        let mut admin = Reader::open(&server, transport, "board=ops&terminal=admin");
        admin.expect("hello");
        admin.expect("subscribed");
        admin.expect("snapshot");
        let id = format!("of-{transport}");
        server.notify(&json!({"board": "ops", "id": id, "text": "x"}));
        server.notify(&json!({"board": "other", "id": "not-here", "text": "x"}));
        server.delete(&format!("/v1/boards/ops/notices/{id}"));
        let mut stages = Vec::new();
        while stages.last() != Some(&"deleted".to_owned()) {
            let frame = admin.next();
            if frame["type"] == "lifecycle" {
                assert_eq!((&frame["id"], &frame["board"]), (&json!(id), &json!("ops")));
                stages.push(frame["stage"].as_str().unwrap().to_owned());
            }
        }
        // It may end before anybody was sent it.
        stages.retain(|stage| stage != "delivered");
        assert_eq!(stages, ["accepted", "stored", "deleted"], "{transport}");
    }
}

#[test]
fn an_operators_terminal_needs_an_operators_token() {
    let server = secured();
    let get = |scope: &str| {
        let bearer = format!("Bearer {}", token(scope));
        server.send("GET", "/v1/sse?board=ops&terminal=admin", &[("authorization", &bearer)], b"").status
    };
    assert_eq!(get("subscribe:ops"), 403);
    let bearer = format!("Bearer {}", token("admin"));
    let mut events = server.sse("/v1/sse?board=ops&terminal=admin", &[("authorization", &bearer)]);
    assert_eq!(events.expect("hello").data["terminal"]["kind"], "admin");
}

#[test]
fn a_told_terminal_of_one_board_is_not_told_of_another_and_may_go_and_come() {
    let server = TestServer::start();
    server.publish("ops", "a");
    server.publish("web", "w");
    let mut wall = server.ws("/v1/ws?terminal=led");
    wall.expect("hello");
    for _ in 0..2 {
        wall.send(&json!({"type": "subscribe", "board": "ops"}));
        wall.expect("subscribed");
        assert_eq!(wall.expect("show")["board"], "ops");
        wall.send(&json!({"type": "unsubscribe", "board": "ops"}));
        wall.until("unsubscribed");
    }
    wall.send(&json!({"type": "subscribe", "board": "web", "tags": ["x"]}));
    assert_eq!(wall.expect("error")["code"], "bad-message");
}
