//! Who publishes in a world: one thing at a time, repeated under the same id until it is answered. What was answered has to
//! be true from then on.

use super::{Event, World, note};
use crate::process::Asked;
use marquee_applier::NotDone;
use marquee_core::board::{Draft, Op, Outcome, Rejection, Status};
use marquee_core::{BoardName, DeleteReason, Epoch, NoticeId, Policy};
use marquee_protocol::blocklist::BlockList;
use marquee_protocol::notice::{Context, IdFrom, read};
use proof::check::Class;
use proof::history::{Deed, Folds};
use proof::publisher::FOLDING;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A publisher that hears nothing for so long tries again, ms.
const PATIENCE_MS: u64 = 2_500;
/// One that is refused tries again within, ms.
const AGAIN_MS: u64 = 600;
/// Ids that a publisher remembers.
const KNOWN_MAX: usize = 8;
/// A way back on which an answer is lost: one of so many.
const LOST_ANSWERS: u32 = 20;

/// One publisher.
#[derive(Default)]
pub(super) struct Publisher {
    /// Requests that it has begun.
    begun: u64,
    attempts: u32,
    under_way: Option<Request>,
    /// Ids that it knows to be there.
    known: Vec<(BoardName, NoticeId)>,
}

#[derive(Clone)]
struct Request {
    board: BoardName,
    op: Op,
    /// The text, if it says what the publish is known by.
    text: Option<Box<str>>,
}

/// What a publisher is told, and by which history.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) epoch: Epoch,
    pub(super) outcome: Result<Outcome, NotDone>,
}

/// How often each folding text was published, by board.
pub(super) type Counted = BTreeMap<BoardName, HashMap<String, Folds>>;

impl World {
    pub(super) fn publish(&mut self, number: usize) {
        if self.quiet || self.publishers[number].under_way.is_some() {
            return;
        }
        let request = self.wish(number);
        self.begin_request(number, request);
    }

    /// What a publisher wants now.
    fn wish(&mut self, number: usize) -> Request {
        let board = self.boards[self.rng.usize(..self.boards.len())].clone();
        let count = self.publishers[number].begun + 1;
        let id = format!("p{number}-{count}");
        let level = ["URGENT", "WARNING", "INFO", "LOW"][self.rng.usize(..4)];
        let ttl = self.rng.u64(1..20);
        let text = format!("{id} says {}", "so ".repeat(self.rng.usize(0..6)));
        let known = &self.publishers[number].known;
        let old = (!known.is_empty()).then(|| known[self.rng.usize(..known.len())].clone());
        match (self.rng.u32(0..100), old) {
            (0..6, Some((board, id))) => Request { board, op: Op::Delete(id), text: None },
            (6..10, _) => {
                let key = format!("k{}", self.rng.u32(0..3)).into();
                Request { board, op: Op::DeleteByKey { key, reason: DeleteReason::Resolved }, text: None }
            }
            (10..14, Some((board, id))) => {
                // Repeated after its notice has left, a PUT makes it anew: so its text may stand twice.
                let text = format!("{FOLDING}not, {text}");
                self.puts += 1;
                let body = json!({"id": id.as_str(), "level": level, "text": text, "ttl": ttl});
                Request { op: Op::Replace(draft(&board, &body)), board, text: Some(text.into()) }
            }
            (14..17, _) => {
                let policy = Policy {
                    max_active: self.rng.usize(1..12),
                    fold_ms: self.rng.u64(0..4_000),
                    speed: self.rng.u64(5..60),
                    ..self.plan.first_policy.clone()
                };
                Request { board, op: Op::SetPolicy { policy: Arc::new(policy), only_if: None }, text: None }
            }
            (17..30, _) => {
                let text = format!("{FOLDING}{}-{}", self.histories, self.rng.u32(0..2));
                let body = json!({"id": id, "level": "URGENT", "text": text, "ttl": 86_400});
                let folds = self.folds.entry(board.clone()).or_default().entry(text.clone()).or_default();
                folds.sent += 1;
                Request { op: Op::Publish(draft(&board, &body)), board, text: Some(text.into()) }
            }
            (30..50, _) => {
                let key = format!("k{}", self.rng.u32(0..3));
                let body = json!({"id": id, "level": level, "text": text, "ttl": ttl, "key": key});
                Request { op: Op::Publish(draft(&board, &body)), board, text: Some(text.into()) }
            }
            _ => {
                let body = json!({"id": id, "level": level, "text": text, "ttl": ttl, "tags": ["db"]});
                Request { op: Op::Publish(draft(&board, &body)), board, text: Some(text.into()) }
            }
        }
    }

    fn begin_request(&mut self, number: usize, request: Request) {
        let publisher = &mut self.publishers[number];
        publisher.begun += 1;
        publisher.attempts = 0;
        note!(self, "publisher {number} begins {}: {:?}", request.board, request.op);
        publisher.under_way = Some(request);
        self.try_request(number);
    }

    fn try_request(&mut self, number: usize) {
        let publisher = &mut self.publishers[number];
        publisher.attempts += 1;
        let (begun, attempts) = (publisher.begun, publisher.attempts);
        let way = self.way();
        self.after(way, Event::Arrive(number, begun));
        self.after(way + PATIENCE_MS, Event::Impatient(number, begun, attempts));
    }

    pub(super) fn impatient(&mut self, number: usize, begun: u64, attempts: u32) {
        let publisher = &self.publishers[number];
        if publisher.begun == begun && publisher.attempts == attempts && publisher.under_way.is_some() {
            self.try_request(number);
        }
    }

    /// A request is there.
    pub(super) fn arrive(&mut self, number: usize, begun: u64) {
        let publisher = &self.publishers[number];
        let Some(request) = publisher.under_way.clone().filter(|_| publisher.begun == begun) else { return };
        if let Some(process) = &mut self.process {
            process.submit(Asked::Publisher(number, begun), request.board, request.op);
        }
    }

    pub(super) fn answered(&mut self, number: usize, begun: u64, answer: Answered) {
        let lost = self.rng.u32(0..LOST_ANSWERS) == 0;
        let publisher = &mut self.publishers[number];
        let Some(request) = publisher.under_way.clone().filter(|_| publisher.begun == begun) else { return };
        note!(
            self,
            "publisher {number} is answered: {:?}{}",
            answer.outcome,
            if lost { ", unheard" } else { "" }
        );
        if lost {
            return;
        }
        let outcome = match answer.outcome {
            Ok(outcome) => outcome,
            Err(_) => {
                let (begun, attempts) = (publisher.begun, publisher.attempts);
                return self.within(AGAIN_MS, Event::Impatient(number, begun, attempts));
            }
        };
        publisher.under_way = None;
        if answer.epoch == *self.truth.epoch() {
            self.hold_to(number, &request, outcome);
        }
        self.within(self.plan.pause_ms, Event::Publish(number));
    }

    /// What was answered has to be there.
    fn hold_to(&mut self, number: usize, request: &Request, outcome: Outcome) {
        let board = &request.board;
        match (outcome, &request.text) {
            (Outcome::Placed(placed), Some(text)) => {
                let replaces = matches!(request.op, Op::Replace(_));
                let folds = text.starts_with(FOLDING) && !replaces;
                let deed = if folds {
                    let folds = self.folds.get_mut(board).and_then(|folds| folds.get_mut(&**text));
                    folds.into_iter().for_each(|folds| folds.answered += 1);
                    Deed::Fold { text: text.to_string() }
                } else {
                    Deed::Put { text: text.to_string() }
                };
                // A PUT that finds its content there names the version of the notice's first put.
                if !(replaces && matches!(placed.status, Status::Duplicate(_))) {
                    self.truth.answered(board, placed.version, deed);
                }
                let known = &mut self.publishers[number].known;
                if !folds {
                    known.push((board.clone(), placed.id));
                }
                if known.len() > KNOWN_MAX {
                    known.remove(0);
                }
            }
            (Outcome::Deleted { id, version }, _) => {
                self.truth.answered(board, version, Deed::Delete { id: id.to_string() });
            }
            // After a PUT the first content of its id is another's.
            (Outcome::Rejected(Rejection::Conflict), _) if self.puts == 0 => {
                let detail = format!("{:?} on {board} is told to be another's", request.op);
                self.truth.found(Class::Duplicate, detail);
            }
            _ => {}
        }
    }

    /// A last notice on each board: whoever is connected has to see it.
    pub(super) fn last_notices(&mut self) {
        for (number, board) in self.boards.clone().into_iter().enumerate() {
            let text = format!("the last of {board}");
            let body = json!({"id": format!("last-{number}"), "level": "URGENT", "text": text, "ttl": 600});
            let op = Op::Publish(draft(&board, &body));
            self.publishers.push(Publisher::default());
            self.begin_request(self.publishers.len() - 1, Request { board, op, text: Some(text.into()) });
        }
    }

    /// Requests that nobody has answered.
    pub(super) fn unanswered(&self) -> usize {
        self.publishers.iter().filter(|publisher| publisher.under_way.is_some()).count()
    }
}

/// What the real reader of notices makes of a body.
fn draft(board: &BoardName, body: &serde_json::Value) -> Draft {
    let context = Context {
        now: 0,
        trace_id: "00000000000000000000000000000001",
        mint: &|| unreachable!("every notice here has its id"),
        board: Some(board),
        id: None,
        id_from: IdFrom::Path,
        block_list: &BlockList::default(),
    };
    match read(body.to_string().as_bytes(), &context) {
        Ok(submission) => submission.draft,
        Err(problem) => unreachable!("{body} keeps the rules: {problem:?}"),
    }
}
