//! Publishing one notice: under an id of its own, so that a timeout, a cut connection or a 503 can be tried again
//! without doubling it. It gives up after a few tries and says what the last one said.

use crate::bearer::Bearer;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use std::time::Duration;

/// How long one try may take.
const TRY_MAX: Duration = Duration::from_secs(10);
/// How often it is tried.
const TRIES: u32 = 4;
/// The pause before the second try; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(250);

/// A notice as a publisher gives it; the server knows the rules.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Notice {
    /// Minted if absent, before the first try.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The server's default is `main`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<String>,
    /// The server's default is `INFO`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Plain text.
    pub text: String,
    /// What the notice is about: a newer one with the same key takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ttl: Option<u64>,
    /// Words to filter by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// What the server answered.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
#[expect(missing_docs, reason = "PROTOCOL.md's own names")]
pub struct Published {
    pub id: String,
    pub board: String,
    pub version: u64,
    pub epoch: String,
    pub cursor: String,
    pub status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    pub expires_at: String,
    pub trace_id: String,
}

/// Why a notice was not published, or is not known to be.
#[derive(Clone, PartialEq, Debug)]
pub enum PublishError {
    /// The server refused it: repeating it changes nothing.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem object, if one came.
        problem: Value,
    },
    /// No try was answered; whether it was published is unknown, and repeating it with the same id is safe.
    Unanswered {
        /// The id to repeat it with.
        id: String,
        /// What the last try came to.
        detail: String,
    },
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { status, problem } => {
                let detail = problem["detail"].as_str().unwrap_or("no reason was given");
                write!(f, "refused ({status}): {detail}")?;
                let faults = problem["errors"].as_array().filter(|faults| faults.len() > 1);
                for fault in faults.into_iter().flatten() {
                    let text = |name| fault[name].as_str().unwrap_or_default();
                    write!(f, "\n  {}: {}", text("pointer"), text("detail"))?;
                }
                Ok(())
            }
            Self::Unanswered { id, detail } => {
                write!(f, "no answer: {detail}; it is safe to repeat it with the id {id}")
            }
        }
    }
}

impl std::error::Error for PublishError {}

/// Publishes to one server.
#[derive(Clone, Debug)]
pub struct Publisher {
    url: String,
    bearer: Option<Bearer>,
    agent: ureq::Agent,
}

/// What speaks HTTP: every status is an answer.
pub(crate) fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().timeout_global(Some(TRY_MAX)).http_status_as_error(false).build().into()
}

impl Publisher {
    /// A publisher to a server's base address: `http://127.0.0.1:8080`.
    pub fn new(server: &str) -> Self {
        Self { url: format!("{}/v1/notify", server.trim_end_matches('/')), bearer: None, agent: agent() }
    }

    /// The same, with a token: for a server with keys.
    #[must_use]
    pub fn with_bearer(self, bearer: Bearer) -> Self {
        Self { bearer: Some(bearer), ..self }
    }

    /// Publishes a notice and waits for the answer.
    pub fn publish(&self, mut notice: Notice) -> Result<Published, PublishError> {
        let id = notice.id.get_or_insert_with(|| uuid::Uuid::now_v7().to_string()).clone();
        let mut pause = PAUSE;
        let mut tried = 1;
        loop {
            match self.try_once(&notice) {
                Try::Answered(answer) => return answer,
                Try::Again(detail) if tried == TRIES => return Err(PublishError::Unanswered { id, detail }),
                Try::Again(_) => {
                    std::thread::sleep(pause);
                    pause *= 2;
                    tried += 1;
                }
            }
        }
    }

    fn try_once(&self, notice: &Notice) -> Try {
        let mut request = self.agent.post(&self.url);
        if let Some(bearer) = &self.bearer {
            request = request.header("authorization", bearer.authorization());
        }
        let mut response = match request.send_json(notice) {
            Ok(response) => response,
            Err(error) => return Try::Again(format!("{}: {error}", self.url)),
        };
        let status = response.status().as_u16();
        let body = response.body_mut().read_json::<Value>();
        match (status, body) {
            (200..=299, Ok(body)) => match serde_json::from_value(body) {
                Ok(published) => Try::Answered(Ok(published)),
                Err(error) => Try::Again(format!("{} is no Marquee server: {error}", self.url)),
            },
            (429 | 500..=599, body) => {
                let detail = body.ok().and_then(|body| Some(body["detail"].as_str()?.to_owned()));
                Try::Again(detail.unwrap_or_else(|| format!("status {status}")))
            }
            (_, body) => {
                Try::Answered(Err(PublishError::Refused { status, problem: body.unwrap_or_default() }))
            }
        }
    }
}

enum Try {
    Answered(Result<Published, PublishError>),
    Again(String),
}
