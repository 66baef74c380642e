//! Logging in and what comes of it: an access token, and a refresh token to get the next. Which are still good is a state of
//! `_auth`; here they are made from it, and always in the same way, so that an answer that was lost can be given again. None of
//! them is kept.

use crate::authority::Authority;
use crate::clients::Clients;
use marquee_applier::{Applier, NotDone};
use marquee_auth::{Family, Grant, IssueError, Issuer, RefreshSecret, Refusal};
use marquee_core::auth::ask::{COOKIE_MS, COOKIE_SLIDES_MS, REFRESH_MS};
use marquee_core::auth::{self, Answer, Ask, Revoked};
use marquee_core::board::{Op, Outcome};
use marquee_core::{Access, Bearer, BoardName, Scopes, Version};
use rand::RngExt as _;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// How long an access token that comes of a login is good, in seconds.
pub const ACCESS_S: u64 = 900;

/// Cookies that are prolonged at once.
const SLIDING_MAX: usize = 64;

/// It.
pub struct Logins {
    authority: Authority,
    applier: Applier,
    clients: Clients,
    secret: RefreshSecret,
    /// Room for cookies that are being prolonged.
    sliding: Arc<Semaphore>,
}

/// Nothing of any secret.
impl fmt::Debug for Logins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Logins(..)")
    }
}

/// What a login or a refresh gives. Its texts are secrets.
pub struct Tokens {
    /// The access token.
    pub access: String,
    /// The refresh token.
    pub refresh: String,
    /// How long each is good, in seconds.
    pub lasts_s: (u64, u64),
    /// What the access token opens.
    pub scopes: Scopes,
}

/// Nothing of either.
impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tokens(..)")
    }
}

/// Why nothing was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoginError {
    /// No such client, or not its secret.
    Client,
    /// No refresh token of ours, or one that is over.
    Refresh,
    /// The command was not done.
    NotDone(NotDone),
    /// There are as many revocations as are kept.
    Full,
    /// No token can be issued: the operator has to see to it.
    Issue(IssueError),
}

impl From<NotDone> for LoginError {
    fn from(error: NotDone) -> Self {
        Self::NotDone(error)
    }
}

/// What a revocation came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ended {
    /// Revocations, families and cookies.
    pub revoked: usize,
    /// Connections on this node.
    pub connections: usize,
}

impl Logins {
    /// For these clients, with the server's own secret.
    pub fn new(authority: Authority, applier: Applier, clients: Clients, secret: RefreshSecret) -> Self {
        let sliding = Arc::new(Semaphore::new(SLIDING_MAX));
        Self { authority, applier, clients, secret, sliding }
    }

    /// By whom tokens are judged.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Whether a client has this id. It is not told to whoever asks.
    pub fn knows(&self, client: &str) -> bool {
        self.clients.find(client).is_some()
    }

    /// A client logs in: a new family.
    pub async fn log_in(&self, client: &str, secret: String) -> Result<Tokens, LoginError> {
        let known = self.clients.prove(client, secret).await.ok_or(LoginError::Client)?;
        let family = uuid::Uuid::from_u128(rand::rng().random()).simple().to_string();
        let issuer = self.authority.keyring().verifier().issuer().into();
        let ask =
            Ask::Begin { family: family.into(), issuer, client: client.into(), scopes: known.scopes.clone() };
        match self.ask(ask).await? {
            Answer::Family(family) => self.tokens(&family, &known.scopes),
            other => Err(unexpected(&other)),
        }
    }

    /// A refresh token is used.
    pub async fn refresh(&self, token: &str) -> Result<Tokens, LoginError> {
        let (family, generation) = self.secret.read(token).map_err(|_| LoginError::Refresh)?;
        let family: Box<str> = family.as_str().into();
        match self.ask(Ask::Rotate { family: family.clone(), generation }).await? {
            Answer::Family(rotated) => match self.clients.find(&rotated.client) {
                Some(client) => self.tokens(&rotated, &client.scopes),
                // It was taken out of the configuration.
                None => {
                    self.ask(Ask::End { family }).await?;
                    Err(LoginError::Refresh)
                }
            },
            Answer::Dead => Err(LoginError::Refresh),
            other => Err(unexpected(&other)),
        }
    }

    /// The family of a refresh token of ours, whether it is still good or not, and whose it is.
    pub fn family_of(&self, token: &str) -> Option<Arc<auth::Family>> {
        let (family, _) = self.secret.read(token).ok()?;
        self.authority.family(family.as_str())
    }

    /// Takes something back. When this is answered it is in force, and who had to go is gone.
    pub async fn revoke(&self, revoked: Revoked) -> Result<Ended, LoginError> {
        self.end(Ask::Revoke(Arc::new(revoked))).await
    }

    /// Ends a family.
    pub async fn end_family(&self, family: &str) -> Result<Ended, LoginError> {
        self.end(Ask::End { family: family.into() }).await
    }

    /// Keeps a cookie, by its hash, for whoever holds a token.
    pub async fn keep_cookie(&self, hash: [u8; 32], bearer: &Bearer) -> Result<(), LoginError> {
        let (subject, scopes, mark) = (bearer.subject.clone(), bearer.scopes.clone(), bearer.mark.clone());
        self.ask(Ask::Keep { hash, subject, scopes, mark }).await.map(drop)
    }

    /// Whose a login cookie is, if it is good at that time, in ms. That it was used is brought to the log meanwhile.
    pub fn admit_cookie(self: &Arc<Self>, text: &str, now_ms: u64) -> Result<Arc<Bearer>, Refusal> {
        let bearer = self.authority.admit_cookie(text, now_ms)?;
        if let Some(hash) = bearer.mark.cookie
            && now_ms.saturating_add(COOKIE_MS) >= bearer.ends_at.saturating_add(COOKIE_SLIDES_MS)
            && let Ok(turn) = self.sliding.clone().try_acquire_owned()
        {
            let logins = self.clone();
            tokio::spawn(async move {
                // A cookie that is not prolonged now is when it is used next.
                drop(logins.submit(Ask::Slide { hash }).await);
                drop(turn);
            });
        }
        Ok(bearer)
    }

    /// Forgets a cookie.
    pub async fn forget_cookie(&self, hash: [u8; 32]) -> Result<Ended, LoginError> {
        self.end(Ask::Forget { hash }).await
    }

    async fn end(&self, ask: Ask) -> Result<Ended, LoginError> {
        let (version, answer) = self.submit(ask).await?;
        match answer {
            Answer::Ended(revoked) => {
                let connections = self.authority.reached(version).await;
                Ok(Ended { revoked, connections: if revoked == 0 { 0 } else { connections } })
            }
            Answer::Full => Err(LoginError::Full),
            other => Err(unexpected(&other)),
        }
    }

    /// What it came to, once the door knows of it: what is given out opens it at once.
    async fn ask(&self, ask: Ask) -> Result<Answer, LoginError> {
        let (version, answer) = self.submit(ask).await?;
        self.authority.reached(version).await;
        Ok(answer)
    }

    async fn submit(&self, ask: Ask) -> Result<(Version, Answer), LoginError> {
        match self.applier.submit(BoardName::auth(), Op::Auth(Box::new(ask))).await? {
            Outcome::Auth { version, answer } => Ok((version, answer)),
            other => Err(unexpected(&other)),
        }
    }

    /// The tokens of the family's newest generation: always the same, as long as the same key signs.
    fn tokens(&self, family: &auth::Family, most: &Scopes) -> Result<Tokens, LoginError> {
        // Ids of families are ours.
        let id = Family::parse(&family.id).ok_or(LoginError::Refresh)?;
        let scopes = family.scopes.narrowed(most);
        let grant = Grant {
            sub: &family.client,
            scopes: &scopes,
            iat_s: family.made / 1_000,
            lifetime_s: ACCESS_S,
            jti: &format!("{id}.{}", family.generation),
            family: Some(&id),
        };
        let issuer: Issuer = self.authority.keyring().verifier().own_issuer().map_err(LoginError::Issue)?;
        let access = issuer.issue(&grant).map_err(LoginError::Issue)?;
        let refresh = self.secret.token(&id, family.generation);
        Ok(Tokens { access, refresh, lasts_s: (ACCESS_S, REFRESH_MS / 1_000), scopes })
    }
}

/// What a command cannot come to: a fault of ours, which the operator is told.
fn unexpected(came: &impl fmt::Debug) -> LoginError {
    tracing::error!(?came, "what was asked of _auth came to what it cannot come to");
    LoginError::NotDone(NotDone::Lost)
}

/// Whether whoever asks may take back what is somebody's: his own, or everything as an operator.
pub fn may_revoke(access: &Access, issuer: &str, subject: &str) -> bool {
    match access {
        Access::Everyone => true,
        Access::Bearer(bearer) => {
            bearer.scopes.may_administer() || (&*bearer.mark.issuer, &*bearer.subject) == (issuer, subject)
        }
    }
}
