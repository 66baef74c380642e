//! `/v1/auth/…`: logging in, the next tokens, a cookie for a plain `EventSource`, and taking back. It keeps nothing: what is good is
//! a state of `_auth`. No diagnostic of it holds what was given or is given out.

use crate::body;
use crate::gateway::{Gateway, not_done};
use crate::limited::{Peer, asks_for_a_token};
use crate::reply::{Reply, respond};
use crate::session_cookie;
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Request, StatusCode, header};
use marquee_access::logins::{LoginError, Logins, Tokens, may_revoke};
use marquee_auth::Cookie;
use marquee_core::auth::Revoked;
use marquee_core::auth::ask::COOKIE_MS;
use marquee_core::{Access, Bearer};
use marquee_protocol::answer::{RevokedAnswer, SessionAnswer, TokensAnswer};
use marquee_protocol::login::{self, LoginRequest, RefreshRequest, Revocation, RevokeRequest};
use marquee_protocol::openapi::{
    Forbidden, Invalid, Malformed, NotFound, Timeout, TooLarge, TooManyRequests, Unauthorized, Unavailable,
    UnsupportedMediaType,
};
use marquee_protocol::problem::{Fault, Problem, Slug};
use marquee_protocol::trace::TraceId;
use std::sync::Arc;

/// How far ahead of this server's clock a revocation may reach, in seconds: whoever means milliseconds is told so.
const AHEAD_S: u64 = 30;

/// Logs in.
///
/// A client that is configured gets an access token for 15 minutes and a refresh token for the next one.
#[utoipa::path(
    post,
    path = "/v1/auth/token",
    operation_id = "log_in",
    tag = "Access",
    request_body(
        content = LoginRequest,
        content_type = "application/json",
        example = json!({"client_id": "wall", "client_secret": "the secret that was configured"}),
    ),
    responses(
        (status = 200, description = "Tokens.", body = TokensAnswer),
        Malformed, Unauthorized, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, TooManyRequests,
        Unavailable,
    ),
)]
pub(crate) async fn log_in(
    State(gateway): State<Gateway>,
    Extension(trace_id): Extension<TraceId>,
    Extension(peer): Extension<Peer>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let logins = logins(&gateway)?;
        let asked = login::read_login(&body::read_json(request, "a login").await?)?;
        let client = Some(&*asked.client_id).filter(|client| logins.knows(client));
        asks_for_a_token(gateway.limits(), peer, client)?;
        given(logins.log_in(&asked.client_id, asked.client_secret).await)
    };
    respond(result.await, &trace_id)
}

/// Gives the next tokens.
///
/// A refresh token is good once. Given again within 30 s, by whoever did not hear the answer, it gives the same answer; later, or
/// when the next one was used, all that came of the login ends: its access tokens and its connections too.
#[utoipa::path(
    post,
    path = "/v1/auth/refresh",
    operation_id = "refresh",
    tag = "Access",
    request_body(
        content = RefreshRequest,
        content_type = "application/json",
        example = json!({"refresh_token": "mr_f3b1.0.a-mac"}),
    ),
    responses(
        (status = 200, description = "Tokens.", body = TokensAnswer),
        Malformed, Unauthorized, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, TooManyRequests,
        Unavailable,
    ),
)]
pub(crate) async fn refresh(
    State(gateway): State<Gateway>,
    Extension(trace_id): Extension<TraceId>,
    Extension(peer): Extension<Peer>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let logins = logins(&gateway)?;
        asks_for_a_token(gateway.limits(), peer, None)?;
        let asked = login::read_refresh(&body::read_json(request, "a refresh token").await?)?;
        given(logins.refresh(&asked.refresh_token).await)
    };
    respond(result.await, &trace_id)
}

/// Exchanges a token for a login cookie.
///
/// With it a browser's own `EventSource`, which can send no header, comes back by itself. It opens what the token does, by GET alone,
/// and is good for 7 days from its last use on. It ends with the token's revocation, its family and its key; not with its time.
#[utoipa::path(
    post,
    path = "/v1/auth/session",
    operation_id = "begin_session",
    tag = "Access",
    responses(
        (
            status = 200, description = "The cookie is in `Set-Cookie`.", body = SessionAnswer,
            headers(("Set-Cookie" = String)),
        ),
        Unauthorized, Forbidden, NotFound, TooManyRequests, Unavailable,
    ),
)]
pub(crate) async fn begin_session(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let logins = logins(&gateway)?;
        asks_for_a_token(gateway.limits(), peer, None)?;
        let bearer = bearer(&access)?;
        if !bearer.scopes.is_a_token_s() {
            let detail = "the token opens more than a cookie holds: get one of fewer words";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        let cookie = Cookie::new(rand::random());
        logins.keep_cookie(cookie.hash(), bearer).await.map_err(|error| refused(&error))?;
        let mut response = Reply::ok(&SessionAnswer { expires_in: COOKIE_MS / 1_000 }).into_response();
        response.headers_mut().insert(header::SET_COOKIE, session_cookie::set(&cookie.text(), &headers));
        Ok(response)
    };
    respond(result.await, &trace_id)
}

/// Gives the login cookie back.
///
/// Its streams end at once. Without one, or with one that is over, nothing is done.
#[utoipa::path(
    delete,
    path = "/v1/auth/session",
    operation_id = "end_session",
    tag = "Access",
    responses((status = 204, description = "There is none any more."), NotFound, Unavailable),
)]
pub(crate) async fn end_session(
    State(gateway): State<Gateway>,
    Extension(trace_id): Extension<TraceId>,
    headers: HeaderMap,
) -> Response {
    let result = async {
        let logins = logins(&gateway)?;
        if let Some(cookie) = session_cookie::carried(&headers).and_then(|text| Cookie::read(text).ok()) {
            logins.forget_cookie(cookie.hash()).await.map_err(|error| refused(&error))?;
        }
        let gone = [(header::SET_COOKIE, session_cookie::unset(&headers))];
        Ok((StatusCode::NO_CONTENT, gone).into_response())
    };
    respond(result.await, &trace_id)
}

/// Takes back a token, or all that somebody has.
///
/// Whoever holds a token may take back his own; an operator, everyone's. When this is answered it is on disk, no door takes what was
/// meant any more, and every connection of it is closed with 4403.
#[utoipa::path(
    post,
    path = "/v1/auth/revoke",
    operation_id = "revoke",
    tag = "Access",
    request_body(content = RevokeRequest, content_type = "application/json", example = json!({"sub": "wall"})),
    responses(
        (status = 200, description = "It is over.", body = RevokedAnswer),
        Malformed, Unauthorized, Forbidden, NotFound, Timeout, TooLarge, UnsupportedMediaType, Invalid, Unavailable,
    ),
)]
pub(crate) async fn revoke(
    State(gateway): State<Gateway>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    request: Request<Body>,
) -> Response {
    let result = async {
        let logins = logins(&gateway)?;
        let asked = login::read_revoke(&body::read_json(request, "what is to be taken back").await?)?;
        let ended = take_back(logins, &access, asked, gateway.now()).await?;
        Ok(Reply::ok(&ended))
    };
    respond(result.await, &trace_id)
}

async fn take_back(
    logins: &Logins,
    access: &Access,
    asked: Revocation,
    now: u64,
) -> Result<RevokedAnswer, Problem> {
    let ours = || logins.authority().keyring().verifier().issuer().to_owned();
    let may = |issuer: &str, subject: &str| {
        let detail =
            "one may take back what is one\u{2019}s own; for others this needs a token with the scope admin";
        may_revoke(access, issuer, subject).then_some(()).ok_or_else(|| Problem::new(Slug::Forbidden, detail))
    };
    let revoked = match asked {
        Revocation::Token(token) if token.starts_with(marquee_auth::refresh::MARK) => {
            let family = logins.family_of(&token).ok_or_else(not_good)?;
            may(&family.issuer, &family.client)?;
            let ended = logins.end_family(&family.id).await.map_err(|error| refused(&error))?;
            return Ok(answer(ended));
        }
        Revocation::Token(token) => {
            // Also one that was taken back before: then nothing more has ended.
            let keyring = logins.authority().keyring();
            let meant = keyring.verify(&token, now / 1_000).map_err(|_| not_good())?;
            may(&meant.mark.issuer, &meant.subject)?;
            Revoked::Token {
                issuer: meant.mark.issuer.clone(),
                id: meant.mark.id.clone(),
                until: meant.ends_at,
            }
        }
        Revocation::Id { issuer, id } => {
            let issuer = issuer.unwrap_or_else(ours);
            // Whose it is, an id does not say.
            let own = matches!(access, Access::Bearer(bearer) if *bearer.mark.issuer == *issuer && *bearer.mark.id == *id);
            if !own && !access.may_administer() {
                may("", "")?;
            }
            Revoked::Token { issuer: issuer.into(), id: id.into(), until: u64::MAX }
        }
        Revocation::Subject { issuer, subject, issued_before } => {
            let issuer = issuer.unwrap_or_else(ours);
            may(&issuer, &subject)?;
            let issued_before = issued_before.unwrap_or(now / 1_000);
            if issued_before > now / 1_000 + AHEAD_S {
                let detail = "this is in the future: it is in seconds since 1970, and what is issued later cannot be meant";
                return Err(Problem::invalid(vec![Fault::new("/issued_before", detail)]));
            }
            Revoked::Subject { issuer: issuer.into(), subject: subject.into(), issued_before }
        }
    };
    logins.revoke(revoked).await.map(answer).map_err(|error| refused(&error))
}

fn answer(ended: marquee_access::logins::Ended) -> RevokedAnswer {
    RevokedAnswer { revoked: ended.revoked as u64, connections: ended.connections as u64 }
}

/// Nothing is told of why: whoever asks holds another token, and this may be somebody else's.
fn not_good() -> Problem {
    let detail = "this is no token that is good here, so it opens nothing: give jti or sub to be sure";
    Problem::invalid(vec![Fault::new("/token", detail)])
}

fn given(tokens: Result<Tokens, LoginError>) -> Result<Reply, Problem> {
    let tokens = tokens.map_err(|error| refused(&error))?;
    Ok(Reply::ok(&TokensAnswer {
        access_token: tokens.access,
        token_type: "Bearer",
        expires_in: tokens.lasts_s.0,
        refresh_token: tokens.refresh,
        refresh_expires_in: tokens.lasts_s.1,
        scope: tokens.scopes.to_string(),
    }))
}

fn logins(gateway: &Gateway) -> Result<&Arc<Logins>, Problem> {
    gateway.logins().ok_or_else(|| {
        let detail = "this server has no keys: everyone may do everything, and nobody logs in; [auth] in its configuration \
            changes that";
        Problem::new(Slug::NotFound, detail)
    })
}

fn bearer(access: &Access) -> Result<&Bearer, Problem> {
    match access {
        Access::Bearer(bearer) => Ok(bearer),
        Access::Everyone => Err(Problem::new(Slug::Unauthorized, "this needs a token")),
    }
}

fn refused(error: &LoginError) -> Problem {
    match error {
        LoginError::Client => Problem::new(Slug::Unauthorized, "no client has this id and this secret"),
        LoginError::Refresh => {
            Problem::new(Slug::Unauthorized, "this refresh token is not good, or not any more: log in again")
        }
        LoginError::NotDone(error) => not_done(error),
        LoginError::Full => {
            let detail =
                "as many tokens are taken back as are kept: take their key out of the configuration instead";
            Problem::new(Slug::Unavailable, detail)
        }
        LoginError::Issue(error) => {
            tracing::error!(%error, "no token can be issued");
            Problem::new(Slug::Internal, "no token can be issued; the operator has been told")
        }
    }
}
