//! `POST /v1/notify`: what is answered, and what is wrong with what.

use crate::harness::TestServer;
use serde_json::json;

#[test]
fn the_notice_that_the_project_began_with_is_accepted() {
    let server = TestServer::start();
    let notice = json!({"id": "TEST-001", "level": "INFO", "text": "系统维护完成,服务已全面恢复",
        "tags": ["system", "recovery"], "ttl": 600});
    let answer = server.notify(&notice);
    assert_eq!(answer.status, 201, "{}", answer.text);
    let accepted = answer.json();
    assert_eq!(accepted["id"], "TEST-001");
    assert_eq!(accepted["board"], "main");
    assert_eq!(accepted["version"], 2);
    assert_eq!(accepted["epoch"], "testepoch");
    assert_eq!(accepted["cursor"], "testepoch.2");
    assert_eq!(accepted["status"], "accepted");
    assert_eq!(accepted["trace_id"].as_str().unwrap().len(), 32);
    let again = server.notify(&notice);
    assert_eq!((again.status, again.json()["status"].clone()), (200, json!("duplicate")));
    assert_eq!(again.json()["state"], "active");
    let other = server.notify(&json!({"id": "TEST-001", "text": "something else"}));
    assert_eq!((other.status, other.json()["type"].clone()), (409, json!("/errors/conflict")));
}
