//! Terminals over WebSocket. Control frames are the library's business; of a close only its code is kept.

use super::{Ask, Frame, Pending, Transport, Wire};
use crate::server::Server;
use crate::verdict::{Verdict, unmet};
use futures_util::{SinkExt, StreamExt};
use http::header::{AUTHORIZATION, HeaderValue};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::error::ProtocolError;
use tokio_tungstenite::tungstenite::{Error, Message};

/// WebSocket.
pub(crate) struct Ws;

impl Transport for Ws {
    fn open<'a>(&'a self, server: &'a Server, ask: &'a Ask) -> Pending<'a, Verdict<Box<dyn Wire>>> {
        Box::pin(async move {
            let refused = |error: Error| unmet("a WebSocket, whatever the cursor", error);
            let url = format!("ws://{}/v1/ws?{}", server.authority(), ask.query());
            let mut request = url.into_client_request().map_err(refused)?;
            if let Some(authorization) = server.tokens().authorization() {
                let value = HeaderValue::from_str(&authorization);
                let value = value.map_err(|_| unmet("a token that can stand in a header", "another"))?;
                request.headers_mut().insert(AUTHORIZATION, value);
            }
            let stream = server.dial(ask.receive_buffer).await?;
            let (socket, _) = tokio_tungstenite::client_async(request, stream).await.map_err(refused)?;
            Ok(Box::new(Socket { socket, closed: None }) as Box<dyn Wire>)
        })
    }
}

struct Socket {
    socket: WebSocketStream<TcpStream>,
    closed: Option<u16>,
}

impl Wire for Socket {
    fn next(&mut self) -> Pending<'_, Verdict<Option<Frame>>> {
        Box::pin(async move {
            loop {
                match self.socket.next().await {
                    Some(Ok(Message::Text(text))) => {
                        return Frame::read(text.as_str().to_owned(), None).map(Some);
                    }
                    Some(Ok(Message::Close(close))) => self.closed = close.map(|close| close.code.into()),
                    Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => {}
                    Some(Ok(Message::Binary(_))) => return Err(unmet("text messages", "a binary one")),
                    None
                    | Some(Err(
                        Error::ConnectionClosed
                        | Error::AlreadyClosed
                        | Error::Io(_)
                        | Error::Protocol(ProtocolError::ResetWithoutClosingHandshake),
                    )) => return Ok(None),
                    Some(Err(error)) => return Err(unmet("WebSocket as RFC 6455 has it", error)),
                }
            }
        })
    }

    fn say(&mut self, frame: &Value) -> Pending<'_, Verdict> {
        let text = frame.to_string();
        Box::pin(async move {
            let said = self.socket.send(Message::text(text)).await;
            said.map_err(|error| unmet("a connection that hears", error))
        })
    }

    fn close_code(&self) -> Option<u16> {
        self.closed
    }
}
