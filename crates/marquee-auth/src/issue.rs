//! Our own tokens: claims, signed with the key that signs. Ids and times are handed in, so that the same input gives the same
//! token, byte for byte; what is issued is taken by a verifier of the same keys, or it is not issued.

use crate::claims::{TIME_END, is_name};
use crate::key::{Key, Keys};
use crate::refresh::Family;
use crate::verify::{ISSUER_BYTES_MAX, TOKEN_BYTES_MAX};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use marquee_core::scope::Scopes;
use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// What signs our tokens.
#[derive(Clone, Debug)]
pub struct Issuer {
    key: Arc<Key>,
    issuer: String,
    audience: String,
    /// The first part of every token of this key.
    header: String,
}

/// What a token is to say.
#[derive(Clone, Debug)]
pub struct Grant<'a> {
    /// Whom it is about.
    pub sub: &'a str,
    /// What it opens.
    pub scopes: &'a Scopes,
    /// When it is issued, in seconds since 1970.
    pub iat_s: u64,
    /// How long it is good, in seconds.
    pub lifetime_s: u64,
    /// Its id, which no other token of ours has.
    pub jti: &'a str,
    /// The family of refresh tokens that it comes with.
    pub family: Option<&'a Family>,
}

/// Why nothing was issued.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IssueError {
    /// No key has a private part.
    NoSigningKey,
    /// The name of the issuer or of the audience is empty or too long.
    Name,
    /// `sub` is empty, too long, or has control characters.
    Sub,
    /// `jti` is empty, too long, or has control characters.
    Jti,
    /// The lifetime is nothing, or ends beyond all times.
    Lifetime,
    /// A scope of more words or bytes than a token may have.
    Scope,
    /// The token would be longer than a verifier takes.
    TooLong,
    /// The arithmetic of the key found itself wrong.
    Signing,
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSigningKey => "no key can sign: give one a secret (HS256) or a private key",
            Self::Name => "the issuer or the audience has no name: write 1 to 512 bytes",
            Self::Sub => "the sub of a token has to be 1 to 256 bytes without control characters",
            Self::Jti => "the jti of a token has to be 1 to 256 bytes without control characters",
            Self::Lifetime => "the lifetime of a token has to be at least a second, and to end before 2^53",
            Self::Scope => {
                "the scope is too large for a token: write publish:ops.* for boards that begin with ops."
            }
            Self::TooLong => "the token would be too long: write fewer scopes",
            Self::Signing => "the key could not sign: check the private key, and this machine's memory",
        })
    }
}

impl std::error::Error for IssueError {}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    kid: &'a str,
    typ: &'static str,
}

#[derive(Serialize)]
struct Said<'a> {
    iss: &'a str,
    aud: &'a str,
    sub: &'a str,
    iat: u64,
    exp: u64,
    jti: &'a str,
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fam: Option<&'a str>,
}

impl Issuer {
    /// What signs with the first key that can.
    pub fn new(issuer: &str, audience: &str, keys: &Keys) -> Result<Self, IssueError> {
        if [issuer, audience].iter().any(|name| name.is_empty() || name.len() > ISSUER_BYTES_MAX) {
            return Err(IssueError::Name);
        }
        let key = keys.signing().ok_or(IssueError::NoSigningKey)?.clone();
        let header = encoded(&Header { alg: key.algorithm().as_str(), kid: key.kid(), typ: "JWT" })?;
        Ok(Self { key, issuer: issuer.to_owned(), audience: audience.to_owned(), header })
    }

    /// The `kid` of the key that signs.
    pub fn kid(&self) -> &str {
        self.key.kid()
    }

    /// The token that says so.
    pub fn issue(&self, grant: &Grant<'_>) -> Result<String, IssueError> {
        if !is_name(grant.sub) {
            return Err(IssueError::Sub);
        }
        if !is_name(grant.jti) {
            return Err(IssueError::Jti);
        }
        let exp =
            grant.iat_s.checked_add(grant.lifetime_s).filter(|exp| *exp < TIME_END && *exp > grant.iat_s);
        let exp = exp.ok_or(IssueError::Lifetime)?;
        // A meet of two scopes may have more words than either: then it is no scope of a token.
        let scope = grant.scopes.to_string();
        if Scopes::of_token(&scope).as_ref() != Ok(grant.scopes) {
            return Err(IssueError::Scope);
        }
        let said = encoded(&Said {
            iss: &self.issuer,
            aud: &self.audience,
            sub: grant.sub,
            iat: grant.iat_s,
            exp,
            jti: grant.jti,
            scope,
            fam: grant.family.map(Family::as_str),
        })?;
        let message = format!("{}.{said}", self.header);
        let signature = self.key.material().sign(message.as_bytes()).ok_or(IssueError::Signing)?;
        let token = format!("{message}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature));
        if token.len() > TOKEN_BYTES_MAX { Err(IssueError::TooLong) } else { Ok(token) }
    }
}

/// A part of a token. Texts and numbers always have a JSON.
fn encoded(part: &impl Serialize) -> Result<String, IssueError> {
    let json = serde_json::to_vec(part).map_err(|_| IssueError::Signing)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(json))
}
