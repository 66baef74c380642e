//! The WebSocket itself: its address, its handshake, and why one was refused. A token stands in a header and nowhere else.

use crate::Bearer;
use serde_json::Value;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Response};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{self, http::header};
use tokio_tungstenite::{Connector, MaybeTlsStream, WebSocketStream, connect_async_tls_with_config};

/// The subprotocol that is spoken.
const PROTOCOL: &str = "marquee.v1.json";
/// The largest message that is taken, in bytes: a snapshot of a full board, with every character escaped, is smaller.
const MESSAGE_BYTES_MAX: usize = 32 << 20;

pub(super) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Why there is no connection.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) status: Option<u16>,
    pub(super) detail: String,
    pub(super) retry_after_ms: u64,
}

impl Refused {
    fn unreachable(detail: String) -> Self {
        Self { status: None, detail, retry_after_ms: 0 }
    }
}

/// The address of a server's WebSocket, without a query.
pub(super) fn address(server: &str) -> Result<String, String> {
    let right = "write it as http://HOST:PORT or https://HOST";
    let (scheme, rest) =
        server.split_once("://").ok_or_else(|| format!("{server:?} is no address of a server: {right}"))?;
    let scheme = match scheme.to_ascii_lowercase().as_str() {
        "http" | "ws" => "ws",
        "https" | "wss" => "wss",
        _ => return Err(format!("a server is not reached by {scheme:?}: {right}")),
    };
    let plain = |c: char| c.is_ascii_graphic() && !"@?#\\\"<>{}|^`".contains(c);
    if rest.is_empty() || rest.starts_with('/') || !rest.chars().all(plain) {
        return Err(format!(
            "the address of the server has to be a host, without a user or a query: {right}"
        ));
    }
    let url = format!("{scheme}://{}/v1/ws", rest.trim_end_matches('/'));
    url.as_str()
        .into_client_request()
        .map_err(|error| format!("{server:?} is no address of a server ({error}): {right}"))?;
    Ok(url)
}

/// The address with a query.
pub(super) fn with_query(url: &str, query: &[(&'static str, String)]) -> String {
    let mut whole = url.to_owned();
    for (place, (name, value)) in query.iter().enumerate() {
        whole.push(if place == 0 { '?' } else { '&' });
        whole.push_str(name);
        whole.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                whole.push(char::from(byte));
            } else {
                whole.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    whole
}

/// Opens a connection.
pub(super) async fn open(url: String, token: Option<Bearer>) -> Result<Socket, Refused> {
    let wrong =
        |error: &dyn std::fmt::Display| Refused::unreachable(format!("no request can be made: {error}"));
    let mut request = url.as_str().into_client_request().map_err(|error| wrong(&error))?;
    let headers = request.headers_mut();
    headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(PROTOCOL));
    headers.insert(
        header::USER_AGENT,
        HeaderValue::from_static(concat!("marquee-client/", env!("CARGO_PKG_VERSION"))),
    );
    if let Some(token) = token {
        let mut value = HeaderValue::try_from(token.authorization()).map_err(|error| wrong(&error))?;
        value.set_sensitive(true);
        headers.insert(header::AUTHORIZATION, value);
    }
    let tls = if url.starts_with("wss:") { tls().map_err(|error| wrong(&error))? } else { Connector::Plain };
    let config = WebSocketConfig::default()
        .max_message_size(Some(MESSAGE_BYTES_MAX))
        .max_frame_size(Some(MESSAGE_BYTES_MAX));
    match connect_async_tls_with_config(request, Some(config), true, Some(tls)).await {
        Ok((socket, _)) => Ok(socket),
        Err(tungstenite::Error::Http(response)) => Err(refused(&response)),
        Err(error) => Err(Refused::unreachable(error.to_string())),
    }
}

/// TLS with the roots that the system trusts.
fn tls() -> Result<Connector, rustls::Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    Ok(Connector::Rustls(Arc::new(config)))
}

fn refused(response: &Response<Option<Vec<u8>>>) -> Refused {
    let status = response.status().as_u16();
    let problem: Option<Value> =
        response.body().as_deref().and_then(|body| serde_json::from_slice(body).ok());
    let said = problem.as_ref().and_then(|problem| problem["detail"].as_str());
    let detail = match said {
        Some(detail) => detail.chars().take(400).collect(),
        None => format!("the server answered {}", response.status()),
    };
    let retry_after = response.headers().get(header::RETRY_AFTER);
    let seconds: Option<u64> = retry_after.and_then(|value| value.to_str().ok()?.parse().ok());
    Refused { status: Some(status), detail, retry_after_ms: seconds.unwrap_or(0).saturating_mul(1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_servers_and_nothing_else() {
        for (server, url) in [
            ("http://127.0.0.1:8080", "ws://127.0.0.1:8080/v1/ws"),
            ("https://wall.example/", "wss://wall.example/v1/ws"),
            ("HTTP://[::1]:80/under", "ws://[::1]:80/under/v1/ws"),
        ] {
            assert_eq!(address(server).as_deref(), Ok(url));
        }
        for bad in [
            "127.0.0.1:8080",
            "ftp://a",
            "http://",
            "http:///x",
            "http://a b",
            "http://me:pw@a",
            "http://a?x",
        ] {
            let sentence = address(bad).unwrap_err();
            assert!(sentence.contains("http://HOST:PORT"), "{bad}: {sentence}");
        }
    }

    #[test]
    fn a_name_in_any_script_stands_in_the_query() {
        let query = [("board", "ops".to_owned()), ("name", "大厅 1&2".to_owned())];
        assert_eq!(
            with_query("ws://a/v1/ws", &query),
            "ws://a/v1/ws?board=ops&name=%E5%A4%A7%E5%8E%85%201%262"
        );
    }

    #[test]
    fn a_refusal_is_told_in_the_servers_words() {
        let response = Response::builder().status(401).header("retry-after", "3");
        let body = br#"{"detail":"a token is missing"}"#.to_vec();
        let refused = refused(&response.body(Some(body)).unwrap());
        assert_eq!((refused.status, refused.retry_after_ms), (Some(401), 3_000));
        assert_eq!(refused.detail, "a token is missing");
    }

    #[test]
    fn tls_can_be_spoken() {
        tls().unwrap();
    }
}
