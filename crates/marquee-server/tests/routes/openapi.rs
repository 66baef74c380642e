//! `GET /openapi.json` and `/docs`: the document is valid, and true. Every operation is called with its own examples and
//! with requests that are wrong, and what comes back has to be what the document says.

mod document;

use crate::harness::{Answer, TestServer};
use crate::hooks::configured;
use crate::limits::exhausted;
use crate::secured::{CLIENT_SECRET, Said, asked_at_most, secured, token};
use document::{Call, Document, Operation};
use serde_json::json;
use std::collections::BTreeSet;

/// The OpenAPI Initiative's schema of OpenAPI 3.1 documents, under Apache-2.0.
const OPENAPI: &str = include_str!("openapi/openapi-3.1.schema.json");

/// The examples' notice is active: what asks for it finds it.
fn prepared() -> TestServer {
    let hook = "[[hooks]]\nname = 'shop'\nkind = 'generic'\nkey = 'open-sesame'\ntemplate = { items = '/orders', text = '{/message}' }";
    let server = TestServer::start_with(|config| config.hooks = configured(hook));
    let notice = json!({"text": "database is down", "level": "URGENT", "tags": ["db"], "key": "db-1"});
    assert_eq!(server.put("/v1/boards/ops/notices/TEST-001", &notice).status, 201);
    server
}

/// Whether an operation only does something on a server with keys.
fn is_of_keys(operation: &Operation<'_>) -> bool {
    operation.path.starts_with("/v1/auth/")
}

/// An example with what cannot stand in one: secrets that this server knows.
fn with_secrets(server: &TestServer, operation: &Operation<'_>, example: &Call) -> Call {
    let call = example.with("authorization", &format!("Bearer {}", token("admin")));
    let login = json!({"client_id": "wall", "client_secret": CLIENT_SECRET}).to_string();
    match operation.path {
        "/v1/auth/token" => Call { body: login, ..call },
        "/v1/auth/refresh" => {
            let tokens = server.post("/v1/auth/token", "application/json", login).json();
            Call { body: json!({"refresh_token": tokens["refresh_token"]}).to_string(), ..call }
        }
        _ => call,
    }
}

fn send(server: &TestServer, operation: &Operation<'_>, call: &Call) -> Answer {
    server.send(&operation.method, &call.path, &call.headers(), &call.body)
}

#[test]
fn the_document_is_openapi_3_1_with_schemas_that_are_some() {
    let server = TestServer::start();
    let answer = server.get("/openapi.json");
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    let document = Document(answer.json());
    let schema = jsonschema::validator_for(&serde_json::from_str(OPENAPI).unwrap()).unwrap();
    let faults: Vec<String> = schema.iter_errors(&document.0).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (name, schema) in document.0["components"]["schemas"].as_object().unwrap() {
        let example = [&schema["example"], &schema["examples"][0]].into_iter().find(|it| !it.is_null());
        if let Some(example) = example {
            document.assert_valid(schema, example, name);
        }
        assert!(jsonschema::meta::is_valid(schema), "{name}");
        assert!(jsonschema::validator_for(&document.closed(schema)).is_ok(), "{name}");
    }
}

#[test]
fn every_operation_says_who_calls_it_and_what_it_does() {
    let document = Document::of(&TestServer::start());
    let tags = document.0["tags"].as_array().unwrap().iter();
    let mut unused: BTreeSet<&str> = tags.map(|tag| tag["name"].as_str().unwrap()).collect();
    let known = unused.clone();
    let mut ids = BTreeSet::new();
    for operation in document.operations() {
        let name = operation.name();
        assert!(
            ids.insert(operation.value["operationId"].as_str().unwrap().to_owned()),
            "{name}: its id is taken"
        );
        assert!(operation.value["summary"].as_str().is_some_and(|words| words.ends_with('.')), "{name}");
        let [tag] = &operation.value["tags"].as_array().unwrap()[..] else { panic!("{name}: one tag") };
        assert!(known.contains(tag.as_str().unwrap()), "{name}: {tag} is not explained");
        unused.remove(tag.as_str().unwrap());
        for parameter in operation.value["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{name}: {parameter}");
            assert!(parameter["schema"]["type"].is_string(), "{name}: nothing is null here: {parameter}");
        }
    }
    assert!(unused.is_empty(), "nobody calls as {unused:?}");
}

#[test]
fn every_operation_names_the_token_that_the_guard_asks_for() {
    let server = TestServer::start();
    let document = Document::of(&server);
    assert_eq!(document.0["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
    let mut asked = std::collections::BTreeMap::new();
    for operation in document.operations() {
        let security = &operation.value["security"];
        assert!(security.is_null() || operation.answer(401).is_some(), "{}", operation.name());
        asked.insert(operation.name(), security.to_string());
    }
    for (name, expected) in [
        ("GET /livez", json!(null)),
        ("GET /openapi.json", json!(null)),
        ("GET /v1/time", json!([{"bearer": []}])),
        ("POST /v1/notify", json!([{"bearer": ["publish"]}])),
        ("GET /v1/ws", json!([{"bearer": ["subscribe"]}])),
        ("GET /v1/boards/{board}/notices/{id}", json!([{"bearer": ["publish"]}, {"bearer": ["subscribe"]}])),
        ("PUT /v1/boards/{board}/policy", json!([{"bearer": ["admin"]}])),
        ("POST /v1/hooks/{source}", json!([{"bearer": ["publish"]}, {}])),
    ] {
        assert_eq!(asked.get(name), Some(&expected.to_string()), "{name} of {asked:#?}");
    }
    let page = server.get("/docs").text;
    assert!(page.contains("for: publish or a key or a signature of its own."), "the page says it too");
}

#[test]
fn a_request_is_described_by_the_schema_that_is_served() {
    let server = TestServer::start();
    let document = Document::of(&server);
    assert_eq!(
        document.0["components"]["schemas"]["NoticeRequest"],
        server.get("/schemas/notice.json").json()
    );
    for operation in document.operations() {
        for (media_type, content) in
            operation.value["requestBody"]["content"].as_object().into_iter().flatten()
        {
            document.assert_valid(
                &content["schema"],
                &content["example"],
                &format!("{} {media_type}", operation.name()),
            );
        }
    }
}

#[test]
fn every_operation_answers_its_examples_as_the_document_says() {
    let document = Document::of(&TestServer::start());
    for operation in document.operations() {
        for call in operation.examples() {
            // Each on a server of its own: no example has to know what another one did.
            let server = if is_of_keys(&operation) { secured() } else { prepared() };
            let call = if is_of_keys(&operation) { with_secrets(&server, &operation, &call) } else { call };
            if operation.answer(101).is_some() {
                server.ws(&call.path).expect("hello");
            } else if operation.gives(200, "text/event-stream") {
                let mut events = server.sse(&call.path, &call.headers());
                let head = events.head.to_ascii_lowercase();
                assert!(
                    head.starts_with("http/1.1 200") && head.contains("content-type: text/event-stream"),
                    "{head}"
                );
                events.expect("hello");
            } else {
                let answer = send(&server, &operation, &call);
                assert!(
                    (200..300).contains(&answer.status),
                    "{} {call:?}: {}",
                    operation.name(),
                    answer.text
                );
                operation.assert_described(&call, &answer);
            }
        }
    }
}

/// What can be wrong with a call, whatever the operation. Some of it is nothing wrong to some.
fn wrongs(operation: &Operation<'_>) -> Vec<Call> {
    let good = operation.example();
    let asking = |query: &str| {
        let path = good.path.split('?').next().unwrap();
        Call { path: format!("{path}?{query}"), ..good.clone() }
    };
    let bodied = |content_type: &str, body: &str| Call {
        body: body.into(),
        ..good.with("content-type", content_type)
    };
    let mut calls = vec![
        good.with("host", "evil.example"),
        good.with("origin", "http://evil.example").with("upgrade", "websocket"),
        asking("limit=0&after=%21&at=x&terminal=x&key=&ttl=0&from=x"),
        asking("limit=1&limit=1&at=1&at=1&board=a&board=b&key=a&key=b&level=low&level=low&to=x&to=x"),
    ];
    let parameters = operation.value["parameters"].as_array();
    if parameters.into_iter().flatten().any(|parameter| parameter["name"] == "If-Match") {
        calls.push(good.with("if-match", "\"9\""));
    }
    if operation.path == "/v1/sync" {
        calls.push(asking("since=nonsense"));
    }
    if operation.path == "/v1/snapshot" {
        calls.extend([good.with("accept-encoding", "identity;q=0"), asking("board=%21")]);
    }
    if operation.path.contains('{') {
        let none =
            operation.path.replace("{board}", "_none").replace("{source}", "none").replace("{id}", "a%20b");
        calls.push(Call { path: none, ..good.clone() });
        calls.push(Call { path: good.path.replace("open-sesame", "guessed"), ..good.clone() });
        // A hook with a key, called without it.
        calls.push(Call { path: good.path.replace("alertmanager", "shop"), ..good.clone() });
    }
    if !good.body.is_empty() {
        calls.extend([
            good.with("content-type", "image/png"),
            good.with("content-encoding", "gzip"),
            bodied("application/json", "{"),
            bodied("application/json", r#"{"ttl":0}"#),
            bodied("application/json", r#"{"board":"ops","id":"TEST-001","text":"other","key":"db-1"}"#),
            bodied("application/json", &format!("{}{}", good.body, " ".repeat(1 << 20))),
        ]);
        let other = bodied("application/json", r#"{"board":"ops","text":"x","key":"db-1"}"#);
        calls.push(Call { path: good.path.replace("TEST-001", "TEST-003"), ..other });
    }
    if operation.answer(101).is_some() {
        let handshakes = calls.iter().map(|call| {
            call.with("connection", "upgrade")
                .with("upgrade", "websocket")
                .with("sec-websocket-version", "13")
                .with("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
        });
        calls = handshakes.chain([good.clone()]).collect();
    }
    calls
}

#[test]
fn what_is_refused_is_refused_as_the_document_says_and_it_says_no_more() {
    let document = Document::of(&TestServer::start());
    let with_keys = secured();
    for operation in document.operations() {
        let server = prepared();
        let mut seen = BTreeSet::new();
        // Without a token, where one is asked for.
        let call = operation.example();
        let closed = send(&with_keys, &operation, &call);
        if closed.status == 401 {
            operation.assert_described(&call, &closed);
            seen.insert(closed.status);
        }
        for call in wrongs(&operation) {
            let answer = send(&server, &operation, &call);
            operation.assert_described(&call, &answer);
            seen.insert(answer.status);
        }
        if is_of_keys(&operation) {
            let server = secured();
            // The example takes back what `wall` has.
            let token = |scope| Said { sub: "reader", scope, ..Said::default() }.token();
            let with = |scope| ("authorization", format!("Bearer {}", token(scope)));
            for (name, value) in [("x-none", String::new()), with("admin"), with("subscribe:ops")] {
                for call in wrongs(&operation) {
                    let call = call.with(name, &value);
                    let answer = send(&server, &operation, &call);
                    operation.assert_described(&call, &answer);
                    seen.insert(answer.status);
                }
            }
        }
        if operation.answer(429).is_some() {
            let of_keys = is_of_keys(&operation);
            let (server, token) = if of_keys { (asked_at_most(1), token("admin")) } else { exhausted() };
            let call = operation.example().with("authorization", &format!("Bearer {token}"));
            for _ in 0..if of_keys { 3 } else { 1 } {
                let answer = send(&server, &operation, &call);
                operation.assert_described(&call, &answer);
                seen.insert(answer.status);
            }
        }
        let said = operation.value["responses"].as_object().unwrap().keys();
        // A body that stands still takes longer than all else here together.
        let said = said.filter_map(|status| status.parse().ok()).filter(|status| *status != 408);
        let unseen: Vec<u16> =
            said.filter(|status| (400..500).contains(status) && !seen.contains(status)).collect();
        assert!(unseen.is_empty(), "{}: {unseen:?} are said and nothing is answered so", operation.name());
    }
}

#[test]
fn every_route_is_in_the_document_with_all_its_methods() {
    let server = TestServer::start();
    let document = Document::of(&server);
    for (path, item) in document.0["paths"].as_object().unwrap() {
        let answer = server.send("BREW", path, &[], "");
        // The one path that answers every method says by itself that it wants another protocol.
        if answer.status == 426 {
            continue;
        }
        let allow = answer.header("allow").split(',').map(str::trim).filter(|method| *method != "HEAD");
        let allow: BTreeSet<String> = allow.map(str::to_lowercase).collect();
        let said: BTreeSet<String> = item.as_object().unwrap().keys().cloned().collect();
        assert_eq!(allow, said, "{path}");
    }
    // What `routes!` adds is described; what `route` adds is not.
    for (room, router) in [
        ("gateway", include_str!("../../../marquee-gateway/src/router.rs")),
        ("edge", include_str!("../../../marquee-edge/src/router.rs")),
    ] {
        assert!(router.contains(".routes("), "the {room}'s paths are elsewhere now: look there");
        assert!(
            !router.contains(".route("),
            "a path of the {room} is not in the document: add it with routes!"
        );
    }
}

#[test]
fn who_has_the_document_is_told_so() {
    let server = TestServer::start();
    let etag = server.get("/openapi.json").header("etag").to_owned();
    assert!(etag.len() > 2 && etag.starts_with('"') && etag.ends_with('"'), "{etag}");
    for known in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".into()] {
        let answer = server.send("GET", "/openapi.json", &[("if-none-match", &known)], "");
        assert_eq!(
            (answer.status, answer.text.as_str(), answer.header("etag")),
            (304, "", &*etag),
            "{known}"
        );
    }
    for other in ["\"other\"", "", etag.trim_matches('"')] {
        assert_eq!(
            server.send("GET", "/openapi.json", &[("if-none-match", other)], "").status,
            200,
            "{other}"
        );
    }
    assert_eq!(
        TestServer::start().get("/openapi.json").header("etag"),
        etag,
        "the same program has the same"
    );
}

#[test]
fn the_page_shows_every_operation_and_runs_nothing() {
    let server = TestServer::start();
    let page = server.get("/docs");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    for inline in ["<script", "<style", " style=", " onclick=", "src=\"", "href=\"http"] {
        assert!(!page.text.contains(inline), "{inline}");
    }
    let document = Document::of(&server);
    for operation in document.operations() {
        let id = operation.value["operationId"].as_str().unwrap();
        for part in [format!("<article id=\"{id}\">"), format!("href=\"#{id}\"")] {
            assert!(page.text.contains(&part), "{part}");
        }
    }
    for name in document.0["components"]["schemas"].as_object().unwrap().keys() {
        assert!(page.text.contains(&format!("<article id=\"schema-{name}\">")), "{name}");
    }
    let links = page.text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    for link in links.collect::<BTreeSet<_>>() {
        match link.strip_prefix('#') {
            Some(place) => assert!(page.text.contains(&format!("id=\"{place}\"")), "{link}"),
            None if link.starts_with('/') => assert_eq!(server.get(link).status, 200, "{link}"),
            None => assert_eq!(link, "data:,"),
        }
    }
    assert!(server.get("/errors/invalid").text.contains("href=\"/docs\""));
}
