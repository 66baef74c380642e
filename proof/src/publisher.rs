//! A publisher at work: it publishes, notes what it was answered, and comes back with whatever was not answered. It
//! judges nothing.

use crate::history::{Answer, Deed, Folds};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Texts that fold begin so.
pub const FOLDING: &str = "fold ";
/// The board that has nothing but texts that fold.
pub const FOLDS: &str = "folds";
/// The boards that everyone else publishes to.
pub const BOARDS: [&str; 3] = ["a", "b", "c"];
/// A request that takes longer has hung.
const LIMIT: Duration = Duration::from_secs(30);
/// Keys that one publisher uses.
const KEYS: usize = 4;
/// How many notices a batch has.
const BATCH: usize = 5;

/// A client that keeps its connection and takes every status for an answer.
pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(LIMIT))
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into()
}

/// What one publisher knows, over all runs of a series.
pub struct Publisher {
    name: String,
    chance: fastrand::Rng,
    next: u64,
    /// Requests that were not answered: they are made again.
    open: Vec<Request>,
    /// Ids that were answered, to be deleted some time.
    mine: Vec<(String, String)>,
    /// What was answered since it was last asked.
    pub answers: Vec<Answer>,
    /// Of texts that fold: how often they were published.
    pub folds: HashMap<String, Folds>,
    /// Answers that nobody may give.
    pub wrong: Vec<String>,
}

#[derive(Clone)]
enum Request {
    Notices(Vec<Value>),
    Delete { board: String, id: String },
}

/// What became of a request.
enum Asked {
    /// It was answered, and the answer is noted.
    Done,
    /// 503: it may have been done.
    Refused,
    /// Nobody knows.
    Unanswered,
}

/// What publishers of one run share.
#[derive(Default)]
pub struct Counts {
    /// Requests that were answered.
    pub answered: AtomicU64,
    /// Requests that ended without an answer.
    pub unanswered: AtomicU64,
}

impl Publisher {
    /// One with a name and a chance of its own.
    pub fn new(name: String, seed: u64) -> Self {
        Self {
            name,
            chance: fastrand::Rng::with_seed(seed),
            next: 0,
            open: Vec::new(),
            mine: Vec::new(),
            answers: Vec::new(),
            folds: HashMap::new(),
            wrong: Vec::new(),
        }
    }

    /// Publishes until a request is not answered, or so many were.
    pub fn work(&mut self, address: SocketAddr, most: u64, counts: &Counts) {
        let agent = agent();
        let mut again = std::mem::take(&mut self.open).into_iter();
        for _ in 0..most {
            let request = again.next().unwrap_or_else(|| self.request());
            match self.ask(&agent, address, &request) {
                Asked::Done => {
                    counts.answered.fetch_add(1, Ordering::SeqCst);
                }
                // An answer, though of nothing that was done: it is asked again.
                Asked::Refused => self.open.push(request),
                Asked::Unanswered => {
                    self.open.push(request);
                    self.open.extend(again);
                    counts.unanswered.fetch_add(1, Ordering::SeqCst);
                    return;
                }
            }
        }
        self.open.extend(again);
    }

    fn request(&mut self) -> Request {
        match self.chance.u8(..100) {
            0..10 => Request::Notices((0..BATCH).map(|_| self.notice()).collect()),
            10..25 => Request::Notices(vec![self.fold()]),
            25..35 if !self.mine.is_empty() => {
                let (board, id) = self.mine.swap_remove(self.chance.usize(..self.mine.len()));
                Request::Delete { board, id }
            }
            _ => Request::Notices(vec![self.notice()]),
        }
    }

    fn id(&mut self) -> String {
        self.next += 1;
        format!("{}-{}", self.name, self.next)
    }

    fn notice(&mut self) -> Value {
        let (id, board) = (self.id(), BOARDS[self.chance.usize(..BOARDS.len())]);
        let mut notice = json!({ "board": board, "id": id, "text": id, "ttl": 86_400 });
        if self.chance.u8(..5) == 0 {
            notice["key"] = json!(format!("{}-k{}", self.name, self.chance.usize(..KEYS)));
        }
        notice
    }

    fn fold(&mut self) -> Value {
        // Some twenty publishes have one text: the time in which they fold is far longer than that.
        let text = format!("{FOLDING}{}-{}", self.name, self.next / 100);
        let id = self.id();
        self.folds.entry(text.clone()).or_default().sent += 1;
        json!({ "board": FOLDS, "id": id, "text": text, "ttl": 86_400 })
    }

    /// Makes a request and notes the answer.
    fn ask(&mut self, agent: &ureq::Agent, address: SocketAddr, request: &Request) -> Asked {
        match request {
            Request::Notices(notices) => {
                let sent = agent.post(format!("http://{address}/v1/notify")).send_json(notices);
                let Some((status, answer)) = read(sent) else { return Asked::Unanswered };
                let results = answer["results"].as_array().cloned().unwrap_or_default();
                if status == 503 || results.iter().any(|result| result["status_code"] == 503) {
                    return Asked::Refused;
                }
                if status != 200 || results.len() != notices.len() {
                    self.wrong.push(format!("{status} {answer}"));
                }
                for (notice, result) in notices.iter().zip(&results) {
                    self.note(notice, result);
                }
            }
            Request::Delete { board, id } => {
                let url = format!("http://{address}/v1/boards/{board}/notices/{id}");
                let Some((status, answer)) = read(agent.delete(url).call()) else { return Asked::Unanswered };
                match (status, answer["version"].as_u64()) {
                    (200, Some(version)) => {
                        let deed = Deed::Delete { id: answer["id"].as_str().unwrap_or_default().to_owned() };
                        self.answers.push(Answer { board: board.clone(), version, deed });
                    }
                    // It was evicted, or the request before was done though it was not answered.
                    (404, _) => {}
                    (503, _) => return Asked::Refused,
                    _ => self.wrong.push(format!("{status} {answer}")),
                }
            }
        }
        Asked::Done
    }

    fn note(&mut self, notice: &Value, result: &Value) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (board, said) = (text(&notice["board"]), text(&notice["text"]));
        let (Some(version), Some(status)) = (result["version"].as_u64(), result["status"].as_str()) else {
            return self.wrong.push(result.to_string());
        };
        let deed = if board == FOLDS {
            self.folds.entry(said.clone()).or_default().answered += 1;
            // The version of a fold is that of the newest entry, which counts it or will be followed by one that does.
            Deed::Fold { text: said }
        } else {
            if status == "accepted" {
                self.mine.push((board.clone(), text(&notice["id"])));
            }
            Deed::Put { text: said }
        };
        self.answers.push(Answer { board, version, deed });
    }
}

/// Status and body; `None`: there was no whole answer.
fn read(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Option<(u16, Value)> {
    let mut response = response.ok()?;
    let status = response.status().as_u16();
    Some((status, response.body_mut().read_json().ok()?))
}
