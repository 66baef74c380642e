//! What `_auth` keeps of tokens, as its log and its checkpoints hold it. It is never sent to anyone, and holds nothing that
//! anyone could come with.

use super::{DecodeError, bad};
use marquee_core::auth::{Cookie, Fact, Family, Revoked};
use marquee_core::{Mark, Scopes};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// A fact by what it is about. Texts of those who wrote them may have escapes, so each is borrowed only where it can be.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FactJson<'a> {
    #[serde(borrow)]
    Token(TokenJson<'a>),
    #[serde(borrow)]
    Subject(SubjectJson<'a>),
    #[serde(borrow)]
    Family(FamilyJson<'a>),
    #[serde(borrow)]
    Cookie(CookieJson<'a>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct TokenJson<'a> {
    #[serde(borrow)]
    iss: Cow<'a, str>,
    #[serde(borrow)]
    jti: Cow<'a, str>,
    /// Absent: for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SubjectJson<'a> {
    #[serde(borrow)]
    iss: Cow<'a, str>,
    #[serde(borrow)]
    sub: Cow<'a, str>,
    issued_before: u64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FamilyJson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    iss: Cow<'a, str>,
    #[serde(borrow)]
    client: Cow<'a, str>,
    scope: String,
    generation: u32,
    began: u64,
    made: u64,
    ends: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    over: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct CookieJson<'a> {
    hash: [u8; 32],
    #[serde(borrow)]
    sub: Cow<'a, str>,
    scope: String,
    #[serde(borrow)]
    iss: Cow<'a, str>,
    #[serde(borrow)]
    jti: Cow<'a, str>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    family: Option<Cow<'a, str>>,
    #[serde(borrow)]
    kid: Cow<'a, str>,
    iat: u64,
    ends: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    over: bool,
}

impl<'a> From<&'a Fact> for FactJson<'a> {
    fn from(fact: &'a Fact) -> Self {
        match fact {
            Fact::Revoked(revoked) => match &**revoked {
                Revoked::Token { issuer, id, until } => {
                    let until = Some(*until).filter(|until| *until != u64::MAX);
                    Self::Token(TokenJson { iss: text(issuer), jti: text(id), until })
                }
                Revoked::Subject { issuer, subject, issued_before } => Self::Subject(SubjectJson {
                    iss: text(issuer),
                    sub: text(subject),
                    issued_before: *issued_before,
                }),
            },
            Fact::Family(family) => Self::Family(FamilyJson {
                id: text(&family.id),
                iss: text(&family.issuer),
                client: text(&family.client),
                scope: family.scopes.to_string(),
                generation: family.generation,
                began: family.began,
                made: family.made,
                ends: family.ends,
                over: family.over,
            }),
            Fact::Cookie(cookie) => Self::Cookie(CookieJson {
                hash: cookie.hash,
                sub: text(&cookie.subject),
                scope: cookie.scopes.to_string(),
                iss: text(&cookie.mark.issuer),
                jti: text(&cookie.mark.id),
                family: cookie.mark.family.as_deref().map(Cow::Borrowed),
                kid: text(&cookie.mark.kid),
                iat: cookie.mark.issued_s,
                ends: cookie.ends,
                over: cookie.over,
            }),
        }
    }
}

fn text(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

impl TryFrom<FactJson<'_>> for Fact {
    type Error = DecodeError;

    fn try_from(json: FactJson<'_>) -> Result<Self, DecodeError> {
        let scopes = |scope: &str| match scope {
            "" => Ok(Scopes::none()),
            scope => Scopes::parse(scope).map_err(|_| bad("a scope that is none")),
        };
        Ok(match json {
            FactJson::Token(TokenJson { iss, jti, until }) => Self::Revoked(Arc::new(Revoked::Token {
                issuer: iss.into(),
                id: jti.into(),
                until: until.unwrap_or(u64::MAX),
            })),
            FactJson::Subject(SubjectJson { iss, sub, issued_before }) => {
                let (issuer, subject) = (iss.into(), sub.into());
                Self::Revoked(Arc::new(Revoked::Subject { issuer, subject, issued_before }))
            }
            FactJson::Family(family) => Self::Family(Arc::new(Family {
                id: family.id.into(),
                issuer: family.iss.into(),
                client: family.client.into(),
                scopes: scopes(&family.scope)?,
                generation: family.generation,
                began: family.began,
                made: family.made,
                ends: family.ends,
                over: family.over,
            })),
            FactJson::Cookie(cookie) => Self::Cookie(Arc::new(Cookie {
                hash: cookie.hash,
                subject: cookie.sub.into(),
                scopes: scopes(&cookie.scope)?,
                mark: Mark {
                    issuer: cookie.iss.into(),
                    id: cookie.jti.into(),
                    family: cookie.family.map(Into::into),
                    kid: cookie.kid.into(),
                    issued_s: cookie.iat,
                    cookie: None,
                },
                ends: cookie.ends,
                over: cookie.over,
            })),
        })
    }
}
