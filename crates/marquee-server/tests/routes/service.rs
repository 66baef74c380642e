//! What needs no board: health, time, the schema, pages, and what is not there.

use crate::harness::TestServer;
use marquee_protocol::problem::Slug;
use serde_json::json;
use std::io::Read;

#[test]
fn health_and_time_are_told() {
    let server = TestServer::start();
    assert_eq!(server.get("/livez").json(), json!({"status": "live"}));
    for path in ["/readyz", "/health/ready"] {
        let ready = server.get(path);
        assert_eq!((ready.status, ready.json()), (200, json!({"status": "ready"})));
        assert_eq!(ready.header("cache-control"), "no-store");
    }
    let time = |server: &TestServer| server.get("/v1/time").json()["server_time"].as_u64().unwrap();
    let (first, second) = (time(&server), time(&server));
    assert!(first <= second && first > 1_700_000_000_000, "{first} {second}");
    let head = server.send("HEAD", "/livez", &[], "");
    assert_eq!((head.status, head.text.as_str()), (200, ""));
}

#[test]
fn the_schema_is_one_and_has_every_member() {
    let server = TestServer::start();
    let answer = server.get("/schemas/notice.json");
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/schema+json"));
    let schema = answer.json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(
        (schema["type"].clone(), schema["additionalProperties"].clone()),
        (json!("object"), json!(false))
    );
    let mut members: Vec<&str> =
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    members.sort_unstable();
    let known = ["board", "data", "html", "id", "key", "level", "link", "starts_at", "tags", "text", "ttl"];
    assert_eq!(members, known);
    for example in schema["examples"].as_array().unwrap() {
        let answer = server.notify(example);
        assert_eq!(answer.status, 201, "{example}: {}", answer.text);
    }
}

#[test]
fn what_is_not_there_is_a_problem_and_a_wrong_method_names_the_right_ones() {
    let server = TestServer::start();
    for path in
        ["/nowhere", "/v1", "/v1/notify/", "/v1/boards/", "/v1/boards/a/b/c", "/v2/notify", "//livez", "/%ff"]
    {
        let answer = server.get(path);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, "application/problem+json"),
            "{path}"
        );
        let problem = answer.json();
        assert_eq!(
            (problem["type"].clone(), problem["status"].clone()),
            (json!("/errors/not-found"), json!(404))
        );
        assert_eq!(problem["trace_id"].as_str().unwrap().len(), 32);
        assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
    }
    for (method, path, allowed) in [
        ("GET", "/v1/notify", &["POST"][..]),
        ("OPTIONS", "/v1/notify", &["POST"]),
        ("DELETE", "/v1/boards/ops", &["POST"]),
        ("POST", "/v1/boards", &["GET", "HEAD"]),
        ("POST", "/openapi.json", &["GET", "HEAD"]),
        ("PATCH", "/v1/boards/ops/notices/a", &["GET", "HEAD", "PUT", "DELETE"]),
        ("POST", "/v1/boards/ops/notices", &["GET", "HEAD", "DELETE"]),
        ("PUT", "/v1/boards/ops/now", &["GET", "HEAD"]),
        ("GET", "/v1/hooks/alertmanager", &["POST"]),
        ("POST", "/livez", &["GET", "HEAD"]),
        ("BREW", "/v1/time", &["GET", "HEAD"]),
        ("POST", "/", &["GET", "HEAD"]),
        ("POST", "/errors/invalid", &["GET", "HEAD"]),
    ] {
        let answer = server.send(method, path, &[], "");
        assert_eq!(answer.status, 405, "{method} {path}: {}", answer.text);
        assert_eq!(answer.json()["type"], "/errors/method-not-allowed");
        let mut allow: Vec<&str> = answer.header("allow").split(',').map(str::trim).collect();
        let mut allowed = allowed.to_vec();
        allow.sort_unstable();
        allowed.sort_unstable();
        assert_eq!(allow, allowed, "{method} {path}");
    }
}

#[test]
fn a_trace_that_is_given_goes_on_and_one_that_is_none_is_begun() {
    let server = TestServer::start();
    let trace = |parent: &str| {
        let answer = server.send("GET", "/nowhere", &[("traceparent", parent)], "");
        answer.json()["trace_id"].as_str().unwrap().to_owned()
    };
    let id = "0af7651916cd43dd8448eb211c80319c";
    assert_eq!(trace(&format!("00-{id}-b7ad6b7169203331-01")), id);
    for wrong in [
        "",
        "00",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        &format!("ff-{id}-b7ad6b7169203331-01"),
    ] {
        let begun = trace(wrong);
        assert!(begun.len() == 32 && begun != id, "{wrong}: {begun}");
    }
}

#[test]
fn pages_are_served_with_their_policy_and_load_nothing_from_elsewhere() {
    let server = TestServer::start();
    for path in ["/", "/boards/ops", "/boards/never-written", "/console"] {
        let page = server.get(path);
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"), "{path}");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        for elsewhere in ["src=\"http", "src=\"//", "href=\"http", "href=\"//", "<style", "onload="] {
            assert!(!page.text.contains(elsewhere), "{path}: {elsewhere}");
        }
    }
    for path in
        ["/boards/_auth", "/boards/Ops", "/boards/%ff", "/errors/none", "/errors/%ff", "/assets/none.js"]
    {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}: {}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
    for (path, kind) in [
        ("/assets/page.js", "text/javascript"),
        ("/assets/page.css", "text/css"),
        ("/assets/marquee-board.js", "text/javascript"),
        ("/assets/console.js", "text/javascript"),
        ("/assets/console.css", "text/css"),
    ] {
        let asset = server.get(path);
        assert_eq!((asset.status, asset.header("content-type")), (200, kind), "{path}");
    }
}

#[test]
fn the_embedded_element_may_be_loaded_from_anywhere_and_everything_it_loads_later_is_beside_it() {
    let server = TestServer::start();
    let element = server.get("/embed/v1.js");
    assert_eq!(element.text, server.get("/assets/marquee-board.js").text);
    assert_eq!(element.header("access-control-allow-origin"), "*");
    assert_eq!(element.header("cross-origin-resource-policy"), "cross-origin");
    assert!(element.header("cache-control").contains("max-age=3600"), "{}", element.header("cache-control"));
    let mut parts = 0;
    for script in [element.text, server.get("/assets/page.js").text] {
        for found in script.split("import(`./").skip(1) {
            let name = found.split('`').next().unwrap_or_default();
            for folder in ["embed", "assets"] {
                let part = server.get(&format!("/{folder}/{name}"));
                assert_eq!(
                    (part.status, part.header("access-control-allow-origin")),
                    (200, "*"),
                    "{folder}/{name}"
                );
            }
            parts += 1;
        }
    }
    assert!(parts >= 14, "only {parts} parts were found: is `import(` written otherwise?");
}

#[test]
fn what_is_in_the_binary_comes_as_the_caller_likes_it_best_and_not_again_to_one_who_has_it() {
    let server = TestServer::start();
    let ask = |path: &str, liked: &str| server.send("GET", path, &[("accept-encoding", liked)], "");
    for path in [
        "/",
        "/boards/ops",
        "/console",
        "/docs",
        "/errors/invalid",
        "/assets/console.js",
        "/assets/page.css",
        "/embed/v1.js",
    ] {
        let plain = ask(path, "identity");
        assert_eq!((plain.status, plain.header("content-encoding")), (200, ""), "{path}");
        let etag = plain.header("etag").to_owned();
        assert!(etag.starts_with("W/\""), "{path}: {etag:?}");
        for (liked, coding) in
            [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0.1, gzip;q=0.9", "gzip")]
        {
            let answer = ask(path, liked);
            assert_eq!((answer.status, answer.header("content-encoding")), (200, coding), "{path} {liked}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{path}");
            assert_eq!(answer.header("etag"), etag, "{path}: a form is not another text");
            assert_eq!(answer.header("content-type"), plain.header("content-type"), "{path}");
            let mut text = Vec::new();
            match coding {
                "br" => brotli::BrotliDecompress(&mut &answer.bytes[..], &mut text).unwrap(),
                _ => drop(flate2::read::GzDecoder::new(&answer.bytes[..]).read_to_end(&mut text).unwrap()),
            }
            assert!(text == plain.bytes, "{path} {coding} is another text");
            assert!(answer.bytes.len() < plain.bytes.len(), "{path} {coding}");
            assert_eq!(answer.bytes, ask(path, liked).bytes, "{path}: made once, and kept");
        }
        let again = server.send("GET", path, &[("if-none-match", &etag), ("accept-encoding", "br")], "");
        assert_eq!((again.status, again.bytes.len()), (304, 0), "{path}");
        assert_eq!((again.header("etag"), again.header("vary")), (&*etag, "Accept-Encoding"), "{path}");
        assert_eq!(again.header("cache-control"), plain.header("cache-control"), "{path}");
        assert_eq!(ask(path, "*;q=0").header("content-encoding"), "", "{path}: a page is better than none");
    }
    let element = ask("/embed/v1.js", "br");
    assert!(element.bytes.len() <= 10_240, "{} bytes", element.bytes.len());
}

#[test]
fn the_console_talks_to_its_own_server_alone_and_stands_in_no_frame() {
    let server = TestServer::start();
    let policy = server.get("/console").header("content-security-policy").to_owned();
    assert!(policy.contains("connect-src 'self' data:;"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(server.get("/console/x").status, 404);
}

#[test]
fn every_kind_of_problem_has_its_page() {
    let server = TestServer::start();
    for slug in Slug::ALL {
        let page = server.get(&format!("/errors/{}", slug.slug()));
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"), "{slug:?}");
        assert!(page.text.contains("<h1>") && page.text.contains(slug.title()), "{slug:?}");
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{slug:?}");
    }
}
