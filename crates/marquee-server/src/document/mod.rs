//! The OpenAPI document of the whole server, and a page that shows it. Both are made once, at the start, from what
//! stands at the handlers. It describes no operation itself but its own.

mod page;
mod schema;
mod security;

use crate::pages;
use crate::text::Text;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use marquee_protocol::etag;
use marquee_protocol::notice::SCHEMA;
use marquee_protocol::openapi::{self, NOTICE};
use marquee_protocol::problem::{Fault, ProblemJson};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// How the page looks, beside what all pages have.
const STYLE: &str = include_str!("docs.css");

/// What is answered whatever the operation: by the guard to a foreign page or host, and for a fault of ours.
const EVERYWHERE: [(&str, &str); 3] = [("403", "Forbidden"), ("421", "Misdirected"), ("500", "Internal")];

/// What stands before the operations. Tags are in the order in which they are read.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Marquee",
        description = "Notices reach every screen in step, and none is lost.\n\nErrors are RFC 9457 problems: each kind \
            has a page of its own that says what to do. A W3C `traceparent` is taken, and its trace given back as \
            `trace_id`. This document and the answers come from the same types.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/")),
    components(schemas(ProblemJson, Fault)),
    tags(
        (name = "Publishers", description = "Programs and people who put notices on boards, and take them off."),
        (name = "Other systems", description = "Whoever sends payloads of its own."),
        (name = "Screens", description = "Terminals: they follow boards and play them."),
        (name = "Consoles", description = "Whoever looks over all boards."),
        (name = "Access", description = "Logging in, and taking back: on a server with keys."),
        (name = "Everyone", description = "What this server speaks."),
        (name = "Operators", description = "Whoever runs it."),
    ),
)]
struct Frame;

/// The document as it is served.
pub(crate) struct Document {
    json: Bytes,
    etag: HeaderValue,
    page: Arc<Text>,
}

/// A document with these operations in it, to which rooms add theirs.
pub(crate) fn router() -> OpenApiRouter<Arc<Document>> {
    OpenApiRouter::with_openapi(Frame::openapi())
        // /openapi.json: everyone
        .routes(routes!(document))
        .route("/docs", get(docs))
        .route("/assets/docs.css", pages::asset("text/css", STYLE))
}

impl Document {
    /// The document of everything that has been added.
    pub(crate) fn new(mut described: utoipa::openapi::OpenApi) -> Self {
        let components = described.components.get_or_insert_default();
        for (name, answer) in openapi::problems() {
            components.responses.insert(name.to_owned(), answer.into());
        }
        let mut document = serde_json::to_value(described).unwrap_or_default();
        document["components"]["schemas"][NOTICE] = serde_json::from_str(SCHEMA).unwrap_or_default();
        document["components"]["securitySchemes"] = security::schemes();
        let paths = document["paths"].as_object_mut().into_iter().flatten();
        let operations = paths.filter_map(|(path, item)| Some((path, item.as_object_mut()?)));
        for (path, method, operation) in
            operations.flat_map(|(path, item)| item.iter_mut().map(move |(method, it)| (path, method, it)))
        {
            if let Some(asked) = security::asked(method, path) {
                operation["security"] = asked;
                operation["responses"]["401"] = json!({"$ref": "#/components/responses/Unauthorized"});
            }
            for (status, name) in EVERYWHERE {
                operation["responses"][status] = json!({"$ref": format!("#/components/responses/{name}")});
            }
            for parameter in
                operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten()
            {
                never_null(&mut parameter["schema"]);
            }
        }
        let json = Bytes::from(document.to_string());
        let digest = Sha256::digest(&json);
        let tag: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let etag = HeaderValue::try_from(format!("\"{tag}\""))
            .unwrap_or_else(|error| unreachable!("hex digits are a header's value: {error}"));
        Self { json, etag, page: Text::new(page::page(&document)) }
    }
}

/// What is left out of a path, a query or a header is not there; `null` would be a word of four letters.
fn never_null(schema: &mut Value) {
    let Some(kinds) = schema["type"].as_array() else { return };
    if let [kind] = &kinds.iter().filter(|kind| *kind != "null").cloned().collect::<Vec<_>>()[..] {
        schema["type"] = kind.clone();
    }
}

/// Gives this document.
///
/// It is OpenAPI 3.1. `If-None-Match` with its `ETag` is answered 304.
#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "openapi",
    tag = "Everyone",
    params((
        "If-None-Match" = Option<String>, Header, example = "\"9d1c5e5a0b7f4c21\"",
        description = "The `ETag` of the document that the caller has.",
    )),
    responses(
        (status = 200, description = "The document.", body = Object, headers(("ETag" = String))),
        (status = 304, description = "The caller has it already.", headers(("ETag" = String))),
    ),
)]
async fn document(State(document): State<Arc<Document>>, headers: HeaderMap) -> Response {
    let common = [
        (header::ETAG, document.etag.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    if etag::is_known(&headers, &document.etag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (common, kind, document.json.clone()).into_response()
}

async fn docs(State(document): State<Arc<Document>>, headers: HeaderMap) -> Response {
    document.page.answer(&headers, pages::page_headers(pages::POLICY)).await
}

/// A member of an object of the document; null where there is none.
fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}
