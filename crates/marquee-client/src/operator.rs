//! What an operator asks a server: tokens to be taken back. It is asked once: repeating it is safe, and the caller's choice.

use crate::bearer::Bearer;
use crate::publisher::agent;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// Which tokens are taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Revocation {
    /// This one; with a refresh token, all that came of the same login.
    Token(Bearer),
    /// The one of this id.
    Id {
        /// Its id.
        jti: String,
        /// The issuer; absent: the server's own.
        iss: Option<String>,
    },
    /// All of one subject.
    Subject {
        /// Whose.
        sub: String,
        /// The issuer; absent: the server's own.
        iss: Option<String>,
        /// Those that were issued until then, in seconds since 1970; absent: until now.
        issued_before: Option<u64>,
    },
}

/// A revocation as it is sent.
#[derive(Default, Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jti: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iss: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_before: Option<u64>,
}

impl Revocation {
    fn body(&self) -> Body<'_> {
        match self {
            Self::Token(token) => Body { token: Some(token.text()), ..Body::default() },
            Self::Id { jti, iss } => Body { jti: Some(jti), iss: iss.as_deref(), ..Body::default() },
            Self::Subject { sub, iss, issued_before } => {
                Body { sub: Some(sub), iss: iss.as_deref(), issued_before: *issued_before, ..Body::default() }
            }
        }
    }
}

/// What the server answered.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Revoked {
    /// What ended: 0 where it was so before.
    pub revoked: u64,
    /// How many connections were closed with it.
    #[serde(default)]
    pub connections: u64,
}

/// Why nothing is known to be taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RevokeError {
    /// The server refused it.
    Refused {
        /// The HTTP status.
        status: u16,
        /// Why, in its words.
        detail: String,
    },
    /// It was not answered: it may have happened, and repeating it is safe.
    Unanswered {
        /// What it came to.
        detail: String,
    },
}

impl fmt::Display for RevokeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { status, detail } => write!(f, "refused ({status}): {detail}"),
            Self::Unanswered { detail } => {
                write!(f, "no answer: {detail}; it is not known to be revoked, and safe to repeat")
            }
        }
    }
}

impl std::error::Error for RevokeError {}

/// Asks one server, as whom its token says.
#[derive(Clone, Debug)]
pub struct Operator {
    url: String,
    bearer: Bearer,
    agent: ureq::Agent,
}

impl Operator {
    /// An operator of the server with that base address: `http://127.0.0.1:8080`.
    pub fn new(server: &str, bearer: Bearer) -> Self {
        Self { url: format!("{}/v1/auth/revoke", server.trim_end_matches('/')), bearer, agent: agent() }
    }

    /// Takes tokens back and waits for the answer: then none of them is taken any more.
    pub fn revoke(&self, what: &Revocation) -> Result<Revoked, RevokeError> {
        let unanswered =
            |detail: String| RevokeError::Unanswered { detail: format!("{}: {detail}", self.url) };
        let request = self.agent.post(&self.url).header("authorization", self.bearer.authorization());
        let mut response = request.send_json(what.body()).map_err(|error| unanswered(error.to_string()))?;
        let status = response.status().as_u16();
        let body = response.body_mut().read_json::<Value>();
        match status {
            200..=299 => {
                let body = body.map_err(|error| unanswered(error.to_string()))?;
                serde_json::from_value(body)
                    .map_err(|error| unanswered(format!("no Marquee server: {error}")))
            }
            _ => {
                let detail = body.ok().and_then(|body| Some(body["detail"].as_str()?.to_owned()));
                let detail = detail.unwrap_or_else(|| format!("{} gave no reason", self.url));
                match status {
                    500.. => Err(unanswered(detail)),
                    _ => Err(RevokeError::Refused { status, detail }),
                }
            }
        }
    }
}
