//! A stream that keeps its place among all connections for as long as it lives, or until a terminal takes both over, and
//! that is read to its end when it closes: a socket that is given up with bytes unread is reset, and the reset may
//! overtake the answer. It changes nothing of what goes through it.

use crate::severed::Outlet;
use bytes::Bytes;
use std::io;
use std::mem::MaybeUninit;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, Sleep};

/// After our last word, what is still under way is read and thrown away until nothing has come for so long …
const LINGER_QUIET: Duration = Duration::from_millis(500);
/// … or for so long altogether.
const LINGER_MAX: Duration = Duration::from_secs(5);

/// The stream and its place.
pub struct Placed {
    stream: TcpStream,
    place: OwnedSemaphorePermit,
    /// What was read of it and is somebody else's.
    unread: Bytes,
    stall: Duration,
    /// Set while a write makes no progress: when it is given up.
    stalls: Option<Pin<Box<Sleep>>>,
    /// Set where a stream may stop what waits to be written.
    outlet: Option<Arc<Outlet>>,
    /// Set once nothing more is written.
    lingers: Option<Lingering>,
}

/// How long the other side is still listened to.
struct Lingering {
    until: Instant,
    quiet: Pin<Box<Sleep>>,
}

impl Placed {
    /// A stream of which a write ends in an error when it has made no progress for `stall`.
    pub fn new(stream: TcpStream, place: OwnedSemaphorePermit, stall: Duration) -> Self {
        Self { stream, place, unread: Bytes::new(), stall, stalls: None, outlet: None, lingers: None }
    }

    /// The address of the other side; `None`: it is gone already.
    pub fn peer(&self) -> Option<IpAddr> {
        self.stream.peer_addr().ok().map(|address| address.ip())
    }

    /// By what a stream on it may stop what waits to be written.
    pub fn outlet(&mut self) -> Arc<Outlet> {
        self.outlet.get_or_insert_default().clone()
    }

    /// Gives back what was read of it.
    pub(crate) fn with_unread(mut self, unread: Bytes) -> Self {
        self.unread = unread;
        self
    }

    /// Completes when there may be something to read.
    pub(crate) async fn readable(&self) -> io::Result<()> {
        self.stream.readable().await
    }

    /// Reads what there is.
    pub(crate) fn try_read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.try_read(buffer)
    }

    /// What it is made of: from now on it is somebody else's.
    pub(crate) fn into_parts(self) -> (TcpStream, OwnedSemaphorePermit) {
        (self.stream, self.place)
    }

    /// What a write that stood still has left was given before it was stopped, and is not to be had any more.
    fn goes_on(&self, context: &Context<'_>) -> io::Result<()> {
        let stopped = self.outlet.as_ref().is_some_and(|outlet| outlet.is_stopped(context));
        if stopped && self.stalls.is_some() { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    /// What a write came to, unless it has stood still for too long.
    fn bounded<T>(&mut self, written: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalls = None;
            return written;
        }
        let stall = self.stall;
        let stalls = self.stalls.get_or_insert_with(|| Box::pin(tokio::time::sleep(stall)));
        ready!(stalls.as_mut().poll(context));
        self.stalls = None;
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Placed {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.unread.is_empty() {
            let taken = self.unread.len().min(buffer.remaining());
            buffer.put_slice(&self.unread.split_to(taken));
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Placed {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.goes_on(context)?;
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.bounded(written, context)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self { stream, lingers, .. } = &mut *self;
        if lingers.is_none() {
            ready!(Pin::new(&mut *stream).poll_shutdown(context))?;
        }
        let Lingering { until, quiet } = lingers.get_or_insert_with(|| Lingering {
            until: Instant::now() + LINGER_MAX,
            quiet: Box::pin(tokio::time::sleep(LINGER_QUIET)),
        });
        while quiet.as_mut().poll(context).is_pending() {
            let mut unread = [MaybeUninit::uninit(); 4 << 10];
            let mut unread = ReadBuf::uninit(&mut unread);
            // The other side's end, and an error, are ends alike: there is nobody left to wait for.
            match ready!(Pin::new(&mut *stream).poll_read(context, &mut unread)) {
                Ok(()) if !unread.filled().is_empty() => {
                    quiet.as_mut().reset((*until).min(Instant::now() + LINGER_QUIET));
                }
                _ => break,
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.goes_on(context)?;
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.bounded(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
