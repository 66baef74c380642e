//! Many notices in one request: their order, their bounds, and that none spoils another.

use crate::harness::{Answer, TestServer};
use serde_json::{Value, json};

fn codes(answer: &Answer) -> Vec<u64> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    results(answer).iter().map(|result| result["status_code"].as_u64().unwrap()).collect()
}

fn results(answer: &Answer) -> Vec<Value> {
    answer.json()["results"].as_array().unwrap().clone()
}

#[test]
fn results_stand_in_the_order_of_their_notices() {
    let server = TestServer::start();
    let notices: Vec<Value> = (0..50)
        .map(|n| json!({"id": format!("n{n}"), "text": format!("text {n}"), "board": if n % 2 == 0 { "a" } else { "b" }}))
        .collect();
    let lines: String = notices.iter().map(|notice| format!("{notice}\r\n\n")).collect();
    for answer in [server.notify(&notices.into()), server.post("/v1/notify", "application/x-ndjson", lines)] {
        assert!(codes(&answer).iter().all(|code| *code < 300), "{}", answer.text);
        for (place, result) in results(&answer).iter().enumerate() {
            assert_eq!(result["id"], format!("n{place}"));
            assert_eq!(result["version"], 2 + place / 2, "those of one board are in their order");
        }
    }
}

#[test]
fn one_bad_notice_spoils_no_other() {
    let server = TestServer::start();
    server.publish("main", "taken");
    let body = r#"[{"id":"a","text":"x"},{"id":"b"},{"id":"taken","text":"other"},5,{"text":"x","text":"y"},{"text":"\ud800"},
        {"id":"a","text":"x"},{"id":"c","text":"z"}]"#;
    let answer = server.post("/v1/notify", "application/json", body);
    assert_eq!(codes(&answer), [201, 422, 409, 422, 400, 400, 200, 201], "{}", answer.text);
    let results = results(&answer);
    assert_eq!(results[1]["problem"]["errors"][0]["pointer"], "/text");
    assert_eq!(results[1]["problem"]["status"], 422);
    assert_eq!(results[2]["problem"]["type"], "/errors/conflict");
    assert_eq!(results[6]["status"], "duplicate");
    let lines: &[u8] = b"{\"id\":\"d\",\"text\":\"d\"}\n{\n\xff\n{\"id\":\"e\",\"text\":\"e\"} {}\n{\"id\":\"f\",\"text\":\"f\"}";
    let answer = server.post("/v1/notify", "application/x-ndjson", lines);
    assert_eq!(codes(&answer), [201, 400, 400, 400, 201], "{}", answer.text);
    let detail = answer.json()["results"][2]["problem"]["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("Line 3"), "{detail}");
    let one = server.post("/v1/notify", "application/x-ndjson", r#"{"id":"g","text":"g"}"#);
    assert_eq!(codes(&one), [201], "one line is a list too");
}

#[test]
fn a_thousand_are_many_enough() {
    let server = TestServer::start();
    let many = |count: usize| -> Value {
        (0..count)
            .map(|n| json!({"id": format!("n{n}"), "text": format!("text {n}"), "board": format!("b{}", n % 40)}))
            .collect::<Vec<_>>()
            .into()
    };
    for refused in [many(0), many(1_001)] {
        let answer = server.notify(&refused);
        assert_eq!((answer.status, answer.pointers()), (422, vec![String::new()]), "{}", answer.text);
        assert!(answer.json()["detail"].as_str().unwrap().contains("notices"), "{}", answer.text);
    }
    assert_eq!(server.get("/v1/boards/b0/now").json()["cursor"], json!(null), "nothing of it was published");
    assert_eq!(codes(&server.notify(&many(1_000))), vec![201; 1_000]);
    for refused in ["", "\n \n\r\n"] {
        let answer = server.post("/v1/notify", "application/x-ndjson", refused);
        assert_eq!(
            (answer.status, answer.pointers()),
            (422, vec![String::new()]),
            "{refused:?}: {}",
            answer.text
        );
    }
    let answer = server.post("/v1/notify", "application/x-ndjson", "{}\n".repeat(1_001));
    assert_eq!(answer.status, 422, "{}", answer.text);
}

#[test]
fn an_array_that_cannot_be_read_is_400_as_a_whole() {
    let server = TestServer::start();
    for body in
        [r#"[{"text":"x"},"#, r#"[{"text":"x"} {"text":"y"}]"#, r#"[{"text":"x"}]]"#, r#"[{"text":"x"},]"#]
    {
        let answer = server.post("/v1/notify", "application/json", body);
        assert_eq!(
            (answer.status, answer.json()["type"].clone()),
            (400, json!("/errors/malformed")),
            "{body}"
        );
    }
    assert_eq!(server.get("/v1/boards/main/now").json()["cursor"], json!(null));
}

#[test]
fn what_finds_no_place_in_the_queue_is_a_503_of_its_own() {
    let server = TestServer::start_with(|config| config.limits.queue = 4);
    let many: Vec<Value> =
        (0..300).map(|n| json!({"id": format!("n{n}"), "text": format!("text {n}")})).collect();
    let mut left = many;
    for _ in 0..500 {
        let answer = server.notify(&left.clone().into());
        let codes = codes(&answer);
        assert!(codes.iter().all(|code| [200, 201, 503].contains(code)), "{codes:?}");
        let results = results(&answer);
        let refused = results.iter().filter(|result| result["status_code"] == 503);
        assert!(refused.clone().all(|result| result["problem"]["type"] == "/errors/unavailable"));
        left = left
            .into_iter()
            .zip(&codes)
            .filter(|(_, code)| **code == 503)
            .map(|(notice, _)| notice)
            .collect();
        if left.is_empty() {
            return;
        }
    }
    panic!("{} never found a place", left.len());
}
