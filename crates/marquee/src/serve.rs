//! `marquee serve`: the server until it is told to go. The signals are here, and nothing else of it.

use crate::{Failure, cli, descriptors};
use marquee_server::config::Flags;
use marquee_server::{Config, Server, telemetry};
use std::io::Write;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Descriptors beside the connections' own: the log, the files that are watched, the cores.
const OTHER_DESCRIPTORS: u64 = 128;

pub(crate) fn run(arguments: &cli::Serve) -> Result<(), Failure> {
    let flags = Flags { listen: arguments.listen, data: arguments.data.clone(), open: arguments.open };
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let config = Config::load(arguments.config.as_deref(), environment, flags).map_err(Failure::usage)?;
    if arguments.print_config {
        return write!(std::io::stdout(), "{}", config.to_toml()).map_err(Failure::failed);
    }
    telemetry::start(&config.log).map_err(Failure::usage)?;
    make_room(config.limits.max_connections as u64);
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    runtime.block_on(async {
        let mut signals = Signals::listen().map_err(Failure::failed)?;
        let server = Server::start(&config).map_err(Failure::failed)?;
        let address = server.address();
        eprintln!("marquee: the log is in {}", config.data.display());
        if config.auth.is_some() {
            eprintln!("marquee: keys are configured: whoever comes needs a token");
        } else if config.open {
            eprintln!("marquee: no keys are configured: everyone who reaches {address} may do everything");
            eprintln!("marquee: `marquee init` makes a configuration with keys");
        } else {
            eprintln!("marquee: no keys are configured: everyone on this machine may do everything");
        }
        eprintln!("marquee: listening on http://{address}");
        let Signals { first, second } = &mut signals;
        server.run(first.recv(), second.recv()).await.map_err(Failure::failed)
    })
}

/// As many connections as there may be are to find a descriptor. With fewer the server still serves: whoever comes when they
/// have run out is told so.
fn make_room(connections: u64) {
    match descriptors::allow(connections + OTHER_DESCRIPTORS) {
        Ok(allowed) if allowed < connections + OTHER_DESCRIPTORS => eprintln!(
            "marquee: {allowed} descriptors may be open here, and there may be {connections} connections: raise the limit \
             (ulimit -Hn), or lower limits.max_connections"
        ),
        Ok(_) => {}
        Err(error) => eprintln!("marquee: the limit of open descriptors could not be raised: {error}"),
    }
}

/// SIGTERM or Ctrl-C: the first drains, the second ends at once.
struct Signals {
    first: Told,
    second: Told,
}

/// One listener of both signals; the second one ignores what the first one heard.
struct Told {
    terminate: Signal,
    interrupt: Signal,
    passes_over: usize,
}

impl Signals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self { first: Told::listen(0)?, second: Told::listen(1)? })
    }
}

impl Told {
    fn listen(passes_over: usize) -> std::io::Result<Self> {
        let (terminate, interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(Self { terminate, interrupt, passes_over })
    }

    async fn recv(&mut self) {
        for _ in 0..=self.passes_over {
            tokio::select! {
                _ = self.terminate.recv() => {}
                _ = self.interrupt.recv() => {}
            }
        }
    }
}
