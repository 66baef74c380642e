//! A server with keys, and tokens for it.

use crate::harness::TestServer;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, Version};
use marquee_auth::{Family, Grant, Issuer, Key, Keys, Scopes};
use marquee_gateway::hooks::Secret;
use marquee_server::auth::{AuthConfig, KeyConfig};
use marquee_server::clients::ClientConfig;
use std::time::{SystemTime, UNIX_EPOCH};

const SECRET: &str = "a secret of the tests that is long enough";
/// The secret of the clients `wall` and `panel`; of the second its hash is configured.
pub(crate) const CLIENT_SECRET: &str = "the secret of the wall";

fn hash_of(secret: &str) -> String {
    let quick = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(64, 1, 1, None).unwrap());
    quick.hash_password_with_salt(secret.as_bytes(), b"salt-of-the-tests").unwrap().to_string()
}

/// With one key, and two clients; everyone may publish and ask for tokens as often as they like.
pub(crate) fn secured() -> TestServer {
    asked_at_most(0)
}

/// The same, but tokens are asked for at most so often a second.
pub(crate) fn asked_at_most(token_requests_per_s: u32) -> TestServer {
    marquee_leaks::secret(SECRET);
    marquee_leaks::secret(CLIENT_SECRET);
    TestServer::start_with(|config| {
        config.limits.token_requests_per_s = token_requests_per_s;
        config.limits.notices_per_s = 0;
        let key = KeyConfig {
            kid: "h1".into(),
            alg: "HS256".into(),
            secret: Some(Secret::new(SECRET)),
            ..KeyConfig::default()
        };
        let client = |id: &str, secret: Option<&str>, hash: Option<&str>, scope: &str| ClientConfig {
            client_id: id.into(),
            client_secret: secret.map(Secret::new),
            client_secret_argon2: hash.map(Secret::new),
            scope: scope.into(),
        };
        config.auth = Some(AuthConfig {
            issuer: "https://marquee.example".into(),
            audience: "marquee".into(),
            keys: vec![key],
            clients: vec![
                client("wall", Some(CLIENT_SECRET), None, "subscribe:ops"),
                client("panel", None, Some(&hash_of(CLIENT_SECRET)), "subscribe:main"),
            ],
            ..AuthConfig::default()
        });
    })
}

/// What a token says; the rest is as good as it can be.
pub(crate) struct Said<'a> {
    pub(crate) sub: &'a str,
    pub(crate) scope: &'a str,
    pub(crate) jti: &'a str,
    /// Ends so many seconds from now.
    pub(crate) seconds: i64,
    pub(crate) family: Option<&'a str>,
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self { sub: "wall", scope: "subscribe:*", jti: "t-1", seconds: 900, family: None }
    }
}

pub(crate) fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

impl Said<'_> {
    /// The token; it was issued a thousand seconds ago.
    pub(crate) fn token(&self) -> String {
        let keys = Keys::new([Key::from_secret("h1", SECRET.as_bytes()).unwrap()]).unwrap();
        let issuer = Issuer::new("https://marquee.example", "marquee", &keys).unwrap();
        let scopes = Scopes::parse(self.scope).unwrap();
        let (iat_s, lifetime_s) = (now_s() - 1_000, 1_000_u64.checked_add_signed(self.seconds).unwrap());
        let family = self.family.map(|family| Family::parse(family).unwrap());
        let grant = Grant {
            sub: self.sub,
            scopes: &scopes,
            iat_s,
            lifetime_s,
            jti: self.jti,
            family: family.as_ref(),
        };
        marquee_leaks::token(issuer.issue(&grant).unwrap())
    }
}

pub(crate) fn token(scope: &str) -> String {
    token_for(scope, 900)
}

/// One that ends so many seconds from now.
pub(crate) fn token_for(scope: &str, seconds: i64) -> String {
    Said { scope, seconds, ..Said::default() }.token()
}
