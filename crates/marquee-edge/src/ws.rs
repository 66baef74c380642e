//! Terminals over WebSocket: the handshake. What is said afterwards is another's business, and nothing of the handshake
//! is kept for it.

use crate::ask::{self, Ask, Query};
use crate::connection::Connection;
use crate::conversation::Conversation;
use crate::cores::{Core, InRounds};
use crate::edge::Edge;
use crate::placed::Placed;
use crate::terminals::Transport;
use crate::wire::Wire;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query as UrlQuery, State};
use axum::response::Response;
use bytes::{BufMut, Bytes, BytesMut};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use marquee_core::Access;
use marquee_protocol::openapi::{Forbidden, Invalid, Malformed, UpgradeRequired};
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use marquee_websocket::accept_key;
use std::rc::Rc;
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;

/// Connects a terminal by WebSocket.
///
/// The subprotocol is `marquee.v1.json`, in text messages, or `marquee.v1.protobuf`, in binary ones. The server sends
/// `hello`, then, for each board that is followed, `subscribed`, a `snapshot` or the entries missed, and what comes.
/// PROTOCOL.md, section 7, has the frames.
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
    State(_): State<Edge>,
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
        let core = Core::of_this_thread()
            .ok_or_else(|| Problem::new(Slug::Internal, "this thread owns no connections"))?;
        let ask = query.read(headers, &access)?;
        speaks(&handshake, &ask)?;
        Ok((handshake, ask, upgrade, core))
    });
    let (handshake, ask, upgrade, core) = match asked {
        Ok(asked) => asked,
        Err(problem) => return problem.respond(&trace_id).map(Body::from),
    };
    let wire = handshake.wire;
    tokio::task::spawn_local(async move {
        let upgraded = match upgrade.await {
            Ok(upgraded) => upgraded,
            Err(error) => return tracing::debug!(%error, "a terminal left during its handshake"),
        };
        let Ok(parts) = upgraded.downcast::<TokioIo<Placed>>() else {
            return tracing::error!("a connection came that this server has not accepted");
        };
        let (stream, permit) = parts.io.into_inner().into_parts();
        begin(Begins { core, stream, permit, wire, ask, access }, Bytes::new(), parts.read_buf.into());
    });
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    if let Ok(accept) = HeaderValue::from_bytes(&handshake.accept) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    if handshake.names_subprotocol {
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(wire.name()));
    }
    response
}

pub(crate) struct Handshake {
    accept: [u8; 28],
    pub(crate) wire: Wire,
    names_subprotocol: bool,
}

impl Handshake {
    /// The answer as it is written by hand.
    pub(crate) fn answer(&self) -> Bytes {
        let mut answer = BytesMut::with_capacity(192);
        answer
            .put_slice(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n");
        answer.put_slice(b"sec-websocket-accept: ");
        answer.put_slice(&self.accept);
        if self.names_subprotocol {
            answer.put_slice(b"\r\nsec-websocket-protocol: ");
            answer.put_slice(self.wire.name().as_bytes());
        }
        answer.put_slice(b"\r\n\r\n");
        answer.freeze()
    }
}

/// RFC 6455, section 4.2.
pub(crate) fn handshake(method: &Method, headers: &HeaderMap) -> Result<Handshake, Problem> {
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
    let values = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter();
    let offered = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let chosen = offered
        .filter_map(|name| Wire::ALL.into_iter().find(|wire| wire.name().eq_ignore_ascii_case(name.trim())))
        .next();
    let names_subprotocol = chosen.is_some();
    if !names_subprotocol && headers.contains_key(header::SEC_WEBSOCKET_PROTOCOL) {
        let names = Wire::ALL.map(Wire::name).join(" or ");
        let detail = format!("none of the subprotocols offered is spoken here: offer {names}, or none");
        return Err(Problem::new(Slug::Malformed, detail));
    }
    let wire = chosen.unwrap_or(Wire::ALL[0]);
    Ok(Handshake { accept: accept_key(key), wire, names_subprotocol })
}

/// Cues are said in JSON alone.
pub(crate) fn speaks(handshake: &Handshake, ask: &Ask) -> Result<(), Problem> {
    if handshake.wire == Wire::Protobuf && ask.kind.is_told() {
        let name = Wire::Json.name();
        let detail = format!("terminals of kind {} speak JSON: offer {name}", ask.kind.name());
        return Err(Problem::new(Slug::Malformed, detail));
    }
    Ok(())
}

/// Who begins to speak WebSocket.
pub(crate) struct Begins {
    pub(crate) core: Rc<Core>,
    pub(crate) stream: TcpStream,
    pub(crate) permit: OwnedSemaphorePermit,
    pub(crate) wire: Wire,
    pub(crate) ask: Ask,
    pub(crate) access: Access,
}

/// From here on the connection is its own task. `first` goes out before anything else, `heard` has come already.
pub(crate) fn begin(begins: Begins, first: Bytes, heard: Vec<u8>) {
    let Begins { core, stream, permit, wire, ask, access } = begins;
    let edge = core.edge.clone();
    let connection = Connection::open(core.clone(), stream, permit, wire, &access);
    // It may have been taken back since it was looked at, and before it was known here.
    let stays = edge.shared.takes(&access);
    let seats = InRounds { core, connection: Rc::downgrade(&connection) };
    let talk = Box::new(Conversation::open(edge, ask, access, (Transport::Ws, wire), seats));
    connection.begin(talk, first, heard, stays);
}
