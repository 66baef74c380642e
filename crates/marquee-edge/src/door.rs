//! The first words on a connection. Most that stay are terminals whose handshake comes in one piece and is in order: those
//! are answered here, and their answer goes out with their first frames. Everything else, whatever is wrong with it too,
//! is HTTP's business and is handed on unread.

use crate::ask::{Ask, Query};
use crate::cores::Core;
use crate::placed::Placed;
use crate::ws::{self, Begins, Handshake};
use axum::extract::Query as UrlQuery;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Uri, header};
use marquee_core::Access;
use std::io::ErrorKind;
use std::sync::Arc;

/// Where terminals connect.
const PATH: &str = "/v1/ws";
/// How the request for it begins.
const LINE: &[u8] = b"GET /v1/ws";
/// Headers of a handshake; one with more is HTTP's business.
const HEADERS_MAX: usize = 64;
/// Tells what the one who sent a request may do; `None`: it may not come in, or that is not decided at the door.
pub type Admits = Arc<dyn Fn(&Parts) -> Option<Access> + Send + Sync>;

/// Waits for the first words of a connection. What is given back is HTTP's, with everything that has been read of it;
/// `None`: it is a terminal, which from now on is its own task, or it is gone.
pub async fn open(mut stream: Placed, admits: &Admits) -> Option<Placed> {
    loop {
        stream.readable().await.ok()?;
        match hear(stream, admits) {
            Heard::Nothing(still) => stream = still,
            Heard::Http(stream) => return Some(stream),
            Heard::Taken => return None,
        }
    }
}

/// What the first words were.
enum Heard {
    /// It was a false alarm.
    Nothing(Placed),
    /// Not for us.
    Http(Placed),
    /// A terminal, or the other side's end.
    Taken,
}

fn hear(stream: Placed, admits: &Admits) -> Heard {
    let Some(core) = Core::of_this_thread() else { return Heard::Http(stream) };
    let mut buffer = core.read_buffer.borrow_mut();
    let heard = match stream.try_read(&mut buffer) {
        Ok(0) => return Heard::Taken,
        Ok(read) => &buffer[..read],
        Err(error) if error.kind() == ErrorKind::WouldBlock => return Heard::Nothing(stream),
        Err(_) => return Heard::Taken,
    };
    let Some((terminal, length)) = terminal(heard, admits) else {
        let heard = Bytes::copy_from_slice(heard);
        return Heard::Http(stream.with_unread(heard));
    };
    let rest = heard[length..].to_vec();
    drop(buffer);
    let (stream, permit) = stream.into_parts();
    let Terminal { handshake, ask, access } = terminal;
    let begins = Begins { core, stream, permit, wire: handshake.wire, ask, access };
    ws::begin(begins, handshake.answer(), rest);
    Heard::Taken
}

/// Whose handshake is in order.
struct Terminal {
    handshake: Handshake,
    ask: Ask,
    access: Access,
}

/// Reads a handshake, and how long it is; `None`: it is none, is not whole, or something about it is wrong.
fn terminal(heard: &[u8], admits: &Admits) -> Option<(Terminal, usize)> {
    if !heard.starts_with(LINE) {
        return None;
    }
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut head = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = head.parse(heard).ok()? else { return None };
    if head.version != Some(1) {
        return None;
    }
    let parts = parts(&head)?;
    if parts.uri.path() != PATH || parts.headers.contains_key(header::CONTENT_LENGTH) {
        return None;
    }
    let access = admits(&parts)?;
    let handshake = ws::handshake(&parts.method, &parts.headers).ok()?;
    let UrlQuery(query) = UrlQuery::<Query>::try_from_uri(&parts.uri).ok()?;
    let ask = query.read(&parts.headers, &access).ok()?;
    ws::speaks(&handshake, &ask).ok()?;
    tracing::debug!(path = PATH, status = 101, "a terminal has come");
    Some((Terminal { handshake, ask, access }, length))
}

fn parts(head: &httparse::Request<'_, '_>) -> Option<Parts> {
    let (mut parts, ()) = Request::new(()).into_parts();
    parts.method = Method::GET;
    parts.uri = Uri::try_from(head.path?).ok()?;
    parts.headers.reserve(head.headers.len());
    for given in &*head.headers {
        let name = HeaderName::from_bytes(given.name.as_bytes()).ok()?;
        parts.headers.append(name, HeaderValue::from_bytes(given.value).ok()?);
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANDSHAKE: &str = "GET /v1/ws?board=ops&terminal=feed HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
        Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    fn read(heard: &str) -> Option<(Terminal, usize)> {
        let admits: Admits =
            Arc::new(|parts: &Parts| (parts.headers.get("host")? == "localhost").then_some(Access::Everyone));
        terminal(heard.as_bytes(), &admits)
    }

    #[test]
    fn a_handshake_that_is_in_order_is_answered_and_what_follows_it_is_kept() {
        let (terminal, length) = read(&format!("{HANDSHAKE}more")).unwrap();
        assert_eq!(length, HANDSHAKE.len());
        let answer = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\
            sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
        assert_eq!(terminal.handshake.answer(), answer);
        assert_eq!(terminal.ask.kind, marquee_core::session::Kind::Feed);
    }

    #[test]
    fn whatever_is_not_in_order_is_left_to_http() {
        for cut in 0..HANDSHAKE.len() {
            assert!(read(&HANDSHAKE[..cut]).is_none(), "cut at {cut}");
        }
        for (from, to) in [
            ("GET", "POST"),
            ("/v1/ws", "/v1/sse"),
            ("/v1/ws", "/v1/wss"),
            ("HTTP/1.1", "HTTP/1.0"),
            ("localhost", "evil.example"),
            ("websocket\r\n", "h2c\r\n"),
            ("13", "8"),
            ("dGhlIHNhbXBsZSBub25jZQ==", "short"),
            ("feed", "wall"),
            ("board=ops", "board=.."),
            ("Host:", "Host"),
            ("Upgrade: websocket", "Content-Length: 5\r\nUpgrade: websocket"),
            ("Upgrade: websocket", "Sec-WebSocket-Protocol: other\r\nUpgrade: websocket"),
        ] {
            let changed = HANDSHAKE.replacen(from, to, 1);
            assert_ne!(changed, HANDSHAKE);
            assert!(read(&changed).is_none(), "{to}");
        }
        let many = HANDSHAKE.replace("Host", &format!("{}Host", "X-A: b\r\n".repeat(HEADERS_MAX)));
        assert!(read(&many).is_none());
    }
}
