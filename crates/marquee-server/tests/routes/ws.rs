//! `GET /v1/ws`: what a terminal gets, and how it comes back.

use crate::harness::TestServer;
use serde_json::json;

#[test]
fn a_screen_gets_a_snapshot_then_what_comes() {
    let server = TestServer::start();
    server.publish("ops", "a");
    let mut screen = server.ws("/v1/ws?board=ops&terminal=web&name=lobby-1");
    let hello = screen.expect("hello");
    assert_eq!(hello["terminal"], json!({"kind": "web", "name": "lobby-1"}));
    assert_eq!(screen.expect("subscribed")["resume"], "fresh");
    let snapshot = screen.expect("snapshot");
    assert_eq!(snapshot["cursor"], "testepoch.2");
    assert_eq!(snapshot["notices"][0]["id"], "a");
    server.publish("ops", "b");
    let put = screen.expect("put");
    assert_eq!((put["cursor"].clone(), put["notice"]["id"].clone()), (json!("testepoch.3"), json!("b")));
}
