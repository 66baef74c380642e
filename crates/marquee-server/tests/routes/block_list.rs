//! The block list over HTTP: refused, shown as stars, at every door, and changed while the server runs.

use crate::harness::{LIMIT, TestServer};
use serde_json::{Value, json};
use std::time::Instant;

const LIST: &str =
    "[reject]\nwords = ['banned', '违禁']\npatterns = ['(?i)buy\\s+now']\n[mask]\nwords = ['darn']\n";

#[test]
fn words_are_refused_or_masked_at_every_door() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("words.toml");
    std::fs::write(&file, LIST).unwrap();
    let server = TestServer::start_with(|config| config.block_list = file.clone());
    for text in ["a Banned word", "含有违禁词", "BUY  NOW"] {
        let refused = server.notify(&json!({"board": "ops", "text": text}));
        assert_eq!((refused.status, refused.pointers()), (422, vec!["/text".to_owned()]), "{text}");
    }
    assert_eq!(server.post("/v1/boards/ops", "text/plain", "banned").status, 422);
    assert_eq!(server.put("/v1/boards/ops/notices/a", &json!({"text": "banned"})).status, 422);
    let many = server.notify(&json!([{"text": "banned"}, {"text": "fine", "board": "main"}])).json();
    let codes: Vec<&Value> =
        many["results"].as_array().unwrap().iter().map(|one| &one["status_code"]).collect();
    assert_eq!(codes, [422, 201]);
    let alert = json!({"version": "4", "alerts": [{"status": "firing", "fingerprint": "f",
        "annotations": {"summary": "oh darn"}}]});
    server.post("/v1/hooks/alertmanager?board=ops", "application/json", alert.to_string());
    server.notify(&json!({"board": "ops", "id": "b", "text": "darn it", "html": "<b>darn</b> it"}));
    let shown = server.get("/v1/boards/ops/notices").json();
    let texts: Vec<&Value> =
        shown["notices"].as_array().unwrap().iter().map(|notice| &notice["text"]).collect();
    assert_eq!(texts, ["oh ****", "**** it"], "nothing that was refused is there");
    assert_eq!(shown["notices"][1].get("html"), None);
}

#[test]
fn a_changed_list_holds_at_once_and_a_repeat_is_still_a_repeat() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("words.toml");
    std::fs::write(&file, "").unwrap();
    let server = TestServer::start_with(|config| config.block_list = file.clone());
    let notice = json!({"board": "ops", "id": "a", "text": "darn it"});
    assert_eq!(server.notify(&notice).status, 201);
    std::fs::write(&file, LIST).unwrap();
    let begun = Instant::now();
    while server.notify(&json!({"board": "ops", "text": "banned"})).status != 422 {
        assert!(begun.elapsed() < LIMIT, "the list never held");
    }
    assert_eq!(server.notify(&notice).json()["status"], "duplicate");
    std::fs::write(&file, "[mask]\npatterns = ['(']").unwrap();
    let check = || server.check("block_list");
    while check()["status"] != "fails" {
        assert!(begun.elapsed() < LIMIT, "the fault was never told");
    }
    assert!(check()["detail"].as_str().unwrap().contains("mask.patterns, number 1"), "{}", check());
    assert_eq!(server.notify(&json!({"board": "ops", "text": "banned"})).status, 422, "what held goes on");
}
