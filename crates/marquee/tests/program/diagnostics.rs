//! What the program tells its operator of a notice: a line a stage, as JSON on request, each with what it is found by.

use crate::process::{Process, notice};
use serde_json::{Value, json};

fn stage(server: &Process) -> Value {
    serde_json::from_str(&server.says("\"stage\"")).unwrap()
}

#[test]
fn each_stage_of_a_notice_is_one_line_with_all_that_it_is_found_by() {
    let data = tempfile::tempdir().unwrap();
    let environment = [("MARQUEE_LOG__FORMAT", "json"), ("MARQUEE_LOG__FILTER", "debug")];
    let server = Process::start(data.path(), "127.0.0.1:0", &environment);
    let mut feed = server.feed("main", "").unwrap();
    while feed.next().unwrap()["type"] != "bookmark" {}
    let (_, published) = server.publish(&notice("main", "a")).unwrap();
    let expired = json!({"board": "main", "id": "b", "text": "gone soon", "ttl": 1});
    for name in ["accepted", "stored", "delivered"] {
        let line = stage(&server);
        assert_eq!((&line["stage"], &line["level"]), (&json!(name), &json!("DEBUG")), "{line}");
        let found_by = [&line["board"], &line["notice_id"], &line["version"], &line["trace_id"]];
        assert_eq!(found_by, [&json!("main"), &json!("a"), &published["version"], &published["trace_id"]]);
        assert!(line["at"].as_u64().is_some(), "{line}");
    }
    server.publish(&expired).unwrap();
    let told: Vec<(Value, Value)> = (0..4)
        .map(|_| {
            let line = stage(&server);
            (line["notice_id"].clone(), line["stage"].clone())
        })
        .collect();
    let of_b = |name: &str| (json!("b"), json!(name));
    assert_eq!(told[..3], ["accepted", "stored", "delivered"].map(of_b), "nothing more of a");
    assert_eq!(told[3], of_b("expired"), "without anyone asking");
}
