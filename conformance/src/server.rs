//! The server under test, from outside: its address, plain HTTP requests to it, and the command that restarts it. Each
//! request has a connection of its own, so that a restart breaks only what was under way.

use crate::tokens::{NARROWER, TOKEN, Tokens};
use crate::verdict::{Stop, Verdict, unmet};
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Method, Request};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;

/// How long an answer may take: far longer than any should.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);
/// How long a restart may take, with a server that drains.
const RESTART_WITHIN: Duration = Duration::from_secs(60);
/// How long after its restart a server may still refuse.
const READY_WITHIN: Duration = Duration::from_secs(10);
/// Between two looks at whether it is ready.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A server that is tried.
#[derive(Debug)]
pub struct Server {
    /// `host:port`, as it stands in the URL.
    authority: String,
    restart: Option<String>,
    tokens: Tokens,
}

/// An answer in full.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// A request whose answer never came whole: nobody knows what has become of it.
#[derive(Debug)]
pub(crate) struct Unanswered(pub(crate) String);

impl From<Unanswered> for Stop {
    fn from(Unanswered(why): Unanswered) -> Self {
        unmet("an answer over HTTP", why)
    }
}

/// An answer whose body is read as it comes; when it goes, its connection goes too.
pub(crate) struct Streaming {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Incoming,
    _connection: Driver,
}

/// The task that moves a connection's bytes.
struct Driver(JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Server {
    /// The server at this URL; `restart` is a command for `sh`.
    pub fn new(url: &str, restart: Option<&str>) -> Result<Self, String> {
        let rest = url.strip_prefix("http://").ok_or_else(|| {
            format!(
                "{url}: the URL has to begin with http://: the suite speaks to the server itself, without TLS"
            )
        })?;
        let authority = rest.trim_end_matches('/');
        if authority.is_empty() || authority.contains('/') {
            return Err(format!("{url}: the URL has to be http://HOST:PORT, without a path"));
        }
        let authority =
            if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
        Ok(Self { authority, restart: restart.map(str::to_owned), tokens: Tokens::default() })
    }

    /// The same, which asks for tokens.
    pub fn secured(self, tokens: Tokens) -> Self {
        Self { tokens, ..self }
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// A new connection; a receive buffer makes a reader that is slow soon.
    pub(crate) async fn dial(&self, receive_buffer: Option<u32>) -> Result<TcpStream, Unanswered> {
        let failed = |error: std::io::Error| Unanswered(format!("{}: {error}", self.authority));
        let Some(bytes) = receive_buffer else {
            return TcpStream::connect(&self.authority).await.map_err(failed);
        };
        let address = tokio::net::lookup_host(&self.authority).await.map_err(failed)?.next();
        let address = address.ok_or_else(|| Unanswered(format!("{}: no address", self.authority)))?;
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() };
        let socket = socket.map_err(failed)?;
        socket.set_recv_buffer_size(bytes).map_err(failed)?;
        socket.connect(address).await.map_err(failed)
    }

    /// A request whose answer is read as it comes.
    pub(crate) async fn stream(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
        receive_buffer: Option<u32>,
    ) -> Result<Streaming, Unanswered> {
        let failed = |error: &dyn std::fmt::Display| Unanswered(format!("{path}: {error}"));
        let mut request = Request::builder().method(method).uri(path).header("host", &self.authority);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(authorization) = self.tokens.authorization() {
            request = request.header(AUTHORIZATION, authorization);
        }
        let request =
            request.body(Full::new(Bytes::from(body.to_owned()))).map_err(|error| failed(&error))?;
        let stream = self.dial(receive_buffer).await?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| failed(&error))?;
        let driver = Driver(tokio::spawn(async move {
            // What broke it is told by the body's own end.
            let _ended = connection.await;
        }));
        let response = sender.send_request(request).await.map_err(|error| failed(&error))?;
        let (parts, body) = response.into_parts();
        Ok(Streaming { status: parts.status.as_u16(), headers: parts.headers, body, _connection: driver })
    }

    /// A request and its whole answer.
    pub(crate) async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer, Unanswered> {
        let whole = async {
            let answer = self.stream(method, path, headers, body, None).await?;
            let (status, headers) = (answer.status, answer.headers.clone());
            let body = answer.body.collect().await.map_err(|error| Unanswered(format!("{path}: {error}")))?;
            Ok(Answer { status, headers, body: body.to_bytes() })
        };
        let late = || Unanswered(format!("{path}: nothing for {} s", ANSWER_WITHIN.as_secs()));
        tokio::time::timeout(ANSWER_WITHIN, whole).await.map_err(|_| late())?
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Answer, Unanswered> {
        self.ask(Method::GET, path, &[], "").await
    }

    /// A request with JSON.
    pub(crate) async fn send(&self, method: Method, path: &str, body: &Value) -> Result<Answer, Unanswered> {
        self.ask(method, path, &[("content-type", "application/json")], &body.to_string()).await
    }

    /// The server's clock, ms.
    pub(crate) async fn time(&self) -> Verdict<u64> {
        let time = self.get("/v1/time").await?.json(200)?;
        time["server_time"].as_u64().ok_or_else(|| unmet("`server_time` in whole milliseconds", time))
    }

    /// Whether it answers, and takes the token if it asks for one.
    pub async fn is_there(&self) -> bool {
        self.greets().await == Some(200)
    }

    /// Whether it asks for another token than the suite has, or for one.
    pub async fn refuses(&self) -> bool {
        matches!(self.greets().await, Some(401 | 403))
    }

    async fn greets(&self) -> Option<u16> {
        self.get("/v1/time").await.ok().map(|answer| answer.status)
    }

    /// Whether it can be restarted.
    pub(crate) fn restarts(&self) -> bool {
        self.restart.is_some()
    }

    /// Stops it and starts it again, by the command that was given.
    pub(crate) async fn restart(&self) -> Verdict {
        let Some(command) = &self.restart else {
            return Err(Stop::Skipped("no --restart was given".to_owned()));
        };
        // What the command says is for people; stdout is the suite's own.
        let mut child = tokio::process::Command::new("sh")
            .args(["-c", command])
            .stdin(Stdio::null())
            .env_remove(TOKEN)
            .env_remove(NARROWER)
            .stdout(std::io::stderr())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| unmet("a shell that runs the restart command", error))?;
        let ended = tokio::time::timeout(RESTART_WITHIN, child.wait()).await;
        match ended {
            Ok(Ok(status)) if status.success() => {}
            Ok(Ok(status)) => return Err(unmet("the restart command ends with 0", status)),
            Ok(Err(error)) => return Err(unmet("the restart command ends", error)),
            Err(_) => return Err(unmet("the restart command returns within a minute", "it still runs")),
        }
        let begun = Instant::now();
        while !self.is_there().await {
            if begun.elapsed() > READY_WITHIN {
                return Err(unmet("a server that answers after its restart", "none"));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }
}

impl Answer {
    /// Its JSON, if it has this status.
    pub(crate) fn json(&self, status: u16) -> Verdict<Value> {
        let text = String::from_utf8_lossy(&self.body);
        if self.status != status {
            return Err(unmet(format_args!("status {status}"), format_args!("{}: {text}", self.status)));
        }
        serde_json::from_slice(&self.body).map_err(|error| unmet("JSON", format_args!("{error}: {text}")))
    }

    /// A header as text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// A value within a query.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_a_host_and_a_port_and_nothing_more() {
        assert_eq!(Server::new("http://127.0.0.1:8080/", None).unwrap().authority(), "127.0.0.1:8080");
        assert_eq!(Server::new("http://board", None).unwrap().authority(), "board:80");
        for wrong in ["https://board", "board:80", "http://", "http://board/v1"] {
            assert!(Server::new(wrong, None).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_a_query_cannot_hold_is_escaped() {
        assert_eq!(escaped("a-b.1"), "a-b.1");
        assert_eq!(escaped("\r\n é"), "%0D%0A%20%C3%A9");
    }
}
