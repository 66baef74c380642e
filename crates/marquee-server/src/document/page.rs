//! The page at `/docs`: the document as plain HTML, without a script and without anything inline, so that it is read
//! under the strictest policy, printed and searched. It shows what the document says and adds nothing.

use super::schema::{table, text, word};
use super::{member, security};
use crate::pages;
use marquee_protocol::escape::html as escape;
use pulldown_cmark::{Parser, html};
use serde_json::Value;
use std::fmt::Write;

/// The whole page.
pub(super) fn page(document: &Value) -> String {
    let info = member(document, "info");
    let mut contents = String::new();
    let mut body = String::new();
    for tag in member(document, "tags").as_array().into_iter().flatten() {
        let name = text(member(tag, "name"));
        let _infallible = write!(contents, "<li>{}<ul>", escape(&name));
        let _infallible =
            write!(body, "<section><h2>{}</h2>{}", escape(&name), prose(member(tag, "description")));
        for (path, method, operation) in operations(document, &name) {
            let id = text(member(operation, "operationId"));
            let _infallible = write!(
                contents,
                "<li><a href=\"#{id}\"><span class=\"method\">{}</span> {}\
                 <span class=\"what\">{}</span></a></li>",
                method.to_uppercase(),
                breakable(path),
                escape(&text(member(operation, "summary")))
            );
            body.push_str(&article(document, path, method, operation));
        }
        contents.push_str("</ul></li>");
        body.push_str("</section>");
    }
    let main = format!(
        "<h1>HTTP interface</h1>{}<p>For programs: <a href=\"/openapi.json\">/openapi.json</a>, OpenAPI {}, version {}.</p>\
         <nav aria-label=\"Operations\"><ul class=\"contents\">{contents}</ul></nav>{body}{}",
        prose(member(info, "description")),
        text(member(document, "openapi")),
        text(member(info, "version")),
        schemas(document)
    );
    pages::document("HTTP interface", "<link rel=\"stylesheet\" href=\"/assets/docs.css\">", &main)
}

/// The operations of a tag, by path.
fn operations<'a>(document: &'a Value, tag: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a Value)> {
    let paths = member(document, "paths").as_object().into_iter().flatten();
    let all = paths.flat_map(|(path, item)| {
        let item = item.as_object().into_iter().flatten();
        item.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    });
    all.filter(move |(_, _, operation)| member(operation, "tags").get(0).is_some_and(|first| first == tag))
}

fn article(document: &Value, path: &str, method: &str, operation: &Value) -> String {
    let id = text(member(operation, "operationId"));
    let mut html = format!(
        "<article id=\"{id}\"><h3><a href=\"#{id}\"><span class=\"method\">{}</span> <code>{}</code></a></h3>\
         <p class=\"summary\">{}</p>{}",
        method.to_uppercase(),
        breakable(path),
        escape(&text(member(operation, "summary"))),
        prose(member(operation, "description"))
    );
    let asked = security::words(operation);
    if !asked.is_empty() {
        let _infallible = write!(html, "<p>Asks, on a server with keys, for: {}.</p>", escape(&asked));
    }
    html.push_str(&parameters(operation));
    html.push_str(&request(operation));
    html.push_str(&answers(document, operation));
    let _infallible = write!(
        html,
        "<h4>Try it</h4><pre tabindex=\"0\">{}</pre>",
        escape(&command(path, method, operation))
    );
    html + "</article>"
}

fn parameters(operation: &Value) -> String {
    let Some(parameters) = member(operation, "parameters").as_array() else { return String::new() };
    let mut html = String::from(
        "<h4>Parameters</h4><table><thead><tr><th>Name</th><th>Type</th><th>Meaning</th></tr></thead><tbody>",
    );
    for parameter in parameters {
        let must = if member(parameter, "required") == true {
            ""
        } else {
            "<span class=\"optional\">optional</span>"
        };
        let example = member(parameter, "example");
        let example = if example.is_null() {
            String::new()
        } else {
            format!(" <p>Example: {}</p>", code(&text(example)))
        };
        let _infallible = write!(
            html,
            "<tr><td>{} {must}<span class=\"place\">{}</span></td><td>{}</td><td>{}{example}</td></tr>",
            code(&text(member(parameter, "name"))),
            escape(&text(member(parameter, "in"))),
            word(member(parameter, "schema")),
            prose(member(parameter, "description"))
        );
    }
    html + "</tbody></table>"
}

fn request(operation: &Value) -> String {
    let body = member(operation, "requestBody");
    let Some(content) = member(body, "content").as_object() else { return String::new() };
    let mut html = format!("<h4>Body</h4>{}", prose(member(body, "description")));
    for (media_type, content) in content {
        let _infallible = write!(
            html,
            "<p>{}: {}</p>{}",
            code(media_type),
            word(member(content, "schema")),
            example(member(content, "example"))
        );
    }
    html
}

fn answers(document: &Value, operation: &Value) -> String {
    let mut html = String::from(
        "<h4>Answers</h4><table><thead><tr><th>Status</th><th>Body</th><th>Meaning</th></tr></thead><tbody>",
    );
    for (status, answer) in member(operation, "responses").as_object().into_iter().flatten() {
        let answer = resolved(document, answer);
        let bodies = member(answer, "content").as_object().into_iter().flatten();
        let bodies: Vec<String> = bodies.map(|(_, content)| word(member(content, "schema"))).collect();
        let _infallible = write!(
            html,
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            code(status),
            bodies.join(" or "),
            prose(member(answer, "description"))
        );
    }
    html + "</tbody></table>"
}

/// An answer, or the shared one that it refers to.
fn resolved<'a>(document: &'a Value, answer: &'a Value) -> &'a Value {
    let pointer = member(answer, "$ref").as_str().and_then(|name| name.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(answer)
}

/// A command that calls the operation with its own example.
fn command(path: &str, method: &str, operation: &Value) -> String {
    let mut url = format!("HOST{path}");
    for parameter in member(operation, "parameters").as_array().into_iter().flatten() {
        let (name, example) = (text(member(parameter, "name")), text(member(parameter, "example")));
        match member(parameter, "in").as_str() {
            Some("path") => url = url.replace(&format!("{{{name}}}"), &example),
            Some("query") if member(parameter, "required") == true => {
                let _infallible = write!(url, "?{name}={example}");
            }
            _ => {}
        }
    }
    let mut command = String::from("curl");
    if member(operation, "responses").get("101").is_some() {
        return format!("websocat '{}'", url.replace("HOST", "ws://HOST"));
    }
    let body =
        member(member(operation, "requestBody"), "content").as_object().and_then(|all| all.iter().next());
    match method {
        "get" => {}
        "post" if body.is_some() => {}
        method => {
            let _infallible = write!(command, " -X {}", method.to_uppercase());
        }
    }
    let _infallible = write!(command, " '{url}'");
    if let Some((media_type, content)) = body {
        let example = text(member(content, "example")).replace('\'', "'\\''");
        let _infallible = write!(command, " \\\n  -H 'content-type: {media_type}' \\\n  -d '{example}'");
    }
    command
}

/// Every schema, where the operations refer to it.
fn schemas(document: &Value) -> String {
    let mut html = String::from("<section><h2>Schemas</h2>");
    let all = document.pointer("/components/schemas").and_then(Value::as_object);
    for (name, schema) in all.into_iter().flatten() {
        let examples = member(schema, "examples").get(0).unwrap_or(&Value::Null);
        let shown = [member(schema, "example"), examples].into_iter().find(|shown| !shown.is_null());
        let _infallible = write!(
            html,
            "<article id=\"schema-{0}\"><h3><a href=\"#schema-{0}\">{0}</a></h3>{1}{2}{3}</article>",
            escape(name),
            prose(member(schema, "description")),
            table(schema),
            example(shown.unwrap_or(&Value::Null))
        );
    }
    html + "</section>"
}

/// An example as it would be sent.
fn example(value: &Value) -> String {
    let shown = match value {
        Value::Null => return String::new(),
        Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).unwrap_or_default(),
    };
    format!("<pre tabindex=\"0\">{}</pre>", escape(&shown))
}

/// A description, which is Markdown.
pub(super) fn prose(markdown: &Value) -> String {
    let mut told = String::new();
    html::push_html(&mut told, Parser::new(markdown.as_str().unwrap_or_default()));
    told
}

/// A word of the machine's.
pub(super) fn code(word: &str) -> String {
    format!("<code>{}</code>", escape(word))
}

/// A path that may be broken where a part ends.
fn breakable(path: &str) -> String {
    escape(path).replace('/', "<wbr>/")
}
