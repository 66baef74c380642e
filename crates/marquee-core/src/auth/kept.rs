//! What the board `_auth` keeps of those who come with tokens: what was taken back, families of refresh tokens, login cookies.
//! None of it is a secret: it says who may come back, and nothing that anyone could come back with.

use crate::{Mark, Scopes};
use std::sync::Arc;

/// What an entry says of tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// Something was taken back.
    Revoked(Arc<Revoked>),
    /// A family of refresh tokens is like this from now on.
    Family(Arc<Family>),
    /// A login cookie is.
    Cookie(Arc<Cookie>),
}

/// Something that was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Revoked {
    /// One token.
    Token {
        /// Who issued it.
        issuer: Box<str>,
        /// Its id.
        id: Box<str>,
        /// When it would have ended by itself, ms; `u64::MAX`: nobody knows.
        until: u64,
    },
    /// All tokens of a subject that were issued by then.
    Subject {
        /// Who issued them.
        issuer: Box<str>,
        /// Whom they are about.
        subject: Box<str>,
        /// The last second in which one was issued, since 1970.
        issued_before: u64,
    },
}

/// A family of refresh tokens: a login and all that came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Family {
    /// Its id.
    pub id: Box<str>,
    /// What its access tokens say in `iss`.
    pub issuer: Box<str>,
    /// Whose it is: the subject of its access tokens.
    pub client: Box<str>,
    /// What its access tokens open.
    pub scopes: Scopes,
    /// The newest refresh token's number; the first is 0.
    pub generation: u32,
    /// When it began, ms.
    pub began: u64,
    /// When the newest generation was made, ms.
    pub made: u64,
    /// When its newest refresh token ends, ms.
    pub ends: u64,
    /// Whether it is over before that.
    pub over: bool,
}

/// A login cookie, by its hash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cookie {
    /// SHA-256 of what the browser holds.
    pub hash: [u8; 32],
    /// Whose it is.
    pub subject: Box<str>,
    /// What it opens.
    pub scopes: Scopes,
    /// The token that it was given for.
    pub mark: Mark,
    /// When it ends, ms.
    pub ends: u64,
    /// Whether it is over before that.
    pub over: bool,
}

/// By what those who are connected are to be looked through, since some of them may have to go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Touched {
    /// Everyone.
    All,
    /// Tokens of an issuer with this id.
    Id(Box<str>, Box<str>),
    /// Tokens of an issuer about this subject.
    Subject(Box<str>, Box<str>),
    /// Tokens of this family.
    Family(Box<str>),
    /// Who came with this cookie.
    Cookie([u8; 32]),
    /// Tokens of an issuer that this key signed. No entry says so: keys are configuration.
    Kid(Box<str>, Box<str>),
}
