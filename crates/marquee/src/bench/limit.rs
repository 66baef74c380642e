//! The bare limit: a process that lets terminals in and sends each the same bytes, one `send` a frame or one `writev` of
//! many, and does nothing else. Whatever a server costs is held against it in the same run.

use super::lines::{Process, number, say, say_wrong, word};
use super::pinned::{Cores, now_ns};
use crate::Failure;
use serde_json::{Value, json};
use std::io::{IoSlice, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// The name of the process among the benches.
pub(crate) const LIMIT: &str = "limit";
/// The answer to every handshake; nobody checks the key.
const WELCOME: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\
    sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
/// The answer to every request for a stream.
const STREAM: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

/// The handle.
pub(crate) struct Limit {
    process: Process,
    pub(crate) address: SocketAddr,
}

impl Limit {
    pub(crate) fn start(cores: Cores) -> Result<Self, Failure> {
        let mut process = Process::start(LIMIT, cores.server)?;
        let answer = process.answer()?;
        let port = u16::try_from(number(&answer, "port")?).map_err(Failure::failed)?;
        Ok(Self { process, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    pub(crate) fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// What it answers from now on, instead of the shortest answer.
    pub(crate) fn welcome(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "welcome", "bytes": bytes})).map(drop)
    }

    /// What it sends from now on.
    pub(crate) fn frame(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.process.ask(&json!({"do": "frame", "bytes": bytes})).map(drop)
    }

    /// Sends each terminal so many frames, in one call each or in one for all; when it began, ns.
    pub(crate) fn send(&mut self, frames: usize, at_once: bool) -> Result<u64, Failure> {
        number(&self.process.ask(&json!({"do": "send", "frames": frames, "at_once": at_once}))?, "begun_ns")
    }
}

/// Does what it is told until nobody tells it anything.
pub(crate) fn run() -> Result<(), Failure> {
    let done = obey();
    if let Err(failure) = &done {
        say_wrong(failure)?;
    }
    done
}

fn obey() -> Result<(), Failure> {
    let socket = TcpListener::bind(("127.0.0.1", 0)).map_err(Failure::failed)?;
    let port = socket.local_addr().map_err(Failure::failed)?.port();
    let terminals: Arc<Mutex<Vec<TcpStream>>> = Arc::default();
    let welcome: Arc<Mutex<Vec<u8>>> = Arc::default();
    let (all, answer) = (terminals.clone(), welcome.clone());
    std::thread::spawn(move || let_in(&socket, &all, &answer));
    say(&json!({"port": port}))?;
    let mut frame = Vec::new();
    for line in std::io::stdin().lines() {
        let order: Value = serde_json::from_str(&line.map_err(Failure::failed)?).map_err(Failure::failed)?;
        let answer = match word(&order, "do")? {
            "frame" => {
                frame = bytes(&order);
                json!({"ok": true})
            }
            "welcome" => {
                *welcome.lock().unwrap_or_else(PoisonError::into_inner) = bytes(&order);
                json!({"ok": true})
            }
            "send" => {
                let frames = usize::try_from(number(&order, "frames")?).map_err(Failure::failed)?;
                let at_once = order["at_once"].as_bool().unwrap_or_default();
                let mut terminals = terminals.lock().unwrap_or_else(PoisonError::into_inner);
                let begun_ns = now_ns();
                send(&mut terminals, &frame, frames, at_once).map_err(Failure::failed)?;
                json!({"begun_ns": begun_ns})
            }
            other => return Err(Failure::usage(format!("the limit cannot {other}"))),
        };
        say(&answer)?;
    }
    Ok(())
}

fn bytes(order: &Value) -> Vec<u8> {
    let bytes = order["bytes"].as_array().into_iter().flatten();
    bytes.filter_map(|byte| u8::try_from(byte.as_u64()?).ok()).collect()
}

/// What a server cannot do less than: accept, read what is asked, answer.
fn let_in(socket: &TcpListener, terminals: &Mutex<Vec<TcpStream>>, welcome: &Mutex<Vec<u8>>) {
    let mut request = [0; 4 << 10];
    for stream in socket.incoming() {
        let let_in = stream.and_then(|mut stream| {
            // As every server that is in a hurry.
            stream.set_nodelay(true)?;
            let read = stream.read(&mut request)?;
            let welcome = welcome.lock().unwrap_or_else(PoisonError::into_inner);
            stream.write_all(match &request[..read] {
                _ if !welcome.is_empty() => &welcome,
                request if request.starts_with(b"GET /v1/sse") => STREAM,
                _ => WELCOME,
            })?;
            Ok(stream)
        });
        match let_in {
            Ok(stream) => terminals.lock().unwrap_or_else(PoisonError::into_inner).push(stream),
            Err(error) => eprintln!("marquee: a terminal did not get in: {error}"),
        }
    }
}

/// A frame is with every terminal before the next is sent, as it is where nothing is gathered.
fn send(terminals: &mut [TcpStream], frame: &[u8], frames: usize, at_once: bool) -> std::io::Result<()> {
    if !at_once {
        for _ in 0..frames {
            for stream in &mut *terminals {
                stream.write_all(frame)?;
            }
        }
        return Ok(());
    }
    let many = vec![IoSlice::new(frame); frames];
    let whole = frame.len() * frames;
    for stream in terminals {
        let mut written = stream.write_vectored(&many)?;
        while written < whole {
            written += stream.write(&frame[written % frame.len()..])?;
        }
    }
    Ok(())
}
