//! Connections: accepted in one place, bounded, and each handed to a core that owns it from then on. It knows
//! HTTP only as far as time and size.

use crate::listener::{self, Acceptor};
use axum::Router;
use axum::body::Body;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use marquee_edge::door::{self, Admits};
use marquee_edge::drain::Phase;
use marquee_edge::{Drain, Edge, Placed};
use marquee_gateway::Peer;
use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, LocalOptions};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};

/// The first words have to come by then, and a request's head, from its first word on, has to be complete by then.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// When the server goes away, a connection without a request has so long to make one.
const FIRST_WORD_WITHIN: Duration = Duration::from_millis(100);
/// The largest head of a request, in bytes.
const HEAD_MAX: usize = 64 << 10;
/// Connections that wait for their core.
const HANDED_MAX: usize = 256;

/// Where connections go.
#[derive(Clone)]
pub(crate) struct Doors {
    /// HTTP's.
    pub(crate) router: Router,
    /// Terminals'.
    pub(crate) edge: Edge,
    /// Who may come in by that one.
    pub(crate) admits: Admits,
    /// Whether the server stays.
    pub(crate) drain: Drain,
}

/// The cores and what they serve.
pub(crate) struct Cores {
    senders: Vec<mpsc::Sender<(std::net::TcpStream, OwnedSemaphorePermit)>>,
    threads: Vec<JoinHandle<()>>,
    places: Arc<Semaphore>,
    most: usize,
    acceptor: Option<Acceptor>,
}

impl Cores {
    /// Starts a thread a core, each with a runtime of its own. A write that makes no progress for `stall` ends its
    /// connection.
    pub(crate) fn start(doors: &Doors, most: usize, stall: Duration) -> io::Result<Self> {
        let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (mut senders, mut threads) = (Vec::new(), Vec::new());
        for core in 0..count {
            let (sender, receiver) = mpsc::channel(HANDED_MAX);
            let doors = doors.clone();
            let (tell, started) = std::sync::mpsc::sync_channel(1);
            let thread = std::thread::Builder::new().name(format!("core-{core}")).spawn(move || {
                // It never leaves its thread, and neither does what runs on it.
                let runtime = Builder::new_current_thread().enable_all().build_local(LocalOptions::default());
                let runtime = match runtime {
                    Ok(runtime) => runtime,
                    Err(error) => return drop(tell.send(Err(error))),
                };
                drop(tell.send(Ok(())));
                runtime.block_on(own(receiver, doors, stall));
            })?;
            started.recv().map_err(io::Error::other)??;
            senders.push(sender);
            threads.push(thread);
        }
        Ok(Self { senders, threads, places: Arc::new(Semaphore::new(most)), most, acceptor: None })
    }

    /// Hands each connection that comes to the next core, as long as there is room.
    pub(crate) fn accept(&mut self, socket: TcpListener) -> io::Result<()> {
        let (senders, places, most) = (self.senders.clone(), self.places.clone(), self.most);
        let (runtime, mut next) = (tokio::runtime::Handle::current(), 0);
        self.acceptor = Some(Acceptor::start(socket, move |stream| {
            let Ok(place) = places.clone().try_acquire_owned() else {
                tracing::warn!(most, "there are as many connections as there may be");
                runtime.spawn(listener::refuse(stream));
                return true;
            };
            next = (next + 1) % senders.len();
            // A core that is behind makes the others wait a little, and the kernel's backlog holds the rest.
            senders[next].blocking_send((stream, place)).is_ok()
        })?);
        Ok(())
    }

    /// Waits until nobody is connected; whoever comes meanwhile is refused.
    pub(crate) fn emptied(&self) -> impl Future<Output = ()> + use<> {
        let (places, all) = (self.places.clone(), u32::try_from(self.most).unwrap_or(u32::MAX));
        async move {
            let _all = places.acquire_many(all).await;
        }
    }

    /// Cuts whoever is still connected, and ends the threads.
    pub(crate) fn stop(self) {
        drop((self.acceptor, self.senders));
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a core ended in a panic");
            }
        }
    }
}

/// One core: it owns what it is handed until the channel closes.
async fn own(
    mut receiver: mpsc::Receiver<(std::net::TcpStream, OwnedSemaphorePermit)>,
    doors: Doors,
    stall: Duration,
) {
    tokio::task::spawn_local(doors.edge.own_connections(stall));
    while let Some((stream, place)) = receiver.recv().await {
        match TcpStream::from_std(stream) {
            Ok(stream) => {
                let stream = Placed::new(stream, place, stall);
                tokio::task::spawn_local(welcome(stream, doors.clone()));
            }
            Err(error) => tracing::debug!(%error, "a connection was gone at once"),
        }
    }
}

/// Until it is time to go.
async fn drain_begins(phase: &mut watch::Receiver<Phase>) {
    drop(phase.wait_for(|phase| *phase != Phase::Serving).await);
}

/// Hears who has come. Nothing of the wait is kept for what follows.
async fn welcome(stream: Placed, doors: Doors) {
    let mut phase = doors.drain.watch();
    let opened = tokio::select! {
        opened = tokio::time::timeout(HEADERS_WITHIN, door::open(stream, &doors.admits)) => opened,
        // Whoever has connected just now is told that it is too late, if it says something.
        () = gone(&mut phase) => return,
    };
    if let Ok(Some(stream)) = opened {
        tokio::task::spawn_local(serve(stream, doors.router, doors.drain));
    }
}

/// It is time to go, and then some.
async fn gone(phase: &mut watch::Receiver<Phase>) {
    drain_begins(phase).await;
    tokio::time::sleep(FIRST_WORD_WITHIN).await;
}

async fn serve(mut stream: Placed, router: Router, drain: Drain) {
    // One that is gone already has no address, and makes no request.
    let Some(peer) = stream.peer() else { return };
    let outlet = stream.outlet();
    let io = TokioIo::new(stream);
    let service = TowerToHyperService::new(tower::ServiceExt::map_request(
        router,
        move |mut request: http::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            request.extensions_mut().insert(outlet.clone());
            request.map(Body::new)
        },
    ));
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN).max_buf_size(HEAD_MAX);
    let mut connection = pin!(http.serve_connection(io, service).with_upgrades());
    let mut phase = drain.watch();
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = drain_begins(&mut phase) => {
            // What is being answered is answered; a stream ends at its own moment. Whoever has connected just now is
            // told that it is too late: without an answer it could not know.
            match tokio::time::timeout(FIRST_WORD_WITHIN, connection.as_mut()).await {
                Ok(ended) => ended,
                Err(_) => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke off");
    }
}
