//! A server that answers at once, always the same: what the load generator and the sockets can do where nobody works.
//! It shows that a bench measured the server, and reads no request.

use super::cpu::Cpu;
use crate::Failure;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// What is read at once.
const BUFFER: usize = 256 << 10;

pub(crate) struct Instantly {
    pub(crate) address: SocketAddr,
    over: oneshot::Sender<()>,
    thread: JoinHandle<Result<Cpu, Failure>>,
}

impl Instantly {
    /// Answers each request of so many bytes with these.
    pub(crate) fn start(request_bytes: usize, answer: Vec<u8>) -> Result<Self, Failure> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).map_err(Failure::failed)?;
        listener.set_nonblocking(true).map_err(Failure::failed)?;
        let address = listener.local_addr().map_err(Failure::failed)?;
        let (over, ends) = oneshot::channel();
        let answer = Arc::new(answer);
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(Failure::failed)?;
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).map_err(Failure::failed)?;
                let accepts = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        tokio::spawn(serve(stream, request_bytes, answer.clone()));
                    }
                };
                tokio::select! {
                    () = accepts => {}
                    // Dropped is over, too.
                    _ = ends => {}
                }
                Cpu::of_this_thread()
            })
        });
        Ok(Self { address, over, thread })
    }

    /// Ends it: the CPU that it took.
    pub(crate) fn end(self) -> Result<Cpu, Failure> {
        drop(self.over);
        self.thread.join().map_err(|_| Failure::failed("the server that answers at once failed"))?
    }
}

async fn serve(mut stream: TcpStream, request_bytes: usize, answer: Arc<Vec<u8>>) {
    let mut buffer = vec![0; BUFFER.min(request_bytes * 2)];
    let mut waiting = request_bytes;
    if stream.set_nodelay(true).is_err() {
        return;
    }
    loop {
        // Whoever asked is gone: nothing is owed any more.
        let Ok(read) = stream.read(&mut buffer).await else { return };
        if read == 0 {
            return;
        }
        waiting = waiting.saturating_sub(read);
        if waiting == 0 {
            if stream.write_all(&answer).await.is_err() {
                return;
            }
            waiting = request_bytes;
        }
    }
}
