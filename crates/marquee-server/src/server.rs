//! The server's life: start, serve, drain, end. The caller owns the signals, so a test can be one.

use crate::auth::AuthConfig;
use crate::config::{Config, ConfigError};
use crate::listen::{Cores, Doors};
use crate::listener;
use crate::router::router;
use crate::watched::{FileError, Watched};
use crate::{blocklist, clients, defaults, issuers, keys};
use marquee_access::{Authority, Limits, Logins};
use marquee_applier::applier::standing;
use marquee_applier::{Applier, Health, Keep, NotDone, Start};
use marquee_asrun::AsRun;
use marquee_core::Epoch;
use marquee_core::board::Terms;
use marquee_core::session::Heartbeat;
use marquee_edge::{Drain, Edge};
use marquee_gateway::Tokens;
use marquee_gateway::guard::Rules;
use marquee_gateway::hooks::Hooks;
use marquee_gateway::{Checks, Gateway, Guard, Origin};
use marquee_issuers::Following;
use marquee_lifecycle::Lifecycles;
use marquee_log::{Log, OpenError, ReadError, Ring, SqliteLog};
use marquee_sequencer::Time;
use marquee_sequencer::embedded::embedded;
use rand::RngExt;
use std::fmt;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

/// How long after the drain window the last connections may take.
const LAST_GRACE: Duration = Duration::from_secs(2);

/// Where the end comes at once, terminals have so long to hear of it.
const LAST_WORD: Duration = Duration::from_millis(250);

/// When boards are brought to the defaults again, if there was no room for it.
const FOLLOW_AGAIN: Duration = Duration::from_secs(1);

/// A server that listens; nothing is served until it runs.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    applier: Applier,
    cores: Cores,
    edge: Edge,
    authority: Option<Authority>,
    drain: Drain,
    drain_window: Duration,
    /// Files that are looked at again when they change.
    watched: Vec<Watched>,
    /// Others whose keys are fetched.
    issuers: Option<Following>,
}

/// Why a server did not start; each tells what to do.
#[derive(Debug)]
pub enum StartError {
    /// The port cannot be had.
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        error: std::io::Error,
    },
    /// A hook, or a key, is not as it has to be.
    Config(ConfigError),
    /// The log cannot be opened.
    Open(OpenError),
    /// The log cannot be read.
    Read(ReadError),
    /// The boards cannot be restored, or there is no thread for it.
    Applier(marquee_applier::StartError),
    /// The system gave no threads.
    Threads(std::io::Error),
    /// A file that is configured cannot be used.
    File(FileError),
}

/// Why a server ended other than it was asked to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RunError {
    /// What the disk holds is unknown.
    LostLog {
        /// What it said.
        detail: String,
    },
    /// The port was taken away.
    Listen(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { address, error } => write!(
                f,
                "{address} cannot be listened on: {error}; stop what uses the port, or choose another with --listen"
            ),
            Self::Config(error) => error.fmt(f),
            Self::Open(error) => error.fmt(f),
            Self::Read(error) => error.fmt(f),
            Self::Applier(error) => error.fmt(f),
            Self::File(error) => write!(f, "{error}; put it right, or take it out of the configuration"),
            Self::Threads(error) => write!(f, "the system gave no threads: {error}"),
        }
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LostLog { detail } => write!(
                f,
                "the log cannot be written ({detail}), so nothing more is answered; look at the disk, then start \
                 again: whatever was acknowledged is there"
            ),
            Self::Listen(detail) => write!(f, "the port cannot be used any more: {detail}"),
        }
    }
}

impl std::error::Error for StartError {}
impl std::error::Error for RunError {}

impl Server {
    /// Opens the log that is configured, and starts.
    pub fn start(config: &Config) -> Result<Self, StartError> {
        let log = SqliteLog::open(&config.data, mint_epoch).map_err(StartError::Open)?;
        Self::with_log(config, Arc::new(log))
    }

    /// Starts on a log that is open.
    pub fn with_log(config: &Config, log: Arc<dyn Log>) -> Result<Self, StartError> {
        let hooks = Hooks::new(&config.hooks)
            .map_err(|faults| StartError::Config(ConfigError::new(faults.join("; "))))?;
        let auth = config.auth.as_ref().map(keys::load).transpose().map_err(StartError::Config)?;
        let keyring = auth.as_ref().map(|auth| auth.keyring.clone());
        let clients = config.auth.as_ref().zip(keyring.as_ref());
        let clients = clients.map(|(auth, keyring)| clients::load(&auth.clients, keyring, &config.data));
        let clients = clients.transpose().map_err(StartError::Config)?;
        let devices =
            config.auth.as_ref().map(AuthConfig::devices).transpose().map_err(StartError::Config)?;
        let failed = |error| StartError::Listen { address: config.listen, error };
        let listener = listener::bind(config.listen).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let (first_policy, policy_file) = defaults::load(&config.policy_file).map_err(StartError::File)?;
        let (block_list, list_file) = blocklist::load(&config.block_list).map_err(StartError::File)?;
        let checks = Checks::default();

        let ring = Arc::new(Ring::new(log).map_err(StartError::Read)?);
        let (position, newest_at) = standing(&ring).map_err(StartError::Read)?;
        let time = Arc::new(Time::start(newest_at));
        let (sequencer, orders) = embedded(position, time.clone(), config.limits.queue);
        let terms = Terms {
            first_policy: Arc::new(first_policy),
            max_boards: config.limits.max_boards,
            max_ids: config.limits.max_ids,
        };
        let keep = Keep { keep_ms: config.keep.keep_ms, keep_entries: config.keep.keep_entries };
        let (sequencer, orders) = (Arc::new(sequencer), Box::new(orders));
        let lifecycles = Lifecycles::default();
        let start = Start {
            ring: ring.clone(),
            sequencer,
            orders,
            terms,
            keep,
            lifecycles: lifecycles.clone(),
            time: time.clone(),
        };
        let applier = Applier::start(start).map_err(StartError::Applier)?;

        let authority = keyring.map(|keyring| Authority::new(keyring, ring.clone(), applier.clone()));
        let logins = authority.clone().zip(clients).map(|(authority, (clients, secret))| {
            Arc::new(Logins::new(authority, applier.clone(), clients, secret))
        });
        let limits = match &config.auth {
            Some(_) => Limits::new(config.limits.notices_per_s, config.limits.token_requests_per_s),
            None => Limits::none(),
        };
        let gateway = Gateway::new(marquee_gateway::Setup {
            applier: applier.clone(),
            time: time.clone(),
            hook_ttl_s: config.hook_ttl,
            block_list: block_list.clone(),
            lifecycles: lifecycles.clone(),
            checks: checks.clone(),
            hooks,
            logins: logins.clone(),
            limits,
        });
        let drain = Drain::default();
        let heartbeat = Heartbeat {
            interval_ms: config.heartbeat.interval_ms,
            timeout_ms: config.heartbeat.timeout_ms,
            max_failures: config.heartbeat.max_failures,
        };
        let edge = Edge::new(marquee_edge::Setup {
            ring,
            applier: applier.clone(),
            time,
            heartbeat,
            lifecycles,
            drain: drain.clone(),
            authority: authority.clone(),
            asrun: AsRun::in_folder(&config.data),
        });
        // Those that are none were refused where the configuration was read.
        let allowed_origins: Vec<Origin> =
            config.allowed_origins.iter().filter_map(|origin| Origin::parse(origin)).collect();
        let guard = Guard::new(Rules {
            hosts: config.hosts.clone(),
            allowed_origins: allowed_origins.clone(),
            open: config.open,
        });
        let guard = match logins.zip(devices) {
            Some((logins, devices)) => guard.asking_for(Tokens::new(logins, devices)),
            None => guard,
        };
        let at_the_door = guard.clone();
        let doors = Doors {
            router: router(gateway, edge.clone(), guard, allowed_origins),
            edge: edge.clone(),
            admits: Arc::new(move |request| at_the_door.admits(request)),
            drain: drain.clone(),
        };
        let stall = Duration::from_millis(config.limits.write_stall_ms);
        let cores =
            Cores::start(&doors, config.limits.max_connections, stall).map_err(StartError::Threads)?;
        let drain_window = Duration::from_millis(config.drain_ms);
        let policy_file = policy_file.map(|file| defaults::watch(file, applier.clone(), checks.clone()));
        let list_file = list_file.map(|file| blocklist::watch(file, block_list, checks.clone()));
        let watched = policy_file.into_iter().chain(list_file).collect::<Result<Vec<_>, _>>();
        let mut watched = watched.map_err(StartError::File)?;
        let mut issuers = None;
        if let Some(auth) = auth {
            issuers = issuers::follow(auth.sources, &auth.keyring, &checks).map_err(StartError::Threads)?;
            watched.extend(
                keys::watch(auth.config, auth.known, auth.keyring, checks).map_err(StartError::File)?,
            );
        }
        Ok(Self { listener, address, applier, edge, authority, cores, drain, drain_window, watched, issuers })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the first signal, drains until the second or until everyone has left, and ends.
    pub async fn run(
        self,
        first: impl Future<Output = ()>,
        second: impl Future<Output = ()>,
    ) -> Result<(), RunError> {
        let Self {
            listener, applier, edge, authority, mut cores, drain, drain_window, watched, issuers, ..
        } = self;
        cores.accept(listener).map_err(|error| RunError::Listen(error.to_string()))?;
        // The defaults may be others than those of the last start.
        let following = tokio::spawn(follow_defaults(applier.clone()));
        let acks = tokio::spawn(edge.clone().keep_acks());
        let shown = tokio::spawn(edge.clone().keep_shown());
        let taken_back = authority.map(|authority| tokio::spawn(async move { authority.follow().await }));
        let mut health = applier.health();
        let mut lost = std::pin::pin!(async move {
            match health.wait_for(|health| matches!(health, Health::Lost { .. })).await.as_deref() {
                Ok(Health::Lost { detail }) => detail.clone(),
                // The applier only goes away after this.
                _ => std::future::pending().await,
            }
        });
        let mut first = std::pin::pin!(first);
        tokio::select! {
            () = &mut first => {}
            detail = &mut lost => {
                say_last_word(&drain, &cores).await;
                return Err(RunError::LostLog { detail });
            }
        }
        // Whoever waits for the second has to have seen the first: two that come before it looks are one to it.
        let mut second = std::pin::pin!(second);
        let hurried = tokio::select! {
            biased;
            () = &mut second => true,
            () = std::future::ready(()) => false,
        };
        tracing::info!(
            window_ms = drain_window.as_millis(),
            "going away: terminals are sent to come back later"
        );
        let hurried = hurried
            || tokio::select! {
                () = edge.keep_last_acks() => false,
                () = &mut second => true,
            };
        applier.close();
        drain.begin(drain_window);
        let mut over = std::pin::pin!(tokio::time::sleep(drain_window + LAST_GRACE));
        let mut emptied = std::pin::pin!(cores.emptied());
        let all_left = !hurried
            && tokio::select! {
                () = &mut emptied => true,
                () = &mut over => false,
                () = &mut second => false,
            };
        if !all_left {
            say_last_word(&drain, &cores).await;
        }
        cores.stop();
        following.abort();
        acks.abort();
        shown.abort();
        edge.keep_last_shown().await;
        taken_back.inspect(tokio::task::JoinHandle::abort);
        drop(watched);
        drop(issuers);
        let last = tokio::task::spawn_blocking(move || applier.stop()).await;
        if let Err(error) = last {
            tracing::error!(%error, "the applier could not be waited for");
        }
        Ok(())
    }
}

/// Closes whoever is still connected, without waiting for one that does not hear.
async fn say_last_word(drain: &Drain, cores: &Cores) {
    drain.hurry();
    let _left = tokio::time::timeout(LAST_WORD, cores.emptied()).await;
}

/// Brings the boards that follow the defaults to them, however often the server has no room for it.
async fn follow_defaults(applier: Applier) {
    loop {
        match applier.follow_defaults().await {
            Ok(()) | Err(NotDone::Closed | NotDone::Lost) => return,
            // It was found damaged in this moment: the next look leaves it out.
            Err(NotDone::Damaged { .. }) => {}
            Err(NotDone::Overloaded | NotDone::NoRoom) => tokio::time::sleep(FOLLOW_AGAIN).await,
        }
    }
}

/// The name of a new log's history: 16 of `[a-z0-9]`.
pub(crate) fn mint_epoch() -> Epoch {
    const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut rng = rand::rng();
    let name: String = (0..16).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())])).collect();
    Epoch::parse(&name).unwrap_or_else(|| unreachable!("an epoch keeps its own rule: {name}"))
}
