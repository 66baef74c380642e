//! Terminals over SSE: a GET whose answer never ends. A status other than 200 would end a browser's `EventSource` for
//! good, so here it is a failure.

use super::events::Parser;
use super::{Ask, Envelope, Frame, Pending, Transport, Wire};
use crate::server::{Server, Streaming};
use crate::verdict::{Verdict, equal, unmet};
use http::Method;
use http_body_util::BodyExt;
use serde_json::Value;
use std::collections::VecDeque;

/// Server-sent events.
pub(crate) struct Sse;

impl Transport for Sse {
    fn open<'a>(&'a self, server: &'a Server, ask: &'a Ask) -> Pending<'a, Verdict<Box<dyn Wire>>> {
        Box::pin(async move {
            let path = format!("/v1/sse?{}", ask.query());
            let mut headers = vec![("accept", "text/event-stream")];
            if let Some(id) = &ask.last_event_id {
                headers.push(("last-event-id", id));
            }
            let answer = server.stream(Method::GET, &path, &headers, "", ask.receive_buffer).await?;
            equal("the status of an event stream, whatever the cursor", 200, answer.status)?;
            let kind = answer.headers.get("content-type").and_then(|value| value.to_str().ok());
            let kind = kind.unwrap_or_default();
            if !kind.starts_with("text/event-stream") {
                return Err(unmet("content-type: text/event-stream", kind));
            }
            let stream = Stream { answer, parser: Parser::default(), frames: VecDeque::new() };
            Ok(Box::new(stream) as Box<dyn Wire>)
        })
    }
}

struct Stream {
    answer: Streaming,
    parser: Parser,
    frames: VecDeque<Frame>,
}

impl Wire for Stream {
    fn next(&mut self) -> Pending<'_, Verdict<Option<Frame>>> {
        Box::pin(async move {
            loop {
                if let Some(frame) = self.frames.pop_front() {
                    return Ok(Some(frame));
                }
                // A stream that breaks is over, as one that ends.
                let Some(Ok(piece)) = self.answer.body.frame().await else { return Ok(None) };
                let Some(bytes) = piece.data_ref() else { continue };
                for event in self.parser.take(bytes) {
                    let envelope =
                        Envelope { event: event.name, id: event.id, last_event_id: event.last_event_id };
                    self.frames.push_back(Frame::read(event.data, Some(envelope))?);
                }
            }
        })
    }

    fn say(&mut self, _: &Value) -> Pending<'_, Verdict> {
        Box::pin(async { Err(unmet("a transport that can be spoken to", "SSE")) })
    }
}
