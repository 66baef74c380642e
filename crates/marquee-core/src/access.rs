//! What the caller of a request or a connection may do, and by which name its own things are kept. Where it comes from (a
//! token, a cookie, nothing) is the business of whoever makes one.

use crate::{BoardName, Scopes};
use std::sync::Arc;

/// One value that every request and every connection carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// No keys are configured: everyone may do everything.
    Everyone,
    /// Keys are configured: what a token opens, or nothing.
    Bearer(Arc<Bearer>),
}

/// Who came with a token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bearer {
    /// Whom the token is about; empty without one.
    pub subject: Box<str>,
    /// What it opens.
    pub scopes: Scopes,
    /// When whoever stays connected by it has to go, ms; `u64::MAX`: never.
    pub ends_at: u64,
    /// By what it can be taken back.
    pub mark: Mark,
}

/// What a token is known by, so that it can be taken back: each of these is a way to. Empty without a token.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// Who issued it.
    pub issuer: Box<str>,
    /// Its id, a name within its issuer alone.
    pub id: Box<str>,
    /// The family of refresh tokens that it came with.
    pub family: Option<Box<str>>,
    /// The key that signed it; empty for what needs no key.
    pub kid: Box<str>,
    /// When it was issued, in seconds since 1970.
    pub issued_s: u64,
    /// The login cookie that came in its place, by its hash.
    pub cookie: Option<[u8; 32]>,
}

impl Access {
    /// Nothing at all: nobody has shown a token, and nothing here needs one.
    pub fn nothing() -> Self {
        let (scopes, mark) = (Scopes::none(), Mark::default());
        Self::Bearer(Arc::new(Bearer { subject: "".into(), scopes, ends_at: u64::MAX, mark }))
    }

    /// Whether notices may be put on the board.
    pub fn may_publish(&self, board: &BoardName) -> bool {
        match self {
            Self::Everyone => true,
            Self::Bearer(bearer) => bearer.scopes.may_publish(board),
        }
    }

    /// Whether the board may be read and followed.
    pub fn may_subscribe(&self, board: &BoardName) -> bool {
        match self {
            Self::Everyone => true,
            Self::Bearer(bearer) => bearer.scopes.may_subscribe(board),
        }
    }

    /// Whether operator's terminals may be opened.
    pub fn may_administer(&self) -> bool {
        match self {
            Self::Everyone => true,
            Self::Bearer(bearer) => bearer.scopes.may_administer(),
        }
    }

    /// When whoever stays connected by it has to go, ms; `u64::MAX`: never.
    pub fn ends_at(&self) -> u64 {
        match self {
            Self::Everyone => u64::MAX,
            Self::Bearer(bearer) => bearer.ends_at,
        }
    }

    /// Whose cursors and other things are its own; empty where nobody is known.
    pub fn subject(&self) -> &str {
        match self {
            Self::Everyone => "",
            Self::Bearer(bearer) => &bearer.subject,
        }
    }

    /// Whether it is the same one's as another: of one issuer about one subject.
    pub fn is_of_whom(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Everyone, Self::Everyone) => true,
            (Self::Bearer(one), Self::Bearer(other)) => {
                (&one.mark.issuer, &one.subject) == (&other.mark.issuer, &other.subject)
            }
            (Self::Everyone, Self::Bearer(_)) | (Self::Bearer(_), Self::Everyone) => false,
        }
    }
}
