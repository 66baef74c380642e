//! The port: opened, and connections taken from it without a detour. Where descriptors run out, one is kept back, so that
//! whoever comes then is told so in words and not left waiting. It knows nothing of what is said on a connection.

use marquee_protocol::problem::{Problem, Slug};
use rustix::io::Errno;
use rustix::net::{SocketFlags, accept_with};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Connections that wait to be accepted.
const BACKLOG: i32 = 4_096;
/// How long nothing is accepted after that has failed.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a refusal may take.
const REFUSAL_WITHIN: Duration = Duration::from_secs(1);
/// Opened in the place of a descriptor that is kept back.
const NOTHING: &str = "/dev/null";

/// Opens the port.
pub(crate) fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = socket2::Socket::new(
        socket2::Domain::for_address(address),
        socket2::Type::STREAM,
        Some(socket2::Protocol::TCP),
    )?;
    // A restart does not wait for what the kernel still remembers of the last one.
    socket.set_reuse_address(true)?;
    // Connections have it from the port that they come by.
    socket.set_tcp_nodelay(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

/// Takes connections, in a thread of its own, until it is dropped.
pub(crate) struct Acceptor {
    socket: Arc<TcpListener>,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Acceptor {
    /// Gives each connection to `hand`, which says no when nobody takes any more.
    pub(crate) fn start(
        socket: TcpListener,
        hand: impl FnMut(TcpStream) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (socket, spare) = (Arc::new(socket), Some(File::open(NOTHING)?));
        let over = Arc::<AtomicBool>::default();
        let accepting = Accepting { socket: socket.clone(), over: over.clone(), spare, told: false };
        let thread = std::thread::Builder::new().name("accept".into()).spawn(move || accepting.run(hand))?;
        Ok(Self { socket, over, thread: Some(thread) })
    }
}

impl Drop for Acceptor {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // A port that is shut wakes whoever waits at it.
        if let Err(error) = socket2::SockRef::from(&*self.socket).shutdown(Shutdown::Both) {
            return tracing::error!(%error, "the port could not be shut");
        }
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that accepts ended in a panic");
        }
    }
}

struct Accepting {
    socket: Arc<TcpListener>,
    /// Whether it is to end: a port that is shut does not say so where no descriptor is left.
    over: Arc<AtomicBool>,
    /// Given up for the moment of a refusal, where no other descriptor is left.
    spare: Option<File>,
    /// Whether it was told that they have run out; once for each time.
    told: bool,
}

impl Accepting {
    fn run(mut self, mut hand: impl FnMut(TcpStream) -> bool) {
        loop {
            match accept(&self.socket) {
                Ok(stream) => {
                    self.told = false;
                    if !hand(stream) {
                        return;
                    }
                }
                Err(_) if self.over.load(Ordering::Relaxed) => return,
                Err(Errno::INTR | Errno::CONNABORTED) => {}
                Err(error @ (Errno::MFILE | Errno::NFILE)) => {
                    if !std::mem::replace(&mut self.told, true) {
                        tracing::warn!(
                            %error,
                            "no descriptors are left: raise the limit (ulimit -n), or lower max_connections"
                        );
                    }
                    if !self.with_the_spare(&mut hand) {
                        return;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    // Somebody has to leave first.
                    std::thread::sleep(PAUSE);
                }
            }
        }
    }

    /// The next connection, with the descriptor that is kept back; whether anybody takes connections still.
    fn with_the_spare(&mut self, hand: &mut impl FnMut(TcpStream) -> bool) -> bool {
        if self.spare.take().is_none() {
            std::thread::sleep(PAUSE);
        }
        let accepted = accept(&self.socket);
        // Somebody may have left while this one was waited for: then there is room for it.
        self.spare = File::open(NOTHING).ok();
        match accepted {
            Ok(stream) if self.spare.is_some() => hand(stream),
            Ok(stream) => {
                refuse_at_once(stream);
                self.spare = File::open(NOTHING).ok();
                true
            }
            // Whatever it is, the next turn meets it again.
            Err(_) => true,
        }
    }
}

fn accept(socket: &TcpListener) -> Result<TcpStream, Errno> {
    Ok(accept_with(socket, SocketFlags::NONBLOCK | SocketFlags::CLOEXEC)?.into())
}

fn refusal() -> String {
    let detail =
        "there is no room for another connection, or the server is going away: come back in a moment";
    let problem = Problem::new(Slug::Unavailable, detail).to_value("").to_string();
    format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-type: application/problem+json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{problem}",
        problem.len()
    )
}

/// The same where there is not even a descriptor to wait with.
fn refuse_at_once(mut stream: TcpStream) {
    // One that does not take so little at once has gone.
    let told = stream.write_all(refusal().as_bytes()).and_then(|()| stream.shutdown(Shutdown::Write));
    if let Err(error) = told {
        tracing::debug!(%error, "whoever was refused did not hear it");
    }
    // What is unread would reset the connection, and the reset may overtake the answer.
    let _unread = stream.read(&mut [0; 4 << 10]);
}

/// Told without reading what was asked: there is no room for that.
pub(crate) async fn refuse(stream: TcpStream) {
    let told = async {
        let mut stream = tokio::net::TcpStream::from_std(stream)?;
        stream.write_all(refusal().as_bytes()).await?;
        stream.shutdown().await?;
        // With a request unread the socket would be reset, and the reset may overtake the answer.
        let mut unread = [0; 4 << 10];
        while stream.read(&mut unread).await? > 0 {}
        Ok::<_, io::Error>(())
    };
    let _gone = tokio::time::timeout(REFUSAL_WITHIN, told).await;
}
