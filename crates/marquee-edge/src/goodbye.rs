//! The end of a WebSocket: what was owed last, the close, the other side's answer, and a socket that is given up only
//! when nothing more is under way. It is bounded in time, and nothing of what still comes is understood.

use crate::connection::{End, MESSAGE_MAX, forget_written};
use bytes::Bytes;
use marquee_websocket::{Inbound, Message, close};
use std::cell::Cell;
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::Shutdown;
use std::time::Duration;
use tokio::net::TcpStream;

/// How long the other side has to answer a close.
const CLOSE_WITHIN: Duration = Duration::from_secs(5);
/// After our last word, what is still under way is read and thrown away until nothing has come for so long.
const LINGER_QUIET: Duration = Duration::from_millis(500);
/// What is read at once, in bytes.
const READ_BUFFER: usize = 1 << 10;

/// Ends a connection.
pub(crate) async fn say(stream: &TcpStream, unwritten: VecDeque<Bytes>, end: End) {
    if let Ok(Err(error)) = tokio::time::timeout(CLOSE_WITHIN, leave(stream, unwritten, end)).await {
        tracing::debug!(%error, "a terminal was gone before its close");
    }
}

async fn leave(stream: &TcpStream, mut unwritten: VecDeque<Bytes>, end: End) -> io::Result<()> {
    let answered = matches!(end, End::Left(_));
    let status = match end {
        End::Gone => return Ok(()),
        End::Left(code) => code.map(|code| (code, "")),
        End::Close(code, reason) => Some((code, reason)),
    };
    unwritten.push_back(close(status).into());
    write_all(stream, unwritten).await?;
    if !answered {
        hear_close(stream).await?;
    }
    // A socket that is only dropped may be reset, and the reset may overtake the close.
    socket2::SockRef::from(stream).shutdown(Shutdown::Write)?;
    while let Ok(Ok(true)) = tokio::time::timeout(LINGER_QUIET, read(stream, &mut |_| {})).await {}
    Ok(())
}

async fn write_all(stream: &TcpStream, mut unwritten: VecDeque<Bytes>) -> io::Result<()> {
    while let Some(first) = unwritten.front() {
        stream.writable().await?;
        match stream.try_write(first) {
            Ok(bytes) => forget_written(&mut unwritten, bytes),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Until the other side has answered our close, or has gone.
async fn hear_close(stream: &TcpStream) -> io::Result<()> {
    let (mut inbound, over) = (Inbound::new(MESSAGE_MAX), Cell::new(false));
    let mut hear = |bytes: &mut [u8]| {
        let closes = |message: Message<'_>| over.set(over.get() || matches!(message, Message::Close(_)));
        // One that breaks the rules does not answer any more.
        if inbound.take(bytes, &mut { closes }).is_err() {
            over.set(true);
        }
    };
    while !over.get() && read(stream, &mut hear).await? {}
    Ok(())
}

/// Waits for what comes next; whether more may come.
async fn read(stream: &TcpStream, hear: &mut dyn FnMut(&mut [u8])) -> io::Result<bool> {
    let mut buffer = [0; READ_BUFFER];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut buffer) {
            Ok(0) => return Ok(false),
            Ok(bytes) => {
                hear(&mut buffer[..bytes]);
                return Ok(true);
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
}
