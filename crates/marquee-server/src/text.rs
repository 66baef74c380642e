//! Texts of the binary as they are sent: each form is made once, off the connections' threads, when somebody first asks for it, and
//! kept. Whoever has the text already is told so. It never compresses what differs from one answer to the next.

use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use marquee_protocol::coding::Coding;
use marquee_protocol::etag;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::OnceCell;

/// What texts are sent as; each that is made stays, so they are few.
const CODINGS: [Coding; 3] = [Coding::Br, Coding::Gzip, Coding::Identity];
/// Of gzip: the smallest, as it is made once.
const GZIP_LEVEL: u32 = 9;
/// Of brotli: the smallest, as it is made once.
const BROTLI_BEST: i32 = 11;
/// Of brotli for a longer text: the best would let whoever comes first wait for a second.
const BROTLI_QUICK: i32 = 9;
/// Up to this many bytes a text is compressed as well as can be.
const BEST_MAX: usize = 64 << 10;
/// Of brotli: how far back it looks, as a power of two.
const BROTLI_WINDOW: i32 = 22;

/// A text that stays the same while the server runs.
pub(crate) struct Text {
    bytes: Bytes,
    etag: HeaderValue,
    br: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
}

impl Text {
    pub(crate) fn new(text: impl Into<Bytes>) -> Arc<Self> {
        let bytes = text.into();
        let digest = Sha256::digest(&bytes);
        let tag: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        // Weak: all forms have the same.
        let etag = HeaderValue::try_from(format!("W/\"{tag}\""))
            .unwrap_or_else(|error| unreachable!("hex digits are a header's value: {error}"));
        Arc::new(Self { bytes, etag, br: OnceCell::new(), gzip: OnceCell::new() })
    }

    /// A path that gives it with these headers.
    pub(crate) fn route<S: Clone + Send + Sync + 'static>(
        self: Arc<Self>,
        sent: HeaderMap,
    ) -> MethodRouter<S> {
        let sent = Arc::new(sent);
        get(move |asked: HeaderMap| {
            let (text, sent) = (self.clone(), sent.clone());
            async move { text.answer(&asked, HeaderMap::clone(&sent)).await }
        })
    }

    /// It with these headers, as a caller likes it best; who rules every form out gets it as it is.
    pub(crate) async fn answer(&self, asked: &HeaderMap, mut sent: HeaderMap) -> Response {
        sent.insert(header::ETAG, self.etag.clone());
        sent.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if etag::is_known(asked, &self.etag) {
            sent.remove(header::CONTENT_TYPE);
            return (StatusCode::NOT_MODIFIED, sent).into_response();
        }
        let (coding, bytes) = self.form(Coding::accepted_of(asked, &CODINGS)).await;
        if coding != Coding::Identity {
            sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        (sent, bytes).into_response()
    }

    async fn form(&self, coding: Option<Coding>) -> (Coding, Bytes) {
        let (coding, cell) = match coding {
            Some(Coding::Br) => (Coding::Br, &self.br),
            Some(Coding::Gzip) => (Coding::Gzip, &self.gzip),
            Some(Coding::Identity | Coding::Zstd) | None => return (Coding::Identity, self.bytes.clone()),
        };
        let make = || async {
            let bytes = self.bytes.clone();
            tokio::task::spawn_blocking(move || compress(coding, &bytes)).await.map_err(io::Error::other)?
        };
        match cell.get_or_try_init(make).await {
            Ok(form) => (coding, form.clone()),
            Err(error) => {
                tracing::warn!(form = coding.name(), %error, "a text is sent as it is: it cannot be compressed");
                (Coding::Identity, self.bytes.clone())
            }
        }
    }
}

fn compress(coding: Coding, bytes: &[u8]) -> io::Result<Bytes> {
    let mut out = Vec::new();
    if coding == Coding::Br {
        let quality = if bytes.len() <= BEST_MAX { BROTLI_BEST } else { BROTLI_QUICK };
        let params = brotli::enc::BrotliEncoderParams { quality, lgwin: BROTLI_WINDOW, ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    } else {
        let mut gzip = flate2::write::GzEncoder::new(&mut out, flate2::Compression::new(GZIP_LEVEL));
        gzip.write_all(bytes)?;
        gzip.finish()?;
    }
    Ok(out.into())
}
