//! The document as a caller reads it: its operations, what an example makes of a request, and what an answer has to look
//! like. It is stricter than the document, which lets callers expect members to come: here each member is described.

use crate::harness::{Answer, TestServer};
use serde_json::{Map, Value, json};

/// The document of a running server.
pub(super) struct Document(pub(super) Value);

/// One operation of it.
pub(super) struct Operation<'a> {
    pub(super) document: &'a Document,
    pub(super) method: String,
    pub(super) path: &'a str,
    pub(super) value: &'a Value,
}

/// A request as an example has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Call {
    pub(super) path: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Call {
    pub(super) fn headers(&self) -> Vec<(&str, &str)> {
        self.headers.iter().map(|(name, value)| (&**name, &**value)).collect()
    }

    /// The same with another value of one header.
    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let mut call = self.clone();
        call.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        call.headers.push((name.to_owned(), value.to_owned()));
        call
    }
}

impl Document {
    pub(super) fn of(server: &TestServer) -> Self {
        Self(server.get("/openapi.json").json())
    }

    pub(super) fn operations(&self) -> Vec<Operation<'_>> {
        let paths = self.0["paths"].as_object().unwrap().iter();
        let all = paths.flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, value)| Operation {
                document: self,
                method: method.to_uppercase(),
                path,
                value,
            })
        });
        all.collect()
    }

    /// What a `$ref` points to, and everything else as it is.
    pub(super) fn resolved<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(reference) = value["$ref"].as_str() else { return value };
        let pointer = reference.strip_prefix('#').expect("references stay in the document");
        self.0.pointer(pointer).unwrap_or_else(|| panic!("nothing is at {reference}"))
    }

    /// A schema without references in which no object has a member that is not described. Of schemas that are joined by
    /// `allOf` only the whole is closed.
    pub(super) fn closed(&self, schema: &Value) -> Value {
        self.expanded(schema, false)
    }

    fn expanded(&self, schema: &Value, joined: bool) -> Value {
        let Some(members) = self.resolved(schema).as_object() else { return schema.clone() };
        let mut whole = Map::new();
        for (keyword, value) in members {
            let list =
                |joined| value.as_array().unwrap().iter().map(|part| self.expanded(part, joined)).collect();
            let value = match keyword.as_str() {
                "properties" => {
                    let each = value.as_object().unwrap().iter();
                    each.map(|(name, value)| (name.clone(), self.expanded(value, false))).collect()
                }
                "items" => self.expanded(value, false),
                "oneOf" | "anyOf" => Value::Array(list(joined)),
                "allOf" => Value::Array(list(true)),
                _ => value.clone(),
            };
            whole.insert(keyword.clone(), value);
        }
        if !joined && ["properties", "allOf"].iter().any(|keyword| whole.contains_key(*keyword)) {
            whole.insert("unevaluatedProperties".into(), json!(false));
        }
        Value::Object(whole)
    }

    /// Fails if a value is not what a schema of the document says.
    #[track_caller]
    pub(super) fn assert_valid(&self, schema: &Value, value: &Value, whose: &str) {
        let closed = self.closed(schema);
        let validator = jsonschema::options().should_validate_formats(true).build(&closed);
        let validator = validator.unwrap_or_else(|error| panic!("{whose}: no schema: {error}"));
        let faults: Vec<String> = validator
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path().as_str()))
            .collect();
        assert!(faults.is_empty(), "{whose}: {value}\n  {}", faults.join("\n  "));
    }
}

impl Operation<'_> {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Requests as the examples have them: one for each type of body with what is required alone, and one with every
    /// parameter there is.
    pub(super) fn examples(&self) -> Vec<Call> {
        let bodies = self.bodies();
        let required = bodies.iter().map(|body| self.call(body.as_ref(), false));
        required.chain([self.call(bodies[0].as_ref(), true)]).collect()
    }

    /// The first type of body with what is required alone.
    pub(super) fn example(&self) -> Call {
        self.examples().swap_remove(0)
    }

    /// Each type of body and its example; for a request without a body one that is none.
    fn bodies(&self) -> Vec<Option<(String, String)>> {
        let Some(content) = self.value["requestBody"]["content"].as_object() else { return vec![None] };
        let each = content.iter().map(|(media_type, content)| {
            let example = self.example_of(content, media_type);
            Some((media_type.clone(), example))
        });
        each.collect()
    }

    fn call(&self, body: Option<&(String, String)>, whole: bool) -> Call {
        let mut call = Call { path: self.path.to_owned(), ..Call::default() };
        let mut query = Vec::new();
        for parameter in self.value["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            // A cursor is of one log: the examples' history is taken for this one.
            let example = self.example_of(parameter, name).replace("k3j9x2ab.", "testepoch.");
            if !whole && parameter["required"] != true {
                continue;
            }
            match parameter["in"].as_str().unwrap() {
                "path" => call.path = call.path.replace(&format!("{{{name}}}"), &example),
                "query" => query.push(format!("{name}={}", example.replace(' ', "%20"))),
                "header" => call.headers.push((name.to_owned(), example)),
                other => panic!("{}: a parameter in {other}", self.name()),
            }
        }
        if !query.is_empty() {
            call.path = format!("{}?{}", call.path, query.join("&"));
        }
        if let Some((media_type, example)) = body {
            call.headers.push(("content-type".into(), media_type.clone()));
            call.body.clone_from(example);
        }
        call
    }

    /// The example that stands at a parameter or a body: without one an operation cannot be called by who reads it.
    fn example_of(&self, at: &Value, what: &str) -> String {
        match &at["example"] {
            Value::Null => panic!("{}: {what} has no example", self.name()),
            Value::String(text) => text.clone(),
            value => value.to_string(),
        }
    }

    /// What the document says of a status.
    pub(super) fn answer(&self, status: u16) -> Option<&Value> {
        let answer = self.value["responses"].get(status.to_string())?;
        Some(self.document.resolved(answer))
    }

    /// Whether an answer is of a type.
    pub(super) fn gives(&self, status: u16, media_type: &str) -> bool {
        self.answer(status).is_some_and(|answer| answer["content"].get(media_type).is_some())
    }

    /// Fails if an answer is not one that the document announces.
    #[track_caller]
    pub(super) fn assert_described(&self, call: &Call, answer: &Answer) {
        let whose = format!("{} {call:?} → {}", self.name(), answer.status);
        let Some(said) = self.answer(answer.status) else {
            panic!("{whose} is not in the document: {}", answer.text)
        };
        let Some(content) = said["content"].as_object() else {
            assert_eq!(answer.text, "", "{whose}: the document says nothing of a body");
            return;
        };
        let kind = answer.header("content-type");
        let bare = kind.split(';').next().unwrap_or_default();
        let said = content
            .get(kind)
            .or_else(|| content.get(bare))
            .unwrap_or_else(|| panic!("{whose}: the document says nothing of {kind:?}"));
        // A line is one of what the schema describes.
        if bare == "application/x-ndjson" {
            for line in answer.text.lines() {
                let line = serde_json::from_str(line).unwrap_or_else(|error| panic!("{whose}: {error}"));
                self.document.assert_valid(&said["schema"], &line, &whose);
            }
            return;
        }
        let is_text = matches!(bare, "application/x-protobuf" | "text/csv");
        let body = if is_text { json!(answer.text) } else { answer.json() };
        self.document.assert_valid(&said["schema"], &body, &whose);
    }
}
