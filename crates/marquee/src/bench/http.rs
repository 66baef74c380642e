//! HTTP/1.1 as a load generator needs it: prepared bytes out, an answer read as far as its status and length. It
//! costs as little as can be, and takes nothing for granted that it counts.

use crate::Failure;
use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The largest head of an answer.
const HEAD_MAX: usize = 16 << 10;
/// The largest body of an answer.
const BODY_MAX: usize = 64 << 20;
/// What a connection reads at once, at first.
const BUFFER: usize = 64 << 10;
/// Within this everything is answered, or the bench fails.
pub(crate) const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// What came back.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) head: &'a [u8],
    pub(crate) body: &'a [u8],
}

/// A connection that is kept.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; BUFFER] })
    }

    /// Sends a whole request and waits for its whole answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        let (mut filled, mut whole) = (0, None);
        loop {
            // Room beyond what is awaited: a read that fills less tells that there is no more.
            if self.buffer.len() - filled < HEAD_MAX {
                self.buffer.resize(self.buffer.len() * 2, 0);
            }
            let read = self.stream.read(&mut self.buffer[filled..]).await?;
            if read == 0 {
                return Err(bad("the connection ended before the answer did"));
            }
            filled += read;
            if whole.is_none() {
                whole = head(&self.buffer[..filled])?;
            }
            let Some(Head { status, ends, length }) = whole else { continue };
            if filled > ends + length {
                return Err(bad("more than one answer came"));
            }
            if filled == ends + length {
                let (head, body) = self.buffer[..filled].split_at(ends);
                return Ok(Answer { status, head, body });
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Head {
    status: u16,
    /// Where it ends.
    ends: usize,
    /// Of the body.
    length: usize,
}

/// The head of an answer; `None`: it has not all come yet.
fn head(bytes: &[u8]) -> io::Result<Option<Head>> {
    let within = &bytes[..bytes.len().min(HEAD_MAX)];
    let Some(end) = memchr::memmem::find(within, b"\r\n\r\n") else {
        return if bytes.len() < HEAD_MAX { Ok(None) } else { Err(bad("the answer's head has no end")) };
    };
    let text = std::str::from_utf8(&bytes[..end]).map_err(|_| bad("the answer's head is not text"))?;
    let status = text.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.ok_or_else(|| bad("the answer has no status"))?;
    let lengths = text.lines().filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())
    });
    let length = match lengths.flatten().next() {
        Some(length) if length <= BODY_MAX => length,
        Some(_) => return Err(bad("the answer is too long")),
        None if status == 304 => 0,
        None => return Err(bad("the answer does not tell its length")),
    };
    Ok(Some(Head { status, ends: end + 4, length }))
}

fn bad(words: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, words)
}

/// The bytes of a request with a JSON body, or without one. They are the same for every port.
pub(crate) fn request(method: &str, path: &str, more: &str, body: &str) -> String {
    let typed = if body.is_empty() { "" } else { "content-type: application/json\r\n" };
    let length = if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n{typed}{length}{more}\r\n{body}")
}

/// One request on a connection of its own, for what is not measured: the body of a 2xx.
pub(crate) fn once(address: SocketAddr, method: &str, path: &str, body: &str) -> Result<String, Failure> {
    let attempt = || {
        let mut stream = std::net::TcpStream::connect(address)?;
        stream.set_read_timeout(Some(ANSWER_WITHIN))?;
        stream.write_all(request(method, path, "connection: close\r\n", body).as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    };
    let told = |error: io::Error| Failure::failed(format!("{method} {path}: {error}"));
    let answer = attempt().map_err(told)?;
    let Head { status, ends, .. } =
        head(&answer).map_err(told)?.ok_or_else(|| told(bad("half an answer came")))?;
    let body = String::from_utf8_lossy(&answer[ends..]).into_owned();
    if (200..300).contains(&status) {
        return Ok(body);
    }
    Err(Failure::failed(format!("{method} {path} was answered {status}: {body}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_all_of_it_has_come() {
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 12\r\nx: y\r\n\r\n{";
        for cut in 0..whole.len() - 1 {
            assert_eq!(head(&whole[..cut]).unwrap(), None, "{cut}");
        }
        let expected = Head { status: 201, ends: whole.len() - 1, length: 12 };
        assert_eq!(head(whole).unwrap(), Some(expected));
    }

    #[test]
    fn an_answer_without_a_status_or_a_length_is_none() {
        for wrong in
            ["HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n"]
        {
            assert!(head(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert!(head(&[b'a'; HEAD_MAX]).is_err());
    }
}
