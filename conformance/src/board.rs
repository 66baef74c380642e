//! A board of one case's own, and who writes on it. It remembers what was answered, so that what comes back can be
//! held against it.

use crate::law::parts;
use crate::server::{Answer, Server};
use crate::verdict::{Stop, Verdict, equal, expect, unmet};
use crate::wire::Frame;
use http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Notices of one request.
const BATCH: u64 = 500;
/// Notices of one request, where each is long: a body has at most 1 MiB.
const BATCH_OF_LONG: u64 = 100;
/// Three bytes a character, and so many that a text is just below its limit.
const WIDE: &str = "宽";
const WIDE_CHARS: usize = 1_900;
/// What most entries are about: one notice, changed again and again, is one entry each time and fills no board.
const KEY: &str = "conformance";

/// A board, and what was written on it.
pub(crate) struct Board {
    server: Arc<Server>,
    pub(crate) name: String,
    epoch: String,
    head: u64,
    /// Publishes so far: what the next one's id is made of.
    publishes: u64,
    /// Texts by version.
    texts: BTreeMap<u64, String>,
}

impl Board {
    /// A board that nobody else writes on. It has two entries: its policy, and a notice.
    pub(crate) async fn new(server: Arc<Server>, name: String) -> Verdict<Self> {
        let (epoch, texts) = (String::new(), BTreeMap::new());
        let mut board = Self { server, name, epoch, head: 0, publishes: 0, texts };
        board.write(1).await?;
        equal("the version of a new board's first notice, after its policy", 2, board.head)?;
        Ok(board)
    }

    pub(crate) fn head(&self) -> u64 {
        self.head
    }

    /// The cursor of a version.
    pub(crate) fn cursor(&self, version: u64) -> String {
        format!("{}.{version}", self.epoch)
    }

    /// The cursor of the newest entry.
    pub(crate) fn here(&self) -> String {
        self.cursor(self.head)
    }

    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/v1/boards/{}{rest}", self.name)
    }

    pub(crate) fn server(&self) -> &Arc<Server> {
        &self.server
    }

    /// So many entries more, one after the other.
    pub(crate) async fn write(&mut self, entries: u64) -> Verdict {
        self.write_padded(entries, BATCH, "").await
    }

    /// So many entries more of some 6 KB each: soon more bytes than sockets hold.
    pub(crate) async fn write_long(&mut self, entries: u64) -> Verdict {
        self.write_padded(entries, BATCH_OF_LONG, &WIDE.repeat(WIDE_CHARS)).await
    }

    /// So many entries more, in requests of at most `batch`, each text with something at its end.
    async fn write_padded(&mut self, entries: u64, batch: u64, padding: &str) -> Verdict {
        let mut left = entries;
        while left > 0 {
            let now = left.min(batch);
            let texts: Vec<String> =
                (self.publishes..self.publishes + now).map(|n| format!("entry {n}{padding}")).collect();
            let notices: Vec<Value> = texts
                .iter()
                .zip(self.publishes..)
                .map(
                    |(text, n)| json!({"id": format!("n-{n}"), "key": KEY, "board": self.name, "text": text}),
                )
                .collect();
            let answer = self.server.send(Method::POST, "/v1/notify", &Value::Array(notices)).await?;
            let answer = answer.json(200)?;
            for (result, text) in answer["results"].as_array().into_iter().flatten().zip(texts) {
                self.took(result)?;
                self.texts.insert(self.head, text);
            }
            self.publishes += now;
            left -= now;
        }
        Ok(())
    }

    /// Publishes one notice with members of its own; gives its version.
    pub(crate) async fn put(&mut self, id: &str, mut notice: Value) -> Verdict<u64> {
        notice["id"] = json!(id);
        notice["board"] = json!(self.name);
        let answer = self.server.send(Method::POST, "/v1/notify", &notice).await?.json(201)?;
        self.took(&answer)
    }

    /// Takes a notice back.
    pub(crate) async fn delete(&mut self, id: &str) -> Verdict<u64> {
        let path = self.path(&format!("/notices/{id}"));
        let answer = self.server.ask(Method::DELETE, &path, &[], "").await?.json(200)?;
        self.took(&answer)
    }

    /// Gives it a policy.
    pub(crate) async fn policy(&mut self, policy: &Value) -> Verdict<u64> {
        let answer = self.server.send(Method::PUT, &self.path("/policy"), policy).await?.json(200)?;
        self.took(&answer)
    }

    /// Lets it follow the defaults again.
    pub(crate) async fn default_policy(&mut self) -> Verdict<u64> {
        let answer = self.server.ask(Method::DELETE, &self.path("/policy"), &[], "").await?.json(200)?;
        self.took(&answer)
    }

    /// An answer names an entry above the last one, of the same history.
    fn took(&mut self, answer: &Value) -> Verdict<u64> {
        let cursor = answer["cursor"].as_str().and_then(parts);
        let (epoch, version) =
            cursor.ok_or_else(|| unmet("an answer with the entry's cursor", answer.to_string()))?;
        if self.epoch.is_empty() {
            epoch.clone_into(&mut self.epoch);
        }
        equal("the epoch, for as long as the log is the same", self.epoch.as_str(), epoch)?;
        expect(version > self.head, format_args!("a version above {}", self.head), answer.to_string())?;
        self.head = version;
        Ok(version)
    }

    /// The ids of what is active now.
    pub(crate) async fn active(&self) -> Verdict<Vec<String>> {
        let answer = self.server.get(&self.path("/notices?limit=1000")).await?.json(200)?;
        let notices = answer["notices"].as_array().cloned().unwrap_or_default();
        let mut ids: Vec<String> =
            notices.iter().filter_map(|notice| notice["id"].as_str()).map(str::to_owned).collect();
        ids.sort();
        Ok(ids)
    }

    /// Entries say what was written, where it is known.
    pub(crate) fn wrote(&self, entries: &[Frame]) -> Verdict {
        for frame in entries {
            let Some(text) = frame.version().and_then(|version| self.texts.get(&version)) else { continue };
            let got = frame.value["notice"]["text"].as_str();
            expect(got == Some(text), format_args!("the text {text:?}"), &frame.text)?;
        }
        Ok(())
    }

    /// Lets go of the entries below a version; gives the oldest that is kept.
    pub(crate) async fn trim(&self, before: u64) -> Verdict<u64> {
        let answer: Answer =
            self.server.send(Method::POST, &self.path("/trim"), &json!({"before": before})).await?;
        if matches!(answer.status, 404 | 405) {
            return Err(Stop::Skipped("this server has no POST /v1/boards/{board}/trim".to_owned()));
        }
        let answer = answer.json(200)?;
        equal("the head, which trimming does not move", Some(self.head), answer["head"].as_u64())?;
        let oldest = answer["oldest"].as_u64();
        let oldest = oldest.ok_or_else(|| unmet("`oldest` in the answer", answer.to_string()))?;
        expect(oldest <= before, format_args!("what is not below {before} is kept"), answer.to_string())?;
        Ok(oldest)
    }
}
