//! A request's body, bounded in size and time. One that is too large is read on for a while, so that its sender
//! can read the answer instead of finding the connection cut.

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Request, header};
use http_body_util::BodyExt;
use marquee_protocol::problem::{Problem, Slug};
use std::time::Duration;

/// The largest body, in bytes.
pub(crate) const BODY_MAX: usize = 1 << 20;
/// How much of a larger one is read and thrown away before it is answered, in bytes.
const DISCARD_MAX: usize = 32 << 20;
/// How long a body may stand still.
const STALL_MAX: Duration = Duration::from_secs(30);
/// How long a body may take altogether.
const WHOLE_MAX: Duration = Duration::from_secs(120);

/// The media type of a body, without parameters, in lower case.
pub(crate) fn media_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The whole body, if it is not encoded and not too large.
pub(crate) async fn read(request: Request<Body>) -> Result<Bytes, Problem> {
    let headers = request.headers();
    let mut encodings = headers.get_all(header::CONTENT_ENCODING).iter();
    if let Some(encoding) = encodings.find(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
    {
        let detail = format!("Content-Encoding {encoding:?} is not taken: send the body as it is");
        return Err(Problem::new(Slug::UnsupportedMediaType, detail));
    }
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let waits = headers.contains_key(header::EXPECT);
    if waits && announced.is_some_and(|length: u64| length > BODY_MAX as u64) {
        // Its sender waits to be told whether to begin.
        return Err(too_large());
    }
    let timeout = || Problem::new(Slug::Timeout, "the body did not arrive in time: send it again");
    tokio::time::timeout(WHOLE_MAX, collect(request.into_body())).await.unwrap_or_else(|_| Err(timeout()))
}

/// The whole of a body that has to be JSON; `what` it is, for whoever sends something else.
pub(crate) async fn read_json(request: Request<Body>, what: &str) -> Result<Bytes, Problem> {
    if media_type(request.headers()) != "application/json" {
        let detail = format!("{what} is sent as application/json");
        return Err(Problem::new(Slug::UnsupportedMediaType, detail));
    }
    read(request).await
}

async fn collect(mut body: Body) -> Result<Bytes, Problem> {
    let mut whole = BytesMut::new();
    let mut seen = 0;
    loop {
        let frame = tokio::time::timeout(STALL_MAX, body.frame()).await;
        let frame = match frame {
            Ok(None) => break,
            Ok(Some(Ok(frame))) => frame,
            Ok(Some(Err(error))) => {
                let detail = format!("the body broke off: {error}");
                return Err(Problem::new(Slug::Malformed, detail));
            }
            Err(_) => {
                return Err(Problem::new(Slug::Timeout, "the body stood still for 30 s: send it again"));
            }
        };
        let Ok(data) = frame.into_data() else { continue };
        seen += data.len();
        if seen <= BODY_MAX {
            whole.extend_from_slice(&data);
        } else if seen > DISCARD_MAX {
            break;
        }
    }
    if seen > BODY_MAX { Err(too_large()) } else { Ok(whole.freeze()) }
}

fn too_large() -> Problem {
    let detail = "a body may have 1 MiB: send fewer notices at once, or shorter ones";
    Problem::new(Slug::TooLarge, detail)
}
