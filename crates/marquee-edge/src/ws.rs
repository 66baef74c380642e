//! Terminals over WebSocket: the handshake, and a driver that writes what the conversation gives, gathered, and
//! reads beside it. What the messages mean is the session's business.

use crate::ask::{self, Ask, Query};
use crate::conversation::{Conversation, Out};
use crate::edge::Edge;
use crate::terminals::Transport;
use crate::wire::Wire;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{FutureExt, SinkExt, StreamExt};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use marquee_core::Access;
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, UpgradeRequired};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use std::io::ErrorKind;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};

/// The largest message from a terminal, in one frame or many, in bytes.
const MESSAGE_MAX: usize = 64 << 10;
/// What a terminal says is small, and is read in pieces of this size, in bytes.
const READ_BUFFER: usize = 4 << 10;
/// So much is gathered before it is written, in bytes.
const GATHER_BYTES: usize = 64 << 10;
/// More than can be gathered: one snapshot at most comes on top.
const WRITE_BUFFER_MAX: usize = 16 << 20;
/// How long the other side has to answer a close.
const CLOSE_WITHIN: Duration = Duration::from_secs(5);

type Socket = WebSocketStream<TokioIo<Upgraded>>;

/// Connects a terminal by WebSocket.
///
/// The subprotocol is `marquee.v1.json`, in text messages, or `marquee.v1.protobuf`, in binary ones. The server sends `hello`, then, for each board that is followed, `subscribed`,
/// a `snapshot` or the entries missed, and what comes. PROTOCOL.md, section 7, has the frames.
#[utoipa::path(
    get,
    path = "/v1/ws",
    operation_id = "connect_ws",
    tag = "Screens",
    params(
        Query,
        (
            "Sec-WebSocket-Protocol" = Option<String>, Header, example = "marquee.v1.json",
            description = "The subprotocols that the client speaks, the one that it likes best first; offering none means \
                `marquee.v1.json`.",
        ),
    ),
    responses(
        (status = 101, description = "From here on the connection speaks WebSocket."),
        Malformed, Forbidden, Invalid, UpgradeRequired,
    ),
)]
pub(crate) async fn connect(
    State(edge): State<Edge>,
    Extension(access): Extension<Access>,
    Extension(trace_id): Extension<TraceId>,
    query: Result<UrlQuery<Query>, QueryRejection>,
    mut request: Request<Body>,
) -> Response {
    let upgrade = request.extensions_mut().remove::<OnUpgrade>();
    let headers = request.headers();
    let asked = handshake(request.method(), headers).and_then(|handshake| {
        let UrlQuery(query) = query.map_err(|error| ask::malformed(&error))?;
        let upgrade = upgrade.ok_or_else(|| {
            Problem::new(Slug::UpgradeRequired, "this connection cannot be upgraded: use HTTP/1.1")
        })?;
        Ok((handshake, query.read(headers, &access)?, upgrade))
    });
    let (handshake, ask, upgrade) = match asked {
        Ok(asked) => asked,
        Err(problem) => return problem.respond(&trace_id).map(Body::from),
    };
    let wire = handshake.wire.unwrap_or(Wire::Json);
    tokio::spawn(async move {
        match upgrade.await {
            Ok(upgraded) => converse(upgraded, edge, ask, access, wire).await,
            Err(error) => tracing::debug!(%error, "a terminal left during its handshake"),
        }
    });
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, handshake.accept);
    if let Some(wire) = handshake.wire {
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(wire.name()));
    }
    response
}

struct Handshake {
    accept: HeaderValue,
    /// Absent where the client offers no subprotocol.
    wire: Option<Wire>,
}

/// RFC 6455, section 4.2.
fn handshake(method: &Method, headers: &HeaderMap) -> Result<Handshake, Problem> {
    let lists = |name, word: &str| {
        let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).any(|part| part.trim().eq_ignore_ascii_case(word))
    };
    if method != Method::GET || !lists(header::UPGRADE, "websocket") || !lists(header::CONNECTION, "upgrade")
    {
        let detail = "connect with a WebSocket client, or read /v1/sse with any HTTP client";
        return Err(Problem::new(Slug::UpgradeRequired, detail));
    }
    if headers.get(header::SEC_WEBSOCKET_VERSION).is_none_or(|version| version != "13") {
        return Err(Problem::new(Slug::UpgradeRequired, "the WebSocket version spoken here is 13"));
    }
    let key = headers.get(header::SEC_WEBSOCKET_KEY).map(HeaderValue::as_bytes).unwrap_or_default();
    // 16 bytes in base64: 22 letters and two of padding.
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    if key.len() != 24 || !key.ends_with(b"==") || !key[..22].iter().all(letter) {
        let detail = "Sec-WebSocket-Key has to be 16 random bytes in base64";
        return Err(Problem::new(Slug::Malformed, detail));
    }
    let wire = Wire::offered(headers);
    if wire.is_none() && headers.contains_key(header::SEC_WEBSOCKET_PROTOCOL) {
        let (json, protobuf) = (Wire::Json.name(), Wire::Protobuf.name());
        let detail =
            format!("none of the subprotocols offered is spoken here: offer {json} or {protobuf}, or none");
        return Err(Problem::new(Slug::Malformed, detail));
    }
    let accept = HeaderValue::from_str(&derive_accept_key(key))
        .map_err(|_| Problem::new(Slug::Internal, "the handshake has no answer"))?;
    Ok(Handshake { accept, wire })
}

async fn converse(upgraded: Upgraded, edge: Edge, ask: Ask, access: Access, wire: Wire) {
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(GATHER_BYTES)
        .max_write_buffer_size(WRITE_BUFFER_MAX)
        .max_message_size(Some(MESSAGE_MAX))
        .max_frame_size(Some(MESSAGE_MAX));
    let socket = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
    let (sink, stream) = socket.split();
    let conversation = Conversation::open(edge, ask, access, Transport::Ws);
    Driver { sink, stream, conversation, wire }.run().await;
}

struct Driver {
    sink: SplitSink<Socket, Message>,
    stream: SplitStream<Socket>,
    conversation: Conversation,
    wire: Wire,
}

/// Why the driver stops.
enum End {
    /// The other side is gone, or its socket is.
    Gone,
    /// The other side closes, and is owed the answer.
    Left,
    /// We close, with a code and a word.
    Close(CloseCode, &'static str),
}

impl Driver {
    async fn run(mut self) {
        let end = self.serve().await;
        let Self { mut sink, mut stream, conversation, wire: _ } = self;
        // Nothing is followed any more while the other side takes its time.
        drop(conversation);
        let goodbye = async {
            match end {
                End::Gone => return Ok(()),
                End::Left => sink.flush().await?,
                End::Close(code, reason) => {
                    sink.send(Message::Close(Some(CloseFrame { code, reason: reason.into() }))).await?;
                }
            }
            // The close is complete when the other side has answered it; what it still says is not for us.
            while let Some(Ok(_)) = stream.next().await {}
            // A socket that is only dropped may be reset, and the reset may overtake the close.
            if let Ok(mut socket) = sink.reunite(stream) {
                socket.get_mut().shutdown().await?;
            }
            Ok::<_, Error>(())
        };
        if let Ok(Err(error)) = tokio::time::timeout(CLOSE_WITHIN, goodbye).await {
            tracing::debug!(%error, "a terminal was gone before its close");
        }
    }

    async fn serve(&mut self) -> End {
        loop {
            let mut gathered = 0;
            let more = loop {
                let Some(out) = self.conversation.next().await else { break false };
                let wire = self.wire;
                let said = match out {
                    Out::Control(frame) => Some(message(wire, wire.control(&frame))),
                    Out::Entry(kept) => wire.entry(&kept).map(|frame| message(wire, frame)),
                    Out::Snapshot(snapshot) => {
                        self.conversation.form(&snapshot, wire).await.map(|frame| message(wire, frame))
                    }
                    Out::Ping => Some(Message::Ping(Bytes::new())),
                    Out::Close(close) => return End::Close(close.code().into(), close.reason()),
                };
                let Some(message) = said else { return End::Close(CloseCode::Error, "internal") };
                gathered += message.len();
                if let Err(error) = self.sink.feed(message).await {
                    return unwritten(&error);
                }
                if gathered >= GATHER_BYTES {
                    break true;
                }
            };
            if let Err(end) = self.flush().await {
                return end;
            }
            let heard = if more {
                self.stream.next().now_or_never()
            } else {
                tokio::select! {
                    heard = self.stream.next(), if self.conversation.takes_requests() => Some(heard),
                    () = self.conversation.idle() => None,
                }
            };
            if let Some(heard) = heard
                && let Err(end) = self.hear(heard)
            {
                return end;
            }
        }
    }

    /// Writes what was gathered, and hears meanwhile: a slow reader may still have something to say.
    async fn flush(&mut self) -> Result<(), End> {
        loop {
            tokio::select! {
                biased;
                flushed = self.sink.flush() => {
                    flushed.map_err(|error| unwritten(&error))?;
                    self.conversation.written();
                    return Ok(());
                }
                heard = self.stream.next(), if self.conversation.takes_requests() => self.hear(heard)?,
            }
        }
    }

    fn hear(&mut self, heard: Option<Result<Message, Error>>) -> Result<(), End> {
        let message = match heard {
            Some(Ok(message)) => message,
            Some(Err(error)) => return Err(ended(&error)),
            None => return Err(End::Gone),
        };
        self.conversation.heard();
        let request = match (&message, self.wire) {
            (Message::Text(text), Wire::Json) => self.wire.request(text.as_bytes()),
            (Message::Binary(bytes), Wire::Protobuf) => self.wire.request(bytes),
            (Message::Binary(_), Wire::Json) => {
                Err("a binary message: this subprotocol speaks JSON text".to_owned())
            }
            (Message::Text(_), Wire::Protobuf) => {
                Err("a text message: this subprotocol speaks Protobuf in binary messages".to_owned())
            }
            (Message::Close(_), _) => return Err(End::Left),
            (Message::Ping(_) | Message::Pong(_) | Message::Frame(_), _) => return Ok(()),
        };
        match request {
            Ok(request) => self.conversation.request(request),
            Err(detail) => self.conversation.malformed(&detail),
        }
        Ok(())
    }
}

/// What it means that something could not be written. One that has only stood still may still hear why it ends.
fn unwritten(error: &Error) -> End {
    match error {
        Error::Io(error) if error.kind() == ErrorKind::TimedOut => End::Close(CloseCode::Again, "too slow"),
        _ => End::Gone,
    }
}

/// What a broken rule of the transport is answered with.
fn ended(error: &Error) -> End {
    match error {
        Error::Protocol(_) => End::Close(CloseCode::Protocol, "not WebSocket as RFC 6455 has it"),
        Error::Utf8(_) => End::Close(CloseCode::Invalid, "text that is not UTF-8"),
        Error::Capacity(_) => End::Close(CloseCode::Size, "a message may have 64 KiB"),
        _ => End::Gone,
    }
}

/// A frame as a message. Our own JSON is UTF-8.
fn message(wire: Wire, frame: Bytes) -> Message {
    match wire {
        Wire::Protobuf => Message::Binary(frame),
        Wire::Json => match Utf8Bytes::try_from(frame) {
            Ok(text) => Message::Text(text),
            Err(error) => unreachable!("a frame is JSON: {error}"),
        },
    }
}
