//! One fetch of an issuer's keys, bounded in every direction: where it may go, how often it may be sent on, how long it may take
//! and how much may come. It goes to the very address that was judged, at each hop: what a name means is looked up once a hop. No
//! proxy of the environment is used, because then the proxy would choose the address. It knows no schedule.

use crate::address::{Barred, Hop, may_go};
use crate::schedule::max_age_s;
use crate::source::Source;
use marquee_auth::jwks::{self, JWKS_BYTES_MAX, Jwks, JwksError};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::uri::Scheme;
use ureq::http::{StatusCode, Uri, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// How often a fetch may be sent on; once more is a failure.
pub const REDIRECTS_MAX: u32 = 3;
/// How long a fetch may take, with all redirects and the body.
pub const LIMIT: Duration = Duration::from_secs(10);
/// The longest sentence about a failure, in characters: what is below it may say more than anyone reads.
const DETAIL_CHARS_MAX: usize = 300;

/// Keys that came.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// What the document holds.
    pub jwks: Jwks,
    /// How long it says that it is good, s.
    pub max_age_s: Option<u64>,
}

/// Why no keys came. Nothing that the other end wrote is in it, but numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FetchError {
    /// It led to where no fetch goes.
    Barred(Barred),
    /// It was sent on more than [`REDIRECTS_MAX`] times.
    Redirects,
    /// It was answered something else than 200.
    Status(u16),
    /// It took longer than it may.
    Time,
    /// What came is no document of keys.
    Document(JwksError),
    /// The name is not known, nobody answers, the certificate is not good, the connection broke.
    Failed(String),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Barred(barred) => barred.fmt(f),
            Self::Redirects => {
                write!(f, "it was sent on more than {REDIRECTS_MAX} times: give the URL at the end of them")
            }
            Self::Status(status) => {
                write!(f, "it was answered {status}, where 200 is due: check the issuer's jwks_url")
            }
            Self::Time => {
                write!(f, "it took longer than {} s: see whether the issuer can be reached", LIMIT.as_secs())
            }
            Self::Document(error) => error.fmt(f),
            Self::Failed(detail) => write!(f, "its keys cannot be fetched: {detail}"),
        }
    }
}

impl std::error::Error for FetchError {}

/// Fetches one issuer's keys, as often as it is asked to.
pub struct Fetcher {
    agent: Agent,
    url: Uri,
    hops: Arc<AtomicU32>,
}

impl Fetcher {
    /// For that issuer, with that limit to each fetch.
    pub fn new(source: &Source, limit: Duration) -> Self {
        let hops = Arc::new(AtomicU32::new(0));
        let config = Agent::config_builder()
            .proxy(None)
            .timeout_global(Some(limit))
            .max_redirects(REDIRECTS_MAX)
            .max_redirects_will_error(true)
            .http_status_as_error(false)
            // Each hop is a connection of its own, to the address that was judged for it.
            .max_idle_connections(0)
            .user_agent(concat!("marquee/", env!("CARGO_PKG_VERSION")))
            .accept("application/jwk-set+json, application/json")
            // The certificates that this machine trusts: an issuer within an own network has one of an own authority.
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build();
        let judged = Judged {
            lookup: DefaultResolver::default(),
            allow_private: source.allow_private,
            hops: hops.clone(),
        };
        let agent = Agent::with_parts(config, DefaultConnector::default(), judged);
        Self { agent, url: source.url.clone(), hops }
    }

    /// What breaks a fetch off, from another thread. There is none after it.
    pub fn agent(&self) -> Agent {
        self.agent.clone()
    }

    /// The keys of now. It waits, for as long as the limit.
    pub fn fetch(&self) -> Result<Fetched, FetchError> {
        self.hops.store(0, Ordering::Relaxed);
        let mut response = self.agent.get(&self.url).call().map_err(failed)?;
        if response.status() != StatusCode::OK {
            return Err(FetchError::Status(response.status().as_u16()));
        }
        let headers = response.headers().get_all(header::CACHE_CONTROL).into_iter();
        let max_age_s = max_age_s(headers.filter_map(|header| header.to_str().ok()));
        let document =
            response.body_mut().with_config().limit(JWKS_BYTES_MAX as u64).read_to_vec().map_err(failed)?;
        Ok(Fetched { jwks: jwks::read(&document).map_err(FetchError::Document)?, max_age_s })
    }
}

fn failed(error: ureq::Error) -> FetchError {
    match error {
        ureq::Error::Timeout(_) => FetchError::Time,
        ureq::Error::TooManyRedirects => FetchError::Redirects,
        ureq::Error::BodyExceedsLimit(_) => FetchError::Document(JwksError::TooLong),
        // The limit of a body is told through the reader of it, too.
        ureq::Error::Io(error) => match error.downcast::<ureq::Error>() {
            Ok(inner @ (ureq::Error::Timeout(_) | ureq::Error::BodyExceedsLimit(_))) => failed(inner),
            Ok(other) => FetchError::Failed(short(&other)),
            Err(error) => FetchError::Failed(short(&error)),
        },
        ureq::Error::Other(error) => match error.downcast::<Barred>() {
            Ok(barred) => FetchError::Barred(*barred),
            Err(error) => FetchError::Failed(short(&error)),
        },
        // These show what the other end wrote.
        ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::RedirectFailed => {
            FetchError::Failed("it was sent on to what is no URL".into())
        }
        ureq::Error::Protocol(_) => FetchError::Failed("what was answered is no HTTP".into()),
        other => FetchError::Failed(short(&other)),
    }
}

fn short(error: &dyn fmt::Display) -> String {
    error.to_string().chars().filter(|letter| !letter.is_control()).take(DETAIL_CHARS_MAX).collect()
}

/// Looks a host up and gives an address only if a fetch may go there. It is asked once a hop, and the connection is made to what
/// it gave.
#[derive(Debug)]
struct Judged {
    lookup: DefaultResolver,
    allow_private: bool,
    hops: Arc<AtomicU32>,
}

impl Resolver for Judged {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let number = self.hops.fetch_add(1, Ordering::Relaxed);
        let addresses = self.lookup.resolve(uri, config, timeout)?;
        let (tls, host) = (uri.scheme() == Some(&Scheme::HTTPS), uri.host().unwrap_or_default());
        // All of them: any may be the one that answers.
        for address in &addresses {
            may_go(Hop { number, tls, host, address: address.ip() }, self.allow_private)
                .map_err(|barred| ureq::Error::Other(Box::new(barred)))?;
        }
        Ok(addresses)
    }
}
