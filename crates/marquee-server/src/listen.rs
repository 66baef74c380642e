//! Connections: accepted in one place, bounded, and each handed to a core that owns it from then on. It knows
//! HTTP only as far as time and size.

use axum::Router;
use axum::body::Body;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use marquee_edge::drain::Phase;
use marquee_edge::{Drain, Edge, Placed};
use marquee_protocol::problem::{Problem, Slug};
use std::io;
use std::net::TcpListener as StdListener;
use std::pin::pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, LocalOptions};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};

/// A request's head has to be complete by then.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// When the server goes away, a connection without a request has so long to make one.
const FIRST_WORD_WITHIN: Duration = Duration::from_millis(100);
/// The largest head of a request, in bytes.
const HEAD_MAX: usize = 64 << 10;
/// How long nothing is accepted after that has failed.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// Connections that wait for their core.
const HANDED_MAX: usize = 256;
/// How long a refusal may take.
const REFUSAL_WITHIN: Duration = Duration::from_secs(1);
/// Connections that wait to be accepted.
const BACKLOG: i32 = 4_096;

/// The cores and what they serve.
pub(crate) struct Cores {
    senders: Vec<mpsc::Sender<(std::net::TcpStream, OwnedSemaphorePermit)>>,
    threads: Vec<JoinHandle<()>>,
    places: Arc<Semaphore>,
    most: usize,
    next: usize,
}

/// Opens the port.
pub(crate) fn bind(address: std::net::SocketAddr) -> io::Result<StdListener> {
    let socket = socket2::Socket::new(
        socket2::Domain::for_address(address),
        socket2::Type::STREAM,
        Some(socket2::Protocol::TCP),
    )?;
    // A restart does not wait for what the kernel still remembers of the last one.
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    socket.set_nonblocking(true)?;
    Ok(socket.into())
}

impl Cores {
    /// Starts a thread a core, each with a runtime of its own. A write that makes no progress for `stall` ends its
    /// connection.
    pub(crate) fn start(
        router: &Router,
        edge: &Edge,
        drain: &Drain,
        most: usize,
        stall: Duration,
    ) -> io::Result<Self> {
        let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (mut senders, mut threads) = (Vec::new(), Vec::new());
        for core in 0..count {
            let (sender, receiver) = mpsc::channel(HANDED_MAX);
            let (router, edge, drain) = (router.clone(), edge.clone(), drain.clone());
            let (tell, started) = std::sync::mpsc::sync_channel(1);
            let thread = std::thread::Builder::new().name(format!("core-{core}")).spawn(move || {
                // It never leaves its thread, and neither does what runs on it.
                let runtime = Builder::new_current_thread().enable_all().build_local(LocalOptions::default());
                let runtime = match runtime {
                    Ok(runtime) => runtime,
                    Err(error) => return drop(tell.send(Err(error))),
                };
                drop(tell.send(Ok(())));
                runtime.block_on(own(receiver, router, edge, drain, stall));
            })?;
            started.recv().map_err(io::Error::other)??;
            senders.push(sender);
            threads.push(thread);
        }
        Ok(Self { senders, threads, places: Arc::new(Semaphore::new(most)), most, next: 0 })
    }

    /// Accepts the next connection and hands it to the next core.
    pub(crate) async fn accept(&mut self, listener: &TcpListener) {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                // Out of descriptors, perhaps: somebody has to leave first.
                tokio::time::sleep(ACCEPT_PAUSE).await;
                return;
            }
        };
        let Ok(place) = self.places.clone().try_acquire_owned() else {
            tracing::warn!(most = self.most, "there are as many connections as there may be");
            tokio::spawn(refuse(stream));
            return;
        };
        self.next = (self.next + 1) % self.senders.len();
        let handed = stream.set_nodelay(true).and_then(|()| stream.into_std());
        match handed {
            // A core that is behind makes the others wait a little, and the kernel's backlog holds the rest.
            Ok(stream) => {
                let _ended = self.senders[self.next].send((stream, place)).await;
            }
            Err(error) => tracing::debug!(%error, "a connection was gone at once"),
        }
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
        drop(self.senders);
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a core ended in a panic");
            }
        }
    }
}

/// Told without reading what was asked: there is no room for that.
async fn refuse(mut stream: TcpStream) {
    let detail =
        "there is no room for another connection, or the server is going away: come back in a moment";
    let problem = Problem::new(Slug::Unavailable, detail).to_value("").to_string();
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-type: application/problem+json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{problem}",
        problem.len()
    );
    let told = async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await?;
        // With a request unread the socket would be reset, and the reset may overtake the answer.
        let mut unread = [0; 4 << 10];
        while stream.read(&mut unread).await? > 0 {}
        Ok::<_, io::Error>(())
    };
    let _gone = tokio::time::timeout(REFUSAL_WITHIN, told).await;
}

/// One core: it owns what it is handed until the channel closes.
async fn own(
    mut receiver: mpsc::Receiver<(std::net::TcpStream, OwnedSemaphorePermit)>,
    router: Router,
    edge: Edge,
    drain: Drain,
    stall: Duration,
) {
    tokio::task::spawn_local(edge.own_connections(stall));
    while let Some((stream, place)) = receiver.recv().await {
        match TcpStream::from_std(stream) {
            Ok(stream) => {
                let stream = Placed::new(stream, place, stall);
                tokio::task::spawn_local(serve(stream, router.clone(), drain.clone()));
            }
            Err(error) => tracing::debug!(%error, "a connection was gone at once"),
        }
    }
}

/// Until it is time to go.
async fn drain_begins(phase: &mut watch::Receiver<Phase>) {
    drop(phase.wait_for(|phase| *phase != Phase::Serving).await);
}

async fn serve(stream: Placed, router: Router, drain: Drain) {
    let io = TokioIo::new(stream);
    let service = TowerToHyperService::new(tower::ServiceExt::map_request(
        router,
        |request: http::Request<hyper::body::Incoming>| request.map(Body::new),
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
