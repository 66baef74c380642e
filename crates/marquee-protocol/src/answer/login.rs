//! What `/v1/auth/…` answers. Tokens in it are secrets: nothing of it is ever shown.

use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// What a login or a refresh gives.
#[derive(Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Tokens)]
pub struct TokensAnswer {
    /// The access token: a JWT.
    #[schema(example = "eyJhbGciOiJIUzI1NiIsImtpZCI6ImgxIn0.…")]
    pub access_token: String,
    /// How it is sent.
    pub token_type: &'static str,
    /// How long it is good, in seconds.
    #[schema(example = 900)]
    pub expires_in: u64,
    /// What gives the next tokens; it is good once.
    #[schema(example = "mr_f3b1….0.…")]
    pub refresh_token: String,
    /// How long that is good, in seconds.
    #[schema(example = 604_800)]
    pub refresh_expires_in: u64,
    /// What the access token opens.
    #[schema(example = "subscribe:ops")]
    pub scope: String,
}

impl fmt::Debug for TokensAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokensAnswer(..)")
    }
}

/// What was taken back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Revoked, example = json!({"revoked": 1, "connections": 3}))]
pub struct RevokedAnswer {
    /// What has ended by it: the tokens meant, as one, and each family of refresh tokens and each login cookie that went with
    /// them; 0 if that was so before.
    pub revoked: u64,
    /// Connections of this server that were closed for it.
    pub connections: u64,
}

/// A login cookie was given, in `Set-Cookie`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Session, example = json!({"expires_in": 604_800}))]
pub struct SessionAnswer {
    /// How long it is good, in seconds, from its last use on.
    pub expires_in: u64,
}
