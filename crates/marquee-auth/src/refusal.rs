//! Why a token is not taken, as classes that a door can answer with. None of them holds a byte of the token: what someone
//! sends never comes back in an answer or a diagnostic.

use crate::claims::NAME_BYTES_MAX;
use crate::device::WINDOW_S;
use crate::verify::{KID_BYTES_MAX, TOKEN_BYTES_MAX};
use marquee_core::scope::{SCOPE_BYTES_MAX, SCOPE_WORDS_MAX};
use std::fmt;

/// A part of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The first: how it is signed.
    Header,
    /// The second: what is said.
    Claims,
    /// The third.
    Signature,
}

/// A claim that is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// When the token expires.
    Exp,
    /// When it was issued.
    Iat,
    /// Before when it is not valid.
    Nbf,
    /// Whom it is about.
    Sub,
    /// Who issued it.
    Iss,
    /// Whom it is for.
    Aud,
    /// Its own id.
    Jti,
    /// The family of refresh tokens that it came with: ours alone.
    Fam,
    /// What it opens.
    Scope,
}

/// Why a token is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// More bytes than any token of ours has. Nothing of it was looked at.
    TooLong,
    /// Not three parts.
    Parts,
    /// A part is not canonical base64url.
    Encoding(Part),
    /// The header or the claims are not a JSON object.
    Json(Part),
    /// A member stands twice in the header or the claims.
    Twice(Part),
    /// A kind of token that this server does not take.
    Type,
    /// The header asks for something that this server never does.
    Extension,
    /// An algorithm that is none of the four.
    Algorithm,
    /// No key is named, or not with a text of a fair length.
    Kid,
    /// No key has that id and that algorithm.
    NoSuchKey,
    /// The signature does not hold.
    Signature,
    /// A claim is missing or is not what is due.
    Claim(Claim),
    /// The claims name another issuer than the one whose key signed them.
    Issuer,
    /// The token is for someone else.
    Audience,
    /// The token is not valid yet.
    NotYet,
    /// The token says that it was issued in the future.
    IssuedAhead,
    /// The token was good, and its time is over.
    Expired,
    /// The token was taken back.
    Revoked,
    /// A text that is no refresh token of this server.
    RefreshToken,
    /// A text that is no login cookie.
    Cookie,
    /// The time of a device's signature is no time, or not of now.
    DeviceTime,
    /// A device's signature does not hold: of no device that is known, or not of this request.
    DeviceSignature,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "header",
            Self::Claims => "claims",
            Self::Signature => "signature",
        })
    }
}

impl Claim {
    /// The claim's name.
    fn name(self) -> &'static str {
        match self {
            Self::Exp => "exp",
            Self::Iat => "iat",
            Self::Nbf => "nbf",
            Self::Sub => "sub",
            Self::Iss => "iss",
            Self::Aud => "aud",
            Self::Jti => "jti",
            Self::Fam => "fam",
            Self::Scope => "scope",
        }
    }

    /// What it has to be.
    fn write_due(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exp | Self::Iat => {
                f.write_str("a number of seconds since 1970, not negative and below 2^53")
            }
            Self::Nbf => {
                f.write_str("left out, or a number of seconds since 1970, not negative and below 2^53")
            }
            Self::Sub | Self::Jti => {
                write!(f, "a text of 1 to {NAME_BYTES_MAX} bytes without control characters")
            }
            Self::Iss => f.write_str("a text"),
            Self::Aud => f.write_str("a text or an array of texts"),
            Self::Fam => f.write_str("left out, or the id of a family of refresh tokens"),
            Self::Scope => write!(
                f,
                "left out, or a text of at most {SCOPE_WORDS_MAX} words and {SCOPE_BYTES_MAX} bytes"
            ),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "the token has more than {TOKEN_BYTES_MAX} bytes"),
            Self::Parts => f.write_str("the token is not a signed one: it has to be three parts with a dot between"),
            Self::Encoding(part) => {
                write!(f, "the token's {part} is not base64url without padding in its one canonical spelling")
            }
            Self::Json(part) => write!(f, "the token's {part} is not a JSON object in UTF-8"),
            Self::Twice(part) => write!(f, "the token's {part} has a member that stands twice"),
            Self::Type => f.write_str("the token's typ has to be JWT or at+jwt, or left out"),
            Self::Extension => f.write_str(
                "the token's header has crit, b64, zip, enc, or a key or a certificate beside kid: keys are chosen by kid alone",
            ),
            Self::Algorithm => f.write_str("the token's alg is none of HS256, ES256, EdDSA and RS256"),
            Self::Kid => write!(f, "the token's kid has to be a text of 1 to {KID_BYTES_MAX} bytes"),
            Self::NoSuchKey => f.write_str("no key of this server has the token's kid and alg"),
            Self::Signature => f.write_str("the token's signature does not hold"),
            Self::Claim(claim) => {
                write!(f, "the token's {} has to be ", claim.name())?;
                claim.write_due(f)
            }
            Self::Issuer => f.write_str("the token's iss is not the issuer whose key signed it"),
            Self::Revoked => f.write_str("the token was taken back: get a new one"),
            Self::Audience => f.write_str("the token is for another audience: its aud does not name this server"),
            Self::NotYet => f.write_str("the token is not valid yet: wait, or compare the issuer's clock with this server's"),
            Self::IssuedAhead => {
                f.write_str("the token was issued in the future: compare the issuer's clock with this server's")
            }
            Self::Expired => f.write_str("the token has expired: get a new one"),
            Self::RefreshToken => f.write_str("this is no refresh token of this server: log in again"),
            Self::Cookie => f.write_str("this is no login cookie of this server: log in again"),
            Self::DeviceTime => write!(
                f,
                "X-Timestamp has to be whole seconds since 1970, within {WINDOW_S} s of now: set the device's clock"
            ),
            Self::DeviceSignature => f.write_str(
                "X-Signature has to be sha256= and the hex HMAC-SHA256 of method, path and query, X-Timestamp and X-Client-Id, \
                 a line each, with the secret of that client",
            ),
        }
    }
}

impl std::error::Error for Refusal {}
